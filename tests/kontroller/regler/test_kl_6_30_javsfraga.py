"""KL-6-30-javsfraga: ett tvistigt jäv avgörs för sig, före ärendet och utan den som det gäller."""

import pytest

from tests.kontroller.arkiv import BORT, prova, sagt
from tests.kontroller.stallen import prövat

ID = "KL-6-30-javsfraga"
MÖTE, P = "moten/2024-03-04", "paragrafer.2"
FRÅGA = {"typ": "jävsfråga", "namn": "Ulf Uv", "paragraf": "3", "delbeslut": "1", "utfall": "jävig"}
HÄNDELSE = "händelser Ulf Uv"
SAKEN = "Driftchefen får i uppdrag att se över driften.\n"


def _fynd(tmp_path, fråga=FRÅGA, beslut=("Ulf Uv är jävig.\n", SAKEN), **annat):
    ändringar = {f"{P}.beslut": list(beslut), f"{P}.innebär": BORT, "händelser": [fråga], **annat}
    return sagt(tmp_path, ID, {MÖTE: ändringar})


def test_ett_eget_beslut_före_saken(tmp_path):
    assert _fynd(tmp_path) == []
    assert prövat(tmp_path, ID).uppfyllda == 1


def test_beslutet_efter_saken(tmp_path):
    text = "jävsfrågan avgörs i delbeslut 2 av den § den rör, efter ett delbeslut i sak"
    fynd = _fynd(tmp_path, FRÅGA | {"delbeslut": "2"}, (SAKEN, "Ulf Uv är jävig.\n"))
    assert fynd == [("bruten", f"{HÄNDELSE} delbeslut", text)]
    assert prövat(tmp_path, ID).uppfyllda == 0


def test_inget_eget_beslut_är_en_varning(tmp_path):
    ändringar = {f"{P}.innebär": BORT, "händelser": [FRÅGA | {"utfall": "inte jävig"}]}
    (fynd,) = prova(tmp_path, ID, {MÖTE: ändringar})
    text = "jävsfrågan i § 3 har inget eget beslut, så det går inte att se om Ulf Uv deltog i ärendet"
    assert (fynd["nivå"], fynd["fält"], fynd["text"]) == ("varning", HÄNDELSE, text)


@pytest.mark.parametrize(("ord", "säger"), [("Ulf Uv är inte jävig.\n", "inte jävig"), ("Ulf Uv är jävig.\n", "jävig")])
@pytest.mark.parametrize("utfall", ["jävig", "inte jävig"])
def test_beslutet_och_utfallet_säger_detsamma(tmp_path, ord, säger, utfall):
    fynd = _fynd(tmp_path, FRÅGA | {"utfall": utfall}, (ord, SAKEN))
    text = f"beslutet i § 3 säger {säger}, men utfall är {utfall}"
    assert fynd == ([] if säger == utfall else [("bruten", f"{HÄNDELSE} utfall", text)])


def test_ärendet_är_inte_redan_behandlat(tmp_path):
    text = "jävsfrågan rör § 2, som redan är behandlad"
    assert _fynd(tmp_path, FRÅGA | {"gäller": "2"}) == [("bruten", f"{HÄNDELSE} gäller", text)]


def test_frågan_får_avgöras_i_en_tidigare_paragraf(tmp_path):
    fråga = FRÅGA | {"paragraf": "1", "gäller": "3"}
    beslut = ["Ulf Uv är jävig i § 3.\n", "Ulf Uv utses att justera protokollet.\n"]
    assert _fynd(tmp_path, fråga, (SAKEN,), **{"paragrafer.0.beslut": beslut}) == []
    assert prövat(tmp_path, ID).uppfyllda == 1


def test_både_jävig_och_inte_jävig(tmp_path):
    fråga = FRÅGA | {"utfall": "inte jävig"}
    jäv = {"typ": "jäv", "namn": "Ulf Uv", "paragraf": "3"}
    fynd = _fynd(tmp_path, fråga, ("Ulf Uv är inte jävig.\n", SAKEN), händelser=[fråga, jäv])
    assert fynd == [("bruten", f"{HÄNDELSE} (2)", "Ulf Uv är både jävig och inte jävig i § 3")]


VOTERING = {
    "yrkanden": [{"id": "jav", "av": "Eva Ek", "typ": "ändring", "lydelse": "Ulf Uv är jävig.\n", "delbeslut": "1"}],
    "propositionsordning": [
        {
            "ställs": ["jav", "avslag"], "finner": "jav", "delbeslut": "1",
            "omröstning": {"ja_betyder": "jav", "nej_betyder": "avslag",
                           "röster": {"ja": ["Eva Ek", "Ada Ask"], "nej": "Ulf Uv"}},
        }
    ],
}  # fmt: skip


@pytest.mark.parametrize(
    ("ledamöter", "ingen_att_tillkalla", "fel"),
    [
        ("3", "nej", True),  # beslutsför utan honom
        ("3", "ja", True),  # beslutsför utan honom, fast ingen kunde tillkallas
        ("4", "nej", True),  # inte beslutsför, men någon kunde tillkallas
        ("4", "ja", False),  # två av fyra är inte fler än hälften, och ingen kunde tillkallas
    ],
)
def test_den_som_frågan_gäller_röstar_bara_när_det_behövs(tmp_path, ledamöter, ingen_att_tillkalla, fel):
    fråga = FRÅGA | {"ingen_att_tillkalla": ingen_att_tillkalla}
    ändringar = {f"{P}.beslut": ["Ulf Uv är jävig.\n", SAKEN], f"{P}.innebär": BORT, "händelser": [fråga]}
    ändringar |= {f"{P}.{fält}": värde for fält, värde in VOTERING.items()}
    fynd = sagt(tmp_path, ID, {MÖTE: ändringar, "namnd": {"reglementen.0.antal_ledamöter": ledamöter}})
    text = "Ulf Uv är den som jävsfrågan gäller i § 3 och får inte rösta (KL 4:22)"
    assert fynd == ([("bruten", "§ 3 propositionsordning 1 omröstning röster nej", text)] if fel else [])
    assert prövat(tmp_path, ID).uppfyllda == (not fel)


def test_utan_antalet_ledamöter_går_hans_röst_inte_att_pröva(tmp_path):
    fråga = FRÅGA | {"ingen_att_tillkalla": "ja"}
    ändringar = {f"{P}.beslut": ["Ulf Uv är jävig.\n", SAKEN], f"{P}.innebär": BORT, "händelser": [fråga]}
    ändringar |= {f"{P}.{fält}": värde for fält, värde in VOTERING.items()}
    fynd = sagt(tmp_path, ID, {MÖTE: ändringar, "namnd": {"reglementen.0.antal_ledamöter": BORT}})
    text = "det går inte att säga om nämnden var beslutsför utan Ulf Uv, som röstade i jävsfrågan"
    assert fynd == [("går inte att pröva", HÄNDELSE, text)]


def test_en_fråga_utan_beslut_går_inte_att_pröva(tmp_path):
    fråga = {f: v for f, v in FRÅGA.items() if f != "delbeslut"}
    fynd = sagt(tmp_path, ID, {MÖTE: {f"{P}.beslut": BORT, f"{P}.innebär": BORT, "händelser": [fråga]}})
    assert fynd == [("går inte att pröva", HÄNDELSE, "jävsfrågan har inget beslut i § 3 ännu")]
