"""Trädet som pdf genom typst: taggad, PDF/UA-1 och PDF/A-2a, samma byte varje gång."""

import json
import os
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path

from gns.grund.fel import Användningsfel
from gns.render.pdf_data import som_data
from gns.render.trad import Träd

_INGEN_PROXY = "http://127.0.0.1:0"
_MILJÖ = {
    "RAYON_NUM_THREADS": "1",
    "NO_PROXY": "",
    "no_proxy": "",
    **dict.fromkeys(("HTTPS_PROXY", "https_proxy", "ALL_PROXY", "all_proxy"), _INGEN_PROXY),
}


def skriv_pdf(träd: Träd, stil: Path) -> bytes:
    """Dokumentet som pdf med utseendet i ``stil`` (stil.typ).

    ``Användningsfel`` när stilen är fel (med rad) eller när ett tecken saknas i alla typsnitt.
    """
    data = json.dumps(som_data(träd), ensure_ascii=False, separators=(",", ":"))
    try:
        return _kompilera(data, stil, reservtypsnitt=False)
    except (RuntimeError, _Varning):
        pass
    try:
        return _kompilera(data, stil, reservtypsnitt=True)
    except (RuntimeError, _Varning) as fel:
        from gns.render.pdf_fel import på_svenska

        raise på_svenska(getattr(fel, "diagnostic", str(fel)), träd, stil) from None


class _Varning(Exception):
    """En varning från typst som gör dokumentet fel, till exempel ett typsnitt som inte finns."""

    def __init__(self, diagnostic: str) -> None:
        super().__init__(diagnostic)
        self.diagnostic = diagnostic


def _kompilera(data: str, stil: Path, *, reservtypsnitt: bool) -> bytes:
    """En körning. Typsts egna typsnitt tas med först när Open Sans inte räcker: det sparar 2 ms."""
    import typst

    try:
        källa = stil.read_text("utf-8")
    except (OSError, UnicodeDecodeError):
        raise Användningsfel(
            f"{stil.name} går inte att läsa", "spara den som UTF-8, eller utgå från den som följer med gns"
        ) from None
    filer = {"main.typ": Path(__file__).with_suffix(".typ").read_bytes(), "stil.typ": källa.encode()}
    with _utan_nät():
        pdf, varningar = typst.compile_with_warnings(  # type: ignore[call-overload]  # dess typer saknar flera filer
            filer,
            root=stil.parent,
            font_paths=typst.Fonts(False, reservtypsnitt, [_typsnittsmapp()]),
            ignore_system_fonts=True,
            format="pdf",
            sys_inputs={"träd": data},
            pdf_standards=["ua-1", "a-2a"],
            package_path=os.devnull,
            package_cache_path=os.devnull,
            timestamp=0,
        )
    for varning in varningar:
        if "unknown font family" in varning.message:
            raise _Varning(varning.diagnostic)
    return bytes(pdf)


def _typsnittsmapp() -> str:
    """Mappen med Open Sans; paketet körs inte (det skulle läsa in PIL om det finns)."""
    spec = find_spec("ttf_opensans")
    if spec is None or not spec.submodule_search_locations:
        raise Användningsfel("typsnittet Open Sans är inte installerat", "installera gns på nytt")
    return str(Path(spec.submodule_search_locations[0]) / "ttf")


@contextmanager
def _utan_nät() -> Iterator[None]:
    """Medan typst körs: en proxy som inte kan finnas, så att inget paket hämtas, och en enda tråd (mindre CPU)."""
    före = {namn: os.environ.get(namn) for namn in _MILJÖ}
    os.environ.update(_MILJÖ)
    try:
        yield
    finally:
        for namn, värde in före.items():
            if värde is None:
                del os.environ[namn]
            else:
                os.environ[namn] = värde
