"""KL-6-40-protokollforing: det som inte anmäls protokollförs och anslås, när det får överklagas."""

import pytest

from tests.kontroller.arkiv import prova, sagt

ID = "KL-6-40-protokollforing"
SLAG, JA, NEJ = {"slag": "övrigt"}, {"överklagbart": "ja"}, {"överklagbart": "nej"}
PROTOKOLL, ANSLAGET = {"protokollfört": "ja"}, {"anslaget": "2024-05-08"}
OFÖRT = "beslutet anmäls inte och är inte protokollfört särskilt (KL 6:40)"
OANSLAGET = "delegationsbeslutet 2024-1 anmäls inte och får överklagas, men är inte anslaget"
OKÄNT = "det står inte om delegationsbeslutet 2024-1 får överklagas, och då skulle ha anslagits"


def _fynd(tmp_path, möten=None, **fält):
    ändringar = {"delegation/2024": {f"beslut.0.{k}": v for k, v in (SLAG | {"anmäls": "nej"} | fält).items()}}
    fynd = prova(tmp_path, ID, ändringar | (möten or {}))
    return [(f["svar"], f["nivå"], f["fält"], f["text"]) for f in fynd]


@pytest.mark.parametrize(
    ("fält", "väntat"),
    [
        (JA | PROTOKOLL | ANSLAGET, []),
        (JA | PROTOKOLL, [("bruten", "fel", "beslut 1", OANSLAGET)]),
        (JA | ANSLAGET, [("bruten", "fel", "beslut 1 anmäls", OFÖRT)]),
        (JA, [("bruten", "fel", "beslut 1 anmäls", OFÖRT)]),
        (NEJ, []),
        ({}, [("bruten", "varning", "beslut 1 anmäls", OFÖRT)]),
        (PROTOKOLL, [("går inte att pröva", "fel", "beslut 1", OKÄNT)]),
        (PROTOKOLL | ANSLAGET, []),
        ({"slag": "verkställighet"}, []),
        ({"slag": "verkställighet"} | JA, [("bruten", "fel", "beslut 1 anmäls", OFÖRT)]),
        ({"anmäls": "ja"} | JA, []),
    ],
)
def test_varje_fall(tmp_path, fält, väntat):
    assert _fynd(tmp_path, **fält) == väntat


def test_det_som_ändå_anmäls_behöver_inte_protokollföras(tmp_path):
    möte = {"": {"plats": "Salen", "anmälningsärenden": [{"delegationsbeslut": "2024-1"}]}}
    assert _fynd(tmp_path, {"moten/2024-05-20": möte}, **JA) == []


def test_det_sägs_bara_en_gång(tmp_path):
    ändringar = {"delegation/2024": {"beslut.0.anmäls": "nej", "beslut.0.överklagbart": "ja"}}
    assert [f for f in sagt(tmp_path, "POST-samband", ändringar) if f[2] == OFÖRT] == []


def test_före_lagen_går_det_inte_att_pröva(tmp_path):
    beslut = {"nr": "1", "datum": "2017-12-31", "rubrik": "Svar", "delegat": "Ada", "anmäls": "nej"}
    for i, fört in enumerate(({}, PROTOKOLL)):
        fynd = sagt(tmp_path / str(i), ID, {"delegation/2017": {"": {"beslut": [beslut | JA | fört]}}})
        assert fynd == [("går inte att pröva", "beslut 1", "lagens lydelse den dagen är inte inlagd")]
    fynd = sagt(tmp_path / "2018", ID, {"delegation/2018": {"": {"beslut": [beslut | JA | {"datum": "2018-01-01"}]}}})
    assert fynd == [("bruten", "beslut 1 anmäls", OFÖRT)]
