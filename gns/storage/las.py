"""Posterna ett ärende behöver, lästa till en Bok; alla fel i alla filer på en gång."""

import os
import re
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from gns.grund.datafel import Datafel, Filfel
from gns.grund.dnr import Dnr, läs_dnr
from gns.grund.fel import Användningsfel, Diskfel, Postfel
from gns.storage.arkiv import Arkiv, främmande, mötesdagar, poster, är_datum
from gns.storage.fil import läs_bytes, visa_stig
from gns.storage.slint import pröva_slintar
from gns.storage.trad import hämta
from gns.storage.yaml_las import läs_noder
from gns.storage.yamlfel import Yamlfel, som_filfel

if TYPE_CHECKING:
    from gns.modell.bok import Bok
    from gns.modell.mote import Möte

_FLEST_FÖRSLAG = 5


@dataclass(frozen=True, slots=True)
class Läst:
    """En fil som gick att läsa: sökväg, innehåll och det rena trädet."""

    stig: Path
    rå: bytes
    data: dict[str, Any]


@dataclass(slots=True)
class Läsning:
    """Det som lästs så här långt: modeller, filer och fel."""

    arkiv: Arkiv
    lästa: dict[tuple[str, str], Läst] = field(default_factory=dict)
    modeller: dict[tuple[str, str], Any] = field(default_factory=dict)
    fel: list[Filfel] = field(default_factory=list)

    def ta(self, slag: str, id: str) -> None:
        """Läser en post; fel samlas."""
        from gns.modell.las import läs

        try:
            läst = läs_fil(self.arkiv.riktig_stig(slag, id))
        except Postfel as postfel:
            self.fel += postfel.fel
            return
        self.lästa[slag, id] = läst
        post, fel = läs(slag, id, läst.data)
        self.samla(läst, fel)
        if post is not None:
            self.modeller[slag, id] = post

    def samla(self, läst: Läst, fel: tuple[Datafel, ...]) -> None:
        """Datafel i en läst fil får sin plats."""
        if fel:
            from gns.storage.plats import filfel

            self.fel += filfel(läst.stig, läst.rå, fel)

    def utpekade(self, datum: str) -> "dict[date, Möte]":
        """Tidigare möten som mötets §§ pekar på; den fil som saknas eller inte går att läsa är någon annans sak."""
        möte = self.lästa.get(("mote", datum))
        andra = Läsning(self.arkiv)
        for dag in _refdagar(möte.data if möte else {}):
            if dag < datum and os.path.lexists(self.arkiv.stig("mote", dag)):
                with suppress(Diskfel):
                    andra.ta("mote", dag)
        return {m.datum: m for m in andra.av_slag("mote")}

    def angelägna(self) -> tuple[Filfel, ...]:
        """Felen, och de varningar som det går att göra något åt: ett justerat protokoll står som det står."""
        justerade = {
            visa_stig(self.lästa[n].stig) for n, m in self.modeller.items() if n[0] == "mote" and m.är_justerat
        }
        return tuple(f for f in self.fel if f.nivå == "fel" or f.fil not in justerade)

    def trasiga(self) -> set[str]:
        """Datum, år och dnr för arkivets poster som inte gick att läsa."""
        return {id.replace("-", "/") for slag, id, _ in poster(self.arkiv) if (slag, id) not in self.modeller}

    def av_slag(self, slag: str) -> Iterator[Any]:
        """Modellerna av ett slag."""
        return (post for (s, _), post in self.modeller.items() if s == slag)


def läs_fil(stig: Path) -> Läst:
    """Filens rena träd. Postfel när den inte går att läsa, Diskfel när disken hindrar."""
    rå = läs_bytes(stig)
    try:
        rot, data = läs_noder(rå)
        pröva_slintar(rot, rå.decode())
    except Yamlfel as fel:
        raise Postfel((som_filfel(fel, visa_stig(stig), rå),)) from None
    return Läst(stig, rå, data)


