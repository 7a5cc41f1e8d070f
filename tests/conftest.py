"""Gemensamt för alla tester: inget hoppas över, samma utfall varje gång, ingen rest av användarens egen miljö."""

import os
import signal
from collections.abc import Generator
from typing import Any

import pytest
from hypothesis import HealthCheck, settings

settings.register_profile(
    "snabb",
    derandomize=True,
    deadline=None,
    database=None,
    max_examples=60,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.register_profile("lang", deadline=None, max_examples=1000, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("snabb")

_STÖRANDE = ("NO_COLOR", "FORCE_COLOR", "CLICOLOR", "CLICOLOR_FORCE", "COLUMNS", "LINES", "CI", "GITHUB_ACTIONS")
_STÖRANDE_BÖRJAN = ("GIT_", "GNS_", "_GNS", "_TYPER", "TYPER_", "PYTHONWARN", "PYTHONUTF8", "PYTHONIOENC")


def pytest_configure() -> None:
    """Tar bort det i miljön som ändrar utskrifter eller git, och hör Ctrl-C också när testerna körs i bakgrunden."""
    signal.signal(signal.SIGINT, signal.default_int_handler)  # annars ärver programmen som startas att inte höra den
    for namn in [n for n in os.environ if n in _STÖRANDE or n.startswith(_STÖRANDE_BÖRJAN)]:
        del os.environ[namn]
    os.environ |= {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1"}


def _underkänn(rapport: pytest.TestReport | pytest.CollectReport) -> None:
    """Gör en överhoppad eller väntat fallen test till en fallen: en test som inte har körts har inte lyckats."""
    förväntad = hasattr(rapport, "wasxfail")
    if förväntad:
        del rapport.wasxfail
    if förväntad or rapport.skipped:
        rapport.outcome = "failed"
        rapport.longrepr = f"skip och xfail är inte tillåtna (tests/conftest.py): {rapport.longrepr}"


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_runtest_makereport() -> Generator[None, Any, Any]:
    """Varje tests rapport."""
    rapport = yield
    _underkänn(rapport)
    return rapport


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_make_collect_report() -> Generator[None, Any, Any]:
    """Rapporten när en testfil läses in, där en saknad modul annars tyst kan ta bort hela filen."""
    rapport = yield
    _underkänn(rapport)
    return rapport
