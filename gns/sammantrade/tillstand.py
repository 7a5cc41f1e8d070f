"""Den enda tabellen över tillstånd: vad ärende, paragraf, omröstning och justering får vara samtidigt."""

from collections.abc import Callable, Iterator
from itertools import product
from typing import Final, NamedTuple

from gns.grund.datafel import Datafel
from gns.modell.innebar import Bordlägger, Verkan, Återremitterar, ÅterupptarÄrende
from gns.modell.mote import Möte
from gns.modell.paragraf import Paragraf
from gns.sammantrade.lage_jav import jävsfrågor

ÄRENDE: Final = ("inget ärende", "öppet", "avslutat")
PARAGRAF: Final = ("planerad", "beslut", "återremiss", "bordläggning", "information", "utgår")
OMRÖSTNING: Final = ("ingen", "öppen", "sluten")
JUSTERING: Final = ("utkast", "omedelbart justerad", "justerat")
REGEL: Final = "POST-tillstand"
Cell = tuple[str, str, str, str]  # ärende, paragraf, omröstning, justering


class Spärr(NamedTuple):
    """Tillstånd som inte får finnas samtidigt; None är vilket som helst.

    ``fält`` är nyckeln i § som felet visas vid, ``regel`` kontrollen som det hör till.
    """

    skäl: str
    råd: str
    fält: str
    ärende: tuple[str, ...] | None = None
    paragraf: tuple[str, ...] | None = None
    omröstning: tuple[str, ...] | None = None
    justering: tuple[str, ...] | None = None
    regel: str = REGEL  # kontrollen som spärren hör till

    def gäller(self, cell: Cell) -> bool:
        """Om cellen är en av dem som spärren stänger."""
        mina = (self.ärende, self.paragraf, self.omröstning, self.justering)
        return all(m is None or värde in m for m, värde in zip(mina, cell, strict=True))


SPÄRRAR: Final = (
    Spärr(
        "en § utan beslut kan inte vara justerad",
        "skriv beslutet, slag: information, eller utgår",
        "beslut",
        paragraf=("planerad",),
        justering=("omedelbart justerad", "justerat"),
        regel="KL-5-67-beslut",
    ),
    Spärr(
        "en § som utgick kan inte justeras för sig",
        "ta bort omedelbart_justerad, eller utgår",
        "omedelbart_justerad",
        paragraf=("utgår",),
        justering=("omedelbart justerad",),
    ),
    Spärr(
        "en omröstning hör till ett beslut",
        "skriv beslutet, eller ta bort omröstningen",
        "propositionsordning",
        paragraf=("planerad", "information", "utgår"),
        omröstning=("öppen", "sluten"),
    ),
    Spärr(
        "bara ett ärende kan återremitteras eller bordläggas",
        "skriv ärendets dnr",
        "dnr",
        ärende=("inget ärende",),
        paragraf=("återremiss", "bordläggning"),
    ),
    Spärr(
        "ärendet är avslutat",
        "skriv innebär med återupptar ärende, eller ett annat dnr",
        "dnr",
        ärende=("avslutat",),
        paragraf=("beslut", "återremiss", "bordläggning"),
        regel="POST-avslutat-arende",
    ),
    Spärr(
        "frågan om återremiss eller bordläggning avgörs öppet (KL 5:54)",
        "skriv form: öppen och rösterna med namn",
        "propositionsordning",
        paragraf=("återremiss", "bordläggning"),
        omröstning=("sluten",),
        regel="KL-5-54-oppen",
    ),
)


def spärr(cell: Cell) -> Spärr | None:
    """Den första spärren som stänger cellen, eller None när tillstånden går ihop."""
    return next((s for s in SPÄRRAR if s.gäller(cell)), None)


