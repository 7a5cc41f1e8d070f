"""Registrens rader, byggda ur ett litet arkiv."""

import datetime as dt
import json

import pytest

from gns.dokument.register import ren_text
from gns.dokument.register_arende import bygg_ärende
from gns.dokument.register_arenden import bygg_ärenden
from gns.dokument.register_beslut import bygg_beslut
from gns.dokument.register_delegation import bygg_delegation
from gns.dokument.register_narvaro import bygg_närvaro
from gns.dokument.register_uppdrag import bygg_uppdrag
from gns.grund.block import läs_text
from gns.grund.dnr import läs_dnr
from gns.storage.arkiv import hitta_arkiv
from gns.storage.las import load_allt
from tests.hjalp import dokument
from tests.kontroller.arkiv import skriv
from tests.registerarkiv import lägg_upp

SIST = dt.date(2021, 1, 1)
AVTAL = läs_dnr("GNS/1/2020")


@pytest.fixture
def bok(tmp_path):
    return load_allt(hitta_arkiv(lägg_upp(tmp_path), None))[0]


def ändrad(mapp, gammalt, nytt):
    return load_allt(hitta_arkiv(lägg_upp(mapp, gammalt, nytt), None))[0]


def test_boken_är_hel(bok):
    assert bok.hel
    assert (len(bok.möten), len(bok.ärenden), len(bok.delegation)) == (2, 3, 1)


@pytest.mark.parametrize(
    ("per", "väntat"),
    [
        ("2019-06-02", []),
        ("2019-06-03", [("2019-06-03", ("e-strategen",), "öppet", None, None)]),
        ("2020-05-03", [("2019-06-03", ("e-strategen",), "öppet", None, None)]),
        (
            "2020-08-01",
            [
                ("2019-06-03", ("e-strategen",), "öppet", None, None),
                ("2020-05-04 § 1 a", ("chefen", "ekonomen"), "öppet", None, None),
            ],
        ),
        (
            "2020-08-02",
            [
                ("2019-06-03", ("e-strategen",), "öppet", None, None),
                ("2020-05-04 § 1 a", ("chefen", "ekonomen"), "försenat", None, None),
            ],
        ),
        (
            "2020-09-07",
            [
                ("2019-06-03", ("e-strategen",), "återtaget", None, "2020-09-07 § 4"),
                ("2020-05-04 § 1 a", ("chefen",), "försenat", dt.date(2020, 9, 7), None),
            ],
        ),
    ],
)
def test_uppdragen_som_de_stod_en_dag(bok, per, väntat):
    rader = bygg_uppdrag(bok, dt.date.fromisoformat(per))
    assert [(r.uppdrag, r.till, r.tillstånd, r.redovisat, r.avgjort) for r in rader] == väntat


def test_uppdrag_och_anmälningar_säger_om_protokollet_är_justerat(bok):
    """Det första mötet är justerat, det andra inte; före det senare har uppdraget utifrån inget beslut i arkivet."""

    def justerade(per):
        return {r.uppdrag: r.justerat for r in bygg_uppdrag(bok, dt.date.fromisoformat(per))}

    assert justerade("2020-09-06") == {"2019-06-03": None, "2020-05-04 § 1 a": True}
    assert justerade("2020-09-07") == {"2019-06-03": False, "2020-05-04 § 1 a": False}
    assert {r.nr: r.justerat for r in bygg_delegation(bok, SIST)} == {
        "2020-1": False,
        "2020-2": None,
        "2020-3": None,
        "2020-4": None,
    }


def test_ett_uppdrag_i_en_omedelbart_justerad_paragraf_är_justerat(tmp_path):
    bok = ändrad(tmp_path, "    rubrik: Gammalt uppdrag\n", "    rubrik: X\n    omedelbart_justerad: 2020-09-07\n")
    assert [r.justerat for r in bygg_uppdrag(bok, SIST)] == [True, False]


@pytest.mark.parametrize(
    ("till", "öppna", "väntat"),
    [
        ("CHEF", False, ["2020-05-04 § 1 a"]),
        ("ekonomen", False, ["2020-05-04 § 1 a"]),  # har haft det
        ("e", True, ["2020-05-04 § 1 a"]),
        ("strateg", False, ["2019-06-03"]),
        ("strateg", True, []),
        ("ordföranden", False, []),
    ],
)
def test_uppdragen_hos_någon_som_har_eller_har_haft_dem(bok, till, öppna, väntat):
    assert [r.uppdrag for r in bygg_uppdrag(bok, SIST, till, öppna)] == väntat


def test_ett_uppdrag_från_ett_möte_utan_post_har_ingen_lydelse(bok):
    utanför, givet = bygg_uppdrag(bok, SIST)
    assert (utanför.lydelse, utanför.senast) == (None, None)
    assert (givet.lydelse, givet.senast, givet.dnr) == ("se över avtalet", dt.date(2020, 8, 1), "GNS/1/2020")


