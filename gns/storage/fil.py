"""Postens bytes från disken: bara vanliga filer, aldrig länkar, högst 1 MB."""

import os
import stat
from pathlib import Path

from gns.grund.datafel import Filfel
from gns.grund.disk import orsak
from gns.grund.fel import Diskfel, Postfel

STÖRST = 1_000_000  # bytes i en post
_FLAGGOR = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)


def läs_bytes(stig: Path) -> bytes:
    """Filens innehåll; Postfel när det inte är en vanlig fil, Diskfel när den inte får läsas."""
    try:
        if fel := _artfel(stig, os.lstat(stig).st_mode):
            raise Postfel((fel,))
        nummer = os.open(stig, _FLAGGOR)
        try:
            if fel := _artfel(stig, os.fstat(nummer).st_mode):
                raise Postfel((fel,))
            return _läs_allt(nummer)
        finally:
            os.close(nummer)
    except FileNotFoundError:
        raise Postfel((Filfel(visa_stig(stig), 0, 0, "filen finns inte"),)) from None
    except OSError as diskfel:
        raise Diskfel(f"{visa_stig(stig)} gick inte att läsa: {orsak(diskfel)}", "se över filens rättigheter") from None


def visa_stig(stig: Path) -> str:
    """Sökvägen att visa: från den mapp man står i när filen ligger under den, annars som den gavs."""
    try:
        return stig.relative_to(Path.cwd()).as_posix()
    except (ValueError, OSError):
        return stig.as_posix()


def räknad_från(mapp: Path, visad: str) -> str:
    """En sökväg som ``visa_stig`` har gett, räknad från mappen; som den är när filen ligger någon annanstans."""
    hel = Path(os.path.abspath(visad))  # noqa: PTH100 – länkar ska inte lösas upp
    return hel.relative_to(mapp).as_posix() if hel.is_relative_to(mapp) else visad


def _läs_allt(nummer: int) -> bytes:
    delar = bytearray()
    while len(delar) <= STÖRST and (bit := os.read(nummer, STÖRST + 1 - len(delar))):
        delar += bit
    return bytes(delar)


def _artfel(stig: Path, läge: int) -> Filfel | None:
    if stat.S_ISREG(läge):
        return None
    if stat.S_ISLNK(läge):
        return Filfel(visa_stig(stig), 0, 0, "filen är en länk till en annan fil", "lägg själva filen här")
    return Filfel(visa_stig(stig), 0, 0, "detta är ingen vanlig fil", "ta bort den eller lägg en post i dess ställe")
