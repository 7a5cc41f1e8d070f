"""KL-9-22-overenskommelse: fullmäktige hos varje part har antagit båda när parten kommer med."""

import pytest

from tests.kontroller.arkiv import BORT, prova, sagt

ID = "KL-9-22-overenskommelse"


def _åre(**fält: object):
    return {"namnd": {f"parter.1.{namn}": värde for namn, värde in fält.items()}}


def test_antagna_innan_parten_kom_med_är_uppfyllt(tmp_path):
    assert prova(tmp_path, ID) == []


@pytest.mark.parametrize(
    ("fält", "vad"), [("överenskommelse", "överenskommelsen"), ("reglemente", "reglementet")], ids=ascii
)
def test_samma_dag_går_och_dagen_efter_inte(tmp_path, fält, vad):
    assert sagt(tmp_path / "a", ID, _åre(**{fält: "2022-01-01 § 4"})) == []
    text = f"fullmäktige i Åre kommun antog {vad} 2022-01-02, men parten var med i nämnden redan 2022-01-01"
    (fynd,) = prova(tmp_path / "b", ID, _åre(**{fält: "2022-01-02 § 4"}))
    assert (fynd["svar"], fynd["nivå"], fynd["fält"], fynd["text"]) == ("bruten", "fel", f"parter are {fält}", text)


def test_en_dag_utan_paragraf_räcker(tmp_path):
    assert sagt(tmp_path, ID, _åre(reglemente="2021-12-20")) == []


@pytest.mark.parametrize(
    ("ändring", "text"),
    [
        ({"reglemente": BORT}, "det står inte när fullmäktige i Åre kommun antog reglementet"),
        (
            {"överenskommelse": BORT, "reglemente": BORT},
            "det står inte när fullmäktige i Åre kommun antog överenskommelsen och reglementet",
        ),
        ({"från": BORT}, "det står inte när Åre kommun kom med i nämnden"),
    ],
)
def test_det_som_fattas_går_inte_att_pröva(tmp_path, ändring, text):
    assert sagt(tmp_path, ID, _åre(**ändring)) == [("går inte att pröva", "parter are", text)]


@pytest.mark.parametrize(
    ("antaget", "svar"),
    [
        ("2017-01-01", []),
        ("2017-01-02", ["går inte att pröva"]),
        ("2018-01-01", ["går inte att pröva"]),
        ("2018-01-02", ["bruten"]),
    ],
)
def test_den_som_kom_med_före_lagen_hade_till_dess_på_sig(tmp_path, antaget, svar):
    fynd = sagt(tmp_path, ID, _åre(från="2017-01-01", överenskommelse="2016-12-01", reglemente=f"{antaget} § 9"))
    assert [s for s, _, _ in fynd] == svar
