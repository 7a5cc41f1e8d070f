"""Hur många ställen en regel är uppfylld på: det som fynden inte visar."""

from pathlib import Path

from gns.flows.kontrollera import kontrollera
from tests.kontroller.arkiv import IDAG, Ändringar, skriv


def uppfyllda(mapp: Path, regel: str, ändringar: Ändringar | None = None) -> int:
    """Antalet uppfyllda ställen på det rena arkivet med ändringarna."""
    skriv(mapp, ändringar)
    return kontrollera(mapp, mapp, (), (regel,), IDAG).uppfyllda
