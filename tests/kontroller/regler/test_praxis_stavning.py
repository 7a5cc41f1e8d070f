"""PRAXIS-stavning: facktermer som har tappat bokstäver i en rubrik; hela ord och andra ord rörs inte."""

import pytest

from gns.kontroller.regler.praxis_stavning import _TERMER, _menat
from tests.kontroller.arkiv import BORT, prova, sagt

ID = "PRAXIS-stavning"
MÖTE, ÄRENDE = "moten/2024-03-04", "arenden/2024/GNS-2-2024"


@pytest.mark.parametrize(
    ("rubrik", "ord_", "term"),
    [
        ("Gemensamt dataskyddsbud", "dataskyddsbud", "dataskyddsombud"),
        ("Gemensamt dataskyddsombud", None, None),
        ("Dataskyddsbudets rapport", "Dataskyddsbudets", "dataskyddsombud"),
        ("Dataskyddsombudets rapport", None, None),
        ("Dataskyddsbudgivning", None, None),
        ("Verksamhetsplaner och verksamhetsplatser", None, None),
        ("Verksamhetsansvarig utses", None, None),
        ("Dataskydd", None, None),
        ("VERKSAMHETPLAN 2025", "VERKSAMHETPLAN", "verksamhetsplan"),
        ("Samanträdesplanen", "Samanträdesplanen", "sammanträdesplan"),
    ],
)
def test_en_fackterm_i_rubriken_är_hel(tmp_path, rubrik, ord_, term):
    fynd = prova(tmp_path, ID, {MÖTE: {"paragrafer.2.rubrik": rubrik}})
    text = f"i rubriken till § 3 står ”{ord_}”, men ordet är ”{term}”"
    väntat = [("bruten", "varning", "§ 3 rubrik", text)] if term else []
    assert [(f["svar"], f["nivå"], f["fält"], f["text"]) for f in fynd] == väntat


@pytest.mark.parametrize(("paragrafens", "antal"), [({"paragrafer.2.dnr": BORT}, 1), ({}, 0)])
def test_ärendets_rubrik_prövas_när_ingen_paragraf_har_ärendet(tmp_path, paragrafens, antal):
    fynd = sagt(tmp_path, ID, {MÖTE: paragrafens, ÄRENDE: {"rubrik": "Årsredvisning 2023"}})
    text = "i rubriken till GNS/2/2024 står ”Årsredvisning”, men ordet är ”årsredovisning”"
    assert fynd == [("bruten", "rubrik", text)] * antal


def test_varje_term_med_en_bokstav_mindre_känns_igen_och_den_hela_inte():
    for term in _TERMER:
        assert [_menat(term + ä) for ä in ("", "s", "en", "et", "ets", "n", "na")] == [None] * 7
        assert {_menat(term[:i] + term[i + 1 :]) for i in range(1, len(term) - 1)} == {term}
