"""Gör mallens element till trädets noder: prövar par, nummer och hänvisningar."""

import re
from collections.abc import Iterator
from fractions import Fraction

from gns.render.lopande import delar_i
from gns.render.mallelement import Element
from gns.render.mangd import BLANDADE, BLOCK, FLÖDE, TEXT
from gns.render.trad import Nod, Träd

_SPRÅK = re.compile(r"[a-z]{2,3}(-[A-Z]{2})?")
_ID = re.compile(r"\S+")
_VÄRDE = re.compile(r"-?[0-9]{1,40}(?:/[1-9][0-9]{0,39})?")
_TOMMA = frozenset({"p", "ul", "ol", "dl", "table", "thead", "tbody"})
_STÖRSTA = 999_999


def bygg_träd(html: Element) -> Träd:
    """<html> → träd. ``Trädfel`` när delar saknas, id inte är unika eller en hänvisning inte leder någonstans."""
    språk = html.attribut.get("lang", "")
    if not _SPRÅK.fullmatch(språk):
        raise html.fel("språket saknas", 'skriv <html lang="sv">')
    head, body = _precis(html, "head", "body")
    (title,) = _precis(head, "title")
    titel = "".join(d.text for d in delar_i(title))
    if not titel:
        raise title.fel("titeln är tom", "skriv dokumentets namn i <title>")
    delar = {e.tagg: e for e in body.element()}
    if len(delar) != len(body.element()) or "main" not in delar:
        raise body.fel("<body> ska ha ett <main>, högst ett <header> och högst ett <footer>", "ordna mallens delar")
    _pröva_hänvisningar(html)
    huvud, fot = (_noder(delar[t]) if t in delar else () for t in ("header", "footer"))
    return Träd(språk, titel, huvud, _noder(delar["main"]), fot)


def _precis(förälder: Element, *taggar: str) -> list[Element]:
    barn = förälder.element()
    if [b.tagg for b in barn] != list(taggar):
        ska = ", ".join(f"<{t}>" for t in taggar)
        raise förälder.fel(
            f"<{förälder.tagg}> ska innehålla {ska}, ett av varje i den ordningen", "ordna mallens delar"
        )
    return barn


def _noder(förälder: Element) -> tuple[Nod, ...]:
    return _av(förälder.element())


def _av(element: list[Element]) -> tuple[Nod, ...]:
    noder = (_nod(e) for e in element)
    return tuple(n for n in noder if n.barn or n.delar or n.tagg not in _TOMMA)


def _nod(e: Element) -> Nod:
    if e.tagg in TEXT and not _har_block(e):
        return _som(e, delar=delar_i(e))
    if e.tagg == "ol":
        return _som(e, barn=tuple(_numrera(e)))
    if e.tagg == "table":
        return _tabell(e)
    if "underskrift" in e.klasser:
        return _underskrift(e)
    if e.tagg == "figure":
        return _diagram(e)
    if e.tagg == "dl":
        _pröva_par(e)
    if "noter" in e.klasser:
        _pröva_noter(e)
    return _som(e, barn=_noder(e))


def _som(e: Element, barn: tuple[Nod, ...] = (), **mer: object) -> Nod:
    scope = e.attribut.get("scope", "")
    if scope not in ("", "col", "row"):
        raise e.fel(f"scope är ”{scope}”", 'skriv scope="col" eller scope="row"')
    värde = None if e.tagg == "li" else _värde(e)
    return Nod(e.tagg, e.klasser, e.attribut.get("id", ""), scope=scope, värde=värde, barn=barn, **mer)  # type: ignore[arg-type]


def _värde(e: Element) -> Fraction | None:
    värde = e.attribut.get("value")
    if värde is None:
        return None
    if not _VÄRDE.fullmatch(värde):
        raise e.fel(f"value är ”{värde[:40]}”", "skriv ett heltal, eller ett bråk som 1/3")
    return Fraction(värde)


