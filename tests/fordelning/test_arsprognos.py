"""Prognosen: utfallet hittills för hela året, om inget är beslutat eller bedömt."""

import datetime as dt
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gns.fordelning.arsprognos import Årsprognos, bedömd_prognos, hela_året, radprognos
from gns.fordelning.utfall import Radutfall
from gns.grund.belopp import Belopp
from gns.modell.budgetar import Budgetår
from gns.modell.prognos import Prognos, Prognosrad

APRIL = dt.date(2021, 4, 30)
DAGAR = st.dates(dt.date(2020, 1, 1), dt.date(2021, 12, 31))


@pytest.mark.parametrize(
    ("per", "öre", "grund"),
    [
        (dt.date(2021, 4, 30), 30_000, "månader"),
        (dt.date(2021, 8, 31), 15_000, "månader"),
        (dt.date(2020, 2, 29), 60_000, "månader"),
        (dt.date(2020, 2, 28), 62_000, "dagar"),  # 59 av 366 dagar: 620,33… kr
        (dt.date(2021, 12, 31), 10_000, "bokslut"),
    ],
)
def test_hundra_kronor_hittills(per, öre, grund):
    assert hela_året(10_000, per) == Årsprognos(öre, grund)


@given(st.integers(-(10**14), 10**14), DAGAR)
def test_ett_underskott_är_ett_överskott_med_minus_och_prognosen_ligger_rätt(öre, per):
    hela = hela_året(öre, per)
    assert hela_året(-öre, per).öre == -hela.öre
    if hela.grund == "bokslut":
        assert hela.öre == öre
    else:
        assert hela.öre % 100 == 0
        dagar = dt.date(per.year, 12, 31).timetuple().tm_yday
        andel = Fraction(per.month, 12) if hela.grund == "månader" else Fraction(per.timetuple().tm_yday, dagar)
        assert abs(hela.öre * andel - öre) <= 50 * andel


@pytest.mark.parametrize(
    ("rad", "bedömd", "väntat"),
    [
        (Radutfall("", "Lön", -120_000, -10_000), False, Årsprognos(-30_000, "månader")),
        (Radutfall("", "Lön", -120_000, -10_000), True, Årsprognos(-90_000, "posten")),
        (Radutfall("", "Bidrag", 50_000, 50_000, hämtas=True), True, Årsprognos(50_000, "beslutat")),
        (Radutfall("", "Bidrag", None, 50_000, hämtas=True), False, Årsprognos(150_000, "månader")),
    ],
)
def test_en_rads_hela_år(rad, bedömd, väntat):
    rader = (Prognosrad.model_construct(rad="Lön", belopp=Belopp(-90_000)),)
    prognos = Prognos.model_construct(per=APRIL, källa="ekonomen", resultat=None, rader=rader) if bedömd else None
    assert radprognos(rad, APRIL, prognos) == väntat


def test_bokslutet_går_före_en_bedömning():
    rader = (Prognosrad.model_construct(rad="Lön", belopp=Belopp(-90_000)),)
    bedömd = Prognos.model_construct(per=APRIL, källa="ekonomen", resultat=None, rader=rader)
    rad = Radutfall("", "Lön", -120_000, -10_000)
    assert radprognos(rad, dt.date(2021, 12, 31), bedömd) == Årsprognos(-10_000, "bokslut")


def test_en_prognos_som_är_äldre_än_utfallet_gäller_inte():
    mars, april = (Prognos.model_construct(per=dag, källa="ekonomen") for dag in (dt.date(2021, 3, 31), APRIL))
    b = Budgetår.model_construct(år=2021, prognoser=(mars, april))
    assert bedömd_prognos(b, dt.date(2021, 8, 31), None) is april
    assert bedömd_prognos(b, dt.date(2021, 8, 31), APRIL) is april
    assert bedömd_prognos(b, dt.date(2021, 8, 31), dt.date(2021, 5, 31)) is None
    assert bedömd_prognos(b, dt.date(2021, 4, 1), None) is mars
    assert bedömd_prognos(b, dt.date(2021, 1, 1), None) is None
