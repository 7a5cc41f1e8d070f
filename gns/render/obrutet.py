"""Var en rad inte får brytas: belopp, datum, paragrafer, dnr och klockslag hålls ihop (design § 6).

Skrivarna lägger ihop det som hör ihop på sitt sätt (html: nowrap, typst: box, docx: hårt blanksteg); tecknen är kvar.
"""

import re
from collections.abc import Iterable
from dataclasses import replace

from gns.grund.datum import MÅNADER
from gns.render.trad import Del

_MÅNAD = "|".join([*MÅNADER, *(rf"{månad[:3]}{månad[3]}?\.?" for månad in MÅNADER if len(månad) > 4)])
_B = "[ \u00a0\u202f]"
_TAL = rf"[0-9]{{1,3}}(?:{_B}[0-9]{{3}}){{1,6}}(?![0-9])|[0-9]{{1,15}}"
_BELOPP = rf"(?:{_TAL})(?:,[0-9]{{1,4}})?"
_ENHET = rf"(?:miljon(?:er)?|miljard(?:er)?)(?:{_B}(?:kronor|kr|SEK))?|kr|tkr|mkr|Mkr|mnkr|kronor|öre|SEK|%"
_TID = r"[0-9]{1,2}[:.][0-9]{2}"
# Varje upprepning har en övre gräns, så att sökningen är linjär också i en fientlig text.
_OBRUTET = re.compile(
    rf"(?<!\w)(?:"
    rf"[0-9]{{4}}-[0-9]{{2}}-[0-9]{{2}}"
    rf"|[Kk]l\.?{_B}{_TID}(?:{_B}?[-–]{_B}?{_TID})?|{_TID}[-–]{_TID}"
    rf"|[0-9]{{1,2}}{_B}(?:{_MÅNAD})(?:{_B}[0-9]{{4}})?"
    rf"|[0-9]{{1,2}}/[0-9]{{1,2}}{_B}[0-9]{{4}}"
    rf"|[A-ZÅÄÖ][A-ZÅÄÖ0-9]{{0,9}}/[0-9]{{1,6}}/[0-9]{{4}}"
    rf"|[+−–-]?{_BELOPP}(?:{_B}?[-–]{_B}?{_BELOPP})?{_B}?(?:{_ENHET})"
    rf"|(?:[0-9]{{1,3}}{_B}?kap\.{_B})?[0-9]{{1,3}}(?:{_B}[a-z])?{_B}§(?!{_B}?[0-9])"
    rf"|[+−–-]?[0-9]{{1,3}}(?:{_B}[0-9]{{3}}){{1,6}}(?:,[0-9]{{1,4}})?"
    rf"|§§?{_B}?[0-9]{{1,4}}(?:{_B}[a-h](?!\w)|{_B}?[-–]{_B}?[0-9]{{1,4}})?"
    rf")(?!\w)"
)


def dela(text: str) -> list[tuple[str, bool]]:
    """Texten i bitar; True för en bit som inte får brytas. Bitarna tillsammans är texten."""
    bitar: list[tuple[str, bool]] = []
    slut = 0
    for träff in _OBRUTET.finditer(text):
        if träff.start() > slut:
            bitar.append((text[slut : träff.start()], False))
        bitar.append((träff[0], True))
        slut = träff.end()
    if slut < len(text):
        bitar.append((text[slut:], False))
    return bitar


def grupper(delar: Iterable[Del]) -> list[tuple[tuple[Del, ...], bool]]:
    """Delarna i grupper; True för en grupp som inte får brytas, även när utseendet skiftar mitt i den (``§ *19*``)."""
    delar = tuple(delar)
    bitar = dela("".join(d.text if d.slag == "text" else "\ufffc" for d in delar))
    svar: list[tuple[tuple[Del, ...], bool]] = []
    kö = list(reversed(delar))
    for text, obruten in bitar:
        grupp: list[Del] = []
        kvar = len(text)
        while kvar:
            d = kö.pop()
            längd = len(d.text) if d.slag == "text" else 1
            if längd > kvar:
                kö.append(replace(d, text=d.text[kvar:]))
                d = replace(d, text=d.text[:kvar])
                längd = kvar
            grupp.append(d)
            kvar -= längd
        svar.append((tuple(grupp), obruten))
    return svar
