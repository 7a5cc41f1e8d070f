"""PRAXIS-gallring: protokoll och utdrag bevaras, och det står vad som gäller för varje handling."""

import pytest

from tests.kontroller.arkiv import BORT, prova, sagt

ID = "PRAXIS-gallring"
ÄRENDE = "arenden/2024/GNS-1-2024"
UTDRAG = {"titel": "§ 14 Revisionsrapport", "slag": "protokollsutdrag"}


def _fynd(tmp_path, handling):
    return sagt(tmp_path, ID, {ÄRENDE: {"handlingar.1": handling}})


@pytest.mark.parametrize(
    ("titel", "slag"),
    [
        ("§ 14 Revisionsrapport", "protokollsutdrag"),
        ("Protokoll 2024-03-04", "övrigt"),
        ("Justerat protokoll", "övrigt"),
        ("Protokollsutdrag § 14", "skrivelse"),
    ],
)
def test_ett_protokoll_gallras_inte(tmp_path, titel, slag):
    handling = {"titel": titel, "slag": slag}
    text = f"”{titel}” är ett protokoll eller ett utdrag, och ska inte gallras: gallras efter 2 år"
    fynd = _fynd(tmp_path / "a", handling | {"bevaras": "gallras efter 2 år"})
    assert fynd == [("bruten", f"handlingar {titel} bevaras", text)]
    assert _fynd(tmp_path / "b", handling | {"bevaras": "bevaras"}) == []


def test_det_är_en_varning(tmp_path):
    (fynd,) = prova(tmp_path, ID, {ÄRENDE: {"handlingar.1": UTDRAG | {"bevaras": "gallras"}}})
    assert fynd["nivå"] == "varning"


@pytest.mark.parametrize("bevaras", ["gallras efter 2 år", "Gallras vid inaktualitet", "bevaras"])
def test_annat_får_gallras(tmp_path, bevaras):
    assert _fynd(tmp_path, {"titel": "Protokollering, anvisning", "bevaras": bevaras}) == []


@pytest.mark.parametrize(
    ("bevaras", "svar"),
    [
        ("Bevaras, slutarkiv efter 5 år", []),
        ("bevara", []),
        ("bevaras inte", ["bruten"]),
        ("bevaras i 5 år", ["bruten"]),
        ("sparas högst 2 år", ["bruten"]),
        ("5 år", ["går inte att pröva"]),
        ("?", ["går inte att pröva"]),
    ],
)
def test_planens_ord(tmp_path, bevaras, svar):
    assert [s for s, _, _ in _fynd(tmp_path, UTDRAG | {"bevaras": bevaras})] == svar


def test_utan_uppgift_sägs_det_en_gång_för_ärendet(tmp_path):
    text = "det står inte om handlingarna ska bevaras eller gallras (2 av 2)"
    fynd = sagt(tmp_path, ID, {ÄRENDE: {"handlingar.0.bevaras": BORT, "handlingar.1": UTDRAG}})
    assert fynd == [("går inte att pröva", "handlingar", text)]
