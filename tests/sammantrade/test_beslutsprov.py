"""Besluten mot lagen: vem som får yrka, rösta, reservera sig och anteckna (KL 4:22–27, 5:54–56, 5:67)."""

import pytest

from gns.modell.las import läs
from gns.modell.mote import Möte
from gns.modell.namnd import Nämnd
from gns.sammantrade.beslutsprov import beslutsfel
from gns.sammantrade.lage import lägen
from tests.modell.hjalp import läst, nämnd

NÄRVARO = [
    {"namn": "Ada", "som": "ledamot", "roll": "ordförande"},
    {"namn": "Bo", "som": "ledamot"},
    {"namn": "Cia", "som": "ledamot"},
    {"namn": "Dag", "som": "ledamot"},
    {"namn": "Eva", "som": "ersättare"},
    {"namn": "Li", "som": "övrig", "roll": "sekreterare"},
]
JÄV = [{"typ": "jäv", "namn": "Dag", "paragraf": "1"}]
GÅR = [{"typ": "går", "namn": "Dag", "paragraf": "1"}]
ANDRA_JÄV = [{"typ": "jäv", "namn": "Dag", "paragraf": "1", "delbeslut": "2"}]
P = {"nr": "1", "rubrik": "x", "förslag_till_beslut": ["Ja."], "beslut": ["Ja."]}
YRKANDE = {"id": "a", "av": "Bo", "typ": "ändring", "lydelse": "Nej."}
VÄG = ("paragrafer", 0)
RÖSTER = (*VÄG, "propositionsordning", 0, "omröstning")


def _fel(händelser=(), reglemente=None, **p):
    data = {"plats": "x", "start": "09:00", "slut": "10:00", "närvaro": NÄRVARO, "händelser": list(händelser)}
    möte, _ = läs("mote", "2020-12-18", {**data, "paragrafer": [P | p]})
    assert isinstance(möte, Möte)
    reglementen = [{"antal_ledamöter": "4", **(reglemente or {})}]
    gnämnd = läst(Nämnd, "namnd", "namnd", nämnd(reglementen=reglementen))
    return [(f.fältväg, f.nivå, f.text) for f in beslutsfel(gnämnd, möte, lägen(gnämnd, möte))]


def _rösta(ja="Ada Bo", nej="Cia Dag", avstår="", delbeslut=None, **andra):
    röster = {k: v.split() for k, v in (("ja", ja), ("nej", nej), ("avstår", avstår)) if v}
    omröstning = {"ja_betyder": "förslaget", "nej_betyder": "a"} | ({"röster": röster} if röster else {}) | andra
    p = {"ställs": ["förslaget", "a"], "finner": "förslaget", "omröstning": omröstning}
    yrkanden = [YRKANDE | ({"delbeslut": delbeslut} if delbeslut else {})]
    return {"yrkanden": yrkanden, "propositionsordning": [p | ({"delbeslut": delbeslut} if delbeslut else {})]}


UTSLAG = {"avgjord_genom": "utslagsröst"}


def test_ett_möte_där_allt_går_ihop_har_inga_fel():
    assert _fel(**_rösta(**UTSLAG), reservationer=[{"av": ["Cia", "Dag"], "anmäld": "10:00"}]) == []
    assert _fel(JÄV, **_rösta(nej="Cia")) == []


def test_uppspelningens_fel_har_vägar_från_mötet():
    (fel,) = _fel(beslut=["Något annat."])
    assert fel[:2] == ((*VÄG, "beslut", 0), "fel")


def test_varje_paragraf_prövas_mot_sina_egna_lägen():
    första = P | {"förslag_till_beslut": ["Ett.", "Två."], "beslut": ["Ett.", "Två."]}
    andra = P | {"nr": "2", "yrkanden": [{"av": "Dag", "typ": "bifall"}]}
    data = {"plats": "x", "närvaro": NÄRVARO, "händelser": [JÄV[0] | {"paragraf": "2"}], "paragrafer": [första, andra]}
    möte, _ = läs("mote", "2020-12-18", data)
    assert isinstance(möte, Möte)
    gnämnd = läst(Nämnd, "namnd", "namnd", nämnd())
    assert [f.fältväg for f in beslutsfel(gnämnd, möte, lägen(gnämnd, möte))] == [
        ("paragrafer", 1, "yrkanden", 0, "av")
    ]


