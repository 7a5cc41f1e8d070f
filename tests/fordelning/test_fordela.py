"""Delningen av pengar: det som alltid gäller, för hand räknade facit, och andra bibliotek där de kan svara."""

import ast
from fractions import Fraction
from itertools import pairwise
from math import lcm

import pytest
from apportionment import methods
from hypothesis import given
from hypothesis import strategies as st
from largest_remainder import LargestRemainder

from gns.fordelning import fördela
from gns.fordelning.fordela import ÖRE, Till
from gns.fordelning.tak import TakHindrar, fördela_under_tak
from tests.fordelning.hjalp import BELOPP, ENHET, FAKTOR, PARTER, VIKTER, många
from tests.hus.trad import ROT, moduler

FOLKMÄNGD = {
    "berg": 7120, "bracke": 6181, "harjedalen": 10070, "krokom": 15054, "ragunda": 5208, "stromsund": 11488,
    "are": 12049, "ostersund": 63985,
}  # fmt: skip


def kr(belopp: int) -> int:
    return belopp * 100


# Facit (a)–(e) i regler.md avsnitt 6, och § 21 2020-12-18.


@pytest.mark.parametrize(("hela", "var"), [(914_400, 101_600), (457_200, 50_800)])
def test_lika_delar_går_jämnt_ut(hela, var):
    f = fördela(kr(hela), dict.fromkeys(PARTER, 1))
    assert (set(f.delar.values()), f.rest) == ({kr(var)}, 0)


def test_lika_delar_med_en_krona_över():
    f = fördela(kr(468_091), dict.fromkeys(PARTER, 1))
    assert sorted(f.delar.values()) == [kr(52_010)] * 8 + [kr(52_011)]
    assert f.delar["are"] == kr(52_011)  # lika rester: först i bokstavsordning
    i_öre = fördela(kr(468_091), dict.fromkeys(PARTER, 1), "öre")
    assert sorted(i_öre.delar.values()) == [5_201_011] * 8 + [5_201_012]


def test_resten_kan_behållas_eller_gå_till_en_part():
    nio = dict.fromkeys(PARTER, 1)
    kvar = fördela(kr(468_091), nio, rest="behåll")
    assert (set(kvar.delar.values()), kvar.rest) == ({kr(52_010)}, kr(1))
    till = fördela(kr(468_091), nio, rest=Till("region"))
    assert (till.delar["region"], till.delar["are"], till.rest) == (kr(52_011), kr(52_010), 0)


def test_folkmängden_2020():
    f = fördela(kr(100_000), FOLKMÄNGD)
    assert f.delar == {
        "berg": kr(5428), "bracke": kr(4713), "harjedalen": kr(7678), "krokom": kr(11478), "ragunda": kr(3971),
        "stromsund": kr(8759), "are": kr(9187), "ostersund": kr(48786),
    }  # fmt: skip
    naivt = sum(round(Fraction(100_000 * v, sum(FOLKMÄNGD.values()))) for v in FOLKMÄNGD.values())
    assert naivt == 100_001


def test_partmånader():
    vikter = dict.fromkeys(PARTER, 9) | {"bracke": 6, "harjedalen": 6}
    f = fördela(kr(468_091), vikter)
    assert f.delar["bracke"] == f.delar["harjedalen"] == kr(37_447)
    assert set(f.delar.values()) == {kr(56_171), kr(37_447)}


def test_ören_under_en_krona_blir_kvar_och_nämns():
    f = fördela(10_050, {"are": 1, "berg": 1, "krokom": 1})
    assert (f.delar, f.rest) == ({"are": 3400, "berg": 3300, "krokom": 3300}, 50)


def test_färre_kronor_än_parter():
    assert sorted(fördela(kr(2), dict.fromkeys(PARTER, 1)).delar.values()) == [0] * 7 + [100] * 2


# Det som alltid gäller.


def _går_ihop(belopp, vikter, enhet, f):
    """Summan är beloppet, varje del är inom en enhet från sin kvot, och vikten 0 får 0."""
    steg = ÖRE[enhet]
    assert sum(f.delar.values()) + f.rest == belopp
    assert abs(f.rest) < steg
    assert f.rest * belopp >= 0
    assert all(abs(Fraction(d.belopp_öre, steg) - d.kvot) < 1 for d in f.alla)
    assert all(d.belopp_öre == steg * (d.hela + d.udda) for d in f.alla)
    assert sum(abs(d.udda) for d in f.alla) == f.över
    assert all(f.delar[part] == 0 for part, vikt in vikter.items() if vikt == 0)


