"""KL-5-67-propositionsordning: varje förslag som låg har ställts, också förslaget till beslut."""

import pytest

from tests.kontroller.arkiv import BORT, prova, sagt

ID = "KL-5-67-propositionsordning"
MÖTE = "moten/2024-03-04"
AVTAL = "paragrafer.1."
OSTÄLLT = ("bruten", "§ 2 propositionsordning", "förslaget till beslut ställdes aldrig under proposition (KL 5:67)")
ENSAMT = {f"{AVTAL}propositionsordning": [{"ställs": "hogre", "finner": "hogre"}], f"{AVTAL}reservationer": BORT}
ENSAMT |= {f"{AVTAL}beslut.0": "Nämnden förlänger avtalet om drift med två år."}


def test_båda_förslagen_ställdes(tmp_path):
    assert sagt(tmp_path, ID) == []


def test_ordförandens_eget_yrkande_ställt_ensamt_är_ett_fel_fast_handlingarna_skrivs(tmp_path):
    """Som § 19 den 18 december 2020: förslaget om 914 400 kr ställdes aldrig."""
    (fynd,) = prova(tmp_path, ID, {MÖTE: ENSAMT})
    assert (fynd["svar"], fynd["fält"], fynd["text"]) == OSTÄLLT
    assert (fynd["nivå"], fynd["lagrum"]) == ("fel", "KL 5:67")
    assert sagt(tmp_path, "POST-samband", {MÖTE: ENSAMT}) == []


def test_två_förslag_utan_proposition(tmp_path):
    ändring = {f"{AVTAL}propositionsordning": BORT, f"{AVTAL}reservationer": BORT}
    text = "två förslag ligger men det står inte hur ordföranden ställde proposition (KL 5:67)"
    assert sagt(tmp_path, ID, {MÖTE: ändring}) == [("bruten", "§ 2 yrkanden", text)]


def test_ett_återtaget_yrkande_behöver_ingen_proposition(tmp_path):
    ändring = {f"{AVTAL}propositionsordning": BORT, f"{AVTAL}reservationer": BORT, f"{AVTAL}yrkanden.0.återtaget": "ja"}
    assert sagt(tmp_path, ID, {MÖTE: ändring}) == []


def _avslag(*ställs):
    yrkande = {"av": "Ulf Uv", "typ": "avslag"}
    return {
        "paragrafer.2.yrkanden": [yrkande],
        "paragrafer.2.propositionsordning": [{"ställs": [*ställs], "finner": "förslaget"}],
    }


def test_ett_yrkande_om_avslag_ska_också_ställas(tmp_path):
    text = "yrkandet om avslag ställdes aldrig under proposition (KL 5:67)"
    assert sagt(tmp_path / "a", ID, {MÖTE: _avslag("förslaget")}) == [("bruten", "§ 3 yrkanden 1", text)]
    assert sagt(tmp_path / "b", ID, {MÖTE: _avslag("förslaget", "avslag")}) == []


@pytest.mark.parametrize("avgjort", [True, False])
def test_ett_tillägg_avgörs_för_sig(tmp_path, avgjort):
    tillägg = {"id": "ocksa", "av": "Ulf Uv", "typ": "tillägg", "lydelse": "Nämnden tackar kansliet."}
    ändring: dict[str, object] = {"paragrafer.2.yrkanden": [tillägg]}
    if avgjort:
        ändring["paragrafer.2.propositionsordning"] = [{"ställs": ["ocksa", "avslag"], "finner": "avslag"}]
    fynd = [("bruten", "§ 3 yrkanden ocksa", "yrkandet ocksa avgjordes aldrig (KL 5:67)")]
    assert sagt(tmp_path, ID, {MÖTE: ändring}) == ([] if avgjort else fynd)


def test_en_proposition_som_inte_går_att_följa_går_inte_att_pröva(tmp_path):
    ändring = {
        f"{AVTAL}propositionsordning.0.omröstning.röster": {"ja": "Eva Ek", "nej": "Ulf Uv", "avstår": "Ada Ask"}
    }
    text = "propositionerna går inte att följa, så det går inte att säga om alla förslag prövades"
    fynd = sagt(tmp_path, ID, {MÖTE: ändring})
    assert fynd == [("går inte att pröva", "§ 2 propositionsordning", text)]


def test_ett_möte_före_lagen_går_inte_att_pröva(tmp_path):
    fynd = sagt(tmp_path, ID, {"moten/2017-12-31": {"": {"plats": "Salen"}}})
    assert fynd == [("går inte att pröva", "", "den lydelse av KL 5:67 som gällde 2017-12-31 är inte inlagd")]
