"""load_protokoll: rätt poster läses, alla fel i alla filer kommer på en gång och på rätt plats."""

import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from gns.grund.datafel import Filfel
from gns.grund.fel import Användningsfel, Postfel
from gns.storage.arkiv import Arkiv, hitta_arkiv
from gns.storage.las import load_protokoll

KÄLLA = Path(__file__).parents[2] / "data"
DAG = "2020-12-18"
MÖTE = f"moten/{DAG}.yaml"
BUDGET = "arenden/2020/GNS-8-2020.yaml"
Byt = Callable[[str, str, str], None]


@pytest.fixture
def arkiv(tmp_path: Path) -> Arkiv:
    shutil.copytree(KÄLLA, tmp_path / "data")
    return hitta_arkiv(tmp_path, None)


@pytest.fixture
def byt(arkiv: Arkiv) -> Byt:
    def gör(fil: str, gammalt: str, nytt: str) -> None:
        stig = arkiv.data / fil
        text = stig.read_text(encoding="utf-8")
        assert gammalt in text
        stig.write_text(text.replace(gammalt, nytt, 1), encoding="utf-8")

    return gör


def _fel(arkiv: Arkiv) -> tuple[Filfel, ...]:
    with pytest.raises(Postfel) as fångat:
        load_protokoll(arkiv, DAG)
    return tuple(f for f in fångat.value.fel if f.nivå == "fel")


def _rad(arkiv: Arkiv, fil: str, början: str) -> int:
    rader = (arkiv.data / fil).read_text(encoding="utf-8").split("\n")
    return next(i for i, rad in enumerate(rader, 1) if rad.lstrip(" -").startswith(början))


def test_boken_har_nämnden_mötet_dess_ärenden_och_anslag_och_inget_annat(arkiv: Arkiv) -> None:
    (arkiv.data / "moten/2021-02-08.yaml").write_text("trasig: [", encoding="utf-8")
    (arkiv.data / "arenden/2020/GNS-99-2020.yaml").write_text("trasig: [", encoding="utf-8")
    bok, varningar = load_protokoll(arkiv, DAG)
    assert list(bok.möten) == [date(2020, 12, 18)]
    assert list(bok.anslag) == [date(2020, 12, 18)]
    assert {p.dnr for p in bok.möten[date(2020, 12, 18)].paragrafer if p.dnr} == set(bok.ärenden)
    assert len(bok.ärenden) == 9
    assert sorted((f.rad, f.nivå, f.text) for f in varningar) == [
        (
            _rad(arkiv, MÖTE, "ställs: halva"),
            "varning",
            "förslaget till beslut ställdes aldrig under proposition (KL 5:67)",
        ),
        (
            _rad(arkiv, MÖTE, "Gemensamma nämnden beslutade att en förstudie"),
            "varning",
            "diarienumret GNS/03/2019 har en inledande nolla",
        ),
    ]


def test_ett_möte_utan_anslag_läses(arkiv: Arkiv) -> None:
    (arkiv.data / f"anslag/{DAG}.yaml").unlink()
    assert load_protokoll(arkiv, DAG)[0].anslag == {}


def test_okänt_möte_säger_vilka_som_finns_de_närmaste_först(arkiv: Arkiv) -> None:
    for dag in ("2019-01-01", "2020-12-20", "2021-02-08", "2022-01-01", "2023-01-01", "2024-01-01"):
        shutil.copy(arkiv.data / MÖTE, arkiv.data / f"moten/{dag}.yaml")
    with pytest.raises(Användningsfel) as fångat:
        load_protokoll(arkiv, "2020-12-19")
    assert "2020-12-19" in fångat.value.text
    assert "2020-12-18, 2020-12-20, 2021-02-08, 2022-01-01, 2019-01-01 och 2 till" in fångat.value.råd
    assert "menade du 2020-12-1" in fångat.value.råd


