"""Ett uppdrag lever av beslut: bara en § ger, ändrar, lämnar över, redovisar, återtar eller avslutar det."""

from dataclasses import replace

import pytest

from gns.modell.las import läs
from gns.modell.mote import Möte
from gns.uppdrag.liv import uppdrag, uppdragsfel
from tests.uppdrag.hjalp import bok, dag, paragraf, repots_bok, sagt

FEB, MAJ, DEC = "2021-02-08", "2021-05-03", "2021-12-06"
GER = {"typ": "ger uppdrag", "till": ["Ada", "Bo"], "uppdrag": "utreda", "senast": "2021-06-01"}


def ett(b, per=None):
    (u,) = uppdrag(b, per)
    return u


def efter(*innebär, **annat):
    """En bok där § 1 ger ett uppdrag i februari och § 2 i maj beslutar om det."""
    om = [{"uppdrag": "2021-02-08 § 1", **v} for v in innebär]
    return bok({FEB: [paragraf(1, GER, **annat)], MAJ: [paragraf(2, *om)]})


def test_ett_nytt_uppdrag_är_öppet_och_heter_som_sitt_beslut():
    u = ett(bok({FEB: [paragraf(1, GER, dnr="GNS/8/2020")]}, {"GNS-8-2020": {}}))
    assert (u.ref, u.datum, u.nr, u.id, u.i_arkivet) == ("2021-02-08 § 1 a", dag(FEB), 1, "a", True)
    assert (u.dnr, u.till, u.lydelse, u.senast) == ("GNS/8/2020", ("Ada", "Bo"), "utreda", dag("2021-06-01"))
    assert (u.tillstånd, u.redovisat) == ("öppet", None)
    assert [(h.vad, h.nr, h.till, h.text) for h in u.händelser] == [
        ("ger uppdrag", 1, ("Ada", "Bo"), "Så beslutas utreda")
    ]


def test_försenat_är_det_öppna_dagen_efter_sin_sista():
    u = ett(efter({"typ": "redovisar uppdrag"}))
    assert not u.försenat(dag("2021-06-01"))
    assert u.försenat(dag("2021-06-02"))
    assert not ett(efter({"typ": "avslutar uppdrag"})).försenat(dag("2021-06-02"))
    utan = bok({FEB: [paragraf(1, {k: v for k, v in GER.items() if k != "senast"})]})
    assert not ett(utan).försenat(dag("2099-01-01"))


def test_ändring_ger_ny_lydelse_och_ny_sista_dag():
    u = ett(efter({"typ": "ändrar uppdrag", "lydelse": "utreda mer"}))
    assert (u.lydelse, u.senast, u.tillstånd) == ("utreda mer", dag("2021-06-01"), "öppet")
    assert ett(efter({"typ": "ändrar uppdrag", "senast": DEC})).senast == dag(DEC)


def test_redovisning_stänger_inte():
    u = ett(efter({"typ": "redovisar uppdrag"}))
    assert (u.tillstånd, u.redovisat) == ("öppet", dag(MAJ))


def test_överlämnat_uppdrag_har_den_som_tog_över():
    assert ett(efter({"typ": "lämnar över uppdrag", "övertas_av": "Cia"})).till == ("Cia",)
    assert ett(efter({"typ": "lämnar över uppdrag", "till": "Ada", "övertas_av": "Cia"})).till == ("Bo", "Cia")


@pytest.mark.parametrize(("typ", "ord_"), [("återtar uppdrag", "återtaget"), ("avslutar uppdrag", "avslutat")])
def test_återtaget_eller_avslutat_för_alla_eller_bara_för_några(typ, ord_):
    u = ett(efter({"typ": typ}))
    assert (u.tillstånd, u.till) == (ord_, ("Ada", "Bo"))
    u = ett(efter({"typ": typ, "till": "ada"}))
    assert (u.tillstånd, u.till) == ("öppet", ("Bo",))
    u = ett(efter({"typ": typ, "till": "Ada"}, {"typ": typ, "till": "Bo"}))
    assert (u.tillstånd, u.till) == (ord_, ("Bo",))


