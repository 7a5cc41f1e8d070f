"""Kontrollen: läs allt som går att läsa, pröva reglerna, och säg var i filerna varje fynd är."""

import datetime as dt
import os
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import TYPE_CHECKING

from gns.grund.datafel import Datafel, Filfel
from gns.grund.fel import Användningsfel

if TYPE_CHECKING:
    from gns.kontroller.prova import Fynd
    from gns.kontroller.regel import Regel
    from gns.storage.arkiv import Arkiv
    from gns.storage.las_kontroll import Kontrolläsning

OLÄSBAR = "POST-lasbar"


@dataclass(frozen=True, slots=True)
class Kontrollrad:
    """Ett fynd med sin plats i filen, som det skrivs ut; ``nyckel`` är densamma när rader flyttas."""

    regel: str
    nivå: str
    svar: str
    besvarat: bool
    post: str
    fält: str
    fil: str
    rad: int
    kolumn: int
    text: str
    lagrum: str
    råd: str
    källrad: str = field(repr=False)
    nyckel: tuple[str, ...] = field(repr=False)


@dataclass(frozen=True, slots=True)
class Kontroll:
    """Hela kontrollen: raderna i filernas ordning, hur många ställen som uppfyllde sin regel, och antalet poster."""

    rader: tuple[Kontrollrad, ...]
    uppfyllda: int
    poster: int
    oläsbara: bool

    def visade(self, alla: bool) -> tuple[Kontrollrad, ...]:
        """Det brutna som ingen har svarat på; med ``alla`` också resten."""
        return tuple(r for r in self.rader if alla or (r.svar == "bruten" and not r.besvarat))

    def antal(self) -> dict[str, int]:
        """Hur många rader av varje slag; de besvarade räknas för sig."""
        ut = dict.fromkeys(("fel", "varning", "upplysning", "besvarade", "oprövade", "uppfyllda"), 0)
        for r in self.rader:
            ut["oprövade" if r.svar != "bruten" else "besvarade" if r.besvarat else r.nivå] += 1
        return ut | {"uppfyllda": self.uppfyllda}

    def som_json(self, alla: bool) -> dict[str, object]:
        """Det som json har: fynden, utan källrader, och antalen."""
        dolda = ("källrad", "nyckel")
        rader = [{f.name: getattr(r, f.name) for f in fields(r) if f.name not in dolda} for r in self.visade(alla)]
        return {"fynd": rader, "antal": self.antal(), "poster": self.poster}

    def sammanfattning(self) -> str:
        """En rad om hur det gick."""
        n = self.antal()
        böjda = (
            ("fel", "fel", "fel"),
            ("varning", "varning", "varningar"),
            ("upplysning", "upplysning", "upplysningar"),
            ("besvarade", "besvarat fynd", "besvarade fynd"),
        )
        delar = [f"{n[k]} {ett if n[k] == 1 else flera}" for k, ett, flera in böjda if n[k] or k == "fel"]
        oprövade = f"; {n['oprövade']} går inte att pröva (visa med --alla)" if n["oprövade"] else ""
        poster = "1 post" if self.poster == 1 else f"{self.poster} poster"
        return f"{poster}: {', '.join(delar)}{oprövade}; {n['uppfyllda']} uppfyllda."

    def slutkod(self) -> int:
        """2 när en post inte gick att läsa, 1 när ett fel är obesvarat, annars 0 (design § 9)."""
        if self.oläsbara:
            return 2
        return int(any(r.svar == "bruten" and r.nivå == "fel" and not r.besvarat for r in self.rader))


def kontrollera(
    start: Path, data: Path | None, sökvägar: tuple[Path, ...], id: tuple[str, ...], idag: dt.date
) -> Kontroll:
    """Prövar alla regler, eller de som pekas ut, på alla poster; bara fynd i de utpekade filerna visas.

    Kastar Användningsfel för en okänd regel eller sökväg, Diskfel när disken hindrar.
    """
    from gns.storage.arkiv import hitta_arkiv
    from gns.storage.las_kontroll import load_för_kontroll

    regler = _regler(id)
    arkiv = hitta_arkiv(start, data)
    läsning = load_för_kontroll(arkiv)
    rader, uppfyllda = _pröva(läsning, regler, idag)
    valda = _valda(arkiv, start, sökvägar)
    visade = tuple(r for r in rader if not valda or any(_under(r.fil, v) for v in valda))
    return Kontroll(visade, uppfyllda, läsning.antal, any(r.regel == OLÄSBAR for r in visade))


