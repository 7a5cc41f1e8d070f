"""Tabellen över tillstånd: varje cell byggs som en riktig post och ger just det fel som tabellen säger."""

from itertools import product
from typing import Any

import pytest

from gns.modell.las import läs
from gns.modell.mote import Möte
from gns.sammantrade.tillstand import (
    JUSTERING,
    OMRÖSTNING,
    PARAGRAF,
    SPÄRRAR,
    ÄRENDE,
    justeringsläge,
    omröstningsläge,
    paragrafläge,
    readme_tabell,
    spärr,
    tillståndsfel,
)

CELLER = list(product(ÄRENDE, PARAGRAF, OMRÖSTNING, JUSTERING))
AV: dict[str, dict[str, Any]] = {
    "planerad": {},
    "beslut": {"beslut": ["Ja."]},
    "återremiss": {"beslut": ["Åter."], "innebär": [{"id": "a", "typ": "återremitterar"}]},
    "bordläggning": {"beslut": ["Sen."], "innebär": [{"id": "a", "typ": "bordlägger"}]},
    "information": {"slag": "information"},
    "utgår": {"utgår": {"skäl": "x"}},
}
RÖSTER = {"öppen": {"röster": {"ja": "Ada"}}, "sluten": {"antal": {"ja": "1", "nej": "0"}}}


def _möte(paragraf, justerat=False):
    justering = {"justering": {"justerat": "okänd dag"}} if justerat else {}
    möte, _ = läs(
        "mote", "2020-12-18", {"plats": "x", "paragrafer": [{"nr": "1", "rubrik": "x", **paragraf}], **justering}
    )
    assert isinstance(möte, Möte)
    return möte


def _cell(ärende, paragraf, omröstning, justering):
    p = AV[paragraf] | ({} if ärende == "inget ärende" else {"dnr": "GNS/1/2020"})
    if omröstning != "ingen":
        o = {"ja_betyder": "a", "nej_betyder": "b", "form": omröstning, **RÖSTER[omröstning]}
        p |= {"propositionsordning": [{"ställs": ["a", "b"], "finner": "a", "omröstning": o}]}
    if justering == "omedelbart justerad":
        p |= {"omedelbart_justerad": "2020-12-18"}
    return _möte(p, justering == "justerat")


REGLER = {
    "en § utan beslut kan inte vara justerad": "KL-5-67-beslut",
    "ärendet är avslutat": "POST-avslutat-arende",
    "frågan om återremiss eller bordläggning avgörs öppet (KL 5:54)": "KL-5-54-oppen",
}


def test_tabellen_har_alla_celler():
    assert len(CELLER) == 162


@pytest.mark.parametrize("cell", CELLER, ids=", ".join)
def test_varje_cell_ger_sitt_fel_eller_inget(cell):
    ärende, paragraf, omröstning, justering = cell
    möte = _cell(*cell)
    p = möte.paragrafer[0]
    assert (paragrafläge(p), omröstningsläge(p), justeringsläge(p, möte)) == (paragraf, omröstning, justering)
    fel = [(f.fältväg, f.text, f.råd, f.regel) for f in tillståndsfel(möte, lambda _: ärende)]
    stängd = spärr(cell)
    regel = REGLER.get(stängd.skäl, "POST-tillstand") if stängd else ""
    assert fel == ([(("paragrafer", 0, stängd.fält), f"§ 1: {stängd.skäl}", stängd.råd, regel)] if stängd else [])


def test_tabellen_är_den_vi_har_bestämt():
    """Reglerna en gång till, skrivna som ett villkor i stället för som en tabell."""
    for ärende, paragraf, omröstning, justering in CELLER:
        uppskjuten = paragraf in ("återremiss", "bordläggning")
        beslutad = uppskjuten or paragraf == "beslut"
        tillåten = (
            (beslutad or omröstning == "ingen")
            and not (paragraf == "planerad" and justering != "utkast")
            and not (paragraf == "utgår" and justering == "omedelbart justerad")
            and not (uppskjuten and ärende == "inget ärende")
            and not (beslutad and ärende == "avslutat")
            and not (uppskjuten and omröstning == "sluten")
        )
        assert (spärr((ärende, paragraf, omröstning, justering)) is None) == tillåten


