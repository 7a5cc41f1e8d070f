"""Fullmäktige hos varje part har rätt att begära upplysningar av nämnden, och ledamöterna att fråga ordföranden.

Lagen säger ingen tid för svaret. Därför räknas 30 dagar: en fråga som är äldre än så och inte har besvarats sägs.
Frågorna står under ``upplysningar`` i data/namnd.yaml; utan frågor sägs inget. Regeln är frivillig: den prövas när dess
id står i reglementets ``valda_regler``. Ett svar kan inte vara äldre än sin fråga. Frågor före 2020 går inte att pröva,
för lagens äldre lydelse är inte inlagd.

Rätt:
    upplysningar:
      - part: are
        fråga: Hur många använder tjänsten?
        datum: 2024-03-01
        besvarad: 2024-03-20

Fel:
    upplysningar:
      - part: are
        fråga: Hur många använder tjänsten?
        datum: 2024-03-01             # inget svar efter 30 dagar
"""

import datetime as dt
from collections.abc import Iterator

from gns.kontroller.regel import Lagrum, Regel, Utfall, bruten, oprövbar, uppfylld
from gns.kontroller.underlag import Underlag
from gns.modell.namnd import Upplysning

SVARSTID = 30
_FRÅN = dt.date(2020, 1, 1)
_NÄMND = ("namnd", "namnd")


def _pröva(u: Underlag) -> Iterator[Utfall]:
    for i, fråga in enumerate(u.bok.nämnd.upplysningar):
        utfall = _en(fråga, i, u.bok.part(fråga.part) or fråga.part, u.idag)
        if utfall:
            yield utfall


def _en(fråga: Upplysning, i: int, part: str, idag: dt.date) -> Utfall | None:
    """Utfallet, eller None när nämnden ännu har tid på sig."""
    fält = ("upplysningar", i)
    if fråga.besvarad and fråga.besvarad < fråga.datum:
        text = f"frågan från {part} kom {fråga.datum} men besvarades redan {fråga.besvarad}"
        return bruten(*_NÄMND, (*fält, "besvarad"), text, "rätta den av dagarna som är fel")
    if fråga.datum < _FRÅN:
        return oprövbar(*_NÄMND, fält, "lagens lydelse före 2020-01-01 är inte inlagd")
    if fråga.besvarad:
        return uppfylld(*_NÄMND, fält)
    dagar = (idag - fråga.datum).days
    if dagar <= SVARSTID:
        return None
    text = f"frågan från {part} den {fråga.datum} är inte besvarad efter {dagar} dagar"
    return bruten(*_NÄMND, fält, text, "svara fullmäktige, och skriv dagen i besvarad")


REGEL = Regel(
    id="KL-9-27-upplysningar",
    nummer=(66,),
    fråga="Har nämnden svarat på de frågor som parternas fullmäktige har ställt?",
    nivå="upplysning",
    pröva=_pröva,
    stöd=(Lagrum("KL 9:27", "2019:835", _FRÅN), Lagrum("KL 9:29", "2019:835", _FRÅN)),
    valfri=True,
)
