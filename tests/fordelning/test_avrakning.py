"""Avräkningen: inget öre faller bort, den som kommer börjar på noll, den som går får det som är kvar."""

import copy
import datetime as dt
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gns.fordelning.avrakning import INGEN, Avräkning, avräkna
from gns.fordelning.fordela import fördela
from gns.fordelning.inbetalt import vikter_för
from gns.fordelning.saldo import efter_inbetalt
from gns.modell.bok import Bok
from gns.modell.las import läs
from tests.fordelning.hjalp import hela_böcker

ORGNR = (
    "232100-0214", "212000-2494", "212000-2502", "212000-2460", "212000-2510", "212000-2478", "212000-2452", "212000-2486",
    "212000-2528",
)  # fmt: skip
PARTER = [
    {"id": "region", "namn": "Region Ett", "orgnr": "232100-0214", "från": "2018-04-01"},
    {"id": "are", "namn": "Åre kommun", "orgnr": "212000-2494", "från": "2018-04-01"},
    {"id": "berg", "namn": "Bergs kommun", "orgnr": "212000-2502", "från": "2018-07-01"},
]
NIO = [
    {"id": f"p{n}", "namn": f"Part {n}", "orgnr": orgnr, "från": "2018-04-01" if n < 7 else "2018-07-01"}
    for n, orgnr in enumerate(ORGNR)
]
ÅTER = {"id": "a", "typ": "återbetalar", "avser": "medel", "härlett": "ja"}


def _läst(slag: str, id: str, post: dict[str, Any]) -> Any:
    modell, fel = läs(slag, id, copy.deepcopy(post))
    assert modell is not None, fel
    assert [f for f in fel if f.nivå == "fel"] == []
    return modell


def bok(åren: dict[int, dict[str, Any]], verkningar: Any = (), parter: Any = PARTER) -> Bok:
    """Åren och ett möte per (dag, verkan)."""
    nämnd = _läst(
        "namnd", "namnd", {"namn": "N", "prefix": "GNS", "värdorganisation": parter[0]["id"], "parter": parter}
    )
    möten = {}
    for dag, verkan in verkningar:
        post = {
            "plats": "Östersund", "start": "09:00", "närvaro": [{"namn": "Eva Ek", "som": "ledamot"}],
            "paragrafer": [{"nr": "1", "rubrik": "Medel", "beslut": ["Medlen betalas."], "innebär": [verkan]}],
        }  # fmt: skip
        möten[dt.date.fromisoformat(dag)] = _läst("mote", dag, post)
    return Bok(nämnd, möten, budgetår={år: _läst("budget", str(år), post) for år, post in åren.items()})


def _resultat(år: int, belopp: str) -> dict[str, Any]:
    return {"redovisat": [{"per": f"{år}-12-31", "resultat": belopp, "källa": "bokslutet"}]}


def utgående(a: Avräkning, år: int) -> dict[str, int]:
    return next({k.part: k.utgående for k in å.konton} for å in a.år if å.år == år)


def test_ett_resultat_delas_efter_månader_och_förs_vidare():
    a = avräkna(bok({2018: _resultat(2018, "240 kr"), 2019: {"beslut": "2019-02-01 § 1"}}), 2019)
    väntat = {"region": 9_000, "are": 9_000, "berg": 6_000, INGEN: 0}
    assert utgående(a, 2018) == utgående(a, 2019) == väntat
    assert [k.ingående for k in a.år[1].konton] == [9_000, 9_000, 6_000, 0]
    assert a.år[1].resultat_känt is False


