"""Avbrott utifrån: det som inte får göras till hälften görs klart, och det som kan ångras ångras."""

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType
from typing import NoReturn

_AVSLUTA = [getattr(signal, namn) for namn in ("SIGTERM", "SIGHUP") if hasattr(signal, namn)]


@contextmanager
def ostört() -> Iterator[None]:
    """Ctrl-C och avsluta-signaler väntar tills blocket är klart; också i de program som startas i det."""
    if not hasattr(signal, "pthread_sigmask"):  # Windows
        yield
        return
    före = signal.pthread_sigmask(signal.SIG_BLOCK, [signal.SIGINT, *_AVSLUTA])
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, före)


@contextmanager
def går_att_ångra() -> Iterator[None]:
    """Avsluta-signaler (SIGTERM, SIGHUP) blir ett undantag i blocket, så att det som gjordes hinner ångras."""
    före = {nummer: signal.signal(nummer, _avsluta) for nummer in _AVSLUTA}
    try:
        yield
    finally:
        for nummer, gammal in före.items():
            signal.signal(nummer, gammal)


def _avsluta(nummer: int, _: FrameType | None) -> NoReturn:
    raise SystemExit(128 + nummer)
