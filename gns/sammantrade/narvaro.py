"""Vilka som beslutade i varje §, vilka som bara var med, och vilka som skriver under."""

from dataclasses import dataclass

from gns.modell.mote import Möte
from gns.modell.narvaro import Närvarande


@dataclass(frozen=True, slots=True)
class Tjänstgöring:
    """En person, de §§ där den beslutar (i mötets ordning) och vem den ersätter."""

    person: Närvarande
    paragrafer: tuple[int, ...]
    ersätter: str | None


def tjänstgöring(möte: Möte) -> list[Tjänstgöring]:
    """Varje närvarande med sina §§, uträknade ur uppropet och händelserna (KL 5:66, 6:30)."""
    return [_en_persons(möte, n) for n in möte.närvaro]


def beslutande(möte: Möte, nr: int | None = None) -> list[Tjänstgöring]:
    """De som beslutar i någon §, eller i just § ``nr``. Utan paragrafer räknas uppropet."""
    if not möte.paragrafer:
        return [t for t in tjänstgöring(möte) if _vid_uppropet(möte, t.person)]
    return [t for t in tjänstgöring(möte) if (nr in t.paragrafer if nr is not None else t.paragrafer)]


def ej_tjänstgörande(möte: Möte, nr: int | None = None) -> list[Närvarande]:
    """Ersättare som är med utan att besluta i någon §, eller i just § ``nr``."""
    beslutar = {t.person.namn for t in beslutande(möte, nr)}
    return [n for n in möte.närvaro if n.som == "ersättare" and n.namn not in beslutar]


def övriga(möte: Möte) -> list[Närvarande]:
    """Tjänstemän och andra som fick vara med (KL 6:26)."""
    return [n for n in möte.närvaro if n.som == "övrig"]


def med_roll(möte: Möte, *roller: str) -> list[str]:
    """Namnen på dem som har den första av rollerna som någon har."""
    for roll in roller:
        if namn := [n.namn for n in möte.närvaro if n.roll and n.roll.casefold() == roll]:
            return namn
    return []


def _vid_uppropet(möte: Möte, person: Närvarande) -> bool:
    """Ledamöter och ersättare som ersätter någon, om de inte kommer eller börjar tjänstgöra senare."""
    första = next(
        (h.typ for h in möte.händelser if h.namn == person.namn and h.typ in ("kommer", "går", "tjänstgör")), ""
    )
    return (person.som == "ledamot" or person.ersätter is not None) and första not in ("kommer", "tjänstgör")


def _en_persons(möte: Möte, person: Närvarande) -> Tjänstgöring:
    """Den som deltar i något delbeslut deltar i sin §; händelsen säger från vilket delbeslut den inte gör det."""
    beslutar = _vid_uppropet(möte, person)
    ersätter = person.ersätter
    paragrafer: list[int] = []
    for p in möte.paragrafer:
        egna = [h for h in möte.händelser if h.namn == person.namn and h.paragraf == p.nr]
        i_början = beslutar and not any(h.delbeslut in (None, 1) for h in egna)
        for h in egna:
            if h.typ == "tjänstgör":
                beslutar, ersätter = True, h.ersätter
            elif h.typ in ("kommer", "går"):
                beslutar = h.typ == "kommer" and (person.som == "ledamot" or ersätter is not None)
        jävig = any(h.typ == "jäv" and (h.delbeslut is None or len(p.beslut) < 2) for h in egna)
        if (beslutar or i_början) and not jävig:
            paragrafer.append(p.nr)
    return Tjänstgöring(person, tuple(paragrafer), ersätter)
