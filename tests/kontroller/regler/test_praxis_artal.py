"""PRAXIS-artal: de år som ett årsskifte ligger mellan."""

import pytest

from tests.kontroller.arkiv import REN, prova, sagt

ID = "PRAXIS-artal"
MÖTE = "moten/2024-03-04"
TEXT, FÄLT = "paragrafer.2.sammanfattning", "§ 3 sammanfattning"


def _möte(tmp_path, dag, text):
    """Texten i ett möte den dagen."""
    möte = {"plats": "Salen", "paragrafer": [{"nr": "1", "rubrik": "Drift", "sammanfattning": text}]}
    return sagt(tmp_path, ID, {f"moten/{dag}": {"": möte}})


@pytest.mark.parametrize(
    ("åren", "antal"),
    [
        ("2023-2024", 0),
        ("2023–2024", 0),
        ("2023/2024", 0),
        ("2023/24", 0),
        ("2024-2025", 0),
        ("2023-2025", 1),
        ("2024-2024", 1),
        ("2025-2024", 1),
        ("2023/25", 1),
    ],
)
def test_åren_följer_på_varandra(tmp_path, åren, antal):
    fynd = prova(tmp_path, ID, {MÖTE: {TEXT: f"Avtalet gällde från årsskiftet {åren}."}})
    text = f"texten säger ”årsskiftet {åren}”, men ett årsskifte ligger mellan två år som följer på varandra"
    assert [(f["svar"], f["nivå"], f["fält"], f["text"]) for f in fynd] == [("bruten", "varning", FÄLT, text)] * antal


def test_ett_datum_eller_ett_enda_år_är_inget_årsskifte_mellan_två(tmp_path):
    text = "Den slutade årsskiftet 2019-12-31, och årsskiftet 2019 var den borta."
    assert sagt(tmp_path, ID, {MÖTE: {TEXT: text}}) == []


def test_protokollet_2020_12_18(tmp_path):
    text = "I och med att tjänsten som e-strateg blir vakant i och med årsskiftet 2019-2020 så bör uppdraget övertas."
    säger = "texten säger ”årsskiftet 2019-2020” om något som kommer, men närmast mötet 2020-12-18 låg 2020-2021"
    assert _möte(tmp_path / "a", "2020-12-18", text) == [("bruten", "§ 1 sammanfattning", säger)]
    assert _möte(tmp_path / "b", "2020-12-18", text.replace("2019-2020", "2020-2021")) == []


@pytest.mark.parametrize(("dag", "antal"), [("2020-07-02", 0), ("2020-07-03", 1), ("2021-02-08", 1)])
def test_det_kommande_ligger_högst_ett_halvår_tillbaka(tmp_path, dag, antal):
    fynd = _möte(tmp_path, dag, "Tjänsten blir vakant vid årsskiftet 2019/2020.")
    närmast = "2020-2021"
    text = f"texten säger ”årsskiftet 2019/2020” om något som kommer, men närmast mötet {dag} låg {närmast}"
    assert fynd == [("bruten", "§ 1 sammanfattning", text)] * antal


@pytest.mark.parametrize(
    "text",
    [
        "Tjänsten blev vakant vid årsskiftet 2019-2020.",
        "Frågan blir aktuell.\nAvtalet gällde från årsskiftet 2019-2020.",
        "Uppföljningen ska gälla tiden från årsskiftet 2019-2020.",
        "Vid årsskiftet 2019-2020 startade projektet, som upphör i vår.",
    ],
)
def test_det_som_har_hänt_är_rätt(tmp_path, text):
    assert _möte(tmp_path, "2020-12-18", text) == []


@pytest.mark.parametrize(("åren", "svar"), [("2022-2023", 1), ("2023-2024", 0), ("2024-2025", 0), ("2025-2026", 1)])
def test_ett_årsskifte_längre_bort_går_inte_att_pröva(tmp_path, åren, svar):
    fynd = sagt(tmp_path, ID, {MÖTE: {TEXT: f"Avtalet gällde till årsskiftet {åren}."}})
    text = f"”årsskiftet {åren}” ligger inte intill mötets år 2024, och texten säger inte om det är rätt"
    assert fynd == [("går inte att pröva", FÄLT, text)] * svar


def test_platsen_är_ordet_i_texten(tmp_path):
    (fynd,) = prova(tmp_path, ID, {MÖTE: {TEXT: "Så var det.\nAvtalet gällde till årsskiftet 2023-2025.\n"}})
    rad = (tmp_path / "data" / f"{MÖTE}.yaml").read_text().split("\n")[fynd["rad"] - 1]
    assert rad[fynd["kolumn"] - 1 :] == "årsskiftet 2023-2025."


def test_det_rena_arkivet_har_inget_årsskifte_med_år():
    assert "årsskiftet 20" not in str(REN)
