"""Kör mallen i en barnprocess med gränser för tid och minne, så att ingen mall kan ta ner gns eller datorn.

Där ``fork`` finns ärver barnet allt och svarar genom ett rör; annars startas en egen Python som får arbetet som JSON.
"""

import os
import sys
import time
from pathlib import Path
from typing import NamedTuple, NoReturn

from gns.render.mallarbete import Arbete, Svar, utför


class Gränser(NamedTuple):
    """Sekunder processortid, sekunder på väggklockan, och byte minne utöver det som redan används."""

    processor: int = 5
    klocka: float = 10.0
    minne: int = 512 * 1024 * 1024


GRÄNSER = Gränser()
_TID = Svar("", ("", "mallen blir inte färdig i tid", "ta bort slingan som inte tar slut"))
_DOG = Svar("", ("", "mallen avbröts: den tog för mycket minne eller för lång tid", "ta bort upprepningen som växer"))


def kör(arbete: Arbete, gränser: Gränser = GRÄNSER) -> Svar:
    """Utför arbetet i ett barn; ett barn som inte svarar i tid eller dör blir ett fel i svaret."""
    return _kör_gren(arbete, gränser) if _kan_förgrena() else kör_egen(arbete, gränser)


def _kan_förgrena() -> bool:
    trådar = sys.modules.get("threading")
    return hasattr(os, "fork") and (trådar is None or trådar.active_count() == 1)


def _kör_gren(arbete: Arbete, gränser: Gränser) -> Svar:
    import gns.render.miljo  # noqa: F401  Jinja laddas före förgreningen, så att gränserna bara gäller mallen

    läs, skriv = os.pipe()
    barn = os.fork()
    if not barn:
        os.close(läs)
        _i_barnet(arbete, gränser, skriv)
    os.close(skriv)
    try:
        data = _läs_allt(läs, time.monotonic() + gränser.klocka)
    finally:
        os.close(läs)
        _avsluta(barn)
    return _TID if data is None else packa_upp(data)


def _i_barnet(arbete: Arbete, gränser: Gränser, skriv: int) -> NoReturn:
    """Barnets hela liv; slutar alltid med _exit, så att förälderns buffertar inte skrivs två gånger."""
    kod = 1
    try:
        begränsa(gränser)
        data = memoryview(packa(utför(arbete)))
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
    signal.signal(signal.SIGINT, signal.SIG_DFL)
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
    """Allt barnet skriver, eller None när väggklockan går ut."""
    import select

    delar: list[bytes] = []
    while True:
        kvar = slut - time.monotonic()
        if kvar <= 0 or not select.select([läs], [], [], kvar)[0]:
            return None
        del_ = os.read(läs, 1 << 20)
        if not del_:
            return b"".join(delar)
        delar.append(del_)


def _avsluta(barn: int) -> None:
    """Dödar barnet om det lever och tar hand om det."""
    import signal

    os.kill(barn, signal.SIGKILL)
    os.waitpid(barn, 0)


def packa(svar: Svar) -> bytes:
    """Svaret som byte: utskriften efter en JSON-rad."""
    import json

    return json.dumps([svar.fel, svar.tabell]).encode() + b"\n" + svar.ut.encode("utf-8", "surrogatepass")


def packa_upp(data: bytes) -> Svar:
    """Byte → svar; ett barn som dog innan det hann svara är ett fel."""
    import json

    huvud, radslut, ut = data.partition(b"\n")
    if not radslut:
        return _DOG
    fel, tabell = json.loads(huvud)
    return Svar(ut.decode("utf-8", "surrogatepass"), tuple(fel) if fel else None, tuple(tabell))


def kör_egen(arbete: Arbete, gränser: Gränser = GRÄNSER) -> Svar:
    """Som ``kör`` men i en egen Python; för system utan fork. ``-P`` håller postmappens egna moduler utanför."""
    import json
    import subprocess

    try:
        barn = subprocess.run(
            [sys.executable, "-P", "-m", "gns.render.barn"],
            input=json.dumps([arbete, gränser]).encode(),
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            timeout=gränser.klocka,
            check=False,
        )
    except subprocess.TimeoutExpired:
        return _TID
    return packa_upp(barn.stdout)


def main() -> None:
    """Barnets ingång när det är en egen Python: arbetet på stdin, svaret på stdout."""
    import json

    arbete, gränser = json.load(sys.stdin.buffer)
    begränsa(Gränser(*gränser))
    sys.stdout.buffer.write(packa(utför(Arbete(*arbete))))


if __name__ == "__main__":
    main()