def test_utan_närvaro_prövas_inga_namn():
    möte, _ = läs("mote", "2020-12-18", {"plats": "x", "paragrafer": [P | _rösta("Ada", "")]})
    assert isinstance(möte, Möte)
    gnämnd = läst(Nämnd, "namnd", "namnd", nämnd())
    assert list(beslutsfel(gnämnd, möte, lägen(gnämnd, möte))) == []
    assert list(beslutsfel(gnämnd, möte, ())) == []


@pytest.mark.parametrize(
    ("händelser", "rösta", "led", "text"),
    [
        (JÄV, _rösta(**UTSLAG), ("röster", "nej"), "Dag är jävig i § 1 och får inte rösta (KL 4:22)"),
        (GÅR, _rösta(**UTSLAG), ("röster", "nej"), "Dag var inte närvarande i § 1 och får inte rösta (KL 4:22)"),
        ((), _rösta("Ada Bo Eva"), ("röster", "ja"), "Eva tjänstgör inte i § 1 och får inte rösta (KL 4:22)"),
        ((), _rösta("Ada Bo Li"), ("röster", "ja"), "Li tjänstgör inte i § 1 och får inte rösta (KL 4:22)"),
        ((), _rösta("Ada Bo Bo", avstår="", **UTSLAG), ("röster", "ja"), "Bo står två gånger i omröstningen (KL 4:24)"),
        ((), _rösta("Ada Bo", "Bo Cia Dag"), ("röster", "nej"), "Bo står två gånger i omröstningen (KL 4:24)"),
        ((), _rösta("Ada Bo", "Cia"), ("röster",), "Dag tjänstgör i § 1 men har ingen röst (KL 5:67)"),
        ((), _rösta(antal={"ja": "3", "nej": "2"}, **UTSLAG), ("antal", "ja"), "3 ja står det, men 2 namn"),
        ((), _rösta("Ada Bo Cia", "Dag", antal={"ja": "3", "nej": "1", "avstår": "1"}), ("antal", "avstår"),
         "1 avstår står det, men 0 namn"),
        ((), _rösta(begärd_av="Eva", **UTSLAG), ("begärd_av",),
         "Eva tjänstgör inte och kan inte begära omröstning (KL 4:22)"),
    ],
)  # fmt: skip
def test_var_och_en_som_tjänstgör_röstar_en_gång(händelser, rösta, led, text):
    fel = [(väg, t) for väg, _, t in _fel(händelser, **rösta) if väg[:5] == RÖSTER]
    assert ((*RÖSTER, *led), text) in fel
    assert len([väg for väg, _ in fel if väg == (*RÖSTER, *led)]) == 1


def test_den_som_antecknats_som_deltar_ej_behöver_ingen_röst():
    deltar_ej = [{"typ": "deltar ej", "av": "Dag"}]
    assert _fel(**_rösta("Ada Bo", "Cia"), anteckningar=deltar_ej) == []
    assert _fel(**_rösta("Ada Bo", "Cia", "Dag"), anteckningar=deltar_ej) == []


def test_antal_som_stämmer_med_namnen_är_inget_fel():
    assert _fel(**_rösta("Ada Bo", "Cia", "Dag", antal={"ja": "2", "nej": "1"})) == []


def test_ett_namn_som_inte_finns_i_närvaron_sägs_inte_igen():
    assert _fel(**_rösta("Ada Bo Okänd", "Cia Dag")) == []


SLUTEN = {"ja": "", "nej": "", "form": "sluten"}


@pytest.mark.parametrize(
    ("antal", "anteckningar", "fel"),
    [
        ({"ja": "3", "nej": "1"}, [], 0),
        ({"ja": "2", "nej": "1", "blanka": "1"}, [], 0),
        ({"ja": "3", "nej": "2"}, [], 1),
        ({"ja": "2", "nej": "1"}, [], 1),
        ({"ja": "2", "nej": "1"}, [{"typ": "deltar ej", "av": "Dag"}], 0),
        ({"ja": "2", "nej": "1", "avstår": "1"}, [{"typ": "deltar ej", "av": "Dag"}], 0),
        ({"ja": "3", "nej": "1"}, [{"typ": "deltar ej", "av": "Dag"}], 1),
    ],
)
def test_sluten_omröstning_räknar_alla_som_tjänstgör(antal, anteckningar, fel):
    funna = _fel(slag="val", anteckningar=anteckningar, **_rösta(**SLUTEN, antal=antal))
    assert [väg for väg, _, _ in funna] == [(*RÖSTER, "antal")] * fel


