"""Stapeldiagram som SVG: samma ritning i html, pdf och docx, och samma beskrivning i ord för den som inte ser den."""

from fractions import Fraction
from typing import NamedTuple

from gns.render.trad import Nod, klartext

_BREDD, _NAMN, _TAL, _LUFT = 640, 200, 130, 10
_RAD, _STAPEL, _TECKEN, _NAMN_HÖGST = 28, 15, 13, 28
_FÄRGER = ("#0b4a8f", "#a85400")
_FLYKT = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;"})


class Stapel(NamedTuple):
    """En stapel: värdet som den ritas efter och texten vid den."""

    värde: Fraction
    text: str


class Diagram(NamedTuple):
    """Bildtexten, seriernas namn (tomt när det bara är en) och raderna med en stapel för varje serie."""

    bildtext: str
    serier: tuple[str, ...]
    rader: tuple[tuple[str, tuple[Stapel, ...]], ...]


def läs_diagram(figure: Nod) -> Diagram:
    """Diagrammet som mallen skrev det; ``bygg`` har prövat formen."""
    bildtext, *namn, dl = figure.barn
    serier = tuple(klartext(li.delar) for li in namn[0].barn) if namn else ()
    steg = 1 + max(len(serier), 1)
    grupper = [dl.barn[i : i + steg] for i in range(0, len(dl.barn), steg)]
    rader = tuple(
        (klartext(dt.delar), tuple(Stapel(dd.värde or Fraction(0), klartext(dd.delar)) for dd in dd_))
        for dt, *dd_ in grupper
    )
    return Diagram(klartext(bildtext.delar), serier, rader)


def beskrivning(figure: Nod) -> str:
    """Diagrammet i ord: bildtexten och varje stapels värde."""
    d = läs_diagram(figure)
    namn = d.serier or ("",)
    rader = (
        f"{rad} {', '.join(f'{serie} {s.text}'.strip() for serie, s in zip(namn, staplar, strict=True))}"
        for rad, staplar in d.rader
    )
    return f"Stapeldiagram: {d.bildtext}. {'; '.join(rader)}."


def som_svg(figure: Nod) -> str:
    """Ritningen; mått och lägen är heltal, så att den är densamma överallt."""
    d = läs_diagram(figure)
    antal = max(len(d.serier), 1)
    hög = _RAD if antal == 1 else _STAPEL * antal + _LUFT
    topp = _RAD if d.serier else 0
    noll, skala = _axel([s.värde for _, staplar in d.rader for s in staplar])
    delar = _förklaring(d.serier)
    for i, (namn, staplar) in enumerate(d.rader):
        y = topp + i * hög
        delar.append(_text(_NAMN - _LUFT, y + (hög + _TECKEN) // 2 - 2, _kort(namn), "end"))
        for j, s in enumerate(staplar):
            delar += _stapel(s, y + (hög - _STAPEL * antal) // 2 + j * _STAPEL, noll, skala, _FÄRGER[j % 2])
    höjd = topp + len(d.rader) * hög
    delar.append(f'<path d="M{noll} {topp}V{höjd}" stroke="#1b1b1b" stroke-width="1"/>')
    beskriv = beskrivning(figure).translate(_FLYKT)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_BREDD} {höjd}" width="{_BREDD}" height="{höjd}" role="img" '
        f'aria-label="{beskriv}" font-family="Open Sans, sans-serif" font-size="{_TECKEN}" fill="#1b1b1b">{"".join(delar)}</svg>'
    )


def _axel(värden: list[Fraction]) -> tuple[int, Fraction]:
    """(läget för noll, enheter på bredden per värde): de negativa till vänster om noll, de positiva till höger."""
    minst, störst = min(Fraction(0), *värden), max(Fraction(0), *värden)
    plats = _BREDD - _NAMN - _TAL - (_TAL - _LUFT if minst < 0 else 0)
    skala = Fraction(plats, störst - minst) if störst > minst else Fraction(0)
    vänster = _NAMN + (_TAL - _LUFT if minst < 0 else 0)
    return vänster + int(-minst * skala), skala


def _stapel(s: Stapel, y: int, noll: int, skala: Fraction, färg: str) -> list[str]:
    bredd = int(abs(s.värde) * skala)
    x = noll - bredd if s.värde < 0 else noll
    rektangel = f'<rect x="{x}" y="{y}" width="{bredd}" height="{_STAPEL - 1}" fill="{färg}"/>'
    vid = (x - 5, "end") if s.värde < 0 else (noll + bredd + 5, "start")
    return [rektangel, _text(vid[0], y + _STAPEL - 3, s.text, vid[1])]


def _förklaring(serier: tuple[str, ...]) -> list[str]:
    """Serierna med sin färg, överst."""
    delar: list[str] = []
    bredd = (_BREDD - _NAMN) // max(len(serier), 1)
    for j, namn in enumerate(serier):
        x = _NAMN + j * bredd
        delar += [
            f'<rect x="{x}" y="6" width="{_STAPEL}" height="{_STAPEL}" fill="{_FÄRGER[j % 2]}"/>',
            _text(x + _STAPEL + 5, 17, namn, "start"),
        ]
    return delar


def _kort(namn: str) -> str:
    """Namnet så långt det får plats; hela står i beskrivningen."""
    return namn if len(namn) <= _NAMN_HÖGST else f"{namn[: _NAMN_HÖGST - 1]}…"


def _text(x: int, y: int, text: str, ankare: str) -> str:
    return f'<text x="{x}" y="{y}" text-anchor="{ankare}">{text.translate(_FLYKT)}</text>'