def _pröva(läsning: "Kontrolläsning", regler: "tuple[Regel, ...]", idag: dt.date) -> tuple[list[Kontrollrad], int]:
    rader = [_oläsbar(f) for f in läsning.oläsbara]
    uppfyllda = 0
    if läsning.bok is not None:
        from gns.kontroller.prova import pröva
        from gns.kontroller.underlag import Underlag

        prövning = pröva(Underlag(läsning.bok, idag, tuple(läsning.egna)), regler)
        rader += _med_plats(läsning, prövning.fynd)
        uppfyllda = prövning.uppfyllda
    return sorted(rader, key=lambda r: (r.fil, r.rad, r.kolumn, r.regel, r.text)), uppfyllda


def _med_plats(läsning: "Kontrolläsning", fynd: "tuple[Fynd, ...]") -> list[Kontrollrad]:
    """Fynden med fil, rad och kolumn; varje fil läses om en gång."""
    from gns.storage.plats import platser

    per_post: dict[tuple[str, str], list[Fynd]] = {}
    for f in fynd:
        per_post.setdefault((f.utfall.slag, f.utfall.id), []).append(f)
    rader: list[Kontrollrad] = []
    for post, egna in per_post.items():
        läst = läsning.lästa[post]
        fel = [Datafel(u.fält, u.text, u.råd, i_text=u.i_text, på_nyckel=u.på_nyckel) for u in (f.utfall for f in egna)]
        rader += map(_rad, egna, platser(läst.stig, läst.rå, fel))
    return rader


def _rad(f: "Fynd", plats: Filfel) -> Kontrollrad:
    from gns.kontroller.prova import POSTSLAG

    u = f.utfall
    post = f"{POSTSLAG[u.slag]} {u.id}" if u.slag != "namnd" else POSTSLAG[u.slag]
    nyckel = (f.regel.id, u.slag, u.id, f.plats, u.text)
    return Kontrollrad(
        f.regel.id, f.nivå, u.svar, f.besvarat is not None, post, f.plats, plats.fil, plats.rad, plats.kolumn,
        u.text, f.regel.källa, u.råd, plats.källrad, nyckel,
    )  # fmt: skip


def _oläsbar(f: Filfel) -> Kontrollrad:
    nyckel = (OLÄSBAR, f.fil, f.text)
    return Kontrollrad(
        OLÄSBAR, "fel", "bruten", False, Path(f.fil).stem, "", f.fil, f.rad, f.kolumn, f.text, "postens form", f.råd,
        f.källrad, nyckel,
    )  # fmt: skip


def _regler(id: tuple[str, ...]) -> "tuple[Regel, ...]":
    from gns.kontroller.lista import REGLER, alla_regler, finns, regel

    for ett in id:
        if not finns(ett):
            from gns.grund.tecken import råd_för

            råd = råd_för(ett, REGLER, "alla regler visas med gns förklara")
            raise Användningsfel(f"det finns ingen regel {ett}", råd)
    return tuple(map(regel, id)) if id else alla_regler()


def _valda(arkiv: "Arkiv", start: Path, sökvägar: tuple[Path, ...]) -> list[str]:
    from gns.storage.fil import visa_stig

    valda = [Path(os.path.abspath(start / s)) for s in sökvägar]  # noqa: PTH100 – länkar ska inte lösas upp
    for sökväg, hel in zip(sökvägar, valda, strict=True):
        if not hel.exists() or not (hel == arkiv.data or arkiv.data in hel.parents or hel in arkiv.data.parents):
            raise Användningsfel(f"{sökväg} är ingen post och ingen mapp med poster", f"posterna ligger i {arkiv.data}")
    return [visa_stig(hel) for hel in valda]


def _under(fil: str, vald: str) -> bool:
    return vald in (fil, ".") or fil.startswith(f"{vald}/")