def load_protokoll(arkiv: Arkiv, datum: str) -> "tuple[Bok, tuple[Filfel, ...]]":
    """Boken för ett mötes handlingar: nämnden, mötet, det som mötet pekar på, mötets anslag och rättelser; samt varningar.

    Det mötet pekar på är ärenden, delegationsbeslut och tidigare möten. De senares egna fel och varningar sägs inte.
    Användningsfel när mötet inte finns, Postfel med alla filers alla fel.
    """
    _kräv_möte(arkiv, datum)
    läsning = Läsning(arkiv)
    läsning.ta("namnd", "namnd")
    läsning.ta("mote", datum)
    möte = läsning.lästa.get(("mote", datum))
    trasiga: set[str] = set()
    for dnr in _paragrafernas_dnr(möte.data if möte else {}):
        if os.path.lexists(arkiv.stig("arende", dnr.filstam)):
            läsning.ta("arende", dnr.filstam)
            if ("arende", dnr.filstam) not in läsning.modeller:
                trasiga.add(str(dnr))
    if os.path.lexists(arkiv.stig("anslag", datum)):
        läsning.ta("anslag", datum)
    if os.path.lexists(arkiv.stig("rattelser", datum)):
        läsning.ta("rattelser", datum)
    for år in _delegationsår(möte.data if möte else {}):
        if os.path.lexists(arkiv.stig("delegation", år)):
            läsning.ta("delegation", år)
            if ("delegation", år) not in läsning.modeller:
                trasiga.add(år)
    return bind(läsning, trasiga, utpekade=läsning.utpekade(datum))


def load_allt(arkiv: Arkiv) -> "tuple[Bok, tuple[Filfel, ...]]":
    """Boken med alla poster, och varningar. Postfel med alla filers alla fel, Diskfel när disken hindrar.

    Postfelet har inte med det som bara är en varning i ett justerat protokoll.
    """
    läsning = Läsning(arkiv, fel=list(främmande(arkiv)))
    for slag, id, _ in poster(arkiv):
        läsning.ta(slag, id)
    trasiga = läsning.trasiga()
    try:
        return bind(läsning, trasiga, hel=not trasiga)
    except Postfel:
        raise Postfel(läsning.angelägna()) from None


def load_möten(arkiv: Arkiv, datum: str) -> "tuple[dict[date, Möte], dict[date, Läst]]":
    """Alla möten och deras filer. Användningsfel när det utpekade inte finns, Postfel när något inte går att läsa."""
    _kräv_möte(arkiv, datum)
    läsning = Läsning(arkiv)
    for dag in mötesdagar(arkiv):
        läsning.ta("mote", dag)
    if any(("mote", dag) not in läsning.modeller for dag in mötesdagar(arkiv)):
        raise Postfel(tuple(läsning.fel))
    möten = {m.datum: m for m in läsning.av_slag("mote")}
    return möten, {dag: läsning.lästa["mote", str(dag)] for dag in möten}


def granska_alla(arkiv: Arkiv) -> tuple[Filfel, ...]:
    """Fel och varningar i alla poster och mellan dem; poster som disken hindrar hoppas över."""
    läsning = Läsning(arkiv)
    for slag, id, _ in poster(arkiv):
        with suppress(Diskfel):
            läsning.ta(slag, id)
    trasiga = läsning.trasiga()
    try:
        return bind(läsning, trasiga, hel=not trasiga)[1]
    except Postfel as fel:
        return fel.fel


def bind(
    läsning: Läsning, trasiga: set[str], hel: bool = False, utpekade: "Mapping[date, Möte] | None" = None
) -> "tuple[Bok, tuple[Filfel, ...]]":
    """Boken när inget fel stoppar den; hänvisningar till trasiga filer ger inga följdfel.

    De ``utpekade`` mötena är med för att hänvisningarna till dem ska gå att pröva; deras egna fel sägs inte.
    """
    if ("namnd", "namnd") not in läsning.modeller:
        raise Postfel(tuple(läsning.fel))
    from gns.kontroller.lasprov import läsprov

    bok = bygg_bok(läsning.modeller, hel, utpekade)
    per_post: dict[tuple[str, str], list[Datafel]] = {}
    for slag, id, fel in läsprov(bok, utpekade or ()):
        if utpekat(läsning.lästa[slag, id], fel) not in trasiga:
            per_post.setdefault((slag, id), []).append(fel)
    for post, lista in per_post.items():
        läsning.samla(läsning.lästa[post], tuple(lista))
    if any(f.nivå == "fel" for f in läsning.fel):
        raise Postfel(tuple(läsning.fel))
    return bok, tuple(läsning.fel)


