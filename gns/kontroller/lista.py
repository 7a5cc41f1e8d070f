"""Alla regler, i den ordning de visas. En ny regel är en fil i ``regler/`` och en rad här; ett id återanvänds aldrig."""

from importlib import import_module

from gns.kontroller.regel import Regel

REGLER = (
    "KL-6-27-beslutsfor",
    "KL-4-27-reservation",
    "PRAXIS-anteckningar",
    "PRAXIS-dnr",
    "PRAXIS-rubrik",
    "POST-hanvisning",
    "PRAXIS-artal",
    "PRAXIS-belopp",
    "PRAXIS-fristaende",
    "PRAXIS-forslag",
    "PRAXIS-underlag",
    "PRAXIS-expediering",
    "KL-5-69-justering",
    "KL-8-12-anslag",
    "KL-9-32-alla-anslag",
    "KL-13-5-overklagande",
    "KL-13-5-nedtagning",
    "KL-8-12-anslagets-innehall",
    "PRAXIS-omedelbar",
    "KL-13-14-verkstallighet",
    "KL-13-2-overklagbarhet",
    "KL-5-69-underskrift",
    "PRAXIS-justerare",
    "KL-9-22-overenskommelse",
    "KL-9-34-ansvarsfrihet",
    "KL-9-30-delegat",
    "POST-lasbar",
    "POST-samband",
)


def regel(id: str) -> Regel:
    """Regeln med sitt id; ModuleNotFoundError när den inte finns."""
    hittad: Regel = import_module(_modul(id)).REGEL
    return hittad


def finns(id: str) -> bool:
    """Om det finns en regel med det id:t, skrivet precis så."""
    try:
        return regel(id).id == id
    except (ImportError, ValueError):
        return False


def alla_regler() -> tuple[Regel, ...]:
    """Alla regler."""
    return tuple(map(regel, REGLER))


def förklaring(id: str) -> str:
    """Regelns förklaring, ur dess docstring."""
    return import_module(_modul(id)).__doc__ or ""


def _modul(id: str) -> str:
    return f"gns.kontroller.regler.{id.lower().replace('-', '_')}"
