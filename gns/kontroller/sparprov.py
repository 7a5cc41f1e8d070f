"""Prövar spåret: kedjan, varje sigill, varje fil det låser, taggarna, underskrifterna och historien sedan dess (R48, R87)."""

from collections.abc import Iterator, Mapping
from itertools import pairwise

from gns.grund.kontrollkod import kontrollkod
from gns.kontroller.sparfiler import Postläsare, filprov
from gns.kontroller.sparfynd import BRUTEN, OPRÖVBAR, UPPLYSNING, Sigillbesked, Sparbesked, Sparfynd, svaret
from gns.kontroller.sparhistoria import historieprov
from gns.kontroller.sparvittnen import (
    fortsättning,
    grenprov,
    lösa_underskrifter,
    signaturprov,
    taggprov,
    undertecknat,
)
from gns.modell.sigill import Sigill, läs_sigill, sigillfil, sigillnummer, summa
from gns.modell.spar import Spår

_SMÅ_LUCKOR = 20  # fler sigill i rad som saknas sägs på en rad


def pröva_spåret(spår: Spår, läs_post: Postläsare) -> Sparbesked:
    """Beskedet om allt som är förseglat; ``läs_post`` ger en posts rena träd, eller None när den inte går att läsa."""
    nummer = _nummer(spår)
    sigill = {nr: s for nr in nummer if (s := _läst(spår, nr))}
    fynd = [*_kedjan(spår, nummer, sigill), *_dubbla(sigill)]
    for nr, s in sigill.items():
        fynd += filprov(spår, nr, s, läs_post)
        fynd += signaturprov(spår, nr, s)
    fynd += historieprov(spår, sigill)
    fynd += taggprov(spår, sigill)
    fynd += lösa_underskrifter(spår, sigill)
    fynd += grenprov(spår, sigill)
    fynd += _hela(spår)
    besked = tuple(_besked(spår, nr, sigill.get(nr), fynd) for nr in nummer)
    return Sparbesked(besked, tuple(f for f in fynd if f.nr is None))


def _nummer(spår: Spår) -> list[int]:
    """Numren som något vittne känner: commiten, disken, historien, taggarna och huvudgrenarna; och små luckor mellan dem."""
    filer = [*spår.huvud, *spår.disk, *spår.saknade, *(h.fil for h in spår.händelser)]
    kända = {nr for fil in filer if (nr := sigillnummer(fil))}
    i_grenar = {rå for filer in spår.andra.values() for rå in filer.values()}
    egna = ({f: rå for f, rå in (t.sigill or {}).items() if rå not in i_grenar} for t in spår.taggar)
    kända |= {nr for filer in egna for nr in fortsättning(spår, filer)}
    kända |= {nr for gren in spår.huvudgrenar for nr in fortsättning(spår, spår.andra[gren])}
    luckor = set(range(1, max(kända, default=0))) - kända
    return sorted(kända | luckor if len(luckor) <= _SMÅ_LUCKOR else kända)


def _läst(spår: Spår, nr: int) -> Sigill | None:
    try:
        return läs_sigill(spår.huvud[sigillfil(nr)])
    except (KeyError, ValueError):
        return None


def _kedjan(spår: Spår, nummer: list[int], sigill: Mapping[int, Sigill]) -> Iterator[Sparfynd]:
    for före, nr in pairwise([0, *nummer]):
        if nr - före > 1:
            yield Sparfynd(None, BRUTEN, f"sigill {före + 1}–{nr - 1} saknas")
        fil = sigillfil(nr)
        rå = spår.huvud.get(fil)
        if rå is None:
            yield _saknas(spår, nr)
        elif nr not in sigill:
            yield Sparfynd(nr, BRUTEN, f"data/{fil} är inget sigill: {_varför(rå)}")
        else:
            yield from _länken(spår, nr, sigill[nr])


def _varför(rå: bytes) -> str:
    try:
        läs_sigill(rå)
    except ValueError as fel:
        return str(fel)
    return ""