def test_per_räknar_bara_beslut_till_och_med_dagen():
    b = efter({"typ": "återtar uppdrag"})
    assert uppdrag(b, dag("2021-02-07")) == []
    assert ett(b, dag(FEB)).tillstånd == "öppet"
    assert ett(b, dag("2021-05-02")).tillstånd == "öppet"
    assert ett(b, dag(MAJ)).tillstånd == "återtaget"


def test_uppdragen_kommer_i_den_ordning_de_gavs():
    b = bok({MAJ: [paragraf(3, GER)], FEB: [paragraf(2, GER, GER), paragraf(1, GER)]})
    assert [u.ref for u in uppdrag(b, None)] == [
        "2021-02-08 § 2 a",
        "2021-02-08 § 2 b",
        "2021-02-08 § 1 a",
        "2021-05-03 § 3 a",
    ]


def test_beslut_i_samma_möte_räknas_i_den_ordning_de_står_vilket_nummer_de_än_har():
    om = {"typ": "återtar uppdrag", "uppdrag": "2021-02-08 § 2"}
    b = bok({FEB: [paragraf(2, GER), paragraf(1, om)]})
    assert ett(b).tillstånd == "återtaget"
    assert sagt(uppdragsfel(b)) == []
    fel = bok({FEB: [paragraf(1, om), paragraf(2, GER)]})
    assert sagt(uppdragsfel(fel)) == [(FEB, "uppdrag", "2021-02-08 § 2 a är ett senare beslut")]
    assert ett(fel).tillstånd == "öppet"


@pytest.mark.parametrize("ref", ["2021-02-08 § 1 a", "2021-02-08 § 1", "2021-02-08"])
def test_hänvisningen_får_vara_kort_när_den_bara_kan_mena_ett(ref):
    b = efter({"typ": "återtar uppdrag", "uppdrag": ref})
    assert sagt(uppdragsfel(b)) == []
    assert ett(b).tillstånd == "återtaget"


def test_en_hänvisning_som_kan_mena_två_säger_vilka():
    två = {FEB: [paragraf(1, GER, GER)], MAJ: [paragraf(2, {"typ": "återtar uppdrag", "uppdrag": "2021-02-08 § 1"})]}
    ((_, _, fel),) = uppdragsfel(bok(två))
    assert fel.text == "2021-02-08 § 1 gav två uppdrag"
    assert fel.råd == "skriv vilket: 2021-02-08 § 1 a eller 2021-02-08 § 1 b"
    assert fel.fältväg == ("paragrafer", 0, "innebär", 0, "uppdrag")
    assert [u.tillstånd for u in uppdrag(bok(två), None)] == ["öppet", "öppet"]
    möte = {FEB: [paragraf(1, GER), paragraf(3, GER)], MAJ: [paragraf(2, {"typ": "återtar uppdrag", "uppdrag": FEB})]}
    assert sagt(uppdragsfel(bok(möte))) == [(MAJ, "uppdrag", "mötet 2021-02-08 gav två uppdrag")]


@pytest.mark.parametrize(
    ("ref", "text", "råd"),
    [
        ("2021-02-08 § 1 b", "2021-02-08 § 1 gav inget uppdrag b", "§ 1 gav 2021-02-08 § 1 a"),
        ("2021-02-08 § 9", "2021-02-08 § 9 gav inget uppdrag", "rätta hänvisningen"),
        ("2021-02-08 § 7", "mötet 2021-02-08 har ingen § 7", "rätta hänvisningen"),
        ("2021-12-06 § 1", "2021-12-06 § 1 är ett senare beslut", "rätta hänvisningen"),
        ("2022-01-01", "2022-01-01 är ett senare beslut", "rätta hänvisningen"),
    ],
)
def test_beslut_om_något_som_inte_är_ett_tidigare_uppdrag(ref, text, råd):
    om = paragraf(2, {"typ": "avslutar uppdrag", "uppdrag": ref})
    b = bok({FEB: [paragraf(1, GER), paragraf(9)], MAJ: [om], DEC: [paragraf(1, GER | {"senast": "2022-01-01"})]})
    ((slag, id_, fel),) = uppdragsfel(b)
    assert (slag, id_, fel.text, fel.råd, fel.nivå) == ("mote", MAJ, text, råd, "fel")


