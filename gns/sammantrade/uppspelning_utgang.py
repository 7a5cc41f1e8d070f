"""Vad som är antaget när propositionerna är slut, och det som aldrig prövades (KL 5:67)."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from gns.grund.datafel import Datafel
from gns.modell.former import FÖRSLAGET
from gns.modell.innebar import Bordlägger, GerUppdrag, OmPengar, Verkan, Återremitterar
from gns.modell.paragraf import Paragraf
from gns.sammantrade.uppspelning_forslag import FORMALIA, Bord, Förslag
from gns.sammantrade.uppspelning_spel import Spel, Ställning

_REGEL = "KL-5-67-propositionsordning"
OSPELBAR = "går inte att spela upp"
JÄVSFRÅGA = "jävsfråga"


class Utfall(NamedTuple):
    """Hur varje delbeslut slutade; ``öppna`` har förslag som konkurrerar utan att ha ställts mot varandra."""

    antagna: frozenset[Ställning]
    slut: Mapping[int, str]
    öppna: frozenset[int]


def avsluta(spel: Spel) -> Utfall:
    """Tar med det som antas utan proposition: ett enda förslag som ingen är emot, eller ordförandens återremiss."""
    slut = {**spel.slut, **_på_ordförandens_ord(spel)}
    antagna = {(o, k) for o, k in spel.vunna - spel.fallna if k not in slut or spel.bord.förslag[o].sort == slut[k]}
    öppna: set[int] = set()
    for k in spel.bord.punkter - slut.keys():
        if any(spel.bord.förslag[o].sort == "huvud" for o, i in antagna if i == k):
            continue
        kvar = _kvar(spel, k)
        if len(kvar) > 1 or (kvar and k not in spel.avgjorda and spel.bord.mot(kvar[0].ord, k)):
            öppna.add(k)
        elif kvar:
            antagna.add((kvar[0].ord, k))
            slut |= {k: kvar[0].sort} if kvar[0].sort in FORMALIA else {}
    return Utfall(frozenset(antagna), slut, frozenset(öppna))


def utgång(spel: Spel, utfall: Utfall, delar: frozenset[int]) -> str:
    """Delbeslutens utgång tillsammans; det som beslutades i sak går före en del som sköts upp."""
    if not spel.säkert or utfall.öppna:
        return OSPELBAR
    if delar <= utfall.slut.keys():
        return utfall.slut[min(delar)]
    förslag = {o: f for o, f in spel.bord.förslag.items() if f.punkter & delar}
    if not förslag:
        return "utan förslag"
    avslagna = {o for o, k in spel.avslagna if k in delar}
    i_sak = {o for o, k in utfall.antagna if k in delar and spel.bord.förslag[o].sort in ("huvud", "tillägg")}
    if i_sak - {FÖRSLAGET} or (i_sak and FÖRSLAGET in avslagna):
        return "med ändring" if FÖRSLAGET in förslag else "enligt yrkande"
    if i_sak:
        return "enligt förslaget"
    return "avslag" if avslagna else OSPELBAR


def utgångar(spel: Spel, utfall: Utfall) -> dict[int, str]:
    """Varje delbesluts egen utgång; en jävsfråga är ingen fråga i sak."""
    return {k: utgång(spel, utfall, frozenset({k})) if k in spel.bord.sak else JÄVSFRÅGA for k in spel.bord.alla}


def oprövade(spel: Spel, utfall: Utfall) -> Iterator[Datafel]:
    """Varningar för förslag som låg men aldrig ställdes under proposition."""
    if utfall.öppna:
        text = "två förslag ligger men det står inte hur ordföranden ställde proposition (KL 5:67)"
        råd = "skriv propositionsordning med de förslag som ställdes och det som ordföranden fann antaget"
        yield Datafel(("yrkanden",), text, råd, "varning", regel=_REGEL)
        return
    yield from _oställda_avslag(spel, utfall)
    ordning = bool(spel.bord.p.propositionsordning)
    for f in spel.bord.förslag.values():
        om_sak = f.sort == "huvud" and any(_konkurrerar(spel, f, k) for k in f.punkter - utfall.slut.keys())
        om_annat = f.sort != "huvud" and not any((f.ord, k) in spel.ställda | utfall.antagna for k in f.punkter)
        if ordning and om_sak:
            yield _oställt(f, "ställdes aldrig under proposition (KL 5:67)")
        elif om_annat and not f.punkter <= utfall.slut.keys() and (ordning or f.sort == "tillägg"):
            yield _oställt(f, "avgjordes aldrig (KL 5:67)")


def _oställda_avslag(spel: Spel, utfall: Utfall) -> Iterator[Datafel]:
    """Yrkanden om avslag på något som antogs utan att ställas mot avslag, eller mot det som de själva ville."""
    bord = spel.bord
    for i, y in enumerate(bord.p.yrkanden):
        if y.typ != "avslag" or y.återtaget:
            continue
        mål = [bord.förslag[o] for o in y.gäller or (FÖRSLAGET,) if o in bord.förslag]
        ville = bool(_stödda(bord, y.av) & {o for o, _ in spel.ställda})
        if any(_obesvarat(spel, utfall, f, y.delbeslut) and not (ville and f.sort == "huvud") for f in mål):
            text = "yrkandet om avslag ställdes aldrig under proposition (KL 5:67)"
            råd = "skriv propositionen med avslag, eller återtaget: ja"
            yield Datafel(("yrkanden", i), text, råd, "varning", regel=_REGEL)


def _stödda(bord: Bord, av: tuple[str, ...]) -> set[str]:
    """Huvudförslagen som någon av dem själv har lagt eller yrkat bifall till."""
    lagda = {f.ord for f in bord.förslag.values() if f.yrkande and set(f.yrkande.av) & set(av)}
    bifall = (y for y in bord.p.yrkanden if y.typ == "bifall" and not y.är_förslag and set(y.av) & set(av))
    alla = lagda.union(*(y.gäller or (FÖRSLAGET,) for y in bifall))
    return {o for o in alla if o in bord.förslag and bord.förslag[o].sort == "huvud"}


def _obesvarat(spel: Spel, utfall: Utfall, f: Förslag, delbeslut: int | None) -> bool:
    """Om förslaget ställdes och står sig, men aldrig ställdes mot avslag."""
    if f.odelat and any(o == f.ord for o, _ in spel.mot_avslag):
        return False
    punkter = {k for k in f.punkter - utfall.slut.keys() if delbeslut in (None, k)}
    return any((f.ord, k) in spel.ställda - spel.fallna - spel.mot_avslag for k in punkter)


def verkan_av_avslag(p: Paragraf, utgångar: Mapping[int, str]) -> Iterator[Datafel]:
    """Varningar för det som innebär ger eller fastställer fast beslutet är ett avslag."""
    for i, v in enumerate(p.innebär):
        delar = {v.delbeslut} if v.delbeslut else set(range(1, len(p.beslut) + 1))
        if isinstance(v, GerUppdrag | OmPengar) and all(utgångar.get(k) == "avslag" for k in delar):
            text = f"avslag vann men innebär säger att beslutet {v.typ}"
            yield Datafel(("innebär", i), text, "ta bort verkan, eller rätta vad som vann", "varning")


def är_information(p: Paragraf) -> bool:
    """Om § bara informerar: det som innebär säger något om är ett beslut, vilket slag § än har."""
    return p.slag == "information" and not p.innebär


def skjuter_upp(verkan: Verkan) -> str | None:
    """återremiss eller bordläggning när verkan är en sådan, annars None."""
    if isinstance(verkan, Återremitterar):
        return "återremiss"
    return "bordläggning" if isinstance(verkan, Bordlägger) else None


def gör(verkan: Verkan, sort: str, punkt: int) -> bool:
    """Om verkan återremitterar eller bordlägger det delbeslutet."""
    return skjuter_upp(verkan) == sort and verkan.delbeslut in (None, punkt)


def uppskjutet(p: Paragraf, punkt: int) -> str | None:
    """återremiss eller bordläggning när innebär säger det om delbeslutet."""
    return next((s for s in FORMALIA if any(gör(v, s, punkt) for v in p.innebär)), None)


def _på_ordförandens_ord(spel: Spel) -> dict[int, str]:
    """Utan ett enda yrkande får nämnden återremittera eller bordlägga på ordförandens förslag."""
    p = spel.bord.p
    if not p.beslut or any(not y.återtaget for y in p.yrkanden):
        return {}
    i_sak = sorted(k for k in spel.bord.sak if k <= len(p.beslut))
    egna = {k: s for k in i_sak if k not in spel.avgjorda and (s := uppskjutet(p, k))}
    if egna and len(egna) == len(i_sak):
        egna |= {k: egna[i_sak[0]] for k in spel.bord.sak if k > len(p.beslut)}
    return egna


def _kvar(spel: Spel, k: int) -> list[Förslag]:
    """Det som ännu kan antas i delbeslutet; formaliafrågor bara när inga propositioner alls är antecknade."""
    sorter = ("huvud",) if spel.bord.p.propositionsordning else ("huvud", *FORMALIA)
    alla = (f for f in spel.bord.förslag.values() if f.sort in sorter and spel.lever(f.ord, k))
    return [f for f in alla if spel.aktuellt(f.ord, k)]


def _konkurrerar(spel: Spel, f: Förslag, k: int) -> bool:
    andra = (a for a in spel.bord.förslag.values() if a.sort == "huvud" and a.ord != f.ord and k in a.punkter)
    mot = spel.bord.mot(f.ord, k) or any(spel.aktuellt(a.ord, k) for a in andra)
    return mot and spel.oprövat(f.ord, k)


def _oställt(f: Förslag, vad: str) -> Datafel:
    if f.yrkande is None:
        råd = "skriv förslaget i propositionen, om ordföranden ställde det"
        return Datafel(("propositionsordning",), f"{f.namn} {vad}", råd, "varning", regel=_REGEL)
    råd = "skriv propositionen, eller återtaget: ja"
    råd = råd if f.yrkande.id else f"ge det ett id, och {råd}"
    return Datafel(("yrkanden", f.plats), f"{f.namn} {vad}", råd, "varning", regel=_REGEL)
