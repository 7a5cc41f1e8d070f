"""Ett årsskifte ligger mellan två år som följer på varandra, och är det som texten måste mena.

Prövningen gäller ”årsskiftet 2020-2021”, också skrivet med tankstreck eller snedstreck, i mötets texter. Det andra året
är året efter det första. Årsskiftet före eller efter mötets år är rimligt; men ligger det mer än ett halvår tillbaka, och
meningen fram till dess säger att något blir, upphör eller börjar då, är åren fel. Ett årsskifte längre bort kan vara
historia eller en plan: då går det inte att pröva.

Rätt:
    sammanfattning: Tjänsten blir vakant vid årsskiftet 2020-2021.    # mötet 2020-12-18

Fel:
    sammanfattning: Tjänsten blir vakant vid årsskiftet 2019-2020.
"""

import datetime as dt
import re
from collections.abc import Iterator

from gns.grund.block import Text
from gns.grund.datafel import Fältväg
from gns.kontroller.regel import Regel, Utfall, bruten, oprövbar, uppfylld
from gns.kontroller.underlag import Underlag
from gns.modell.texter import texter
from gns.uppdrag.hanvisning import i_texten

_ÅRSSKIFTE = re.compile(r"\bårsskifte(?:t|n|na)?\s{1,4}(?:mellan\s)?((?:19|20)\d\d)(?:\s?[-\u2010-\u2014/]\s?|\still\s|\soch\s)((?:19|20)?\d\d)\b(?!-\d)", re.IGNORECASE)  # fmt: skip
_KOMMANDE = re.compile(
    r"\b(?:blir|upphör|slutar|börjar|startar|övergår|tillträder|avgår|löper\s+ut|går\s+i\s+pension|träder\s+i\s+kraft)\b",
    re.IGNORECASE,
)
_MENINGSSLUT = re.compile(r"[.!?:]\s|\n\s*\n")
_HALVÅR = dt.timedelta(days=183)
_FÖRE = 400  # tecken före årsskiftet som meningen högst läses
_RÅD = "rätta åren; i ett justerat protokoll står texten kvar, och svaret skrivs med gns svara"


def _pröva(u: Underlag) -> Iterator[Utfall]:
    for id, möte in u.möten():
        for väg, text in texter(möte):
            rå = text.rå if isinstance(text, Text) else text
            for träff in _ÅRSSKIFTE.finditer(rå) if "rsskifte" in rå.casefold() else ():
                yield _ett(id, möte.datum, väg, rå, träff)._replace(i_text=i_texten(text, träff.start()))


def _ett(id: str, dag: dt.date, väg: Fältväg, rå: str, träff: re.Match[str]) -> Utfall:
    första = int(träff[1])
    andra = int(träff[2]) if len(träff[2]) == 4 else första // 100 * 100 + int(träff[2]) + 100 * (träff[1][2:] == "99")
    orden = " ".join(träff[0].split())
    if andra != första + 1:
        text = f"texten säger ”{orden}”, men ett årsskifte ligger mellan två år som följer på varandra"
        return bruten("mote", id, väg, text, _RÅD)
    nyår = dt.date(andra, 1, 1)
    if dag - nyår > _HALVÅR and _om_det_kommande(rå, träff.start()):
        närmast = (dag + _HALVÅR).year
        text = f"texten säger ”{orden}” om något som kommer, men närmast mötet {dag} låg {närmast - 1}-{närmast}"
        return bruten("mote", id, väg, text, _RÅD)
    if dag.year in (första, andra):
        return uppfylld("mote", id, väg)
    text = f"”{orden}” ligger inte intill mötets år {dag.year}, och texten säger inte om det är rätt"
    return oprövbar("mote", id, väg, text, "läs efter att åren stämmer")


def _om_det_kommande(rå: str, start: int) -> bool:
    """Om meningen, fram till årsskiftet, talar om något som ännu inte har hänt."""
    före = rå[max(0, start - _FÖRE) : start]
    början = max((träff.end() for träff in _MENINGSSLUT.finditer(före)), default=0)
    return bool(_KOMMANDE.search(före, början))


REGEL = Regel(
    id="PRAXIS-artal",
    nummer=(27,),
    fråga="Är de år som ett årsskifte sägs ligga mellan rimliga?",
    nivå="varning",
    pröva=_pröva,
    praxis="årtal i texten",
)