@pytest.mark.parametrize("datum", ["../x", f"{DAG}\n", "2020-02-30", "18 december", "", "2020/12/18"])
def test_det_som_inte_är_ett_datum_sägs(arkiv: Arkiv, datum: str) -> None:
    with pytest.raises(Användningsfel, match="är inget datum"):
        load_protokoll(arkiv, datum)


def test_utan_möten_sägs_var_de_ska_ligga(arkiv: Arkiv) -> None:
    shutil.rmtree(arkiv.data / "moten")
    with pytest.raises(Användningsfel) as fångat:
        load_protokoll(arkiv, DAG)
    assert "data/moten" in fångat.value.råd


def test_alla_fel_i_alla_filer_kommer_på_en_gång(arkiv: Arkiv, byt: Byt) -> None:
    byt("namnd.yaml", "prefix: GNS", "prefx: GNS")
    byt(MÖTE, "start: 09:00", "start: 9.00")
    byt(MÖTE, "slut: 10:15", "slut: 25:00")
    byt(BUDGET, "rubrik:", "rubrik: a: b\nx:")
    fel = _fel(arkiv)
    assert {Path(f.fil).name for f in fel} == {"namnd.yaml", "GNS-8-2020.yaml", f"{DAG}.yaml"}
    assert sum(f.fil.endswith("GNS-8-2020.yaml") for f in fel) == 1
    platser = {(Path(f.fil).name, f.rad, f.kolumn) for f in fel}
    assert (f"{DAG}.yaml", _rad(arkiv, MÖTE, "start:"), 8) in platser
    assert (f"{DAG}.yaml", _rad(arkiv, MÖTE, "slut:"), 7) in platser
    assert ("namnd.yaml", _rad(arkiv, "namnd.yaml", "prefx"), 1) in platser


def test_ett_trasigt_ärende_ger_inget_följdfel_i_mötet(arkiv: Arkiv, byt: Byt) -> None:
    byt(BUDGET, "rubrik:", "rubrik: a: b\nx:")
    (fel,) = _fel(arkiv)
    assert fel.fil.endswith("GNS-8-2020.yaml")


def test_ett_dnr_utan_ärende_sägs_där_det_står(arkiv: Arkiv) -> None:
    (arkiv.data / BUDGET).unlink()
    fel = _fel(arkiv)[0]
    assert (fel.rad, fel.kolumn) == (_rad(arkiv, MÖTE, "dnr: GNS/8/2020"), 10)
    assert "GNS/8/2020" in fel.text
    assert fel.källrad == "    dnr: GNS/8/2020"


def test_en_saknad_nyckel_sägs_vid_gruppen_som_skulle_ha_haft_den(arkiv: Arkiv, byt: Byt) -> None:
    byt(MÖTE, "    rubrik: Budget 2021\n", "")
    fel = next(f for f in _fel(arkiv) if "rubrik" in f.text)
    assert (fel.rad, fel.kolumn) == (_rad(arkiv, MÖTE, "nr: 19"), 5)


def test_en_okänd_nyckel_sägs_på_nyckeln(arkiv: Arkiv, byt: Byt) -> None:
    byt(MÖTE, "    rubrik: Budget 2021\n", "    rubrik: Budget 2021\n    belsut: x\n")
    (fel,) = _fel(arkiv)
    assert (fel.rad, fel.kolumn) == (_rad(arkiv, MÖTE, "belsut"), 5)


def test_ersättare_för_ingen_sägs_på_sin_plats(arkiv: Arkiv, byt: Byt) -> None:
    byt(MÖTE, "ersätter: Anders Häggkvist", "ersätter: Ingen Alls")
    (fel,) = _fel(arkiv)
    assert (fel.rad, fel.kolumn) == (_rad(arkiv, MÖTE, "ersätter: Ingen"), 15)


def test_en_länk_i_stället_för_en_post_vägras(arkiv: Arkiv, tmp_path: Path) -> None:
    (arkiv.data / MÖTE).rename(tmp_path / "annan.yaml")
    (arkiv.data / MÖTE).symlink_to(tmp_path / "annan.yaml")
    assert "länk" in _fel(arkiv)[0].text