def test_besluten_i_tidsordning_med_utgång_och_om_de_är_justerade(bok):
    assert [(str(r.datum), r.paragraf, r.delbeslut, r.dnr, r.utgång, r.justerat) for r in bygg_beslut(bok)] == [
        ("2020-05-04", 1, 1, "GNS/1/2020", "utan förslag", True),
        ("2020-05-04", 1, 2, "GNS/1/2020", "bordläggning", True),
        ("2020-05-04", 2, None, "GNS/2/2020", "utan förslag", True),
        ("2020-09-07", 3, None, "GNS/1/2020", "utan förslag", False),
        ("2020-09-07", 4, None, None, "utan förslag", False),
    ]


def test_besluten_i_ett_ärende_eller_ett_år(bok):
    assert [r.paragraf for r in bygg_beslut(bok, AVTAL)] == [1, 1, 3]
    assert bygg_beslut(bok, None, 2019) == ()


def test_en_omedelbart_justerad_paragraf_är_justerad(tmp_path):
    bok = ändrad(tmp_path, "    rubrik: Gammalt uppdrag\n", "    rubrik: X\n    omedelbart_justerad: 2020-09-07\n")
    assert [r.justerat for r in bygg_beslut(bok)] == [True, True, True, False, True]


def test_löptext_blir_ren_text():
    rå = "#### Rubrik\n\nEn *viktig* \\*stjärna\\*.[^1]\n\n- a\n- b\n\n1. c\n\n[^1]: Not."
    assert ren_text(läs_text(rå)) == "Rubrik\n\nEn viktig *stjärna*.[1]\n\n- a\n- b\n\n1. c\n\n[1] Not."


def test_närvaron_räknas_av_mötena_under_mandatet(bok):
    antal, rader = bygg_närvaro(bok, 2020)
    assert antal == 2
    assert [
        (r.namn, r.som, r.möten, r.närvarande, r.tjänstgjort, r.paragrafer, r.paragrafer_tjänstgjort) for r in rader
    ] == [
        ("Eva Ek", "ledamot", 2, 2, 2, 4, 4),
        ("Ulf Uv", "ledamot", 1, 1, 1, 2, 1),
        ("Ada Ask", "ledamot", 1, 1, 1, 2, 2),
        ("Bo By", "ersättare", 2, 1, 1, 4, 1),
        ("Li Lo", "övrig", None, 1, None, None, None),
        ("Rut Ro", "ledamot", None, 1, 1, None, 2),
    ]
    assert (rader[0].part, rader[0].roll, rader[-1].part) == ("Regionen", "ordförande", "Åre kommun")


def test_ett_möte_utan_närvaro_räknas_inte(tmp_path):
    from tests.registerarkiv import POSTER

    närvaro = POSTER["moten/2020-09-07.yaml"].partition("närvaro:")[2].partition("justering:")[0]
    bok = ändrad(tmp_path, f"närvaro:{närvaro}justering:\n  justerare:\n    - Ada Ask\n", "")
    antal, rader = bygg_närvaro(bok, 2020)
    assert antal == 1
    assert {r.namn: (r.möten, r.närvarande) for r in rader if r.möten is not None} == {
        "Eva Ek": (1, 1),
        "Ulf Uv": (1, 1),
        "Ada Ask": (0, 0),
        "Bo By": (1, 1),
    }


def test_ett_möte_utan_paragrafer_räknas_efter_uppropet(tmp_path):
    lägg_upp(tmp_path)
    möte = (
        "plats: Salen\nnärvaro:\n  - namn: Eva Ek\n    som: ledamot\n"
        "  - namn: Bo By\n    som: ersättare\n    ersätter: Ada Ask\n"
    )
    (tmp_path / "data/moten/2020-10-01.yaml").write_text(möte, encoding="utf-8")
    antal, rader = bygg_närvaro(load_allt(hitta_arkiv(tmp_path, None))[0], 2020)
    assert antal == 3
    assert {r.namn: (r.möten, r.närvarande, r.tjänstgjort, r.paragrafer) for r in rader if r.möten == 3} == {
        "Eva Ek": (3, 3, 3, 4),
        "Bo By": (3, 2, 2, 4),
    }


def test_ärendena_och_hur_de_står(bok):
    assert [
        (r.dnr, r.tillstånd, r.beslut, str(r.sedan), r.behandlat) for r in bygg_ärenden(bok, dt.date(2020, 12, 31))
    ] == [
        ("GNS/1/2020", "öppet", "2020-09-07 § 3", "2020-09-07", "2020-09-07 § 3"),
        ("GNS/2/2020", "avslutat", "2020-05-04 § 2", "2020-05-04", "2020-05-04 § 2"),
        ("GNS/3/2020", "avslutat", None, "2020-06-01", None),
    ]
    assert [r.dnr for r in bygg_ärenden(bok, dt.date(2020, 12, 31), öppna=True)] == ["GNS/1/2020"]


