"""En paragraf i protokollet, med fälten i den ordning de trycks."""

import re
from collections.abc import Iterable
from dataclasses import replace
from typing import Annotated

from pydantic import Field

from gns.grund.belopp import Belopp, belopp_i_text
from gns.grund.datafel import Datafel
from gns.grund.datum import dag_i_ord
from gns.modell.bas import Modell, Namnlista, dubbletter
from gns.modell.innebar import (
    FastställerSammanträden,
    GerUppdrag,
    Godkänner,
    Innebär,
    OmPengar,
    Utser,
    Verkan,
    Återbetalar,
)
from gns.modell.omrostning import Anteckning, Proposition, Reservation, Yrkande
from gns.modell.skalar import Beslutsref, Datum, Diarienummer, JaNej, Löptext, Ordningstal, Rad, val


class Utgår(Modell):
    """Ett ärende som togs bort från föredragningslistan."""

    slag: Annotated[str, val("inte färdigberett", "återkallat", "flyttat", "annat")] | None = Field(
        None, description="vad för slags borttagande; trycks inte"
    )
    på_förslag_av: Namnlista = Field((), description="den som föreslog det")
    skäl: Rad | None = Field(None, description="varför, om det är antecknat")


class TidigareBehandling(Modell):
    """Att ärendet har varit uppe förut."""

    vad: Annotated[str, val("bordlagt", "återremitterat", "behandlat")] = Field(description="vad som hände då")
    när: Beslutsref = Field(description="mötet och §, till exempel 2024-11-06 § 904")
    av: Rad | None = Field(None, description="vem som beslutade, om det inte var nämnden")


class Paragraf(Modell):
    """En § med vad som föreslogs, yrkades och beslutades, och vad beslutet innebär."""

    nr: Ordningstal = Field(description="paragrafens nummer")
    rubrik: Rad = Field(description="rubriken som den trycks")
    dnr: Diarienummer | None = Field(None, description="ärendet")
    slag: Annotated[str, val("val", "anställning", "myndighetsutövning", "information")] | None = Field(
        None,
        description="vad för slags ärende; det styr omröstning, lottning och vem som får avstå (KL 4:26, 5:54, 5:56)",
    )
    extra: JaNej = Field(False, description="ja när ärendet inte stod på den utsända föredragningslistan")
    stängda_dörrar: Annotated[str, val("ja", "nej", "delvis")] = Field(
        "nej", description="ja eller delvis när ett offentligt möte stängdes för denna § (KL 6:25)"
    )
    anmälningar: JaNej = Field(False, description="ja när mötets anmälningsärenden redovisas och trycks i denna §")
    tidigare_behandling: tuple[TidigareBehandling, ...] = Field((), description="när ärendet var uppe förut")
    sammanfattning: Löptext | None = Field(None, description="bakgrund och skäl")
    förslag_till_beslut: tuple[Löptext, ...] = Field((), description="ett förslag per delbeslut")
    yrkanden: tuple[Yrkande, ...] = Field((), description="yrkanden i den ordning de lades")
    propositionsordning: tuple[Proposition, ...] = Field((), description="propositionerna i den ordning de ställdes")
    utgår: Utgår | None = Field(None, description="när ärendet togs bort från föredragningslistan")
    beslut: tuple[Löptext, ...] = Field((), description="ett eller flera delbeslut")
    inte_beslutsför: JaNej = Field(False, description="ja när nämnden beslutade fast för få deltog; trycks (KL 6:27)")
    innebär: tuple[Innebär, ...] = Field((), description="vad beslutet gör, som data")
    reservationer: tuple[Reservation, ...] = Field((), description="reservationer")
    anteckningar: tuple[Anteckning, ...] = Field((), description="särskilda yttranden och andra anteckningar")
    överklagas: JaNej | None = Field(
        None, description="nej när beslutet är rent förberedande eller verkställande (KL 13:2); trycks inte"
    )
    verkställt: Datum | None = Field(None, description="dagen då beslutet började verkställas; trycks inte (KL 13:14)")
    expedieras_till: tuple[Rad, ...] = Field((), description="vilka som ska få beslutet")
    beslutsunderlag: tuple[Rad, ...] = Field((), description="handlingarnas titlar")
    omedelbart_justerad: Datum | None = Field(None, description="dagen då bara denna § justerades")
    sigill: Ordningstal | None = Field(
        None, description="numret på sigillet för just denna §; skrivs av gns justera och trycks inte"
    )
    justerare: Namnlista = Field((), description="de som justerade just denna §, om det inte var mötets justerare")

    @property
    def är_planerad(self) -> bool:
        """Om § ännu bara står på föredragningslistan: inget beslut, ingen information, och den utgår inte."""
        return not self.beslut and self.utgår is None and self.slag != "information"

    def samband(self) -> Iterable[Datafel]:
        """Delbesluten finns, och det som besluten innebär står i dem."""
        yield from dubbletter([y.id for y in self.yrkanden if y.id], ("yrkanden",), "id", "id")
        yield from self._delbeslut_som_saknas()
        yield from self._innebär_som_inte_står()

    def _delbeslut_som_saknas(self) -> Iterable[Datafel]:
        """Yrkanden och propositioner gäller förslagspunkter eller delbeslut; allt annat gäller delbeslut."""
        antal = len(self.beslut)
        grupper: dict[str, tuple[tuple[Verkan | Yrkande | Proposition | Reservation | Anteckning, ...], int]] = {
            "yrkanden": (self.yrkanden, max(antal, len(self.förslag_till_beslut))),
            "propositionsordning": (self.propositionsordning, max(antal, len(self.förslag_till_beslut))),
            "innebär": (self.innebär, antal),
            "reservationer": (self.reservationer, antal),
            "anteckningar": (self.anteckningar, antal),
        }
        for fält, (poster, högst) in grupper.items():
            for i, post in enumerate(poster):
                if post.delbeslut is not None and post.delbeslut > högst:
                    text = f"§ {self.nr} har inget delbeslut {post.delbeslut}"
                    yield Datafel((fält, i, "delbeslut"), text, "räkna delbesluten från 1")

    def _innebär_som_inte_står(self) -> Iterable[Datafel]:
        if self.innebär and not self.beslut:
            yield Datafel(("innebär",), f"§ {self.nr} har inget beslut som kan innebära något", "skriv beslutet")
            return
        yield from dubbletter([v.id for v in self.innebär], ("innebär",), "id", "id")
        for i, verkan in enumerate(self.innebär):
            valda = self.beslut if verkan.delbeslut is None else self.beslut[verkan.delbeslut - 1 : verkan.delbeslut]
            text = " ".join(b.ord for b in valda)
            for fel in _ord_som_saknas(verkan, text) if valda else ():
                yield replace(fel, fältväg=("innebär", i, *fel.fältväg))


