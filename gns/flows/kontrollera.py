"""Kontrollen: läs allt som går att läsa, pröva reglerna, och säg var i filerna varje fynd är."""

import datetime as dt
import os
import re
from collections import Counter
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from gns.flows.kontrollrad import OLÄSBAR, Kontroll, Kontrollrad, Svaret
from gns.grund.datafel import Datafel, Filfel
from gns.grund.fel import Användningsfel

if TYPE_CHECKING:
    from gns.kontroller.prova import Fynd
    from gns.kontroller.regel import Regel
    from gns.storage.arkiv import Arkiv
    from gns.storage.las_kontroll import Kontrolläsning

_ANTAL = re.compile(r"\b[0-9]+ dag(?:ar)?\b")


def kontrollera(
    start: Path,
    data: Path | None,
    sökvägar: tuple[Path, ...],
    id: tuple[str, ...],
    idag: dt.date,
    sedan: str | None = None,
) -> Kontroll:
    """Prövar alla regler, eller de som pekas ut, på alla poster; bara fynd i de utpekade filerna visas.

    Med ``sedan`` visas bara det som är nytt sedan den revisionen i git. Kastar Användningsfel för en okänd regel,
    sökväg eller revision, Diskfel när disken hindrar.
    """
    from gns.flows.kontroll_sedan import nycklar_då
    from gns.storage.arkiv import hitta_arkiv
    from gns.storage.fil import räknad_från
    from gns.storage.las_kontroll import load_för_kontroll

    regler = _regler(id)
    arkiv = hitta_arkiv(start, data)
    läsning = load_för_kontroll(arkiv)
    rader, uppfyllda = pröva_läsning(läsning, regler, idag)
    if sedan is not None:
        då = nycklar_då(arkiv, sedan, lambda gamla: _med_svar(pröva_läsning(gamla, regler, idag)[0]))
        rader = [r for r in rader if då.isdisjoint({*_med_svar([r]), (*r.nyckel, "")})]
    valda = _valda(arkiv, start, sökvägar)
    repo = arkiv.repo
    visade = tuple(replace(r, i_repot=räknad_från(repo, r.fil)) for r in rader if not valda or _under(r.fil, valda))
    prövade = tuple(dict.fromkeys((*(r.id for r in regler), OLÄSBAR)))
    return Kontroll(visade, uppfyllda, läsning.antal, any(r.regel == OLÄSBAR for r in visade), prövade)


def _med_svar(rader: list[Kontrollrad]) -> set[tuple[str, ...]]:
    """Radernas nycklar, och om de är besvarade: ett fynd som har mist sitt svar är nytt."""
    return {(*r.nyckel, "besvarat" if r.besvarat else "") for r in rader}


def pröva_läsning(
    läsning: "Kontrolläsning", regler: "tuple[Regel, ...]", idag: dt.date
) -> tuple[list[Kontrollrad], int]:
    """Raderna i filernas ordning, och antalet uppfyllda ställen."""
    rader = [_oläsbar(läsning, f) for f in läsning.oläsbara]
    uppfyllda = 0
    if läsning.bok is not None:
        from gns.kontroller.prova import pröva
        from gns.kontroller.underlag import Underlag

        prövning = pröva(Underlag(läsning.bok, idag, tuple(läsning.egna)), regler)
        rader += med_plats(läsning, prövning.fynd)
        uppfyllda = prövning.uppfyllda
    return _med_ordning(sorted(rader, key=lambda r: (r.fil, r.rad, r.kolumn, r.regel, r.text))), uppfyllda


def _med_ordning(rader: list[Kontrollrad]) -> list[Kontrollrad]:
    """Rader med samma nyckel skiljs åt av vilken i ordningen de är."""
    sedda = Counter[tuple[str, ...]]()
    ut = []
    for rad in rader:
        ut.append(replace(rad, nyckel=(*rad.nyckel, str(sedda[rad.nyckel]))))
        sedda[rad.nyckel] += 1
    return ut


