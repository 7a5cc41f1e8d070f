"""En § är i ett tillstånd åt gången: det som den är, hur den röstades och om den är justerad går ihop.

En § utan beslut kan inte vara justerad, en som utgick har inget beslut och justeras inte för sig, en omröstning hör till
ett beslut, och bara ett ärende kan återremitteras eller bordläggas, i en öppen omröstning. Tabellen över vad som får
finnas samtidigt står i README. Tre av dess spärrar har egna regler: KL-5-67-beslut, KL-5-54-oppen och
POST-avslutat-arende. En § med ett dnr
som inte finns i arkivet går inte att pröva, för ärendets tillstånd är okänt.

Rätt:
    justerat: 2024-03-08
    paragrafer:
      - nr: 1
        beslut:
          - Avtalet förlängs.

Fel:
    justerat: 2024-03-08
    paragrafer:
      - nr: 1                         # inget beslut, ingen information och inte utgår
        rubrik: Avtal om drift
"""

from collections.abc import Iterator

from gns.kontroller.regel import Regel, Utfall, oprövbar, redan_sagt, uppfylld
from gns.kontroller.underlag import Underlag

ID = "POST-tillstand"
_ANDRAS = ("KL-5-54-oppen", "KL-5-67-beslut", "POST-avslutat-arende")  # de spärrar som en egen regel säger


def _pröva(u: Underlag) -> Iterator[Utfall]:
    yield from redan_sagt(u, ID)
    brutna = {(f.id, f.fält[:2]) for regel in (ID, *_ANDRAS) for f in redan_sagt(u, regel)}
    for id, _, i, p in u.paragrafer():
        if (id, ("paragrafer", i)) in brutna:
            continue
        if p.dnr and p.dnr not in u.bok.ärenden:
            text = f"ärendet {p.dnr} finns inte i arkivet, så dess tillstånd är okänt"
            yield oprövbar("mote", id, ("paragrafer", i, "dnr"), text, "lägg upp ärendet, eller rätta numret")
        else:
            yield uppfylld("mote", id, ("paragrafer", i))


REGEL = Regel(
    id=ID,
    nummer=(),
    fråga="Går ärendets, paragrafens, omröstningens och justeringens tillstånd ihop?",
    nivå="fel",
    pröva=_pröva,
    praxis="postens form",
)
