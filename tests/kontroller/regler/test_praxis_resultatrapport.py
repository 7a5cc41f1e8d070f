"""PRAXIS-resultatrapport: ett redovisat resultat behandlas inom två månader."""

import pytest

from tests.kontroller.arkiv import sagt

ID = "PRAXIS-resultatrapport"


@pytest.mark.parametrize(
    ("per", "fynd"),
    [
        ("2024-01-02", []),  # 62 dagar
        (
            "2024-01-01",
            [
                (
                    "bruten",
                    "redovisat 1 behandlad",
                    "resultatet per 2024-01-01 behandlades 2024-03-04 § 3, 63 dagar senare",
                )
            ],
        ),
        ("2024-03-04", []),
        (
            "2024-03-05",
            [("bruten", "redovisat 1 behandlad", "resultatet per 2024-03-05 behandlades redan 2024-03-04 § 3")],
        ),
    ],
)
def test_dagarna_till_mötet(tmp_path, per, fynd):
    redovisat = [{"per": per, "resultat": "1 kr", "källa": "bokslutet", "behandlad": "2024-03-04 § 3"}]
    assert sagt(tmp_path, ID, {"budgetar/2024": {"redovisat": redovisat}}) == fynd


def test_utan_beslut_går_det_inte_att_pröva(tmp_path):
    redovisat = [{"per": "2024-01-31", "resultat": "1 kr", "källa": "bokslutet"}]
    fynd = sagt(tmp_path, ID, {"budgetar/2024": {"redovisat": redovisat}})
    assert [f[:2] for f in fynd] == [("går inte att pröva", "redovisat 1")]