def test_omröstningen_gäller_ett_delbeslut_när_inte_samma_personer_tjänstgör():
    två = {"förslag_till_beslut": ["Ett.", "Ja."], "beslut": ["Ett.", "Ja."]}
    assert _fel(ANDRA_JÄV, **två, **_rösta(nej="Cia", delbeslut="2")) == []
    (fel,) = _fel(ANDRA_JÄV, **två, **_rösta("Ada Bo Cia", "Dag"))
    assert fel[0] == (*VÄG, "propositionsordning", 0, "delbeslut")


@pytest.mark.parametrize(
    ("händelser", "av", "text"),
    [
        ((), "Bo", None),
        ((), "Eva", "Eva tjänstgör inte i § 1 och får inte yrka (KL 4:22)"),
        (JÄV, "Dag", "Dag är jävig i § 1 och får inte yrka (KL 4:22)"),
        (GÅR, "Dag", "Dag var inte närvarande i § 1 och får inte yrka (KL 4:22)"),
    ],
)
def test_bara_den_som_tjänstgör_får_yrka(händelser, av, text):
    fel = _fel(händelser, yrkanden=[{"av": av, "typ": "bifall"}])
    assert [(väg, t) for väg, _, t in fel] == ([((*VÄG, "yrkanden", 0, "av"), text)] if text else [])


RESERVATION = (*VÄG, "reservationer", 0, "av")
DELTAR_EJ = {"anteckningar": [{"typ": "deltar ej", "av": "Dag"}]}


@pytest.mark.parametrize(
    ("händelser", "p", "nivå", "ord"),
    [
        ((), {"av": "Eva"}, "fel", "tjänstgör inte"),
        (JÄV, {"av": "Dag"}, "fel", "är jävig"),
        (GÅR, {"av": "Dag"}, "fel", "var inte närvarande"),
        ((), {"av": "Dag", "p": DELTAR_EJ}, "fel", "deltar ej men reserverar sig"),
        ((), {"av": "Ada", "p": _rösta(**UTSLAG)}, "varning", "röstade för det som vann"),
    ],
)
def test_bara_den_som_deltog_i_avgörandet_får_reservera_sig(händelser, p, nivå, ord):
    (fel,) = _fel(händelser, reservationer=[{"av": p["av"]}], **p.get("p", {}))
    assert fel[:2] == (RESERVATION, nivå)
    assert ord in fel[2]


@pytest.mark.parametrize(("delbeslut", "antal"), [("1", 0), ("2", 1), (None, 0)])
def test_reservationen_prövas_mot_sitt_delbeslut(delbeslut, antal):
    två = {"förslag_till_beslut": ["Ett.", "Ja."], "beslut": ["Ett.", "Ja."]}
    reservation = {"av": "Dag"} | ({"delbeslut": delbeslut} if delbeslut else {})
    assert len(_fel(ANDRA_JÄV, **två, reservationer=[reservation])) == antal
    deltar_ej = [{"typ": "deltar ej", "av": "Dag", "delbeslut": "2"}]
    assert len(_fel(**två, reservationer=[reservation], anteckningar=deltar_ej)) == antal


def test_den_som_inte_deltog_i_en_av_flera_frågor_kan_ha_deltagit_i_en_annan():
    """Regel R23 och fynd 6: återremiss och huvudfråga i samma delbeslut."""
    åter = {"id": "ater", "av": "Cia", "typ": "återremiss"}
    frågor = [
        {"ställs": ["ater", "avgörs idag"], "finner": "avgörs idag"},
        {"ställs": ["förslaget"], "finner": "förslaget"},
    ]
    p = {"yrkanden": [åter], "propositionsordning": frågor, "reservationer": [{"av": "Dag"}]}
    assert [(väg, nivå) for väg, nivå, _ in _fel(**p, **DELTAR_EJ)] == [(RESERVATION, "varning")]


def test_den_som_röstat_i_en_av_två_omröstningar_får_stå_som_deltar_ej_i_den_andra():
    p = _rösta("Ada Bo Dag", "Cia")
    åter = {"id": "ater", "av": "Cia", "typ": "återremiss"}
    röster = {"ja": ["Ada", "Bo"], "nej": ["Cia"]}
    första = {
        "ställs": ["avgörs idag", "ater"],
        "finner": "avgörs idag",
        "omröstning": {"ja_betyder": "avgörs idag", "nej_betyder": "ater", "röster": röster},
    }
    frågor = {"yrkanden": [*p["yrkanden"], åter], "propositionsordning": [första, *p["propositionsordning"]]}
    assert _fel(**frågor, **DELTAR_EJ, reservationer=[{"av": "Dag"}]) == []


