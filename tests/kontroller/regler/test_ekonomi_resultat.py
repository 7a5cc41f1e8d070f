"""EKONOMI-resultat: budgeten går jämnt upp, eller täcks av en balans med motsatt tecken."""

import pytest

from tests.kontroller.arkiv import prova, sagt

ID = "EKONOMI-resultat"
ÅR = "budgetar/2024"


def _med(intäkt, balans=None):
    ändring = {"budget.grupper.0.rader.0.belopp": intäkt}
    if balans:
        ändring["ingående_balans"] = {"belopp": balans, "från_år": "2023", "källa": "bokslutet för 2023"}
    return {ÅR: ändring}


def test_noll_är_uppfyllt_och_ett_år_utan_rader_går_inte_att_pröva(tmp_path):
    fynd = prova(tmp_path, ID)
    assert [(f["svar"], f["post"]) for f in fynd] == [("går inte att pröva", "budgetår 2023")]


@pytest.mark.parametrize(
    ("intäkt", "balans", "resultat"),
    [
        ("550 001 kr", None, "1 kr"),
        ("549 999,99 kr", None, "-0,01 kr"),
        ("540 000 kr", "10 000 kr", None),
        ("540 000 kr", "9 999,99 kr", "-10 000 kr"),
        ("560 000 kr", "10 000 kr", "10 000 kr"),
        ("560 000 kr", "-10 000 kr", None),
    ],
)
def test_resultatet_täcks_av_en_balans_åt_andra_hållet(tmp_path, intäkt, balans, resultat):
    fynd = [f for f in sagt(tmp_path, ID, _med(intäkt, balans)) if f[0] == "bruten"]
    assert fynd == ([("bruten", "budget", f"budgeten för 2024 ger {resultat}, inte 0 kr")] if resultat else [])


def test_en_balans_som_redan_är_en_rad_täcker_inget_mer(tmp_path):
    """Raden som hämtar balansen är redan i resultatet: samma pengar räknas inte två gånger."""
    ändring = _med("500 000 kr", "40 000 kr")
    ändring[ÅR]["budget.grupper.0.rader.1"] = {"namn": "Balans", "hämtas": "ingående balans"}
    fynd = [f for f in sagt(tmp_path, ID, ändring) if f[0] == "bruten"]
    assert fynd == [("bruten", "budget", "budgeten för 2024 ger -10 000 kr, inte 0 kr")]
