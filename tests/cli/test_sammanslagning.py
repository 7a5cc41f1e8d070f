"""Två grenar i riktiga git: samma nummer, samma §, sigill och belopp ger en konflikt eller ett fynd, aldrig tystnad."""

import subprocess

import pytest

from tests.cli.kontrollkor import kör
from tests.history.sparrepo import ETT, TVÅ, förråd, git
from tests.kontroller.arkiv import REN

POST = f"data/moten/{TVÅ}.yaml"


@pytest.fixture
def rot(tmp_path):
    return förråd(tmp_path / "repo")


def byt(rot, fil, *par):
    text = (rot / fil).read_text("utf-8")
    for gammalt, nytt in par:
        assert gammalt in text
        text = text.replace(gammalt, nytt, 1)
    (rot / fil).write_text(text, "utf-8")


def grenar(rot, ena, andra):
    """Gör de två ändringarna på var sin gren och för samman dem; sant när git gör det utan konflikt."""
    git(rot, "switch", "-q", "-c", "annan")
    andra()
    git(rot, "add", "-A")
    git(rot, "commit", "-qm", "annan")
    git(rot, "switch", "-q", "main")
    ena()
    git(rot, "add", "-A")
    git(rot, "commit", "-qm", "ena")
    try:
        git(rot, "merge", "-q", "-m", "hop", "annan")
    except subprocess.CalledProcessError:
        return False
    return True


def nytt_ärende(rot, rubrik):
    fil = rot / "data/arenden/2024/GNS-3-2024.yaml"
    fil.write_text(f"rubrik: {rubrik}\nregistrerat: 2024-04-02\n", "utf-8")


def nytt_möte(rot, dag, nr):
    (rot / f"data/moten/{dag}.yaml").write_text(
        f"plats: Regionens hus\nparagrafer:\n  - nr: {nr}\n    rubrik: Ett ärende\n    slag: information\n", "utf-8"
    )


def test_samma_diarienummer_på_två_grenar_är_en_konflikt(rot):
    assert not grenar(rot, lambda: nytt_ärende(rot, "Ett"), lambda: nytt_ärende(rot, "Två"))


def test_samma_paragrafnummer_i_två_möten_går_ihop_i_git_men_är_ett_fynd(rot):
    assert grenar(rot, lambda: nytt_möte(rot, "2024-05-06", 4), lambda: nytt_möte(rot, "2024-05-13", 4))
    svar = kör(rot, "kontrollera", "--regel", "PRAXIS-paragrafnummer")
    assert "§ 4" in svar.ut


def test_samma_paragraf_ändrad_på_två_grenar_är_en_konflikt(rot):
    ena = lambda: byt(rot, POST, ('rubrik: "Avtal om drift"', 'rubrik: "Avtal om driften"'))  # noqa: E731
    andra = lambda: byt(rot, POST, ('rubrik: "Avtal om drift"', 'rubrik: "Driftavtal"'))  # noqa: E731
    assert not grenar(rot, ena, andra)


def test_ett_sigill_på_en_gren_och_en_ändring_av_posten_på_en_annan(rot):
    """Git för samman dem; kedjan säger att posten inte är den som förseglades."""
    git(rot, "switch", "-q", "-c", "annan")
    byt(rot, POST, ("10:30", "10:45"))
    git(rot, "commit", "-qam", "ändrat efteråt")
    git(rot, "switch", "-q", "main")
    assert kör(rot, "justera", TVÅ).kod == 0
    git(rot, "merge", "-q", "-m", "hop", "annan")
    svar = kör(rot, "verifiera")
    assert (svar.kod, f"{POST} i git är inte den som förseglades" in svar.ut) == (3, True)


def test_två_möten_förseglade_var_för_sig_är_en_konflikt_om_samma_nummer(rot, tmp_path):
    git(tmp_path, "clone", "-q", str(rot), "klon")
    for nyckel in ("user.name", "user.email"):
        git(tmp_path / "klon", "config", nyckel, "x@x")
    assert kör(tmp_path / "klon", "justera", ETT).kod == 0
    assert kör(rot, "justera", TVÅ).kod == 0
    git(rot, "fetch", "-q", "--no-tags", str(tmp_path / "klon"), "main:annan")
    with pytest.raises(subprocess.CalledProcessError):
        git(rot, "merge", "-q", "annan")
    assert "AA data/sigill/0001.json" in git(rot, "status", "--porcelain")


def test_beslutet_ändrat_på_en_gren_och_beloppet_på_en_annan(rot):
    """Beslutets text och budgetårets belopp ligger i var sin fil; låset mellan dem prövas efteråt."""
    assert REN["budgetar/2024"]["initiativ"][0]["belopp"] == "90 000 kr"
    beslut = (
        "Driftchefen får i uppdrag att se över driften.\n",
        "Driftchefen får i uppdrag att se över driften för 80 000 kr.\n",
    )

    def ena():
        import ruamel.yaml

        yaml = ruamel.yaml.YAML()
        post = yaml.load((rot / POST).read_text("utf-8"))
        post["paragrafer"][2]["beslut"][0] = beslut[1]
        post["paragrafer"][2]["innebär"].append(
            {"id": "b", "typ": "fastställer", "avser": "drift", "budgetår": "2024", "belopp": "80 000 kr"}
        )
        with (rot / POST).open("w", encoding="utf-8") as ström:
            yaml.dump(post, ström)

    def andra():
        byt(rot, "data/budgetar/2024.yaml", ("90 000 kr", "100 000 kr"))

    assert grenar(rot, ena, andra)
    svar = kör(rot, "kontrollera", "--regel", "EKONOMI-las")
    assert svar.kod == 1, svar.ut
    assert "100 000 kr" in svar.ut
    assert "80 000 kr" in svar.ut
