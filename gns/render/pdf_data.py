"""Trädet som den JSON ``pdf.typ`` läser: en nod är text eller ``[slag, attribut, barn]``."""

import re
from collections.abc import Iterator
from datetime import date

from gns.render.obrutet import dela, grupper
from gns.render.trad import Del, Nod, Träd, efter_länk, klartext, på_skärm

Data = str | int | bool | None | list["Data"] | dict[str, "Data"]

_LÅNGT = re.compile(r"\S{40,}|[^\W\d_]{18,}")
_DATUM = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_FOG = 10
_FÄST_TECKEN = 800
_UTAN_DATUM = date(2000, 1, 1)


def som_data(träd: Träd) -> dict[str, Data]:
    """Allt ``pdf.typ`` behöver, som JSON-värden."""
    organ, datum, utkast = (next((p for p in träd.huvud if p.har(k)), None) for k in ("organ", "datum", "utkast"))
    dag = _dag(datum)
    rutor = på_skärm(träd.fot)
    return {
        "språk": träd.språk,
        "titel": träd.titel,
        "organ": klartext(organ.delar) if organ else "",
        "dag": [dag.year, dag.month, dag.day],
        "huvud": {k: _rad(p) if p else None for k, p in (("organ", organ), ("datum", datum), ("utkast", utkast))},
        "rutor": [_rad(p) for p in rutor],
        "sidtal": _nod("del", *(_rad(p) for p in träd.fot if p not in rutor)),
        "innehåll": _Block().alla(träd.innehåll),
    }


def _nod(slag: str, *barn: Data, **attribut: Data) -> Data:
    return [slag, attribut, list(barn)]


def _dag(datum: Nod | None) -> date:
    """Dokumentets dag: PDF/A kräver en, och dagens skulle ge andra byte i morgon."""
    funnen = _DATUM.search(klartext(datum.delar)) if datum else None
    try:
        return date.fromisoformat(funnen[0]) if funnen else _UTAN_DATUM
    except ValueError:
        return _UTAN_DATUM


class _Block:
    """Gör block till data och håller reda på rubriknivån: PDF/UA tillåter inget hopp (h1 → h3)."""

    def __init__(self) -> None:
        self._nivå = 0

    def alla(self, noder: tuple[Nod, ...]) -> list[Data]:
        """Blocken; ett kort block före ”Paragrafen är justerad” hålls ihop med det."""
        data = [self.en(n) for n in noder]
        for i, n in enumerate(noder[1:]):
            if n.har("justerad") and noder[i].tagg in ("p", "ul", "ol") and _längd(noder[i]) < _FÄST_TECKEN:
                data[i] = _nod("fäst", data[i])
        return data

    def en(self, n: Nod) -> Data:
        """En nod med sina attribut och barn."""
        klasser: list[Data] = [k for k in n.klasser if k != "håll-ihop" or not any(map(_ny_sida, n.barn))]
        attribut: dict[str, Data] = {"klass": klasser} if klasser else {}
        if n.id:
            attribut["id"] = n.id
        if n.tagg in ("h1", "h2", "h3", "h4"):
            self._nivå = min(int(n.tagg[1]), self._nivå + 1)
            return ["rubrik", attribut | {"nivå": self._nivå}, _löpande(n.delar)]
        if n.tagg == "table":
            return self._tabell(n)
        if n.tagg == "figure":
            from gns.render.diagram import beskrivning, som_svg

            return _nod("figure", _rad(n.barn[0]), svg=som_svg(n), alt=beskrivning(n))
        if n.tagg == "dl":
            par = zip(n.barn[::2], n.barn[1::2], strict=True)
            return ["dl", attribut, [_nod("par", self.en(dt), self.en(dd)) for dt, dd in par]]
        if n.nummer is not None:
            attribut["nummer"] = n.nummer
        return [n.tagg, attribut, _löpande(n.delar) if n.delar else self.alla(n.barn)]

    def _tabell(self, n: Nod) -> Data:
        rubrik = [_rad(b) for b in n.barn if b.tagg == "caption"]
        delar = [
            _nod("rader", *(_nod("rader", *map(self.en, rad.barn)) for b in n.barn if b.tagg == tagg for rad in b.barn))
            for tagg in ("thead", "tbody")
        ]
        bred: dict[str, Data] = {"bred": True} if n.har("bred") else {}
        return ["table", bred, [*(rubrik or [None]), *delar]]


def _ny_sida(n: Nod) -> bool:
    """Om det finns en sidbrytning i noden: då kan den inte hållas ihop."""
    return n.har("ny-sida") or any(map(_ny_sida, n.barn))


def _längd(n: Nod) -> int:
    return sum(len(d.text) for d in n.delar) + sum(map(_längd, n.barn))


def _rad(p: Nod) -> Data:
    return _nod("del", *_löpande(p.delar))


def _löpande(delar: tuple[Del, ...]) -> list[Data]:
    if len(delar) == 1 and not delar[0].länk:
        return _rader(delar)
    svar: list[Data] = []
    for länk, grupp in efter_länk(delar):
        data = _rader(grupp)
        svar += [_nod("not" if grupp[0].slag == "not" else "a", *data, till=länk)] if länk else data
    return svar


def _rader(delar: tuple[Del, ...]) -> list[Data]:
    if len(delar) == 1 and delar[0].slag == "text":
        bitar = dela(delar[0].text)
        return [b for t, o in bitar for b in _utseende(delar[0], [_nod("obrutet", t)] if o else list(_brytbar(t)))]
    svar: list[Data] = []
    for grupp, obruten in grupper(delar):
        if obruten:
            svar.append(_nod("obrutet", *(b for d in grupp for b in _utseende(d, [d.text]))))
        else:
            svar += [b for d in grupp for b in _en(d)]
    return svar


def _en(d: Del) -> list[Data]:
    return [_nod(d.slag)] if d.slag in ("br", "sida", "sidor") else _utseende(d, list(_brytbar(d.text)))


def _utseende(d: Del, barn: list[Data]) -> list[Data]:
    for på, slag in ((d.betonad, "em"), (d.stark, "strong"), (d.tillagd, "tillagt"), (d.struken, "struket")):
        if på:
            barn = [_nod(slag, *barn)]
    return barn


def _brytbar(text: str) -> Iterator[Data]:
    """Texten; långa ord får avstavas och mycket långa får brytas var som helst, så att inget hamnar utanför papperet."""
    slut = 0
    for träff in _LÅNGT.finditer(text):
        if träff.start() > slut:
            yield text[slut : träff.start()]
        slut = träff.end()
        if slut - träff.start() < 40:
            yield _nod("långt", träff[0])
        else:
            yield _nod("fogat", *(träff[0][i : i + _FOG] for i in range(0, len(träff[0]), _FOG)))
    if slut < len(text):
        yield text[slut:]
