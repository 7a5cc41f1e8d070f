"""KL-6-17-ersattare: ersättare bara för den som inte är med, och i turordning."""

import pytest

from tests.kontroller.arkiv import BORT, Ändringar, prova, sagt
from tests.kontroller.stallen import uppfyllda

ID = "KL-6-17-ersattare"
MÖTE = "moten/2024-03-04"


def _ersätter(namn, plats, **annat):
    return {"namn": namn, "som": "ersättare", "ersätter": plats, **annat}


def _fynd(tmp_path, närvaro, nämnd=None):
    """(svar, nivå, fält, text) när mötets närvaro och nämnden ändras så."""
    fynd = prova(tmp_path, ID, {MÖTE: närvaro, "namnd": nämnd or {}})
    return [(f["svar"], f["nivå"], f["fält"], f["text"]) for f in fynd]


def test_det_rena_arkivet_är_uppfyllt(tmp_path):
    assert sagt(tmp_path, ID) == []


def test_den_som_står_i_tur_går_bra(tmp_path):
    assert _fynd(tmp_path, {"närvaro.1": _ersätter("Bo By", "Ada Ask")}) == []


def test_en_annan_före_i_turordningen_är_en_varning(tmp_path):
    """Bo By, från samma part, är med och ledig."""
    närvaro = {"närvaro.1": _ersätter("Rut Ros", "Ada Ask"), "närvaro.4": {"namn": "Bo By", "som": "ersättare"}}
    text = "Rut Ros ersätter Ada Ask i § 1, men före i turordningen står Bo By"
    assert _fynd(tmp_path, närvaro) == [("bruten", "varning", "närvaro Rut Ros ersätter", text)]


def test_en_annan_part_är_laglig_när_ingen_före_är_med(tmp_path):
    assert _fynd(tmp_path, {"närvaro.1": _ersätter("Rut Ros", "Ada Ask")}) == []


def test_den_som_ersätts_tjänstgör_själv(tmp_path):
    text = "Bo By ersätter Ada Ask, som själv tjänstgör i § 1"
    assert _fynd(tmp_path, {"närvaro.4": _ersätter("Bo By", "Ada Ask")}) == [
        ("bruten", "fel", "närvaro Bo By ersätter", text)
    ]


def test_den_som_ersätts_har_ingen_plats(tmp_path):
    (fynd,) = _fynd(tmp_path, {"närvaro.1": _ersätter("Bo By", "Ada Asp")})
    text = "Ada Asp är ingen ledamot eller vakant plats i nämnden den 2024-03-04"
    assert fynd == ("bruten", "fel", "närvaro Bo By ersätter", text)


def test_en_vakant_plats_kan_ersättas(tmp_path):
    vakant = {"platser.1.person": BORT, "platser.1.vakant": "ja", "platser.1.roll": BORT}
    assert _fynd(tmp_path, {"närvaro.1": _ersätter("Bo By", "are-1")}, vakant) == []


def test_den_som_ersätter_är_ledamot(tmp_path):
    """Posten säger ersättare, registret säger ledamot."""
    text = "Ulf Uv är ledamot i nämnden den 2024-03-04, inte ersättare"
    assert _fynd(tmp_path, {"närvaro.2": {"namn": "Ulf Uv", "som": "ersättare"}}) == [
        ("bruten", "fel", "närvaro Ulf Uv som", text)
    ]


def test_en_ledamot_kan_inte_ersätta(tmp_path):
    (fynd,) = _fynd(tmp_path, {"närvaro.1.ersätter": "Ulf Uv", "närvaro.1.roll": BORT})
    assert fynd == ("bruten", "fel", "närvaro Ada Ask ersätter", "Ada Ask är ledamot och kan inte ersätta någon")


def test_den_som_ersätter_har_ingen_plats_längre(tmp_path):
    """Är namnet okänt för nämnden är det kanske felskrivet, och hör till namnen."""
    text = "Bo By har ingen plats i nämnden den 2024-03-04"
    närvaro = {"närvaro.1": _ersätter("Bo By", "Ada Ask")}
    assert _fynd(tmp_path / "a", närvaro, {"platser.4.till": "2024-03-03"}) == [
        ("bruten", "fel", "närvaro Bo By namn", text)
    ]
    assert _fynd(tmp_path / "b", {"närvaro.1": _ersätter("Bo Bye", "Ada Ask")}) == []


@pytest.mark.parametrize(
    ("nämnd", "varför"),
    [
        (
            {"reglementen.0.ersättarordning": BORT},
            "reglementet säger inte i vilken ordning ersättarna tjänstgör",
        ),
        ({"reglementen": BORT}, "reglementet säger inte i vilken ordning ersättarna tjänstgör"),
        ({"platser.3.part": BORT}, "part eller parti saknas för någon av platserna"),
        ({"platser.1.parti": BORT}, "part eller parti saknas för någon av platserna"),
    ],
)
def test_utan_turordning_går_ordningen_inte_att_pröva(tmp_path, nämnd, varför):
    text = f"om Bo By stod i tur att ersätta Ada Ask går inte att pröva: {varför}"
    fynd = sagt(tmp_path, ID, {MÖTE: {"närvaro.1": _ersätter("Bo By", "Ada Ask")}, "namnd": nämnd})
    assert fynd == [("går inte att pröva", "närvaro Bo By ersätter", text)]


def test_ett_inträde_under_mötet_prövas_också(tmp_path):
    byte = {
        "närvaro.4": {"namn": "Bo By", "som": "ersättare"},
        "händelser": [
            {"typ": "går", "namn": "Ada Ask", "paragraf": "3"},
            {"typ": "tjänstgör", "namn": "Bo By", "paragraf": "3", "ersätter": "Ada Ask"},
        ],
    }
    assert sagt(tmp_path / "a", ID, {MÖTE: byte}) == []
    utan: Ändringar = {"namnd": {"reglementen.0.ersättarordning": BORT}, MÖTE: byte}
    assert [(s, f) for s, f, _ in sagt(tmp_path / "b", ID, utan)] == [
        ("går inte att pröva", "händelser Bo By ersätter")
    ]


def test_ett_möte_före_lagen_går_inte_att_pröva(tmp_path):
    gammalt = {
        "plats": "Salen",
        "närvaro": [_ersätter("Bo By", "Ada Ask")],
        "paragrafer": [{"nr": "1", "rubrik": "Budget", "beslut": ["Budgeten fastställs."]}],
    }
    nämnd = {"platser.1.från": BORT, "platser.4.från": BORT}
    (fynd,) = sagt(tmp_path, ID, {"moten/2017-12-31": {"": gammalt}, "namnd": nämnd})
    assert fynd == ("går inte att pröva", "närvaro Bo By ersätter", "lagens lydelse den dagen är inte inlagd")


def test_bara_den_som_står_i_turordningen_räknas(tmp_path):
    assert uppfyllda(tmp_path / "a", ID) == 0
    assert uppfyllda(tmp_path / "b", ID, {MÖTE: {"närvaro.1": _ersätter("Bo By", "Ada Ask")}}) == 1
    assert uppfyllda(tmp_path / "c", ID, {MÖTE: {"närvaro.1": _ersätter("Bo Bye", "Ada Ask")}}) == 0
