"""KL-5-55-majoritet: det som fick flest röster vann, och det står inte något nedröstat i stället."""

import pytest

from tests.kontroller.arkiv import BORT, prova, sagt
from tests.kontroller.stallen import prövat

ID = "KL-5-55-majoritet"
MÖTE, P, RÖSTNING = "moten/2024-03-04", "paragrafer.1", "paragrafer.1.propositionsordning.0.omröstning"
FÄLT, BESLUT = "§ 2 propositionsordning 1 omröstning", "§ 2 beslut 1"
S = {"id": "s", "av": "Eva Ek", "typ": "bifall", "benämning": "yrkande från S den 1 mars"}
M = {"id": "m", "av": "Ulf Uv", "typ": "bifall", "benämning": "yrkande från M den 4 mars"}


def _fynd(tmp_path, beslut, yrkanden=(S, M), ja=("Eva Ek", "Ada Ask"), nej=("Ulf Uv",), avstår=()):
    """En omröstning mellan två yrkanden, med förslaget borta ur bilden."""
    a, b = (y["id"] for y in yrkanden)
    röster = {"ja": list(ja), "nej": list(nej), "avstår": list(avstår)}
    o = {"ja_betyder": a, "nej_betyder": b, "röster": {sida: namn for sida, namn in röster.items() if namn}}
    ändringar = {
        f"{P}.förslag_till_beslut": BORT,
        f"{P}.yrkanden": list(yrkanden),
        f"{P}.propositionsordning": [{"ställs": [a, b], "finner": a, "omröstning": o}],
        f"{P}.beslut": [f"{beslut}\n"],
        f"{P}.reservationer": BORT,
    }
    return sagt(tmp_path, ID, {MÖTE: ändringar})


def test_den_rena_omröstningen_är_uppfylld(tmp_path):
    assert sagt(tmp_path, ID) == []
    assert prövat(tmp_path, ID).uppfyllda == 1


@pytest.mark.parametrize("ord", ["Enligt", "Nämnden beslutar i enlighet med", "Nämnden tillstyrker"])
@pytest.mark.parametrize("majoritet", ["ja", "nej"])
def test_beslutet_följer_den_som_fick_flest(tmp_path, ord, majoritet):
    röster = {"ja": ("Eva Ek", "Ada Ask"), "nej": ("Ulf Uv",)}
    if majoritet == "nej":
        röster = {"ja": ("Eva Ek",), "nej": ("Ada Ask", "Ulf Uv")}
    rätt, fel = (S, M) if majoritet == "ja" else (M, S)
    assert _fynd(tmp_path / "a", f"{ord} {rätt['benämning']}: Avtalet förlängs.", **röster) == []
    assert prövat(tmp_path / "a", ID).uppfyllda == 1
    text = f"yrkandet {rätt['id']} vann omröstningen, men beslut 1 följer yrkandet {fel['id']}, som föll"
    fynd = _fynd(tmp_path / "b", f"{ord} {fel['benämning']}: Avtalet förlängs.", **röster)
    assert fynd == [("bruten", BESLUT, text)]
    assert prövat(tmp_path / "b", ID).uppfyllda == 0


@pytest.mark.parametrize(
    "beslut",
    [
        "Avtalet förlängs med ett år.",
        "Nämnden avslår yrkande från M den 4 mars.",
        "Enligt yrkande från S den 1 mars, med avslag på yrkande från M den 4 mars.",
        "Bifalla yrkande från S den 1 mars och inte bifalla yrkande från M den 4 mars.",
    ],
)
def test_att_det_nedröstade_nämns_är_inget_fel(tmp_path, beslut):
    assert _fynd(tmp_path, beslut) == []


def test_yrkandet_kan_nämnas_med_den_som_lade_det(tmp_path):
    yrkanden = [{"id": y["id"], "av": y["av"], "typ": "ändring", "text": "Något annat.\n"} for y in (S, M)]
    assert _fynd(tmp_path / "a", "Enligt Eva Eks yrkande.", yrkanden) == []
    text = "yrkandet s vann omröstningen, men beslut 1 följer yrkandet m, som föll"
    assert _fynd(tmp_path / "b", "Enligt Ulf Uvs yrkande.", yrkanden) == [("bruten", BESLUT, text)]


def test_det_nedröstade_yrkandets_egna_ord(tmp_path):
    yrkanden = [S, {"id": "m", "av": "Ulf Uv", "typ": "ändring", "lydelse": "Avtalet sägs upp.\n"}]
    text = "yrkandet s vann omröstningen, men beslut 1 följer yrkandet m, som föll"
    assert _fynd(tmp_path / "a", "Avtalet sägs upp.", yrkanden) == [("bruten", BESLUT, text)]
    assert _fynd(tmp_path / "b", "Avtalet förlängs.", yrkanden) == []


