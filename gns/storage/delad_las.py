"""Många versioner av samma post, lästa snabbt: det som är lika byte för byte i två versioner läses en gång.

En post delas vid nycklarna i den första kolumnen, och en lista under en sådan nyckel vid sina punkter. Varje del läses för
sig av samma läsare som hela filen. Går någon del inte att läsa för sig läses hela filen, så svaret är alltid detsamma.
"""

import re
from typing import Any

from gns.grund.fel import Postfel
from gns.storage.fil import STÖRST
from gns.storage.yaml_las import Träd, läs_yaml

_NYCKEL = re.compile(rb"\n(?=[^\s#\-.%?:\"'\[\]{},&*!|>@`])")
_GRÄNS = re.compile(rb"\n(?:\.\.\.|---|%)")  # här slutar ett dokument; det kan bara hela filen svara på
_LISTA = re.compile(rb"([^\s:#]+):\n(?= *- )")
_PUNKT = re.compile(rb"\n( *)- ")


class Delläsare:
    """Läser version efter version av en post och minns delarna."""

    def __init__(self) -> None:
        self._kända: dict[bytes, Träd] = {}

    def läs(self, rå: bytes) -> Träd:
        """Detsamma som ``läs_yaml``; lika delar av två versioner är samma objekt. Postfel när filen inte går att läsa."""
        try:
            return self._delad(rå)
        except Postfel:
            return läs_yaml(rå)

    def _delad(self, rå: bytes) -> Träd:
        gränser = [m.start() for m in _NYCKEL.finditer(b"\n" + rå)]
        if not gränser or len(rå) > STÖRST or _GRÄNS.search(rå) or not _bara_kommentarer(rå[: gränser[0]]):
            return läs_yaml(rå)
        ut: Träd = {}
        for a, b in zip(gränser, [*gränser[1:], len(rå)], strict=True):
            delen = self._nyckel(rå[a:b])
            if not ut.keys().isdisjoint(delen):
                return läs_yaml(rå)
            ut |= delen
        return ut

    def _nyckel(self, rå: bytes) -> Träd:
        """En nyckel i den första kolumnen och det som står under den."""
        if rå not in self._kända:
            self._kända[rå] = self._lista(rå) or läs_yaml(rå)
        return self._kända[rå]

    def _lista(self, rå: bytes) -> Träd | None:
        """En lista, punkt för punkt; None när det är något annat eller bara en punkt."""
        början, första = _LISTA.match(rå), _PUNKT.search(rå)
        if not början or not första:
            return None
        indrag = första[1]
        gränser = [m.start() + 1 for m in _PUNKT.finditer(rå) if m[1] == indrag]
        if len(gränser) == 1 or gränser[0] != början.end():
            return None
        punkter: list[Any] = []
        for a, b in zip(gränser, [*gränser[1:], len(rå)], strict=True):
            punkt = rå[a:b]
            if punkt not in self._kända:
                self._kända[punkt] = läs_yaml(b"x:\n" + punkt)
            (värdet,) = self._kända[punkt].values()
            punkter += värdet
        (namn,) = läs_yaml(början[1] + b": x\n")
        return {namn: punkter}


def _bara_kommentarer(rå: bytes) -> bool:
    return all(not rad.strip() or rad.startswith(b"#") for rad in rå.split(b"\n"))
