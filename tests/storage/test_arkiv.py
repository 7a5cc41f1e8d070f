"""Postmappen: var den hittas och vilka filer som är poster."""

import os
from pathlib import Path

import pytest

from gns.grund.fel import Användningsfel, Diskfel, Postfel
from gns.storage.arkiv import Arkiv, främmande, hitta_arkiv, mötesdagar, poster, är_datum
from gns.storage.fil import läs_bytes


@pytest.fixture
def arkiv(tmp_path: Path) -> Arkiv:
    for namn in ("namnd.yaml", "moten/2020-12-18.yaml", "moten/2021-02-08.yaml", "anslag/2020-12-18.yaml"):
        _skapa(tmp_path / "data" / namn)
    _skapa(tmp_path / "data/arenden/2020/GNS-8-2020.yaml")
    return hitta_arkiv(tmp_path, None)


def _skapa(fil: Path) -> Path:
    fil.parent.mkdir(parents=True, exist_ok=True)
    fil.write_bytes(b"a: b\n")
    return fil


def test_postmappen_hittas_från_varje_mapp_under_den(arkiv: Arkiv) -> None:
    for mapp in (".", "data", "data/arenden/2020"):
        assert hitta_arkiv(arkiv.rot / mapp, None) == arkiv


def test_data_kan_vara_datamappen_eller_mappen_den_ligger_i(arkiv: Arkiv) -> None:
    for given in ("data", ".", "../" + arkiv.rot.name):
        assert hitta_arkiv(arkiv.rot, Path(given)).data.resolve() == arkiv.data.resolve()


def test_utan_postmapp_sägs_vad_som_saknas(tmp_path: Path) -> None:
    with pytest.raises(Användningsfel, match=r"namnd\.yaml saknas"):
        hitta_arkiv(tmp_path, None)
    with pytest.raises(Användningsfel, match="är ingen postmapp"):
        hitta_arkiv(tmp_path, Path("borta"))


def test_poster_känns_igen_på_sina_namn(arkiv: Arkiv) -> None:
    assert [(s, i) for s, i, _ in poster(arkiv)] == [
        ("namnd", "namnd"),
        ("arende", "GNS-8-2020"),
        ("mote", "2020-12-18"),
        ("mote", "2021-02-08"),
        ("anslag", "2020-12-18"),
    ]
    assert all(arkiv.stig(s, i) == p for s, i, p in poster(arkiv))
    assert mötesdagar(arkiv) == ["2020-12-18", "2021-02-08"]
    assert främmande(arkiv) == ()


@pytest.mark.parametrize(
    "namn",
    [
        "moten/2020-13-01.yaml",
        "moten/20201218.yaml",
        "moten/2020-12-18 kopia.yaml",
        "moten/2020-12-18.yml",
        "arenden/2020/GNS-08-2020.yaml",
        "arenden/2019/GNS-8-2020.yaml",
        "arenden/2020/gns-9-2020.yaml",
        "arenden/GNS-8-2020.yaml",
    ],
)
def test_en_fil_med_fel_namn_är_ingen_post_men_sägs(arkiv: Arkiv, namn: str) -> None:
    antal = len(poster(arkiv))
    fil = _skapa(arkiv.data / namn)
    assert len(poster(arkiv)) == antal
    (fel,) = främmande(arkiv)
    assert fel.fil.endswith(fil.name)


def test_dolda_filer_och_andra_slags_filer_räknas_inte(arkiv: Arkiv) -> None:
    for namn in ("moten/.2021-01-01.yaml.las", "moten/LÄSMIG.md", "arenden/2020/.gitkeep", "arenden/skräp/x.yaml"):
        _skapa(arkiv.data / namn)
    assert len(poster(arkiv)) == 5
    assert främmande(arkiv) == ()


def test_länkar_vägras(arkiv: Arkiv, tmp_path: Path) -> None:
    länk = arkiv.data / "moten" / "2021-05-03.yaml"
    länk.symlink_to(arkiv.data / "namnd.yaml")
    assert "2021-05-03" not in mötesdagar(arkiv)
    assert "länk" in främmande(arkiv)[0].text
    with pytest.raises(Postfel) as fångat:
        läs_bytes(länk)
    assert "länk" in fångat.value.fel[0].text
    (tmp_path / "annan").mkdir()
    (arkiv.data / "arenden" / "2021").symlink_to(tmp_path / "annan")
    assert any(f.fil.endswith("2021") for f in främmande(arkiv))
    with pytest.raises(Postfel):
        arkiv.riktig_stig("arende", "GNS-1-2021")


def test_det_som_inte_är_en_vanlig_fil_vägras_utan_att_hänga(arkiv: Arkiv) -> None:
    fifo = arkiv.data / "moten" / "2021-09-13.yaml"
    os.mkfifo(fifo)
    (arkiv.data / "moten" / "2021-12-06.yaml").mkdir()
    assert {Path(f.fil).stem for f in främmande(arkiv)} == {"2021-09-13", "2021-12-06"}
    with pytest.raises(Diskfel, match="gick inte att läsa"):
        läs_bytes(arkiv.data / ("x" * 400))
    for fil in (fifo, arkiv.data, Path("/dev/zero")):
        with pytest.raises(Postfel):
            läs_bytes(fil)


@pytest.mark.parametrize("id", ["../x", "2020-12-18\n", "GNS-8-2020/..", "", "GNS-08-2020", "٢٠٢٠-12-18"])
def test_ett_id_kan_aldrig_bli_en_annan_sökväg(arkiv: Arkiv, id: str) -> None:
    for slag in ("mote", "arende", "anslag"):
        with pytest.raises(ValueError, match=r".*"):
            arkiv.stig(slag, id)
    assert not är_datum(id)


def test_egna_mallar_gäller_bara_i_en_riktig_mapp(arkiv: Arkiv) -> None:
    assert arkiv.mallar is None
    (arkiv.rot / "mallar").mkdir()
    assert arkiv.mallar == arkiv.rot / "mallar"


def test_mallar_som_är_en_länk_eller_en_fil_sägs(arkiv: Arkiv, tmp_path: Path) -> None:
    (tmp_path / "egna").mkdir()
    (arkiv.rot / "mallar").symlink_to(tmp_path / "egna")
    with pytest.raises(Användningsfel, match="är en länk"):
        _ = arkiv.mallar
    (arkiv.rot / "mallar").unlink()
    (arkiv.rot / "mallar").write_text("x")
    with pytest.raises(Användningsfel, match="är ingen mapp"):
        _ = arkiv.mallar


@pytest.mark.parametrize("mapp", ["moten", "arenden", "anslag"])
def test_en_postmapp_som_är_en_länk_sägs(arkiv: Arkiv, tmp_path: Path, mapp: str) -> None:
    (arkiv.data / mapp).rename(tmp_path / "undan")
    (arkiv.data / mapp).symlink_to(tmp_path / "undan")
    assert any(f.fil.endswith(mapp) and "är en länk" in f.text for f in främmande(arkiv))


def test_data_med_punkter_är_samma_arkiv(arkiv: Arkiv) -> None:
    (arkiv.data / "moten").mkdir(exist_ok=True)
    assert hitta_arkiv(arkiv.data / "moten", Path("..")) == arkiv
