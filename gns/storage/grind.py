"""Grinden före YAML-tolken: storlek, teckenkodning, osynliga tecken, konflikter och djup."""

import re
import unicodedata

from gns.storage.fil import STÖRST
from gns.storage.yamlfel import Yamlfel, vid

_BOM = b"\xef\xbb\xbf"
_ASCII = bytes([9, 10, *range(0x20, 0x7F)])
_VANLIGA = frozenset("åäöÅÄÖéÉèüÜ§–—’”“‘…·°½²³×«»€\u00a0")
_OTILLÅTET = (
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u2028-\u202e"
    "\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufffc\ufffe\uffff\U000e0000-\U000e0fff]|\r(?!\n)"
)
_KONFLIKT = r"(?m)^(?:<{7}|={7}|>{7}|\|{7})(?=[ \r\n]|\Z)"
# Tecken som kan öppna en nivå blir blanksteg: en nivå till kräver minst ett sådant tecken till på raden.
_NIVÅER = bytes(32 if t in b"\t -?:" else t for t in range(256))
_MISSTÄNKT_INDRAG = b" " * 40
_MISSTÄNKTA_PARENTESER = 80


def släpp_in(rå: bytes) -> bool:
    """Sant när texten är i NFC; Yamlfel när den inte får nå tolken. Ogiltig UTF-8 kan bli kvar till `avkoda`."""
    if len(rå) > STÖRST:
        raise Yamlfel(0, 0, "filen är större än 1 MB", "dela upp posten eller lägg bilagor i egna filer")
    nfc = _har_bara_vanliga_tecken(rå) or _pröva_tecken(avkoda(rå))
    if (b"<" in rå or b"=" in rå or b">" in rå) and (träff := re.search(_KONFLIKT, avkoda(rå))):
        råd = "välj vilka rader som ska gälla och ta bort konfliktmarkörerna"
        raise vid(avkoda(rå), träff.start(), "en konflikt från git är inte löst", råd)
    if b"%" in rå and (rå.startswith(b"%") or b"\n%" in rå):
        index = f"\n{avkoda(rå)}".find("\n%")
        raise vid(avkoda(rå), index, "en rad börjar med %, som är ett direktiv i YAML", "ta bort raden")
    return nfc


def är_misstänkt_djup(rå: bytes) -> bool:
    """Sant när filen kan vara så djup att en rekursiv tolk far illa; falskt är ett löfte."""
    if (b"[" in rå or b"{" in rå) and rå.count(b"[") + rå.count(b"{") > _MISSTÄNKTA_PARENTESER:
        return True
    return _MISSTÄNKT_INDRAG in rå.translate(_NIVÅER)


def avkoda(rå: bytes) -> str:
    """Filens text; Yamlfel när den inte är UTF-8 utan BOM."""
    if rå.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise Yamlfel(1, 1, "filen är sparad som UTF-16", "spara filen som UTF-8 utan BOM")
    if rå.startswith(_BOM):
        raise Yamlfel(1, 1, "filen börjar med en BOM (U+FEFF)", "spara filen som UTF-8 utan BOM")
    try:
        return rå.decode()
    except UnicodeDecodeError as fel:
        före = rå[: fel.start].decode()
        råd = "spara filen som UTF-8 och rätta tecknet"
        raise vid(före, len(före), f"byten 0x{rå[fel.start]:02X} är inte UTF-8", råd) from None


def otillåtet(text: str) -> re.Match[str] | None:
    """Första styrtecken, riktningstecken eller annat osynligt tecken i texten."""
    return re.search(_OTILLÅTET, text)


def _har_bara_vanliga_tecken(rå: bytes) -> bool:
    """Ser bara på det som inte är ASCII; falskt när något behöver en noggrann genomgång."""
    try:
        return _VANLIGA.issuperset(rå.translate(None, _ASCII).decode())
    except UnicodeDecodeError:
        return False


def _pröva_tecken(text: str) -> bool:
    if träff := otillåtet(text):
        tecken = f"U+{ord(träff[0]):04X}"
        raise vid(text, träff.start(), f"det osynliga tecknet {tecken} får inte stå i en post", "ta bort tecknet")
    return unicodedata.is_normalized("NFC", text)