def _diagram(figure: Element) -> Nod:
    """En bildtext, eventuellt namnen på serierna, och par av dt och lika många dd med value."""
    taggar = [b.tagg for b in figure.element()]
    if taggar not in (["figcaption", "dl"], ["figcaption", "ul", "dl"]):
        raise figure.fel("<figure> ska ha <figcaption>, eventuellt <ul>, och <dl>", "ordna mallens delar")
    delar = tuple(_nod(b) if b.tagg != "dl" else _som(b, barn=_noder(b)) for b in figure.element())
    serier = len(delar[1].barn) if len(delar) > 2 else 1
    par, värden = delar[-1].barn, [b for b in delar[-1].barn if b.tagg == "dd"]
    if [b.tagg for b in par] != ["dt", *["dd"] * serier] * (len(par) // (serier + 1)) or not par:
        raise figure.fel("varje stapel ska ha <dt> och sedan ett <dd> för varje serie", "ge varje <dt> sina <dd>")
    if any(b.värde is None for b in värden):
        raise figure.fel("en stapel saknar value", 'ge varje <dd> ett value="…"')
    return _som(figure, barn=delar)


def _har_block(e: Element) -> bool:
    """Om en li, dd eller td håller block; då får ingen text stå bredvid dem."""
    if e.tagg not in BLANDADE or not any(isinstance(d, Element) and d.tagg in BLOCK for d in e.innehåll):
        return False
    for barn in e.element():
        if barn.tagg not in FLÖDE:
            raise barn.fel(f"<{barn.tagg}> står bredvid ett block i <{e.tagg}>", "sätt texten i <p>")
        if barn.tagg == "section" and "noter" not in barn.klasser:
            raise barn.fel(f"<section> får inte stå i <{e.tagg}>", 'ta bort <section>, eller ge den class="noter"')
    return True


def _numrera(ol: Element) -> Iterator[Nod]:
    nummer = _tal(ol, "start", 1)
    for li in ol.element():
        nummer = _tal(li, "value", nummer)
        nod = _nod(li)
        yield Nod("li", nod.klasser, nod.id, nummer, barn=nod.barn, delar=nod.delar)
        nummer += 1


def _tal(e: Element, attribut: str, annars: int) -> int:
    värde = e.attribut.get(attribut)
    if värde is None:
        return annars
    if not (värde.isascii() and värde.isdigit() and len(värde) <= 6):
        raise e.fel(f"{attribut} är ”{värde}”", f"skriv ett heltal från 0 till {_STÖRSTA}")
    return int(värde)


def _pröva_par(dl: Element) -> None:
    taggar = [e.tagg for e in dl.element()]
    if taggar != ["dt", "dd"] * (len(taggar) // 2):
        raise dl.fel("<dl> ska bestå av par: <dt> och sedan <dd>", "ge varje <dt> precis ett <dd>")


def _pröva_noter(section: Element) -> None:
    (ol,) = _precis(section, "ol")
    for li in ol.element():
        if not li.attribut.get("id"):
            raise li.fel("en not saknar id", 'ge varje <li> i noterna ett id="…"')


def _underskrift(div: Element) -> Nod:
    roll_namn = _precis(div, "p", "p")
    return _som(div, barn=tuple(_nod(p) for p in roll_namn))


def _tabell(e: Element) -> Nod:
    """Tabellen med alla rader i thead eller tbody och lika många celler i varje rad."""
    delar: dict[str, list[Nod]] = {"caption": [], "thead": [], "tbody": []}
    for barn in e.element():
        if barn.tagg == "tr":
            delar["tbody"].append(_nod(barn))
        elif barn.tagg == "caption":
            delar["caption"].append(_nod(barn))
        else:
            delar[barn.tagg] += _noder(barn)
    rader = delar["thead"] + delar["tbody"]
    if len({len(r.barn) for r in rader}) > 1:
        raise e.fel("tabellens rader har olika många celler", "ge varje <tr> lika många <th> och <td>")
    if not rader or not rader[0].barn:
        return _som(e)
    grupper = (Nod(t, barn=tuple(delar[t])) for t in ("thead", "tbody") if delar[t])
    return _som(e, barn=(*delar["caption"][:1], *grupper))


def _pröva_hänvisningar(rot: Element) -> None:
    alla = list(_alla(rot))
    kända: set[str] = set()
    for e in alla:
        id_ = e.attribut.get("id")
        if id_ is None:
            continue
        if id_ in kända or not _ID.fullmatch(id_):
            raise e.fel(f"id ”{id_}” finns redan eller är tomt", "ge varje element ett eget id utan mellanslag")
        kända.add(id_)
    for a in alla:
        href = a.attribut.get("href", "")
        if href.startswith("#") and href[1:] not in kända:
            raise a.fel(f"länken {href} leder ingenstans", f'sätt id="{href[1:]}" på det som länken ska leda till')


def _alla(e: Element) -> Iterator[Element]:
    yield e
    for barn in e.innehåll:
        if isinstance(barn, Element):
            yield from _alla(barn)
