"""``gns historik`` på 10 000 commits mot ``git log --follow`` på samma fil; starten räknas bort.

Starten är samma kommando i ett förråd med samma poster och en enda commit. ``python -m tests.bank.historik`` skriver talen.
"""

import json
import os
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path
from time import perf_counter

from tests.bank.matning import Misslyckades

ROT = Path(__file__).resolve().parents[2]
COMMITS, POSTER, ÄNDRINGAR, PAR = 10_000, 200, 50, 11
MÖTE = "data/moten/2020-12-18.yaml"
ÄRENDE = "data/arenden/2017/GNS-7-2017.yaml"
MÄTS = {"2020-12-18": MÖTE, "GNS/7/2017": ÄRENDE}
MILJÖ = os.environ | {"PYTHONPATH": str(ROT)}


def gör_förråd(mål: Path, commits: int) -> Path:
    """Repots poster och 200 ärenden; varje commit ändrar ett ärende, utom femtio som ändrar ett belopp i mötet."""
    mål.mkdir(parents=True)
    subprocess.run(["git", "init", "-q", "-b", "main"], cwd=mål, check=True)
    subprocess.run(["git", "fast-import", "--quiet"], cwd=mål, input=b"".join(_ström(commits)), check=True)
    subprocess.run(["git", "reset", "-q", "--hard"], cwd=mål, check=True)
    return mål


def _ström(commits: int) -> Iterator[bytes]:
    ärende = (ROT / "data/arenden/2020/GNS-8-2020.yaml").read_text("utf-8")
    poster = {p.relative_to(ROT).as_posix(): p.read_text("utf-8") for p in sorted((ROT / "data").rglob("*.yaml"))}
    alla = poster | {f"data/arenden/2017/GNS-{n}-2017.yaml": ärende for n in range(1, POSTER + 1)}
    yield _commit(0, alla)
    for n in range(1, commits):
        if n % (COMMITS // ÄNDRINGAR) == 0:
            yield _commit(n, {MÖTE: poster[MÖTE].replace("457 200 kr", f"{100 + n // 100} 200 kr")})
        else:
            fil = f"data/arenden/2017/GNS-{n % POSTER + 1}-2017.yaml"
            yield _commit(n, {fil: ärende.replace("Budget 2021", f"Budget {n}")})


def _commit(n: int, filer: Mapping[str, str]) -> bytes:
    vem = f"Åsa Öberg <asa@example.se> {1_500_000_000 + n * 3600} +0100"
    delar = [f"commit refs/heads/main\nauthor {vem}\ncommitter {vem}\ndata 1\n{n % 10}\n"]
    delar += [f"M 100644 inline {namn}\ndata {len(t.encode())}\n{t}\n" for namn, t in filer.items()]
    return "".join(delar).encode()


def _tid(mapp: Path, *kommando: str) -> float:
    start = perf_counter()
    svar = subprocess.run(kommando, cwd=mapp, env=MILJÖ, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, check=False)
    if svar.returncode or svar.stderr:
        raise Misslyckades(svar.stderr.decode())
    return perf_counter() - start


def mät(mapp: Path) -> dict[str, dict[str, float]]:
    """För varje post: sekunder för gns utan start, sekunder för git, och kvoten, som medianer av par."""
    stort, ett = gör_förråd(mapp / "stort", COMMITS), gör_förråd(mapp / "ett", 1)
    ut = {}
    for post, fil in MÄTS.items():
        gns = (sys.executable, "-m", "gns", "historik", post, "--format", "json")
        par = [
            (_tid(stort, *gns) - _tid(ett, *gns), _tid(stort, "git", "log", "--follow", "--", fil)) for _ in range(PAR)
        ]
        vår, deras = (statistics.median(tider) for tider in zip(*par, strict=True))
        ut[f"historik {post}"] = {"gns_s": vår, "git_s": deras, "kvot": vår / deras}
    return ut


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as mapp:
        json.dump(mät(Path(mapp)), sys.stdout, indent=2)
