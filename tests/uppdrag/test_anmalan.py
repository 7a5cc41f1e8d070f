"""Delegationsbeslut och handlingar anmäls vid nästa möte (KL 6:40)."""

import pytest

from gns.uppdrag.anmalan import anmälningar
from gns.uppdrag.anmalningsprov import anmälningsfel
from tests.uppdrag.hjalp import bok, dag

FEB, MAJ, SEP = "2021-02-08", "2021-05-03", "2021-09-13"
BESLUT = {"nr": "3", "datum": "2021-03-01", "rubrik": "Avtal om lokal", "delegat": "Ada"}
REF = {"delegationsbeslut": "2021-3"}


def möte(*anmälda, justerat=True):
    return {"anmälningsärenden": list(anmälda)} | ({"justering": {"justerat": "okänd dag"}} if justerat else {})


def med(möten, hel=True, ärenden=None, **ändring):
    return bok(möten, ärenden, {"2021": [BESLUT | ändring]}, hel)


def fel(b):
    return [(slag, id_, f.fältväg, f.nivå) for slag, id_, f in anmälningsfel(b)]


def text(b):
    ((_, _, f),) = anmälningsfel(b)
    return f.text


def läge(b, per):
    return [(a.anmält, a.borde_anmälas, a.tillstånd) for a in anmälningar(b, dag(per))]


DELEGATIONEN = ("delegation", "2021", ("beslut", 0))
ANMÄLAN = ("anmälningsärenden", 0, "delegationsbeslut")


def test_anmält_vid_nästa_möte():
    b = med({FEB: möte(), MAJ: möte(REF)})
    assert fel(b) == []
    assert läge(b, "2021-02-28") == []
    assert läge(b, "2021-05-02") == [(None, dag(MAJ), "väntar på nästa möte")]
    assert läge(b, MAJ) == [(dag(MAJ), dag(MAJ), "anmält")]
    (a,) = anmälningar(b, dag(MAJ))
    assert (a.år, a.nr, a.dnr, a.datum, a.rubrik) == (2021, 3, None, dag("2021-03-01"), "Avtal om lokal")
    assert (a.delegat, a.brådskande) == ("Ada", False)


def test_aldrig_anmält_när_ett_möte_efter_är_justerat():
    b = med({MAJ: möte(), SEP: möte()})
    assert fel(b) == [(*DELEGATIONEN, "varning")]
    assert text(b) == "delegationsbeslutet 2021-3 är inte anmält, fast mötet 2021-05-03 är justerat"
    assert läge(b, "2021-05-02") == [(None, dag(MAJ), "väntar på nästa möte")]
    assert läge(b, MAJ) == [(None, dag(MAJ), "aldrig anmält")]
    assert fel(med({MAJ: möte()}, hel=False)) == []


def test_ett_ojusterat_möte_kan_ännu_ta_anmälan():
    b = med({FEB: möte(), MAJ: möte(justerat=False)})
    assert fel(b) == []
    assert läge(b, SEP) == [(None, dag(MAJ), "väntar på nästa möte")]


def test_utan_möte_efter_väntar_beslutet():
    assert läge(med({FEB: möte()}), SEP) == [(None, None, "väntar på nästa möte")]


def test_ett_beslut_på_mötesdagen_anmäls_då_eller_nästa_gång():
    assert fel(med({FEB: möte(REF)}, datum=FEB, brådskande="ja")) == []
    assert fel(med({FEB: möte(), MAJ: möte(REF)}, datum=FEB, brådskande="ja")) == []


def test_ett_brådskande_beslut_anmäls_vid_nästa_möte_och_inte_senare():
    b = med({MAJ: möte(), SEP: möte(REF)}, brådskande="ja")
    assert fel(b) == [("mote", SEP, ANMÄLAN, "varning")]
    assert text(b) == "det brådskande beslutet 2021-3 skulle ha anmälts vid nästa möte, 2021-05-03 (KL 6:40)"
    assert fel(med({MAJ: möte(), SEP: möte(REF)}, brådskande="ja", hel=False)) == []
    assert fel(med({MAJ: möte(), SEP: möte(REF)})) == []
    aldrig = med({MAJ: möte(justerat=False), SEP: möte()}, brådskande="ja")
    assert fel(aldrig) == [(*DELEGATIONEN, "varning")]
    assert text(aldrig) == "det brådskande beslutet 2021-3 skulle ha anmälts vid nästa möte, 2021-05-03 (KL 6:40)"


def test_ett_möte_som_inte_har_hållits_är_inte_nästa_möte():
    inställt = möte(justerat=False)
    assert fel(med({MAJ: inställt, SEP: möte(REF)}, brådskande="ja")) == []
    hållet = inställt | {"närvaro": [{"namn": "Eva Ek", "som": "ledamot"}]}
    assert fel(med({MAJ: hållet, SEP: möte(REF)}, brådskande="ja")) == [("mote", SEP, ANMÄLAN, "varning")]


@pytest.mark.parametrize(
    ("ändring", "antal"),
    [
        ({"överklagbart": "nej"}, 0),
        ({"slag": "verkställighet"}, 0),
        ({"slag": "verkställighet", "överklagbart": "ja"}, 1),
        ({"slag": "övrigt"}, 1),
    ],
)
def test_bara_det_som_får_överklagas_protokollförs(ändring, antal):
    assert len(fel(med({MAJ: möte()}, anmäls="nej", **ändring))) == antal


