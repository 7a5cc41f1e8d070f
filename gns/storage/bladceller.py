"""Cellerna i ett kalkylblad med pengar: rubrikens ord och enhet, och beloppen som ören."""

import re
from fractions import Fraction

from gns.grund.belopp import ENHETER, läs_belopp, skriv_belopp
from gns.grund.fel import Användningsfel
from gns.grund.tal import skriv_tal
from gns.grund.tecken import ascii_form
from gns.storage.kalkyl import Cell

_ENHETSORD = {
    "kr": r"kr|kronor|sek",
    "tkr": r"tkr|kkr|ksek|tusental(?: kr| kronor)?|tusen(?: kr| kronor)|1000 kr|1 000 kr",
    "mnkr": r"mnkr|mkr|msek|miljoner(?: kr| kronor)?",
    "": r"euro?|dollar|usd|nok|dkk|€|\$",
}
# Ett tal före säger att det är ett belopp (”745 tkr”) och ingen enhet för kolumnen.
_ENHET = {
    e: re.compile(rf"(?<![\d\w])(?<!\d[ \u00a0])(?:{ord_})(?!\w)", re.IGNORECASE) for e, ord_ in _ENHETSORD.items()
}


def första_ordet(cell: Cell) -> str:
    """Rubrikens första ord utan prickar, eller tomt."""
    ord_ = re.split(r"[\s,(]+", ascii_form(cell)) if isinstance(cell, str) else []
    return ord_[0] if ord_ else ""


def rubrikens_enhet(fil: str, rubrik: str, ovanför: str) -> str:
    """Enheten i rubriken, annars den ovanför, annars kronor; Användningsfel när det står flera, eller en annan valuta."""
    for text in (rubrik, ovanför):
        funna = [enhet for enhet, form in _ENHET.items() if form.search(_hela_enheter(text))]
        if "" in funna or len(funna) > 1:
            vad = "en annan valuta än kronor" if "" in funna else f"flera enheter: {', '.join(funna)}"
            raise Användningsfel(f"{fil} säger {vad}", "skriv kr, tkr eller mnkr i rubriken över beloppen")
        if funna:
            return funna[0]
    return "kr"


def _hela_enheter(text: str) -> str:
    """Texten utan ”kr” inne i en längre enhet: ”tusental kr” är en enhet, inte två."""
    for enhet in ("tkr", "mnkr"):
        text = _ENHET[enhet].sub(f" {enhet} ", text)
    return text


def läs_öre(cell: Cell, enhet: str, namn: str) -> int:
    """Beloppet i ören; ValueError med vad som är fel, för raden som heter så."""
    if isinstance(cell, Fraction):
        öre = cell * ENHETER[enhet]
        if öre.denominator != 1:
            raise ValueError(f"{namn} har ett belopp med delar av ett öre")
        text = skriv_belopp(int(öre))
    else:
        text = str(cell) if re.search(r"(?:kr|tkr|mnkr)$", str(cell)) else f"{cell} {enhet}"
    try:
        return läs_belopp(text).öre
    except ValueError:
        skrivet = text if isinstance(cell, Fraction) else str(cell)
        raise ValueError(f"{namn} har ”{skrivet[:40]}”, som inte är något belopp") from None


def som_text(cell: Cell) -> str:
    """Texten; ett tal (ett konto) utan mellanrum."""
    return skriv_tal(cell).replace(" ", "") if isinstance(cell, Fraction) else str(cell)