def bygg_bok(
    modeller: "Mapping[tuple[str, str], Any]", hel: bool, utpekade: "Mapping[date, Möte] | None" = None
) -> "Bok":
    """Boken av lästa poster, efter (slag, id); nämnden är en av dem."""
    from gns.modell.bok import Bok

    def av_slag(slag: str) -> Iterator[Any]:
        return (post for (s, _), post in modeller.items() if s == slag)

    return Bok(
        modeller["namnd", "namnd"],
        {**(utpekade or {}), **{m.datum: m for m in av_slag("mote")}},
        {ä.dnr: ä for ä in av_slag("arende")},
        {a.datum: a for a in av_slag("anslag")},
        {d.år: d for d in av_slag("delegation")},
        {b.år: b for b in av_slag("budget")},
        {s.post: s for s in av_slag("svar")},
        hel,
        {u.år: u for u in av_slag("utfall")},
        {r.möte: r for r in av_slag("rattelser")},
        modeller.get(("signatarer", "signatarer")),
    )


def utpekat(läst: Läst, fel: Datafel) -> str:
    """Posten som pekas ut där felet är: ett dnr, eller delegationsbeslutets år; tomt när det är något som saknas."""
    try:
        värde = str(hämta(läst.data, fel.fältväg))
    except KeyError:
        return ""
    return värde[:4] if fel.fältväg[-1:] == ("delegationsbeslut",) else värde


def _paragrafernas_dnr(möte: Mapping[str, Any]) -> list[Dnr]:
    """De dnr som paragraferna behandlar eller avslutar och skriver rätt; felskrivna säger modellen till om."""
    dnr: dict[Dnr, None] = {}
    for paragraf in _grupper(möte, "paragrafer"):
        for grupp in (paragraf, *_grupper(paragraf, "innebär")):
            try:
                dnr[läs_dnr(str(grupp.get("dnr")))] = None
            except ValueError:
                continue
    return list(dnr)


def _refdagar(möte: Mapping[str, Any]) -> list[str]:
    """Dagarna för de möten som mötets §§ pekar på: där uppdrag gavs, och där nämnden behandlade ärendet förut."""
    ref = [str(grupp.get("uppdrag", "")) for p in _grupper(möte, "paragrafer") for grupp in _grupper(p, "innebär")]
    ref += [
        str(grupp.get("när", ""))
        for p in _grupper(möte, "paragrafer")
        for grupp in _grupper(p, "tidigare_behandling")
        if "av" not in grupp
    ]
    return sorted({r[:10] for r in ref if är_datum(r[:10])})


def _delegationsår(möte: Mapping[str, Any]) -> list[str]:
    """Åren för de delegationsbeslut som mötet anmäler."""
    ref = (str(grupp.get("delegationsbeslut", "")) for grupp in _grupper(möte, "anmälningsärenden"))
    return sorted({r[:4] for r in ref if re.fullmatch(r"(?:19|20)[0-9]{2}-[0-9]{1,4}", r)})


def _grupper(grupp: Mapping[str, Any], nyckel: str) -> list[Mapping[str, Any]]:
    """Grupperna i listan under nyckeln, också i en post som ännu inte har prövats."""
    lista = grupp.get(nyckel)
    return [g for g in lista if isinstance(g, dict)] if isinstance(lista, list) else []


def _kräv_möte(arkiv: Arkiv, datum: str) -> None:
    if not (är_datum(datum) and os.path.lexists(arkiv.stig("mote", datum))):
        raise okänt_möte(arkiv, datum)


def okänt_möte(arkiv: Arkiv, datum: str) -> Användningsfel:
    """Felet som säger vilka möten som finns, och det som ligger närmast."""
    from gns.grund.tecken import menade_du

    dagar = mötesdagar(arkiv)
    if not dagar:
        return Användningsfel("det finns inga möten", "lägg mötets post i data/moten/, till exempel 2020-12-18.yaml")
    if not är_datum(datum):
        kort = " ".join(datum[:40].split())
        return Användningsfel(f"{kort!r} är inget datum", f"skriv datumet som {dagar[-1]}")
    nära = sorted(dagar, key=lambda d: (abs(date.fromisoformat(d) - date.fromisoformat(datum)), d))[:_FLEST_FÖRSLAG]
    menat = menade_du(datum, dagar)
    fråga = f"menade du {menat}? " if menat else ""
    fler = f" och {len(dagar) - len(nära)} till" if len(dagar) > len(nära) else ""
    fel = [Path(f.fil).name for f in främmande(arkiv) if Path(f.fil).parent.name == "moten"]
    felnamn = f"; med fel namn: {', '.join(fel[:_FLEST_FÖRSLAG])}" if fel else ""
    return Användningsfel(f"det finns inget möte {datum}", f"{fråga}möten som finns: {', '.join(nära)}{fler}{felnamn}")
