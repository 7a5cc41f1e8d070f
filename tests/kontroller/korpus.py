"""Ett stort rent arkiv, gjort efter ett frö: år efter år av möten där allt går lagligt till."""

import datetime as dt
from itertools import count
from pathlib import Path
from random import Random
from typing import Any

from gns.grund.frist import första_nedtagningsdag
from gns.grund.helgdag import inte_vardag, nästa_vardag
from tests.kontroller.arkiv import _BUDGET, PARTER, _anslag, _möte, _nycklar, _nämnd, _utser, _yaml, _ärende

Poster = dict[str, dict[str, Any]]
FÖRSTA_ÅRET = 2019
_MÅNADER = (2, 5, 9, 12)
_ÄMNEN = (
    "driften", "löneservicen", "e-arkivet", "växeln", "upphandlingen", "kartorna", "säkerheten", "lokalerna",
    "utbildningen", "bredbandet", "telefonin", "bokföringen",
)  # fmt: skip
_VEM = ("Driftchefen", "Ekonomen", "Kanslichefen")


def korpus(antal: int, frö: int = 1) -> Poster:
    """Minst så många poster; varje regel är uppfylld i dem när dagen är efter det sista året."""
    r = Random(frö)
    nämnd = _nämnd()
    for ett in (*nämnd["parter"], *nämnd["platser"], *nämnd["reglementen"]):
        ett["från"] = "2018-01-01"
    for part in nämnd["parter"]:
        part["överenskommelse"], part["reglemente"] = "2017-10-18 § 41", "2017-10-18 § 42"
    nämnd["bildad"] = "2018-01-01"
    poster: Poster = {"namnd": nämnd}
    år = FÖRSTA_ÅRET
    while len(poster) < antal:
        _ett_år(r, poster, år)
        år += 1
    return poster


def skriv_poster(mapp: Path, poster: Poster) -> Path:
    """Posterna i ``mapp/data``; ger mappen."""
    for stam, post in poster.items():
        fil = mapp / "data" / f"{stam}.yaml"
        fil.parent.mkdir(parents=True, exist_ok=True)
        fil.write_text(_yaml(post), encoding="utf-8")
    return mapp


def sista_dagen(poster: Poster) -> dt.date:
    """En dag då allt i arkivet är gjort."""
    return dt.date(max(int(stam[-10:-6]) for stam in poster if stam.startswith("moten/")) + 1, 12, 31)


def mötesdagar(år: int) -> list[dt.date]:
    """Årets måndagar då nämnden sammanträder, aldrig en helgdag."""
    ut = []
    for månad in _MÅNADER:
        dag = dt.date(år, månad, 1)
        while dag.isoweekday() != 1 or inte_vardag(dag):
            dag += dt.timedelta(days=1)
        ut.append(dag)
    return ut


def _ett_år(r: Random, poster: Poster, år: int) -> None:
    nummer, ärenden = count(1), count(1)
    delegation: list[dict[str, Any]] = []
    uppdrag: list[tuple[str, str]] = []
    for dag in mötesdagar(år):
        paragrafer = [_utser(next(nummer))]
        if dag.month == 12:
            paragrafer.append(_sammanträden(poster, next(nummer), f"GNS/{next(ärenden)}/{år}", år + 1, dag))
        paragrafer += [_avslutar(next(nummer), ref, till) for ref, till in uppdrag]
        uppdrag.clear()
        for _ in range(r.randint(9, 11)):
            dnr = f"GNS/{next(ärenden)}/{år}"
            p = _paragraf(r, poster, next(nummer), dnr, dag)
            paragrafer.append(p)
            if "innebär" in p and dag.month != 12:
                uppdrag.append((f"{dag} § {p['nr']} a", p["innebär"][0]["till"]))
        möte = _möte_den(dag, paragrafer)
        if delegation:
            möte["anmälningsärenden"] = [{"delegationsbeslut": f"{år}-{d['nr']}"} for d in delegation[-1:]]
        _lägg(poster, dag, möte)
        delegation.append(_delegationsbeslut(len(delegation) + 1, dag + dt.timedelta(days=3)))
    poster[f"delegation/{år}"] = {"beslut": delegation[:-1]}
    poster[f"budgetar/{år}"] = {"budget": _BUDGET["budget"], "nycklar": _nycklar(år)}


def _lägg(poster: Poster, dag: dt.date, möte: dict[str, Any]) -> None:
    poster[f"moten/{dag}"] = möte
    poster[f"anslag/{dag}"] = _anslag(str(_justerat(dag)), str(_uppsatt(dag)), str(_laga_kraft(dag)))


def _justerat(dag: dt.date) -> dt.date:
    return nästa_vardag(dag + dt.timedelta(days=4))


def _uppsatt(dag: dt.date) -> dt.date:
    return nästa_vardag(_justerat(dag) + dt.timedelta(days=1))


def _laga_kraft(dag: dt.date) -> dt.date:
    return första_nedtagningsdag([_uppsatt(dag)]) or dag


