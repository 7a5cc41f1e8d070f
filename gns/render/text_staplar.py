"""Ett stapeldiagram i terminalen: namnet, en rad av rutor och värdet."""

from gns.render.diagram import läs_diagram
from gns.render.text_rad import bryt
from gns.render.trad import Nod

_RUTA = "█"
_MELLAN = 2


def skriv_staplar(figure: Nod, bredd: int) -> list[str]:
    """Diagrammets rader; en stapel med ett värde är alltid minst en ruta, och en negativ har minustecken i sin text."""
    d = läs_diagram(figure)
    ut = bryt(figure.barn[0].delar, bredd)
    rader = [
        (namn if not j else "", serie, s)
        for namn, staplar in d.rader
        for j, (serie, s) in enumerate(zip(d.serier or ("",), staplar, strict=True))
    ]
    namn = max(len(r[0]) for r in rader)
    serie = max(len(r[1]) for r in rader)
    tal = max(len(r[2].text) for r in rader)
    plats = max(8, bredd - namn - tal - 2 * _MELLAN - (serie + _MELLAN if serie else 0))
    störst = max(abs(r[2].värde) for r in rader)
    for vem, vad, s in rader:
        rutor = _RUTA * max(int(plats * abs(s.värde) // störst), 1) if s.värde else ""
        led = f"{vem.ljust(namn)}{' ' * _MELLAN}" + (f"{vad.ljust(serie)}{' ' * _MELLAN}" if serie else "")
        ut.append(f"{led}{s.text.rjust(tal)}{' ' * _MELLAN}{rutor}".rstrip())
    return ut
