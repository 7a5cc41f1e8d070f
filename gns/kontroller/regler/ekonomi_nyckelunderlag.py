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

from gns.grund.datafel import Fältväg
from gns.kontroller.regel import Regel, Utfall, oprövbar, redan_sagt, uppfylld
from gns.kontroller.underlag import Underlag
from gns.modell.kalla import Källa
from gns.modell.nyckel import UNDERLAG, Budgetomslutning, Elevantal, Folkmängd, Nytta, Överenskommen

Mätt = Budgetomslutning | Elevantal | Folkmängd | Överenskommen


def _pröva(u: Underlag) -> Iterator[Utfall]:
    sagda = list(redan_sagt(u, UNDERLAG))
    yield from sagda
    brutna = {(f.id, f.fält[:2]) for f in sagda}
    for id, b in u.budgetår():
        for i, n in enumerate(b.nycklar):
            if isinstance(n, Nytta) or (id, ("nycklar", i)) in brutna:
                continue
            väg, vad, fattas = _det_som_fattas(("nycklar", i), n)
            if n.exempeldata:
                yield oprövbar("budget", id, ("nycklar", i), f"nyckeln {n.namn} har exempeldata och ingen källa")
            elif fattas:
                text = f"{' och '.join(fattas)} för {vad} är inte antecknad"
                yield oprövbar("budget", id, väg, text, "skriv det under källa")
            else:
                yield uppfylld("budget", id, ("nycklar", i))


def _det_som_fattas(väg: Fältväg, n: Mätt) -> tuple[Fältväg, str, list[str]]:
    """(plats, vad det gäller, det som fattas) för nyckelns källa, och när den är hel för uppdateringens."""
    fattas = _fattas(n.källa)
    if not fattas and isinstance(n, Elevantal) and n.uppdatering:
        return (*väg, "uppdatering"), f"uppdateringen av nyckeln {n.namn}", _fattas(n.uppdatering.källa)
    return väg, f"nyckeln {n.namn}", fattas


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
