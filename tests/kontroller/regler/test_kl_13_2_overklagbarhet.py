"""KL-13-2-overklagbarhet: överklagas säger inte emot vad beslutet gör."""

import pytest

from tests.kontroller.arkiv import Ändringar, prova

ID = "KL-13-2-overklagbarhet"
MÖTE = "moten/2024-03-04"


def _fynd(mapp, fall, överklagas=None):
    beslut, innebär = fall
    paragraf: dict[str, object] = {"nr": "3", "rubrik": "Budget", "dnr": "GNS/2/2024", "beslut": [beslut]}
    paragraf |= {"innebär": [{"id": "a", **innebär}]} if innebär else {}
    paragraf |= {"överklagas": överklagas} if överklagas else {}
    ändringar: Ändringar = {MÖTE: {"paragrafer.2": paragraf}}
    fynd = [f for f in prova(mapp, ID, ändringar) if f["post"] == "möte 2024-03-04"]
    return [(f["svar"], f["nivå"], f["fält"], f["text"]) for f in fynd]


FASTSTÄLLER = ("Budgeten är 90 kr.", {"typ": "fastställer", "avser": "budget", "budgetår": "2025", "belopp": "90 kr"})
ÅTERBETALAR = ("Återbetala 90 kr.", {"typ": "återbetalar", "avser": "överskott", "belopp": "90 kr"})
UTSER = ("Eva Ek utses till ombud.", {"typ": "utser", "personer": "Eva Ek", "till": "ombud"})
AVSLUTAR = ("Ärendet avslutas.", {"typ": "avslutar ärende", "dnr": "GNS/2/2024"})
UPPDRAG = ("Chefen ska utreda.", {"typ": "ger uppdrag", "till": "Chefen", "uppdrag": "utreda"})
JUSTERARE = ("Ulf Uv justerar.", {"typ": "utser", "personer": "Ulf Uv", "till": "justerare"})
BORDLÄGGER = ("Ärendet bordläggs.", {"typ": "bordlägger"})
ÅTERREMITTERAR = ("Ärendet återremitteras.", {"typ": "återremitterar"})


@pytest.mark.parametrize(
    ("beslut", "vad"),
    [
        (FASTSTÄLLER, "fastställer 90 kr"),
        (ÅTERBETALAR, "återbetalar 90 kr"),
        (UTSER, "utser Eva Ek till ombud"),
        (AVSLUTAR, "avslutar ärende GNS/2/2024"),
    ],
)
def test_nej_säger_emot_ett_beslut_som_avgör_något(tmp_path, beslut, vad):
    text = f"§ 3 sägs inte gå att överklaga, men beslutet {vad}"
    assert _fynd(tmp_path / "a", beslut, "nej") == [("bruten", "upplysning", "§ 3 överklagas", text)]
    assert _fynd(tmp_path / "b", beslut, "ja") == []


@pytest.mark.parametrize("beslut", [UPPDRAG, JUSTERARE, BORDLÄGGER, ("Rapporten läggs till handlingarna.", None)])
def test_nej_går_ihop_med_ett_förberedande_beslut(tmp_path, beslut):
    assert _fynd(tmp_path, beslut, "nej") == []


@pytest.mark.parametrize("beslut", [FASTSTÄLLER, UPPDRAG, AVSLUTAR])
def test_utan_uppgift_går_det_inte_att_pröva(tmp_path, beslut):
    väntat = ("går inte att pröva", "upplysning", "§ 3", "det står inte om beslutet i § 3 kan överklagas")
    assert _fynd(tmp_path, beslut) == [väntat]


@pytest.mark.parametrize(
    "beslut", [JUSTERARE, BORDLÄGGER, ÅTERREMITTERAR, ("Rapporten läggs till handlingarna.", None)]
)
def test_det_som_inte_avgör_något_behöver_ingen_uppgift(tmp_path, beslut):
    assert _fynd(tmp_path, beslut) == []


def test_ett_möte_före_lagen_går_inte_att_pröva(tmp_path):
    paragraf: dict[str, object] = {"nr": "1", "rubrik": "Budget", "beslut": [FASTSTÄLLER[0]], "överklagas": "nej"}
    paragraf["innebär"] = [{"id": "a", **FASTSTÄLLER[1]}]
    ändringar: Ändringar = {"moten/2017-12-04": {"": {"plats": "Salen", "paragrafer": [paragraf]}}}
    fynd = [f for f in prova(tmp_path, ID, ändringar) if f["post"] == "möte 2017-12-04"]
    assert [(f["svar"], f["text"]) for f in fynd] == [("går inte att pröva", "lagens lydelse den dagen är inte inlagd")]
