"""KL-4-22-tjanstgorande: bara den som tjänstgör yrkar, begär omröstning och röstar."""

import pytest

from tests.kontroller.arkiv import BORT, sagt
from tests.kontroller.stallen import uppfyllda

ID = "KL-4-22-tjanstgorande"
MÖTE = "moten/2024-03-04"
BO = {"närvaro.4": {"namn": "Bo By", "som": "ersättare"}}
P = "paragrafer.1"


def _sagt(tmp_path, ändringar, nämnd=None):
    return sagt(tmp_path, ID, {MÖTE: ändringar, "namnd": nämnd or {}})


def test_det_rena_arkivet_är_uppfyllt(tmp_path):
    assert sagt(tmp_path, ID) == []


@pytest.mark.parametrize(
    ("ändring", "fält", "text"),
    [
        (
            {f"{P}.yrkanden.0.av": "Bo By"},
            "§ 2 yrkanden hogre av",
            "Bo By tjänstgör inte i § 2 och får inte yrka (KL 4:22)",
        ),
        (
            {f"{P}.propositionsordning.0.omröstning.begärd_av": "Bo By"},
            "§ 2 propositionsordning 1 omröstning begärd_av",
            "Bo By tjänstgör inte och kan inte begära omröstning (KL 4:22)",
        ),
        (
            {f"{P}.propositionsordning.0.omröstning.röster.nej": ["Ulf Uv", "Bo By"]},
            "§ 2 propositionsordning 1 omröstning röster nej",
            "Bo By tjänstgör inte i § 2 och får inte rösta (KL 4:22)",
        ),
    ],
)
def test_en_ersättare_som_inte_tjänstgör(tmp_path, ändring, fält, text):
    """Samma ersättare får allt detta när han tjänstgör."""
    assert _sagt(tmp_path / "a", {**BO, **ändring}) == [("bruten", fält, text)]
    i_tjänst = {
        **BO,
        "närvaro.4.ersätter": "Ada Ask",
        "närvaro.1": {"namn": "Kim Kvist", "som": "övrig", "roll": "utredare"},
        f"{P}.propositionsordning.0.omröstning.röster.ja": ["Eva Ek"],
        f"{P}.propositionsordning.0.omröstning.röster.nej": ["Ulf Uv", "Bo By"],
    }
    assert _sagt(tmp_path / "b", {**i_tjänst, **ändring}) == []


def test_den_som_tjänstgör_bara_i_ett_senare_delbeslut_yrkar_inte_i_det_första(tmp_path):
    delar = {
        **BO,
        f"{P}.propositionsordning": BORT,
        f"{P}.reservationer": BORT,
        f"{P}.beslut": ["Avtalet förlängs.", "Driftchefen skriver under."],
        "händelser": [
            {"typ": "går", "namn": "Ada Ask", "paragraf": "2", "delbeslut": "2"},
            {"typ": "tjänstgör", "namn": "Bo By", "paragraf": "2", "delbeslut": "2", "ersätter": "Ada Ask"},
        ],
    }
    ett, två = ({**delar, f"{P}.yrkanden": [{"av": "Bo By", "typ": "bifall", "delbeslut": k}]} for k in "12")
    text = "Bo By tjänstgör inte i § 2 och får inte yrka (KL 4:22)"
    assert _sagt(tmp_path / "a", ett) == [("bruten", "§ 2 yrkanden 1 av", text)]
    assert _sagt(tmp_path / "b", två) == []


def test_reservationen_hör_till_sin_egen_regel(tmp_path):
    assert _sagt(tmp_path, {**BO, f"{P}.reservationer.0.av": "Bo By"}) == []


def test_den_jävige_hör_till_en_annan_regel(tmp_path):
    jäv = {"händelser": [{"typ": "jäv", "namn": "Ulf Uv", "paragraf": "2"}]}
    assert _sagt(tmp_path, jäv) == []


def test_utan_närvaro_går_det_inte_att_pröva(tmp_path):
    text = "närvaron saknas, så det går inte att säga vilka som tjänstgjorde"
    assert _sagt(tmp_path, {"närvaro": BORT}) == [("går inte att pröva", "§ 2", text)]


def test_ett_möte_före_lagen_går_inte_att_pröva(tmp_path):
    gammalt = {
        "plats": "Salen",
        "närvaro": [{"namn": "Eva Ek", "som": "ledamot"}],
        "paragrafer": [
            {
                "nr": "1",
                "rubrik": "Budget",
                "förslag_till_beslut": ["Budgeten fastställs."],
                "yrkanden": [{"av": "Eva Ek", "typ": "bifall"}],
                "beslut": ["Budgeten fastställs."],
            }
        ],
    }
    (fynd,) = sagt(tmp_path, ID, {"moten/2017-12-31": {"": gammalt}})
    assert fynd == ("går inte att pröva", "§ 1", "lagens lydelse den dagen är inte inlagd")


def test_paragrafen_räknas_bara_när_alla_namn_finns_i_närvaron(tmp_path):
    assert uppfyllda(tmp_path / "a", ID) == 1
    assert uppfyllda(tmp_path / "b", ID, {MÖTE: {f"{P}.yrkanden.0.av": "Ulf Uvv"}}) == 0
    alla = {f"{P}.propositionsordning.0.omröstning.begärd_av": "Ulf Uvv"}
    assert uppfyllda(tmp_path / "c", ID, {MÖTE: alla}) == 0


def test_alla_närvarande_får_yrka(tmp_path):
    """Ingen annan än de som yrkar är med, och rösterna är inte skrivna."""
    möte = {
        "närvaro.3": BORT,
        f"{P}.yrkanden.0.av": ["Eva Ek", "Ada Ask", "Ulf Uv"],
        f"{P}.propositionsordning.0.omröstning.röster": BORT,
    }
    assert uppfyllda(tmp_path, ID, {MÖTE: möte}) == 1
