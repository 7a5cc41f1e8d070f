"""EKONOMI-las: det bokförda är beslutat, och det beslutade är bokfört."""

import pytest

from tests.kontroller.arkiv import BORT, prova, sagt

ID = "EKONOMI-las"
ÅR, MÖTE = "budgetar/2024", "moten/2023-12-04"
BAS = {"id": "b", "typ": "fastställer", "avser": "Basfinansiering", "budgetår": "2024", "belopp": "457 200 kr"}
RESERVERAR = {"id": "b", "typ": "reserverar", "ändamål": "Projektet", "belopp": "417 tkr"}
BALANSERAR = {"id": "b", "typ": "balanserar", "belopp": "745 tkr", "från_år": "2023", "till_år": "2024"}


def _arkiv(verkan, **budget):
    innebär = [verkan | {"härlett": "ja"}] if verkan else []
    return {
        MÖTE: {"paragrafer.1.innebär": [{"id": "a", "typ": "avslutar ärende", "dnr": "GNS/1/2023"}, *innebär]},
        ÅR: {"budget": BORT, "initiativ": BORT, **budget},
    }


def _fynd(tmp_path, verkan, **budget):
    return [f for f in sagt(tmp_path, ID, _arkiv(verkan, **budget)) if f[0] != "uppfylld"]


@pytest.mark.parametrize(
    ("bas", "text"),
    [
        ({}, None),
        ({"belopp": "457 200 kr"}, None),
        ({"belopp": "457 tkr"}, "457 000 kr är bokfört, men 2023-12-04 § 2 b säger 457 200 kr"),
        ({"belopp": "457 200,01 kr"}, "457 200,01 kr är bokfört, men 2023-12-04 § 2 b säger 457 200 kr"),
        ({"per_part": "152 400 kr"}, None),
        (
            {"per_part": "457 200 kr"},
            "457 200 kr per part, tillsammans 1 371 600 kr, är bokfört, men 2023-12-04 § 2 b säger 457 200 kr",
        ),
    ],
)
def test_basfinansieringen_är_den_beslutade(tmp_path, bas, text):
    fynd = _fynd(tmp_path, BAS, basfinansiering={"beslut": "2023-12-04 § 2 b", **bas})
    assert fynd == ([("bruten", "basfinansiering beslut", text)] if text else [])


def test_beslutat_men_aldrig_bokfört(tmp_path):
    text = "2023-12-04 § 2 fastställer 457 200 kr, men budgetåret 2024 pekar inte på beslutet"
    assert _fynd(tmp_path / "a", BAS) == [("bruten", "§ 2 innebär b", text)]
    text = "2023-12-04 § 2 fastställer 457 200 kr för 2031, men budgetåret 2031 finns inte"
    assert _fynd(tmp_path / "b", BAS | {"budgetår": "2031"}) == [("bruten", "§ 2 innebär b", text)]
    text = "2023-12-04 § 2 reserverar 417 tkr, men ingen reservering pekar på beslutet"
    assert _fynd(tmp_path / "c", RESERVERAR) == [("bruten", "§ 2 innebär b", text)]
    text = "2023-12-04 § 2 balanserar 745 tkr, men budgetåret 2024 pekar inte på beslutet"
    assert _fynd(tmp_path / "d", BALANSERAR) == [("bruten", "§ 2 innebär b", text)]


def test_ett_senare_beslut_om_samma_sak_gäller(tmp_path):
    ändringar = _arkiv(BAS, basfinansiering={"beslut": "2024-03-04 § 2 b"})
    ändringar["moten/2024-03-04"] = {"paragrafer.1.innebär": [BAS | {"belopp": "300 000 kr", "härlett": "ja"}]}
    assert sagt(tmp_path, ID, ändringar) == []


def test_utan_budgetår_går_det_inte_att_pröva(tmp_path):
    ändringar = _arkiv(BAS) | {ÅR: {"": BORT}, "budgetar/2023": {"": BORT}}
    assert [f[:2] for f in sagt(tmp_path, ID, ändringar)] == [("går inte att pröva", "§ 2 innebär b")]


@pytest.mark.parametrize(
    ("belopp", "stämmer"),
    [("417 tkr", True), ("417 400 kr", True), ("416 500 kr", True), ("417 501 kr", False), ("471 tkr", False)],
)
def test_en_reservering_jämförs_till_ett_halvt_tusental(tmp_path, belopp, stämmer):
    reservering = {"id": "r", "ändamål": "Projektet", "belopp": belopp, "från_år": "2023", "beslut": "2023-12-04 § 2 b"}
    fynd = _fynd(tmp_path, RESERVERAR, reserveringar=[reservering])
    text = f"{belopp} är bokfört, men 2023-12-04 § 2 b säger 417 tkr"
    assert fynd == ([] if stämmer else [("bruten", "reserveringar r beslut", text)])


