"""Ordföranden lägger fram förslag till beslut som kan besvaras med ja eller nej, och säger vad han eller hon finner beslutat.

En proposition ställer därför ett förslag, ett förslag mot ett annat eller ett förslag mot avslag, och bara förslag som
ligger och inte redan har fallit. Det som ordföranden ``finner`` antaget är något av det som ``ställs``. Ligger det flera
förslag men ingen propositionsordning är antecknad går det inte att pröva.

Rätt:
    propositionsordning:
      - ställs:
          - förslaget
          - hogre
        finner: förslaget

Fel:
    propositionsordning:
      - ställs:
          - förslaget
          - hogre
          - avslag          # tre svar på en fråga
        finner: lagre       # ställdes inte
"""

import datetime as dt
from collections.abc import Iterator

from gns.kontroller.propositioner import konkurrerar, spelade, ställda
from gns.kontroller.regel import Lagrum, Regel, Utfall, oprövbar, redan_sagt
from gns.kontroller.stallen import håller, sagda
from gns.kontroller.underlag import Underlag

ID = "KL-5-53-proposition"
_LAG = Lagrum("KL 5:53", "2017:725", dt.date(2018, 1, 1))


def _pröva(u: Underlag) -> Iterator[Utfall]:
    yield from redan_sagt(u, ID)
    brutna = sagda(u, ID)
    yield from (håller(_LAG, s.möte, s.väg) for s in ställda(u) if (s.id, s.väg) not in brutna)
    for s in spelade(u, lambda p: bool(p.yrkanden) and not p.propositionsordning):
        if konkurrerar(s.bord):
            text = f"det står inte vilka propositioner som ställdes i § {s.p.nr}"
            yield oprövbar("mote", s.id, s.väg("yrkanden"), text, "skriv propositionsordning")


REGEL = Regel(
    id=ID,
    nummer=(34,),
    fråga="Går varje proposition att besvara med ja eller nej, och fann ordföranden något av det som ställdes?",
    nivå="fel",
    pröva=_pröva,
    stöd=(_LAG, Lagrum("KL 6:33", "2017:725", dt.date(2018, 1, 1))),
)
