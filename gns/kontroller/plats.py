"""Platsen för ett fynd i ord som står sig när andra rader läggs till: § 19 yrkanden halva av."""

from gns.grund.datafel import Fältväg
from gns.modell.bas import Modell

_NAMN = ("id", "part", "namn", "person", "titel", "nr")  # det som skiljer en listas poster åt, i den ordning det söks


def plats_i_ord(post: Modell | None, väg: Fältväg) -> str:
    """Fältvägen i ord: paragrafer efter sitt nummer, annat i listor efter sitt id eller namn, eller räknat från 1."""
    delar: list[str] = []
    nu: object = post
    for led in väg:
        if isinstance(led, str):
            nu = getattr(nu, led, None)
            delar.append(led)
            continue
        nu = nu[led] if isinstance(nu, tuple) and led < len(nu) else None
        namn = _namn(nu) or str(led + 1)
        if delar and delar[-1] == "paragrafer":
            delar[-1] = f"§ {namn}"
        else:
            delar.append(namn)
    return " ".join(delar)


def _namn(värde: object) -> str:
    if isinstance(värde, int):
        return str(värde)  # ett anslags paragrafer är bara nummer
    for fält in _NAMN:
        if isinstance(värde, Modell) and (namn := getattr(värde, fält, None)):
            return str(namn)
    return ""
