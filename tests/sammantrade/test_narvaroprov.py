"""Händelser som inte kan hända och platser med två på sägs en gång, på rätt ställe och med ett råd."""

import pytest

from gns.sammantrade.narvaroprov import platsfel
from tests.modell.hjalp import nämnd as nämndpost
from tests.sammantrade.narvarobygge import (
    ALLA,
    ersättare,
    fynden,
    fyndet,
    händelse,
    jävsfråga,
    läst,
    nämnden,
    tjänstgör,
)


def test_ett_vanligt_möte_har_inget_fel():
    händelser = [
        händelse("kommer", "Dag", 2, klockan="09:10"),
        händelse("jäv", "Bo", 2, 1),
        tjänstgör("Eli", "Bo", 2, 1),
        händelse("på distans", "Dag", 3),
        händelse("går", "Cia", 4, klockan="10:00"),
        tjänstgör("Fia", "Cia", 4),
    ]
    assert fynden(*händelser, start="09:00", slut="10:00", beslut=(1, 2, 0, 1), nämnd=nämnden("5")) == []


def test_den_som_är_inne_kan_inte_komma():
    händelser = [händelse("går", "Bo", 1), händelse("kommer", "Bo", 2), händelse("kommer", "Bo", 3)]
    assert fynden(*händelser) == [(("händelser", 2), "fel", "Bo kommer i § 3 men är redan i rummet")]


def test_den_som_har_gått_kan_inte_gå():
    händelser = [händelse("går", "Hed", 2), händelse("går", "Hed", 3), händelse("kommer", "Hed", 4)]
    assert fynden(*händelser) == [(("händelser", 1), "fel", "Hed går i § 3 men har redan gått")]


@pytest.mark.parametrize("hur", ["på distans", "på plats"])
def test_den_som_är_borta_deltar_inte_på_något_vis(hur):
    text = f"Bo deltar {hur} från § 3 men är inte med då"
    assert fyndet(händelse("går", "Bo", 2), händelse(hur, "Bo", 3)) == (("händelser", 1), "fel", text)
    assert fynden(händelse(hur, "Bo", 3)) == []


def test_den_som_avbryter_och_tjänstgör_igen_är_en_varning():
    """KL 5:20."""
    händelser = [händelse("går", "Bo", 2), händelse("kommer", "Bo", 4)]
    text = "Bo gick i § 2, kom tillbaka i § 4 och tjänstgör igen"
    assert fyndet(*händelser) == (("händelser", 1), "varning", text)


def test_den_som_står_som_kommen_först_har_inte_gått_tidigare():
    bakvänt = [händelse("kommer", "Bo", 4), händelse("går", "Bo", 2)]
    text = "Bo går i § 2 men kommer först i § 4"
    assert fyndet(*bakvänt) == (("händelser", 1), "fel", text)
    assert fynden(bakvänt[0], bakvänt[1] | {"namn": "Cia"}) == []
    assert fynden(bakvänt[0], bakvänt[1] | {"paragraf": "99"}) == []


def test_den_som_går_för_jäv_eller_en_jävsfråga_får_tjänstgöra_igen():
    händelser = [händelse("går", "Bo", 2), händelse("kommer", "Bo", 3)]
    assert fynden(händelse("jäv", "Bo", 2), *händelser) == []
    assert fynden(jävsfråga("Bo", 2, "inte jävig"), *händelser, beslut=(1, 2, 1)) == []


def test_den_som_inte_tjänstgör_får_gå_och_komma():
    for namn in ("Hed", "Eli"):
        assert fynden(händelse("går", namn, 2), händelse("kommer", namn, 3)) == []
    assert fynden(händelse("går", "Bo", 1), händelse("kommer", "Bo", 2)) == []
    åter = [tjänstgör("Eli", "vakant-1", 1), händelse("går", "Eli", 2), händelse("kommer", "Eli", 3)]
    assert fynden(*åter) == []


