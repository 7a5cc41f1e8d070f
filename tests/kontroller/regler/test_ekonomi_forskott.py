"""EKONOMI-forskott: basfinansieringen är beslutad i tid, och betalas i januari."""

import pytest

from tests.kontroller.arkiv import BORT, prova, sagt

ID = "EKONOMI-forskott"
ÅR = "budgetar/2024"


def _arkiv(bas, möte="2023-12-04", avser="Basfinansiering"):
    verkan = {"id": "b", "typ": "fastställer", "avser": avser, "budgetår": "2024", "belopp": "300 kr", "härlett": "ja"}
    nr = "1" if möte == "2023-12-04" else "2"
    return {
        ÅR: {"basfinansiering": bas},
        f"moten/{möte}": {f"paragrafer.{nr}.innebär": [{**verkan, "fördelningsnyckel": "lika"}]},
    }


BESLUT = "2023-12-04 § 2 b"


def test_det_som_hämtas_ur_beslutet_är_uppfyllt(tmp_path):
    assert prova(tmp_path, ID, _arkiv({"beslut": BESLUT})) == []


@pytest.mark.parametrize(
    ("bas", "fält", "text"),
    [
        ({"beslut": BESLUT, "belopp": "300 kr"}, "", None),
        ({"beslut": BESLUT, "per_part": "100 kr"}, "", None),
        ({"beslut": BESLUT, "betalas": ["2024-01-31"]}, "", None),
        (
            {"beslut": BESLUT, "betalas": ["2024-02-01"]}, "basfinansiering betalas",
            "en betalning är 2024-02-01, men bidraget betalas i januari 2024",
        ),
        (
            {"beslut": BESLUT, "betalas": ["2024-01-15", "2023-12-31"]}, "basfinansiering betalas",
            "en betalning är 2023-12-31, men bidraget betalas i januari 2024",
        ),
        ({"beslut": BESLUT, "betalas": ["2024-02-01"], "betalningsbeslut": "2023-12-04 § 1"}, "", None),
    ],
)  # fmt: skip
def test_betalningen(tmp_path, bas, fält, text):
    fynd = sagt(tmp_path, ID, _arkiv(bas))
    assert fynd == ([("bruten", fält, text)] if text else [])


def test_ett_beslut_efter_januari(tmp_path):
    fynd = sagt(tmp_path, ID, _arkiv({"beslut": "2024-03-04 § 3 b"}, "2024-03-04"))
    text = "basfinansieringen för 2024 beslutades 2024-03-04, efter januari då den skulle betalas"
    assert fynd == [("bruten", "basfinansiering beslut", text)]


def test_utan_beslut_i_arkivet_går_det_inte_att_pröva(tmp_path):
    fynd = sagt(tmp_path, ID, {ÅR: {"basfinansiering": {"belopp": "300 kr", "ursprung": "fullmäktige"}}})
    assert [f[0] for f in fynd] == ["går inte att pröva"]
    assert prova(tmp_path / "utan", ID, {ÅR: {"nycklar": BORT, "initiativ": BORT}}) == []
