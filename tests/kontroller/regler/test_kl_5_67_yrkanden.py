"""KL-5-67-yrkanden: det som något bygger på är redovisat, med den som yrkade."""

import pytest

from tests.kontroller.arkiv import BORT, sagt

ID = "KL-5-67-yrkanden"
MÖTE = "moten/2024-03-04"
AVTAL = "paragrafer.1."
UTAN_YRKANDE = {f"{AVTAL}yrkanden": BORT, f"{AVTAL}propositionsordning": BORT}
UTAN_FÖRSLAG = ("går inte att pröva", "§ 1 beslut", "det står varken förslag till beslut eller yrkande")
RESERVATION = (
    "bruten",
    "§ 2 reservationer 1",
    "Ulf Uv reserverar sig till förmån för ett yrkande som inte är antecknat i § 2",
)


def _fynd(tmp_path, ändring):
    """Fynden i mötet, utom att val av justerare saknar förslag i båda mötena."""
    fynd = sagt(tmp_path, ID, {MÖTE: ändring})
    assert fynd.count(UTAN_FÖRSLAG) == 2
    return [f for f in fynd if f != UTAN_FÖRSLAG]


def test_yrkande_proposition_och_reservation_hör_ihop(tmp_path):
    assert _fynd(tmp_path, {}) == []


def test_en_reservation_för_ett_yrkande_som_inte_står_där(tmp_path):
    assert _fynd(tmp_path, UTAN_YRKANDE) == [RESERVATION]


@pytest.mark.parametrize(
    ("till_förmån_för", "av", "parti", "brutet"),
    [
        ("det egna yrkandet", "Ulf Uv", "M", False),
        ("det egna yrkandet", "Eva Ek", "S", True),
        ("det egna yrkandet", "Eva Ek", "M", False),  # partivännens yrkande
        ("den egna gruppens yrkande", "Eva Ek", "S", False),
        ("Eva Eks yrkande", "Eva Ek", "S", False),
        ("förslaget", "Eva Ek", "S", False),
        ("sitt yrkande i § 1", "Eva Ek", "S", False),
    ],
)
def test_det_egna_yrkandet_är_deras_eget(tmp_path, till_förmån_för, av, parti, brutet):
    ändring = {
        f"{AVTAL}yrkanden.0.av": av,
        f"{AVTAL}reservationer.0.till_förmån_för": till_förmån_för,
        "närvaro.0.parti": parti,
    }
    assert _fynd(tmp_path, ändring) == ([RESERVATION] if brutet else [])


@pytest.mark.parametrize("till_förmån_för", ["förslaget", "yrkandet i § 1", BORT])
def test_utan_yrkande_får_man_reservera_sig_för_annat(tmp_path, till_förmån_för):
    ändring = {**UTAN_YRKANDE, f"{AVTAL}reservationer.0.till_förmån_för": till_förmån_för}
    assert _fynd(tmp_path, ändring) == []


def test_ett_beslut_som_är_ett_annat_än_förslaget_utan_att_någon_har_yrkat_det(tmp_path):
    ändring = {**UTAN_YRKANDE, f"{AVTAL}reservationer": BORT, f"{AVTAL}beslut.0": "Nämnden säger upp avtalet."}
    fynd = ("bruten", "§ 2 beslut 1", "förslaget antogs men beslut 1 har en annan lydelse")
    assert _fynd(tmp_path, ändring) == [fynd]
    assert sagt(tmp_path, "KL-5-67-beslut", {MÖTE: ändring}) == []
    assert sagt(tmp_path, "POST-samband", {MÖTE: ändring}) == []


def test_ett_extra_beslut_som_ingen_har_föreslagit(tmp_path):
    ändring = {"paragrafer.2.beslut.1": "Nämnden tackar kansliet."}
    assert _fynd(tmp_path, ändring) == [("bruten", "§ 3 beslut 2", "beslut 2 har ingen föreslagit")]


def test_en_proposition_på_ett_yrkande_som_inte_står_där(tmp_path):
    ändring = {f"{AVTAL}propositionsordning.0.ställs.1": "lagre"}
    fynd = ("bruten", "§ 2 propositionsordning 1 ställs", "lagre är inget förslag i denna §")
    assert _fynd(tmp_path, ändring) == [fynd]
    assert fynd[2] not in [t for _, _, t in sagt(tmp_path, "POST-samband", {MÖTE: ändring})]


def test_ett_yrkande_som_gäller_ett_annat_som_inte_står_där(tmp_path):
    ändring = {"paragrafer.2.yrkanden": [{"av": "Ulf Uv", "typ": "bifall", "gäller": "lagre"}]}
    assert _fynd(tmp_path, ändring) == [("bruten", "§ 3 yrkanden 1 gäller", "lagre är inget förslag i denna §")]


@pytest.mark.parametrize(
    ("beslut", "fynd"),
    [
        ("Nämnden beslutar enligt Ulf Uvs yrkande.", "beslut 1 nämner ett yrkande som inte är antecknat i § 3"),
        ("Nämnden yrkar att domstolen avslår överklagandet.", None),
        ("Översynen görs.", None),
    ],
)
def test_ett_beslut_enligt_ett_yrkande_som_inte_står_där(tmp_path, beslut, fynd):
    ändring = {"paragrafer.2.förslag_till_beslut": BORT, "paragrafer.2.innebär": BORT, "paragrafer.2.beslut.0": beslut}
    väntat = ("bruten", "§ 3 beslut 1", fynd) if fynd else ("går inte att pröva", "§ 3 beslut", UTAN_FÖRSLAG[2])
    assert _fynd(tmp_path, ändring) == [väntat]


@pytest.mark.parametrize("ändring", [{"slag": "information"}, {"beslut": BORT, "utgår": {"på_förslag_av": "Ulf Uv"}}])
def test_information_och_det_som_utgick_behöver_inget_förslag(tmp_path, ändring):
    utan = {"förslag_till_beslut": BORT, "innebär": BORT, **ändring}
    assert _fynd(tmp_path, {f"paragrafer.2.{nyckel}": värde for nyckel, värde in utan.items()}) == []


def test_ett_möte_före_lagen_går_inte_att_pröva(tmp_path):
    fynd = sagt(tmp_path, ID, {"moten/2017-12-31": {"": {"plats": "Salen"}}})
    assert fynd[0] == ("går inte att pröva", "", "den lydelse av KL 5:67 som gällde 2017-12-31 är inte inlagd")
