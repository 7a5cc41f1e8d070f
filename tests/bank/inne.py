"""Det som mäts inne i en process: läsaren mot PyYAML, och en ändring i en post. Skriver JSON på standard ut."""

import gc
import json
import statistics
import sys
from collections.abc import Callable
from pathlib import Path
from time import process_time

import yaml

from gns.storage.andra import öppna
from gns.storage.yaml_las import läs_yaml

PAR, VARV = 15, 20
ROT = Path(__file__).resolve().parents[2]


def tid(arbete: Callable[[], object]) -> float:
    """CPU-sekunder för ett varv av arbetet."""
    start = process_time()
    for _ in range(VARV):
        arbete()
    return (process_time() - start) / VARV


def läsare(filer: list[bytes]) -> dict[str, float]:
    """Läsarens MB/s, PyYAML:s, och kvoten dem emellan, som medianer av par."""
    par = [
        (tid(lambda: [läs_yaml(rå) for rå in filer]), tid(lambda: [_pyyaml(rå) for rå in filer])) for _ in range(PAR)
    ]
    vår, deras = (statistics.median(tider) for tider in zip(*par, strict=True))
    byte = sum(map(len, filer))
    return {
        "gns_MB_s": byte / vår / 1e6,
        "CSafeLoader_MB_s": byte / deras / 1e6,
        "kvot": statistics.median(d / v for v, d in par),
    }


def _pyyaml(rå: bytes) -> object:
    return yaml.load(rå, Loader=yaml.CSafeLoader)


def ändring(rå: bytes) -> float:
    """Millisekunder för att öppna ett möte, byta rubriken på dess tredje paragraf och läsa om det."""
    väg = ("paragrafer", 2, "rubrik")
    return 1000 * statistics.median(tid(lambda: öppna(rå).ersätt(väg, "Budget 2022")) for _ in range(PAR))


if __name__ == "__main__":
    gc.disable()  # som i gns.cli
    alla = [p.read_bytes() for p in sorted((ROT / "data").rglob("*.yaml"))]
    möte = (ROT / "data" / "moten" / "2020-12-18.yaml").read_bytes()
    tal = {"läsare": {"mötet": läsare([möte]), "alla poster": läsare(alla)}, "ändring_ms": ändring(möte)}
    json.dump(tal, sys.stdout)
