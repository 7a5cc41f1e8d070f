"""En tabell i terminalen: kolumner i linje, tal till höger, långa celler brutna."""

from collections.abc import Sequence

from gns.render.text_rad import bryt
from gns.render.trad import Del, Nod

_MELLAN = "  "
_MINST = 6


def skriv_tabell(tabell: Nod, bredd: int) -> list[str]:
    """Tabellens rader: rubrik, kolumnrubriker över en linje, och resten."""
    grupper = {d.tagg: d for d in tabell.barn}
    huvud, kropp = (list(grupper[t].barn) if t in grupper else [] for t in ("thead", "tbody"))
    bredder = _bredder(huvud + kropp, bredd)
    ut = bryt(grupper["caption"].delar, bredd) if "caption" in grupper else []
    ut += [rad for tr in huvud for rad in _rad(tr, bredder)]
    linje = _MELLAN.join("-" * b for b in bredder)
    ut += [linje] if huvud else []
    for tr in kropp:
        ut += [linje, *_rad(tr, bredder)] if tr.har("summa") or tr.har("resultat") else _rad(tr, bredder)
    return ut


def _bredder(rader: Sequence[Nod], bredd: int) -> list[int]:
    """Kolumnernas bredd: vad de behöver, och den bredaste krymper tills raden ryms."""
    bredder = [
        max(max((len(r) for r in bryt(_delar(c), bredd)), default=0) for c in kolumn) or 1
        for kolumn in zip(*(r.barn for r in rader), strict=True)
    ]
    ryms = bredd - len(_MELLAN) * (len(bredder) - 1)
    while sum(bredder) > ryms and max(bredder) > _MINST:
        bredder[bredder.index(max(bredder))] -= 1
    return bredder


def _rad(tr: Nod, bredder: list[int]) -> list[str]:
    celler = [bryt(_delar(c), b) for c, b in zip(tr.barn, bredder, strict=True)]
    höjd = max(map(len, celler))
    return [
        _MELLAN.join(
            _cell("".join(rader[i : i + 1]), b, höger=c.har("tal"))
            for rader, b, c in zip(celler, bredder, tr.barn, strict=True)
        ).rstrip(" ")
        for i in range(höjd)
    ]


def _cell(text: str, bredd: int, *, höger: bool) -> str:
    return text.rjust(bredd) if höger else text.ljust(bredd)


def _delar(cell: Nod) -> tuple[Del, ...]:
    """Cellens text; varje block i cellen på egen rad."""
    delar = list(cell.delar)
    for barn in cell.barn:
        delar += [Del("", slag="br"), *_delar(barn)] if delar else _delar(barn)
    return tuple(delar)
