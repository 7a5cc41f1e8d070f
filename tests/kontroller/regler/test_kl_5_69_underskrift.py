"""KL-5-69-underskrift: de som ledde mötet och de som utsågs att justera har undertecknat."""

import pytest

from tests.kontroller.arkiv import BORT, Ändringar, prova, sagt

ID = "KL-5-69-underskrift"
MÖTE = "moten/2024-03-04"
U = "justering.underskrifter"
FÄLT = "justering underskrifter"


def _skrev(*namn: str, datum: str = "2024-03-08", **annat: str) -> list[dict[str, str]]:
    return [{"namn": n, "datum": datum, **annat} for n in namn]


def test_ordförande_justerare_och_sekreterare_är_uppfyllt(tmp_path):
    assert prova(tmp_path, ID) == []


@pytest.mark.parametrize(
    ("namn", "text"),
    [
        (["Ulf Uv"], "Eva Ek ledde §§ 1–3 men har inte undertecknat protokollet"),
        (["Eva Ek"], "Ulf Uv utsågs att justera men har inte undertecknat protokollet"),
    ],
)
def test_den_som_fattas(tmp_path, namn, text):
    (fynd,) = prova(tmp_path, ID, {MÖTE: {U: _skrev(*namn)}})
    assert (fynd["svar"], fynd["nivå"], fynd["fält"], fynd["text"]) == ("bruten", "varning", FÄLT, text)


def test_sekreteraren_behöver_inte_underteckna(tmp_path):
    assert sagt(tmp_path, ID, {MÖTE: {U: _skrev("Eva Ek", "Ulf Uv")}}) == []


def test_före_justeringen_kan_den_som_fattas_ännu_underteckna(tmp_path):
    ändringar: Ändringar = {MÖTE: {"justering.justerat": BORT, U: _skrev("Eva Ek")}, "anslag/2024-03-04": {"": BORT}}
    text = "Ulf Uv utsågs att justera och har inte undertecknat än"
    assert sagt(tmp_path, ID, ändringar) == [("går inte att pröva", FÄLT, text)]


def test_var_och_en_som_ledde_någon_paragraf_undertecknar(tmp_path):
    leder = {"typ": "leder", "namn": "Ada Ask", "paragraf": "3"}
    text = "Ada Ask ledde § 3 men har inte undertecknat protokollet"
    assert sagt(tmp_path / "a", ID, {MÖTE: {"händelser": [leder]}}) == [("bruten", FÄLT, text)]
    alla = _skrev("Eva Ek", "Ada Ask", "Ulf Uv")
    assert sagt(tmp_path / "b", ID, {MÖTE: {"händelser": [leder], U: alla}}) == []


def test_andra_undertecknar_inte(tmp_path):
    text = "Ada Ask har undertecknat men ledde inte mötet och utsågs inte att justera"
    fynd = sagt(tmp_path / "a", ID, {MÖTE: {U: _skrev("Eva Ek", "Ulf Uv", "Ada Ask")}})
    assert fynd == [("bruten", f"{FÄLT} Ada Ask", text)]
    egen = {"paragrafer.1.justerare": "Ada Ask", U: _skrev("Eva Ek", "Ulf Uv", "Ada Ask")}
    assert sagt(tmp_path / "b", ID, {MÖTE: egen}) == []


@pytest.mark.parametrize(
    ("antal", "väntat"),
    [
        ("1", []),
        (
            "2",
            [("bruten", "justering justerare", "reglementet kräver 2 justerare utom ordföranden, men bara 1 utsågs")],
        ),
    ],
)
def test_så_många_som_reglementet_kräver(tmp_path, antal, väntat):
    fynd = sagt(tmp_path, ID, {"namnd": {"reglementen.0.antal_justerare": antal}})
    assert fynd == väntat * 2  # båda mötena


def test_utan_antal_i_reglementet_går_det_inte_att_pröva(tmp_path):
    text = "reglementet säger inte hur många som justerar utom ordföranden"
    fynd = sagt(tmp_path, ID, {"namnd": {"reglementen.0.antal_justerare": BORT}})
    assert fynd == [("går inte att pröva", FÄLT, text)] * 2


@pytest.mark.parametrize(
    ("datum", "text"),
    [
        ("2024-03-03", "Ulf Uv undertecknade 2024-03-03, före mötet den 2024-03-04"),
        ("2024-03-04", ""),
        ("2024-03-08", ""),
        ("2024-03-09", "Ulf Uv undertecknade 2024-03-09, efter att protokollet justerades 2024-03-08"),
    ],
)
def test_dagen_ligger_mellan_mötet_och_justeringen(tmp_path, datum, text):
    ändringar: Ändringar = {MÖTE: {U: [*_skrev("Eva Ek"), *_skrev("Ulf Uv", datum=datum)]}}
    väntat = [("bruten", f"{FÄLT} Ulf Uv datum", text)] if text else []
    assert sagt(tmp_path, ID, ändringar) == väntat


def test_har_en_certifikat_har_de_andra_det_också(tmp_path):
    elektroniskt = _skrev("Eva Ek", certifikat="a1")
    text = "Ulf Uv har inget id för sitt certifikat, fast Eva Ek har undertecknat elektroniskt"
    fynd = sagt(tmp_path / "a", ID, {MÖTE: {U: [*elektroniskt, *_skrev("Ulf Uv", "Siv Sjö")]}})
    assert fynd == [("bruten", f"{FÄLT} Ulf Uv", text)]
    båda = [*elektroniskt, *_skrev("Ulf Uv", certifikat="b2"), *_skrev("Siv Sjö")]
    assert sagt(tmp_path / "b", ID, {MÖTE: {U: båda}}) == []


@pytest.mark.parametrize(
    ("ändring", "fält", "text"),
    [
        ({U: BORT}, "justering", "inga underskrifter är antecknade"),
        ({"justering.justerare": BORT}, FÄLT, "det står inte vilka som utsågs att justera"),
    ],
)
def test_det_som_fattas_går_inte_att_pröva(tmp_path, ändring, fält, text):
    assert sagt(tmp_path, ID, {MÖTE: ändring}) == [("går inte att pröva", fält, text)]


def test_utan_närvaro_går_det_inte_att_säga_vem_som_ledde(tmp_path):
    bar = {"plats": "Salen", "justering": {"justerare": ["Ulf Uv"], "justerat": "2024-05-07"}}
    bar["justering"] |= {"underskrifter": _skrev("Ulf Uv", "Eva Ek", datum="2024-05-07")}  # type: ignore[operator]
    text = "det går inte att säga vem som ledde mötet"
    assert sagt(tmp_path, ID, {"moten/2024-05-06": {"": bar}}) == [("går inte att pröva", FÄLT, text)]


def test_ett_möte_före_lagen_går_inte_att_pröva(tmp_path):
    ändringar: Ändringar = {"moten/2017-12-04": {"": {"plats": "Salen", "justering": {"justerat": "2017-12-07"}}}}
    text = "lagens lydelse den dagen är inte inlagd"
    assert sagt(tmp_path, ID, ändringar) == [("går inte att pröva", "justering", text)]
