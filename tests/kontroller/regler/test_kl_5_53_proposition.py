"""KL-5-53-proposition: det som ställs går att besvara med ja eller nej, och det finns ett fynd bland det."""

from typing import Any

import pytest

from tests.kontroller.arkiv import BORT, prova, sagt
from tests.kontroller.stallen import prövat

ID = "KL-5-53-proposition"
MÖTE, PROPOSITIONER = "moten/2024-03-04", "paragrafer.1.propositionsordning"
LÄGRE = {"id": "lagre", "av": "Ada Ask", "typ": "ändring", "lydelse": "Nämnden förlänger avtalet med en månad.\n"}
STÄLLS, FINNER = "§ 2 propositionsordning 1 ställs", "§ 2 propositionsordning 1 finner"


def _fynd(tmp_path, propositioner, **annat):
    ändringar = {"paragrafer.1.yrkanden.1": LÄGRE, PROPOSITIONER: propositioner, **annat}
    return sagt(tmp_path, ID, {MÖTE: ändringar})


@pytest.mark.parametrize(
    "ställs",
    ["förslaget", ["förslaget", "hogre"], ["förslaget", "avslag"], ["förslaget", "hogre", "lagre"]],
)
def test_ett_förslag_eller_förslag_mot_varandra_går_att_besvara(tmp_path, ställs):
    assert _fynd(tmp_path, [{"ställs": ställs, "finner": "förslaget"}]) == []
    assert prövat(tmp_path, ID).uppfyllda == 1


@pytest.mark.parametrize(
    ("ställs", "finner", "fält", "text"),
    [
        (["förslaget", "hogre"], "lagre", FINNER, "lagre ställdes inte under proposition"),
        (["förslaget", "hogre", "avslag"], "förslaget", STÄLLS, "avslag ställs mot ett enda förslag"),
        ("avslag", "avslag", STÄLLS, "avslag ställs mot ett enda förslag"),
        (["förslaget", "förslaget"], "förslaget", STÄLLS, "förslaget ställs mot sig självt"),
        (["förslaget", "avgörs idag"], "förslaget", STÄLLS,
         "avgörs idag ställs bara mot återremiss eller bordläggning"),
    ],
)  # fmt: skip
def test_det_som_inte_går_att_besvara_är_fel(tmp_path, ställs, finner, fält, text):
    assert _fynd(tmp_path, [{"ställs": ställs, "finner": finner}]) == [("bruten", fält, text)]
    assert prövat(tmp_path, ID).uppfyllda == 0


def test_det_som_är_återtaget_eller_har_fallit_kan_inte_ställas(tmp_path):
    två = [{"ställs": ["förslaget", "hogre"], "finner": "förslaget"}, {"ställs": ["hogre", "lagre"], "finner": "hogre"}]
    assert _fynd(tmp_path / "a", två) == [
        ("bruten", "§ 2 propositionsordning 2 ställs", "yrkandet hogre har redan fallit")
    ]
    återtaget = {"paragrafer.1.yrkanden.0.återtaget": "ja"}
    assert _fynd(tmp_path / "b", två[:1], **återtaget) == [("bruten", STÄLLS, "yrkandet hogre är återtaget")]


def test_två_som_båda_vann_har_inte_ställts_mot_varandra(tmp_path):
    ena, andra = {"ställs": "förslaget", "finner": "förslaget"}, {"ställs": "hogre", "finner": "hogre"}
    text = "yrkandet hogre och förslaget till beslut vann båda, utan att ställas mot varandra"
    assert _fynd(tmp_path, [ena, andra]) == [("bruten", "§ 2 propositionsordning 2 ställs", text)]


def test_utan_propositionsordning_går_flera_förslag_inte_att_pröva(tmp_path):
    text = "det står inte vilka propositioner som ställdes i § 2"
    assert _fynd(tmp_path, BORT) == [("går inte att pröva", "§ 2 yrkanden", text)]


@pytest.mark.parametrize("typ", ["avslag", "återremiss"])
def test_ett_enda_förslag_som_någon_är_emot_är_också_flera_svar(tmp_path, typ):
    ändringar = {"paragrafer.1.yrkanden": [{"av": "Ulf Uv", "typ": typ}], PROPOSITIONER: BORT}
    assert [f[:2] for f in sagt(tmp_path, ID, {MÖTE: ändringar})] == [("går inte att pröva", "§ 2 yrkanden")]


def test_bara_bifall_kräver_ingen_proposition(tmp_path):
    ändringar = {"paragrafer.1.yrkanden": [{"av": "Ulf Uv", "typ": "bifall"}], PROPOSITIONER: BORT}
    assert sagt(tmp_path, ID, {MÖTE: ändringar}) == []


def test_ett_möte_före_lagen_går_inte_att_pröva(tmp_path):
    p: dict[str, Any] = {"nr": "1", "rubrik": "Avtal", "förslag_till_beslut": ["Ja.\n"], "beslut": ["Ja.\n"]}
    p["propositionsordning"] = [{"ställs": "förslaget", "finner": "förslaget"}]
    fynd = sagt(tmp_path, ID, {"moten/2017-12-04": {"": {"plats": "Salen", "paragrafer": [p]}}})
    assert fynd == [("går inte att pröva", "§ 1 propositionsordning 1", "lagens lydelse den dagen är inte inlagd")]


def test_grundförslaget_som_aldrig_ställdes_hör_inte_hit(tmp_path):
    """regler.md § 5, § 19: ordförandens eget yrkande ställs ensamt. Det går att besvara; att förslaget fattas säger R19."""
    propositioner = [{"ställs": "hogre", "finner": "hogre"}]
    ändringar = {
        PROPOSITIONER: propositioner,
        "paragrafer.1.beslut": ["Nämnden förlänger avtalet om drift med två år.\n"],
    }
    assert sagt(tmp_path, ID, {MÖTE: ändringar}) == []


def test_felet_sägs_inte_också_bland_samband(tmp_path):
    ändringar = {MÖTE: {f"{PROPOSITIONER}.0.finner": "avslag"}}
    assert [f["nivå"] for f in prova(tmp_path / "a", ID, ändringar)] == ["fel"]
    assert [f for f in prova(tmp_path / "b", "POST-samband", ändringar) if f["fält"] == FINNER] == []
