"""Det som fattas i posterna innan en faktura kan bli en e-faktura eller en verifikation."""

from collections.abc import Iterator

from gns.dokument.fakturaunderlag import FakturaunderlagVy, FakturaVy, TillfälleVy


def brister(vy: FakturaunderlagVy, filformat: str) -> tuple[str, ...]:
    """En sats för varje sak som fattas, utan upprepning; ``filformat`` är ubl eller sie."""
    egna = _ubl if filformat == "ubl" else _sie
    gäller = ((t, f) for t in vy.tillfällen for f in t.fakturor if filformat == "sie" or f.part != vy.säljare)
    return tuple(dict.fromkeys(b for t, f in gäller for b in (*_gemensamma(t, f), *egna(f))))


def _gemensamma(t: TillfälleVy, f: FakturaVy) -> Iterator[str]:
    if f.nr is None or f.datum is None:
        yield f"{f.part.namn} har ingen faktura för {t.tillfälle} i posten (fakturor: nr, part, avser, datum)"
    if f.angivet_öre is not None and f.angivet_öre != f.belopp_öre:
        yield f"faktura {f.nr} har ett annat belopp i posten än underlaget"
    for r in f.rader:
        if r.kontering["moms"] is None:
            yield f"konteringen för {r.avser} säger inte hur momsen behandlas (fråga ekonomen)"


def _ubl(f: FakturaVy) -> Iterator[str]:
    if f.part.köparreferens is None:
        yield f"{f.part.namn} har ingen köparreferens i data/namnd.yaml"
    if f.belopp_öre > 0 and f.förfaller is None:
        yield f"faktura {f.nr or 'utan nummer'} till {f.part.namn} har ingen förfallodag"
    if f.moms and len(f.moms) > 1 and any(g.kategori == "O" for g in f.moms):
        yield f"faktura {f.nr} blandar det som är utanför momsen med annat; dela upp den"


def _sie(f: FakturaVy) -> Iterator[str]:
    for r in f.rader:
        if r.kontering["konto"] is None:
            yield f"{r.avser} har ingen kontering i posten"
        elif r.kontering["motkonto"] is None:
            yield f"konteringen för {r.avser} har inget motkonto"
        if r.kontering["momskonto"] is None and (r.kontering["moms"] or "0 %")[:-2] in ("6", "12", "25"):
            yield f"konteringen för {r.avser} har inget momskonto"
