"""Vilka som beslutar i varje § följer av uppropet och av det som hände."""

from gns.modell.mote import Möte
from gns.sammantrade import narvaro
from tests.modell.hjalp import läst, möte

NÄRVARO = [
    {"namn": "Ada", "som": "ledamot", "roll": "ordförande"},
    {"namn": "Bo", "som": "ledamot"},
    {"namn": "Cia", "som": "ersättare"},
    {"namn": "Dag", "som": "ledamot"},
    {"namn": "Li", "som": "övrig", "roll": "sekreterare"},
]
HÄNDELSER = [
    {"typ": "kommer", "namn": "Dag", "paragraf": "2"},
    {"typ": "jäv", "namn": "Ada", "paragraf": "2"},
    {"typ": "går", "namn": "Bo", "paragraf": "3"},
    {"typ": "tjänstgör", "namn": "Cia", "paragraf": "3", "ersätter": "Bo"},
]


def _möte(**ändringar):
    paragrafer = [{"nr": str(nr), "rubrik": "x", "beslut": ["Ja."]} for nr in (1, 2, 3)]
    return läst(Möte, "mote", "2020-12-18", möte(**{"paragrafer": paragrafer, "närvaro": NÄRVARO, **ändringar}))


def _namn(m, nr=None):
    return [t.person.namn for t in narvaro.beslutande(m, nr)]


def test_utan_händelser_beslutar_ledamöterna_i_allt():
    assert [_namn(_möte(), nr) for nr in (1, 2, 3)] == [["Ada", "Bo", "Dag"]] * 3


def test_den_som_kommer_går_är_jävig_eller_börjar_tjänstgöra():
    m = _möte(händelser=HÄNDELSER)
    assert [_namn(m, nr) for nr in (1, 2, 3)] == [["Ada", "Bo"], ["Bo", "Dag"], ["Ada", "Cia", "Dag"]]
    assert _namn(m) == ["Ada", "Bo", "Cia", "Dag"]
    assert {t.person.namn: t.paragrafer for t in narvaro.tjänstgöring(m)}["Ada"] == (1, 3)
    assert {t.person.namn: t.ersätter for t in narvaro.tjänstgöring(m)}["Cia"] == "Bo"


def test_ersättaren_är_inte_tjänstgörande_förrän_den_börjar():
    m = _möte(händelser=HÄNDELSER)
    assert [n.namn for n in narvaro.ej_tjänstgörande(m, 1)] == ["Cia"]
    assert narvaro.ej_tjänstgörande(m) == []


def test_den_som_går_och_kommer_tillbaka():
    händelser = [
        {"typ": "går", "namn": "Bo", "paragraf": "2"},
        {"typ": "kommer", "namn": "Bo", "paragraf": "3"},
    ]
    assert [("Bo" in _namn(_möte(händelser=händelser), nr)) for nr in (1, 2, 3)] == [True, False, True]


def test_den_som_går_eller_är_jävig_vid_ett_delbeslut_deltog_i_de_andra():
    paragrafer = [{"nr": str(nr), "rubrik": "x", "beslut": ["Ja.", "Nej."]} for nr in (1, 2)]
    händelser = [
        {"typ": "går", "namn": "Bo", "paragraf": "1", "delbeslut": "2"},
        {"typ": "jäv", "namn": "Ada", "paragraf": "1", "delbeslut": "2"},
        {"typ": "går", "namn": "Dag", "paragraf": "1", "delbeslut": "1"},
    ]
    m = _möte(paragrafer=paragrafer, händelser=händelser)
    assert [_namn(m, nr) for nr in (1, 2)] == [["Ada", "Bo"], ["Ada"]]


def test_ett_möte_utan_paragrafer_visar_uppropet():
    m = läst(Möte, "mote", "2020-12-18", möte(paragrafer=[], närvaro=NÄRVARO))
    assert _namn(m) == ["Ada", "Bo", "Dag"]


def test_den_som_ledde_mötet_skriver_under():
    roller = [NÄRVARO[0] | {"roll": "Ordförande"}, NÄRVARO[1] | {"roll": "tjänstgörande ordförande"}]
    roll = ("tjänstgörande ordförande", "ordförande")
    assert narvaro.med_roll(_möte(närvaro=roller), *roll) == ["Bo"]
    assert narvaro.med_roll(_möte(), *roll) == ["Ada"]