def _länken(spår: Spår, nr: int, s: Sigill) -> Iterator[Sparfynd]:
    if s.nr != nr:
        yield Sparfynd(nr, BRUTEN, f"data/{sigillfil(nr)} säger att det är nummer {s.nr}")
    före = spår.huvud.get(sigillfil(nr - 1))
    väntat = summa(före) if före is not None else None
    if nr == 1 and s.föregående is not None:
        yield Sparfynd(nr, BRUTEN, "det första sigillet pekar på ett som skulle ha funnits före")
    elif nr > 1 and s.föregående != väntat and väntat is not None:
        yield Sparfynd(nr, BRUTEN, f"kedjan är bruten: sigill {nr - 1} är ett annat än det som sigill {nr} pekar på")


def _saknas(spår: Spår, nr: int) -> Sparfynd:
    """Ett sigill som inte är i den senaste commiten: en äldre gren, bara på disken, oläsligt, eller borttaget."""
    fil = sigillfil(nr)
    if fil in spår.saknade:
        return Sparfynd(nr, OPRÖVBAR, f"innehållet i data/{fil} finns inte i förrådet; hämta hela förrådet")
    i_historien = [h for h in spår.händelser if h.fil == fil]
    if not i_historien and (
        gren := next((g for g in sorted(spår.huvudgrenar, key=_sist) if fil in spår.andra[g]), None)
    ):
        här = spår.egen_gren or "den commit du står på"
        return Sparfynd(nr, OPRÖVBAR, f"sigill {nr} finns i {gren} men inte i {här}; för in {gren} först")
    taggar = [t.namn for t in spår.taggar if t.sigill and fil in t.sigill]
    if fil in spår.disk and not i_historien and not taggar:
        return Sparfynd(nr, OPRÖVBAR, f"data/{fil} finns på disken men inte i git")
    vittne = f"; taggen {taggar[0]} har det" if taggar else ""
    borta = next((h for h in reversed(i_historien) if h.summa is None), None)
    vittne = f"; det togs bort i commit {borta.commit[:10]} av {borta.vem} {borta.dag}" if borta else vittne
    return Sparfynd(nr, BRUTEN, f"sigill {nr} saknas{vittne}")


def _sist(gren: str) -> tuple[bool, str]:
    """Ett riktigt namn före ``origin/HEAD``, som är samma gren."""
    return gren.endswith("/HEAD"), gren


def _dubbla(sigill: Mapping[int, Sigill]) -> Iterator[Sparfynd]:
    sedda: dict[str, int] = {}
    for nr, s in sigill.items():
        if s.namn in sedda:
            yield Sparfynd(nr, BRUTEN, f"{s.namn} är förseglat redan i sigill {sedda[s.namn]}")
        sedda.setdefault(s.namn, nr)


def _hela(spår: Spår) -> Iterator[Sparfynd]:
    if spår.grund:
        text = "förrådet är hämtat utan hela sin historia; kör git fetch --unshallow"
        yield Sparfynd(None, OPRÖVBAR, text)
    for vad in spår.oläst:
        yield Sparfynd(None, OPRÖVBAR, f"git kan inte läsa {vad}; hämta hela förrådet, eller se efter med git fsck")
    for vad in spår.omskrivet:
        yield Sparfynd(None, UPPLYSNING, f"{vad} finns i förrådet; prövningen har gått förbi det")


def _besked(spår: Spår, nr: int, s: Sigill | None, fynd: list[Sparfynd]) -> Sigillbesked:
    rå = spår.huvud.get(sigillfil(nr), b"")
    egna = tuple(f for f in fynd if f.nr == nr)
    svar = svaret(egna)
    if spår.grund and svar != BRUTEN:
        svar = OPRÖVBAR
    har = undertecknat(spår, nr, s) if s else ()
    återstår = tuple(n for n in s.undertecknas_av if n not in har) if s and har else ()
    return Sigillbesked(nr, s.namn if s else "", kontrollkod(rå) if rå else "", svar, egna, har, återstår)
