"""En anmärkning från revisorerna har åtgärd, ansvarig och dag, och ärendet avslutas först när den är åtgärdad.

Att återta uppdraget åtgärdar ingen brist: ``åtgärdad`` är beslutet där nämnden fann att bristen är borta.

Rätt:
    anmärkningar:
      - id: uppfoljning
        brist: beslut följs inte upp
        åtgärd: uppdragslistan redovisas vid varje möte
        ansvarig: Sekreteraren
        senast: 2024-12-31
        åtgärdad: 2024-11-04 § 5

Fel:
    anmärkningar:
      - id: uppfoljning
        brist: beslut följs inte upp     # ingen åtgärd, och ärendet är avslutat
"""

from collections.abc import Iterator

from gns.grund.datafel import Fältväg
from gns.kontroller.regel import Regel, Utfall, bruten, uppfylld
from gns.kontroller.underlag import Underlag
from gns.modell.arende import Anmärkning
from gns.uppdrag.arendelage import Ärendeläge, läge_efter, steg_per_ärende


def _pröva(u: Underlag) -> Iterator[Utfall]:
    granskade = [(id, dnr, ä) for id, dnr, ä in u.ärenden() if ä.anmärkningar]
    steg = steg_per_ärende(u.bok) if granskade else {}
    for id, dnr, ä in granskade:
        läge = läge_efter(steg.get(dnr, []), dnr)
        for i, a in enumerate(ä.anmärkningar):
            yield _en(id, ("anmärkningar", i), a, läge)


def _en(id: str, väg: Fältväg, a: Anmärkning, läge: Ärendeläge) -> Utfall:
    fattas = [o for o, v in (("åtgärd", a.åtgärd), ("ansvarig", a.ansvarig), ("dag", a.senast)) if not v]
    utan = f"har ingen {' och ingen '.join(fattas)}" if fattas else ""
    if a.åtgärdad or (not fattas and läge.tillstånd != "avslutat"):
        return uppfylld("arende", id, väg)
    if läge.tillstånd == "avslutat":
        var = f"{läge.sedan}{f' § {läge.nr}' if läge.nr else ''}"
        text = f"ärendet avslutades {var} fast anmärkningen inte är åtgärdad{f' och {utan}' if utan else ''}"
        råd = "besluta om åtgärden och skriv beslutet i åtgärdad, eller återuppta ärendet"
        return bruten("arende", id, väg, text, råd)
    return bruten("arende", id, väg, f"anmärkningen {utan}", "skriv åtgärd, ansvarig och senast")


REGEL = Regel(
    id="PRAXIS-revision",
    nummer=(77,),
    fråga="Är revisorernas anmärkningar åtgärdade innan ärendet avslutas?",
    nivå="varning",
    pröva=_pröva,
    praxis="revisorernas granskning följs upp",
)
