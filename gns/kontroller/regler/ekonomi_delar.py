"""Delarna är tillsammans hela beloppet, och det som inte går jämnt ut har någon.

Delar som har angetts eller fakturerats (``angivna_delar``) ska vara tillsammans hela beloppet; varje del prövas också mot den
som nyckeln ger. Säger ett beslut att varje part får ett belopp (``per_part``) ska beloppet gånger parterna den dagen vara
hela beloppet. Tak som tillsammans lämnar en del av ett initiativ utan någon som betalar är ett fel.

Rätt:
    typ: återbetalar
    belopp: 468 090 kr
    per_part: 52 010 kr              # nio parter

Fel:
    belopp: 468 091 kr               # en krona får ingen
    per_part: 52 010 kr
"""

from collections.abc import Iterator, Sequence
from typing import Literal

from gns.fordelning.basfinansiering import basbelopp
from gns.fordelning.fordela import ÖRE, Fördelning, fördela
from gns.fordelning.initiativ import Delning, dela_initiativ
from gns.fordelning.underlag import Urval, Viktunderlag, viktunderlag
from gns.grund.belopp import skriv_belopp
from gns.grund.datafel import Fältväg
from gns.kontroller.regel import Regel, Utfall, bruten, oprövbar, redan_sagt, uppfylld
from gns.kontroller.underlag import Underlag
from gns.modell.budgetar import Budgetår
from gns.modell.initiativ import DELAR, AngivenDel
from gns.modell.innebar import Återbetalar

_RÅD = "rätta delarna, eller skriv vem som får det som inte går jämnt ut"


def _pröva(u: Underlag) -> Iterator[Utfall]:
    yield from redan_sagt(u, DELAR)
    for id, b in u.budgetår():
        yield from _basen(u, id, b)
        for i, ett in enumerate(b.initiativ):
            angivna = ett.angivna_delar if ett.typ != "köp-sälj" else ()
            d = dela_initiativ(u.bok, b, ett, _enhet(angivna))
            if isinstance(d, tuple):
                hinder = (h for h in d if h.fältväg[-1:] == ("tak",))
                yield from (bruten("budget", id, h.fältväg, h.text, h.råd) for h in hinder)
            if angivna:
                f = d.fördelning if isinstance(d, Delning) else None
                yield from _angivna(id, ("initiativ", i, "angivna_delar"), angivna, f)
    for id, möte, i, p in u.paragrafer():
        antal = sum(part.gäller(möte.datum) for part in u.bok.nämnd.parter)
        for j, v in enumerate(p.innebär):
            if isinstance(v, Återbetalar) and v.per_part and v.fördelningsnyckel in (None, "lika"):
                yield _återbetalning(id, ("paragrafer", i, "innebär", j, "per_part"), v, antal)


def _basen(u: Underlag, id: str, b: Budgetår) -> Iterator[Utfall]:
    bas = basbelopp(u.bok, b)
    if bas is None or b.basfinansiering is None or not b.basfinansiering.angivna_delar:
        return
    underlag = viktunderlag(u.bok, b, Urval(bas.nyckel))
    angivna = b.basfinansiering.angivna_delar
    f: Fördelning | None = None
    if isinstance(underlag, Viktunderlag):
        f = fördela(bas.belopp_öre, underlag.som_vikter(), _enhet(angivna) or bas.enhet)
    yield from _angivna(id, ("basfinansiering", "angivna_delar"), angivna, f)


def _enhet(angivna: Sequence[AngivenDel]) -> Literal["öre"] | None:
    """Delar som är angivna i ören räknas om i ören."""
    return "öre" if any(d.belopp.öre % ÖRE["krona"] for d in angivna) else None


def _angivna(id: str, väg: Fältväg, angivna: Sequence[AngivenDel], f: Fördelning | None) -> Iterator[Utfall]:
    """De angivna delarna mot de uträknade: först summan, sedan var och en."""
    if f is None:
        yield oprövbar("budget", id, väg, "beloppet eller nyckeln är inte känd, så delarna går inte att räkna ut")
        return
    summa, hela, delar = sum(d.belopp.öre for d in angivna), f.belopp_öre, f.delar
    if summa != hela:
        text = f"delarna är tillsammans {skriv_belopp(summa)}, men beloppet är {skriv_belopp(hela)}"
        skillnad = skriv_belopp(abs(hela - summa))
        yield bruten("budget", id, väg, f"{text}: {skillnad} {'saknas' if summa < hela else 'för mycket'}", _RÅD)
    else:
        yield uppfylld("budget", id, väg)
    for i, d in enumerate(angivna):
        if d.belopp.öre != delar.get(d.part, 0):
            text = f"{d.part} angavs {d.belopp}, men nyckeln ger {skriv_belopp(delar.get(d.part, 0))}"
            yield bruten(
                "budget", id, (*väg, i, "belopp"), text, "rätta delen, eller underlaget för nyckeln", "varning"
            )


def _återbetalning(id: str, väg: Fältväg, v: Återbetalar, antal: int) -> Utfall:
    per_part = v.per_part.öre if v.per_part else 0
    if not antal:
        return oprövbar("mote", id, väg, "nämndens parter den dagen är inte kända")
    if per_part * antal == v.belopp.öre:
        return uppfylld("mote", id, väg)
    text = f"{v.per_part} till {antal} parter är {skriv_belopp(per_part * antal)}, men hela beloppet är {v.belopp}"
    skillnad = v.belopp.öre - per_part * antal
    vad = f"{skriv_belopp(abs(skillnad))} {'får ingen' if skillnad > 0 else 'finns inte'}"
    return bruten("mote", id, väg, f"{text}: {vad}", _RÅD)


REGEL = Regel(
    id=DELAR,
    nummer=(92,),
    fråga="Är delarna tillsammans hela beloppet?",
    nivå="fel",
    pröva=_pröva,
    praxis="det som inte går jämnt ut delas efter en sagd regel",
)
