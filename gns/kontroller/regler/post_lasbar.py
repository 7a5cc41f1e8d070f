"""En post som inte går att läsa blir aldrig en handling och prövas inte av någon annan regel.

Det kan vara filens form (indrag, citattecken, en nyckel två gånger), en nyckel som inte finns, ett värde som inte går
att tolka (ett belopp som inte är hela ören) eller ett filnamn som inte är en posts. Det som andra poster säger om posten prövas när den går att läsa.

Rätt:
    rubrik: "Budget: förslag"

Fel:
    rubrik: Budget: förslag
"""

from collections.abc import Iterator

from gns.kontroller.regel import Regel, Utfall, uppfylld
from gns.kontroller.underlag import Underlag


def _pröva(u: Underlag) -> Iterator[Utfall]:
    """Det som kom så här långt gick att läsa; det andra säger läsningen."""
    yield from (uppfylld(slag, id) for slag, id in u.bok.poster)


REGEL = Regel(
    id="POST-lasbar",
    nummer=(116,),
    fråga="Går posten att läsa?",
    nivå="fel",
    pröva=_pröva,
    praxis="postens form",
)
