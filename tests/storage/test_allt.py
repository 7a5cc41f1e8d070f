"""Hela arkivet läst på en gång: allt finns i boken, eller så sägs allt som är fel."""

import pytest

from gns.grund.fel import Diskfel, Postfel
from gns.storage.arkiv import hitta_arkiv
from gns.storage.fil import läs_bytes
from gns.storage.las import granska_alla, load_allt
from tests.hjalp import ROT
from tests.registerarkiv import lägg_upp


def test_det_riktiga_arkivet_är_helt():
    bok, _ = load_allt(hitta_arkiv(ROT, None))
    assert bok.hel
    assert len(bok.ärenden) == len(list((ROT / "data/arenden").rglob("*.yaml")))


def test_varningar_följer_med(tmp_path):
    arkiv = hitta_arkiv(lägg_upp(tmp_path), None)
    varningar = load_allt(arkiv)[1]
    assert {v.nivå for v in varningar} == {"varning"}
    assert set(varningar) == set(granska_alla(arkiv))


def test_alla_fel_i_alla_filer_också_de_som_har_fel_namn(tmp_path):
    lägg_upp(tmp_path, "plats: Salen", "plts: Salen")
    (tmp_path / "data/moten/2020-5-4.yaml").write_text("plats: Salen\n", encoding="utf-8")
    with pytest.raises(Postfel) as fel:
        load_allt(hitta_arkiv(tmp_path, None))
    assert {f.fil.rpartition("/")[2] for f in fel.value.fel if f.nivå == "fel"} == {
        "2020-05-04.yaml",
        "2020-09-07.yaml",
        "2020-5-4.yaml",
    }


def test_ett_trasigt_möte_ger_inga_följdfel_om_det_som_pekar_på_det(tmp_path):
    """§ 3 det andra mötet pekar på det första; när det inte går att läsa är arkivet inte helt."""
    lägg_upp(tmp_path)
    första = tmp_path / "data/moten/2020-05-04.yaml"
    första.write_text(första.read_text(encoding="utf-8").replace("plats:", "plts:"), encoding="utf-8")
    fel = [f for f in granska_alla(hitta_arkiv(tmp_path, None)) if f.nivå == "fel"]
    assert {f.fil.rpartition("/")[2] for f in fel} == {"2020-05-04.yaml"}


def test_en_fil_som_disken_hindrar_stoppar_boken_men_inte_granskningen(tmp_path, monkeypatch):
    arkiv = hitta_arkiv(lägg_upp(tmp_path), None)

    def hindrad(stig):
        if stig.name == "2020-05-04.yaml":
            raise Diskfel("rättigheten saknas")
        return läs_bytes(stig)

    monkeypatch.setattr("gns.storage.las.läs_bytes", hindrad)
    with pytest.raises(Diskfel):
        load_allt(arkiv)
    assert [f for f in granska_alla(arkiv) if f.nivå == "fel"] == []