def test_den_som_leder_tjänstgör():
    text = "Eli leder från § 2 men tjänstgör inte då"
    assert fyndet(händelse("leder", "Eli", 2)) == (("händelser", 0, "namn"), "fel", text)
    jävig = [händelse("jäv", "Bo", 2), händelse("leder", "Bo", 2)]
    assert fyndet(*jävig)[0] == ("händelser", 1, "namn")
    assert fynden(händelse("leder", "Bo", 2), händelse("jäv", "Bo", 3)) == []


def test_okända_namn_och_paragrafer_sägs_inte_här():
    assert fynden(händelse("leder", "Okänd", 1), händelse("går", "Bo", 99), tjänstgör("Okänd", "Bo", 1)) == []


def _inne(*fler):
    return [*ALLA[:3], *fler]


def test_en_ersättare_tjänstgör_inte_för_den_som_själv_gör_det():
    text = "Eli ersätter Bo, som själv tjänstgör i § 1"
    assert fyndet(närvaro=_inne(ersättare("Eli", ersätter="Bo"))) == (("närvaro", 3, "ersätter"), "fel", text)
    text = "Eli ersätter Bo, som själv tjänstgör i § 2"
    assert fyndet(tjänstgör("Eli", "Bo", 2)) == (("händelser", 0, "ersätter"), "fel", text)


def test_en_ersättare_tjänstgör_för_den_som_är_borta_eller_jävig():
    ersätter_bo = _inne(ersättare("Eli", ersätter="Bo"))
    for typ in ("kommer", "går", "jäv"):
        assert fynden(händelse(typ, "Bo", 2 if typ == "kommer" else 1), närvaro=ersätter_bo) == []


def test_en_ersättare_som_kommer_senare_tjänstgör_från_dess():
    assert fynden(händelse("kommer", "Eli", 2), närvaro=_inne(ersättare("Eli", ersätter="Dag"))) == []


def test_två_ersätter_inte_samma():
    text = "Eli och Fia ersätter båda Dag i § 1"
    två = _inne(ersättare("Eli", ersätter="Dag"), ersättare("Fia", ersätter="Dag"))
    assert fyndet(närvaro=två) == (("närvaro", 4, "ersätter"), "fel", text)
    händelser = [tjänstgör("Eli", "vakant-1", 1), tjänstgör("Fia", "vakant-1", 3)]
    text = "Eli och Fia ersätter båda vakant-1 i § 3"
    assert fyndet(*händelser) == (("händelser", 1, "ersätter"), "fel", text)
    assert fynden(*händelser, händelse("går", "Eli", 3)) == []


def test_en_ersätter_inte_två():
    text = "Eli ersätter både Cia och Dag i § 1"
    händelser = [händelse("går", "Cia", 1), händelse("går", "Dag", 1), tjänstgör("Eli", "Cia", 1)]
    assert fyndet(*händelser, tjänstgör("Eli", "Dag", 1))[::2] == (("händelser", 2, "ersätter"), text)


def test_ingen_ersätter_sig_själv():
    text = "Eli ersätter sig själv"
    assert fyndet(tjänstgör("Eli", "Eli", 1)) == (("händelser", 0, "ersätter"), "fel", text)
    assert fyndet(närvaro=_inne(ersättare("Eli", ersätter="Eli")))[0] == ("närvaro", 3, "ersätter")


@pytest.mark.parametrize(("namn", "som"), [("Hed", "övrig"), ("Ada", "ledamot")])
def test_bara_ersättare_träder_in(namn, som):
    text = f"{namn} är {som} och kan inte träda in för vakant-1"
    assert fyndet(tjänstgör(namn, "vakant-1", 1)) == (("händelser", 0, "namn"), "fel", text)


def test_den_som_är_borta_träder_inte_in():
    text = "Eli börjar tjänstgöra i § 2 men är inte i rummet då"
    händelser = [tjänstgör("Eli", "vakant-1", 2), händelse("kommer", "Eli", 3)]
    assert fyndet(*händelser) == (("händelser", 0, "ersätter"), "fel", text)
    för_sent = [tjänstgör("Eli", "vakant-1", 2), händelse("kommer", "Eli", 2)]
    assert fyndet(*för_sent) == (("händelser", 0, "ersätter"), "fel", text)
    assert fynden(*reversed(för_sent)) == []


