"""Små poster att ändra på i testerna: precis som läsaren ger dem, med text i varje löv."""

from copy import deepcopy
from typing import Any, TypeVar

from gns.modell.bas import Modell
from gns.modell.las import läs

M = TypeVar("M", bound=Modell)

NÄMND: dict[str, Any] = {
    "namn": "Gemensam nämnd",
    "prefix": "GNS",
    "värdorganisation": "region",
    "parter": [
        {"id": "region", "namn": "Regionen", "orgnr": "232100-0214"},
        {"id": "are", "namn": "Åre kommun", "orgnr": "212000-2494", "från": "2018-04-01"},
    ],
    "platser": [
        {"person": "Eva Ek", "som": "ledamot", "roll": "ordförande"},
        {"person": "Ulf Uv", "som": "ledamot"},
        {"person": "Bo By", "som": "ersättare", "part": "are"},
    ],
}
MÖTE: dict[str, Any] = {
    "plats": "Regionens hus",
    "start": "09:00",
    "slut": "10:15",
    "närvaro": [
        {"namn": "Eva Ek", "som": "ledamot", "roll": "ordförande"},
        {"namn": "Bo By", "som": "ersättare", "ersätter": "Ulf Uv"},
    ],
    "paragrafer": [
        {
            "nr": "1",
            "rubrik": "Budget",
            "dnr": "GNS/8/2020",
            "beslut": ["Ramen fastställs till 457 200 kr.", "Chefen får i uppdrag att se över avtalet."],
            "innebär": [
                {"id": "a", "typ": "fastställer", "avser": "ram", "budgetår": "2021", "belopp": "457 200 kr"},
                {"id": "b", "typ": "ger uppdrag", "till": "chefen", "uppdrag": "se över avtalet"},
            ],
        }
    ],
}


def möte(**ändringar: Any) -> dict[str, Any]:
    """En kopia av mötet med ändrade nycklar."""
    return deepcopy(MÖTE) | ändringar


def paragraf(**ändringar: Any) -> dict[str, Any]:
    """Mötet med ändringar i den enda paragrafen."""
    return möte(paragrafer=[deepcopy(MÖTE["paragrafer"][0]) | ändringar])


def nämnd(**ändringar: Any) -> dict[str, Any]:
    """En kopia av nämnden med ändrade nycklar."""
    return deepcopy(NÄMND) | ändringar


def läst(klass: type[M], slag: str, id: str, data: dict[str, Any]) -> M:
    """Posten, som måste gå att läsa utan fel."""
    post, fel = läs(slag, id, data)
    assert fel == ()
    assert isinstance(post, klass)
    return post
