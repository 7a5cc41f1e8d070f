"""Det förseglade: poster som ett sigill i basen namnger och som ändringen rör, rörda sigill, och nya."""

import json
from collections.abc import Mapping
from typing import NamedTuple

Filer = Mapping[str, bytes]
_MAPP, _ÄNDELSE = "sigill/", ".json"


class RördVy(NamedTuple):
    """En förseglad fil, eller ett sigill, som är ändrad eller borttagen; ``sigill`` är det som namnger den."""

    fil: str
    borttagen: bool
    sigill: str


class SigillVy(NamedTuple):
    """Rörda poster och sigill, sigill i basen som inte går att läsa, och mötena som ändringen förseglar."""

    poster: tuple[RördVy, ...]
    sigill: tuple[RördVy, ...]
    oläsbara: tuple[str, ...]
    förseglas: tuple[str, ...]

    @property
    def brutet(self) -> bool:
        """Om något förseglat är rört."""
        return bool(self.poster or self.sigill)


def bygg_sigill(bas: Filer, före: Filer, efter: Filer) -> SigillVy:
    """``bas`` säger vad som är förseglat; en fil är rörd när den skiljer mellan ``före`` och ``efter``.

    Filernas namn räknas från mappen med posterna.
    """
    i_bas = {fil: _filer(rå) for fil, rå in sorted(bas.items()) if _är_sigill(fil)}
    förseglat = {fil: sigill for sigill, filer in i_bas.items() for fil in filer or ()}
    nya = [fil for fil in sorted(efter) if _är_sigill(fil) and fil not in före and fil not in bas]
    return SigillVy(
        poster=_rörda(förseglat, före, efter),
        sigill=_rörda(dict.fromkeys(i_bas, ""), före, efter),
        oläsbara=tuple(fil for fil, filer in i_bas.items() if filer is None),
        förseglas=tuple(dict.fromkeys(m for fil in nya for m in _möten(_filer(efter[fil]) or ()))),
    )


def _rörda(filer: Mapping[str, str], före: Filer, efter: Filer) -> tuple[RördVy, ...]:
    skiljer = (fil for fil in filer if före.get(fil) != efter.get(fil))
    return tuple(RördVy(fil, fil not in efter, filer[fil]) for fil in skiljer)


def _är_sigill(fil: str) -> bool:
    return fil.startswith(_MAPP) and fil.endswith(_ÄNDELSE)


def _filer(rå: bytes) -> tuple[str, ...] | None:
    """Filerna som sigillet namnger, eller None när det inte går att läsa."""
    try:
        sigill = json.loads(rå)
    except (ValueError, RecursionError):
        return None
    filer = sigill.get("filer") if isinstance(sigill, dict) else None
    return tuple(filer) if isinstance(filer, dict) else None


def _möten(filer: tuple[str, ...]) -> list[str]:
    return [f.removeprefix("moten/").removesuffix(".yaml") for f in filer if f.startswith("moten/")]
