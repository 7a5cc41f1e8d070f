"""Ett barn med gränser för tid och minne, så att ingen mall eller stil kan ta ner gns eller datorn.

Där ``fork`` finns ärver barnet allt och svarar genom ett rör; annars startas en egen Python som får arbetet på stdin.
"""

import os
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple, NoReturn

_STÖRST = 100_000_000  # byte i ett svar


class Gränser(NamedTuple):
    """Sekunder processortid, sekunder på väggklockan, och byte minne utöver det som redan används."""

    processor: int = 5
    klocka: float = 10.0
    minne: int = 512 * 1024 * 1024


def kan_förgrena() -> bool:
    """Om ``i_gren`` går att använda: systemet har fork och inga andra trådar är i gång."""
    trådar = sys.modules.get("threading")
    return hasattr(os, "fork") and (trådar is None or trådar.active_count() == 1)


def i_gren(gör: Callable[[], bytes], gränser: Gränser) -> bytes | None:
    """Vad ``gör`` svarar i ett barn; None när väggklockan går ut, tomt när barnet dog. Ctrl-C avbryter båda."""
    läs, skriv = os.pipe()
    barn = os.fork()
    if not barn:
        os.close(läs)
        _i_barnet(gör, gränser, skriv)
    try:
        os.close(skriv)
        return _läs_allt(läs, time.monotonic() + gränser.klocka)
    finally:
        os.close(läs)
        _avsluta(barn)


def i_egen_python(modul: str, arbete: bytes, gränser: Gränser) -> bytes | None:
    """Som ``i_gren``, men ``modul`` körs i en egen Python. ``-P`` håller postmappens egna moduler utanför."""
    import subprocess

    try:
        barn = subprocess.run(
            [sys.executable, "-P", "-m", modul],
            input=arbete,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            timeout=gränser.klocka,
            check=False,
        )
    except subprocess.TimeoutExpired:
        return None
    return barn.stdout


def _i_barnet(gör: Callable[[], bytes], gränser: Gränser, skriv: int) -> NoReturn:
    """Barnets hela liv; slutar alltid med _exit, så att förälderns buffertar inte skrivs två gånger."""
    kod = 1
    try:
        os.dup2(os.open(os.devnull, os.O_WRONLY), 2)  # det som skrivs när minnet tar slut är inget för användaren
        begränsa(gränser)
        data = memoryview(gör())
        while data:
            data = data[os.write(skriv, data) :]
        kod = 0
    finally:
        os._exit(kod)


def begränsa(gränser: Gränser) -> None:
    """Sätter gränserna på den egna processen, så långt systemet har dem."""
    try:
        import resource
        import signal
    except ImportError:  # Windows: bara väggklockan
        return
    signal.signal(signal.SIGXCPU, _tiden_ute)
    for slag in (signal.SIGINT, signal.SIGABRT):  # SIGABRT: så slutar typst när minnet är slut
        signal.signal(slag, signal.SIG_DFL)
    for vad, mjuk, hård in (
        (resource.RLIMIT_CORE, 0, 0),
        (resource.RLIMIT_FSIZE, 0, 0),
        (resource.RLIMIT_CPU, gränser.processor + _använd_tid(), gränser.processor + _använd_tid() + 2),
        (resource.RLIMIT_AS, *2 * (_använt_minne() + gränser.minne,)),
    ):
        try:
            resource.setrlimit(vad, (mjuk, hård))
        except (ValueError, OSError):  # systemet har inte den gränsen, eller en strängare
            continue


def _använd_tid() -> int:
    return int(time.process_time())


def _använt_minne() -> int:
    """Byte adressrymd som redan används; utan /proc antas en gigabyte."""
    try:
        return int(Path("/proc/self/statm").read_bytes().split()[0]) * os.sysconf("SC_PAGE_SIZE")
    except OSError:
        return 1 << 30


def _tiden_ute(*_: object) -> NoReturn:
    raise TimeoutError


def _läs_allt(läs: int, slut: float) -> bytes | None:
    """Allt barnet skriver, eller None när väggklockan går ut; ett svar över all rimlig storlek räknas som inget."""
    import select

    delar: list[bytes] = []
    längd = 0
    while längd <= _STÖRST:
        kvar = slut - time.monotonic()
        if kvar <= 0 or not select.select([läs], [], [], kvar)[0]:
            return None
        del_ = os.read(läs, 1 << 20)
        if not del_:
            return b"".join(delar)
        delar.append(del_)
        längd += len(del_)
    return b""


def _avsluta(barn: int) -> None:
    """Dödar barnet om det lever och tar hand om det."""
    import signal

    os.kill(barn, signal.SIGKILL)
    os.waitpid(barn, 0)