def test_varje_spärr_behövs():
    assert {spärr(c) for c in CELLER} == {None, *SPÄRRAR}


def test_en_paragraf_som_själv_återupptar_ärendet_är_öppen():
    innebär = [{"id": "a", "typ": "återupptar ärende", "dnr": "GNS/1/2020"}]
    p = {"dnr": "GNS/1/2020", "beslut": ["Ärendet återupptas."], "innebär": innebär}
    assert list(tillståndsfel(_möte(p), lambda _: "avslutat")) == []
    annat = [innebär[0] | {"dnr": "GNS/2/2020"}]
    assert len(list(tillståndsfel(_möte(p | {"innebär": annat}), lambda _: "avslutat"))) == 1


@pytest.mark.parametrize(
    ("p", "fält"),
    [
        ({"beslut": ["Ja."]}, "beslut"),
        ({"propositionsordning": [{"ställs": "a", "finner": "a"}]}, "propositionsordning"),
    ],
)
def test_en_paragraf_som_utgick_har_inget_beslut(p, fält):
    fel = list(tillståndsfel(_möte(AV["utgår"] | p), lambda _: "öppet"))
    assert [f.fältväg for f in fel] == [("paragrafer", 0, fält)]


@pytest.mark.parametrize(
    ("delbeslut", "läge"), [([None], "återremiss"), (["1", "2"], "återremiss"), (["2"], "beslut"), ([], "beslut")]
)
def test_återremiss_är_hela_paragrafen(delbeslut, läge):
    innebär = [
        {"id": f"v{i}", "typ": "återremitterar"} | ({"delbeslut": d} if d else {}) for i, d in enumerate(delbeslut)
    ]
    assert paragrafläge(_möte({"beslut": ["Ett.", "Två."], "innebär": innebär}).paragrafer[0]) == läge


def test_tabellen_i_readme_säger_samma_sak():
    text = readme_tabell()
    rader = [rad.split(" | ")[1:] for rad in text.splitlines() if rad.startswith(tuple(f"| {p} |" for p in PARAGRAF))]
    celler = [cell.removesuffix(" |") for rad in rader for cell in rad]
    assert len(celler) == 162
    assert celler.count("ja") == sum(spärr(c) is None for c in CELLER)
    assert all(s.skäl in text for s in SPÄRRAR)


def test_slaget_information_döljer_inte_vad_beslutet_innebär():
    åter = {"slag": "information", **AV["återremiss"]}
    assert paragrafläge(_möte(åter).paragrafer[0]) == "återremiss"
    assert len(list(tillståndsfel(_möte(åter), lambda _: "öppet"))) == 1
    antecknas = {"slag": "information", "dnr": "GNS/1/2020", "beslut": ["Informationen antecknas."]}
    assert list(tillståndsfel(_möte(antecknas), lambda _: "avslutat")) == []
    uppdrag = {"id": "a", "typ": "ger uppdrag", "till": "chefen", "uppdrag": "räkna"}
    beslutar = antecknas | {"beslut": ["Chefen ska räkna."], "innebär": [uppdrag]}
    assert len(list(tillståndsfel(_möte(beslutar), lambda _: "avslutat"))) == 1


def test_en_jävsfråga_är_inget_delbeslut_i_det_som_skjuts_upp():
    p = {"beslut": ["B är inte jävig.", "Åter."], "innebär": [{"id": "a", "typ": "återremitterar", "delbeslut": "2"}]}
    paragraf = _möte(p).paragrafer[0]
    assert (paragrafläge(paragraf), paragrafläge(paragraf, frozenset({1}))) == ("beslut", "återremiss")
