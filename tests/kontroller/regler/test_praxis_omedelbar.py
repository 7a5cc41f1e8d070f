"""PRAXIS-omedelbar: en § som justeras omedelbart har ett eget anslag."""

import pytest

from tests.kontroller.arkiv import BORT, Ändringar, prova, sagt

ID = "PRAXIS-omedelbar"
MÖTE, ANSLAG = "moten/2024-03-04", "anslag/2024-03-04"
OMEDELBAR = {"paragrafer.0.omedelbart_justerad": "2024-03-04"}


def _egen(*nummer: str, part: str | None = "are") -> dict[str, object]:
    hos = {"part": part} if part else {}
    return {**hos, "paragrafer": list(nummer), "uppsatt": "2024-03-05"}


def test_inget_att_pröva_utan_omedelbar_justering(tmp_path):
    assert prova(tmp_path, ID) == []


def test_med_eget_anslag_är_det_uppfyllt(tmp_path):
    assert sagt(tmp_path, ID, {MÖTE: OMEDELBAR, ANSLAG: {"anslag.3": _egen("1")}}) == []


def test_utan_eget_anslag_fast_andra_är_antecknade(tmp_path):
    text = "§ 1 justerades omedelbart 2024-03-04 men har inget eget anslag"
    assert sagt(tmp_path, ID, {MÖTE: OMEDELBAR}) == [("bruten", "§ 1 omedelbart_justerad", text)]


def test_utan_något_anslag_går_det_inte_att_pröva(tmp_path):
    text = "inget anslag är antecknat för § 1"
    ändringar: Ändringar = {MÖTE: OMEDELBAR, ANSLAG: {"": BORT}}
    assert sagt(tmp_path, ID, ändringar) == [("går inte att pröva", "§ 1 omedelbart_justerad", text)]


def test_ett_eget_anslag_gäller_bara_det_som_justerats_för_sig(tmp_path):
    text = "anslaget gäller §§ 2–3, som inte har justerats för sig"
    ändringar: Ändringar = {MÖTE: OMEDELBAR, ANSLAG: {"anslag.3": _egen("1", "2", "3")}}
    assert sagt(tmp_path, ID, ändringar) == [("bruten", "anslag are (2) § 2", text)]


@pytest.mark.parametrize(
    ("part", "väntat"),
    [
        ("are", [("bruten", "anslag are (3) paragrafer", "Åre kommun har redan ett anslag om § 1")]),
        ("berg", []),
        (None, []),
    ],
)
def test_en_part_har_ett_anslag_för_varje_paragraf(tmp_path, part, väntat):
    båda = {"anslag.3": _egen("1"), "anslag.4": _egen("1", part=part)}
    assert sagt(tmp_path, ID, {MÖTE: OMEDELBAR, ANSLAG: båda}) == väntat


@pytest.mark.parametrize(
    ("möte", "anslag", "fält", "text"),
    [
        (
            {"paragrafer.0.omedelbart_justerad": "2024-03-01"},
            {},
            "§ 1 omedelbart_justerad",
            "2024-03-01 är före mötet den 2024-03-04",
        ),
        (
            {"paragrafer.0.omedelbart_justerad": "2024-03-09"},
            {},
            "§ 1 omedelbart_justerad",
            "§ 1 justerades 2024-03-09, efter att hela protokollet justerades 2024-03-08",
        ),
        (
            {"justering.justerat": BORT},
            {"anslag": [_egen("2")]},
            "anslag are § 2",
            "§ 2 är inte omedelbart justerad den 2024-03-04",
        ),
    ],
    ids=["före mötet", "efter hela protokollet", "inte omedelbart justerad"],
)
def test_det_som_läsningen_redan_har_sagt_sägs_en_gång(tmp_path, möte, anslag, fält, text):
    ändringar: Ändringar = {MÖTE: möte, ANSLAG: anslag}
    assert sagt(tmp_path / "a", ID, ändringar) == [("bruten", fält, text)]
    assert text not in [t for _, _, t in sagt(tmp_path / "b", "POST-samband", ändringar)]
