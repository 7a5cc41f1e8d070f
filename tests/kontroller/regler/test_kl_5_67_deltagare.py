"""KL-5-67-deltagare: det framgår vilka som deltog i varje beslut och hur de röstade."""

import pytest

from tests.kontroller.arkiv import BORT, sagt

ID = "KL-5-67-deltagare"
MÖTE = "moten/2024-03-04"
OMRÖSTNING = "paragrafer.1.propositionsordning.0.omröstning"
DELTAR_EJ = [{"typ": "deltar ej", "av": ["Eva Ek", "Ada Ask", "Ulf Uv"]}]


def _fynd(tmp_path, ändring):
    return sagt(tmp_path, ID, {MÖTE: ändring})


def test_de_som_tjänstgör_deltog(tmp_path):
    assert _fynd(tmp_path, {}) == []


def test_alla_står_som_deltar_ej(tmp_path):
    fynd = ("bruten", "§ 3 beslut 1", "ingen deltog i § 3: alla som tjänstgör står som deltar ej")
    ändring = {"paragrafer.2.anteckningar": DELTAR_EJ}
    assert _fynd(tmp_path, ändring) == [fynd]
    assert sagt(tmp_path, "POST-samband", {MÖTE: ändring}) == []


def test_en_som_deltar_räcker(tmp_path):
    assert _fynd(tmp_path, {"paragrafer.2.anteckningar": [{"typ": "deltar ej", "av": ["Eva Ek", "Ada Ask"]}]}) == []


def test_en_öppen_omröstning_har_namn(tmp_path):
    ändring = {f"{OMRÖSTNING}.röster": BORT, f"{OMRÖSTNING}.antal": {"ja": "2", "nej": "1"}}
    text = "den öppna omröstningen säger inte hur var och en röstade (KL 5:67)"
    assert _fynd(tmp_path, ändring) == [("bruten", "§ 2 propositionsordning 1 omröstning röster", text)]


def test_en_omröstning_för_delbeslut_med_olika_deltagare(tmp_path):
    två = ["Nämnden förlänger avtalet om drift med ett år.", "Kansliet skriver avtalet."]
    ändring = {
        "paragrafer.1.förslag_till_beslut": två,
        "paragrafer.1.beslut": två,
        "händelser": [{"typ": "går", "namn": "Ada Ask", "paragraf": "2", "delbeslut": "2"}],
    }
    text = "inte samma personer tjänstgör i alla delbeslut som omröstningen gäller"
    assert _fynd(tmp_path, ändring) == [("bruten", "§ 2 propositionsordning 1 delbeslut", text)]


@pytest.mark.parametrize("delbeslut", [1, 2])
def test_en_jävsfråga_utan_eget_beslut_döljer_vem_som_deltog(tmp_path, delbeslut):
    fråga = {"typ": "jävsfråga", "namn": "Ulf Uv", "paragraf": "3", "utfall": "inte jävig"}
    ändring: dict[str, object] = {"händelser": [fråga]}
    if delbeslut == 2:
        ändring["paragrafer.2.beslut"] = ["Ulf Uv är inte jävig.", "Driftchefen får i uppdrag att se över driften."]
    fynd = ("går inte att pröva", "§ 3 beslut", "det syns inte om Ulf Uv deltog: jävsfrågan har inget eget beslut")
    assert _fynd(tmp_path, ändring) == ([fynd] if delbeslut == 1 else [])


def test_utan_närvaro_går_det_inte_att_pröva(tmp_path):
    text = "närvaron saknas, så det går inte att säga vilka som deltog i besluten"
    fynd = sagt(tmp_path, ID, {"moten/2023-12-04": {"närvaro": BORT}})
    assert fynd == [("går inte att pröva", "", text)]


def test_ett_möte_före_lagen_går_inte_att_pröva(tmp_path):
    möte = {"plats": "Salen", "justering": {"justerat": "okänd dag"}}
    fynd = sagt(tmp_path, ID, {"moten/2017-12-31": {"": möte}})
    assert fynd == [("går inte att pröva", "", "den lydelse av KL 5:67 som gällde 2017-12-31 är inte inlagd")]