def test_det_som_är_återtaget_eller_avslutat_går_inte_att_besluta_om_igen():
    b = efter({"typ": "återtar uppdrag"}, {"typ": "redovisar uppdrag"})
    assert sagt(uppdragsfel(b)) == [(MAJ, "uppdrag", "uppdraget 2021-02-08 § 1 a återtogs redan 2021-05-03 § 2")]
    assert ett(b).redovisat is None
    b = efter({"typ": "avslutar uppdrag"}, {"typ": "återtar uppdrag"})
    assert sagt(uppdragsfel(b)) == [(MAJ, "uppdrag", "uppdraget 2021-02-08 § 1 a avslutades redan 2021-05-03 § 2")]


def test_den_som_inte_har_uppdraget():
    b = efter({"typ": "återtar uppdrag", "till": ["Cia", "Ada"]})
    ((_, _, fel),) = uppdragsfel(b)
    assert fel.fältväg[-1] == "till"
    assert (fel.text, fel.råd) == ("Cia har inte uppdraget 2021-02-08 § 1 a", "det har Ada och Bo")
    assert ett(b).till == ("Bo",)
    b = efter({"typ": "återtar uppdrag", "till": "Cia"})
    assert ett(b).tillstånd == "öppet"
    assert len(ett(b).händelser) == 1


def test_ingen_tar_över_det_den_redan_har():
    b = efter({"typ": "lämnar över uppdrag", "till": "Ada", "övertas_av": "Bo"})
    assert sagt(uppdragsfel(b)) == [(MAJ, "övertas_av", "Bo har redan uppdraget 2021-02-08 § 1 a")]
    assert ett(b).till == ("Bo",)


def test_ett_uppdrag_utanför_arkivet_gäller_och_sägs_vara_det():
    om = {"typ": "återtar uppdrag", "till": "Ada", "uppdrag": "2020-05-29 § 14"}
    b = bok({FEB: [paragraf(1, om)], MAJ: [paragraf(2, om | {"till": "Bo"})]})
    assert sagt(uppdragsfel(b)) == []
    u = ett(b, dag("2020-12-31"))
    assert (u.ref, u.datum, u.nr, u.i_arkivet, u.lydelse) == ("2020-05-29 § 14", dag("2020-05-29"), 14, False, None)
    assert (u.till, u.tillstånd, u.händelser) == (("Ada", "Bo"), "öppet", ())
    assert ett(b, dag(FEB)).till == ("Bo",)
    assert ett(b).tillstånd == "återtaget"
    assert uppdrag(b, dag("2020-05-28")) == []


def test_ett_uppdrag_utanför_arkivet_som_lämnats_över_hade_inte_den_nye_från_början():
    ref = {"uppdrag": "2020-05-29"}
    b = bok(
        {
            FEB: [paragraf(1, {"typ": "lämnar över uppdrag", "till": "Ada", "övertas_av": "Bo", **ref})],
            MAJ: [
                paragraf(2, {"typ": "avslutar uppdrag", "till": "Bo", **ref}, dnr="GNS/8/2020"),
                paragraf(3, {"typ": "avslutar uppdrag", **ref}),
            ],
        },
        {"GNS-8-2020": {}},
    )
    assert ett(b, dag("2020-12-31")).till == ("Ada",)
    assert ett(b, dag(FEB)).till == ("Bo",)
    assert (ett(b).tillstånd, ett(b).dnr) == ("avslutat", "GNS/8/2020")
    assert sagt(uppdragsfel(b)) == [(MAJ, "uppdrag", "uppdraget 2020-05-29 avslutades redan 2021-05-03 § 2")]


