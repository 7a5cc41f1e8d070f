"""Det som får flest röster av ja och nej vinner; den som avstår räknas inte.

Det som vann ska också vara det som står beslutat. Att beslutets ord är det vinnande förslagets prövas i varje beslut, med
eller utan omröstning; här prövas omröstningens räkning och att beslutet inte går till det förslag som röstades ned. Frågan
om återremiss eller bordläggning har en egen regel.

Rätt:
    yrkanden:
      - id: s
        av: Eva Ek
        typ: bifall
        benämning: yrkande från S
      - id: m
        av: Ulf Uv
        typ: bifall
        benämning: yrkande från M
    propositionsordning:
      - ställs:
          - s
          - m
        finner: s
        omröstning:
          ja_betyder: s
          nej_betyder: m
          röster:
            ja:
              - Eva Ek
              - Ada Ask
            nej: Ulf Uv
    beslut:
      - |
        Enligt yrkande från S.

Fel:
    beslut:                 # yrkandet från M fick en röst mot två
      - |
        Enligt yrkande från M.
"""

import datetime as dt
import re
from collections.abc import Iterator

from gns.kontroller.propositioner import Spelad, sort, spelade
from gns.kontroller.regel import Lagrum, Regel, Utfall, bruten, oprövbar, redan_sagt
from gns.kontroller.stallen import Ställe, håller, sagda
from gns.kontroller.underlag import Underlag
from gns.modell.former import FÖRSLAGET
from gns.sammantrade.uppspelning import Steg
from gns.sammantrade.uppspelning_foljd import jämförbar
from gns.sammantrade.uppspelning_forslag import Förslag
from gns.sammantrade.uppspelning_utgang import OSPELBAR

ID = "KL-5-55-majoritet"
_LAG = Lagrum("KL 5:55", "2017:725", dt.date(2018, 1, 1))
_ENLIGT = r"\b(?:enligt|i enlighet med|bifall till|bifaller|bifalla|tillstyrker|tillstyrka|antar|anta) (?:\w+ )?"


def _pröva(u: Underlag) -> Iterator[Utfall]:
    yield from redan_sagt(u, ID)
    alla, egna = sagda(u), sagda(u, ID)
    for s in spelade(u, lambda p: any(prop.omröstning for prop in p.propositionsordning)):
        for j, steg in enumerate(s.uppspelning.steg):
            väg = s.väg("propositionsordning", j)
            if steg.räkning and (s.id, väg) not in egna and sort(s.bord, steg.proposition) in ("huvud", "tillägg"):
                yield from _en(s, j, steg, alla)


def _en(s: Spelad, j: int, steg: Steg, alla: set[Ställe]) -> Iterator[Utfall]:
    väg = s.väg("propositionsordning", j, "omröstning")
    if steg.vinnare is None:
        yield oprövbar("mote", s.id, väg, "det går inte att räkna ut vad som vann omröstningen")
    elif steg.motförslag:
        yield håller(_LAG, s.möte, väg)
    elif s.uppspelning.utgång == OSPELBAR:
        yield oprövbar("mote", s.id, väg, f"propositionerna i § {s.p.nr} går inte att följa fram till beslutet")
    else:
        fel = [f for k in sorted(s.bord.räckvidd(steg.proposition)) for f in _nedröstat(s, steg, k)]
        osagda = [f for f in fel if (s.id, f.fält) not in alla]
        yield from osagda
        if not fel and not any((s.id, s.väg(fält)) in alla for fält in ("beslut", "förslag_till_beslut")):
            yield håller(_LAG, s.möte, väg)


def _nedröstat(s: Spelad, steg: Steg, k: int) -> Iterator[Utfall]:
    """Delbeslutet när det är ett förslag som föll i omröstningen, eller säger att det följer ett sådant."""
    vann = s.bord.förslag.get(steg.vinnare or "")
    står_sig = [f for o, f in s.bord.förslag.items() if f is vann or o in s.uppspelning.antagna]
    föll = [s.bord.förslag[o] for o in steg.proposition.ställs if o in s.bord.förslag and o != steg.vinnare]
    text = jämförbar(s.p.beslut[k - 1]) if k <= len(s.p.beslut) else ""
    if any(_nämns(f, text) or _är(s, f, text) for f in står_sig):
        return
    for f in föll:
        if f.ord not in s.uppspelning.antagna and (_är(s, f, text) or _följer(f, text)):
            namn = vann.namn if vann else "avslag"
            vad = f"{namn} vann omröstningen, men beslut {k} följer {f.namn}, som föll"
            yield bruten("mote", s.id, s.väg("beslut", k - 1), vad, "rätta beslutet, eller rösterna om de är fel")
            return


def _är(s: Spelad, f: Förslag, text: str) -> bool:
    lydelser = [f.yrkande.lydelse] if f.yrkande else s.p.förslag_till_beslut
    return any(jämförbar(lydelse) == text for lydelse in lydelser if lydelse)


def _nämns(f: Förslag, text: str) -> bool:
    return any(namn in text for namn in _namn(f))


def _följer(f: Förslag, text: str) -> bool:
    """Om beslutet säger att det är enligt förslaget, med dess benämning eller den som lade det."""
    if f.ord == FÖRSLAGET or (f.yrkande and f.yrkande.benämning):
        return any(re.search(rf"{_ENLIGT}{re.escape(namn)}(?!\w)", text) for namn in _namn(f))
    return any(re.search(rf"{_ENLIGT}{re.escape(namn)}s? [\w ]{{0,60}}(?:yrkande|förslag)", text) for namn in _namn(f))


def _namn(f: Förslag) -> list[str]:
    if f.yrkande is None:
        return ["förslaget"]
    return [n.casefold() for n in ([f.yrkande.benämning] if f.yrkande.benämning else f.yrkande.av)]


REGEL = Regel(
    id=ID,
    nummer=(37,),
    fråga="Vann det som fick flest röster, och är det inte något annat som står beslutat?",
    nivå="fel",
    pröva=_pröva,
    stöd=(_LAG, Lagrum("KL 6:33", "2017:725", dt.date(2018, 1, 1))),
)
