"""Undantag som avbryter ett ärende; cli gör dem till en svensk mening och en slutkod (design § 9)."""

from gns.grund.datafel import Filfel


class GnsFel(Exception):
    """Ett fel med en mening om vad som hände och ett råd om vad man gör."""

    def __init__(self, text: str, råd: str = "") -> None:
        super().__init__(text)
        self.text = text
        self.råd = råd


class Användningsfel(GnsFel):
    """Kommandot gick inte att utföra som det skrevs, eller en mall är fel (slutkod 2)."""


class Postfel(GnsFel):
    """En eller flera poster går inte att läsa (slutkod 2); varje fel bär fil, rad och kolumn."""

    def __init__(self, fel: tuple[Filfel, ...]) -> None:
        super().__init__(f"{len(fel)} fel i posterna")
        self.fel = fel


class Sigillfel(GnsFel):
    """Ett sigill är brutet (slutkod 3)."""


class Konfliktfel(GnsFel):
    """Någon annan har ändrat eller låst samma sak (slutkod 4)."""


class Diskfel(GnsFel):
    """Disken är full, mappen saknas eller rättigheten saknas (slutkod 5)."""
