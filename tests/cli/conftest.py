"""Det som flera kommandons tester utgår från."""

import pytest

from tests.cli.kontrollkor import kör
from tests.history.sparrepo import OJUSTERAT, TVÅ, förråd, förseglat


@pytest.fixture(scope="session")
def två_förseglade(tmp_path_factory):
    """Ett förråd med två förseglade möten; den som ändrar något gör det i en kopia."""
    return förseglat(tmp_path_factory.mktemp("spar") / "repo")


@pytest.fixture(scope="session")
def ojusterat(tmp_path_factory):
    """Ett förråd där mötet i mars inte är justerat; kopieras av den som ändrar i det."""
    return förråd(tmp_path_factory.mktemp("ojusterat") / "repo", OJUSTERAT)


@pytest.fixture(scope="session")
def förseglad_paragraf(tmp_path_factory):
    """Detsamma, med § 3 förseglad för sig."""
    rot = förråd(tmp_path_factory.mktemp("paragraf") / "repo", OJUSTERAT)
    svar = kör(rot, "justera", TVÅ, "--paragraf", "3", "--justerad", TVÅ)
    assert svar.kod == 0, svar.fel
    return rot
