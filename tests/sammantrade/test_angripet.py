"""Möten som en angripare skrev: olagligt eller omöjligt sägs, och det som är lagligt vägras inte och trycks rätt."""

import pytest

from gns.kontroller.lasprov import läsprov
from gns.modell.bok import Bok
from gns.modell.las import läs
from gns.modell.mote import Möte
from gns.modell.namnd import Nämnd
from gns.sammantrade.sammantrade import Sammanträde
from tests.modell.hjalp import läst

PLATSER = [{"person": "Ada", "som": "ledamot", "roll": "ordförande"}]
PLATSER += [{"person": n, "som": "ledamot"} for n in ("Bo", "Cia", "Dan", "Eva")]
PLATSER += [{"person": n, "som": "ersättare"} for n in ("Fia", "Gun")]
NÄMND = {
    "namn": "Nämnden",
    "prefix": "GNS",
    "värdorganisation": "region",
    "parter": [{"id": "region", "namn": "Regionen", "orgnr": "232100-0214"}],
    "platser": PLATSER,
    "reglementen": [{"antal_ledamöter": "5"}],
}
ROLLER = {"Ada": "ordförande", "Bo": "vice ordförande"}
FÖRLÄNGS = {"förslag_till_beslut": ["Avtalet förlängs."], "beslut": ["Avtalet förlängs."]}


def _närvarande(namn, **annat):
    return {"namn": namn, "som": "ledamot"} | ({"roll": ROLLER[namn]} if namn in ROLLER else {}) | annat


def _möte(*paragrafer, **annat):
    data = {"plats": "Salen", "närvaro": [_närvarande(n) for n in ("Ada", "Bo", "Cia", "Dan", "Eva")]}
    data["paragrafer"] = [{"nr": str(i), "rubrik": "x", **p} for i, p in enumerate(paragrafer, start=1)]
    return data | annat


def _sagt(data, nivå="fel"):
    """Allt som sägs om mötet: det i posten, det mellan fälten och det som räknas ut."""
    post, egna = läs("mote", "2024-03-04", data)
    assert isinstance(post, Möte), egna
    bok = Bok(läst(Nämnd, "namnd", "namnd", NÄMND), {post.datum: post})
    return [f.text for f in (*egna, *(f for _, _, f in läsprov(bok))) if f.nivå == nivå]


def _steg(p):
    s = Sammanträde(läst(Nämnd, "namnd", "namnd", NÄMND), läst(Möte, "mote", "2024-03-04", _möte(p)))
    return [steg.motförslag for steg in s.uppspelning(s.möte.paragrafer[0]).steg]


def _sluten(ja, nej, **annat):
    antal = {"ja": str(ja), "nej": str(nej)}
    return {"form": "sluten", "ja_betyder": "ada", "nej_betyder": "bo", "antal": antal} | annat


def _val(beslut, omröstning, finner="ada", **annat):
    yrkanden = [{"id": n.lower(), "av": "Cia", "typ": "bifall", "benämning": f"{n} Alm (S)"} for n in ("Ada", "Bo")]
    ordning = [{"ställs": ["ada", "bo"], "finner": finner, "omröstning": omröstning}]
    if omröstning is None:
        del ordning[0]["omröstning"]
    return {"slag": "val", "yrkanden": yrkanden, "propositionsordning": ordning, "beslut": [beslut]} | annat


def test_varje_tillägg_ställs_för_sig_och_är_inget_motförslag():
    p = {
        **FÖRLÄNGS,
        "yrkanden": [{"id": i, "av": "Bo", "typ": "tillägg", "text": f"Och {i}."} for i in "tu"],
        "propositionsordning": [
            {"ställs": ["t", "avslag"], "finner": "avslag"},
            {"ställs": ["u", "avslag"], "finner": "u"},
        ],
    }
    assert _steg(p) == [False, False]


def test_frågor_om_formalia_är_inga_motförslag():
    yrkanden = [{"id": "b", "av": "Bo", "typ": "bordläggning"}, {"id": "r", "av": "Cia", "typ": "återremiss"}]
    ordning = [{"ställs": [i, "avgörs idag"], "finner": "avgörs idag"} for i in "br"]
    assert _steg({**FÖRLÄNGS, "yrkanden": yrkanden, "propositionsordning": ordning}) == [False, False]


