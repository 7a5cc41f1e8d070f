"""Hänvisningar i text hittas där de står, och bara de som pekar på något som saknas ger en varning."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gns.grund.dnr import läs_dnr
from gns.modell.texter import texter
from gns.uppdrag.hanvisning import Hänvisning, hitta, hänvisningsvarningar, lös
from tests.uppdrag.hjalp import bok, dag, paragraf, repots_bok

DEC = "2020-12-18"


def paragrafer(text):
    return [(str(h.datum), *h.paragrafer) for h in hitta(text, "GNS") if h.datum]


def dnr(text):
    return [str(h.dnr) for h in hitta(text, "GNS") if h.dnr]


@pytest.mark.parametrize(
    ("text", "väntat"),
    [
        ("14 februari 2020 § 8", [("2020-02-14", 8)]),
        ("Den 14 februari 2020, § 8", [("2020-02-14", 8)]),
        ("den 6 december 2019, § 38,", [("2019-12-06", 38)]),
        ("sammanträde 29 maj 2020 § 14 beslutade", [("2020-05-29", 14)]),
        ("(2020-12-18 § 19)", [("2020-12-18", 19)]),
        ("2020-12-18 § 24 a", [("2020-12-18", 24)]),
        ("den 14\u00a0februari\u00a02020, §\u00a08", [("2020-02-14", 8)]),
        ("den 21 februari 2024, §\n150", [("2024-02-21", 150)]),
        ("den 23 oktober 2024, § 848 och den 6 november 2024, § 904", [("2024-10-23", 848), ("2024-11-06", 904)]),
        ("den 20 mars 2024, § 224, § 225", [("2024-03-20", 224, 225)]),
        ("den 20 mars 2024, § 224 och § 225", [("2024-03-20", 224, 225)]),
        ("18 december 2020 §§ 19–21", [("2020-12-18", 19, 20, 21)]),
        ("2020-12-18 §§ 19-21, 23 och 25 samt mer", [("2020-12-18", 19, 20, 21, 23, 25)]),
        ("2020-12-18, §§ 19 och 6 november 2024, § 904", [("2020-12-18", 19), ("2024-11-06", 904)]),
        ("2020-12-18 §§ 19, 2020-05-29 § 14", [("2020-12-18", 19), ("2020-05-29", 14)]),
        ("2020-12-18 §§ 21–19", [("2020-12-18", 21, 19)]),
    ],
)
def test_dag_och_paragraf(text, väntat):
    assert paragrafer(text) == väntat


@pytest.mark.parametrize(
    "text",
    [
        "den 31 februari 2020, § 8",
        "2020-02-31 § 8",
        "den 3 juni 2019 uppdrog nämnden",
        "enligt § 7 i reglementet",
        "den 14 februari 2020 kl. 9 § 8",
        "12020-12-18 § 19",
        "den 14 februari 2020 § 12345",
        "den 14 februari 2020 § 0",
    ],
)
def test_inte_en_hänvisning_till_en_paragraf(text):
    assert paragrafer(text) == []


def test_diarienummer_med_nämndens_prefix_också_med_nolla():
    assert dnr("(GNS/14/2019) och GNS/03/2019.") == ["GNS/14/2019", "GNS/3/2019"]
    assert dnr("RS/14/2019 XGNS/1/2020 GNS/0/2019 GNS/1/1819 GNS/1/20201 AGNS/GNS/1/2020") == []
    assert [str(h.dnr) for h in hitta("GNS/1/2020 RS/2/2020", "RS")] == ["RS/2/2020"]


def test_platsen_i_texten_och_ordningen():
    text = "Se GNS/8/2019 och den 14 februari 2020, § 8, samt GNS/14/2019."
    assert [text[h.start : h.slut] for h in hitta(text, "GNS")] == [
        "GNS/8/2019",
        "14 februari 2020, § 8",
        "GNS/14/2019",
    ]


DELAR = st.sampled_from(
    [
        "2020-12-18",
        "31 februari 2020",
        "6 mars 2024",
        " ",
        ", ",
        "§",
        "§§",
        "19",
        "–",
        "-",
        " och ",
        "GNS/",
        "03/2019",
        "\n",
    ]
)


@given(st.text() | st.lists(DELAR, max_size=30).map("".join))
def test_ingen_text_fäller_den_och_varje_träff_ligger_i_texten(text):
    slut = 0
    for h in hitta(text, "GNS"):
        assert slut <= h.start < h.slut <= len(text)
        assert (h.dnr is None) == bool(h.datum and h.paragrafer)
        slut = h.slut


@given(st.dates(dt.date(1900, 1, 1), dt.date(2099, 12, 31)), st.integers(1, 9999))
def test_det_som_gns_självt_skriver_hittas(när, nr):
    assert paragrafer(f"beslutet {när} § {nr}.") == [(str(när), nr)]


def test_lång_text_utan_slut_går_fort():
    assert hitta("den 6 mars 2024" + " " * 200_000 + "§§" + " 1," * 50_000, "GNS")
    assert len(hitta("2020-12-18 §§ 1–9999", "GNS")[0].paragrafer) == 2


def test_lösningen_säger_vad_arkivet_vet():
    b = bok({DEC: [paragraf(19)]}, {"GNS-8-2020": {}})
    del_ = bok({DEC: [paragraf(19)]}, {"GNS-8-2020": {}}, hel=False)

    def h(datum=None, *nr, dnr=None):
        return Hänvisning(0, 1, dag(datum) if datum else None, nr, läs_dnr(dnr) if dnr else None)

    assert [lös(x, h(DEC, 19)) for x in (b, del_)] == ["finns", "finns"]
    assert [lös(x, h(DEC, 19, 20)) for x in (b, del_)] == ["saknas", "saknas"]
    assert [lös(x, h("2020-05-29", 14)) for x in (b, del_)] == ["utanför arkivet", "inte läst"]
    assert [lös(x, h(dnr="GNS/8/2020")) for x in (b, del_)] == ["finns", "finns"]
    assert [lös(x, h(dnr="GNS/9/2020")) for x in (b, del_)] == ["saknas", "inte läst"]


def test_det_som_saknas_är_en_varning_på_sin_plats_i_texten():
    text = "Ingress.\nSe GNS/9/2020 och den 18 december 2020, § 18.\nDen 29 maj 2020, § 14, är utanför."
    b = bok({DEC: [paragraf(19, sammanfattning=text)]}, {"GNS-8-2020": {"beredning": {"sammanfattning": "GNS/7/2020"}}})
    funna = list(hänvisningsvarningar(b))
    assert [(s, i, f.fältväg, f.text, f.nivå, f.i_text) for s, i, f in funna] == [
        ("mote", DEC, ("paragrafer", 0, "sammanfattning"), "ärendet GNS/9/2020 finns inte", "varning", (1, 3)),
        ("mote", DEC, ("paragrafer", 0, "sammanfattning"), "mötet 2020-12-18 har ingen § 18", "varning", (1, 22)),
        ("arende", "GNS-8-2020", ("beredning", "sammanfattning"), "ärendet GNS/7/2020 finns inte", "varning", (0, 0)),
    ]
    assert "data/arenden/2020/GNS-9-2020.yaml" in funna[0][2].råd
    assert "det har § 19 till § 19" in funna[1][2].råd


def test_en_rad_har_ingen_plats_i_texten_och_fält_som_är_hänvisningar_prövas_inte_här():
    om = {"typ": "återtar uppdrag", "uppdrag": "2020-12-18 § 18"}
    tidigare = [{"vad": "behandlat", "när": "2020-12-18 § 18"}]
    egna = paragraf(1, om, tidigare_behandling=tidigare, beslutsunderlag=["§18 2020-12-18 § 18"])
    b = bok({DEC: [paragraf(19)], "2021-02-08": [egna]})
    ((_, _, fel),) = hänvisningsvarningar(b)
    assert (fel.fältväg, fel.i_text) == (("paragrafer", 0, "beslutsunderlag", 0), None)


def test_ett_möte_utan_paragrafer_sägs_sakna_dem():
    b = bok({DEC: [], "2021-02-08": [paragraf(1, sammanfattning="2020-12-18 § 18")]})
    ((_, _, fel),) = hänvisningsvarningar(b)
    assert "det har inga paragrafer" in fel.råd


def test_repots_hänvisningar_finns_alla_och_ingen_saknas():
    b = repots_bok()
    möte = b.möten[dag(DEC)]
    funna: dict[object, set[int]] = {}
    for p in möte.paragrafer:
        for _, text in texter(p):
            for h in hitta(str(text), "GNS"):
                funna.setdefault(str(h.dnr) if h.dnr else (str(h.datum), *h.paragrafer), set()).add(p.nr)
    assert funna == {
        ("2020-05-29", 14): {20},
        ("2020-02-14", 8): {21, 22, 23},
        ("2019-12-06", 38): {22},
        "GNS/8/2019": {21},
        "GNS/14/2019": {21},
        "GNS/3/2019": {25},
    }
    assert list(hänvisningsvarningar(b)) == []
