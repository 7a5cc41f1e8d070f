"""Rena träd blir YAML som läses tillbaka till samma text, tecken för tecken."""

import io
from typing import Any

import pytest
from hypothesis import given
from ruamel.yaml import YAML

from gns.storage.form import rader, skalär
from gns.storage.yaml_las import läs_yaml
from tests.storage.trad import träd


def _skriv(data: Any) -> str:
    return "".join(f"{rad}\n" for rad in rader(data))


def _ruamel(källa: str) -> Any:
    return YAML(typ="base", pure=True).load(io.StringIO(källa))


@given(träd())
def test_ett_träd_läses_tillbaka_som_det_var(data: dict[str, Any]) -> None:
    assert läs_yaml(_skriv(data).encode()) == data


@given(träd())
def test_ruamel_läser_samma_träd(data: dict[str, Any]) -> None:
    assert _ruamel(_skriv(data)) == data


def test_formen_är_postens() -> None:
    data = {
        "nr": "19",
        "beslut": ["Ett.\nTvå.\n", "kort"],
        "innebär": [{"id": "a", "till": ["x", "y"]}],
        "tid": "10:15",
    }
    assert _skriv(data) == (
        "nr: 19\nbeslut:\n  - |\n    Ett.\n    Två.\n  - kort\ninnebär:\n  - id: a\n    till:\n      - x\n      - y\ntid: 10:15\n"
    )


@pytest.mark.parametrize(
    "text", ["Budget 2021", "10:15", "a:b", "C#", "-5", "§ 19", "x - y", "ja", "null", "(a)", "å”b”", "a'b"]
)
def test_det_som_inte_behöver_citattecken_får_inga(text: str) -> None:
    assert skalär(text) == text


@pytest.mark.parametrize(
    "text", ["a: b", "a #b", "- a", "*a*", "&a", "!a", "@a", "a:", " a", "a ", "[a", "---", "? a", "a\tb", "#a", "%"]
)
def test_det_som_annars_läses_som_något_annat_får_citattecken(text: str) -> None:
    assert skalär(text)[0] in "\"'"


@pytest.mark.parametrize(
    "värde", ["", [], {}, {"a": ""}, {"a": []}, ["a", {}], "a\u202eb", "a\x00", {"a": "x\u200by\nz\n"}]
)
def test_tomma_värden_och_osynliga_tecken_skrivs_aldrig(värde: Any) -> None:
    with pytest.raises(ValueError, match=r"tomt|U\+"):
        rader({"nyckel": värde})