def test_samma_förslag_i_två_delbeslut_är_inget_motförslag():
    yrkanden = [
        {"id": f"a{k}", "av": "Bo", "typ": "ändring", "lydelse": f"Annat {k}.", "delbeslut": str(k)} for k in (1, 2)
    ]
    ordning = [{"ställs": ["förslaget", f"a{k}"], "finner": "förslaget", "delbeslut": str(k)} for k in (1, 2)]
    två = ["Punkt 1.", "Punkt 2."]
    p = {"förslag_till_beslut": två, "beslut": två, "yrkanden": yrkanden, "propositionsordning": ordning}
    assert _steg(p) == [False, False]
    assert _sagt(_möte(p)) == []


def test_ett_huvudförslag_som_ställs_igen_blev_bara_motförslag():
    yrkanden = [{"id": i, "av": "Bo", "typ": "ändring", "lydelse": f"{i}."} for i in "ab"]
    ordning = [{"ställs": ["a", "b"], "finner": "a"}, {"ställs": ["förslaget", "a"], "finner": "förslaget"}]
    assert _steg({**FÖRLÄNGS, "yrkanden": yrkanden, "propositionsordning": ordning}) == [True, False]


@pytest.mark.parametrize(
    ("p", "fel"),
    [
        (_val("Bo Alm utses till ombud.", _sluten(2, 3)), []),
        (_val("Till ombud utses Bo Alm (S).", _sluten(2, 3)), []),
        (_val("Ada Alm utses till ombud.", _sluten(2, 3)), ["Bo Alm (S) vann valet men står inte i beslut 1"]),
        (
            _val("Ada Alm utses.", _sluten(2, 2, avgjord_genom="lottning", lottad="bo")),
            ["Bo Alm (S) vann valet men står inte i beslut 1", "4 röster är räknade men 5 skulle rösta"],
        ),
        (_val("Dan Alm utses.", None), ["Ada Alm (S) vann valet men står inte i beslut 1"]),
        (
            _val(
                "Dan Alm utses.",
                None,
                slag="information",
                innebär=[{"id": "a", "typ": "utser", "personer": "Dan Alm", "till": "ombud"}],
            ),
            ["Ada Alm (S) vann valet men står inte i beslut 1"],
        ),
    ],
)
def test_den_som_vinner_ett_val_är_den_som_utses(p, fel):
    assert _sagt(_möte(p)) == fel


def test_den_som_innebär_utser_står_i_beslutet():
    utser = [{"id": "a", "typ": "utser", "personer": "Cia", "till": "ombud"}]
    assert _sagt(_möte({"beslut": ["Dan utses."], "innebär": utser})) == ["Cia står inte i beslutets text"]


@pytest.mark.parametrize(
    ("närvaro", "fel"),
    [
        ([_närvarande("Ada"), _närvarande("Fia")], "Fia är ersättare i nämnden den 2024-03-04, inte ledamot"),
        ([_närvarande("Cia", som="ersättare")], "Cia är ledamot i nämnden den 2024-03-04, inte ersättare"),
        (
            [_närvarande("Fia", som="ersättare", roll="ordförande")],
            "Fia är ersättare och kan inte vara ordförande (KL 6:21)",
        ),
        (
            [_närvarande("Cia", roll="ordförande"), _närvarande("Ada", roll="Ordförande")],
            "både Cia och Ada är ordförande",
        ),
        (
            [_närvarande("Bo", roll="ordförande"), {"namn": "Ada", "som": "ledamot"}],
            "Ada är nämndens ordförande den 2024-03-04, inte Bo",
        ),
    ],
)
def test_uppropet_stämmer_med_platserna(närvaro, fel):
    assert fel in _sagt(_möte({}, närvaro=närvaro))


def _jävsfråga(utfall, *beslut, yrkanden=(), namn="Dan", **annat):
    händelser = [{"typ": "jävsfråga", "namn": namn, "paragraf": "1", "utfall": utfall}]
    return _möte({"beslut": [*beslut, "Avtalet förlängs."], "yrkanden": list(yrkanden), **annat}, händelser=händelser)


