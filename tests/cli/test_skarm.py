"""På en skärm: kodning med läsbar reserv, färg, bredd och inga binära format."""

import sys

import pytest

from tests.cli.kora import LÅTSAS, TYPER, Svar, gns, miljö, på_skärm

DAG = "2020-12-18"


def skärm(*ord: str, typer: str = "nyaste", **mer: str) -> Svar:
    """Kör med standard ut och standard fel på en terminal; allt som syns är ``data``."""
    return på_skärm([sys.executable, str(LÅTSAS), *ord], miljö(typer, **mer))


@pytest.mark.parametrize("typer", TYPER)
@pytest.mark.parametrize(
    ("kodning", "väntat"),
    [
        ("utf-8", "Protokoll – § 19: 457 200 kr “åäö” é Łódź\n"),
        ("cp1252", "Protokoll – § 19: 457 200 kr “åäö” é ?ódz\n"),
        ("ascii", 'Protokoll - par. 19: 457 200 kr "aao" e ?odz\n'),
    ],
)
def test_texten_är_läsbar_i_skärmens_kodning(kodning: str, väntat: str, typer: str) -> None:
    svar = skärm("protokoll", DAG, typer=typer, PYTHONIOENCODING=kodning)
    assert (svar.kod, svar.data.decode(kodning)) == (0, väntat)


@pytest.mark.parametrize("kodning", ["cp1252", "ascii", "latin-1", "cp437"])
@pytest.mark.parametrize("ord", [["--help"], ["utdrag", "--help"], ["protokol"], ["utdrag", DAG, "§x\u0301 → —"]])
def test_hjälp_och_fel_går_att_skriva_i_varje_kodning(ord: list[str], kodning: str) -> None:
    vanlig, reserv = skärm(*ord), skärm(*ord, PYTHONIOENCODING=kodning)
    assert reserv.kod == vanlig.kod
    assert len(reserv.data.decode(kodning).splitlines()) == len(vanlig.ut.splitlines())


def test_reserven_på_ren_ascii() -> None:
    svar = skärm("protokol", PYTHONIOENCODING="ascii", NO_COLOR="1")
    assert svar.data.decode("ascii").splitlines() == [
        'fel: "protokol" ar inget kommando',
        '  rad: menade du "protokoll"? Alla kommandon visas med gns --help',
    ]


@pytest.mark.parametrize("utf8", ["0", "1"])
@pytest.mark.parametrize("ord", [["--help"], ["protokoll", DAG], ["protokoll"], ["protokoll", "å"]])
def test_c_lokalen_ger_utf8_på_standard_ut_och_inga_undantag(ord: list[str], utf8: str) -> None:
    svar = gns(*ord, LC_ALL="C", PYTHONUTF8=utf8)
    assert svar.kod == (0 if ord in [["--help"], ["protokoll", DAG]] else 2)
    assert svar.ut == gns(*ord).ut


@pytest.mark.parametrize("kodning", ["ascii", "cp1252", "ascii:strict"])
def test_text_i_rör_följer_uttalad_kodning_men_handlingar_är_utf8(kodning: str) -> None:
    text = gns("protokoll", DAG, PYTHONIOENCODING=kodning)
    assert text.kod == 0
    assert "19: 457 200 kr" in text.data.decode(kodning.partition(":")[0])
    assert gns("protokoll", DAG, "--format", "md", PYTHONIOENCODING=kodning).data == gns("protokoll", DAG).data


@pytest.mark.parametrize("typer", TYPER)
@pytest.mark.parametrize("filformat", ["pdf", "docx"])
def test_binära_format_skrivs_inte_på_en_skärm(filformat: str, typer: str) -> None:
    svar = skärm("protokoll", DAG, "--format", filformat, typer=typer, NO_COLOR="1")
    assert svar.kod == 2
    assert svar.ut.splitlines() == [
        f"fel: {filformat} går inte att visa i terminalen",
        f"  råd: lägg till --ut protokoll-{DAG}.{filformat} eller --visa",
    ]


def test_färg_bara_på_en_skärm_som_vill_ha_den() -> None:
    assert "\x1b[1;31mfel\x1b[0m: " in skärm("x", TERM="xterm").ut
    assert "\x1b[1;33mvarning\x1b[0m: " in skärm("protokoll", DAG, TERM="xterm", LATSAS="varning").ut
    utan = ({"NO_COLOR": "1", "TERM": "xterm"}, {"TERM": "dumb"}, {"TERM": ""})
    assert [m for m in utan if "\x1b" in skärm("x", **m).ut] == []
    assert "\x1b" not in gns("x", TERM="xterm").fel


def test_bredden_följer_skärmen() -> None:
    svar = på_skärm([sys.executable, str(LÅTSAS), "--help"], miljö(), bredd=40)
    assert svar.kod == 0
    assert max(map(len, svar.ut.splitlines())) <= 40
