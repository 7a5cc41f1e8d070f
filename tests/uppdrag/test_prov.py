"""Alla prov körs i en och samma körning, och repots arkiv klarar dem."""

from gns.uppdrag.prov import uppdragsprov
from tests.uppdrag.hjalp import bok, paragraf, repots_bok, sagt

FEB, MAJ = "2021-02-08", "2021-05-03"


def test_varje_prov_säger_sitt_i_samma_körning():
    tidigare = [{"vad": "bordlagt", "när": "2021-02-08 § 2"}]
    om = {"typ": "återtar uppdrag", "uppdrag": "2021-02-08 § 1"}
    maj = paragraf(1, om, tidigare_behandling=tidigare, sammanfattning="Se 2021-02-08 § 3.")
    möten = {
        FEB: [paragraf(1, {"typ": "bordlägger", "till_möte": "2021-02-01"})],
        MAJ: {"paragrafer": [maj], "anmälningsärenden": [{"delegationsbeslut": "2021-1"}]},
    }
    assert sagt(uppdragsprov(bok(möten))) == [
        (MAJ, "uppdrag", "2021-02-08 § 1 gav inget uppdrag"),
        (MAJ, "när", "mötet 2021-02-08 har ingen § 2"),
        (FEB, "till_möte", "mötet 2021-02-01 är före det möte som bordlade ärendet"),
        (MAJ, "delegationsbeslut", "delegationsbeslutet 2021-1 finns inte"),
        (MAJ, "nr", "§ 1 finns redan i mötet 2021-02-08"),
        (MAJ, "sammanfattning", "mötet 2021-02-08 har ingen § 3"),
    ]


def test_repots_arkiv_har_inga_fel_och_inga_varningar():
    assert list(uppdragsprov(repots_bok())) == []


def test_en_tom_bok_går_att_pröva():
    assert list(uppdragsprov(bok({}))) == []
