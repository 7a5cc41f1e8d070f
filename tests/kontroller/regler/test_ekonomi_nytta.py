"""EKONOMI-nytta: andelarna är 100 procent, motiverade och beslutade."""

import pytest

from tests.kontroller.arkiv import BORT, prova, sagt

ID = "EKONOMI-nytta"
ÅR = "budgetar/2024"


def test_hela_nyttan_är_uppfylld(tmp_path):
    assert prova(tmp_path, ID) == []


@pytest.mark.parametrize(
    ("andel", "text"),
    [
        ("39,99 %", "andelarna är 99,99 %, inte 100 %"),
        ("40 %", None),
        ("40,00 %", None),
        ("40,01 %", "andelarna är 100,01 %, inte 100 %"),
    ],
)
def test_båda_sidor_om_hundra(tmp_path, andel, text):
    fynd = sagt(tmp_path, ID, {ÅR: {"nycklar.2.andelar.1.andel": andel}})
    assert fynd == ([("bruten", "nycklar nytta andelar", text)] if text else [])


def test_nyttan_är_beslutad(tmp_path):
    assert sagt(tmp_path, ID, {ÅR: {"nycklar.2.beslut": BORT}}) == [
        ("bruten", "nycklar nytta", "nyttan är inte beslutad")
    ]
