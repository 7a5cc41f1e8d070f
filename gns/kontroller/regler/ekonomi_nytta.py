"""Andelar av nyttan är tillsammans 100 procent, var och en motiverad, och beslutade.

Rätt:
    - typ: nytta
      andelar:
        - part: are
          andel: 60 %
          motiv: |
            Åre har sex av tio användare.
        - part: berg
          andel: 40 %
          motiv: |
            Berg har fyra av tio.
      beslut: 2021-02-08 § 4 a

Fel:
        - part: berg
          andel: 30 %                # tillsammans 90 %
"""

from collections.abc import Iterator

from gns.kontroller.regel import Regel, Utfall, redan_sagt, uppfylld
from gns.kontroller.underlag import Underlag
from gns.modell.nyckel import NYTTA, Nytta


def _pröva(u: Underlag) -> Iterator[Utfall]:
    sagda = list(redan_sagt(u, NYTTA))
    yield from sagda
    brutna = {(f.id, f.fält[:2]) for f in sagda}
    for id, b in u.budgetår():
        for i, n in enumerate(b.nycklar):
            if isinstance(n, Nytta) and (id, ("nycklar", i)) not in brutna:
                yield uppfylld("budget", id, ("nycklar", i))


REGEL = Regel(
    id=NYTTA,
    nummer=(105,),
    fråga="Är andelarna av nyttan hela nyttan, motiverade och beslutade?",
    nivå="fel",
    pröva=_pröva,
    praxis="överenskommelsen: kostnader i proportion till nyttan",
)
