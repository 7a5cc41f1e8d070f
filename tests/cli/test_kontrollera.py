"""``gns kontrollera`` för ögat: ordning, utdrag, räkning, skärm, och att den aldrig ändrar något."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.kontrollkor import BRUTET, ID, SVARET, avtryck, kör, litet
from tests.cli.kora import ROT, Svar, miljö, på_skärm
from tests.cli.test_felanvandning import ENGELSKA
from tests.kontroller.arkiv import REN, skriv

MILJÖ = miljö(PYTHONPATH=str(ROT))  # den mapp som testerna står i, vilken gns som än är installerad
FORMAT = ["text", "json", "github", "gitlab", "sarif"]


def _skärm(*ord: str, cwd: Path, kolumner: int = 80, **mer: str) -> Svar:
    """Kör på en terminal; allt som syns är ``data``."""
    miljön = MILJÖ | {"COLUMNS": str(kolumner), "TERM": "xterm"} | mer
    return på_skärm([sys.executable, "-m", "gns", *ord], miljön, cwd)


def test_sammanfattningen_räknar_varje_slag_och_säger_hur_resten_visas(tmp_path):
    svar = kör(litet(tmp_path), "kontrollera", "--regel", ID)
    assert svar.kod == 2
    assert svar.fel.splitlines() == [
        "12 poster: 2 fel; 1 uppfylld.",
        "1 fynd är besvarat, 3 går inte att pröva; --alla visar dem.",
    ]
    assert kör(tmp_path, "kontrollera", "--regel", ID, "--alla").fel.splitlines()[1:] == [
        "1 fynd är besvarat, 3 går inte att pröva."
    ]


def test_slutkoden_följer_det_som_är_obesvarat(tmp_path):
    assert kör(skriv(tmp_path / "a"), "kontrollera", "--regel", ID).kod == 0
    assert kör(skriv(tmp_path / "b", BRUTET), "kontrollera", "--regel", ID).kod == 1
    hela = {
        "svar/2024-03-04": {"": {"svar": [{**SVARET["svar/2024-03-04"][""]["svar"][0], "plats": "anslag are uppsatt"}]}}
    }
    ett = {"anslag/2024-03-04": {"anslag.1.uppsatt": "2024-03-20"}}
    svar = kör(skriv(tmp_path / "c", {**ett, **hela}), "kontrollera", "--regel", ID)
    assert (svar.kod, svar.ut) == (0, "")
    assert "1 fynd är besvarat; --alla visar dem." in svar.fel


@pytest.mark.parametrize("stam", [s for s in REN if s != "namnd"])
def test_en_trasig_post_är_ett_fynd_och_de_andra_prövas(stam, tmp_path):
    före = kör(skriv(tmp_path), "kontrollera").ut
    fil = tmp_path / "data" / f"{stam}.yaml"
    fil.write_bytes(b'rubrik: "\n' + fil.read_bytes())
    svar = kör(tmp_path, "kontrollera")
    nya = [rad for rad in svar.ut.splitlines() if ": fel: " in rad and rad not in före.splitlines()]
    assert svar.kod == 2
    assert [rad.partition(":")[0] for rad in nya] == [f"data/{stam}.yaml"], svar.ut


def test_en_trasig_nämnd_är_ett_fynd(tmp_path):
    skriv(tmp_path, BRUTET)
    (tmp_path / "data/namnd.yaml").write_text("namn: a: b\n", encoding="utf-8")
    svar = kör(tmp_path, "kontrollera")
    assert (svar.kod, svar.ut.count(": fel: ")) == (2, 1)


@pytest.mark.parametrize(
    ("id", "råd"),
    [("KL-8-12-anslg", "menade du ”KL-8-12-anslag”?"), ("xyzzy", "alla regler visas med gns förklara"), ("", "alla")],
)
@pytest.mark.parametrize("ord", [["kontrollera", "--regel"], ["förklara"]])
def test_en_okänd_regel_ger_två_och_ett_råd(ord, id, råd, tmp_path):
    if ord == ["förklara"] and not id:
        return
    svar = kör(skriv(tmp_path), *ord, id)
    assert (svar.kod, svar.ut) == (2, "")
    assert svar.fel.startswith("fel: det finns ingen regel")
    assert råd in svar.fel
    assert not ENGELSKA.search(svar.fel)


def test_regelns_id_kan_skrivas_med_små_bokstäver(tmp_path):
    skriv(tmp_path, BRUTET)
    assert (
        kör(tmp_path, "kontrollera", "--regel", ID.lower()).ut == kör(tmp_path, "kontrollera", "--regel", ID).ut != ""
    )


def test_på_en_skärm_bryts_raderna_och_ordet_får_färg(tmp_path):
    skriv(tmp_path, BRUTET)
    svar = _skärm("kontrollera", "--regel", ID, cwd=tmp_path, NO_COLOR="1")
    assert svar.kod == 1
    assert svar.ut.splitlines()[:8] == [
        "data/anslag/2024-03-04.yaml:11:14: fel: anslaget sattes upp 2024-03-20, 9 dagar",
        "  efter 2024-03-11 som var den sista dagen",
        '        uppsatt: "2024-03-20"',
        "                 ^",
        "  regel: KL-8-12-anslag (KL 8:12); plats: anslag are uppsatt",
        "  råd: rätta dagen om den är fel; annars är anslaget för sent, och det går bara",
        "       att förklara med gns svara",
        "",
    ]
    färgat = _skärm("kontrollera", "--regel", ID, cwd=tmp_path).ut
    assert ": \x1b[1;31mfel\x1b[0m: anslaget" in färgat
    assert färgat.replace("\x1b[1;31mfel\x1b[0m", "fel") == svar.ut
    assert "\x1b" not in _skärm("kontrollera", "--regel", ID, cwd=tmp_path, TERM="dumb").ut


@pytest.mark.parametrize("kolumner", [20, 40, 80, 100])
def test_inget_är_bredare_än_skärmen(kolumner, tmp_path):
    litet(tmp_path)
    lång = tmp_path / "data/moten/2023-12-04.yaml"
    lång.write_text(lång.read_text("utf-8").replace('slut: "10:30"', f'slut: "{"9" * 300}"'), encoding="utf-8")
    ut = _skärm("kontrollera", "--alla", cwd=tmp_path, kolumner=kolumner, NO_COLOR="1").ut
    långa = [r for r in ut.splitlines() if len(r) > max(kolumner, 60) and "poster:" not in r and "visar" not in r]
    assert långa == []


@pytest.mark.parametrize("format", FORMAT)
def test_en_läsare_som_slutar_läsa_stör_ingen(format, tmp_path):
    skriv(tmp_path, BRUTET)
    läs, skrivände = os.pipe()
    os.close(läs)
    kommando = [sys.executable, "-m", "gns", "kontrollera", "--regel", ID, "--format", format]
    svar = subprocess.run(kommando, cwd=tmp_path, stdout=skrivände, stderr=subprocess.PIPE, env=MILJÖ, check=False)
    os.close(skrivände)
    assert (svar.returncode, svar.stderr) == (141, b"")


@pytest.mark.parametrize(
    "ord",
    [
        *([["kontrollera", "--format", f, "--alla"] for f in FORMAT]),
        ["kontrollera", "data/anslag", "--regel", ID],
        ["förklara"],
        ["förklara", ID],
        ["svara", ID, "2024-03-05", "nej"],
        ["svara", "KL-6-27-beslutsfor", "2024-03-04", "nej"],
    ],
    ids=" ".join,
)
def test_inget_som_läser_ändrar_något(ord, tmp_path):
    litet(tmp_path)
    före = avtryck(tmp_path)
    kör(tmp_path, *ord)
    assert avtryck(tmp_path) == före
