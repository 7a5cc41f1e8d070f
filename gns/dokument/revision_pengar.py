"""Revisionsunderlagets pengar: det bokförda med sitt beslut, parternas betalningar, och rörelserna i sparade medel."""

from collections.abc import Iterator
from typing import NamedTuple

from gns.dokument.lank import Länk, Var
from gns.dokument.verkstallt import Uppföljare
from gns.fordelning.betalkedja import Kedja, Led, bidragen
from gns.fordelning.bokfort import bokfört, rör
from gns.fordelning.rorelser import Plats, Rörelse
from gns.fordelning.saldo import alla_steg
from gns.grund.datafel import Fältväg
from gns.modell.bok import Bok
from gns.modell.budgetar import Budgetår


class BokförtVy(NamedTuple):
    """Ett belopp i budgetåret och beslutet, eller handlingen utanför arkivet, som det vilar på.

    ``vad`` är fältet, ``om`` det inom fältet som beloppet gäller; ``belopp_öre`` är None när beloppet inte är känt.
    """

    vad: str
    om: str
    belopp_öre: int | None
    beslut: str | None
    utanför: str | None
    post: Länk
    beslutets: Länk | None


class LedVy(NamedTuple):
    """En parts pengar; ``kvar_öre`` är det fakturerade, annars det beslutade, minus det betalda.

    ``intern`` är värdorganisationens egen del, som bokförs utan faktura och inte är med i summans kvar.
    """

    namn: str
    intern: bool
    beslutat_öre: int | None
    fakturerat_öre: int | None
    betalt_öre: int | None
    kvar_öre: int | None
    post: Länk | None


class KedjaVy(NamedTuple):
    """Parternas led och deras summa; ``beslut`` är satt för en återbetalning."""

    beslut: str | None
    avser: str

    exempeldata: bool
    led: tuple[LedVy, ...]
    summa: LedVy


class MedelsrörelseVy(NamedTuple):
    """En rörelse i sparade medel under året; ``ändring_öre`` är None för det som bara sägs."""

    datum: str
    slag: str
    vad: str
    ändring_öre: int | None
    saldo_öre: int
    oförklarat_öre: int
    beslut: str | None
    källa: str | None
    post: Länk


class PengarVy(NamedTuple):
    """Pengarna från beslut till betalning."""

    bokfört: tuple[BokförtVy, ...]
    bidrag: KedjaVy
    återbetalt: tuple[KedjaVy, ...]
    rörelser: tuple[MedelsrörelseVy, ...]


def bygg_pengar(u: Uppföljare, b: Budgetår, var: Var) -> PengarVy:
    """Årets pengar som de stod när dagen var slut; återbetalningarna är de som beslutades under året."""
    return PengarVy(
        bokfört=tuple(_bokfört(u, b, var)),
        bidrag=_kedja(u.bok, bidragen(u.bok, b, u.per), var, ("budget", str(b.år), _grunden(b))),
        återbetalt=tuple(
            _kedja(u.bok, kedja, var, r.plats, r) for r, kedja in u.återbetalningar.values() if r.dag.year == b.år
        ),
        rörelser=tuple(_rörelser(u, b.år, var)),
    )


def _bokfört(u: Uppföljare, b: Budgetår, var: Var) -> Iterator[BokförtVy]:
    for x in bokfört(u.bok, b):
        if x.beslut and x.beslut[:10] > str(u.per):
            continue
        om = b.reserveringar[int(x.fält[1])].ändamål if x.fält[0] == "reserveringar" else (x.om or ("",))[-1]
        if x.fält[0] == "initiativ":
            om = b.initiativ[int(x.fält[1])].namn
        bär = (r for v in u.bok.verkningar(x.beslut) if (r := rör(v, x, b.år))) if x.beslut else iter(())
        belopp = x.belopp or next((v.belopp for v in bär), None)
        funnen = u.bok.paragrafen(x.beslut) if x.beslut else None
        yield BokförtVy(
            vad=str(x.fält[0]),
            om=om,
            belopp_öre=belopp.öre if belopp else None,
            beslut=x.beslut,
            utanför=x.utanför,
            post=var("budget", str(b.år), x.fält),
            beslutets=var("mote", x.beslut[:10], ("paragrafer", funnen[0])) if funnen and x.beslut else None,
        )


def _kedja(bok: Bok, k: Kedja, var: Var, annars: Plats, r: Rörelse | None = None) -> KedjaVy:
    """Leden; ``annars`` är där beloppet står när varken betalning eller faktura är antecknad för parten."""
    led = tuple(_led(bok, led, var(*(led.plats or annars))) for led in k.led)
    externa = [v.kvar_öre for v in led if not v.intern]
    kvar = None if None in externa or not externa else sum(öre for öre in externa if öre is not None)
    summa = LedVy("", False, *k.summa[2:], kvar, None)
    return KedjaVy(r.beslut if r else None, r.vad if r else "", k.exempeldata, led, summa)


def _led(bok: Bok, led: Led, post: Länk) -> LedVy:
    intern = led.part == bok.nämnd.värdorganisation and not led.fakturerat and not led.betalt
    ska = led.beslutat if led.fakturerat is None else led.fakturerat
    kvar = None if intern or ska is None or led.betalt is None else ska - led.betalt
    return LedVy(bok.part(led.part) or led.part, intern, led.beslutat, led.fakturerat, led.betalt, kvar, post)


def _grunden(b: Budgetår) -> Fältväg:
    return ("basfinansiering",) if b.basfinansiering else ()


def _rörelser(u: Uppföljare, år: int, var: Var) -> Iterator[MedelsrörelseVy]:
    for s in alla_steg(u.bok):
        r = s.rörelse
        if r.dag.year == år and r.dag <= u.per:
            yield MedelsrörelseVy(
                datum=str(r.dag) if r.dag_känd else str(år),
                slag=r.slag,
                vad=r.vad,
                ändring_öre=s.ändring_öre if r.slag not in ("reservering", "upphör") else None,
                saldo_öre=s.saldo_öre,
                oförklarat_öre=s.oförklarat_öre,
                beslut=r.beslut,
                källa=r.källa,
                post=var(*r.plats),
            )
