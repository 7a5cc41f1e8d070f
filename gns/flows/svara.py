"""Ett svar på ett fynd skrivs i data/svar, sedan det har visat sig att fyndet finns."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from gns.flows.kontrollrad import OLÄSBAR
from gns.grund.fel import Användningsfel, Postfel

if TYPE_CHECKING:
    from gns.kontroller.prova import Fynd
    from gns.kontroller.regel import Regel
    from gns.storage.arkiv import Arkiv
    from gns.storage.las_kontroll import Kontrolläsning


@dataclass(frozen=True, slots=True)
class Nytt:
    """Det som svaras: regelns id, postens namn (som filens), texten, platsen om den är given, vem och när."""

    regel: str
    post: str
    text: str
    plats: str | None
    av: str
    dag: dt.date


@dataclass(frozen=True, slots=True)
class Besvarat:
    """Filen som svaret står i, regelns id, platsen (tom när svaret gäller hela posten) och hur många fynd det gäller."""

    fil: str
    regel: str
    plats: str
    antal: int


def svara(start: Path, data: Path | None, nytt: Nytt) -> Besvarat:
    """Skriver svaret. Kastar Användningsfel, Postfel, Konfliktfel och Diskfel.

    Är platsen inte given får ett ensamt fynd sin plats i svaret; är de flera gäller svaret alla i posten.
    """
    from gns.flows.regelval import känd_regel
    from gns.storage.arkiv import hitta_arkiv
    from gns.storage.fil import visa_stig
    from gns.storage.listpost import SVAR, lägg_till
    from gns.storage.sigill import förseglade_filer

    regel = känd_regel(nytt.regel)
    if regel.id == OLÄSBAR:
        raise Användningsfel("en post som inte går att läsa går inte att svara på", "rätta posten")
    arkiv = hitta_arkiv(start, data)
    läsning = _läs(arkiv, nytt.post)
    stig = arkiv.riktig_stig("svar", nytt.post)
    fynd = _obesvarade(läsning, regel, nytt, stig in förseglade_filer(arkiv))
    plats = nytt.plats or (fynd[0].plats if len({f.plats for f in fynd}) == 1 else "")
    svar = {
        "regel": regel.id,
        "slag": _slag(läsning, nytt.post, fynd),
        "plats": plats,
        "svar": nytt.text,
        "av": nytt.av,
        "datum": str(nytt.dag),
    }
    gammal = läsning.lästa.get(("svar", nytt.post))
    lägg_till(SVAR, stig, nytt.post, {n: v for n, v in svar.items() if v}, gammal.rå if gammal else None)
    return Besvarat(visa_stig(stig), regel.id, plats, len(fynd))


def _läs(arkiv: "Arkiv", post: str) -> "Kontrolläsning":
    """Posterna; Användningsfel när posten inte finns, Postfel när den, nämnden eller svaren inte går att läsa."""
    from gns.grund.tecken import råd_för
    from gns.storage.las_kontroll import load_för_kontroll

    läsning = load_för_kontroll(arkiv)
    namn = sorted({id for slag, id in läsning.alla if slag != "svar"})
    if post not in namn:
        raise Användningsfel(f"det finns ingen post {post}", råd_för(post, namn, "skriv postens namn, som filen heter"))
    if läsning.bok is None or any(id == post for _, id in läsning.alla - läsning.lästa.keys()):
        raise Postfel(tuple(f for f in läsning.oläsbara if Path(f.fil).stem in (post, "namnd")))
    return läsning


def _slag(läsning: "Kontrolläsning", post: str, fynd: "Sequence[Fynd]") -> str:
    """Postens slag när en annan post har samma namn och inget av fynden är i den; annars tomt."""
    from gns.kontroller.prova import POSTSLAG

    med_namnet = {slag for slag, id in läsning.alla if id == post and slag != "svar"}
    egna = {f.utfall.slag for f in fynd}
    return POSTSLAG[egna.pop()] if len(egna) == 1 < len(med_namnet) else ""


def _obesvarade(läsning: "Kontrolläsning", regel: "Regel", nytt: Nytt, förseglat: bool) -> "list[Fynd]":
    """Fynden som svaret gäller; Användningsfel när det inte finns några, eller alla redan har ett svar."""
    from gns.kontroller.prova import brutna, pröva
    from gns.kontroller.underlag import Underlag

    assert läsning.bok is not None
    alla = brutna(pröva(Underlag(läsning.bok, nytt.dag, tuple(läsning.egna)), [regel]).fynd)
    fynd = [f for f in alla if f.utfall.id == nytt.post]
    if not fynd:
        råd = f"fynden visas med gns kontrollera --regel {regel.id}"
        raise Användningsfel(f"{regel.id} har inget fynd i {nytt.post}", råd)
    på_plats = [f for f in fynd if nytt.plats in (None, f.plats)]
    if not på_plats:
        raise _fel_plats(regel, nytt, fynd)
    obesvarade = [f for f in på_plats if f.besvarat is None]
    if not obesvarade:
        raise _redan(nytt, på_plats[0], förseglat)
    return obesvarade


def _fel_plats(regel: "Regel", nytt: Nytt, fynd: "Sequence[Fynd]") -> Användningsfel:
    from gns.grund.tecken import råd_för

    platser = list(dict.fromkeys(f.plats for f in fynd if f.plats))
    alla = f"fynden där är på {', '.join(platser)}" if platser else "fyndet gäller hela posten; ta bort --plats"
    return Användningsfel(
        f"{regel.id} har inget fynd på {nytt.plats} i {nytt.post}", råd_för(nytt.plats or "", platser, alla)
    )


def _redan(nytt: Nytt, ett: "Fynd", förseglat: bool) -> Användningsfel:
    vem = f" av {ett.besvarat.av} {ett.besvarat.datum}" if ett.besvarat else ""
    råd = "svaret är förseglat med mötet och ändras inte"
    if not förseglat:
        råd = f"vill du säga något annat, ändra i data/svar/{nytt.post}.yaml"
    return Användningsfel(f"fyndet är redan besvarat{vem}", råd)
