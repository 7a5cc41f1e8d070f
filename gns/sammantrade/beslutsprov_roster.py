"""Rösterna: var och en som tjänstgör röstar en gång, och ingen annan (KL 4:24–26, 5:67)."""

from collections.abc import Iterator

from gns.grund.datafel import Datafel
from gns.modell.omrostning import Antal, Omröstning, Röster
from gns.sammantrade.beslutsprov_paragraf import Prövad, regel_för
from gns.sammantrade.lage import Läge


def röstlängdsfel(prövad: Prövad) -> Iterator[Datafel]:
    """Fel i omröstningarnas namn och antal; vägarna räknas från paragrafen."""
    for i, proposition in enumerate(prövad.p.propositionsordning):
        o = proposition.omröstning
        if o is None or not prövad.lägen or not prövad.möte.närvaro:
            continue
        lägen = prövad.när(proposition)
        yield from _får_begära(prövad, i, o, lägen)
        olika = len({läge.namn for läge in lägen}) > 1
        if olika and not prövad.bord.om_formalia(proposition):
            text = "inte samma personer tjänstgör i alla delbeslut som omröstningen gäller"
            råd = "skriv delbeslut, en proposition för vart"
            yield Datafel(("propositionsordning", i, "delbeslut"), text, råd, regel="KL-5-67-deltagare")
        elif o.form == "öppen":
            yield from _öppen(prövad, i, o, lägen[0], proposition.delbeslut)
        elif o.antal:
            yield from _sluten(prövad, i, o.antal, lägen[0], proposition.delbeslut)


def _får_begära(prövad: Prövad, i: int, o: Omröstning, lägen: tuple[Läge, ...]) -> Iterator[Datafel]:
    for namn in prövad.kända(o.begärd_av):
        if skäl := prövad.varför_inte(namn, lägen):
            väg = ("propositionsordning", i, "omröstning", "begärd_av")
            text = f"{namn} {skäl} och kan inte begära omröstning (KL 4:22)"
            yield Datafel(väg, text, "rätta namnet eller närvaron", regel=regel_för(skäl))


def _öppen(prövad: Prövad, i: int, o: Omröstning, läge: Läge, delbeslut: int | None) -> Iterator[Datafel]:
    väg = ("propositionsordning", i, "omröstning")
    röster = o.röster or Röster()
    sedda: set[str] = set()
    for fält, namn in röster:
        for ett in prövad.kända(namn):
            if ett not in sedda and (skäl := prövad.varför_inte(ett, [läge])):
                text = f"{ett} {skäl} i § {prövad.p.nr} och får inte rösta (KL 4:22)"
                råd = "ta bort rösten, eller rätta närvaron och händelserna"
                yield Datafel((*väg, "röster", fält), text, råd, regel=regel_för(skäl))
            sedda.add(ett)
    alla_kända = all(n in sedda for _, namn in röster for n in namn)
    if sedda and alla_kända:
        yield from _saknade(prövad, i, läge, sedda, delbeslut)
    yield from _antal(i, o, röster)


def _saknade(prövad: Prövad, i: int, läge: Läge, röstat: set[str], delbeslut: int | None) -> Iterator[Datafel]:
    utan = röstat | prövad.antecknade("deltar ej", delbeslut)
    for tjänst in läge.tjänstgör:
        if (namn := tjänst.person.namn) not in utan:
            råd = "skriv namnet under ja, nej eller avstår, eller anteckna deltar ej"
            text = f"{namn} tjänstgör i § {prövad.p.nr} men har ingen röst (KL 5:67)"
            yield Datafel(("propositionsordning", i, "omröstning", "röster"), text, råd)


def _antal(i: int, o: Omröstning, röster: Röster) -> Iterator[Datafel]:
    """Antal som står bredvid namnen; ett avstår som inte är skrivet jämförs inte."""
    for fält, namn in röster if o.antal and o.röster else ():
        står = getattr(o.antal, fält)
        if o.antal and fält in o.antal.model_fields_set and står != len(namn):
            väg = ("propositionsordning", i, "omröstning", "antal", fält)
            yield Datafel(väg, f"{står} {fält} står det, men {len(namn)} namn", "rätta antalet eller namnen")


def _sluten(prövad: Prövad, i: int, antal: Antal, läge: Läge, delbeslut: int | None) -> Iterator[Datafel]:
    """Alla röstsedlar tillsammans är de som tjänstgör; den som inte deltar får ha räknats som avstår (R23)."""
    summa = antal.ja + antal.nej + antal.avstår + antal.blanka + antal.ogiltiga
    deltar_ej = len(läge.namn & prövad.antecknade("deltar ej", delbeslut))
    röstar = len(läge.namn) - deltar_ej
    if not röstar <= summa <= röstar + min(deltar_ej, antal.avstår) + len(prövad.friade - läge.namn):
        text = f"{summa} röster är räknade men {röstar} skulle rösta"
        råd = "rätta antalet, närvaron, eller anteckna deltar ej"
        yield Datafel(("propositionsordning", i, "omröstning", "antal"), text, råd)
