"""KL-6-24-distans: fullmäktiges beslut, vilka som var på distans, och lika villkor."""

import datetime as dt

import pytest

from tests.kontroller.arkiv import BORT, Ändringar, prova, sagt
from tests.kontroller.stallen import uppfyllda

ID = "KL-6-24-distans"
MÖTE = "moten/2024-03-04"
LIKA = "ordföranden har inte antecknat att alla på distans kunde se och höra varandra"
TEAMS = {"form": "på distans", "lika_villkor": "ja"}


def _fynd(tmp_path, möte, nämnd=None, **annat):
    """(svar, nivå, fält, text)."""
    fynd = prova(tmp_path, ID, {MÖTE: möte, "namnd": nämnd or {}}, **annat)
    return [(f["svar"], f["nivå"], f["fält"], f["text"]) for f in fynd]


def test_det_rena_arkivet_är_uppfyllt(tmp_path):
    assert sagt(tmp_path, ID) == []


@pytest.mark.parametrize(
    "möte",
    [
        TEAMS,
        {"form": "blandat", "lika_villkor": "ja", "närvaro.2.deltar": "på distans"},
        {"form": "blandat", "närvaro.3.deltar": "på distans"},  # bara sekreteraren
        {"händelser": [{"typ": "på distans", "namn": "Ulf Uv", "paragraf": "2"}], "lika_villkor": "ja"},
    ],
)
def test_tillåtet_deltagande_på_lika_villkor(tmp_path, möte):
    assert _fynd(tmp_path, möte) == []


@pytest.mark.parametrize(
    ("möte", "fält", "vem"),
    [
        (TEAMS, "form", "ledamöterna"),
        ({"närvaro.2.deltar": "på distans"}, "närvaro Ulf Uv deltar", "Ulf Uv"),
    ],
)
def test_när_fullmäktige_säger_nej_är_det_ett_fel(tmp_path, möte, fält, vem):
    text = f"{vem} tjänstgör på distans, fast fullmäktige inte har tillåtit det (KL 6:24)"
    nej = {"reglementen.0.distans": {"tillåtet": "nej"}}
    assert _fynd(tmp_path, möte, nej) == [("bruten", "fel", fält, text)]


def test_ett_planerat_möte_på_distans_som_inte_är_tillåtet(tmp_path):
    nytt = {"moten/2024-09-02": {"": {"plats": "Teams", "form": "på distans"}}}
    nämnd = {"reglementen.0.distans": {"tillåtet": "nej"}}
    text = "någon deltar på distans den 2024-09-02, fast fullmäktige inte har tillåtit det"
    assert sagt(tmp_path / "a", ID, {**nytt, "namnd": nämnd}) == [("bruten", "form", text)]
    assert sagt(tmp_path / "b", ID, nytt) == []  # om villkoren kan inget sägas förrän mötet har hållits


def test_utan_fullmäktiges_beslut_är_det_ett_fel_i_reglementet(tmp_path):
    """Det sägs en gång, hur många möten det än gäller."""
    ändringar: Ändringar = {MÖTE: TEAMS, "moten/2023-12-04": TEAMS, "namnd": {"reglementen.0.distans.beslut": BORT}}
    fynd = prova(tmp_path, ID, ändringar)
    text = "ledamöter deltar på distans, men fullmäktiges beslut om det står inte"
    assert [(f["post"], f["nivå"], f["fält"], f["text"]) for f in fynd] == [
        ("nämnd", "fel", "reglementen 1 distans", text)
    ]


@pytest.mark.parametrize(
    ("beslut", "bruten"),
    [
        ("regionfullmäktige 2024-03-04 § 43", False),
        ("regionfullmäktige 2024-03-05 § 43", True),
        ("regionfullmäktige 2021-10-18 § 43, ändrat 2024-05-06 § 9", False),
        ("reglementet § 12", False),
        ("regionfullmäktige 2021-02-30 § 43", False),
    ],
)
def test_beslutet_är_inte_yngre_än_mötet(tmp_path, beslut, bruten):
    text = "fullmäktiges beslut om distans är från 2024-03-05, efter mötet den 2024-03-04"
    fynd = _fynd(tmp_path, TEAMS, {"reglementen.0.distans.beslut": beslut})
    assert fynd == ([("bruten", "fel", "form", text)] if bruten else [])


def test_ett_blandat_möte_säger_vilka(tmp_path):
    text = "mötet var blandat, men det står inte vilka som deltog på distans"
    assert _fynd(tmp_path, {"form": "blandat", "lika_villkor": "ja"}) == [("bruten", "varning", "form", text)]


