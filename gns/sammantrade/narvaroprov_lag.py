"""Det som lagen kräver av vilka som är med: beslutsförhet, ordförande, distans och dörrar (KL 6:22–27)."""

from collections.abc import Iterator, Sequence

from gns.grund.datafel import Datafel, Fältväg
from gns.modell.mote import Möte
from gns.modell.namnd import Nämnd
from gns.modell.paragraf import Paragraf
from gns.sammantrade.beslutsforhet import Beslutsförhet, beslutsförhet
from gns.sammantrade.lage import Läge
from gns.sammantrade.lage_ordforande import roller
from gns.sammantrade.lage_punkter import per_paragraf
from gns.sammantrade.narvaroprov_text import i_punkt, paragrafer, uppräknat

_BESLUTSFÖR = "KL-6-27-beslutsfor"
_DÖRRAR = "KL-6-25-dorrar"


def lagfel(nämnd: Nämnd, möte: Möte, lägen: Sequence[Läge]) -> Iterator[Datafel]:
    """Fel och varningar; ett möte vars närvaro inte är ifylld prövas bara på dörrarna."""
    if möte.närvaro:
        for i, p, här in per_paragraf(möte, lägen):
            prov = [(läge, beslutsförhet(nämnd, möte.datum, läge)) for läge in här]
            yield from _i_paragrafen(i, p, prov)
        yield from _fler_än_platserna(nämnd, möte, lägen)
        yield from _utan_ordförande(nämnd, möte, lägen)
        yield from _distans(nämnd, möte, lägen)
    yield from _dörrar(nämnd, möte)


def _i_paragrafen(i: int, p: Paragraf, prov: Sequence[tuple[Läge, Beslutsförhet]]) -> Iterator[Datafel]:
    """Högst ett fel: ingen tjänstgör, nämnden är inte beslutsför, eller är det fast posten säger motsatsen."""
    tomma = [läge for läge, _ in prov if not läge.tjänstgör]
    för_få = [(läge, b) for läge, b in prov if b.beslutsför is False]
    if p.beslut and tomma:
        text = f"ingen tjänstgör i {i_punkt(p, tomma[0].punkt)}, som har beslut"
        yield Datafel(_väg(i, p, tomma[0]), text, "rätta närvaron eller händelserna", regel="KL-5-66-tjanstgoring")
    elif p.beslut and för_få and not p.inte_beslutsför:
        läge, b = för_få[0]
        text = f"bara {b.tjänstgör} av {b.antal_ledamöter} tjänstgör i {i_punkt(p, läge.punkt)}"
        råd = "rätta närvaron eller händelserna; fattades beslutet ändå, skriv inte_beslutsför: ja så trycks det"
        text = f"{text}, nämnden är beslutsför med fler än {_gräns(b)} ({b.lagrum})"
        yield Datafel(_väg(i, p, läge), text, råd, regel=_BESLUTSFÖR)
    elif p.inte_beslutsför and all(b.beslutsför for _, b in prov):
        b = prov[0][1]
        text = f"nämnden är beslutsför i § {p.nr}: {b.tjänstgör} av {b.antal_ledamöter} tjänstgör ({b.lagrum})"
        råd = "ta bort raden, eller rätta närvaron"
        yield Datafel(("paragrafer", i, "inte_beslutsför"), text, råd, regel=_BESLUTSFÖR)


def _väg(i: int, p: Paragraf, läge: Läge) -> Fältväg:
    delbeslut = (läge.punkt.delbeslut - 1,) if len(p.beslut) > 1 else ()
    return ("paragrafer", i, "beslut", *delbeslut)


def _gräns(b: Beslutsförhet) -> str:
    return f"{float(b.gräns or 0):g}".replace(".", ",")


