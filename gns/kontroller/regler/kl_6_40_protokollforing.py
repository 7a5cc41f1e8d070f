"""Ett delegationsbeslut som inte anmäls till nämnden ska protokollföras särskilt när det får överklagas, och anslås.

Det gäller beslut med ``anmäls: nej`` som inget möte har anmält. Säger posten ``överklagbart: nej``, eller är slaget
verkställighet, krävs inget. Säger den ja är det ett fel att ``protokollfört: ja`` eller dagen i ``anslaget`` saknas.
Säger den inget är det en varning när beslutet inte är protokollfört, och om det skulle ha anslagits går inte att pröva.

Rätt:
    beslut:
      - nr: 1
        anmäls: nej
        överklagbart: ja
        protokollfört: ja
        anslaget: 2024-02-05

Fel:
    beslut:
      - nr: 1
        anmäls: nej
        överklagbart: ja
"""

import datetime as dt
from collections.abc import Iterator

from gns.kontroller.regel import EJ_INLAGD, Lagrum, Regel, Utfall, bruten, oprövbar, redan_sagt, uppfylld
from gns.kontroller.underlag import Underlag
from gns.modell.delegation import Delegationsbeslut
from gns.uppdrag.anmalan import anmälda
from gns.uppdrag.anmalningsprov import kräver_protokoll

ID = "KL-6-40-protokollforing"
_LAGEN = dt.date(2018, 1, 1)
_ANSLÅ = "sätt upp det på anslagstavlorna, och skriv dagen i anslaget"


def _pröva(u: Underlag) -> Iterator[Utfall]:
    sagda = [_med_nivå(f, b) for f in redan_sagt(u, ID) if (b := _beslutet(u, f)).datum >= _LAGEN]
    yield from sagda
    tysta = {(f.id, f.fält[1]) for f in sagda}
    gjorda = anmälda(u.bok)
    for år, d in sorted(u.bok.delegation.items()):
        for k, b in enumerate(d.beslut):
            if not b.anmäls and not b.brådskande and f"{år}-{b.nr}" not in gjorda and (str(år), k) not in tysta:
                yield _ett(str(år), k, b)


def _beslutet(u: Underlag, f: Utfall) -> Delegationsbeslut:
    return u.bok.delegation[int(f.id)].beslut[int(f.fält[1])]


def _med_nivå(f: Utfall, b: Delegationsbeslut) -> Utfall:
    """Läsproven varnar bara; när posten säger att beslutet får överklagas är det ett fel."""
    return f._replace(nivå="fel") if b.överklagbart else f


def _ett(id: str, k: int, b: Delegationsbeslut) -> Utfall:
    fält = ("delegation", id, ("beslut", k))
    if b.datum < _LAGEN:
        return oprövbar(*fält, EJ_INLAGD)
    if b.anslaget or not kräver_protokoll(b):
        return uppfylld(*fält)
    if b.överklagbart is None:
        text = f"det står inte om delegationsbeslutet {id}-{b.nr} får överklagas, och då skulle ha anslagits"
        return oprövbar(*fält, text, "skriv överklagbart: ja eller nej")
    text = f"delegationsbeslutet {id}-{b.nr} anmäls inte och får överklagas, men är inte anslaget"
    return bruten(*fält, text, _ANSLÅ)


REGEL = Regel(
    id=ID,
    nummer=(71,),
    fråga="Är de delegationsbeslut som inte anmäls protokollförda och anslagna, när de får överklagas?",
    nivå="fel",
    pröva=_pröva,
    stöd=(
        Lagrum("KL 6:40", "2017:725", _LAGEN),
        Lagrum("KL 7:8", "2017:725", _LAGEN),
        Lagrum("KL 8:10", "2019:835", dt.date(2020, 1, 1)),
    ),
)
