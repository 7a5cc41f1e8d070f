"""POST-hanvisning: hänvisningar till möten, paragrafer, uppdrag och ärenden."""

import json

import pytest

from tests.hjalp import gns
from tests.kontroller.arkiv import BORT, prova, sagt, skriv

ID = "POST-hanvisning"
MÖTE, FÖRRA, ÄRENDE = "moten/2024-03-04", "moten/2023-12-04", "arenden/2024/GNS-1-2024"
TEXT, UPPDRAG, TIDIGARE = "paragrafer.2.sammanfattning", "paragrafer.2.innebär", "paragrafer.2.tidigare_behandling"
NÄR = "§ 3 tidigare_behandling 1 när"


def _tidigare(när, **mer):
    return {MÖTE: {TIDIGARE: [{"vad": "behandlat", "när": när, **mer}]}}


def _fynd(*args):
    return [(f["svar"], f["nivå"], f["fält"], f["text"]) for f in prova(*args)]


@pytest.mark.parametrize(
    ("text", "nivå", "säger"),
    [
        ("Den 4 december 2023, § 2, beslutades det.", "", ""),
        ("Den 4 december 2023, § 3, beslutades det.", "varning", "mötet 2023-12-04 har ingen § 3"),
        ("Den 29 maj 2020 § 14 beslutades det.", "upplysning", "mötet 2020-05-29 är utanför arkivet, så § 14 går inte att slå upp"),
        ("Se GNS/1/2024.", "", ""),
        ("Se GNS/9/2024.", "varning", "ärendet GNS/9/2024 finns inte"),
    ],
)  # fmt: skip
def test_hänvisningar_i_text(tmp_path, text, nivå, säger):
    väntat = [("bruten", nivå, "§ 3 sammanfattning", säger)] if nivå else []
    assert _fynd(tmp_path, ID, {MÖTE: {TEXT: text}}) == väntat


def test_platsen_är_hänvisningen_i_texten(tmp_path):
    (fynd,) = prova(tmp_path, ID, {MÖTE: {TEXT: "Så var det.\nDet beslutades den 29 maj 2020 § 14.\n"}})
    rad = (tmp_path / "data" / f"{MÖTE}.yaml").read_text().split("\n")[fynd["rad"] - 1]
    assert rad[fynd["kolumn"] - 1 :] == "29 maj 2020 § 14."


def test_det_som_är_utanför_arkivet_sägs_en_gång_i_varje_post(tmp_path):
    text = "Den 29 maj 2020 § 14 beslutades det."
    ändringar = {MÖTE: {TEXT: text, "paragrafer.1.sammanfattning": text}, ÄRENDE: {"beredning.sammanfattning": text}}
    fynd = prova(tmp_path, ID, ändringar)
    assert [(f["post"], f["fält"]) for f in fynd] == [
        ("ärende GNS-1-2024", "beredning sammanfattning"),
        ("möte 2024-03-04", "§ 2 sammanfattning"),
    ]


def test_många_paragrafer_utanför_arkivet_är_ett_fynd(tmp_path):
    ((_, _, text),) = sagt(tmp_path, ID, {MÖTE: {TEXT: "Se 2020-05-29 §§ 1–200."}})
    assert text == "mötet 2020-05-29 är utanför arkivet, så § 1, § 2, § 3 med flera går inte att slå upp"


@pytest.mark.parametrize(
    ("ref", "nivå", "säger"),
    [
        ("2023-12-04 § 2", "fel", "2023-12-04 § 2 gav inget uppdrag"),
        ("2023-12-04 § 7", "fel", "mötet 2023-12-04 har ingen § 7"),
        ("2024-06-03 § 1", "fel", "2024-06-03 § 1 är ett senare beslut"),
        ("2024-03-04 § 9", "fel", "mötet har inget beslut 2024-03-04 § 9"),
        ("2019-06-03", "upplysning", "mötet 2019-06-03 är utanför arkivet"),
    ],
)
def test_uppdrag(tmp_path, ref, nivå, säger):
    verkan = {"id": "a", "typ": "återtar uppdrag", "till": "Driftchefen", "uppdrag": ref}
    assert _fynd(tmp_path, ID, {MÖTE: {UPPDRAG: [verkan]}}) == [("bruten", nivå, "§ 3 innebär a uppdrag", säger)]