def _fler_än_platserna(nämnd: Nämnd, möte: Möte, lägen: Sequence[Läge]) -> Iterator[Datafel]:
    """Sägs en gång, där det först händer."""
    for i, p, här in per_paragraf(möte, lägen):
        for läge in här:
            b = beslutsförhet(nämnd, möte.datum, läge)
            if b.antal_ledamöter and b.tjänstgör > b.antal_ledamöter:
                text = (
                    f"{b.tjänstgör} tjänstgör i {i_punkt(p, läge.punkt)}, men nämnden har {b.antal_ledamöter} ledamöter"
                )
                råd = "rätta närvaron, eller antal_ledamöter i data/namnd.yaml"
                yield Datafel(_väg(i, p, läge), text, råd, regel="KL-5-66-tjanstgoring")
                return


def _utan_ordförande(nämnd: Nämnd, möte: Möte, lägen: Sequence[Läge]) -> Iterator[Datafel]:
    """Beslut som ingen i presidiet leder, när posterna alls säger vilka som är presidium."""
    if not roller(nämnd, möte) and not any(p.roll for p in nämnd.platser):
        return
    utan = [
        (i, p, läge)
        for i, p, här in per_paragraf(möte, lägen)
        for läge in här
        if p.beslut and läge.tjänstgör and not läge.ordförande
    ]
    if utan:
        text = f"ingen leder mötet i {paragrafer(p.nr for _, p, _ in utan)}: ingen i presidiet tjänstgör"
        råd = "skriv händelsen leder för den som gjorde det (KL 6:22)"
        yield Datafel(_väg(*utan[0]), text, råd, "varning", regel="KL-6-22-ordforande")


def _distans(nämnd: Nämnd, möte: Möte, lägen: Sequence[Läge]) -> Iterator[Datafel]:
    """Någon tjänstgör på distans fast fullmäktige inte har tillåtit det."""
    reglemente = nämnd.reglemente(möte.datum)
    if not (reglemente and reglemente.distans and not reglemente.distans.tillåtet):
        return
    i_tjänst_på_distans = {namn for läge in lägen for namn in läge.på_distans & läge.namn}
    vägar: dict[str, Fältväg] = {}
    for i, h in enumerate(möte.händelser):
        if h.typ == "på distans" and h.namn in i_tjänst_på_distans:
            vägar.setdefault(h.namn, ("händelser", i))
    for i, n in enumerate(möte.närvaro):
        if n.deltar == "på distans" and n.namn in i_tjänst_på_distans:
            vägar[n.namn] = ("närvaro", i, "deltar")
    if not vägar and möte.form == "på distans":
        vägar["ledamöterna"] = ("form",)
    if vägar:
        text = f"{uppräknat(list(vägar))} tjänstgör på distans, fast fullmäktige inte har tillåtit det (KL 6:24)"
        råd = "rätta hur de deltog, eller distans i data/namnd.yaml"
        yield Datafel(next(iter(vägar.values())), text, råd, "varning", regel="KL-6-24-distans")


def _dörrar(nämnd: Nämnd, möte: Möte) -> Iterator[Datafel]:
    reglemente = nämnd.reglemente(möte.datum)
    if möte.offentligt and reglemente and reglemente.offentliga_sammanträden is False:
        text = "mötet är offentligt, fast fullmäktige inte har medgett det (KL 6:25)"
        råd = "rätta offentligt, eller offentliga_sammanträden i data/namnd.yaml"
        yield Datafel(("offentligt",), text, råd, "varning", regel=_DÖRRAR)
    for i, p in enumerate(möte.paragrafer):
        väg = ("paragrafer", i, "stängda_dörrar")
        if p.stängda_dörrar != "nej" and not möte.offentligt:
            text = f"dörrarna kan inte stängas för § {p.nr}: mötet är inte offentligt"
            yield Datafel(väg, text, "ta bort raden, eller skriv offentligt: ja för mötet", regel=_DÖRRAR)
        elif möte.offentligt and p.slag == "myndighetsutövning" and p.stängda_dörrar != "ja":
            text = f"§ {p.nr} är myndighetsutövning och hålls alltid inom stängda dörrar (KL 6:25)"
            yield Datafel(väg, text, "skriv stängda_dörrar: ja, eller rätta slag", regel=_DÖRRAR)
