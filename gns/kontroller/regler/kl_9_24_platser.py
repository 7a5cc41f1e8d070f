"""Varje part ska ha minst en ledamot och minst en ersättare i den gemensamma nämnden, och ersättarna ska vara lika
många som ledamöterna.

Det prövas mot platserna i data/namnd.yaml som de var varje mötesdag, för de parter som var med då. En vakant plats
räknas som en plats: skriv den med ``vakant: ja``. Saknar någon plats sin part, eller är platserna inte lika många som
``antal_ledamöter`` i reglementet, går det inte att pröva, för då är inte alla platser skrivna. Att en part inte är med
på ett möte är lagligt.

Rätt:
    platser:
      - person: Ada Ask
        part: are
        som: ledamot
      - person: Bo By
        part: are
        som: ersättare

Fel:
    platser:
      - person: Ada Ask             # Åre har ingen ersättare
        part: are
        som: ledamot
"""

import datetime as dt
from collections.abc import Iterator

from gns.kontroller.regel import EJ_INLAGD, Lagrum, Regel, Utfall, bruten, oprövbar, uppfylld
from gns.kontroller.underlag import Underlag
from gns.modell.namnd import Nämnd, Part, Plats

_STÖD = Lagrum("KL 9:24", "2019:835", dt.date(2020, 1, 1))
_RÅD = (
    "skriv den plats som fattas i data/namnd.yaml, också om den är vakant; är den inte tillsatt ska fullmäktige välja"
)
_ALLA_PLATSER = "skriv alla platser i data/namnd.yaml, de vakanta med vakant: ja och ett id"

Nyckel = tuple[tuple[int, ...], tuple[str, ...], int | None]


def _pröva(u: Underlag) -> Iterator[Utfall]:
    """Samma platser vid flera möten prövas en gång, med det första mötets dag."""
    sagda: dict[Nyckel, bool] = {}
    for id, möte in u.möten():
        dag = möte.datum
        if not _STÖD.gäller(dag):
            yield oprövbar("mote", id, (), EJ_INLAGD)
            continue
        nyckel = _nyckel(u.bok.nämnd, dag)
        if nyckel not in sagda:
            fynd = list(_den(u.bok.nämnd, dag))
            sagda[nyckel] = not fynd
            yield from fynd
        if sagda[nyckel]:
            yield uppfylld("mote", id)


def _nyckel(nämnd: Nämnd, dag: dt.date) -> Nyckel:
    """Det som prövningen av en dag beror på."""
    platser = tuple(i for i, p in enumerate(nämnd.platser) if p.gäller(dag))
    return platser, tuple(p.id for p in nämnd.parter if p.gäller(dag)), _antal(nämnd, dag)


def _den(nämnd: Nämnd, dag: dt.date) -> Iterator[Utfall]:
    platser = {p.id or i: p for i, p in enumerate(nämnd.platser) if p.gäller(dag)}
    ledamöter = [p for p in platser.values() if p.som == "ledamot"]
    ersättare = [p for p in platser.values() if p.som == "ersättare"]
    antal = _antal(nämnd, dag)
    if saknas := _saknas(dag, ledamöter, ersättare, antal):
        yield oprövbar("namnd", "namnd", ("platser",), saknas, _ALLA_PLATSER)
        return
    fynd = list(_brister(nämnd, dag, ledamöter, ersättare))
    if fynd and antal is None:
        text = f"utan antal ledamöter i reglementet går det inte att säga om alla platser den {dag} är skrivna"
        yield oprövbar("namnd", "namnd", ("platser",), text, "skriv antal_ledamöter i reglementet")
    else:
        yield from fynd


def _saknas(dag: dt.date, ledamöter: list[Plats], ersättare: list[Plats], antal: int | None) -> str | None:
    """Varför platserna inte går att pröva den dagen, eller None."""
    alla = [*ledamöter, *ersättare]
    utan_part = sum(p.part is None for p in alla)
    if not ledamöter or not ersättare:
        vilka = "platser" if not alla else "platser för ersättare" if ledamöter else "platser för ledamöter"
        return f"inga {vilka} är skrivna för den {dag}"
    if utan_part:
        return f"{utan_part} av {len(alla)} platser säger inte sin part den {dag}"
    if antal is not None and antal != len(ledamöter):
        return f"{len(ledamöter)} platser för ledamöter är skrivna för den {dag}, men antal_ledamöter är {antal}"
    return None


def _brister(nämnd: Nämnd, dag: dt.date, ledamöter: list[Plats], ersättare: list[Plats]) -> Iterator[Utfall]:
    for i, part in enumerate(nämnd.parter):
        if part.gäller(dag):
            yield from _utan(i, part, dag, "ledamot", ledamöter)
            yield from _utan(i, part, dag, "ersättare", ersättare)
    if len(ledamöter) != len(ersättare):
        text = f"nämnden har {len(ledamöter)} platser för ledamöter men {len(ersättare)} för ersättare den {dag}"
        yield bruten("namnd", "namnd", ("platser",), text, _RÅD)


def _utan(i: int, part: Part, dag: dt.date, som: str, platser: list[Plats]) -> Iterator[Utfall]:
    if not any(p.part == part.id for p in platser):
        yield bruten("namnd", "namnd", ("parter", i), f"{part.namn} har ingen {som} i nämnden den {dag}", _RÅD)


def _antal(nämnd: Nämnd, dag: dt.date) -> int | None:
    reglemente = nämnd.reglemente(dag)
    return reglemente.antal_ledamöter if reglemente else None


REGEL = Regel(
    id="KL-9-24-platser",
    nummer=(2,),
    fråga="Har varje part minst en ledamot och en ersättare, och är ersättarna lika många som ledamöterna?",
    nivå="fel",
    pröva=_pröva,
    stöd=(_STÖD,),
)
