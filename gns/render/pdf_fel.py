"""Fel från typst som svenska fel: var, vad och vad man gör."""

import os
import re
from collections.abc import Iterator
from pathlib import Path

from gns.grund.fel import Användningsfel
from gns.render.trad import Nod, Träd, klartext

_SAKNAS = re.compile(r'the (?:text|PDF contains the codepoint) `"((?:\\.|[^"\\])*)"`')
_FLYKT = re.compile(r"\\u\{([0-9a-f]+)\}|\\(.)")
_PLATS = re.compile(r"┌─ (\S+):(\d+):(\d+)")
_HÖGST = 5
_BREDD = 20

# typsts vanligaste fel på svenska; vad typst själv skrev visas när GNS_FELSOK är satt.
_FILER = "stilen får bara läsa bilder (.svg, .png, .jpg, högst 2 MB) som ligger i samma mapp och inte är länkar"
_FEL = (
    (re.compile(r"unknown variable: (.+)"), "namnet {} finns inte"),
    (re.compile(r"unknown font family: (.+)"), "typsnittet ”{}” finns inte bland dem som följer med gns"),
    (re.compile(r"unclosed "), "något öppnas men stängs aldrig"),
    (re.compile(r"unexpected closing "), "något stängs som aldrig har öppnats"),
    (re.compile(r"unexpected argument"), "en funktion har andra parametrar än gns väntar sig"),
    (re.compile(r"missing argument: (.+)"), "värdet {} saknas"),
    (re.compile(r"failed to load (?:linked image|file)|file not found"), f"filen går inte att använda: {_FILER}"),
    (re.compile(r"module `stil` does not contain `(.+)`"), "{} saknas"),
    (re.compile(r"path .+ would escape"), f"filen går inte att använda: {_FILER}"),
    (re.compile(r"failed to decode image|unknown image format"), "bilden går inte att läsa"),
    (re.compile(r"panicked with: (.+)"), "stilen avbryter själv: {}"),
    (re.compile(r"maximum .+ depth exceeded"), "en funktion anropar sig själv utan slut"),
    (re.compile(r"(?:condition is always true|loop seems to be infinite)"), "slingan tar aldrig slut"),
    (re.compile(r"cannot divide by zero"), "raden delar med noll"),
    (re.compile(r"(?:dictionary|module `.+`) does not contain (?:key )?(.+)"), "{} finns inte"),
    (re.compile(r"(?:.+ )?error: missing alt text"), "bilden saknar beskrivning (alt) för den som inte ser den"),
)


_FEL_SLAG = re.compile(r"expected (.+), found (.+)")
_SLAG = {
    "length": "en längd",
    "relative length": "en längd",
    "color": "en färg",
    "string": "en text",
    "content": "innehåll",
    "integer": "ett heltal",
    "float": "ett tal",
    "array": "en lista",
    "dictionary": "namngivna värden",
    "function": "en funktion",
    "none": "ingenting",
}


def på_svenska(diagnostik: str, träd: Träd, stil: Path) -> Användningsfel:
    """Typsts första fel (eller alla tecken som saknas) som ett fel för den som skriver posten eller ändrar stilen."""
    saknade = list(dict.fromkeys(_utan_flykt(s) for s in _SAKNAS.findall(diagnostik)))
    if saknade and (ställen := [s for s in (_ställe(tecken, träd) for tecken in saknade) if s]):
        mer = f" och {len(ställen) - _HÖGST} till" if len(ställen) > _HÖGST else ""
        return Användningsfel(
            f"tecken som inget typsnitt för pdf har: {'; '.join(ställen[:_HÖGST])}{mer}",
            "byt ut tecknen i posten, eller gör dokumentet som html eller docx",
        )
    if "failed to download package" in diagnostik or "package not found" in diagnostik:
        return Användningsfel(
            f"{_plats(diagnostik, stil)}: ett typst-paket går inte att använda, för gns hämtar ingenting från nätet",
            f"ta bort raden, eller skriv in det som behövs i {stil.name}",
        )
    return Användningsfel(
        f"{_plats(diagnostik, stil)}: {_mening(diagnostik)}",
        f"rätta raden i {stil.name}, eller utgå från den som följer med gns",
    )


def _utan_flykt(text: str) -> str:
    return _FLYKT.sub(lambda m: chr(int(m[1], 16)) if m[1] else {"n": "\n", "t": "\t", "r": "\r"}.get(m[2], m[2]), text)


def _ställe(tecken: str, träd: Träd) -> str:
    """Tecknets nummer och texten omkring; tomt när tecknet inte kommer från dokumentet utan från stilen."""
    for text in _texter(träd):
        i = text.find(tecken)
        if i >= 0:
            nummer = " ".join(f"U+{ord(t):04X}" for t in tecken)
            utdrag = " ".join(text[max(0, i - _BREDD) : i + len(tecken) + _BREDD].split())
            return f"{nummer} i ”{utdrag}”"
    return ""


def _texter(träd: Träd) -> Iterator[str]:
    for nod in (*träd.huvud, *träd.innehåll, *träd.fot):
        yield from _texter_i(nod)


def _texter_i(nod: Nod) -> Iterator[str]:
    yield klartext(nod.delar)
    for barn in nod.barn:
        yield from _texter_i(barn)


def _plats(diagnostik: str, stil: Path) -> str:
    """Första platsen i stilen; stilens namn utan rad när felet syns först i gns egen kod."""
    rad = next((rad for fil, rad, _ in _PLATS.findall(diagnostik) if fil.endswith("stil.typ")), "")
    return f"{stil.name}:{rad}" if rad else stil.name


def _mening(diagnostik: str) -> str:
    rå = re.sub(r"^(?:error|warning): ", "", diagnostik.strip().split("\n", 1)[0])
    mening = _svensk(rå)
    return f"{mening} (typst: {rå})" if os.environ.get("GNS_FELSOK") else mening


def _svensk(rå: str) -> str:
    if slag := _FEL_SLAG.match(rå):
        väntat, funnet = (_SLAG.get(s) for s in slag.groups())
        return f"här ska stå {väntat} men står {funnet}" if väntat and funnet else "värdet är av fel slag"
    for mönster, svenska in _FEL:
        if träff := mönster.match(rå):
            return svenska.format(*(g.strip('`"') for g in träff.groups()))
    return "raden går inte att räkna ut"
