"""Tal som vikter: strängt lästa, skrivna som de läses."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gns.grund.tal import läs_tal, skriv_avrundat, skriv_tal


@pytest.mark.parametrize(
    ("text", "tal"),
    [
        ("0", 0),
        ("7120", 7120),
        ("7 120", 7120),
        ("7\u00a0120", 7120),
        ("12,5", Fraction(25, 2)),
        ("0,05", Fraction(1, 20)),
    ],
)
def test_tal_som_går_att_läsa(text, tal):
    assert läs_tal(text) == tal


@pytest.mark.parametrize(
    "text",
    [
        "",
        "-1",
        "+1",
        "1e5",
        "NaN",
        "inf",
        "１２",
        "1.5",
        "1,234",
        "1,",
        ",5",
        "1 2",
        "12 34",
        " 1",
        "1 ",
        "½",
        "1_000",
        "1/2",
    ],
)
def test_det_som_inte_är_ett_tal(text):
    with pytest.raises(ValueError, match="tal"):
        läs_tal(text)


@given(st.integers(0, 10**9))
def test_det_skrivna_läses_tillbaka(hundradelar):
    tal = Fraction(hundradelar, 100)
    assert läs_tal(skriv_tal(tal)) == tal


@pytest.mark.parametrize(
    ("tal", "text"),
    [
        (Fraction(1, 3), "0,3333…"),
        (Fraction(5), "5"),
        (Fraction(-71199, 10), "-7 119,9"),
        (Fraction(1, 100000), "0,0000…"),
    ],
)
def test_många_decimaler_kapas_synligt(tal, text):
    assert skriv_tal(tal) == text


@pytest.mark.parametrize(
    ("tal", "decimaler", "text"),
    [
        (Fraction(1, 3), 2, "0,33"), (Fraction(1, 2), 0, "1"), (Fraction(-1, 2), 0, "-1"), (Fraction(-1, 1000), 2, "0,00"),
        (Fraction(995, 1000), 2, "1,00"), (Fraction(12345678, 10), 1, "1 234 567,8"),
    ],
)  # fmt: skip
def test_avrundning(tal, decimaler, text):
    assert skriv_avrundat(tal, decimaler) == text
