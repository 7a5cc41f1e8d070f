"""Klockslagen i ett möte: att de finns, ligger inom mötet och går åt rätt håll."""

import datetime as dt
from collections.abc import Iterator

from gns.grund.datafel import Datafel, Fältväg
from gns.grund.datum import finns_klockslag
from gns.modell.mote import Möte
from gns.sammantrade.lage_punkter import Ankrad, ankrade

_REGEL = "PRAXIS-tider"


def tidsfel(möte: Möte) -> Iterator[Datafel]:
    """Klockslag som inte finns den dagen, eller som inte går ihop med mötets tider och §§."""
    for väg, tid in _klockslag(möte):
        if not finns_klockslag(möte.datum, tid):
            yield _finns_inte(väg, möte.datum, tid)
    yield from _utanför(möte)
    yield from _i_fel_paragraf(möte)
    yield from _bakåt([a for a in ankrade(möte) if a.händelse.klockan])
    yield from _planerad(möte)


def _finns_inte(väg: Fältväg, dag: dt.date, tid: str) -> Datafel:
    text = f"klockan {tid} finns inte den {dag}, då sommartiden börjar"
    return Datafel(väg, text, "klockan ställs fram från 02:00 till 03:00: rätta tiden", regel=_REGEL)


def _planerad(möte: Möte) -> Iterator[Datafel]:
    """Den planerade justeringen är efter mötet, på ett klockslag som finns."""
    planerad = möte.justering.planerad if möte.justering else None
    if planerad is None or planerad.tid is None:
        return
    väg = ("justering", "planerad", "tid")
    sist = möte.slut or möte.start
    if not finns_klockslag(planerad.datum, planerad.tid):
        yield _finns_inte(väg, planerad.datum, planerad.tid)
    elif planerad.datum == möte.datum and sist and planerad.tid < sist:
        text = f"justeringen är planerad till {planerad.tid}, före {sist} samma dag"
        yield Datafel(väg, text, "rätta tiden eller dagen", regel=_REGEL)


def _klockslag(möte: Möte) -> Iterator[tuple[Fältväg, str]]:
    """Varje klockslag på mötesdagen, med sin plats i posten."""
    alla: list[tuple[Fältväg, str | None]] = [(("start",), möte.start), (("slut",), möte.slut)]
    alla += [(("förfall", i, "anmält"), f.anmält) for i, f in enumerate(möte.förfall)]
    alla += [(("händelser", i, "klockan"), h.klockan) for i, h in enumerate(möte.händelser)]
    for i, a in enumerate(möte.ajourneringar):
        alla += [(("ajourneringar", i, "från"), a.från), (("ajourneringar", i, "till"), a.till)]
    for i, p in enumerate(möte.paragrafer):
        alla += [(("paragrafer", i, "reservationer", j, "anmäld"), r.anmäld) for j, r in enumerate(p.reservationer)]
    yield from ((väg, tid) for väg, tid in alla if tid)


def _utanför(möte: Möte) -> Iterator[Datafel]:
    """Händelser före start, efter slut eller mitt i en ajournering; när slut är före start sägs bara det."""
    bakvänt = möte.start and möte.slut and möte.slut <= möte.start
    for i, h in enumerate(möte.händelser):
        uppehåll = next((a for a in möte.ajourneringar if h.klockan and a.från < h.klockan < a.till), None)
        text = None
        if h.klockan and möte.start and h.klockan < möte.start and not bakvänt:
            text = f"klockan {h.klockan} är före mötets start {möte.start}"
        elif h.klockan and möte.slut and h.klockan > möte.slut and not bakvänt:
            text = f"klockan {h.klockan} är efter mötets slut {möte.slut}"
        elif uppehåll:
            text = f"klockan {h.klockan} är mötet ajournerat, från {uppehåll.från} till {uppehåll.till}"
        if text:
            yield Datafel(("händelser", i, "klockan"), text, "rätta klockslaget, eller mötets tider", regel=_REGEL)


def _i_fel_paragraf(möte: Möte) -> Iterator[Datafel]:
    """Händelser i en senare § före ajourneringen i en tidigare, eller tvärtom."""
    ordning = {p.nr: i for i, p in enumerate(möte.paragrafer)}
    for i, a in enumerate(möte.ajourneringar):
        for h in möte.händelser:
            om_båda = a.paragraf in ordning and h.paragraf in ordning and h.klockan
            if not om_båda or a.paragraf is None or h.klockan is None:
                continue
            efter = ordning[h.paragraf] > ordning[a.paragraf] and h.klockan < a.till
            före = ordning[h.paragraf] < ordning[a.paragraf] and h.klockan > a.från
            if efter or före:
                text = (
                    f"ajourneringen {a.från}–{a.till} i § {a.paragraf} går inte ihop med {h.klockan} i § {h.paragraf}"
                )
                yield Datafel(
                    ("ajourneringar", i, "paragraf"), text, "rätta paragrafen eller klockslagen", regel=_REGEL
                )
                break


def _bakåt(med_tid: list[Ankrad]) -> Iterator[Datafel]:
    """Händelser som är tidigare än den närmast föregående i en tidigare punkt, eller för samma person."""
    for plats, (punkt, i, h) in enumerate(med_tid):
        jämförbara = [a.händelse for a in med_tid[:plats] if a.punkt != punkt or a.händelse.namn == h.namn]
        förra = jämförbara[-1] if jämförbara else None
        if förra and förra.klockan and h.klockan and förra.klockan > h.klockan:
            före = "tidigare" if förra.paragraf == h.paragraf else "redan"
            text = f"i § {h.paragraf} är klockan {h.klockan}, men {före} i § {förra.paragraf} var den {förra.klockan}"
            råd = "rätta klockslagen, eller paragraferna och ordningen"
            yield Datafel(("händelser", i, "klockan"), text, råd, regel=_REGEL)
