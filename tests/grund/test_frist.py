"""Frister ur kommunallagen, räknade efter lagen om beräkning av lagstadgad tid (1930:173)."""

import datetime as dt

import pytest

from gns.grund.frist import (
    efter_veckor,
    första_nedtagningsdag,
    sista_anslagsdag,
    sista_justeringsdag,
    sista_överklagandedag,
)

D = dt.date


def test_protokollet_2020_12_18():
    """regler.md § 5: R49, R50, R52 och R53."""
    assert sista_justeringsdag(D(2020, 12, 18)) == D(2021, 1, 4)
    assert sista_anslagsdag(D(2020, 12, 23)) == D(2020, 12, 28)
    assert sista_överklagandedag([D(2021, 1, 4)]) == D(2021, 1, 25)
    assert första_nedtagningsdag([D(2021, 1, 4)]) == D(2021, 1, 26)


def test_tiden_räknas_från_det_sista_anslaget():
    assert sista_överklagandedag([D(2021, 3, 2), D(2021, 3, 5), D(2021, 3, 1)]) == D(2021, 3, 26)


def test_sunne_2011_annandag_påsk():
    """regler.md R53: den tredje veckans dag var annandag påsk, så den sista dagen var den 26."""
    assert efter_veckor(D(2011, 4, 4), 3) == D(2011, 4, 26)


@pytest.mark.parametrize("frist", [sista_justeringsdag, sista_anslagsdag])
def test_före_lagen_finns_ingen_frist(frist):
    assert frist(D(2017, 12, 31)) is None
    assert frist(D(2018, 1, 1)) is not None


def test_utan_anslag_finns_ingen_frist():
    assert sista_överklagandedag([]) is None
    assert första_nedtagningsdag([D(2017, 12, 1)]) is None
