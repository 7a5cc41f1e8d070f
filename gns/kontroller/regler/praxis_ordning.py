"""Frågan om återremiss eller bordläggning avgörs först, sedan huvudfrågan, och sist tilläggsyrkandena, ett i taget.

Det prövas i varje delbeslut för sig. Ett yrkande om återremiss, bordläggning eller tillägg som aldrig ställdes under
proposition, fast det fanns andra förslag, går inte att pröva.

Rätt:
    propositionsordning:
      - ställs:
          - aterremiss
          - avgörs idag
        finner: avgörs idag
      - ställs: förslaget
        finner: förslaget
      - ställs:
          - tillagg
          - avslag
        finner: avslag

Fel:
    propositionsordning:
      - ställs:
          - tillagg
          - avslag
        finner: tillagg
      - ställs: förslaget     # huvudfrågan efter tillägget
        finner: förslaget
"""

from collections.abc import Iterator

from gns.kontroller.propositioner import Spelad, sort, spelade
from gns.kontroller.regel import Regel, Utfall, bruten, oprövbar, redan_sagt, uppfylld
from gns.kontroller.stallen import sagda
from gns.kontroller.underlag import Underlag
from gns.modell.paragraf import Paragraf
from gns.sammantrade.uppspelning_forslag import FORMALIA

ID = "PRAXIS-ordning"
_EGNA = (*FORMALIA, "tillägg")


def _pröva(u: Underlag) -> Iterator[Utfall]:
    yield from redan_sagt(u, ID)
    brutna = sagda(u, ID)
    for s in spelade(u, _har_egna_frågor):
        fel = [*_för_tidigt(s), *_flera_tillägg(s)]
        yield from fel
        if not fel and (s.id, s.väg("propositionsordning")) not in brutna:
            yield from _annars(s)


def _har_egna_frågor(p: Paragraf) -> bool:
    return any(y.typ in _EGNA and not y.återtaget for y in p.yrkanden)


def _annars(s: Spelad) -> Iterator[Utfall]:
    """Går inte att pröva när något aldrig ställdes; ett ensamt förslag har ingen ordning."""
    ställda = {o for p in s.p.propositionsordning for o in p.ställs}
    kvar = next((f for f in s.bord.förslag.values() if f.sort in _EGNA and f.ord not in ställda), None)
    if len(s.bord.förslag) < 2 or (kvar and _uppskjutet_före(s)):
        return
    if kvar:
        text = f"{kvar.namn} ställdes aldrig under proposition, så det går inte att se i vilken ordning"
        yield oprövbar("mote", s.id, s.väg("yrkanden", kvar.plats), text, "skriv propositionen")
    else:
        yield uppfylld("mote", s.id, s.väg("propositionsordning"))


def _uppskjutet_före(s: Spelad) -> bool:
    """Om hela ärendet sköts upp efter en proposition, så att inget annat behövde ställas."""
    return s.uppspelning.utgång in FORMALIA and bool(s.p.propositionsordning)


def _för_tidigt(s: Spelad) -> Iterator[Utfall]:
    """Ett tillägg som prövas innan huvudfrågan eller frågan om återremiss har ställts i något av dess delbeslut."""
    ordning = [(sort(s.bord, p), s.bord.räckvidd(p)) for p in s.p.propositionsordning]
    for j, (slag, räckvidd) in enumerate(ordning):
        if slag != "tillägg":
            continue
        huvud_före = any(andra == "huvud" and här & räckvidd for andra, här in ordning[:j])
        efter = {andra for andra, här in ordning[j + 1 :] if här & räckvidd}
        if "formalia" in efter:
            yield _fynd(s, j, "tillägget prövades före frågan om återremiss eller bordläggning")
        elif "huvud" in efter and not huvud_före:
            yield _fynd(s, j, "tillägget prövades före huvudfrågan")


def _flera_tillägg(s: Spelad) -> Iterator[Utfall]:
    for j, p in enumerate(s.p.propositionsordning):
        tillägg = [o for o in p.ställs if o in s.bord.förslag and s.bord.förslag[o].sort == "tillägg"]
        if len(set(tillägg)) > 1:
            yield _fynd(s, j, f"tilläggen {' och '.join(tillägg)} prövades på en gång")


def _fynd(s: Spelad, j: int, text: str) -> Utfall:
    råd = "skriv propositionerna i den ordning de ställdes; ställdes de så, förklara det med gns svara"
    return bruten("mote", s.id, s.väg("propositionsordning", j, "ställs"), f"{text} i § {s.p.nr}", råd)


REGEL = Regel(
    id=ID,
    nummer=(42,),
    fråga="Prövades återremiss och bordläggning först, sedan huvudfrågan och sist tilläggen ett i taget?",
    nivå="varning",
    pröva=_pröva,
    praxis="propositionsordning",
)
