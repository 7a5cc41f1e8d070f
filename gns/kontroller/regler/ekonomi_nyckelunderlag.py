"""En fördelningsnyckel har en källa som går att slå upp, hämtad en känd dag och godkänd av någon, och avser rätt tid.

Budgetomslutning tas ur årsredovisningen två år före budgetåret, för alla parter samma år; elevantal är det från den 15 oktober
året före. Exempeldata, och en källa som inte är antecknad, går inte att pröva.

Rätt:
    - typ: budgetomslutning        # i budgetåret 2021
      värdeår: 2019
      källa:
        titel: parternas årsredovisningar för 2019
        hämtad: 2020-09-14
        godkänd_av: Ekonomichefen

Fel:
      värdeår: 2020                # 2021 använder 2019
"""

from collections.abc import Iterator

from gns.kontroller.regel import Regel, Utfall, oprövbar, redan_sagt, uppfylld
from gns.kontroller.underlag import Underlag
from gns.modell.kalla import Källa
from gns.modell.nyckel import UNDERLAG, Elevantal, Nytta


def _pröva(u: Underlag) -> Iterator[Utfall]:
    sagda = list(redan_sagt(u, UNDERLAG))
    yield from sagda
    brutna = {(f.id, f.fält[:2]) for f in sagda}
    for id, b in u.budgetår():
        for i, n in enumerate(b.nycklar):
            if isinstance(n, Nytta) or (id, ("nycklar", i)) in brutna:
                continue
            fattas = _fattas(n.källa) or (
                _fattas(n.uppdatering.källa) if isinstance(n, Elevantal) and n.uppdatering else []
            )
            if n.exempeldata:
                yield oprövbar("budget", id, ("nycklar", i), f"nyckeln {n.namn} har exempeldata och ingen källa")
            elif fattas:
                text = f"{' och '.join(fattas)} för nyckeln {n.namn} är inte antecknad"
                yield oprövbar("budget", id, ("nycklar", i), text, "skriv det under källa")
            else:
                yield uppfylld("budget", id, ("nycklar", i))


def _fattas(källa: Källa | None) -> list[str]:
    if källa is None:
        return ["källan"]
    return [o for o, v in (("hämtad", källa.hämtad), ("godkänd_av", källa.godkänd_av)) if not v]


REGEL = Regel(
    id=UNDERLAG,
    nummer=(93,),
    fråga="Har varje nyckel en källa, och avser den rätt tid?",
    nivå="fel",
    pröva=_pröva,
    praxis="verksamhetsplanen 2019, avsnitt 5.2",
)
