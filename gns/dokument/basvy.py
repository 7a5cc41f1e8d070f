"""Vad som visas om basfinansieringen."""

from typing import NamedTuple

from gns.dokument.fordelningsvy import DelningVy, NyckelVy


class BasVy(NamedTuple):
    """Basfinansieringen; ``per_part_öre`` när alla betalar lika hela året, ``hindras_av`` när den inte går att dela."""

    belopp_öre: int
    per_part_öre: int | None
    parter: int
    beslut: str | None
    ursprung: str | None
    nyckel: NyckelVy
    delar_av_året: bool
    hindras_av: str | None
    delning: DelningVy | None
