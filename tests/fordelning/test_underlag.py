"""Nyckeln och de som deltar blir vikter: månader, saknade värden, andelar, tak, köp och sälj, stöd utifrån."""

from fractions import Fraction
from typing import Any

import pytest

from gns.fordelning.basfinansiering import basbelopp
from gns.fordelning.initiativ import Delning, dela, dela_initiativ, initiativ_med
from gns.fordelning.tak import TakHindrar, fördela_under_tak
from gns.fordelning.underlag import Urval, Viktunderlag, viktunderlag
from gns.modell.bok import Bok
from gns.modell.budgetar import Budgetår
from gns.modell.daterad import Daterad
from gns.modell.initiativ import Deltagare
from gns.modell.las import läs
from gns.modell.manader import månader

PARTER = [
    {"id": "region", "namn": "Region Ett", "orgnr": "232100-0214", "från": "2017-01-01"},
    {"id": "are", "namn": "Åre kommun", "orgnr": "212000-2494", "från": "2018-04-01"},
    {"id": "berg", "namn": "Bergs kommun", "orgnr": "212000-2502", "från": "2018-07-01", "till": "2020-06-30"},
]


def bok(år: int = 2019, **post: Any) -> tuple[Bok, Budgetår]:
    nämnd, fel = läs("namnd", "namnd", {"namn": "N", "prefix": "GNS", "värdorganisation": "region", "parter": PARTER})
    assert fel == ()
    b, fel = läs("budget", str(år), post or {"beslut": "2018-12-01 § 1"})
    assert isinstance(b, Budgetår), fel
    assert [f for f in fel if f.nivå == "fel"] == []
    return Bok(nämnd, budgetår={år: b}), b  # type: ignore[arg-type]


def vikter(år: int, urval: Urval, **post: Any) -> dict[str, Fraction]:
    underlag = viktunderlag(*bok(år, **post), urval)
    assert isinstance(underlag, Viktunderlag), underlag
    return underlag.som_vikter()


def hinder(år: int, urval: Urval, **post: Any) -> list[str]:
    underlag = viktunderlag(*bok(år, **post), urval)
    assert not isinstance(underlag, Viktunderlag)
    return [f.text for f in underlag]


def _folk(*värden: dict[str, str]) -> dict[str, Any]:
    return {"nycklar": [{"typ": "folkmängd", "mätdag": "2018-12-31", "enhet": "invånare", "värden": list(värden)}]}


HELA = _folk({"part": "region", "deltar": "nej"}, {"part": "are", "värde": "30"}, {"part": "berg", "värde": "10"})


@pytest.mark.parametrize(
    ("från", "till", "antal"),
    [
        (None, None, 12), ("2019-04-01", None, 9), ("2019-04-02", None, 8), (None, "2019-06-30", 6), (None, "2019-06-29", 5),
        ("2020-01-01", None, 0), (None, "2018-12-31", 0), ("2019-03-15", "2019-04-14", 0), ("2019-02-01", "2019-02-28", 1),
    ],
)  # fmt: skip
def test_hela_månader(från, till, antal):
    tid = Daterad(från=från, till=till)
    assert månader(2019, tid) == antal
    assert månader(2019, tid, Daterad(till="2019-05-31")) == min(antal, månader(2019, tid, Daterad(till="2019-05-31")))


def test_skottår_räknas_rätt():
    assert månader(2020, Daterad(från="2020-02-01", till="2020-02-28")) == 0
    assert månader(2020, Daterad(från="2020-02-01", till="2020-02-29")) == 1


def test_lika_delar_i_månader_när_någon_kommer_eller_går():
    assert vikter(2018, Urval("lika")) == {"region": 12, "are": 9, "berg": 6}
    assert vikter(2019, Urval("lika")) == {"region": 1, "are": 1, "berg": 1}
    assert vikter(2020, Urval("lika")) == {"region": 12, "are": 12, "berg": 6}
    assert vikter(2021, Urval("lika")) == {"region": 1, "are": 1}


def test_ett_saknat_värde_stoppar_och_noll_är_ett_värde():
    utan = _folk({"part": "region", "deltar": "nej"}, {"part": "are", "värde": "30"})
    assert hinder(2019, Urval("folkmängd"), **utan) == ["Bergs kommun saknar värde i nyckeln folkmängd 2019"]
    noll = _folk({"part": "region", "deltar": "nej"}, {"part": "are", "värde": "30"}, {"part": "berg", "värde": "0"})
    assert vikter(2019, Urval("folkmängd"), **noll) == {"are": 30, "berg": 0}
    bara = Urval("folkmängd", (Deltagare(part="are"), Deltagare(part="region")))
    assert hinder(2019, bara, **utan) == ["Region Ett deltar inte i nyckeln folkmängd"]


