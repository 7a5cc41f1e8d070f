"""Fakturaunderlaget: vad varje part ska betala eller få, så som ekonomen för in det i redovisningen."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from gns.fordelning.faktura import Fakturarad, Fakturaunderlag, Fakturering, fakturering, kontering, momsen
from gns.fordelning.moms import Momsgrupp
from gns.modell.bok import Bok
from gns.modell.budgetar import Budgetår
from gns.modell.former import TILLFÄLLEN
from gns.modell.namnd import Part

KONTERING = ("konto", "motkonto", "ansvar", "verksamhet", "projekt", "motpart", "moms", "momskonto")


class FakturaradVy(NamedTuple):
    """En rad: vad den avser, beslutet, beloppet utan moms och konteringen som posten har den."""

    avser: str
    vad: str
    beslut: str | None
    belopp_öre: int
    kontering: dict[str, str | None]
    momsskäl: str | None


class PartVy(NamedTuple):
    """En part på en faktura."""

    part: str
    namn: str
    orgnr: str
    köparreferens: str | None


class FakturaVy(NamedTuple):
    """En faktura; nummer och dagar är None tills posten har dem. ``angivet_öre`` är det som posten säger att den var på.

    ``moms`` och ``att_betala_öre`` är None när någon rads moms inte är känd.
    """

    part: PartVy
    nr: str | None
    datum: str | None
    förfaller: str | None
    belopp_öre: int
    angivet_öre: int | None
    rader: tuple[FakturaradVy, ...]
    moms: tuple[Momsgrupp, ...] | None
    att_betala_öre: int | None


class UtelämnadVy(NamedTuple):
    """Något som inte faktureras här, och varför; ``hindrar`` när det inte går att räkna ut."""

    vad: str
    orsak: str
    hindrar: bool


class TillfälleVy(NamedTuple):
    """Ett tillfälles fakturor med sin summa; ``kolumner`` är det av fakturan, beslutet och konteringen som visas."""

    tillfälle: str
    exempeldata: bool
    kolumner: tuple[str, ...]
    fakturor: tuple[FakturaVy, ...]
    summa_öre: int
    utelämnat: tuple[UtelämnadVy, ...]


class FakturaunderlagVy(NamedTuple):
    """Årets fakturor, tillfälle för tillfälle."""

    organ: str
    år: int
    exempeldata: bool
    säljare: PartVy
    tillfällen: tuple[TillfälleVy, ...]

    def externa(self) -> list[FakturaVy]:
        """Fakturorna till andra än värdorganisationen, vars egen del bokförs internt."""
        return [f for t in self.tillfällen for f in t.fakturor if f.part != self.säljare]


def filnamn(nr: str) -> str:
    """Fakturans nummer som en fil kan heta på alla system."""
    return "".join(t if t.isascii() and (t.isalnum() or t in "-_") else "_" for t in nr)[:60]


def bygg_fakturaunderlag(bok: Bok, år: int, tillfälle: str | None = None) -> FakturaunderlagVy:
    """Årets fakturaunderlag, eller bara ett tillfälles; KeyError om året inte finns."""
    b = bok.budgetår[år]
    valda = tuple(_tillfälle(bok, b, fakturering(bok, b, t)) for t in TILLFÄLLEN if tillfälle in (None, t))
    värd = next(p for p in bok.nämnd.parter if p.id == bok.nämnd.värdorganisation)
    return FakturaunderlagVy(
        organ=bok.nämnd.namn,
        år=år,
        exempeldata=any(t.exempeldata for t in valda),
        säljare=_part(värd),
        tillfällen=valda,
    )


def _tillfälle(bok: Bok, b: Budgetår, f: Fakturering) -> TillfälleVy:
    parter = {p.id: p for p in bok.nämnd.parter}
    fakturor = tuple(_faktura(b, parter[u.part], u) for u in f.underlag)
    utelämnat = tuple(UtelämnadVy(*u) for u in f.utelämnat)
    summa = sum(v.belopp_öre for v in fakturor)
    return TillfälleVy(f.tillfälle, f.exempeldata, tuple(_kolumner(fakturor)), fakturor, summa, utelämnat)


def _kolumner(fakturor: Sequence[FakturaVy]) -> Iterator[str]:
    """Beslutet alltid, det andra när någon faktura har det."""
    if any(f.nr for f in fakturor):
        yield from ("faktura", "fakturadatum")
    if any(f.förfaller for f in fakturor):
        yield "förfaller"
    yield "beslut"
    yield from (k for k in KONTERING if any(r.kontering[k] for f in fakturor for r in f.rader))


def _faktura(b: Budgetår, part: Part, u: Fakturaunderlag) -> FakturaVy:
    f = u.faktura
    moms = momsen(b, u.rader)
    förfaller = f.förfaller if f and f.förfaller else u.förfaller
    return FakturaVy(
        part=_part(part),
        nr=f.nr if f else None,
        datum=str(f.datum) if f else None,
        förfaller=str(förfaller) if förfaller else None,
        belopp_öre=u.belopp_öre,
        angivet_öre=f.belopp.öre if f and f.belopp else None,
        rader=tuple(_rader(b, part, u.rader)),
        moms=moms,
        att_betala_öre=None if moms is None else u.belopp_öre + sum(g.moms_öre for g in moms),
    )


def _part(p: Part) -> PartVy:
    return PartVy(p.id, p.namn, p.orgnr, p.köparreferens)


def _rader(b: Budgetår, part: Part, rader: Sequence[Fakturarad]) -> Iterator[FakturaradVy]:
    for r in rader:
        k = kontering(b, r.avser)
        delar = {namn: getattr(k, namn, None) if k else None for namn in KONTERING} | {"motpart": part.motpart}
        yield FakturaradVy(r.avser, r.vad, r.beslut, r.belopp_öre, delar, k.momsskäl if k else None)
