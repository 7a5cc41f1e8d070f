"""KL-6-30-jav-narvaro: den jävige deltar inte och är inte i rummet."""

import pytest

from tests.kontroller.arkiv import BORT, prova, sagt
from tests.kontroller.stallen import prövat

ID = "KL-6-30-jav-narvaro"
MÖTE, P = "moten/2024-03-04", "paragrafer.1"
JÄV = {"händelser": [{"typ": "jäv", "namn": "Ulf Uv", "paragraf": "2", "grund": "1"}]}
UTAN_ULF = {
    f"{P}.yrkanden": [{"id": "hogre", "av": "Ada Ask", "typ": "ändring", "lydelse": "Två år.\n"}],
    f"{P}.propositionsordning": [{"ställs": ["förslaget", "hogre"], "finner": "förslaget"}],
    f"{P}.reservationer": BORT,
}


def _fynd(tmp_path, ändringar, jäv=JÄV):
    return sagt(tmp_path, ID, {MÖTE: UTAN_ULF | ändringar | jäv})


def test_den_som_höll_sig_utanför(tmp_path):
    assert _fynd(tmp_path, {}) == []
    assert prövat(tmp_path, ID).uppfyllda == 1


_VOTERING = {
    "begärd_av": "Ada Ask", "ja_betyder": "förslaget", "nej_betyder": "hogre",
    "röster": {"ja": "Eva Ek", "nej": "Ada Ask"}, "avgjord_genom": "utslagsröst",
}  # fmt: skip


@pytest.mark.parametrize(
    ("fält", "värde", "text"),
    [
        ("yrkanden.1", {"av": "Ulf Uv", "typ": "bifall"}, "Ulf Uv är jävig i § 2 och får inte yrka (KL 4:22)"),
        ("reservationer", [{"av": "Ulf Uv"}], "Ulf Uv är jävig och kan inte reservera sig (KL 4:27)"),
        ("anteckningar", [{"typ": "särskilt yttrande", "av": "Ulf Uv"}],
         "Ulf Uv är jävig och har ingen rätt att få något antecknat"),
        ("anteckningar", [{"typ": "deltar ej", "av": "Ulf Uv"}], "Ulf Uv är jävig och kan inte stå som deltar ej"),
        ("propositionsordning.0.omröstning", _VOTERING | {"begärd_av": "Ulf Uv"},
         "Ulf Uv är jävig och kan inte begära omröstning (KL 4:22)"),
        ("propositionsordning.0.omröstning", _VOTERING | {"röster": {"ja": "Eva Ek", "nej": ["Ada Ask", "Ulf Uv"]}},
         "Ulf Uv är jävig i § 2 och får inte rösta (KL 4:22)"),
    ],
)  # fmt: skip
def test_den_jävige_deltar_inte(tmp_path, fält, värde, text):
    assert [(f[0], f[2]) for f in _fynd(tmp_path, {f"{P}.{fält}": värde})] == [("bruten", text)]
    assert prövat(tmp_path, ID).uppfyllda == 0


def test_omröstningen_utan_den_jävige_är_uppfylld(tmp_path):
    assert _fynd(tmp_path, {f"{P}.propositionsordning.0.omröstning": _VOTERING}) == []


def test_den_jävige_leder_inte(tmp_path):
    händelser = [*JÄV["händelser"], {"typ": "leder", "namn": "Ulf Uv", "paragraf": "2"}]
    text = "Ulf Uv leder från § 2 men tjänstgör inte då"
    assert _fynd(tmp_path, {}, {"händelser": händelser}) == [("bruten", "händelser Ulf Uv (2) namn", text)]


def test_den_jävige_får_inte_föreslå_att_ärendet_utgår(tmp_path):
    utgår = {f"{P}.{fält}": BORT for fält in ("beslut", "yrkanden", "propositionsordning", "reservationer")}
    text = "Ulf Uv är jävig i § 2 men föreslog att den skulle utgå"
    fynd = _fynd(tmp_path / "a", utgår | {f"{P}.utgår": {"på_förslag_av": "Ulf Uv"}})
    assert fynd == [("bruten", "§ 2 utgår på_förslag_av", text)]
    assert _fynd(tmp_path / "b", utgår | {f"{P}.utgår": {"på_förslag_av": "Eva Ek"}}) == []


def test_den_som_inte_var_där_justerar_inte(tmp_path):
    """Ulf Uv är mötets justerare; just den § han är jävig i justerar han inte för sig."""
    omedelbart = {f"{P}.omedelbart_justerad": "2024-03-04", f"{P}.justerare": "Ulf Uv"}
    fynd = prova(tmp_path / "a", ID, {MÖTE: UTAN_ULF | omedelbart | JÄV})
    text = "Ulf Uv är jävig i § 2 och var inte där, men har justerat den"
    assert [(f["nivå"], f["fält"], f["text"]) for f in fynd] == [("varning", "§ 2 justerare", text)]
    assert _fynd(tmp_path / "b", omedelbart | {f"{P}.justerare": "Ada Ask"}) == []


def test_jäv_i_ett_delbeslut_gäller_bara_det(tmp_path):
    två = {f"{P}.beslut.1": "Ada Ask får i uppdrag att följa upp avtalet.\n"}
    två |= {f"{P}.förslag_till_beslut.1": "Ada Ask får i uppdrag att följa upp avtalet.\n"}
    jäv = {"händelser": [{"typ": "jäv", "namn": "Ulf Uv", "paragraf": "2", "delbeslut": "2"}]}
    för = {f"{P}.yrkanden.1": {"av": "Ulf Uv", "typ": "bifall", "delbeslut": "1"}}
    emot = {f"{P}.yrkanden.1": {"av": "Ulf Uv", "typ": "bifall", "delbeslut": "2"}}
    assert _fynd(tmp_path / "a", två | för, jäv) == []
    assert [f[0] for f in _fynd(tmp_path / "b", två | emot, jäv)] == ["bruten"]


def test_den_som_befanns_jävig_i_en_tidigare_paragraf(tmp_path):
    händelse = {"typ": "jävsfråga", "namn": "Ulf Uv", "paragraf": "1", "gäller": "2", "utfall": "jävig"}
    text = "Ulf Uv är jävig i § 2 och får inte yrka (KL 4:22)"
    fynd = _fynd(tmp_path, {f"{P}.yrkanden.1": {"av": "Ulf Uv", "typ": "bifall"}}, {"händelser": [händelse]})
    assert [f[2] for f in fynd] == [text]


def test_den_som_inte_befanns_jävig_får_vara_med(tmp_path):
    händelse = {"typ": "jävsfråga", "namn": "Ulf Uv", "paragraf": "1", "gäller": "2", "utfall": "inte jävig"}
    fynd = _fynd(tmp_path, {f"{P}.yrkanden.1": {"av": "Ulf Uv", "typ": "bifall"}}, {"händelser": [händelse]})
    assert fynd == []


def test_utan_upprop_går_det_inte_att_pröva(tmp_path):
    text = "uppropet saknas, så det går inte att säga om Ulf Uv var med i § 2"
    assert _fynd(tmp_path, {"närvaro": BORT}) == [("går inte att pröva", "§ 2", text)]


def test_ett_möte_utan_jäv_prövas_inte(tmp_path):
    assert sagt(tmp_path, ID) == []
    assert prövat(tmp_path, ID).uppfyllda == 0