def test_en_part_som_inte_är_med_det_året():
    urval = Urval("lika", (Deltagare(part="are"), Deltagare(part="berg")))
    assert hinder(2021, urval) == ["Bergs kommun är inte part i nämnden någon hel månad 2021"]


def test_minst_två_och_någon_vikt():
    assert hinder(2019, Urval("lika", (Deltagare(part="are"),))) == ["det är färre än två som deltar"]
    egna = Urval("egna vikter", None, {"are": Fraction(0), "berg": Fraction(0)})
    assert hinder(2019, egna) == ["ingen av dem som deltar har någon vikt"]


def test_deltagarens_egen_tid_räknas_inom_partens():
    urval = Urval("lika", (Deltagare(part="are", från="2018-10-01"), Deltagare(part="region")))
    assert vikter(2018, urval) == {"are": 3, "region": 12}


NYTTA = {
    "nycklar": [
        {
            "typ": "nytta", "beslut": "2019-02-08 § 4",
            "andelar": [{"part": "are", "andel": "62,5 %", "motiv": "Fem av åtta.\n"}, {"part": "berg", "andel": "37,5 %", "motiv": "Tre.\n"}],
        }
    ]
}  # fmt: skip


def test_andelar_av_nyttan_gäller_dem_som_beslutet_säger():
    två = (Deltagare(part="are"), Deltagare(part="berg"))
    assert vikter(2019, Urval("nytta", två), **NYTTA) == {"are": Fraction(125, 2), "berg": Fraction(75, 2)}
    fel = hinder(2019, Urval("nytta", (Deltagare(part="are"), Deltagare(part="region"))), **NYTTA)
    assert fel[0] == "andelarna i nytta gäller are, berg, inte are, region"


# Tak.


def test_taket_flyttar_resten_till_de_andra():
    f = fördela_under_tak(
        100_00, {"a": Fraction(8), "b": Fraction(1), "c": Fraction(1)}, {"a": Fraction(40)}, "krona", "fördela"
    )
    assert f.delar == {"a": 40_00, "b": 30_00, "c": 30_00}
    assert [d.tak for d in f.alla] == [True, False, False]
    minus = fördela_under_tak(
        -100_00, {"a": Fraction(8), "b": Fraction(1), "c": Fraction(1)}, {"a": Fraction(40)}, "krona", "fördela"
    )
    assert minus.delar == {p: -d for p, d in f.delar.items()}


def test_ett_tak_som_inte_nås_ändrar_inget_och_tak_som_inte_räcker_hindrar():
    v = {"a": Fraction(1), "b": Fraction(1)}
    assert not any(d.tak for d in fördela_under_tak(100, v, {"a": Fraction(50)}, "öre", "fördela").alla)
    with pytest.raises(TakHindrar):
        fördela_under_tak(100, v, {"a": Fraction(40), "b": Fraction(40)}, "öre", "fördela")


# Initiativ.

TVÅ = [{"part": "are"}, {"part": "berg"}]


def _delat(ett: dict[str, Any], **post: Any) -> Delning:
    boken, b = bok(2019, initiativ=[ett], **post)
    d = dela_initiativ(boken, b, b.initiativ[0])
    assert isinstance(d, Delning), d
    assert d.fördelning is not None
    return d


def _delar(d: Delning) -> dict[str, int]:
    assert d.fördelning is not None
    assert sum(d.fördelning.delar.values()) + d.fördelning.rest == d.fördelning.belopp_öre
    return d.fördelning.delar


def test_köp_och_sälj_är_tillsammans_noll():
    ett = {
        "id": "gis", "typ": "köp-sälj", "namn": "GIS", "säljare": "region", "pris": "850 kr", "påslag": "10 %",
        "köpare": [{"part": "are", "antal": "10"}, {"part": "berg", "antal": "2,5"}],
    }  # fmt: skip
    d = _delat(ett)
    assert _delar(d) == {"are": 935_000, "berg": 233_750}
    assert (d.säljare, sum(_delar(d).values())) == ("region", 1_168_750)
    d = _delat({**{k: v for k, v in ett.items() if k not in ("pris", "påslag")}, "kostnad": "100,01 kr"})
    assert _delar(d) == {"are": 8_001, "berg": 2_000}


def test_extern_finansiering_delar_det_som_stödet_inte_täcker():
    ett = {
        "id": "eu", "typ": "extern", "namn": "EU", "belopp": "1 000 kr", "medfinansiering": "folkmängd", "parter": TVÅ,
        "stöd": [
            {"från": "A", "belopp": "600 kr", "tillstånd": "beviljat"}, {"från": "B", "belopp": "300 kr", "tillstånd": "sökt"},
        ],
    }  # fmt: skip
    d = _delat(ett, **HELA)
    assert (d.stöd_öre, _delar(d)) == (60_000, {"are": 30_000, "berg": 10_000})
    _, b = bok(2019, initiativ=[ett], **HELA)
    assert initiativ_med(b, "extern") == initiativ_med(b, "folkmängd") == list(b.initiativ)
    assert initiativ_med(b, "lika") == []