def test_inbetalningar_går_före_beslut_och_beslut_före_månader():
    betalt = [
        {"nr": "1", "part": "region", "datum": "2019-01-31", "belopp": "300 kr"},
        {"nr": "2", "part": "are", "datum": "2019-01-31", "belopp": "100 kr"},
        {"nr": "3", "part": "are", "datum": "2019-05-31", "belopp": "-50 kr"},
        {"nr": "4", "part": "berg", "datum": "2018-12-30", "belopp": "20 kr"},
    ]
    bas = {"basfinansiering": {"per_part": "100 kr", "ursprung": "fullmäktige"}}
    b = bok({2018: bas, 2019: bas | {"inbetalningar": betalt}, 2020: {"beslut": "2020-02-01 § 1"}})
    assert vikter_för(b, [2019]).delar == {"region": 30_000, "are": 5_000, "berg": 2_000}
    utan_berg = bok({2019: bas | {"inbetalningar": betalt[:3]}})
    assert vikter_för(utan_berg, [2019]).grund == "beslutat"
    (å,) = avräkna(utan_berg, 2019).år
    assert (å.saknar_betalning, {k.kostnad for k in å.konton}) == (("berg",), {None})
    assert vikter_för(b, [2018]).grund == vikter_för(b, [2018, 2019]).grund == "beslutat"
    assert vikter_för(b, [2018]).delar == {"region": 7_500, "are": 7_500, "berg": 5_000}
    assert vikter_för(b, [2018, 2020]).delar == {"region": 21, "are": 21, "berg": 18}


def test_kostnaden_är_det_inbetalda_utom_resultatet():
    betalt = [
        {"nr": str(n), "part": part, "datum": "2019-01-31", "belopp": "1 000 kr"}
        for n, part in enumerate(("region", "are", "berg"))
    ]
    å = avräkna(bok({2019: _resultat(2019, "300 kr") | {"inbetalningar": betalt}}), 2019).år[0]
    assert [(k.inbetalt, k.kostnad, k.utgående) for k in å.konton] == [
        *[(100_000, 90_000, 10_000)] * 3, (0, 0, 0),
    ]  # fmt: skip
    assert (å.summa.inbetalt, å.summa.kostnad) == (300_000, 270_000)


def test_det_som_används_tas_av_dem_som_betalade_det_året_och_räknas_en_gång():
    """Resultatet 2019 är efter det använda: det som inte användes ur sparade medel är 40 kr."""
    använt = {"vad": "Förstudie", "belopp": "80 kr", "från_år": "2018", "källa": "bokslutet"}
    a = avräkna(
        bok({2018: _resultat(2018, "240 kr"), 2019: _resultat(2019, "-50 kr") | {"användningar": [använt]}}), 2019
    )
    konto = {k.part: (k.resultat, k.använt, k.utgående) for k in a.år[1].konton}
    assert konto == {
        "region": (1_000, 3_000, 7_000),
        "are": (1_000, 3_000, 7_000),
        "berg": (1_000, 2_000, 5_000),
        "": (0, 0, 0),
    }
    assert a.år[1].summa.utgående == 24_000 - 5_000


@pytest.mark.parametrize(
    ("verkan", "delar", "odelat"),
    [
        ({"per_part": "33 kr"}, {"region": 3_300, "are": 3_300, "berg": 3_300}, 100),
        ({"fördelningsnyckel": "lika"}, {"are": 3_400, "berg": 3_300, "region": 3_300}, 0),
        ({"fördelningsnyckel": "inbetalt", "från_år": ["2018"]}, {"are": 3_800, "region": 3_700, "berg": 2_500}, 0),
        ({"fördelningsnyckel": "elevantal"}, {}, 10_000),
    ],
)
def test_en_återbetalning_delas_som_den_är_beslutad(verkan, delar, odelat):
    b = bok(
        {2018: _resultat(2018, "100 kr"), 2019: {"beslut": "2019-02-01 § 1"}},
        [("2019-06-03", ÅTER | {"belopp": "100 kr"} | verkan)],
    )
    (steg,) = [s for s in avräkna(b, 2019).steg if s.rörelse.slag == "återbetalning"]
    assert ({p: -öre for p, öre in steg.delar.items()}, steg.odelat_öre) == (delar, odelat)
    assert steg.saldo_öre == 10_000 - sum(delar.values())
    assert (steg.hinder is not None) is (not delar)


