"""EKONOMI-betalningar: varje faktura är betald i tid, med rätt belopp."""

import datetime as dt

import pytest

from tests.kontroller.arkiv import sagt

ID = "EKONOMI-betalningar"
ÅR = "budgetar/2023"
BAS = {"per_part": "100 kr", "ursprung": "fullmäktige"}
UTAN_MOMS = {"avser": "basfinansiering", "konto": "3690", "moms": "utanför momsen", "momsskäl": "bidrag"}
MED_MOMS = {"avser": "basfinansiering", "konto": "3690", "moms": "25 %", "momskonto": "2611"}
FÖRFALLEN = dt.date(2023, 2, 1)


def _prova(mapp, *betalningar, idag=FÖRFALLEN, kontering=UTAN_MOMS, dag="2023-01-30", **faktura):
    are = {"nr": "101", "part": "are", "avser": "januari", "datum": "2023-01-02", "förfaller": "2023-01-31", **faktura}
    värden = are | {"nr": "100", "part": "region"}
    inbetalningar = [
        {"nr": f"v{i}", "part": "are", "faktura": nr, "datum": dag, "belopp": belopp}
        for i, (nr, belopp) in enumerate(betalningar)
    ]
    året = {"basfinansiering": BAS, "fakturor": [värden, are], **({"kontering": [kontering]} if kontering else {})}
    return sagt(mapp, ID, {ÅR: {**året, **({"inbetalningar": inbetalningar} if inbetalningar else {})}}, idag)


@pytest.mark.parametrize(
    ("betalt", "fel"),
    [
        (["100 kr"], None),
        (["60 kr", "40 kr"], None),
        (["60 kr"], "40 kr är inte betalt"),
        (["100,01 kr"], "0,01 kr för mycket är betalt"),
        (["100 kr", "100 kr"], "100 kr för mycket är betalt"),
    ],
)
def test_beloppet(tmp_path, betalt, fel):
    fynd = _prova(tmp_path, *(("101", b) for b in betalt))
    hur = "" if fel and "för mycket" in fel else " och förföll 2023-01-31"
    text = f"faktura 101 är på 100 kr{hur}: {fel}"
    assert fynd == ([("bruten", "fakturor 101", text)] if fel else [])


@pytest.mark.parametrize(("dag", "sagt_något"), [(31, False), (32, True)])
def test_först_efter_förfallodagen(tmp_path, dag, sagt_något):
    idag = dt.date(2023, 1, 1) + dt.timedelta(days=dag - 1)
    assert bool(_prova(tmp_path, ("101", "60 kr"), idag=idag, dag="2023-01-10")) == sagt_något


def test_för_mycket_sägs_genast(tmp_path):
    assert len(_prova(tmp_path, ("101", "120 kr"), idag=dt.date(2023, 1, 15), dag="2023-01-10")) == 1


@pytest.mark.parametrize(("dag", "dagar"), [("2023-01-31", 0), ("2023-02-01", 1), ("2023-03-15", 43)])
def test_för_sent(tmp_path, dag, dagar):
    fynd = _prova(tmp_path, ("101", "100 kr"), dag=dag, idag=dt.date(2023, 6, 1))
    text = f"faktura 101 förföll 2023-01-31 och betalades {dag}, {dagar} dagar för sent"
    assert fynd == ([("bruten", "fakturor 101", text)] if dagar else [])


def test_en_betalning_som_inte_har_varit_är_ingen_betalning(tmp_path):
    fynd = _prova(tmp_path, ("101", "100 kr"), dag="2031-06-29", idag=dt.date(2023, 6, 1))
    assert sorted(f[2] for f in fynd) == [
        "betalningen v0 är daterad 2031-06-29, och den dagen har inte varit",
        "faktura 101 är på 100 kr och förföll 2023-01-31: 100 kr är inte betalt",
    ]


def test_en_obetald_när_andra_betalningar_finns(tmp_path):
    (fynd,) = _prova(tmp_path, ("100", "100 kr"))
    assert fynd[0] == "bruten"
    assert "100 kr är inte betalt" in fynd[2]


def test_utan_betalningar_går_det_inte_att_pröva(tmp_path):
    assert [f[0] for f in _prova(tmp_path)] == ["går inte att pröva"]


@pytest.mark.parametrize(
    ("kontering", "betalt", "svar"),
    [
        (MED_MOMS, "125 kr", []),
        (MED_MOMS, "100 kr", ["bruten"]),
        (None, "100 kr", ["går inte att pröva"]),
    ],
)
def test_momsen_är_med(tmp_path, kontering, betalt, svar):
    assert [f[0] for f in _prova(tmp_path, ("101", betalt), kontering=kontering)] == svar


def test_fakturans_eget_belopp_gäller_men_inte_med_moms_på_ett_annat(tmp_path):
    assert _prova(tmp_path / "a", ("101", "90 kr"), belopp="90 kr") == []
    med = _prova(tmp_path / "b", ("101", "90 kr"), belopp="90 kr", kontering=MED_MOMS)
    assert [f[0] for f in med] == ["går inte att pröva"]
