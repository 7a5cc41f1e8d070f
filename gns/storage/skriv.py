"""Atomisk skrivning: lås, jämför, skriv bredvid, byt namn. Hel eller inte alls."""

import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from gns.grund.disk import orsak
from gns.grund.fel import Användningsfel, Diskfel, Konfliktfel
from gns.storage.fil import visa_stig

_RÅD = "inget är ändrat; se över platsen och försök igen"


def skriv_atomiskt(stig: Path, innehåll: bytes, *, väntat: bytes | None = None) -> None:
    """Ersätter filens innehåll helt eller inte alls; en befintlig fils rättigheter behålls.

    Med ``väntat`` låses filen och måste ha det innehållet, annars Konfliktfel. Diskfel när disken är full,
    mappen saknas eller rättigheten saknas. Till en enhet som /dev/stdout skrivs rakt av.
    """
    läge = _läge(stig)
    if läge is not None and stat.S_ISDIR(läge):
        raise Användningsfel(f"{visa_stig(stig)} är en mapp", "ange en fil")
    try:
        if läge is not None and not stat.S_ISREG(läge):
            _skriv_rakt(stig, innehåll)
        elif väntat is None:
            _byt(Path(os.path.realpath(stig)), innehåll, läge)
        else:
            with lås(stig):
                _jämför(stig, väntat)
                _byt(stig, innehåll, läge)
    except OSError as fel:
        raise Diskfel(f"{visa_stig(stig)} gick inte att skriva: {orsak(fel)}", _RÅD) from None


def skapa_atomiskt(stig: Path, innehåll: bytes) -> None:
    """Skriver en ny fil, och mappen som den ligger i; Konfliktfel när filen hann komma till, Diskfel som ovan."""
    try:
        stig.parent.mkdir(exist_ok=True)
        with lås(stig):
            if os.path.lexists(stig):
                raise Konfliktfel(f"{visa_stig(stig)} har kommit till under tiden", "se vad den säger och försök igen")
            _byt(stig, innehåll, None)
    except OSError as fel:
        raise Diskfel(f"{visa_stig(stig)} gick inte att skriva: {orsak(fel)}", _RÅD) from None


@contextmanager
def lås(stig: Path) -> Iterator[None]:
    """Håller postens lås; Konfliktfel direkt när någon annan har det. Låsfilen försvinner när skrivningen är klar."""
    låsfil = stig.with_name(f".{stig.name}.las")
    nummer = os.open(låsfil, os.O_RDWR | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0), 0o600)
    try:
        if not _ta_lås(nummer) or not _samma_fil(nummer, låsfil):
            råd = "vänta tills det andra kommandot är klart och försök igen"
            raise Konfliktfel(f"{visa_stig(stig)} ändras just nu av ett annat kommando", råd)
        try:
            yield
        finally:
            with suppress(OSError):
                låsfil.unlink()
    finally:
        os.close(nummer)


def _ta_lås(nummer: int) -> bool:
    try:
        if os.name == "nt":
            import msvcrt

            msvcrt.locking(nummer, msvcrt.LK_NBLCK, 1)  # type: ignore[attr-defined,unused-ignore]
        else:
            import fcntl

            fcntl.flock(nummer, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True


def _samma_fil(nummer: int, låsfil: Path) -> bool:
    """Falskt när den förra ägaren hann ta bort låsfilen mellan öppning och lås."""
    try:
        return os.path.samestat(os.fstat(nummer), låsfil.stat())
    except FileNotFoundError:
        return False


def _läge(stig: Path) -> int | None:
    try:
        return stig.stat().st_mode
    except OSError:
        return None


def _jämför(stig: Path, väntat: bytes) -> None:
    try:
        nu = stig.read_bytes()
    except FileNotFoundError:
        nu = None
    if nu != väntat:
        råd = "öppna filen, se vad som har ändrats och gör om ändringen"
        raise Konfliktfel(f"{visa_stig(stig)} har ändrats sedan den lästes", råd)


def _skriv_rakt(stig: Path, innehåll: bytes) -> None:
    with stig.open("wb", buffering=0) as ström:
        _skriv_allt(ström.fileno(), innehåll)


def _byt(stig: Path, innehåll: bytes, läge: int | None) -> None:
    """Temporär fil i samma mapp → fsync → namnbyte → fsync av mappen; den temporära filen blir aldrig kvar."""
    temp = stig.with_name(f".{stig.name}.{os.urandom(4).hex()}.tmp")
    nummer = os.open(temp, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o666)
    try:
        try:
            if läge is not None and hasattr(os, "fchmod"):
                os.fchmod(nummer, stat.S_IMODE(läge))
            _skriv_allt(nummer, innehåll)
            os.fsync(nummer)
        finally:
            os.close(nummer)
        temp.replace(stig)
    except BaseException:
        with suppress(OSError):
            temp.unlink()
        raise
    _fsync_mapp(stig.parent)


def _skriv_allt(nummer: int, innehåll: bytes) -> None:
    kvar = memoryview(innehåll)
    while kvar:
        kvar = kvar[os.write(nummer, kvar) :]


def _fsync_mapp(mapp: Path) -> None:
    if os.name == "nt":
        return
    nummer = os.open(mapp, os.O_RDONLY)
    try:
        os.fsync(nummer)
    finally:
        os.close(nummer)
