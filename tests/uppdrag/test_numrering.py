"""§§ får nästa lediga nummer i året, och det som pekar på dem följer med."""

import datetime as dt

import pytest

from gns.modell.mote import Möte
from gns.uppdrag.numrering import hinder, numrering, ändringar
from tests.modell.hjalp import läst, möte

FEB, MAJ = dt.date(2021, 2, 8), dt.date(2021, 5, 3)


def _möte(dag, nummer, **ändringar):
    paragrafer = [{"nr": str(nr), "rubrik": f"Rubrik {nr}", "beslut": ["Ja."]} for nr in nummer]
    return läst(Möte, "mote", str(dag), möte(**{"paragrafer": paragrafer, **ändringar}))


def test_numren_fortsätter_efter_årets_tidigare_möten():
    möten = {FEB: _möte(FEB, [1, 2, 3]), MAJ: _möte(MAJ, [1, 2])}
    assert numrering(möten, MAJ) == {1: 4, 2: 5}
    assert numrering(möten, FEB) == {1: 1, 2: 2, 3: 3}


def test_utan_tidigare_möten_i_arkivet_står_det_första_numret_kvar():
    assert numrering({FEB: _möte(FEB, [17, 19, 20])}, FEB) == {17: 17, 19: 18, 20: 19}


def test_ett_annat_år_räknas_inte():
    förra = dt.date(2020, 12, 18)
    assert numrering({förra: _möte(förra, [26]), FEB: _möte(FEB, [1])}, FEB) == {1: 1}


def test_händelser_ajourneringar_och_egna_hänvisningar_följer_med():
    m = _möte(
        MAJ,
        [1, 2],
        händelser=[
            {"typ": "går", "namn": "Eva Ek", "paragraf": "2"},
            {"typ": "jävsfråga", "namn": "Eva Ek", "paragraf": "1", "gäller": "2", "utfall": "jävig"},
        ],
        ajourneringar=[{"från": "09:10", "till": "09:20", "paragraf": "2"}],
    )
    assert list(ändringar(m, {1: 4, 2: 5})) == [
        (("paragrafer", 0, "nr"), "4"),
        (("paragrafer", 1, "nr"), "5"),
        (("händelser", 0, "paragraf"), "5"),
        (("händelser", 1, "paragraf"), "4"),
        (("händelser", 1, "gäller"), "5"),
        (("ajourneringar", 0, "paragraf"), "5"),
    ]


def test_hänvisningar_till_egna_uppdrag_följer_med():
    ger = {"id": "a", "typ": "ger uppdrag", "till": "chefen", "uppdrag": "ja"}
    återtar = {"id": "a", "typ": "återtar uppdrag", "uppdrag": f"{MAJ} § 1 a"}
    annan = {"id": "b", "typ": "återtar uppdrag", "uppdrag": "2020-05-29 § 1"}
    paragrafer = [
        {"nr": "1", "rubrik": "A", "beslut": ["Ja."], "innebär": [ger]},
        {"nr": "2", "rubrik": "B", "beslut": ["Ja."], "innebär": [återtar, annan]},
    ]
    m = _möte(MAJ, [], paragrafer=paragrafer)
    assert list(ändringar(m, {1: 4, 2: 5}))[2:] == [(("paragrafer", 1, "innebär", 0, "uppdrag"), f"{MAJ} § 4 a")]


@pytest.mark.parametrize(
    ("ändring", "anslaget", "ord"),
    [
        ({"justering": {"justerat": "okänd dag"}}, False, "protokollet är justerat"),
        ({}, True, "anslag"),
        (
            {"paragrafer": [{"nr": "7", "rubrik": "x", "beslut": ["Ja."], "omedelbart_justerad": str(MAJ)}]},
            False,
            "§ 7",
        ),
    ],
)
def test_det_som_någon_kan_ha_hänvisat_till_ligger_fast(ändring, anslaget, ord):
    assert ord in str(hinder({MAJ: _möte(MAJ, [1], **ändring)}, MAJ, anslaget))


def test_ett_annat_möte_som_hänvisar_hit_är_ett_hinder():
    återtar = {"id": "a", "typ": "återtar uppdrag", "uppdrag": f"{FEB} § 1"}
    senare = _möte(MAJ, [], paragrafer=[{"nr": "2", "rubrik": "B", "beslut": ["Ja."], "innebär": [återtar]}])
    assert "2021-05-03" in str(hinder({FEB: _möte(FEB, [1]), MAJ: senare}, FEB, anslaget=False))
    assert hinder({FEB: _möte(FEB, [1]), MAJ: _möte(MAJ, [2])}, FEB, anslaget=False) is None
