"""PRAXIS-justerare: justeraren är vald i en §, och någon som kan justera."""

import pytest

from tests.kontroller.arkiv import BORT, Ändringar, prova, sagt

ID = "PRAXIS-justerare"
MÖTE = "moten/2024-03-04"
FÄLT = "justering justerare 1"
INGEN_VALD = ("bruten", FÄLT, "Ulf Uv står som justerare, men valet står inte i någon §")
NAMN = "Ulf Uv utses."


def _val(**fält: object) -> Ändringar:
    return {MÖTE: {"paragrafer.0": {"nr": "1", "rubrik": "Upprop", "beslut": ["Listan godkänns."], **fält}}}


def _justerar(namn: str, *händelser: dict[str, str]) -> Ändringar:
    """Mötet när någon annan är vald att justera."""
    val = {"nr": "1", "rubrik": "Val av justerare", "beslut": [f"{namn} utses att justera protokollet."]}
    underskrifter = [{"namn": n, "datum": "2024-03-08"} for n in ("Eva Ek", namn)]
    just = {"justering.justerare": [namn], "justering.underskrifter": underskrifter, "paragrafer.0": val}
    return {MÖTE: {**just, **({"händelser": list(händelser)} if händelser else {})}}


def test_vald_i_en_paragraf_är_uppfyllt(tmp_path):
    assert prova(tmp_path, ID) == []


@pytest.mark.parametrize(
    "fält",
    [
        {"beslut": ["Ulf Uv utses att justera protokollet."]},
        {"beslut": ["Till justerare valdes ulf uv."]},
        {"rubrik": "Val av justerare", "beslut": [NAMN]},
        {"rubrik": "Justering", "sammanfattning": "Ulf Uv föreslås.\n", "beslut": ["Enligt förslaget."]},
        {
            "beslut": [NAMN],
            "innebär": [{"id": "a", "typ": "utser", "personer": "Ulf Uv", "till": "justerare"}],
        },
    ],
)
def test_valet_kan_stå_på_flera_sätt(tmp_path, fält):
    assert sagt(tmp_path, ID, _val(**fält)) == []


@pytest.mark.parametrize(
    "fält",
    [
        {},
        {"beslut": [NAMN]},  # till vad?
        {"rubrik": "Val av justerare", "beslut": ["Ada Ask utses."]},
        {"rubrik": "Val av justerare", "beslut": ["Ulf Uvberg utses."]},
        {"rubrik": "Justering", "beslut": BORT},
    ],
)
def test_justeraren_som_ingen_paragraf_väljer(tmp_path, fält):
    (fynd,) = prova(tmp_path, ID, _val(**{k: v for k, v in fält.items() if v is not BORT}))
    assert (fynd["svar"], fynd["fält"], fynd["text"]) == INGEN_VALD
    assert fynd["nivå"] == "varning"


@pytest.mark.parametrize(
    ("namn", "text"),
    [
        ("Eva Ek", "Eva Ek är både ordförande och justerare"),
        ("Siv Sjö", "Siv Sjö är både sekreterare och justerare"),
    ],
)
def test_ordföranden_och_sekreteraren_justerar_inte(tmp_path, namn, text):
    assert sagt(tmp_path, ID, _justerar(namn)) == [("bruten", FÄLT, text)]


def test_den_som_inte_tjänstgjorde_justerar_inte(tmp_path):
    ändringar = _justerar("Rut Ros")
    ändringar[MÖTE]["närvaro.4"] = {"namn": "Rut Ros", "som": "ersättare", "parti": "S", "part": "region"}
    text = "Rut Ros tjänstgjorde inte på mötet och kan inte justera"
    assert sagt(tmp_path / "a", ID, ändringar) == [("bruten", FÄLT, text)]
    ändringar[MÖTE]["händelser"] = [
        {"typ": "går", "namn": "Ulf Uv", "paragraf": "3"},
        {"typ": "tjänstgör", "namn": "Rut Ros", "ersätter": "Ulf Uv", "paragraf": "3"},
    ]
    assert sagt(tmp_path / "b", ID, ändringar) == []


def test_den_som_var_jävig_i_allt_justerar_inte(tmp_path):
    jäv = [{"typ": "jäv", "namn": "Ada Ask", "paragraf": str(nr)} for nr in (1, 2, 3)]
    text = "Ada Ask var jävig i §§ 1–3 och kan inte justera"
    assert sagt(tmp_path / "a", ID, _justerar("Ada Ask", *jäv)) == [("bruten", FÄLT, text)]
    assert sagt(tmp_path / "b", ID, _justerar("Ada Ask", *jäv[1:])) == []


def test_den_som_ledde_en_paragraf_är_inte_ensam_justerare_där(tmp_path):
    ändringar = _justerar("Ada Ask", {"typ": "leder", "namn": "Ada Ask", "paragraf": "3"})
    text = "Ada Ask ledde § 3 och är ensam justerare där"
    assert sagt(tmp_path / "a", ID, ändringar) == [("bruten", FÄLT, text)]
    ändringar[MÖTE]["justering.justerare"] = ["Ada Ask", "Ulf Uv"]
    ändringar[MÖTE]["paragrafer.0"]["beslut"] = ["Ada Ask och Ulf Uv utses att justera protokollet."]
    assert sagt(tmp_path / "b", ID, ändringar) == []


def test_den_som_justerar_en_paragraf_för_sig_tjänstgjorde_i_den(tmp_path):
    går = {"typ": "går", "namn": "Ada Ask", "paragraf": "3"}
    ändringar: Ändringar = {MÖTE: {"paragrafer.2.justerare": "Ada Ask", "händelser": [går]}}
    text = "Ada Ask tjänstgjorde inte i § 3 och kan inte justera"
    assert sagt(tmp_path, ID, ändringar) == [("bruten", "§ 3 justerare", text)]


@pytest.mark.parametrize(
    ("ändring", "text"),
    [
        ({"justering.justerare": BORT}, "det står inte vem som utsågs att justera"),
        ({"närvaro": BORT}, "närvaron saknas, så det går inte att säga om justeraren tjänstgjorde"),
    ],
)
def test_det_som_fattas_går_inte_att_pröva(tmp_path, ändring, text):
    assert sagt(tmp_path, ID, {MÖTE: ändring}) == [("går inte att pröva", "justering", text)]


def test_ett_möte_utan_beslut_prövas_inte_än(tmp_path):
    planerat = {
        "plats": "Salen",
        "justering": {"justerare": ["Ulf Uv"]},
        "paragrafer": [{"nr": "1", "rubrik": "Budget"}],
    }
    assert sagt(tmp_path, ID, {"moten/2024-05-06": {"": planerat}}) == []
