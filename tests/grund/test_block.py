"""Löptext blir block, och inget tecken försvinner."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gns.grund.block import (
    Betonad,
    Fotnot,
    Lista,
    Mellanrubrik,
    Notref,
    Punkt,
    Stycke,
    Vanlig,
    läs_text,
    notfel,
    rader_utan_slut,
)


def test_radbrytning_inne_i_ett_stycke_betyder_inget():
    assert läs_text("En mening.\nEn till.").block == (Stycke((Vanlig("En mening. En till."),)),)


def test_tomrad_skiljer_stycken():
    assert [type(b) for b in läs_text("Ett.\n\nTvå.\n \nTre.").block] == [Stycke, Stycke, Stycke]


def test_listor_börjar_också_direkt_efter_en_rad():
    text = läs_text("Några händelser:\n- en\n- två\n  fortsätter")
    assert text.block == (
        Stycke((Vanlig("Några händelser:"),)),
        Lista(False, (Punkt(None, (Vanlig("en"),)), Punkt(None, (Vanlig("två fortsätter"),)))),
    )


def test_numrerad_lista_behåller_sina_tal():
    (lista,) = läs_text("1. a\n3. b").block
    assert isinstance(lista, Lista)
    assert [p.nummer for p in lista.punkter] == [1, 3]


def test_mellanrubrik_och_det_som_följer():
    assert läs_text("#### Bakgrund\nText.").block == (
        Mellanrubrik((Vanlig("Bakgrund"),)),
        Stycke((Vanlig("Text."),)),
    )


def test_fotnot_och_hänvisning():
    text = läs_text("Ord[^1] här.\n\n[^1]: Källan.")
    assert text.block == (
        Stycke((Vanlig("Ord"), Notref("1"), Vanlig(" här."))),
        Fotnot("1", (Vanlig("Källan."),)),
    )
    assert notfel(text) == []


@pytest.mark.parametrize("rå", ["Ord[^1] utan not.", "Text.\n\n[^1]: Utan hänvisning.", "A[^1]\n\n[^1]: x\n[^1]: y"])
def test_noter_som_inte_går_ihop_hittas(rå):
    assert notfel(läs_text(rå)) == ["1"]


@pytest.mark.parametrize(
    "rå", ["2*3*4", "50 * 3 * 2", "a*b", "*", "**", "* a *", "[^", "[^]", r"C:\temp", "- ", "1.", "#### "]
)
def test_tecken_som_inte_är_form_står_kvar(rå):
    assert läs_text(rå).ord == " ".join(rå.split())


def test_betoning_och_flykt():
    assert läs_text(r"Ett *viktigt* ord och \*inte\*.").block == (
        Stycke((Vanlig("Ett "), Betonad("viktigt"), Vanlig(" ord och *inte*."))),
    )


def test_flykt_hindrar_lista():
    assert läs_text(r"1\. maj").ord == "1. maj"
    assert isinstance(läs_text(r"\- inte en punkt").block[0], Stycke)


def test_rad_utan_skiljetecken_före_en_annan_rad_sägs():
    assert rader_utan_slut("Måndag 8 februari\nMåndag 3 maj\n\nSist.") == [0]
    assert rader_utan_slut("Följande:\n- a\n- b") == []
    assert rader_utan_slut("En mening.\nEn till") == []


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"])))
def test_varje_text_går_att_läsa_och_bokstäver_försvinner_inte(rå):
    text = läs_text(rå)
    noter = "".join("".join(getattr(d, "text", "") for d in b.delar) for b in text.block if isinstance(b, Fotnot))
    kvar = sorted(re.findall(r"[^\W\d_]", text.ord + noter))
    märken = "".join(re.findall(r"\[\^(\w{1,20})\]", rå))
    bokstäver = sorted(re.findall(r"[^\W\d_]", rå))
    assert kvar == bokstäver or (märken and set(kvar) <= set(bokstäver))


@given(st.lists(st.text("abc åäö.,*\\-[]^1", min_size=1).filter(str.strip), min_size=1))
def test_att_bryta_rader_vid_mellanslag_ändrar_inget_i_ett_stycke(delar):
    rå = " ".join(" ".join(delar).split())
    läst = läs_text(rå)
    bruten = läs_text(re.sub(r" (?=[abcåäö])", "\n", rå))
    if len(läst.block) == 1 and isinstance(läst.block[0], Stycke):
        assert bruten == läst


def test_en_lång_lista_läses():
    (lista,) = läs_text("- punkt\n" * 40_000).block
    assert isinstance(lista, Lista)
    assert len(lista.punkter) == 40_000
