"""Fält som pekar på ett tidigare möte: hur ärendet behandlades förut, och protokoll som godkänns."""

from collections.abc import Iterator
from dataclasses import replace

from gns.grund.datafel import Datafel
from gns.grund.dnr import Dnr
from gns.modell.bok import Bok
from gns.modell.innebar import AvslutarÄrende, Bordlägger, GodkännerProtokoll, Verkan, Återremitterar, ÅterupptarÄrende
from gns.modell.paragraf import Paragraf, TidigareBehandling
from gns.uppdrag.beslut import Fynd, beslutsföljd, läs_ref, paragrafer
from gns.uppdrag.hanvisning import REGEL, hitta

_UTFALL: dict[str, type[Verkan]] = {"bordlagt": Bordlägger, "återremitterat": Återremitterar}


def tidigarefel(bok: Bok) -> Iterator[Fynd]:
    """Tidigare behandling som inte stämmer med den § den pekar på, och protokoll som inte är äldre än mötet."""
    return ((slag, id, replace(fel, regel=REGEL)) for slag, id, fel in _felen(bok))


def _felen(bok: Bok) -> Iterator[Fynd]:
    for dag, i, p in paragrafer(bok):
        for k, t in enumerate(p.tidigare_behandling):
            for fält, text, råd in _behandlingens_fel(bok, p, t, str(dag)):
                yield "mote", str(dag), Datafel(("paragrafer", i, "tidigare_behandling", k, fält), text, råd)
    for b in beslutsföljd(bok):
        if not isinstance(b.verkan, GodkännerProtokoll):
            continue
        dag = b.verkan.möte
        if dag >= b.datum:
            yield b.fel("möte", f"protokollet från {dag} är inte äldre än mötet", "rätta dagen")
        elif bok.hel and dag not in bok.möten and min(bok.möten) < dag:
            text = f"det finns inget möte {dag}, fast arkivet har äldre möten än så"
            yield b.fel("möte", text, "rätta dagen", "varning")


def _behandlingens_fel(bok: Bok, p: Paragraf, t: TidigareBehandling, dag: str) -> Iterator[tuple[str, str, str]]:
    """Det som ett annat organ har beslutat, och det som hände utanför arkivet, prövas bara mot mötets dag."""
    ref = läs_ref(t.när)
    if str(ref.datum) > dag:
        yield "när", f"{t.när} är ett senare möte", "rätta hänvisningen"
        return
    möte = bok.möten.get(ref.datum)
    if t.av or möte is None or ref.nr is None:
        return
    då = next((q for q in möte.paragrafer if q.nr == ref.nr), None)
    if då is None:
        samma = [f"§ {q.nr}" for q in möte.paragrafer if p.dnr and q.dnr == p.dnr]
        råd = f"ärendet var {' och '.join(samma)} då" if samma else "rätta hänvisningen"
        yield "när", f"mötet {ref.datum} har ingen § {ref.nr}", råd
    elif p.dnr and då.dnr and p.dnr != då.dnr and not (_behandlar(då, p.dnr) or _behandlar(p, då.dnr)):
        yield "när", f"{t.när} gällde ärendet {då.dnr}, inte {p.dnr}", "rätta hänvisningen"
    elif (utfall := _UTFALL.get(t.vad)) and not any(isinstance(v, utfall) for v in då.innebär):
        råd = f"rätta ordet eller hänvisningen, eller skriv vad beslutet innebar under § {ref.nr} i det mötet"
        yield "vad", f"ärendet blev inte {t.vad} {t.när}", råd


def _behandlar(p: Paragraf, dnr: Dnr) -> bool:
    """Om en § i ett annat ärende också behandlar detta: rubriken eller beslutet nämner det, eller avgör det."""
    if any(isinstance(v, AvslutarÄrende | ÅterupptarÄrende) and v.dnr == dnr for v in p.innebär):
        return True
    return any(h.dnr == dnr for text in (p.rubrik, *p.beslut) for h in hitta(str(text), dnr.prefix))
