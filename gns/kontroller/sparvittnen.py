"""Sigillens vittnen utanför kedjan: taggarna, underskrifterna och de andra grenarna. De får saknas, men inte säga emot."""

import datetime as dt
from collections.abc import Iterator, Mapping

from gns.grund.kontrollkod import kontrollkod
from gns.kontroller.sparfynd import BRUTEN, OPRÖVBAR, UPPLYSNING, Sparfynd
from gns.modell.sigill import Nyckel, Sigill, läs_sigill, sigillfil, signaturfil, summa, underskriftens_nummer
from gns.modell.spar import Signatur, Spår, Tagg


def taggprov(spår: Spår, sigill: Mapping[int, Sigill]) -> Iterator[Sparfynd]:
    """Varje tagg pekar på det sigill den är gjord för; ett sigill utan tagg sägs."""
    efter_namn = {s.tagg: nr for nr, s in sigill.items()}
    for tagg in spår.taggar:
        nr = efter_namn.get(tagg.namn)
        if nr is not None:
            yield from _taggen(spår, tagg, nr, sigill[nr])
        elif tagg.eget_namn in efter_namn:
            yield Sparfynd(None, BRUTEN, f"taggen {tagg.namn} är gjord för {tagg.eget_namn}")
        else:
            yield from _främmande(spår, tagg)
    namn = {t.namn for t in spår.taggar}
    for nr, s in sigill.items():
        if s.tagg not in namn:
            yield Sparfynd(nr, UPPLYSNING, f"taggen {s.tagg} saknas; kanske är den inte hämtad eller inte skickad")


def _främmande(spår: Spår, tagg: Tagg) -> Iterator[Sparfynd]:
    """En tagg utan sigill här: för något i en annan gren, för något som är borta, eller för ingenting alls."""
    grenar = [g for g, filer in spår.andra.items() if any(filer.get(f) == rå for f, rå in (tagg.sigill or {}).items())]
    if tagg.sigill is None:
        yield Sparfynd(None, OPRÖVBAR, f"det som taggen {tagg.namn} pekar på går inte att läsa; hämta hela förrådet")
    elif not any(_taggens(rå, tagg) for rå in tagg.sigill.values()):
        yield Sparfynd(None, UPPLYSNING, f"taggen {tagg.namn} pekar inte på något förseglat")
    elif grenar:
        i_huvudgren = next((g for g in grenar if g in spår.huvudgrenar), None)
        text = f"taggen {tagg.namn} är för något som finns i {i_huvudgren or grenar[0]} men inte här"
        yield Sparfynd(None, OPRÖVBAR if i_huvudgren else UPPLYSNING, text)
    else:
        yield Sparfynd(None, BRUTEN, f"taggen {tagg.namn} är för något som inte är förseglat här")


def _taggens(rå: bytes, tagg: Tagg) -> bool:
    return _är_sigill(rå) and läs_sigill(rå).tagg in {tagg.namn, tagg.eget_namn}


def _taggen(spår: Spår, tagg: Tagg, nr: int, s: Sigill) -> Iterator[Sparfynd]:
    sigillet = spår.huvud[sigillfil(nr)]
    if not tagg.eget_namn:
        yield Sparfynd(nr, BRUTEN, f"taggen {tagg.namn} är inte gjord av gns: den har ingen text")
    elif tagg.eget_namn != tagg.namn:
        yield Sparfynd(nr, BRUTEN, f"taggen {tagg.namn} är gjord för {tagg.eget_namn}")
    elif tagg.sigill is None or tagg.summor is None:
        yield Sparfynd(nr, OPRÖVBAR, f"det som taggen {tagg.namn} pekar på går inte att läsa; hämta hela förrådet")
    elif tagg.sigill.get(sigillfil(nr)) != sigillet:
        yield Sparfynd(nr, BRUTEN, f"taggen {tagg.namn} pekar på en commit där sigill {nr} är ett annat, eller saknas")
    elif andra := [fil for fil, väntad in s.filer.items() if tagg.summor.get(fil) != väntad]:
        text = f"taggen {tagg.namn} pekar på en commit där data/{andra[0]} inte är den som förseglades"
        yield Sparfynd(nr, BRUTEN, text)
    elif kontrollkod(sigillet) not in tagg.text:
        yield Sparfynd(nr, BRUTEN, f"taggen {tagg.namn} är omgjord: sigillets kontrollkod står inte i dess text")
    elif tagg.signatur is None and nr in map(underskriftens_nummer, tagg.underskrifter):
        yield Sparfynd(nr, BRUTEN, f"taggen {tagg.namn} är omgjord: sigillet är undertecknat men inte taggen")
    elif tagg.signatur:
        yield from _underskriften(nr, s, f"underskriften på taggen {tagg.namn}", tagg.signatur)


