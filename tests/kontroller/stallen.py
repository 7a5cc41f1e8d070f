"""Det som kommandots utskrift bara räknar: hur många ställen som uppfyllde en regel."""

from pathlib import Path

from gns.flows.kontrollera import kontrollera
from gns.flows.kontrollrad import Kontroll
from tests.kontroller.arkiv import IDAG, Ändringar, skriv


def uppfyllda(mapp: Path, regel: str, ändringar: Ändringar | None = None) -> int:
    """Antalet ställen i arkivet med ändringarna som uppfyllde regeln."""
    return prövat(skriv(mapp, ändringar), regel).uppfyllda


def prövat(mapp: Path, regel: str) -> Kontroll:
    """En regel prövad på arkivet i mappen."""
    return kontrollera(mapp, None, (), (regel,), IDAG)