def med_plats(läsning: "Kontrolläsning", fynd: "tuple[Fynd, ...]") -> list[Kontrollrad]:
    """Fynden med fil, rad och kolumn; varje fil läses om en gång."""
    from gns.storage.plats import platser

    per_post: dict[tuple[str, str], list[Fynd]] = {}
    for f in fynd:
        per_post.setdefault((f.utfall.slag, f.utfall.id), []).append(f)
    rader: list[Kontrollrad] = []
    for post, egna in per_post.items():
        läst = läsning.lästa[post]
        fel = [Datafel(u.fält, u.text, u.råd, i_text=u.i_text, på_nyckel=u.på_nyckel) for u in (f.utfall for f in egna)]
        par = zip(egna, fel, platser(läst.stig, läst.rå, fel), strict=True)
        rader += (_rad(f, plats) for f, felet, plats in par if not _följdfel(läsning, f, felet))
    return rader


def _följdfel(läsning: "Kontrolläsning", f: "Fynd", fel: Datafel) -> bool:
    """Om fyndet bara säger att en post saknas som finns men inte går att läsa; den har sitt eget fynd."""
    u = f.utfall
    return f.regel.id == "POST-samband" and läsning.pekar_på_oläsbar((u.slag, u.id), fel)


def _rad(f: "Fynd", plats: Filfel) -> Kontrollrad:
    from gns.kontroller.prova import POSTSLAG

    u = f.utfall
    post = POSTSLAG[u.slag] if u.slag in {u.id, "namnd"} else f"{POSTSLAG[u.slag]} {u.id}"
    nyckel = (f.regel.id, u.slag, u.id, f.plats, _utan_tal(u.text))
    svar = f.besvarat
    svaret = Svaret(str(svar.svar).strip(), svar.av, str(svar.datum)) if svar else None
    return Kontrollrad(
        f.regel.id, f.nivå, u.svar, svar is not None, post, f.plats, plats.fil, plats.rad, plats.kolumn,
        u.text, f.regel.källa, u.råd, svaret, plats.källrad, "", nyckel,
    )  # fmt: skip


def _oläsbar(läsning: "Kontrolläsning", f: Filfel) -> Kontrollrad:
    from gns.storage.fil import räknad_från

    nyckel = (OLÄSBAR, räknad_från(läsning.arkiv.data, f.fil), _utan_tal(f.text))
    return Kontrollrad(
        OLÄSBAR, "fel", "bruten", False, Path(f.fil).stem, "", f.fil, f.rad, f.kolumn, f.text, "postens form", f.råd,
        None, f.källrad, "", nyckel,
    )  # fmt: skip


def _utan_tal(text: str) -> str:
    """Texten som nyckel: antalet dagar växer med dagen för kontrollen utan att fyndet är ett annat."""
    return _ANTAL.sub("0 dagar", text)


def _regler(id: tuple[str, ...]) -> "tuple[Regel, ...]":
    from gns.flows.regelval import känd_regel
    from gns.kontroller.lista import alla_regler

    return tuple(dict.fromkeys(map(känd_regel, id))) if id else alla_regler()


def _valda(arkiv: "Arkiv", start: Path, sökvägar: tuple[Path, ...]) -> list[Path]:
    valda = [Path(os.path.abspath(start / s)) for s in sökvägar]  # noqa: PTH100 – länkar ska inte lösas upp
    for sökväg, hel in zip(sökvägar, valda, strict=True):
        if not hel.exists() or not (hel == arkiv.data or arkiv.data in hel.parents or hel in arkiv.data.parents):
            raise Användningsfel(f"{sökväg} är ingen post och ingen mapp med poster", f"posterna ligger i {arkiv.data}")
    return valda


def _under(fil: str, valda: list[Path]) -> bool:
    """Om filen, som den visas, är en av de utpekade eller ligger i en av dem."""
    hel = Path(os.path.abspath(fil))  # noqa: PTH100
    return any(vald == hel or vald in hel.parents for vald in valda)
