"""Ett brådskande beslut anmäls vid nämndens nästa sammanträde; andra delegationsbeslut så som nämnden har bestämt.

Nästa sammanträde är det första efter beslutets dag som har hållits: det har en närvaro och dess dag har varit, eller det
är justerat. Ett brådskande beslut som inte anmäldes där är ett fel. För andra är det en varning när ett möte har hållits
utan att de anmäldes, eller när reglementets ``anmälningsfrist`` (dagar efter beslutet) gick ut. Ett senare möte utan
närvaro kan ha ställts in; då går det inte att pröva. Att anmäla vid ett senare möte än det första är tillåtet inom
fristen; säger reglementet ingen går det inte att pröva. Beslut med ``anmäls: nej`` prövas av KL-6-40-protokollforing.

Rätt:
    anmälningsärenden:                  # i mötet efter beslutet
      - delegationsbeslut: 2024-1

Fel:
    beslut:                             # i data/delegation/2024.yaml, och inget möte anmäler det
      - nr: 1
        datum: 2024-02-01
        brådskande: ja
"""

import datetime as dt
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from gns.grund.datafel import Fältväg
from gns.kontroller.regel import EJ_INLAGD, Lagrum, Regel, Utfall, bruten, oprövbar, redan_sagt, uppfylld
from gns.kontroller.underlag import Underlag
from gns.modell.delegation import Delegationsbeslut
from gns.uppdrag.anmalan import Anmälningar, anmälda, hållet

ID = "KL-6-39-anmalan"
_LAGEN = dt.date(2018, 1, 1)
_RÅD = "anmäl det vid nästa möte"
_Ställe = tuple[str, str, Fältväg]


@dataclass(frozen=True)
class _Möten:
    """De möten som har hållits, de som det inte går att säga om, och vad alla möten har anmält."""

    hållna: list[dt.date]
    ovissa: list[dt.date]
    gjorda: Anmälningar


def _pröva(u: Underlag) -> Iterator[Utfall]:
    sagda = [_med_nivå(f, b) for f in redan_sagt(u, ID) if (b := _beslutet(u, f)) and b.datum >= _LAGEN]
    yield from sagda
    tysta = {f[1:4] for f in sagda}
    hållna, ovissa = ([dag for dag, s in u.sammanträden.items() if hållet(s.möte) is h] for h in (True, False))
    möten = _Möten(hållna, [dag for dag in ovissa if dag < u.idag], anmälda(u.bok))
    for år, d in sorted(u.bok.delegation.items()):
        if not u.bok.hel:
            text = "alla poster gick inte att läsa, så det går inte att säga vad som är anmält"
            yield oprövbar("delegation", str(år), (), text, "rätta först de poster som inte går att läsa")
            continue
        for k, b in enumerate(d.beslut):
            ställe: _Ställe = ("delegation", str(år), ("beslut", k))
            if b.anmäls and ställe not in tysta:
                yield from _ett(u, möten, ställe, b)


def _beslutet(u: Underlag, f: Utfall) -> Delegationsbeslut | None:
    """Delegationsbeslutet som ett fel ur läsproven gäller: i delegationens post, eller anmält i ett möte."""
    k = int(f.fält[1])
    if f.slag == "delegation":
        return u.bok.delegation[int(f.id)].beslut[k]
    return u.bok.delegationsbeslut(u.bok.möten[dt.date.fromisoformat(f.id)].anmälningsärenden[k].delegationsbeslut)


def _med_nivå(f: Utfall, b: Delegationsbeslut) -> Utfall:
    """Läsproven varnar bara; att ett brådskande beslut inte är anmält i tid är ett fel."""
    return f._replace(nivå="fel") if b.brådskande else f


def _ett(u: Underlag, möten: _Möten, ställe: _Ställe, b: Delegationsbeslut) -> Iterator[Utfall]:
    ref = f"{ställe[1]}-{b.nr}"
    anmält = min((d for d in möten.gjorda.get(ref, ()) if d >= b.datum), default=None)
    nästa = _efter(möten.hållna, b.datum)
    if b.datum < _LAGEN:
        yield oprövbar(*ställe, EJ_INLAGD)
    elif anmält is None:
        yield from () if ref in möten.gjorda else _oanmält(u, möten, ställe, b)
    elif nästa is None or anmält <= nästa:
        yield uppfylld(*ställe)
    elif not b.brådskande:
        yield _senare(u, ställe, b, anmält)


def _senare(u: Underlag, ställe: _Ställe, b: Delegationsbeslut, anmält: dt.date) -> Utfall:
    """Ett beslut som inte brådskar och som anmäls vid ett senare möte än det första."""
    ref = f"{ställe[1]}-{b.nr}"
    if (senast := _frist(u, b)) is None:
        text = f"det går inte att säga om {ref} anmäldes i tid: reglementet har ingen anmälningsfrist"
        return oprövbar(*ställe, text, "skriv anmälningsfrist i reglementet i data/namnd.yaml")
    if anmält <= senast:
        return uppfylld(*ställe)
    text = f"delegationsbeslutet {ref} anmäls {anmält}, men {senast} var den sista dagen enligt reglementet"
    return bruten(*ställe, text, "rätta dagen om den är fel; annars är det anmält för sent", "varning")


def _oanmält(u: Underlag, möten: _Möten, ställe: _Ställe, b: Delegationsbeslut) -> Iterator[Utfall]:
    ref = f"{ställe[1]}-{b.nr}"
    nästa, senast = _efter(möten.hållna, b.datum), _frist(u, b)
    if nästa and nästa < u.idag:
        if b.brådskande:
            text = f"det brådskande beslutet {ref} skulle ha anmälts vid nästa möte, {nästa} (KL 6:40)"
            yield bruten(*ställe, text, _RÅD)
        else:
            text = f"delegationsbeslutet {ref} är inte anmält, fast mötet {nästa} hölls efter det"
            yield bruten(*ställe, text, _RÅD, "varning")
    elif senast and senast < u.idag and not b.brådskande:
        text = f"delegationsbeslutet {ref} är inte anmält, men {senast} var den sista dagen enligt reglementet"
        yield bruten(*ställe, text, _RÅD, "varning")
    elif oviss := _efter(möten.ovissa, b.datum):
        text = f"{ref} är inte anmält, men det går inte att säga om mötet {oviss} hölls: närvaron saknas"
        yield oprövbar(*ställe, text, "skriv uppropet under närvaro i mötets post")


def _frist(u: Underlag, b: Delegationsbeslut) -> dt.date | None:
    """Den sista dagen enligt reglementet, om det säger någon."""
    reglemente = u.bok.nämnd.reglemente(b.datum)
    if reglemente is None or reglemente.anmälningsfrist is None:
        return None
    return dt.date.fromordinal(min(b.datum.toordinal() + reglemente.anmälningsfrist, dt.date.max.toordinal()))


def _efter(dagar: list[dt.date], dag: dt.date) -> dt.date | None:
    """Den första dagen efter en dag, i en lista i ordning."""
    i = bisect_right(dagar, dag)
    return dagar[i] if i < len(dagar) else None


REGEL = Regel(
    id=ID,
    nummer=(70,),
    fråga="Är delegationsbesluten anmälda till nämnden, de brådskande vid nästa sammanträde?",
    nivå="fel",
    pröva=_pröva,
    stöd=(
        Lagrum("KL 6:39", "2017:725", _LAGEN),
        Lagrum("KL 6:40", "2017:725", _LAGEN),
        Lagrum("KL 7:8", "2017:725", _LAGEN),
    ),
)
