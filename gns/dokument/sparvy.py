"""Det som en handling säger om sitt sigill: en sådan som trycks före sigillet kan inte bära dess kod (design § 8)."""

from typing import NamedTuple

from gns.grund.kontrollkod import gruppera_hash, kontrollkod
from gns.modell.sigill import Sigill, summa


class SpårVy(NamedTuple):
    """Koderna som trycks. Arkivexemplaret har ingen egen ``kontrollkod``, men den förra och postens SHA-256 i grupper."""

    sigill: int
    kontrollkod: str | None
    föregående: str | None
    postens_summa: str
    justerad: str


def arkivexemplarets(nr: int, föregående: bytes | None, post: bytes, justerad: str) -> SpårVy:
    """För det exemplar som ska förseglas: ``post`` är byten som sigillet låser, ``föregående`` det förra sigillets."""
    return SpårVy(nr, None, kontrollkod(föregående) if föregående else None, gruppera_hash(summa(post)), justerad)


def efterhandens(s: Sigill, rå: bytes, fil: str) -> SpårVy:
    """För det som görs efter att sigillet sattes; ``fil`` är postens sökväg i sigillet."""
    return SpårVy(s.nr, kontrollkod(rå), None, gruppera_hash(s.filer[fil]), s.justerad)
