"""Platsen för ett fynd i ord som står sig när andra rader läggs till: § 19 yrkanden halva av."""

from gns.grund.datafel import Fältväg
from gns.modell.bas import Modell

_NAMN = ("id", "namn", "person", "titel", "nr", "part")  # det som skiljer en listas poster åt, i den ordning det söks


def plats_i_ord(post: Modell | None, väg: Fältväg) -> str:
    """Fältvägen i ord: paragrafer efter sitt nummer, annat i listor efter sitt id eller namn, eller räknat från 1."""
    delar: list[str] = []
    nu: object = post
    for led in väg:
        if isinstance(led, str):
            nu = getattr(nu, led, None)
            delar.append(led)
            continue
        lista = nu if isinstance(nu, tuple) else ()
        nu = lista[led] if led < len(lista) else None
        namn = _namn(lista, led) or str(led + 1)
        if delar and delar[-1] == "paragrafer":
            delar[-1] = f"§ {namn}"
        else:
            delar.append(namn)
    return " ".join(delar)


def _namn(lista: tuple[object, ...], i: int) -> str:
    """Postens namn; när en tidigare i listan heter likadant, också vilken i ordningen den är."""
    if i >= len(lista) or not (namn := _eget_namn(lista[i])):
        return ""
    tidigare = sum(_eget_namn(annan) == namn for annan in lista[:i])
    return f"{namn} ({tidigare + 1})" if tidigare else namn


def _eget_namn(värde: object) -> str:
    if isinstance(värde, int):
        return str(värde)  # ett § i ett anslags lista
    namn = (getattr(värde, fält, None) for fält in _NAMN) if isinstance(värde, Modell) else ()
    return next((str(n) for n in namn if n), "")
