"""En länk från en rad i en handling till posten som den kommer ur."""

from collections.abc import Callable
from typing import NamedTuple

from gns.grund.datafel import Fältväg


class Länk(NamedTuple):
    """Filen och raden som de visas, och vart länken leder."""

    text: str
    till: str


Var = Callable[
    [str, str, Fältväg], Länk
]  # postens slag, dess id och fältet → länken dit; flödet vet var posterna ligger