def _är_rättvis(vikter, enhet, f):
    """Lika vikter skiljer högst en enhet, och en större vikt får aldrig mindre."""
    delar = {p: abs(d) for p, d in f.delar.items()}
    for mindre, större in pairwise(sorted(vikter, key=lambda p: (vikter[p], p))):
        if vikter[mindre] == vikter[större]:
            assert abs(delar[mindre] - delar[större]) <= ÖRE[enhet]
        else:
            assert delar[mindre] <= delar[större]


@många
@given(BELOPP, VIKTER, ENHET, FAKTOR, st.randoms(use_true_random=False))
def test_det_som_alltid_gäller(belopp, vikter, enhet, faktor, slump):
    """Också: parternas ordning och vikternas skala ändrar inget, och ett underskott är ett överskott med minustecken."""
    f = fördela(belopp, vikter, enhet)
    _går_ihop(belopp, vikter, enhet, f)
    _är_rättvis(vikter, enhet, f)
    blandade = list(vikter.items())
    slump.shuffle(blandade)
    skalade = {p: v * faktor for p, v in blandade}
    assert fördela(belopp, skalade, enhet).delar == f.delar
    assert fördela(-belopp, vikter, enhet).delar == {p: -d for p, d in f.delar.items()}


@många
@given(BELOPP, VIKTER, ENHET, st.data())
def test_resten_behållen_eller_till_en_part_går_också_ihop(belopp, vikter, enhet, data):
    kvar = fördela(belopp, vikter, enhet, "behåll")
    assert sum(kvar.delar.values()) + kvar.rest == belopp
    assert all(abs(d.belopp_öre) <= abs(d.kvot * ÖRE[enhet]) and not d.udda for d in kvar.alla)
    part = data.draw(st.sampled_from([p for p, v in vikter.items() if v]))
    till = fördela(belopp, vikter, enhet, Till(part))
    assert sum(till.delar.values()) + till.rest == belopp
    assert abs(till.rest) < ÖRE[enhet]
    assert {p: d for p, d in till.delar.items() if p != part} == {p: d for p, d in kvar.delar.items() if p != part}


TAK = st.dictionaries(st.sampled_from(PARTER), st.integers(0, 10_000).map(lambda n: Fraction(n, 100)), max_size=4)


