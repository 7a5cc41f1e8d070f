"""Revisionsunderlaget: hela arkivet läst och prövat, och varje rad med filen och raden den kommer ur."""

import datetime as dt
from pathlib import Path
from typing import TYPE_CHECKING

from gns.flows.budgetarkiv import kräv_budgetår, kräv_dag
from gns.flows.protokoll import Dokument
from gns.grund.fel import Postfel, Sigillfel

if TYPE_CHECKING:
    from gns.dokument.lank import Länk, Var
    from gns.dokument.revisionsunderlag import FyndVy, KontrollVy
    from gns.grund.datafel import Fältväg
    from gns.kontroller.prova import Fynd
    from gns.modell.bok import Bok
    from gns.modell.sigill import Sigill
    from gns.storage.arkiv import Arkiv
    from gns.storage.las_kontroll import Kontrolläsning


def gör_revisionsunderlag(
    start: Path, data: Path | None, år: int, per: dt.date, idag: dt.date, format: str
) -> Dokument:
    """Underlaget som det stod när dagen ``per`` var slut. Kastar Användningsfel, Postfel eller Diskfel."""
    from gns.dokument.revisionsunderlag import bygg_revisionsunderlag
    from gns.kontroller.lista import alla_regler
    from gns.kontroller.prova import pröva
    from gns.kontroller.underlag import Underlag
    from gns.render.render import render
    from gns.storage.arkiv import hitta_arkiv
    from gns.storage.las_kontroll import load_för_kontroll

    arkiv = hitta_arkiv(start, data)
    läsning = load_för_kontroll(arkiv)
    if läsning.oläsbara or läsning.bok is None:
        raise Postfel(tuple(läsning.oläsbara))
    bok = läsning.bok
    kräv_budgetår(bok, år)
    kräv_dag(år, per, idag)
    var = _var(läsning)
    prövning = pröva(Underlag(bok, per, tuple(läsning.egna)), alla_regler())
    vy = bygg_revisionsunderlag(bok, år, per, var, _kontroll(bok, prövning.fynd, år, var), *_sigillen(arkiv))
    return Dokument(render("revisionsunderlag", vy, format, arkiv.mallar), ())


def _sigillen(arkiv: "Arkiv") -> "tuple[tuple[tuple[Sigill, bytes], ...], str]":
    """Sigillen på disken, och varför de inte går att läsa; spåret prövas av gns verifiera, som behöver git."""
    from gns.storage.sigill import alla_sigill

    try:
        return tuple(alla_sigill(arkiv)), ""
    except Sigillfel as fel:
        return (), fel.text


def _var(läsning: "Kontrolläsning") -> "Var":
    """Länken till ett fält: filen räknad från postmappen och raden, efter nämndens adress när den har en."""
    from gns.dokument.lank import Länk
    from gns.storage.plats import radvisare

    rot = läsning.arkiv.rot
    bas = läsning.bok.nämnd.arkivadress if läsning.bok else None
    visare = {}

    def länk(slag: str, id: str, väg: "Fältväg") -> "Länk":
        läst = läsning.lästa[slag, id]
        if läst.stig not in visare:
            visare[läst.stig] = radvisare(läst.rå)
        fil, rad = läst.stig.relative_to(rot).as_posix(), visare[läst.stig](väg)
        return Länk(f"{fil}:{rad}", f"{f'{bas}/' if bas else ''}{fil}#L{rad}")

    return länk


def _kontroll(bok: "Bok", fynd: "tuple[Fynd, ...]", år: int, var: "Var") -> "KontrollVy":
    """Fynden om året: de obesvarade först, felen före varningarna, och det oprövade räknat per regel."""
    from gns.dokument.revisionsunderlag import KontrollVy, OprövatVy, hör_till
    from gns.kontroller.prova import brutna
    from gns.kontroller.regel import NIVÅER, OPRÖVBAR

    årets = [f for f in fynd if hör_till(bok, f.utfall.slag, f.utfall.id, år)]
    visas = sorted((_fynd(f, var) for f in brutna(årets)), key=lambda f: (f.svar is not None, NIVÅER.index(f.nivå)))
    oprövat: dict[str, list[Fynd]] = {}
    for f in årets:
        if f.utfall.svar == OPRÖVBAR:
            oprövat.setdefault(f.regel.id, []).append(f)
    return KontrollVy(
        fynd=tuple(visas),
        obesvarade=sum(f.svar is None for f in visas),
        oprövat=tuple(
            OprövatVy(id, alla[0].regel.fråga, len(alla), var(*alla[0].utfall[1:4])) for id, alla in oprövat.items()
        ),
        andra=sum(1 for _ in brutna(fynd)) - len(visas),
    )


def _fynd(f: "Fynd", var: "Var") -> "FyndVy":
    from gns.dokument.revisionsunderlag import FyndVy

    u, svar = f.utfall, f.besvarat
    return FyndVy(
        regel=f.regel.id,
        lagrum=f.regel.källa,
        nivå=f.nivå,
        post=var(u.slag, u.id, u.fält),
        plats=f.plats,
        text=u.text,
        svar=str(svar.svar).strip() if svar else None,
        av=svar.av if svar else None,
        datum=str(svar.datum) if svar else None,
    )
