"""Felaktig indata: en tydlig svensk mening, rätt slutkod, och inget förlorat eller halvskrivet (design § 9)."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.hjalp import ROT, gns

MÖTE = "data/moten/2020-12-18.yaml"


def ändra(arkiv: Path, fil: str, gammalt: str, nytt: str) -> None:
    text = (arkiv / fil).read_text(encoding="utf-8")
    assert gammalt in text
    (arkiv / fil).write_text(text.replace(gammalt, nytt, 1), encoding="utf-8")


def felet(arkiv: Path, kod: int, *argument: str) -> str:
    """Det som skrivs på standard fel; standard ut är tom och inget spårutskrift syns."""
    svar = gns(*(argument or ("protokoll", "2020-12-18", "--format", "md")), cwd=arkiv)
    text = svar.stderr.decode()
    assert svar.returncode == kod, text
    assert svar.stdout == b""
    assert "Traceback" not in text
    return text


def test_möte_som_inte_finns_säger_vilka_som_finns(arkiv):
    text = felet(arkiv, 2, "protokoll", "2020-12-19")
    assert "2020-12-19" in text
    assert "2020-12-18" in text


@pytest.mark.parametrize(
    "datum", ["igår", "2020-13-01", "2020-12-18\n", "../x", "", "２０２０-12-18", "2020-12-18.yaml"]
)
def test_datum_som_inte_är_datum(arkiv, datum):
    assert "ÅÅÅÅ-MM-DD" in felet(arkiv, 2, "protokoll", datum)


@pytest.mark.parametrize(
    ("gammalt", "nytt", "plats", "råd"),
    [
        ("    expedieras_till:", "    expedieras_til:", ":105:5:", "menade du ”expedieras_till”?"),
        ("    rubrik: Fastställande av föredragningslista\n", "", ":54:5:", "rubrik"),
        ("  - nr: 18\n", "  - nr: 17\n", ":61:9:", "sitt eget"),
        ("    dnr: GNS/3/2019\n", "    dnr: GNS/03/2019\n", ":337:10:", "skriv GNS/3/2019"),
        ("ersätter: Anders Häggkvist", "ersätter: Anders Hägkvist", ":35:15:", "menade du ”Anders Häggkvist”?"),
        ("plats: Digitalt via Teams", "plats: Digitalt: Teams", ":1:", "citattecken"),
        ("belopp: 457 200 kr", "belopp: 4 572 00 kr", ":157:17:", "457 200 kr"),
    ],
)
def test_fel_i_posten_pekas_ut_med_fil_rad_och_kolumn(arkiv, gammalt, nytt, plats, råd):
    ändra(arkiv, MÖTE, gammalt, nytt)
    text = felet(arkiv, 2)
    assert f"{MÖTE}{plats}" in text
    assert råd in text
    assert text.count(": fel:") == 1, text


def test_felet_i_readme_är_det_som_visas(arkiv):
    ändra(arkiv, MÖTE, "    expedieras_till:", "    expedieras_til:")
    readme = (ROT / "README.md").read_text(encoding="utf-8")
    assert f"```\n{felet(arkiv, 2)}```" in readme


def test_det_nya_mötet_i_readme_går_att_skriva_ut(arkiv):
    readme = (ROT / "README.md").read_text(encoding="utf-8")
    post = readme[readme.index("```yaml\nplats: ") + len("```yaml\n") :].partition("```")[0]
    (arkiv / "data/moten/2021-02-08.yaml").write_text(post, encoding="utf-8")
    svar = gns("protokoll", "2021-02-08", "--format", "md", cwd=arkiv)
    assert (svar.returncode, svar.stderr) == (0, b"")
    assert "**Utses att justera:** Jörgen Persson" in svar.stdout.decode()


def test_alla_fel_i_alla_filer_på_en_gång(arkiv):
    ändra(arkiv, MÖTE, "start: 09:00", "start: 9")
    ändra(arkiv, "data/namnd.yaml", "232100-0214", "232100-0215")
    ändra(arkiv, "data/anslag/2020-12-18.yaml", "2021-01-04", "i går")
    ändra(arkiv, "data/arenden/2020/GNS-8-2020.yaml", "rubrik", "rubrk")
    text = felet(arkiv, 2)
    for fil in ("moten/2020-12-18.yaml", "namnd.yaml", "anslag/2020-12-18.yaml", "GNS-8-2020.yaml"):
        assert f"{fil}:" in text


def test_anslag_för_ett_möte_som_inte_är_justerat(arkiv):
    ändra(arkiv, MÖTE, "  justerat: okänd dag\n", "")
    text = felet(arkiv, 2)
    assert "data/anslag/2020-12-18.yaml:2:5: fel: mötet 2020-12-18 är inte justerat" in text


def test_okänd_ledamot_är_en_varning_med_förslag(arkiv):
    ändra(arkiv, MÖTE, "namn: Robert Hamberg", "namn: Robert Hammberg")
    ändra(arkiv, MÖTE, "av: Robert Hamberg", "av: Robert Hammberg")
    ändra(arkiv, MÖTE, "  justerat: okänd dag\n", "")
    (arkiv / "data/anslag/2020-12-18.yaml").unlink()
    svar = gns("protokoll", "2020-12-18", "--format", "md", cwd=arkiv)
    assert svar.returncode == 0
    assert "varning: Robert Hammberg har ingen plats" in svar.stderr.decode()
    assert "menade du ”Robert Hamberg”?" in svar.stderr.decode()


def test_varningar_i_ett_justerat_protokoll_visas_bara_av_formatera(arkiv):
    assert gns("protokoll", "2020-12-18", "--format", "md", cwd=arkiv).stderr == b""
    svar = gns("formatera", "--kontrollera", cwd=arkiv)
    assert svar.returncode == 0
    assert "GNS/03/2019" in svar.stderr.decode()


def test_formatera_säger_också_fel_mellan_poster(arkiv):
    (arkiv / "data/arenden/2020/GNS-8-2020.yaml").unlink()
    text = felet(arkiv, 2, "formatera", "--kontrollera")
    assert "ärendet GNS/8/2020 finns inte" in text


def test_möte_med_fel_filnamn_nämns(arkiv):
    (arkiv / MÖTE).rename(arkiv / "data/moten/2020-12-8.yaml")
    (arkiv / "data/moten/2021-02-08.yaml").write_text("plats: Salen\n", encoding="utf-8")
    assert "2020-12-8.yaml" in felet(arkiv, 2)
    assert "döp om filen till 2020-12-08.yaml" in felet(arkiv, 2, "formatera", "--kontrollera")


def test_ärende_som_saknas_sägs_vid_paragrafen(arkiv):
    (arkiv / "data/arenden/2020/GNS-8-2020.yaml").unlink()
    text = felet(arkiv, 2)
    assert f"{MÖTE}:" in text
    assert "GNS-8-2020.yaml" in text


MALL = '<html lang="sv"><head><title>x</title></head><body><main>\n{}\n</main></body></html>'


@pytest.mark.parametrize(
    ("innehåll", "ord_"),
    [
        ("<p>{{ organt }}</p>", "organt"),
        ("<p>{{ omslag.platsen }}</p>", "platsen"),
        ("{% if organ %}<p>x</p>", "protokoll.html.j2:"),
        ("{% for a in range(99999) %}{% for b in range(99999) %}{% endfor %}{% endfor %}", "slinga"),
        ("<script>alert(1)</script>", "script"),
        ("<p>slutar aldrig", "protokoll.html.j2:"),
        ("{% include '../../data/namnd.yaml' %}", "protokoll.html.j2:2"),
        ("<p>{{ organ.__class__.__mro__ }}</p>", "protokoll.html.j2:2"),
    ],
)
def test_mallens_fel_sägs_med_mall_och_rad(arkiv, innehåll, ord_):
    (arkiv / "mallar").mkdir()
    (arkiv / "mallar/protokoll.html.j2").write_text(MALL.format(innehåll), encoding="utf-8")
    text = felet(arkiv, 2)
    assert "protokoll.html.j2" in text
    assert ord_ in text


def test_ut_till_en_mapp_som_saknas(arkiv):
    text = felet(arkiv, 5, "protokoll", "2020-12-18", "--ut", "saknas/p.pdf")
    assert "saknas" in text
    assert not (arkiv / "saknas").exists()


@pytest.mark.parametrize("plats", ["/sys/p.md", "/proc/p.md"])
def test_ut_till_en_plats_som_inte_går_att_skriva_i(arkiv, plats):
    assert plats in felet(arkiv, 5, "protokoll", "2020-12-18", "--ut", plats)


def test_ut_till_en_fil_som_är_en_mapp(arkiv):
    (arkiv / "p.md").mkdir()
    assert "p.md" in felet(arkiv, 2, "protokoll", "2020-12-18", "--ut", "p.md")


def test_ut_skriver_aldrig_över_en_post(arkiv):
    före = (arkiv / "data/namnd.yaml").read_bytes()
    text = felet(arkiv, 2, "protokoll", "2020-12-18", "--format", "md", "--ut", "data/namnd.yaml")
    assert "post" in text
    assert (arkiv / "data/namnd.yaml").read_bytes() == före


def test_mappen_man_står_i_finns_inte_längre(arkiv, tmp_path_factory):
    borta = tmp_path_factory.mktemp("borta")
    kod = "import os, sys; os.rmdir(os.getcwd()); from gns.cli.huvud import main; sys.exit(main())"
    svar = subprocess.run(
        [sys.executable, "-c", kod, "protokoll", "2020-12-18", "--data", str(arkiv)],
        cwd=borta,
        capture_output=True,
        check=False,
    )
    assert svar.returncode == 2, svar.stderr.decode()
    assert "finns inte längre" in svar.stderr.decode()


def test_formatera_går_vidare_när_en_fil_inte_går_att_nå(arkiv):
    """Ett lås som någon annan håller stoppar bara sin egen fil; den sämsta slutkoden gäller."""
    import fcntl

    ändra(arkiv, MÖTE, "plats: ", "plats:   ")
    ändra(arkiv, "data/anslag/2020-12-18.yaml", "uppsatt: ", "uppsatt:   ")
    lås = arkiv / "data/moten/.2020-12-18.yaml.las"
    with lås.open("w") as fil:
        fcntl.flock(fil, fcntl.LOCK_EX)
        svar = gns("formatera", cwd=arkiv)
    assert svar.returncode == 4, svar.stderr.decode()
    assert svar.stdout.decode().splitlines() == ["data/anslag/2020-12-18.yaml"]
    assert "2020-12-18.yaml ändras just nu" in svar.stderr.decode()


def test_full_disk_lämnar_den_gamla_filen_hel(arkiv):
    """En gräns på filstorlek gör att skrivningen tar slut mitt i, som när disken är full."""
    (arkiv / "p.md").write_text("gammalt", encoding="utf-8")
    kod = (
        "import resource, signal, sys; signal.signal(signal.SIGXFSZ, signal.SIG_IGN);"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096)); from gns.cli.huvud import main; sys.exit(main())"
    )
    svar = subprocess.run(
        [sys.executable, "-c", kod, "protokoll", "2020-12-18", "--ut", "p.md"],
        cwd=arkiv,
        capture_output=True,
        env={k: v for k, v in os.environ.items() if not k.startswith("COVERAGE_")} | {"PYTHONDONTWRITEBYTECODE": "1"},
        check=False,
    )
    assert svar.returncode == 5, svar.stderr.decode()
    assert b"Traceback" not in svar.stderr
    assert (arkiv / "p.md").read_text(encoding="utf-8") == "gammalt"
    assert sorted(p.name for p in arkiv.iterdir()) == ["data", "p.md"]


def test_full_enhet_sägs(arkiv):
    assert felet(arkiv, 5, "protokoll", "2020-12-18", "--format", "md", "--ut", "/dev/full")


def test_mapp_utan_poster(tmp_path):
    text = felet(tmp_path, 2)
    assert "namnd.yaml" in text


@pytest.mark.parametrize("kodning", ["cp1252", "ascii", "latin-1"])
def test_terminal_som_inte_kan_utf8(arkiv, kodning):
    assert gns("protokoll", "2020-12-18", cwd=arkiv, PYTHONIOENCODING=kodning).returncode == 0
    svar = gns("protokoll", "2020-12-19", cwd=arkiv, PYTHONIOENCODING=kodning)
    assert svar.returncode == 2
    svar.stderr.decode(kodning)


@pytest.mark.parametrize("språk", ["C", "POSIX", "sv_SE.ISO-8859-1"])
def test_andra_språkmiljöer_ger_samma_byte(arkiv, språk):
    väntat = gns("protokoll", "2020-12-18", "--format", "md", cwd=arkiv).stdout
    assert gns("protokoll", "2020-12-18", "--format", "md", cwd=arkiv, LC_ALL=språk, TZ="Asia/Tokyo").stdout == väntat


def test_utan_git_och_utan_sökväg(arkiv):
    svar = gns("protokoll", "2020-12-18", "--format", "md", cwd=arkiv, PATH="")
    assert svar.returncode == 0, svar.stderr.decode()
    assert svar.stdout


def test_i_en_mapp_nedanför_posterna_och_med_data(arkiv, tmp_path_factory):
    väntat = gns("protokoll", "2020-12-18", "--format", "md", cwd=arkiv).stdout
    assert gns("protokoll", "2020-12-18", "--format", "md", cwd=arkiv / "data/moten").stdout == väntat
    annan = tmp_path_factory.mktemp("annan")
    for katalog in (arkiv, arkiv / "data"):
        svar = gns("protokoll", "2020-12-18", "--format", "md", "--data", str(katalog), cwd=annan)
        assert svar.stdout == väntat


def test_utdrag_ur_en_paragraf_som_inte_finns(arkiv):
    text = felet(arkiv, 2, "utdrag", "2020-12-18", "27")
    assert "§ 27" in text
    assert "26" in text
