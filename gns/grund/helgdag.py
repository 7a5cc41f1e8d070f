"""Helgdagar och vardagar: lagen (1989:253) om allmänna helgdagar och lagen (1930:173) om beräkning av lagstadgad tid."""

from datetime import date, timedelta
from functools import cache

_DAG = timedelta(days=1)
_LÖRDAG, _SÖNDAG = 6, 7


def påskdagen(år: int) -> date:
    """Påskdagen i den gregorianska kalendern: första söndagen efter kyrkans fullmåne."""
    sekel = år // 100
    rest = (19 * (år % 19) + sekel - sekel // 4 - (8 * sekel + 13) // 25 + 15) % 30
    epakt = rest - (rest == 29 or (rest == 28 and år % 19 > 10))
    fullmåne = date(år, 3, 21) + epakt * _DAG
    return fullmåne + (_SÖNDAG - fullmåne.isoweekday() or 7) * _DAG


@cache
def helgdagar(år: int) -> dict[date, str]:
    """Årets allmänna helgdagar utom vanliga söndagar, med namn; annandag pingst till 2004, nationaldagen från 2005."""
    påsk = påskdagen(år)
    fasta = {
        date(år, 1, 1): "nyårsdagen",
        date(år, 1, 6): "trettondedag jul",
        date(år, 5, 1): "första maj",
        date(år, 12, 25): "juldagen",
        date(år, 12, 26): "annandag jul",
    }
    rörliga = {
        påsk - 2 * _DAG: "långfredagen",
        påsk: "påskdagen",
        påsk + _DAG: "annandag påsk",
        påsk + 39 * _DAG: "Kristi himmelsfärdsdag",
        påsk + 49 * _DAG: "pingstdagen",
        _lördagen_från(date(år, 6, 20)): "midsommardagen",
        _lördagen_från(date(år, 10, 31)): "alla helgons dag",
    }
    ändrad = {date(år, 6, 6): "nationaldagen"} if år >= 2005 else {påsk + 50 * _DAG: "annandag pingst"}
    return fasta | ändrad | rörliga


def inte_vardag(dag: date) -> str | None:
    """Varför en frist inte slutar den dagen: lördag, söndag, en helgdags eller aftons namn; None för en vardag.

    De dagar som lagen (1930:173) 2 § räknar upp.
    """
    if namn := helgdagar(dag.year).get(dag):
        return namn
    if dag == _lördagen_från(date(dag.year, 6, 20)) - _DAG:
        return "midsommarafton"
    if dag.month == 12 and dag.day in (24, 31):
        return "julafton" if dag.day == 24 else "nyårsafton"
    return {_LÖRDAG: "lördag", _SÖNDAG: "söndag"}.get(dag.isoweekday())


def nästa_vardag(dag: date) -> date:
    """Dagen själv när den är en vardag, annars den första vardagen efter."""
    while inte_vardag(dag):
        dag += _DAG
    return dag


def _lördagen_från(dag: date) -> date:
    return dag + (_LÖRDAG - dag.isoweekday()) % 7 * _DAG
