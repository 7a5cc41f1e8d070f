"""Det som flera kommandons tester utgår från."""

import pytest

from tests.history.sparrepo import förseglat


@pytest.fixture(scope="session")
def två_förseglade(tmp_path_factory):
    """Ett förråd med två förseglade möten; den som ändrar något gör det i en kopia."""
    return förseglat(tmp_path_factory.mktemp("spar") / "repo")