def test_ett_gemensamt_initiativ_med_tak_och_ören():
    ett = {
        "id": "x", "typ": "gemensamt", "namn": "X", "belopp": "100,01 kr", "fördelningsnyckel": "folkmängd", "enhet": "öre",
        "parter": TVÅ, "tak": [{"part": "are", "högst": "60 %", "beslut": "2019-02-08 § 4"}],
    }  # fmt: skip
    d = _delat(ett, **HELA)
    assert _delar(d) == {"are": 6_000, "berg": 4_001}


# Basfinansiering.


@pytest.mark.parametrize(
    ("år", "bas", "belopp"),
    [
        (2019, {"per_part": "100 kr", "ursprung": "u"}, 30_000),
        (2018, {"per_part": "120 kr", "ursprung": "u"}, 27_000),  # 12, 9 och 6 månader
        (2019, {"belopp": "914 400 kr"}, 91_440_000),
    ],
)
def test_basbeloppet(år, bas, belopp):
    svar = basbelopp(*bok(år, basfinansiering=bas))
    assert svar is not None
    assert svar.belopp_öre == belopp


def test_nytta_och_en_överenskommen_nyckel_gäller_dem_som_står_i_den():
    assert vikter(2019, Urval("nytta"), **NYTTA) == {"are": Fraction(125, 2), "berg": Fraction(75, 2)}
    timmar = {
        "nycklar": [
            {
                "typ": "överenskommen", "id": "timmar", "benämning": "timmar", "enhet": "timmar", "beslut": "2019-02-08 § 4",
                "värden": [{"part": "are", "värde": "3"}, {"part": "region", "värde": "1"}, {"part": "berg", "deltar": "nej"}],
            }
        ]
    }  # fmt: skip
    assert vikter(2019, Urval("timmar"), **timmar) == {"are": 3, "region": 1}


def _elever(januari: dict[str, str], maj: dict[str, str]) -> dict[str, Any]:
    def värden(v: dict[str, str]) -> list[dict[str, str]]:
        med = [{"part": p, "värde": t} for p, t in v.items()]
        return [*med, *({"part": p["id"], "deltar": "nej"} for p in PARTER if p["id"] not in v)]

    ny = {"datum": "2019-05-02", "mätdag": "2018-10-15", "värden": värden(maj)}
    nyckel = {"typ": "elevantal", "mätdag": "2017-10-15", "enhet": "elever", "värden": värden(januari)}
    return {"nycklar": [{**nyckel, "uppdatering": ny}]}


def test_maj_med_andra_deltagare_än_januari():
    """Den som bara var med i januari får tillbaka allt, den som kom till betalar allt, och skillnaderna är noll."""
    boken, b = bok(2019, **_elever({"region": "1", "are": "1"}, {"are": "1", "berg": "3"}))
    underlag = viktunderlag(boken, b, Urval("elevantal"))
    assert isinstance(underlag, Viktunderlag), underlag
    d = dela("x", underlag, 100_00)
    assert d.före is not None
    assert (d.före.delar, _delar(d)) == ({"are": 50_00, "region": 50_00}, {"are": 25_00, "berg": 75_00, "region": 0})


@pytest.mark.parametrize(
    ("en", "annan", "text"),
    [
        ("köp", "kop", "kop och en annan nyckel skiljs bara åt av prickar"),
        ("köp", "elevantl", None),
        ("köp", "folkmangd", "folkmangd läses som nyckeln folkmängd"),
    ],
)
def test_två_nycklar_som_bara_skiljs_åt_av_prickar(en, annan, text):
    """Kommandot läser namnen med och utan prickar."""
    nycklar = [
        {
            "typ": "överenskommen", "id": id, "benämning": "b", "enhet": "st", "beslut": "2019-02-08 § 4",
            "värden": [{"part": "are", "värde": "1"}, {"part": "berg", "värde": "1"}],
        }
        for id in (en, annan)
    ]  # fmt: skip
    _, fel = läs("budget", "2019", {"nycklar": nycklar})
    assert [f.text for f in fel if f.nivå == "fel"] == ([text] if text else [])


def test_köp_av_en_som_inte_är_part_det_året():
    ett = {
        "id": "gis", "typ": "köp-sälj", "namn": "GIS", "säljare": "region", "pris": "850 kr",
        "köpare": [{"part": "are", "antal": "1"}, {"part": "berg", "antal": "1"}],
    }  # fmt: skip
    boken, b = bok(2022, initiativ=[ett])
    d = dela_initiativ(boken, b, b.initiativ[0])
    assert isinstance(d, tuple)
    assert [f.text for f in d] == ["Bergs kommun är inte part i nämnden 2022"]
