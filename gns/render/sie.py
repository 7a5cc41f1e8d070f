"""Verifikationer i SIE 4I: en per faktura, i balans, i formatets egen teckentabell (PC8, IBM 437)."""

import unicodedata
from collections.abc import Iterator, Sequence
from fractions import Fraction

from gns import __version__
from gns.dokument.fakturaunderlag import FakturaradVy, FakturaunderlagVy, FakturaVy
from gns.grund.tal import avrunda

# SIE:s egna dimensioner är 1 (resultatenhet) och 6 (projekt); de från 20 är fria.
_DIMENSIONER = {
    "ansvar": (1, "Ansvar"),
    "projekt": (6, "Projekt"),
    "verksamhet": (20, "Verksamhet"),
    "motpart": (21, "Motpart"),
}
_SAKNAS = {
    "§": "par.",
    "–": "-",
    "—": "-",
    "”": "'",
    "“": "'",
    "’": "'",
    "…": "...",
    "€": "EUR",
    "\u00a0": " ",
    "\u202f": " ",
}


def skriv_sie(vy: FakturaunderlagVy) -> bytes:
    """Filen; dagarna kommer ur fakturorna och inte ur någon klocka.

    Värdorganisationens egen del är en intern bokning och är inte med.
    """
    fakturor = vy.externa()
    rader = [
        "#FLAGGA 0",
        f"#PROGRAM {_text('gns')} {_text(__version__)}",
        "#FORMAT PC8",
        f"#GEN {_dag(max((f.datum or '' for f in fakturor), default=f'{vy.år}-01-01'))}",
        "#SIETYP 4",
        f"#ORGNR {vy.säljare.orgnr}",
        f"#FNAMN {_text(vy.säljare.namn)}",
        f"#RAR 0 {vy.år}0101 {vy.år}1231",
        *_objekten([r for f in fakturor for r in f.rader]),
        *(rad for f in fakturor for rad in _verifikation(f)),
    ]
    return "".join(f"{rad}\r\n" for rad in rader).encode("cp437")


def _objekten(rader: Sequence[FakturaradVy]) -> Iterator[str]:
    for namn, (nr, rubrik) in _DIMENSIONER.items():
        koder = dict.fromkeys(kod for r in rader if (kod := r.kontering[namn]))
        if koder:
            yield f"#DIM {nr} {_text(rubrik)}"
            yield from (f"#OBJEKT {nr} {_text(kod)} {_text(kod)}" for kod in koder)


def _verifikation(f: FakturaVy) -> Iterator[str]:
    slag = "Kreditfaktura" if f.belopp_öre < 0 else "Faktura"
    yield f"#VER {_text('')} {_text('')} {_dag(f.datum or '')} {_text(f'{slag} {f.nr} {f.part.namn}')}"
    yield "{"
    for konto, mot, öre, text in _poster(f):
        yield f"#TRANS {_text(konto)} {{{mot}}} {_belopp(öre)} {_text('')} {_text(text)}"
    yield "}"


def _poster(f: FakturaVy) -> Iterator[tuple[str, str, int, str]]:
    """(konto, objekt, öre, text): fordran, intäkten och momsen; tillsammans noll."""
    for r in f.rader:
        yield r.kontering["motkonto"] or "", "", r.belopp_öre, r.vad
        yield r.kontering["konto"] or "", _objekt(r), -r.belopp_öre, r.vad
    yield from _momsen(f)


def _momsen(f: FakturaVy) -> Iterator[tuple[str, str, int, str]]:
    """Momsen på sina konton; har en momssats flera konton delas dess moms efter beloppen, så att summan är fakturans."""
    for g in f.moms or ():
        if not g.moms_öre:
            continue
        per_konto: dict[tuple[str, str], int] = {}
        for r in f.rader:
            if r.kontering["moms"] == g.slag:
                konton = (r.kontering["motkonto"] or "", r.kontering["momskonto"] or "")
                per_konto[konton] = per_konto.get(konton, 0) + r.belopp_öre
        öre = {konton: avrunda(Fraction(belopp * (g.procent or 0), 100)) for konton, belopp in per_konto.items()}
        sista = list(öre)[-1]
        öre[sista] += g.moms_öre - sum(öre.values())
        for (mot, konto), belopp in öre.items():
            yield mot, "", belopp, f"Moms {g.slag}"
            yield konto, "", -belopp, f"Moms {g.slag}"


def _objekt(r: FakturaradVy) -> str:
    return " ".join(f"{nr} {_text(kod)}" for namn, (nr, _) in _DIMENSIONER.items() if (kod := r.kontering[namn]))


def _text(text: str) -> str:
    """Texten inom citattecken, med de tecken som teckentabellen har; övriga skrivs om eller blir ett frågetecken."""
    enkel = "".join(_tecken(t) for t in text)
    return '"{}"'.format(enkel.replace("\\", "/").replace('"', '\\"'))


def _tecken(t: str) -> str:
    bytt = _SAKNAS.get(t, t)
    if t == bytt and (ord(t) < 32 or not _finns(t)):
        grund = unicodedata.normalize("NFKD", t)[0]
        return grund if ord(grund) >= 32 and _finns(grund) else "?"
    return bytt


def _finns(t: str) -> bool:
    try:
        t.encode("cp437")
    except UnicodeEncodeError:
        return False
    return True


def _belopp(öre: int) -> str:
    return f"{'-' if öre < 0 else ''}{abs(öre) // 100}.{abs(öre) % 100:02}"


def _dag(dag: str) -> str:
    return dag.replace("-", "")
