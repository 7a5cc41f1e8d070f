"""Jäv och jävsfrågor som inte går ihop sägs en gång (KL 6:28–30)."""

import pytest

from tests.sammantrade.narvarobygge import felen, fynden, fyndet, händelse, jävsfråga, mötet


@pytest.mark.parametrize("delbeslut", [(None, None), (None, 2), (2, None), (2, 2)])
def test_jäv_sägs_en_gång(delbeslut):
    händelser = [händelse("jäv", "Bo", 2, d) for d in delbeslut]
    text = "jäv för Bo i § 2 står två gånger"
    assert fyndet(*händelser, beslut=(1, 2)) == (("händelser", 1), "fel", text)


def test_varje_upprepning_sägs_en_gång():
    assert [väg for väg, _, _ in fynden(*[händelse("jäv", "Bo", 2)] * 3)] == [("händelser", 1), ("händelser", 2)]


def test_jäv_i_olika_delbeslut_eller_för_olika_personer_är_två_saker():
    händelser = [händelse("jäv", "Bo", 2, 1), händelse("jäv", "Bo", 2, 2), händelse("jäv", "Cia", 2)]
    assert fynden(*händelser, beslut=(1, 2)) == []


def test_jävsfrågan_avgörs_först():
    """KL 6:30 tredje stycket."""
    text = "jävsfrågan avgörs i delbeslut 2 av den § den rör, efter ett delbeslut i sak"
    sent = jävsfråga("Bo", 2, "jävig") | {"delbeslut": "2"}
    assert fyndet(sent, beslut=(1, 2)) == (("händelser", 0, "delbeslut"), "fel", text)
    assert fynden(sent | {"delbeslut": "1"}, beslut=(1, 2)) == []
    assert fynden(sent | {"gäller": "3"}, beslut=(1, 2, 1)) == []


def test_jävsfrågan_har_ett_eget_beslut():
    fråga = jävsfråga("Bo", 2, "inte jävig")
    text = "jävsfrågan i § 2 har inget eget beslut, så det går inte att se om Bo deltog i ärendet"
    assert fyndet(fråga) == (("händelser", 0), "varning", text)
    assert fynden(fråga | {"gäller": "3"}) == []


def test_jävsfrågan_gäller_en_paragraf_som_finns():
    fråga = jävsfråga("Bo", 2, "jävig", gäller="9")
    assert fyndet(fråga) == (("händelser", 0, "gäller"), "fel", "§ 9 finns inte i mötet")


def test_ingen_är_både_jävig_och_inte():
    fråga = jävsfråga("Bo", 2, "inte jävig", gäller="3")
    text = "Bo är både jävig och inte jävig i § 3"
    assert fyndet(fråga, händelse("jäv", "Bo", 3)) == (("händelser", 1), "fel", text)
    assert fynden(fråga, händelse("jäv", "Bo", 4)) == []
    assert fynden(fråga | {"utfall": "jävig"}, händelse("jäv", "Bo", 3)) == []


def test_en_jävsfråga_avgörs_en_gång():
    text = "jävsfrågan om Bo i § 3 står två gånger"
    frågor = [jävsfråga("Bo", nr, "jävig", gäller="3") for nr in (1, 2)]
    assert fyndet(*frågor) == (("händelser", 1), "fel", text)


@pytest.mark.parametrize("fråga", [händelse("jäv", "Hed", 2), jävsfråga("Hed", 2, "jävig", gäller="3")])
def test_bara_förtroendevalda_är_jäviga(fråga):
    text = f"Hed är inte förtroendevald, så {fråga['typ']} gäller inte här"
    assert fyndet(fråga) == (("händelser", 0), "fel", text)
    (fel,) = felen(mötet(fråga))
    assert fel.råd == "tjänstemän lämnar rummet: skriv händelsen går"
