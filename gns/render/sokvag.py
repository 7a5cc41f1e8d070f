"""Var mallar och stilar ligger: först i postmappens egna ``mallar``, sedan bland dem som följer med gns."""

import stat
from pathlib import Path

from gns.grund.fel import Användningsfel

_STÖRST = 1_000_000


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
    if "\\" in namn or ":" in namn or any(d in ("", ".", "..") for d in delar):
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
    try:
        data = fil.read_bytes()
    except OSError as fel:
        raise Sökfel(f"mallen ”{namn}” går inte att läsa", "ge dig läsrätt till filen") from fel
    if len(data) > _STÖRST:
        raise Sökfel(f"mallen ”{namn}” är större än 1 MB", "dela den med {% include %}")
    try:
        return data.decode("utf-8"), visningsnamn(namn, fil, mappar)
    except UnicodeDecodeError as fel:
        rad = data[: fel.start].count(b"\n") + 1
        raise Sökfel(f"mallen ”{namn}” är inte UTF-8 på rad {rad}", "spara filen som UTF-8") from fel


def visningsnamn(namn: str, fil: Path, mappar: tuple[Path, ...]) -> str:
    """Namnet i ett fel: ``mallar/…`` för postmappens egen fil, annars bara namnet."""
    return _visa(fil, mappar[0]) if len(mappar) > 1 and fil.is_relative_to(mappar[0]) else namn


def hitta_stil(namn: str, egna: Path | None) -> Path:
    """Stilfilen (``stil.css``, ``stil.typ``, ``stil.docx``); Användningsfel när den saknas eller är en länk."""
    try:
        return hitta_fil(namn, mallmappar(egna))
    except Sökfel as fel:
        raise Användningsfel(fel.text, fel.råd) from fel


def _visa(fil: Path, mapp: Path) -> str:
    return f"{mapp.name}/{fil.relative_to(mapp).as_posix()}"


def _läge(fil: Path) -> int | None:
    try:
        return fil.lstat().st_mode
    except (OSError, ValueError):
        return None
