"""Samma person heter likadant överallt: ledamöter och ersättare som i nämndens platser, andra som i de andra mötena.

Den som inte har någon plats i nämnden den dagen är kanske felstavad. Två namn i olika möten med samma förnamn, där resten
skiljer sig i högst en bokstav, sägs när de har samma roll eller samma parti och part, och aldrig har varit med
samtidigt. Är det två personer svarar man det på fyndet.

Rätt:
    - namn: Jessica Hådell        # i båda mötena
      som: övrig
      roll: sekreterare

Fel:
    - namn: Jessica Hådel         # Hådell i mötet före
      som: övrig
      roll: sekreterare
"""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass, field

from gns.grund.datafel import Fältväg
from gns.grund.namn import nästan_lika
from gns.kontroller.regel import Regel, Utfall, bruten, oprövbar, redan_sagt, uppfylld
from gns.kontroller.stallen import möten_med_fynd
from gns.kontroller.underlag import Underlag
from gns.modell.narvaro import Närvarande

ID = "PRAXIS-namn"
_RÅD = "är det samma person, skriv namnet lika överallt; är det två, svara det på fyndet"


@dataclass
class _Person:
    """Ett namn i mötena: var det först står, vilka dagar, och i vilka egenskaper."""

    första: tuple[str, Fältväg]
    dagar: set[dt.date] = field(default_factory=set)
    egenskaper: set[tuple[str, ...]] = field(default_factory=set)


def _pröva(u: Underlag) -> Iterator[Utfall]:
    sagt = list(redan_sagt(u, ID))
    yield from sagt
    lika = list(_nästan_lika(u, {(f.id, f.fält) for f in sagt}))
    yield from lika
    brutna = möten_med_fynd((*sagt, *lika))
    valda = False
    for id, möte in u.möten():
        valda = valda or any(n.som != "övrig" for n in möte.närvaro)
        if möte.närvaro and id not in brutna:
            yield uppfylld("mote", id, ("närvaro",))
    if valda and not u.bok.nämnd.platser:
        text = "nämnden har inga platser inlagda, så det går inte att säga vilka som är valda"
        yield oprövbar("namnd", "namnd", (), text, "skriv platser i data/namnd.yaml")


def _nästan_lika(u: Underlag, sagda: set[tuple[str, Fältväg]]) -> Iterator[Utfall]:
    """Ett fynd för varje namn som är mindre vanligt eller senare än ett annat, där det först står, om det inte har ett."""
    valda = {p.person for p in u.bok.nämnd.platser}
    personer = _personer(u)
    for par in nästan_lika(personer):
        a, b = sorted(par, key=lambda n: (n in valda, len(personer[n].dagar), -min(personer[n].dagar).toordinal()))
        ett, annat = personer[a], personer[b]
        skilda = {a, b} <= valda or ett.dagar & annat.dagar or not ett.egenskaper & annat.egenskaper
        if not skilda and ett.första not in sagda:
            sagda.add(ett.första)
            id, väg = ett.första
            yield bruten("mote", id, väg, f"{a} är nästan samma namn som {b} i mötet {max(annat.dagar)}", _RÅD)


def _personer(u: Underlag) -> dict[str, _Person]:
    ut: dict[str, _Person] = {}
    for id, möte in u.möten():
        for i, n in enumerate(möte.närvaro):
            person = ut.setdefault(n.namn, _Person((id, ("närvaro", i, "namn"))))
            person.dagar.add(möte.datum)
            person.egenskaper |= _egenskap(n)
    for _, möte in u.möten():
        for namn in {f.namn for f in möte.förfall} & ut.keys():
            ut[namn].dagar.add(möte.datum)
    return ut


def _egenskap(n: Närvarande) -> set[tuple[str, ...]]:
    """Det som två personer med nästan samma namn sällan har gemensamt."""
    if n.som == "övrig":
        return {(n.roll.casefold(),)} if n.roll else set()
    return {(n.parti or "", n.part or "")} if n.parti or n.part else set()


REGEL = Regel(
    id=ID,
    nummer=(14,),
    fråga="Är varje persons namn skrivet likadant i nämndens platser och i alla möten?",
    nivå="varning",
    pröva=_pröva,
    praxis="ett register över namn",
)
