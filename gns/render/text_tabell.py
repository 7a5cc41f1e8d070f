"""En tabell i terminalen: kolumner i linje, tal till höger, långa celler brutna."""

from collections.abc import Sequence

from gns.render.text_rad import bryt, häng
from gns.render.trad import Del, Nod

_MELLAN = "  "


def skriv_tabell(tabell: Nod, bredd: int) -> list[str]:
    """Tabellens rader: rubrik, kolumnrubriker över en linje, och resten; ryms den inte blir varje rad en liten lista."""
    grupper = {d.tagg: d for d in tabell.barn}
    huvud, kropp = (list(grupper[t].barn) if t in grupper else [] for t in ("thead", "tbody"))
    ut = bryt(grupper["caption"].delar, bredd) if "caption" in grupper else []
    bredder = _bredder(huvud + kropp, bredd)
    if bredder is None:
        return ut + [rad for tr in kropp for rad in _som_lista(tr, huvud, bredd)]
    ut += [rad for tr in huvud for rad in _rad(tr, bredder)]
    linje = _MELLAN.join("-" * b for b in bredder)
    ut += [linje] if huvud else []
    for tr in kropp:
        ut += [linje, *_rad(tr, bredder)] if tr.har("summa") or tr.har("resultat") else _rad(tr, bredder)
    return ut


def _bredder(rader: Sequence[Nod], bredd: int) -> list[int] | None:
    """Kolumnernas bredd: vad de behöver, och den bredaste krymper tills raden ryms; None när ett ord inte får plats."""
    kolumner = [[_delar(c) for c in kolumn] for kolumn in zip(*(r.barn for r in rader), strict=True)]
    bredder = [_bredast(kolumn, bredd) for kolumn in kolumner]
    minst = [_bredast(kolumn, 1) for kolumn in kolumner]
    ryms = bredd - len(_MELLAN) * (len(bredder) - 1)
    while sum(bredder) > ryms:
        krymper = [i for i, b in enumerate(bredder) if b > minst[i]]
        if not krymper:
            return None
        bredder[max(krymper, key=lambda i: bredder[i])] -= 1
    return bredder


def _bredast(kolumn: Sequence[tuple[Del, ...]], bredd: int) -> int:
    """Den längsta raden när kolumnens celler bryts vid bredden; ett ord bryts aldrig."""
    return max(max((len(rad) for rad in bryt(delar, bredd)), default=0) for delar in kolumn) or 1


def _som_lista(tr: Nod, huvud: Sequence[Nod], bredd: int) -> list[str]:
    """En rad som en lista: den första cellen, och under den kolumnens rubrik och värde för de andra som har något."""
    rubriker = ["".join(bryt(_delar(c), bredd)) for c in huvud[0].barn] if huvud else [""] * len(tr.barn)
    ut = bryt(_delar(tr.barn[0]), bredd)
    for rubrik, cell in zip(rubriker[1:], tr.barn[1:], strict=True):
        if delar := _delar(cell):
            inled = (Del(f"{rubrik}: "),) if rubrik else ()
            ut += häng("  ", bryt((*inled, *delar), bredd - 2))
    return ut


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
