"""Mätarna: CPU-tid, minne och utförda instruktioner för ett kommando med alla dess barnprocesser."""

import os
import re
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

Kommando = tuple[str, ...]
MILJÖ = {"PATH": os.environ["PATH"], "LC_ALL": "C.UTF-8", "PYTHONHASHSEED": "0"}
# En liten process startar kommandot och läser av barnens minne: den egna processens topp ärvs annars genom exec.
_MINNE = (
    "import posix, resource, sys\n"
    "barn = posix.posix_spawn(sys.argv[1], sys.argv[1:], posix.environ)\n"
    "posix.waitpid(barn, 0)\n"
    "sys.stderr.write(str(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss))\n"
)
_DÖDFÖTT = (
    "import os, runpy, sys\n"
    "os.register_at_fork(after_in_child=lambda: os._exit(1))\n"
    "sys.argv = sys.argv[1:]\n"
    "runpy.run_path(sys.argv[0], run_name='__main__')\n"
)


@dataclass(frozen=True)
class Rad:
    """Ett kommando att mäta: vad raden heter, vad som körs, och i vilken mapp."""

    namn: str
    kommando: Kommando
    mapp: Path


class Misslyckades(Exception):
    """Kommandot gav en annan slutkod än 0."""


def cpu(rad: Rad) -> float:
    """CPU-tid i sekunder, användare och system, för kommandot och dess barn."""
    tyst = [(os.POSIX_SPAWN_OPEN, fd, os.devnull, os.O_RDWR, 0) for fd in (0, 1, 2)]
    här = Path.cwd()
    os.chdir(rad.mapp)
    barn = os.posix_spawn(rad.kommando[0], rad.kommando, MILJÖ, file_actions=tyst)
    os.chdir(här)
    _, status, bruk = os.wait4(barn, 0)
    if status:
        raise Misslyckades(f"{rad.namn}: slutkod {os.waitstatus_to_exitcode(status)}")
    return bruk.ru_utime + bruk.ru_stime


def minne(rad: Rad) -> float:
    """Den största processens toppminne i MiB."""
    mät = [sys.executable, "-I", "-S", "-c", _MINNE, *rad.kommando]
    svar = subprocess.run(mät, cwd=rad.mapp, env=MILJÖ, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, check=True)
    return int(svar.stderr.split()[-1]) / 1024


def instruktioner(rad: Rad) -> int | None:
    """Utförda instruktioner, eller None där valgrind saknas eller kommandot inte går att köra under det.

    En förgrenad process ärver förälderns räknare. Därför körs kommandot om med barn som slutar genast, och det de har
    räknat dras av.
    """
    if not shutil.which("valgrind"):
        return None
    slutkod, antal = _räkna(rad, rad.kommando)
    if slutkod or not antal:
        return None
    if len(antal) == 1:
        return antal[0]
    _, ärvt = _räkna(rad, (sys.executable, "-c", _DÖDFÖTT, *rad.kommando))
    return sum(antal) - sum(ärvt[:-1])


def _räkna(rad: Rad, kommando: Kommando) -> tuple[int, list[int]]:
    """Slutkoden, och antalet instruktioner för varje process i den ordning de slutar."""
    # Loggen går i ett rör och inget skrivs till fil: mallens barnprocess får inte skriva filer.
    valgrind = [
        "valgrind",
        "--tool=cachegrind",
        "--cache-sim=no",
        "--trace-children=yes",
        "--cachegrind-out-file=/dev/null",
    ]
    en_tråd = MILJÖ | {"RAYON_NUM_THREADS": "1"}
    svar = subprocess.run([*valgrind, *kommando], cwd=rad.mapp, env=en_tråd, capture_output=True, check=False)
    summor = re.findall(rb"I +refs: +([\d,]+)", svar.stderr)
    return svar.returncode, [int(s.replace(b",", b"")) for s in summor]
