"""En fils liv ur riktigt git: ordning, namn, tider, sammanslagningar, byten av namn och det som saknas."""

import datetime as dt

import pytest

from gns.grund.fel import Användningsfel
from gns.history.logg import Logg, påbörjad_logg
from tests.history.gitkor import förråd, git, spara


@pytest.fixture
def mapp(tmp_path):
    data = tmp_path / "å ä ö" / "data"
    data.mkdir(parents=True)
    förråd(tmp_path / "å ä ö")
    return data


def läs_logg(mapp, stig) -> Logg:
    with påbörjad_logg(mapp, stig) as logg:
        return logg()


def _skriv(mapp, text, namn="a.yaml"):
    (mapp / namn).write_text(text, encoding="utf-8")


def test_varje_ändring_äldst_först_med_vem_och_när(mapp):
    _skriv(mapp, "x: 1\n")
    ett = spara(mapp, "Första\n\nMer text", "2024-01-02T23:30:00-0500")
    _skriv(mapp, "x: 1\n", "b.yaml")
    spara(mapp, "Annat")
    _skriv(mapp, "x: 2\n")
    två = spara(mapp, "Ändrat", "2024-02-03T10:00:00+0100")
    logg = läs_logg(mapp, "a.yaml")
    assert [(r.commit, r.föräldrar, r.vem, r.meddelande, r.innehåll) for r in logg.rader] == [
        (ett, (), "Åsa Öberg", "Första", b"x: 1\n"),
        (två, (ett,), "Åsa Öberg", "Ändrat", b"x: 2\n"),
    ]
    assert [r.när and r.när.isoformat() for r in logg.rader] == [
        "2024-01-02T23:30:00-05:00",
        "2024-02-03T10:00:00+01:00",
    ]
    assert (logg.nu, logg.avklippt, logg.rader[0].stig) == (b"x: 2\n", False, "data/a.yaml")


def test_en_gammal_kodning_av_namn_och_meddelande(mapp):
    _skriv(mapp, "x: 1\n")
    git(mapp, "add", "-A")
    träd = git(mapp, "write-tree")
    rå = (
        f"tree {träd}\nauthor Åke Öst <a@b> 1700000000 +0100\ncommitter x <x@y> 1700000000 +0100\n"
        "encoding ISO-8859-1\n\nRättar på måfå\n"
    )
    commit = git(mapp, "hash-object", "-t", "commit", "-w", "--stdin", indata=rå.encode("latin-1"))
    git(mapp, "update-ref", "refs/heads/main", commit)
    (rad,) = läs_logg(mapp, "a.yaml").rader
    assert (rad.vem, rad.meddelande) == ("Åke Öst", "Rättar på måfå")


@pytest.mark.parametrize(
    ("skapad", "vem", "när"),
    [
        ("Eva <e@x> 1700000000 +0000", "Eva", dt.datetime(2023, 11, 14, 22, 13, 20, tzinfo=dt.UTC)),
        ("<> 1700000000 +0000", "okänd", dt.datetime(2023, 11, 14, 22, 13, 20, tzinfo=dt.UTC)),
        ("Eva <e@x> 999999999999 +0000", "Eva", None),
        ("Eva <e@x> 1700000000 +9999", "Eva", None),
        ("skräp", "okänd", None),
        ("Eva <e@x> 1700000000 +0000\nencoding finns-inte\xff", "Eva", dt.datetime(2023, 11, 14, 22, 13, 20, tzinfo=dt.UTC)),
    ],
)  # fmt: skip
def test_en_märklig_skapare_stoppar_inget(mapp, skapad, vem, när):
    _skriv(mapp, "x: 1\n")
    git(mapp, "add", "-A")
    rå = f"tree {git(mapp, 'write-tree')}\nauthor {skapad}\ncommitter x <x@y> 1700000000 +0100\n\nM\n"
    commit = git(mapp, "hash-object", "-t", "commit", "-w", "--stdin", "--literally", indata=rå.encode("latin-1"))
    git(mapp, "update-ref", "refs/heads/main", commit)
    (rad,) = läs_logg(mapp, "a.yaml").rader
    assert (rad.vem, rad.när) == (vem, när)


def test_borttagen_och_återskapad(mapp):
    for innehåll in ("x: 1\n", None, "x: 3\n"):
        (mapp / "a.yaml").unlink(missing_ok=True)
        if innehåll:
            _skriv(mapp, innehåll)
        spara(mapp, "m")
    assert [r.innehåll for r in läs_logg(mapp, "a.yaml").rader] == [b"x: 1\n", None, b"x: 3\n"]


