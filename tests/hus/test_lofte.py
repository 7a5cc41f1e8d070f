"""README och CHANGELOG lovar inget som inte finns."""

import re
import subprocess
import sys

import gns
from tests.hus.trad import ROT

README = (ROT / "README.md").read_text(encoding="utf-8")
MAKEFILE = (ROT / "Makefile").read_text(encoding="utf-8")


def _kommandon(program: str) -> set[str]:
    """Orden efter programmets namn i README:s kod: kodblock och `infälld kod`."""
    kod = re.findall(r"```\w*\n(.*?)```|`([^`\n]+)`", README, flags=re.DOTALL)
    rader = [rad.strip().removeprefix("$ ") for block in kod for rad in "".join(block).splitlines()]
    return {träff[1] for rad in rader if (träff := re.match(rf"{program} ([a-zåäö][\w-]*)", rad))}


def test_readme_nämner_bara_mål_som_finns() -> None:
    mål = set(re.findall(r"^([a-z-]+):", MAKEFILE, flags=re.MULTILINE))
    assert {"protokoll", "test"} <= _kommandon("make") <= mål


def test_readme_nämner_bara_kommandon_som_finns() -> None:
    fel = [k for k in sorted(_kommandon("gns")) if _kör(k, "--help").returncode]
    assert fel == []


def test_ci_kör_readmes_kommandon() -> None:
    ci = (ROT / ".ci" / "run").read_text(encoding="utf-8")
    assert re.findall(r"^make (\S+)$", ci, flags=re.MULTILINE) == ["protokoll", "test", "test-program", "bench"]


def test_versionen_är_en_och_samma() -> None:
    ändringar = (ROT / "CHANGELOG.md").read_text(encoding="utf-8")
    assert _kör("--version").stdout.split()[-1] == gns.__version__
    assert re.search(rf"^## (?:Ej utgivet|{re.escape(gns.__version__)})\b", ändringar, flags=re.MULTILINE)


def test_läsa_readme_bilder_finns() -> None:
    bilder = re.findall(r"!\[[^\]]*\]\(([^)#:]+)\)", README)
    assert bilder
    assert [b for b in bilder if not (ROT / b).is_file()] == []


def _kör(*argument: str) -> subprocess.CompletedProcess[str]:
    program = "import sys; from gns.cli.huvud import main; sys.exit(main())"
    kommando = [sys.executable, "-c", program, *argument]
    return subprocess.run(kommando, capture_output=True, text=True, encoding="utf-8", cwd=ROT, check=False)
