"""Trädet som pdf genom typst: taggad, PDF/UA-1 och PDF/A-2a, samma byte varje gång."""

import json
from pathlib import Path

from gns.grund.disk import orsak
from gns.grund.fel import Användningsfel, Diskfel
from gns.render.pdf_barn import GRÄNSER, Sats, sätt
from gns.render.pdf_data import som_data
from gns.render.sokvag import MEGABYTE, läs_stil, läs_stiltext
from gns.render.trad import Träd
from gns.render.typsnitt import typsnittsmapp

_BILDER = frozenset({".svg", ".png", ".jpg"})
_BILD_HÖGST = 2 * MEGABYTE
_BILDER_HÖGST = 20 * MEGABYTE


def skriv_pdf(träd: Träd, stil: Path) -> bytes:
    """Dokumentet som pdf med utseendet i ``stil`` (stil.typ) och bilderna bredvid den.

    ``Användningsfel`` när stilen är fel (med rad), tar för lång tid eller när ett tecken saknas i alla typsnitt.
    """
    sats = Sats(
        json.dumps(som_data(träd), ensure_ascii=False, separators=(",", ":")),
        {
            **_bilder(stil),
            "main.typ": Path(__file__).with_suffix(".typ").read_bytes(),
            "stil.typ": läs_stiltext(stil).encode(),
        },
        typsnittsmapp(),
    )
    satt = sätt(sats)
    if satt is None:
        raise Användningsfel(
            f"{stil.name}: pdf:en blev inte färdig på {GRÄNSER.processor} sekunder, eller tog för mycket minne",
            f"ta bort slingan i {stil.name} som inte tar slut, eller utgå från den som följer med gns",
        )
    if satt.diagnostik:
        from gns.render.pdf_fel import på_svenska

        raise på_svenska(satt.diagnostik, träd, stil)
    return satt.data


def _bilder(stil: Path) -> dict[str, bytes]:
    """Bilderna i stilens mapp: vanliga filer, inga länkar, inte större än 2 MB var. Inget annat får typst läsa."""
    bilder: dict[str, bytes] = {}
    for fil in _bildfiler(stil):
        bilder[fil.name] = läs_stil(fil, _BILD_HÖGST)
        if sum(map(len, bilder.values())) > _BILDER_HÖGST:
            raise Användningsfel(
                f"bilderna bredvid {stil.name} är större än {_BILDER_HÖGST // MEGABYTE} MB tillsammans",
                "ta bort bilder som inte används, eller gör dem mindre",
            )
    return bilder


def _bildfiler(stil: Path) -> list[Path]:
    try:
        return sorted(
            fil
            for fil in stil.parent.iterdir()
            if fil.suffix.lower() in _BILDER
            and not fil.is_symlink()
            and fil.is_file()
            and fil.stat().st_size <= _BILD_HÖGST
        )
    except OSError as fel:
        raise Diskfel(f"{stil.parent} går inte att läsa: {orsak(fel)}", "se över mappens rättigheter") from fel
