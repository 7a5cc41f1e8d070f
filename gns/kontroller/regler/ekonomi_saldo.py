"""Nämndens sparade medel räcker till det som tas ur dem, och ett saldo som någon har angett går att räkna fram.

Rörelserna räknas dag för dag ur posterna: resultat, det som har använts, det som har betalats tillbaka. Saldot får aldrig bli
mindre än noll; gör ett års underskott det är det en varning. Ur en reservering får inte tas mer än det som är reserverat. Ett angivet saldo jämförs med det räknade;
belopp i tusental räknas som säkra på ett halvt tusental när. Det som skiljer är oförklarat tills posterna visar varifrån det
kommer, till exempel ett års resultat som inte är redovisat.

Rätt:
    redovisat:
      - per: 2018-12-31
        resultat: 745 tkr
    saldon:
      - per: 2019-03-01
        belopp: 745 tkr

Fel:
    saldon:
      - per: 2019-03-01
        belopp: 796 tkr            # 51 tkr som ingen post förklarar
"""

import datetime as dt
from collections.abc import Iterator

from gns.fordelning.avrakning import reserveringar
from gns.fordelning.saldo import Steg, alla_steg
from gns.grund.belopp import skriv_belopp
from gns.kontroller.regel import Regel, Utfall, bruten, uppfylld
from gns.kontroller.underlag import Underlag


def _pröva(u: Underlag) -> Iterator[Utfall]:
    for s in alla_steg(u.bok):
        if s.rörelse.slag == "saldo":
            yield _angivet(s)
        elif s.ändring_öre < 0:
            yield _räcker(s)
    for år, b in sorted(u.bok.budgetår.items()):
        lägen = {r.post.id: r for r in reserveringar(u.bok, dt.date(år, 12, 31))}
        for i, a in enumerate(b.användningar):
            if (r := lägen.get(a.reservering or "")) and r.använt > r.post.belopp.öre:
                text = f"{skriv_belopp(r.använt)} är använt ur reserveringen {r.post.id}, men {r.post.belopp} är reserverat"
                yield bruten(
                    "budget", str(år), ("användningar", i, "belopp"), text, "rätta beloppet, eller reservera mer"
                )


def _angivet(s: Steg) -> Utfall:
    slag, id, fält = s.rörelse.plats
    if not s.oförklarat_öre:
        return uppfylld(slag, id, fält)
    räknat, skillnad = s.saldo_öre - s.oförklarat_öre, s.oförklarat_öre
    text = f"saldot angavs till {s.rörelse.angivet} den {s.rörelse.dag}, men posterna ger {skriv_belopp(räknat)}"
    vad = f"{skriv_belopp(abs(skillnad))} {'för mycket' if skillnad > 0 else 'saknas'} är inte förklarat"
    råd = "lägg in det som förklarar skillnaden, till exempel ett års resultat; gns avräkning visar varje steg"
    return bruten(slag, id, fält, f"{text}: {vad}", råd, "varning")


def _räcker(s: Steg) -> Utfall:
    slag, id, fält = s.rörelse.plats
    if s.saldo_öre >= 0:
        return uppfylld(slag, id, fält)
    if s.rörelse.slag == "resultat":
        text = f"underskottet {s.rörelse.vad} är större än sparade medel: saldot blir {skriv_belopp(s.saldo_öre)}"
        return bruten(slag, id, fält, text, "besluta hur parterna ska täcka det", "varning")
    text = f"saldot blir {skriv_belopp(s.saldo_öre)} när {skriv_belopp(-s.ändring_öre)} tas ur det den {s.rörelse.dag}"
    return bruten(slag, id, fält, text, "rätta beloppet, eller lägg in de medel som saknas i posterna")


REGEL = Regel(
    id="EKONOMI-saldo",
    nummer=(106,),
    fråga="Räcker sparade medel till det som tas ur dem, och går angivna saldon att räkna fram?",
    nivå="fel",
    pröva=_pröva,
    praxis="pengar går att följa från beslut till betalning",
)
