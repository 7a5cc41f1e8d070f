"""Ingången. Det som kan svaras utan typer (``--version``, ``--help``, komplettering av namn) svaras här."""

import gc
import sys

from gns.cli import utskrift
from gns.cli.tabell import KOMMANDON, Kommando, börjar_på, dela


def main(argv: list[str] | None = None) -> int:
    """Kör gns med ``argv`` (utan programnamnet) och ger slutkoden; inget undantag når användaren."""
    # Ett kommando lever kort: skräpsamling kostar en sjättedel av tiden och ger inget tillbaka.
    gc.set_threshold(500_000)
    try:
        utskrift.förbered()
        return _utför(sys.argv[1:] if argv is None else argv)
    except BaseException as fel:  # noqa: BLE001 – inget undantag får nå användaren
        from gns.cli.fel import hantera

        return hantera(fel)
    finally:
        gc.freeze()  # samma sak när Python slutar


def _utför(ord: list[str]) -> int:
    första = ord[0] if ord else "--help"
    if första in ("--help", "-h"):
        from gns.cli.hjalp import alla_kommandon

        utskrift.skriv(alla_kommandon())
    elif första == "--version":
        from gns import __version__

        utskrift.skriv(f"gns {__version__}\n")
    elif första == "--komplettera":
        from gns.cli.komplettera import svara

        svara(ord[1:])
    else:
        return _kommando(ord)
    return 0


def _kommando(ord: list[str]) -> int:
    kommando, argument = dela(ord)
    if kommando is not None:
        from gns.cli.svenska import kör

        return kör(kommando, argument)
    if flera := börjar_på(ord[:1]):
        _början(ord, flera)
    else:
        _okänt(ord)
    return 0


def _början(ord: list[str], flera: list[Kommando]) -> None:
    """Det första ordet i kommandon som har två: hjälp om dem, eller vilka de är."""
    from gns.grund.fel import Användningsfel
    from gns.grund.tecken import menade_du

    början = flera[0].namn.partition(" ")[0]
    if ord[1:2] in (["--help"], ["-h"]):
        from gns.cli.hjalp import några_kommandon

        utskrift.skriv(några_kommandon(början, flera))
        return
    alla = f"skriv {' eller '.join(f'gns {k.namn}' for k in flera)}"
    if len(ord) == 1 or ord[1].startswith("-"):
        raise Användningsfel(f"”{början}” behöver ett ord till", alla)
    förslag = menade_du(ord[1], [k.namn.partition(" ")[2] for k in flera])
    råd = f"menade du ”{början} {förslag}”? {alla.capitalize()}" if förslag else alla
    raise Användningsfel(f"{utskrift.citat(f'{början} {ord[1]}')} är inget kommando", råd)


def _okänt(ord: list[str]) -> None:
    from gns.grund.fel import Användningsfel
    from gns.grund.tecken import menade_du

    skrivet = utskrift.citat(ord[0])
    alla = "alla kommandon visas med gns --help"
    if ord[0].startswith("-"):
        raise Användningsfel(f"valet {skrivet} finns inte här; val skrivs efter kommandot", alla)
    förslag = menade_du(ord[0], [namn for k in KOMMANDON for namn in (k.namn, k.namn.partition(" ")[0])])
    raise Användningsfel(
        f"{skrivet} är inget kommando", f"menade du ”{förslag}”? {alla.capitalize()}" if förslag else alla
    )
