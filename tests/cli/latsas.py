"""Kör gns med påhittade ärenden i stället för gns.flows, så att kommandoraden prövas för sig.

Vad ärendet gör står i miljövariabeln LATSAS; utan den blir det en kort handling.
"""

import os
import signal
import sys
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType

from gns.cli.huvud import main
from gns.grund.datafel import Filfel
from gns.grund.fel import Användningsfel, Diskfel, Konfliktfel, Postfel

FEL = Filfel(
    "data/moten/2020-12-18.yaml", 3, 5, "Okänd nyckel ”rubirk”.", "Menade du rubrik?", "fel", "    rubirk: Å §"
)
TIDIGARE = Filfel("data/arenden/2020/GNS-8-2020.yaml", 0, 0, "Filen är tom.")
VARNING = Filfel("data/namnd.yaml", 9, 12, "Dnr stavas GNS/3/2019.", "", "varning", "ärenden: GNS/03/2019")
TEXT = "Protokoll – § 19: 457 200 kr “åäö” é Łódź\n"


@dataclass(frozen=True)
class Dokument:
    innehåll: bytes
    varningar: tuple[Filfel, ...] = ()


@dataclass(frozen=True)
class Formresultat:
    ändrade: tuple[str, ...] = ()
    fel: tuple[Filfel, ...] = ()
    hindrade: tuple[Exception, ...] = ()
    antal: int = 3


def _händelse() -> None:
    vad = os.environ.get("LATSAS", "")
    fel: dict[str, BaseException] = {
        "post": Postfel((FEL, VARNING, TIDIGARE)),
        "anvandning": Användningsfel("Mötet 2020-12-19 finns inte.", "Menade du 2020-12-18?"),
        "konflikt": Konfliktfel("Någon annan har ändrat filen.", "Försök igen."),
        "disk": Diskfel("Disken är full."),
        "krasch": RuntimeError("hemlig detalj"),
        "minne": MemoryError(),
        "rekursion": RecursionError(),
        "ratt": PermissionError(13, "Permission denied", "/rot/fil"),
        "styrtecken": Användningsfel("Ordet \x1b[31m\u202egick\nfel \udce5.", "Se \x07 efter."),
        "ror": BrokenPipeError(32, "rör till en process som gns startade"),
        "utgang": SystemExit("ska aldrig visas"),
    }
    if vad in fel:
        raise fel[vad]
    if vad == "avbryt":
        sys.stderr.write("redo\n")
        sys.stderr.flush()
        signal.pause()


def _gör(*argument: object) -> Dokument:
    _händelse()
    vad = os.environ.get("LATSAS", "")
    if vad == "eko":
        return Dokument(repr(argument[1:]).encode())
    if vad == "stort":
        return Dokument(b"rad\n" * 1_000_000)
    innehåll = TEXT.encode() if argument[-1] in {"text", "md", "html"} else b"%PDF\xff\x00"
    return Dokument(innehåll, (VARNING,) if vad == "varning" else ())


def _formatera(start: Path, data: Path | None, sökvägar: tuple[Path, ...], kontrollera: bool) -> Formresultat:
    del start, data, kontrollera
    _händelse()
    vad = os.environ.get("LATSAS", "")
    if vad == "eko":
        return Formresultat(tuple(str(s) for s in sökvägar))
    return {
        "andrad": Formresultat(("data/namnd.yaml",)),
        "trasig": Formresultat(("data/namnd.yaml",), (FEL,)),
        "varning": Formresultat((), (VARNING,)),
    }.get(vad, Formresultat())


def _skriv_fil(fil: Path, innehåll: bytes) -> None:
    fil.write_bytes(innehåll)


def _mötesdagar(start: Path, data: Path | None) -> list[str]:
    del start
    return ["2019-05-05"] if data else ["2020-05-29", "2020-12-18"]


def _modul(namn: str, **innehåll: object) -> None:
    modul = ModuleType(namn)
    vars(modul).update(innehåll)
    sys.modules[namn] = modul


if __name__ == "__main__":
    _modul("gns.flows")
    _modul("gns.flows.protokoll", gör_protokoll=_gör, gör_utdrag=_gör, Dokument=Dokument)
    _modul("gns.flows.formatera", formatera=_formatera)
    _modul("gns.flows.skriv", skriv_fil=_skriv_fil)
    _modul("gns.flows.lista", mötesdagar=_mötesdagar, mötesår=lambda *_: ["2020"], diarienummer=lambda *_: [])
    sys.exit(main())
