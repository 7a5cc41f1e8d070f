"""Ett avslutat ärende får inget nytt beslut: det ska först återupptas.

Ärendet är avslutat när en § har ``avslutar ärende`` eller när registrator har skrivit ``avslutat``. En § som beslutar i
det, återremitterar eller bordlägger det därefter är ett fel om den inte också återupptar ärendet. Information om ett
avslutat ärende får ges. En § vars ärende inte finns i arkivet går inte att pröva.

Rätt:
    dnr: GNS/1/2024
    innebär:
      - id: a
        typ: återupptar ärende
        dnr: GNS/1/2024

Fel:
    dnr: GNS/1/2024                   # avslutat vid mötet före
    beslut:
      - Avtalet förlängs.
"""

from collections.abc import Iterator

from gns.kontroller.regel import Regel, Utfall, oprövbar, redan_sagt, uppfylld
from gns.kontroller.underlag import Underlag

ID = "POST-avslutat-arende"


def _pröva(u: Underlag) -> Iterator[Utfall]:
    sagda = list(redan_sagt(u, ID))
    yield from sagda
    brutna = {(f.id, f.fält[:2]) for f in sagda}
    for id, _, i, p in u.paragrafer():
        if not p.dnr or not p.beslut or p.utgår or (id, ("paragrafer", i)) in brutna:
            continue
        if p.dnr not in u.bok.ärenden:
            text = f"ärendet {p.dnr} finns inte i arkivet, så det går inte att säga om det är avslutat"
            yield oprövbar("mote", id, ("paragrafer", i, "dnr"), text, "lägg upp ärendet, eller rätta numret")
        elif u.bok.hel:
            yield uppfylld("mote", id, ("paragrafer", i))
        else:
            text = f"alla poster gick inte att läsa, så det går inte att säga om {p.dnr} är avslutat"
            yield oprövbar("mote", id, ("paragrafer", i, "dnr"), text)


REGEL = Regel(
    id=ID,
    nummer=(),
    fråga="Fattas beslut bara i ärenden som är öppna?",
    nivå="fel",
    pröva=_pröva,
    praxis="postens form",
)
