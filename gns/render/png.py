"""En ritning som bild, för Word som inte alltid visar SVG: typst ritar den, med samma typsnitt som i pdf."""

from gns.grund.fel import Användningsfel
from gns.render.pdf_barn import Sats, sätt
from gns.render.typsnitt import typsnittsmapp

_SIDA = '#set page(width: auto, height: auto, margin: 0pt)\n#set text(font: "Open Sans")\n#image("ritning.svg")\n'
_PPI = 220


def som_png(svg: str) -> bytes:
    """Ritningen i 220 punkter per tum. Användningsfel när den inte blir färdig."""
    filer = {"main.typ": _SIDA.encode(), "ritning.svg": svg.encode()}
    satt = sätt(Sats("", filer, typsnittsmapp(), _PPI))
    if satt is None or satt.diagnostik:
        raise Användningsfel("diagrammet gick inte att rita", "skriv handlingen i ett annat format")
    return satt.data


def mått(png: bytes) -> tuple[int, int]:
    """Bildens bredd och höjd i bildpunkter."""
    bredd, höjd = (int.from_bytes(png[i : i + 4]) for i in (16, 20))
    return bredd, höjd
