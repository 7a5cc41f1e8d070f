"""Pengarna från beslut till betalning: beslutat, fakturerat och betalt, part för part."""

import datetime as dt

import pytest

from gns.fordelning.betalkedja import bidragen, återbetalningar
from gns.modell.bok import Bok
from gns.modell.budgetar import Budgetår
from gns.modell.las import läs

PARTER = [
    {"id": "region", "namn": "Region Ett", "orgnr": "232100-0214"},
    {"id": "are", "namn": "Åre kommun", "orgnr": "212000-2494"},
]
NÄMND = {"namn": "Nämnden", "prefix": "GNS", "värdorganisation": "region", "parter": PARTER}
BAS = {"basfinansiering": {"belopp": "200 kr", "ursprung": "fullmäktige"}}


def _läst(slag, id, data):
    post, fel = läs(slag, id, data)
    assert post is not None, fel
    return post


PER = dt.date(2021, 12, 31)


def _återbetalar(belopp="60 kr"):
    innebär = {"id": "a", "typ": "återbetalar", "avser": "överskottet", "belopp": belopp, "fördelningsnyckel": "lika"}
    paragraf = {"nr": "1", "rubrik": "Överskott", "beslut": [f"{belopp} återbetalas."], "innebär": [innebär]}
    närvaro = [{"namn": "Siv Sjö", "som": "övrig", "roll": "sekreterare"}]
    return {"plats": "Här", "närvaro": närvaro, "paragrafer": [paragraf]}


def _bok(möten=None, nästa=None, **mer) -> tuple[Bok, Budgetår]:
    b = _läst("budget", "2021", {**BAS, **mer})
    alla = {"2021-05-03": _återbetalar(), **(möten or {})}
    lästa = {dt.date.fromisoformat(dag): _läst("mote", dag, m) for dag, m in alla.items()}
    budgetår = {2021: b, **({2022: _läst("budget", "2022", nästa)} if nästa else {})}
    return Bok(_läst("namnd", "namnd", NÄMND), lästa, budgetår=budgetår), b


def _faktura(nr, part, avser, **mer):
    return {"nr": nr, "part": part, "avser": avser, "datum": "2021-05-04", **mer}


def _betalning(nr, part, belopp, datum="2021-06-01", **mer):
    return {"nr": nr, "part": part, "datum": datum, "belopp": belopp, **mer}


def _tal(kedja):
    return [(led.part, *led[2:]) for led in kedja.led]


def _åter(bok, per=PER):
    return {r.beslut: _tal(kedja) for r, kedja in återbetalningar(bok, per)}


def test_bara_beslutat():
    k = bidragen(_bok()[0], _bok()[1], PER)
    assert _tal(k) == [("region", 10_000, None, None), ("are", 10_000, None, None)]
    assert k.summa[2:] == (20_000, None, None)


def test_fakturor_och_betalningar_med_var_de_står():
    fakturor = [_faktura("1", "are", "januari"), _faktura("2", "region", "januari", belopp="90 kr")]
    betalt = [_betalning("v1", "are", "40 kr", faktura="1"), _betalning("v2", "are", "60 kr", faktura="1")]
    bok, b = _bok(fakturor=fakturor, inbetalningar=betalt)
    k = bidragen(bok, b, PER)
    assert k.led == (
        ("region", ("budget", "2021", ("fakturor", 1)), 10_000, 9_000, 0),
        ("are", ("budget", "2021", ("inbetalningar", 0)), 10_000, 10_000, 10_000),
    )
    assert k.summa[2:] == (20_000, 19_000, 10_000)
    assert k.obetalda == {"region": 10_000}


def test_det_som_hände_efter_dagen_är_inte_med():
    bok, b = _bok(fakturor=[_faktura("1", "are", "januari")], inbetalningar=[_betalning("v1", "are", "40 kr")])
    assert bidragen(bok, b, dt.date(2021, 5, 3)).summa[2:] == (20_000, None, None)
    assert bidragen(bok, b, dt.date(2021, 5, 31)).summa[2:] == (20_000, 10_000, None)
    assert bidragen(bok, b, dt.date(2021, 6, 1)).summa[2:] == (20_000, 10_000, 4_000)
    assert _åter(bok, dt.date(2021, 5, 2)) == {}


