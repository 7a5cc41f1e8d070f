"""Vilka som beslutade, vilka som bara var med, och vilka som skriver under."""

from gns.modell.mote import Möte
from gns.modell.narvaro import Närvarande


def beslutande(möte: Möte) -> list[Närvarande]:
    """Ledamöter vid uppropet och de ersättare som tjänstgör för någon, i postens ordning."""
    return [n for n in möte.närvaro if n.som == "ledamot" or n.ersätter]


def ej_tjänstgörande(möte: Möte) -> list[Närvarande]:
    """Ersättare som var med utan att tjänstgöra."""
    return [n for n in möte.närvaro if n.som == "ersättare" and not n.ersätter]


def övriga(möte: Möte) -> list[Närvarande]:
    """Tjänstemän och andra som fick vara med (KL 6:26)."""
    return [n for n in möte.närvaro if n.som == "övrig"]


def med_roll(möte: Möte, roll: str) -> list[str]:
    """Namnen på dem som har rollen."""
    return [n.namn for n in möte.närvaro if n.roll and n.roll.casefold() == roll]
