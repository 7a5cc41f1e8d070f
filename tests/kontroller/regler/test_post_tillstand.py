"""POST-tillstand: ärendets, paragrafens, omröstningens och justeringens tillstånd går ihop."""

import pytest

from tests.kontroller.arkiv import BORT, prova, sagt

ID = "POST-tillstand"
MÖTE = "moten/2024-03-04"
TOM = {"nr": "4", "rubrik": "Avtal"}
RÖST = {"ja_betyder": "förslaget", "nej_betyder": "avslag", "röster": {"ja": "Eva Ek", "nej": "Ulf Uv"}}
OMRÖSTNING = [{"ställs": ["förslaget", "avslag"], "finner": "förslaget", "omröstning": RÖST}]
SLUTEN = [OMRÖSTNING[0] | {"omröstning": RÖST | {"form": "sluten", "antal": {"ja": "2", "nej": "1"}}}]
BORDLÄGGS = {"beslut": ["Ärendet bordläggs."], "innebär": [{"id": "a", "typ": "bordlägger"}]}


def _fynd(tmp_path, paragraf):
    return sagt(tmp_path, ID, {MÖTE: {"paragrafer.3": TOM | paragraf}})


@pytest.mark.parametrize(
    ("regel", "paragraf", "fält", "skäl"),
    [
        ("KL-5-67-beslut", {}, "beslut", "en § utan beslut kan inte vara justerad"),
        (
            ID,
            {"utgår": {"skäl": "x"}, "omedelbart_justerad": "2024-03-04"},
            "omedelbart_justerad",
            "en § som utgick kan inte justeras för sig",
        ),
        (
            ID,
            {"slag": "information", "propositionsordning": OMRÖSTNING},
            "propositionsordning",
            "en omröstning hör till ett beslut",
        ),
        (ID, BORDLÄGGS, "dnr", "bara ett ärende kan återremitteras eller bordläggas"),
        (
            "KL-5-54-oppen",
            BORDLÄGGS | {"dnr": "GNS/1/2024", "propositionsordning": SLUTEN},
            "propositionsordning",
            "frågan om återremiss eller bordläggning avgörs öppet (KL 5:54)",
        ),
    ],
)
def test_varje_spärr(tmp_path, regel, paragraf, fält, skäl):
    """De som handlar om en annan fråga än tillstånden hör till den regeln, och sägs bara där."""
    väntat = ("bruten", f"§ 4 {fält}", f"§ 4: {skäl}")
    assert väntat in sagt(tmp_path / "a", regel, {MÖTE: {"paragrafer.3": TOM | paragraf}})
    assert _fynd(tmp_path / "c", paragraf) == ([väntat] if regel == ID else [])
    samband = sagt(tmp_path / "b", "POST-samband", {MÖTE: {"paragrafer.3": TOM | paragraf}})
    assert [t for _, _, t in samband if skäl in t] == []


def test_en_paragraf_som_utgick_har_inget_beslut(tmp_path):
    ändring = {MÖTE: {"paragrafer.3": TOM | {"utgår": {"skäl": "x"}, "beslut": ["Ja."]}}}
    väntat = ("bruten", "§ 4 beslut", "§ 4 utgick men har beslut")
    assert väntat in sagt(tmp_path, "KL-5-67-beslut", ändring)
    assert sagt(tmp_path, ID, ändring) == []


@pytest.mark.parametrize("paragraf", [{"slag": "information"}, {"utgår": {"skäl": "x"}}, {"beslut": ["Ja."]}])
def test_det_som_går_ihop(tmp_path, paragraf):
    assert _fynd(tmp_path, paragraf) == []


def test_i_ett_utkast_får_en_paragraf_vara_planerad(tmp_path):
    ändringar = {MÖTE: {"justering.justerat": BORT, "paragrafer.3": TOM}, "anslag/2024-03-04": {"": BORT}}
    assert sagt(tmp_path, ID, ändringar) == []


def test_det_är_ett_fel(tmp_path):
    (fynd,) = prova(tmp_path, ID, {MÖTE: {"paragrafer.3": TOM | BORDLÄGGS}})
    assert fynd["nivå"] == "fel"


def test_ett_ärende_som_inte_finns_går_inte_att_pröva(tmp_path):
    text = "ärendet GNS/1/2024 finns inte i arkivet, så dess tillstånd är okänt"
    fynd = sagt(tmp_path, ID, {"arenden/2024/GNS-1-2024": {"": BORT}})
    assert fynd == [("går inte att pröva", "§ 2 dnr", text)]
