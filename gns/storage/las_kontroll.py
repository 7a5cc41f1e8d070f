"""Läsningen för kontrollerna: allt som går att läsa blir en bok, och inget fel stoppar det andra."""

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from gns.grund.datafel import Datafel, Filfel
from gns.grund.fel import Postfel
from gns.storage.arkiv import Arkiv, främmande, poster
from gns.storage.las import Läst, bygg_bok, läs_fil, utpekat

if TYPE_CHECKING:
    from gns.modell.bok import Bok

Postnamn = tuple[str, str]


@dataclass(slots=True)
class Kontrolläsning:
    """Det som lästes: boken (None utan läsbar nämnd), felen i poster som inte gick att läsa, felen inom de andra, filerna."""

    arkiv: Arkiv
    bok: "Bok | None" = None
    oläsbara: list[Filfel] = field(default_factory=list)
    egna: list[tuple[str, str, Datafel]] = field(default_factory=list)
    lästa: dict[Postnamn, Läst] = field(default_factory=dict)
    antal: int = 0
    alla: frozenset[Postnamn] = frozenset()  # också de som inte gick att läsa

    def pekar_på_oläsbar(self, post: Postnamn, fel: Datafel) -> bool:
        """Om värdet där felet är nämner en post som finns men inte gick att läsa."""
        värde = utpekat(self.lästa[post], fel)
        nämnda = {("arende", värde.replace("/", "-")), ("mote", värde[:10]), ("delegation", värde)}
        return any(n in self.alla and n not in self.lästa for n in nämnda)


def load_för_kontroll(arkiv: Arkiv) -> Kontrolläsning:
    """Alla poster; boken är hel bara när alla gick att läsa. Diskfel när disken hindrar."""
    from gns.modell.las import läs
    from gns.storage.plats import filfel

    alla = poster(arkiv)
    ut = Kontrolläsning(arkiv, oläsbara=list(främmande(arkiv)), alla=frozenset((slag, id) for slag, id, _ in alla))
    modeller: dict[Postnamn, Any] = {}
    for slag, id, _ in alla:
        ut.antal += 1
        try:
            läst = läs_fil(arkiv.riktig_stig(slag, id))
        except Postfel as fel:
            ut.oläsbara += fel.fel
            continue
        post, fynd = läs(slag, id, läst.data)
        if post is None:
            ut.oläsbara += filfel(läst.stig, läst.rå, fynd)
            continue
        modeller[slag, id], ut.lästa[slag, id] = post, läst
        ut.egna += ((slag, id, f) for f in fynd)
    if ("namnd", "namnd") in modeller:
        ut.bok = bygg_bok(modeller, hel=len(modeller) == ut.antal)
    return ut