@pytest.mark.parametrize(
    ("utfall", "beslut", "fel"),
    [
        ("inte jävig", "Dan är inte jävig.", []),
        ("jävig", "Dan är jävig.", []),
        ("inte jävig", "Jäv föreligger inte för Dan.", []),
        ("inte jävig", "Dan är jävig.", ["beslutet i § 1 säger jävig, men utfall är inte jävig"]),
        ("jävig", "Yrkandet att Dan är jävig avslås.", ["beslutet i § 1 säger inte jävig, men utfall är jävig"]),
        ("inte jävig", "Yrkandet att Dan är jävig avslås.", []),
    ],
)
def test_en_jävsfrågas_utfall_är_det_som_beslutades(utfall, beslut, fel):
    assert _sagt(_jävsfråga(utfall, beslut)) == fel


def test_en_jävsfråga_som_avslås_läses_ur_yrkandet():
    yrkande = {"id": "j", "av": "Bo", "typ": "ändring", "lydelse": "Dan är jävig.", "delbeslut": "1"}
    ordning = [{"ställs": ["j", "avslag"], "finner": "avslag", "delbeslut": "1"}]
    förslag = ["Avtalet förlängs."]
    möte = _jävsfråga(
        "jävig", "Yrkandet avslås.", yrkanden=[yrkande], propositionsordning=ordning, förslag_till_beslut=förslag
    )
    assert _sagt(möte) == ["beslutet i § 1 säger inte jävig, men utfall är jävig"]


def test_två_jävsfrågor_får_avgöras_först_var_för_sig():
    händelser = [
        {"typ": "jävsfråga", "namn": "Dan", "paragraf": "1", "delbeslut": "1", "utfall": "jävig"},
        {"typ": "jävsfråga", "namn": "Eva", "paragraf": "1", "delbeslut": "2", "utfall": "inte jävig"},
    ]
    beslut = ["Dan är jävig.", "Eva är inte jävig.", "Avtalet förlängs."]
    möte = _möte({"beslut": beslut}, händelser=händelser)
    assert _sagt(möte) == []
    s = Sammanträde(läst(Nämnd, "namnd", "namnd", NÄMND), läst(Möte, "mote", "2024-03-04", möte))
    assert [sorted(läge.namn) for läge in s.lägen] == [
        ["Ada", "Bo", "Cia", "Eva"],
        ["Ada", "Bo", "Cia"],
        ["Ada", "Bo", "Cia", "Eva"],
    ]


def test_återremiss_yrkas_innan_frågan_är_avgjord():
    yrkanden = [{"id": "r", "av": "Bo", "typ": "återremiss"}]
    ordning = [{"ställs": ["r", "avgörs idag"], "finner": "avgörs idag"}]
    två = ["Ett.", "Två."]
    p = {"förslag_till_beslut": två, "beslut": två, "yrkanden": yrkanden, "propositionsordning": ordning}
    sent = [{"typ": "kommer", "namn": "Bo", "paragraf": "1", "delbeslut": "2"}]
    assert "Bo var inte närvarande i § 1 och får inte yrka (KL 4:22)" in _sagt(_möte(p, händelser=sent))
    assert _sagt(_möte(p)) == []


def test_den_som_går_under_överläggningen_hann_yrka_men_beslutar_inte():
    p = {**FÖRLÄNGS, "yrkanden": [{"av": "Bo", "typ": "bifall"}]}
    går = {"typ": "går", "namn": "Bo", "paragraf": "2"}
    assert "Bo var inte närvarande i § 2 och får inte yrka (KL 4:22)" in _sagt(_möte(FÖRLÄNGS, p, händelser=[går]))
    möte = _möte(FÖRLÄNGS, p, händelser=[går | {"under_överläggningen": "ja"}])
    assert _sagt(möte) == []
    s = Sammanträde(läst(Nämnd, "namnd", "namnd", NÄMND), läst(Möte, "mote", "2024-03-04", möte))
    assert "Bo" not in s.lägen[1].namn


TIDER = {"start": "09:00", "slut": "12:00"}
PLANERAD = {"justerare": "Bo"}


