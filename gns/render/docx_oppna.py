"""Öppnar husets Word-mall och prövar allt i den som gns behöver, så att en trasig mall sägs på ett ställe."""

from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import docx
from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE

from gns.grund.fel import Användningsfel, GnsFel
from gns.render.docx_lista import Numrering
from gns.render.docx_stilar import stämda_stilar
from gns.render.sokvag import MEGABYTE, läs_stil

_HÖGST = 20 * MEGABYTE


def öppna(stil: Path) -> tuple[Document, Numrering]:
    """Dokumentet, med gns id på formatmallarna, och dess listor.

    ``Användningsfel`` när mallen inte är ett Word-dokument, saknar något som gns behöver, är för stor eller hämtar
    något utifrån.
    """
    data = läs_stil(stil, _HÖGST)
    try:
        return _öppna(data, stil.name)
    except GnsFel:
        raise
    except Exception as fel:  # python-docx och lxml har inget gemensamt fel för ett trasigt dokument
        raise Användningsfel(
            f"{stil.name} går inte att läsa som ett Word-dokument", "spara den som .docx, eller utgå från gns egen"
        ) from fel


def _öppna(data: bytes, namn: str) -> tuple[Document, Numrering]:
    with ZipFile(BytesIO(data)) as arkiv:
        if sum(del_.file_size for del_ in arkiv.infolist()) > _HÖGST:
            raise Användningsfel(
                f"{namn} är större än {_HÖGST // MEGABYTE} MB uppackad",
                "gör bilderna i den mindre och spara den på nytt",
            )
    dokument = docx.Document(BytesIO(data))
    _pröva_länkar(dokument, namn)
    stämda_stilar(dokument, namn)
    dokument.core_properties.revision  # noqa: B018  läses in nu, medan ett fel i dem kan sägas
    return dokument, Numrering(dokument.part.numbering_part.element, dokument.styles.element)


def _pröva_länkar(dokument: Document, namn: str) -> None:
    """Bara hyperlänkar får peka ut ur mallen: allt annat (en bild, en annan mall) hämtas när dokumentet öppnas."""
    for länk in dokument.part.package.iter_rels():
        if länk.is_external and länk.reltype != RELATIONSHIP_TYPE.HYPERLINK:
            raise Användningsfel(
                f"{namn} hämtar något utifrån: {länk.target_ref[:80]}",
                "infoga bilden i filen i stället för att länka till den, eller koppla bort den andra mallen",
            )
