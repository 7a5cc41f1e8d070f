"""``gns närvaro``: hur ofta var och en var med ett år."""

from typing import TYPE_CHECKING

from gns.cli import utskrift, val

if TYPE_CHECKING:
    from gns.dokument.register_narvaro import Närvarorad


def kör(år: val.År, filformat: val.Listformat = "text", data: val.Data = None) -> None:
    """Visar ett års närvaro, person för person.

    Möten är de som hölls medan personen hade sin plats och som har närvaron antecknad. Paragrafer är alla §§ i de
    mötena, och de där personen tog del i minst ett delbeslut; ett möte utan §§ räknas efter uppropet. De som var med
    utan plats i nämnden står sist: för dem finns inga möten att räkna av, och tjänstemän och andra övriga tjänstgör
    inte. Där står –.

    Exempel:
      gns närvaro 2020
      gns närvaro 2020 --format csv > narvaro-2020.csv
    """
    valt = val.känt_format(filformat, val.LISTFORMAT)
    året = val.år(år)

    from gns.cli.kolumner import Kolumn, tabell
    from gns.cli.register import lämna
    from gns.dokument.register_narvaro import Närvarorad
    from gns.flows.register import lista_närvaro

    antal, rader = lista_närvaro(val.här(), val.katalog(data), året)
    kolumner = (
        Kolumn("Namn", _vem, bryts=True),
        Kolumn("Möten", lambda r: _tal(r.möten), höger=True),
        Kolumn("Närvarande", lambda r: f"{r.närvarande}{_andel(r.närvarande, r.möten)}", höger=True),
        Kolumn("Tjänstgjort", lambda r: f"{_tal(r.tjänstgjort)}{_andel(r.tjänstgjort, r.möten)}", höger=True),
        Kolumn("Paragrafer", _paragrafer, höger=True),
    )
    lämna(rader, Närvarorad, valt, lambda: f"{tabell(kolumner, rader)}\n{_fotnot(antal, året)}\n")
    if not rader:
        utskrift.meddela(_fotnot(antal, året))


def _vem(rad: "Närvarorad") -> str:
    parti = f" ({rad.parti})" if rad.parti else ""
    part = f", {rad.part}" if rad.part else ""
    return f"{rad.namn}{parti}, {rad.roll or rad.som}{part}"


def _paragrafer(rad: "Närvarorad") -> str:
    antal, alla = rad.paragrafer_tjänstgjort, rad.paragrafer
    return "–" if antal is None else f"{antal} av {_tal(alla)}{_andel(antal, alla)}"


def _tal(antal: int | None) -> str:
    return "–" if antal is None else str(antal)


def _andel(antal: int | None, alla: int | None) -> str:
    """`` (78 %)``, avrundat till hela procent; tomt när det inte finns något att räkna av."""
    return f" ({(200 * antal + alla) // (2 * alla)} %)" if alla and antal is not None else ""


def _fotnot(antal: int, år: int) -> str:
    if not antal:
        return f"Inget möte {år} har närvaron antecknad."
    return f"{antal} {'möte' if antal == 1 else 'möten'} {år} har närvaron antecknad."
