"""Rena träd: uppslag och ändring längs en fältväg utan att röra originalet."""

from typing import Any

from gns.grund.datafel import Fältväg


def hämta(träd: Any, väg: Fältväg) -> Any:
    """Värdet på vägen; KeyError när den inte finns."""
    led: Any
    for led in väg:
        if (isinstance(träd, dict) and led in träd) or (
            isinstance(träd, list) and isinstance(led, int) and 0 <= led < len(träd)
        ):
            träd = träd[led]
        else:
            raise KeyError(väg)
    return träd


def med(träd: Any, väg: Fältväg, värde: Any) -> Any:
    """Trädet med ett annat värde på vägen; KeyError när den inte finns."""
    if not väg:
        return värde
    inre = med(hämta(träd, väg[:1]), väg[1:], värde)
    if isinstance(träd, dict):
        return {n: inre if n == väg[0] else v for n, v in träd.items()}
    return [inre if i == väg[0] else v for i, v in enumerate(träd)]


def infogad(grupp: Any, led: str | int, värde: Any, före: str | None) -> Any:
    """Gruppen eller listan med ett värde till; KeyError när platsen inte finns, ValueError när nyckeln redan finns."""
    if isinstance(grupp, list) and isinstance(led, int) and 0 <= led <= len(grupp):
        return [*grupp[:led], värde, *grupp[led:]]
    if not isinstance(grupp, dict) or not isinstance(led, str) or (före is not None and före not in grupp):
        raise KeyError(led)
    if led in grupp:
        raise ValueError(f"nyckeln {led} finns redan")
    ny: dict[str, Any] = {}
    for nyckel, inre in grupp.items():
        if nyckel == före:
            ny[led] = värde
        ny[nyckel] = inre
    return ny | {led: värde}


def utan(grupp: Any, led: str | int) -> Any:
    """Gruppen eller listan utan ett värde; ValueError när den skulle bli tom."""
    hämta(grupp, (led,))
    if len(grupp) == 1:
        raise ValueError("gruppen skulle bli tom: ta bort den i stället")
    if isinstance(grupp, dict):
        return {n: v for n, v in grupp.items() if n != led}
    return [v for i, v in enumerate(grupp) if i != led]
