"""Kontrollkoden: ett sigills SHA-256 skrivet så att en människa kan läsa av det, jämföra det och skriva in det igen."""

import re
from hashlib import sha256

# Siffror och bokstäver utan I, L, O och U: inget tecken kan förväxlas med ett annat på papper.
_TECKEN = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_LÄNGD, _GRUPP = 32, 4  # 160 bitar: den som själv gör båda handlingarna får inte heller två med samma kod
_FÖRVÄXLADE = str.maketrans("ILO", "110")
_SKILJER = re.compile(r"[\s\u00a0\u2010-\u2015-]+")


def kontrollkod(innehåll: bytes) -> str:
    """Koden för innehållet: åtta grupper om fyra tecken, ``7K3M-91QX-…``."""
    tal = int.from_bytes(sha256(innehåll).digest()[:20], "big")
    tecken = "".join(_TECKEN[tal >> 5 * i & 31] for i in reversed(range(_LÄNGD)))
    return "-".join(tecken[i : i + _GRUPP] for i in range(0, _LÄNGD, _GRUPP))


def läs_kontrollkod(text: str) -> str:
    """Koden i sin egen form, hur den än är skriven: små bokstäver, mellanrum, I och L för 1, O för 0. ValueError annars."""
    tecken = _SKILJER.sub("", text).upper().translate(_FÖRVÄXLADE)
    if len(tecken) != _LÄNGD or any(t not in _TECKEN for t in tecken):
        raise ValueError(text)
    return "-".join(tecken[i : i + _GRUPP] for i in range(0, _LÄNGD, _GRUPP))


def gruppera_hash(hexadecimalt: str) -> str:
    """SHA-256 i grupper om åtta tecken, att läsa av."""
    return " ".join(hexadecimalt[i : i + 8] for i in range(0, len(hexadecimalt), 8))
