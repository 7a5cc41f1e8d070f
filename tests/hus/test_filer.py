"""Sökvägar, mappar och innehåll i det som git ser."""

import re
import unicodedata

import pytest

from tests.hus.trad import ROT, sökvägar

MAPPAR = {"gns", "data", "mallar", "tests", ".ci", ".github"}
FILER = {
    "CHANGELOG.md",
    "LICENSE",
    "Makefile",
    "README.md",
    "pyproject.toml",
    ".gitattributes",
    ".gitignore",
    ".gitlab-ci.yml",
    ".pre-commit-hooks.yaml",
}
KVAR_ATT_GÖRA = re.compile("|".join(("TO" + "DO", "FIX" + "ME", "X" * 3 + r"\b", "HA" + "CK" + r"\b")))
BINÄRA = (".png", ".pdf", ".docx", ".xlsx")


def _texter(utom: tuple[str, ...] = ()) -> dict[str, str]:
    return {p: (ROT / p).read_bytes().decode() for p in sökvägar() if not p.endswith(BINÄRA) and not p.startswith(utom)}


def test_varje_sökväg_är_ascii() -> None:
    assert [p for p in sökvägar() if not p.isascii()] == []


def test_översta_mapparna_är_husets() -> None:
    assert {p.split("/")[0] for p in sökvägar() if "/" in p} <= MAPPAR


def test_filerna_i_roten_är_husets() -> None:
    assert {p for p in sökvägar() if "/" not in p} == FILER


def test_inget_är_kvar_att_göra() -> None:
    assert [p for p, text in _texter(utom=("data/",)).items() if KVAR_ATT_GÖRA.search(text)] == []


def test_text_är_nfc_med_lf_och_radslut() -> None:
    fel = {
        p: brist
        for p, text in _texter(utom=("tests/kallor/",)).items()
        for brist, bruten in (
            ("CR", "\r" in text),
            ("inte NFC", not unicodedata.is_normalized("NFC", text)),
            ("inget radslut", bool(text) and not text.endswith("\n")),
        )
        if bruten
    }
    assert fel == {}


@pytest.mark.parametrize("fil", ["LICENSE", "CHANGELOG.md", "README.md"])
def test_filen_har_innehåll(fil: str) -> None:
    assert len((ROT / fil).read_text(encoding="utf-8")) > 200
