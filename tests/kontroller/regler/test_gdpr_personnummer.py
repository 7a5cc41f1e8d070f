"""GDPR-personnummer: inget personnummer i någon text. Numren här är påhittade, efter Skatteverkets exempel."""

import datetime as dt

import pytest

from gns.grund.personnummer import MÖNSTER, nummerslag
from tests.kontroller.arkiv import prova, sagt, skriv

ID = "GDPR-personnummer"
MÖTE = "moten/2024-03-04"
NUMMER = "121212-1212"
IDAG = dt.date(2024, 6, 3)


def _slag(text):
    return [nummerslag(t[0], IDAG) for t in MÖNSTER.finditer(text)]


def _luhn(siffror):
    summa = sum(sum(divmod(int(s) * (2 - i % 2), 10)) for i, s in enumerate(siffror))
    return siffror + str(-summa % 10)


@pytest.mark.parametrize(
    "text",
    [
        NUMMER,
        "19121212-1212",
        "191212121212",
        "1212121212",
        "121212+1212",
        "121212–1212",
        "121212\\-1212",
        "(121212-1212).",
        "pnr 121212-1212, och",
        "20000229-" + _luhn("000229100")[6:],
    ],
)
def test_personnummer(text):
    assert _slag(text) == ["personnummer"]


@pytest.mark.parametrize(
    "text",
    [
        "121212-1213",  # fel kontrollsiffra
        _luhn("121312121"),  # månad 13
        _luhn("120230121"),  # 30 februari
        "20240604-" + _luhn("240604100")[6:],  # i morgon
        "121212-000" + _luhn("121212000")[-1],
        "232100-0214",  # regionens organisationsnummer
        "2120002494",
        _luhn("070112345"),  # ett telefonnummer
        "1-1212121212-1",
        "9121212-1212",
        "121212-12121",
        "0,1212121212",
        "a1212121212",
        "121212 1212",
    ],
)
def test_inte_personnummer(text):
    assert [s for s in _slag(text) if s] == []


@pytest.mark.parametrize(("dag", "slag"), [("61", "samordningsnummer"), ("91", "samordningsnummer"), ("92", None)])
def test_samordningsnummer(dag, slag):
    nummer = _luhn(f"7010{dag}238")
    assert _slag(f"{nummer[:6]}-{nummer[6:]}") == [slag]


def test_idag_är_en_dag_som_har_varit():
    siffror = _luhn("240603100")
    assert _slag(f"20{siffror}") == ["personnummer"]


def test_fyndet_visar_raden_men_säger_inte_om_numret(tmp_path):
    text = f"Driftens avtal löper ut.\nSökanden {NUMMER} har fått besked.\n"
    (fynd,) = prova(tmp_path, ID, {MÖTE: {"paragrafer.1.sammanfattning": text}})
    assert (fynd["nivå"], fynd["fält"], fynd["text"]) == ("varning", "§ 2 sammanfattning", "här står ett personnummer")
    rader = (tmp_path / f"data/{MÖTE}.yaml").read_text(encoding="utf-8").split("\n")
    assert rader[fynd["rad"] - 1].index(NUMMER) + 1 == fynd["kolumn"]


def test_varje_slag_av_post_söks(tmp_path):
    svar = {"regel": "KL-8-12-anslag", "svar": f"Se {NUMMER}.", "av": "Siv Sjö", "datum": "2024-05-02"}
    fynd = prova(
        tmp_path,
        ID,
        {
            "namnd": {"parter.1.namn": f"Åre {NUMMER}"},
            "arenden/2024/GNS-1-2024": {"handlingar.0.titel": f"Ansökan {NUMMER}"},
            "anslag/2024-03-04": {"anslag.0.undertecknat_av": NUMMER},
            "delegation/2024": {"beslut.0.rubrik": f"Bistånd till {NUMMER}"},
            "svar/2024-03-04": {"": {"svar": [svar]}},
        },
    )
    assert {f["post"].split()[0] for f in fynd} == {"nämnd", "ärende", "anslag", "delegation", "svar"}


def test_när_en_post_inte_går_att_läsa_är_allt_inte_sökt(tmp_path):
    skriv(tmp_path)
    (tmp_path / "data/arenden/2024/GNS-9-2024.yaml").write_text("rubrik: [", encoding="utf-8")
    from gns.flows.kontrollera import kontrollera

    rader = kontrollera(tmp_path, tmp_path, (), (ID,), IDAG).rader
    assert [(r.svar, r.text) for r in rader if r.regel == ID] == [
        ("går inte att pröva", "alla poster gick inte att läsa, så deras texter är inte genomsökta")
    ]


def test_det_rena_arkivet_är_rent(tmp_path):
    assert sagt(tmp_path, ID) == []


def test_långa_siffror_blir_klara():
    assert _slag("1" * 300_000 + " " + "121212-" * 40_000) == []
