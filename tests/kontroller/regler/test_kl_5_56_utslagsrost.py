"""KL-5-56-utslagsrost: lika röstetal avgörs av ordföranden, i val och anställning av lotten."""

import shutil
from pathlib import Path

import pytest

from tests.kontroller.arkiv import BORT, sagt
from tests.kontroller.stallen import prövat, uppfyllda

ID = "KL-5-56-utslagsrost"
MÖTE, RÖSTNING = "moten/2024-03-04", "paragrafer.1.propositionsordning.0.omröstning"
FÄLT = "§ 2 propositionsordning 1 omröstning"
GÖTEBORG = Path(__file__).parents[2] / "dokument" / "goteborg" / "data"
LIKA = {"ja": "Eva Ek", "nej": "Ulf Uv", "avstår": "Ada Ask"}
VAL = {
    "form": "sluten",
    "ja_betyder": "förslaget",
    "nej_betyder": "hogre",
    "antal": {"ja": "1", "nej": "1", "avstår": "1"},
}


def _fynd(tmp_path, röster, avgjord=None, **annat):
    hur = {f"{RÖSTNING}.avgjord_genom": avgjord} if avgjord else {}
    return sagt(tmp_path, ID, {MÖTE: {f"{RÖSTNING}.röster": röster, **hur, **annat}})


def test_ordförandens_röst_avgör(tmp_path):
    assert _fynd(tmp_path / "a", LIKA, "utslagsröst") == []
    assert prövat(tmp_path / "a", ID).uppfyllda == 1
    text = "rösterna är lika, 1 mot 1, men det står inte hur det avgjordes (KL 5:56)"
    assert _fynd(tmp_path / "b", LIKA) == [("bruten", f"{FÄLT} avgjord_genom", text)]


def test_utan_lika_röstetal_finns_inget_att_avgöra(tmp_path):
    assert sagt(tmp_path, ID) == []
    assert uppfyllda(tmp_path, ID) == 0


def test_ordföranden_måste_ha_röstat(tmp_path):
    text = "Eva Ek har utslagsröst men har inte röstat; ordföranden måste rösta när det behövs (KL 4:25)"
    fynd = _fynd(tmp_path, {"ja": "Ada Ask", "nej": "Ulf Uv", "avstår": "Eva Ek"}, "utslagsröst")
    assert fynd == [("bruten", f"{FÄLT} avgjord_genom", text)]


def test_den_som_leder_är_den_som_har_utslagsröst(tmp_path):
    """Ada Ask leder: då räcker det inte att Eva Ek, som har rollen, har röstat."""
    leder = {"händelser": [{"typ": "leder", "namn": "Ada Ask", "paragraf": "2"}]}
    assert [f[1] for f in _fynd(tmp_path / "a", LIKA, "utslagsröst", **leder)] == [f"{FÄLT} avgjord_genom"]
    röster = {"ja": "Ada Ask", "nej": "Ulf Uv", "avstår": "Eva Ek"}
    assert _fynd(tmp_path / "b", röster, "utslagsröst", **leder) == []


def test_lotten_avgör_bara_val(tmp_path):
    val = {"paragrafer.1.slag": "val", "paragrafer.1.reservationer": BORT}
    lottat = VAL | {"avgjord_genom": "lottning", "lottad": "förslaget"}
    assert sagt(tmp_path / "a", ID, {MÖTE: {RÖSTNING: lottat, **val}}) == []
    text = "i val och anställning avgör lotten, inte ordföranden (KL 5:56)"
    fynd = sagt(tmp_path / "b", ID, {MÖTE: {RÖSTNING: VAL | {"avgjord_genom": "utslagsröst"}, **val}})
    assert fynd == [("bruten", f"{FÄLT} avgjord_genom", text)]
    text = "lottning avgör bara val och anställning; här har ordföranden utslagsröst (KL 5:56)"
    assert _fynd(tmp_path / "c", LIKA, "lottning", **{f"{RÖSTNING}.lottad": "förslaget"}) == [
        ("bruten", f"{FÄLT} avgjord_genom", text)
    ]


@pytest.mark.parametrize(
    ("lottad", "text"),
    [
        (None, "det står inte vad lotten föll på"),
        ("avslag", "lotten kan inte falla på avslag, som omröstningen inte gällde"),
    ],
)
def test_lotten_föll_på_något_av_förslagen(tmp_path, lottad, text):
    o = VAL | {"avgjord_genom": "lottning"} | ({"lottad": lottad} if lottad else {})
    fynd = sagt(tmp_path, ID, {MÖTE: {RÖSTNING: o, "paragrafer.1.slag": "val"}})
    assert fynd == [("bruten", f"{FÄLT} lottad", text)]


def test_utan_röster_går_det_inte_att_pröva(tmp_path):
    text = "rösterna är inte antecknade, så det går inte att säga om de är lika"
    assert _fynd(tmp_path, BORT) == [("går inte att pröva", FÄLT, text)]


@pytest.mark.parametrize("utslag", [True, False])
def test_göteborgs_verkliga_956(tmp_path, utslag):
    """Sex mot sex och en som avstod; ordföranden Jonas Attenius röstade ja och hans sida vann."""
    data = shutil.copytree(GÖTEBORG, tmp_path / "data")
    fil = data / "moten" / "2024-11-20.yaml"
    text = fil.read_text(encoding="utf-8")
    rad = "          avgjord_genom: utslagsröst\n"
    assert text.count(rad) == 1
    fil.write_text(text if utslag else text.replace(rad, ""), encoding="utf-8")
    kontroll = prövat(tmp_path, ID)
    fel = "rösterna är lika, 6 mot 6, men det står inte hur det avgjordes (KL 5:56)"
    assert [r.text for r in kontroll.rader] == ([] if utslag else [fel])
    assert kontroll.uppfyllda == utslag
