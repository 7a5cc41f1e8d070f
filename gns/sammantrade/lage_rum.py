"""Rummet under mötet: vilka som är där, hur de deltar och vilka som delar på varje plats."""

from collections.abc import Collection

from gns.modell.mote import Möte
from gns.modell.narvaro import Händelse, Närvarande
from gns.sammantrade.lage_punkter import ankrade


def personer(möte: Möte) -> dict[str, Närvarande]:
    """De närvarande efter namn, i uppropets ordning; den första när ett namn står två gånger."""
    ut: dict[str, Närvarande] = {}
    for n in möte.närvaro:
        ut.setdefault(n.namn, n)
    return ut


def kommer_senare(möte: Möte) -> set[str]:
    """De som inte är där vid uppropet: deras första händelse av kommer och går är att de kommer."""
    första: dict[str, str] = {}
    for a in ankrade(möte):
        if a.händelse.typ in ("kommer", "går"):
            första.setdefault(a.händelse.namn, a.händelse.typ)
    return {namn for namn, typ in första.items() if typ == "kommer"}


class Rum:
    """Rummet som händelserna ändrar, en i taget; det som inte kan hända ändrar inget.

    Varje plats har en kö: först den som har platsen, sedan den som har trätt in medan den förste var jävig, och så
    vidare. Den förste i kön som inte är jävig tjänstgör.
    """

    def __init__(self, möte: Möte) -> None:
        self.personer = personer(möte)
        self.inne: set[str] = set()
        self.på_distans = {n.namn for n in self.personer.values() if n.deltar == "på distans"}
        self.utsedd_ledare: str | None = None
        self._köer: dict[str, list[str]] = {}
        self._uppropet = {n.namn: n.ersätter for n in self.personer.values() if n.ersätter}
        senare = kommer_senare(möte)
        for namn in self.personer:
            if namn not in senare:
                self._kommer(namn)

    def händer(self, h: Händelse) -> None:
        """Ändrar rummet efter en händelse; jäv ändrar inte rummet utan vilka som tjänstgör i en punkt."""
        match h.typ:
            case "kommer":
                self._kommer(h.namn)
            case "går":
                self.inne.discard(h.namn)
                self._lämnar_platsen(h.namn)
                self.utsedd_ledare = None if self.utsedd_ledare == h.namn else self.utsedd_ledare
            case "tjänstgör" if h.ersätter:
                self._träder_in(h.namn, h.ersätter)
            case "på distans":
                self.på_distans.add(h.namn)
            case "på plats":
                self.på_distans.discard(h.namn)
            case "leder":
                self.utsedd_ledare = h.namn
            case _:
                pass

    def tjänstgör(self, ute: Collection[str]) -> dict[str, str]:
        """Namnet på varje tjänstgörande och platsen, när de i ``ute`` inte får delta."""
        första = ((plats, next((n for n in kö if n not in ute), None)) for plats, kö in self._köer.items())
        return {namn: plats for plats, namn in första if namn is not None}

    def sätt_sig(self, ute: Collection[str]) -> None:
        """Den som trätt in för en jävig lämnar platsen när den jävige tjänstgör igen (KL 5:18–19)."""
        for namn, plats in self.tjänstgör(ute).items():
            kö = self._köer[plats]
            del kö[kö.index(namn) + 1 :]

    def _kommer(self, namn: str) -> None:
        """En ledamot tar sin plats; en ersättare träder in för den som uppropet säger, första gången den är där."""
        if namn in self.inne or namn not in self.personer:
            return
        self.inne.add(namn)
        if self.personer[namn].som == "ledamot":
            self._köer.setdefault(namn, []).insert(0, namn)
        elif plats := self._uppropet.pop(namn, None):
            self._träder_in(namn, plats)

    def _träder_in(self, namn: str, plats: str) -> None:
        kö = self._köer.setdefault(plats, [])
        är_ersättare = namn in self.inne and self.personer[namn].som == "ersättare"
        if är_ersättare and namn != plats and namn not in kö:
            self._lämnar_platsen(namn)
            kö.append(namn)

    def _lämnar_platsen(self, namn: str) -> None:
        for kö in self._köer.values():
            if namn in kö:
                kö.remove(namn)
