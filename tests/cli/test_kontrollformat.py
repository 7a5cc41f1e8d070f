"""``gns kontrollera --format``: facit för varje format, ofarlig text, och fingeravtryck som står sig."""

import dataclasses
import datetime as dt
import json
import os
import re
import shutil
from pathlib import Path

import pytest

from gns.cli.kontroll_github import som_github
from gns.cli.kontroll_gitlab import som_gitlab
from gns.cli.kontroll_sarif import som_sarif
from gns.cli.kontrolltext import som_text
from gns.flows.forklara import Förklaring
from gns.flows.kontrollera import kontrollera
from gns.flows.kontrollrad import Kontroll, Kontrollrad, Svaret
from tests.cli.kontrollfacit import FALL, HÄR, utdata
from tests.cli.kontrollkor import ANSLAG, BRUTET, ID, MÖTE, kör, litet
from tests.kontroller.arkiv import IDAG, Ändringar, skriv

ELAK = 'a\n::error::b%0A, "c": \x1b[31m\u202e {0} [d](http://e) \\'
RAD = Kontrollrad(
    "X-1", "fel", "bruten", False, "möte 2024-03-04", "§ 1", "data/x.yaml", 3, 5, "texten", "KL 1:1", "rådet",
    källrad="    rubrik: Å", i_repot="data/x.yaml", nyckel=("X-1", "a"),
)  # fmt: skip
REGEL = Förklaring("X-1", "fel", "Frågan?", (), "praxis", False, "Förklaring.", "Gör något.")


def _kontroll(**ändrat: object) -> Kontroll:
    return Kontroll((dataclasses.replace(RAD, **ändrat),), 0, 1, False, ("X-1",))  # type: ignore[arg-type]


@pytest.mark.parametrize("fall", FALL)
def test_varje_format_är_facit(fall, tmp_path):
    assert utdata(litet(tmp_path), fall) == (HÄR / fall).read_text("utf-8"), "kör python -m tests.cli.kontrollfacit"


@pytest.mark.parametrize(
    ("nivå", "github", "gitlab", "sarif"),
    [
        ("fel", "error", "major", "error"),
        ("varning", "warning", "minor", "warning"),
        ("upplysning", "notice", "info", "note"),
    ],
)
def test_nivåerna_i_varje_format(nivå, github, gitlab, sarif):
    kontroll = _kontroll(nivå=nivå)
    assert som_github(kontroll, False).startswith(f"::{github} file=data/x.yaml,line=3,col=5,title=X-1 (KL 1%3A1)::")
    assert [f["severity"] for f in som_gitlab(kontroll, False)] == [gitlab]
    assert som_sarif(kontroll, False, [REGEL])["runs"][0]["results"][0]["level"] == sarif
    assert f"data/x.yaml:3:5: {nivå}: texten\n" in som_text(kontroll, False)


@pytest.mark.parametrize("fält", ["text", "råd", "lagrum", "fält", "i_repot", "fil", "källrad"])
@pytest.mark.parametrize("besvarat", [False, True])
def test_elak_text_blir_aldrig_ett_kommando_en_rad_eller_ett_styrtecken(fält, besvarat):
    kontroll = _kontroll(
        **{fält: ELAK}, besvarat=besvarat, svaret=Svaret(ELAK, ELAK, "2024-01-01") if besvarat else None
    )
    github = som_github(kontroll, True)
    assert github.count("\n") == 1
    assert re.fullmatch(r"::\w+ (?:[a-z]+=[^:,\n]*,?)+::[^\n]*\n", github)
    assert all(t.isprintable() or t == "\n" for t in github + som_text(kontroll, True))
    assert not any(rad.startswith("::") for rad in som_text(kontroll, True).splitlines() if fält != "fil")
    for data in (som_gitlab(kontroll, True), som_sarif(kontroll, True, [REGEL]), kontroll.som_json(True)):
        assert json.loads(json.dumps(data, default=dataclasses.asdict))


