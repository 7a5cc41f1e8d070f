"""Rösträkningen: enkel majoritet, och vid lika röstetal ordförandens röst eller lotten (KL 5:55–56)."""

import pytest

from gns.modell.omrostning import Antal, Omröstning, Röster
from gns.sammantrade.uppspelning_rostrakning import räkna


def _öppen(ja="", nej="", avstår="", **andra):
    röster = Röster(ja=tuple(ja), nej=tuple(nej), avstår=tuple(avstår))
    return Omröstning(ja_betyder="a", nej_betyder="b", röster=röster, **andra)


def _sluten(ja, nej, blanka="0", **andra):
    antal = Antal(ja=ja, nej=nej, blanka=blanka)
    return Omröstning(ja_betyder="a", nej_betyder="b", form="sluten", antal=antal, **andra)


@pytest.mark.parametrize(
    ("ja", "nej", "avstår", "vinnare"),
    [
        ("ABC", "DE", "", "a"),
        ("A", "BC", "DEFG", "b"),
        ("A", "", "BCD", "a"),
        ("AB", "CD", "E", None),
        ("", "", "AB", None),
    ],
)
def test_flest_röster_vinner_och_den_som_avstår_räknas_inte(ja, nej, avstår, vinnare):
    räkning = räkna(_öppen(ja, nej, avstår), "A")
    assert (räkning.vinnare, räkning.lika) == (vinnare, vinnare is None)
    assert (räkning.ja, räkning.nej, räkning.avstår) == (len(ja), len(nej), len(avstår))


@pytest.mark.parametrize(("ordförande", "vinnare"), [("A", "a"), ("D", "b"), ("E", None), (None, None)])
def test_utslagsrösten_är_ordförandens_egen_röst(ordförande, vinnare):
    assert räkna(_öppen("AB", "CD", "E", avgjord_genom="utslagsröst"), ordförande).vinnare == vinnare


def test_utslagsrösten_ändrar_inget_när_rösterna_inte_är_lika():
    assert räkna(_öppen("AB", "C", avgjord_genom="utslagsröst"), "C").vinnare == "a"


def test_ordföranden_på_båda_sidor_avgör_inget():
    assert räkna(_öppen("AB", "AC", avgjord_genom="utslagsröst"), "A").vinnare is None


def test_en_sluten_omröstning_räknas_ur_antalen():
    räkning = räkna(_sluten("4", "3", "2"), None)
    assert (räkning.vinnare, räkning.ja, räkning.nej, räkning.blanka) == ("a", 4, 3, 2)


@pytest.mark.parametrize(("lottad", "vinnare"), [("a", "a"), ("b", "b"), ("c", None), (None, None)])
def test_lotten_avgör_mellan_de_två_förslagen(lottad, vinnare):
    assert räkna(_sluten("3", "3", avgjord_genom="lottning", lottad=lottad), "A").vinnare == vinnare


def test_den_som_står_två_gånger_på_samma_sida_räknas_en_gång():
    assert räkna(_öppen("AAA", "BC"), None).vinnare == "b"


def test_utan_röster_är_det_lika():
    räkning = räkna(Omröstning(ja_betyder="a", nej_betyder="b"), None)
    assert (räkning.ja, räkning.nej, räkning.lika, räkning.vinnare) == (0, 0, True, None)
