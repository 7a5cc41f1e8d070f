"""Ersätt, infoga, ta bort: det som var meningen ändras, varje annan rad och kommentar står kvar."""

import io
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from ruamel.yaml import YAML

from gns.grund.fel import Användningsfel
from gns.storage import andra
from gns.storage.andra import öppna
from gns.storage.trad import hämta, infogad, med, utan
from tests.storage.trad import NYCKEL, POST, SKALÄR, träd

KÄLLA = Path(__file__).parents[2] / "data"
VÄRDE = SKALÄR | st.lists(SKALÄR, min_size=1, max_size=2) | st.dictionaries(NYCKEL, SKALÄR, min_size=1, max_size=2)
KOMMENTARER = [
    "# Postens huvud",
    "# ett",
    "# två",
    "# tre",
    "# fyra",
    "# c hör hit",
    "# fem",
    "# sex",
    "# sju",
    "# slut",
]


def _ruamel(rå: bytes) -> Any:
    return YAML(typ="base", pure=True).load(io.StringIO(rå.decode()))


def _vägar(data: Any, väg: tuple[str | int, ...] = ()) -> list[tuple[str | int, ...]]:
    barn = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    return [v for nyckel, inre in barn for v in ((*väg, nyckel), *_vägar(inre, (*väg, nyckel)))]


POSTDATA = öppna(POST.encode()).data


TEXTVÄGAR = [väg for väg in _vägar(POSTDATA) if isinstance(hämta(POSTDATA, väg), str)]


@given(st.dictionaries(st.sampled_from(TEXTVÄGAR), st.sampled_from(["7", "2021-02-08 § 4 a", "en: rad # med mer"])))
def test_många_texter_byts_i_ett_svep_och_alla_kommentarer_står_kvar(
    ändringar: dict[tuple[str | int, ...], str],
) -> None:
    väntat = POSTDATA
    for väg, värde in ändringar.items():
        väntat = med(väntat, väg, värde)
    ny = öppna(POST.encode()).ersätt_texter(ändringar)
    assert _ruamel(ny) == väntat
    assert [k for k in KOMMENTARER if k not in ny.decode()] == []


def test_en_lista_på_en_rad_förblir_på_en_rad() -> None:
    post = b"a:\r\n  - {nr: 1, b: [2, 3]}  # c\r\n"
    ny = öppna(post).ersätt_texter({("a", 0, "nr"): "10", ("a", 0, "b", 1): "30"})
    assert ny == post.replace(b"1", b"10").replace(b" 3", b" 30")


@given(st.sampled_from(_vägar(POSTDATA)), VÄRDE)
def test_ersätt_ger_det_som_var_meningen_och_ruamel_läser_detsamma(väg: tuple[str | int, ...], värde: Any) -> None:
    assert _ruamel(öppna(POST.encode()).ersätt(väg, värde)) == med(POSTDATA, väg, värde)


@given(st.sampled_from(_vägar(POSTDATA)))
def test_ta_bort_ger_det_som_var_meningen_och_ruamel_läser_detsamma(väg: tuple[str | int, ...]) -> None:
    try:
        grupp = utan(hämta(POSTDATA, väg[:-1]), väg[-1])
    except ValueError:
        with pytest.raises(ValueError, match="tom"):
            öppna(POST.encode()).ta_bort(väg)
        return
    assert _ruamel(öppna(POST.encode()).ta_bort(väg)) == med(POSTDATA, väg[:-1], grupp)


@given(st.sampled_from([(), *_vägar(POSTDATA)]), VÄRDE, st.data())
def test_infoga_ger_det_som_var_meningen_och_ruamel_läser_detsamma(
    väg: tuple[str | int, ...], värde: Any, data: st.DataObject
) -> None:
    grupp = hämta(POSTDATA, väg)
    if isinstance(grupp, str):
        return
    före = None
    led: str | int = data.draw(st.integers(0, len(grupp)))
    if isinstance(grupp, dict):
        led = "ny nyckel"
        före = data.draw(st.none() | st.sampled_from(sorted(grupp)))
    ny = öppna(POST.encode()).infoga((*väg, led), värde, före)
    väntat = med(POSTDATA, väg, infogad(grupp, led, värde, före))
    assert _ruamel(ny) == väntat
    assert list(_ruamel(ny)) == list(väntat)
    assert all(k in ny.decode() for k in KOMMENTARER)


