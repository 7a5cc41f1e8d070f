"""PRAXIS-revision: revisorernas anmärkningar är åtgärdade innan ärendet avslutas."""

import pytest

from tests.kontroller.arkiv import sagt

ID = "PRAXIS-revision"
ÄRENDE = "arenden/2024/GNS-1-2024"
HEL = {
    "id": "a",
    "brist": "Ingen uppföljning.",
    "åtgärd": "En lista.",
    "ansvarig": "Sekreteraren",
    "senast": "2024-12-31",
}
AVSLUT = {"datum": "2024-04-02", "skäl": "klart"}


def _fynd(tmp_path, anmärkning, **mer):
    return sagt(tmp_path, ID, {ÄRENDE: {"anmärkningar": [anmärkning], **mer}})


@pytest.mark.parametrize(
    ("utan", "text"),
    [
        ((), None),
        (("senast",), "anmärkningen har ingen dag"),
        (("åtgärd", "ansvarig", "senast"), "anmärkningen har ingen åtgärd och ingen ansvarig och ingen dag"),
    ],
)
def test_åtgärd_ansvarig_och_dag(tmp_path, utan, text):
    fynd = _fynd(tmp_path, {k: v for k, v in HEL.items() if k not in utan})
    assert fynd == ([("bruten", "anmärkningar a", text)] if text else [])


@pytest.mark.parametrize(("mer", "bruten"), [({}, True), ({"åtgärdad": "2024-03-04 § 2"}, False)])
def test_ett_avslutat_ärende(tmp_path, mer, bruten):
    fynd = _fynd(tmp_path, HEL | mer, avslutat=AVSLUT)
    text = "ärendet avslutades 2024-04-02 fast anmärkningen inte är åtgärdad"
    assert fynd == ([("bruten", "anmärkningar a", text)] if bruten else [])


def test_ärendet_visar_anmärkningarna():
    from tests.hjalp import dokument

    text = " ".join(dokument("ärende", "visa", "GNS/6/2020").decode().split())
    assert "Revisorernas anmärkningar nämnden har inte i tillräcklig grad skapat förutsättningar" in text
    assert "regiondirektören, ingen dag): inte åtgärdad" in text
