"""Det om våningarna som import-linter inte ser: biblioteken, standardbiblioteket och inbyggda funktioner (design § 2)."""

import ast
import sys

import pytest

from tests.hus.trad import importer, moduler, träd

RENA = tuple(f"gns/{m}" for m in ("grund", "modell", "sammantrade", "uppdrag", "fordelning", "kontroller", "dokument"))
BIBLIOTEK = {
    "cli": {"rich", "typer"},
    "render": {"docx", "jinja2", "lxml", "markupsafe", "ttf_opensans", "typst", "xlsxwriter"},
    "storage": {"openpyxl", "ruamel", "yaml"},
    "modell": {"pydantic", "pydantic_core"},
}
VÄRLDEN = {"glob", "io", "locale", "os", "pathlib", "random", "shutil", "socket", "subprocess", "tempfile", "time"}
GÖR_NÅGOT = {"open", "print", "input", "exec", "eval"}
KLOCKAN = {"now", "today", "utcnow"}


def test_varje_bibliotek_bor_på_sin_våning() -> None:
    fel = [
        f"{p}:{rad} {modul}"
        for p in moduler("gns")
        for rad, modul in importer(p)
        if (paket := modul.split(".")[0]) not in sys.stdlib_module_names | {"gns"}
        and paket not in BIBLIOTEK.get(p.split("/")[1], set())
    ]
    assert fel == []


def test_rena_våningar_når_inte_världen() -> None:
    fel = [f"{p}:{rad} {m}" for p in moduler(*RENA) for rad, m in importer(p) if m.split(".")[0] in VÄRLDEN]
    assert fel == []


def test_rena_våningar_läser_skriver_och_frågar_inte_klockan() -> None:
    fel = [
        f"{p}:{nod.lineno} {namn}"
        for p in moduler(*RENA)
        for nod in ast.walk(träd(p))
        if isinstance(nod, ast.Call) and (namn := _anropat(nod))
    ]
    assert fel == []


def _anropat(anrop: ast.Call) -> str:
    """Namnet på det anropade om det är förbjudet, annars tomt."""
    match anrop.func:
        case ast.Name(id=namn) if namn in GÖR_NÅGOT:
            return namn
        case ast.Attribute(attr=namn) if namn in KLOCKAN:
            return namn
        case _:
            return ""


def test_varje_mapp_i_gns_har_sin_docstring() -> None:
    assert [p for p in moduler("gns") if not ast.get_docstring(träd(p))] == []


@pytest.mark.parametrize("mapp", ["gns", "tests"])
def test_importer_är_fulla(mapp: str) -> None:
    assert [f"{p}:{rad}" for p in moduler(mapp) for rad, modul in importer(p) if modul.startswith(".")] == []
