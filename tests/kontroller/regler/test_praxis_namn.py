"""PRAXIS-namn: samma person heter likadant i nämndens platser och i alla möten."""

import pytest

from tests.kontroller.arkiv import BORT, Ändringar, prova, sagt

ID = "PRAXIS-namn"
FÖRRA, MÖTE = "moten/2023-12-04", "moten/2024-03-04"


def _namn(förra, nu, roll="sekreterare", roll_nu="sekreterare") -> Ändringar:
    gamla = {"närvaro.3.namn": förra, "närvaro.3.roll": roll, "justering.underskrifter": BORT}
    nya = {"närvaro.3.namn": nu, "närvaro.3.roll": roll_nu, "justering.underskrifter": BORT}
    return {FÖRRA: gamla, MÖTE: nya}


def test_hådel_och_hådell_är_nog_samma_sekreterare(tmp_path):
    (fynd,) = prova(tmp_path, ID, _namn("Jessica Hådell", "Jessica Hådel"))
    text = "Jessica Hådel är nästan samma namn som Jessica Hådell i mötet 2023-12-04"
    assert (fynd["post"], fynd["nivå"], fynd["text"]) == ("möte 2024-03-04", "varning", text)
    assert fynd["fält"] == "närvaro Jessica Hådel namn"


def test_det_ovanligare_namnet_pekas_ut(tmp_path):
    ändringar = {**_namn("Jessica Hådell", "Jessica Hådel"), "moten/2024-06-03": {"": {"plats": "Salen"}}}
    ändringar["moten/2024-06-03"][""]["närvaro"] = [{"namn": "Jessica Hådell", "som": "övrig", "roll": "Sekreterare"}]
    (fynd,) = prova(tmp_path, ID, ändringar)
    text = "Jessica Hådel är nästan samma namn som Jessica Hådell i mötet 2024-06-03"
    assert (fynd["post"], fynd["text"]) == ("möte 2024-03-04", text)


@pytest.mark.parametrize(
    ("ett", "annat", "liknar"),
    [
        ("Siv Appelqvist", "Siv Appelquist", True),
        ("Lars Gunnar Nordlander", "Lars-Gunnar Nordlander", True),
        ("Siv Sjö", "siv sjö", True),
        ("Siv Lund", "Siv Lun", False),  # för kort för att jämföra
        ("Siv Nordin", "Siv Norberg", False),
        ("Siv Ek", "Siv Ed", False),
        ("Siv Nilsson", "Liv Nilsson", False),
        ("Siv Nilsson", "Siv Nielson", False),  # två bokstäver
        ("Siv Sjö", "Siv Sjö", False),
    ],
)
def test_bara_en_bokstav_i_samma_persons_namn(tmp_path, ett, annat, liknar):
    assert len(sagt(tmp_path, ID, _namn(ett, annat))) == liknar


@pytest.mark.parametrize(
    "ändringar",
    [
        _namn("Jessica Hådell", "Jessica Hådel", roll_nu="IT-chef"),
        {
            **_namn("Jessica Hådell", "Jessica Hådel"),
            "moten/2024-06-03": {
                "": {
                    "plats": "Salen",
                    "närvaro": [
                        {"namn": namn, "som": "övrig", "roll": "sekreterare"}
                        for namn in ("Jessica Hådel", "Jessica Hådell")
                    ],
                }
            },
        },
    ],
    ids=["olika roller", "med samtidigt"],
)
def test_två_personer_sägs_inte(tmp_path, ändringar):
    assert sagt(tmp_path, ID, ändringar) == []


def test_två_valda_med_nästan_samma_namn_sägs_inte(tmp_path):
    platser = {"platser.3.person": "Ulf Uvberg", "platser.3.parti": "M", "platser.3.part": "berg"}
    platser |= {"platser.2.person": "Ulf Uvbergh"}
    möten: Ändringar = {m: {"närvaro.2.namn": namn} for m, namn in ((FÖRRA, "Ulf Uvbergh"), (MÖTE, "Ulf Uvberg"))}
    fynd = sagt(tmp_path, ID, {**möten, "namnd": platser})
    assert fynd == []


def test_den_som_saknar_plats_sägs_en_gång(tmp_path):
    ändringar: Ändringar = {FÖRRA: {"närvaro.1.namn": "Ada Askh", "förfall": [{"namn": "Bo Bye"}]}}
    assert sagt(tmp_path, ID, ändringar) == [
        ("bruten", "närvaro Ada Askh namn", "Ada Askh har ingen plats i nämnden den 2023-12-04"),
        ("bruten", "förfall Bo Bye namn", "Bo Bye har ingen plats i nämnden den 2023-12-04"),
    ]
    assert not [t for _, _, t in sagt(tmp_path, "POST-samband", ändringar) if "ingen plats" in t]


def test_utan_platser_går_det_inte_att_säga_vilka_som_är_valda(tmp_path):
    text = "nämnden har inga platser inlagda, så det går inte att säga vilka som är valda"
    utan_röster = {f"paragrafer.1.{nyckel}": BORT for nyckel in ("yrkanden", "propositionsordning", "reservationer")}
    fynd = sagt(tmp_path, ID, {"namnd": {"platser": BORT}, MÖTE: utan_röster})
    assert fynd == [("går inte att pröva", "", text)]


def test_den_som_har_förfall_när_den_andra_är_med_är_en_annan(tmp_path):
    ändringar = _namn("Jessica Hådell", "Jessica Hådel")
    ändringar[FÖRRA]["förfall"] = [{"namn": "Jessica Hådel"}]
    text = "Jessica Hådel har ingen plats i nämnden den 2023-12-04"
    assert [t for _, _, t in sagt(tmp_path, ID, ändringar)] == [text]
