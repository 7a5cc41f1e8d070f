"""Nämndens liv: den sammanträder inte innan den är bildad, dess parter deltar medan de är parter, och den avslutar.

Tre saker prövas: inget möte är före ``bildad``; en plats och en närvarande ledamot eller ersättare hör till en part som
var med den dagen; och en nämnd som har börjat avvecklas (``avvecklad``) ger inga nya uppdrag och fastställer inga nya
belopp i möten efter den dagen. Att betala tillbaka, redovisa och avsluta hör till avvecklingen.

Rätt:
    bildad: 2022-01-01
    parter:
      - id: are
        från: 2022-01-01
    platser:
      - person: Ada Ask
        part: are
        från: 2022-01-01

Fel:
    bildad: 2022-01-01
    parter:
      - id: are
        från: 2022-01-01
        till: 2023-12-31
    platser:
      - person: Ada Ask               # har sin plats kvar
        part: are
        från: 2022-01-01
"""

import datetime as dt
from collections.abc import Iterator, Mapping

from gns.kontroller.regel import Regel, Utfall, bruten, oprövbar, uppfylld
from gns.kontroller.underlag import Underlag
from gns.modell.innebar import Fastställer, GerUppdrag, Verkan
from gns.modell.mote import Möte
from gns.modell.namnd import Nämnd, Part, Plats
from gns.modell.paragraf import Paragraf

_NÄMND = ("namnd", "namnd")
_RÄTTA = "rätta dagarna för platsen eller parten i data/namnd.yaml"


def _pröva(u: Underlag) -> Iterator[Utfall]:
    nämnd = u.bok.nämnd
    if nämnd.bildad is None:
        yield oprövbar(*_NÄMND, ("bildad",), "det står inte när nämnden bildades", "skriv bildad i data/namnd.yaml")
    parter = {p.id: p for p in nämnd.parter}
    for i, plats in enumerate(nämnd.platser):
        if plats.part in parter:
            yield from _platsen(i, plats, parter[plats.part], u.idag)
    platser: dict[str, list[Plats]] = {}
    for plats in nämnd.platser:
        platser.setdefault(plats.namn, []).append(plats)
    for id, möte in u.möten():
        fynd = [*_mötet(id, möte, nämnd), *_närvaron(id, möte, parter, platser)]
        yield from fynd
        if not fynd and nämnd.bildad:
            yield uppfylld("mote", id)


def _platsen(i: int, plats: Plats, part: Part, idag: dt.date) -> Iterator[Utfall]:
    """En plats utanför partens tid; en okänd första dag säger inget."""
    fynd = False
    if plats.från and part.från and plats.från < part.från:
        text = f"{plats.namn} har plats för {part.namn} från {plats.från}, men parten är med först {part.från}"
        yield bruten(*_NÄMND, ("platser", i, "från"), text, _RÄTTA)
        fynd = True
    slutar = plats.till or idag
    if part.till and slutar > part.till:
        hur = f"till {plats.till}" if plats.till else "ännu"
        text = f"{plats.namn} har plats för {part.namn} {hur}, men parten var med bara till {part.till}"
        yield bruten(*_NÄMND, ("platser", i, "till"), text, _RÄTTA)
        fynd = True
    if not fynd and plats.från:
        yield uppfylld(*_NÄMND, ("platser", i))


def _närvaron(id: str, möte: Möte, parter: Mapping[str, Part], platser: Mapping[str, list[Plats]]) -> Iterator[Utfall]:
    """De som deltar för någon som inte är part den dagen."""
    for i, n in enumerate(möte.närvaro):
        platsens = next((p.part for p in platser.get(n.namn, ()) if p.gäller(möte.datum)), None)
        part = parter.get(n.part or platsens or "")
        if n.som != "övrig" and part and not part.gäller(möte.datum):
            text = f"{n.namn} deltar för {part.namn}, som inte är part i nämnden {möte.datum}"
            yield bruten("mote", id, ("närvaro", i, "part"), text, "rätta part här, eller partens från eller till")


def _mötet(id: str, möte: Möte, nämnd: Nämnd) -> Iterator[Utfall]:
    """Ett möte före nämnden, och nya åtaganden när den avvecklas."""
    if nämnd.bildad and möte.datum < nämnd.bildad:
        text = f"mötet {möte.datum} är före {nämnd.bildad}, då nämnden bildades"
        yield bruten("mote", id, (), text, "rätta mötets dag, eller bildad i data/namnd.yaml")
    if nämnd.avvecklad and möte.datum > nämnd.avvecklad:
        for i, p in enumerate(möte.paragrafer):
            yield from _åtaganden(id, i, p, nämnd.avvecklad)


def _åtaganden(id: str, i: int, p: Paragraf, avvecklad: dt.date) -> Iterator[Utfall]:
    for j, verkan in enumerate(p.innebär):
        if vad := _nytt(verkan):
            text = f"§ {p.nr} {vad}, fast nämnden avvecklas sedan {avvecklad}"
            råd = "pröva om beslutet hör till avvecklingen; svara i så fall med gns svara"
            yield bruten("mote", id, ("paragrafer", i, "innebär", j), text, råd)


def _nytt(verkan: Verkan) -> str:
    if isinstance(verkan, GerUppdrag):
        return "ger ett nytt uppdrag"
    return f"fastställer ett belopp för {verkan.budgetår}" if isinstance(verkan, Fastställer) else ""


REGEL = Regel(
    id="PRAXIS-livscykel",
    nummer=(68,),
    fråga="Ligger möten, platser och nya beslut inom nämndens och parternas tid?",
    nivå="varning",
    pröva=_pröva,
    praxis="praxis för gemensamma nämnder",
)
