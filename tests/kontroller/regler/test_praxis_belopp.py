"""PRAXIS-belopp: varje belopp i ett beslut hör till en innebär som bär det."""

import pytest

from tests.kontroller.arkiv import prova, sagt

ID = "PRAXIS-belopp"
MÖTE = "moten/2024-03-04"
FÄLT = "§ 3 beslut 1"


def _återbetalar(belopp, per_part=None, **mer):
    verkan = {"id": "a", "typ": "återbetalar", "avser": "medel", "belopp": belopp, "härlett": "ja", **mer}
    return verkan | ({"per_part": per_part} if per_part else {})


def _fastställer(belopp, **mer):
    return {
        "id": "b",
        "typ": "fastställer",
        "avser": "bidrag",
        "budgetår": "2025",
        "belopp": belopp,
        "härlett": "ja",
        **mer,
    }


def _med(beslut, *innebär):
    beslut = [beslut] if isinstance(beslut, str) else beslut
    p = {"nr": "3", "rubrik": "Översyn av driften", "dnr": "GNS/2/2024", "beslut": beslut}
    return {MÖTE: {"paragrafer.2": p | ({"innebär": list(innebär)} if innebär else {})}}


def _saknas(belopp):
    return [("bruten", FÄLT, f"{belopp} i beslutet hör inte till någon innebär")]


def _oklart(belopp):
    return [("går inte att pröva", FÄLT, f"det står inte i innebär vad {belopp} i beslutet är")]


@pytest.mark.parametrize(
    ("beslut", "svar"),
    [
        ("Totalt 468 090 kr återbetalas med 52 010 kr till respektive part.", []),
        ("Totalt 468 091 kr återbetalas med 52 010 kr till respektive part.", _saknas("468 091 kr")),
        ("Totalt 468 090 kr återbetalas med 52 010 kr till respektive part, och 5 tkr sparas.", _oklart("5 tkr")),
        ("Totalt 468 090 kr återbetalas, en ökning med 30 000 kr.", _oklart("30 000 kr")),
        ("Totalt 468 090 kr återbetalas (52 010 kr/part).", []),
        ("Totalt 468 090 kr återbetalas: varje part får 52 010 kr.", []),
        ("Totalt 468 tkr återbetalas.", []),
        ("Medlen återbetalas.", []),
    ],
)
def test_varje_belopp_står_i_innebär(tmp_path, beslut, svar):
    fynd = prova(tmp_path, ID, _med(beslut, _återbetalar("468 090 kr", "52 010 kr")))
    assert [(f["svar"], f["fält"], f["text"]) for f in fynd] == svar
    assert {f["nivå"] for f in fynd} <= {"varning"}


def test_per_part_hör_till_per_part(tmp_path):
    beslut = "Totalt 468 090 kr återbetalas med 52 010 kr till respektive part."
    fynd = sagt(tmp_path, ID, _med(beslut, _återbetalar("468 090 kr")))
    assert fynd == [("bruten", FÄLT, "52 010 kr per part i beslutet hör inte till någon innebär")]


@pytest.mark.parametrize("ord_", ["per part", "vardera", "till varje kommun", "till respektive part", "för varje part"])
def test_hela_beloppet_är_inte_per_part(tmp_path, ord_):
    fynd = sagt(tmp_path, ID, _med(f"Bidraget är 457 200 kr {ord_}.", _fastställer("457 200 kr")))
    assert fynd == [("bruten", FÄLT, "457 200 kr är per part i beslutet, men hela beloppet i innebär")]
    assert sagt(tmp_path, ID, _med("Bidraget är 457 200 kr per år.", _fastställer("457 200 kr"))) == []


OTYDLIGT = "{} är per part, och det går inte att räkna ut ur det som innebär fastställer"
ANNAT = "{} är per part i beslutet, men 457 200 kr delat lika på 3 parter är något annat"


@pytest.mark.parametrize(
    ("per_part", "nyckel", "fynd"),
    [
        ("152 400 kr", "lika", None),  # tre parter
        ("152 401 kr", "lika", ("bruten", ANNAT)),
        ("50 800 kr", "lika", ("bruten", ANNAT)),
        ("152 400 kr", "folkmängd", ("går inte att pröva", OTYDLIGT)),
    ],
)
def test_ett_fastställt_belopp_som_delas_lika(tmp_path, per_part, nyckel, fynd):
    beslut = f"Bidraget är 457 200 kr, och {per_part} per part."
    väntat = [(fynd[0], "§ 3 beslut 1", fynd[1].format(per_part))] if fynd else []
    assert sagt(tmp_path, ID, _med(beslut, _fastställer("457 200 kr", fördelningsnyckel=nyckel))) == väntat


def test_kvoten_får_vara_avrundad(tmp_path):
    beslut = "Bidraget är 100 000 kr, och 33 333 kr per part."
    assert sagt(tmp_path, ID, _med(beslut, _fastställer("100 000 kr", fördelningsnyckel="lika"))) == []


def test_innebär_hör_till_sitt_delbeslut(tmp_path):
    beslut = ["Bidraget är 5 000 kr.", "Kostnaden får vara 5 000 kr."]
    fynd = sagt(tmp_path, ID, _med(beslut, _fastställer("5 000 kr", delbeslut="1")))
    assert fynd == [("går inte att pröva", "§ 3 beslut 2", "5 000 kr i beslutet hör inte till någon innebär")]
    assert sagt(tmp_path, ID, _med(beslut, _fastställer("5 000 kr"))) == []


def test_utan_innebär_med_belopp_går_det_inte_att_pröva(tmp_path):
    fynd = sagt(tmp_path, ID, _med("Inköp under 50 000 kr beslutas av driftchefen."))
    assert fynd == [("går inte att pröva", FÄLT, "50 000 kr i beslutet hör inte till någon innebär")]
