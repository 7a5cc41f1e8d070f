"""Poster läses strängt; varje fel säger var det sitter och vad man gör."""

import datetime as dt

import pytest

from gns.modell.delegation import Delegation
from gns.modell.las import läs
from gns.modell.mote import Möte
from gns.modell.namnd import Nämnd
from gns.modell.ordning import ordning
from tests.modell.hjalp import MÖTE, läst, möte, nämnd, paragraf

VERKAN = {"id": "a", "typ": "fastställer", "avser": "ram", "budgetår": "2021", "belopp": "457 200 kr"}


def fel(slag, data, id="2020-12-18"):
    _, datafel = läs(slag, id, data)
    assert datafel
    assert {f.nivå for f in datafel} == {"fel"}
    return [(f.fältväg, f.text, f.råd) for f in datafel]


def test_ett_riktigt_möte_läses_och_bär_sin_dag():
    post, datafel = läs("mote", "2020-12-18", MÖTE)
    assert datafel == ()
    assert isinstance(post, Möte)
    assert post.datum == dt.date(2020, 12, 18)
    assert not post.är_justerat


@pytest.mark.parametrize("värde", ["okänd dag", "2020-12-23"])
def test_mötet_är_justerat_när_det_står_så(värde):
    post, _ = läs("mote", "2020-12-18", möte(justering={"justerat": värde}))
    assert isinstance(post, Möte)
    assert post.är_justerat


def test_posten_är_frusen():
    post = läst(Möte, "mote", "2020-12-18", MÖTE)
    with pytest.raises(ValueError, match="frozen"):
        post.plats = "annan"  # type: ignore[misc]


def test_identiteten_står_bara_i_filnamnet():
    assert fel("mote", möte(datum="2020-12-18")) == [
        (("datum",), "nyckeln datum står redan i filens namn", "ta bort raden")
    ]
    assert fel("arende", {"dnr": "GNS/8/2020", "rubrik": "x"}, "GNS-8-2020")[0][0] == ("dnr",)


def test_okänd_nyckel_får_ett_förslag():
    assert fel("mote", möte(platts="x")) == [(("platts",), "nyckeln ”platts” finns inte här", "menade du ”plats”?")]


def test_okänd_nyckel_djupt_i_posten():
    (ett,) = fel("mote", paragraf(beslutt=["x"]))
    assert ett == (("paragrafer", 0, "beslutt"), "nyckeln ”beslutt” finns inte här", "menade du ”beslut”?")


def test_saknad_nyckel_sägs_vid_namn():
    utan = {k: v for k, v in MÖTE.items() if k != "plats"}
    assert fel("mote", utan)[0][:2] == (("plats",), "nyckeln plats saknas")


def test_två_paragrafer_med_samma_nummer():
    två = möte(paragrafer=[{"nr": "1", "rubrik": "A"}, {"nr": "1", "rubrik": "B"}])
    assert fel("mote", två)[0][:2] == (("paragrafer", 1, "nr"), "§ 1 står två gånger")


def test_dnr_med_nolla_får_rätt_form_som_råd():
    (ett,) = fel("mote", paragraf(dnr="GNS/03/2019"))
    assert ett == (("paragrafer", 0, "dnr"), "diarienumret ”GNS/03/2019” har en inledande nolla", "skriv GNS/3/2019")


def test_en_felstavad_nyckel_i_en_variant_ger_ett_enda_fel():
    (ett,) = fel("mote", paragraf(innebär=[VERKAN | {"belop": "1 kr"}]))
    assert ett[0] == ("paragrafer", 0, "innebär", 0, "belop")
    assert ett[2] == "menade du ”belopp”?"


def test_en_nyckel_som_hör_till_en_annan_typ_säger_vilka_som_gäller():
    (ett,) = fel("mote", paragraf(innebär=[{"id": "a", "typ": "godkänner", "rapport": "Ramen", "avser": "x"}]))
    assert ett[1:] == (
        "nyckeln ”avser” hör inte till typ: godkänner",
        "nycklarna här är id, typ, rapport, delbeslut, härlett",
    )


