"""§§ får nästa lediga nummer i året, och det som pekar på dem följer med."""

import datetime as dt

import pytest

from gns.modell.mote import Möte
from gns.uppdrag.numrering import hinder, krock, numrering, omnämnda, ändringar
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


def test_tidigare_behandling_i_samma_möte_följer_med_men_inte_ett_annat_organs():
    egna = [{"vad": "behandlat", "när": f"{MAJ} § 1"}, {"vad": "behandlat", "när": f"{MAJ} § 1", "av": "styrelsen"}]
    paragrafer = [
        {"nr": "1", "rubrik": "A", "beslut": ["Ja."]},
        {"nr": "2", "rubrik": "B", "beslut": ["Ja."], "tidigare_behandling": egna},
    ]
    m = _möte(MAJ, [], paragrafer=paragrafer)
    assert list(ändringar(m, {1: 4, 2: 2})) == [
        (("paragrafer", 0, "nr"), "4"),
        (("paragrafer", 1, "tidigare_behandling", 0, "när"), f"{MAJ} § 4"),
    ]
    annans = {"nr": "9", "rubrik": "C", "beslut": ["Ja."], "tidigare_behandling": egna[1:]}
    senare = _möte(dt.date(2021, 9, 1), [], paragrafer=[annans])
    assert hinder({MAJ: _möte(MAJ, [1]), senare.datum: senare}, MAJ, anslaget=False) is None


def test_ett_senare_mötes_nummer_tas_inte():
    möten = {FEB: _möte(FEB, [1, 2, 9]), MAJ: _möte(MAJ, [3, 4])}
    assert krock(möten, FEB, numrering(möten, FEB)) == (
        "mötet 2021-02-08 skulle få § 3, som mötet 2021-05-03 redan har",
        "numrera det mötet först: gns möte numrera 2021-05-03",
    )
    möten[MAJ] = _möte(MAJ, [3, 4], justering={"justerat": "okänd dag"})
    krocken = krock(möten, FEB, numrering(möten, FEB))
    assert krocken
    assert krocken[1] == "det mötets nummer är justerade: rätta numren för hand"
    assert krock({FEB: möten[FEB]}, FEB, numrering(möten, FEB)) is None
    möten[FEB] = _möte(FEB, [1, 2, 3])
    assert krock(möten, FEB, numrering(möten, FEB)) is None


def test_inget_nummer_blir_högre_än_9999():
    möten = {FEB: _möte(FEB, [9998]), MAJ: _möte(MAJ, [1])}
    assert krock(möten, MAJ, numrering(möten, MAJ)) is None
    möten[MAJ] = _möte(MAJ, [1, 2])
    krocken = krock(möten, MAJ, numrering(möten, MAJ))
    assert krocken
    assert "§ 10000" in krocken[0]


def test_texter_som_nämner_ett_ändrat_nummer():
    text = "Se 3 maj 2021 § 2 och 3 maj 2021 § 1.\nOckså 2021-05-03 §§ 1–2, men inte 8 februari 2021 § 2.\n"
    paragrafer = [{"nr": "7", "rubrik": "Enligt 2021-05-03 § 2", "beslut": [text]}]
    fel = list(omnämnda(_möte(FEB, [], paragrafer=paragrafer), MAJ, {1: 1, 2: 5}))
    assert [(f.fältväg[2:], f.text, f.i_text) for f in fel] == [
        (("rubrik",), "texten nämner 2021-05-03 § 2, men § 2 har blivit § 5", None),
        (("beslut", 0), "texten nämner 3 maj 2021 § 2, men § 2 har blivit § 5", (0, 3)),
        (("beslut", 0), "texten nämner 2021-05-03 §§ 1–2, men § 2 har blivit § 5", (1, 6)),
    ]
    assert {(f.råd, f.nivå) for f in fel} == {("rätta den för hand", "varning")}


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
