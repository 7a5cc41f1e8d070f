"""Slintar som YAML läser utan att klaga vägras, för annars försvinner eller flyter det någon skrev ihop."""

from pathlib import Path

import pytest

from gns.grund.fel import Postfel
from gns.storage.formatera import formatera_fil
from gns.storage.las import läs_fil

SLINTAR = [
    ("rubrik: Ärende #5\n", (1, 16), "tar slut vid #"),
    ("rubrik: Faktura # 5 till Berg.\n", (1, 17), "tar slut vid #"),
    ("lista:\n  - möte #2020\n", (2, 10), "tar slut vid #"),
    ("a: x\t#y\r\n", (1, 6), "tar slut vid #"),
    ("beslut:\n  - Nämnden antar planen.\n    #### Undantag\n", (3, 5), "mellanrubriken"),
    ("rubrik: Beslut\n  - ett\n", (1, 9), "läses som en enda rad"),
    ("a:\n  - b\n    - c\n", (2, 5), "läses som en enda rad"),
    ("a: Nämnden beslutar att\n  1. anta\n  2. uppdra\n", (1, 4), "läses som en enda rad"),
    ("a: Ett stycke.\n\n  Ett till.\n", (1, 4), "läses som en enda rad"),
    ('a: "Nämnden:\n\n  - att anta"\n', (1, 4), "läses som en enda rad"),
    ("a: >\n  - ett\n  - två\n", (1, 4), "skriven med >"),
]


@pytest.mark.parametrize(("källa", "plats", "ord_"), SLINTAR, ids=range(len(SLINTAR)))
def test_det_som_annars_försvinner_sägs(tmp_path: Path, källa: str, plats: tuple[int, int], ord_: str) -> None:
    fil = tmp_path / "p.yaml"
    fil.write_bytes(källa.encode())
    with pytest.raises(Postfel) as fel:
        läs_fil(fil)
    (ett,) = fel.value.fel
    assert (ett.rad, ett.kolumn) == plats
    assert ord_ in ett.text


@pytest.mark.parametrize(("källa", "plats", "ord_"), SLINTAR, ids=range(len(SLINTAR)))
def test_formatera_säger_det_och_rör_inte_filen(tmp_path: Path, källa: str, plats: tuple[int, int], ord_: str) -> None:
    fil = tmp_path / "p.yaml"
    fil.write_bytes(källa.encode())
    ändrad, (ett,) = formatera_fil(fil, "arende", "GNS-8-2020", kontrollera=False)
    assert (ändrad, fil.read_bytes()) == (False, källa.encode())
    assert (ett.rad, ett.kolumn, ett.nivå) == (*plats, "fel")
    assert ord_ in ett.text


@pytest.mark.parametrize(
    "källa",
    [
        "rubrik: Ärende # en kommentar\n",
        "rubrik: Ärende #\r\n",
        "rubrik: 'Ärende #5'\n",
        "text: |\n  Ärende #5\n  - punkt\n\n  #### Rubrik\n",
        "#rad utan mellanslag\na: b\n",
        "a: b\n  fortsätter\n",
        "a: |\n  Slut.\nlista:\n  - b\n",
        "a: 'b\n  c'\n",
        "a: b\n# kommentar\nc: d\n",
    ],
)
def test_kommentarer_citat_och_block_är_inga_slintar(tmp_path: Path, källa: str) -> None:
    (tmp_path / "p.yaml").write_bytes(källa.encode())
    assert läs_fil(tmp_path / "p.yaml").data
