"""Planerade sammanträden mot dem som hölls: varje möte paras med en dag, och bara en dag som har passerat kan vara flyttad."""

import datetime as dt

import pytest

from gns.modell.bok import Bok
from gns.modell.las import läs
from gns.uppdrag.sammantraden import Hållet, planens_utfall

PLANEN = (dt.date(2024, 2, 26), dt.date(2024, 3, 11), dt.date(2024, 3, 18))
NÄMND = {
    "namn": "Nämnden", "prefix": "GNS", "värdorganisation": "are",
    "parter": [{"id": "are", "namn": "Åre kommun", "orgnr": "212000-2494"}],
}  # fmt: skip


def _läst(slag, id, data):
    post, fel = läs(slag, id, data)
    assert post is not None, fel
    return post


@pytest.mark.parametrize(
    ("hölls", "per", "utfall"),
    [
        ([], None, [None, None, None]),
        ([PLANEN[1]], None, [None, PLANEN[1], None]),
        # Den 4 mars ligger sju dagar från både 26 februari och 11 mars: den första får den, och ingen annan.
        ([dt.date(2024, 3, 4)], None, [dt.date(2024, 3, 4), None, None]),
        ([dt.date(2024, 3, 12)], None, [None, dt.date(2024, 3, 12), None]),
        ([dt.date(2024, 3, 12), dt.date(2024, 3, 13)], None, [None, dt.date(2024, 3, 12), dt.date(2024, 3, 13)]),
        # Den 10 mars har den 11 inte varit.
        ([dt.date(2024, 3, 9)], dt.date(2024, 3, 10), [dt.date(2024, 3, 9), None, None]),
        ([dt.date(2024, 4, 9)], None, [None, None, None]),  # 22 dagar efter den sista
        ([dt.date(2024, 4, 8)], None, [None, None, dt.date(2024, 4, 8)]),  # 21
    ],
)
def test_dagarna_paras_en_och_en(hölls, per, utfall):
    b = _läst("budget", "2024", {"sammanträden": [{"datum": str(dag)} for dag in PLANEN]})
    bok = Bok(_läst("namnd", "namnd", NÄMND), budgetår={2024: b})
    alla = planens_utfall(bok, 2024, {dag: Hållet(dag, "mötets post") for dag in hölls}, per)
    assert [p.hållet.datum if p.hållet else None for p in alla] == utfall
    assert [p.flyttat for p in alla] == [p.hållet is not None and p.hållet.datum != p.planerat.datum for p in alla]