def signaturprov(spår: Spår, nr: int, s: Sigill) -> Iterator[Sparfynd]:
    """Varje underskrift stämmer, och är gjord med en nyckel som gällde för någon som skulle underteckna."""
    for fil, signatur in _signaturer(spår, nr).items():
        yield from _underskriften(nr, s, f"underskriften data/{fil}", signatur)
        namn, _ = behöriga(s, signatur.nyckel)
        if namn and fil not in {signaturfil(s, n) for n in namn}:
            yield Sparfynd(nr, BRUTEN, f"underskriften data/{fil} är gjord av {namn[0]}, som filen inte heter")


def _underskriften(nr: int, s: Sigill, vilken: str, signatur: Signatur) -> Iterator[Sparfynd]:
    _, skäl = behöriga(s, signatur.nyckel)
    if signatur.stämmer is None:
        yield Sparfynd(nr, OPRÖVBAR, f"{vilken} går inte att pröva utan ssh-keygen; installera OpenSSH")
    elif not signatur.stämmer:
        yield Sparfynd(nr, BRUTEN, f"{vilken} stämmer inte")
    elif skäl:
        yield Sparfynd(nr, BRUTEN, f"{vilken} duger inte: {skäl}")


def lösa_underskrifter(spår: Spår, sigill: Mapping[int, Sigill]) -> Iterator[Sparfynd]:
    """Underskrifter som inte är på något sigill."""
    for fil in spår.signaturer:
        if underskriftens_nummer(fil) not in sigill:
            yield Sparfynd(None, BRUTEN, f"underskriften data/{fil} hör inte till något sigill")


def undertecknat(spår: Spår, nr: int, s: Sigill) -> tuple[str, ...]:
    """De som har undertecknat sigillet med en nyckel som gällde; en underskrift är en persons."""
    ut: dict[str, None] = {}
    for fil, signatur in _signaturer(spår, nr).items():
        namn, _ = behöriga(s, signatur.nyckel)
        if signatur.stämmer and namn:
            ut[next((n for n in namn if signaturfil(s, n) == fil), namn[0])] = None
    return tuple(n for n in s.undertecknas_av if n in ut)


def behöriga(s: Sigill, nyckel: str) -> tuple[tuple[str, ...], str]:
    """De som får underteckna sigillet med nyckeln; är de inga, också skälet."""
    egna = [n for n in s.signatärer if n.nyckel == nyckel]
    gällande = [n for n in egna if gällde(n, s.förseglad)]
    namn = tuple(n.namn for n in gällande if n.namn in s.undertecknas_av)
    if not egna:
        return (), "nyckeln står inte i signatärslistan som sigillet bär"
    if not gällande:
        return (), f"nyckeln för {egna[0].namn} gällde inte {s.förseglad}"
    vilka = " och ".join(s.undertecknas_av) or "ingen"
    return namn, "" if namn else f"{gällande[0].namn} undertecknar inte {s.namn}; det gör {vilka}"


def gällde(n: Nyckel, dag: str) -> bool:
    """Om nyckeln gällde den dagen; en tom gräns är ingen gräns."""
    d = dt.date.fromisoformat(dag)
    return not ((n.från and d < dt.date.fromisoformat(n.från)) or (n.till and dt.date.fromisoformat(n.till) < d))


def _signaturer(spår: Spår, nr: int) -> Mapping[str, Signatur]:
    return {fil: v for fil, v in spår.signaturer.items() if underskriftens_nummer(fil) == nr}


def grenprov(spår: Spår, sigill: Mapping[int, Sigill]) -> Iterator[Sparfynd]:
    """Andra grenar med andra sigill: en huvudgren som säger emot gör att det inte går att pröva, en annan sägs."""
    for gren, filer in spår.andra.items():
        huvud = gren in spår.huvudgrenar
        andra = sorted(nr for nr in sigill if sigillfil(nr) in filer)
        if andra and _är_sigill(filer[sigillfil(andra[0])]):
            text = f"{gren} har ett annat sigill {andra[0]}; ett av dem ska bort, se Försegla och pröva i README"
            yield Sparfynd(None, OPRÖVBAR if huvud else UPPLYSNING, text)
        elif not huvud and (nya := fortsättning(spår, filer)):
            yield Sparfynd(None, UPPLYSNING, f"{gren} har sigill {nya[0]}, som inte är infört här")


def fortsättning(spår: Spår, filer: Mapping[str, bytes]) -> tuple[int, ...]:
    """Numren på de sigill bland filerna som är kedjade till det sista i den senaste commiten."""
    nr, förra = spår.sista
    ut: list[int] = []
    while (rå := filer.get(sigillfil(nr + 1))) is not None and _är_sigill(rå):
        if läs_sigill(rå).föregående != (summa(förra) if förra is not None else None):
            break
        nr, förra = nr + 1, rå
        ut.append(nr)
    return tuple(ut)


def _är_sigill(rå: bytes) -> bool:
    try:
        läs_sigill(rå)
    except ValueError:
        return False
    return True