def paragrafläge(p: Paragraf, jäv: frozenset[int] = frozenset()) -> str:
    """Vad som hände med paragrafen; återremiss och bordläggning bara när alla delbeslut är det.

    ``jäv`` är de delbeslut som bara avgör en jävsfråga, och räknas inte.
    """
    if p.utgår:
        return "utgår"
    if p.slag == "information" and not (p.beslut and p.innebär):
        return "information"
    if not p.beslut:
        return "planerad"
    for läge, verkan in (("återremiss", Återremitterar), ("bordläggning", Bordlägger)):
        if _alla_delbeslut(p, verkan, jäv):
            return läge
    return "beslut"


def _alla_delbeslut(p: Paragraf, slag: type[Verkan], jäv: frozenset[int]) -> bool:
    delbeslut = {v.delbeslut for v in p.innebär if isinstance(v, slag)}
    alla = set(range(1, len(p.beslut) + 1))
    return None in delbeslut or delbeslut >= (alla - jäv or alla)


def omröstningsläge(p: Paragraf) -> str:
    """Sluten om någon omröstning är det, annars öppen om någon är det, annars ingen."""
    former = {prop.omröstning.form for prop in p.propositionsordning if prop.omröstning}
    return next((f for f in ("sluten", "öppen") if f in former), "ingen")


def justeringsläge(p: Paragraf, möte: Möte) -> str:
    """Paragrafens egen justering före mötets."""
    if p.omedelbart_justerad:
        return "omedelbart justerad"
    return "justerat" if möte.är_justerat else "utkast"


def tillståndsfel(möte: Möte, ärendeläge: Callable[[int], str]) -> Iterator[Datafel]:
    """Ett fel för varje § vars tillstånd inte går ihop; vägarna räknas från mötets rot.

    ``ärendeläge`` ger läget (ett av ``ÄRENDE``) för ärendet i paragrafen med det indexet, före den paragrafen.
    """
    for i, p in enumerate(möte.paragrafer):
        ärende = ärendeläge(i) if p.dnr else "inget ärende"
        if any(isinstance(v, ÅterupptarÄrende) and v.dnr == p.dnr for v in p.innebär):
            ärende = "öppet"
        läge = paragrafläge(p, jävsfrågor(möte, p.nr))
        stängd = spärr((ärende, läge, omröstningsläge(p), justeringsläge(p, möte)))
        if stängd:
            text = f"§ {p.nr}: {stängd.skäl}"
            yield Datafel(("paragrafer", i, stängd.fält), text, stängd.råd, regel=stängd.regel)
        elif p.utgår and (p.beslut or p.propositionsordning):
            fält = "beslut" if p.beslut else "propositionsordning"
            text = f"§ {p.nr} utgick men har {fält}"
            yield Datafel(("paragrafer", i, fält), text, f"ta bort {fält}, eller utgår", regel="KL-5-67-beslut")


def readme_tabell() -> str:
    """Hela tabellen som Markdown: en tabell för varje ärendeläge, och skälen till varje spärr."""
    delar = [_tabell(ärende) for ärende in ÄRENDE]
    skäl = [f"- {_bokstav(s)}: {s.skäl}" for s in SPÄRRAR]
    return "\n\n".join([*delar, "\n".join(skäl)]) + "\n"


def _tabell(ärende: str) -> str:
    kolumner = list(product(JUSTERING, OMRÖSTNING))
    rubriker = [f"{j}, {o}" for j, o in kolumner]
    rader = [f"Ärende: **{ärende}**\n", f"| § \\ protokoll, omröstning | {' | '.join(rubriker)} |"]
    rader.append("|---" * (len(kolumner) + 1) + "|")
    for p in PARAGRAF:
        celler = [((s := spärr((ärende, p, o, j))) and f"– {_bokstav(s)}") or "ja" for j, o in kolumner]
        rader.append(f"| {p} | {' | '.join(celler)} |")
    return "\n".join(rader)


def _bokstav(s: Spärr) -> str:
    return "abcdefghijklmnopqrstuvwxyz"[SPÄRRAR.index(s)]