@många
@given(BELOPP, VIKTER, ENHET, TAK, st.randoms(use_true_random=False))
def test_under_tak_betalar_ingen_mer_och_de_andra_delar_resten(belopp, vikter, enhet, tak, slump):
    """Ett hinder är alltid sant: då räcker taken inte till, eller så har bara de under tak någon vikt."""
    exakta = {p: Fraction(v) for p, v in vikter.items()}
    tak = {p: t for p, t in tak.items() if p in exakta}
    steg = ÖRE[enhet]
    högst = {p: int(abs(belopp) // steg * t / 100) for p, t in tak.items()}
    med_vikt = {p for p, v in exakta.items() if v}
    try:
        f = fördela_under_tak(belopp, exakta, tak, enhet, "fördela")
    except TakHindrar:
        assert med_vikt <= tak.keys()
        assert sum(högst[p] for p in med_vikt) < abs(belopp) // steg
        return
    assert sum(f.delar.values()) + f.rest == belopp
    assert all(abs(f.delar[p]) <= steg * h for p, h in högst.items())
    fria = {d.part: exakta[d.part] for d in f.alla if not d.tak}
    assert {p: f.delar[p] for p in fria} == fördela(sum(f.delar[p] for p in fria), fria, enhet).delar
    assert all(
        d.belopp_öre == fördela(belopp, exakta, enhet).delar[d.part] for d in f.alla if not any(e.tak for e in f.alla)
    )
    blandade = list(exakta.items())
    slump.shuffle(blandade)
    assert fördela_under_tak(-belopp, dict(blandade), tak, enhet, "fördela").delar == {
        p: -d for p, d in f.delar.items()
    }


# Andra bibliotek.


def _heltal(vikter):
    """Samma vikter som heltal, för bibliotek som inte tar bråk."""
    nämnare = lcm(*(Fraction(v).denominator for v in vikter.values()))
    return {p: int(v * nämnare) for p, v in vikter.items()}


def _har_lika_rester(f):
    """Om gränsen går mellan två lika rester: då är biblioteken inte bestämda."""
    ordnade = sorted((d for d in f.alla if d.vikt), key=lambda d: d.ordning)
    return 0 < f.över < len(ordnade) and ordnade[f.över - 1].rest == ordnade[f.över].rest


@många
@given(st.integers(1, 10**6), VIKTER)
def test_samma_svar_som_apportionment(enheter, vikter):
    heltal = _heltal(vikter)
    f = fördela(enheter, vikter, "öre")
    if _har_lika_rester(f):
        return
    parter = sorted(heltal)
    svar = methods.compute("largest_remainder", [heltal[p] for p in parter], enheter, fractions=True, verbose=False)
    assert svar == [f.delar[p] for p in parter]


@många
@given(st.integers(0, 10**5), st.dictionaries(st.sampled_from(PARTER), st.integers(1, 10**5), min_size=1))
def test_samma_svar_som_largest_remainder(enheter, vikter):
    """Biblioteket räknar med flyttal: det är bestämt när ingen rest ligger tätt intill en annan eller ett heltal."""
    f = fördela(enheter, vikter, "öre")
    rester = sorted(d.rest for d in f.alla)
    tätt = any(abs(a - b) < Fraction(1, 10**6) for a, b in zip(rester, [*rester[1:], Fraction(1)], strict=True))
    if tätt or 0 < rester[0] < Fraction(1, 10**6):
        return
    assert LargestRemainder.round({p: float(v) for p, v in vikter.items()}, enheter) == f.delar


# Fel in.


@pytest.mark.parametrize("vikter", [{}, {"are": 0}, {"are": 0, "berg": Fraction(0)}, {"are": 2, "berg": -1}])
def test_vikter_som_inte_går_att_dela_efter(vikter):
    with pytest.raises(ValueError, match="vikt"):
        fördela(100, vikter)


@pytest.mark.parametrize("tal", [1.0, float("nan"), True, "1", None])
def test_bara_heltal_och_bråk(tal):
    with pytest.raises(TypeError):
        fördela(100, {"are": tal})
    with pytest.raises(TypeError):
        fördela(tal, {"are": 1})


def test_resten_till_en_som_inte_delar():
    for part in ("berg", "krokom"):
        with pytest.raises(ValueError, match="resten"):
            fördela(100, {"are": 1, "berg": 0}, rest=Till(part))


# Bara storage/kalkyl.py tar emot flyttal: Excels tal är sådana, och läses till de femton siffror som Excel visar.
PENGAR = (
    "gns/fordelning/", "gns/grund/belopp", "gns/grund/tal", "gns/dokument/fordelning", "gns/dokument/budget", "gns/flows/fordela",
    "gns/flows/budget", "gns/cli/belopp", "gns/cli/fordela", "gns/render/filter", "gns/render/kalkyl", "gns/render/xlsx",
    "gns/render/diagram", "gns/render/vyjson", "gns/modell/budget", "gns/modell/nyckel", "gns/modell/initiativ",
    "gns/kontroller/regler/ekonomi",
)  # fmt: skip
RÄKNAR = [p for p in moduler("gns") if p.startswith(PENGAR)]


@pytest.mark.parametrize("fil", RÄKNAR)
def test_inga_flyttal_på_vägen(fil):
    """Inget flyttal skrivs eller görs; en kvot skrivs alltid Fraction(a, b), aldrig a / b."""
    träd = ast.parse((ROT / fil).read_text(encoding="utf-8"))
    flyttal = [n.lineno for n in ast.walk(träd) if isinstance(n, ast.Constant) and isinstance(n.value, float)]
    namn = [n.lineno for n in ast.walk(träd) if isinstance(n, ast.Name) and n.id in ("float", "round", "math")]
    delat = [n.lineno for n in ast.walk(träd) if isinstance(n, ast.BinOp) and isinstance(n.op, ast.Div)]
    assert flyttal + namn + (delat if fil.startswith("gns/fordelning/") else []) == []
