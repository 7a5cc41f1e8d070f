"""``gns schema``: godtar det som gns godtar, vägrar det som gns vägrar, och förklarar varje fält på svenska."""

from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from gns.modell import former, skalar
from gns.modell.ordning import IDENTITET
from gns.modell.schema import SLAG, schema, som_text
from gns.storage.arkiv import hitta_arkiv, poster
from gns.storage.yaml_las import läs_yaml
from tests.cli.test_felanvandning import ENGELSKA
from tests.kontroller import arkiv as rent
from tests.kontroller.regler.test_ekonomi_utfall import POST as UTFALL
from tests.modell.schemahjalp import Prövare, delar, fulla, fynd, godtas, går_att_läsa, trasiga
from tests.modell.yaml12 import läs, typat

ROT = Path(__file__).resolve().parents[2]
ARKIV = [ROT, ROT / "tests" / "dokument" / "arkiv", ROT / "tests" / "dokument" / "goteborg"]
SVAR: dict[str, Any] = {
    "svar": [
        {"regel": "KL-8-12-anslag", "plats": "§ 19", "svar": "Rättat.\n", "av": "Siv Sjö", "datum": "2021-01-04"},
        {"regel": "KL-8-12-anslag", "slag": "anslag", "svar": "Rättat.\n", "av": "Siv Sjö", "datum": "2021-01-04"},
    ]
}

SIGNATÄRER = {"signatärer": [{"namn": "Eva Ek", "nyckel": "ssh-ed25519 AAAAC3Nza eva@dator", "från": "2019-01-01"}]}
RÄTTELSER = {"rättelser": [{"datum": "2024-06-03", "fel": "a", "rätt": "b", "skäl": "c", "av": "Siv Sjö"}]}


