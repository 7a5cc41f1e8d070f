"""Det som en part köper av en annan har ett avtal, och köparna betalar tillsammans det som säljaren får.

Säljaren tar betalt för sin kostnad: ett pris för varje enhet, eller kostnaden delad efter antal, med det påslag som avtalet säger.
Att summan går ihop räknas ut; det som ska visas är avtalet.

Rätt:
    initiativ:
      - typ: köp-sälj
        säljare: ostersund
        avtal: GNS/12/2020, avtal om GIS-stöd

Fel:
    initiativ:
      - typ: köp-sälj
        säljare: ostersund           # inget avtal
"""

from collections.abc import Iterator

from gns.fordelning.initiativ import Delning, dela_initiativ
from gns.kontroller.regel import Regel, Utfall, bruten, oprövbar, uppfylld
from gns.kontroller.underlag import Underlag
from gns.modell.initiativ import KöpSälj


def _pröva(u: Underlag) -> Iterator[Utfall]:
    for id, b in u.budgetår():
        for i, ett in enumerate(b.initiativ):
            if not isinstance(ett, KöpSälj):
                continue
            if not isinstance(delat := dela_initiativ(u.bok, b, ett), Delning):
                hinder = "; ".join(f.text for f in delat)
                yield oprövbar("budget", id, ("initiativ", i), f"{ett.namn} går inte att räkna ut: {hinder}")
            elif not ett.avtal:
                text = f"{ett.namn} har inget avtal som säger vad köparna betalar"
                yield bruten("budget", id, ("initiativ", i), text, "skriv avtal, med nummer eller datum")
            else:
                yield uppfylld("budget", id, ("initiativ", i, "avtal"))


REGEL = Regel(
    id="EKONOMI-kop",
    nummer=(103,),
    fråga="Har det som parterna köper av varandra ett avtal?",
    nivå="varning",
    pröva=_pröva,
    praxis="verksamhetsplanen 2019, avsnitt 5.2",
)
