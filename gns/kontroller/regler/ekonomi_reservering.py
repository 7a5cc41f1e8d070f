"""Medel som är avsatta till ett projekt löses upp när projektet inte blir av.

Får ett projekt med extern finansiering avslag, eller avslutas dess ärende utan att stödet är beviljat, ska ett beslut säga vad som
händer med det som nämnden har avsatt (``upphör``). Detsamma gäller när alla ärenden som en reservering nämner är avslutade.

Rätt:
    reserveringar:
      - id: projekt
        ärenden: [GNS/8/2019]
        upphör: 2020-12-18 § 21 a

Fel:
    initiativ:
      - typ: extern
        dnr: GNS/8/2019
        stöd:
          - från: Tillväxtverket
            tillstånd: avslaget
    reserveringar:
      - id: projekt                    # pengarna står kvar
        ärenden: [GNS/8/2019]
"""

from collections.abc import Iterator

from gns.grund.dnr import Dnr
from gns.kontroller.regel import Regel, Utfall, bruten, oprövbar, uppfylld
from gns.kontroller.underlag import Underlag
from gns.modell.initiativ import Externt
from gns.modell.medel import Reservering
from gns.uppdrag.arendelage import läge_efter, steg_per_ärende

_RÅD = "besluta vad som händer med medlen, och skriv upphör: DATUM § N vid reserveringen"


def _pröva(u: Underlag) -> Iterator[Utfall]:
    alla = [(id, i, r) for id, b in u.budgetår() for i, r in enumerate(b.reserveringar)]
    avslag, steg = _avslagna(u), steg_per_ärende(u.bok) if alla else {}
    for id, i, r in alla:
        slut = all(läge_efter(steg.get(dnr, []), dnr).tillstånd == "avslutat" for dnr in r.ärenden)
        yield _en(id, i, r, avslag, slut=slut)


def _en(id: str, i: int, r: Reservering, avslag: dict[Dnr, str], *, slut: bool) -> Utfall:
    fält = ("reserveringar", i)
    if r.upphör:
        return uppfylld("budget", id, (*fält, "upphör"))
    if not r.ärenden:
        return oprövbar(
            "budget", id, fält, f"det står inte vilket ärende reserveringen {r.id} hör till", "skriv ärenden"
        )
    if nekade := [namn for dnr, namn in avslag.items() if dnr in r.ärenden]:
        text = f"stödet till {nekade[0]} är avslaget, men {r.belopp} är fortfarande reserverat ({r.id})"
        return bruten("budget", id, fält, text, _RÅD)
    if slut:
        text = f"{', '.join(map(str, r.ärenden))} är avslutat, men {r.belopp} är fortfarande reserverat ({r.id})"
        return bruten("budget", id, fält, text, _RÅD)
    return uppfylld("budget", id, fält)


def _avslagna(u: Underlag) -> dict[Dnr, str]:
    """Ärende → projekt, för dem där allt stöd är avslaget."""
    alla = (ett for _, b in u.budgetår() for ett in b.initiativ if isinstance(ett, Externt))
    return {ett.dnr: ett.namn for ett in alla if ett.dnr and all(s.tillstånd == "avslaget" for s in ett.stöd)}


REGEL = Regel(
    id="EKONOMI-reservering",
    nummer=(104,),
    fråga="Är medel till projekt som inte blev av upplösta genom beslut?",
    nivå="varning",
    pröva=_pröva,
    praxis="pengar går att följa från beslut till betalning",
)