def test_en_sammanslagning_har_båda_föräldrarna(mapp):
    _skriv(mapp, "a: 1\n" + "\n" * 9 + "b: 1\n")
    ett = spara(mapp, "ett")
    git(mapp, "checkout", "-q", "-b", "gren")
    _skriv(mapp, "a: 2\n" + "\n" * 9 + "b: 1\n")
    två = spara(mapp, "två", "2024-01-03T10:00:00+0100")
    git(mapp, "checkout", "-q", "main")
    _skriv(mapp, "a: 1\n" + "\n" * 9 + "b: 2\n")
    tre = spara(mapp, "tre", "2020-01-01T10:00:00+0100")  # klockan gick fel: äldre än sin förälder
    git(mapp, "merge", "-q", "--no-edit", "gren")
    rader = läs_logg(mapp, "a.yaml").rader
    assert [r.commit for r in rader[:1]] == [ett]
    assert {r.commit for r in rader[1:3]} == {två, tre}
    assert set(rader[3].föräldrar) == {två, tre}


def test_ett_bytt_filnamn_följs(mapp):
    _skriv(mapp, "x: 1\n" + "y: text\n" * 9)
    spara(mapp, "ett")
    git(mapp, "mv", "a.yaml", "å ö.yaml")
    spara(mapp, "två")
    git(mapp, "mv", "å ö.yaml", "c.yaml")
    spara(mapp, "tre")
    _skriv(mapp, "x: 2\n", "c.yaml")
    spara(mapp, "fyra")
    rader = läs_logg(mapp, "c.yaml").rader
    assert [r.stig for r in rader] == ["data/a.yaml", "data/å ö.yaml", "data/c.yaml", "data/c.yaml"]
    assert [r.meddelande for r in rader] == ["ett", "två", "tre", "fyra"]
    assert [len(r.föräldrar) for r in rader] == [0, 1, 1, 1]


def test_en_ofödd_gren_har_inget_liv(mapp):
    _skriv(mapp, "x: 1\n")
    assert läs_logg(mapp, "a.yaml").rader == ()


def test_ett_lösgjort_huvud_visar_sin_egen_historia(mapp):
    _skriv(mapp, "x: 1\n")
    ett = spara(mapp, "ett")
    _skriv(mapp, "x: 2\n")
    spara(mapp, "två")
    git(mapp, "checkout", "-q", ett)
    assert [r.commit for r in läs_logg(mapp, "a.yaml").rader] == [ett]


def test_en_grund_klon_är_avklippt(mapp, tmp_path):
    for n in (1, 2, 3):
        _skriv(mapp, f"x: {n}\n")
        spara(mapp, str(n))
    git(tmp_path, "clone", "-q", "--depth=2", f"file://{mapp.parent}", "klon")
    logg = läs_logg(tmp_path / "klon" / "data", "a.yaml")
    assert logg.avklippt
    assert [r.innehåll for r in logg.rader] == [b"x: 2\n", b"x: 3\n"]


def test_ett_objekt_som_saknas_sägs(mapp):
    _skriv(mapp, "x: 1\n")
    spara(mapp, "ett")
    _skriv(mapp, "x: 2\n")
    spara(mapp, "två")
    sha = git(mapp, "rev-parse", "HEAD~1:data/a.yaml")
    (mapp.parent / ".git" / "objects" / sha[:2] / sha[2:]).unlink()
    with pytest.raises(Användningsfel, match="klonen saknar"):
        läs_logg(mapp, "a.yaml")


def test_ett_naket_förråd_och_en_mapp_utan_git(tmp_path):
    git(tmp_path, "init", "-q", "--bare", "naket")
    for plats in (tmp_path, tmp_path / "naket"):
        with pytest.raises(Användningsfel, match="ligger inte i ett git-förråd"):
            läs_logg(plats, "a.yaml")


@pytest.mark.parametrize("namn", [":x", "*", "[a]", "-x", "med\nradslut", "a:b", "HEAD"])
def test_en_mapp_med_lömskt_namn(tmp_path, namn):
    rot = förråd(tmp_path)
    for m in (namn, "annan"):
        (rot / m).mkdir()
        _skriv(rot / m, f"x: {len(m)}\n")
    spara(rot, "ett")
    _skriv(rot / "annan", "x: 100\n")
    spara(rot, "två")
    assert [r.innehåll for r in läs_logg(rot / namn, "a.yaml").rader] == [f"x: {len(namn)}\n".encode()]


def test_en_fil_som_bara_fanns_på_en_sidogren_har_ett_liv(mapp):
    """Den kom och försvann på en gren som fördes in: utan hela historien ser git den inte."""
    _skriv(mapp, "x: 1\n", "b.yaml")
    spara(mapp, "bas")
    git(mapp, "switch", "-q", "-c", "sidan")
    _skriv(mapp, "x: 2\n")
    kom = spara(mapp, "kom")
    (mapp / "a.yaml").unlink()
    spara(mapp, "gick")
    git(mapp, "switch", "-q", "main")
    _skriv(mapp, "x: 3\n", "b.yaml")
    spara(mapp, "annat")
    git(mapp, "merge", "-q", "--no-ff", "-m", "in", "sidan")
    assert kom in [r.commit for r in läs_logg(mapp, "a.yaml").rader]