@pytest.fixture(scope="module")
def arkiven(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """Repots tre arkiv och det rena arkivet, med de slags poster som de inte har."""
    rot = tmp_path_factory.mktemp("rent")
    return [
        *ARKIV,
        rent.skriv(
            rot,
            {
                "svar/2024-03-04": {"": SVAR},
                "utfall/2024": {"": UTFALL},
                "rattelser/2024-03-04": {"": RÄTTELSER},
                "sigill/signatarer": {"": SIGNATÄRER},
            },
        ),
    ]


def test_varje_post_som_finns_godtas(arkiven: list[Path]) -> None:
    räknade: Counter[str] = Counter()
    for rot in arkiven:
        for slag, _, stig in poster(hitta_arkiv(rot, None)):
            räknade[slag] += 1
            assert fynd(slag, läs(stig.read_text(encoding="utf-8"))) == [], stig
    assert set(räknade) == set(SLAG)
    assert räknade.total() > 35


def test_posterna_läses_som_redigeraren_gör() -> None:
    post = läs("nr: 19\nnamn: 'ja'\ntid: 09:00\ndag: 2020-12-18\npengar: 457 200 kr\nsvar: ja\ntal: 1.5\nbas: 0x10\n")
    assert list(post.values()) == [19, "ja", "09:00", "2020-12-18", "457 200 kr", "ja", 1.5, 16]
    assert läs("a: ~\nb: null\nc: True\nd: no\ne: 007\nf: '~'\ng:\n") == {
        "a": None, "b": None, "c": True, "d": "no", "e": 7, "f": "~", "g": None,
    }  # fmt: skip


@pytest.mark.parametrize("slag", SLAG)
def test_en_post_gjord_ur_schemat_går_att_läsa(slag: str) -> None:
    for post in fulla(slag):
        assert går_att_läsa(slag, post)
        assert fynd(slag, post) == fynd(slag, typat(post)) == []


@pytest.mark.parametrize("slag", SLAG)
def test_schemat_vägrar_precis_det_som_gns_vägrar(slag: str) -> None:
    """Varje nyckel borttagen, en okänd nyckel i varje grupp och sexton andra värden på varje ställe."""
    vägrade: Counter[str] = Counter()
    for hel in fulla(slag):
        for brott, väg, post in trasiga(hel):
            läses = går_att_läsa(slag, post)
            assert godtas(slag, post) == läses, (väg, post)
            assert godtas(slag, typat(post)) or not läses, (väg, post)
            vägrade[brott] += not läses
    assert set(vägrade) == {"okänd nyckel", "saknad nyckel", "fel värde"}
    assert vägrade.total() > 70


TYPER = {
    namn: typ
    for namn, typ in vars(skalar).items()
    if namn[0].isupper() and any(isinstance(m, skalar.Skalär) for m in getattr(typ, "__metadata__", ()))
}
_ORD = st.text(alphabet=" \na/.0123456789-:krGNS,§", max_size=14)


@pytest.mark.parametrize("namn", TYPER)
@given(data=st.data())
def test_en_skalärs_form_är_läsarens(namn: str, data: st.DataObject) -> None:
    """Det som följer formen läses, och det som läses följer formen; kontrollsiffror och fotnoter är läsarens egna."""
    adapter: TypeAdapter[object] = TypeAdapter(TYPER[namn])
    form = adapter.json_schema()
    exempel = st.sampled_from([*form.get("examples", form.get("enum", ["a"])), "2020-02-29", "1900-02-29", "a/../b"])
    efter_formen = st.from_regex(form["pattern"].replace("$", r"\Z")) if "pattern" in form else _ORD
    text = data.draw(efter_formen | _ORD | exempel)
    assert _följer(form, text) == _läses(adapter, text), text


@pytest.mark.parametrize("år", range(1000, 3000, 25))
def test_formen_vet_vilka_dagar_som_finns(år: int) -> None:
    adapter: TypeAdapter[object] = TypeAdapter(skalar.Datum)
    for å in range(år, år + 25):
        for dag in ("02-28", "02-29", "02-30", "04-30", "04-31", "12-31", "12-32", "00-01", "13-01", "01-00"):
            text = f"{å}-{dag}"
            assert _följer(former.DATUM, text) == _läses(adapter, text), text


def _följer(form: dict[str, Any], text: str) -> bool:
    svar: bool = Prövare(form).is_valid(text)
    return svar


def _läses(adapter: TypeAdapter[object], text: str) -> bool:
    try:
        adapter.validate_python(text)
    except ValidationError as fel:
        egna = ("kontrollsiffra", "saknar sin text")
        return any(e in str(ctx["error"]) for f in fel.errors() if (ctx := f.get("ctx")) for e in egna)
    return True


@given(st.text(alphabet="0123456789+-.eExXoOaAfFiInN_~", min_size=1, max_size=8))
@example("0x1F")
@example("1e3")
def test_en_text_som_läses_som_tal_godtas_som_text(text: str) -> None:
    post = {"rubrik": text, "handlingar": [{"titel": text, "fil": text}]}
    assert godtas("arende", typat(post)) or not går_att_läsa("arende", post)


@pytest.mark.parametrize("ordet", ["true", "False", "null", "~", ""])
def test_det_enda_som_gns_läser_och_schemat_vägrar_är_yamls_egna_ord(ordet: str) -> None:
    """För redigeraren är de sant, falskt och inget; vägrades de inte skulle en nyckel utan värde inte synas."""
    assert not godtas("arende", läs(f"rubrik: {ordet}\n"))
    assert godtas("arende", läs(f"rubrik: '{ordet}'\n")) == (ordet != "")


@pytest.mark.parametrize("tomt", [[], {}], ids=["lista", "nycklar"])
def test_det_som_läsaren_vägrar_som_tomt_vägras(tomt: Any) -> None:
    assert not godtas("mote", {"plats": "Salen", "förfall": tomt})
    assert not godtas("mote", {"plats": "Salen", "justering": tomt})
    assert not godtas("arende", {"rubrik": "x", "beredning": tomt})


@pytest.mark.parametrize("slag", SLAG)
def test_fältet_som_filens_namn_bär_finns_inte(slag: str) -> None:
    assert IDENTITET.get(slag) not in schema(slag)["properties"]
    assert schema(slag)["additionalProperties"] is False


@pytest.mark.parametrize("slag", SLAG)
def test_varje_fält_har_titel_och_beskrivning_på_svenska(slag: str) -> None:
    antal = 0
    for väg, fält in _fält(schema(slag)):
        antal += 1
        assert fält["title"], väg
        assert fält["description"][0].upper() == fält["description"][0], väg
        assert fält["description"].endswith("."), väg
        assert "``" not in fält["description"], väg
    assert antal >= 5
    meningar = [t for _, d in delar(schema(slag)) for t in (d["errorMessage"], *d.get("enumDescriptions", ()))]
    meningar += [f["description"] for _, f in _fält(schema(slag))]
    assert [m for m in meningar if ENGELSKA.search(m)] == []


def _fält(nod: Any, väg: tuple[str, ...] = ()) -> list[tuple[tuple[str, ...], dict[str, Any]]]:
    """Alla fält, utom villkoret och det som redan står utanför varianten."""
    if isinstance(nod, list):
        return [f for inre in nod for f in _fält(inre, väg)]
    if not isinstance(nod, dict):
        return []
    egna = [((*väg, n), f) for n, f in nod.get("properties", {}).items() if f is not True]
    inre = [nod[n] for n in ("items", "anyOf", "allOf", "then") if n in nod]
    return [*egna, *(f for n, nästa in egna for f in _fält(nästa, n)), *_fält(inre, väg)]


def test_innebär_väljs_av_typ() -> None:
    innebär = schema("mote")["properties"]["paragrafer"]["items"]["properties"]["innebär"]["items"]
    typer = innebär["properties"]["typ"]["enum"]
    assert len(typer) == len(innebär["allOf"]) == len(innebär["properties"]["typ"]["enumDescriptions"]) == 18
    assert innebär["allOf"][0]["then"]["required"] == ["avser", "budgetår", "belopp"]
    post = {"id": "a", "typ": "utser", "personer": "Ulf Uv", "till": "justerare", "belopp": "45 kr"}
    (ett,) = fynd("mote", {"plats": "x", "paragrafer": [{"nr": 1, "rubrik": "x", "innebär": [post]}]})
    assert ett.startswith("paragrafer/0/innebär/0: ")
    assert "belopp" in ett


def test_förvalet_står_i_beskrivningen() -> None:
    paragraf = schema("mote")["properties"]["paragrafer"]["items"]["properties"]
    assert paragraf["stängda_dörrar"]["description"].endswith("; annars nej.")
    antal = paragraf["propositionsordning"]["items"]["properties"]["omröstning"]["properties"]["antal"]["properties"]
    assert antal["avstår"]["description"] == "Antal som avstod; annars 0."


@pytest.mark.parametrize("slag", SLAG)
def test_texten_är_samma_varje_gång(slag: str) -> None:
    text = som_text(schema(slag))
    assert text == som_text(schema(slag))
    assert text.endswith("}\n")
    assert "$ref" not in text


def test_läsaren_och_schemat_har_samma_poster() -> None:
    """Ett arkiv läst av gns egen läsare, med citattecken om allt, godtas också."""
    for slag, _, stig in poster(hitta_arkiv(ROT, None)):
        assert fynd(slag, läs_yaml(stig.read_bytes())) == []
