"""``make bench``: mäter kommandona och läsaren mot ``python -c pass`` i samma körning. ``--json FIL`` sparar talen."""

import argparse
import json
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from tests.bank import historik
from tests.bank.matning import Misslyckades, Rad, cpu, instruktioner, minne
from tests.bank.poster import gör_arkiv
from tests.kontroller.korpus import korpus, skriv_poster

ROT = Path(__file__).resolve().parents[2]
BIN = ROT / ".venv" / "bin"
BAS = Rad("python -c pass", (str(BIN / "python"), "-c", "pass"), ROT)
PROTOKOLL = ("protokoll", "2020-12-18", "--format")
MD, TUSEN, PDF = "protokoll md", "protokoll md, 1 000 poster till", "protokoll pdf"

Tal = dict[str, float]


def rader(stort: Path, rent: Path) -> list[Rad]:
    """Kommandona som mäts; ``stort`` har repots poster många gånger, ``rent`` tusen poster utan fel."""
    kommandon: list[tuple[str, tuple[str, ...], Path]] = [
        ("--version", ("--version",), ROT),
        ("--help", ("--help",), ROT),
        ("komplettering", ("--komplettera", "1", "pro"), ROT),
        (MD, (*PROTOKOLL, "md"), ROT),
        (TUSEN, (*PROTOKOLL, "md"), stort),
        ("protokoll text", (*PROTOKOLL, "text"), ROT),
        ("protokoll html", (*PROTOKOLL, "html"), ROT),
        (PDF, (*PROTOKOLL, "pdf"), ROT),
        ("protokoll docx", (*PROTOKOLL, "docx"), ROT),
        ("fördela", ("fördela", "100000", "--nyckel", "folkmängd"), ROT),
        ("fördela xlsx", ("fördela", "100000", "--nyckel", "folkmängd", "--format", "xlsx"), ROT),
        ("verksamhetsplan md", ("verksamhetsplan", "2019", "--format", "md"), ROT),
        ("uppföljning md", ("uppföljning", "2020", "--per", "2020-08-31", "--format", "md"), ROT),
        ("revisionsunderlag md", ("revisionsunderlag", "2020", "--per", "2021-04-15", "--format", "md"), ROT),
        ("formatera --kontrollera", ("formatera", "--kontrollera"), ROT),
        ("kontrollera", ("kontrollera",), ROT),
        ("kontrollera, 1 006 rena poster", ("kontrollera",), rent),
    ]
    return [Rad(namn, (str(BIN / "gns"), *argument), mapp) for namn, argument, mapp in kommandon]


def mät(alla: list[Rad], par: int) -> dict[str, Tal]:
    """Varje rads tal: CPU-kvot (median av par tagna om vartannat), instruktionskvot, minne i MiB."""
    for rad in (BAS, *alla):
        cpu(rad)  # värmer filer och byte-kod
    kvoter = [{rad.namn: 1 / cpu(BAS) * cpu(rad) for rad in alla} for _ in range(par)]
    bas = instruktioner(BAS)
    tal: dict[str, Tal] = {}
    for rad in (BAS, *alla):
        utförda = instruktioner(rad)
        tal[rad.namn] = {
            "cpu": statistics.median(k.get(rad.namn, 1.0) for k in kvoter),
            "minne": minne(rad),
            **({"instruktioner": utförda / bas} if utförda and bas else {}),
        }
    return tal


def mål(tal: dict[str, Tal]) -> dict[str, list[tuple[str, bool]]]:
    """Målen i issue 2 punkt 8, rad för rad: vad som ska gälla, och om det gör det."""
    md = tal[MD]["cpu"]
    mätare, slack = ("instruktioner", 1.005) if "instruktioner" in tal[TUSEN] else ("cpu", 1.1)
    lika = tal[TUSEN][mätare] <= slack * tal[MD][mätare]
    små = {n: [("≤ 8 ×", tal[n]["cpu"] <= 8)] for n in ("--version", "--help", "komplettering")}
    return små | {
        MD: [("≤ 24 ×", md <= 24), ("≤ 45 MiB", tal[MD]["minne"] <= 45)],
        TUSEN: [("≤ 24 ×", tal[TUSEN]["cpu"] <= 24), ("inte mer än utan", lika)],
        PDF: [("≤ md + 7 ×", tal[PDF]["cpu"] <= md + 7)],
    }


def skriv_tabell(tal: dict[str, Tal], inne: dict[str, Any]) -> None:
    """Tabellen på standard ut."""
    målen = mål(tal)
    print(f"{'':34}{'CPU':>9}{'instr.':>9}{'minne':>11}  mål")
    for namn, t in tal.items():
        instr = f"{t['instruktioner']:.2f} ×" if "instruktioner" in t else "–"
        print(f"{namn:34}{t['cpu']:>7.2f} ×{instr:>9}{t['minne']:>7.1f} MiB  {_svar(målen.get(namn, []))}")
    for namn, t in inne["läsare"].items():
        fart = f"{t['gns_MB_s']:.1f} MB/s, CSafeLoader {t['CSafeLoader_MB_s']:.1f} MB/s"
        print(f"{'läser ' + namn:34}{t['kvot']:>7.2f} × {fart}  {_svar([('≥ 2 ×', t['kvot'] >= 2)])}")
    for namn, t in inne["historik"].items():
        mot = f"{1000 * t['gns_s']:.0f} ms utan start, git log --follow {1000 * t['git_s']:.0f} ms"
        print(f"{namn + ', 10 000 commits':34}{t['kvot']:>7.2f} × {mot}  {_svar([('≤ 1,1 ×', t['kvot'] <= 1.1)])}")
    ms = inne["ändring_ms"]
    print(f"{'ändrar en rubrik i mötet':34}{ms:>7.2f} ms  {_svar([('≤ 1 ms', ms <= 1)])}")


def _svar(målen: list[tuple[str, bool]]) -> str:
    return ", ".join(f"{text}: {'ja' if nås else 'NEJ'}" for text, nås in målen)


def main() -> int:
    """Mäter och skriver; slutkod 1 bara när ett kommando inte går att köra."""
    tolk = argparse.ArgumentParser(description=__doc__)
    tolk.add_argument("--par", type=int, default=11, help="antal par per rad")
    tolk.add_argument("--json", type=Path, help="fil att spara talen i")
    val = tolk.parse_args()
    inne: dict[str, Any] = json.loads(subprocess.check_output([sys.executable, "-m", "tests.bank.inne"], cwd=ROT))
    with tempfile.TemporaryDirectory() as mapp:
        try:
            rent = skriv_poster(Path(mapp) / "rent", korpus(1000))
            inne["historik"] = historik.mät(Path(mapp) / "historik")
            tal = mät(rader(gör_arkiv(ROT, Path(mapp) / "stort"), rent), val.par)
        except Misslyckades as fel:
            print(fel, file=sys.stderr)
            return 1
    skriv_tabell(tal, inne)
    if val.json:
        val.json.write_text(json.dumps({"kommandon": tal, "inne": inne}, ensure_ascii=False, indent=2) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
