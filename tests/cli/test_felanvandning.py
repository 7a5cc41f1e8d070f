"""Fel användning: slutkod 2, en svensk mening om vad och vad man gör, och aldrig ett ord engelska."""

import re
import unicodedata

import pytest

from tests.cli.kora import TYPER, gns

ENGELSKA = re.compile(
    r"\b(usage|error|try|options?|arguments|missing|invalid|no such|unexpected|requires?|does not|got|commands?|show|"
    r"aborted|default|required|traceback|did you|possible|value|choose|the|and|is not|must|exit)\b",
    re.IGNORECASE,
)
DAG = "2020-12-18"
FALL = [
    (["protokol"], "”protokol” är inget kommando", "menade du ”protokoll”? Alla kommandon visas med gns --help"),
    (["xyzzy"], "”xyzzy” är inget kommando", "alla kommandon visas med gns --help"),
    ([""], "”” är inget kommando", "alla kommandon visas med gns --help"),
    (["--fel"], "valet ”--fel” finns inte här; val skrivs efter kommandot", "alla kommandon visas med gns --help"),
    (["-x", "protokoll"], "valet ”-x” finns inte här", "alla kommandon visas med gns --help"),
    (["--format", "md", "protokoll", DAG], "valet ”--format” finns inte här", "alla kommandon visas med gns --help"),
    (["protokoll"], "DATUM saknas", "skriv till exempel: gns protokoll 2020-12-18"),
    (["protokoll", "--format", "md"], "DATUM saknas", "skriv till exempel"),
    (["protokoll", DAG, "mer", "till"], "för många argument: ”mer till”", "skriv: gns protokoll [VAL] DATUM"),
    (["protokoll", DAG, "–ut", "p.pdf"], "för många argument", "två vanliga bindestreck"),
    (["protokoll", "--fromat", "md"], "valet ”--fromat” finns inte", "menade du ”--format”? Hjälp: gns"),
    (["protokoll", "--FÖRMAD=md"], "valet ”--FÖRMAD” finns inte", "menade du ”--format”? Hjälp: gns"),
    (["protokoll", "--hjalp"], "valet ”--hjalp” finns inte", "gns protokoll --help"),
    (["protokoll", "-q"], "valet ”-q” finns inte", "gns protokoll --help"),
    (["protokoll", "-vx"], "valet ”-vx” finns inte", "gns protokoll --help"),
    (["protokoll", DAG, "--format"], "valet --format saknar värde", "skriv --format FORMAT; hjälp"),
    (["protokoll", DAG, "--ut"], "valet --ut saknar värde", "skriv --ut FIL; hjälp"),
    (["protokoll", DAG, "--ut", "--visa"], "valet --ut saknar värde", "skriv --ut FIL; hjälp"),
    (["protokoll", DAG, "--data", "--help"], "valet --data saknar värde", "skriv --data KATALOG; hjälp"),
    (["protokoll", DAG, "--visa=1"], "valet --visa tar inget värde", "gns protokoll --help"),
    (["protokoll", DAG, "--help=1"], "valet --help tar inget värde", "gns protokoll --help"),
    (["protokoll", DAG, "--format", "pfd"], "”pfd” är inget format", "menade du ”pdf”? välj text, md, html"),
    (["protokoll", DAG, "--format", "xyz"], "”xyz” är inget format", "välj text, md, html, pdf, docx"),
    (["protokoll", DAG, "--format", ""], "”” är inget format", "välj text"),
    (["protokoll", DAG, "--ut", ""], "--ut behöver en sökväg, men fick ””", ""),
    (["protokoll", DAG, "--data", ""], "--data behöver en sökväg, men fick ””", ""),
    (["protokoll", DAG, "--ut", "p"], "filnamnet ”p” säger inte vilket format", ".txt, .md, .html, .pdf, .docx"),
    (["protokoll", DAG, "--ut", "p.doc"], "filnamnet ”p.doc” säger inte vilket format", "lägg till --format"),
    (["protokoll", DAG, "--ut", "p.pdf", "--format", "md"], "säger emot varandra", "ta bort --format, eller"),
    (["protokoll", "2020-13-01"], "”2020-13-01” är inget datum", "skriv ÅÅÅÅ-MM-DD, till exempel 2020-12-18"),
    (["protokoll", "2021-02-29"], "”2021-02-29” är inget datum", ""),
    (["protokoll", "0000-01-01"], "”0000-01-01” är inget datum", ""),
    (["protokoll", "20201218"], "”20201218” är inget datum", ""),
    (["protokoll", "2020-W51-5"], "”2020-W51-5” är inget datum", ""),
    (["protokoll", "2020-12-18\n"], r"”2020-12-18\n” är inget datum", ""),
    (["protokoll", "2020–12–18"], "”2020–12–18” är inget datum", ""),
    (["protokoll", "../x"], "”../x” är inget datum", ""),
    (["protokoll", ""], "”” är inget datum", ""),
    (["protokoll", "２０２０-１２-１８"], "är inget datum", ""),
    (["protokoll", "2" * 10_000], f"”{'2' * 60}…” är inget datum", ""),
    (["protokoll", "\x1b[31m\u202e\x07"], r"”\x1b[31m\u202e\x07” är inget datum", ""),
    (["protokoll", b"\xe5\xff"], r"”\udce5\udcff” är inget datum", ""),
    (["protokoll", "--", "-5"], "”-5” är inget datum", ""),
    (["utdrag"], "DATUM saknas", "skriv till exempel: gns utdrag 2020-12-18 19"),
    (["utdrag", DAG], "N saknas", "skriv till exempel: gns utdrag 2020-12-18 19"),
    (["utdrag", DAG, "§"], "”§” är inget paragrafnummer", ""),
    (["utdrag", DAG, "nitton"], "”nitton” är inget paragrafnummer", "skriv till exempel 19 eller ”§ 19”"),
    (["utdrag", DAG, "0"], "”0” är inget paragrafnummer", ""),
    (["utdrag", DAG, "99999"], "”99999” är inget paragrafnummer", ""),
    (["utdrag", DAG, "19", "20"], "”19 20” är inget paragrafnummer", ""),
    (["utdrag", DAG, "١٩"], "är inget paragrafnummer", ""),
    (["utdrag", DAG, "²"], "är inget paragrafnummer", ""),
    (["utdrag", "19", DAG], "”19” är inget datum", ""),
    (["formatera", "--fixa"], "valet ”--fixa” finns inte", "gns formatera --help"),
    (["formatera", ""], "SÖKVÄG behöver en sökväg, men fick ””", ""),
    (["komplettering"], "SKAL saknas", "skriv till exempel: gns komplettering bash"),
    (["komplettering", "bahs"], "”bahs” är inget skal som gns känner", "menade du ”bash”? välj"),
    (["komplettering", "cmd"], "”cmd” är inget skal som gns känner", "välj bash, zsh, fish, powershell"),
    (["komplettering", "bash", "zsh"], "för många argument: ”zsh”", "skriv: gns komplettering [VAL] SKAL"),
]


@pytest.mark.parametrize("typer", TYPER)
@pytest.mark.parametrize(("ord", "text", "råd"), FALL, ids=lambda v: None if isinstance(v, str) else ascii(v)[:60])
def test_fel_användning_ger_svensk_mening_och_slutkod_två(
    ord: list[str | bytes], text: str, råd: str, typer: str
) -> None:
    svar = gns(*ord, typer=typer)
    assert (svar.kod, svar.ut) == (2, "")
    första, _, resten = svar.fel.partition("\n")
    assert första.startswith("fel: "), svar.fel
    assert text in första
    assert råd in resten
    assert not ENGELSKA.search(svar.fel), svar.fel
    assert all(tecken.isprintable() or tecken == "\n" for tecken in svar.fel)


@pytest.mark.parametrize("typer", TYPER)
@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_ett_okänt_val_visas_som_det_skrevs(form: str, typer: str) -> None:
    ord = unicodedata.normalize(form, "--förmad")  # type: ignore[arg-type]
    svar = gns("protokoll", ord, typer=typer)
    assert "valet ”--förmad” finns inte" in svar.fel
    assert "menade du ”--format”?" in svar.fel