def test_en_nyckel_med_fel_bokstav_ger_inte_också_att_den_saknas():
    utan = {k: v for k, v in MÖTE.items() if k != "plats"} | {"Plats": "x"}
    assert [f[0] for f in fel("mote", utan)] == [("Plats",)]


def test_en_text_där_nycklar_ska_stå_säger_vilka():
    (ett,) = fel("mote", möte(förfall=["Eva Ek"]))
    assert ett[0] == ("förfall", 0)
    assert "namn: …" in ett[2]


def test_samma_justerare_två_gånger():
    assert fel("mote", möte(justering={"justerare": ["Eva Ek", "Eva Ek"]}))[0][0] == ("justering", "justerare", 1)


def test_dubbla_asterisker_är_en_varning():
    _, varningar = läs("mote", "2020-12-18", paragraf(sammanfattning="Ett **viktigt** ord."))
    assert [v.nivå for v in varningar] == ["varning"]


def test_en_felstavad_typ_ger_ett_enda_fel():
    (ett,) = fel("mote", paragraf(innebär=[VERKAN | {"typ": "fastställr"}]))
    assert ett[0] == ("paragrafer", 0, "innebär", 0, "typ")
    assert "fastställer" in ett[2]


def test_saknad_typ_sägs():
    (ett,) = fel("mote", paragraf(innebär=[{"id": "a"}]))
    assert ett[:2] == (("paragrafer", 0, "innebär", 0, "typ"), "nyckeln typ saknas")


def test_alla_fel_i_posten_sägs_på_en_gång():
    data = möte(start="9", närvaro=[{"namn": "A", "som": "ledamt"}], förfall=["x"], händelser={"a": "b"})
    assert [f[0] for f in fel("mote", data)] == [("start",), ("närvaro", 0, "som"), ("förfall", 0), ("händelser",)]


@pytest.mark.parametrize(
    ("verkan", "fält", "text"),
    [
        (VERKAN | {"belopp": "457 201 kr"}, "belopp", "457 201 kr står inte"),
        (VERKAN | {"belopp": "50 800 kr"}, "belopp", "50 800 kr står inte"),
        (
            {"id": "a", "typ": "återbetalar", "avser": "x", "belopp": "457 200 kr", "per_part": "50 800 kr"},
            "per_part",
            "50 800 kr står inte",
        ),
        ({"id": "a", "typ": "ger uppdrag", "till": "chefen", "uppdrag": "riva huset"}, "uppdrag", "orden står inte"),
        ({"id": "a", "typ": "godkänner", "rapport": "Delårsbokslut"}, "rapport", "orden står inte"),
        (VERKAN | {"delbeslut": "2"}, "belopp", "457 200 kr står inte"),
        (VERKAN | {"delbeslut": "3"}, "delbeslut", "inget delbeslut 3"),
        (VERKAN | {"delbeslut": "0"}, "delbeslut", "inget nummer"),
    ],
    ids=range(8),
)
def test_det_beslutet_innebär_måste_stå_i_beslutet(verkan, fält, text):
    (ett,) = fel("mote", paragraf(innebär=[verkan]))
    assert ett[0] == ("paragrafer", 0, "innebär", 0, fält)
    assert text in ett[1]


def test_fler_förslag_än_beslut_kraschar_inte():
    data = paragraf(förslag_till_beslut=["Ett.", "Två.", "Tre."], innebär=[VERKAN | {"delbeslut": "3"}])
    (ett,) = fel("mote", data)
    assert ett[0] == ("paragrafer", 0, "innebär", 0, "delbeslut")


def test_inget_innebär_utan_beslut():
    assert fel("mote", paragraf(beslut=[], innebär=[VERKAN]))[0][0] == ("paragrafer", 0, "innebär")


SAMMANTRÄDEN = {"id": "a", "typ": "fastställer sammanträden", "år": "2021"}


