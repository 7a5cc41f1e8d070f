"""Typsnittet som pdf och ritningar sätts med."""

from importlib.util import find_spec
from pathlib import Path

from gns.grund.fel import Användningsfel


def typsnittsmapp() -> str:
    """Mappen med Open Sans; paketet körs inte (det skulle läsa in PIL om det finns)."""
    spec = find_spec("ttf_opensans")
    if spec is None or not spec.submodule_search_locations:
        raise Användningsfel("typsnittet Open Sans är inte installerat", "installera gns på nytt")
    return str(Path(spec.submodule_search_locations[0]) / "ttf")
