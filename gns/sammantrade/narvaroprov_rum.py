"""Händelser som inte kan hända: att komma när man är inne, att gå när man är borta, att leda utan att tjänstgöra."""

from collections.abc import Iterator, Sequence

from gns.grund.datafel import Datafel
from gns.modell.mote import Möte
from gns.sammantrade.lage import Läge
from gns.sammantrade.lage_jav import prövas
from gns.sammantrade.lage_punkter import Ankrad, ankrade
from gns.sammantrade.lage_rum import kommer_senare, personer


def rumsfel(möte: Möte, lägen: Sequence[Läge]) -> Iterator[Datafel]:
    """Fel i vem som är i rummet och vem som leder; varning för den som avbröt och tjänstgör igen."""
    yield from _in_och_ut(möte)
    yield from _går_före_kommer(möte)
    yield from _återkomster(möte, lägen)
    yield from _ledare(möte, lägen)


def _in_och_ut(möte: Möte) -> Iterator[Datafel]:
    senare = kommer_senare(möte)
    inne = {namn: namn not in senare for namn in personer(möte)}
    for _, i, h in ankrade(möte):
        var_inne = inne.get(h.namn)
        if var_inne is None:
            continue
        if h.typ == "kommer" and var_inne:
            text, råd = "är redan i rummet", f"ta bort händelsen, eller skriv när {h.namn} gick"
            yield Datafel(("händelser", i), f"{h.namn} kommer i § {h.paragraf} men {text}", råd)
        elif h.typ == "går" and not var_inne:
            text, råd = "har redan gått", f"ta bort händelsen, eller skriv när {h.namn} kom tillbaka"
            yield Datafel(("händelser", i), f"{h.namn} går i § {h.paragraf} men {text}", råd)
        elif h.typ in ("på distans", "på plats") and not var_inne:
            text = f"{h.namn} deltar {h.typ} från § {h.paragraf} men är inte med då"
            yield Datafel(("händelser", i), text, f"skriv först när {h.namn} kommer")
        inne[h.namn] = h.typ == "kommer" or (var_inne and h.typ != "går")


def _går_före_kommer(möte: Möte) -> Iterator[Datafel]:
    """Den som i posten först kommer och sedan går kan inte ha gått i en tidigare §."""
    i_posten = sorted(ankrade(möte), key=lambda a: a.i_posten)
    for j, går in enumerate(i_posten):
        kom = (k for k in i_posten[:j] if k.händelse.typ == "kommer" and k.händelse.namn == går.händelse.namn)
        senare = next((k.händelse for k in kom if k.punkt > går.punkt), None)
        if går.händelse.typ == "går" and senare:
            text = f"{senare.namn} går i § {går.händelse.paragraf} men kommer först i § {senare.paragraf}"
            råd = "rätta paragrafen, eller skriv händelserna i den ordning de skedde"
            yield Datafel(("händelser", går.i_posten), text, råd)


def _återkomster(möte: Möte, lägen: Sequence[Läge]) -> Iterator[Datafel]:
    """Den som avbrutit för annat än jäv ska inte tjänstgöra mer samma dag (regler.md R7; KL 5:20 om fullmäktige)."""
    avbröt: dict[str, Ankrad] = {}
    for a in ankrade(möte):
        namn, typ = a.händelse.namn, a.händelse.typ
        if typ == "går" and _bryter_av(möte, lägen, a):
            avbröt[namn] = a
        elif typ == "kommer" and namn in avbröt and any(namn in läge.namn for läge in lägen[a.punkt :]):
            gick = avbröt.pop(namn)
            text = f"{namn} gick i § {gick.händelse.paragraf}, kom tillbaka i § {a.händelse.paragraf}"
            råd = (
                "den som avbryter för annat än jäv tjänstgör inte mer samma dag (KL 5:20): skriv jäv om det var skälet"
            )
            if gick.i_posten < a.i_posten:  # annars är det sagt att händelserna står bakvänt
                yield Datafel(
                    ("händelser", a.i_posten), f"{text} och tjänstgör igen", råd, "varning", regel="PRAXIS-aterkomst"
                )


def _bryter_av(möte: Möte, lägen: Sequence[Läge], a: Ankrad) -> bool:
    """Om den som går har tjänstgjort och inte går för jäv eller en jävsfråga."""
    namn, här = a.händelse.namn, lägen[a.punkt]
    jäv = namn in här.jäviga or namn in prövas(möte, här.punkt)
    return not jäv and any(namn in läge.namn for läge in lägen[: a.punkt])


def _ledare(möte: Möte, lägen: Sequence[Läge]) -> Iterator[Datafel]:
    närvarande = personer(möte)
    leder: dict[int, str] = {}
    for a in ankrade(möte):
        h = a.händelse
        if h.typ == "leder" and leder.setdefault(a.punkt, h.namn) != h.namn:
            text = f"både {leder[a.punkt]} och {h.namn} leder från samma plats i § {h.paragraf}"
            yield Datafel(
                ("händelser", a.i_posten, "namn"), text, "ta bort den ena, eller rätta paragraf och delbeslut"
            )
        if h.typ == "leder" and h.namn in närvarande and h.namn not in lägen[a.punkt].namn:
            text = f"{h.namn} leder från § {h.paragraf} men tjänstgör inte då"
            råd = "bara den som tjänstgör kan leda: rätta namnet, paragrafen eller närvaron"
            regel = "KL-6-30-jav-narvaro" if h.namn in lägen[a.punkt].jäviga else ""
            yield Datafel(("händelser", a.i_posten, "namn"), text, råd, regel=regel)
