"""Boken: de poster ett ärende behöver, lästa och frusna, med uppslag och hänvisningar mellan dem."""

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Any

from gns.grund.datafel import Datafel, Fältväg, Nivå
from gns.grund.dnr import Dnr
from gns.grund.tecken import råd_för
from gns.modell.innebar import AvslutarÄrende, Fastställer, Innebär, ÅterupptarÄrende
from gns.modell.mote import Möte
from gns.modell.namnd import Nämnd, Plats, okänd_part
from gns.modell.narvaro import PRESIDIET, Närvarande

if TYPE_CHECKING:  # en modell laddas av läsningen när en sådan post finns
    from gns.modell.anslag import Anslag
    from gns.modell.arende import Ärende
    from gns.modell.bas import Modell
    from gns.modell.budgetar import Budgetår
    from gns.modell.delegation import Delegation, Delegationsbeslut
    from gns.modell.paragraf import Paragraf
    from gns.modell.rattelse import Rättelser
    from gns.modell.signatar import Signatärslista
    from gns.modell.svar import Svarslista
    from gns.modell.utfall import Utfall

Postnamn = tuple[str, str]  # slag och id
_PRESIDIUM, _ERSÄTTARE = "KL-6-21-presidium", "KL-6-17-ersattare"


@dataclass(frozen=True)
class Bok:
    """Nämnden och de poster som lästes."""

    nämnd: Nämnd
    möten: Mapping[dt.date, Möte] = field(default_factory=dict)
    ärenden: Mapping[Dnr, "Ärende"] = field(default_factory=dict)
    anslag: Mapping[dt.date, "Anslag"] = field(default_factory=dict)
    delegation: Mapping[int, "Delegation"] = field(default_factory=dict)
    budgetår: Mapping[int, "Budgetår"] = field(default_factory=dict)
    svar: Mapping[str, "Svarslista"] = field(default_factory=dict)
    hel: bool = False  # om allt i arkivet är läst, så att det som inte finns här inte finns
    utfall: Mapping[int, "Utfall"] = field(default_factory=dict)
    rättelser: Mapping[dt.date, "Rättelser"] = field(default_factory=dict)
    signatärer: "Signatärslista | None" = None

    @cached_property
    def poster(self) -> "Mapping[Postnamn, Modell]":
        """Varje post efter slag och id."""
        ut: dict[Postnamn, Modell] = {("namnd", "namnd"): self.nämnd}
        ut |= {("signatarer", "signatarer"): self.signatärer} if self.signatärer else {}
        ut |= {("arende", dnr.filstam): post for dnr, post in self.ärenden.items()}
        efter_slag: dict[str, Mapping[Any, Modell]] = {
            "mote": self.möten, "anslag": self.anslag, "delegation": self.delegation, "budget": self.budgetår,
            "utfall": self.utfall, "svar": self.svar, "rattelser": self.rättelser,
        }  # fmt: skip
        return ut | {(slag, str(id)): post for slag, alla in efter_slag.items() for id, post in alla.items()}

    def part(self, id: str | None) -> str | None:
        """Partens namn, eller None när id är None."""
        return next((p.namn for p in self.nämnd.parter if p.id == id), None)

    def delegationsbeslut(self, ref: str | None) -> "Delegationsbeslut | None":
        """Beslutet som ``2021-3`` pekar på, eller None när det inte är läst."""
        år, _, nr = (ref or "0-0").partition("-")
        delegation = self.delegation.get(int(år))
        return next((b for b in delegation.beslut if b.nr == int(nr)), None) if delegation else None

    def paragrafen(self, ref: str) -> "tuple[int, Paragraf] | None":
        """(plats i mötets post, §) som ref pekar på, eller None när mötet inte är läst eller inte har den."""
        dag, _, resten = ref.partition(" § ")
        möte = self.möten.get(dt.date.fromisoformat(dag))
        nr = resten.partition(" ")[0]
        return next(((i, p) for i, p in enumerate(möte.paragrafer if möte else ()) if str(p.nr) == nr), None)

    def verkningar(self, ref: str) -> tuple[Innebär, ...]:
        """Det som § gör, eller den verkan i den som ref pekar på; tomt när mötet inte är läst eller inget finns där."""
        funnen, id = self.paragrafen(ref), ref.partition(" § ")[2].partition(" ")[2]
        return tuple(v for v in funnen[1].innebär if id in ("", v.id)) if funnen else ()

    def fastställt(self, ref: str, år: int) -> Fastställer | None:
        """Basfinansieringen som beslutet fastställer för året, eller None."""
        alla = (v for v in self.verkningar(ref) if isinstance(v, Fastställer))
        return next((v for v in alla if v.budgetår == år and v.avser.casefold() == "basfinansiering"), None)

    def plats(self, namn: str, dag: dt.date) -> Plats | None:
        """Platsen som en person har den dagen; en vakant plats slås upp på sitt id."""
        return next((p for p in self.nämnd.platser if p.namn == namn and p.gäller(dag)), None)


