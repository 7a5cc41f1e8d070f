"""Hänvisningar mellan poster prövas när boken är läst."""

import datetime as dt

import pytest

from gns.modell.anslag import Anslag
from gns.modell.arende import Ärende
from gns.modell.bok import Bok, hänvisningsfel
from gns.modell.mote import Möte
from gns.modell.namnd import Nämnd
from tests.modell.hjalp import MÖTE, läst, möte, nämnd, paragraf

DAG = dt.date(2020, 12, 18)


def bok(möte_data=MÖTE, ärende=None, anslag=None, nämnd_data=None):
    n = läst(Nämnd, "namnd", "namnd", nämnd_data or nämnd())
    m = läst(Möte, "mote", "2020-12-18", möte_data)
    ä = läst(Ärende, "arende", "GNS-8-2020", ärende or {"rubrik": "Budget"})
    a = {DAG: läst(Anslag, "anslag", "2020-12-18", anslag)} if anslag else {}
    return Bok(n, {DAG: m}, {ä.dnr: ä}, a)


def fel(b):
    return [(slag, id_, f.fältväg, f.råd) for slag, id_, f in hänvisningsfel(b)]


def närvaro(**ändringar):
    return möte(närvaro=[{"namn": "Bo By", "som": "ersättare", **ändringar}], justering={"justerat": "okänd dag"})


def test_en_hel_bok_har_inga_fel():
    assert fel(bok()) == []


def test_ersätter_någon_som_inte_är_ledamot():
    assert fel(bok(närvaro(ersätter="Eva Eek"))) == [
        ("mote", "2020-12-18", ("närvaro", 0, "ersätter"), "menade du ”Eva Ek”?")
    ]
    platser = [*nämnd()["platser"], {"person": "Siv Sy", "som": "ersättare"}]
    assert fel(bok(närvaro(ersätter="Siv Sy"), nämnd_data=nämnd(platser=platser)))[0][2] == ("närvaro", 0, "ersätter")
    assert fel(bok(närvaro(ersätter="Eva Ek"))) == []


def test_den_som_lämnat_sin_plats_kan_inte_ersättas():
    platser = [{"person": "Eva Ek", "som": "ledamot", "till": "2020-12-17"}]
    vägar = [v for _, _, v, _ in fel(bok(närvaro(ersätter="Eva Ek"), nämnd_data=nämnd(platser=platser)))]
    assert vägar == [("närvaro", 0, "namn"), ("närvaro", 0, "ersätter")]


def test_okänd_part_i_närvaro_remiss_och_anslag():
    ärende = {
        "rubrik": "x",
        "remiss": {"mottagare": ["åre".replace("å", "a"), "br"], "svar": [{"part": "ar", "svar": "avstår"}]},
    }
    anslag = {"anslag": [{"part": "arre", "uppsatt": "2020-12-20"}]}
    hittade = fel(bok(närvaro(part="ree"), ärende, anslag))
    assert [(s, v) for s, _, v, _ in hittade] == [
        ("mote", ("närvaro", 0, "part")),
        ("arende", ("remiss", "mottagare", 1)),
        ("arende", ("remiss", "svar", 0, "part")),
        ("anslag", ("anslag", 0, "part")),
    ]
    assert hittade[2][1] == "GNS-8-2020"


@pytest.mark.parametrize(
    ("ändring", "anslag", "väg"),
    [
        ({}, {"uppsatt": "2020-12-20"}, ("anslag", 0)),
        ({"justering": {"justerat": "okänd dag"}}, {"uppsatt": "2020-12-17"}, ("anslag", 0, "uppsatt")),
        ({}, {"uppsatt": "2020-12-20", "paragrafer": ["1"]}, ("anslag", 0, "paragrafer", 0)),
    ],
    ids=["inte justerat", "före mötet", "inte omedelbart justerad"],
)
def test_bara_det_som_är_justerat_anslås(ändring, anslag, väg):
    assert [v for _, _, v, _ in fel(bok(möte(**ändring), anslag={"anslag": [anslag]}))] == [väg]


def test_ett_justerat_protokoll_får_anslås():
    assert fel(bok(möte(justering={"justerat": "2020-12-20"}), anslag={"anslag": [{"uppsatt": "2020-12-21"}]})) == []


def test_ett_avslutat_ärende_måste_finnas():
    data = paragraf(innebär=[{"id": "a", "typ": "avslutar ärende", "dnr": "GNS/9/2020"}])
    assert fel(bok(data))[0][2] == ("paragrafer", 0, "innebär", 0, "dnr")


def test_dnr_utan_ärende_sägs_med_filen_som_saknas():
    tom = Bok(bok().nämnd, bok().möten)
    ((_, _, väg, råd),) = fel(tom)
    assert väg == ("paragrafer", 0, "dnr")
    assert "data/arenden/2020/GNS-8-2020.yaml" in råd


def test_part_och_plats_slås_upp():
    b = bok()
    assert b.part("are") == "Åre kommun"
    assert b.part(None) is None
    assert b.plats("Eva Ek", DAG).som == "ledamot"
    assert b.plats("Ingen", DAG) is None
