"""``gns schema``: ett schema på skärmen, eller alla i en mapp som aldrig tar någon annans fil."""

import json
import re
import shutil
import tomllib
from pathlib import Path, PurePosixPath

import pytest

from gns.flows.schema import schematext, skriv_scheman, slag
from gns.grund.fel import Användningsfel, Diskfel
from gns.storage.arkiv import hitta_arkiv, poster
from tests.hjalp import ROT, gns

FILER = {f"{s}.json" for s in slag()} | {"vscode.json", "neovim.lua", "helix.toml"}


@pytest.fixture
def rot(tmp_path: Path) -> Path:
    """En postmapp med mellanslag och å i namnet."""
    mapp = tmp_path / "Vår nämnd"
    shutil.copytree(ROT / "data", mapp / "data")
    return mapp


def _allt(mapp: Path) -> dict[str, bytes]:
    return {fil.name: fil.read_bytes() for fil in mapp.iterdir()}


def test_ett_slag_skrivs_på_skärmen_också_utan_poster(tmp_path: Path) -> None:
    svar = gns("schema", "möte", cwd=tmp_path)
    assert (svar.returncode, svar.stderr) == (0, b"")
    assert json.loads(svar.stdout)["title"] == "Möte"
    assert svar.stdout == gns("schema", "mote").stdout == schematext("mote").encode()


@pytest.mark.parametrize(
    ("ord", "sägs"),
    [
        ((), "behöver antingen ett slag eller --ut"),
        (("mote", "--ut", "x"), "behöver antingen ett slag eller --ut"),
        (("motte",), "menade du ”mote”?"),
        (("qqq",), "välj namnd, arende, mote, anslag, delegation, budget, utfall, rattelser, svar"),
        (("--ut", ""), "--ut behöver en sökväg"),
        (("--ut", "mapp-med-å"), "välj ett namn med bara a–z"),
    ],
)
def test_det_som_är_fel_på_kommandoraden_sägs_och_inget_skrivs(rot: Path, ord: tuple[str, ...], sägs: str) -> None:
    svar = gns("schema", *ord, cwd=rot)
    assert (svar.returncode, svar.stdout) == (2, b"")
    assert sägs in svar.stderr.decode()
    assert [p.name for p in rot.iterdir()] == ["data"]


def test_alla_skrivs_och_sägs_och_nästa_gång_är_inget_att_ändra(rot: Path) -> None:
    svar = gns("schema", "--ut", ".gns-schema", cwd=rot / "data" / "moten")
    mapp = rot / "data" / "moten" / ".gns-schema"
    assert (svar.returncode, svar.stdout) == (0, b"")
    assert {rad.split()[0] for rad in svar.stderr.decode().splitlines()} == {"Skrev"}
    assert set(_allt(mapp)) == FILER
    assert "data/moten/.gns-schema/mote.json" in (mapp / "vscode.json").read_text(encoding="utf-8")
    före = {fil: fil.stat().st_mtime_ns for fil in mapp.iterdir()}
    svar = gns("schema", "--ut", ".gns-schema", cwd=rot / "data" / "moten")
    assert svar.stderr.decode() == "Inget att ändra: alla 13 filer är redan som de ska.\n"
    assert {fil: fil.stat().st_mtime_ns for fil in mapp.iterdir()} == före


def test_samma_innehåll_varje_gång(rot: Path) -> None:
    skriv_scheman(rot, None, Path("a"))
    skriv_scheman(rot, None, Path("b"))
    a, b = _allt(rot / "a"), _allt(rot / "b")
    assert {n: t.replace(b'"a/', b'"b/') for n, t in a.items()} == b


def test_gns_egen_äldre_fil_ersätts_och_det_sägs(rot: Path) -> None:
    skriv_scheman(rot, None, Path("s"))
    fil = rot / "s" / "mote.json"
    rätt = fil.read_bytes()
    fil.write_bytes(rätt.replace(b"Salen", b"").replace(b"draft-07", b"draft-06"))
    svar = gns("schema", "--ut", "s", cwd=rot)
    assert svar.stderr.decode() == "Ersatte s/mote.json, som hade annat innehåll.\n"
    assert fil.read_bytes() == rätt


@pytest.mark.parametrize("namn", ["mote.json", "vscode.json"])
def test_någon_annans_fil_lämnas_och_då_skrivs_inget(rot: Path, namn: str) -> None:
    (rot / "s").mkdir()
    (rot / "s" / namn).write_text("{}\n", encoding="utf-8")
    svar = gns("schema", "--ut", "s", cwd=rot)
    assert svar.returncode == 2
    assert f"s/{namn} finns redan och är inte skriven av gns; inget är skrivet" in svar.stderr.decode()
    assert _allt(rot / "s") == {namn: b"{}\n"}


def test_en_mapp_i_vägen_för_en_fil_lämnas(rot: Path) -> None:
    (rot / "s" / "mote.json").mkdir(parents=True)
    with pytest.raises(Användningsfel, match="inte skriven av gns"):
        skriv_scheman(rot, None, Path("s"))


def test_en_fil_i_vägen_för_mappen_sägs(rot: Path) -> None:
    (rot / "s").write_text("", encoding="utf-8")
    with pytest.raises(Användningsfel, match="är ingen mapp"):
        skriv_scheman(rot, None, Path("s"))
    with pytest.raises((Användningsfel, Diskfel), match="gick inte att göra"):
        skriv_scheman(rot, None, Path("s/t"))


def test_utan_postmapp_går_inställningarna_inte_att_skriva(tmp_path: Path) -> None:
    with pytest.raises(Användningsfel, match="ingen postmapp"):
        skriv_scheman(tmp_path, None, Path("s"))


def test_data_pekar_ut_en_annan_postmapp(rot: Path, tmp_path: Path) -> None:
    (rot / "data").rename(rot / "poster")
    svar = gns("schema", "--ut", "s", "--data", str(rot / "poster"), cwd=tmp_path)
    assert svar.returncode == 0
    text = (tmp_path / "s" / "vscode.json").read_text(encoding="utf-8")
    assert '"../s/mote.json": "poster/moten/*.yaml"' in text


def test_redigerarna_får_samma_mönster_och_varje_post_träffas_av_sitt(rot: Path) -> None:
    skriv_scheman(rot, None, Path(".gns-schema"))
    mapp = rot / ".gns-schema"
    första, resten = (mapp / "vscode.json").read_text(encoding="utf-8").split("\n", 1)
    assert första.startswith("// ")
    vscode = json.loads(resten)
    helix = tomllib.loads((mapp / "helix.toml").read_text(encoding="utf-8"))
    server = helix["language-server"]["yaml-language-server"]["config"]["yaml"]
    lua = (mapp / "neovim.lua").read_text(encoding="utf-8")
    scheman = vscode["yaml.schemas"]
    assert scheman == server["schemas"] == dict(re.findall(r'\["(.*)"\] = "(.*)",', lua))
    assert vscode["yaml.format.enable"] is server["format"]["enable"] is False
    assert {rot / fil for fil in scheman} == {mapp / f"{s}.json" for s in slag()}
    for rotmapp in (ROT, ROT / "tests" / "dokument" / "arkiv"):
        for s, _, stig in poster(hitta_arkiv(rotmapp, None)):
            väg = PurePosixPath(stig.relative_to(rotmapp).as_posix())
            assert [fil for fil, mönster in scheman.items() if väg.match(mönster)] == [f".gns-schema/{s}.json"]
