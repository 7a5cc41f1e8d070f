"""``gns fördela`` med fel indata: en svensk mening, slutkod 2, och inget skrivet."""

import shutil
from pathlib import Path

import pytest

from tests.hjalp import ROT, gns


@pytest.mark.parametrize(
    ("ord_", "mening", "råd"),
    [
        (
            ["100", "--nyckel", "elevantl"],
            "det finns ingen nyckel ”elevantl”",
            "menade du ”elevantal”? de som finns är",
        ),
        (
            ["100", "--nyckel", "xyz"],
            "det finns ingen nyckel ”xyz”",
            "de som finns är lika, extern, budgetomslutning, elevantal",
        ),
        (["100"], "det står inte vilken nyckel", "lägg till --nyckel"),
        (
            ["100", "--nyckel", "elevantal", "--år", "2019"],
            "nyckeln elevantal har inget underlag 2019",
            "den finns 2021",
        ),
        (["100", "--nyckel", "nytta"], "inget budgetår har underlag för nyckeln nytta", ""),
        (["100", "--nyckel", "lika", "--år", "2035"], "det finns inget budgetår 2035", "2018, 2019, 2020, 2021"),
        (["100", "--nyckel", "lika", "--år", "20"], "”20” är inget år", ""),
        (["100", "--nyckel", "lika", "--parter", "are,kiruna"], "”kiruna” är ingen part i nämnden", "parterna är"),
        (["100", "--nyckel", "lika", "--parter", "are,Åre kommun"], "are står två gånger", ""),
        (["100", "--nyckel", "lika", "--parter", "are"], "det är färre än två som deltar", ""),
        (["100", "--nyckel", "lika", "--parter", "are,,berg"], "--parter är ”are,,berg”", ""),
        (
            ["100", "--nyckel", "elevantal", "--parter", "are,region"],
            "Region Jämtland Härjedalen deltar inte i nyckeln elevantal",
            "",
        ),
        (["100", "--vikt", "are=-1", "--vikt", "berg=2"], "”are=-1” är ingen vikt", ""),
        (["100", "--vikt", "are=NaN"], "”are=NaN” är ingen vikt", ""),
        (["100", "--vikt", "are=1e5"], "”are=1e5” är ingen vikt", ""),
        (["100", "--vikt", "are=１２"], "är ingen vikt", ""),
        (["100", "--vikt", "are=1,234"], "”are=1,234” är ingen vikt", "högst två decimaler"),
        (["100", "--vikt", "are"], "”are” är ingen vikt", ""),
        (["100", "--vikt", "are=0", "--vikt", "berg=0"], "ingen av dem som deltar har någon vikt", ""),
        (["100", "--vikt", "are=1", "--vikt", "åre=2"], "samma part har två vikter", ""),
        (["100", "--nyckel", "lika", "--vikt", "are=1"], "lika delar har inga vikter", ""),
        (["1e5", "--nyckel", "lika"], "”1e5” är inget belopp", ""),
        (["１００", "--nyckel", "lika"], "är inget belopp", ""),
        (["NaN", "--nyckel", "lika"], "”NaN” är inget belopp", ""),
        (["100.50", "--nyckel", "lika"], "”100.50” är inget belopp", ""),
        (["100,505", "--nyckel", "lika"], "”100,505” har för många decimaler", ""),
        (["457,200", "--nyckel", "lika"], "”457,200” har för många decimaler", ""),
        (["1000000000001", "--nyckel", "lika"], "är mer än 1 000 000 000 000 kr", ""),
        (["1000000001 tkr", "--nyckel", "lika"], "är mer än 1 000 000 000 000 kr", ""),
        (["1 00 kr", "--nyckel", "lika"], "”1 00 kr” är inget belopp", ""),
        (["100", "--nyckel", "lika", "--enhet", "euro"], "--enhet är ”euro”", "skriv krona eller öre"),
        (
            ["100", "--nyckel", "lika", "--rest", "kasta"],
            "--rest är ”kasta”",
            "skriv fördela eller behåll, eller till=PART",
        ),
        (["100", "--nyckel", "lika", "--rest", "till="], "--rest är ”till=”", ""),
        (["100", "--nyckel", "lika", "--rest", "till=kiruna"], "”kiruna” är ingen part i nämnden", ""),
        (["100", "--nyckel", "elevantal", "--rest", "till=region"], "region har ingen vikt och kan inte få resten", ""),
        (["100", "--nyckel", "lika", "--jämför", "xyz"], "det finns ingen nyckel ”xyz”", ""),
        (["100", "--nyckel", "lika", "--jämför", "2031"], "det finns inget budgetår 2031", ""),
        (["100", "--nyckel", "lika", "--jämför", "lika 2020 2021"], "går inte att jämföra med", ""),
        (["100", "--nyckel", "extern"], "extern delar inget belopp i förväg", ""),
        (["100", "--nyckel", "lika", "--format", "odt"], "”odt” är inget format", "xlsx"),
    ],
)
def test_fel_indata(tmp_path, ord_, mening, råd):
    fil = tmp_path / "ut.xlsx"
    svar = gns("fördela", *ord_, "--ut", str(fil))
    fel = svar.stderr.decode()
    assert (svar.returncode, svar.stdout) == (2, b"")
    assert mening in fel
    assert råd in fel
    assert "Traceback" not in fel
    assert not fil.exists()


