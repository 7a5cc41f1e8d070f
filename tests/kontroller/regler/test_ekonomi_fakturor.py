"""EKONOMI-fakturor: fakturorna är de uträknade, och alla har fått sin."""

import pytest

from tests.kontroller.arkiv import prova, sagt

ID = "EKONOMI-fakturor"
ÅR = "budgetar/2023"
BAS = {"per_part": "100 kr", "ursprung": "fullmäktige"}
REFERENSER = {"namnd": {f"parter.{i}.köparreferens": "R" for i in (1, 2)}}


def _med(*fakturor, **mer):
    return {ÅR: {"basfinansiering": BAS, "fakturor": list(fakturor), **mer}, **REFERENSER}


def _faktura(nr, part, **mer):
    return {"nr": nr, "part": part, "avser": "januari", "datum": "2023-01-02", **mer}


ALLA = [_faktura(str(n), part) for n, part in enumerate(("region", "are", "berg"))]


def test_utan_fakturor_sägs_inget(tmp_path):
    assert prova(tmp_path, ID) == []


@pytest.mark.parametrize(
    ("belopp", "text"),
    [
        (None, None),
        ("100 kr", None),
        ("300 kr", "faktura 0 är på 300 kr, men underlaget är 100 kr utan moms"),
        ("99,99 kr", "faktura 0 är på 99,99 kr, men underlaget är 100 kr utan moms"),
    ],
)
def test_beloppet(tmp_path, belopp, text):
    första = ALLA[0] | ({"belopp": belopp} if belopp else {})
    fynd = sagt(tmp_path, ID, _med(första, *ALLA[1:]))
    assert fynd == ([("bruten", "fakturor 0 belopp", text)] if text else [])


def test_någon_som_inte_har_fått_sin(tmp_path):
    assert sagt(tmp_path, ID, _med(*ALLA[:2])) == [
        ("bruten", "fakturor", "Bergs kommun har ingen faktura för januari, men andra har det")
    ]
    assert sagt(tmp_path / "värden", ID, _med(*ALLA[1:])) == []


def test_en_faktura_utan_underlag(tmp_path):
    maj = _faktura("9", "are") | {"avser": "maj"}
    assert sagt(tmp_path / "a", ID, _med(*ALLA, maj)) == [
        ("bruten", "fakturor 9", "faktura 9 har inget underlag: Åre kommun har inget att betala för maj")
    ]
    två = sagt(tmp_path / "b", ID, _med(*ALLA, _faktura("9", "are")))
    assert två == [("bruten", "fakturor 9", "Åre kommun har fler fakturor för januari än underlaget: 1, 9")]


def test_en_kredit_och_en_ny_faktura(tmp_path):
    kedja = [
        _faktura("1", "are", belopp="300 kr"),
        _faktura("2", "are", belopp="-300 kr"),
        _faktura("3", "are", belopp="100 kr"),
    ]
    assert sagt(tmp_path, ID, _med(ALLA[0], *kedja, ALLA[2])) == []


def test_den_som_inte_är_part_faktureras_inte(tmp_path):
    ändringar = _med(*ALLA)
    ändringar["namnd"] = REFERENSER["namnd"] | {"parter.2.till": "2022-12-31"}
    fynd = sagt(tmp_path, ID, ändringar)
    assert ("bruten", "fakturor 2", "faktura 2: Bergs kommun är inte part i nämnden någon hel månad 2023") in fynd


@pytest.mark.parametrize(
    ("förfaller", "text"),
    [
        ("2023-01-31", None),
        ("2023-02-28", "faktura 0 förfaller 2023-02-28, men bidraget betalas i januari, senast 2023-01-31"),
    ],
)
def test_förfallodagen_är_den_beslutade(tmp_path, förfaller, text):
    fynd = sagt(tmp_path, ID, _med(ALLA[0] | {"förfaller": förfaller}, *ALLA[1:]))
    assert fynd == ([("bruten", "fakturor 0 förfaller", text)] if text else [])


@pytest.mark.parametrize(
    ("faktura", "part", "text"),
    [
        ("1", "are", None),
        ("9", "are", "betalningen v1 gäller faktura 9, som inte finns"),
        ("1", "berg", "faktura 1 är ställd till Åre kommun, men Bergs kommun betalade den"),
    ],
)
def test_en_betalning_hör_till_sin_faktura(tmp_path, faktura, part, text):
    betalning = {"nr": "v1", "part": part, "faktura": faktura, "datum": "2023-01-31", "belopp": "100 kr"}
    fynd = sagt(tmp_path, ID, _med(*ALLA, inbetalningar=[betalning]))
    assert fynd == ([("bruten", "inbetalningar v1 faktura", text)] if text else [])


def test_utan_underlag_moms_eller_referens_går_det_inte_att_pröva(tmp_path):
    utan_bas = _med(*ALLA)
    del utan_bas[ÅR]["basfinansiering"]
    assert {f[0] for f in sagt(tmp_path / "a", ID, utan_bas)} == {"går inte att pröva"}
    kontering = [{"avser": "basfinansiering", "konto": "3690"}]
    fynd = sagt(tmp_path / "b", ID, _med(*ALLA, kontering=kontering) | {"namnd": {}})
    assert fynd == [
        ("går inte att pröva", "fakturor", "Åre kommun, Bergs kommun har ingen köparreferens"),
        ("går inte att pröva", "kontering 1", "konteringen för basfinansiering säger inte hur momsen behandlas"),
    ]
