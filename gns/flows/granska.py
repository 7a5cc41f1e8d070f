"""Granskningen: två revisioner och det ihopslagna läses, prövas och jämförs, utan att arbetskopian rörs."""

import datetime as dt
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from gns.flows.protokoll import Dokument

if TYPE_CHECKING:
    from gns.dokument.granskning import DömtVy, FyndVy, OläsbarVy, Ändring
    from gns.flows.kontrollrad import Kontrollrad
    from gns.history.sammanslagning import Filer, Sammanslagning
    from gns.modell.bok import Bok, Postnamn
    from gns.storage.arkiv import Arkiv


_PARAGRAF = re.compile(r"§ ([1-9][0-9]{0,3})(?![0-9])")


class Granskat(NamedTuple):
    """Det färdiga dokumentet, och om ändringen bör stoppas."""

    dokument: Dokument
    stoppas: bool


class _Läst(NamedTuple):
    """En revision, läst och prövad; filerna räknas från postmappens rot."""

    bok: "Bok | None"
    öppna: "dict[tuple[str, ...], Kontrollrad]"  # de brutna som ingen har svarat på
    olästa: "frozenset[Postnamn]"
    poster: "frozenset[Postnamn]"


def granska(start: Path, data: Path | None, spann: str | None, idag: dt.date, format: str) -> Granskat:
    """Det som skiljer ``BAS..HEAD`` åt. Kastar Användningsfel när posterna inte ligger i git eller en revision saknas."""
    from gns.dokument.granskning import Utanför, bygg_granskning
    from gns.dokument.granskning_sigill import bygg_sigill
    from gns.flows.granska_mallar import jämför_mallar
    from gns.flows.pa_disk import på_disk
    from gns.history.sammanslagning import slå_ihop
    from gns.render.render import render
    from gns.storage.arkiv import hitta_arkiv

    arkiv = hitta_arkiv(start, data)
    bas, gren = _delar(spann)
    s = slå_ihop(arkiv.rot, (arkiv.data.name, "mallar"), bas, gren)
    namn = arkiv.data.name
    revisioner = (s.skildes, s.gren, s.bas, s.gren if s.ihop is None else s.ihop)
    förr, nu, då, ihop = _läs_alla(revisioner, namn, idag)
    före, efter = (s.skildes, s.gren) if s.ihop is None else (s.bas, s.ihop)
    utanför = Utanför(
        bas,
        gren,
        bygg_sigill(_under(s.bas, namn), _under(före, namn), _under(efter, namn), _brott(s.bas, efter, namn)),
        s.konflikter,
        (*_länkar(s.ovanliga), *_oläsbara(nu, då)),
        _dömt(då, nu, ihop, s.ihop is not None),
        jämför_mallar(s.skildes, s.gren, None if nu.olästa else nu.bok),
    )
    par = (förr, nu) if s.ihop is None else (då, ihop)
    vy = bygg_granskning(_ändring(arkiv, s, (förr, nu), par), utanför)
    with på_disk(_mallarna(s.bas)) as basens:  # grenens egen mall kunde dölja det som grenen gör
        return Granskat(Dokument(render("granskning", vy, format, basens.mallar), ()), vy.stoppas)


def _brott(bas: "Filer", efter: "Filer", data: str) -> list[str]:
    """Det som prövningen av spåret kallar brutet i ``efter`` och inte i basen; historien och taggarna prövas inte här."""
    from gns.history.spar import signaturer_i
    from gns.kontroller.sparfynd import BRUTEN
    from gns.kontroller.sparprov import pröva_spåret
    from gns.modell.spar import Spår
    from gns.storage.sigill import läs_träd

    texter = []
    for filer in (_under(bas, data), _under(efter, data)):
        besked = pröva_spåret(Spår(filer, filer, signaturer=signaturer_i(filer)), läs_träd)
        alla = (*besked.kedjan, *(f for s in besked.sigill for f in s.skäl))
        texter.append([f.text for f in alla if f.vikt == BRUTEN])
    return [text for text in dict.fromkeys(texter[1]) if text not in texter[0]]


def _mallarna(filer: "Filer") -> "Filer":
    return {namn: rå for namn, rå in filer.items() if namn.startswith("mallar/")}


def _delar(spann: str | None) -> tuple[str, str]:
    """Basen och grenen i ``BAS..HEAD``; den som saknas är main och HEAD."""
    bas, _, gren = (spann or "").replace("...", "..").partition("..")
    return bas or "main", gren or "HEAD"


def _läs_alla(revisioner: "tuple[Filer, ...]", data: str, idag: dt.date) -> list[_Läst]:
    """Varje revision läst; de som är lika läses en gång."""
    lästa: list[tuple[Filer, _Läst]] = []
    ut: list[_Läst] = []
    for filer in revisioner:
        läst = next((redan for andra, redan in lästa if andra == filer), None) or _läs(filer, data, idag)
        lästa.append((filer, läst))
        ut.append(läst)
    return ut


