"""Löpande text som CommonMark: tecken som annars vore märkspråk får ett omvänt snedstreck, övriga står som de är."""

import re
from collections.abc import Iterable, Sequence

from gns.render.trad import Del

_ALLTID = re.compile(r"([\\`*\[|~])")
_UNDERSTRECK = re.compile(r"(?<![^\W_])_|_(?![^\W_])")
_VINKEL = re.compile(r"<(?=[A-Za-z/!?]|$)")
_ENTITET = re.compile(r"&(?=#[0-9]{1,7};|#[xX][0-9a-fA-F]{1,6};|[A-Za-z][A-Za-z0-9]{0,40};)")
# En adress i löpande text är text: GFM gör annars en länk av den, och snedstrecken i den hamnar i adressen.
_ADRESS = re.compile(r"(?<=[A-Za-z]):(?=//)|(?<=www)\.", re.IGNORECASE)
_RADBÖRJAN = re.compile(r"(#{1,6}(?= |$)|[-+](?= |$)|[-=][-= ]*$|>)")
_NUMMER = re.compile(r"([0-9]{1,9})([.)])(?= |$)")
_FÖRE = frozenset(" \n([{\"'”’»«–—/:;,")
_EFTER = frozenset(" \n.,;:!?)]}\"'”’»–—/")


def skriv_rad(delar: Sequence[Del], *, brytning: str = "\\\n") -> str:
    """Delarna som text i ett stycke. ``brytning`` är vad en radbrytning blir; en rad som börjar som en lista flyktas."""
    ut = ""
    for i, d in enumerate(delar):
        if d.slag == "br":
            ut += brytning
        elif d.slag == "not":
            ut += rf"\[{flykta(d.text)}]"
        elif d.slag == "text":
            ut += _del(d, ut[-1:], delar[i + 1 : i + 2])
    return "\n".join(_skydda(rad) for rad in ut.split("\n"))


def flykta(text: str) -> str:
    """Texten med de tecken flyktade som annars kunde bli märkspråk mitt i en rad."""
    text = _ALLTID.sub(r"\\\1", text)
    text = _UNDERSTRECK.sub(r"\\_", text)
    text = _VINKEL.sub(r"\\<", text)
    text = _ENTITET.sub(r"\\&", text)
    return _ADRESS.sub(r"\\\g<0>", text)


def _skydda(rad: str) -> str:
    """Raden så att den varken börjar som lista, rubrik eller citat eller mister blanktecken i kanterna."""
    if rad.endswith("\\") and not rad.endswith("\\\\"):
        return _skydda(rad[:-1]) + "\\"
    kropp = rad.rstrip()
    if kropp != rad:
        return _skydda(kropp) + _entiteter(rad[len(kropp) :])
    kropp = rad.lstrip()
    if kropp != rad:
        return _entiteter(rad[: len(rad) - len(kropp)]) + kropp
    if _RADBÖRJAN.match(rad):
        return "\\" + rad
    return _NUMMER.sub(r"\1\\\2", rad, count=1) if _NUMMER.match(rad) else rad


def _entiteter(blanka: str) -> str:
    return "".join(t if t == " " else f"&#{ord(t)};" for t in blanka)


def _del(d: Del, före: str, nästa: Iterable[Del]) -> str:
    kärna = d.text.strip(" ")
    if not kärna or not (_har_utseende(d) or d.leder_ut):
        return flykta(d.text)
    början = " " if d.text[0] == " " else ""
    slut = " " if d.text[-1] == " " else ""
    if d.leder_ut:
        inne = _betona(d, flykta(kärna).replace("]", r"\]"), stjärnor=not kärna[0].isspace())
        return f"{början}[{inne}](<{d.länk.replace('&', '&amp;')}>){slut}"
    fritt = (början or not före or före in _FÖRE) and (slut or _fri_efter(nästa))
    stjärnor = bool(fritt) and not kärna[0].isspace() and not kärna[-1].isspace()
    return början + _betona(d, flykta(kärna), stjärnor=stjärnor) + slut


def _fri_efter(nästa: Iterable[Del]) -> bool:
    """Om det som följer gör att en stjärna där betyder slut på betoningen."""
    for d in nästa:
        return d.slag != "text" or d.text[:1] == " " or (not _har_utseende(d) and d.text[:1] in _EFTER)
    return True


def _betona(d: Del, text: str, *, stjärnor: bool) -> str:
    """Texten med sitt utseende; det tillagda är starkt, för CommonMark har inget annat tecken för det."""
    stark = d.stark or d.tillagd
    if stjärnor:
        märke = "*" * (d.betonad + 2 * stark)
        text = f"{märke}{text}{märke}"
        return f"~~{text}~~" if d.struken else text
    text = f"<em>{text}</em>" if d.betonad else text
    text = f"<strong>{text}</strong>" if stark else text
    return f"<del>{text}</del>" if d.struken else text


def _har_utseende(d: Del) -> bool:
    return d.betonad or d.stark or d.struken or d.tillagd
