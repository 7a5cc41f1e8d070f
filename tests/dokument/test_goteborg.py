"""Tolv §§ ur en annan nämnds verkliga protokoll: det tryckta säger vad källan säger, mening för mening."""

import re
from pathlib import Path

import pytest

from tests.hjalp import dokument, gns
from tests.matt import ord_i

HÄR = Path(__file__).parent
ARKIV = HÄR / "goteborg"
KÄLLOR = HÄR / "kallor_goteborg"

# Rubrikerna är den andra nämndens; gns har sina egna för samma sak.
RUBRIKER = {
    "beslut", "handling", "handlingar", "information", "jäv", "justering", "omröstning", "propositionsordning",
    "protokollsanteckning", "protokollsanteckningar", "protokollsutdrag skickas till", "reservation", "reservationer",
    "tidigare behandling", "yrkanden",
}  # fmt: skip

# Meningar som gns säger med andra ord, och de orden.
MED_ANDRA_ORD: dict[str, dict[str, str]] = {
    "2024-04-10-286": {
        "Protokollet under denna paragraf förklaras omedelbart justerat.": "Paragrafen är omedelbart justerad 2024-04-10",
        # Det som anmäls under yrkanden och det som sedan antecknas är ett och samma: det trycks en gång.
        "Axel Josefson (M), Hampus Magnusson (M), Martin Wannholt (D) och tjänstgörande ersättaren Nina Miskovsky (M) "
        "anmäler att de inte deltar i beslutet med hänvisning till yttrandet från M, D och KD den 8 april 2024.": (
            "Axel Josefson (M), Hampus Magnusson (M), Martin Wannholt (D) och tjänstgörande ersättaren Nina Miskovsky "
            "(M) deltar inte i beslutet med hänvisning till yttrandet från M, D och KD den 8 april 2024."
        ),
        "Jörgen Fogelklou (SD) anmäler att han inte deltar i beslutet.": "Jörgen Fogelklou (SD) deltar inte i beslutet.",
    },
    "2024-04-10-295": {
        "På förslag av tjänstgörande ersättaren Marie Brynolfsson (V):": (
            "Tjänstgörande ersättaren Marie Brynolfsson (V) yrkar att ärendet bordläggs."
        ),
        "Återremitterat den 6 september 2023, § 574 och bordlagt den 20 mars 2024, § 220.": (
            "Återremitterat den 6 september 2023, § 574. Bordlagt den 20 mars 2024, § 220."
        ),
    },
    "2024-04-10-307": {
        # Källan har tappat ordet yrkar.
        "Martin Wannholt (D) och Jörgen Fogelklou (SD) bifall till stadsledningskontorets förslag samt tilläggsyrkande "
        "från SD och D den 9 april 2024 och tilläggsyrkande från D och SD den 9 april 2024.": (
            "Martin Wannholt (D) och Jörgen Fogelklou (SD) yrkar bifall till stadsledningskontorets förslag, "
            "tilläggsyrkande från SD och D den 9 april 2024 och tilläggsyrkande från D och SD den 9 april 2024."
        ),
        "Tjänstgörande ersättaren Marie Brynolfsson (V) och Axel Josefson (M) yrkar bifall till stadsledningskontorets "
        "förslag och avslag på övriga yrkanden.": (
            "Tjänstgörande ersättaren Marie Brynolfsson (V) och Axel Josefson (M) yrkar bifall till "
            "stadsledningskontorets förslag och avslag på tilläggsyrkande från SD och D den 9 april 2024, "
            "tilläggsyrkande från D och SD den 9 april 2024 och yrkande från L den 5 april 2024."
        ),
    },
    "2024-04-10-313": {"På förslag av Ingrid Andreae (S):": "Ingrid Andreae (S) yrkar att ärendet bordläggs."},
    "2024-11-20-955": {
        "Karin Pleijel (MP) yrkar bifall till yrkande från MP, S och V den 15 november 2024 och avslag på övriga yrkanden.": (
            "Karin Pleijel (MP) yrkar bifall till yrkande från MP, S och V den 15 november 2024 och avslag på yrkande "
            "från D den 15 november 2024, yrkande från SD den 14 oktober 2024 och yrkande från M, L och KD den 15 "
            "november 2024."
        ),
        "Axel Josefson (M) yrkar bifall till yrkande från M, L och KD den 15 november 2024 och avslag på övriga yrkanden.": (
            "Axel Josefson (M) yrkar bifall till yrkande från M, L och KD den 15 november 2024 och avslag på yrkande "
            "från MP, S och V den 15 november 2024, yrkande från D den 15 november 2024 och yrkande från SD den 14 "
            "oktober 2024."
        ),
    },
    "2024-11-20-956": {
        "Tjänstgörande ersättaren Emmyly Bönfors (C) anmäler att hon inte deltar i beslutet.": (
            "Tjänstgörande ersättaren Emmyly Bönfors (C) deltar inte i beslutet."
        ),
        "Vidare yrkar Axel Josefson (M) avslag på yrkande från S, V och MP den 5 november 2024.": (
            "Axel Josefson (M) yrkar avslag på yrkande från S, V och MP den 5 november 2024."
        ),
        # Jonas Attenius yrkande är bifall till det som heter så här.
        "Kommunstyrelsen beslutar med ordförandens utslagsröst att bifalla Jonas Attenius yrkande.": (
            "Nämnden beslutar med ordförandens utslagsröst att bifalla yrkande från S, V och MP den 5 november 2024."
        ),
    },
    "2024-11-20-960": {
        "På förslag av Axel Josefson (M):": "Axel Josefson (M) yrkar att beslutssats 3 och 4",
        "Axel Josefson (M) yrkar bifall till yrkande från M, D, L och KD den 1 november 2024 och att beslutssats 3 och 4 i "
        "yrkande från S, V och MP den 15 november 2024 bordläggs till sammanträdet den 27 november 2024 samt avslag på "
        "övriga yrkanden.": (
            "Axel Josefson (M) yrkar bifall till yrkande från M, D, L och KD den 1 november 2024 och avslag på yrkande "
            "från SD den 12 november 2024 och beslutssats 1 och 2 i yrkande från S, V och MP den 15 november 2024. "
            "Förslagspunkt 2 Axel Josefson (M) yrkar att beslutssats 3 och 4 i yrkande från S, V och MP den 15 november "
            "2024 bordläggs till sammanträdet den 27 november 2024."
        ),
        "Ordföranden Jonas Attenius (S) yrkar bifall till beslutssats 1 och 2 i yrkande från S, V och MP den 15 november "
        "2024 och avslag på övriga yrkanden.": (
            "Ordföranden Jonas Attenius (S) yrkar bifall till beslutssats 1 och 2 i yrkande från S, V och MP den 15 "
            "november 2024 och avslag på yrkande från M, D, L och KD den 1 november 2024 och yrkande från SD den 12 "
            "november 2024."
        ),
    },
}


