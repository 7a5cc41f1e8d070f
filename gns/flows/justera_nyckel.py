"""Underskriften på ett sigill: med nyckeln som ges, eller den som användaren har ställt in i git."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from gns.grund.fel import Användningsfel

if TYPE_CHECKING:
    from gns.flows.justera import Begäran
    from gns.modell.sigill import Nyckel, Sigill


@dataclass(frozen=True, slots=True)
class Underskrift:
    """En underskrift: filen under data/, dess byte, vem som gjorde den, och samma nyckel för taggen."""

    fil: str
    rå: bytes
    vem: str
    på_tagg: Callable[[bytes], bytes]


class _Obehörig(Användningsfel):
    """Nyckeln är inte någons som undertecknar."""


def underskriften(b: "Begäran", rot: Path, s: "Sigill", rå: bytes) -> tuple[Underskrift | None, str]:
    """Underskriften; utan --nyckel None och skälet, när en nyckel är inställd i git men inte får underteckna.

    Användningsfel när nyckeln inte går att använda.
    """
    from gns.history.signatur import inställd_nyckel

    if b.nyckel:
        return underteckna_med(b.nyckel, s, rå), ""
    inställd = inställd_nyckel(rot) if s.signatärer and not b.utan_nyckel else None
    if inställd is None:
        return None, ""
    try:
        return underteckna_med(inställd, s, rå), ""
    except _Obehörig as fel:
        return None, fel.text


def underteckna_med(nyckel: Path | str, s: "Sigill", rå: bytes) -> Underskrift:
    """Underskriften med nyckeln. Användningsfel när den inte gällde för någon som skulle underteckna."""
    from gns.grund.tecken import ascii_form
    from gns.history.signatur import nyckeln_i, signera

    signatur = signera(nyckel, rå)
    vem = _ägare(nyckeln_i(signatur), s.signatärer, s)
    fil = f"sigill/{s.nr:04}-{'-'.join(ascii_form(vem).split())}.sig"
    return Underskrift(fil, signatur, vem, lambda text: signera(nyckel, text, "git"))


def _ägare(nyckel: str, signatärer: "tuple[Nyckel, ...]", s: "Sigill") -> str:
    from gns.kontroller.sparvittnen import gällde

    råd = "lägg den i data/sigill/signatarer.yaml och spara den i git, eller försegla med --utan-nyckel"
    egna = [n for n in signatärer if n.nyckel == nyckel]
    if not egna:
        raise _Obehörig("nyckeln står inte i signatärslistan som sigillet bär", råd)
    gällande = [n for n in egna if gällde(n, s.förseglad)]
    if not gällande:
        raise _Obehörig(
            f"nyckeln för {egna[0].namn} gällde inte {s.förseglad}", "använd en nyckel som gäller den dagen"
        )
    if valda := [n.namn for n in gällande if n.namn in s.undertecknas_av]:
        return valda[0]
    vilka = " och ".join(s.undertecknas_av) or "ingen"
    raise _Obehörig(f"{gällande[0].namn} undertecknar inte {s.namn}", f"de som gör det är {vilka}")
