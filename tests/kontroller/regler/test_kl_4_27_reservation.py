"""KL-4-27-reservation: den som deltog i beslutet, anmält före mötets slut."""

import pytest

from tests.kontroller.arkiv import BORT, prova, sagt

ID = "KL-4-27-reservation"
MÖTE = "moten/2024-03-04"
R = "paragrafer.1.reservationer.0"
AV, TID = "§ 2 reservationer 1 av", "§ 2 reservationer 1 anmäld"


def _jäv(**mer):
    return {"typ": "jäv", "namn": "Ulf Uv", "paragraf": "2", **mer}


def test_i_det_rena_arkivet_är_den_uppfylld_och_prövad(tmp_path):
    assert prova(tmp_path, ID) == []


@pytest.mark.parametrize(
    ("tid", "fynd"),
    [
        ("10:30", []),
        ("10:31", [("bruten", TID, "reservationen anmäldes 10:31, efter att mötet slutade 10:30 (KL 4:27)")]),
        ("09:00", []),
        ("08:59", [("bruten", TID, "reservationen anmäldes 08:59, innan mötet började 09:00")]),
    ],
)
def test_den_anmäls_under_mötet(tmp_path, tid, fynd):
    assert sagt(tmp_path, ID, {MÖTE: {f"{R}.anmäld": tid}}) == fynd


def test_utan_tid_går_det_inte_att_pröva_när(tmp_path):
    väntat = [("går inte att pröva", TID, "det står inte när reservationen anmäldes")]
    assert sagt(tmp_path, ID, {MÖTE: {f"{R}.anmäld": BORT}}) == väntat


def test_utan_mötets_slut_går_det_inte_att_pröva_när(tmp_path):
    väntat = [("går inte att pröva", TID, "det står inte när mötet slutade")]
    assert sagt(tmp_path, ID, {MÖTE: {"slut": BORT}}) == väntat


@pytest.mark.parametrize(
    ("ändring", "text"),
    [
        ({"händelser": [_jäv()]}, "Ulf Uv är jävig och kan inte reservera sig (KL 4:27)"),
        (
            {"händelser": [{"typ": "går", "namn": "Ulf Uv", "paragraf": "2"}]},
            "Ulf Uv var inte närvarande och kan inte reservera sig (KL 4:27)",
        ),
        ({f"{R}.av": "Siv Sjö"}, "Siv Sjö tjänstgör inte och kan inte reservera sig (KL 4:27)"),
        (
            {
                "paragrafer.1.anteckningar": [{"typ": "deltar ej", "av": "Ulf Uv"}],
                "paragrafer.1.propositionsordning": BORT,
                "paragrafer.1.yrkanden": BORT,
            },
            "Ulf Uv deltar ej men reserverar sig (KL 4:27)",
        ),
    ],
)
def test_den_som_inte_deltog_reserverar_sig_inte(tmp_path, ändring, text):
    fynd = [f for f in prova(tmp_path, ID, {MÖTE: ändring}) if f["fält"] == AV]
    assert [(f["svar"], f["nivå"], f["text"]) for f in fynd] == [("bruten", "fel", text)]


@pytest.mark.parametrize(("delbeslut", "antal"), [("1", 0), ("2", 1)])
def test_det_gäller_just_det_delbeslutet(tmp_path, delbeslut, antal):
    p = {
        "nr": "3",
        "rubrik": "Översyn av driften",
        "dnr": "GNS/2/2024",
        "beslut": ["Driften ses över.", "Översynen redovisas i höst."],
        "reservationer": [{"av": "Ulf Uv", "anmäld": "10:20", "delbeslut": delbeslut}],
    }
    ändring = {"paragrafer.2": p, "händelser": [{**_jäv(paragraf="3"), "delbeslut": "2"}]}
    text = "Ulf Uv är jävig i delbeslut 2 och kan inte reservera sig (KL 4:27)"
    assert sagt(tmp_path, ID, {MÖTE: ändring}) == [("bruten", "§ 3 reservationer 1 av", text)] * antal


def test_att_reservera_sig_mot_det_man_röstade_för_är_en_varning(tmp_path):
    (fynd,) = prova(tmp_path, ID, {MÖTE: {f"{R}.av": "Ada Ask"}})
    assert (fynd["nivå"], fynd["fält"]) == ("varning", AV)
    assert fynd["text"] == "Ada Ask röstade för det som vann men reserverar sig"


def test_en_paragraf_som_utgår_har_inget_att_reservera_sig_mot(tmp_path):
    p = {"nr": "3", "rubrik": "Översyn", "utgår": {"skäl": "inte berett"}, "reservationer": [{"av": "Ulf Uv"}]}
    fynd = sagt(tmp_path, ID, {MÖTE: {"paragrafer.2": p}})
    assert fynd == [("bruten", "§ 3 reservationer 1", "§ 3 utgick, så det finns inget att reservera sig mot (KL 4:27)")]


def test_utan_närvaro_går_det_inte_att_pröva_vem_som_deltog(tmp_path):
    fynd = sagt(tmp_path, ID, {MÖTE: {"närvaro": BORT}})
    text = "närvaron saknas, så det går inte att säga vem som deltog i beslutet"
    assert fynd == [("går inte att pröva", AV, text)]


def test_ett_namn_som_inte_finns_i_närvaron_går_inte_att_pröva(tmp_path):
    fynd = sagt(tmp_path, ID, {MÖTE: {f"{R}.av": "Ulf Uvv"}})
    assert fynd == [("går inte att pröva", AV, "Ulf Uvv finns inte i närvaron")]


def test_ett_möte_före_lagen_går_inte_att_pröva(tmp_path):
    p = {"nr": "1", "rubrik": "Val", "beslut": ["Ja."], "reservationer": [{"av": "Ulf Uv", "anmäld": "09:30"}]}
    gammalt = {"plats": "Salen", "start": "09:00", "slut": "10:00", "paragrafer": [p]}
    fynd = sagt(tmp_path, ID, {"moten/2017-12-04": {"": gammalt}})
    väntat = ("går inte att pröva", "§ 1 reservationer 1", "lagens lydelse den dagen är inte inlagd")
    assert fynd == [väntat]
