"""Protokollet justeras på det sätt som fullmäktige har bestämt: av ordföranden och minst så många justerare som det säger.

Det prövas när någon underskrift är antecknad. Alla som ledde någon § och alla som utsågs att justera ska ha
undertecknat när protokollet är justerat, sekreteraren får göra det, och ingen annan. En underskrift är inte äldre än
mötet och inte yngre än justeringen. Har någon undertecknat elektroniskt, med id för sitt certifikat, har de andra det
också. Antalet justerare utom ordföranden är ``antal_justerare`` i det reglemente som gällde.

Rätt:
    justering:
      justerare:
        - Jörgen Persson
      justerat: 2020-12-23
      underskrifter:
        - namn: Robert Hamberg    # ordförande
          datum: 2020-12-22
        - namn: Jörgen Persson
          datum: 2020-12-23

Fel:
      underskrifter:
        - namn: Robert Hamberg
          datum: 2020-12-24       # efter justeringen, och Jörgen Perssons underskrift saknas
"""

import datetime as dt
from collections.abc import Iterator

from gns.kontroller.anslagstid import KOMMUNALLAGEN
from gns.kontroller.regel import EJ_INLAGD, Lagrum, Regel, Utfall, bruten, oprövbar, uppfylld
from gns.kontroller.underlag import Underlag
from gns.modell.mote import Justering, Möte
from gns.sammantrade.deltagande import ordförande, sekreterare
from gns.sammantrade.narvaroprov_text import paragrafer
from gns.sammantrade.sammantrade import Sammanträde

_FÄLT = ("justering", "underskrifter")


def _pröva(u: Underlag) -> Iterator[Utfall]:
    for id, möte in u.möten():
        if not möte.justering or not (möte.är_justerat or möte.justering.underskrifter):
            continue
        if möte.datum < KOMMUNALLAGEN:
            yield oprövbar("mote", id, ("justering",), EJ_INLAGD)
        elif not möte.justering.underskrifter:
            yield oprövbar("mote", id, ("justering",), "inga underskrifter är antecknade")
        else:
            yield from _mötet(id, u.sammanträden[möte.datum], möte.justering)


def _mötet(id: str, s: Sammanträde, just: Justering) -> Iterator[Utfall]:
    ledde = _ledde(s)
    fynd = [
        *_saknade(id, s.möte, just, ledde),
        *_antal(id, s, just),
        *_andras(id, s.möte, just, ledde),
        *_dagar(id, s.möte, just),
        *_certifikat(id, s.möte, just),
    ]
    yield from fynd or [uppfylld("mote", id, _FÄLT)]


def _ledde(s: Sammanträde) -> dict[str, str]:
    """De som ledde mötet, och vad var och en ledde."""
    ut: dict[str, str] = {}
    for namn, hela, delar in ordförande(s.möte, s.lägen):
        nummer = {*hela, *(punkt.nr for punkt in delar)}
        ut[namn] = paragrafer(nummer) if nummer else "mötet"
    return ut


def _saknade(id: str, möte: Möte, just: Justering, ledde: dict[str, str]) -> Iterator[Utfall]:
    """De som ska underteckna men inte har gjort det; före justeringen kan de fortfarande göra det."""
    har = {u.namn for u in just.underskrifter}
    ska = {namn: f"ledde {vad}" for namn, vad in ledde.items()}
    ska |= {namn: "utsågs att justera" for namn in just.justerare if namn not in ska}
    if not ledde:
        yield oprövbar("mote", id, _FÄLT, "det går inte att säga vem som ledde mötet")
    if not just.justerare:
        yield oprövbar("mote", id, _FÄLT, "det står inte vilka som utsågs att justera")
    for namn, varför in ska.items():
        if namn not in har and möte.är_justerat:
            text = f"{namn} {varför} men har inte undertecknat protokollet"
            yield bruten("mote", id, _FÄLT, text, "skriv underskriften, eller rätta vem som ledde och justerade")
        elif namn not in har:
            yield oprövbar("mote", id, _FÄLT, f"{namn} {varför} och har inte undertecknat än")


def _antal(id: str, s: Sammanträde, just: Justering) -> Iterator[Utfall]:
    reglemente = s.nämnd.reglemente(s.möte.datum)
    antal = reglemente.antal_justerare if reglemente else None
    if antal is None:
        yield oprövbar("mote", id, _FÄLT, "reglementet säger inte hur många som justerar utom ordföranden")
    elif just.justerare and len(set(just.justerare)) < antal and s.möte.är_justerat:
        text = f"reglementet kräver {antal} justerare utom ordföranden, men bara {len(set(just.justerare))} utsågs"
        yield bruten("mote", id, ("justering", "justerare"), text, "rätta justerare, eller antal_justerare")


def _andras(id: str, möte: Möte, just: Justering, ledde: dict[str, str]) -> Iterator[Utfall]:
    """Underskrifter av andra; utan närvaro eller justerare går det inte att säga att de är andra."""
    får = {*ledde, *just.justerare, *sekreterare(möte), *(namn for p in möte.paragrafer for namn in p.justerare)}
    for i, u in enumerate(just.underskrifter if ledde and just.justerare else ()):
        if u.namn not in får:
            text = f"{u.namn} har undertecknat men ledde inte mötet och utsågs inte att justera"
            yield bruten("mote", id, (*_FÄLT, i), text, "rätta namnet, eller skriv namnet under justerare")


def _dagar(id: str, möte: Möte, just: Justering) -> Iterator[Utfall]:
    for i, u in enumerate(just.underskrifter):
        fält = (*_FÄLT, i, "datum")
        if u.datum < möte.datum:
            text = f"{u.namn} undertecknade {u.datum}, före mötet den {möte.datum}"
            yield bruten("mote", id, fält, text, "rätta dagen")
        elif isinstance(just.justerat, dt.date) and u.datum > just.justerat:
            text = f"{u.namn} undertecknade {u.datum}, efter att protokollet justerades {just.justerat}"
            yield bruten("mote", id, fält, text, "rätta dagen, eller justerat")


def _certifikat(id: str, möte: Möte, just: Justering) -> Iterator[Utfall]:
    """Sekreterarens underskrift justerar inget och kan vara på papper."""
    elektronisk = next((u.namn for u in just.underskrifter if u.certifikat), None)
    for i, u in enumerate(just.underskrifter if elektronisk else ()):
        if not u.certifikat and u.namn not in sekreterare(möte):
            text = f"{u.namn} har inget id för sitt certifikat, fast {elektronisk} har undertecknat elektroniskt"
            yield bruten("mote", id, (*_FÄLT, i), text, "skriv certifikat för varje elektronisk underskrift")


REGEL = Regel(
    id="KL-5-69-underskrift",
    nummer=(58,),
    fråga="Är protokollet undertecknat av dem som ledde mötet och dem som utsågs att justera?",
    nivå="varning",
    pröva=_pröva,
    stöd=(Lagrum("KL 5:69", "2017:725", dt.date(2018, 1, 1)), Lagrum("KL 6:35", "2017:725", dt.date(2018, 1, 1))),
)