def hänvisningsfel(bok: Bok) -> Iterator[tuple[str, str, Datafel]]:
    """(slag, id, fel) för varje namn, part och dnr som inte finns i boken; en okänd ledamot är en varning."""
    for dag, möte in bok.möten.items():
        yield from (("mote", str(dag), fel) for fel in _mötets_fel(bok, möte))
    idn = [p.id for p in bok.nämnd.parter]
    for dnr, ärende in bok.ärenden.items():
        if ärende.remiss:
            delar: list[tuple[Fältväg, str]] = [
                (("remiss", "mottagare", i), p) for i, p in enumerate(ärende.remiss.mottagare)
            ]
            delar += [(("remiss", "svar", i, "part"), s.part) for i, s in enumerate(ärende.remiss.svar)]
            yield from (("arende", dnr.filstam, okänd_part(v, p, idn)) for v, p in delar if p not in idn)
    for dag, post in bok.anslag.items():
        yield from (("anslag", str(dag), fel) for fel in _anslagets_fel(bok, post))
    for dag, rättelser in bok.rättelser.items():
        yield from (("rattelser", str(dag), fel) for fel in _rättelsefel(bok, rättelser))
    if bok.budgetår or bok.hel:
        from gns.modell.budgetfel import budgetfel

        yield from budgetfel(bok)
    if bok.utfall:
        from gns.modell.utfall import utfallsfel

        yield from utfallsfel(bok)


def _mötets_dnr(möte: Möte) -> Iterator[tuple[Fältväg, Dnr]]:
    """Varje ärende som mötet behandlar eller avslutar, med sin plats i posten."""
    for i, p in enumerate(möte.paragrafer):
        if p.dnr:
            yield ("paragrafer", i, "dnr"), p.dnr
        for j, v in enumerate(p.innebär):
            if isinstance(v, AvslutarÄrende | ÅterupptarÄrende):
                yield ("paragrafer", i, "innebär", j, "dnr"), v.dnr


def _anslagets_fel(bok: Bok, post: "Anslag") -> Iterator[Datafel]:
    """Ett anslag gäller ett justerat protokoll, eller §§ som justerats omedelbart, och sätts inte upp före mötet."""
    idn = [p.id for p in bok.nämnd.parter]
    möte = bok.möten.get(post.datum)
    omedelbara = [p.nr for p in möte.paragrafer if p.omedelbart_justerad] if möte else []
    for i, ett in enumerate(post.anslag):
        if ett.part and ett.part not in idn:
            yield okänd_part(("anslag", i, "part"), ett.part, idn)
        if ett.uppsatt < post.datum:
            text = f"{ett.uppsatt} är före mötet den {post.datum}"
            yield Datafel(("anslag", i, "uppsatt"), text, "rätta dagen", regel="KL-8-12-anslag")
        if möte and not ett.paragrafer and not möte.är_justerat:
            råd = "skriv justerat under justering i mötets post, eller vilka paragrafer anslaget gäller"
            text = f"mötet {post.datum} är inte justerat och kan inte vara anslaget"
            yield Datafel(("anslag", i), text, råd, regel="KL-8-12-anslag")
        for j, nr in enumerate(ett.paragrafer):
            if möte and nr not in omedelbara and not möte.är_justerat:
                text = f"§ {nr} är inte omedelbart justerad den {post.datum}"
                råd = "rätta numret eller mötets post"
                yield Datafel(("anslag", i, "paragrafer", j), text, råd, regel="PRAXIS-omedelbar")


def _rättelsefel(bok: Bok, post: "Rättelser") -> Iterator[Datafel]:
    """En rättelse gäller ett justerat protokoll, eller en § som är justerad för sig, och görs inte före det."""
    möte = bok.möten.get(post.möte)
    nummer = {p.nr: p for p in möte.paragrafer} if möte else {}
    for i, r in enumerate(post.rättelser):
        if möte is None or (r.paragraf is not None and r.paragraf not in nummer):
            vad = f"§ {r.paragraf} i " if möte else ""
            yield Datafel(("rättelser", i), f"{vad}mötet {post.möte} finns inte", "rätta numret, eller filens namn")
        elif not möte.är_justerat and not (r.paragraf and nummer[r.paragraf].omedelbart_justerad):
            text = f"mötet {post.möte} är inte justerat; före det rättas posten själv"
            yield Datafel(("rättelser", i), text, "ta bort rättelsen och rätta mötets post")
        if r.datum < post.möte:
            yield Datafel(("rättelser", i, "datum"), f"{r.datum} är före mötet {post.möte}", "rätta dagen")


