"""Ett stapeldiagram i terminalen: namnet, en rad av rutor och värdet."""

from gns.render.diagram import läs_diagram
from gns.render.text_rad import bryt
from gns.render.trad import Del, Nod

_RUTA = "█"
_MELLAN = 2
_NAMN_HÖGST = 3  # ett namn bredare än en tredjedel av raden är långt
_INDRAG = " " * _MELLAN


def skriv_staplar(figure: Nod, bredd: int) -> list[str]:
    """Diagrammets rader; en stapel med ett värde är alltid minst en ruta, och en negativ har minustecken i sin text.

    Långa namn står på egna rader ovanför sina staplar.
    """
    d = läs_diagram(figure)
    ut = bryt(figure.barn[0].delar, bredd)
    långa = max(len(namn) for namn, _ in d.rader) > bredd // _NAMN_HÖGST
    namn = len(_INDRAG) if långa else max(len(namn) for namn, _ in d.rader) + _MELLAN
    serie = max(map(len, d.serier), default=-_MELLAN) + _MELLAN
    alla = [s for _, staplar in d.rader for s in staplar]
    tal = max(len(s.text) for s in alla)
    plats = max(8, bredd - namn - serie - tal - _MELLAN)
    störst = max(abs(s.värde) for s in alla)
    for vem, staplar in d.rader:
        ut += bryt((Del(vem),), bredd) if långa else []
        for j, (vad, s) in enumerate(zip(d.serier or ("",), staplar, strict=True)):
            rutor = _RUTA * max(int(plats * abs(s.värde) // störst), 1) if s.värde else ""
            först = "" if långa or j else vem
            led = f"{först.ljust(namn)}{vad.ljust(serie)}{s.text.rjust(tal)}{' ' * _MELLAN}{rutor}"
            ut.append(led.rstrip())
    return ut
