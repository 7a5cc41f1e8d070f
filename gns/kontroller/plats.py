"""Platsen för ett fynd i ord som står sig när andra rader läggs till: § 19 yrkanden halva av."""

from collections import Counter

from gns.grund.datafel import Fältväg
from gns.modell.bas import Modell

_NAMN = ("id", "namn", "person", "titel", "nr", "part")  # det som skiljer en listas poster åt, i den ordning det söks


class Platser:
    """Fältvägar i ord; varje listas namn räknas ut en gång."""

    def __init__(self) -> None:
        self._namnen: dict[int, tuple[tuple[object, ...], list[str]]] = {}  # listan är med, så att den lever

    def i_ord(self, post: Modell | None, väg: Fältväg) -> str:
        """Paragrafer efter sitt nummer, annat i listor efter sitt id eller namn, eller räknat från 1."""
        delar: list[str] = []
        nu: object = post
        for led in väg:
            if isinstance(led, str):
                nu = getattr(nu, led, None)
                delar.append(led)
                continue
            lista = nu if isinstance(nu, tuple) else ()
            nu = lista[led] if led < len(lista) else None
            namn = self._listans(lista)[led] if nu is not None else ""
            if delar and delar[-1] == "paragrafer":
                delar[-1] = f"§ {namn or led + 1}"
            else:
                delar.append(namn or str(led + 1))
        return " ".join(delar)

    def _listans(self, lista: tuple[object, ...]) -> list[str]:
        if id(lista) not in self._namnen:
            self._namnen[id(lista)] = lista, _numrerade(lista)
        return self._namnen[id(lista)][1]


def _numrerade(lista: tuple[object, ...]) -> list[str]:
    """Posternas namn; när en tidigare i listan heter likadant, också vilken i ordningen den är."""
    sedda = Counter[str]()
    ut = []
    for värde in lista:
        namn = _eget_namn(värde)
        sedda[namn] += 1
        ut.append(f"{namn} ({sedda[namn]})" if namn and sedda[namn] > 1 else namn)
    return ut


def _eget_namn(värde: object) -> str:
    if isinstance(värde, int):
        return str(värde)  # ett § i ett anslags lista
    namn = (getattr(värde, fält, None) for fält in _NAMN) if isinstance(värde, Modell) else ()
    return next((str(n) for n in namn if n), "")