def test_regelunderlagets_månadsexempel():
    """7 × 9 + 2 × 6 = 75 månader på 468 091 kr (regler.md avsnitt 6 e)."""
    b = bok(
        {2018: {"beslut": "2018-02-01 § 1"}},
        [("2018-12-18", ÅTER | {"belopp": "468 091 kr", "från_år": ["2018"]})],
        NIO,
    )
    verkan = b.verkningar("2018-12-18 § 1")[0]
    vikter, delar = efter_inbetalt(b, verkan)  # type: ignore[misc, arg-type]
    assert sum(vikter.delar.values()) == 75
    assert sorted(delar.values()) == [3_744_700] * 2 + [5_617_100] * 7
    assert sum(delar.values()) == 46_809_100


def test_den_som_kommer_senare_har_ingen_del_i_det_som_fanns():
    parter = [*PARTER, {"id": "krokom", "namn": "Krokoms kommun", "orgnr": "212000-2478", "från": "2019-04-01"}]
    a = avräkna(bok({2018: _resultat(2018, "240 kr"), 2019: _resultat(2019, "450 kr")}, parter=parter), 2019)
    krokom = next(k for k in a.år[1].konton if k.part == "krokom")
    assert (krokom.ingående, krokom.resultat) == (0, 9_000)  # 9 av 45 månader
    assert "krokom" not in utgående(a, 2018)


def test_den_som_går_och_en_nämnd_som_avvecklas_regleras_på_samma_sätt():
    år = {2018: _resultat(2018, "240 kr"), 2019: _resultat(2019, "-150 kr"), 2020: _resultat(2020, "90 kr")}
    gick = bok(år, parter=[PARTER[0], PARTER[1], PARTER[2] | {"till": "2019-06-30"}])
    assert avräkna(gick, 2018).att_reglera(gick) == {}
    assert avräkna(gick, 2019).att_reglera(gick) == avräkna(gick, 2020).att_reglera(gick) == {"berg": 6_000 - 3_000}
    alla = bok(år, parter=[p | {"till": "2020-12-31"} for p in PARTER])
    slut = avräkna(alla, 2020)
    assert sum(slut.att_reglera(alla).values()) == slut.år[-1].summa.utgående == 18_000


@pytest.mark.parametrize(
    ("angivet", "saldo", "oförklarat"),
    [
        ("240 kr", 24_000, 0), ("241 kr", 24_100, 100), ("239,99 kr", 23_999, -1),
        ("0 tkr", 24_000, 0), ("0,2 tkr", 24_000, 0), ("1 tkr", 100_000, 76_000),
    ],
)  # fmt: skip
def test_ett_angivet_saldo_jämförs_i_sin_enhet(angivet, saldo, oförklarat):
    saldon = [{"per": "2019-03-01", "belopp": angivet, "källa": "rapporten"}]
    a = avräkna(bok({2018: _resultat(2018, "240 kr"), 2019: {"saldon": saldon}}), 2019)
    (steg,) = [s for s in a.steg if s.rörelse.slag == "saldo"]
    assert (steg.saldo_öre, steg.oförklarat_öre) == (saldo, oförklarat)
    assert a.år[-1].konton[-1].rättat == saldo - 24_000


def test_ett_saldo_i_kronor_efter_belopp_i_tusental_är_säkert_på_ett_halvt_tusental_var():
    använt = {"vad": "x", "belopp": "328 tkr", "från_år": "2018", "källa": "k"}
    for belopp, oförklarat in (("417 999 kr", 0), ("418 001 kr", 100_100), ("416 000 kr", 0)):
        saldon = [{"per": "2020-02-14", "belopp": belopp, "källa": "k"}]
        b = bok({2018: _resultat(2018, "745 tkr"), 2019: {"användningar": [använt]}, 2020: {"saldon": saldon}})
        (steg,) = [s for s in avräkna(b, 2020).steg if s.rörelse.slag == "saldo"]
        assert steg.oförklarat_öre == oförklarat


