"""Gränserna kring typst: en stil kan varken hänga gns, äta minnet eller nå filer och nät."""

import os
import signal
import subprocess
import sys
import time

import pytest

from gns.grund.fel import Användningsfel
from gns.render import pdf, pdf_barn
from gns.render.gren import Gränser
from gns.render.pdf import skriv_pdf
from gns.render.pdf_barn import Sats, sätt, sätt_egen
from tests.render.pdf_prov import STIL
from tests.render.prov import träd

SLINGA = "#for i in range(99999) { for j in range(99999) {} }"
MINNE = "#{ let a = (1,); for i in range(60) { a = a + a } }"


def sats(källa: str) -> Sats:
    return Sats("{}", {"main.typ": källa.encode(), "stil.typ": b""}, str(STIL.parent))


@pytest.mark.parametrize(
    ("källa", "gränser"),
    [
        (SLINGA, Gränser(klocka=0.5)),
        (MINNE, Gränser(minne=200_000_000)),
    ],
)
@pytest.mark.parametrize("körning", [sätt, sätt_egen])
def test_en_stil_som_inte_tar_slut_avbryts(källa: str, gränser: Gränser, körning, capfd):
    assert körning(sats(källa), gränser) is None
    assert capfd.readouterr().err == ""


def test_båda_vägarna_ger_samma_pdf_och_samma_fel():
    titel = '#set document(title: "T", date: datetime(year: 2020, month: 12, day: 18))\n#set text(lang: "sv")\n'
    for källa in (titel + "= Åre", '#read("/etc/hostname")', "#let"):
        första = sätt(sats(källa))
        assert första == sätt_egen(sats(källa))
        assert första
        assert bool(första.data) != bool(första.diagnostik)


def test_användaren_får_veta_att_gränsen_är_nådd(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(pdf, "sätt", lambda _: None)
    with pytest.raises(Användningsfel, match=r"stil\.typ: pdf:en blev inte färdig på 20 sekunder") as fel:
        skriv_pdf(träd("<p>a</p>"), STIL)
    assert fel.value.råd


def test_ett_fel_i_gns_ser_inte_ut_som_ett_fel_i_stilen(monkeypatch: pytest.MonkeyPatch):
    def kompilera(*_: object, **__: object) -> bytes:
        raise AttributeError("ändrat gränssnitt")

    monkeypatch.setattr(pdf_barn, "_kompilera", kompilera)
    with pytest.raises(RuntimeError, match="ändrat gränssnitt"):
        skriv_pdf(träd("<p>a</p>"), STIL)


def test_utan_fork_används_en_egen_python(monkeypatch: pytest.MonkeyPatch):
    t = träd("<p>a</p>")
    väntat = skriv_pdf(t, STIL)
    monkeypatch.delattr(os, "fork")
    assert skriv_pdf(t, STIL) == väntat


def test_ctrl_c_avbryter_genast_och_lämnar_inget_barn():
    kod = (
        "import os,sys;from gns.render.pdf_barn import *\n"
        "print('redo', flush=True)\n"
        "try: sätt(Sats('{}', {'main.typ': sys.argv[1].encode()}, '.'))\n"
        "except KeyboardInterrupt:\n"
        "    try: os.waitpid(-1, 0)\n"
        "    except ChildProcessError: print('avbruten')"
    )
    barn = subprocess.Popen([sys.executable, "-c", kod, SLINGA], stdout=subprocess.PIPE, text=True)
    assert barn.stdout
    barn.stdout.readline()
    time.sleep(0.3)
    barn.send_signal(signal.SIGINT)
    assert barn.communicate(timeout=10)[0] == "avbruten\n"