@pytest.mark.parametrize(
    ("beslut", "dagar", "vilken"),
    [
        ("Måndag 18 februari.", ["2021-02-08"], 0),
        ("Den 21 januari.", ["2021-01-01"], 0),
        ("Måndag 8 februari.", ["2022-02-08"], 0),
        ("Den 8 februari och 3 maj.", ["2021-05-03", "2021-02-08"], 1),
    ],
)
def test_sammanträdesdagar_som_inte_är_beslutets(beslut, dagar, vilken):
    verkan = SAMMANTRÄDEN | {"dagar": [{"datum": d} for d in dagar]}
    assert fel("mote", paragraf(beslut=[beslut], innebär=[verkan]))[0][0][-3:] == ("dagar", vilken, "datum")


def test_härledd_siffra_behöver_inte_stå_i_beslutet():
    verkan = VERKAN | {"belopp": "50 800 kr", "härlett": "ja"}
    assert läs("mote", "2020-12-18", paragraf(innebär=[verkan]))[1] == ()


def test_sammanträdesdag_får_stå_utan_årtal_i_beslutet():
    verkan = {"id": "a", "typ": "fastställer sammanträden", "år": "2021", "dagar": [{"datum": "2021-02-08"}]}
    assert läs("mote", "2020-12-18", paragraf(beslut=["Måndag 8 februari."], innebär=[verkan]))[1] == ()


EVA = {"namn": "Eva Ek", "som": "ledamot", "roll": "ordförande"}
BO = {"namn": "Bo By", "som": "ersättare", "ersätter": "Ulf Uv"}
PROP = ("paragrafer", 0, "propositionsordning", 0)
YRK = ("paragrafer", 0, "yrkanden", 0)
RÖSTER = {"ja_betyder": "förslaget", "nej_betyder": "avslag", "röster": {"ja": "Hittepå"}}
HÄNDELSE = {"namn": "Eva Ek", "paragraf": "1"}
PROPOSITION = {"ställs": ["förslaget", "avslag"], "finner": "förslaget"}