def _mötets_fel(bok: Bok, möte: Möte) -> Iterator[Datafel]:
    idn = [p.id for p in bok.nämnd.parter]
    yield from _utan_plats(bok, möte)
    yield from _fel_plats(bok, möte)
    for i, n in enumerate(möte.närvaro):
        if n.part and n.part not in idn:
            yield okänd_part(("närvaro", i, "part"), n.part, idn)
        if n.ersätter:
            yield from _ersätterfel(bok, möte, ("närvaro", i, "ersätter"), n.ersätter)
    for i, h in enumerate(möte.händelser):
        if h.ersätter:
            yield from _ersätterfel(bok, möte, ("händelser", i, "ersätter"), h.ersätter)
    for väg, dnr in _mötets_dnr(möte):
        if dnr not in bok.ärenden:
            råd = f"lägg upp ärendet i data/arenden/{dnr.år}/{dnr.filstam}.yaml eller rätta numret"
            yield Datafel(väg, f"ärendet {dnr} finns inte", råd)


def _utan_plats(bok: Bok, möte: Möte) -> Iterator[Datafel]:
    """Ledamöter och ersättare i närvaron och förfallen som ingen har valt; utan platser i nämnden går det inte att säga.

    Ett fel när alla nämndens platser är kända den dagen: då räknas någon som inte är vald.
    """
    namnen = [p.namn for p in bok.nämnd.platser if p.gäller(möte.datum)]
    valda: list[tuple[Fältväg, str, str]] = [
        (("närvaro", i, "namn"), n.namn, _regel(n)) for i, n in enumerate(möte.närvaro) if n.som != "övrig"
    ]
    närvarande = len(valda)
    valda += [(("förfall", i, "namn"), f.namn, "") for i, f in enumerate(möte.förfall)]
    alla_kända = _alla_platser_kända(bok.nämnd, möte.datum)
    har_haft_plats = {p.namn for p in bok.nämnd.platser}
    for i, (väg, namn, regel) in enumerate(valda if bok.nämnd.platser else ()):
        if namn not in namnen:
            nivå: Nivå = "fel" if alla_kända and i < närvarande else "varning"
            råd = råd_för(namn, namnen, "rätta namnet, eller lägg till platsen i data/namnd.yaml")
            text = f"{namn} har ingen plats i nämnden den {möte.datum}"
            # Ett namn som nämnden aldrig haft är kanske felskrivet; annars är det platsen som inte gäller.
            yield Datafel(väg, text, råd, nivå, regel=regel if regel and namn in har_haft_plats else "PRAXIS-namn")


def _regel(n: Närvarande) -> str:
    """Kontrollen som ett fel i personens plats hör till: den om presidiet, den om ersättarna eller ingen."""
    if (n.roll or "").casefold() in PRESIDIET:
        return _PRESIDIUM
    return _ERSÄTTARE if n.ersätter else ""


def _alla_platser_kända(nämnd: Nämnd, dag: dt.date) -> bool:
    """Om varje ledamots plats är med den dagen, också de vakanta."""
    reglemente = nämnd.reglemente(dag)
    platser = sum(p.som == "ledamot" and p.gäller(dag) for p in nämnd.platser)
    return reglemente is not None and reglemente.antal_ledamöter == platser


def _fel_plats(bok: Bok, möte: Möte) -> Iterator[Datafel]:
    """Den som har en plats är i mötet det som platsen är, och ordförande är den som är vald till det."""
    for i, n in enumerate(möte.närvaro):
        plats = bok.plats(n.namn, möte.datum)
        if plats is None or n.som == "övrig":
            continue
        if n.som != plats.som:
            text = f"{n.namn} är {plats.som} i nämnden den {möte.datum}, inte {n.som}"
            råd = f"skriv som: {plats.som}, eller rätta platsen i data/namnd.yaml"
            yield Datafel(("närvaro", i, "som"), text, råd, regel=_regel(n) or _ERSÄTTARE)
        elif (n.roll or "").casefold() == PRESIDIET[0] != plats.roll:
            vald = next((p.namn for p in bok.nämnd.platser if p.roll == PRESIDIET[0] and p.gäller(möte.datum)), None)
            if vald and any(m.namn == vald for m in möte.närvaro):
                text = f"{vald} är nämndens ordförande den {möte.datum}, inte {n.namn}"
                råd = "ta bort rollen och skriv händelsen leder, eller rätta platserna i data/namnd.yaml"
                yield Datafel(("närvaro", i, "roll"), text, råd, regel=_PRESIDIUM)


def _ersätterfel(bok: Bok, möte: Möte, väg: Fältväg, namn: str) -> Iterator[Datafel]:
    plats = bok.plats(namn, möte.datum)
    if plats is not None and plats.som == "ledamot":
        return
    ledamöter = [p.namn for p in bok.nämnd.platser if p.som == "ledamot" and p.gäller(möte.datum)]
    råd = råd_för(namn, ledamöter, "rätta namnet eller lägg till platsen i data/namnd.yaml")
    text = f"{namn} är ingen ledamot eller vakant plats i nämnden den {möte.datum}"
    yield Datafel(väg, text, råd, regel=_ERSÄTTARE)
