"""Ett ärende har ett enda diarienummer (regler.md R24)."""

import pytest

from gns.grund.dnr import Dnr, läs_dnr


def test_dnr_läses_och_skrivs():
    assert läs_dnr("GNS/8/2020") == Dnr(2020, 8, "GNS")
    assert str(läs_dnr("GNS/8/2020")) == "GNS/8/2020"
    assert läs_dnr("GNS/8/2020").filstam == "GNS-8-2020"


def test_inledande_nolla_godtas_bara_som_argument():
    assert läs_dnr("GNS/03/2019", strikt=False) == läs_dnr("GNS/3/2019")
    with pytest.raises(ValueError, match="03"):
        läs_dnr("GNS/03/2019")


@pytest.mark.parametrize(
    "text", ["", "GNS/0/2020", "GNS/8/20", "gns/8/2020", "GNS-8-2020", "GNS/8/2020\n", "GNS/８/2020", "GNS/8/1820"]
)
def test_annat_är_inget_dnr(text):
    with pytest.raises(ValueError, match="inget diarienummer"):
        läs_dnr(text, strikt=False)


def test_dnr_ordnas_efter_år_och_tal():
    assert sorted(map(läs_dnr, ["GNS/10/2020", "GNS/2/2020", "GNS/11/2018"])) == [
        läs_dnr("GNS/11/2018"),
        läs_dnr("GNS/2/2020"),
        läs_dnr("GNS/10/2020"),
    ]
