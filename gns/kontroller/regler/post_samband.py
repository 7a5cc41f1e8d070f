"""Posternas uppgifter går ihop: namn, nummer, tider och hänvisningar som säger emot varandra sägs.

Det är allt som gns ser redan när en post läses men som inte hör till någon av de andra reglerna. Ett fel här hindrar
att handlingar görs av posten.

Rätt:
    start: 09:00
    slut: 10:15

Fel:
    start: 09:00
    slut: 08:15
"""

from collections.abc import Iterator

from gns.kontroller.regel import Regel, Utfall, redan_sagt, uppfylld
from gns.kontroller.underlag import Underlag


def _pröva(u: Underlag) -> Iterator[Utfall]:
    fynd = list(redan_sagt(u, ""))
    yield from fynd
    brutna = {(f.slag, f.id) for f in fynd}
    alla = [("mote", id) for id, _ in u.möten()] + [("arende", id) for id, _, _ in u.ärenden()] + [("namnd", "namnd")]
    yield from (uppfylld(slag, id) for slag, id in alla if (slag, id) not in brutna)


REGEL = Regel(
    id="POST-samband",
    nummer=(),
    fråga="Går postens uppgifter ihop med varandra och med de andra posterna?",
    nivå="fel",
    pröva=_pröva,
    praxis="postens form",
)
