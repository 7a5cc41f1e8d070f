"""PRAXIS-ordning: återremiss och bordläggning först, sedan huvudfrågan, sist tilläggen ett i taget."""

import pytest

from tests.kontroller.arkiv import BORT, prova, sagt
from tests.kontroller.stallen import prövat

ID = "PRAXIS-ordning"
MÖTE, P = "moten/2024-03-04", "paragrafer.1"
ATER = {"id": "ater", "av": "Ulf Uv", "typ": "återremiss"}
TILLÄGG = {"id": "till", "av": "Ulf Uv", "typ": "tillägg", "lydelse": "Avtalet följs upp.\n"}
ANDRA = {"id": "till2", "av": "Ada Ask", "typ": "tillägg", "lydelse": "Avtalet trycks.\n"}
FORMALIA = {"ställs": ["ater", "avgörs idag"], "finner": "avgörs idag"}
HUVUD = {"ställs": "förslaget", "finner": "förslaget"}
SIST = {"ställs": ["till", "avslag"], "finner": "avslag"}


def _ändringar(yrkanden, propositioner, **annat):
    ändringar = {f"{P}.yrkanden": yrkanden, f"{P}.propositionsordning": propositioner, f"{P}.reservationer": BORT}
    return {MÖTE: ändringar | annat}


def _ställs(n):
    return f"§ 2 propositionsordning {n} ställs"


@pytest.mark.parametrize(
    ("yrkanden", "propositioner"),
    [
        ([ATER, TILLÄGG], [FORMALIA, HUVUD, SIST]),
        ([ATER], [FORMALIA, HUVUD]),
        ([TILLÄGG], [HUVUD, SIST]),
        ([TILLÄGG, ANDRA], [HUVUD, SIST, {"ställs": ["till2", "avslag"], "finner": "avslag"}]),
        ([TILLÄGG], [SIST]),  # huvudfrågan antas utan proposition
    ],
)
def test_rätt_ordning(tmp_path, yrkanden, propositioner):
    assert sagt(tmp_path, ID, _ändringar(yrkanden, propositioner)) == []
    assert prövat(tmp_path, ID).uppfyllda == 1


@pytest.mark.parametrize(
    ("propositioner", "nivå", "plats", "text"),
    [
        ([FORMALIA, SIST, HUVUD], "varning", 2, "tillägget prövades före huvudfrågan i § 2"),
        ([SIST, FORMALIA, HUVUD], "varning", 1, "tillägget prövades före frågan om återremiss eller bordläggning i § 2"),
        ([HUVUD, FORMALIA, SIST], "fel", 2, "frågan om återremiss ställdes efter att saken var avgjord"),
        ([{"ställs": ["ater", "förslaget"], "finner": "förslaget"}, SIST], "varning", 1,
         "frågan om återremiss ställdes mot ett förslag i sak"),
        ([{"ställs": ["ater", "avgörs idag"], "finner": "ater"}, HUVUD], "fel", 2,
         "propositionen ställdes efter att ärendet återremitterades"),
        ([FORMALIA, {"ställs": ["förslaget", "till"], "finner": "förslaget"}], "fel", 2,
         "ett tillägg ställs inte mot andra slags förslag"),
    ],
)  # fmt: skip
def test_fel_ordning(tmp_path, propositioner, nivå, plats, text):
    fynd = prova(tmp_path, ID, _ändringar([ATER, TILLÄGG], propositioner))
    assert [(f["svar"], f["nivå"], f["fält"], f["text"]) for f in fynd] == [("bruten", nivå, _ställs(plats), text)]


def test_tilläggen_prövas_ett_i_taget(tmp_path):
    två = {"ställs": ["till", "till2"], "finner": "till"}
    text = "tilläggen till och till2 prövades på en gång i § 2"
    assert sagt(tmp_path, ID, _ändringar([TILLÄGG, ANDRA], [HUVUD, två])) == [("bruten", _ställs(2), text)]


@pytest.mark.parametrize(("delbeslut", "fel"), [("1", False), ("2", True)])
def test_varje_delbeslut_har_sin_ordning(tmp_path, delbeslut, fel):
    """Tillägget till delbeslut 1 får prövas före huvudfrågan i delbeslut 2, men inte ett till delbeslut 2."""
    sats = "Avtalet skrivs under.\n"
    yrkanden = [TILLÄGG | {"delbeslut": delbeslut}]
    ett, två = (HUVUD | {"delbeslut": k} for k in ("1", "2"))
    flera = {f"{P}.förslag_till_beslut.1": sats, f"{P}.beslut.1": sats}
    fynd = sagt(tmp_path, ID, _ändringar(yrkanden, [ett, SIST | {"delbeslut": delbeslut}, två], **flera))
    assert fynd == ([("bruten", _ställs(2), "tillägget prövades före huvudfrågan i § 2")] if fel else [])


@pytest.mark.parametrize("propositioner", [BORT, [HUVUD]])
def test_det_som_aldrig_ställdes_går_inte_att_pröva(tmp_path, propositioner):
    text = "yrkandet ater ställdes aldrig under proposition, så det går inte att se i vilken ordning"
    fynd = sagt(tmp_path, ID, _ändringar([ATER], propositioner))
    assert fynd == [("går inte att pröva", "§ 2 yrkanden ater", text)]


def test_ett_ensamt_yrkande_har_ingen_ordning(tmp_path):
    """Göteborgs § 295: ärendet bordläggs på ett yrkande, utan proposition och utan annat förslag."""
    ändringar = _ändringar([{"id": "bord", "av": "Ulf Uv", "typ": "bordläggning"}], BORT)
    ändringar[MÖTE] |= {f"{P}.förslag_till_beslut": BORT, f"{P}.beslut": ["Ärendet bordläggs.\n"]}
    assert sagt(tmp_path, ID, ändringar) == []
    assert prövat(tmp_path, ID).uppfyllda == 0


def test_när_ärendet_återremitterades_behövde_inget_mer_ställas(tmp_path):
    ändringar = _ändringar([ATER, TILLÄGG], [FORMALIA | {"finner": "ater"}])
    ändringar[MÖTE] |= {f"{P}.beslut": ["Ärendet återremitteras.\n"]}
    ändringar[MÖTE] |= {f"{P}.innebär": [{"id": "a", "typ": "återremitterar"}]}
    assert sagt(tmp_path, ID, ändringar) == []
