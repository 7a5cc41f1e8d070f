"""EKONOMI-initiativbeslut: nämnden har beslutat att ta på sig varje initiativ."""

from tests.kontroller.arkiv import BORT, prova, sagt

ID = "EKONOMI-initiativbeslut"


def test_ett_beslut_är_uppfyllt(tmp_path):
    assert prova(tmp_path, ID) == []


def test_utan_beslut(tmp_path):
    fynd = sagt(tmp_path, ID, {"budgetar/2024": {"initiativ.0.beslut": BORT}})
    assert fynd == [("bruten", "initiativ drift", "Driften har inget beslut där nämnden tog på sig uppdraget")]
