"""Paragraferna numreras i en följd genom året, från möte till möte, utan hopp och utan att ett nummer kommer igen.

Lagen kräver inga nummer, men varje hänvisning bygger på dem. Årets första möte i arkivet får börja var som helst, för
tidigare möten kan finnas på annat håll. Ett nummer som står två gånger är ett fel redan när posterna läses.

Rätt:
    paragrafer:
      - nr: 17                    # årets förra möte slutade på § 16
      - nr: 18

Fel:
    paragrafer:
      - nr: 17
      - nr: 19                    # § 18 fattas
"""

from collections.abc import Iterator

from gns.kontroller.regel import Regel, Utfall, bruten, oprövbar, redan_sagt, uppfylld
from gns.kontroller.stallen import möten_med_fynd
from gns.kontroller.underlag import Underlag
from gns.modell.mote import Möte
from gns.sammantrade.narvaroprov_text import paragrafer

ID = "PRAXIS-paragrafnummer"
_HOPP = "är numren inte använda, sätt dem med gns möte numrera; finns ett möte däremellan, lägg in det i data/moten"
_ORDNING = "skriv paragraferna i den ordning de behandlades, eller sätt numren med gns möte numrera"


def _pröva(u: Underlag) -> Iterator[Utfall]:
    sagt = list(redan_sagt(u, ID))
    yield from sagt
    brutna = möten_med_fynd(sagt)
    årets: dict[int, set[int]] = {}
    for _, möte in u.möten():
        årets.setdefault(möte.datum.year, set()).update(p.nr for p in möte.paragrafer)
    tidigare: dict[int, set[int]] = {}
    for id, möte in u.möten():
        år = möte.datum.year
        fynd = list(_ett_möte(id, möte, tidigare.setdefault(år, set()), årets[år]))
        tidigare[år].update(p.nr for p in möte.paragrafer)
        if möte.paragrafer and not u.bok.hel:
            yield _oläst(id)
        elif möte.paragrafer and not fynd and id not in brutna:
            yield uppfylld("mote", id, ("paragrafer",))
        else:
            yield from fynd


def _ett_möte(id: str, möte: Möte, tidigare: set[int], årets: set[int]) -> Iterator[Utfall]:
    """Hoppen, och det första som står i fel ordning; det som står två gånger är redan sagt."""
    förra, sedda, i_ordning = max(tidigare, default=None), set(tidigare), True
    for i, p in enumerate(möte.paragrafer):
        väg = ("paragrafer", i, "nr")
        fattas = set(range(förra + 1, p.nr)) - årets if förra is not None else set()
        if fattas:
            text = f"§ {p.nr} följer på § {förra}: {paragrafer(fattas)} fattas"
            yield bruten("mote", id, väg, text, _HOPP)
        elif förra is not None and p.nr < förra and p.nr not in sedda and i_ordning:
            i_ordning = False
            yield bruten("mote", id, väg, f"§ {p.nr} kommer efter § {förra}", _ORDNING)
        sedda.add(p.nr)
        förra = max(förra or 0, p.nr)


def _oläst(id: str) -> Utfall:
    text = "hela arkivet gick inte att läsa, så det går inte att säga vilka nummer som är använda"
    return oprövbar("mote", id, ("paragrafer",), text, "rätta posterna som inte går att läsa")


REGEL = Regel(
    id=ID,
    nummer=(17,),
    fråga="Löper paragrafernas nummer i en följd genom året?",
    nivå="varning",
    pröva=_pröva,
    praxis="numreringen av paragrafer",
)
