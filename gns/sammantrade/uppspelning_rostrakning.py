"""Rösträkningen: vem som vann en omröstning och hur lika röstetal avgjordes (KL 5:55–56)."""

from typing import NamedTuple

from gns.modell.omrostning import Antal, Omröstning


class Rösträkning(NamedTuple):
    """Antalen och det förslag som vann; ``vinnare`` är None när lika röstetal inte är avgjort."""

    ja: int
    nej: int
    avstår: int
    blanka: int
    ogiltiga: int
    lika: bool
    vinnare: str | None


def räkna(o: Omröstning, ordförande: str | None) -> Rösträkning:
    """Räknar en öppen omröstning ur namnen och en sluten ur antalen; bara ja och nej avgör (KL 5:55).

    ``ordförande`` är den som ledde när rösterna avgavs. Den som står två gånger på samma sida räknas en gång.
    """
    a = _antal(o)
    lika = a.ja == a.nej
    vinnare = _avgjort(o, ordförande) if lika else o.ja_betyder if a.ja > a.nej else o.nej_betyder
    return Rösträkning(a.ja, a.nej, a.avstår, a.blanka, a.ogiltiga, lika, vinnare)


def _antal(o: Omröstning) -> Antal:
    if o.form == "öppen" and o.röster:
        r = o.röster
        return Antal.model_construct(ja=len(set(r.ja)), nej=len(set(r.nej)), avstår=len(set(r.avstår)))
    if o.form == "sluten" and o.antal:
        return o.antal
    return Antal.model_construct(ja=0, nej=0)


def _avgjort(o: Omröstning, ordförande: str | None) -> str | None:
    """Lika röstetal: ordförandens egen röst, eller lotten (KL 5:56)."""
    if o.avgjord_genom == "lottning":
        return o.lottad if o.lottad in (o.ja_betyder, o.nej_betyder) else None
    if o.avgjord_genom == "utslagsröst" and o.röster and ordförande:
        sidor = {o.ja_betyder: o.röster.ja, o.nej_betyder: o.röster.nej}
        valda = [förslag for förslag, namn in sidor.items() if ordförande in namn]
        return valda[0] if len(valda) == 1 else None
    return None
