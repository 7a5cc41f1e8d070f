"""Var mallar och stilar ligger: först i postmappens egna ``mallar``, sedan bland dem som följer med gns."""

import os
import stat
from pathlib import Path

from gns.grund.disk import orsak
from gns.grund.fel import Användningsfel, Diskfel

MEGABYTE = 1_000_000
# En fil som har blivit en länk eller ett rör sedan den prövades följs inte och väntas inte på.
_FLAGGOR = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
_RÄTT = "se över rättigheterna till filen och mappen"


class Sökfel(Exception):
    """En mall eller stil går inte att läsa: vad, och vad man gör."""

    def __init__(self, text: str, råd: str) -> None:
        super().__init__(text)
        self.text = text
        self.råd = råd


def mallmappar(egna: Path | None) -> tuple[Path, ...]:
    """Mapparna i sökordning; ``egna`` är postmappens ``mallar`` eller None."""
    gns = Path(__file__).parents[1]
    medföljande = gns / "mallar"
    if not medföljande.is_dir():
        medföljande = gns.parent / "mallar"
    return (egna, medföljande) if egna else (medföljande,)


def hitta_fil(namn: str, mappar: tuple[Path, ...]) -> Path:
    """Filen med det namnet i den första mapp som har den. ``Sökfel`` för det som inte är en vanlig fil därinne."""
    delar = namn.split("/")
    if any(t in namn for t in "\\:\0") or any(d in ("", ".", "..") for d in delar):
        raise Sökfel(f"”{namn}” är inte ett namn på en fil i mallar", "skriv filens namn utan .. och utan / först")
    for mapp in mappar:
        fil = mapp
        for del_ in delar:
            fil = fil / del_
            läge = _läge(fil)
            if läge is None:
                break
            if stat.S_ISLNK(läge):
                raise Sökfel(f"{_visa(fil, mapp)} är en symbolisk länk", "lägg en riktig fil där")
        else:
            if not stat.S_ISREG(_läge(fil) or 0):
                raise Sökfel(f"{_visa(fil, mapp)} är inte en vanlig fil", "lägg en riktig fil där")
            return fil
    raise Sökfel(f"mallen ”{namn}” finns inte", f"lägg den i {' eller '.join(str(m) for m in mappar)}")


def läs_mallfil(namn: str, mappar: tuple[Path, ...]) -> tuple[str, str]:
    """(källtext, namnet som visas i fel). ``Sökfel`` när filen saknas eller inte är UTF-8-text av rimlig storlek."""
    fil = hitta_fil(namn, mappar)
    visas = visningsnamn(namn, fil, mappar)
    return _text(läs_fil(fil, visas, MEGABYTE, "dela den med {% include %}"), visas), visas


def läs_fil(fil: Path, visas: str, högst: int, råd: str = "utgå från den som följer med gns") -> bytes:
    """Filens byte. ``Sökfel`` när den inte är en vanlig fil eller är för stor, ``Diskfel`` när den inte får läsas."""
    try:
        nummer = os.open(fil, _FLAGGOR)
        try:
            if not stat.S_ISREG(os.fstat(nummer).st_mode):
                raise Sökfel(f"{visas} är inte en vanlig fil", "lägg en riktig fil där")
            with open(nummer, "rb", closefd=False) as öppen:
                data = öppen.read(högst + 1)
        finally:
            os.close(nummer)
    except OSError as fel:
        raise Diskfel(f"{visas} går inte att läsa: {orsak(fel)}", _RÄTT) from fel
    if len(data) > högst:
        raise Sökfel(f"{visas} är större än {högst // MEGABYTE} MB", råd)
    return data


def _text(data: bytes, visas: str) -> str:
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as fel:
        rad = data[: fel.start].count(b"\n") + 1
        raise Sökfel(f"{visas} är inte UTF-8 på rad {rad}", "spara filen som UTF-8") from fel


def visningsnamn(namn: str, fil: Path, mappar: tuple[Path, ...]) -> str:
    """Namnet i ett fel: ``mallar/…`` för postmappens egen fil, annars bara namnet."""
    return _visa(fil, mappar[0]) if len(mappar) > 1 and fil.is_relative_to(mappar[0]) else namn


def hitta_stil(namn: str, egna: Path | None) -> Path:
    """Stilfilen (``stil.css``, ``stil.typ``, ``stil.docx``); Användningsfel när den saknas eller är en länk."""
    try:
        return hitta_fil(namn, mallmappar(egna))
    except Sökfel as fel:
        raise Användningsfel(fel.text, fel.råd) from fel


def läs_stil(stil: Path, högst: int = MEGABYTE) -> bytes:
    """Stilfilens byte. ``Användningsfel`` eller ``Diskfel`` när den inte går att läsa."""
    try:
        return läs_fil(stil, stil.name, högst)
    except Sökfel as fel:
        raise Användningsfel(fel.text, fel.råd) from fel


def läs_stiltext(stil: Path) -> str:
    """Stilfilen som text med vanliga radslut; ``Användningsfel`` när den inte är UTF-8."""
    try:
        return _text(läs_stil(stil), stil.name).replace("\r\n", "\n").replace("\r", "\n")
    except Sökfel as fel:
        raise Användningsfel(fel.text, fel.råd) from fel


def _visa(fil: Path, mapp: Path) -> str:
    return f"{mapp.name}/{fil.relative_to(mapp).as_posix()}"


def _läge(fil: Path) -> int | None:
    """Filens slag, eller None när den inte finns."""
    try:
        return fil.lstat().st_mode
    except (FileNotFoundError, NotADirectoryError, UnicodeError):  # ett namn som inte går att koda finns inte
        return None
    except OSError as fel:
        raise Diskfel(f"{fil} går inte att läsa: {orsak(fel)}", _RÄTT) from fel
