"""Personer som de trycks: på omslaget med sina §§, i en § med parti och vad de var där."""

from collections.abc import Iterable
from typing import NamedTuple

from gns.grund.block import Text
from gns.modell.bok import Bok
from gns.modell.mote import Möte
from gns.modell.narvaro import Närvarande
from gns.sammantrade.deltagande import Deltagande, på_distans
from gns.sammantrade.lage import Läge
from gns.sammantrade.omfattning import omfattning

Följder = tuple[tuple[int, int], ...]


class PersonVy(NamedTuple):
    """En person på omslaget; ``part`` är partens namn, ``paragrafer`` följder när den inte är med i alla §§.

    ``distans`` är följder när personen var på distans bara i en del av mötet; annars säger ``deltar`` hur. ``utom`` är
    (§, delbeslut) som personen inte deltog i fast den deltog i andra i samma §.
    """

    namn: str
    parti: str | None = None
    roll: str | None = None
    part: str | None = None
    deltar: str | None = None
    ersätter: "tuple[PersonVy, ...]" = ()
    paragrafer: Följder = ()
    distans: Följder = ()
    utom: tuple[tuple[int, int], ...] = ()


class NamnVy(NamedTuple):
    """En person i en §; ``som`` är ordförande, ersättare (som tjänstgör) eller tomt."""

    namn: str
    parti: str | None
    part: str | None
    som: str


def person(bok: Bok, möte: Möte, lägen: tuple[Läge, ...], d: Deltagande, nr: int | None) -> PersonVy:
    """En deltagare på omslaget, eller i utdraget ur § ``nr``."""
    n = d.person
    i_alla = nr is not None or len(d.paragrafer) == len(möte.paragrafer)
    distans = [] if nr is not None else [p for p in på_distans(lägen, n.namn) if p in d.paragrafer]
    växlar = bool(distans) and len(distans) < len(d.paragrafer)
    return PersonVy(
        namn=n.namn,
        parti=n.parti,
        roll=n.roll or _platsroll(bok, möte, n),
        part=bok.part(n.part),
        deltar=None if växlar else n.deltar,
        ersätter=tuple(_ersatt(bok, möte, namn) for namn in d.ersätter),
        paragrafer=() if i_alla else tuple(omfattning(d.paragrafer)),
        distans=tuple(omfattning(distans)) if växlar else (),
        utom=tuple((punkt.nr, punkt.delbeslut) for punkt in d.utom),
    )


def _platsroll(bok: Bok, möte: Möte, n: Närvarande) -> str | None:
    plats = bok.plats(n.namn, möte.datum) if n.som == "ledamot" else None
    return plats.roll if plats else None


def säger_vem(text: Text | None, av: tuple[NamnVy, ...]) -> bool:
    """Om texten själv säger vilka det är: alla namn står där, eller den ende nämns med sin roll som ordförande."""
    ord = text.ord.casefold() if text else ""
    return all(n.namn.casefold() in ord for n in av) or (
        len(av) == 1 and av[0].som in ord.split()[:1] and av[0].som != ""
    )


class Namn:
    """Slår upp namn i en § till NamnVy: parti och part ur närvaron, och vad personen var där.

    Den som ledde bara en del av § kallas ordförande bara i de delbesluten.
    """

    def __init__(self, bok: Bok, möte: Möte, lägen: tuple[Läge, ...]) -> None:
        self._bok, self._möte, self._lägen = bok, möte, lägen
        self._närvaro: dict[str, Närvarande] = {n.namn: n for n in möte.närvaro}
        ledare = {läge.ordförande for läge in lägen}
        self._ordförande = ledare.pop() if len(ledare) == 1 else None
        self._ersättare = {t.person.namn for läge in lägen for t in läge.tjänstgör if t.person.som == "ersättare"}

    def __call__(self, namn: Iterable[str]) -> tuple[NamnVy, ...]:
        """Namnen som NamnVy, i samma ordning."""
        return tuple(self._ett(n) for n in namn)

    def vid(self, delbeslut: int | None) -> "Namn":
        """Namnen som de är i ett delbeslut; i hela § när det inte är sagt."""
        if delbeslut is None:
            return self
        lägen = tuple(läge for läge in self._lägen if läge.punkt.delbeslut == delbeslut)
        return Namn(self._bok, self._möte, lägen)

    def _ett(self, namn: str) -> NamnVy:
        n = self._närvaro.get(namn)
        som = "ordförande" if namn == self._ordförande else "ersättare" if namn in self._ersättare else ""
        return NamnVy(namn, n.parti if n else None, self._bok.part(n.part) if n else None, som)


def _ersatt(bok: Bok, möte: Möte, namn: str) -> PersonVy:
    plats = bok.plats(namn, möte.datum)
    vakant = plats is not None and plats.vakant
    return PersonVy("vakant plats" if vakant else namn, plats.parti if plats else None)