def test_den_som_är_jävig_eller_prövas_när_den_träder_in_börjar_efteråt():
    assert fynden(tjänstgör("Eli", "vakant-1", 2), händelse("jäv", "Eli", 2)) == []
    assert fynden(tjänstgör("Eli", "vakant-1", 2), jävsfråga("Eli", 2, "inte jävig"), beslut=(1, 2)) == []


def test_den_som_redan_tjänstgör_börjar_inte_igen():
    händelser = [tjänstgör("Eli", "vakant-1", 1), tjänstgör("Eli", "vakant-1", 3)]
    text = "Eli börjar ersätta vakant-1 i § 3 men gör det redan"
    assert fyndet(*händelser) == (("händelser", 1, "ersätter"), "varning", text)
    två_jäv = [händelse("jäv", "Bo", 1), händelse("jäv", "Bo", 2), tjänstgör("Eli", "Bo", 1), tjänstgör("Eli", "Bo", 2)]
    assert fynden(*två_jäv) == []


def test_den_som_står_före_i_turordningen_och_är_ledig_ska_inte_hoppas_över():
    """KL 6:17; Fia och Gun hör till Cias parti."""
    i_tur = nämnden(ersättarordning=["eget parti"])
    händelser = [händelse("går", "Cia", 2), tjänstgör("Gun", "Cia", 2)]
    text = "Gun ersätter Cia i § 2, men före i turordningen står Fia"
    assert fyndet(*händelser, nämnd=i_tur) == (("händelser", 1, "ersätter"), "varning", text)
    assert fynden(*händelser) == []
    for ursäkt in (händelse("jäv", "Fia", 2), händelse("går", "Fia", 1), tjänstgör("Fia", "vakant-1", 1)):
        assert fynden(*händelser, ursäkt, nämnd=i_tur) == []
    assert fynden(händelser[0], tjänstgör("Fia", "Cia", 2), nämnd=i_tur) == []


def test_den_som_har_börjat_tjänstgöra_har_företräde():
    """KL 5:18."""
    händelser = [tjänstgör("Gun", "vakant-1", 1), händelse("går", "Cia", 2), tjänstgör("Gun", "Cia", 2)]
    assert fynden(*händelser, nämnd=nämnden(ersättarordning=["eget parti"])) == []


def _platsfel(*reglementen):
    platser = [{"person": "Ada", "som": "ledamot"}, {"id": "v", "vakant": "ja", "som": "ledamot", "från": "2020-01-01"}]
    platser += [{"person": "Eli", "som": "ersättare"}]
    n = läst("namnd", nämndpost(platser=platser, reglementen=list(reglementen)), type(nämnden()))
    return [(f.fältväg, f.text) for f in platsfel(n)]


def test_nämnden_har_inte_fler_platser_än_ledamöter():
    väg = ("reglementen", 0, "antal_ledamöter")
    text = "nämnden har 2 platser för ledamöter den 2020-01-01, men antal_ledamöter är så få som 1"
    assert _platsfel({"antal_ledamöter": "1"}) == [(väg, text)]
    assert _platsfel({"antal_ledamöter": "2"}) == _platsfel({}) == _platsfel() == []


def test_antalet_prövas_medan_reglementet_gäller():
    tidigt = {"antal_ledamöter": "1", "till": "2019-12-31"}
    assert _platsfel(tidigt, {"antal_ledamöter": "2", "från": "2020-01-01"}) == []
    sent = {"antal_ledamöter": "1", "från": "2021-01-01"}
    text = "nämnden har 2 platser för ledamöter den 2021-01-01, men antal_ledamöter är så få som 1"
    assert _platsfel(tidigt, sent) == [(("reglementen", 1, "antal_ledamöter"), text)]
