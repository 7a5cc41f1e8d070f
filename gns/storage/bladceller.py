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
_BARA = r"[0-9][0-9.,\u00a0\u202f ]*"
_MINUS = re.compile(rf"\(({_BARA})\)|({_BARA})-|[-−] +({_BARA})")
_PUNKTER = re.compile(r"-?[0-9]{1,3}(?:\.[0-9]{3})+,[0-9]{1,2}")


def första_ordet(cell: Cell) -> str:
    """Rubrikens första ord utan prickar, eller tomt."""
    ord_ = re.split(r"[\s,(]+", ascii_form(cell)) if isinstance(cell, str) else []
    return ord_[0].strip(".:") if ord_ else ""


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
        skrivet = _svensk_form(str(cell))
        text = skrivet if re.search(r"(?:kr|tkr|mnkr)$", skrivet) else f"{skrivet} {enhet}"
    try:
        return läs_belopp(text).öre
    except ValueError:
        som_det_står = text if isinstance(cell, Fraction) else str(cell)
        raise ValueError(
            f"{namn} har ”{som_det_står[:40]}”, som inte är något belopp, till exempel -1 234,50"
        ) from None


def _svensk_form(text: str) -> str:
    """Ett belopp som redovisningen skriver det: ``(100)``, ``100-`` och ``- 100`` är minus, och ``1.234,50`` har tusental."""
    text = text.strip()
    if minus := _MINUS.fullmatch(text):
        text = f"-{next(del_ for del_ in minus.groups() if del_)}"
    return text.replace(".", "") if _PUNKTER.fullmatch(text) else text


def som_text(cell: Cell) -> str:
    """Texten; ett tal (ett konto) utan mellanrum."""
    return skriv_tal(cell).replace(" ", "") if isinstance(cell, Fraction) else str(cell)