@pytest.mark.parametrize(
    ("data", "väg"),
    [
        (möte(slut="08:00"), ("slut",)),
        (möte(ajourneringar=[{"från": "10:00", "till": "09:50"}]), ("ajourneringar", 0, "till")),
        (möte(ajourneringar=[{"från": "20:00", "till": "20:10"}]), ("ajourneringar", 0, "från")),
        (möte(ajourneringar=[{"från": "09:10", "till": "09:20", "paragraf": "7"}]), ("ajourneringar", 0, "paragraf")),
        (möte(händelser=[{"typ": "går", "namn": "Eva Ek", "paragraf": "7"}]), ("händelser", 0, "paragraf")),
        (möte(händelser=[{"typ": "går", "namn": "Eva Eek", "paragraf": "1"}]), ("händelser", 0, "namn")),
        (
            möte(händelser=[{"typ": "går", "namn": "Eva Ek", "paragraf": "1", "delbeslut": "9"}]),
            ("händelser", 0, "delbeslut"),
        ),
        (
            möte(händelser=[{"typ": "jäv", "namn": "Eva Ek", "paragraf": "1", "ersätter": "Bo By"}]),
            ("händelser", 0, "ersätter"),
        ),
        (möte(händelser=[{"typ": "tjänstgör", "namn": "Bo By", "paragraf": "1"}]), ("händelser", 0, "ersätter")),
        (möte(justering={"justerare": ["Eva Eek"]}), ("justering", "justerare", 0)),
        (möte(justering={"justerat": "2020-12-17"}), ("justering", "justerat")),
        (möte(justering={"planerad": {"datum": "2020-12-17"}}), ("justering", "planerad", "datum")),
        (paragraf(omedelbart_justerad="2020-12-17"), ("paragrafer", 0, "omedelbart_justerad")),
        (möte(närvaro=[EVA | {"ersätter": "Bo By"}]), ("närvaro", 0, "ersätter")),
        (möte(närvaro=[EVA, BO, EVA]), ("närvaro", 2, "namn")),
        (möte(förfall=[{"namn": "Eva Ek"}]), ("förfall", 0, "namn")),
        (paragraf(yrkanden=[{"av": "Hittepå", "typ": "bifall"}]), ("paragrafer", 0, "yrkanden", 0, "av")),
        (paragraf(yrkanden=[{"av": "Eva Ek", "typ": "ändring"}]), ("paragrafer", 0, "yrkanden", 0, "text")),
        (paragraf(reservationer=[{"av": "Hittepå"}]), ("paragrafer", 0, "reservationer", 0, "av")),
        (
            paragraf(reservationer=[{"av": "Eva Ek", "delbeslut": "9"}]),
            ("paragrafer", 0, "reservationer", 0, "delbeslut"),
        ),
        (paragraf(propositionsordning=[PROPOSITION | {"ställs": "Förslaget"}]), (*PROP, "ställs", 0)),
        (paragraf(propositionsordning=[PROPOSITION | {"ställs": []}]), (*PROP, "ställs")),
        (paragraf(propositionsordning=[PROPOSITION | {"delbeslut": "9"}]), (*PROP, "delbeslut")),
        (paragraf(propositionsordning=[PROPOSITION | {"omröstning": RÖSTER}]), (*PROP, "omröstning", "röster", "ja")),
        (paragraf(yrkanden=[{"av": "Eva Ek", "typ": "ändring", "lydelse": "x", "gäller": "a"}]), (*YRK, "gäller")),
        (paragraf(yrkanden=[{"av": "Eva Ek", "typ": "avslag", "lydelse": "x"}]), (*YRK, "lydelse")),
        (
            paragraf(yrkanden=[{"id": "a", "av": "Eva Ek", "typ": "återremiss"} for _ in range(2)]),
            ("paragrafer", 0, "yrkanden", 1, "id"),
        ),
        (möte(händelser=[HÄNDELSE | {"typ": "jävsfråga"}]), ("händelser", 0, "utfall")),
        (möte(händelser=[HÄNDELSE | {"typ": "går", "gäller": "1"}]), ("händelser", 0, "gäller")),
        (
            möte(händelser=[HÄNDELSE | {"typ": "går", "ingen_att_tillkalla": "ja"}]),
            ("händelser", 0, "ingen_att_tillkalla"),
        ),
        (möte(anmälningsärenden=[{"dnr": "x"}]), ("anmälningsärenden", 0)),
        (möte(anmälningsärenden=[{"rubrik": "x", "delegationsbeslut": "2021-3"}]), ("anmälningsärenden", 0)),
        (möte(anmälningsärenden=[{"delegationsbeslut": "3/2021"}]), ("anmälningsärenden", 0, "delegationsbeslut")),
        (
            paragraf(innebär=[{"id": "a", "typ": "avslutar uppdrag", "uppdrag": "2020-12-18 § 55"}]),
            ("paragrafer", 0, "innebär", 0, "uppdrag"),
        ),
        (paragraf(nr="0"), ("paragrafer", 0, "nr")),
    ],
    ids=range(35),
)
def test_fält_som_inte_går_ihop_pekas_ut(data, väg):
    assert fel("mote", data)[0][0] == väg


def test_händelser_förklarar_att_den_ersatte_var_med_ett_tag():
    händelser = [
        {"typ": "går", "namn": "Eva Ek", "paragraf": "1"},
        {"typ": "tjänstgör", "namn": "Bo By", "paragraf": "1", "ersätter": "Eva Ek"},
    ]
    assert läs("mote", "2020-12-18", möte(närvaro=[EVA, BO | {"ersätter": "Eva Ek"}], händelser=händelser))[1] == ()