def test_ett_beslut_som_inte_säger_något_om_beloppet(tmp_path):
    reservering = {"id": "r", "ändamål": "x", "belopp": "1 kr", "från_år": "2023"}
    fynd = _fynd(tmp_path, None, reserveringar=[reservering | {"beslut": "2023-12-04 § 2 a"}])
    assert fynd == [("bruten", "reserveringar r beslut", "2023-12-04 § 2 a säger inget om det i innebär")]
    fynd = _fynd(tmp_path, None, reserveringar=[reservering | {"beslut": "2023-12-04"}])
    assert fynd == [("bruten", "reserveringar r beslut", "2023-12-04 säger inte vilken § som beslutade")]


def test_ett_belopp_utan_beslut_och_ett_utanför_arkivet(tmp_path):
    fynd = _fynd(tmp_path, None, basfinansiering={"belopp": "300 kr"})
    assert fynd == [("bruten", "basfinansiering", "beloppet pekar inte på något beslut")]
    fynd = _fynd(tmp_path, None, basfinansiering={"belopp": "300 kr", "ursprung": "fullmäktiges beslut"})
    assert [(f[0], f[2][:39]) for f in fynd] == [("går inte att pröva", "grunden är ”fullmäktiges beslut”, utanf")]
    fynd = _fynd(tmp_path, None, basfinansiering={"belopp": "300 kr", "beslut": "2019-02-08 § 4"})
    assert [f[0] for f in fynd] == ["går inte att pröva"]


def test_balansen_och_budgeten_mot_sina_beslut(tmp_path):
    balans = {"belopp": "700 tkr", "från_år": "2023", "källa": "bokslutet", "beslut": "2023-12-04 § 2 b"}
    text = "700 tkr är bokfört, men 2023-12-04 § 2 b säger 745 tkr"
    assert _fynd(tmp_path / "a", BALANSERAR, ingående_balans=balans) == [("bruten", "ingående_balans beslut", text)]
    budget = {"grupper": [{"namn": "kostnader", "rader": [{"namn": "Lön", "belopp": "-500 kr"}]}]}
    verkan = BAS | {"avser": "Budget", "belopp": "501 kr"}
    text = "kostnader på 500 kr är bokfört, men 2023-12-04 § 2 b säger 501 kr"
    fynd = _fynd(tmp_path / "b", verkan, budget=budget, beslut="2023-12-04 § 2 b")
    assert fynd == [("bruten", "beslut", text)]


def test_ett_initiativs_beslut_får_handla_om_bara_uppdraget(tmp_path):
    assert [(f["svar"], f["post"]) for f in prova(tmp_path, ID) if f["post"] == "budgetår 2024"][-1] == (
        "går inte att pröva", "budgetår 2024",
    )  # fmt: skip
    verkan = BAS | {"avser": "Driften", "belopp": "80 000 kr", "härlett": "ja"}
    fynd = sagt(tmp_path / "b", ID, {"moten/2024-03-04": {"paragrafer.2.innebär.1": verkan}})
    text = "90 000 kr är bokfört, men 2024-03-04 § 3 säger 80 000 kr"
    assert ("bruten", "initiativ drift beslut", text) in fynd


def test_ett_annat_initiativ_låser_inte_upp(tmp_path):
    verkan = BAS | {"avser": "Zappa", "belopp": "80 000 kr", "härlett": "ja"}
    fynd = sagt(tmp_path, ID, {"moten/2023-12-04": {"paragrafer.1.innebär.1": verkan}})
    text = "2023-12-04 § 2 fastställer 80 000 kr, men budgetåret 2024 pekar inte på beslutet"
    assert ("bruten", "§ 2 innebär b", text) in fynd


def test_en_balans_från_ett_annat_år_är_inte_den_beslutade(tmp_path):
    balans = {"belopp": "745 tkr", "från_år": "2022", "källa": "bokslutet", "beslut": "2023-12-04 § 2 b"}
    fynd = _fynd(tmp_path, BALANSERAR, ingående_balans=balans)
    assert fynd[0] == ("bruten", "ingående_balans beslut", "2023-12-04 § 2 b säger inget om det i innebär")
