"""Det i en läst post som inte är fel men som någon bör se: radbrytningar utan mening och dnr med nolla i löptext."""

import re
from collections.abc import Iterator

from gns.grund.block import Text, rader_utan_slut
from gns.grund.datafel import Datafel, Fältväg
from gns.modell.bas import Modell
from gns.modell.texter import texter

_NOLLDNR = re.compile(r"\b[A-Z][A-Z0-9]{0,9}/0+([1-9][0-9]{0,5})/((?:19|20)[0-9]{2})\b")


def varningar(post: Modell) -> Iterator[Datafel]:
    """Varningarna i postens texter, i fältens ordning."""
    for väg, text in texter(post):
        rå = text.rå if isinstance(text, Text) else text
        if isinstance(text, Text):
            for rad in rader_utan_slut(rå):
                råd = "ny rad? sätt `- ` eller en tom rad"
                slut = len(rå.split("\n")[rad].strip())
                yield Datafel(väg, "raden slutar utan skiljetecken", råd, "varning", i_text=(rad, slut))
            if "**" in rå:
                råd = "skriv *ord* för betoning, eller \\* för en asterisk"
                yield Datafel(väg, "** betyder inget här och trycks som det står", råd, "varning")
        if "/0" in rå:
            yield from _nolldnr(väg, rå)


def _nolldnr(väg: Fältväg, rå: str) -> Iterator[Datafel]:
    """Ett dnr med nolla skrivs aldrig om, för texten är en handling (regler.md R24)."""
    for i, rad in enumerate(rå.split("\n")):
        for träff in _NOLLDNR.finditer(rad):
            prefix = träff[0].partition("/")[0]
            text = f"diarienumret {träff[0]} har en inledande nolla"
            råd = f"ärendet heter {prefix}/{träff[1]}/{träff[2]}; i ett justerat protokoll står texten kvar"
            yield Datafel(väg, text, råd, "varning", i_text=(i, träff.start()), regel="PRAXIS-dnr")
