"""Det förseglade: poster som ett sigill i basen namnger och som ändringen rör, rörda sigill, och nya."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from gns.modell.sigill import Sigill, läs_sigill, sigillnummer, är_underskrift

Filer = Mapping[str, bytes]


class RördVy(NamedTuple):
    """En förseglad fil, eller ett sigill, som är ändrad eller borttagen; ``sigill`` är det som namnger den."""

    fil: str
    borttagen: bool
    sigill: str


class SigillVy(NamedTuple):
    """Rörda poster, sigill och underskrifter; det i övrigt som gör spåret brutet; sigill i basen som inte går att läsa; och
    det som ändringen förseglar: möten, eller en § i ett.
    """

    poster: tuple[RördVy, ...]
    sigill: tuple[RördVy, ...]
    brott: tuple[str, ...]
    oläsbara: tuple[str, ...]
    förseglas: tuple[str, ...]

    @property
    def brutet(self) -> bool:
        """Om något förseglat är rört, eller inte går att läsa."""
        return bool(self.poster or self.sigill or self.brott or self.oläsbara)


def bygg_sigill(bas: Filer, före: Filer, efter: Filer, brott: Iterable[str] = ()) -> SigillVy:
    """``bas`` säger vad som är förseglat; en fil är rörd när den skiljer mellan ``före`` och ``efter``.

    Filernas namn räknas från mappen med posterna. ``brott`` är det som prövningen av spåret säger om ``efter`` och inte
    om basen; det som gäller en rörd fil sägs bara en gång.
    """
    i_bas = {fil: _läst(rå) for fil, rå in sorted(bas.items()) if sigillnummer(fil)}
    förseglat = {fil: sigill for sigill, läst in i_bas.items() if läst for fil in läst.filer}
    nya = [_läst(efter[fil]) for fil in sorted(efter) if sigillnummer(fil) and fil not in före and fil not in bas]
    poster = _rörda(förseglat, före, efter)
    underskrifter = [fil for fil in bas if är_underskrift(fil)]
    sigill = _rörda(dict.fromkeys((*i_bas, *underskrifter), ""), före, efter)
    return SigillVy(
        poster=poster,
        sigill=sigill,
        brott=tuple(text for text in brott if not any(f"data/{r.fil}" in text for r in (*poster, *sigill))),
        oläsbara=tuple(fil for fil, läst in i_bas.items() if läst is None),
        förseglas=tuple(läst.namn for läst in nya if läst),
    )


def _rörda(filer: Mapping[str, str], före: Filer, efter: Filer) -> tuple[RördVy, ...]:
    skiljer = (fil for fil in filer if före.get(fil) != efter.get(fil))
    return tuple(RördVy(fil, fil not in efter, filer[fil]) for fil in skiljer)


def _läst(rå: bytes) -> Sigill | None:
    try:
        return läs_sigill(rå)
    except ValueError:
        return None
