"""KL-4-26-avstar: i myndighetsutövning mot enskild avgör den som har varit med i handläggningen."""

import pytest

from tests.kontroller.arkiv import BORT, prova, sagt
from tests.kontroller.stallen import prövat

ID = "KL-4-26-avstar"
MÖTE, P = "moten/2024-03-04", "paragrafer.1"
RÖSTER = f"{P}.propositionsordning.0.omröstning.röster"
AVSTÅR = {"ja": ["Eva Ek", "Ada Ask"], "avstår": "Ulf Uv"}


def _fynd(tmp_path, slag="myndighetsutövning", **annat):
    ändringar = {f"{P}.slag": slag} if slag else {}
    return sagt(tmp_path, ID, {MÖTE: ändringar | annat})


def test_alla_röstade(tmp_path):
    assert _fynd(tmp_path) == []
    assert prövat(tmp_path, ID).uppfyllda == 1


@pytest.mark.parametrize(("slag", "fel"), [("myndighetsutövning", True), (None, False), ("information", False)])
def test_avstå_får_man_bara_i_annat(tmp_path, slag, fel):
    fynd = _fynd(tmp_path, slag, **{RÖSTER: AVSTÅR, f"{P}.reservationer": BORT})
    text = "Ulf Uv får inte avstå i myndighetsutövning mot enskild (KL 4:26)"
    väg = "§ 2 propositionsordning 1 omröstning röster avstår"
    assert fynd == ([("bruten", väg, text)] if fel else [])
    assert prövat(tmp_path, ID).uppfyllda == 0


@pytest.mark.parametrize("typ", ["avstår", "deltar ej"])
def test_att_det_antecknas_är_samma_sak(tmp_path, typ):
    anteckning = {f"{P}.anteckningar": [{"typ": typ, "av": "Ada Ask"}], f"{P}.propositionsordning": BORT}
    (fynd,) = _fynd(tmp_path, **anteckning)
    text = f"Ada Ask kan inte stå som {typ} i myndighetsutövning mot enskild (KL 4:26)"
    assert fynd == ("bruten", "§ 2 anteckningar 1 av", text)


@pytest.mark.parametrize("röstade_sedan", [True, False])
def test_det_räcker_att_rösta_i_en_av_omröstningarna(tmp_path, röstade_sedan):
    tillägg = {"id": "tillagg", "av": "Ulf Uv", "typ": "tillägg", "lydelse": "Det följs upp.\n"}
    röster = {"ja": ["Eva Ek", "Ada Ask", "Ulf Uv"]} if röstade_sedan else AVSTÅR
    o = {"ja_betyder": "avslag", "nej_betyder": "tillagg", "röster": röster}
    andra = {"ställs": ["tillagg", "avslag"], "finner": "avslag", "omröstning": o}
    ändringar = {f"{P}.yrkanden.1": tillägg, f"{P}.propositionsordning.1": andra, RÖSTER: AVSTÅR}
    fynd = _fynd(tmp_path, **ändringar, **{f"{P}.reservationer": BORT})
    assert [f[0] for f in fynd] == ([] if röstade_sedan else ["bruten"])


def test_den_som_gick_efter_överläggningen_är_en_varning(tmp_path):
    går = {"typ": "går", "namn": "Ulf Uv", "paragraf": "2", "under_överläggningen": "ja"}
    ändringar = {f"{P}.slag": "myndighetsutövning", "händelser": [går], RÖSTER: {"ja": ["Eva Ek", "Ada Ask"]}}
    (fynd,) = prova(tmp_path / "a", ID, {MÖTE: ändringar | {f"{P}.reservationer": BORT}})
    text = "Ulf Uv gick innan § 2, som är myndighetsutövning, avgjordes men var med i överläggningen"
    assert (fynd["svar"], fynd["nivå"], fynd["text"]) == ("bruten", "varning", text)
    utan = ändringar | {"händelser": [går | {"under_överläggningen": "nej"}]}
    assert sagt(tmp_path / "b", ID, {MÖTE: utan}) == []


@pytest.mark.parametrize(
    ("ändring", "text"),
    [
        ({"närvaro": BORT}, "uppropet saknas, så det går inte att säga vilka som var med"),
        ({RÖSTER: BORT}, "omröstningen i § 2 har inga namn, så det går inte att säga vem som avstod"),
    ],
)
def test_det_som_inte_syns_går_inte_att_pröva(tmp_path, ändring, text):
    assert _fynd(tmp_path, **ändring) == [("går inte att pröva", "§ 2", text)]


def test_en_paragraf_utan_beslut_prövas_inte(tmp_path):
    planerad = {f"{P}.{fält}": BORT for fält in ("beslut", "propositionsordning", "reservationer")}
    assert _fynd(tmp_path, **planerad) == []
    assert prövat(tmp_path, ID).uppfyllda == 0
