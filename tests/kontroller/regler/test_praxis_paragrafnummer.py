"""PRAXIS-paragrafnummer: paragraferna löper genom året utan hopp och utan dubbletter."""

import datetime as dt

import pytest

from gns.kontroller.regler.praxis_paragrafnummer import REGEL
from gns.kontroller.underlag import Underlag
from gns.modell.bok import Bok
from gns.modell.mote import Möte
from gns.modell.namnd import Nämnd
from tests.kontroller.arkiv import IDAG, Ändringar, prova, sagt

ID = "PRAXIS-paragrafnummer"


def _möte(*nummer):
    return {"": {"plats": "Salen", "paragrafer": [{"nr": str(nr), "rubrik": "En punkt"} for nr in nummer]}}


def _möten(**dagar) -> Ändringar:
    return {f"moten/{dag[1:5]}-{dag[5:7]}-{dag[7:]}": _möte(*nummer) for dag, nummer in dagar.items()}


@pytest.mark.parametrize(
    "möten",
    [
        _möten(d20240603=(4, 5)),
        _möten(d20201218=range(17, 27)),  # vårt eget protokoll: årets tidigare möten finns inte här
        _möten(d20201218=(17, 18), d20210208=(1, 2)),
        {"moten/2024-06-03": {"": {"plats": "Salen"}}},
    ],
)
def test_följden_är_uppfylld(tmp_path, möten):
    assert sagt(tmp_path, ID, möten) == []


@pytest.mark.parametrize(
    ("möten", "fynd"),
    [
        (_möten(d20201218=(17, 19)), [("§ 19 nr", "§ 19 följer på § 17: § 18 fattas")]),
        (_möten(d20240603=(5, 6)), [("§ 5 nr", "§ 5 följer på § 3: § 4 fattas")]),
        (_möten(d20240603=(7, 8)), [("§ 7 nr", "§ 7 följer på § 3: §§ 4–6 fattas")]),
        (
            _möten(d20201218=(*range(199, 214), 215, *range(217, 225))),  # som Höör
            [
                ("§ 215 nr", "§ 215 följer på § 213: § 214 fattas"),
                ("§ 217 nr", "§ 217 följer på § 215: § 216 fattas"),
            ],
        ),
        (_möten(d20240603=(5, 4)), [("§ 4 nr", "§ 4 kommer efter § 5")]),
        (_möten(d20240603=(6, 7), d20240610=(4, 5)), [("§ 4 nr", "§ 4 kommer efter § 7")]),
    ],
)
def test_hopp_och_fel_ordning_är_varningar(tmp_path, möten, fynd):
    ut = prova(tmp_path, ID, möten)
    assert [(f["fält"], f["text"]) for f in ut] == fynd
    assert {(f["svar"], f["nivå"]) for f in ut} == {("bruten", "varning")}


@pytest.mark.parametrize(
    ("möten", "text"),
    [
        (_möten(d20240603=(4, 4)), "§ 4 står två gånger"),
        (_möten(d20240603=(3, 4)), "§ 3 finns redan i mötet 2024-03-04"),
    ],
)
def test_en_dubblett_är_ett_fel_och_sägs_en_gång(tmp_path, möten, text):
    (fynd,) = prova(tmp_path, ID, möten)
    assert (fynd["nivå"], fynd["text"]) == ("fel", text)
    assert text not in [t for _, _, t in sagt(tmp_path, "POST-samband", möten)]


def test_är_inte_hela_arkivet_läst_går_det_inte_att_pröva():
    nämnd = Nämnd.model_validate({"namn": "N", "prefix": "GNS", "värdorganisation": "region", "parter": []})
    möte = Möte.model_validate({"datum": "2024-06-03", **_möte(4, 6)[""]})  # § 5 kan stå i en oläst post
    bok = Bok(nämnd, {dt.date(2024, 6, 3): möte})
    (utfall,) = REGEL.pröva(Underlag(bok, IDAG))
    assert (utfall.svar, utfall.id, utfall.fält) == ("går inte att pröva", "2024-06-03", ("paragrafer",))
