"""En mening per rad: delar bara där en mening säkert slutar, och ändrar aldrig blocken."""

import pytest
from hypothesis import given

from gns.grund.block import läs_text
from gns.storage.mening import radbryt
from tests.storage.trad import TEXT


@pytest.mark.parametrize(
    ("text", "rader"),
    [
        ("Första meningen. Andra meningen.", ["Första meningen.", "Andra meningen."]),
        ("Vad? Jo! Så är det.", ["Vad?", "Jo!", "Så är det."]),
        ("Enligt avtalet (§ 5). Nämnden beslutar.", ["Enligt avtalet (§ 5).", "Nämnden beslutar."]),
        ("”Så sades det.” Åre svarade.", ["”Så sades det.”", "Åre svarade."]),
        ("- Punkt ett. Fortsätter.\n- Punkt två.", ["- Punkt ett.", "  Fortsätter.", "- Punkt två."]),
        ("1. Första. Andra.", ["1. Första.", "   Andra."]),
        ("Ett.\n\n\n\nTvå.   \n\n", ["Ett.", "", "Två."]),
        ("rad utan slut\nnästa rad", ["rad utan slut", "nästa rad"]),
    ],
)
def test_meningar_får_var_sin_rad(text: str, rader: list[str]) -> None:
    assert radbryt(text) == "\n".join(rader) + "\n"


@pytest.mark.parametrize(
    "text",
    [
        "Det gäller bl.a. Bergs kommun.",
        "Det gäller t.ex. Åre och m.fl. Andra.",
        "Mötet börjar kl. Nio.",
        "Se dnr. GNS och nr. Tre, dvs. Det, ca. Hälften m.m. Och så.",
        "Den 1. Maj och år 2021. Nämnden.",
        "A. Johansson och Karl B. Berg.",
        "Skriv till namn.namn. Sedan.",
        "Se kap. Fem i enl. Lagen.",
        "Hej.  Dubbla blanksteg. ",
        "Slut. utan versal.",
    ],
)
def test_förkortningar_tal_och_initialer_delar_aldrig(text: str) -> None:
    assert radbryt(text) == text.rstrip() + "\n"


@given(TEXT)
def test_blocken_är_alltid_desamma(text: str) -> None:
    assert läs_text(radbryt(text)).block == läs_text(text).block


@given(TEXT)
def test_det_som_redan_är_delat_ändras_inte(text: str) -> None:
    assert radbryt(radbryt(text)) == radbryt(text)
