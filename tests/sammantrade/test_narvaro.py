"""Omslaget visar vilka som beslutade i vilka §§, vilka som bara var med och vilka som ledde."""

from gns.sammantrade import narvaro
from gns.sammantrade.lage import lägen
from tests.sammantrade.narvarobygge import ersättare, händelse, ledamot, mötet, nämnden, tjänstgör, övrig

NÄRVARO = [
    ledamot("Ada", roll="ordförande"),
    ledamot("Bo", roll="vice ordförande"),
    ledamot("Dag"),
    ersättare("Eli"),
    övrig("Hed", roll="Sekreterare"),
    övrig("Ivo"),
]
HÄNDELSER = [
    händelse("kommer", "Dag", 2),
    händelse("jäv", "Ada", 2, 2),
    tjänstgör("Eli", "Ada", 2, 2),
    händelse("går", "Bo", 3),
    tjänstgör("Eli", "Bo", 3),
    händelse("på distans", "Dag", 3),
    händelse("går", "Ivo", 3),
]


def _visa(funktion, nr=None, *, händelser=HÄNDELSER, närvaro=NÄRVARO, beslut=(1, 2, 1)):
    m = mötet(*händelser, närvaro=närvaro, beslut=beslut)
    return [(d.person.namn, d.ersätter, d.paragrafer) for d in funktion(m, lägen(nämnden(), m), nr)]


def test_beslutande_är_de_som_tjänstgör_i_något_delbeslut_och_dem_de_ersätter():
    assert _visa(narvaro.beslutande) == [
        ("Ada", (), (1, 2, 3)),
        ("Bo", (), (1, 2)),
        ("Dag", (), (2, 3)),
        ("Eli", ("Ada", "Bo"), (2, 3)),
    ]


def test_utdraget_visar_de_beslutande_i_sin_paragraf():
    assert _visa(narvaro.beslutande, 3) == [("Ada", (), (3,)), ("Dag", (), (3,)), ("Eli", ("Bo",), (3,))]
    assert _visa(narvaro.beslutande, 9) == []


def test_ersättaren_är_ej_tjänstgörande_i_de_paragrafer_där_den_bara_är_med():
    assert _visa(narvaro.ej_tjänstgörande) == [("Eli", (), (1,))]
    assert _visa(narvaro.ej_tjänstgörande, 1) == [("Eli", (), (1,))]
    assert _visa(narvaro.ej_tjänstgörande, 2) == []


def test_en_jävig_ersättare_är_inte_med():
    assert _visa(narvaro.ej_tjänstgörande, händelser=[händelse("jäv", "Eli", 2)]) == [("Eli", (), (1, 3))]


def test_övriga_är_med_tills_de_går():
    assert _visa(narvaro.övriga) == [("Hed", (), (1, 2, 3)), ("Ivo", (), (1, 2))]
    assert [namn for namn, _, _ in _visa(narvaro.övriga, 3)] == ["Hed"]


def test_på_distans_är_de_paragrafer_där_personen_är_det():
    m = mötet(*HÄNDELSER, närvaro=NÄRVARO)
    assert narvaro.på_distans(lägen(nämnden(), m), "Dag") == (3, 4)
    assert narvaro.på_distans(lägen(nämnden(), m), "Ada") == ()


def test_ordförande_är_de_som_ledde_i_ordning_efter_första_paragraf():
    m = mötet(*HÄNDELSER, närvaro=NÄRVARO, beslut=(1, 2, 1))
    assert narvaro.ordförande(m, lägen(nämnden(), m)) == [("Ada", (1, 2, 3)), ("Bo", (2,))]


def test_sekreteraren_har_rollen_hur_den_än_skrivs():
    assert narvaro.sekreterare(mötet(närvaro=NÄRVARO)) == ["Hed"]


def test_ett_möte_utan_paragrafer_visar_uppropet():
    närvaro = [*NÄRVARO[:3], ersättare("Eli", ersätter="Cia"), ersättare("Fia"), NÄRVARO[4]]
    val = {"händelser": [], "närvaro": närvaro, "beslut": ()}
    assert _visa(narvaro.beslutande, **val) == [("Ada", (), ()), ("Bo", (), ()), ("Dag", (), ()), ("Eli", ("Cia",), ())]
    assert _visa(narvaro.ej_tjänstgörande, **val) == [("Fia", (), ())]
    assert _visa(narvaro.övriga, **val) == [("Hed", (), ())]
    assert narvaro.ordförande(mötet(närvaro=närvaro, beslut=()), ()) == [("Ada", ())]
    assert narvaro.ordförande(mötet(närvaro=[], beslut=()), ()) == []
