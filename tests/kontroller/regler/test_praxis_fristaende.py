"""PRAXIS-fristaende: ett beslut går att läsa ensamt."""

import pytest

from tests.kontroller.arkiv import prova, sagt

ID = "PRAXIS-fristaende"
MÖTE = "moten/2024-03-04"


def _med(*beslut):
    p = {"nr": "3", "rubrik": "Översyn av driften", "dnr": "GNS/2/2024", "beslut": list(beslut)}
    return {MÖTE: {"paragrafer.2": p}}


@pytest.mark.parametrize(
    ("beslut", "ord_"),
    [
        ("Avgiften tas ut enligt ovan.", "enligt ovan"),
        ("Dagarna fastställs enligt nedan.", "enligt nedan"),
        ("Avgiften höjs, se ovan.", "se ovan"),
        ("Avgiften höjs i enlighet med ovanstående.", "i enlighet med ovanstående"),
        ("Avgiften höjs enligt förslaget.", "enligt förslaget"),
        ("Avgiften höjs enligt liggande förslag och ses över i höst.", "enligt liggande förslag"),
        ("Nämnden beslutar enligt förslaget.", "enligt förslaget"),
        ("Nämnden beslutar enligt sekretariatets förslag.", "Nämnden beslutar enligt sekretariatets förslag"),
        ("Nämnden bifaller förslaget.", "Nämnden bifaller förslaget"),
        ("Bifall till förslaget.", "Bifall till förslaget"),
        ("Förslaget godkänns.", "Förslaget godkänns"),
        ("Nämnden godkänner densamma.", "densamma"),
    ],
)
def test_beslutet_pekar_på_något_utanför_sig(tmp_path, beslut, ord_):
    fynd = prova(tmp_path, ID, _med(beslut))
    text = f"beslutet går inte att läsa ensamt: det säger ”{ord_}”"
    assert [(f["svar"], f["nivå"], f["fält"], f["text"]) for f in fynd] == [("bruten", "varning", "§ 3 beslut 1", text)]


@pytest.mark.parametrize(
    "beslut",
    [
        "Nämnden sammanträder enligt nedan: 4 mars och 3 juni.",
        "Nämnden sammanträder enligt nedan.\n\n- 4 mars\n- 3 juni\n",
        "Kommunbidraget sänks med 6 mnkr enligt förslaget i yrkandet från S.",
        "Enligt sekretariatets förslag: Avtalet förlängs.",
        "Nämnden godkänner förslaget till budget 2025.",
        "Nämnden godkänner årsredovisningen och överlämnar densamma till regionfullmäktige.",
        "Ärendet bordläggs.",
        "Förslaget avslås.",
        "Driftchefen får i uppdrag att ta fram ett förslag.",
    ],
)
def test_beslutet_går_att_läsa_ensamt(tmp_path, beslut):
    assert sagt(tmp_path, ID, _med(beslut)) == []


@pytest.mark.parametrize("före", ["Avgiften är 5 kronor. ", "Avgiften är 5 kronor.\n"])
def test_det_som_kan_stå_tidigare_i_beslutet_går_inte_att_pröva(tmp_path, före):
    fynd = sagt(tmp_path, ID, _med(f"{före}Den tas ut enligt ovan.\n"))
    text = "”enligt ovan” kan syfta på det som står tidigare i beslutet"
    assert fynd == [("går inte att pröva", "§ 3 beslut 1", text)]


def test_ett_delbeslut_läses_utan_de_andra(tmp_path):
    fynd = sagt(tmp_path, ID, _med("Avgiften är 5 kronor.", "Den tas ut enligt ovan."))
    assert [(svar, fält) for svar, fält, _ in fynd] == [("bruten", "§ 3 beslut 2")]


@pytest.mark.parametrize("beslut", ["Budgeten fastställs enligt bilaga 1.", "Taxan höjs enligt förslaget, bilaga 2."])
def test_en_bilaga_går_inte_att_pröva(tmp_path, beslut):
    fynd = sagt(tmp_path, ID, _med(beslut))
    assert fynd == [("går inte att pröva", "§ 3 beslut 1", "beslutet hänvisar till ”bilaga”, som gns inte läser")]


def test_platsen_är_orden_i_beslutet(tmp_path):
    (fynd,) = prova(tmp_path, ID, _med("Avgiften höjs.\nDet sker enligt förslaget.\n"))
    rad = (tmp_path / "data" / f"{MÖTE}.yaml").read_text().split("\n")[fynd["rad"] - 1]
    assert rad[fynd["kolumn"] - 1 :] == "enligt förslaget."
