"""POST-avslutat-arende: ett avslutat ärende får inget beslut förrän det återupptas."""

import pytest

from tests.kontroller.arkiv import BORT, Ändringar, prova, sagt

ID = "POST-avslutat-arende"
MÖTE, FÖRE, ÄRENDE = "moten/2024-03-04", "moten/2023-12-04", "arenden/2024/GNS-1-2024"
TEXT = "§ 2: ärendet är avslutat"


def _avslutat(dag):
    return {ÄRENDE: {"avslutat": {"datum": dag, "skäl": "klart"}}}


@pytest.mark.parametrize(("dag", "brutet"), [("2024-03-03", True), ("2024-03-04", False)])
def test_registrator_avslutade_ärendet(tmp_path, dag, brutet):
    assert sagt(tmp_path, ID, _avslutat(dag)) == ([("bruten", "§ 2 dnr", TEXT)] if brutet else [])


def test_en_paragraf_avslutade_ärendet(tmp_path):
    avslutar = {"id": "b", "typ": "avslutar ärende", "dnr": "GNS/1/2024"}
    (fynd,) = prova(tmp_path / "a", ID, {FÖRE: {"paragrafer.1.innebär.1": avslutar}})
    assert (fynd["post"], fynd["fält"], fynd["text"], fynd["nivå"]) == ("möte 2024-03-04", "§ 2 dnr", TEXT, "fel")
    åter = {"id": "b", "typ": "återupptar ärende", "dnr": "GNS/1/2024"}
    ändringar: Ändringar = {FÖRE: {"paragrafer.1.innebär.1": avslutar}, MÖTE: {"paragrafer.1.innebär": [åter]}}
    assert sagt(tmp_path / "b", ID, ändringar) == []


def test_det_sägs_bara_en_gång(tmp_path):
    for regel in ("POST-samband", "POST-tillstand"):
        assert TEXT not in [t for _, _, t in sagt(tmp_path / regel, regel, _avslutat("2024-01-02"))]


def test_information_får_ges_om_ett_avslutat_ärende(tmp_path):
    info = {"nr": "4", "rubrik": "Avtal", "dnr": "GNS/1/2024", "slag": "information", "beslut": ["Det antecknas."]}
    avslutar = {"id": "a", "typ": "avslutar ärende", "dnr": "GNS/1/2024"}
    assert sagt(tmp_path, ID, {MÖTE: {"paragrafer.1.innebär": [avslutar], "paragrafer.3": info}}) == []


def test_ett_ärende_som_inte_finns_går_inte_att_pröva(tmp_path):
    text = "ärendet GNS/1/2024 finns inte i arkivet, så det går inte att säga om det är avslutat"
    fynd = sagt(tmp_path, ID, {ÄRENDE: {"": BORT}})
    assert fynd == [("går inte att pröva", "§ 2 dnr", text)]
