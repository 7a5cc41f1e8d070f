"""Ett ärende genom alla sina möten, och dess remiss."""

from gns.grund.dnr import läs_dnr
from gns.uppdrag.arende import livslopp
from gns.uppdrag.remiss import remissbild
from tests.uppdrag.hjalp import bok, dag, paragraf, repots_bok

FEB, MAJ, SEP = "2021-02-08", "2021-05-03", "2021-09-13"
DNR = läs_dnr("GNS/8/2020")
SVAR = [{"part": "are", "svar": "avstyrker", "datum": "2021-03-02"}]


def test_livsloppet_har_behandlingar_läge_uppdrag_omnämnanden_och_handlingar():
    ger = {"typ": "ger uppdrag", "till": "Ada", "uppdrag": "utreda"}
    avslutar = {"typ": "avslutar ärende", "dnr": "GNS/8/2020"}
    möten = {
        FEB: [paragraf(1, ger, {"typ": "bordlägger", "till_möte": MAJ}, dnr="GNS/8/2020")],
        MAJ: [paragraf(2, {"typ": "återremitterar"}, dnr="GNS/8/2020"), paragraf(3, sammanfattning="Se GNS/08/2020.")],
        SEP: [paragraf(4, {"typ": "bordlägger"}, avslutar, dnr="GNS/9/2020")],
    }
    ärenden = {"GNS-8-2020": {"rubrik": "Budget", "handlingar": [{"titel": "Skrivelse"}]}, "GNS-9-2020": {}}
    liv = livslopp(bok(möten, ärenden), DNR)
    assert (liv.rubrik, [h.titel for h in liv.handlingar]) == ("Budget", ["Skrivelse"])
    assert [(b.nr, [v.typ for v in b.verkningar]) for b in liv.behandlingar] == [
        (1, ["ger uppdrag", "bordlägger"]),
        (2, ["återremitterar"]),
        (4, ["avslutar ärende"]),
    ]
    assert (liv.läge.tillstånd, liv.läge.sedan, liv.läge.nr) == ("avslutat", dag(SEP), 4)
    assert [u.ref for u in liv.uppdrag] == ["2021-02-08 § 1 a"]
    assert [(o.datum, o.nr, o.rubrik) for o in liv.omnämnanden] == [(dag(MAJ), 3, "Ärende 3")]


def test_läget_säger_mötet_som_ärendet_är_bordlagt_till_och_vem_som_avslutade():
    bordlagt = {FEB: [paragraf(1, {"typ": "bordlägger", "till_möte": MAJ}, dnr="GNS/8/2020")]}
    assert livslopp(bok(bordlagt, {"GNS-8-2020": {}}), DNR).läge.till_möte == dag(MAJ)
    avslutat = livslopp(bok(bordlagt, {"GNS-8-2020": {"avslutat": {"datum": MAJ, "skäl": "klart"}}}), DNR)
    assert (avslutat.läge.tillstånd, avslutat.läge.sedan, avslutat.läge.nr) == ("avslutat", dag(MAJ), None)
    assert len(avslutat.behandlingar) == 1


def test_det_som_utgick_syns_och_ett_ärende_utan_post_har_det_mötena_säger():
    utgår = paragraf(1, dnr="GNS/8/2020") | {"utgår": {}, "beslut": []}
    liv = livslopp(bok({FEB: [utgår]}), DNR)
    assert [b.paragraf.utgår is not None for b in liv.behandlingar] == [True]
    assert (liv.rubrik, liv.handlingar) == ("Ärende 1", ())
    assert livslopp(bok({}), DNR).rubrik == "GNS/8/2020"


def bild(per="2021-02-01", **remiss):
    b = bok({}, {"GNS-8-2020": {"remiss": remiss}})
    return remissbild(b, b.ärenden[DNR], dag(per))


def test_den_som_inte_har_svarat_när_tiden_har_gått_ut_är_sen():
    for per, sent in (("2021-03-01", False), ("2021-03-02", True)):
        assert [r.sent for r in bild(per, mottagare=["region"], svar_senast="2021-03-01").rader] == [sent]
    assert [r.sent for r in bild("2021-03-02", mottagare=["region"]).rader] == [False]


def test_mottagarna_är_de_som_posten_säger_och_den_som_inte_svarat_syns():
    r = bild(mottagare=["region", "are"], svar=SVAR, svar_senast="2021-03-01")
    assert [(x.part, x.namn, x.svar, x.sent) for x in r.rader] == [
        ("region", "Regionen", None, False),
        ("are", "Åre kommun", "avstyrker", True),
    ]
    assert (r.antal, r.svarat, r.av, r.mottagare_kända) == ({"avstyrker": 1}, 1, 2, True)


def test_svar_på_sista_dagen_är_inte_sent_och_ett_svar_utan_dag_går_inte_att_säga():
    assert not bild(svar=SVAR, svar_senast="2021-03-02").rader[0].sent
    assert not bild(svar=SVAR).rader[0].sent
    assert not bild(svar=[{"part": "are", "svar": "avstår"}], svar_senast="2021-03-02").rader[0].sent


def test_okända_mottagare_är_parterna_när_den_sändes_annars_de_som_svarat():
    assert [x.part for x in bild(sänd="2018-03-31").rader] == ["region"]
    assert [x.part for x in bild(sänd="2018-04-01").rader] == ["region", "are"]
    utan = bild(svar=SVAR)
    assert (utan.svarat, utan.av, utan.mottagare_kända) == (1, 1, False)


def test_den_som_svarar_utan_att_ha_fått_remissen_har_en_egen_rad():
    assert [x.part for x in bild(mottagare=["region"], svar=SVAR).rader] == ["region", "are"]


def test_repots_remiss_fick_svar_av_sex_av_nio():
    b = repots_bok()
    svaren = remissbild(b, b.ärenden[läs_dnr("GNS/3/2019")], dag("2021-01-01"))
    assert svaren
    assert (svaren.svarat, svaren.av, svaren.mottagare_kända) == (6, 9, True)
    assert svaren.antal == {"godkänner": 5, "tar ej ställning": 1}
    assert [r.part for r in svaren.rader if r.svar is None] == ["berg", "ragunda", "are"]


def test_repots_avslutade_ärende_och_det_som_nämns_i_ett_annat():
    liv = livslopp(repots_bok(), läs_dnr("GNS/14/2019"))
    assert (liv.läge.tillstånd, liv.läge.sedan, liv.läge.nr) == ("avslutat", dag("2020-12-18"), 22)
    assert [[v.typ for v in b.verkningar] for b in liv.behandlingar] == [["återtar uppdrag", "avslutar ärende"]]
    assert [u.ref for u in liv.uppdrag] == ["2019-12-06 § 38"]
    assert [o.nr for o in liv.omnämnanden] == [21]
