"""Slintar som YAML läser utan att klaga vägras, för annars försvinner det någon skrev."""

import pytest

from gns.grund.fel import Postfel
from gns.storage.yaml_las import läs_yaml


@pytest.mark.parametrize(
    ("källa", "plats", "ord_"),
    [
        ("rubrik: Ärende #5\n", (1, 16), "#"),
        ("lista:\n  - möte #2020\n", (2, 10), "#"),
        ("a: x\t#y\r\n", (1, 6), "#"),
    ],
)
def test_det_som_annars_försvinner_sägs(källa: str, plats: tuple[int, int], ord_: str) -> None:
    with pytest.raises(Postfel) as fel:
        läs_yaml(källa.encode())
    (ett,) = fel.value.fel
    assert (ett.rad, ett.kolumn) == plats
    assert ord_ in ett.text


@pytest.mark.parametrize(
    "källa",
    [
        "rubrik: Ärende # en kommentar\n",
        "rubrik: Ärende ## två\n",
        "rubrik: Ärende #\r\n",
        "rubrik: 'Ärende #5'\n",
        "text: |\n  Ärende #5\n  - punkt\n",
        "#rad utan mellanslag\na: b\n",
        "a: b\n  fortsätter\n",
        "a: |\n  Slut.\nlista:\n  - b\n",
    ],
)
def test_kommentarer_citat_och_block_är_inga_slintar(källa: str) -> None:
    assert läs_yaml(källa.encode())
