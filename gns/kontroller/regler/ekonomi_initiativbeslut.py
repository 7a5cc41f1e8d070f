"""Varje initiativ har ett beslut där nämnden tog på sig uppdraget.

Nämnden utför uppdrag från minst två parter, som den har tagit på sig i ett eget beslut (överenskommelsen). Deltagarna prövas
av EKONOMI-deltagande.

Rätt:
    initiativ:
      - id: dso
        namn: Gemensamt dataskyddsombud
        beslut: 2019-02-08 § 4

Fel:
    initiativ:
      - id: dso
        namn: Gemensamt dataskyddsombud     # inget beslut
"""

from collections.abc import Iterator

from gns.kontroller.regel import Regel, Utfall, bruten, uppfylld
from gns.kontroller.underlag import Underlag


def _pröva(u: Underlag) -> Iterator[Utfall]:
    for id, b in u.budgetår():
        for i, ett in enumerate(b.initiativ):
            if ett.beslut:
                yield uppfylld("budget", id, ("initiativ", i, "beslut"))
            else:
                text = f"{ett.namn} har inget beslut där nämnden tog på sig uppdraget"
                yield bruten("budget", id, ("initiativ", i), text, "skriv beslut: DATUM § N")


REGEL = Regel(
    id="EKONOMI-initiativbeslut",
    nummer=(65,),
    fråga="Har nämnden beslutat att ta på sig varje initiativ?",
    nivå="varning",
    pröva=_pröva,
    praxis="överenskommelsen",
)