def test_filen_visas_från_mappen_man_står_i(arkiv: Arkiv, byt: Byt, monkeypatch: pytest.MonkeyPatch) -> None:
    byt(MÖTE, "start: 09:00", "start: 9.00")
    monkeypatch.chdir(arkiv.rot)
    assert _fel(arkiv)[0].fil == f"data/{MÖTE}"
    monkeypatch.chdir(arkiv.data / "arenden")
    assert _fel(arkiv)[0].fil == (arkiv.data / MÖTE).as_posix()


OM_UPPDRAG = """\
  - nr: 90
    rubrik: Uppdrag
    beslut:
      - |
        Uppdraget avslutas.
    innebär:
      - id: a
        typ: avslutar uppdrag
        uppdrag: 2020-10-01 § 7
    tidigare_behandling:
      - vad: behandlat
        när: 2020-10-01 § 8
      - vad: behandlat
        när: 2020-11-01 § 1
        av: Regionstyrelsen
"""


def test_hänvisningar_till_andra_möten_prövas_och_de_mötenas_egna_fel_sägs_inte(arkiv: Arkiv, byt: Byt) -> None:
    byt(MÖTE, "paragrafer:\n", f"paragrafer:\n{OM_UPPDRAG}")
    assert list(load_protokoll(arkiv, DAG)[0].möten) == [date(2020, 12, 18)]
    annat = arkiv.data / "moten/2020-10-01.yaml"
    styrelsens = arkiv.data / "moten/2020-11-01.yaml"
    styrelsens.write_text("plats: x\nparagrafer:\n  - nr: 9\n    rubrik: B\n", encoding="utf-8")
    annat.write_text(
        "plats: x\nnärvaro:\n  - namn: Okänd\n    som: ledamot\nparagrafer:\n"
        "  - nr: 7\n    rubrik: A\n    dnr: GNS/77/2020\n",
        encoding="utf-8",
    )
    fel = _fel(arkiv)
    assert [f.text for f in fel] == ["2020-10-01 § 7 gav inget uppdrag", "mötet 2020-10-01 har ingen § 8"]
    assert {Path(f.fil).name for f in fel} == {f"{DAG}.yaml"}
    annat.write_text("trasig: [", encoding="utf-8")
    bok, varningar = load_protokoll(arkiv, DAG)
    assert list(bok.möten) == [date(2020, 12, 18)]
    assert {Path(f.fil).name for f in varningar} <= {f"{DAG}.yaml", "namnd.yaml"}


def test_ett_avslutat_ärende_som_inte_lästa_möten_kan_ha_återupptagit_stoppar_inte_protokollet(arkiv: Arkiv) -> None:
    ärende = arkiv.data / BUDGET
    text = ärende.read_text(encoding="utf-8")
    ärende.write_text(f"{text}avslutat:\n  datum: 2020-11-01\n  skäl: klart\n", encoding="utf-8")
    assert load_protokoll(arkiv, DAG)[0].möten


def test_ett_anmält_delegationsbeslut_som_inte_finns_är_ett_fel_och_en_trasig_post_bara_ett(arkiv: Arkiv) -> None:
    stig = arkiv.data / MÖTE
    text = stig.read_text(encoding="utf-8")
    stig.write_text(f"{text}anmälningsärenden:\n  - delegationsbeslut: 2020-7\n", encoding="utf-8")
    with pytest.raises(Postfel) as utan:
        load_protokoll(arkiv, DAG)
    assert [f.text for f in utan.value.fel if f.nivå == "fel"] == ["delegationsbeslutet 2020-7 finns inte"]
    (arkiv.data / "delegation").mkdir()
    (arkiv.data / "delegation/2020.yaml").write_text("beslut: [", encoding="utf-8")
    with pytest.raises(Postfel) as trasig:
        load_protokoll(arkiv, DAG)
    assert [Path(f.fil).name for f in trasig.value.fel if f.nivå == "fel"] == ["2020.yaml"]