@pytest.mark.parametrize(
    ("annat", "fel"),
    [
        (
            {
                "händelser": [
                    {"typ": "går", "namn": "Bo", "paragraf": "1", "delbeslut": "1", "klockan": "11:00"},
                    {"typ": "går", "namn": "Cia", "paragraf": "1", "delbeslut": "2", "klockan": "10:00"},
                ]
            },
            "i § 1 är klockan 10:00, men tidigare i § 1 var den 11:00",
        ),
        (
            {
                "ajourneringar": [{"från": "10:00", "till": "10:30", "paragraf": "1"}],
                "händelser": [{"typ": "går", "namn": "Bo", "paragraf": "2", "klockan": "09:30"}],
            },
            "ajourneringen 10:00–10:30 i § 1 går inte ihop med 09:30 i § 2",
        ),
        (
            {"justering": {"planerad": {"datum": "2024-03-31", "tid": "02:30"}}},
            "klockan 02:30 finns inte den 2024-03-31, då sommartiden börjar",
        ),
        (
            {"justering": {"planerad": {"datum": "2024-03-04", "tid": "08:00"}}},
            "justeringen är planerad till 08:00, före 12:00 samma dag",
        ),
    ],
)
def test_tider_som_inte_kan_vara_sanna(annat, fel):
    assert fel in _sagt(_möte({"beslut": ["Ett.", "Två."]}, {"beslut": ["Ett."]}, **TIDER, **annat))


def test_en_paragraf_justeras_inte_omedelbart_efter_hela_protokollet():
    p = {"beslut": ["Ett."], "omedelbart_justerad": "2024-03-20"}
    fel = "§ 1 justerades 2024-03-20, efter att hela protokollet justerades 2024-03-08"
    assert fel in _sagt(_möte(p, justering={"justerat": "2024-03-08"}))


def test_en_reservation_anmäls_inte_innan_mötet_börjar():
    p = {**FÖRLÄNGS, "reservationer": [{"av": "Bo", "anmäld": "07:00"}]}
    assert _sagt(_möte(p, **TIDER)) == ["reservationen anmäldes 07:00, innan mötet började 09:00"]


def test_samma_namn_står_en_gång_i_varje_lista():
    p = {**FÖRLÄNGS, "yrkanden": [{"av": ["Bo", "Bo"], "typ": "bifall"}]}
    assert _sagt(_möte(p)) == ["Bo står två gånger"]


@pytest.mark.parametrize(
    ("beslut", "godtas"),
    [
        ("Nämnden beslutar enligt förslaget.", True),
        ("Förslaget till beslut bifalls.", True),
        ("Nämnden beslutar i enlighet med kansliets förslag.", True),
        ("Nämnden beslutar enligt yrkandet från Bo.", False),
        ("Förslaget ändras.", False),
    ],
)
def test_beslutet_får_nämna_förslaget_som_vann(beslut, godtas):
    yrkanden = [{"id": "a", "av": "Bo", "typ": "ändring", "lydelse": "Avtalet sägs upp."}]
    ordning = [{"ställs": ["förslaget", "a"], "finner": "förslaget"}]
    p = {**FÖRLÄNGS, "yrkanden": yrkanden, "propositionsordning": ordning, "beslut": [beslut]}
    assert (_sagt(_möte(p)) == []) == godtas


@pytest.mark.parametrize(("beslut", "godtas"), [("Enligt yrkandet från Bo.", True), ("Enligt förslaget.", False)])
def test_beslutet_får_nämna_yrkandet_som_vann(beslut, godtas):
    yrkanden = [{"id": "a", "av": "Bo", "typ": "ändring", "lydelse": "Avtalet sägs upp."}]
    ordning = [{"ställs": ["förslaget", "a"], "finner": "a"}]
    p = {
        **FÖRLÄNGS,
        "yrkanden": yrkanden,
        "propositionsordning": ordning,
        "beslut": [f"Nämnden beslutar {beslut.lower()}"],
    }
    assert (_sagt(_möte(p)) == []) == godtas


def test_när_alla_står_som_deltar_ej_har_ingen_beslutat():
    anteckningar = [{"typ": "deltar ej", "av": ["Ada", "Bo", "Cia", "Dan", "Eva"]}]
    text = "ingen deltog i § 1: alla som tjänstgör står som deltar ej"
    assert _sagt(_möte({**FÖRLÄNGS, "anteckningar": anteckningar})) == [text]
    anteckningar[0]["av"] = ["Ada", "Bo", "Cia", "Dan"]
    assert _sagt(_möte({**FÖRLÄNGS, "anteckningar": anteckningar})) == []


