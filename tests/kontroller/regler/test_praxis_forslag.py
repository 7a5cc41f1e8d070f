"""PRAXIS-forslag: förslaget till beslut är beredningens."""

import pytest

from tests.kontroller.arkiv import BORT, prova, sagt

ID = "PRAXIS-forslag"
MÖTE, ÄRENDE = "moten/2024-03-04", "arenden/2024/GNS-2-2024"
FÖRSLAG, BEREDDA = "paragrafer.2.förslag_till_beslut", "beredning.förslag_till_beslut"
FÄLT = "§ 3 förslag_till_beslut"
ANNAT = ["Driftchefen får i uppdrag att avveckla driften.\n"]
BRUTEN = ("bruten", FÄLT, "förslaget till beslut i § 3 är inte det som står i ärendet GNS/2/2024")


def test_ett_annat_förslag_är_brutet(tmp_path):
    fynd = prova(tmp_path, ID, {ÄRENDE: {BEREDDA: ANNAT}})
    assert [(f["svar"], f["fält"], f["text"], f["nivå"]) for f in fynd] == [(*BRUTEN, "varning")]


def test_samma_ord_i_annan_delning_är_samma_förslag(tmp_path):
    två = ["Driften ses över.\n", "Den redovisas i höst.\n"]
    ett = ["Driften ses över.\n\nDen redovisas\ni höst.\n"]
    assert sagt(tmp_path, ID, {MÖTE: {FÖRSLAG: två}, ÄRENDE: {BEREDDA: ett}}) == []
    assert sagt(tmp_path, ID, {MÖTE: {FÖRSLAG: två[:1]}, ÄRENDE: {BEREDDA: ett}}) == [BRUTEN]


@pytest.mark.parametrize("bort", [BEREDDA, "beredning"])
def test_utan_förslag_i_beredningen_går_det_inte_att_pröva(tmp_path, bort):
    text = "ärendet GNS/2/2024 har inget förslag till beslut i sin beredning"
    assert sagt(tmp_path, ID, {ÄRENDE: {bort: BORT}}) == [("går inte att pröva", FÄLT, text)]


def test_utan_förslag_i_paragrafen_går_det_inte_att_pröva(tmp_path):
    text = "§ 3 har inget förslag till beslut, men det har ärendet GNS/2/2024"
    assert sagt(tmp_path, ID, {MÖTE: {FÖRSLAG: BORT}}) == [("går inte att pröva", FÄLT, text)]


def test_en_paragraf_utan_ärende_rörs_inte(tmp_path):
    assert sagt(tmp_path, ID, {MÖTE: {"paragrafer.2.dnr": BORT, FÖRSLAG: ANNAT}}) == []


@pytest.mark.parametrize("datum", ["2024-03-04", "2024-03-05"])
def test_en_handling_efter_mötet_gör_att_det_inte_går_att_pröva(tmp_path, datum):
    handling = {"titel": "Ny tjänsteskrivelse", "datum": datum}
    text = "ärendet har handlingar från tiden efter mötet, så beredningen kan vara omskriven"
    väntat = BRUTEN if datum == "2024-03-04" else ("går inte att pröva", FÄLT, text)
    assert sagt(tmp_path, ID, {ÄRENDE: {BEREDDA: ANNAT, "handlingar.1": handling}}) == [väntat]


@pytest.mark.parametrize("typ", ["återremitterar", "bordlägger"])
def test_ett_ärende_som_sköts_upp_går_inte_att_pröva(tmp_path, typ):
    ändring = {"paragrafer.2.innebär": [{"id": "a", "typ": typ}]}
    text = "ärendet sköts upp i § 3, så beredningen kan vara omskriven"
    assert sagt(tmp_path, ID, {MÖTE: ändring, ÄRENDE: {BEREDDA: ANNAT}}) == [("går inte att pröva", FÄLT, text)]


def test_bara_den_senaste_paragrafen_är_säker(tmp_path):
    juni = {
        "plats": "Salen",
        "paragrafer": [
            {"nr": "4", "rubrik": "Översyn", "dnr": "GNS/2/2024", "förslag_till_beslut": ["Driften läggs ner.\n"]}
        ],
    }
    första, andra = sagt(tmp_path, ID, {"moten/2024-06-03": {"": juni}, ÄRENDE: {BEREDDA: ANNAT}})
    text = "ärendet har kommit upp i en senare §, så beredningen kan vara omskriven"
    assert första == ("går inte att pröva", FÄLT, text)
    assert andra[:2] == ("bruten", "§ 4 förslag_till_beslut")
