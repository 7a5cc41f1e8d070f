"""Beslut och pengar hänger ihop åt båda hållen: det bokförda är beslutat, och det beslutade är bokfört.

Varje belopp i ett budgetår pekar på beslutet som bär det. Är mötet i arkivet ska beslutets ``innebär`` ha samma belopp (ett
som är skrivet i tkr jämförs till ett halvt tusental). Ett beslut utanför arkivet är en giltig grund, men går inte att pröva
här; det gäller också ``ursprung``, till exempel fullmäktiges beslut hos parterna. Åt andra hållet ska det som ett möte
fastställer, reserverar eller för vidare finnas i budgetåret, med det senaste beslutet om samma sak. Ett initiativs beslut
får handla om uppdraget utan att säga något belopp; då går beloppet inte att pröva.

Rätt:
    reserveringar:
      - id: projekt
        belopp: 417 tkr
        beslut: 2020-02-14 § 8 a     # innebär: reserverar, 417 tkr

Fel:
    reserveringar:
      - id: projekt
        belopp: 471 tkr              # beslutet säger 417 tkr
        beslut: 2020-02-14 § 8 a
"""

from collections.abc import Iterator

from gns.fordelning.bokfort import Bokfört, Bär, bokfört, rör
from gns.grund.datafel import Fältväg
from gns.kontroller.regel import Regel, Utfall, bruten, oprövbar, uppfylld
from gns.kontroller.underlag import Underlag
from gns.modell.innebar import Balanserar, Reserverar

_SKRIV_BESLUT = "skriv beslut: DATUM § N med bokstaven i innebär"


def _pröva(u: Underlag) -> Iterator[Utfall]:
    for id, b in u.budgetår():
        yield from (_bokfört(u, id, x) for x in bokfört(u.bok, b))
    for id, _, i, p in u.paragrafer():
        for j, v in enumerate(p.innebär):
            if isinstance(v, Bär):
                yield _beslutat(u, id, ("paragrafer", i, "innebär", j), f"{id} § {p.nr}", v)


def _bokfört(u: Underlag, id: str, x: Bokfört) -> Utfall:
    """Det bokförda mot beslutet som det pekar på."""
    if x.beslut is None:
        if x.utanför:
            text = f"grunden är ”{x.utanför}”, utanför arkivet, så beloppet går inte att jämföra med beslutet"
            return oprövbar("budget", id, x.fält, text)
        return bruten("budget", id, x.fält, "beloppet pekar inte på något beslut", _SKRIV_BESLUT)
    fält = (*x.fält, "beslut") if x.fält != ("budget",) else ("beslut",)
    dag, _, resten = x.beslut.partition(" § ")
    if dag not in {str(d) for d in u.bok.möten}:
        return oprövbar("budget", id, fält, f"mötet {dag} finns inte i arkivet, så beloppet går inte att jämföra")
    bär = [r for v in u.bok.verkningar(x.beslut) if (r := rör(v, x, int(id)))]
    if not bär and x.fält[0] == "initiativ":
        return oprövbar("budget", id, fält, f"{x.beslut} fastställer inget belopp, så {x.belopp} går inte att jämföra")
    if not bär:
        text = f"{x.beslut} säger inget om det i innebär" if resten else f"{x.beslut} säger inte vilken § som beslutade"
        return bruten("budget", id, fält, text, _SKRIV_BESLUT)
    if x.belopp is None or any(v.belopp.motsvarar(x.belopp) for v in bär):
        return uppfylld("budget", id, fält)
    text = f"{x.i_ord} är bokfört, men {x.beslut} säger {bär[0].belopp}"
    return bruten("budget", id, fält, text, "rätta beloppet i budgetåret; det är beslutet som gäller")


def _beslutat(u: Underlag, id: str, väg: Fältväg, paragraf: str, v: Bär) -> Utfall:
    """Det beslutade mot budgetåret som skulle bokföra det; när beslutet är ändrat gäller det senare."""
    if not u.bok.budgetår:
        return oprövbar("mote", id, väg, f"inga budgetår finns, så det går inte att se om {paragraf} är bokförd")
    år = None if isinstance(v, Reserverar) else v.till_år if isinstance(v, Balanserar) else v.budgetår
    if år is not None and år not in u.bok.budgetår:
        text = f"{paragraf} {v.typ} {v.belopp} för {år}, men budgetåret {år} finns inte"
        return bruten("mote", id, väg, text, "lägg upp budgetåret, eller rätta året i innebär")
    årens = [b for b in u.bok.budgetår.values() if år in (None, b.år)]
    pekar = [x.beslut for b in årens for x in bokfört(u.bok, b) if x.beslut and rör(v, x, b.år)]
    senare = any(ref[:10] > id for ref in pekar) and not isinstance(v, Reserverar)
    if senare or any(ref in (paragraf, f"{paragraf} {v.id}") for ref in pekar):
        return uppfylld("mote", id, väg)
    vad = f"budgetåret {år} pekar inte på beslutet" if år else "ingen reservering pekar på beslutet"
    råd = f"skriv beslut: {paragraf} {v.id} vid beloppet i budgetårets post"
    return bruten("mote", id, väg, f"{paragraf} {v.typ} {v.belopp}, men {vad}", råd)


REGEL = Regel(
    id="EKONOMI-las",
    nummer=(),
    fråga="Är det bokförda beslutat, och det beslutade bokfört?",
    nivå="fel",
    pröva=_pröva,
    praxis="belopp skrivs en gång, i beslutet",
)
