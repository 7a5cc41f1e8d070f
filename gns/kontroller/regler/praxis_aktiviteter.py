"""Varje planerad aktivitet har lett till ett ärende, eller sägs inte vara påbörjad.

Revisorerna fann att planens aktiviteter inte följdes upp. När året är slut ska varje aktivitet ha minst ett ärende, eller
``ej_påbörjad: ja``. Under året går den som inte har något ärende inte att pröva.

Rätt:
    aktiviteter:
      - aktivitet: Se över driften.
        ärenden:
          - GNS/2/2024

Fel:
    aktiviteter:
      - aktivitet: Se över driften.      # inget ärende när året är slut
"""

from collections.abc import Iterator

from gns.kontroller.regel import Regel, Utfall, bruten, oprövbar, uppfylld
from gns.kontroller.underlag import Underlag


def _pröva(u: Underlag) -> Iterator[Utfall]:
    for id, b in u.budgetår():
        for i, a in enumerate(b.aktiviteter):
            väg = ("aktiviteter", i)
            if a.ärenden or a.ej_påbörjad:
                yield uppfylld("budget", id, väg)
            elif b.år < u.idag.year:
                text = f"aktiviteten har inget ärende, fast {b.år} är slut"
                yield bruten("budget", id, väg, text, "skriv ärendena där den behandlades, eller ej_påbörjad: ja")
            else:
                yield oprövbar("budget", id, väg, f"aktiviteten har inget ärende än, och {b.år} är inte slut")


REGEL = Regel(
    id="PRAXIS-aktiviteter",
    nummer=(74,),
    fråga="Har varje planerad aktivitet lett till ett ärende?",
    nivå="varning",
    pröva=_pröva,
    praxis="planen följs upp",
)
