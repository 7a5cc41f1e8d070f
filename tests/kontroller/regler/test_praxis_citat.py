"""PRAXIS-citat: ett belopp som en text säger är beslutat är det beslutade."""

from typing import Any

import pytest

from tests.kontroller.arkiv import prova, sagt

ID = "PRAXIS-citat"
BESLUT = {
    "paragrafer.1.beslut": ["Basfinansieringen fastställs till 457 200 kr.\n"],
    "paragrafer.1.sammanfattning": "Förslaget var 914 400 kr.\n",
    "paragrafer.1.innebär": [
        {"id": "a", "typ": "fastställer", "avser": "ram", "budgetår": "2024", "belopp": "457 200 kr", "fördelningsnyckel": "lika"}
    ],
}  # fmt: skip


def _fynd(tmp_path, mening):
    ändringar: dict[str, dict[str, Any]] = {
        "moten/2023-12-04": BESLUT,
        "moten/2024-03-04": {"paragrafer.2.sammanfattning": f"{mening}\n"},
    }
    return sagt(tmp_path, ID, ändringar)


def test_utan_belopp_sägs_inget(tmp_path):
    assert prova(tmp_path, ID) == []


@pytest.mark.parametrize(
    "mening",
    [
        "Den 4 december 2023 § 2 fastställdes basfinansieringen till 457 200 kr.",
        "Nämnden beslutade 2023-12-04 § 2 om 457 tkr.",
        "Nämnden beslutade 2023-12-04 § 2 om 152 400 kr från varje part.",
        "Nämnden beslutade 2023-12-04 § 2 om 457 200 kr, ned från 914 400 kr.",
        "Förslaget till 2023-12-04 § 2 var på 914 400 kr.",
        "Nämnden beslutade 2019-12-04 § 2 om 5 kr.",
        "Nämnden beslutade 2023-12-04 § 2.",
    ],
)
def test_det_som_stämmer_eller_inte_är_ett_beslutat_belopp(tmp_path, mening):
    assert _fynd(tmp_path, mening) == []


@pytest.mark.parametrize(
    ("sagt_belopp", "i_texten"), [("914 400 kr", "914 400 kr"), ("458 tkr", "458 tkr"), ("457 201 kr", "457 201 kr")]
)
def test_ett_annat_belopp(tmp_path, sagt_belopp, i_texten):
    (fynd,) = _fynd(tmp_path, f"Nämnden beslutade 2023-12-04 § 2 om {sagt_belopp}.")
    assert fynd == ("bruten", "§ 3 sammanfattning", f"texten säger {i_texten}, men 2023-12-04 § 2 beslutade 457 200 kr")


def test_ett_beslut_utan_belopp_går_inte_att_jämföra(tmp_path):
    fynd = sagt(
        tmp_path, ID, {"moten/2024-03-04": {"paragrafer.2.sammanfattning": "Beslutet 2023-12-04 § 2 kostar 5 kr.\n"}}
    )
    assert fynd == [
        (
            "går inte att pröva",
            "§ 3 sammanfattning",
            "2023-12-04 § 2 beslutar inget belopp, så 5 kr går inte att jämföra",
        )
    ]


def test_fyndet_pekar_på_sin_rad(tmp_path):
    text = "En rad.\nNämnden beslutade 2023-12-04 § 2 om 914 400 kr.\n"
    ändringar: dict[str, dict[str, Any]] = {
        "moten/2023-12-04": BESLUT,
        "moten/2024-03-04": {"paragrafer.2.sammanfattning": text},
    }
    (fynd,) = prova(tmp_path, ID, ändringar)
    rader = (tmp_path / "data" / "moten" / "2024-03-04.yaml").read_text(encoding="utf-8").split("\n")
    assert "914 400 kr" in rader[fynd["rad"] - 1]
