"""Filtren som en mall har utöver Jinjas: ``|block``, ``|versal``, ``|uppräkning`` och de för pengar och tal."""

from collections.abc import Iterator
from fractions import Fraction
from typing import Any

from markupsafe import Markup, escape

from gns.grund.belopp import ENHETER, skriv_belopp
from gns.grund.tal import skriv_avrundat, skriv_tal

Data = dict[str, Any]
Noter = dict[str, tuple[str, int]]  # märke → (id, talet som visas)


def versal(text: str) -> str:
    """Texten med stor första bokstav; resten som den står."""
    return text[:1].upper() + text[1:]


def uppräkning(led: list[str | int]) -> str:
    """Namnen eller talen som en svensk uppräkning: ``A, B och C``."""
    *första, sista = map(str, led or [""])
    return f"{', '.join(första)} och {sista}" if första else sista


def kr(öre: int, enhet: str = "kr") -> str:
    """Öre → ``457 200 kr``, eller ``457,2 tkr``."""
    return skriv_belopp(_öre(öre), _enhet(enhet))


def siffror(öre: int, enhet: str = "kr", ören: bool = False) -> str:
    """Öre → ``457 200``, utan enheten; för en spalt vars rubrik säger den. ``ören``: ``457 200,00``, när andra i spalten har det."""
    text = kr(öre, enhet).removesuffix(f" {enhet}")
    return f"{text},00" if ören and "," not in text else text


def tal(värde: int | str, decimaler: int = 4) -> str:
    """Ett tal eller bråk (``1/3``) → ``0,3333…``."""
    return skriv_tal(Fraction(värde), decimaler)


def procent(värde: int | str, decimaler: int = 2) -> str:
    """En andel av ett (``1/3``) → ``33,33 %``."""
    return f"{skriv_avrundat(100 * Fraction(värde), decimaler)} %"


def _öre(öre: int) -> int:
    if isinstance(öre, bool) or not isinstance(öre, int):
        raise TypeError("|kr och |siffror gäller ett antal öre")
    return öre


def _enhet(enhet: str) -> str:
    if enhet not in ENHETER:
        raise TypeError(f"enheten ”{enhet}” finns inte")
    return enhet


class Blockfilter:
    """``text|block``: en posts löptext som XHTML ur den slutna mängden.

    Varje anrop numrerar sina fotnoter med sitt eget tal, så att id är unika i dokumentet och alltid desamma.
    """

    def __init__(self) -> None:
        self._anrop = 0

    def __call__(self, block: object) -> Markup:
        """Blocken som p, ul, ol, h4 och till sist fotnoterna. TypeError när det inte är en löptext ur en post."""
        if not isinstance(block, list) or not all(isinstance(b, dict) and "typ" in b for b in block):
            raise TypeError("|block gäller en löptext ur en post")
        self._anrop += 1
        noter = [b for b in block if b["typ"] == "fotnot"]
        id_för: Noter = {}
        for nummer, fotnot in zip(_notnummer(noter), noter, strict=True):
            id_för.setdefault(fotnot["märke"], (f"not-{self._anrop}-{nummer}", nummer))
        delar = [_block(b, id_för) for b in block if b["typ"] != "fotnot"]
        if noter:
            delar.append(self._noter(noter, id_för))
        return Markup("\n").join(delar)

    def _noter(self, noter: list[Data], id_för: Noter) -> Markup:
        rader = Markup("").join(
            Markup('<li id="not-{}-{}" value="{}">{}</li>').format(
                self._anrop, nummer, nummer, _rad(b["delar"], id_för)
            )
            for nummer, b in zip(_notnummer(noter), noter, strict=True)
        )
        return Markup('<section class="noter"><ol>{}</ol></section>').format(rader)


def _notnummer(noter: list[Data]) -> list[int]:
    """Talen som noterna visar: märkena när alla är olika tal, annars ordningen; ett märke är bara ett namn."""
    märken = [b["märke"] for b in noter]
    tal = {int(m) for m in märken if m.isascii() and m.isdigit() and len(m) <= 6}
    return [int(m) for m in märken] if len(tal) == len(märken) else list(range(1, len(märken) + 1))


def _block(b: Data, id_för: Noter) -> Markup:
    if b["typ"] == "lista":
        return _lista(b, id_för)
    mall = Markup("<h4>{}</h4>") if b["typ"] == "mellanrubrik" else Markup("<p>{}</p>")
    return mall.format(_rad(b["delar"], id_för))


def _lista(b: Data, id_för: Noter) -> Markup:
    mall = Markup("<ol>{}</ol>") if b["ordnad"] else Markup("<ul>{}</ul>")
    return mall.format(Markup("").join(_punkter(b["punkter"], id_för)))


def _punkter(punkter: list[Data], id_för: Noter) -> Iterator[Markup]:
    väntat = 1
    for p in punkter:
        yield Markup("<li{}>{}</li>").format(_värde(väntat, p["nummer"]), _rad(p["delar"], id_för))
        väntat = (p["nummer"] or 0) + 1


def _värde(väntat: int, nummer: int | None) -> Markup:
    """``value="…"`` när punktens tal inte följer av de föregående."""
    return Markup("") if nummer in (None, väntat) else Markup(' value="{}"').format(nummer)


def _rad(delar: list[Data], id_för: Noter) -> Markup:
    return Markup("").join(_del(d, id_för) for d in delar)


def _del(d: Data, id_för: Noter) -> Markup:
    if d["typ"] == "betonad":
        return Markup("<em>{}</em>").format(d["text"])
    if d["typ"] != "not":
        return escape(d["text"])
    if d["märke"] not in id_för:
        return escape(f"[^{d['märke']}]")
    return Markup('<a class="not" href="#{}">{}</a>').format(*id_för[d["märke"]])
