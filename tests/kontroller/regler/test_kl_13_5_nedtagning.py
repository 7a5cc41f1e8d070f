"""KL-13-5-nedtagning: anslaget sitter uppe till dagen efter den sista dagen att överklaga."""

import datetime as dt

import pytest

from tests.kontroller.arkiv import BORT, Ändringar, prova, sagt

ID = "KL-13-5-nedtagning"
ANSLAG = "anslag/2024-03-04"


def _alla(uppsatt: str, nedtaget: object) -> Ändringar:
    par = {"uppsatt": uppsatt, "nedtaget": nedtaget}
    return {ANSLAG: {f"anslag.{i}.{fält}": värde for i in range(3) for fält, värde in par.items()}}


def test_nedtaget_dagen_efter_den_sista_är_uppfyllt(tmp_path):
    assert prova(tmp_path, ID) == []


@pytest.mark.parametrize(
    ("uppsatt", "sista", "första"),
    [
        ("2024-04-03", "2024-04-24", "2024-04-25"),  # som Kramfors: sista dagen 24/4, uppe till och med 25/4
        ("2024-04-01", "2024-04-22", "2024-04-23"),
        ("2024-03-11", "2024-04-02", "2024-04-03"),  # som Sunne 2011: tre veckor senare är annandag påsk
        ("2024-04-10", "2024-05-02", "2024-05-03"),  # första maj
    ],
)
def test_den_sista_dagen_att_överklaga_är_för_tidigt_och_dagen_efter_inte(tmp_path, uppsatt, sista, första):
    assert sagt(tmp_path / "a", ID, _alla(uppsatt, första)) == []
    text = f"anslaget togs ned {sista}, 1 dag före {första} då det tidigast fick tas ned"
    fynd = sagt(tmp_path / "b", ID, _alla(uppsatt, sista))
    assert fynd[0] == ("bruten", "anslag region nedtaget", f"{text}: sista dagen att överklaga var {sista}")
    assert len(fynd) == 3


def test_det_egna_protokollets_fall(tmp_path):
    ändringar: Ändringar = {
        "moten/2020-12-18": {"": {"plats": "Salen", "justering": {"justerat": "okänd dag"}}},
        "anslag/2020-12-18": {"": {"anslag": [{"uppsatt": "2021-01-04", "nedtaget": "2021-01-25"}]}},
        "namnd": {f"parter.{i}.från": "2018-04-01" for i in range(3)},
    }
    text = "anslaget togs ned 2021-01-25, 1 dag före 2021-01-26 då det tidigast fick tas ned"
    assert sagt(tmp_path, ID, ändringar) == [
        ("bruten", "anslag 1 nedtaget", f"{text}: sista dagen att överklaga var 2021-01-25")
    ]
    ändringar["anslag/2020-12-18"][""]["anslag"][0]["nedtaget"] = "2021-01-26"
    text = "tiden räknas från alla parters anslag, och alla är inte antecknade"
    assert sagt(tmp_path, ID, ändringar) == [("går inte att pröva", "anslag 1 nedtaget", text)]


def test_det_sista_anslaget_håller_kvar_de_andra(tmp_path):
    ändringar: Ändringar = {ANSLAG: {"anslag.2.uppsatt": "2024-03-13", "anslag.2.nedtaget": "2024-04-04"}}
    text = "anslaget togs ned 2024-04-03, 1 dag före 2024-04-04 då det tidigast fick tas ned"
    assert sagt(tmp_path, ID, ändringar) == [
        ("bruten", f"anslag {part} nedtaget", f"{text}: sista dagen att överklaga var 2024-04-03")
        for part in ("region", "are")
    ]


@pytest.mark.parametrize(("idag", "antal"), [("2024-04-02", 0), ("2024-04-03", 3)])
def test_inte_nedtaget_går_inte_att_pröva_när_dagen_har_kommit(tmp_path, idag, antal):
    fynd = sagt(tmp_path, ID, _alla("2024-03-11", BORT), dt.date.fromisoformat(idag))
    fynd = [f for f in fynd if f[1] in ("anslag region", "anslag are", "anslag berg")]
    text = "det står inte när anslaget togs ned; det fick tas ned tidigast 2024-04-03"
    assert [(svar, t) for svar, _, t in fynd] == [("går inte att pröva", text)] * antal


def test_en_paragraf_för_sig_räknas_för_sig(tmp_path):
    egna = [
        {"part": p, "paragrafer": ["1"], "uppsatt": "2024-03-05", "nedtaget": "2024-03-27"}
        for p in ("region", "are", "berg")
    ]
    ändringar: Ändringar = {
        "moten/2024-03-04": {"paragrafer.0.omedelbart_justerad": "2024-03-04"},
        ANSLAG: {f"anslag.{3 + i}": ett for i, ett in enumerate(egna)},
    }
    assert sagt(tmp_path / "a", ID, ändringar) == []
    egna[1]["nedtaget"] = "2024-03-26"
    assert [(s, f) for s, f, _ in sagt(tmp_path / "b", ID, ändringar)] == [("bruten", "anslag are (2) nedtaget")]


def test_ett_nytt_anslag_ersätter_partens_förra(tmp_path):
    nytt = {"part": "are", "uppsatt": "2024-03-13", "nedtaget": "2024-04-04"}
    ändringar: Ändringar = {ANSLAG: {"anslag.1.nedtaget": "2024-03-12", "anslag.3": nytt}}
    ändringar[ANSLAG] |= {"anslag.0.nedtaget": "2024-04-04", "anslag.2.nedtaget": "2024-04-04"}
    assert sagt(tmp_path, ID, ändringar) == []


def test_nedtaget_före_uppsatt_sägs_en_gång(tmp_path):
    ändringar: Ändringar = {ANSLAG: {"anslag.1.nedtaget": "2024-03-10"}}
    text = "anslaget togs ned innan det sattes upp"
    assert sagt(tmp_path / "a", ID, ändringar) == [("bruten", "anslag are nedtaget", text)]
    assert sagt(tmp_path / "b", "POST-samband", ändringar) == []


def test_ett_anslag_före_lagen_går_inte_att_pröva(tmp_path):
    ändringar: Ändringar = {
        "moten/2017-12-04": {"": {"plats": "Salen", "justering": {"justerat": "2017-12-07"}}},
        "anslag/2017-12-04": {"": {"anslag": [{"uppsatt": "2017-12-08", "nedtaget": "2017-12-09"}]}},
    }
    assert sagt(tmp_path, ID, ändringar) == [
        ("går inte att pröva", "anslag 1", "lagens lydelse den dagen är inte inlagd")
    ]