@given(träd(), st.data())
def test_ändringar_i_genererade_poster_stämmer(post: dict[str, Any], data: st.DataObject) -> None:
    from gns.storage.form import rader

    rå = "".join(f"{rad}\n" for rad in rader(post)).encode()
    väg = data.draw(st.sampled_from(_vägar(post)))
    assert öppna(öppna(rå).ersätt(väg, ["x"])).data == med(post, väg, ["x"])


@pytest.mark.parametrize(
    ("väg", "gammalt", "nytt"), [(("a",), "a: 1", "a: två"), (("c", 0, "som"), "    som: s", "    som: två")]
)
def test_varje_orörd_rad_är_densamma(väg: tuple[str | int, ...], gammalt: str, nytt: str) -> None:
    assert öppna(POST.encode()).ersätt(väg, "två").decode() == POST.replace(gammalt, nytt)


def test_kommentarer_utanför_det_ändrade_står_kvar() -> None:
    post = öppna(POST.encode())
    for ny in (
        post.ersätt(("b",), "skalär"),
        post.ersätt(("d",), "kort"),
        post.ersätt(("a",), ["lista"]),
        post.ta_bort(("c",)),
    ):
        saknas = [k for k in KOMMENTARER if k not in ny.decode()]
        assert set(saknas) <= {"# fyra", "# fem", "# sex"}
    assert "b: skalär  # två\n  # tre\n\n# c hör hit\n" in post.ersätt(("b",), "skalär").decode()
    assert "d: kort  # sju\ne:" in post.ersätt(("d",), "kort").decode()
    assert "a:  # ett\n  - lista\nb:" in post.ersätt(("a",), ["lista"]).decode()
    assert "    # sex\n  - som: s\n" in post.ta_bort(("c", 0, "namn")).decode()


def test_radslut_crlf_förblir_crlf() -> None:
    assert öppna(b"a: b\r\nc: d\r\n").ersätt(("c",), "e\nf\n") == b"a: b\r\nc: |\r\n  e\r\n  f\r\n"


def test_en_fil_utan_radslut_sist_går_att_ändra() -> None:
    assert öppna(b"a: b").infoga(("c",), "d") == b"a: b\nc: d\n"
    assert öppna(b"a: b\nc: d").ta_bort(("a",)) == b"c: d"
    assert öppna(b"a: b").ersätt(("a",), ["x"]) == b"a:\n  - x\n"


def test_hela_posten_i_klamrar_går_att_ändra() -> None:
    assert öppna(b"{a: b, c: [d]}").ersätt(("c", 0), "e") == b"a: b\nc:\n  - e\n"


def test_vägar_som_inte_finns_och_nycklar_som_redan_finns_sägs() -> None:
    post = öppna(POST.encode())
    for ändra in (lambda: post.ersätt(("x",), "y"), lambda: post.ta_bort(("b", 9)), lambda: post.infoga(("b", 9), "y")):
        with pytest.raises(KeyError):
            ändra()
    with pytest.raises(KeyError):
        post.infoga(("ny",), "y", före="finns inte")
    with pytest.raises(ValueError, match="finns redan"):
        post.infoga(("a",), "y")


def test_varje_värde_i_de_riktiga_posterna_kan_bytas_och_bytas_tillbaka() -> None:
    for fil in sorted(KÄLLA.rglob("*.yaml")):
        rå = fil.read_bytes()
        post = öppna(rå)
        for väg in _vägar(post.data)[:60]:
            gammalt = hämta(post.data, väg)
            if isinstance(gammalt, str):
                assert öppna(post.ersätt(väg, "annat")).ersätt(väg, gammalt) == rå, (fil.name, väg)


@pytest.mark.parametrize("fel_kant", [0, 10_000])
def test_en_ändring_som_skulle_röra_annat_görs_inte(monkeypatch: pytest.MonkeyPatch, fel_kant: int) -> None:
    post = öppna(POST.encode())
    monkeypatch.setattr(andra, "kant", lambda text, _nod: min(fel_kant, len(text)))
    with pytest.raises(Användningsfel, match="utan att röra annat"):
        post.ta_bort(("d",))


def test_det_som_läggs_först_i_en_punkt_hamnar_på_streckets_rad() -> None:
    assert b"  - id: x\n    namn: m\n" in öppna(POST.encode()).infoga(("c", 1, "id"), "x", "namn")
    assert b"      - - ny\n        - p\n" in öppna(POST.encode()).infoga(("c", 1, "lista", 0, 0), "ny")


def test_ett_block_som_behåller_sina_tomrader_kan_bytas() -> None:
    assert öppna(b"a: |+\n  x\n\n\nb: y\n").ersätt(("a",), "z") == b"a: z\nb: y\n"
