"""En färdig handling ut: på standard ut, till en fil eller upp på skärmen i rätt program."""

import os
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from gns.cli import utskrift
from gns.cli.val import känt_format, sökväg
from gns.grund.fel import Användningsfel
from gns.grund.format import LÄSBARA

if TYPE_CHECKING:
    from gns.flows.protokoll import Dokument

_BINÄRA = ("pdf", "docx", "xlsx", "ubl", "sie")
_TEXT = ("text", "json")


def lämna(
    gör: Callable[[str], "Dokument"],
    namn: str,
    filformat: str | None,
    ut: str | None,
    visa: bool,
    formaten: Mapping[str, str] = LÄSBARA,
) -> None:
    """Gör handlingen i det format som valts och lämnar den dit den ska; ``namn`` är filnamnet när bara --visa är valt.

    ``formaten`` är de som handlingen finns i, med sina ändelser.
    """
    fil = None if ut is None or ut == "-" else sökväg(ut, "--ut")
    if fil and {".yaml", ".yml"} & {fil.suffix.lower(), Path(os.path.realpath(fil)).suffix.lower()}:
        text = f"{utskrift.citat(fil.name)} är ett namn för en post, och en handling får inte skriva över den"
        raise Användningsfel(text, f"skriv till exempel --ut {namn}.pdf")
    if fil and _bland_förseglade(fil):
        text = f"{utskrift.citat(str(fil))} ligger bland det som förseglas, där bara gns justera skriver"
        raise Användningsfel(text, f"skriv till exempel --ut {namn}.pdf")
    valt = välj_format(filformat, fil, visa, formaten)
    if valt in _BINÄRA and fil is None and not visa and utskrift.till_skärm():
        raise Användningsfel(
            f"{valt} går inte att visa i terminalen", f"lägg till --ut {namn}{formaten[valt]} eller --visa"
        )
    dokument = gör(valt)
    if fil is None and not visa:
        utskrift.skriv_data(dokument.innehåll, är_text=valt in _TEXT)
    else:
        _till_fil(fil or _tillfällig(f"{namn}{formaten[valt]}"), dokument.innehåll, visa)
    if dokument.varningar:
        from gns.cli.fel import visa_filfel

        visa_filfel(dokument.varningar)


def _bland_förseglade(fil: Path) -> bool:
    mapp = Path(os.path.realpath(fil)).parent
    return mapp.name in {"arkiv", "sigill"} and (mapp.parent / "namnd.yaml").is_file()


def _till_fil(fil: Path, innehåll: bytes, visa: bool) -> None:
    from gns.flows.skriv import skriv_fil

    skriv_fil(fil, innehåll)
    utskrift.meddela(f"Skrev {utskrift.ofarlig(str(fil))} ({storlek(len(innehåll))}).")
    if visa:
        from gns.cli.visare import öppna

        öppna(fil)


def välj_format(filformat: str | None, fil: Path | None, visa: bool, formaten: Mapping[str, str] = LÄSBARA) -> str:
    """Formatet ur --format, annars filnamnets ändelse, annars text (pdf med --visa); Användningsfel om de säger emot."""
    valt = None if filformat is None else känt_format(filformat, tuple(formaten))
    if fil is None:
        return valt or ("pdf" if visa else "text")
    ur_namnet = next((f for f, ändelse in formaten.items() if ändelse == fil.suffix.lower()), None)
    if valt and ur_namnet and valt != ur_namnet:
        raise Användningsfel(
            f"--format {valt} och filnamnet {utskrift.citat(fil.name)} säger emot varandra",
            f"ta bort --format, eller låt filnamnet sluta på {formaten[valt]}",
        )
    if not valt and not ur_namnet:
        raise Användningsfel(
            f"filnamnet {utskrift.citat(fil.name)} säger inte vilket format det ska bli",
            f"låt det sluta på {', '.join(formaten.values())}, eller lägg till --format",
        )
    return valt or ur_namnet or "text"


def storlek(byte: int) -> str:
    """Antalet byte som en människa skriver det: ``812 byte``, ``123 kB``, ``1,2 MB``."""
    if byte < 1000:
        return f"{byte} byte"
    if byte < 999_500:
        return f"{byte / 1000:.0f} kB"
    return f"{byte / 1_000_000:.1f} MB".replace(".", ",")


def _tillfällig(filnamn: str) -> Path:
    """En fil i en ny mapp som bara användaren kommer åt; den får ligga kvar, för visaren läser den när gns är klart."""
    from tempfile import mkdtemp

    return Path(mkdtemp(prefix="gns-")) / filnamn
