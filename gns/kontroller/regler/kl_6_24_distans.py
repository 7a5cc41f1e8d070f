"""Ledamöter får delta på distans bara när fullmäktige har beslutat det, och så att alla kan se och höra varandra.

Tre saker prövas när någon tjänstgör på distans. Fullmäktiges beslut ska stå i reglementet och gälla den dagen: säger
det nej, eller fattas beslutet, är det ett fel, för då kan alla mötets beslut upphävas. Vilka som deltog på distans ska
stå i ett blandat möte, och ordförandens anteckning om att alla deltog på lika villkor ska finnas; fattas de är det
varningar. Säger reglementet inget om distans går det inte att pröva. En tjänsteman får vara med på distans ändå.

Rätt:
    form: på distans
    lika_villkor: ja
    distans:                        # i reglementet
      tillåtet: ja
      beslut: regionfullmäktige 2021-10-18 § 43

Fel:
    form: på distans
    distans:
      tillåtet: nej
"""

import datetime as dt
import re
from collections.abc import Iterator

from gns.grund.datafel import Fältväg
from gns.grund.datum import läs_datum
from gns.kontroller.regel import EJ_INLAGD, Lagrum, Regel, Utfall, bruten, oprövbar, redan_sagt, uppfylld
from gns.kontroller.underlag import Underlag
from gns.modell.mote import Möte
from gns.modell.namnd import Nämnd
from gns.sammantrade.sammantrade import Sammanträde

ID = "KL-6-24-distans"
_STÖD = Lagrum("KL 6:24", "2017:725", dt.date(2018, 1, 1))
_DATUM = re.compile(r"(?<![0-9])[12][0-9]{3}-[0-9]{2}-[0-9]{2}(?![0-9])")
_SKRIV = "skriv fullmäktiges beslut under distans i reglementet i data/namnd.yaml"


def _pröva(u: Underlag) -> Iterator[Utfall]:
    # Läsningen varnar bara, så att protokollet från ett sådant möte går att trycka; här är det ett fel.
    sagda = [f._replace(nivå=None) for f in redan_sagt(u, ID)]
    yield from sagda
    brutna = {f.id for f in sagda}
    for id, möte in u.möten():
        if id not in brutna:
            yield from _mötet(u, id, möte, u.sammanträden[möte.datum])


def _mötet(u: Underlag, id: str, möte: Möte, s: Sammanträde) -> Iterator[Utfall]:
    if möte.form == "blandat" and möte.närvaro and not _utpekade(möte):
        text = "mötet var blandat, men det står inte vilka som deltog på distans"
        yield bruten("mote", id, ("form",), text, "skriv deltar: på distans vid dem i närvaron", "varning")
    elif _någon_på_distans(möte, s):
        yield from _distans(u.bok.nämnd, id, möte)
    elif möte.form or _utpekade(möte):
        yield uppfylld("mote", id)
    elif möte.datum <= u.idag:
        yield oprövbar("mote", id, (), "det står inte hur man deltog", "skriv form: på plats, på distans eller blandat")


def _utpekade(möte: Möte) -> bool:
    """Om posten säger om någon att han eller hon deltog på distans."""
    return any(n.deltar == "på distans" for n in möte.närvaro) or any(h.typ == "på distans" for h in möte.händelser)


def _någon_på_distans(möte: Möte, s: Sammanträde) -> bool:
    """Om någon som tjänstgör är på distans i något delbeslut, eller vid uppropet när mötet inte har några §§."""
    if möte.form == "på distans" or any(läge.på_distans & läge.namn for läge in s.lägen):
        return True
    return not s.lägen and any(n.deltar == "på distans" and n.som == "ledamot" for n in möte.närvaro)


def _distans(nämnd: Nämnd, id: str, möte: Möte) -> Iterator[Utfall]:
    reglemente = nämnd.reglemente(möte.datum)
    if not _STÖD.gäller(möte.datum):
        yield oprövbar("mote", id, _väg(möte), EJ_INLAGD)
        return
    if reglemente is None or reglemente.distans is None:
        och = "" if möte.lika_villkor else ", och inte heller om alla kunde se och höra varandra"
        text = f"någon tjänstgjorde på distans, men det står inte om fullmäktige hade tillåtit det{och}"
        yield oprövbar("mote", id, _väg(möte), text, _SKRIV)
        return
    if not reglemente.distans.tillåtet:
        text = f"någon deltar på distans den {möte.datum}, fast fullmäktige inte har tillåtit det"
        yield bruten("mote", id, _väg(möte), text, "rätta hur de deltar, eller distans i data/namnd.yaml")
        return
    fynd = [*_beslut(nämnd, id, möte), *_villkor(id, möte)]
    yield from fynd or [uppfylld("mote", id)]


def _beslut(nämnd: Nämnd, id: str, möte: Möte) -> Iterator[Utfall]:
    """Fullmäktiges beslut finns, och fattades före mötet."""
    i, reglemente = next((i, r) for i, r in enumerate(nämnd.reglementen) if r.gäller(möte.datum))
    beslut = reglemente.distans.beslut if reglemente.distans else None
    if beslut is None:
        text = "ledamöter deltar på distans, men fullmäktiges beslut om det står inte"
        yield bruten("namnd", "namnd", ("reglementen", i, "distans"), text, "skriv beslut under distans")
    elif (dag := _dag(beslut)) and dag > möte.datum:
        text = f"fullmäktiges beslut om distans är från {dag}, efter mötet den {möte.datum}"
        råd = "skriv det beslut som gällde då; fanns inget, var mötets deltagande på distans inte tillåtet"
        yield bruten("mote", id, _väg(möte), text, råd)


def _dag(beslut: str) -> dt.date | None:
    """Den första dagen som står i hänvisningen, om någon gör det."""
    dagar = []
    for träff in _DATUM.findall(beslut):
        try:
            dagar.append(läs_datum(träff))
        except ValueError:
            continue
    return min(dagar, default=None)


def _villkor(id: str, möte: Möte) -> Iterator[Utfall]:
    if möte.närvaro and not möte.lika_villkor:
        text = "ordföranden har inte antecknat att alla på distans kunde se och höra varandra"
        råd = "skriv lika_villkor: ja om ordföranden förvissade sig om det (KL 5:16)"
        väg = _väg(möte) if möte.lika_villkor is None else ("lika_villkor",)
        yield bruten("mote", id, väg, text, råd, "varning")


def _väg(möte: Möte) -> Fältväg:
    """Där posten säger att någon deltog på distans."""
    i = next((i for i, n in enumerate(möte.närvaro) if n.deltar == "på distans"), None)
    k = next((k for k, h in enumerate(möte.händelser) if h.typ == "på distans"), None)
    if möte.form in ("på distans", "blandat"):
        return ("form",)
    return ("närvaro", i, "deltar") if i is not None else ("händelser", k) if k is not None else ()


REGEL = Regel(
    id=ID,
    nummer=(8,),
    fråga="Hade fullmäktige tillåtit att ledamöter deltog på distans, och deltog alla på lika villkor?",
    nivå="fel",
    pröva=_pröva,
    stöd=(_STÖD, Lagrum("KL 5:16", "2017:725", dt.date(2018, 1, 1))),
)
