"""PRAXIS-remiss: alla som fick remissen har svarat i tid, och antalet i protokollet är antalet svar."""

import pytest

from tests.kontroller.arkiv import prova, sagt

ID = "PRAXIS-remiss"
ÄRENDE, MÖTE = "arenden/2024/GNS-1-2024", "moten/2024-03-04"


def _remiss(svar, **mer):
    alla = {"svar_senast": "2024-02-01", "mottagare": ["are", "berg"], **mer}
    post = {k: v for k, v in alla.items() if v is not None} | {"svar": [{"part": p, "svar": "godkänner"} for p in svar]}
    return {"remiss": post}


def test_alla_har_svarat(tmp_path):
    assert prova(tmp_path, ID, {ÄRENDE: _remiss(["are", "berg"])}) == []


@pytest.mark.parametrize(
    ("svar", "mer", "fynd"),
    [
        (["are"], {}, ("bruten", "remiss", "Bergs kommun har inte svarat på remissen, fast sista dagen var 2024-02-01")),
        (["are"], {"svar_senast": "2024-06-03"}, None),  # idag
        (["are"], {"svar_senast": "2024-06-02"}, ("bruten", "remiss", "Bergs kommun har inte svarat på remissen, fast sista dagen var 2024-06-02")),
        (
            ["are"], {"svar_senast": None},
            ("går inte att pröva", "remiss", "Bergs kommun har inte svarat på remissen, och ingen sista svarsdag är antecknad"),
        ),
        (["are"], {"mottagare": None}, ("går inte att pröva", "remiss", "det är inte antecknat vilka som fick remissen")),
        (["are", "berg", "region"], {}, ("bruten", "remiss svar region part", "region svarade på remissen men fick den inte")),
    ],
)  # fmt: skip
def test_svaren(tmp_path, svar, mer, fynd):
    assert sagt(tmp_path, ID, {ÄRENDE: _remiss(svar, **mer)}) == ([fynd] if fynd else [])


@pytest.mark.parametrize(
    ("text", "sagt_"),
    [
        ("Två parter har inkommit med remissvar.", None), ("2 av nio parter har svarat.", None),
        ("Tre parter har inkommit med remissvar.", "tre"), ("3 parter har svarat.", "3"), ("Tre parter är med.", None),
    ],
)  # fmt: skip
def test_antalet_i_protokollet(tmp_path, text, sagt_):
    fynd = sagt(tmp_path, ID, {ÄRENDE: _remiss(["are", "berg"]), MÖTE: {"paragrafer.1.sammanfattning": f"{text}\n"}})
    mening = f"§ 2 säger att {sagt_} parter har svarat, men GNS/1/2024 har 2 svar"
    assert fynd == ([("bruten", "§ 2 sammanfattning", mening)] if sagt_ else [])
