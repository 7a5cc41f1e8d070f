"""Platserna: att ingen träder in där någon redan tjänstgör, och att den som står i tur gör det (KL 5:17–19, 6:17)."""

import datetime as dt
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from gns.grund.datafel import Datafel, Fältväg
from gns.modell.mote import Möte
from gns.modell.namnd import Nämnd
from gns.sammantrade.ersattare import inkallelseordning
from gns.sammantrade.lage import Läge
from gns.sammantrade.lage_jav import prövas
from gns.sammantrade.lage_punkter import ankrade
from gns.sammantrade.lage_rum import kommer_senare, personer
from gns.sammantrade.narvaroprov_text import uppräknat

_TJÄNSTGÖRING, _ERSÄTTARE = "KL-5-66-tjanstgoring", "KL-6-17-ersattare"


class Inträde(NamedTuple):
    """Att någon träder in på en plats: var det står i posten och index för punkten där det börjar gälla."""

    väg: Fältväg
    namn: str
    plats: str
    punkt: int


def turordning(nämnd: Nämnd, dag: dt.date, plats: str) -> list[str]:
    """Namnen på dem som står i tur att träda in på en ledamots plats; tomt när platsen eller ordningen inte är känd."""
    för = next((p for p in nämnd.platser if p.namn == plats and p.som == "ledamot" and p.gäller(dag)), None)
    return [p.namn for p in inkallelseordning(nämnd, dag, för)] if för else []


def inträdesfel(nämnd: Nämnd, möte: Möte, lägen: Sequence[Läge]) -> Iterator[Datafel]:
    """Det som är fel med varje inträde, högst ett fel för vart och ett."""
    for inträde in inträden(möte) if lägen else ():
        fel = (
            _hos_personen(möte, inträde)
            or _på_platsen(möte, lägen, inträde)
            or _redan_där(möte, lägen, inträde)
            or _i_tur(nämnd, möte, lägen, inträde)
        )
        if fel:
            yield fel


def inträden(möte: Möte) -> Iterator[Inträde]:
    """Uppropets inträden och händelsernas; det uppropet säger börjar gälla när personen är där."""
    ankare = ankrade(möte)
    första: dict[str, int] = {}
    for a in ankare:
        if a.händelse.typ == "kommer":
            första.setdefault(a.händelse.namn, a.punkt)
    senare = kommer_senare(möte)
    for i, n in enumerate(möte.närvaro):
        if n.ersätter and n.som == "ersättare":
            yield Inträde(("närvaro", i, "ersätter"), n.namn, n.ersätter, första[n.namn] if n.namn in senare else 0)
    for a in ankare:
        h = a.händelse
        if h.typ == "tjänstgör" and h.ersätter:
            yield Inträde(("händelser", a.i_posten, "ersätter"), h.namn, h.ersätter, a.punkt)


def _hos_personen(möte: Möte, i: Inträde) -> Datafel | None:
    person = personer(möte).get(i.namn)
    if person and person.som != "ersättare":
        text = f"{i.namn} är {person.som} och kan inte träda in för {i.plats}"
        råd = "rätta namnet, eller skriv som: ersättare i närvaron"
        return Datafel((*i.väg[:-1], "namn"), text, råd, regel=_ERSÄTTARE)
    if person and i.namn == i.plats:
        råd = "skriv ledamoten eller den vakanta platsen"
        return Datafel(i.väg, f"{i.namn} ersätter sig själv", råd, regel=_ERSÄTTARE)
    return None


def _på_platsen(möte: Möte, lägen: Sequence[Läge], i: Inträde) -> Datafel | None:
    """Platsen är ledig, och den som träder in är i rummet; den som är jävig just då kan börja efteråt."""
    här = lägen[i.punkt]
    platser = {t.ersätter or t.person.namn: t.person.namn for t in här.tjänstgör}
    på_platsen = platser.get(i.plats)
    nr = här.punkt.nr
    if i.namn not in personer(möte) or på_platsen == i.namn or i.namn in {*här.jäviga, *prövas(möte, här.punkt)}:
        return None
    if i.namn not in här.närvarande or (på_platsen is None and i.namn not in här.namn):
        text = f"{i.namn} börjar tjänstgöra i § {nr} men är inte i rummet då"
        return Datafel(i.väg, text, f"skriv när {i.namn} kommer, före händelsen tjänstgör", regel=_TJÄNSTGÖRING)
    if på_platsen == i.plats:
        text = f"{i.namn} ersätter {i.plats}, som själv tjänstgör i § {nr}"
        råd = f"skriv när {i.plats} går eller är jävig, eller ta bort att {i.namn} ersätter (KL 5:17)"
        return Datafel(i.väg, text, råd, regel=_ERSÄTTARE)
    if på_platsen:
        text = f"{på_platsen} och {i.namn} ersätter båda {i.plats} i § {nr}"
        råd = "låt bara en av dem göra det, eller skriv när den ena går"
        return Datafel(i.väg, text, råd, regel=_TJÄNSTGÖRING)
    annan = next(plats for plats, namn in platser.items() if namn == i.namn)
    text = f"{i.namn} ersätter både {i.plats} och {annan} i § {nr}"
    return Datafel(i.väg, text, "ta bort det ena", regel=_TJÄNSTGÖRING)


def _redan_där(möte: Möte, lägen: Sequence[Läge], i: Inträde) -> Datafel | None:
    """En händelse som säger att någon börjar med det som den redan gör; uppropet eller händelsen är då fel."""
    if i.väg[0] == "närvaro" or i.punkt == 0:
        return None
    förra = lägen[i.punkt - 1]
    platser = {t.ersätter: t.person.namn for t in förra.tjänstgör}
    if platser.get(i.plats) != i.namn or förra.jäviga or prövas(möte, förra.punkt):
        return None
    text = f"{i.namn} börjar ersätta {i.plats} i § {lägen[i.punkt].punkt.nr} men gör det redan"
    return Datafel(i.väg, text, "ta bort händelsen, eller ersätter i närvaron om det började här", "varning")


def _i_tur(nämnd: Nämnd, möte: Möte, lägen: Sequence[Läge], i: Inträde) -> Datafel | None:
    """Ingen som står före och är ledig hoppas över; den som redan har tjänstgjort har företräde (KL 5:18)."""
    här = lägen[i.punkt]
    ordning = turordning(nämnd, möte.datum, i.plats)
    har_börjat = any(i.namn in läge.namn for läge in lägen[: i.punkt])
    if i.namn not in ordning or i.namn not in här.namn or har_börjat:
        return None
    lediga = [n.namn for n in möte.närvaro if n.som == "ersättare" and n.namn in här.närvarande - här.namn]
    före = [namn for namn in ordning[: ordning.index(i.namn)] if namn in lediga]
    if not före:
        return None
    text = f"{i.namn} ersätter {i.plats} i § {här.punkt.nr}, men före i turordningen står {uppräknat(före)}"
    råd = f"kontrollera vem som tjänstgjorde, eller turordningen i data/namnd.yaml: {uppräknat(ordning)} (KL 6:17)"
    return Datafel(i.väg, text, råd, "varning", regel=_ERSÄTTARE)