@pytest.fixture
def budget(tmp_path: Path) -> Path:
    shutil.copytree(ROT / "data", tmp_path / "data")
    return tmp_path / "data" / "budgetar" / "2021.yaml"


@pytest.mark.parametrize(
    ("gammalt", "nytt", "mening"),
    [
        ("värde: 600 000", "värde: -1", "”-1” är inget tal från 0 och uppåt"),
        ("värde: 600 000", "värde: 1e5", "”1e5” är inget tal från 0 och uppåt"),
        ("värde: 600 000", "värde: NaN", "”NaN” är inget tal från 0 och uppåt"),
        ("värde: 600 000", "värde: ６００", "är inget tal från 0 och uppåt"),
        ("värde: 600 000", "värde: 1,234", "”1,234” är inget tal från 0 och uppåt"),
        ("värdeår: 2019", "värdeår: 2020", "2021 års nyckel använder årsredovisningen för 2019"),
        ("värde: 600 000", "värde: 600 000\n        värdeår: 2018", "värdet för berg avser 2018, de andra 2019"),
        (
            "      - part: berg\n        värde: 600 000\n",
            "",
            "Bergs kommun saknar värde i nyckeln budgetomslutning 2021",
        ),
        (
            "part: berg\n        värde: 600 000",
            "part: kiruna\n        värde: 600 000",
            "parten ”kiruna” finns inte i nämnden",
        ),
    ],
)
def test_fel_i_posten_har_sin_plats(budget, gammalt, nytt, mening):
    text = budget.read_text(encoding="utf-8")
    budget.write_text(text.replace(gammalt, nytt, 1), encoding="utf-8")
    svar = gns("fördela", "100", "--nyckel", "budgetomslutning", cwd=budget.parents[2])
    fel = svar.stderr.decode()
    assert (svar.returncode, svar.stdout) == (2, b"")
    assert "data/budgetar/2021.yaml:" in fel
    assert mening in fel


def test_två_budgetar_för_ett_år(budget):
    shutil.copy(budget, budget.with_name("2021-ny.yaml"))
    svar = gns("budget", "2021", cwd=budget.parents[2])
    assert (svar.returncode, svar.stdout) == (2, b"")
    assert "data/budgetar/2021-ny.yaml: fel: filen har fel namn" in svar.stderr.decode()


def test_ett_arkiv_utan_budgetår(budget):
    shutil.rmtree(budget.parent)
    svar = gns("fördela", "100", "--nyckel", "lika", cwd=budget.parents[2])
    assert svar.returncode == 2
    assert "det finns inga budgetår" in svar.stderr.decode()
