"""Vem som leder mötet i en punkt (KL 6:21–22)."""

from collections.abc import Collection, Sequence

from gns.modell.mote import Möte
from gns.modell.namnd import Nämnd
from gns.modell.narvaro import LEDER, PRESIDIET

Roll = tuple[str, str]
_TUR = {LEDER: 0} | dict(zip(PRESIDIET, (1, 2, 2, 3), strict=True))


def roller_i_närvaron(möte: Möte) -> list[Roll]:
    """(namn, roll) för de förtroendevalda som uppropet ger en roll att leda mötet."""
    alla = [(n.namn, (n.roll or "").casefold()) for n in möte.närvaro if n.som != "övrig"]
    return [(namn, roll) for namn, roll in alla if roll in _TUR]


def roller(nämnd: Nämnd, möte: Möte) -> list[Roll]:
    """(namn, roll) ur närvaron; den som uppropet inte ger någon roll har den som platsen har den dagen."""
    sagda = {n.namn for n in möte.närvaro if n.roll}
    platser = [(p.namn, p.roll) for p in nämnd.platser if p.roll and p.gäller(möte.datum) and p.namn not in sagda]
    return roller_i_närvaron(möte) + platser


def ledaren(roller: Sequence[Roll], tjänstgör: Collection[str], utsedd: str | None) -> str | None:
    """Den utsedde om den tjänstgör, annars den främste i presidiet som tjänstgör, annars ingen."""
    if utsedd in tjänstgör:
        return utsedd
    i_tur = sorted((r for r in roller if r[0] in tjänstgör), key=lambda r: _TUR[r[1]])
    return i_tur[0][0] if i_tur else None