def _läs(filer: "Filer", data: str, idag: dt.date) -> _Läst:
    from gns.flows.kontrollera import pröva_läsning
    from gns.flows.pa_disk import på_disk
    from gns.kontroller.lista import alla_regler
    from gns.storage.las_kontroll import load_för_kontroll

    poster = {n: rå for n, rå in filer.items() if n.startswith(f"{data}/") and n.endswith((".yaml", ".yml"))}
    with på_disk(poster, data) as arkiv:
        läsning = load_för_kontroll(arkiv)
        rader, _ = pröva_läsning(läsning, alla_regler(), idag)
        rader = [_i_arkivet(r, arkiv.rot) for r in rader if r.svar == "bruten" and not r.besvarat]
    lästa = frozenset(läsning.lästa)
    return _Läst(läsning.bok, {r.nyckel: r for r in rader}, läsning.alla - lästa, lästa)


def _oläsbara(nu: _Läst, då: _Läst) -> "Iterator[OläsbarVy]":
    from gns.dokument.granskning import OläsbarVy
    from gns.flows.kontrollrad import OLÄSBAR

    for nyckel, r in nu.öppna.items():
        if r.regel == OLÄSBAR:
            yield OläsbarVy(r.fil, r.rad, r.kolumn, r.text, r.råd, nyckel not in då.öppna)


def _länkar(ovanliga: tuple[str, ...]) -> "Iterator[OläsbarVy]":
    from gns.dokument.granskning import OläsbarVy

    for fil in ovanliga:
        yield OläsbarVy(
            fil, 0, 0, "detta är en länk eller ett eget förråd, ingen vanlig fil", "lägg själva filen här", True
        )


def _i_arkivet(rad: "Kontrollrad", rot: Path) -> "Kontrollrad":
    from dataclasses import replace

    from gns.storage.fil import räknad_från

    return replace(rad, fil=räknad_från(rot, rad.fil))


def _dömt(då: _Läst, nu: _Läst, ihop: _Läst, gick: bool) -> "DömtVy":
    from gns.dokument.granskning import DömtVy
    from gns.flows.kontrollrad import OLÄSBAR

    visade = {nyckel for nyckel, r in nu.öppna.items() if r.regel == OLÄSBAR}
    fanns = _med_nya_nummer(då, ihop)
    nya = [r for nyckel, r in ihop.öppna.items() if nyckel not in fanns and nyckel not in visade]
    botade = [r for nyckel, r in fanns.items() if nyckel not in ihop.öppna and not ihop.olästa]
    return DömtVy(gick, _fynd(nya, nu), _fynd(botade, då))


def _med_nya_nummer(då: _Läst, ihop: _Läst) -> "dict[tuple[str, ...], Kontrollrad]":
    """Basens fynd, där en § som har fått ett annat nummer heter som den gör nu: fynden i den är inte nya."""
    from gns.dokument.granskning_poster import omnumrerade

    nummer = omnumrerade(då.bok.poster, ihop.bok.poster) if då.bok and ihop.bok else {}

    def nu(del_: str, id: str) -> str:
        return _PARAGRAF.sub(lambda t: f"§ {nummer.get((id, int(t[1])), t[1])}", del_)

    return {
        tuple(nu(del_, nyckel[2]) for del_ in nyckel) if nyckel[1] == "mote" else nyckel: rad
        for nyckel, rad in då.öppna.items()
    }


def _fynd(rader: "list[Kontrollrad]", nu: _Läst) -> "tuple[FyndVy, ...]":
    from gns.dokument.granskning import FyndVy

    ordning = ("fel", "varning", "upplysning")
    return tuple(
        FyndVy(r.regel, r.nivå, r.fil, r.rad, r.post, r.fält, r.text, _mening(r.råd), r.nyckel not in nu.öppna)
        for r in sorted(rader, key=lambda r: ordning.index(r.nivå))
    )


def _mening(råd: str) -> str:
    return f"{råd}." if råd and råd[-1] not in ".?!" else råd


def _ändring(
    arkiv: "Arkiv", s: "Sammanslagning", grenen: tuple[_Läst, _Läst], ihopslaget: tuple[_Läst, _Läst]
) -> "Ändring":
    """Ändringen som grenen gör, och basen och det ihopslagna som kronorna räknas ur."""
    from gns.dokument.granskning import Ändring
    from gns.modell.bok import Bok

    förr, nu = grenen
    före, efter = _under(s.skildes, arkiv.data.name), _under(s.gren, arkiv.data.name)
    stigar = {arkiv.stig(*p).relative_to(arkiv.data).as_posix(): p for p in förr.poster | nu.poster}
    ändrade = sorted(fil for fil in {*före, *efter} if före.get(fil) != efter.get(fil))
    förra = förr.bok
    if förra is None and nu.bok is not None and not any(f.endswith(".yaml") for f in före):
        förra = Bok(nu.bok.nämnd)  # det fanns inga poster: allt är nytt
    då, sen = ihopslaget
    olästa = förr.olästa | nu.olästa
    hela = not (då.olästa | sen.olästa)
    return Ändring(
        förra,
        nu.bok,
        {fil: stigar.get(fil) for fil in ändrade},
        olästa,
        (förra if då.bok is None else då.bok) if hela else None,
        sen.bok if hela else None,
        s.utanför,
    )


def _under(filer: "Filer", mapp: str) -> Mapping[str, bytes]:
    return {namn.removeprefix(f"{mapp}/"): rå for namn, rå in filer.items() if namn.startswith(f"{mapp}/")}
