"""En paragrafs fakta, i tryckt ordning."""

from dataclasses import dataclass

from gns.grund.block import Text
from gns.modell.mote import Möte
from gns.modell.narvaro import Händelse
from gns.modell.omrostning import Anteckning, Omröstning, Reservation, Yrkande
from gns.modell.paragraf import Paragraf


@dataclass(frozen=True, slots=True)
class ParagrafVy:
    """En § som den trycks; ``justerad_dag`` är satt när bara denna § justerats omedelbart."""

    nr: int
    rubrik: str
    dnr: str | None
    händelser: tuple[Händelse, ...]
    sammanfattning: Text | None
    förslag: tuple[Text, ...]
    yrkanden: tuple[Yrkande, ...]
    propositionsordning: Text | None
    omröstningar: tuple[Omröstning, ...]
    beslut: tuple[Text, ...]
    reservationer: tuple[Reservation, ...]
    anteckningar: tuple[Anteckning, ...]
    expedieras_till: tuple[str, ...]
    beslutsunderlag: tuple[str, ...]
    justerad: bool
    justerad_dag: str | None


def bygg_paragraf(möte: Möte, p: Paragraf) -> ParagrafVy:
    """En paragrafs fakta; justerad när hela protokollet är det eller bara denna § har justerats omedelbart."""
    return ParagrafVy(
        nr=p.nr,
        rubrik=p.rubrik,
        dnr=str(p.dnr) if p.dnr else None,
        händelser=tuple(h for h in möte.händelser if h.paragraf == p.nr),
        sammanfattning=p.sammanfattning,
        förslag=p.förslag_till_beslut,
        yrkanden=p.yrkanden,
        propositionsordning=p.propositionsordning,
        omröstningar=p.omröstningar,
        beslut=p.beslut,
        reservationer=p.reservationer,
        anteckningar=p.anteckningar,
        expedieras_till=p.expedieras_till,
        beslutsunderlag=p.beslutsunderlag,
        justerad=möte.är_justerat or p.omedelbart_justerad is not None,
        justerad_dag=str(p.omedelbart_justerad) if p.omedelbart_justerad else None,
    )
