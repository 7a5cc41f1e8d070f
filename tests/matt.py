"""Hur mycket av en källas ord som står i ett dokument, i källans ordning."""

import difflib
import html
import re
import unicodedata
from pathlib import Path

KÄLLOR = Path(__file__).parent / "kallor"
ORGAN = [
    "gemensam",
    "nämnd",
    "för",
    "samverkan",
    "inom",
    "drift",
    "och",
    "service",
    "utveckling",
    "samt",
    "specialistfunktioner",
]


def ord_i(text: str) -> list[str]:
    """Orden i små bokstäver, utan märkspråk, avstavningar och nämndens namn, som står i varje sidhuvud."""
    text = unicodedata.normalize("NFC", html.unescape(text))
    text = re.sub(r"<[^>]+>|https?://\S+", " ", text)
    text = re.sub(r"[\u00ad\u2060\u200b]", "", text)
    text = re.sub(r"(?<=[a-zåäö])-\s*\n\s*(?=[a-zåäö])", "", text)
    alla = re.findall(r"[^\W_]+%?|%", text.lower())
    ut: list[str] = []
    while alla:
        if alla[: len(ORGAN)] == ORGAN:
            del alla[: len(ORGAN)]
        else:
            ut.append(alla.pop(0))
    return ut


def saknade(källa: str, dokument: str) -> tuple[float, list[str]]:
    """(andel av källans ord som finns i ordning, varje följd av ord som saknas)."""
    utan_sidhuvuden = re.sub(r"(?m)^\s*\d{4}-\d\d-\d\d\s*$", " ", källa)
    a, b = ord_i(utan_sidhuvuden), ord_i(dokument)
    jämförelse = difflib.SequenceMatcher(None, a, b, autojunk=False)
    träff = sum(block.size for block in jämförelse.get_matching_blocks())
    luckor = [" ".join(a[i:j]) for vad, i, j, _, _ in jämförelse.get_opcodes() if vad in ("delete", "replace")]
    return träff / len(a), luckor
