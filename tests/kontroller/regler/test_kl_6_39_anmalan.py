"""KL-6-39-anmalan: brådskande beslut anmäls vid nästa möte, andra inom den frist som nämnden har bestämt."""

import datetime as dt

import pytest

from tests.kontroller.arkiv import BORT, Ändringar, prova, sagt

ID = "KL-6-39-anmalan"
DELEGATION, NÄMND = "delegation/2024", "namnd"
FÄLT = "beslut 1"
IDAG = dt.date(2024, 9, 2)
BRÅDSKANDE = {"beslut.0.brådskande": "ja"}
UPPROP = [{"namn": "Eva Ek", "som": "ledamot", "parti": "S", "part": "region", "roll": "ordförande"}]
ANMÄLER = [{"delegationsbeslut": "2024-1"}]
UTAN_FRIST = {"reglementen.0.anmälningsfrist": BORT}


def _möte(anmäler=(), upprop=True, justerat=False):
    möte = {"plats": "Salen"} | ({"anmälningsärenden": list(anmäler)} if anmäler else {})
    möte |= {"närvaro": UPPROP} if upprop else {}
    return {"": möte | ({"justering": {"justerat": "okänd dag"}} if justerat else {})}


def _nivåer(fynd):
    return [(f["svar"], f["nivå"], f["post"], f["fält"], f["text"]) for f in fynd]


def _prova(tmp_path, beslut=None, nämnd=None, idag=IDAG, **möten):
    ändringar = {DELEGATION: beslut or {}, NÄMND: nämnd or {}}
    ändringar |= {f"moten/2024-{dag[1:3]}-{dag[3:]}": möte for dag, möte in möten.items()}
    return _nivåer(prova(tmp_path, ID, ändringar, idag))


def _beslutet(nivå, text, svar="bruten"):
    return [(svar, nivå, "delegation 2024", FÄLT, text)]


def test_anmält_vid_nästa_möte(tmp_path):
    assert _prova(tmp_path / "a", m0520=_möte(ANMÄLER)) == []
    assert _prova(tmp_path / "b", BRÅDSKANDE, m0520=_möte(ANMÄLER)) == []
    assert _prova(tmp_path / "c", BRÅDSKANDE, m0506=_möte(ANMÄLER)) == []


BRÅDSKADE = "det brådskande beslutet 2024-1 skulle ha anmälts vid nästa möte, 2024-05-20 (KL 6:40)"
OANMÄLT = "delegationsbeslutet 2024-1 är inte anmält, fast mötet 2024-05-20 hölls efter det"


def test_ett_hållet_möte_räcker_och_ett_brådskande_beslut_är_ett_fel(tmp_path):
    assert _prova(tmp_path / "a", BRÅDSKANDE, m0520=_möte()) == _beslutet("fel", BRÅDSKADE)
    assert _prova(tmp_path / "b", m0520=_möte()) == _beslutet("varning", OANMÄLT)


@pytest.mark.parametrize(("idag", "antal"), [(dt.date(2024, 5, 20), 0), (dt.date(2024, 5, 21), 1)])
def test_mötet_är_hållet_dagen_efter(tmp_path, idag, antal):
    assert _prova(tmp_path, m0520=_möte(), idag=idag) == _beslutet("varning", OANMÄLT) * antal


def test_ett_justerat_möte_sägs_av_läsproven_och_bara_en_gång(tmp_path):
    text = "delegationsbeslutet 2024-1 är inte anmält, fast mötet 2024-05-20 är justerat"
    assert _prova(tmp_path / "a", m0520=_möte(justerat=True)) == _beslutet("varning", text)
    assert _prova(tmp_path / "b", BRÅDSKANDE, m0520=_möte(justerat=True)) == _beslutet("fel", BRÅDSKADE)
    ändringar = {"moten/2024-05-20": _möte(justerat=True)}
    assert [f for f in sagt(tmp_path / "c", "POST-samband", ändringar, IDAG) if "anmält" in f[2]] == []


def test_ett_brådskande_beslut_anmält_vid_ett_senare_möte(tmp_path):
    sen = {"m0520": _möte(), "m0603": _möte(ANMÄLER)}
    väntat = [("bruten", "fel", "möte 2024-06-03", "anmälningsärenden 1 delegationsbeslut", BRÅDSKADE)]
    assert _prova(tmp_path / "a", BRÅDSKANDE, **sen) == väntat
    assert _prova(tmp_path / "b", BRÅDSKANDE, **sen | {"m0520": _möte(upprop=False)}) == []


