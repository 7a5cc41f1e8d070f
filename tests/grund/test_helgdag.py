"""Helgdagar och vardagar mot biblioteket holidays och lagens egna dagar."""

import datetime as dt

import holidays
import pytest

from gns.grund.helgdag import helgdagar, inte_vardag, nästa_vardag


@pytest.mark.parametrize("år", range(1990, 2061))
def test_helgdagarna_är_de_som_holidays_har(år):
    assert set(helgdagar(år)) == set(holidays.country_holidays("SE", years=år, include_sundays=False))


@pytest.mark.parametrize("år", range(1990, 2061))
def test_varje_dag_som_inte_är_vardag(år):
    """Lördagar, söndagar, helgdagar och de tre aftnarna (1930:173 2 §), och inga andra."""
    helg = holidays.country_holidays("SE", years=år, include_sundays=True)
    midsommar = next(dag for dag, namn in helgdagar(år).items() if namn == "midsommardagen")
    aftnar = {dt.date(år, 12, 24), dt.date(år, 12, 31), midsommar - dt.timedelta(days=1)}
    dag = dt.date(år, 1, 1)
    while dag.year == år:
        assert bool(inte_vardag(dag)) == (dag in helg or dag in aftnar or dag.weekday() == 5), dag
        dag += dt.timedelta(days=1)


def test_dagen_har_ett_namn():
    assert inte_vardag(dt.date(2021, 6, 25)) == "midsommarafton"
    assert inte_vardag(dt.date(2020, 12, 24)) == "julafton"
    assert inte_vardag(dt.date(2020, 12, 31)) == "nyårsafton"
    assert inte_vardag(dt.date(2021, 4, 5)) == "annandag påsk"
    assert inte_vardag(dt.date(2021, 4, 10)) == "lördag"
    assert inte_vardag(dt.date(2021, 4, 11)) == "söndag"
    assert inte_vardag(dt.date(2021, 4, 12)) is None


def test_nästa_vardag_är_dagen_själv_eller_den_första_efter():
    assert nästa_vardag(dt.date(2021, 4, 12)) == dt.date(2021, 4, 12)
    assert nästa_vardag(dt.date(2020, 12, 25)) == dt.date(2020, 12, 28)
    assert nästa_vardag(dt.date(2021, 1, 1)) == dt.date(2021, 1, 4)
