"""KL-6-22-ordforande: reglementet säger vem som leder när ingen i presidiet tjänstgör."""

import pytest

from tests.kontroller.arkiv import BORT, Ändringar, prova, sagt

ID = "KL-6-22-ordforande"
MÖTE = "moten/2024-03-04"
GÅR = [{"typ": "går", "namn": namn, "paragraf": "3"} for namn in ("Eva Ek", "Ada Ask")]
LEDER = {"typ": "leder", "namn": "Ulf Uv", "paragraf": "3"}
UTAN_REGEL = {"reglementen.0.ordförandes_ersättare": BORT}
TEXT = "Ulf Uv leder § 3, när ingen i presidiet tjänstgör, men reglementet säger inte hur den som leder då utses"


def _möte(*händelser) -> Ändringar:
    return {MÖTE: {"händelser": [*händelser]}}


def test_presidiet_leder(tmp_path):
    assert sagt(tmp_path, ID, {"namnd": UTAN_REGEL}) == []


def test_någon_annan_leder_och_reglementet_säger_vem(tmp_path):
    assert sagt(tmp_path, ID, _möte(*GÅR, LEDER)) == []


def test_någon_annan_leder_och_reglementet_säger_inget(tmp_path):
    (fynd,) = prova(tmp_path, ID, {**_möte(*GÅR, LEDER), "namnd": UTAN_REGEL})
    assert (fynd["svar"], fynd["nivå"], fynd["fält"], fynd["text"]) == ("bruten", "upplysning", "§ 3 beslut", TEXT)


def test_en_vice_ordförande_som_tjänstgör_räcker(tmp_path):
    """Att någon annan för klubban medan en i presidiet tjänstgör är ordförandens sak."""
    assert sagt(tmp_path, ID, {**_möte(GÅR[0], LEDER), "namnd": UTAN_REGEL}) == []


def test_den_som_närvaron_kallar_tjänstgörande_ordförande_leder(tmp_path):
    roll = {"närvaro.2.roll": "tjänstgörande ordförande"}
    fynd = sagt(tmp_path, ID, {MÖTE: {"händelser": GÅR, **roll}, "namnd": UTAN_REGEL})
    assert fynd == [("bruten", "§ 3 beslut", TEXT)]


def test_en_vald_vice_ordförande_med_annan_roll_i_närvaron_är_ändå_presidium(tmp_path):
    händelser = [{**h, "namn": "Eva Ek"} for h in GÅR[:1]]
    roll = {"närvaro.1.roll": "tjänstgörande ordförande"}
    assert sagt(tmp_path, ID, {MÖTE: {"händelser": händelser, **roll}, "namnd": UTAN_REGEL}) == []


def test_ingen_leder_alls_sägs_en_gång(tmp_path):
    (fynd,) = prova(tmp_path, ID, {**_möte(*GÅR), "namnd": UTAN_REGEL})
    text = "ingen leder mötet i § 3: ingen i presidiet tjänstgör"
    assert (fynd["nivå"], fynd["text"]) == ("varning", text)
    assert text not in [t for _, _, t in sagt(tmp_path, "POST-samband", _möte(*GÅR))]


def test_utan_presidium_eller_reglemente_går_det_inte_att_pröva(tmp_path):
    utan_roller = {"närvaro.0.roll": BORT, "närvaro.1.roll": BORT}
    utan = {
        "namnd": {"platser.0.roll": BORT, "platser.1.roll": BORT},
        MÖTE: utan_roller,
        "moten/2023-12-04": utan_roller,
    }
    text = "det står inte vilka som är ordförande och vice ordförande"
    assert sagt(tmp_path / "a", ID, utan) == [("går inte att pröva", "närvaro", text)] * 2
    fynd = sagt(tmp_path / "b", ID, {**_möte(*GÅR, LEDER), "namnd": {"reglementen": BORT}})
    assert fynd == [("går inte att pröva", "§ 3 beslut", "det finns inget reglemente som gällde 2024-03-04")]


@pytest.mark.parametrize(("dag", "svar"), [("2017-12-31", "går inte att pröva"), ("2018-01-01", "bruten")])
def test_lagens_första_dag(tmp_path, dag, svar):
    närvaro = [{"namn": "Ulf Uv", "som": "ledamot", "roll": "tjänstgörande ordförande"}]
    möte = {"plats": "Salen", "närvaro": närvaro, "paragrafer": [{"nr": "1", "rubrik": "Val", "beslut": ["Ja."]}]}
    platser = {"platser.0.från": "2016-01-01", "reglementen.0.från": "2016-01-01", **UTAN_REGEL}
    assert [s for s, _, _ in sagt(tmp_path, ID, {f"moten/{dag}": {"": möte}, "namnd": platser})] == [svar]
