"""Pengarna från beslut till betalning: beslutat, fakturerat och betalt, part för part."""

import datetime as dt

import pytest

from gns.fordelning.betalkedja import bidragen, återbetalningarna
from gns.modell.bok import Bok
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


def _bok(**mer):
    b = _läst("budget", "2021", {**BAS, **mer})
    innebär = {
        "id": "a", "typ": "återbetalar", "avser": "överskottet", "belopp": "60 kr", "fördelningsnyckel": "lika",
    }  # fmt: skip
    möte = {
        "plats": "Här",
        "paragrafer": [{"nr": "1", "rubrik": "Överskott", "beslut": ["60 kr återbetalas."], "innebär": [innebär]}],
        "närvaro": [{"namn": "Siv Sjö", "som": "övrig", "roll": "sekreterare"}],
    }
    bok = Bok(
        _läst("namnd", "namnd", NÄMND), {dt.date(2021, 5, 3): _läst("mote", "2021-05-03", möte)}, budgetår={2021: b}
    )
    return bok, b


def _faktura(nr, part, avser, **mer):
    return {"nr": nr, "part": part, "avser": avser, "datum": "2021-01-04", **mer}


def _betalning(nr, part, belopp, **mer):
    return {"nr": nr, "part": part, "datum": "2021-02-01", "belopp": belopp, **mer}


def test_bara_beslutat():
    k = bidragen(*_bok())
    assert [led[0:1] + led[2:] for led in k.led] == [("region", 10_000, None, None), ("are", 10_000, None, None)]
    assert k.summa[2:] == (20_000, None, None)


def test_fakturor_och_betalningar_med_var_de_står():
    fakturor = [_faktura("1", "are", "januari"), _faktura("2", "region", "januari", belopp="90 kr")]
    betalt = [_betalning("v1", "are", "40 kr", faktura="1"), _betalning("v2", "are", "60 kr", faktura="1")]
    k = bidragen(*_bok(fakturor=fakturor, inbetalningar=betalt))
    assert k.led == (
        ("region", ("budget", "2021", ("fakturor", 1)), 10_000, 9_000, 0),
        ("are", ("budget", "2021", ("inbetalningar", 0)), 10_000, 10_000, 10_000),
    )
    assert k.summa[2:] == (20_000, 19_000, 10_000)


@pytest.mark.parametrize(
    ("belopp", "faktura"), [("-30 kr", None), ("-30 kr", "k1")], ids=["minus", "på kreditfakturan"]
)
def test_en_utbetalning_är_ingen_inbetalning(belopp, faktura):
    fakturor = [_faktura("k1", "are", "återbetalning", belopp="-30 kr"), _faktura("1", "are", "januari")]
    till_baka = _betalning("v2", "are", belopp, **({"faktura": faktura} if faktura else {}))
    bok = _bok(fakturor=fakturor, inbetalningar=[_betalning("v1", "are", "100 kr", faktura="1"), till_baka])
    åter, bidrag = återbetalningarna(*bok), bidragen(*bok)
    assert [(led.part, *led[2:]) for led in åter.led] == [("region", 3_000, 0, 0), ("are", 3_000, 3_000, 3_000)]
    assert [(led.part, *led[2:]) for led in bidrag.led] == [("region", 10_000, 0, 0), ("are", 10_000, 10_000, 10_000)]


def test_utan_beslut_är_summan_okänd():
    bok, _ = _bok()
    tomt = _läst("budget", "2022", {"saldon": [{"per": "2022-12-31", "belopp": "0 kr", "källa": "bokslutet"}]})
    assert (bidragen(bok, tomt).led, bidragen(bok, tomt).summa[2:]) == ((), (None, None, None))
