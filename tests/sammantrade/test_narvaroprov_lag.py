"""Det som lagen kräver av vilka som är med: beslutsförhet, ordförande, distans och dörrar (KL 6:22–27)."""

from typing import Any

from tests.sammantrade.narvarobygge import ersättare, fynden, fyndet, händelse, ledamot, nämnden, övrig


def test_för_få_tjänstgör():
    """KL 6:27."""
    text = "bara 4 av 9 tjänstgör i § 1, nämnden är beslutsför med fler än 4,5 (KL 6:27)"
    assert fyndet(nämnd=nämnden("9"), beslut=(1, 0)) == (("paragrafer", 0, "beslut"), "fel", text)
    assert fynden(nämnd=nämnden("7"), beslut=(1, 0)) == []
    assert fynden(beslut=(1, 0)) == []


def test_för_få_tjänstgör_i_ett_delbeslut():
    text = "bara 3 av 6 tjänstgör i § 1 delbeslut 2, nämnden är beslutsför med fler än 3 (KL 6:27)"
    ut = fyndet(händelse("jäv", "Bo", 1, 2), nämnd=nämnden("6"), beslut=(3,))
    assert ut == (("paragrafer", 0, "beslut", 1), "fel", text)


def test_beslutet_fattades_fast_för_få_deltog():
    sagt: dict[str, Any] = {"paragraf": {"inte_beslutsför": "ja"}, "beslut": (1,)}
    assert fynden(nämnd=nämnden("9"), **sagt) == []
    text = "nämnden är beslutsför i § 1: 4 av 7 tjänstgör (KL 6:27)"
    assert fyndet(nämnd=nämnden("7"), **sagt) == (("paragrafer", 0, "inte_beslutsför"), "fel", text)
    assert fynden(**sagt) == []


def test_någon_tjänstgör_när_nämnden_beslutar():
    text = "ingen tjänstgör i § 1, som har beslut"
    assert fyndet(närvaro=[ersättare("Eli")], beslut=(1, 0)) == (("paragrafer", 0, "beslut"), "fel", text)
    gick = [händelse("går", "Ada", 1)]
    assert fyndet(*gick, närvaro=[ledamot("Ada", roll="ordförande")], beslut=(1, 0))[1:] == ("fel", text)


def test_ett_möte_utan_närvaro_är_inte_ifyllt_än():
    assert fynden(närvaro=[], nämnd=nämnden("9")) == []


def test_fler_tjänstgör_än_nämnden_har_ledamöter():
    text = "4 tjänstgör i § 1, men nämnden har 3 ledamöter"
    assert fyndet(nämnd=nämnden("3")) == (("paragrafer", 0, "beslut"), "fel", text)
    assert fynden(nämnd=nämnden("4")) == []


def test_någon_leder_när_nämnden_beslutar():
    """KL 6:22."""
    går = händelse("går", "Ada", 2)
    text = "ingen leder mötet i §§ 2–3 och 5: ingen i presidiet tjänstgör"
    ut = fyndet(går, beslut=(1, 1, 1, 0, 1))
    assert ut == (("paragrafer", 1, "beslut"), "varning", text)
    assert fynden(går, händelse("leder", "Bo", 2)) == []
    assert fynden(närvaro=[ledamot("Bo")]) == []
    assert fyndet(händelse("jäv", "Ada", 2), beslut=(1, 1))[2].startswith("ingen leder mötet i § 2:")


def test_deltagande_på_distans_som_inte_är_tillåtet():
    """KL 6:24."""
    nej = nämnden(distans={"tillåtet": "nej"})
    närvaro = [ledamot("Ada"), ledamot("Bo", deltar="på distans"), övrig("Hed", deltar="på distans")]
    text = "Bo tjänstgör på distans, fast fullmäktige inte har tillåtit det (KL 6:24)"
    assert fyndet(närvaro=närvaro, nämnd=nej) == (("närvaro", 1, "deltar"), "varning", text)
    assert fyndet(händelse("på distans", "Bo", 2), nämnd=nej) == (("händelser", 0), "varning", text)
    text = "ledamöterna tjänstgör på distans, fast fullmäktige inte har tillåtit det (KL 6:24)"
    assert fyndet(form="på distans", nämnd=nej) == (("form",), "varning", text)
    for nämnd in (nämnden(), nämnden(distans={"tillåtet": "ja"})):
        assert fynden(närvaro=närvaro, nämnd=nämnd) == []
    assert fynden(närvaro=[ledamot("Ada"), övrig("Hed", deltar="på distans")], nämnd=nej) == []


def test_offentligt_möte_som_inte_är_medgivet():
    """KL 6:25."""
    nej, ja = (nämnden(offentliga_sammanträden=svar) for svar in ("nej", "ja"))
    text = "mötet är offentligt, fast fullmäktige inte har medgett det (KL 6:25)"
    assert fyndet(offentligt="ja", nämnd=nej) == (("offentligt",), "varning", text)
    assert fynden(offentligt="ja", nämnd=ja) == fynden(offentligt="ja") == fynden(nämnd=nej) == []


def test_dörrarna_stängs_bara_vid_ett_offentligt_möte():
    stängt: dict[str, Any] = {"paragraf": {"stängda_dörrar": "ja"}, "beslut": (1,)}
    text = "dörrarna kan inte stängas för § 1: mötet är inte offentligt"
    assert fyndet(**stängt) == (("paragrafer", 0, "stängda_dörrar"), "fel", text)
    assert fynden(**stängt, offentligt="ja") == []


def test_myndighetsutövning_hålls_inom_stängda_dörrar():
    """KL 6:25 tredje stycket."""
    slag = {"slag": "myndighetsutövning"}
    text = "§ 1 är myndighetsutövning och hålls alltid inom stängda dörrar (KL 6:25)"
    ut = fyndet(paragraf=slag, beslut=(1,), offentligt="ja")
    assert ut == (("paragrafer", 0, "stängda_dörrar"), "fel", text)
    assert fynden(paragraf=slag | {"stängda_dörrar": "ja"}, beslut=(1,), offentligt="ja") == []
    assert fynden(paragraf=slag, beslut=(1,)) == []