def test_reserveringen_minskar_med_det_som_tas_ur_den_och_är_noll_när_den_upphör():
    reservering = {"id": "r", "ändamål": "Projektet", "belopp": "100 kr", "från_år": "2018", "beslut": "2019-02-01 § 1"}
    använt = {"vad": "x", "belopp": "30 kr", "från_år": "2018", "datum": "2020-05-01", "reservering": "r", "källa": "k"}
    år = {
        2018: _resultat(2018, "240 kr"), 2019: {"reserveringar": [reservering | {"upphör": "2021-03-01 § 2"}]},
        2020: {"användningar": [använt]}, 2021: {"beslut": "2021-02-01 § 1"},
    }  # fmt: skip
    b = bok(år)
    kvar = [(å, avräkna(b, å).reserveringar[0].kvar, avräkna(b, å).år[-1].summa.reserverat) for å in (2019, 2020, 2021)]
    assert kvar == [(2019, 10_000, 10_000), (2020, 7_000, 7_000), (2021, 0, 0)]
    assert avräkna(b, 2018).reserveringar == ()


def test_ett_år_utan_post_räknas_ändå_och_inget_år_alls_är_ett_fel():
    a = avräkna(bok({2018: _resultat(2018, "240 kr"), 2020: {"beslut": "2020-02-01 § 1"}}), 2020)
    assert [(å.år, å.post_finns, å.summa.utgående) for å in a.år] == [
        (2018, True, 24_000),
        (2019, False, 24_000),
        (2020, True, 24_000),
    ]
    with pytest.raises(ValueError, match="inget budgetår till och med 2017"):
        avräkna(bok({2018: _resultat(2018, "240 kr")}), 2017)


def test_en_nämnd_som_avvecklas_har_allt_att_reglera_också_det_ingen_part_har():
    saldo = {"saldon": [{"per": "2019-03-01", "belopp": "300 kr", "källa": "rapporten"}]}
    b = bok({2018: _resultat(2018, "240 kr"), 2019: saldo})
    slut = Bok(b.nämnd.model_copy(update={"avvecklad": dt.date(2019, 6, 30)}), budgetår=b.budgetår)
    assert avräkna(slut, 2018).att_reglera(slut) == {}
    assert avräkna(slut, 2019).att_reglera(slut) == {"region": 9_000, "are": 9_000, "berg": 6_000, INGEN: 6_000}
    assert avräkna(slut, 2019).räknat_öre == 24_000


def test_efter_ett_år_utan_post_är_den_ingående_balansen_ett_angivet_saldo():
    balans = {"ingående_balans": {"belopp": "250 kr", "från_år": "2018", "källa": "bokslutet"}}
    a = avräkna(bok({2018: _resultat(2018, "240 kr"), 2020: balans}), 2020)
    assert [(å.år, å.summa.utgående, å.summa.rättat) for å in a.år] == [
        (2018, 24_000, 0),
        (2019, 24_000, 0),
        (2020, 25_000, 1_000),
    ]


def test_den_som_betalar_utan_att_vara_part_är_med_i_summan():
    betalt = [
        {"nr": str(n), "part": part, "datum": "2019-01-31", "belopp": "100 kr"}
        for n, part in enumerate(("region", "are", "berg"))
    ]
    gick = [PARTER[0], PARTER[1], PARTER[2] | {"till": "2018-12-31"}]
    (å,) = avräkna(bok({2019: {"inbetalningar": betalt}}, parter=gick), 2019).år
    assert å.summa.inbetalt == 30_000


def test_den_ingående_balansen_räknas_bara_det_första_året():
    balans = {"belopp": "90 kr", "från_år": "2018", "källa": "bokslutet"}
    a = avräkna(bok({2019: {"ingående_balans": balans}, 2020: {"ingående_balans": balans | {"från_år": "2019"}}}), 2020)
    assert [å.summa.ingående for å in a.år] == [9_000, 9_000]
    assert {k.part: k.ingående for k in a.år[0].konton} == {"region": 3_375, "are": 3_375, "berg": 2_250, "": 0}


KR = st.integers(-(10**6), 10**6)


