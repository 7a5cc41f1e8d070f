"""EKONOMI-delar: delarna är tillsammans beloppet, och varje del den som nyckeln ger."""

import pytest

from tests.kontroller.arkiv import BORT, prova, sagt

ID = "EKONOMI-delar"
ÅR, MÖTE = "budgetar/2024", "moten/2024-03-04"
DELAR = "initiativ drift angivna_delar"


def test_rätta_delar_är_uppfyllda(tmp_path):
    assert prova(tmp_path, ID) == []


@pytest.mark.parametrize(
    ("åre", "fynd"),
    [
        (
            "35 999 kr",
            [
                ("fel", DELAR, "delarna är tillsammans 89 999 kr, men beloppet är 90 000 kr: 1 kr saknas"),
                ("varning", f"{DELAR} are belopp", "are angavs 35 999 kr, men nyckeln ger 36 000 kr"),
            ],
        ),
        ("36 000 kr", []),
        (
            "36 000,01 kr",
            [
                ("fel", DELAR, "delarna är tillsammans 90 000,01 kr, men beloppet är 90 000 kr: 0,01 kr för mycket"),
                ("varning", f"{DELAR} are belopp", "are angavs 36 000,01 kr, men nyckeln ger 36 000 kr"),
            ],
        ),
    ],
)
def test_båda_sidor_om_summan(tmp_path, åre, fynd):
    svar = prova(tmp_path, ID, {ÅR: {"initiativ.0.angivna_delar.0.belopp": åre}})
    assert [(f["nivå"], f["fält"], f["text"]) for f in svar] == fynd


def test_rätt_summa_men_fel_fördelat_är_varningar(tmp_path):
    ändring = {f"initiativ.0.angivna_delar.{i}.belopp": "45 000 kr" for i in range(2)}
    svar = prova(tmp_path, ID, {ÅR: ändring})
    assert [(f["nivå"], f["fält"]) for f in svar] == [
        ("varning", f"{DELAR} are belopp"),
        ("varning", f"{DELAR} berg belopp"),
    ]


def test_utan_belopp_går_delarna_inte_att_pröva(tmp_path):
    fynd = sagt(tmp_path, ID, {ÅR: {"initiativ.0.belopp": BORT}})
    assert [f[:2] for f in fynd] == [("går inte att pröva", DELAR)]


@pytest.mark.parametrize(
    ("tak", "text"), [("40 %", "Driften: taken lämnar 18 000 kr utan någon som betalar"), ("60 %", None)]
)
def test_tak_som_inte_räcker_till(tmp_path, tak, text):
    båda = [{"part": p, "högst": tak, "beslut": "2024-03-04 § 3"} for p in ("are", "berg")]
    ändring = {"initiativ.0.tak": båda, "initiativ.0.angivna_delar": BORT}
    fynd = sagt(tmp_path, ID, {ÅR: ändring})
    assert fynd == ([("bruten", "initiativ drift tak", text)] if text else [])


def test_basfinansieringens_delar(tmp_path):
    delar = [{"part": p, "belopp": "100 kr"} for p in ("region", "are", "berg")]
    bas = {"belopp": "301 kr", "ursprung": "fullmäktige", "angivna_delar": delar}
    fynd = sagt(tmp_path, ID, {ÅR: {"basfinansiering": bas}})
    assert (
        "bruten",
        "basfinansiering angivna_delar",
        "delarna är tillsammans 300 kr, men beloppet är 301 kr: 1 kr saknas",
    ) in fynd


@pytest.mark.parametrize(
    ("belopp", "text"),
    [
        ("156 030 kr", None),
        ("156 031 kr", "52 010 kr till 3 parter är 156 030 kr, men hela beloppet är 156 031 kr: 1 kr får ingen"),
        ("156 029 kr", "52 010 kr till 3 parter är 156 030 kr, men hela beloppet är 156 029 kr: 1 kr finns inte"),
    ],
)
def test_ett_belopp_till_varje_part_är_hela_beloppet(tmp_path, belopp, text):
    verkan = {
        "id": "b",
        "typ": "återbetalar",
        "avser": "medel",
        "belopp": belopp,
        "per_part": "52 010 kr",
        "härlett": "ja",
    }
    fynd = sagt(tmp_path, ID, {MÖTE: {"paragrafer.2.innebär.1": verkan}})
    assert fynd == ([("bruten", "§ 3 innebär b per_part", text)] if text else [])


@pytest.mark.parametrize(
    ("stöd", "text"),
    [("101 kr", "det beviljade stödet är större än projektets budget, 100 kr"), ("100 kr", None)],
)
def test_stödet_är_inte_större_än_projektet(tmp_path, stöd, text):
    ett = {
        "id": "eu", "typ": "extern", "namn": "EU", "parter": [{"part": "are"}, {"part": "berg"}], "belopp": "100 kr",
        "stöd": [{"från": "Tillväxtverket", "belopp": stöd, "tillstånd": "beviljat"}],
    }  # fmt: skip
    fynd = sagt(tmp_path, ID, {ÅR: {"initiativ.1": ett}})
    assert fynd == ([("bruten", "initiativ eu stöd", text)] if text else [])
