"""EKONOMI-utfall: utfallet stämmer med rapporten, och varje konto hör till en budgetrad."""

from typing import Any

import pytest

from tests.kontroller.arkiv import prova, sagt

ID = "EKONOMI-utfall"
POST: dict[str, Any] = {
    "koppling": [{"konto": "3690", "rad": "Bidrag"}, {"konto": "4000-4099", "rad": "Lön"}],
    "perioder": [
        {
            "per": "2024-04-30", "källa": "huvudbok.csv", "summa": "-100 kr",
            "rader": [{"konto": "3690", "belopp": "300 kr"}, {"konto": "4010", "belopp": "-400 kr"}],
        }
    ],
}  # fmt: skip


def _med(**ändringar):
    return {"utfall/2024": {"": POST, **{väg.replace("__", "."): värde for väg, värde in ändringar.items()}}}


def test_utan_utfall_sägs_inget_och_det_som_stämmer_är_uppfyllt(tmp_path):
    assert prova(tmp_path / "a", ID) == []
    assert prova(tmp_path / "b", ID, _med()) == []


@pytest.mark.parametrize(("summa", "svar"), [("-100,01 kr", "bruten"), (None, "går inte att pröva")])
def test_rapportens_summa(tmp_path, summa, svar):
    post = {**POST, "perioder": [{k: v for k, v in {**POST["perioder"][0], "summa": summa}.items() if v}]}
    fynd = sagt(tmp_path, ID, {"utfall/2024": {"": post}})
    assert [f[0] for f in fynd] == [svar]
    if svar == "bruten":
        assert fynd[0][2] == "raderna är tillsammans -100 kr, men rapportens summa är -100,01 kr"


def test_ett_konto_utan_budgetrad(tmp_path):
    fynd = sagt(tmp_path, ID, {"utfall/2024": {"": {**POST, "koppling": POST["koppling"][:1]}}})
    assert [(f[0], f[2]) for f in fynd] == [("bruten", "konto 4010 hör inte till någon budgetrad")]


def test_utan_budgetrader_går_det_inte_att_pröva(tmp_path):
    post = {"perioder": [{**POST["perioder"][0], "per": "2023-04-30"}]}
    assert [f[0] for f in sagt(tmp_path, ID, {"utfall/2023": {"": post}})] == ["går inte att pröva"]


@pytest.mark.parametrize(
    ("resultat", "svar"), [("-100 kr", []), ("-99 kr", ["bruten"]), ("-0,1 tkr", []), ("-2 tkr", ["bruten"])]
)
def test_det_redovisade_är_det_bokförda(tmp_path, resultat, svar):
    redovisat = [{"per": "2024-04-30", "resultat": resultat, "källa": "rapporten"}]
    fynd = sagt(tmp_path, ID, {**_med(), "budgetar/2024": {"redovisat": redovisat}})
    assert [f[0] for f in fynd] == svar


def test_omvända_tecken(tmp_path):
    fynd = sagt(tmp_path, ID, {"utfall/2024": {"": {"omvända_tecken": "ja", **POST}}})
    assert [(f[0], f[2]) for f in fynd] == [("bruten", "utfallet per 2024-04-30 har omvända tecken mot budgeten")]
