"""Skillnaden ord för ord, §§ som hör ihop, och sigillen."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gns.dokument.granskning_falt import par
from gns.dokument.granskning_sigill import bygg_sigill
from gns.dokument.ordskillnad import OrdVy, ordskillnad, radskillnad
from gns.modell.sigill import Sigill, skriv_sigill

TEXT = st.lists(st.sampled_from(["a", "b ", " ", "914 400", "457 200 kr", ".", "ord ", "å-ö"]), max_size=30).map(
    "".join
)


def test_ett_belopp_är_ett_ord():
    assert ordskillnad("fastställs till 914 400 kr, lika", "fastställs till 457 200 kr, lika") == (
        OrdVy("lika", "fastställs till "),
        OrdVy("bort", "914 400"),
        OrdVy("nytt", "457 200"),
        OrdVy("lika", " kr, lika"),
    )


def test_flera_ord_i_följd_läses_tillsammans():
    ord_ = ordskillnad("mötet hölls i Östersunds rådhus den dagen", "mötet hölls i Åre kommunhus den dagen")
    assert [o for o in ord_ if o.slag != "lika"] == [OrdVy("bort", "Östersunds rådhus"), OrdVy("nytt", "Åre kommunhus")]


def test_en_helt_annan_text_visas_hel():
    assert ordskillnad("Avtalet förlängs.", "Mötet ställs in i mars") == (
        OrdVy("bort", "Avtalet förlängs."),
        OrdVy("nytt", "Mötet ställs in i mars"),
    )


def test_långa_lika_stycken_kortas():
    långt = "samma ord om igen " * 100
    ord_ = ordskillnad(f"{långt}ett slut {långt}", f"{långt}två slut {långt}")
    assert sum(len(o.text) for o in ord_) < 400
    assert [o.text for o in ord_ if o.slag != "lika"] == ["ett", "två"]


@given(TEXT, TEXT)
def test_inget_ord_försvinner(förr, nu):
    ord_ = ordskillnad(förr, nu)
    if not any("…" in o.text for o in ord_):
        assert "".join(o.text for o in ord_ if o.slag != "nytt") == förr
        assert "".join(o.text for o in ord_ if o.slag != "bort") == nu


def test_bara_ändrade_rader_visas():
    assert radskillnad("ett\ntvå\ntre", "ett\nfyra\ntre\nfem") == (
        (OrdVy("bort", "två"), OrdVy("nytt", "fyra")),
        (OrdVy("nytt", "fem"),),
    )


def test_det_som_saknar_namn_hör_ihop_efter_ordning():
    skilda = [p for p in par(("a", "b", "c"), ("b", "c", "d")) if p[1] != p[2]]
    assert skilda == [("1", "a", None), ("3", None, "d")]


_STAM = "arkiv/2020-12-18"
_LÅSTA = dict.fromkeys((f"{_STAM}.md", f"{_STAM}.pdf", "moten/2020-12-18.yaml"), "a" * 64)
_PARAGRAFENS = dict.fromkeys((f"{_STAM}-p19.{x}" for x in ("md", "pdf", "yaml")), "a" * 64)
_SIGILL = Sigill(1, None, "2020-12-18", None, "okänd dag", "2021-01-04", (), _LÅSTA, (), ())
SIGILL = {"sigill/0001.json": skriv_sigill(_SIGILL)}
FILER = {**dict.fromkeys(_LÅSTA, b"1"), "moten/2021-02-01.yaml": b"3"}


def test_en_förseglad_paragraf_nämns_med_sitt_möte():
    nytt = {"sigill/0002.json": skriv_sigill(replace(_SIGILL, nr=2, paragraf=19, filer=_PARAGRAFENS))}
    assert bygg_sigill(SIGILL, SIGILL, SIGILL | nytt).förseglas == ("2020-12-18 § 19",)


def test_en_oförseglad_post_får_röras():
    vy = bygg_sigill(FILER | SIGILL, FILER | SIGILL, FILER | SIGILL | {"moten/2021-02-01.yaml": b"4"})
    assert not vy.brutet


def test_en_borttagen_förseglad_fil_nämns_med_sitt_sigill():
    vy = bygg_sigill(FILER | SIGILL, FILER | SIGILL, SIGILL)
    assert [(r.fil, r.borttagen, r.sigill) for r in vy.poster] == [(fil, True, "sigill/0001.json") for fil in _LÅSTA]


def test_det_som_prövningen_säger_om_en_rörd_fil_sägs_en_gång():
    efter = FILER | SIGILL | {f"{_STAM}.md": b"2"}
    texter = (f"data/{_STAM}.md i git är inte den som förseglades", "kedjan är bruten")
    vy = bygg_sigill(FILER | SIGILL, FILER | SIGILL, efter, texter)
    assert ([r.fil for r in vy.poster], vy.brott) == ([f"{_STAM}.md"], texter[1:])


@pytest.mark.parametrize("rå", [b"", b"\xff", b"[]", b"1", b'{"filer": 3}', b"[" * 100_000])
def test_ett_sigill_som_inte_går_att_läsa_sägs(rå):
    filer = FILER | {"sigill/0001.json": rå}
    vy = bygg_sigill(filer, filer, filer)
    assert vy.oläsbara == ("sigill/0001.json",)
    assert vy.brutet