def test_ett_ärende_genom_sina_möten(bok):
    vy = bygg_ärende(bok, AVTAL, dt.date(2020, 8, 2))
    assert [(b.paragraf, b.utgång, b.justerat) for b in vy.behandlingar] == [
        (1, "utan förslag, bordläggning", True),
        (3, "utan förslag", False),
    ]
    assert vy.behandlingar[0].innebär == (
        "ger uppdrag till chefen och ekonomen, klart senast 2020-08-01",
        "bordlägger ärendet till mötet 2020-09-07",
    )
    assert [(u.uppdrag, u.tillstånd) for u in vy.uppdrag] == [("2020-05-04 § 1 a", "försenat")]
    assert [(n.paragraf, n.rubrik) for n in vy.nämns_i] == [("2020-05-04 § 2", "Remiss om drift")]
    assert (vy.handlingar[0].titel, vy.registrerat, vy.remiss, vy.skäl) == (
        "Avtalet",
        dt.date(2020, 1, 15),
        None,
        None,
    )


def test_en_remiss_med_sena_svar_och_hänvisningar_utanför_arkivet(bok):
    vy = bygg_ärende(bok, läs_dnr("GNS/2/2020"), SIST)
    assert vy.remiss is not None
    assert [(s.namn, s.svar, s.sent) for s in vy.remiss.svar] == [
        ("Regionen", None, True),
        ("Åre kommun", "godkänner", False),
        ("Bergs kommun", "avstyrker", True),
    ]
    assert (vy.remiss.svarat, vy.remiss.av, vy.remiss.antal) == (2, 3, {"godkänner": 1, "avstyrker": 1})
    assert [(s.hänvisning, s.läge, s.i) for s in vy.hänvisar_till if s.läge != "finns"] == [
        ("2019-05-29 § 14", "utanför arkivet", ("2020-05-04 § 2",))
    ]


def test_registrators_skäl_visas_bara_när_det_gäller(bok, tmp_path):
    assert bygg_ärende(bok, läs_dnr("GNS/3/2020"), SIST).skäl == "frågan återkallades"
    igen = ändrad(
        tmp_path,
        "  - nr: 4\n    rubrik: Gammalt",
        "  - nr: 5\n    rubrik: Igen\n    beslut:\n      - |\n        Ärendet återupptas.\n    innebär:\n"
        "      - id: a\n        typ: återupptar ärende\n        dnr: GNS/3/2020\n  - nr: 4\n    rubrik: Gammalt",
    )
    assert bygg_ärende(igen, läs_dnr("GNS/3/2020"), SIST).skäl is None


@pytest.mark.parametrize(
    ("per", "väntat"),
    [
        ("2020-04-30", {"2020-1": "väntar på nästa möte", "2020-2": "väntar på nästa möte"}),
        ("2020-05-04", {"2020-1": "aldrig anmält", "2020-2": "aldrig anmält"}),
        (
            "2020-12-31",
            {
                "2020-1": "anmält",
                "2020-2": "aldrig anmält",
                "2020-3": "aldrig anmält",
                "2020-4": "väntar på nästa möte",
            },
        ),
    ],
)
def test_det_som_ska_anmälas_och_om_det_är_gjort(bok, per, väntat):
    assert {r.nr: r.tillstånd for r in bygg_delegation(bok, dt.date.fromisoformat(per))} == väntat


def test_bara_ett_år_eller_bara_det_oanmälda(bok):
    assert [r.nr for r in bygg_delegation(bok, SIST, oanmälda=True)] == ["2020-2", "2020-3", "2020-4"]
    assert bygg_delegation(bok, SIST, 2021) == ()
    assert [(r.brådskande, r.borde_anmälas) for r in bygg_delegation(bok, SIST, 2020)][2:] == [
        (True, dt.date(2020, 9, 7)),
        (False, None),
    ]


def test_ärendet_visar_aktiviteten_och_initiativet_som_gäller_det(tmp_path):
    """V1: planen pekar på ärendet, och ärendet visar planen."""
    text = dokument("ärende", "visa", "GNS/2/2024", cwd=skriv(tmp_path)).decode()
    assert "Planerat\n  2024 aktivitet: Se över driften.\n  2024 initiativ: Driften\n" in text
    svar = json.loads(dokument("ärende", "visa", "GNS/2/2024", "--format", "json", cwd=tmp_path))
    assert svar["planerat"][0] == {"år": 2024, "slag": "aktivitet", "vad": "Se över driften."}
