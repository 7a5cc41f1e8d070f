"""KL-5-67-beslut: varje § har ett beslut, och det är det som vann."""

import pytest

from tests.kontroller.arkiv import BORT, sagt

ID = "KL-5-67-beslut"
MÖTE = "moten/2024-03-04"
AVTAL = "paragrafer.1."
ANDRA = "Nämnden förlänger avtalet om drift med två år."
VANN = {
    f"{AVTAL}propositionsordning": [{"ställs": ["förslaget", "hogre"], "finner": "hogre"}],
    f"{AVTAL}reservationer": BORT,
    f"{AVTAL}beslut.0": ANDRA,
}
UTAN_LYDELSE = {f"{AVTAL}yrkanden.0.lydelse": BORT, f"{AVTAL}yrkanden.0.text": "Avtalet förlängs till 90 000 kr."}
OJÄMFÖRT = "yrkandet hogre har ingen lydelse, så beslutets ord går inte att jämföra"


def _fynd(tmp_path, ändring):
    return sagt(tmp_path, ID, {MÖTE: ändring})


@pytest.mark.parametrize(
    "ändring", [{}, VANN, {**VANN, f"{AVTAL}beslut.0": "Nämnden beslutar enligt Ulf Uvs yrkande."}]
)
def test_beslutet_är_det_som_vann_eller_nämner_det(tmp_path, ändring):
    assert _fynd(tmp_path, ändring) == []


def test_beslutet_är_något_annat_än_det_som_vann(tmp_path):
    ändring = {**VANN, f"{AVTAL}beslut.0": "Nämnden förlänger avtalet om drift med tre år."}
    fynd = ("bruten", "§ 2 beslut 1", "yrkandet hogre antogs men beslut 1 har en annan lydelse")
    assert _fynd(tmp_path, ändring) == [fynd]
    assert sagt(tmp_path, "POST-samband", {MÖTE: ändring}) == []


def test_ett_yrkande_utan_lydelse_vann_och_då_går_orden_inte_att_pröva(tmp_path):
    """Som § 19 den 18 december 2020."""
    assert _fynd(tmp_path, {**VANN, **UTAN_LYDELSE}) == [("går inte att pröva", "§ 2 beslut 1", OJÄMFÖRT)]


def test_men_beloppen_i_det_prövas(tmp_path):
    ändring = {**VANN, **UTAN_LYDELSE, f"{AVTAL}beslut.0": "Avtalet förlängs till 91 000 kr."}
    text = "91 000 kr i beslutet står varken i yrkandet eller i förslaget"
    assert _fynd(tmp_path, ändring) == [("bruten", "§ 2 beslut 1", text)]


def test_utan_lydelse_men_beslutet_nämner_yrkandet(tmp_path):
    ändring = {**VANN, **UTAN_LYDELSE, f"{AVTAL}beslut.0": "Nämnden beslutar enligt Ulf Uvs yrkande."}
    assert _fynd(tmp_path, ändring) == []


def test_ett_yrkande_utan_lydelse_som_föll_hindrar_inget(tmp_path):
    assert _fynd(tmp_path, UTAN_LYDELSE) == []


def test_avslag_vann_men_beslutet_är_det_som_avslogs(tmp_path):
    yrkande = [{"av": "Ulf Uv", "typ": "avslag"}]
    ordning = [{"ställs": ["förslaget", "avslag"], "finner": "avslag"}]
    ändring = {"paragrafer.2.yrkanden": yrkande, "paragrafer.2.propositionsordning": ordning}
    assert ("bruten", "§ 3 beslut 1", "avslag vann men beslut 1 är det som avslogs") in _fynd(tmp_path, ändring)


@pytest.mark.parametrize(
    ("ändring", "fynd"),
    [
        ({"beslut": BORT}, [("bruten", "§ 3 beslut", "§ 3: en § utan beslut kan inte vara justerad")]),
        ({"beslut": BORT, "slag": "information"}, []),
        ({"beslut": BORT, "utgår": {"på_förslag_av": "Ulf Uv"}}, []),
        ({"utgår": {"på_förslag_av": "Ulf Uv"}}, [("bruten", "§ 3 beslut", "§ 3 utgick men har beslut")]),
    ],
)
def test_en_paragraf_har_beslut_eller_säger_varför_inte(tmp_path, ändring, fynd):
    alla = {f"paragrafer.2.{nyckel}": värde for nyckel, värde in ({"innebär": BORT} | ändring).items()}
    assert _fynd(tmp_path, alla) == fynd


def test_en_paragraf_utan_beslut_i_ett_utkast_går_inte_att_pröva(tmp_path):
    utkast = {"justering.justerat": BORT, "justering.underskrifter": BORT}
    ändring = {**utkast, "paragrafer.2.beslut": BORT, "paragrafer.2.innebär": BORT}
    fynd = sagt(tmp_path, ID, {MÖTE: ändring, "anslag/2024-03-04": {"": BORT}})
    assert fynd == [("går inte att pröva", "§ 3", "§ 3 har inget beslut ännu")]


def test_utan_förslag_finns_inget_att_jämföra_med(tmp_path):
    fynd = ("går inte att pröva", "§ 3 beslut 1", "det finns inget förslag att jämföra beslutet med")
    assert _fynd(tmp_path, {"paragrafer.2.förslag_till_beslut": BORT}) == [fynd]


@pytest.mark.parametrize(
    "ändring",
    [
        {f"{AVTAL}propositionsordning": BORT, f"{AVTAL}reservationer": BORT},
        {f"{AVTAL}propositionsordning.0.ställs.1": "lagre"},
    ],
    ids=["två förslag ligger", "propositionen går inte att följa"],
)
def test_det_går_inte_att_säga_vad_som_vann(tmp_path, ändring):
    fynd = ("går inte att pröva", "§ 2 beslut 1", "det går inte att säga vilket förslag som vann")
    assert _fynd(tmp_path, ändring) == [fynd]


def test_en_återremiss_som_ändå_är_beslutad_i_sak(tmp_path):
    ändring = {"paragrafer.2.innebär.1": {"id": "b", "typ": "återremitterar"}}
    text = "innebär säger återremitterar men beslut 1 är förslag i sak"
    assert _fynd(tmp_path, ändring) == [("bruten", "§ 3 beslut 1", text)]


def test_ett_möte_före_lagen_går_inte_att_pröva(tmp_path):
    möte = {"plats": "Salen", "justering": {"justerat": "okänd dag"}}
    fynd = sagt(tmp_path, ID, {"moten/2017-12-31": {"": möte}})
    assert fynd == [("går inte att pröva", "", "den lydelse av KL 5:67 som gällde 2017-12-31 är inte inlagd")]


@pytest.mark.parametrize(("vald", "namn"), [("Ulf Uv", True), ("Ada Ask", False)])
def test_ett_val_prövas_på_namnet(tmp_path, vald, namn):
    yrkande = [{"id": "uv", "av": "Eva Ek", "typ": "bifall", "benämning": "Ulf Uv"}]
    ändring = {
        "slag": "val",
        "yrkanden": yrkande,
        "innebär": BORT,
        "beslut": [f"{vald} väljs."],
        "förslag_till_beslut": BORT,
    }
    fynd = _fynd(tmp_path, {f"paragrafer.2.{nyckel}": värde for nyckel, värde in ändring.items()})
    assert fynd == ([] if namn else [("bruten", "§ 3 beslut 1", "Ulf Uv vann valet men står inte i beslut 1")])