@pytest.mark.parametrize("faktura", [None, "k1"], ids=["utan faktura", "på kreditfakturan"])
def test_en_utbetalning_är_ingen_inbetalning(faktura):
    fakturor = [_faktura("k1", "are", "återbetalning", belopp="-30 kr"), _faktura("1", "are", "januari")]
    ut = _betalning("v2", "are", "-30 kr", **({"faktura": faktura} if faktura else {}))
    bok, b = _bok(fakturor=fakturor, inbetalningar=[_betalning("v1", "are", "100 kr", faktura="1"), ut])
    assert _åter(bok) == {"2021-05-03 § 1 a": [("region", 3_000, 0, 0), ("are", 3_000, 3_000, 3_000)]}
    assert _tal(bidragen(bok, b, PER)) == [("region", 10_000, 0, 0), ("are", 10_000, 10_000, 10_000)]


def test_krediten_på_en_majfaktura_är_ingen_återbetalning():
    fakturor = [_faktura("1", "are", "januari"), _faktura("2", "are", "maj", belopp="-10 kr")]
    betalt = [_betalning("v1", "are", "100 kr", faktura="1"), _betalning("v2", "are", "-10 kr", faktura="2")]
    bok, b = _bok(fakturor=fakturor, inbetalningar=betalt)
    assert _tal(bidragen(bok, b, PER))[1] == ("are", 10_000, 9_000, 9_000)
    assert _åter(bok)["2021-05-03 § 1 a"] == [("region", 3_000, None, None), ("are", 3_000, None, None)]


def test_två_återbetalningar_får_var_sina_betalningar():
    fakturor = [_faktura("k1", "are", "återbetalning"), _faktura("k2", "are", "återbetalning")]
    betalt = [_betalning("v1", "are", "-30 kr", faktura="k1"), _betalning("v2", "are", "-7 kr")]
    bok, _ = _bok({"2021-05-31": _återbetalar("40 kr")}, fakturor=fakturor, inbetalningar=betalt)
    assert _åter(bok) == {
        "2021-05-03 § 1 a": [("region", 3_000, 0, 0), ("are", 3_000, 3_000, 3_000)],
        "2021-05-31 § 1 a": [("region", 2_000, 0, None), ("are", 2_000, 2_000, None)],
    }


def test_en_utbetalning_nästa_år_hör_till_beslutet():
    nästa = {**BAS, "inbetalningar": [
        _betalning("v9", "are", "100 kr", "2022-01-10"), _betalning("v10", "are", "-30 kr", "2022-01-11"),
    ]}  # fmt: skip
    bok, _ = _bok(nästa=nästa)
    assert _åter(bok, dt.date(2022, 1, 31))["2021-05-03 § 1 a"][1] == ("are", 3_000, None, 3_000)
    assert _åter(bok)["2021-05-03 § 1 a"][1] == ("are", 3_000, None, None)


def test_en_faktura_som_inte_går_att_räkna_ut_är_okänd():
    bok, b = _bok(fakturor=[_faktura("1", "are", "maj"), _faktura("2", "region", "januari")])
    assert _tal(bidragen(bok, b, PER)) == [("region", 10_000, 10_000, None), ("are", 10_000, None, None)]
    assert bidragen(bok, b, PER).summa.fakturerat is None


def test_utan_beslut_är_summan_okänd():
    bok, _ = _bok()
    tomt = _läst("budget", "2022", {"saldon": [{"per": "2022-12-31", "belopp": "0 kr", "källa": "bokslutet"}]})
    assert (bidragen(bok, tomt, PER).led, bidragen(bok, tomt, PER).summa[2:]) == ((), (None, None, None))
