"""Protokollet mäts mot det verkliga protokollet: varje ord i källan står i dokumentet, i källans ordning."""

import pytest

from tests.hjalp import docx_text, dokument, pdf_text
from tests.matt import KÄLLOR, saknade

KÄLLA = (KÄLLOR / "protokoll-2020-12-18.txt").read_text(encoding="utf-8")

# Sidfoten står i källan en gång, mellan anslaget och ärendelistan. I md, text och html står den sist; i pdf och docx på
# varje papperssida, utanför den löpande texten.
SIDFOTEN = "justerandes sign utdragsbestyrkande"

# § 22 har två förslag och två delbeslut. I html och docx är de riktiga numrerade listor: siffran ritas av läsaren.
LISTNUMMER = ["1", "2", "1", "2"]
FÖRKLARAT = {"text": [SIDFOTEN], "md": [SIDFOTEN], "html": [SIDFOTEN, *LISTNUMMER], "docx": [SIDFOTEN, *LISTNUMMER]}


def _text(format: str) -> str:
    data = dokument("protokoll", "2020-12-18", "--format", format)
    return {"pdf": pdf_text, "docx": docx_text}.get(format, bytes.decode)(data)


@pytest.mark.parametrize("format", FÖRKLARAT)
def test_varje_ord_i_källan_står_i_dokumentet(format):
    andel, luckor = saknade(KÄLLA, _text(format))
    assert luckor == FÖRKLARAT[format]
    assert andel > 0.99


def test_varje_ord_i_källan_står_i_pdf():
    """I pdf ligger sidhuvud och sidfot mellan sidornas text, och ord avstavas; det som saknas är bara sådant."""
    andel, luckor = saknade(KÄLLA, _text("pdf"))
    assert [lucka for lucka in luckor if lucka != SIDFOTEN] == []
    assert andel > 0.99


def test_måttet_ser_ett_ord_som_försvinner():
    dokumentet = KÄLLA.replace("468 091", "468 019", 1)
    andel, luckor = saknade(KÄLLA, dokumentet)
    assert luckor == ["091"]
    assert andel < 1
