"""Närvaroregistret: hur ofta var och en var med och tjänstgjorde ett år."""

from collections.abc import Sequence
from dataclasses import dataclass

from gns.modell.bok import Bok
from gns.modell.mote import Möte
from gns.modell.namnd import Plats
from gns.modell.narvaro import Närvarande
from gns.sammantrade.deltagande import beslutande
from gns.sammantrade.lage import Läge
from gns.sammantrade.sammantrade import Sammanträde


@dataclass(frozen=True, slots=True)
class Närvarorad:
    """En person i en plats, eller en som var med utan plats: då är ``möten`` och ``paragrafer`` None.

    ``möten`` är årets möten under mandatet, ``paragrafer`` de §§ i dem som har beslut och ``paragrafer_tjänstgjort`` de av
    dem där personen tog del i minst ett delbeslut. För en övrig är också det som rör tjänstgöring None.
    """

    namn: str
    part: str | None
    parti: str | None
    som: str
    roll: str | None
    möten: int | None
    närvarande: int
    tjänstgjort: int | None
    paragrafer: int | None
    paragrafer_tjänstgjort: int | None


@dataclass(frozen=True, slots=True)
class _Dag:
    """Ett möte uträknat: vilka som var där, och i vilka §§ var och en tjänstgjorde."""

    möte: Möte
    närvarande: frozenset[str]
    tjänstgjort: dict[str, frozenset[int]]


def bygg_närvaro(bok: Bok, år: int) -> tuple[int, tuple[Närvarorad, ...]]:
    """Antalet möten med antecknad närvaro, och raderna: platserna i turordning, sedan de som var med utan plats."""
    möten = [m for dag, m in sorted(bok.möten.items()) if dag.year == år and m.närvaro]
    dagar = [_dag(m, Sammanträde(bok.nämnd, m).lägen) for m in möten]
    return len(möten), (*_med_plats(bok, dagar, år), *_utan_plats(bok, dagar))


def _dag(möte: Möte, lägen: Sequence[Läge]) -> _Dag:
    """Ett möte utan paragrafer räknas efter uppropet."""
    närvarande = {namn for läge in lägen for namn in (*läge.närvarande, *läge.jäviga)}
    return _Dag(
        möte,
        frozenset(närvarande if lägen else (n.namn for n in möte.närvaro)),
        {d.person.namn: _beslutade(möte) & frozenset(d.paragrafer) for d in beslutande(möte, lägen)},
    )


def _beslutade(möte: Möte) -> frozenset[int]:
    return frozenset(p.nr for p in möte.paragrafer if p.beslut)


def _med_plats(bok: Bok, dagar: list[_Dag], år: int) -> list[Närvarorad]:
    grupper: dict[tuple[str, str, str | None, str | None], list[Plats]] = {}
    for plats in bok.nämnd.platser:
        if plats.person and _under(plats, år):
            grupper.setdefault((plats.person, plats.som, plats.part, plats.parti), []).append(plats)
    return [
        _rad(bok, platser, [d for d in dagar if any(p.gäller(d.möte.datum) for p in platser)])
        for platser in grupper.values()
    ]


def _under(plats: Plats, år: int) -> bool:
    return (plats.från is None or plats.från.year <= år) and (plats.till is None or plats.till.year >= år)


def _rad(bok: Bok, platser: list[Plats], dagar: list[_Dag]) -> Närvarorad:
    plats = platser[-1]
    return Närvarorad(
        plats.namn,
        bok.part(plats.part),
        plats.parti,
        plats.som,
        plats.roll,
        möten=len(dagar),
        närvarande=sum(plats.namn in d.närvarande for d in dagar),
        tjänstgjort=sum(plats.namn in d.tjänstgjort for d in dagar),
        paragrafer=sum(len(_beslutade(d.möte)) for d in dagar),
        paragrafer_tjänstgjort=sum(len(d.tjänstgjort.get(plats.namn, ())) for d in dagar),
    )


def _utan_plats(bok: Bok, dagar: list[_Dag]) -> list[Närvarorad]:
    grupper: dict[tuple[str, str], list[tuple[Närvarande, _Dag]]] = {}
    for d in dagar:
        for n in d.möte.närvaro:
            if n.namn in d.närvarande and not bok.plats(n.namn, d.möte.datum):
                grupper.setdefault((n.namn, n.som), []).append((n, d))
    return [_rad_utan_plats(bok, par) for par in grupper.values()]


def _rad_utan_plats(bok: Bok, par: list[tuple[Närvarande, _Dag]]) -> Närvarorad:
    person = par[-1][0]
    övrig = person.som == "övrig"
    tjänstgjort = [d.tjänstgjort[person.namn] for _, d in par if person.namn in d.tjänstgjort]
    return Närvarorad(
        person.namn,
        bok.part(person.part),
        person.parti,
        person.som,
        person.roll,
        möten=None,
        närvarande=len(par),
        tjänstgjort=None if övrig else len(tjänstgjort),
        paragrafer=None,
        paragrafer_tjänstgjort=None if övrig else sum(map(len, tjänstgjort)),
    )
