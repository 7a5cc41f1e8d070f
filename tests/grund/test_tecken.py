"""NFC, NFD och ASCII är samma ord."""

import unicodedata

import pytest

from gns.grund.tecken import ascii_form, menade_du, nfc


@pytest.mark.parametrize("ord_", ["fördela", "ärende", "årlig", "é"])
def test_nfd_blir_nfc_och_ascii(ord_):
    nfd = unicodedata.normalize("NFD", ord_)
    assert nfc(nfd) == ord_
    assert ascii_form(nfd) == ascii_form(ord_)
    assert ascii_form(ord_).isascii()


def test_menade_du_ger_närmaste_ordet():
    assert menade_du("fördelningsnykel", ["belopp", "fördelningsnyckel"]) == "fördelningsnyckel"
    assert menade_du("fordelningsnyckel", ["fördelningsnyckel"]) == "fördelningsnyckel"
    assert menade_du("xyz", ["belopp", "avser"]) is None


def test_menade_du_är_snabb_på_långa_ord():
    assert menade_du("a" * 1_000_000, ["belopp"]) is None