@pytest.mark.parametrize(
    ("ändring", "väg"),
    [
        ({"platser": [{"person": "A", "som": "ersättare", "roll": "ordförande"}]}, ("platser", 0, "roll")),
        (
            {"platser": [{"person": p, "som": "ledamot", "roll": "ordförande"} for p in "AB"]},
            ("platser", 1, "roll"),
        ),
        ({"prefix": "gns"}, ("prefix",)),
        ({"platser": [{"som": "ledamot"}]}, ("platser", 0, "vakant")),
        ({"platser": [{"som": "ledamot", "vakant": "ja"}]}, ("platser", 0, "id")),
        ({"platser": [{"som": "ledamot", "vakant": "ja", "id": "m-1", "person": "A"}]}, ("platser", 0, "vakant")),
        ({"platser": [{"som": "ledamot", "id": "m-1", "person": p} for p in "AB"]}, ("platser", 1, "id")),
        ({"platser": [{"som": s, "person": "A"} for s in ("ledamot", "ersättare")]}, ("platser", 1, "person")),
        ({"reglementen": [{"från": "2020-01-01"}, {"till": "2020-01-01"}]}, ("reglementen", 1)),
        ({"mandatperioder": [{"till": "2020-01-01"}, {"från": "2019-12-31"}]}, ("mandatperioder", 1)),
        (
            {"reglementen": [{"ersättarordning": ["egen part", "egen part"]}]},
            ("reglementen", 0, "ersättarordning", 1),
        ),
    ],
    ids=range(11),
)
def test_nämnden_har_ett_presidium_och_en_på_varje_plats(ändring, väg):
    assert fel("namnd", nämnd(**ändring), "namnd")[0][0] == väg


def test_ordförande_kan_avlösa_varandra():
    roll = {"som": "ledamot", "roll": "ordförande"}
    platser = [{"person": "A", "till": "2020-06-30", **roll}, {"person": "B", "från": "2020-07-01", **roll}]
    assert läs("namnd", "namnd", nämnd(platser=platser))[1] == ()


def test_reglementet_väljs_efter_mötets_dag():
    reglementen = [{"till": "2019-12-31", "antal_ledamöter": "7"}, {"från": "2020-01-01", "antal_ledamöter": "9"}]
    n = läst(Nämnd, "namnd", "namnd", nämnd(reglementen=reglementen))
    antal = [r and r.antal_ledamöter for r in map(n.reglemente, (dt.date(2019, 12, 31), dt.date(2020, 1, 1)))]
    assert antal == [7, 9]
    assert läst(Nämnd, "namnd", "namnd", nämnd()).reglemente(dt.date(2020, 1, 1)) is None


def test_en_plats_behåller_sitt_id_när_personen_byts():
    platser = [
        {"id": "m-1", "person": "A", "som": "ledamot", "till": "2020-06-30"},
        {"id": "m-1", "vakant": "ja", "som": "ledamot", "från": "2020-07-01"},
    ]
    n = läst(Nämnd, "namnd", "namnd", nämnd(platser=platser))
    assert [p.namn for p in n.platser] == ["A", "m-1"]


BESLUT = {"nr": "1", "datum": "2021-01-15", "rubrik": "Avtal", "delegat": "regiondirektören"}


@pytest.mark.parametrize(
    ("beslut", "väg"),
    [
        ([BESLUT, BESLUT], ("beslut", 1, "nr")),
        ([BESLUT | {"datum": "2020-12-31"}], ("beslut", 0, "datum")),
        ([BESLUT | {"brådskande": "ja", "anmäls": "nej"}], ("beslut", 0, "anmäls")),
        ([], ("beslut",)),
    ],
    ids=range(4),
)
def test_delegationsbeslut_som_inte_går_ihop(beslut, väg):
    assert fel("delegation", {"beslut": beslut}, "2021")[0][0] == väg


def test_ett_års_delegationsbeslut_läses():
    d = läst(Delegation, "delegation", "2021", {"beslut": [BESLUT]})
    assert (d.år, d.beslut[0].anmäls, d.beslut[0].brådskande) == (2021, True, False)


