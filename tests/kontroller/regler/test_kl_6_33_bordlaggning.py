"""KL-6-33-bordlaggning: ärendet skjuts upp när en enkel majoritet vill det, och inte annars."""

import pytest

from tests.kontroller.arkiv import BORT, prova, sagt
from tests.kontroller.stallen import prövat

ID = "KL-6-33-bordlaggning"
MÖTE, P = "moten/2024-03-04", "paragrafer.1"
I_SAK = ["Nämnden förlänger avtalet om drift med ett år.\n"]
SORTER = {
    "återremiss": ("återremitterar", ["Ärendet återremitteras.\n"]),
    "bordläggning": ("bordlägger", ["Ärendet bordläggs.\n"]),
}


def _ändringar(sort, för, emot, uppskjutet, yrkat=True):
    """En omröstning om att skjuta upp ärendet med så många för och emot; ``uppskjutet`` säger vad som sedan skedde."""
    typ, beslut = SORTER[sort]
    namn = ["Eva Ek", "Ada Ask", "Ulf Uv"]
    röster = {"ja": namn[:emot], "nej": namn[emot : emot + för]}
    o = {"ja_betyder": "avgörs idag", "nej_betyder": "upp", "röster": {k: v for k, v in röster.items() if v}}
    p = {"ställs": ["upp", "avgörs idag"], "finner": "avgörs idag", "omröstning": o}
    innebär = {"id": "a", "typ": typ} | ({"till_möte": "2024-06-03"} if typ == "bordlägger" else {})
    ändringar = {
        f"{P}.yrkanden": [{"id": "upp", "av": "Ulf Uv", "typ": sort}] if yrkat else BORT,
        f"{P}.propositionsordning": [p] if yrkat else BORT,
        f"{P}.reservationer": BORT,
        f"{P}.beslut": beslut if uppskjutet else I_SAK,
    }
    return {MÖTE: ändringar | ({f"{P}.innebär": [innebär]} if uppskjutet else {})}


@pytest.mark.parametrize("sort", SORTER)
@pytest.mark.parametrize(("för", "emot", "uppskjutet"), [(2, 1, True), (3, 0, True), (1, 2, False), (0, 3, False)])
def test_majoriteten_avgör(tmp_path, sort, för, emot, uppskjutet):
    assert sagt(tmp_path, ID, _ändringar(sort, för, emot, uppskjutet)) == []
    assert prövat(tmp_path, ID).uppfyllda == 1


@pytest.mark.parametrize("sort", SORTER)
def test_en_tredjedel_räcker_inte(tmp_path, sort):
    """En av tre ville skjuta upp ärendet: i fullmäktige hade det kunnat räcka, i en nämnd inte."""
    text = f"innebär säger {SORTER[sort][0]}, men inget yrkande om {sort} vann"
    fynd = prova(tmp_path, ID, _ändringar(sort, 1, 2, True))
    assert [(f["nivå"], f["fält"], f["text"]) for f in fynd] == [("fel", "§ 2 innebär a", text)]
    assert prövat(tmp_path, ID).uppfyllda == 0


@pytest.mark.parametrize("sort", SORTER)
def test_det_som_vann_ska_också_ske(tmp_path, sort):
    text = f"{sort} vann men beslut 1 är förslag i sak"
    assert sagt(tmp_path / "a", ID, _ändringar(sort, 2, 1, False)) == [("bruten", "§ 2 beslut 1", text)]
    ändringar = _ändringar(sort, 2, 1, True)
    del ändringar[MÖTE][f"{P}.innebär"]
    text = f"{sort} vann men innebär säger inte att beslutet {SORTER[sort][0]}"
    assert sagt(tmp_path / "b", ID, ändringar) == [("bruten", "§ 2 innebär", text)]


def test_ett_ensamt_yrkande_som_ingen_var_emot(tmp_path):
    """Göteborgs § 295: bordlagt på ett yrkande, utan proposition."""
    ändringar = _ändringar("bordläggning", 2, 1, True)
    ändringar[MÖTE] |= {f"{P}.propositionsordning": BORT, f"{P}.förslag_till_beslut": BORT}
    assert sagt(tmp_path, ID, ändringar) == []
    assert prövat(tmp_path, ID).uppfyllda == 1


def test_utan_yrkande_och_proposition_går_det_inte_att_pröva(tmp_path):
    text = "det står inte vem som ville skjuta upp § 2, eller att någon fråga ställdes om det"
    fynd = sagt(tmp_path, ID, _ändringar("bordläggning", 2, 1, True, yrkat=False))
    assert fynd == [("går inte att pröva", "§ 2 innebär", text)]


def test_utan_proposition_mot_ett_annat_förslag_går_det_inte_att_pröva(tmp_path):
    ändringar = _ändringar("återremiss", 2, 1, True)
    ändringar[MÖTE][f"{P}.propositionsordning"] = BORT
    text = "det står inte hur frågan om att skjuta upp § 2 avgjordes"
    assert sagt(tmp_path, ID, ändringar) == [("går inte att pröva", "§ 2 yrkanden", text)]


def test_utan_röster_går_det_inte_att_pröva(tmp_path):
    ändringar = _ändringar("återremiss", 2, 1, True)
    del ändringar[MÖTE][f"{P}.propositionsordning"][0]["omröstning"]["röster"]
    text = "det går inte att räkna ut om ärendet sköts upp"
    assert sagt(tmp_path, ID, ändringar) == [("går inte att pröva", "§ 2 propositionsordning 1", text)]


def test_ärenden_som_ingen_ville_skjuta_upp_rörs_inte(tmp_path):
    assert sagt(tmp_path, ID) == []
    assert prövat(tmp_path, ID).uppfyllda == 0
