"""KL-9-26-samrad: budgeten upprättas efter samråd med de andra parterna, också om det som ändras på mötet."""

import pytest

from tests.kontroller.arkiv import BORT, prova, sagt

ID = "KL-9-26-samrad"
ÅR, MÖTE = "budgetar/2024", "moten/2024-03-04"


def test_samråd_med_alla_andra_är_uppfyllt(tmp_path):
    assert prova(tmp_path, ID) == []


@pytest.mark.parametrize(
    ("ändring", "fynd"),
    [
        (
            {"samråd.1": BORT},
            ("går inte att pröva", "samråd", "inget samråd om budgeten för 2024 är antecknat med Bergs kommun"),
        ),
        (
            {"samråd": BORT},
            ("går inte att pröva", "", "inget samråd om budgeten för 2024 är antecknat med Bergs kommun, Åre kommun"),
        ),
        (
            {"samråd.0": {"part": "are", "hölls": "nej"}},
            ("bruten", "samråd are hölls", "budgeten upprättades utan samråd med Åre kommun"),
        ),
        (
            {"beslut": "2023-12-04 § 2", "samråd.0.datum": "2023-12-05"},
            ("bruten", "samråd are datum", "samrådet med Åre kommun hölls 2023-12-05, efter beslutet 2023-12-04"),
        ),
        ({"beslut": "2023-12-04 § 2", "samråd.0.datum": "2023-12-04"}, None),
    ],
)
def test_samrådet_med_var_och_en(tmp_path, ändring, fynd):
    assert sagt(tmp_path, ID, {ÅR: ändring}) == ([fynd] if fynd else [])


ÄNDRAT = {
    "paragrafer.2.yrkanden": [{"id": "halva", "av": "Ada Ask", "typ": "ändring", "text": "Hälften.\n"}],
    "paragrafer.2.propositionsordning": [{"ställs": ["förslaget", "halva"], "finner": "halva"}],
}


@pytest.mark.parametrize(("dag", "bruten"), [("2024-03-04", False), ("2024-03-03", True)])
def test_ett_belopp_som_ändras_på_mötet(tmp_path, dag, bruten):
    ändring = {"beslut": "2024-03-04 § 3", "samråd.0.datum": dag}
    fynd = sagt(tmp_path, ID, {ÅR: ändring, MÖTE: ÄNDRAT})
    text = "förslaget ändrades på mötet (2024-03-04 § 3, yrkandet halva), och inget samråd om ändringen är antecknat"
    assert fynd == ([("bruten", "beslut", text)] if bruten else [])


def test_ett_samråd_har_en_dag_när_det_hölls(tmp_path):
    fynd = sagt(tmp_path, "POST-samband", {ÅR: {"samråd.0": {"part": "are"}}})
    assert ("bruten", "samråd are", "samrådet med are har ingen dag") in fynd


def test_den_äldre_lydelsen_är_inte_inlagd(tmp_path):
    fynd = sagt(tmp_path, ID, {"budgetar/2019": {"": {"basfinansiering": {"belopp": "1 kr", "ursprung": "u"}}}})
    assert [f[0] for f in fynd] == ["går inte att pröva"]
