"""Det som registren har gemensamt: hur ett beslut pekas ut och hur löptext blir ren text."""

import datetime as dt

from gns.grund.block import Block, Fotnot, Lista, Notref, Rad, Text
from gns.modell.mote import Möte
from gns.modell.paragraf import Paragraf


def ref(datum: dt.date, nr: int) -> str:
    """``2020-12-18 § 19``."""
    return f"{datum} § {nr}"


def är_justerad(möte: Möte, p: Paragraf) -> bool:
    """Om § är justerad, med protokollet eller för sig (KL 5:69)."""
    return möte.är_justerat or p.omedelbart_justerad is not None


def ren_text(text: Text) -> str:
    """Texten utan formtecken: en tom rad mellan blocken, en rad för varje punkt, fotnoter som ``[1]``."""
    return "\n\n".join(_block(b) for b in text.block)


def _block(block: Block) -> str:
    if isinstance(block, Lista):
        return "\n".join(f"{'-' if p.nummer is None else f'{p.nummer}.'} {_rad(p.delar)}" for p in block.punkter)
    return f"[{block.märke}] {_rad(block.delar)}" if isinstance(block, Fotnot) else _rad(block.delar)


def _rad(delar: Rad) -> str:
    return "".join(f"[{d.märke}]" if isinstance(d, Notref) else d.text for d in delar)
