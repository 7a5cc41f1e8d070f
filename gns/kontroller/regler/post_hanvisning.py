"""En hänvisning till ett möte och en paragraf pekar på något som finns, och på samma ärende.

Fälten ``tidigare_behandling`` och ``uppdrag`` prövas strängt: mötet ska ha paragrafen, den ska ha gällt ärendet eller ha
behandlat det tillsammans med ett annat, och ett uppdrag ska ha getts där. En hänvisning i löpande text får gälla ett annat
ärende; pekar den på en paragraf som mötet inte har, eller ett ärende som inte finns, är det en varning. Ett möte som inte
har någon post här är en upplysning, sagd en gång i varje post: det kan vara före arkivets tid eller ett annat organs möte.

Rätt:
    tidigare_behandling:
      - vad: bordlagt
        när: 2024-11-06 § 904     # mötet har § 904, i samma ärende

Fel:
    tidigare_behandling:
      - vad: bordlagt
        när: 2024-11-06 § 905     # ett annat ärende
"""

import datetime as dt
from collections.abc import Iterator
from typing import NamedTuple

from gns.grund.datafel import Fältväg
from gns.kontroller.regel import Regel, Utfall, bruten, oprövbar, redan_sagt, uppfylld
from gns.kontroller.underlag import Underlag
from gns.modell.innebar import OmUppdrag
from gns.modell.paragraf import Paragraf, TidigareBehandling
from gns.uppdrag.beslut import läs_ref
from gns.uppdrag.hanvisning import REGEL as ID
from gns.uppdrag.hanvisning import hänvisningar, i_texten, lös

_RÅD = "lägg in mötets post om den finns; annars står hänvisningen som den är"
_OLÄST = "alla poster gick inte att läsa, så det går inte att säga vad hänvisningen pekar på"


class _Mål(NamedTuple):
    """En hänvisning som kan vara utanför arkivet, och var den står."""

    slag: str
    id: str
    fält: Fältväg
    dag: dt.date
    nummer: tuple[int, ...]
    i_text: tuple[int, int] | None = None


def _pröva(u: Underlag) -> Iterator[Utfall]:
    fynd = list(redan_sagt(u, ID))
    yield from fynd
    brutna = {(f.id, f.fält) for f in fynd}
    sagda: set[tuple[str, dt.date, int | None]] = set()
    for svar in (*_i_fält(u), *_i_texter(u)):
        if not isinstance(svar, _Mål):
            if (svar.id, svar.fält) not in brutna:
                yield svar
            continue
        nya = [nr for nr in svar.nummer or (None,) if (svar.id, svar.dag, nr) not in sagda]
        sagda.update((svar.id, svar.dag, nr) for nr in nya)
        if nya:
            yield _utanför(svar, [f"§ {nr}" for nr in nya if nr])


def _utanför(m: _Mål, paragrafer: list[str]) -> Utfall:
    flera = " med flera" if len(paragrafer) > 3 else ""
    följd = f", så {', '.join(paragrafer[:3])}{flera} går inte att slå upp" if paragrafer else ""
    text = f"mötet {m.dag} är utanför arkivet{följd}"
    return bruten(m.slag, m.id, m.fält, text, _RÅD, "upplysning")._replace(i_text=m.i_text)


def _i_fält(u: Underlag) -> Iterator[Utfall | _Mål]:
    for id, _, i, p in u.paragrafer():
        for j, v in enumerate(p.innebär):
            if isinstance(v, OmUppdrag):
                yield _ref(u, id, ("paragrafer", i, "innebär", j, "uppdrag"), v.uppdrag)
        for j, t in enumerate(p.tidigare_behandling):
            yield _tidigare(u, id, ("paragrafer", i, "tidigare_behandling", j, "när"), p, t)


def _ref(u: Underlag, id: str, fält: Fältväg, text: str) -> Utfall | _Mål:
    ref = läs_ref(text)
    if ref.datum in u.bok.möten or str(ref.datum) > id:
        return uppfylld("mote", id, fält)
    if not u.bok.hel:
        return oprövbar("mote", id, fält, _OLÄST)
    return _Mål("mote", id, fält, ref.datum, () if ref.nr is None else (ref.nr,))


def _tidigare(u: Underlag, id: str, fält: Fältväg, p: Paragraf, t: TidigareBehandling) -> Utfall | _Mål:
    """Ett annat organs beslut går inte att slå upp här, och utan diarienummer syns det inte om ärendet är detsamma."""
    if t.av:
        return oprövbar("mote", id, fält, f"{t.när} beslutades av {t.av}, vars protokoll inte finns här")
    svar = _ref(u, id, fält, t.när)
    ref = läs_ref(t.när)
    möte = u.bok.möten.get(ref.datum)
    då = next((q for q in möte.paragrafer if q.nr == ref.nr), None) if möte else None
    if då and not (p.dnr and då.dnr):
        text = f"§ {p.nr if p.dnr is None else då.nr} har inget diarienummer, så ärendena går inte att jämföra"
        return oprövbar("mote", id, fält, text, "skriv dnr")
    return svar


def _i_texter(u: Underlag) -> Iterator[Utfall | _Mål]:
    for s in hänvisningar(u.bok):
        lösning = lös(u.bok, s.hänvisning)
        if lösning == "finns":
            yield uppfylld(s.slag, s.id, s.väg)
        elif lösning == "inte läst":
            yield oprövbar(s.slag, s.id, s.väg, _OLÄST)
        elif lösning == "utanför arkivet" and s.hänvisning.datum:
            i_text = i_texten(s.text, s.hänvisning.start)
            yield _Mål(s.slag, s.id, s.väg, s.hänvisning.datum, s.hänvisning.paragrafer, i_text)


REGEL = Regel(
    id=ID,
    nummer=(26,),
    fråga="Pekar hänvisningarna på möten, paragrafer och ärenden som finns?",
    nivå="fel",
    pröva=_pröva,
    praxis="posternas samband",
)