def test_alla_fel_mellan_fält_sägs_i_samma_körning():
    data = möte(
        slut="08:00",
        ajourneringar=[{"från": "10:00", "till": "09:50"}],
        händelser=[HÄNDELSE | {"typ": "jävsfråga"}],
        paragrafer=[MÖTE["paragrafer"][0] | {"yrkanden": [{"av": "Hittepå", "typ": "ändring"}]}],
    )
    vägar = [f[0] for f in fel("mote", data)]
    assert vägar == [
        ("händelser", 0, "utfall"),
        ("ajourneringar", 0, "till"),
        (*YRK, "text"),
        (*YRK, "av"),
        ("slut",),
        ("ajourneringar", 0, "från"),
    ]


def test_två_svar_från_samma_part():
    svar = [{"part": "are", "svar": "godkänner"}, {"part": "are", "svar": "avstyrker"}]
    assert fel("arende", {"rubrik": "x", "remiss": {"svar": svar}}, "GNS-8-2020")[0][0] == ("remiss", "svar", 1, "part")


def test_varningar_för_radbrytning_och_dnr_med_nolla_stoppar_inte():
    text = "Dagarna är\nmåndag. Se GNS/03/2019."
    post, varningar = läs("mote", "2020-12-18", paragraf(sammanfattning=text))
    assert post is not None
    assert [(v.fältväg[-1], v.nivå, v.i_text) for v in varningar] == [
        ("sammanfattning", "varning", (0, 10)),
        ("sammanfattning", "varning", (1, 11)),
    ]
    assert "GNS/3/2019" in varningar[1].råd


def test_en_eller_flera_kan_yrka():
    ett, _ = läs("mote", "2020-12-18", paragraf(yrkanden=[{"av": "Eva Ek", "typ": "bifall"}]))
    två, _ = läs("mote", "2020-12-18", paragraf(yrkanden=[{"av": ["Eva Ek", "Bo By"], "typ": "bifall"}]))
    assert isinstance(ett, Möte)
    assert isinstance(två, Möte)
    assert ett.paragrafer[0].yrkanden[0].av == ("Eva Ek",)
    assert två.paragrafer[0].yrkanden[0].av == ("Eva Ek", "Bo By")


@pytest.mark.parametrize(
    ("data", "väg"),
    [
        (nämnd(värdorganisation="regio"), ("värdorganisation",)),
        (nämnd(parter=[*nämnd()["parter"], nämnd()["parter"][0]]), ("parter", 2, "id")),
        (nämnd(platser=[{"person": "A", "som": "ledamot", "part": "ar"}]), ("platser", 0, "part")),
        (
            nämnd(platser=[{"person": "A", "som": "ledamot", "från": "2020-02-01", "till": "2020-01-01"}]),
            ("platser", 0, "till"),
        ),
    ],
)
def test_nämndens_parter_och_platser_går_ihop(data, väg):
    assert väg in [f[0] for f in fel("namnd", data, "namnd")]


def test_ordningen_följer_modellen_och_har_inte_identiteten():
    assert list(ordning("mote"))[:3] == ["slag", "begärt_av", "kallelse_sänd"]
    assert next(iter(ordning("arende"))) == "rubrik"
    paragrafer = ordning("mote")["paragrafer"]
    assert paragrafer
    assert list(paragrafer["innebär"] or ())[:2] == ["id", "typ"]


def test_varje_fält_har_en_svensk_beskrivning():
    from gns.modell.ordning import modell

    def beskrivningar(schema):
        for namn, del_ in [*schema.get("$defs", {}).items(), (schema["title"], schema)]:
            for fält, värde in del_["properties"].items():
                if fält != "typ":
                    yield f"{namn}.{fält}", värde.get("description", "")

    for slag in ("namnd", "arende", "mote", "anslag", "delegation"):
        utan = [fält for fält, text in beskrivningar(modell(slag).model_json_schema()) if len(text) < 3]
        assert utan == []
