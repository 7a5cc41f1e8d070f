"""Det som fattas i posterna innan en faktura kan bli en e-faktura eller en verifikation."""

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from gns.dokument.fakturaunderlag import FakturaradVy, FakturaunderlagVy, FakturaVy, filnamn
from gns.fordelning.moms import KATEGORIER


class Brist(NamedTuple):
    """Vad som fattas och vad man gör; ``i_nämnden`` när det ska stå i nämndens post och inte i budgetårets."""

    text: str
    råd: str
    i_nämnden: bool = False


def brister(vy: FakturaunderlagVy, filformat: str) -> tuple[Brist, ...]:
    """Allt som fattas för ``ubl`` eller ``sie``, en gång var."""
    fakturor = vy.externa()
    alla = [*_underlaget(vy), *_gemensamma(vy, fakturor), *(_ubl if filformat == "ubl" else _sie)(fakturor)]
    return tuple(dict.fromkeys(alla))


def _underlaget(vy: FakturaunderlagVy) -> Iterator[Brist]:
    for t in vy.tillfällen:
        if t.exempeldata:
            text = f"underlaget för {t.tillfälle} vilar på exempeldata"
            yield Brist(text, "skriv nyckelns riktiga värden med källa, eller välj ett annat tillfälle med --avser")
        for u in t.utelämnat:
            if u.hindrar:
                yield Brist(f"{u.vad} går inte att räkna ut för {t.tillfälle}: {u.orsak}", "lägg in det som fattas")


def _gemensamma(vy: FakturaunderlagVy, fakturor: Sequence[FakturaVy]) -> Iterator[Brist]:
    for t in vy.tillfällen:
        utan = [f.part.namn for f in t.fakturor if f.part != vy.säljare and (f.nr is None or f.datum is None)]
        if utan:
            text = f"fakturan för {t.tillfälle} fattas för {', '.join(utan)}"
            yield Brist(text, "skriv fakturor med nr, part, avser och datum")
    for f in fakturor:
        if f.angivet_öre is not None and f.angivet_öre != f.belopp_öre:
            yield Brist(
                f"faktura {f.nr} har ett annat belopp i posten än underlaget", "gns kontrollera visar skillnaden"
            )
    for avser in dict.fromkeys(r.avser for r in _rader(fakturor) if r.kontering["moms"] is None):
        yield Brist(f"konteringen för {avser} säger inte hur momsen behandlas", "fråga ekonomen, och skriv moms")


def _ubl(fakturor: Sequence[FakturaVy]) -> Iterator[Brist]:
    utan = dict.fromkeys(f.part.namn for f in fakturor if f.part.köparreferens is None)
    if utan:
        råd = "skriv köparreferens vid parten i data/namnd.yaml"
        yield Brist(f"köparreferens fattas för {', '.join(utan)}", råd, i_nämnden=True)
    for f in fakturor:
        if f.nr and f.belopp_öre > 0 and f.förfaller is None:
            yield Brist(f"faktura {f.nr} till {f.part.namn} har ingen förfallodag", "skriv förfaller")
        if f.moms and len(f.moms) > 1 and any(g.kategori == "O" for g in f.moms):
            yield Brist(f"faktura {f.nr} blandar det som är utanför momsen med annat", "ge raderna samma moms")
    for namn, antal in Counter(filnamn(f.nr).casefold() for f in fakturor if f.nr).items():
        if antal > 1:
            numren = ", ".join(f.nr for f in fakturor if f.nr and filnamn(f.nr).casefold() == namn)
            yield Brist(
                f"fakturorna {numren} skulle få samma filnamn", "ge dem nummer som skiljer sig i bokstäver och siffror"
            )


def _sie(fakturor: Sequence[FakturaVy]) -> Iterator[Brist]:
    for r in _rader(fakturor):
        k = r.kontering
        if k["konto"] is None:
            yield Brist(f"konteringen för {r.avser} fattas", "skriv kontering med avser, konto, motkonto och moms")
            continue
        krävs = ["konto", "motkonto", *(["momskonto"] if KATEGORIER[k["moms"] or "0 %"][1] else [])]
        for namn in krävs:
            nummer = k[namn]
            if nummer is None:
                yield Brist(f"konteringen för {r.avser} har inget {namn}", f"skriv {namn}")
            elif not (nummer.isascii() and nummer.isdigit()):
                yield Brist(f"{namn} {nummer} för {r.avser} är inte bara siffror", "skriv kontots nummer")


def _rader(fakturor: Sequence[FakturaVy]) -> list[FakturaradVy]:
    return [r for f in fakturor for r in f.rader]
