"""Uppdragens lägen mot en enkel modell som spelar upp slumpade beslut för hand."""

import datetime as dt
from dataclasses import dataclass, field

from hypothesis import given
from hypothesis import strategies as st

from gns.uppdrag.liv import uppdrag, uppdragsfel
from tests.uppdrag.hjalp import Data, bok, paragraf

FÖRST = dt.date(2021, 1, 1)
NAMN = st.lists(st.sampled_from(["Ada", "Bo", "Cia"]), unique=True, max_size=2)
NÅGON = st.lists(st.sampled_from(["Ada", "Bo", "Cia"]), unique=True, min_size=1, max_size=2)
TYPER = ("ändrar uppdrag", "lämnar över uppdrag", "redovisar uppdrag", "återtar uppdrag", "avslutar uppdrag")
GER = st.builds(lambda till: {"typ": "ger uppdrag", "till": till, "uppdrag": "utreda"}, NÅGON)
OM = st.builds(
    lambda typ, vilket, till, nya, dag: {"typ": typ, "vilket": vilket, "till": till, "nya": nya, "dag": dag},
    st.sampled_from(TYPER),
    st.integers(0, 7),
    NAMN,
    NÅGON,
    st.dates(dt.date(2022, 1, 1), dt.date(2022, 12, 31)),
)
HISTORIA = st.lists(st.lists(st.lists(GER | OM, min_size=1, max_size=3), min_size=1, max_size=3), max_size=4)


@dataclass
class Enkelt:
    """Ett uppdrag i modellen: vilka som har det, och vad som har hänt."""

    har: set[str]
    slut: str = "öppet"
    senast: dt.date | None = None
    redovisat: dt.date | None = None
    sist: set[str] = field(default_factory=set)


def besluta(u, v, dag):
    """Utför ett beslut för hand; sant när det var något fel med det."""
    if u.slut != "öppet":
        return True
    fel = not set(v["till"]) <= u.har
    fel |= v["typ"] == "lämnar över uppdrag" and bool(u.har & set(v["nya"]))
    rörda = u.har & set(v["till"]) if v["till"] else set(u.har)
    if not rörda:
        return fel
    if v["typ"] == "ändrar uppdrag":
        if rörda != u.har:
            return True
        u.senast = v["dag"]
    elif v["typ"] == "redovisar uppdrag":
        u.redovisat = dag
    else:
        u.har -= rörda
        u.sist = rörda
        if v["typ"] == "lämnar över uppdrag":
            u.har |= set(v["nya"])
        elif not u.har:
            u.slut = "återtaget" if v["typ"] == "återtar uppdrag" else "avslutat"
    return fel


def spela(historia, per):
    """(uppdrag efter namn, antal felaktiga beslut) till och med mötet ``per``; data för möten byggs samtidigt."""
    alla, fel, möten, givna = {}, 0, {}, []
    for m, paragrafer in enumerate(historia):
        dag = FÖRST + dt.timedelta(days=m)
        data = []
        for nr, beslut in enumerate(paragrafer, start=1):
            rader: list[Data] = []
            for v in beslut:
                if v["typ"] == "ger uppdrag":
                    ref = f"{dag} § {nr} {'abcdef'[len(rader)]}"
                    givna.append(ref)
                    rader.append(v)
                    if m <= per:
                        alla[ref] = Enkelt(set(v["till"]))
                elif givna:
                    ref = givna[v["vilket"] % len(givna)]
                    rader.append(rad(v, ref))
                    fel += besluta(alla[ref], v, dag) if m <= per else 0
            data.append(paragraf(nr, *rader))
        möten[str(dag)] = data
    return alla, fel, möten


def rad(v, ref):
    """Beslutet som det står i posten."""
    egna = {"ändrar uppdrag": {"senast": str(v["dag"])}, "lämnar över uppdrag": {"övertas_av": v["nya"]}}
    return {"typ": v["typ"], "till": v["till"], "uppdrag": ref, **egna.get(v["typ"], {})}


@given(HISTORIA, st.integers(0, 4))
def test_lägena_är_desamma_som_i_modellen(historia, per):
    väntat, _, möten = spela(historia, per)
    fått = {u.ref: u for u in uppdrag(bok(möten), FÖRST + dt.timedelta(days=per))}
    assert fått.keys() == väntat.keys()
    for ref, u in fått.items():
        e = väntat[ref]
        assert (u.tillstånd, u.senast, u.redovisat) == (e.slut, e.senast, e.redovisat)
        assert set(u.till) == (e.har or e.sist)


@given(HISTORIA)
def test_de_felaktiga_besluten_är_desamma_som_i_modellen(historia):
    _, antal, möten = spela(historia, len(historia))
    felaktiga = {(id_, f.fältväg[:4]) for _, id_, f in uppdragsfel(bok(möten))}
    assert len(felaktiga) == antal