def _möte_den(dag: dt.date, paragrafer: list[dict[str, Any]]) -> dict[str, Any]:
    justerat = str(_justerat(dag))
    return _möte(justerat, paragrafer, str(dag - dt.timedelta(days=14)), justerat)


def _sammanträden(poster: Poster, nr: int, dnr: str, år: int, dag: dt.date) -> dict[str, Any]:
    dagar = mötesdagar(år)
    i_ord = [f"{d.day} {('februari', 'maj', 'september', 'december')[i]}" for i, d in enumerate(dagar)]
    text = f"Nämnden sammanträder {', '.join(i_ord[:-1])} och {i_ord[-1]} {år}.\n"
    innebär = {"id": "a", "typ": "fastställer sammanträden", "år": str(år), "dagar": [{"datum": str(d)} for d in dagar]}
    return _med_ärende(poster, nr, dnr, f"Sammanträden {år}", text, dag) | {
        "innebär": [innebär],
        "överklagas": "ja",
        "expedieras_till": ["Nämndens parter"],
    }


def _paragraf(r: Random, poster: Poster, nr: int, dnr: str, dag: dt.date) -> dict[str, Any]:
    ämne, vem = r.choice(_ÄMNEN), r.choice(_VEM)
    slag = r.choice(["uppdrag", "omröstning", "enkel", "enkel", "avslag"])
    if slag == "uppdrag" and dag.month != 12:
        verb = f"se över {ämne}"
        p = _med_ärende(poster, nr, dnr, f"Översyn av {ämne}", f"{vem} får i uppdrag att {verb}.\n", dag)
        innebär = {"id": "a", "typ": "ger uppdrag", "till": vem, "uppdrag": verb, "senast": f"{dag.year}-12-31"}
        return p | {
            "innebär": [innebär],
            "överklagas": "ja",
            "verkställt": str(_laga_kraft(dag)),
            "expedieras_till": [vem],
        }
    p = _med_ärende(poster, nr, dnr, f"Avtal om {ämne}", f"Nämnden förlänger avtalet om {ämne} med ett år.\n", dag)
    p["expedieras_till"] = [vem]
    if slag == "omröstning":
        return p | _röstat(r, f"Nämnden förlänger avtalet om {ämne} med två år.\n")
    return p | (_avslaget(p["beslut"][0]) if slag == "avslag" else {})


def _röstat(r: Random, lydelse: str) -> dict[str, Any]:
    ledamöter = ["Eva Ek", "Ada Ask", "Ulf Uv"]
    förlorare = r.choice(ledamöter[1:])
    omröstning = {
        "begärd_av": förlorare,
        "ja_betyder": "förslaget",
        "nej_betyder": "annat",
        "röster": {"ja": [n for n in ledamöter if n != förlorare], "nej": förlorare},
    }
    return {
        "yrkanden": [{"id": "annat", "av": förlorare, "typ": "ändring", "lydelse": lydelse}],
        "propositionsordning": [{"ställs": ["förslaget", "annat"], "finner": "förslaget", "omröstning": omröstning}],
        "reservationer": [{"av": förlorare, "anmäld": "10:15"}],
    }


def _avslaget(lydelse: str) -> dict[str, Any]:
    return {
        "yrkanden": [{"av": "Ada Ask", "typ": "avslag"}],
        "propositionsordning": [{"ställs": ["förslaget", "avslag"], "finner": "avslag"}],
        "beslut": [f"Förslaget avslås: {lydelse.strip()}\n"],
    }


def _avslutar(nr: int, ref: str, till: str) -> dict[str, Any]:
    text = f"Uppdraget till {till} avslutas.\n"
    return {
        "nr": str(nr),
        "rubrik": "Redovisning av uppdrag",
        "förslag_till_beslut": [text],
        "beslut": [text],
        "innebär": [{"id": "a", "typ": "avslutar uppdrag", "till": till, "uppdrag": ref}],
        "överklagas": "ja",
        "expedieras_till": [till],
    }


def _med_ärende(poster: Poster, nr: int, dnr: str, rubrik: str, text: str, dag: dt.date) -> dict[str, Any]:
    prefix, n, år = dnr.split("/")
    registrerat = str(nästa_vardag(dag - dt.timedelta(days=40)))
    poster[f"arenden/{år}/{prefix}-{n}-{år}"] = _ärende(rubrik, registrerat, text)
    return {
        "nr": str(nr),
        "rubrik": rubrik,
        "dnr": dnr,
        "sammanfattning": "Kansliet har berett ärendet.\nParterna har fått yttra sig.\n",
        "förslag_till_beslut": [text],
        "beslut": [text],
        "beslutsunderlag": [rubrik],
    }


def _delegationsbeslut(nr: int, dag: dt.date) -> dict[str, Any]:
    return {
        "nr": str(nr),
        "datum": str(dag),
        "rubrik": f"Inköp nummer {nr}",
        "delegat": "Driftchefen",
        "part": PARTER[0][0],
        "slag": "verkställighet",
        "punkt": "3.1",
    }