def test_en_reservation_anmäls_före_mötets_slut():
    fel = _fel(reservationer=[{"av": "Dag", "anmäld": "10:01"}])
    assert [väg for väg, _, _ in fel] == [(*VÄG, "reservationer", 0, "anmäld")]


@pytest.mark.parametrize(
    ("händelser", "anteckningar", "antal"),
    [
        ((), [{"typ": "deltar ej", "av": "Eva"}], 1),
        (JÄV, [{"typ": "avstår", "av": "Dag"}], 1),
        ((), [{"typ": "deltar ej", "av": "Dag"}, {"typ": "avstår", "av": "Dag"}], 1),
        ((), [{"typ": "avstår", "av": "Dag"}, {"typ": "deltar ej", "av": "Dag", "delbeslut": "1"}], 1),
        ((), [{"typ": "deltar ej", "av": "Dag"}, {"typ": "avstår", "av": "Bo"}], 0),
    ],
)
def test_den_som_inte_deltar_eller_avstår_tjänstgör(händelser, anteckningar, antal):
    assert len(_fel(händelser, anteckningar=anteckningar)) == antal


@pytest.mark.parametrize(("typ", "röst", "antal"), [
    ("avstår", "avstår", 0), ("avstår", "nej", 1), ("deltar ej", "avstår", 0), ("deltar ej", "nej", 1),
])  # fmt: skip
def test_den_som_antecknats_har_inte_röstat_ja_eller_nej(typ, röst, antal):
    rösta = _rösta(
        "Ada Bo", **{"nej": "Cia", röst: "Dag" if röst == "avstår" else "Cia Dag"}, **(UTSLAG if antal else {})
    )
    fel = _fel(**rösta, anteckningar=[{"typ": typ, "av": "Dag"}])
    assert [väg for väg, _, _ in fel] == [(*VÄG, "anteckningar", 0, "av")] * antal


@pytest.mark.parametrize(
    ("rätt", "av", "händelser", "antal"),
    [
        (None, "Eva", (), 0),
        (["anteckna"], "Eva", (), 0),
        (["yttra sig"], "Eva", (), 1),
        (["yttra sig"], "Bo", (), 0),
        (None, "Li", (), 1),
        (None, "Dag", JÄV, 1),
        (None, "Dag", GÅR, 0),
    ],
)
@pytest.mark.parametrize("typ", ["särskilt yttrande", "protokollsanteckning"])
def test_ersättares_rätt_att_anteckna_följer_reglementet(typ, rätt, av, händelser, antal):
    reglemente = {"ersättares_rätt": rätt} if rätt else {}
    fel = _fel(händelser, reglemente, anteckningar=[{"typ": typ, "av": av}])
    assert [väg for väg, _, _ in fel] == [(*VÄG, "anteckningar", 0, "av")] * antal


def test_i_myndighetsutövning_får_ingen_avstå():
    p = _rösta("Ada Bo", "Cia", "Dag")
    fel = _fel(
        slag="myndighetsutövning", **p, anteckningar=[{"typ": "avstår", "av": "Dag"}, {"typ": "deltar ej", "av": "Bo"}]
    )
    vägar = [väg for väg, _, text in fel if "KL 4:26" in text]
    assert vägar == [(*RÖSTER, "röster", "avstår"), (*VÄG, "anteckningar", 1, "av")]
    assert _fel(**p) == []


def test_ingen_behöver_rösta_för_fler_än_ett_förslag_i_myndighetsutövning():
    """KL 4:26 andra meningen: den vars förslag har fallit får avstå i nästa omröstning."""
    p = _rösta("Ada Bo", "Cia", "Dag")
    andra = YRKANDE | {"id": "b", "lydelse": "Kanske."}
    röster = {"ja": ["Ada", "Bo", "Cia"], "nej": ["Dag"]}
    kontra = {
        "ställs": ["a", "b"],
        "kontraproposition": "ja",
        "finner": "a",
        "omröstning": {"ja_betyder": "a", "nej_betyder": "b", "röster": röster},
    }
    frågor = {"yrkanden": [*p["yrkanden"], andra], "propositionsordning": [kontra, *p["propositionsordning"]]}
    assert _fel(slag="myndighetsutövning", **frågor) == []