@st.composite
def världar(draw: Any) -> Bok:
    """Två till fyra parter som kommer och går, år med och utan resultat, uttag, saldon och återbetalningar."""
    parter = []
    for n in range(draw(st.integers(2, 4))):
        part = {
            "id": f"p{n}",
            "namn": f"Part {n}",
            "orgnr": ORGNR[n],
            "från": f"201{draw(st.integers(6, 9))}-0{draw(st.integers(1, 9))}-01",
        }
        if draw(st.integers(0, 3)) == 0:
            part["till"] = f"202{draw(st.integers(0, 2))}-06-30"
        parter.append(part)
    åren: dict[int, dict[str, Any]] = {}
    möten = []
    for år in range(2018, 2018 + draw(st.integers(1, 4))):
        post: dict[str, Any] = {"beslut": f"{år}-02-01 § 9"}
        if draw(st.booleans()):
            post |= _resultat(år, f"{draw(KR)},{draw(st.integers(0, 99)):02} kr")
        if draw(st.booleans()):
            post["basfinansiering"] = {"per_part": f"{draw(st.integers(1, 10**5))} kr", "ursprung": "fullmäktige"}
        if draw(st.booleans()):
            post["användningar"] = [
                {
                    "vad": "x",
                    "belopp": f"{draw(st.integers(1, 10**6))} kr",
                    "från_år": str(draw(st.integers(2018, år))),
                    "källa": "k",
                }
            ]
        if draw(st.booleans()):
            post["saldon"] = [{"per": f"{år}-03-01", "belopp": f"{draw(KR)} kr", "källa": "k"}]
        if draw(st.booleans()):
            post["inbetalningar"] = [
                {
                    "nr": f"{år}-{p['id']}",
                    "part": p["id"],
                    "datum": f"{år}-01-31",
                    "belopp": f"{draw(st.integers(1, 10**5))} kr",
                }
                for p in parter
            ]
        if draw(st.booleans()):
            hur = draw(
                st.sampled_from(
                    [{"per_part": "17 kr"}, {"fördelningsnyckel": "lika"}, {"fördelningsnyckel": "inbetalt"}, {}]
                )
            )
            verkan = (
                ÅTER
                | {"belopp": f"{draw(st.integers(1, 10**6))} kr", "från_år": [str(draw(st.integers(2018, år)))]}
                | hur
            )
            möten.append((f"{år}-11-05", verkan))
        åren[år] = post
    return bok(åren, möten, parter)


@hela_böcker
@given(världar())
def test_inget_öre_faller_bort(b):
    sista = max(b.budgetår)
    a = avräkna(b, sista)
    förra: dict[str, int] = {}
    for å in a.år:
        for k in å.konton:
            assert k.ingående == förra.get(k.part, 0)
            assert k.utgående == k.ingående + k.resultat - k.använt - k.återbetalt + k.rättat
            assert k.kostnad is None or k.inbetalt is None or k.inbetalt - k.kostnad == k.resultat
        assert å.summa.utgående == sum(k.utgående for k in å.konton)
        förra = {k.part: k.utgående for k in å.konton}
    assert a.steg == () or a.steg[-1].saldo_öre == a.år[-1].summa.utgående
    saldo = 0
    for s in a.steg:
        saldo += s.ändring_öre
        assert s.saldo_öre == saldo
        for part in (p for p in b.nämnd.parter if s.rörelse.slag in ("resultat", "användning") and p.id in s.delar):
            assert s.delar[part.id] == 0 or vikter_för(b, s.rörelse.från_år).delar[part.id] > 0
        if s.rörelse.slag == "resultat" and s.vikter and s.vikter.grund == "månader":
            assert all(p.från.year <= s.rörelse.dag.year for p in b.nämnd.parter if p.från and s.delar.get(p.id))
        if s.rörelse.slag == "återbetalning":
            assert -s.ändring_öre + s.odelat_öre == s.rörelse.angivet.öre


def test_delningen_är_den_enda_i_huset():
    """Avräkningen delar med samma funktion som allt annat."""
    a = avräkna(bok({2018: _resultat(2018, "100,01 kr")}), 2018)
    assert a.steg[0].delar == fördela(10_001, {"region": 9, "are": 9, "berg": 6}, "öre").delar