def test_ett_brådskande_beslut_kan_inte_undantas_från_anmälan(tmp_path):
    text = "ett brådskande beslut anmäls alltid vid nästa möte (KL 6:40)"
    fynd = _prova(tmp_path, BRÅDSKANDE | {"beslut.0.anmäls": "nej"})
    assert fynd == [("bruten", "fel", "delegation 2024", f"{FÄLT} anmäls", text)]


@pytest.mark.parametrize(("frist", "antal"), [("28", 0), ("27", 1)])
def test_ett_beslut_som_inte_brådskar_anmäls_inom_fristen(tmp_path, frist, antal):
    text = "delegationsbeslutet 2024-1 anmäls 2024-06-03, men 2024-06-02 var den sista dagen enligt reglementet"
    nämnd = {"reglementen.0.anmälningsfrist": frist}
    fynd = _prova(tmp_path, nämnd=nämnd, m0520=_möte(), m0603=_möte(ANMÄLER))
    assert fynd == _beslutet("varning", text) * antal


def test_utan_frist_går_ett_senare_möte_inte_att_pröva_men_det_första_går(tmp_path):
    text = "det går inte att säga om 2024-1 anmäldes i tid: reglementet har ingen anmälningsfrist"
    fynd = _prova(tmp_path / "a", nämnd=UTAN_FRIST, m0520=_möte(), m0603=_möte(ANMÄLER))
    assert fynd == _beslutet("fel", text, "går inte att pröva")
    assert _prova(tmp_path / "b", nämnd=UTAN_FRIST, m0520=_möte(ANMÄLER)) == []


@pytest.mark.parametrize(("idag", "antal"), [(dt.date(2024, 7, 5), 0), (dt.date(2024, 7, 6), 1)])
def test_fristen_går_ut_utan_möte(tmp_path, idag, antal):
    text = "delegationsbeslutet 2024-1 är inte anmält, men 2024-07-05 var den sista dagen enligt reglementet"
    assert _prova(tmp_path / "a", idag=idag) == _beslutet("varning", text) * antal
    assert _prova(tmp_path / "b", BRÅDSKANDE, idag=idag) == []


def test_ett_möte_utan_närvaro_kan_ha_ställts_in(tmp_path):
    text = "2024-1 är inte anmält, men det går inte att säga om mötet 2024-05-20 hölls: närvaron saknas"
    väntat = _beslutet("fel", text, "går inte att pröva")
    assert _prova(tmp_path / "a", BRÅDSKANDE, m0520=_möte(upprop=False)) == väntat
    assert _prova(tmp_path / "b", nämnd=UTAN_FRIST, m0520=_möte(upprop=False)) == väntat
    assert _prova(tmp_path / "c", nämnd=UTAN_FRIST, m1202=_möte(upprop=False)) == []


def test_före_lagen_går_det_inte_att_pröva(tmp_path):
    beslut = {"nr": "1", "datum": "2017-12-31", "rubrik": "Svar", "delegat": "Ada", "brådskande": "ja"}
    ändringar: Ändringar = {"delegation/2017": {"": {"beslut": [beslut]}}}
    text = "lagens lydelse den dagen är inte inlagd"
    väntat = [("går inte att pröva", "beslut 1", text)]
    assert sagt(tmp_path / "a", ID, ändringar) == väntat
    sent = {"moten/2024-03-04": {"anmälningsärenden": [{"delegationsbeslut": "2017-1"}]}}
    assert sagt(tmp_path / "b", ID, ändringar | sent) == väntat
    efter: Ändringar = {"delegation/2018": {"": {"beslut": [beslut | {"datum": "2018-01-01"}]}}}
    assert [s for s, _, _ in sagt(tmp_path / "c", ID, efter)] == ["bruten"]


def test_det_som_inte_ska_anmälas_hör_inte_hit(tmp_path):
    assert _prova(tmp_path, {"beslut.0.anmäls": "nej", "beslut.0.protokollfört": "ja"}, m0520=_möte()) == []
