"""EKONOMI-jamforelse: samma definition och enhet som året före."""

import pytest

from tests.kontroller.arkiv import prova, sagt

ID = "EKONOMI-jamforelse"
ÅR = "budgetar/2024"


def test_lika_som_året_före_är_uppfyllt_och_det_första_året_går_inte_att_pröva(tmp_path):
    fynd = prova(tmp_path, ID)
    assert {(f["svar"], f["post"]) for f in fynd} == {("går inte att pröva", "budgetår 2023")}


@pytest.mark.parametrize(
    ("ändring", "text"),
    [
        (
            {"nycklar.0.definition": "omslutning"},
            "budgetomslutning är inte jämförbar med 2023: definitionen var verksamhetens kostnader och är omslutning",
        ),
        ({"nycklar.1.enhet": "barn"}, "elevantal är inte jämförbar med 2023: enheten var tkr och är barn"),
    ],
)
def test_en_annan_definition_eller_enhet(tmp_path, ändring, text):
    fynd = [f[2] for f in sagt(tmp_path, ID, {ÅR: ändring}) if f[0] == "bruten"]
    assert fynd == [text]
