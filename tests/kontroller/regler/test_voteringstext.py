"""Voteringspropositionens ord: vad ja och nej sägs betyda."""

from typing import Any

import pytest

from gns.kontroller.voteringstext import stämmer
from gns.modell.las import läs
from gns.modell.mote import Möte

YRKANDEN = [
    {"id": "hogre", "av": "Ulf Uv", "typ": "ändring", "text": "Två år.\n"},
    {"id": "lagre", "av": ["Lo Lind", "Bo By"], "typ": "bifall", "benämning": "yrkande från C"},
    {"id": "tillagg", "av": "Ulf Uv", "typ": "tillägg", "text": "Det följs upp.\n"},
    {"id": "ater", "av": "Bo By", "typ": "återremiss"},
    {"id": "senare", "av": "Lo Lind", "typ": "bordläggning"},
    {"av": "Ada Ask", "typ": "bifall"},
]

_TRE_MENINGAR = (
    "Den som vill bifalla Lo Linds yrkande röstar ja. Den som vill bifalla förslaget röstar nej. "
    "Vinner nej har nämnden antagit det."
)


def _stämmer(text, ja, nej):
    p: dict[str, Any] = {"nr": "1", "rubrik": "Avtal", "förslag_till_beslut": ["Ett år.\n"], "yrkanden": YRKANDEN}
    votering: dict[str, Any] = {"ställs": [ja, nej], "finner": ja, "omröstning": {"ja_betyder": ja, "nej_betyder": nej}}
    votering["omröstning"]["voteringsproposition"] = f"{text}\n"
    möte, _ = läs("mote", "2024-03-04", {"plats": "Salen", "paragrafer": [p | {"propositionsordning": [votering]}]})
    assert isinstance(möte, Möte)
    o = möte.paragrafer[0].propositionsordning[0].omröstning
    assert o is not None
    assert o.voteringsproposition is not None
    return stämmer(möte.paragrafer[0], o.voteringsproposition, ja, nej)


@pytest.mark.parametrize(
    ("text", "ja", "nej"),
    [
        ("Ja för avslag och Nej för bifall till tilläggsyrkandet från Ulf Uv.", "avslag", "tillagg"),
        ("Ja för bifall och nej för avslag.", "tillagg", "avslag"),
        ("Ja för bifall till förslaget och Nej för bifall till Ulf Uvs yrkande.", "förslaget", "hogre"),
        ("Ja: arbetsutskottets förslag. Nej: Uvs yrkande.", "förslaget", "hogre"),
        ("Ja-röst innebär bifall till yrkande från C. Nej-röst innebär bifall till Uvs ändring.", "lagre", "hogre"),
        ("Den som vill bifalla förslaget röstar ja, den som vill bifalla Ulf Uv röstar nej.", "förslaget", "hogre"),
        ("Den som vill bifalla förslaget röstar ja, den som vill Ulf Uvs röstar nej i frågan.", "förslaget", "hogre"),
        ("Den som röstar ja stöder förslaget och den som röstar nej stöder Ulf Uvs yrkande.", "förslaget", "hogre"),
        ("Ordföranden säger att den som röstar ja stöder förslaget, den som röstar nej Ulf Uv.", "förslaget", "hogre"),
        (_TRE_MENINGAR, "lagre", "förslaget"),
        ("Ja för bifall till Ada Asks yrkande och nej för bifall till Ulf Uvs yrkande.", "förslaget", "hogre"),
        ("Ja för bifall till Lo Lind och avslag på Ulf Uv, nej för bifall till Ulf Uv.", "lagre", "hogre"),
        ("Ja för avslag på Ulf Uvs yrkande, nej för bifall till Ulf Uvs yrkande.", "förslaget", "hogre"),
        ("Ja för att ärendet avgörs i dag, nej för återremiss.", "avgörs idag", "ater"),
        ("Ja för bordläggning och nej för att avgöra ärendet.", "senare", "avgörs idag"),
    ],
)  # fmt: skip
def test_texten_säger_det_ena_och_inte_det_omvända(text, ja, nej):
    assert _stämmer(text, ja, nej) is True
    assert _stämmer(text, nej, ja) is False


@pytest.mark.parametrize(
    "text",
    [
        "Nämnden godkänner voteringspropositionen.",
        "Ja och nej, och nej igen.",
        "Ja för bifall till förslaget och Ulf Uv, nej för bifall till förslaget och Ulf Uv.",
        "Ja för avslag på Ulf Uvs yrkande, nej för något annat.",
        "Projekt Ekuvs fortsätter vid ja, och läggs ned vid nej.",  # Uv är inget eget ord här
        "Ja, den som vill något annat.",
    ],
)
def test_det_som_inte_går_att_läsa_ut_är_inget_av_dem(text):
    assert _stämmer(text, "förslaget", "hogre") is None
    assert _stämmer(text, "hogre", "förslaget") is None
