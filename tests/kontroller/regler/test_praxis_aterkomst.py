"""PRAXIS-aterkomst: den som avbrutit kommer inte igen samma dag, och byten sker mellan §§."""

import datetime as dt

import pytest

from tests.kontroller.arkiv import BORT, prova, sagt
from tests.kontroller.stallen import uppfyllda

ID = "PRAXIS-aterkomst"
MÖTE = "moten/2024-03-04"
P = "paragrafer.2"
BO = {"närvaro.4": {"namn": "Bo By", "som": "ersättare"}}
DELAR = {f"{P}.beslut": ["Driftchefen får i uppdrag att se över driften.", "Översynen redovisas i höst."]}


def _händer(*händelser):
    return [dict(zip(("typ", "namn", "paragraf", "delbeslut"), h, strict=False)) for h in händelser]


def _tjänstgör(paragraf, *delbeslut):
    return {**_händer(("tjänstgör", "Bo By", paragraf, *delbeslut))[0], "ersätter": "Ada Ask"}


def test_det_rena_arkivet_är_uppfyllt(tmp_path):
    assert sagt(tmp_path, ID) == []


def test_den_som_gick_och_kom_tillbaka_är_en_varning(tmp_path):
    händelser = _händer(("går", "Ada Ask", "2"), ("kommer", "Ada Ask", "3"))
    (fynd,) = prova(tmp_path, ID, {MÖTE: {"händelser": händelser}})
    assert (fynd["svar"], fynd["nivå"], fynd["fält"]) == ("bruten", "varning", "händelser Ada Ask (2)")
    assert fynd["text"] == "Ada Ask gick i § 2, kom tillbaka i § 3 och tjänstgör igen"


@pytest.mark.parametrize(
    "händelser",
    [
        _händer(("jäv", "Ada Ask", "2")),
        _händer(("jäv", "Ada Ask", "2"), ("går", "Ada Ask", "2"), ("kommer", "Ada Ask", "3")),
        _händer(("går", "Ada Ask", "2")),
        _händer(("kommer", "Ada Ask", "2")),
        [*_händer(("går", "Ada Ask", "3")), _tjänstgör("3")],
    ],
)
def test_jäv_och_den_som_bara_kommer_eller_går_är_tillåtet(tmp_path, händelser):
    assert sagt(tmp_path, ID, {MÖTE: {**BO, "händelser": händelser}}) == []


@pytest.mark.parametrize(("delbeslut", "bruten"), [("1", False), ("2", True)])
def test_ett_byte_mellan_två_delbeslut(tmp_path, delbeslut, bruten):
    byte = {**BO, **DELAR, "händelser": [*_händer(("går", "Ada Ask", "3", delbeslut)), _tjänstgör("3", delbeslut)]}
    text = "Bo By tog över platsen efter Ada Ask mitt i § 3, men byten sker mellan två §§"
    väntat = [("bruten", "händelser Bo By", text)]
    assert sagt(tmp_path, ID, {MÖTE: byte}) == (väntat if bruten else [])


def test_en_ledamot_som_kommer_tar_sin_plats_mitt_i_en_paragraf(tmp_path):
    byte = {
        **DELAR,
        "närvaro.4": {"namn": "Bo By", "som": "ersättare", "ersätter": "Ada Ask"},
        "händelser": _händer(("kommer", "Ada Ask", "3", "2")),
    }
    text = "Ada Ask tog över platsen efter Bo By mitt i § 3, men byten sker mellan två §§"
    assert sagt(tmp_path, ID, {MÖTE: byte}) == [("bruten", "händelser Ada Ask", text)]


def test_ett_byte_under_överläggningen(tmp_path):
    går = {**_händer(("går", "Ada Ask", "3"))[0], "under_överläggningen": "ja"}
    byte = {**BO, "händelser": [går, _tjänstgör("3")]}
    text = "Bo By tog över platsen efter Ada Ask mitt i § 3, men byten sker mellan två §§"
    assert sagt(tmp_path, ID, {MÖTE: byte}) == [("bruten", "händelser Bo By", text)]


def test_ett_byte_för_jäv_i_ett_delbeslut_är_tillåtet(tmp_path):
    byte = {**BO, **DELAR, "händelser": [*_händer(("jäv", "Ada Ask", "3", "2")), _tjänstgör("3", "2")]}
    assert sagt(tmp_path, ID, {MÖTE: byte}) == []


@pytest.mark.parametrize(("idag", "antal"), [("2024-03-03", 0), ("2024-03-04", 1)])
def test_utan_närvaro_går_det_inte_att_pröva_när_dagen_är_inne(tmp_path, idag, antal):
    fynd = sagt(tmp_path, ID, {MÖTE: {"närvaro": BORT}}, dt.date.fromisoformat(idag))
    assert fynd == [("går inte att pröva", "", "närvaron är inte skriven")] * antal


def test_mötet_räknas_bara_när_inget_är_brutet(tmp_path):
    åter = _händer(("går", "Ada Ask", "2"), ("kommer", "Ada Ask", "3"))
    byte = [*_händer(("går", "Ada Ask", "3", "2")), _tjänstgör("3", "2")]
    assert uppfyllda(tmp_path / "a", ID) == 2
    assert uppfyllda(tmp_path / "b", ID, {MÖTE: {"händelser": åter}}) == 1
    assert uppfyllda(tmp_path / "c", ID, {MÖTE: {**BO, **DELAR, "händelser": byte}}) == 1


def test_fyndet_pekar_på_den_händelse_där_bytet_står(tmp_path):
    """Samma person kommer i en tidigare §, och en annan händelse om henne står i samma §."""
    byte = [
        *_händer(("kommer", "Bo By", "2"), ("på distans", "Bo By", "3", "2"), ("går", "Ada Ask", "3", "2")),
        _tjänstgör("3", "2"),
    ]
    (fynd,) = prova(tmp_path, ID, {MÖTE: {**BO, **DELAR, "händelser": byte}})
    rader = (tmp_path / "data" / f"{MÖTE}.yaml").read_text(encoding="utf-8").split("\n")
    assert rader[fynd["rad"] - 1].strip() == '- typ: "tjänstgör"'
