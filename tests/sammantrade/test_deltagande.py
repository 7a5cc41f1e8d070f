"""Omslaget visar vilka som beslutade i vilka §§, vilka som bara var med och vilka som ledde."""

from gns.sammantrade import deltagande
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
    assert _visa(deltagande.beslutande) == [
        ("Ada", (), (1, 2, 3)),
        ("Bo", (), (1, 2)),
        ("Dag", (), (2, 3)),
        ("Eli", ("Ada", "Bo"), (2, 3)),
    ]


def test_utdraget_visar_de_beslutande_i_sin_paragraf():
    assert _visa(deltagande.beslutande, 3) == [("Ada", (), (3,)), ("Dag", (), (3,)), ("Eli", ("Bo",), (3,))]
    assert _visa(deltagande.beslutande, 9) == []


def test_ersättaren_är_ej_tjänstgörande_i_de_paragrafer_där_den_bara_är_med():
    assert _visa(deltagande.ej_tjänstgörande) == [("Eli", (), (1,))]
    assert _visa(deltagande.ej_tjänstgörande, 1) == [("Eli", (), (1,))]
    assert _visa(deltagande.ej_tjänstgörande, 2) == []


def test_en_jävig_ersättare_är_inte_med():
    assert _visa(deltagande.ej_tjänstgörande, händelser=[händelse("jäv", "Eli", 2)]) == [("Eli", (), (1, 3))]


def test_övriga_är_med_tills_de_går():
    assert _visa(deltagande.övriga) == [("Hed", (), (1, 2, 3)), ("Ivo", (), (1, 2))]
    assert [namn for namn, _, _ in _visa(deltagande.övriga, 3)] == ["Hed"]


def test_på_distans_är_de_paragrafer_där_personen_är_det():
    m = mötet(*HÄNDELSER, närvaro=NÄRVARO)
    assert deltagande.på_distans(lägen(nämnden(), m), "Dag") == (3, 4)
    assert deltagande.på_distans(lägen(nämnden(), m), "Ada") == ()


def test_ordförande_är_de_som_ledde_i_ordning_efter_första_paragraf():
    m = mötet(*HÄNDELSER, närvaro=NÄRVARO, beslut=(1, 2, 1))
    assert deltagande.ordförande(m, lägen(nämnden(), m)) == [
        ("Ada", (1, 3), ((2, 1),)),
        ("Bo", (), ((2, 2),)),
    ]


def test_sekreteraren_har_rollen_hur_den_än_skrivs():
    assert deltagande.sekreterare(mötet(närvaro=NÄRVARO)) == ["Hed"]


def test_ett_möte_utan_paragrafer_visar_uppropet():
    närvaro = [*NÄRVARO[:3], ersättare("Eli", ersätter="Cia"), ersättare("Fia"), NÄRVARO[4]]
    val = {"händelser": [], "närvaro": närvaro, "beslut": ()}
    assert _visa(deltagande.beslutande, **val) == [
        ("Ada", (), ()),
        ("Bo", (), ()),
        ("Dag", (), ()),
        ("Eli", ("Cia",), ()),
    ]
    assert _visa(deltagande.ej_tjänstgörande, **val) == [("Fia", (), ())]
    assert _visa(deltagande.övriga, **val) == [("Hed", (), ())]
    assert deltagande.ordförande(mötet(närvaro=närvaro, beslut=()), ()) == [("Ada", (), ())]
    assert deltagande.ordförande(mötet(närvaro=[], beslut=()), ()) == []
