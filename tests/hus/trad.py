"""Det som husets regler läser: filerna som git ser och träden i deras Pythonkod."""

import ast
import subprocess
from collections.abc import Iterator
from functools import cache
from pathlib import Path

ROT = Path(__file__).resolve().parents[2]
Funktion = ast.FunctionDef | ast.AsyncFunctionDef


@cache
def sökvägar() -> tuple[str, ...]:
    """Alla filer som git har eller skulle ta med, relativt roten."""
    git = ["git", "-c", "safe.directory=*", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    svar = subprocess.run(git, cwd=ROT, capture_output=True, check=True)
    return tuple(sorted({p for p in svar.stdout.decode().split("\0") if p and (ROT / p).exists()}))


def moduler(*mappar: str) -> list[str]:
    """Pythonfilerna under mapparna."""
    return [p for p in sökvägar() if p.endswith(".py") and p.startswith(tuple(f"{m}/" for m in mappar))]


@cache
def träd(sökväg: str) -> ast.Module:
    """Filens syntaxträd."""
    return ast.parse((ROT / sökväg).read_bytes(), sökväg)


def funktioner(sökväg: str) -> Iterator[Funktion]:
    """Filens funktioner och metoder, också de som ligger i andra."""
    return (nod for nod in ast.walk(träd(sökväg)) if isinstance(nod, Funktion))


def importer(sökväg: str) -> Iterator[tuple[int, str]]:
    """Rad och full modul för varje import i filen, också de inne i funktioner."""
    for nod in ast.walk(träd(sökväg)):
        if isinstance(nod, ast.Import):
            yield from ((nod.lineno, alias.name) for alias in nod.names)
        elif isinstance(nod, ast.ImportFrom):
            yield nod.lineno, "." * nod.level + (nod.module or "")
