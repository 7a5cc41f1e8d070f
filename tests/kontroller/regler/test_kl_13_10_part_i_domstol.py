"""KL-13-10-part-i-domstol: nämnden själv är part i laglighetsprövningen."""

import pytest

from tests.kontroller.arkiv import sagt

ID = "KL-13-10-part-i-domstol"
NAMN = "Gemensam nämnd för samverkan inom drift och service"


def _fynd(tmp_path, part, domstol="Förvaltningsrätten i Härnösand", namn=NAMN):
    mål = {"domstol": domstol, "nummer": "1234-24"} | ({"part": part} if part else {})
    return sagt(tmp_path, ID, {"namnd": {"namn": namn}, "arenden/2024/GNS-1-2024": {"mål": mål}})


@pytest.mark.parametrize(
    "part",
    [
        NAMN,
        "Gemensam nämnd för samverkan",
        "Gemensamma nämnden för samverkan",
        "GNS",
        "Gemensam nämnd (GNS)",
        f"{NAMN} i Jämtland",
    ],
)
def test_nämndens_eget_namn(tmp_path, part):
    assert _fynd(tmp_path, part) == []


@pytest.mark.parametrize(
    "part", ["Region Ett", "Region Ett genom GNS", "Åre kommun", "Gemensam", "Socialnämnden i Åre", "AGNSA"]
)
def test_någon_annan_är_part(tmp_path, part):
    text = f"{part} står som part i målet 1234-24, men den gemensamma nämnden är själv part"
    assert _fynd(tmp_path, part) == [("bruten", "mål part", text)]


def test_utan_part_går_det_inte_att_pröva(tmp_path):
    text = "det står inte vem som är part i målet 1234-24"
    assert _fynd(tmp_path, None) == [("går inte att pröva", "mål", text)]


@pytest.mark.parametrize(
    ("domstol", "antal"),
    [
        ("Kammarrätten i Sundsvall", 1),
        ("Högsta förvaltningsdomstolen", 1),
        ("HFD", 1),
        ("Östersunds tingsrätt", 0),
        ("Mark- och miljödomstolen", 0),
    ],
)
def test_bara_i_en_förvaltningsdomstol(tmp_path, domstol, antal):
    assert len(_fynd(tmp_path, "Region Ett", domstol)) == antal


def test_en_nämnd_som_börjar_med_partens_namn(tmp_path):
    namn = "Åre kommun och Bergs kommuns gemensamma nämnd"
    assert _fynd(tmp_path / "a", namn, namn=namn) == []
    assert len(_fynd(tmp_path / "b", "Åre kommun", namn=namn)) == 1
