"""Det i en omröstning som inte går ihop: vad som ställs, formen och lika röstetal (KL 4:25, 5:54–56, 5:67)."""

from collections.abc import Iterator

from gns.grund.datafel import Datafel
from gns.modell.omrostning import Omröstning, Proposition
from gns.sammantrade.uppspelning_forslag import Bord
from gns.sammantrade.uppspelning_rostrakning import Rösträkning

SLUTNA = ("val", "anställning")


def _om_valet(bord: Bord, proposition: Proposition) -> bool:
    """Om omröstningen är själva valet: i val och anställning är den sluten, men inte frågan om återremiss (KL 5:54)."""
    return bord.p.slag in SLUTNA and not bord.om_formalia(proposition)


def röstfel(bord: Bord, proposition: Proposition, räkning: Rösträkning, ordförande: str | None) -> Iterator[Datafel]:
    """Felen i propositionens omröstning; vägarna räknas från omröstningen."""
    o = proposition.omröstning
    if o is None:
        return
    if len(set(proposition.ställs)) > 2:
        text = "fler än två förslag kan inte ställas mot varandra i en omröstning"
        yield Datafel((), text, "ställ först en kontraproposition om vilket som blir motförslag")
    betydelse = list(_betydelse(o, proposition.ställs))
    yield from betydelse
    sluten = _om_valet(bord, proposition)
    yield from _form(o, sluten, "eller § slag: val" if bord.p.slag not in SLUTNA else "bara själva valet är slutet")
    dubbla = list(_dubbla(o))
    yield from dubbla
    if har_röster(o) and not betydelse and not dubbla:
        yield from _lika(o, sluten, räkning, ordförande) if räkning.lika else _inte_lika(o, räkning)


def har_röster(o: Omröstning) -> bool:
    """Om det finns röster att räkna i den form omröstningen har."""
    if o.form == "sluten":
        return o.antal is not None
    return o.röster is not None and bool(o.röster.ja or o.röster.nej or o.röster.avstår)


def röstar_två_gånger(o: Omröstning) -> bool:
    """Om någon står två gånger bland rösterna."""
    return any(_dubbla(o))


def _dubbla(o: Omröstning) -> Iterator[Datafel]:
    sedda: list[str] = []
    for fält, namn in o.röster or () if o.form == "öppen" else ():
        for ett in namn:
            if sedda.count(ett) == 1:
                råd = "varje ledamot har en röst: ta bort den ena"
                yield Datafel(("röster", fält), f"{ett} står två gånger i omröstningen (KL 4:24)", råd)
            sedda.append(ett)


def _betydelse(o: Omröstning, ställs: tuple[str, ...]) -> Iterator[Datafel]:
    for fält, ord in (("ja_betyder", o.ja_betyder), ("nej_betyder", o.nej_betyder)):
        if ord not in ställs:
            yield Datafel((fält,), f"{ord} ställdes inte under proposition", f"skriv {' eller '.join(ställs)}")
    if o.ja_betyder == o.nej_betyder:
        yield Datafel(("nej_betyder",), f"ja och nej betyder båda {o.ja_betyder}", "skriv det andra förslaget")


def _form(o: Omröstning, sluten: bool, annars: str) -> Iterator[Datafel]:
    """Sluten i val och anställning, öppen i allt annat (KL 5:54); fel form är ett fel, vad som än följer av den."""
    if o.form == "sluten" and not sluten:
        råd = f"skriv form: öppen och hur var och en röstade, {annars}"
        yield Datafel(("form",), "omröstningen är sluten men frågan är inte val eller anställning (KL 5:54)", råd)
    elif o.form == "öppen" and sluten:
        råd = "skriv form: sluten och antal utan namn"
        yield Datafel(("form",), "i val och anställning är omröstningen sluten (KL 5:54)", råd)
    elif o.form == "sluten":
        if o.röster:
            yield Datafel(("röster",), "en sluten omröstning har inga namn", "ta bort röster och skriv antal")
        if not o.antal:
            yield Datafel(("antal",), "den slutna omröstningen saknar antal", "skriv antal med ja och nej")
    else:
        if not har_röster(o):
            råd = "skriv röster med namnen under ja, nej och avstår"
            text = "den öppna omröstningen säger inte hur var och en röstade (KL 5:67)"
            yield Datafel(("röster",), text, råd, regel="KL-5-67-deltagare")
        if o.antal and (o.antal.blanka or o.antal.ogiltiga):
            fält = "blanka" if o.antal.blanka else "ogiltiga"
            yield Datafel(("antal", fält), f"en öppen omröstning har inga {fält} röster", "räkna dem som avstår")


def _inte_lika(o: Omröstning, räkning: Rösträkning) -> Iterator[Datafel]:
    if o.avgjord_genom:
        text = f"{räkning.ja} mot {räkning.nej} är inte lika röstetal"
        yield Datafel(("avgjord_genom",), text, "ta bort avgjord_genom, eller rätta rösterna")
    elif o.lottad:
        yield Datafel(("lottad",), "ingen lottning avgjorde omröstningen", "ta bort lottad")


def _lika(o: Omröstning, sluten: bool, räkning: Rösträkning, ordförande: str | None) -> Iterator[Datafel]:
    """Lika röstetal: ordförandens utslagsröst, i val och anställning lottning (KL 5:56)."""
    väg = ("avgjord_genom",)
    if o.avgjord_genom is None:
        råd = "lottning, och lottad med förslaget som lotten föll på" if sluten else "utslagsröst"
        text = f"rösterna är lika, {räkning.ja} mot {räkning.nej}, men det står inte hur det avgjordes (KL 5:56)"
        yield Datafel(väg, text, f"skriv avgjord_genom: {råd}")
    elif o.avgjord_genom == "lottning":
        yield from _lottning(o, sluten)
    elif sluten:
        råd = "skriv lottning, och lottad med förslaget som lotten föll på"
        yield Datafel(väg, "i val och anställning avgör lotten, inte ordföranden (KL 5:56)", råd)
    elif o.form == "öppen":
        yield from _utslagsröst(o, ordförande)


def _lottning(o: Omröstning, sluten: bool) -> Iterator[Datafel]:
    if o.form == "öppen" and not sluten:
        text = "lottning avgör bara val och anställning; här har ordföranden utslagsröst (KL 5:56)"
        yield Datafel(
            ("avgjord_genom",), text, "skriv utslagsröst; lotten avgör bara själva valet, i en § med slag: val"
        )
    elif o.lottad is None:
        yield Datafel(("lottad",), "det står inte vad lotten föll på", "skriv lottad med förslaget")
    elif o.lottad not in (o.ja_betyder, o.nej_betyder):
        råd = f"skriv {o.ja_betyder} eller {o.nej_betyder}"
        yield Datafel(("lottad",), f"lotten kan inte falla på {o.lottad}, som omröstningen inte gällde", råd)


def _utslagsröst(o: Omröstning, ordförande: str | None) -> Iterator[Datafel]:
    röster = o.röster
    if ordförande is None:
        råd = "skriv roll: ordförande i närvaron, eller händelsen leder"
        yield Datafel(("avgjord_genom",), "det går inte att se vem som ledde § och hade utslagsröst", råd)
    elif röster and ordförande not in (*röster.ja, *röster.nej):
        text = f"{ordförande} har utslagsröst men har inte röstat; ordföranden måste rösta när det behövs (KL 4:25)"
        yield Datafel(("avgjord_genom",), text, "skriv ordföranden under ja eller nej")
    if o.lottad:
        yield Datafel(("lottad",), "ordförandens röst avgjorde, inte lotten", "ta bort lottad")