def test_ett_uppdrag_som_finns(tmp_path):
    juni = {
        "plats": "Salen",
        "paragrafer": [
            {
                "nr": "4",
                "rubrik": "Översyn av driften",
                "dnr": "GNS/2/2024",
                "beslut": ["Uppdraget återtas."],
                "innebär": [{"id": "a", "typ": "återtar uppdrag", "uppdrag": "2024-03-04 § 3 a"}],
            }
        ],
    }
    assert sagt(tmp_path, ID, {"moten/2024-06-03": {"": juni}}) == []


@pytest.mark.parametrize(
    ("när", "nivå", "säger"),
    [
        ("2023-12-04 § 3", "fel", "mötet 2023-12-04 har ingen § 3"),
        ("2023-12-04 § 2", "fel", "2023-12-04 § 2 gällde ärendet GNS/1/2023, inte GNS/2/2024"),
        ("2024-03-11 § 2", "fel", "2024-03-11 § 2 är ett senare möte"),
        ("2023-11-06 § 40", "upplysning", "mötet 2023-11-06 är utanför arkivet, så § 40 går inte att slå upp"),
    ],
)
def test_tidigare_behandling(tmp_path, när, nivå, säger):
    assert _fynd(tmp_path, ID, _tidigare(när)) == [("bruten", nivå, NÄR, säger)]


@pytest.mark.parametrize(
    "då",
    [
        {"paragrafer.1.dnr": "GNS/2/2024"},
        {"paragrafer.1.rubrik": "Sammanträden 2024 och översyn (GNS/2/2024)"},
        {"paragrafer.1.innebär.1": {"id": "b", "typ": "återupptar ärende", "dnr": "GNS/2/2024"}},
    ],
)
def test_samma_ärende_eller_en_paragraf_med_flera_ärenden(tmp_path, då):
    assert sagt(tmp_path, ID, {**_tidigare("2023-12-04 § 2"), FÖRRA: då}) == []


def test_ett_annat_organs_beslut_går_inte_att_pröva(tmp_path):
    fynd = sagt(tmp_path, ID, _tidigare("2023-11-06 § 40", av="fullmäktige"))
    text = "2023-11-06 § 40 beslutades av fullmäktige, vars protokoll inte finns här"
    assert fynd == [("går inte att pröva", NÄR, text)]


def test_utan_diarienummer_går_ärendena_inte_att_jämföra(tmp_path):
    fynd = sagt(tmp_path, ID, {**_tidigare("2023-12-04 § 2"), FÖRRA: {"paragrafer.1.dnr": BORT}})
    text = "§ 2 har inget diarienummer, så ärendena går inte att jämföra"
    assert fynd == [("går inte att pröva", NÄR, text)]


def test_när_en_post_inte_går_att_läsa_sägs_inget_om_det_som_kan_stå_där(tmp_path):
    skriv(tmp_path, {MÖTE: {TEXT: "Den 29 maj 2020 § 14 beslutades det."}})
    (tmp_path / "data/moten/2020-05-29.yaml").write_text("plats: [\n", encoding="utf-8")
    svar = gns("kontrollera", "--data", str(tmp_path), "--regel", ID, "--alla", "--format", "json")
    (fynd,) = (f for f in json.loads(svar.stdout)["fynd"] if f["regel"] == ID)
    text = "alla poster gick inte att läsa, så det går inte att säga vad hänvisningen pekar på"
    assert (fynd["svar"], fynd["fält"], fynd["text"]) == ("går inte att pröva", "§ 3 sammanfattning", text)


def test_protokollet_som_godkänns_är_äldre_än_mötet(tmp_path):
    verkan = {"id": "a", "typ": "godkänner protokoll", "möte": "2024-03-04"}
    fynd = _fynd(tmp_path, ID, {MÖTE: {UPPDRAG: [verkan]}})
    text = "protokollet från 2024-03-04 är inte äldre än mötet"
    assert fynd == [("bruten", "fel", "§ 3 innebär a möte", text)]