def test_procent_och_radslut_i_github():
    assert som_github(_kontroll(text="1 %\r\n::x::", råd=""), False).endswith("::1 %25%0D%0A::x::\n")


def test_text_i_sarif_blir_inte_länk_eller_hål():
    (fynd,) = som_sarif(_kontroll(text="{0} [a](b) [c]", råd=""), False, [REGEL])["runs"][0]["results"]
    assert fynd["message"]["text"] == r"{{0}} \[a](b) [c]"


def test_sökvägen_i_sarif_är_en_uri():
    (fynd,) = som_sarif(_kontroll(i_repot="mina poster/å%.yaml"), False, [REGEL])["runs"][0]["results"]
    uri = fynd["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
    assert uri == "mina%20poster/%C3%A5%25.yaml"


def test_ett_fynd_om_hela_filen_har_ingen_rad():
    hela = _kontroll(rad=0, kolumn=0, källrad="")
    assert som_github(hela, False).startswith("::error file=data/x.yaml,title=")
    assert som_gitlab(hela, False)[0]["location"] == {"path": "data/x.yaml", "lines": {"begin": 1}}
    (fynd,) = som_sarif(hela, False, [REGEL])["runs"][0]["results"]
    assert "region" not in fynd["locations"][0]["physicalLocation"]
    assert som_text(hela, False).startswith("data/x.yaml: fel: texten\n  regel:")


def _avtryck(mapp: Path, *ord: str) -> list[str]:
    log = json.loads(kör(mapp, "kontrollera", "--format", "sarif", "--alla", *ord).ut)
    return sorted(f["partialFingerprints"]["gns/v1"] for f in log["runs"][0]["results"])


def test_fingeravtrycken_står_sig_när_rader_och_mappar_flyttas(tmp_path):
    ett, två = tmp_path / "ett", tmp_path / "två/tre"
    före = _avtryck(litet(ett))
    assert len(före) == len(set(före)) > 4
    shutil.copytree(ett, två)
    for fil in (två / "data").rglob("*.yaml"):
        fil.write_text(f"# en rad till\n\n\n{fil.read_text('utf-8')}", encoding="utf-8")
    (två / ".git").mkdir()
    assert _avtryck(två) == _avtryck(två / "data") == före
    assert _avtryck(tmp_path, "--data", str(två)) == före


def test_fingeravtrycket_följer_dagarna_som_går_men_inte_en_annan_dag_i_posten(tmp_path):
    upplysning = {
        "reglementen.0.valda_regler": ["KL-9-27-upplysningar"],
        "upplysningar": [{"part": "are", "fråga": "Hur många använder tjänsten?", "datum": "2024-01-10"}],
    }
    en: Ändringar = {"namnd": upplysning, ANSLAG: {"anslag.1.uppsatt": "2024-03-20"}}
    annan: Ändringar = en | {ANSLAG: {"anslag.1.uppsatt": "2024-04-22"}}

    def _fynd(ändringar: Ändringar, mapp: str, dag: dt.date) -> list[tuple[str, str]]:
        rader = kontrollera(skriv(tmp_path / mapp, ändringar), None, (), ("KL-9-27-upplysningar", ID), dag).rader
        return [(r.text, r.fingeravtryck) for r in rader]

    (anslaget, frågan) = _fynd(en, "en", IDAG)
    (samma_anslag, samma_fråga) = _fynd(en, "en", IDAG + dt.timedelta(days=1))
    assert frågan[0] != samma_fråga[0]
    assert (anslaget, frågan[1]) == (samma_anslag, samma_fråga[1])
    (annat_anslag, _) = _fynd(annan, "annan", IDAG)
    assert annat_anslag[1] != anslaget[1]


def test_lika_fynd_har_var_sitt_fingeravtryck():
    lika = dataclasses.replace(RAD, nyckel=("X-1", "a", "0")), dataclasses.replace(RAD, nyckel=("X-1", "a", "1"))
    assert len({r.fingeravtryck for r in lika}) == 2


def test_sökvägar_räknas_från_mappen_med_git(tmp_path):
    rot = tmp_path / "nämnder" / "gns"
    skriv(rot, BRUTET)
    (tmp_path / ".git").mkdir()
    ut = kör(rot / "data", "kontrollera", "--regel", ID, "--format", "github").ut
    assert ut.startswith("::error file=nämnder/gns/data/anslag/2024-03-04.yaml,line=11")
    (tmp_path / ".git").rmdir()
    ut = kör(rot / "data", "kontrollera", "--regel", ID, "--format", "github").ut
    assert ut.startswith("::error file=data/anslag/2024-03-04.yaml,line=11")


def test_det_besvarade_är_undertryckt_i_sarif_och_borta_ur_de_andra(tmp_path):
    litet(tmp_path)
    (kört,) = json.loads(kör(tmp_path, "kontrollera", "--regel", ID, "--format", "sarif").ut)["runs"]
    undertryckta = [f for f in kört["results"] if "suppressions" in f]
    assert len(kört["results"]) == 3
    assert [f["suppressions"][0]["justification"] for f in undertryckta] == [
        "Berg satte upp det efter helgen.\nInget mer görs. (Eva Ek, 2024-05-02)"
    ]
    assert [r["id"] for r in kört["tool"]["driver"]["rules"]] == [ID, "POST-lasbar"]
    assert len(json.loads(kör(tmp_path, "kontrollera", "--regel", ID, "--format", "gitlab").ut)) == 2


def test_alla_regler_är_med_i_sarif_med_sina_exempel(tmp_path):
    skriv(tmp_path)
    (kört,) = json.loads(kör(tmp_path, "kontrollera", "--format", "sarif").ut)["runs"]
    regler = kört["tool"]["driver"]["rules"]
    assert [
        r for r in regler if "**Rätt:**" not in r["help"]["markdown"] or "```yaml" not in r["help"]["markdown"]
    ] == []
    assert all(r["shortDescription"]["text"] for r in regler)


@pytest.mark.parametrize("format", ["text", "json", "github", "gitlab", "sarif"])
def test_ett_filnamn_som_inte_är_utf8_går_i_varje_format(format, tmp_path):
    skriv(tmp_path)
    (tmp_path / "data" / "moten" / os.fsdecode(b"\xff\n.yaml")).write_bytes(b"plats: x\n")
    svar = kör(tmp_path, "kontrollera", "--regel", ID, "--format", format)
    assert svar.kod == 2
    assert "har fel namn" in svar.ut
    if format in ("json", "gitlab", "sarif"):
        json.loads(svar.ut)


def test_varje_format_av_ett_rent_arkiv(tmp_path):
    skriv(tmp_path)
    for format, ut in (("text", ""), ("github", ""), ("gitlab", "[]\n")):
        svar = kör(tmp_path, "kontrollera", "--regel", ID, "--format", format)
        assert (svar.kod, svar.ut) == (0, ut)


def test_moten_utan_fynd_gör_inget_av_en_annan_mapp(tmp_path):
    skriv(tmp_path, BRUTET)
    for mapp, sökväg, antal in (
        (tmp_path, "data/anslag", 2),
        (tmp_path, f"data/{ANSLAG}.yaml", 2),
        (tmp_path, f"data/{MÖTE}.yaml", 0),
        (tmp_path / "data/moten", "..", 2),
        (tmp_path / "data/moten", "../anslag", 2),
        (tmp_path / "data/moten", ".", 0),
        (tmp_path, ".", 2),
    ):
        fynd = json.loads(kör(mapp, "kontrollera", sökväg, "--regel", ID, "--format", "json").ut)["fynd"]
        assert len(fynd) == antal, sökväg
