"""PRAXIS-klarsprak: korta meningar och dagens ord, i möten som inte är justerade."""

import pytest

from tests.kontroller.arkiv import BORT, Ändringar, prova, sagt

ID = "PRAXIS-klarsprak"
MÖTE = "moten/2024-03-04"
UTKAST: Ändringar = {MÖTE: {"justering.justerat": BORT}, "anslag/2024-03-04": {"": BORT}}


def _ord(antal):
    return " ".join(["Nämnden"] + ["räknar"] * (antal - 1)) + "."


def _fynd(tmp_path, text, fält="sammanfattning", **annat):
    möte = UTKAST[MÖTE] | {f"paragrafer.1.{fält}": text if fält == "sammanfattning" else [text], **annat}
    return sagt(tmp_path, ID, UTKAST | {MÖTE: möte})


def _långa(text):
    return [("bruten", "§ 2 sammanfattning", text)]


@pytest.mark.parametrize(
    ("text", "väntat"),
    [
        (_ord(40), []),
        (_ord(41), _långa("en mening har 41 ord")),
        (f"{_ord(21)}\n{_ord(21)}", []),
        (f"{_ord(20)[:-1]}\n{_ord(21)}", _långa("en mening har 41 ord")),
        (f"{_ord(20)[:-1]}\n\n{_ord(21)}", []),
        (f"{_ord(39)[:-1]} t.ex. räknar.", _långa("en mening har 42 ord")),
        (f"{_ord(40)[:-1]} 457 200 kr.", _långa("en mening har 41 ord")),
        (f"{_ord(40)[:-1]} 457 200.", []),
        ("Nämnden räknar:\n" + "\n".join(f"- {_ord(20)[:-1]}" for _ in range(5)), []),
        (f"- {_ord(41)}", _långa("en mening har 41 ord")),
        (f"#### {_ord(41)}\n\nKort.", []),
        (f"{_ord(41)}\n{_ord(45)}\nKort.", _långa("2 meningar är längre än 40 ord, den längsta har 45 ord")),
    ],
)
def test_långa_meningar(tmp_path, text, väntat):
    assert _fynd(tmp_path, f"{text}\n") == väntat


@pytest.mark.parametrize(
    ("text", "orden"),
    [
        ("Avtalet godkännes.", "”godkännes”"),
        ("Jämlikt lagen erfordras beslut, och beslut erfordras.", "”jämlikt”, ”erfordras”"),
        ("Härvidlag föreligger hinder.", "”härvidlag”, ”föreligger”"),
        ("Avtalet godkänns och Johannes avser vardagarna.", None),
    ],
)
def test_ålderdomliga_ord(tmp_path, text, orden):
    väntat = [("bruten", "§ 2 beslut 1", f"ålderdomliga ord: {orden}")] if orden else []
    assert _fynd(tmp_path, f"{text}\n", "beslut") == väntat


def test_det_är_en_upplysning_på_sin_egen_rad(tmp_path):
    möte = UTKAST[MÖTE] | {"paragrafer.1.sammanfattning": f"Kort.\nOch kort.\n{_ord(41)}\nAvtalet godkännes.\n"}
    långa, gamla = prova(tmp_path, ID, UTKAST | {MÖTE: möte})
    assert långa["nivå"] == "upplysning"
    rader = (tmp_path / f"data/{MÖTE}.yaml").read_text(encoding="utf-8").split("\n")
    assert rader[långa["rad"] - 1].strip() == _ord(41)
    assert rader[gamla["rad"] - 1][gamla["kolumn"] - 1 :] == "godkännes."


def test_ett_förslag_som_blev_beslutet_sägs_en_gång(tmp_path):
    text = "Avtalet godkännes.\n"
    fynd = _fynd(tmp_path, text, "beslut", **{"paragrafer.1.förslag_till_beslut": [text]})
    assert [f for _, f, _ in fynd] == ["§ 2 förslag_till_beslut 1"]


def test_det_justerade_går_inte_att_ändra(tmp_path):
    text = f"Jämlikt. {_ord(41)}\n"
    assert sagt(tmp_path / "a", ID, {MÖTE: {"paragrafer.1.sammanfattning": text}}) == []
    assert _fynd(tmp_path / "b", text, **{"paragrafer.1.omedelbart_justerad": "2024-03-04"}) == []


def test_en_paragraf_utan_text_går_inte_att_pröva(tmp_path):
    tom = {"nr": "4", "rubrik": "Information", "slag": "information"}
    fynd = sagt(tmp_path / "a", ID, UTKAST | {MÖTE: UTKAST[MÖTE] | {"paragrafer.3": tom}})
    assert fynd == [("går inte att pröva", "§ 4", "§ 4 har ingen text att pröva")]
    utgår = {"nr": "4", "rubrik": "Information", "utgår": {"skäl": "inte klart"}}
    assert sagt(tmp_path / "b", ID, UTKAST | {MÖTE: UTKAST[MÖTE] | {"paragrafer.3": utgår}}) == []