def test_det_som_tabellen_över_tillstånd_säger_sägs_inte_två_gånger():
    assert _fel(beslut=[], **_rösta(**UTSLAG)) == []
    (fel,) = _fel(beslut=[], propositionsordning=[{"ställs": ["förslaget"], "finner": "förslaget"}])
    assert fel[0] == (*VÄG, "beslut")


def test_en_fråga_om_återremiss_av_hela_ärendet_prövas_mot_läget_när_paragrafen_börjar():
    två = {"förslag_till_beslut": ["Ett.", "Ja."], "beslut": ["Ett.", "Ja."]}
    röster = {"ja": ["Ada", "Bo", "Dag"], "nej": ["Cia"]}
    åter = {
        "ställs": ["avgörs idag", "a"],
        "finner": "avgörs idag",
        "omröstning": {"ja_betyder": "avgörs idag", "nej_betyder": "a", "röster": röster},
    }
    p = två | {"yrkanden": [{"id": "a", "av": "Cia", "typ": "återremiss"}], "propositionsordning": [åter]}
    assert _fel(ANDRA_JÄV, **p) == []
    (fel,) = _fel(JÄV, **p)
    assert fel[2] == "Dag är jävig i § 1 och får inte rösta (KL 4:22)"


FRIAD = [{"typ": "jävsfråga", "namn": "Dag", "paragraf": "1", "utfall": "inte jävig"}]


def test_den_friade_i_en_jävsfråga_utan_eget_beslut_har_inget_fel_till():
    p = {"yrkanden": [{"av": "Dag", "typ": "bifall"}], "reservationer": [{"av": "Dag"}]}
    assert _fel(FRIAD, **p) == []
    assert _fel(FRIAD, **_rösta(**UTSLAG), reservationer=[{"av": "Dag"}]) == []
    assert _fel(FRIAD, slag="val", **_rösta(**SLUTEN, antal={"ja": "3", "nej": "1"})) == []
    (fel,) = _fel([FRIAD[0] | {"utfall": "jävig"}], **_rösta(**UTSLAG))
    assert fel[0] == (*RÖSTER, "röster", "nej")


def test_jävsfrågans_delbeslut_är_ingen_förslagspunkt():
    p = {"beslut": ["Dag är inte jävig.", "Ja."]}
    assert _fel(FRIAD, **p, **_rösta(**UTSLAG)) == []
    assert [väg for väg, _, _ in _fel(**p)] == [(*VÄG, "beslut", 0)]


@pytest.mark.parametrize(
    ("p", "antal"),
    [
        (_rösta("Ada Bo", "Cia", "Dag"), 1),
        (_rösta("Ada Bo", "Cia Dag", **UTSLAG), 0),
        ({"anteckningar": [{"typ": "avstår", "av": "Dag"}]}, 1),
        ({"anteckningar": [{"typ": "avstår", "av": "Cia"}]}, 0),
    ],
)
def test_den_som_bara_avstod_reserverar_sig_inte(p, antal):
    fel = _fel(**p, reservationer=[{"av": "Dag"}])
    assert [(väg, nivå) for väg, nivå, _ in fel] == [(RESERVATION, "varning")] * antal


def test_den_som_avstod_i_en_av_två_frågor_kan_reservera_sig():
    p = _rösta("Ada Bo", "Cia", "Dag")
    åter = {"id": "ater", "av": "Cia", "typ": "återremiss"}
    första = {"ställs": ["avgörs idag", "ater"], "finner": "avgörs idag"}
    frågor = {"yrkanden": [*p["yrkanden"], åter], "propositionsordning": [första, *p["propositionsordning"]]}
    assert _fel(**frågor, reservationer=[{"av": "Dag"}]) == []


@pytest.mark.parametrize(("p", "ord"), [({"beslut": []}, "har inget beslut"), ({"utgår": {"skäl": "x"}}, "utgick")])
def test_utan_beslut_finns_inget_att_reservera_sig_mot(p, ord):
    ((väg, nivå, text),) = _fel(**{"beslut": []} | p, reservationer=[{"av": "Eva"}])
    assert (väg, nivå) == ((*VÄG, "reservationer", 0), "fel")
    assert ord in text


def test_en_okänd_röst_ger_inget_fel_om_dem_som_saknar_röst():
    assert _fel(**_rösta("Ada Bo Okänd", "Cia")) == []
