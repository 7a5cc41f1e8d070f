"""Varje summa är summan av sina rader, räknad i ören; bara det som visas avrundas, och det som avrundningen tar bort sägs.

En summa som någon har angett (``angiven_summa``, ``angivet_resultat``) prövas mot raderna. Är den avrundad till det som den
är skriven i är det en varning, så att läsaren vet att raderna inte går ihop på papperet; annars är den fel.

Rätt:
    rader:
      - namn: Lokal
        belopp: -43 tkr
      - namn: Resor
        belopp: -46,4 tkr
    angiven_summa: -89,4 tkr

Fel:
    angiven_summa: -90 tkr        # raderna är -89,4 tkr
"""

from collections.abc import Iterator

from gns.fordelning.budgetsummor import budgetsummor, går_ihop
from gns.grund.belopp import Belopp, skriv_belopp
from gns.grund.datafel import Fältväg
from gns.kontroller.regel import Regel, Utfall, bruten, oprövbar, uppfylld
from gns.kontroller.underlag import Underlag


def _pröva(u: Underlag) -> Iterator[Utfall]:
    for id, b in u.budgetår():
        summor = budgetsummor(u.bok, b)
        if summor is None or b.budget is None:
            continue
        for i, g in enumerate(summor.grupper):
            väg: Fältväg = ("budget", "grupper", i)
            yield _en(id, (*väg, "angiven_summa"), f"summan för {g.grupp.namn}", g.öre, g.grupp.angiven_summa)
        yield _en(id, ("budget", "angivet_resultat"), "resultatet", summor.resultat_öre, b.budget.angivet_resultat)


def _en(id: str, väg: Fältväg, vad: str, öre: int | None, angiven: Belopp | None) -> Utfall:
    """En summa mot sina rader; utan angiven summa räknas den ut och är alltid rätt."""
    if öre is None:
        return oprövbar("budget", id, väg[:-1], f"{vad} har en rad vars belopp inte är känt")
    if angiven is None or angiven.öre == öre:
        return uppfylld("budget", id, väg if angiven else väg[:-1])
    text = f"{vad} anges som {angiven}, men raderna är {skriv_belopp(öre, angiven.enhet)}"
    if går_ihop(öre, angiven):
        rest = skriv_belopp(öre - angiven.öre, angiven.enhet)
        råd = "skriv summan med radernas decimaler, eller ta bort den så att gns räknar; annars svara"
        return bruten("budget", id, väg, f"{text}: {rest} är avrundning", råd, "varning")
    return bruten("budget", id, väg, text, "rätta summan eller raderna")


REGEL = Regel(
    id="EKONOMI-summor",
    nummer=(89,),
    fråga="Är varje summa summan av sina rader?",
    nivå="fel",
    pröva=_pröva,
    praxis="summor räknas ur hela ören",
)
