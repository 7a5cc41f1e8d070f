"""KL-13-5-overklagande: den sista dagen att överklaga, räknad från det sista anslaget."""

import datetime as dt

import pytest

from gns.grund.datafel import Datafel
from gns.kontroller.regel import UPPFYLLD
from gns.kontroller.regler import kl_13_5_overklagande
from gns.kontroller.underlag import Underlag
from gns.modell.anslag import Anslag
from gns.modell.bok import Bok
from gns.modell.namnd import Nämnd
from tests.kontroller.arkiv import REN, Ändringar, prova, sagt
from tests.modell.hjalp import läst

ID = "KL-13-5-overklagande"
ANSLAG = "anslag/2024-03-04"


def test_utan_någon_angiven_dag_är_det_uppfyllt(tmp_path):
    assert prova(tmp_path, ID) == []


def test_den_uppfyllda_säger_den_sista_dagen():
    nämnd = läst(Nämnd, "namnd", "namnd", REN["namnd"])
    anslag = läst(Anslag, "anslag", "2024-03-04", REN[ANSLAG])
    bok = Bok(nämnd, anslag={dt.date(2024, 3, 4): anslag})
    egna: tuple[tuple[str, str, Datafel], ...] = ()
    (utfall,) = kl_13_5_overklagande.REGEL.pröva(Underlag(bok, dt.date(2024, 6, 3), egna))
    assert (utfall.svar, utfall.text) == (UPPFYLLD, "sista dagen att överklaga är 2024-04-02")


@pytest.mark.parametrize(
    ("uppsatt", "senast"),
    [
        ("2024-03-11", "2024-04-02"),  # tre veckor senare är annandag påsk
        ("2024-03-12", "2024-04-02"),
        ("2024-03-13", "2024-04-03"),
    ],
)
def test_dagen_räknas_från_det_sista_anslaget(tmp_path, uppsatt, senast):
    ändringar: Ändringar = {ANSLAG: {"anslag.2.uppsatt": uppsatt, "anslag.0.överklagas_senast": senast}}
    assert sagt(tmp_path / "a", ID, ändringar) == []
    fel = str(dt.date.fromisoformat(senast) - dt.timedelta(days=1))
    ändringar[ANSLAG]["anslag.0.överklagas_senast"] = fel
    text = f"anslaget säger att sista dagen att överklaga är {fel}, men den är {senast}"
    assert sagt(tmp_path / "b", ID, ändringar) == [
        ("bruten", "anslag region överklagas_senast", f"{text}, tre veckor efter det sista anslaget {uppsatt}")
    ]


@pytest.mark.parametrize("part", [{}, {"part": "region"}])
def test_utan_alla_parters_anslag_går_det_inte_att_pröva_men_dagen_sägs(tmp_path, part):
    ändringar: Ändringar = {
        "moten/2020-12-18": {"": {"plats": "Salen", "justering": {"justerat": "okänd dag"}}},
        "anslag/2020-12-18": {"": {"anslag": [{**part, "uppsatt": "2021-01-04", "överklagas_senast": "2021-01-20"}]}},
        "namnd": {f"parter.{i}.från": "2018-04-01" for i in range(3)},
    }
    text = "alla parters anslag är inte antecknade; räknat från 2021-01-04, det sista som är det,"
    assert sagt(tmp_path, ID, ändringar) == [
        ("går inte att pröva", "anslag", f"{text} är sista dagen att överklaga 2021-01-25")
    ]


def test_en_paragraf_för_sig_har_sin_egen_sista_dag(tmp_path):
    egna = [{"part": p, "paragrafer": ["1"], "uppsatt": "2024-03-05"} for p in ("region", "are", "berg")]
    egna[1]["överklagas_senast"] = "2024-04-02"
    ändringar: Ändringar = {
        "moten/2024-03-04": {"paragrafer.0.omedelbart_justerad": "2024-03-04"},
        ANSLAG: {f"anslag.{3 + i}": ett for i, ett in enumerate(egna)},
    }
    text = "anslaget säger att sista dagen att överklaga är 2024-04-02, men den är 2024-03-26"
    assert sagt(tmp_path, ID, ändringar) == [
        ("bruten", "anslag are (2) överklagas_senast", f"{text}, tre veckor efter det sista anslaget 2024-03-05")
    ]


def test_ett_anslag_före_lagen_går_inte_att_pröva(tmp_path):
    ändringar: Ändringar = {
        "moten/2017-12-04": {"": {"plats": "Salen", "justering": {"justerat": "2017-12-07"}}},
        "anslag/2017-12-04": {"": {"anslag": [{"uppsatt": "2017-12-08"}]}},
    }
    assert sagt(tmp_path, ID, ändringar) == [
        ("går inte att pröva", "anslag", "lagens lydelse den dagen är inte inlagd")
    ]
