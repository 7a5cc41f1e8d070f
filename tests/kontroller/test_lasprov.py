"""Varje läsprov är inkopplat: ett fel som bara det provet ser stoppar handlingen, med fil och rad."""

import pytest

from tests.hjalp import gns
from tests.kontroller.arkiv import BORT, skriv

MÖTE = "moten/2024-03-04"
AVSLUTA = {"id": "z", "typ": "avslutar ärende", "dnr": "GNS/1/2024"}


@pytest.mark.parametrize(
    ("ändringar", "fel"),
    [
        ({"arenden/2024/GNS-2-2024": {"": BORT}}, "moten/2024-03-04.yaml:91:10: fel: ärendet GNS/2/2024 finns inte"),
        ({"namnd": {"reglementen.0.antal_ledamöter": "2"}}, "nämnden har 3 platser för ledamöter"),
        ({MÖTE: {"paragrafer.1.reservationer.0.av": "Eva Ek"}}, None),
        ({MÖTE: {"paragrafer.1.propositionsordning.0.omröstning.röster.nej": ["Eva Ek"]}}, "Eva Ek står två gånger"),
        (
            {MÖTE: {"paragrafer.2.beslut": BORT, "paragrafer.2.innebär": BORT}},
            "en § utan beslut kan inte vara justerad",
        ),
        (
            {MÖTE: {"paragrafer.1.innebär": [AVSLUTA], "paragrafer.2.dnr": "GNS/1/2024"}},
            "§ 3: ärendet är avslutat",
        ),
        (
            {MÖTE: {"paragrafer.2.innebär.0": {"id": "a", "typ": "återtar uppdrag", "uppdrag": "2023-12-04 § 2"}}},
            "2023-12-04 § 2 gav inget uppdrag",
        ),
        (
            {MÖTE: {"paragrafer.2.tidigare_behandling": [{"vad": "bordlagt", "när": "2023-12-04 § 9"}]}},
            "mötet 2023-12-04 har ingen § 9",
        ),
        ({MÖTE: {"anmälningsärenden": [{"delegationsbeslut": "2024-9"}]}}, "delegationsbeslutet 2024-9 finns inte"),
    ],
)
def test_felet_stoppar_protokollet(tmp_path, ändringar, fel):
    svar = gns("protokoll", "2024-03-04", cwd=skriv(tmp_path, ändringar))
    text = svar.stderr.decode()
    assert (svar.returncode, svar.stdout == b"") == ((0, False) if fel is None else (2, True)), text
    assert fel is None or fel in text, text
