"""Lagliga och vanliga sätt att skriva som en angripare fick falska fynd för: inget sägs om dem."""

import pytest

from tests.cli.kontrollkor import kör
from tests.kontroller.arkiv import sagt, skriv

MÖTE = "moten/2024-03-04"
AVTAL = "paragrafer.1."


def _brutna(mapp, regel, **möte):
    return [text for svar, _, text in sagt(mapp, regel, {MÖTE: möte}) if svar == "bruten"]


def test_att_avslå_ett_yrkande_om_avslag_är_att_bifalla_förslaget(tmp_path):
    text = "Den som vill avslå Ulf Uvs yrkande röstar ja, den som vill bifalla detsamma röstar nej.\n"
    omröstning: dict[str, object] = {"voteringsproposition": text, "ja_betyder": "förslaget", "nej_betyder": "avslag"}
    omröstning |= {"röster": {"ja": ["Eva Ek", "Ada Ask"], "nej": "Ulf Uv"}}
    ordning = [{"ställs": ["förslaget", "avslag"], "finner": "förslaget", "omröstning": omröstning}]
    ändring = {AVTAL + "yrkanden": [{"av": "Ulf Uv", "typ": "avslag"}], AVTAL + "propositionsordning": ordning}
    assert _brutna(tmp_path, "PRAXIS-rosternas-betydelse", **ändring) == []


@pytest.mark.parametrize(
    ("text", "rätt"),
    [
        ("Jag reserverar mig inte, men ser en risk.\n", True),
        ("Jag i kommunstyrelsen reserverar mig mot taxan.\n", True),
        ("Moderaterna deltar inte i beslutet i regionfullmäktige.\n", True),
        ("Vi deltar inte i beslut som saknar kalkyl.\n", True),
        ("Jag reserverar mig mot beslutet.\n", False),
        ("Jag deltar inte i beslutet.\n", False),
    ],
)
def test_ord_om_något_annat_är_ingen_blandning(tmp_path, text, rätt):
    anteckning = [{"typ": "protokollsanteckning", "av": "Ada Ask", "text": text}]
    assert (_brutna(tmp_path, "PRAXIS-anteckningar", **{AVTAL + "anteckningar": anteckning}) == []) == rätt


@pytest.mark.parametrize(
    ("text", "rätt"),
    [
        ("Nämnden lägger kommunfullmäktiges i Åre beslut 2024-03-04 § 112 till handlingarna.\n", True),
        ("Kommunstyrelsen i Berg behandlade frågan den 4 december 2023, § 198.\n", True),
        ("Nämnden behandlade frågan den 4 december 2023, § 198.\n", False),
    ],
)
def test_ett_annat_organs_paragraf_samma_dag(tmp_path, text, rätt):
    fynd = [t for t in _brutna(tmp_path, "POST-hanvisning", **{AVTAL + "sammanfattning": text}) if "har ingen §" in t]
    assert (fynd == []) == rätt


def test_samma_hänvisning_i_förslag_och_beslut_sägs_en_gång(tmp_path):
    text = ["Nämnden ändrar beslutet den 4 december 2023, § 198.\n"]
    ändring = {"paragrafer.2.förslag_till_beslut": text, "paragrafer.2.beslut": text, "paragrafer.2.innebär": []}
    ändring |= {"paragrafer.2.expedieras_till": ["Driftchefen"]}
    skriv(tmp_path, {MÖTE: ändring})
    fil = tmp_path / "data" / f"{MÖTE}.yaml"
    fil.write_text(
        fil.read_text(encoding="utf-8").replace("    innebär:\n    överklagas", "    överklagas"), encoding="utf-8"
    )
    assert kör(tmp_path, "kontrollera", "--regel", "POST-hanvisning").ut.count("har ingen § 198") == 1


def test_en_proposition_på_ett_yrkande_som_avslås_får_rätt_råd(tmp_path):
    skriv(tmp_path, {MÖTE: {AVTAL + "propositionsordning": [{"ställs": ["hogre"], "finner": "avslag"}]}})
    assert "råd: skriv avslag också under ställs" in kör(tmp_path, "kontrollera", "--regel", "KL-5-53-proposition").ut


def test_samtliga_parter_är_alla_parters_namn(tmp_path):
    uppdrag = {"id": "a", "typ": "ger uppdrag", "till": "samtliga parter", "uppdrag": "se över driften"}
    ändring = {
        "paragrafer.2.innebär": [uppdrag],
        "paragrafer.2.beslut": ["Samtliga parter får i uppdrag att se över driften.\n"],
        "paragrafer.2.förslag_till_beslut": ["Samtliga parter får i uppdrag att se över driften.\n"],
        "paragrafer.2.expedieras_till": ["Region Ett", "Åre kommun", "Bergs kommun"],
    }
    assert _brutna(tmp_path / "a", "PRAXIS-expediering", **ändring) == []
    ändring["paragrafer.2.expedieras_till"] = ["Region Ett", "Åre kommun"]
    assert _brutna(tmp_path / "b", "PRAXIS-expediering", **ändring) != []


@pytest.mark.parametrize("ord", ["2019-2020", "mellan 2019 och 2020", "2019 till 2020"])
def test_ett_årsskifte_läses_hur_det_än_skrivs(tmp_path, ord):
    text = f"Tjänsten blir vakant vid årsskiftet {ord}.\n"
    assert len(_brutna(tmp_path, "PRAXIS-artal", **{AVTAL + "sammanfattning": text})) == 1


def test_förklara_med_ett_lagrum_säger_vilka_regler_som_vilar_på_det(tmp_path):
    svar = kör(skriv(tmp_path), "förklara", "KL 8:12")
    assert svar.kod == 2
    assert "de som vilar på KL 8:12 är KL-8-12-anslag, " in svar.fel


def test_en_fil_med_ett_omöjligt_år_döps_inte_om_till_sig_själv(tmp_path):
    (skriv(tmp_path) / "data" / "moten" / "9999-12-31.yaml").write_text("plats: Salen\n", encoding="utf-8")
    assert "döp filen efter formen ÅÅÅÅ-MM-DD.yaml" in kör(tmp_path, "kontrollera").ut
