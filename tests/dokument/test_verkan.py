"""Varje sorts verkan sägs i ord."""

import pytest

from gns.dokument.verkan import verkan_i_ord
from gns.modell.mote import Möte
from tests.modell.hjalp import läst, paragraf

UPPDRAG = {"uppdrag": "2020-05-29 § 14"}
FALL = [
    (
        {"typ": "fastställer", "avser": "ram", "budgetår": "2021", "belopp": "457 200 kr"},
        "fastställer ram 2021: 457 200 kr",
    ),
    ({"typ": "återbetalar", "avser": "medel", "belopp": "90 kr"}, "återbetalar medel: 90 kr"),
    (
        {"typ": "återbetalar", "avser": "medel", "belopp": "90 kr", "per_part": "10 kr"},
        "återbetalar medel: 90 kr, 10 kr till varje part",
    ),
    ({"typ": "ger uppdrag", "till": "chefen", "uppdrag": "x"}, "ger uppdrag till chefen"),
    (
        {"typ": "ger uppdrag", "till": ["a", "b", "c"], "uppdrag": "x", "senast": "2021-05-01"},
        "ger uppdrag till a, b och c, klart senast 2021-05-01",
    ),
    (
        {"typ": "ändrar uppdrag", **UPPDRAG, "senast": "2021-05-01"},
        "ändrar uppdraget 2020-05-29 § 14, klart senast 2021-05-01",
    ),
    (
        {"typ": "lämnar över uppdrag", **UPPDRAG, "till": "a", "övertas_av": "b"},
        "lämnar över uppdraget 2020-05-29 § 14 från a till b",
    ),
    ({"typ": "redovisar uppdrag", **UPPDRAG}, "tar emot redovisning av uppdraget 2020-05-29 § 14"),
    ({"typ": "återtar uppdrag", **UPPDRAG, "till": "a"}, "återtar uppdraget 2020-05-29 § 14 från a"),
    ({"typ": "avslutar uppdrag", **UPPDRAG, "till": "a"}, "avslutar uppdraget 2020-05-29 § 14 för a"),
    ({"typ": "avslutar ärende", "dnr": "GNS/1/2020"}, "avslutar ärendet GNS/1/2020"),
    ({"typ": "återupptar ärende", "dnr": "GNS/1/2020"}, "återupptar ärendet GNS/1/2020"),
    ({"typ": "återremitterar"}, "återremitterar ärendet"),
    ({"typ": "återremitterar", "till": "kansliet"}, "återremitterar ärendet till kansliet"),
    ({"typ": "bordlägger"}, "bordlägger ärendet"),
    ({"typ": "bordlägger", "till_möte": "2021-02-08"}, "bordlägger ärendet till mötet 2021-02-08"),
    ({"typ": "utser", "personer": ["Eva Ek", "Bo By"], "till": "justerare"}, "utser Eva Ek och Bo By till justerare"),
    ({"typ": "godkänner protokoll", "möte": "2020-05-29"}, "godkänner protokollet från 2020-05-29"),
    (
        {"typ": "fastställer sammanträden", "år": "2021", "dagar": [{"datum": "2021-02-08"}, {"datum": "2021-05-03"}]},
        "fastställer sammanträden 2021: 2021-02-08 och 2021-05-03",
    ),
    ({"typ": "godkänner", "rapport": "Delårsbokslutet"}, "godkänner Delårsbokslutet"),
]


@pytest.mark.parametrize(("verkan", "väntat"), FALL, ids=lambda v: None if isinstance(v, str) else v["typ"])
def test_i_ord(verkan, väntat):
    text = "x 457 200 kr 90 kr 10 kr Delårsbokslutet 8 februari 3 maj Eva Ek och Bo By"
    m = läst(Möte, "mote", "2020-12-18", paragraf(beslut=[text], innebär=[{"id": "a", **verkan}]))
    assert verkan_i_ord(m.paragrafer[0].innebär[0]) == väntat
