"""Underskriften på ett sigill: med nyckeln som ges, eller den som användaren har ställt in i git."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from gns.grund.fel import Användningsfel

if TYPE_CHECKING:
    from gns.flows.justera import Begäran
    from gns.modell.sigill import Sigill


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
    from gns.history.signatur import nyckeln_i, signera
    from gns.modell.sigill import signaturfil

    signatur = signera(nyckel, rå)
    vem = _ägare(nyckeln_i(signatur), s)
    return Underskrift(signaturfil(s, vem), signatur, vem, lambda text: signera(nyckel, text, "git"))


def utan_nyckel(s: "Sigill") -> tuple[str, ...]:
    """De som ska underteckna men inte har någon nyckel som gäller i listan; tomt när det inte finns någon lista."""
    from gns.kontroller.sparvittnen import gällde

    har = {n.namn for n in s.signatärer if gällde(n, s.förseglad)}
    return tuple(namn for namn in s.undertecknas_av if s.signatärer and namn not in har)


def _ägare(nyckel: str, s: "Sigill") -> str:
    from gns.kontroller.sparvittnen import behöriga

    namn, skäl = behöriga(s, nyckel)
    if not namn:
        råd = "lägg nyckeln i data/sigill/signatarer.yaml innan mötet förseglas; ett sigill som är satt får inga fler"
        raise _Obehörig(skäl, råd)
    return namn[0]