def test_varje_fel_hör_till_sin_kontroll():
    brådskar = med({MAJ: möte(), SEP: möte(REF)}, brådskande="ja")
    for b, regel in [
        (brådskar, "KL-6-39-anmalan"),
        (med({MAJ: möte()}), "KL-6-39-anmalan"),
        (med({MAJ: möte()}, anmäls="nej"), "KL-6-40-protokollforing"),
        (med({FEB: möte(REF), MAJ: möte(REF)}), ""),
    ]:
        assert [f.regel for _, _, f in anmälningsfel(b)] == [regel]


def test_en_anmälan_av_ett_beslut_som_inte_finns():
    b = med({MAJ: möte(REF, {"delegationsbeslut": "2021-4"}, {"delegationsbeslut": "2020-1"})})
    assert fel(b) == [("mote", MAJ, ("anmälningsärenden", i, "delegationsbeslut"), "fel") for i in (1, 2)]
    del_ = med({MAJ: möte({"delegationsbeslut": "2020-1"})}, hel=False)
    assert text(del_) == "delegationsbeslutet 2020-1 finns inte"


def test_två_gånger_i_samma_eller_i_två_möten():
    assert fel(med({MAJ: möte(REF, REF)})) == [("mote", MAJ, ("anmälningsärenden", 1, "delegationsbeslut"), "fel")]
    b = med({MAJ: möte(REF), SEP: möte(REF)}, hel=False)
    assert fel(b) == [("mote", SEP, ANMÄLAN, "fel")]
    assert text(b) == "delegationsbeslutet 2021-3 anmäldes redan 2021-05-03"
    assert läge(b, SEP) == [(dag(MAJ), dag(MAJ), "anmält")]


def test_anmält_innan_det_fattades():
    b = med({FEB: möte(REF), MAJ: möte(REF)})
    assert fel(b) == [("mote", FEB, ANMÄLAN, "fel")]
    assert text(b) == "delegationsbeslutet 2021-3 anmäls före den 2021-03-01, då det fattades"


def test_det_som_inte_anmäls_protokollförs():
    b = med({MAJ: möte()}, anmäls="nej")
    assert fel(b) == [("delegation", "2021", ("beslut", 0, "anmäls"), "varning")]
    assert läge(b, MAJ) == [(None, None, "anmäls inte")]
    assert fel(med({MAJ: möte()}, anmäls="nej", protokollfört="ja")) == []
    ändå = med({MAJ: möte(REF)}, anmäls="nej")
    assert fel(ändå) == []
    assert läge(ändå, MAJ) == [(dag(MAJ), None, "anmält")]


def test_delegationsbeslutets_ärende_och_part_finns():
    assert fel(med({}, dnr="GNS/8/2020", part="arre")) == [
        ("delegation", "2021", ("beslut", 0, "part"), "fel"),
        ("delegation", "2021", ("beslut", 0, "dnr"), "fel"),
    ]
    assert fel(med({}, ärenden={"GNS-8-2020": {}}, dnr="GNS/8/2020", part="are")) == []
    assert fel(med({}, hel=False, dnr="GNS/8/2020")) == []


def handling(möten, hel=True, **ändring):
    h = {"titel": "Dom i mål 12", "datum": "2021-03-01", "anmäls": "ja"} | ändring
    return bok(möten, {"GNS-8-2020": {"handlingar": [h]}}, hel=hel)


@pytest.mark.parametrize("dnr", ["GNS/8/2020", "GNS/08/2020"])
def test_en_handling_anmäls_med_samma_dnr_och_titeln_som_rubrik(dnr):
    b = handling({MAJ: möte({"rubrik": "dom i mål 12", "dnr": dnr})})
    assert fel(b) == []
    assert läge(b, "2021-05-02") == [(None, dag(MAJ), "väntar på nästa möte")]
    assert läge(b, MAJ) == [(dag(MAJ), dag(MAJ), "anmält")]
    (a,) = anmälningar(b, dag(MAJ))
    assert (a.år, a.nr, str(a.dnr), a.rubrik, a.delegat) == (None, None, "GNS/8/2020", "Dom i mål 12", None)


@pytest.mark.parametrize(
    "annan",
    [
        {"rubrik": "Dom i mål 13", "dnr": "GNS/8/2020"},
        {"rubrik": "Dom i mål 12", "dnr": "GNS/9/2020"},
        {"rubrik": "Dom i mål 12", "dnr": "mål nr 12"},
        {"rubrik": "Dom i mål 12"},
    ],
)
def test_en_handling_som_inte_anmälts(annan):
    b = handling({MAJ: möte(annan)})
    assert fel(b) == [("arende", "GNS-8-2020", ("handlingar", 0, "anmäls"), "varning")]
    assert läge(b, MAJ) == [(None, dag(MAJ), "aldrig anmält")]
    assert fel(handling({MAJ: möte(annan)}, hel=False)) == []


def test_en_handling_som_inte_ska_anmälas_eller_har_okänd_dag():
    assert läge(handling({MAJ: möte()}, anmäls="nej"), MAJ) == []
    assert fel(handling({MAJ: möte()}, anmäls="nej")) == []
    utan_dag = bok({MAJ: möte()}, {"GNS-8-2020": {"handlingar": [{"titel": "Dom", "anmäls": "ja"}]}})
    assert fel(utan_dag) == []
    assert läge(utan_dag, MAJ) == [(None, None, "väntar på nästa möte")]
