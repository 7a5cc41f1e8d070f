"""En nyckel och de som deltar blir vikter: var och ens värde, i hela månader, och varifrån värdena kommer."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from gns.grund.datafel import Datafel, Fältväg
from gns.modell.bok import Bok
from gns.modell.budgetar import Budgetår
from gns.modell.initiativ import MINST, Deltagare
from gns.modell.manader import HELA_ÅRET, månader
from gns.modell.namnd import Part
from gns.modell.nyckel import Elevantal, Nyckel, Nytta, Värde, Överenskommen

LIKA = "lika"
EGNA = "egna vikter"


@dataclass(frozen=True, slots=True)
class Vikt:
    """En parts värde i nyckeln och de månader av året som parten deltar."""

    part: str
    värde: Fraction
    månader: int = HELA_ÅRET
    egen: bool = False  # given i kommandot i stället för i posten


@dataclass(frozen=True, slots=True)
class Viktunderlag:
    """Allt som en delning vilar på. ``före`` är vikterna i januari, när nyckeln räknades om i maj."""

    nyckel: str
    år: int
    vikter: tuple[Vikt, ...]
    post: Nyckel | None = None
    före: tuple[Vikt, ...] = ()

    @property
    def exempeldata(self) -> bool:
        """Om värdena är påhittade."""
        return bool(getattr(self.post, "exempeldata", False))

    @property
    def delar_av_året(self) -> bool:
        """Om någon deltar bara en del av året."""
        return any(v.månader != HELA_ÅRET for v in self.vikter)

    def som_vikter(self) -> dict[str, Fraction]:
        """Partens id → värde gånger månader; bara värdet när alla deltar hela året."""
        return _som_vikter(self.vikter)

    def vikter_före(self) -> dict[str, Fraction]:
        """Som ``som_vikter``, för januari."""
        return _som_vikter(self.före)


@dataclass(frozen=True, slots=True)
class Urval:
    """Det som fördelas på: nyckeln, de som deltar (None: alla som nyckeln gäller) och vikter som ges i kommandot."""

    nyckel: str
    deltagare: tuple[Deltagare, ...] | None = None
    egna: Mapping[str, Fraction] | None = None


def viktunderlag(bok: Bok, b: Budgetår, urval: Urval) -> Viktunderlag | tuple[Datafel, ...]:
    """Vikterna, eller det som hindrar; felens vägar räknas från budgetåret, och är tomma när felet inte är postens."""
    post = b.nyckel(urval.nyckel)
    väg: Fältväg = ("nycklar", b.nycklar.index(post)) if post else ()
    egna = urval.egna or {}
    värden = _värden(post)
    deltagare = _deltagare(bok, b.år, urval, post, värden)
    if okända := sorted({d.part for d in deltagare} - {p.id for p in bok.nämnd.parter}):
        return (Datafel((), f"{', '.join(okända)} är ingen part i nämnden", "rätta parten"),)
    hinder = [*_utan_plats(egna, deltagare), *_ej_med(bok, b.år, deltagare)]
    hinder += _nyttohinder(post, väg, [d.part for d in deltagare], egna)
    vikter, saknade = _vikter(bok, b.år, deltagare, urval, värden)
    hinder += (Datafel((*väg, "värden") if post else (), *text) for text in saknade)
    hinder += _för_få(vikter) if not hinder else []
    if hinder:
        return tuple(hinder)
    före = _januari(bok, b.år, urval, post) if isinstance(post, Elevantal) and post.uppdatering else ()
    borta = tuple(replace(v, värde=Fraction(0)) for v in före if v.part not in {d.part for d in deltagare})
    return Viktunderlag(urval.nyckel, b.år, (*vikter, *borta), post, före)


def _värden(post: Nyckel | None) -> dict[str, Värde]:
    """Varje parts värde som det gäller nu: andelen av nyttan, eller det uppdaterade när det finns ett sådant."""
    if post is None:
        return {}
    if isinstance(post, Nytta):
        return {a.part: Värde.model_construct(part=a.part, deltar=True, värde=a.andel) for a in post.andelar}
    gäller = post.uppdatering.värden if isinstance(post, Elevantal) and post.uppdatering else post.värden
    return {v.part: v for v in gäller}


def _januari(bok: Bok, år: int, urval: Urval, post: Elevantal) -> tuple[Vikt, ...]:
    """Vikterna före uppdateringen, för dem som hade något värde då: den som inte hade det betalade inget."""
    värden = {v.part: v for v in post.värden if v.deltar and v.värde is not None}
    alla = urval.deltagare if urval.deltagare is not None else tuple(Deltagare(part=p) for p in värden)
    med = [d for d in alla if d.part in värden and månader(år, _part(bok, d.part), d)]
    vikter = _vikter(bok, år, med, urval, värden)[0]
    return vikter if any(v.värde for v in vikter) else ()


def _part(bok: Bok, id: str) -> Part:
    return next(p for p in bok.nämnd.parter if p.id == id)


def _deltagare(
    bok: Bok, år: int, urval: Urval, post: Nyckel | None, värden: Mapping[str, Värde]
) -> tuple[Deltagare, ...]:
    """De som pekats ut, annars de som har egna vikter, annars dem som nyckeln gäller.

    En nyckel som är beslutad för några gäller dem som står i den; de andra gäller årets alla parter utom dem som
    uttryckligen står utanför.
    """
    if urval.deltagare is not None:
        return urval.deltagare
    if urval.egna and not värden:
        return tuple(Deltagare(part=p) for p in urval.egna)
    utanför = {p for p, v in värden.items() if not v.deltar}
    if isinstance(post, Nytta | Överenskommen):
        return tuple(Deltagare(part=p) for p in värden if p not in utanför)
    parter = (p for p in bok.nämnd.parter if månader(år, p) and p.id not in utanför)
    return tuple(Deltagare(part=p.id) for p in parter)


def _utan_plats(egna: Mapping[str, Fraction], deltagare: Sequence[Deltagare]) -> Iterator[Datafel]:
    """En vikt i kommandot för någon som inte deltar."""
    for part in egna.keys() - {d.part for d in deltagare}:
        yield Datafel((), f"{part} har en vikt men deltar inte", "ta bort vikten, eller lägg till parten med --parter")


def _ej_med(bok: Bok, år: int, deltagare: Sequence[Deltagare]) -> Iterator[Datafel]:
    parter = {p.id: p for p in bok.nämnd.parter}
    for d in deltagare:
        part = parter[d.part]
        if not månader(år, part, d):
            tid = " ".join(
                t for t in (f"från {part.från}" if part.från else "", f"till {part.till}" if part.till else "") if t
            )
            text = f"{part.namn} är inte part i nämnden någon hel månad {år}"
            yield Datafel((), text, f"parten är med {tid}" if tid else "rätta tiden för deltagandet")


def _nyttohinder(
    post: Nyckel | None, väg: Fältväg, deltar: Sequence[str], egna: Mapping[str, Fraction]
) -> Iterator[Datafel]:
    """Andelar av nyttan är hela nyttan: de går inte att dela på andra än dem som beslutet gäller."""
    if isinstance(post, Nytta) and not egna and (med := {a.part for a in post.andelar}) != set(deltar):
        text = f"andelarna i {post.namn} gäller {', '.join(sorted(med))}, inte {', '.join(sorted(deltar))}"
        yield Datafel((*väg, "andelar"), text, "besluta om nya andelar, eller välj samma parter")


def _vikter(
    bok: Bok, år: int, deltagare: Sequence[Deltagare], urval: Urval, värden: Mapping[str, Värde]
) -> tuple[tuple[Vikt, ...], list[tuple[str, str]]]:
    """Vikterna, och (text, råd) för var och en som saknar värde eller står utanför."""
    vikter: list[Vikt] = []
    saknade: list[tuple[str, str]] = []
    for d in deltagare:
        part, v = _part(bok, d.part), värden.get(d.part)
        antal = månader(år, part, d)
        if urval.egna and d.part in urval.egna:
            vikter.append(Vikt(d.part, urval.egna[d.part], antal, egen=True))
        elif urval.nyckel == LIKA:
            vikter.append(Vikt(d.part, Fraction(1), antal))
        elif v is not None and v.deltar and v.värde is not None:
            vikter.append(Vikt(d.part, v.värde, antal))
        elif v is not None and not v.deltar:
            saknade.append((f"{part.namn} deltar inte i nyckeln {urval.nyckel}", "ta bort parten, eller deltar: nej"))
        else:
            råd = "skriv värdet i budgetårets post, eller välj vilka som deltar med --parter; 0 är ett värde"
            saknade.append((f"{part.namn} saknar värde i nyckeln {urval.nyckel} {år}", råd))
    return tuple(vikter), saknade


def _för_få(vikter: Sequence[Vikt]) -> list[Datafel]:
    if len(vikter) < MINST:
        return [Datafel((), "det är färre än två som deltar", "en kostnad delas av minst två parter")]
    if not any(v.värde for v in vikter):
        return [Datafel((), "ingen av dem som deltar har någon vikt", "ge minst en av dem ett värde över 0")]
    return []


def _som_vikter(vikter: Sequence[Vikt]) -> dict[str, Fraction]:
    lika = len({v.månader for v in vikter}) == 1
    return {v.part: v.värde if lika else v.värde * v.månader for v in vikter}
