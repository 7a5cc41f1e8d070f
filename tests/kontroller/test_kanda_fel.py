"""Fel som verkliga protokoll har haft, var och en som en liten post (regelunderlagets tio fynd: 1, 4, 5, 7, 8 och 9)."""

import datetime as dt

import pytest

from tests.kontroller.arkiv import BORT, sagt

MÖTE, ANSLAG = "moten/2024-03-04", "anslag/2024-03-04"
RÖSTNING = "paragrafer.1.propositionsordning.0"


def test_ett_anslag_räcker_inte_för_alla_parter(tmp_path):
    """Fynd 1: en gemensam nämnds protokoll anslås på varje parts tavla (KL 9:32)."""
    fynd = sagt(tmp_path, "KL-9-32-alla-anslag", {ANSLAG: {"anslag.2": BORT, "anslag.1": BORT}})
    assert [s for s, _, _ in fynd] == ["bruten"]
    assert all(part in fynd[0][2] for part in ("Åre kommun", "Bergs kommun"))


@pytest.mark.parametrize(
    ("distans", "svar"),
    [
        ({"reglementen.0.distans": {"tillåtet": "nej"}}, "bruten"),
        ({"reglementen.0.distans.beslut": BORT}, "bruten"),
        ({"reglementen.0.distans": BORT}, "går inte att pröva"),
        ({}, None),
    ],
)
def test_ett_möte_på_distans_utan_fullmäktiges_beslut(tmp_path, distans, svar):
    """Fynd 4: utan fullmäktiges beslut om deltagande på distans kan hela mötets beslut falla (KL 5:16, 6:24)."""
    ändringar = {"namnd": distans, MÖTE: {"form": "på distans", "lika_villkor": "ja"}}
    assert [s for s, _, _ in sagt(tmp_path, "KL-6-24-distans", ändringar)] == ([svar] if svar else [])


@pytest.mark.parametrize(("grund", "bruten"), [("4", False), ("5", True)])
def test_jävsgrunden_prövas_mot_lagen_som_den_löd(tmp_path, grund, bruten):
    """Fynd 5: jävsparagrafen skrevs om 2022, och en grund från den gamla lydelsen finns inte i den nya."""
    jäv = [{"typ": "jäv", "namn": "Ulf Uv", "paragraf": "3", "grund": grund}]
    assert ([s for s, _, _ in sagt(tmp_path, "KL-6-28-javsgrund", {MÖTE: {"händelser": jäv}})] == ["bruten"]) == bruten


@pytest.mark.parametrize(
    ("ja", "nej", "bruten"),
    [("avslag", "förslaget", False), ("förslaget", "avslag", True)],
    ids=["som texten", "tvärtom"],
)
def test_ja_betyder_inte_alltid_bifall(tmp_path, ja, nej, bruten):
    """Fynd 7: ”Ja för avslag och Nej för bifall” är vanligt; rösterna räknas efter vad de betyder."""
    omröstning = {
        "voteringsproposition": "Ja för avslag och Nej för bifall till förslaget till beslut.\n",
        "ja_betyder": ja,
        "nej_betyder": nej,
        "röster": {"ja": ["Eva Ek", "Ada Ask"], "nej": "Ulf Uv"},
    }
    ändringar = {
        "paragrafer.1.yrkanden": [{"av": "Ada Ask", "typ": "avslag"}],
        "paragrafer.1.reservationer": BORT,
        "paragrafer.1.beslut": ["Förslaget avslås.\n"]
        if ja == "avslag"
        else ["Nämnden förlänger avtalet om drift med ett år.\n"],
        RÖSTNING: {"ställs": ["förslaget", "avslag"], "finner": ja, "omröstning": omröstning},
    }
    fynd = sagt(tmp_path, "PRAXIS-rosternas-betydelse", {MÖTE: ändringar})
    assert ([s for s, _, _ in fynd] == ["bruten"]) == bruten


@pytest.mark.parametrize(
    ("när", "mening"),
    [
        ("2023-12-04 § 9", "mötet 2023-12-04 har ingen § 9"),
        ("2023-12-04 § 2", "2023-12-04 § 2 gällde ärendet GNS/1/2023, inte GNS/2/2024"),
    ],
)
def test_en_hänvisning_till_fel_paragraf(tmp_path, när, mening):
    """Fynd 8: ”Bordlagt den D, § N” som pekar på en § som inte finns, eller på ett annat ärende."""
    ändringar = {MÖTE: {"paragrafer.2.tidigare_behandling": [{"vad": "behandlat", "när": när}]}}
    (fynd,) = sagt(tmp_path, "POST-hanvisning", ändringar)
    assert (fynd[0], fynd[2]) == ("bruten", mening)


def _budget(text, **innebär):
    verkan = {"id": "a", "typ": "fastställer", "avser": "basfinansiering", "budgetår": "2024", **innebär}
    return {
        "paragrafer.2.förslag_till_beslut": [text],
        "paragrafer.2.beslut": [text],
        "paragrafer.2.innebär": [verkan],
        "paragrafer.2.verkställt": BORT,
        "paragrafer.2.expedieras_till": ["Nämndens parter"],
    }


@pytest.mark.parametrize(
    ("text", "bruten"),
    [
        ("Basfinansieringen fastställs till 457 200 kr, som delas lika mellan parterna.\n", False),
        ("Basfinansieringen fastställs till 457 200 kr per part.\n", True),
        ("Basfinansieringen fastställs till 457 200 kr, det vill säga 152 400 kr per part.\n", False),
        ("Basfinansieringen fastställs till 457 200 kr, det vill säga 50 800 kr per part.\n", True),
    ],
)
def test_hela_beloppet_är_inte_beloppet_per_part(tmp_path, text, bruten):
    """Fynd 9: 457 200 kr var hela beloppet, men återgavs som belopp per part."""
    ändringar = {MÖTE: _budget(text, belopp="457 200 kr", fördelningsnyckel="lika")}
    fynd = sagt(tmp_path, "PRAXIS-belopp", ändringar, idag=dt.date(2024, 3, 5))
    assert ([s for s, _, _ in fynd] == ["bruten"]) == bruten, fynd
