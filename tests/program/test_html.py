"""Html i en riktig webbläsare: axe utan anmärkning, ingen sidledes rullning, obrutna belopp, rimlig utskrift."""

from pathlib import Path
from typing import Any

import pytest

from tests.program.arenden import ROT, ÄRENDEN, Dokument
from tests.program.chromium import Chromium
from tests.program.papper import löpande, sidor

AXE = ROT / ".venv" / "axe" / "node_modules" / "axe-core" / "axe.min.js"
TAGGAR = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
BRUTNA = r"""
(() => {
  const mönster = new RegExp([
    "§§?\\s\\d+(?:–\\d+)?", "\\d{1,3}(?:\\s\\d{3})*\\s(?:kr|tkr|%)(?!\\w)", "\\d{4}-\\d\\d-\\d\\d", "kl\\.\\s\\d\\d[.:]\\d\\d",
    "[A-Z]{2,5}/\\d+/\\d{4}",
    "\\d{1,2}\\s(?:januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|december)\\s\\d{4}"
  ].join("|"), "g");
  const brutna = [], noder = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  let antal = 0;
  while (noder.nextNode()) {
    for (const träff of noder.currentNode.data.matchAll(mönster)) {
      const del = document.createRange();
      del.setStart(noder.currentNode, träff.index);
      del.setEnd(noder.currentNode, träff.index + träff[0].length);
      antal += 1;
      if (new Set([...del.getClientRects()].map(r => Math.round(r.top))).size > 1) brutna.push(träff[0]);
    }
  }
  return {antal, brutna};
})()
"""


@pytest.fixture(params=ÄRENDEN)
def html(request: pytest.FixtureRequest, dokument: Dokument) -> Path:
    """Varje dokument som html."""
    return dokument(request.param, "html")


def _axe(chromium: Chromium) -> dict[str, Any]:
    chromium.kör(AXE.read_text(encoding="utf-8"))
    svar: dict[str, Any] = chromium.kör(
        f"axe.run(document, {{runOnly: {{type: 'tag', values: {TAGGAR}}}}})"
        ".then(r => ({prövade: r.passes.map(p => p.id), fel: r.violations.map(v => [v.id, v.help, v.nodes.map(n => n.html)])}))"
    )
    return svar


@pytest.mark.parametrize("mörkt", [False, True], ids=["ljust", "mörkt"])
@pytest.mark.parametrize("bredd", [320, 1280])
def test_axe_har_inget_att_anmärka(chromium: Chromium, html: Path, bredd: int, mörkt: bool) -> None:
    chromium.visa(html, bredd, mörkt=mörkt)
    svar = _axe(chromium)
    assert svar["fel"] == []
    assert {"html-has-lang", "document-title", "color-contrast", "landmark-one-main"} <= set(svar["prövade"])


@pytest.mark.parametrize("bredd", [320, 768, 1280])
def test_sidan_rullar_inte_i_sidled(chromium: Chromium, html: Path, bredd: int) -> None:
    chromium.visa(html, bredd)
    assert chromium.kör("innerWidth") == bredd
    assert chromium.kör("document.documentElement.scrollWidth") <= bredd
    utanför = (
        "[...document.body.querySelectorAll('*')].filter(e => !e.parentElement.closest('.rullbar')"
        " && e.getBoundingClientRect().right > innerWidth + 1)"
    )
    assert chromium.kör(f"{utanför}.map(e => e.outerHTML.slice(0, 120))") == []


def test_belopp_datum_och_paragrafer_bryts_inte(chromium: Chromium, html: Path) -> None:
    chromium.visa(html, 320)
    svar = chromium.kör(BRUTNA)
    assert svar["antal"] > 5
    assert svar["brutna"] == []


def test_sidan_är_en_fil_utan_skript(chromium: Chromium, html: Path) -> None:
    chromium.visa(html)
    assert chromium.kör("performance.getEntriesByType('resource').map(r => r.name)") == []
    assert chromium.kör("document.scripts.length") == 0
    assert chromium.kör("document.documentElement.lang") == "sv"


def test_protokollet_skrivs_ut_med_varje_paragraf_på_ny_sida(
    chromium: Chromium, dokument: Dokument, tmp_path: Path
) -> None:
    chromium.visa(dokument("protokoll", "html"))
    (tmp_path / "ut.pdf").write_bytes(chromium.skriv_ut())
    utskrift = [löpande(sida) for sida in sidor(tmp_path / "ut.pdf")]
    assert len(utskrift) > 10
    assert all(sum(f"§ {nr} " in sida[:200] for sida in utskrift) >= 1 for nr in range(17, 27))
