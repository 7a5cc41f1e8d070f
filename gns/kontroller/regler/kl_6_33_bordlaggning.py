"""En nämnd bordlägger eller återremitterar ett ärende med enkel majoritet; en tredjedel räcker inte, som i fullmäktige.

Frågan ska därför ha vunnit, i omröstning eller enligt ordförandens fynd, för att ärendet ska skjutas upp, och vann den ska
det skjutas upp. Sköts ett ärende upp utan att något yrkande eller någon proposition är antecknad går det inte att pröva.

Rätt:
    propositionsordning:
      - ställs:
          - aterremiss
          - avgörs idag
        finner: aterremiss
    innebär:
      - id: a
        typ: återremitterar

Fel:
    propositionsordning:
      - ställs:
          - aterremiss
          - avgörs idag
        finner: avgörs idag
        omröstning:
          ja_betyder: avgörs idag
          nej_betyder: aterremiss
          antal:
            ja: 6
            nej: 3              # en tredjedel, men ingen majoritet
    innebär:
      - id: a
        typ: återremitterar
"""

import datetime as dt
from collections.abc import Iterator

from gns.kontroller.propositioner import Spelad, sort, spelade
from gns.kontroller.regel import Lagrum, Regel, Utfall, oprövbar, redan_sagt
from gns.kontroller.stallen import Ställe, håller, sagda
from gns.kontroller.underlag import Underlag
from gns.modell.paragraf import Paragraf
from gns.sammantrade.uppspelning_forslag import FORMALIA
from gns.sammantrade.uppspelning_utgang import OSPELBAR, skjuter_upp

ID = "KL-6-33-bordlaggning"
_LAG = Lagrum("KL 6:33", "2017:725", dt.date(2018, 1, 1))


def _pröva(u: Underlag) -> Iterator[Utfall]:
    yield from redan_sagt(u, ID)
    brutna = sagda(u, ID)
    for s in spelade(u, _rör_uppskov):
        if not _brutet(s, brutna):
            yield from _en(s)


def _rör_uppskov(p: Paragraf) -> bool:
    yrkat = any(y.typ in FORMALIA and not y.återtaget for y in p.yrkanden)
    return yrkat or any(skjuter_upp(v) for v in p.innebär)


def _brutet(s: Spelad, brutna: set[Ställe]) -> bool:
    return any((s.id, s.väg(fält)) in brutna for fält in ("innebär", "beslut"))


def _en(s: Spelad) -> Iterator[Utfall]:
    frågor = [j for j, p in enumerate(s.p.propositionsordning) if sort(s.bord, p) == "formalia"]
    okänd = next((j for j in frågor if s.uppspelning.steg[j].vinnare is None), None)
    if okänd is not None:
        väg = s.väg("propositionsordning", okänd)
        yield oprövbar("mote", s.id, väg, "det går inte att räkna ut om ärendet sköts upp")
    elif frågor:
        yield from (håller(_LAG, s.möte, s.väg("propositionsordning", j)) for j in frågor)
    elif not any(f.sort in FORMALIA for f in s.bord.förslag.values()):
        text = f"det står inte vem som ville skjuta upp § {s.p.nr}, eller att någon fråga ställdes om det"
        yield oprövbar("mote", s.id, s.väg("innebär"), text, "skriv yrkandet, och propositionen om den ställdes")
    elif s.uppspelning.utgång == OSPELBAR:
        text = f"det står inte hur frågan om att skjuta upp § {s.p.nr} avgjordes"
        yield oprövbar("mote", s.id, s.väg("yrkanden"), text, "skriv propositionsordning")
    else:
        yield håller(_LAG, s.möte, s.väg("yrkanden"))


REGEL = Regel(
    id=ID,
    nummer=(43,),
    fråga="Sköts ärendet upp bara när en enkel majoritet ville det?",
    nivå="fel",
    pröva=_pröva,
    stöd=(_LAG, Lagrum("KL 5:55", "2017:725", dt.date(2018, 1, 1))),
)
