"""Verifikationer i SIE 4I: en per faktura, i balans, i formatets egen teckentabell (PC8, IBM 437)."""

import unicodedata
from collections.abc import Iterator, Sequence

from gns import __version__
from gns.dokument.fakturaunderlag import FakturaradVy, FakturaunderlagVy, FakturaVy
from gns.fordelning.moms import KATEGORIER, momsgrupper

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
    """Filen; dagarna kommer ur fakturorna och inte ur någon klocka."""
    fakturor = [f for t in vy.tillfällen for f in t.fakturor]
    rader = [
        "#FLAGGA 0",
        f"#PROGRAM {_text('gns')} {_text(__version__)}",
        "#FORMAT PC8",
        f"#GEN {_dag(max((f.datum or '' for f in fakturor), default=f'{vy.år}-01-01'))}",
        "#SIETYP 4",
        f"#ORGNR {vy.säljare.orgnr}",
        f"#FNAMN {_text(vy.säljare.namn)}",
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
    yield f"#VER {_text('')} {_text('')} {_dag(f.datum or '')} {_text(f'Faktura {f.nr} {f.part.namn}')}"
    yield "{"
    for konto, mot, öre, text in _poster(f):
        yield f"#TRANS {_text(konto)} {{{mot}}} {_belopp(öre)} {_text('')} {_text(text)}"
    yield "}"


def _poster(f: FakturaVy) -> Iterator[tuple[str, str, int, str]]:
    """(konto, objekt, öre, text): fordran, intäkten och momsen; tillsammans noll."""
    for r in f.rader:
        yield r.kontering["motkonto"] or "", "", r.belopp_öre, r.vad
        yield r.kontering["konto"] or "", _objekt(r), -r.belopp_öre, r.vad
    for slag in dict.fromkeys(r.kontering["moms"] or "" for r in f.rader):
        samma = [r for r in f.rader if r.kontering["moms"] == slag]
        (grupp,) = momsgrupper([(sum(r.belopp_öre for r in samma), slag, None)])
        if KATEGORIER[slag][1] and grupp.moms_öre:
            yield samma[0].kontering["motkonto"] or "", "", grupp.moms_öre, f"Moms {slag}"
            yield samma[0].kontering["momskonto"] or "", "", -grupp.moms_öre, f"Moms {slag}"


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
