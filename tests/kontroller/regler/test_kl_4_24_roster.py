"""KL-4-24-roster: rösterna är de som tjänstgör, var och en en gång."""

import pytest

from tests.kontroller.arkiv import BORT, sagt
from tests.kontroller.stallen import prövat

ID = "KL-4-24-roster"
MÖTE, RÖSTNING = "moten/2024-03-04", "paragrafer.1.propositionsordning.0.omröstning"
FÄLT = "§ 2 propositionsordning 1 omröstning"


def _fynd(tmp_path, röster, **annat):
    return sagt(tmp_path, ID, {MÖTE: {f"{RÖSTNING}.röster": röster, **annat}})


@pytest.mark.parametrize(
    "röster",
    [
        {"ja": ["Eva Ek", "Ada Ask"], "nej": "Ulf Uv"},
        {"ja": ["Eva Ek", "Ada Ask", "Ulf Uv"]},
        {"ja": "Eva Ek", "avstår": ["Ada Ask", "Ulf Uv"]},
    ],
)
def test_alla_som_tjänstgör_en_gång(tmp_path, röster):
    assert _fynd(tmp_path, röster, **{"paragrafer.1.reservationer": BORT}) == []
    assert prövat(tmp_path, ID).uppfyllda == 1


def test_den_som_inte_röstade_saknas(tmp_path):
    text = "Ada Ask tjänstgör i § 2 men har ingen röst (KL 5:67)"
    röster = {"ja": "Eva Ek", "nej": "Ulf Uv"}
    avgjord = {f"{RÖSTNING}.avgjord_genom": "utslagsröst"}
    assert _fynd(tmp_path / "a", röster, **avgjord) == [("bruten", f"{FÄLT} röster", text)]
    deltar_ej = {"paragrafer.1.anteckningar": [{"typ": "deltar ej", "av": "Ada Ask"}]}
    assert _fynd(tmp_path / "b", röster, **avgjord, **deltar_ej) == []


def test_den_som_röstade_två_gånger(tmp_path):
    röster = {"ja": ["Eva Ek", "Ada Ask", "Ulf Uv"], "nej": "Ulf Uv"}
    text = "Ulf Uv står två gånger i omröstningen (KL 4:24)"
    assert ("bruten", f"{FÄLT} röster nej", text) in _fynd(tmp_path, röster)


@pytest.mark.parametrize(("ja", "fel"), [("1", True), ("2", False), ("3", True)])
def test_antalet_bredvid_namnen(tmp_path, ja, fel):
    fynd = _fynd(
        tmp_path, {"ja": ["Eva Ek", "Ada Ask"], "nej": "Ulf Uv"}, **{f"{RÖSTNING}.antal": {"ja": ja, "nej": "1"}}
    )
    assert fynd == ([("bruten", f"{FÄLT} antal ja", f"{ja} ja står det, men 2 namn")] if fel else [])


@pytest.mark.parametrize(("nej", "fel"), [("0", True), ("1", False), ("2", True)])
def test_summan_i_en_sluten_omröstning(tmp_path, nej, fel):
    o = {"form": "sluten", "ja_betyder": "förslaget", "nej_betyder": "hogre", "antal": {"ja": "2", "nej": nej}}
    o |= {"avgjord_genom": "lottning", "lottad": "förslaget"} if nej == "2" else {}
    fynd = sagt(tmp_path, ID, {MÖTE: {RÖSTNING: o, "paragrafer.1.slag": "val"}})
    text = f"{2 + int(nej)} röster är räknade men 3 skulle rösta"
    assert fynd == ([("bruten", f"{FÄLT} antal", text)] if fel else [])
    assert prövat(tmp_path, ID).uppfyllda == (not fel)


def test_en_sluten_omröstning_utan_antal(tmp_path):
    o = {"form": "sluten", "ja_betyder": "förslaget", "nej_betyder": "hogre"}
    ((svar, fält, _),) = sagt(tmp_path, ID, {MÖTE: {RÖSTNING: o, "paragrafer.1.slag": "val"}})
    assert (svar, fält) == ("bruten", f"{FÄLT} antal")


def test_utan_upprop_går_det_inte_att_pröva(tmp_path):
    text = "uppropet saknas, så det går inte att säga vilka som skulle rösta"
    assert sagt(tmp_path, ID, {MÖTE: {"närvaro": BORT}}) == [("går inte att pröva", FÄLT, text)]


def test_ett_okänt_namn_går_inte_att_pröva(tmp_path):
    text = "Ulf Uf finns inte i uppropet"
    fynd = _fynd(tmp_path, {"ja": ["Eva Ek", "Ada Ask"], "nej": "Ulf Uf"})
    assert fynd == [("går inte att pröva", FÄLT, text)]


def test_den_som_inte_tjänstgör_hör_till_en_annan_regel(tmp_path):
    """Bo By är inte inkallad: att han röstade är ett fel, men inte att rösterna är för många en gång till."""
    bo = {"namn": "Bo By", "som": "ersättare", "parti": "C", "part": "are"}
    röster = {"ja": ["Eva Ek", "Ada Ask", "Bo By"], "nej": "Ulf Uv"}
    assert _fynd(tmp_path, röster, **{"närvaro.4": bo}) == []
    assert prövat(tmp_path, ID).uppfyllda == 0
