"""En plats som ingen har räknas ändå med när gns räknar hälften av ledamöterna.

Att vakanta platser räknas med i hälften är gns läsning av lagen; en jurist har inte bekräftat den. Därför sägs det vid
varje möte som hölls medan någon plats för en ledamot var vakant. Har nämnden färre platser än ``antal_ledamöter`` går
det inte att säga om resten är vakanta eller bara inte inlagda.

Rätt:
    - id: berg-1
      person: Ulf Uv
      som: ledamot

Fel:
    - id: berg-1
      vakant: ja
      som: ledamot
"""

from collections.abc import Iterator

from gns.kontroller.regel import Regel, Utfall, bruten, oprövbar, uppfylld
from gns.kontroller.underlag import Underlag
from gns.modell.mote import Möte
from gns.modell.namnd import Nämnd
from gns.sammantrade.narvaroprov_text import uppräknat

_RÅD = "be parten välja till platsen; är den indragen, skriv till på platsen och rätta antal_ledamöter"


def _pröva(u: Underlag) -> Iterator[Utfall]:
    return (_ett_möte(u.bok.nämnd, id, möte) for id, möte in u.möten() if möte.är_hållet)


def _ett_möte(nämnd: Nämnd, id: str, möte: Möte) -> Utfall:
    väg = ("närvaro",)
    platser = [p for p in nämnd.platser if p.som == "ledamot" and p.gäller(möte.datum)]
    reglemente = nämnd.reglemente(möte.datum)
    antal = reglemente.antal_ledamöter if reglemente else None
    if vakanta := [p.namn for p in platser if p.vakant]:
        vilka = f"platsen {vakanta[0]} är vakant" if len(vakanta) == 1 else f"platserna {uppräknat(vakanta)} är vakanta"
        bland = f"nämndens {antal} ledamöter" if antal else "nämndens ledamöter"
        text = f"{vilka} men räknas med bland {bland} när hälften räknas (KL 6:27)"
        return bruten("mote", id, väg, text, _RÅD)
    if antal is None:
        return oprövbar("mote", id, väg, "det står inte hur många ledamöter nämnden har", "skriv antal_ledamöter")
    if len(platser) < antal:
        text = f"{len(platser)} av nämndens {antal} platser för ledamöter är inlagda"
        return oprövbar("mote", id, väg, text, "lägg in platserna i data/namnd.yaml, med vakant: ja för de tomma")
    return uppfylld("mote", id)


REGEL = Regel(
    id="PRAXIS-vakanser",
    nummer=(16,),
    fråga="Var alla platser för ledamöter besatta vid mötet?",
    nivå="upplysning",
    pröva=_pröva,
    praxis="vakanta platser i beslutsförheten",
)
