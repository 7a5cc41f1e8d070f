"""Sätter dokumentet med typst i en barnprocess, utan filsystem och utan nät, med gränser för tid och minne."""

import os
import sys
from typing import Any, NamedTuple

from gns.render.gren import Gränser, begränsa, i_egen_python, i_gren, kan_förgrena

# Ett dokument på 200 sidor tar fem sekunder.
GRÄNSER = Gränser(processor=20, klocka=60.0, minne=1536 * 1024 * 1024)

# En proxy som inte kan finnas, så att inget paket hämtas, och en enda tråd (mindre CPU). Gäller bara i barnet.
_INGEN_PROXY = "http://127.0.0.1:0"
_MILJÖ = {
    "RAYON_NUM_THREADS": "1",
    "NO_PROXY": "",
    "no_proxy": "",
    **dict.fromkeys(("HTTPS_PROXY", "https_proxy", "ALL_PROXY", "all_proxy"), _INGEN_PROXY),
}


class Sats(NamedTuple):
    """Trädet som JSON, filerna som typst får läsa (main.typ, stil.typ, bilder) och typsnittens mapp.

    Med ``ppi`` blir det en bild (png) i stället för en pdf.
    """

    data: str
    filer: dict[str, bytes]
    typsnitt: str
    ppi: int = 0


class Satt(NamedTuple):
    """Pdf:en eller bilden, eller det som typst säger är fel."""

    data: bytes
    diagnostik: str = ""


def sätt(sats: Sats, gränser: Gränser = GRÄNSER) -> Satt | None:
    """Pdf:en eller typsts fel; None när gränserna tog slut."""
    if kan_förgrena():
        return _packa_upp(i_gren(lambda: utför(sats), gränser))
    return sätt_egen(sats, gränser)


def sätt_egen(sats: Sats, gränser: Gränser = GRÄNSER) -> Satt | None:
    """Som ``sätt`` men i en egen Python; för system utan fork."""
    import json
    from base64 import b64encode

    filer = {namn: b64encode(data).decode() for namn, data in sats.filer.items()}
    arbete = json.dumps([sats.data, filer, sats.typsnitt, sats.ppi, gränser]).encode()
    return _packa_upp(i_egen_python("gns.render.pdf_barn", arbete, gränser))


def utför(sats: Sats) -> bytes:
    """Barnets arbete: pdf:en, eller felet som JSON. Typsts egna typsnitt tas med först när Open Sans inte räcker."""
    import json

    os.environ.update(_MILJÖ)
    diagnostik = ""
    for reservtypsnitt in (False, True):
        try:
            return _kompilera(sats, reservtypsnitt=reservtypsnitt)
        except (RuntimeError, _Varning) as fel:
            diagnostik = getattr(fel, "diagnostic", str(fel))
        except Exception:  # noqa: BLE001  ett fel i gns ska inte se ut som ett fel i stilen
            from traceback import format_exc

            return json.dumps(["", format_exc()]).encode()
    return json.dumps([diagnostik, ""]).encode()


class _Varning(Exception):
    """En varning från typst som gör dokumentet fel, till exempel ett typsnitt som inte finns."""

    def __init__(self, diagnostic: str) -> None:
        super().__init__(diagnostic)
        self.diagnostic = diagnostic


def _kompilera(sats: Sats, *, reservtypsnitt: bool) -> bytes:
    """En körning. Roten är ingen mapp: typst får bara de filer som satsen har med sig."""
    import typst

    form: dict[str, Any] = {"format": "pdf", "pdf_standards": ["ua-1", "a-2a"]}
    if sats.ppi:
        form = {"format": "png", "ppi": sats.ppi}
    kompilera: Any = typst.compile_with_warnings  # dess typer saknar flera filer
    ut, varningar = kompilera(
        sats.filer,
        root=os.devnull,
        font_paths=typst.Fonts(False, reservtypsnitt, [sats.typsnitt]),
        ignore_system_fonts=True,
        sys_inputs={"träd": sats.data},
        package_path=os.devnull,
        package_cache_path=os.devnull,
        timestamp=0,
        **form,
    )
    for varning in varningar:
        if "unknown font family" in varning.message:
            raise _Varning(varning.diagnostic)
    return bytes(ut)


def _packa_upp(svar: bytes | None) -> Satt | None:
    import json

    if not svar:
        return None
    if svar.startswith((b"%PDF", b"\x89PNG")):
        return Satt(svar)
    diagnostik, spår = json.loads(svar)
    if spår:
        raise RuntimeError(spår)
    return Satt(b"", diagnostik)


def main() -> None:
    """Barnets ingång när det är en egen Python: arbetet på stdin, svaret på stdout."""
    import json
    from base64 import b64decode

    data, filer, typsnitt, ppi, gränser = json.load(sys.stdin.buffer)
    begränsa(Gränser(*gränser))
    sats = Sats(data, {namn: b64decode(fil) for namn, fil in filer.items()}, typsnitt, ppi)
    sys.stdout.buffer.write(utför(sats))


if __name__ == "__main__":
    main()
