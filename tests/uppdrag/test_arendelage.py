"""Ett ärende är öppet till dess en § eller registrator avslutar det; ett vilande väntar på att komma tillbaka."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gns.dokument.register_arenden import bygg_ärenden
from gns.grund.dnr import läs_dnr
from gns.uppdrag.arendelage import bordläggningsfel, läge_efter, steg_per_ärende, ärendelägen
from tests.uppdrag.hjalp import bok, dag, paragraf, repots_bok, sagt

FEB, MAJ, SEP, DEC = "2021-02-08", "2021-05-03", "2021-09-13", "2021-12-06"
DNR = "GNS/8/2020"
ÄRENDE = {"GNS-8-2020": {"rubrik": "Budget"}}
AVSLUTAR = {"typ": "avslutar ärende", "dnr": DNR}
ÖPPNAR = {"typ": "återupptar ärende", "dnr": DNR}


def om(nr, *innebär, dnr=DNR):
    return paragraf(nr, *innebär, **({"dnr": dnr} if dnr else {}))


def ärendeläge(b, dnr, datum, nr):
    """Samma svar räknat från början för just den paragrafen."""
    if dnr is None or dnr not in b.ärenden:
        return "inget ärende"
    möte = b.möten.get(datum)
    plats = next((i for i, p in enumerate(möte.paragrafer) if p.nr == nr), 0) if möte else 0
    steg = [s for s in steg_per_ärende(b).get(dnr, []) if b.hel or (s.paragraf and s.datum == datum)]
    return "avslutat" if läge_efter(steg, dnr, (datum, plats)).tillstånd == "avslutat" else "öppet"


def bordlägger(till=None):
    return {"typ": "bordlägger"} | ({"till_möte": till} if till else {})


def läge(b, d, nr, dnr=DNR):
    return ärendeläge(b, läs_dnr(dnr) if dnr else None, dag(d), nr)


def test_läget_just_före_en_paragraf():
    b = bok({FEB: [om(1), om(2, AVSLUTAR), om(3)], MAJ: [om(4, ÖPPNAR), om(5)]}, ÄRENDE)
    assert [läge(b, FEB, nr) for nr in (1, 2, 3)] == ["öppet", "öppet", "avslutat"]
    assert [läge(b, MAJ, nr) for nr in (4, 5)] == ["avslutat", "öppet"]


def test_en_paragraf_i_ett_annat_ärende_kan_avsluta_och_återuppta():
    b = bok({FEB: [om(1, AVSLUTAR, dnr=None), om(2)], MAJ: [om(3, ÖPPNAR, dnr=None), om(4)]}, ÄRENDE)
    assert [läge(b, FEB, 2), läge(b, MAJ, 3), läge(b, MAJ, 4)] == ["avslutat", "avslutat", "öppet"]


def test_registrators_avslut_gäller_från_dagen_efter():
    b = bok(
        {FEB: [om(1)], MAJ: [om(2), om(3, ÖPPNAR), om(4)]},
        {"GNS-8-2020": {"avslutat": {"datum": FEB, "skäl": "klart"}}},
    )
    assert [läge(b, FEB, 1), läge(b, "2021-02-09", 1), läge(b, MAJ, 2), läge(b, MAJ, 4)] == [
        "öppet",
        "avslutat",
        "avslutat",
        "öppet",
    ]


def test_paragraferna_händer_i_den_ordning_de_står_vilket_nummer_de_än_har():
    b = bok({FEB: [om(3), om(2, AVSLUTAR), om(1)], MAJ: [om(5, ÖPPNAR), om(4)]}, ÄRENDE)
    assert [läge(b, FEB, nr) for nr in (3, 2, 1)] == ["öppet", "öppet", "avslutat"]
    assert [läge(b, MAJ, nr) for nr in (5, 4)] == ["avslutat", "öppet"]
    assert list(ärendelägen(b).values()) == ["öppet", "öppet", "avslutat", "avslutat", "öppet"]


@pytest.mark.parametrize("hel", [True, False])
def test_i_en_del_av_arkivet_avslutar_bara_mötets_egna_paragrafer(hel):
    avslut = {"GNS-8-2020": {"avslutat": {"datum": "2021-01-01", "skäl": "klart"}}}
    b = bok({FEB: [om(1), om(2, AVSLUTAR), om(3)], MAJ: [om(4)]}, avslut, hel=hel)
    före = "avslutat" if hel else "öppet"
    väntat = [före, före, "avslutat", före]
    assert [läge(b, FEB, nr) for nr in (1, 2, 3)] + [läge(b, MAJ, 4)] == väntat
    assert list(ärendelägen(b).values()) == väntat


def test_inget_ärende_utan_dnr_eller_utan_post():
    b = bok({FEB: [om(1), om(2, dnr=None)]})
    assert [läge(b, FEB, 1), läge(b, FEB, 2, dnr=None)] == ["inget ärende", "inget ärende"]
    assert ärendelägen(b) == {(dag(FEB), 1): "inget ärende", (dag(FEB), 2): "inget ärende"}


VERKAN = st.sampled_from([AVSLUTAR, ÖPPNAR, bordlägger(), {"typ": "återremitterar"}])
MÖTE = st.lists(st.tuples(st.sampled_from([DNR, None]), st.lists(VERKAN, max_size=2)), max_size=3)


@given(st.lists(MÖTE, max_size=3), st.none() | st.integers(0, 3))
def test_alla_lägen_på_en_gång_är_desamma_som_ett_och_ett(historia, avslut):
    dagar = [str(dt.date(2021, 1, 1 + i)) for i in range(len(historia))]
    möten = {d: [om(nr, *v, dnr=x) for nr, (x, v) in enumerate(m, 1)] for d, m in zip(dagar, historia, strict=True)}
    eget = {} if avslut is None else {"avslutat": {"datum": str(dt.date(2021, 1, 1 + avslut)), "skäl": "klart"}}
    b = bok(möten, {"GNS-8-2020": eget})
    assert ärendelägen(b) == {
        (m.datum, p.nr): ärendeläge(b, p.dnr, m.datum, p.nr) for m in b.möten.values() for p in m.paragrafer
    }


def vilande(b, d):
    rader = bygg_ärenden(b, dag(d), endast_väntande=True)
    return [(r.dnr, r.rubrik, r.tillstånd, r.till_möte) for r in rader]


def test_bordlagda_och_återremitterade_väntar_tills_de_kommer_tillbaka():
    b = bok({FEB: [om(1, bordlägger(MAJ))], MAJ: [om(2, {"typ": "återremitterar"})], SEP: [om(3)]}, ÄRENDE)
    assert vilande(b, "2021-02-07") == []
    assert vilande(b, FEB) == vilande(b, "2021-05-02") == [(DNR, "Budget", "bordlagt", dag(MAJ))]
    assert vilande(b, MAJ) == [(DNR, "Budget", "återremitterat", None)]
    assert vilande(b, SEP) == []


def test_det_som_utgår_har_inte_kommit_tillbaka_och_det_avslutade_väntar_inte():
    utgår = om(2) | {"utgår": {}, "beslut": []}
    b = bok({FEB: [om(1, bordlägger(MAJ))], MAJ: [utgår]}, ÄRENDE)
    assert vilande(b, MAJ) == [(DNR, "Budget", "bordlagt", dag(MAJ))]
    assert list(bordläggningsfel(b)) == []
    avslutat = {"GNS-8-2020": {"avslutat": {"datum": "2021-03-01", "skäl": "återkallat"}}}
    b = bok({FEB: [om(1, bordlägger(MAJ))], MAJ: [om(2, dnr=None)]}, avslutat)
    assert [len(vilande(b, d)) for d in ("2021-02-28", "2021-03-01")] == [1, 0]
    assert list(bordläggningsfel(b)) == []


def test_ett_avslutat_ärende_blir_inte_vilande():
    assert vilande(bok({FEB: [om(1, AVSLUTAR, bordlägger(MAJ))]}, ÄRENDE), FEB) == []


def test_det_som_inte_kom_tillbaka_till_sitt_möte_är_en_varning():
    möten = {FEB: [om(1, bordlägger(MAJ))], MAJ: [om(2, dnr=None)], DEC: [om(3)]}
    ((slag, id_, fel),) = bordläggningsfel(bok(möten, ÄRENDE))
    assert (slag, id_, fel.nivå, fel.fältväg) == (
        "mote",
        FEB,
        "varning",
        ("paragrafer", 0, "innebär", 0, "till_möte"),
    )
    assert fel.text == "ärendet GNS/8/2020 bordlades till 2021-05-03 men var inte uppe där"
    assert list(bordläggningsfel(bok(möten, ÄRENDE, hel=False))) == []


def test_det_som_bordlades_utan_dag_tas_upp_vid_nästa_möte():
    möten = {FEB: [om(1, bordlägger())], MAJ: [om(2, dnr=None)], SEP: [om(3)]}
    text = "ärendet GNS/8/2020 bordlades men var inte uppe vid nästa möte, 2021-05-03"
    assert sagt(bordläggningsfel(bok(möten, ÄRENDE))) == [(FEB, "typ", text)]
    assert list(bordläggningsfel(bok({FEB: [om(1, bordlägger())], MAJ: [om(2)]}, ÄRENDE))) == []
    assert list(bordläggningsfel(bok({FEB: [om(1, bordlägger())], MAJ: []}, ÄRENDE))) == []


def test_det_som_kom_tillbaka_i_tid_eller_ännu_inte_kan_ha_gjort_det():
    för_tidigt = {FEB: [om(1, bordlägger(SEP))], MAJ: [om(2)], SEP: [om(3, dnr=None)]}
    utanför = {FEB: [om(1, bordlägger(MAJ))], SEP: [om(2, dnr=None)]}
    kommande = {FEB: [om(1, bordlägger(MAJ))], MAJ: []}
    utan_dnr = {FEB: [om(1, bordlägger(MAJ), dnr=None)], MAJ: [om(2, dnr=None)]}
    for möten in (
        för_tidigt,
        kommande,
        utanför,
        utan_dnr,
        {FEB: [om(1, bordlägger(MAJ)), om(2)], MAJ: [om(3, dnr=None)]},
    ):
        assert list(bordläggningsfel(bok(möten, ÄRENDE))) == []


def test_bordlagt_till_ett_möte_som_har_varit_är_fel():
    b = bok({MAJ: [om(1, bordlägger(FEB))]}, ÄRENDE, hel=False)
    assert sagt(bordläggningsfel(b)) == [(MAJ, "till_möte", "mötet 2021-02-08 är före det möte som bordlade ärendet")]


def test_bordlagt_till_sitt_eget_möte_är_fel():
    b = bok({FEB: [om(1, bordlägger(FEB)), om(2)]}, ÄRENDE, hel=False)
    assert sagt(bordläggningsfel(b)) == [(FEB, "till_möte", "ärendet bordläggs till det möte som bordlägger det")]


def test_repots_ärenden_före_och_efter_mötet():
    b = repots_bok()
    assert [läge(b, "2020-12-18", nr, dnr) for nr, dnr in ((20, "GNS/6/2020"), (21, "GNS/6/2020"))] == [
        "öppet",
        "avslutat",
    ]
    assert set(ärendelägen(b).values()) == {"inget ärende", "öppet"}
    assert vilande(b, "2020-12-31") == []
