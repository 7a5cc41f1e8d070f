"""Kalkylbladen som LibreOffice öppnar, räknar om och sparar dem: varje tal och varje text är densamma."""

import re
import subprocess
import zipfile
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest
from python_calamine import CalamineWorkbook

from tests.program.arenden import GNS, ROT

BLAD = {
    "fordelning": ("fördela", "100000", "--nyckel", "elevantal", "--jämför", "lika"),
    "oren": ("fördela", "52010,11", "--nyckel", "folkmängd", "--enhet", "öre"),
    "manader": ("fördela", "468091", "--nyckel", "lika", "--år", "2018"),
    "budget": ("budget", "2019"),
    "uppfoljning": ("uppföljning", "2019"),
    "revision": ("revisionsunderlag", "2020", "--per", "2021-04-15"),
}


def _med(fil: Path, ny: Path, ändra: Callable[[str], str] = lambda text: text) -> Path:
    """Filen utan formlernas sparade värden, som LibreOffice annars visar i stället för att räkna; ``ändra`` får bladets xml."""
    with zipfile.ZipFile(fil) as in_, zipfile.ZipFile(ny, "w") as ut:
        for namn in in_.namelist():
            data = in_.read(namn)
            if namn.startswith("xl/worksheets/sheet"):
                data = re.sub(r"(</f>)<v>[^<]*</v>", r"\1", ändra(data.decode())).encode()
            ut.writestr(namn, data)
    return ny


def _libreoffice(fil: Path, till: str, mapp: Path) -> Path:
    profil = f"-env:UserInstallation={(mapp / 'profil').as_uri()}"
    kommando = ["soffice", profil, "--headless", "--convert-to", till, "--outdir", str(mapp / "ut"), str(fil)]
    subprocess.run(kommando, check=True, capture_output=True, timeout=180)
    return mapp / "ut" / f"{fil.stem}.{till}"


@pytest.fixture(scope="session")
def omräknad(tmp_path_factory: pytest.TempPathFactory):
    """(gns fil, samma fil öppnad, räknad och sparad av LibreOffice)."""
    mapp = tmp_path_factory.mktemp("kalkyl")

    @cache
    def gör(namn: str) -> tuple[Path, Path]:
        fil = mapp / f"{namn}.xlsx"
        subprocess.run([GNS, *BLAD[namn], "--ut", fil], cwd=ROT, check=True, capture_output=True)
        return fil, _libreoffice(_med(fil, mapp / f"{namn}-utan.xlsx"), "xlsx", mapp)

    return gör


def _celler(fil: Path) -> dict[str, list[list[object]]]:
    bok = CalamineWorkbook.from_path(str(fil))
    return {
        namn: [[c for c in rad if c != ""] for rad in bok.get_sheet_by_name(namn).to_python()]
        for namn in bok.sheet_names
    }


@pytest.mark.parametrize("namn", BLAD)
def test_libreoffice_räknar_till_samma_celler(omräknad, namn: str) -> None:
    före, efter = (_celler(fil) for fil in omräknad(namn))
    assert före.keys() == efter.keys()
    for blad, rader in före.items():
        for a, b in zip(rader, efter[blad], strict=True):
            assert [c if isinstance(c, str) else pytest.approx(c, abs=1e-9) for c in a] == b


@pytest.mark.parametrize("namn", ["fordelning", "oren", "manader"])
def test_kontrollcellen_är_noll_när_libreoffice_har_räknat(omräknad, namn: str) -> None:
    _, efter = omräknad(namn)
    kontroller = [
        rad for rader in _celler(efter).values() for rad in rader if rad and str(rad[0]).startswith("Kontroll")
    ]
    assert kontroller
    assert [rad[-1] for rad in kontroller] == [pytest.approx(0, abs=1e-9)] * len(kontroller)


def test_en_ändrad_cell_syns_i_kontrollen(omräknad, tmp_path: Path) -> None:
    """Den som skriver om en del i Excel får en kontroll som inte är noll: formlerna är levande."""

    def tiofaldiga(blad: str) -> str:
        sista_delen = blad.rindex("</v></c></row>", 0, blad.index("<f>"))
        return f"{blad[:sista_delen]}0{blad[sista_delen:]}"

    fil, _ = omräknad("fordelning")
    ändrad = _libreoffice(_med(fil, tmp_path / "andrad.xlsx", tiofaldiga), "xlsx", tmp_path)
    (kontroll,) = [
        rad for rader in _celler(ändrad).values() for rad in rader if rad and str(rad[0]).startswith("Kontroll")
    ]
    assert kontroll[-1] == 9 * 47_450
