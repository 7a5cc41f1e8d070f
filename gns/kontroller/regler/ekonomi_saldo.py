"""Nämndens sparade medel räcker till det som tas ur dem, och ett saldo som någon har angett går att räkna fram.

Rörelserna räknas dag för dag ur posterna: resultat, det som har använts, det som har betalats tillbaka. Saldot får aldrig
bli mindre än noll; gör ett års underskott det är det en varning. Ur en reservering får inte tas mer än det som är
reserverat, och bara medan den gäller; det reserverade ska finnas. Ett angivet saldo jämförs med det räknade; belopp i
tusental räknas som säkra på ett halvt tusental när. Det som skiljer är oförklarat tills posterna visar varifrån det kommer,
till exempel ett års resultat som inte är redovisat.

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

from collections.abc import Iterator

from gns.fordelning.avrakning import reserveringar
from gns.fordelning.budgetsummor import osäkert
from gns.fordelning.saldo import Steg, alla_steg
from gns.grund.belopp import skriv_belopp
from gns.kontroller.regel import Regel, Utfall, bruten, uppfylld
from gns.kontroller.underlag import Underlag
from gns.modell.medel import Användning, Reservering


def _pröva(u: Underlag) -> Iterator[Utfall]:
    for s in alla_steg(u.bok):
        if s.rörelse.slag == "saldo":
            yield _angivet(s)
        elif s.ändring_öre < 0:
            yield _räcker(s)
        elif s.rörelse.slag == "reservering":
            yield _täcks(u, s)
    yield from _ur_reserveringar(u)


def _täcks(u: Underlag, s: Steg) -> Utfall:
    """Det som är reserverat finns."""
    reserverat = sum(r.kvar for r in reserveringar(u.bok, s.rörelse.dag))
    slag, id, fält = s.rörelse.plats
    if reserverat <= s.saldo_öre + s.osäkert_öre + osäkert(s.rörelse.angivet):
        return uppfylld(slag, id, fält)
    text = f"{skriv_belopp(reserverat)} är reserverat den {s.rörelse.dag}, men saldot är {skriv_belopp(s.saldo_öre)}"
    return bruten(slag, id, fält, text, "rätta beloppet, eller lägg in de medel som saknas i posterna", "varning")


def _ur_reserveringar(u: Underlag) -> Iterator[Utfall]:
    """Det som tas ur en reservering ryms i den, tas medan den gäller och kommer från samma år."""
    poster = {r.id: r for b in u.bok.budgetår.values() for r in b.reserveringar}
    taget: dict[str, int] = {}
    for id, b in u.budgetår():
        for i, a in enumerate(b.användningar):
            if r := poster.get(a.reservering or ""):
                taget[r.id] = taget.get(r.id, 0) + a.belopp.öre
                yield _ur_en(id, i, a, r, taget[r.id])


def _ur_en(id: str, i: int, a: Användning, r: Reservering, taget: int) -> Utfall:
    fält, dag = ("användningar", i), str(a.datum) if a.datum else ""
    if a.från_år != r.från_år:
        text = f"medlen kommer från {a.från_år}, men reserveringen {r.id} är av medel från {r.från_år}"
        return bruten("budget", id, (*fält, "från_år"), text, "rätta året, eller reserveringen")
    if dag and not r.beslut[:10] <= dag <= (r.upphör or dag)[:10]:
        gäller = f"från {r.beslut[:10]}" + (f" till {r.upphör[:10]}" if r.upphör else "")
        text = f"{dag} är utanför reserveringen {r.id}, som gäller {gäller}"
        return bruten("budget", id, (*fält, "datum"), text, "rätta dagen, eller reserveringen")
    if taget > r.belopp.öre:
        text = f"{skriv_belopp(taget)} är använt ur reserveringen {r.id}, men {r.belopp} är reserverat"
        return bruten("budget", id, (*fält, "belopp"), text, "rätta beloppet, eller reservera mer")
    return uppfylld("budget", id, fält)


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
