"""En remiss har sista svarsdag, var och en som fick den har svarat, och antalet i protokollet är antalet svar.

Den som inte har svarat när dagen har passerat är en varning; utan sista dag, eller utan kända mottagare, går det inte att pröva.
Ett svar från någon som inte fick remissen är ett fel, liksom ”sex parter har inkommit med remissvar” när svaren är fem.

Rätt:
    remiss:
      svar_senast: 2024-02-01
      mottagare: [are, berg]
      svar:
        - part: are
          svar: godkänner
        - part: berg
          svar: avstår

Fel:
    remiss:
      svar_senast: 2024-02-01
      mottagare: [are, berg]       # berg har inte svarat
      svar:
        - part: are
          svar: godkänner
"""

import re
from collections.abc import Iterator

from gns.grund.dnr import Dnr
from gns.grund.tal import RÄKNEORD
from gns.kontroller.regel import Regel, Utfall, bruten, oprövbar, uppfylld
from gns.kontroller.underlag import Underlag
from gns.modell.arende import Remiss
from gns.modell.bok import Bok

_ANTAL = re.compile(
    rf"\b([0-9]{{1,3}}|{'|'.join(RÄKNEORD[1:])})\s+(?:av\s+\w+\s+)?parter(?:na)?\s+har\s+(?:inkommit|kommit in|svarat)",
    re.IGNORECASE,
)
_VÄG = ("remiss",)


def _pröva(u: Underlag) -> Iterator[Utfall]:
    for id, dnr, ä in u.ärenden():
        if ä.remiss is None:
            continue
        fel = [*_obehöriga(id, ä.remiss), *_antalen(u, dnr, len(ä.remiss.svar))]
        yield from fel
        if utfall := _svaren(u, id, ä.remiss):
            yield utfall
        elif not fel:
            yield uppfylld("arende", id, _VÄG)


def _obehöriga(id: str, r: Remiss) -> Iterator[Utfall]:
    for i, s in enumerate(r.svar):
        if r.mottagare and s.part not in r.mottagare:
            text = f"{s.part} svarade på remissen men fick den inte"
            yield bruten("arende", id, (*_VÄG, "svar", i, "part"), text, "rätta svaret, eller mottagarna", "fel")


def _svaren(u: Underlag, id: str, r: Remiss) -> Utfall | None:
    """Det som fattas i svaren, eller None när alla har svarat eller har tid kvar."""
    if not r.mottagare:
        text = "det är inte antecknat vilka som fick remissen"
        return oprövbar("arende", id, _VÄG, text, "skriv mottagare")
    svarat = {s.part for s in r.svar}
    tysta = _namnen(u.bok, [p for p in r.mottagare if p not in svarat])
    if tysta and r.svar_senast is None:
        text = f"{tysta} har inte svarat på remissen, och ingen sista svarsdag är antecknad"
        return oprövbar("arende", id, _VÄG, text, "skriv svar_senast")
    if tysta and r.svar_senast and r.svar_senast < u.idag:
        text = f"{tysta} har inte svarat på remissen, fast sista dagen var {r.svar_senast}"
        return bruten("arende", id, _VÄG, text, "skriv svaret, eller svar: avstår om parten inte vill svara")
    return None


def _namnen(bok: Bok, idn: list[str]) -> str:
    return ", ".join(bok.part(p) or p for p in idn)


def _antalen(u: Underlag, dnr: Dnr, svar: int) -> Iterator[Utfall]:
    """Antalet svar som en § i ärendet säger, mot posten."""
    for id, _, i, p in u.paragrafer():
        if p.dnr != dnr or p.sammanfattning is None:
            continue
        for träff in _ANTAL.finditer(p.sammanfattning.ord):
            ord_ = träff[1].casefold()
            sagt = int(ord_) if ord_.isdigit() else RÄKNEORD.index(ord_)
            if sagt != svar:
                text = f"§ {p.nr} säger att {ord_} parter har svarat, men {dnr} har {svar} svar"
                råd = "rätta svaren i ärendet; i ett justerat protokoll står texten kvar"
                yield bruten("mote", id, ("paragrafer", i, "sammanfattning"), text, råd)


REGEL = Regel(
    id="PRAXIS-remiss",
    nummer=(76,),
    fråga="Har alla som fick remissen svarat, och stämmer antalet?",
    nivå="varning",
    pröva=_pröva,
    praxis="remisser räknas",
)