def _ord_som_saknas(verkan: Innebär, text: str) -> Iterable[Datafel]:
    """Belopp, dagar och ord som beslutets text inte har."""
    råd = "rätta det, eller skriv härlett: ja om det är uträknat"
    i_text = belopp_i_text(text)
    for fält, belopp in _belopp(verkan) if not verkan.härlett else ():
        if not any(b.motsvarar(belopp) for b in i_text):
            yield Datafel((fält,), f"{belopp} står inte i beslutets text", råd)
    if isinstance(verkan, FastställerSammanträden) and not verkan.härlett:
        for i, dag in enumerate(verkan.dagar):
            if not re.search(rf"(?<!\d)(?:{dag_i_ord(dag.datum)}|{dag.datum})\b", text):
                yield Datafel(("dagar", i, "datum"), f"{dag_i_ord(dag.datum)} står inte i beslutets text", råd)
    for i, namn in enumerate(verkan.personer if isinstance(verkan, Utser) else ()):
        if namn.casefold() not in text.casefold():
            yield Datafel(("personer", i), f"{namn} står inte i beslutets text", "skriv namnet som det står i beslutet")
    fält_, ord_ = _egna_ord(verkan)
    if ord_.casefold().rstrip(".") not in text.casefold():
        yield Datafel((fält_,), "orden står inte i beslutets text", "skriv det med beslutets egna ord")


def _belopp(verkan: Innebär) -> Iterable[tuple[str, Belopp]]:
    if isinstance(verkan, OmPengar):
        yield "belopp", verkan.belopp
    if isinstance(verkan, Återbetalar) and verkan.per_part:
        yield "per_part", verkan.per_part


def _egna_ord(verkan: Innebär) -> tuple[str, str]:
    if isinstance(verkan, GerUppdrag):
        return "uppdrag", verkan.uppdrag
    return ("rapport", verkan.rapport) if isinstance(verkan, Godkänner) else ("", "")
