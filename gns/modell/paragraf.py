"""En paragraf i protokollet, med fälten i den ordning de trycks."""

from collections.abc import Iterable
from typing import Self

from pydantic import Field, model_validator

from gns.grund.belopp import Belopp, belopp_i_text
from gns.grund.datafel import Datafel
from gns.modell.bas import Modell, dubbletter, kräv
from gns.modell.innebar import Fastställer, FastställerSammanträden, GerUppdrag, Godkänner, Innebär, Återbetalar
from gns.modell.omrostning import Anteckning, Omröstning, Reservation, Yrkande
from gns.modell.skalar import Datum, Diarienummer, Heltal, Löptext, Rad

MÅNADER = (
    "januari", "februari", "mars", "april", "maj", "juni", "juli", "augusti", "september", "oktober", "november",
    "december",
)  # fmt: skip


class Paragraf(Modell):
    """En § med vad som föreslogs, yrkades och beslutades, och vad beslutet innebär."""

    nr: Heltal = Field(description="paragrafens nummer")
    rubrik: Rad = Field(description="rubriken som den trycks")
    dnr: Diarienummer | None = Field(None, description="ärendet")
    sammanfattning: Löptext | None = Field(None, description="bakgrund och skäl")
    förslag_till_beslut: tuple[Löptext, ...] = Field((), description="ett förslag per delbeslut")
    yrkanden: tuple[Yrkande, ...] = Field((), description="yrkanden i den ordning de lades")
    propositionsordning: Löptext | None = Field(None, description="hur ordföranden ställde propositioner")
    omröstningar: tuple[Omröstning, ...] = Field((), description="omröstningar i ordning")
    beslut: tuple[Löptext, ...] = Field((), description="ett eller flera delbeslut")
    innebär: tuple[Innebär, ...] = Field((), description="vad beslutet gör, som data")
    reservationer: tuple[Reservation, ...] = Field((), description="reservationer")
    anteckningar: tuple[Anteckning, ...] = Field((), description="särskilda yttranden och andra anteckningar")
    expedieras_till: tuple[Rad, ...] = Field((), description="vilka som ska få beslutet")
    beslutsunderlag: tuple[Rad, ...] = Field((), description="handlingarnas titlar")
    omedelbart_justerad: Datum | None = Field(None, description="dagen då bara denna § justerades")

    @model_validator(mode="after")
    def _innebär_står_i_beslutet(self) -> Self:
        fel = dubbletter([v.id for v in self.innebär], ("innebär",), "id", "id")
        for i, verkan in enumerate(self.innebär):
            fel += [Datafel(("innebär", i, *d.fältväg), d.text, d.råd) for d in self._verkansfel(verkan)]
        delar = {f: getattr(self, f) for f in ("yrkanden", "omröstningar", "reservationer", "anteckningar")}
        for fält, poster in delar.items():
            fel += [
                self._delbeslutsfel((fält, i), p.delbeslut) for i, p in enumerate(poster) if self._saknas(p.delbeslut)
            ]
        kräv(fel)
        return self

    def _saknas(self, delbeslut: int | None) -> bool:
        antal = max(len(self.beslut), len(self.förslag_till_beslut))
        return delbeslut is not None and not 1 <= delbeslut <= antal

    def _delbeslutsfel(self, väg: tuple[str | int, ...], delbeslut: int | None) -> Datafel:
        return Datafel((*väg, "delbeslut"), f"§ {self.nr} har inget delbeslut {delbeslut}", "räkna delbesluten från 1")

    def _verkansfel(self, verkan: Innebär) -> Iterable[Datafel]:
        if self._saknas(verkan.delbeslut):
            yield self._delbeslutsfel((), verkan.delbeslut)
            return
        valda = self.beslut if verkan.delbeslut is None else (self.beslut[verkan.delbeslut - 1],)
        text = " ".join(b.ord for b in valda)
        if not verkan.härlett:
            yield from _siffror_som_saknas(verkan, text)
        ord_ = _ord_som_ska_stå(verkan)
        if ord_ and ord_[1].casefold().rstrip(".") not in text.casefold():
            yield Datafel((ord_[0],), f"orden står inte i beslutet i § {self.nr}", "skriv det med beslutets egna ord")


def _siffror_som_saknas(verkan: Innebär, text: str) -> Iterable[Datafel]:
    i_text = {b.öre for b in belopp_i_text(text)}
    for fält, belopp in _belopp(verkan):
        if belopp.öre not in i_text:
            yield Datafel((fält,), f"{belopp} står inte i beslutets text", "rätta beloppet eller skriv härlett: ja")
    if isinstance(verkan, FastställerSammanträden):
        for i, dag in enumerate(verkan.dagar):
            ord_ = f"{dag.datum.day} {MÅNADER[dag.datum.month - 1]}"
            if ord_ not in text and str(dag.datum) not in text:
                råd = "rätta dagen eller skriv härlett: ja"
                yield Datafel(("dagar", i, "datum"), f"{ord_} står inte i beslutets text", råd)


def _belopp(verkan: Innebär) -> Iterable[tuple[str, Belopp]]:
    if isinstance(verkan, Fastställer | Återbetalar):
        yield "belopp", verkan.belopp
    if isinstance(verkan, Återbetalar) and verkan.per_part:
        yield "per_part", verkan.per_part


def _ord_som_ska_stå(verkan: Innebär) -> tuple[str, str] | None:
    if isinstance(verkan, GerUppdrag):
        return "uppdrag", verkan.uppdrag
    return ("rapport", verkan.rapport) if isinstance(verkan, Godkänner) else None
