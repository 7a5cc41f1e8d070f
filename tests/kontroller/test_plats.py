"""Platsen i ord skiljer ställena åt och står sig när rader läggs till."""

from gns.kontroller.plats import Platser
from gns.modell.anslag import Anslag
from gns.modell.delegation import Delegation
from gns.modell.mote import Möte
from tests.modell.hjalp import läst


def test_listor_sägs_med_namn_och_paragrafer_med_nummer():
    möte = läst(
        Möte,
        "mote",
        "2024-03-04",
        {
            "plats": "Salen",
            "närvaro": [{"namn": n, "som": "ledamot", "part": "are"} for n in ("Ada", "Bo")],
            "paragrafer": [{"nr": "7", "rubrik": "x", "yrkanden": [{"id": "a", "av": "Ada", "typ": "avslag"}]}],
        },
    )
    assert Platser().i_ord(möte, ("närvaro", 1, "som")) == "närvaro Bo som"
    assert Platser().i_ord(möte, ("paragrafer", 0, "yrkanden", 0, "av")) == "§ 7 yrkanden a av"
    assert Platser().i_ord(möte, ("paragrafer", 0, "beslut", 1)) == "§ 7 beslut 2"
    assert Platser().i_ord(None, ("paragrafer", 3)) == "§ 4"
    assert Platser().i_ord(möte, ()) == ""


def test_två_av_samma_part_är_två_platser():
    anslag = läst(Anslag, "anslag", "2024-03-04", {"anslag": [{"part": "are", "uppsatt": "2024-03-11"}] * 3})
    platser = [Platser().i_ord(anslag, ("anslag", i, "uppsatt")) for i in range(3)]
    assert platser == ["anslag are uppsatt", "anslag are (2) uppsatt", "anslag are (3) uppsatt"]
    beslut = [{"nr": str(n), "datum": "2024-03-05", "rubrik": "x", "delegat": "y", "part": "are"} for n in (4, 5)]
    delegation = läst(Delegation, "delegation", "2024", {"beslut": beslut})
    assert [Platser().i_ord(delegation, ("beslut", i)) for i in range(2)] == ["beslut 4", "beslut 5"]
