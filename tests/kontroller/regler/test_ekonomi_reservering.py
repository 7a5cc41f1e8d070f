"""EKONOMI-reservering: medel till det som inte blev av löses upp."""

import pytest

from tests.kontroller.arkiv import prova, sagt

ID = "EKONOMI-reservering"
ÅR = "budgetar/2024"
R = {
    "id": "r",
    "ändamål": "Projektet",
    "belopp": "9 kr",
    "från_år": "2023",
    "beslut": "2024-03-04 § 2",
    "ärenden": ["GNS/2/2024"],
}
AVSLUTAR = {"moten/2024-03-04": {"paragrafer.2.innebär.1": {"id": "b", "typ": "avslutar ärende", "dnr": "GNS/2/2024"}}}


def _externt(*tillstånd):
    return {
        "initiativ.1": {
            "id": "eu", "typ": "extern", "namn": "EU-projektet", "dnr": "GNS/2/2024", "medfinansiering": "lika",
            "stöd": [{"från": "A", "tillstånd": t} for t in tillstånd], "parter": [{"part": "are"}, {"part": "berg"}],
        }
    }  # fmt: skip


def _med(mer=None, **reservering):
    return {ÅR: {"reserveringar": [{k: v for k, v in {**R, **reservering}.items() if v}], **(mer or {})}}


def test_utan_reserveringar_sägs_inget(tmp_path):
    assert prova(tmp_path, ID) == []


@pytest.mark.parametrize(
    ("tillstånd", "bruten"), [(("avslaget",), True), (("avslaget", "sökt"), False), (("inte sökt",), False)]
)
def test_ett_projekt_som_fick_avslag(tmp_path, tillstånd, bruten):
    text = "stödet till EU-projektet är avslaget, men 9 kr är fortfarande reserverat (r)"
    fynd = sagt(tmp_path, ID, _med(_externt(*tillstånd)))
    assert fynd == ([("bruten", "reserveringar r", text)] if bruten else [])


def test_ett_ärende_som_är_avslutat(tmp_path):
    text = "GNS/2/2024 är avslutat, men 9 kr är fortfarande reserverat (r)"
    assert sagt(tmp_path / "a", ID, _med() | AVSLUTAR) == [("bruten", "reserveringar r", text)]
    assert sagt(tmp_path / "b", ID, _med(upphör="2024-03-04 § 3") | AVSLUTAR) == []
    assert sagt(tmp_path / "c", ID, _med(ärenden=["GNS/1/2024", "GNS/2/2024"]) | AVSLUTAR) == []


def test_utan_ärende_går_det_inte_att_pröva(tmp_path):
    assert [f[0] for f in sagt(tmp_path, ID, _med(ärenden=None))] == ["går inte att pröva"]
