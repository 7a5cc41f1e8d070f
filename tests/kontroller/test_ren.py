"""Det rena arkivet som fallen ändrar i är rent: inget fynd alls, och inget oprövat."""

from tests.kontroller.arkiv import prova


def test_inget_är_brutet(tmp_path):
    assert [f for f in prova(tmp_path, None) if f["svar"] == "bruten"] == []