def _meningar(källa: str) -> list[str]:
    """Källans meningar utan ärendenummer och rubriker; en rad som börjar med liten bokstav hör till raden före."""
    kropp = källa.partition("\n")[2]
    rader = ["" if rad.strip().lower() in RUBRIKER else rad.strip() for rad in kropp.splitlines()]
    text = re.sub(r"\n(?=\S)(?<!\n\n)", " ", "\n".join(rader))
    meningar = re.split(r"(?<=[.:])\s+(?=[A-ZÅÄÖ0-9])|\n", text)
    return [m for m in meningar if ord_i(m)]


def _tryckt(fil: Path) -> str:
    datum, nr = fil.stem.rsplit("-", 1)
    return dokument("utdrag", datum, nr, "--format", "md", cwd=ARKIV).decode()


FILER = sorted(KÄLLOR.glob("*.txt"))


def test_de_är_tolv():
    assert len(FILER) == 12


@pytest.mark.parametrize("fil", FILER, ids=lambda f: f.stem)
def test_det_tryckta_säger_vad_källan_säger(fil):
    tryckt = " ".join(ord_i(_tryckt(fil)))
    andra = MED_ANDRA_ORD.get(fil.stem, {})
    saknas = [m for m in _meningar(fil.read_text(encoding="utf-8")) if " ".join(ord_i(andra.get(m, m))) not in tryckt]
    assert saknas == []


def test_inga_omskrivningar_som_inte_behövs():
    for stam, andra in MED_ANDRA_ORD.items():
        meningar = _meningar((KÄLLOR / f"{stam}.txt").read_text(encoding="utf-8"))
        assert [m for m in andra if m not in meningar] == []


def test_posterna_går_ihop():
    svar = gns("formatera", "--kontrollera", cwd=ARKIV)
    assert (svar.returncode, svar.stderr.decode().splitlines()[:-1]) == (0, [])
