"""PRAXIS-rosternas-betydelse: vad ja och nej betyder är vad den godkända voteringspropositionen säger."""

import pytest

from tests.kontroller.arkiv import prova, sagt
from tests.kontroller.stallen import prövat

ID = "PRAXIS-rosternas-betydelse"
MÖTE, RÖSTNING = "moten/2024-03-04", "paragrafer.1.propositionsordning.0.omröstning"
FÄLT = "§ 2 propositionsordning 1 omröstning"


def _fynd(tmp_path, text, ja="förslaget", nej="hogre"):
    o = {f"{RÖSTNING}.voteringsproposition": f"{text}\n", f"{RÖSTNING}.ja_betyder": ja, f"{RÖSTNING}.nej_betyder": nej}
    return sagt(tmp_path, ID, {MÖTE: o})


def test_ja_för_förslaget(tmp_path):
    text = "Ja för bifall till förslaget och Nej för bifall till Ulf Uvs yrkande."
    assert _fynd(tmp_path / "a", text) == []
    assert prövat(tmp_path / "a", ID).uppfyllda == 1
    fel = "ja_betyder är hogre och nej_betyder förslaget, men voteringspropositionen säger tvärtom"
    assert _fynd(tmp_path / "b", text, "hogre", "förslaget") == [("bruten", f"{FÄLT} ja_betyder", fel)]
    assert prövat(tmp_path / "b", ID).uppfyllda == 0


def test_ja_för_avslag(tmp_path):
    """Göteborgs § 276: Ja för avslag och Nej för bifall till tilläggsyrkandet."""
    tillägg = {"id": "tillagg", "av": "Ulf Uv", "typ": "tillägg", "lydelse": "Avtalet följs upp.\n"}
    for ja, nej, fel in (("avslag", "tillagg", False), ("tillagg", "avslag", True)):
        o = {
            "voteringsproposition": "Ja för avslag och Nej för bifall till tilläggsyrkandet.\n",
            "ja_betyder": ja, "nej_betyder": nej, "röster": {"ja": ["Eva Ek", "Ada Ask"], "nej": "Ulf Uv"},
        }  # fmt: skip
        p = {"ställs": ["tillagg", "avslag"], "finner": "avslag", "omröstning": o}
        ändringar = {"paragrafer.1.yrkanden": [tillägg], "paragrafer.1.propositionsordning": [p]}
        fynd = prova(tmp_path / ja, ID, {MÖTE: ändringar})
        assert [(f["nivå"], f["fält"]) for f in fynd] == ([("varning", f"{FÄLT} ja_betyder")] if fel else [])


def test_det_som_inte_är_antecknat_går_inte_att_pröva(tmp_path):
    text = "voteringspropositionen är inte antecknad, så det går inte att se att ja och nej betyder det som står"
    assert sagt(tmp_path, ID) == [("går inte att pröva", FÄLT, text)]


def test_det_som_inte_går_att_läsa_ut_går_inte_att_pröva(tmp_path):
    text = "det går inte att läsa ut ur voteringspropositionen vad ja och nej betyder"
    fynd = _fynd(tmp_path, "Nämnden godkänner ordningen.")
    assert fynd == [("går inte att pröva", f"{FÄLT} voteringsproposition", text)]


@pytest.mark.parametrize(
    ("ja", "nej", "fält", "text"),
    [
        ("avslag", "hogre", "ja_betyder", "avslag ställdes inte under proposition"),
        ("förslaget", "förslaget", "nej_betyder", "ja och nej betyder båda förslaget"),
    ],
)
def test_betydelsen_är_de_förslag_som_ställdes(tmp_path, ja, nej, fält, text):
    fynd = _fynd(tmp_path, "Ja för bifall till förslaget och Nej för bifall till Ulf Uvs yrkande.", ja, nej)
    assert fynd == [("bruten", f"{FÄLT} {fält}", text)]