def test_ett_avslag_ger_inget_uppdrag():
    ordning = [{"ställs": ["förslaget", "avslag"], "finner": "avslag"}]
    p = {
        "förslag_till_beslut": ["Chefen får i uppdrag att riva huset."],
        "yrkanden": [{"av": "Bo", "typ": "avslag"}],
        "propositionsordning": ordning,
        "beslut": ["Förslaget att riva huset avslås."],
        "innebär": [{"id": "a", "typ": "ger uppdrag", "till": "chefen", "uppdrag": "riva huset"}],
    }
    assert "avslag vann men innebär säger att beslutet ger uppdrag" in _sagt(_möte(p), nivå="varning")


def test_två_kan_inte_leda_från_samma_plats():
    händelser = [{"typ": "leder", "namn": n, "paragraf": "1"} for n in ("Bo", "Cia")]
    assert _sagt(_möte(FÖRLÄNGS, händelser=händelser)) == ["både Bo och Cia leder från samma plats i § 1"]


def test_den_som_ledde_och_gick_leder_inte_när_han_kommer_tillbaka():
    händelser = [
        {"typ": "leder", "namn": "Cia", "paragraf": "1"},
        {"typ": "går", "namn": "Cia", "paragraf": "2"},
        {"typ": "kommer", "namn": "Cia", "paragraf": "3"},
    ]
    möte = _möte(FÖRLÄNGS, FÖRLÄNGS, FÖRLÄNGS, händelser=händelser)
    s = Sammanträde(läst(Nämnd, "namnd", "namnd", NÄMND), läst(Möte, "mote", "2024-03-04", möte))
    assert [läge.ordförande for läge in s.lägen] == ["Cia", "Ada", "Ada"]


def test_den_som_är_jävig_får_inte_yrka():
    händelser = [{"typ": "jäv", "namn": "Bo", "paragraf": "1", "delbeslut": "2"}]
    två = ["Ett.", "Två."]
    p = {"förslag_till_beslut": två, "beslut": två, "yrkanden": [{"av": "Bo", "typ": "bifall", "delbeslut": "2"}]}
    assert _sagt(_möte(p, händelser=händelser)) == ["Bo är jävig i § 1 och får inte yrka (KL 4:22)"]


def _röstade(ja, nej, id):
    return {"ja_betyder": "förslaget", "nej_betyder": id, "röster": {"ja": ja, "nej": nej}}


@pytest.mark.parametrize(("frågor", "varnas"), [(1, True), (2, False)])
def test_den_som_vann_den_enda_omröstningen_reserverar_sig_knappast(frågor, varnas):
    yrkanden = [{"id": "a", "av": "Bo", "typ": "ändring", "lydelse": "Annat."}]
    yrkanden += [{"id": "t", "av": "Bo", "typ": "tillägg", "lydelse": "Mer."}] if frågor == 2 else []
    ordning = [
        {
            "ställs": ["förslaget", "a"],
            "finner": "förslaget",
            "omröstning": _röstade(["Ada", "Cia", "Dan", "Eva"], ["Bo"], "a"),
        }
    ]
    if frågor == 2:
        röster = {
            "ja_betyder": "avslag",
            "nej_betyder": "t",
            "röster": {"ja": ["Ada", "Bo", "Dan", "Eva"], "nej": ["Cia"]},
        }
        ordning.append({"ställs": ["t", "avslag"], "finner": "avslag", "omröstning": röster})
    p = {**FÖRLÄNGS, "yrkanden": yrkanden, "propositionsordning": ordning, "reservationer": [{"av": "Cia"}]}
    assert _sagt(_möte(p)) == []
    text = "Cia röstade för det som vann men reserverar sig"
    assert (text in _sagt(_möte(p), nivå="varning")) == varnas


@pytest.mark.parametrize(("omedelbart", "godtas"), [("2024-03-04", True), (None, False)])
def test_beslutet_att_justera_paragrafen_behöver_inget_förslag(omedelbart, godtas):
    p = {**FÖRLÄNGS, "beslut": ["Avtalet förlängs.", "Paragrafen justeras omedelbart."]}
    p |= {"omedelbart_justerad": omedelbart} if omedelbart else {}
    assert (_sagt(_möte(p)) == []) == godtas
