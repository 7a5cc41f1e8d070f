"""README:s genererade delar. ``python -m tests.hus.readme`` skriver om dem."""

import re

from gns.kontroller.lista import alla_regler
from gns.sammantrade.tillstand import readme_tabell
from tests.hus.trad import ROT

README = ROT / "README.md"


def regeltabell() -> str:
    """Reglerna i den ordning de visas."""
    rader = (
        f"| `{r.id}` | {_cell(r.fråga)} | {_cell(r.källa)} | {r.nivå}{', valfri' if r.valfri else ''} |"
        for r in alla_regler()
    )
    return "\n".join(["| regel | fråga | lagrum | nivå |", "|---|---|---|---|", *rader])


def _cell(text: str) -> str:
    return text.replace("|", "\\|")


DELAR = {"tillstånd": readme_tabell, "regler": regeltabell}


def omskriven(text: str) -> str:
    """README med varje genererad del som den ska vara."""
    for namn, gör in DELAR.items():
        mellan = rf"(<!-- {namn}: början -->\n).*?(<!-- {namn}: slut -->)"
        ny = gör().strip().replace("\\", r"\\")
        text, antal = re.subn(mellan, rf"\1{ny}\n\2", text, flags=re.DOTALL)
        assert antal == 1, namn
    return text


if __name__ == "__main__":
    README.write_text(omskriven(README.read_text(encoding="utf-8")), encoding="utf-8")
