"""OSL-sekretess: hemliga handlingar har varken fil eller adress i arkivet."""

import pytest

from tests.kontroller.arkiv import prova, sagt

ID = "OSL-sekretess"
ÄRENDE, MÖTE = "arenden/2024/GNS-1-2024", "moten/2024-03-04"
HEMLIG = {"titel": "Säkerhetsanalys", "sekretess": "OSL 18:8"}


def _fynd(tmp_path, **fält):
    return sagt(tmp_path, ID, {ÄRENDE: {"handlingar.1": HEMLIG | fält}})


def test_utan_fil_och_adress(tmp_path):
    assert _fynd(tmp_path) == []


def test_en_fil_och_en_adress_sägs_var_för_sig(tmp_path):
    fil, adress = "data/handlingar/analys.pdf", "https://regionen.example/analys.pdf"
    assert _fynd(tmp_path, fil=fil, adress=adress) == [
        (
            "bruten",
            "handlingar Säkerhetsanalys fil",
            f"handlingen ”Säkerhetsanalys” är hemlig (OSL 18:8) men har sin fil i arkivet: {fil}",
        ),
        (
            "bruten",
            "handlingar Säkerhetsanalys adress",
            f"handlingen ”Säkerhetsanalys” är hemlig (OSL 18:8) men har en adress: {adress}",
        ),
    ]


def test_det_är_ett_fel_och_en_öppen_handling_får_ha_fil(tmp_path):
    ändringar = {ÄRENDE: {"handlingar.0.fil": "data/handlingar/avtal.pdf", "handlingar.1": HEMLIG | {"fil": "a.pdf"}}}
    (fynd,) = prova(tmp_path, ID, ändringar)
    assert (fynd["nivå"], fynd["fält"]) == ("fel", "handlingar Säkerhetsanalys fil")


@pytest.mark.parametrize("lagrum", ["OSL 18:8", "18 kap. 8 § OSL", "OSL 18 kap 8 §"])
def test_lagrum_skrivs_på_flera_sätt(tmp_path, lagrum):
    assert _fynd(tmp_path, sekretess=lagrum) == []


def test_utan_lagrum_går_det_inte_att_pröva(tmp_path):
    väntat = ("går inte att pröva", "handlingar Säkerhetsanalys sekretess")
    text = "sekretess för ”Säkerhetsanalys” säger inget lagrum: ja"
    assert _fynd(tmp_path / "a", sekretess="ja") == [(*väntat, text)]
    svar = [s for s, _, _ in _fynd(tmp_path / "b", sekretess="ja", fil="a.pdf")]
    assert sorted(svar) == ["bruten", "går inte att pröva"]


def test_om_protokollets_text_röjer_något_går_inte_att_pröva(tmp_path):
    text = "§ 2 har den hemliga handlingen ”säkerhetsanalys” som underlag: om texten röjer något går inte att se"
    underlag = {"paragrafer.1.beslutsunderlag": ["Avtal om drift", "säkerhetsanalys"]}
    fynd = sagt(tmp_path / "a", ID, {ÄRENDE: {"handlingar.1": HEMLIG}, MÖTE: underlag})
    assert fynd == [("går inte att pröva", "§ 2 beslutsunderlag 2", text)]
    annat = {"paragrafer.2.beslutsunderlag": ["Säkerhetsanalys"]}
    assert sagt(tmp_path / "b", ID, {ÄRENDE: {"handlingar.1": HEMLIG}, MÖTE: annat}) == []