def test_ett_avslaget_tillägg_av_den_vars_yrkande_vann(tmp_path):
    """Båda heter yrkande från S: beslutet följer det som vann, inte tillägget som föll."""
    tillägg = {"id": "till", "av": "Eva Ek", "typ": "tillägg", "benämning": "yrkande från S"}
    o = {"ja_betyder": "avslag", "nej_betyder": "till", "röster": {"ja": ["Ulf Uv", "Ada Ask"], "nej": "Eva Ek"}}
    sist = {"ställs": ["till", "avslag"], "finner": "avslag", "omröstning": o}
    ändringar = {
        f"{P}.förslag_till_beslut": BORT,
        f"{P}.yrkanden": [S, M, tillägg],
        f"{P}.propositionsordning": [{"ställs": ["s", "m"], "finner": "s"}, sist],
        f"{P}.beslut": [f"Enligt {S['benämning']}.\n"],
        f"{P}.reservationer": BORT,
    }
    assert sagt(tmp_path / "a", ID, {MÖTE: ändringar}) == []
    assert prövat(tmp_path / "a", ID).uppfyllda == 1
    ändringar[f"{P}.beslut"] = ["Enligt yrkande från S.\n"]
    text = "avslag vann omröstningen, men beslut 1 följer yrkandet till, som föll"
    assert sagt(tmp_path / "b", ID, {MÖTE: ändringar}) == [("bruten", BESLUT, text)]


def test_avstår_räknas_inte(tmp_path):
    """En röst mot ingen är en majoritet, fast två avstod."""
    röster = {"ja": ("Eva Ek",), "nej": (), "avstår": ("Ada Ask", "Ulf Uv")}
    assert _fynd(tmp_path / "a", f"Enligt {S['benämning']}.", **röster) == []
    assert [f[:2] for f in _fynd(tmp_path / "b", f"Enligt {M['benämning']}.", **röster)] == [("bruten", BESLUT)]


@pytest.mark.parametrize(
    ("fält", "värde", "text"),
    [
        ("avgjord_genom", "utslagsröst", "2 mot 1 är inte lika röstetal"),
        ("lottad", "förslaget", "ingen lottning avgjorde omröstningen"),
    ],
)
def test_när_rösterna_inte_är_lika_avgör_de_själva(tmp_path, fält, värde, text):
    assert sagt(tmp_path, ID, {MÖTE: {f"{RÖSTNING}.{fält}": värde}}) == [("bruten", f"{FÄLT} {fält}", text)]


def test_utan_röster_går_det_inte_att_pröva(tmp_path):
    text = "det går inte att räkna ut vad som vann omröstningen"
    assert sagt(tmp_path, ID, {MÖTE: {f"{RÖSTNING}.röster": BORT}}) == [("går inte att pröva", FÄLT, text)]


def test_en_annan_lydelse_sägs_en_gång_och_inte_här(tmp_path):
    """Att ett antaget förslags ord inte är beslutets prövas i alla beslut, med eller utan omröstning."""
    ändringar = {MÖTE: {f"{P}.beslut": ["Nämnden förlänger avtalet om drift med två år.\n"]}}
    assert sagt(tmp_path / "a", ID, ändringar) == []
    assert prövat(tmp_path / "a", ID).uppfyllda == 0
    text = "förslaget antogs men beslut 1 har en annan lydelse"
    assert text in [f["text"] for f in prova(tmp_path / "b", "KL-5-67-beslut", ändringar)]


def test_kontrapropositionens_vinnare_är_motförslaget(tmp_path):
    lägre = {"id": "lagre", "av": "Ada Ask", "typ": "ändring", "lydelse": "Nämnden förlänger avtalet en månad.\n"}
    o = {"ja_betyder": "hogre", "nej_betyder": "lagre", "röster": {"ja": ["Eva Ek", "Ulf Uv"], "nej": "Ada Ask"}}
    kontra = {"ställs": ["hogre", "lagre"], "kontraproposition": "ja", "finner": "hogre", "omröstning": o}
    huvud = {"ställs": ["förslaget", "hogre"], "finner": "förslaget"}
    ändringar = {f"{P}.yrkanden.1": lägre, f"{P}.propositionsordning": [kontra, huvud]}
    assert sagt(tmp_path, ID, {MÖTE: ändringar}) == []
    assert prövat(tmp_path, ID).uppfyllda == 1


def test_propositioner_som_inte_går_att_följa(tmp_path):
    andra = {"ställs": ["hogre", "avslag"], "finner": "avslag"}  # hogre har fallit
    text = "propositionerna i § 2 går inte att följa fram till beslutet"
    fynd = sagt(tmp_path, ID, {MÖTE: {f"{P}.propositionsordning.1": andra}})
    assert fynd == [("går inte att pröva", FÄLT, text)]