def test_i_en_del_av_arkivet_prövas_hänvisningar_till_lästa_möten_och_det_som_mötet_självt_avgör():
    andra = {"typ": "återtar uppdrag", "uppdrag": "2021-02-08 § 1 b"}
    vems = {"typ": "återtar uppdrag", "uppdrag": "2021-02-08 § 1 a", "till": "Cia"}
    eget = {"typ": "återtar uppdrag", "uppdrag": "2021-05-03 § 2"}
    möten = {FEB: [paragraf(1, GER)], MAJ: [paragraf(2, GER), paragraf(3, andra, vems, eget, eget)]}
    saknas = (MAJ, "uppdrag", "2021-02-08 § 1 gav inget uppdrag b")
    redan = (MAJ, "uppdrag", "uppdraget 2021-05-03 § 2 a återtogs redan 2021-05-03 § 3")
    assert sagt(uppdragsfel(bok(möten, hel=False))) == [saknas, redan]
    assert sagt(uppdragsfel(bok({MAJ: möten[MAJ]}, hel=False))) == [redan]
    assert len(sagt(uppdragsfel(bok(möten)))) == 3


def test_en_ändring_gäller_alla_som_har_uppdraget():
    b = efter({"typ": "ändrar uppdrag", "till": "Ada", "senast": DEC})
    assert sagt(uppdragsfel(b)) == [(MAJ, "till", "ändringen nämner bara Ada, men Bo har också uppdraget")]
    assert ett(b).senast == dag("2021-06-01")
    for alla in ({}, {"till": ["bo", "ADA"]}):
        b = efter({"typ": "ändrar uppdrag", "senast": DEC, **alla})
        assert (sagt(uppdragsfel(b)), ett(b).senast) == ([], dag(DEC))


@pytest.mark.parametrize("ref", ["2021-02-08 § 7", "2021-02-08"])
def test_det_som_mötets_egen_läsning_redan_har_sagt_sägs_inte_igen(ref):
    data = [paragraf(1, GER), paragraf(2, {"typ": "återtar uppdrag", "uppdrag": ref})]
    möte, fel = läs("mote", FEB, {"plats": "x", "paragrafer": data})
    assert isinstance(möte, Möte)
    assert [f.text for f in fel] == [f"mötet har inget beslut {ref}"]
    b = replace(bok({}), möten={möte.datum: möte})
    assert sagt(uppdragsfel(b)) == []
    assert ett(b).tillstånd == "öppet"


def test_repots_uppdrag_per_mötet_2020_12_18():
    alla = uppdrag(repots_bok(), dag("2020-12-18"))
    assert [(u.ref, u.i_arkivet, u.tillstånd, u.till) for u in alla] == [
        ("2019-06-03", False, "återtaget", ("e-strateg",)),
        ("2019-12-06 § 38", False, "återtaget", ("e-strateg", "regional digitaliseringskoordinator")),
        ("2020-05-29 § 14", False, "återtaget", ("regiondirektören",)),
        ("2020-12-18 § 24 a", True, "öppet", ("regiondirektören",)),
    ]
    assert [u.dnr for u in alla] == ["GNS/8/2019", "GNS/14/2019", "GNS/6/2020", "GNS/11/2018"]
    assert [h.text for h in alla[2].händelser] == ["Uppdraget till regiondirektören återtas och ärendet avslutas."]


def test_dagen_före_var_repots_tre_uppdrag_utanför_arkivet_öppna():
    alla = uppdrag(repots_bok(), dag("2020-12-17"))
    assert [(u.ref, u.tillstånd, u.händelser) for u in alla] == [
        ("2019-06-03", "öppet", ()),
        ("2019-12-06 § 38", "öppet", ()),
        ("2020-05-29 § 14", "öppet", ()),
    ]
    assert [u.ref for u in uppdrag(repots_bok(), dag("2019-12-05"))] == ["2019-06-03"]
