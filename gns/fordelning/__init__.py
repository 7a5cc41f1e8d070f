"""Våning 3: nycklar blir vikter, vikter blir delar i hela öre, och varje steg går att räkna om för hand."""

from gns.fordelning.fordela import fördela

__all__ = ["fördela"]