@pytest.mark.parametrize(
    ("lika", "fält"), [({"lika_villkor": BORT}, "form"), ({"lika_villkor": "nej"}, "lika_villkor")]
)
def test_ordförandens_anteckning_om_lika_villkor(tmp_path, lika, fält):
    möte = {k: v for k, v in {**TEAMS, **lika}.items() if v is not BORT}
    assert _fynd(tmp_path, möte) == [("bruten", "varning", fält, LIKA)]


def test_anteckningen_saknas_när_en_ledamot_är_på_distans(tmp_path):
    assert _fynd(tmp_path, {"närvaro.2.deltar": "på distans"}) == [("bruten", "varning", "närvaro Ulf Uv deltar", LIKA)]


@pytest.mark.parametrize("nämnd", [{"reglementen.0.distans": BORT}, {"reglementen": BORT}])
def test_som_protokollet_2020_12_18_går_det_inte_att_pröva(tmp_path, nämnd):
    """Digitalt via Teams, och inget står om fullmäktiges beslut eller om sikt och hörsel (regler.md § 5, R8)."""
    text = "någon tjänstgjorde på distans, men det står inte om fullmäktige hade tillåtit det"
    fynd = sagt(tmp_path, ID, {MÖTE: {"form": "på distans"}, "namnd": nämnd})
    assert fynd == [("går inte att pröva", "form", f"{text}, och inte heller om alla kunde se och höra varandra")]


@pytest.mark.parametrize(("idag", "antal"), [("2024-03-03", 0), ("2024-03-04", 1)])
def test_utan_form_går_det_inte_att_pröva_när_dagen_är_inne(tmp_path, idag, antal):
    fynd = sagt(tmp_path, ID, {MÖTE: {"form": BORT}}, dt.date.fromisoformat(idag))
    assert fynd == [("går inte att pröva", "", "det står inte hur man deltog")] * antal


def test_ett_möte_före_lagen_går_inte_att_pröva(tmp_path):
    (fynd,) = sagt(tmp_path, ID, {"moten/2017-12-31": {"": {"plats": "Teams", "form": "på distans"}}})
    assert fynd == ("går inte att pröva", "form", "lagens lydelse den dagen är inte inlagd")


def test_en_händelse_på_plats_gör_inget_möte_blandat(tmp_path):
    på_plats = [{"typ": "på plats", "namn": "Ulf Uv", "paragraf": "2"}]
    text = "mötet var blandat, men det står inte vilka som deltog på distans"
    assert _fynd(tmp_path, {"form": "blandat", "händelser": på_plats}) == [("bruten", "varning", "form", text)]


def test_fyndet_står_vid_händelsen(tmp_path):
    """Den första händelsen rör något annat."""
    händelser = [
        {"typ": "leder", "namn": "Ada Ask", "paragraf": "2"},
        {"typ": "på distans", "namn": "Ulf Uv", "paragraf": "2"},
    ]
    assert _fynd(tmp_path, {"händelser": händelser}) == [("bruten", "varning", "händelser Ulf Uv", LIKA)]


@pytest.mark.parametrize(
    ("deltagare", "fynd"),
    [
        ({"namn": "Ulf Uv", "som": "ledamot", "deltar": "på distans"}, [("bruten", "närvaro Ulf Uv deltar", LIKA)]),
        ({"namn": "Ulf Uv", "som": "ledamot", "deltar": "på plats"}, []),
        ({"namn": "Siv Sjö", "som": "övrig", "deltar": "på distans"}, []),
    ],
)
def test_ett_möte_utan_paragrafer_prövas_efter_uppropet(tmp_path, deltagare, fynd):
    möte = {"plats": "Salen", "form": "på plats", "närvaro": [deltagare]}
    assert sagt(tmp_path, ID, {"moten/2024-05-06": {"": möte}}) == fynd


def test_bara_den_som_tjänstgör_räknas(tmp_path):
    """I ett möte med §§ är en ersättare på distans som inte tjänstgör inget som fullmäktige måste tillåta."""
    bo = {"namn": "Bo By", "som": "ersättare", "deltar": "på distans"}
    assert _fynd(tmp_path, {"närvaro.4": bo}) == []


def test_varje_möte_räknas(tmp_path):
    assert uppfyllda(tmp_path / "a", ID) == 2
    assert uppfyllda(tmp_path / "b", ID, {MÖTE: TEAMS}) == 2
    assert uppfyllda(tmp_path / "c", ID, {MÖTE: {"form": "på distans"}}) == 1
