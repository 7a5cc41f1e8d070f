"""Fält som pekar på ett tidigare möte stämmer med det mötet."""

import pytest

from gns.uppdrag.tidigare import tidigarefel
from tests.uppdrag.hjalp import Data, bok, paragraf, sagt

FEB, MAJ = "2021-02-08", "2021-05-03"
BORD = {"typ": "bordlägger"}
ÅTER = {"typ": "återremitterar"}
ÄRENDEN: dict[str, Data] = {"GNS-8-2020": {}, "GNS-9-2020": {}}


def efter(vad, när, **annat):
    """Ett möte i maj som säger hur ärendet behandlades i februari: § 1 bordlades, § 2 återremitterades."""
    tidigare = [{"vad": vad, "när": när, **annat}]
    möten = {
        FEB: [paragraf(1, BORD, dnr="GNS/8/2020"), paragraf(2, ÅTER, dnr="GNS/9/2020"), paragraf(3)],
        MAJ: [paragraf(4, dnr="GNS/8/2020", tidigare_behandling=tidigare)],
    }
    return sagt(tidigarefel(bok(möten, ÄRENDEN, hel=False)))


@pytest.mark.parametrize(
    ("vad", "när"),
    [
        ("bordlagt", "2021-02-08 § 1"),
        ("behandlat", "2021-02-08 § 1"),
        ("behandlat", "2021-02-08 § 3"),
        ("bordlagt", "2021-02-08"),
        ("bordlagt", "2020-10-01 § 99"),
    ],
    ids=["samma utfall", "behandlat är allmänt", "§ utan dnr", "utan §", "utanför arkivet"],
)
def test_det_som_stämmer_eller_inte_går_att_pröva(vad, när):
    assert efter(vad, när) == []


@pytest.mark.parametrize(
    ("vad", "när", "fält", "text"),
    [
        ("bordlagt", "2021-02-08 § 9", "när", "mötet 2021-02-08 har ingen § 9"),
        ("återremitterat", "2021-02-08 § 2", "när", "2021-02-08 § 2 gällde ärendet GNS/9/2020, inte GNS/8/2020"),
        ("återremitterat", "2021-02-08 § 1", "vad", "ärendet blev inte återremitterat 2021-02-08 § 1"),
        ("bordlagt", "2021-02-08 § 3", "vad", "ärendet blev inte bordlagt 2021-02-08 § 3"),
        ("bordlagt", "2021-06-01 § 1", "när", "2021-06-01 § 1 är ett senare möte"),
    ],
)
def test_det_som_inte_stämmer(vad, när, fält, text):
    assert efter(vad, när) == [(MAJ, fält, text)]


def test_rådet_säger_var_ärendet_var_uppe():
    tidigare = [{"vad": "bordlagt", "när": "2021-02-08 § 9"}]
    möten = {FEB: [paragraf(1, dnr="GNS/8/2020")], MAJ: [paragraf(4, dnr="GNS/8/2020", tidigare_behandling=tidigare)]}
    ((_, _, fel),) = tidigarefel(bok(möten, ÄRENDEN))
    assert fel.råd == "ärendet var § 1 då"
    assert fel.fältväg == ("paragrafer", 0, "tidigare_behandling", 0, "när")


def test_ett_annat_organs_beslut_prövas_inte_mot_nämndens_möten():
    assert efter("bordlagt", "2021-02-08 § 9", av="regionstyrelsen") == []
    assert efter("bordlagt", "2021-06-01 § 9", av="regionstyrelsen") != []


@pytest.mark.parametrize(("när", "fel"), [("2021-05-02", 0), ("2021-05-03", 1), ("2021-05-04", 1)])
def test_bara_ett_äldre_protokoll_godkänns(när, fel):
    möten = {MAJ: [paragraf(1, {"typ": "godkänner protokoll", "möte": när})]}
    assert sagt(tidigarefel(bok(möten))) == [(MAJ, "möte", f"protokollet från {när} är inte äldre än mötet")] * fel
