"""Uppspelningen: beslutet följer av förslag, propositioner och röster, och varje brott mot ordningen har ett fel."""

import pytest

from gns.modell.las import läs
from gns.modell.mote import Möte
from gns.modell.narvaro import Närvarande
from gns.sammantrade.lage import Läge, Punkt, Tjänst
from gns.sammantrade.uppspelning import spela_upp

ORDNING = "propositionsordning"


def _läge(delbeslut=1, ordförande="A", namn="ABCDEF"):
    tjänster = tuple(Tjänst(Närvarande(namn=n, som="ledamot"), None) for n in namn)
    return Läge(Punkt(1, delbeslut), tjänster, (), frozenset(namn), frozenset(), ordförande)


ETT_LÄGE = (_läge(),)


def _spela(lägen=ETT_LÄGE, **p):
    data = {"plats": "x", "paragrafer": [{"nr": "1", "rubrik": "x", **p}]}
    möte, _ = läs("mote", "2020-12-18", data)
    assert isinstance(möte, Möte)
    return spela_upp(möte.paragrafer[0], lägen)


def _y(id=None, typ="ändring", av="A", **andra):
    return {"av": av, "typ": typ} | ({"id": id} if id else {}) | ({"text": "x"} if typ == "ändring" else {}) | andra


def _p(ställs, finner=None, **andra):
    ställs = ställs.split(" ") if isinstance(ställs, str) else ställs
    return {"ställs": ställs, "finner": finner or ställs[0], **andra}


def _rösta(ja="ABC", nej="DE", betyder=("förslaget", "a"), avstår="", **andra):
    röster = {k: list(v) for k, v in (("ja", ja), ("nej", nej), ("avstår", avstår)) if v}
    return {"ja_betyder": betyder[0], "nej_betyder": betyder[1]} | ({"röster": röster} if röster else {}) | andra


def _fel(u):
    return [(f.fältväg, f.nivå) for f in u.fel]


FÖRSLAG = {"förslag_till_beslut": ["Ramen är 10 kr."]}
A = _y("a", lydelse="Ramen är 5 kr.")
B = _y("b", lydelse="Ramen är 7 kr.")
C = _y("c", lydelse="Ramen är 9 kr.")
T = _y("t", "tillägg", lydelse="Chefen rapporterar i maj.")
ÅTER = _y("ater", "återremiss")
BORD = _y("bord", "bordläggning")
JA, AN, BN, CN = (["Ramen är 10 kr."], ["Ramen är 5 kr."], ["Ramen är 7 kr."], ["Ramen är 9 kr."])
ÅTERREMITTERAT = {"beslut": ["Ärendet återremitteras."], "innebär": [{"id": "x", "typ": "återremitterar"}]}
BORDLAGT = {"beslut": ["Ärendet bordläggs."], "innebär": [{"id": "x", "typ": "bordlägger"}]}


@pytest.mark.parametrize(
    ("p", "utgång", "antagna"),
    [
        ({"beslut": ["Ja."]}, "utan förslag", ()),
        ({"utgår": {"skäl": "x"}}, "utgår", ()),
        ({"slag": "information"}, "information", ()),
        ({"slag": "information", "beslut": JA, **FÖRSLAG}, "information", ("förslaget",)),
        ({**FÖRSLAG, "yrkanden": [A]}, "planerad", ()),
        ({**FÖRSLAG, "beslut": JA}, "enligt förslaget", ("förslaget",)),
        ({**FÖRSLAG, "beslut": ["Ramen  är\n10 KR."]}, "enligt förslaget", ("förslaget",)),
        ({**FÖRSLAG, "beslut": JA, "yrkanden": [_y(typ="bifall")]}, "enligt förslaget", ("förslaget",)),
        ({**FÖRSLAG, "beslut": JA, "yrkanden": [A | {"återtaget": "ja"}]}, "enligt förslaget", ("förslaget",)),
        ({"yrkanden": [_y(lydelse="Ramen är 5 kr.")], "beslut": AN}, "enligt yrkande", ("yrkande 1",)),
        ({"yrkanden": [_y("s", "bifall", benämning="yrkande från S")], "beslut": ["X."]}, "enligt yrkande", ("s",)),
        ({"yrkanden": [_y(typ="avslag")], "beslut": ["Ansökan avslås."]}, "utan förslag", ()),
        ({"yrkanden": [_y(typ="återremiss")], **ÅTERREMITTERAT}, "återremiss", ("yrkande 1",)),
        ({**FÖRSLAG, **BORDLAGT}, "bordläggning", ()),
    ],
)
def test_utan_propositioner(p, utgång, antagna):
    u = _spela(**p)
    assert (u.utgång, u.antagna, u.fel) == (utgång, antagna, ())


@pytest.mark.parametrize(
    ("yrkanden", "ordning", "beslut", "utgång", "antagna"),
    [
        ([A], [_p("förslaget a")], JA, "enligt förslaget", ("förslaget",)),
        ([A], [_p("förslaget a", "a")], AN, "med ändring", ("a",)),
        ([_y(typ="avslag")], [_p("förslaget avslag", "avslag")], ["Ansökan avslås."], "avslag", ()),
        ([A, B], [_p("a b", "b", kontraproposition="ja"), _p("förslaget b", "b")], BN, "med ändring", ("b",)),
        (
            [A, B, C],
            [_p("a b", kontraproposition="ja"), _p("a c", "c", kontraproposition="ja"), _p("förslaget c")],
            JA,
            "enligt förslaget",
            ("förslaget",),
        ),
        ([A, B], [_p("a avslag", "avslag"), _p("förslaget b", "b")], BN, "med ändring", ("b",)),
        ([A, B], [_p("förslaget a", "a"), _p("a b", "b")], BN, "med ändring", ("b",)),
        ([A, _y(typ="avslag")], [_p("a avslag", "avslag")], JA, "enligt förslaget", ("förslaget",)),
        (
            [A, _y("d", lydelse="Ramen är 5 kr.")],
            [_p("a avslag", "avslag"), _p("förslaget d", "d")],
            AN,
            "med ändring",
            ("d",),
        ),
        ([ÅTER, A], [_p(["avgörs idag", "ater"]), _p("förslaget a", "a")], AN, "med ändring", ("a",)),
        ([ÅTER], [_p(["ater", "avgörs idag"], "avgörs idag")], JA, "enligt förslaget", ("förslaget",)),
        ([T], [_p("förslaget"), _p("t avslag", "avslag")], JA, "enligt förslaget", ("förslaget",)),
        ([T], [_p("förslaget"), _p("t avslag")], [*JA, "Chefen rapporterar i maj."], "med ändring", ("förslaget", "t")),
        ([T], [_p("t avslag")], ["Ramen är 10 kr. Chefen rapporterar i maj."], "med ändring", ("förslaget", "t")),
        ([A], [_p("förslaget a")], [*JA, "A justerar.", "Yrkandet avslås."], "enligt förslaget", ("förslaget",)),
        ([B], [_p("förslaget"), _p("b avslag")], BN, "med ändring", ("förslaget", "b")),
    ],
)
def test_propositionerna_spelas_i_ordning(yrkanden, ordning, beslut, utgång, antagna):
    innebär = [{"id": "x", "typ": "utser", "personer": "A", "till": "justerare"}]
    u = _spela(**FÖRSLAG, yrkanden=yrkanden, propositionsordning=ordning, beslut=beslut, innebär=innebär)
    assert (u.utgång, u.antagna) == (utgång, antagna)
    assert [f for f in u.fel if f.nivå == "fel"] == []


@pytest.mark.parametrize(("yrkande", "följd"), [(ÅTER, ÅTERREMITTERAT), (BORD, BORDLAGT)])
def test_återremiss_och_bordläggning_fäller_allt_annat(yrkande, följd):
    ordning = [_p([yrkande["id"], "avgörs idag"])]
    u = _spela(**FÖRSLAG, yrkanden=[A, yrkande], propositionsordning=ordning, **följd)
    assert (u.utgång, u.antagna, u.fel) == (yrkande["typ"], (yrkande["id"],), ())


def test_ett_tillägg_faller_när_ärendet_sedan_bordläggs():
    ordning = [_p("t avslag"), _p(["bord", "avgörs idag"])]
    u = _spela(**FÖRSLAG, yrkanden=[T, BORD], propositionsordning=ordning, **BORDLAGT)
    assert (u.utgång, u.antagna, u.fel) == ("bordläggning", ("bord",), ())


def test_omröstningen_avgör_inte_det_ordföranden_fann():
    ordning = [_p("förslaget a", "förslaget", omröstning=_rösta("AB", "CDE"))]
    u = _spela(**FÖRSLAG, yrkanden=[A], propositionsordning=ordning, beslut=AN)
    assert (u.utgång, u.steg[0].vinnare, u.steg[0].räkning.nej, u.fel) == ("med ändring", "a", 3, ())


def test_en_del_bordläggs_och_resten_avgörs():
    """Göteborgs kommunstyrelse den 20 november 2024, § 960."""
    yrkanden = [
        _y("m", "bifall", benämning="yrkande från M den 1 november"),
        _y("sd", "bifall", benämning="yrkande från SD den 12 november"),
        _y("s", "bifall", benämning="yrkande från S den 15 november"),
        _y("bord", "bordläggning", delbeslut="3"),
    ]
    beslut = ["Hemställan tillstyrks.", "Bolaget får i uppdrag att se över direktivet.", "Sats 3 och 4 bordläggs."]
    innebär = [{"id": "x", "typ": "bordlägger", "delbeslut": "3"}]
    ordning = [_p("bord"), _p("m sd s", "s")]
    u = _spela(yrkanden=yrkanden, propositionsordning=ordning, beslut=beslut, innebär=innebär)
    assert (u.utgång, u.antagna, u.fel) == ("enligt yrkande", ("s", "bord"), ())


def test_delbeslut_avgörs_vart_för_sig():
    p = {"förslag_till_beslut": ["Ett.", "Två.", "Tre."], "yrkanden": [_y("a", delbeslut="2", lydelse="Annat.")]}
    ordning = [_p("förslaget a", "a")]
    u = _spela(**p, propositionsordning=ordning, beslut=["Ett.", "Annat.", "Tre."])
    assert (u.utgång, u.antagna, u.fel) == ("med ändring", ("förslaget", "a"), ())
    fel = _spela(**p, propositionsordning=ordning, beslut=["Ett.", "Annat.", "Fyra."])
    assert _fel(fel) == [(("beslut", 2), "fel")]


def test_ett_yrkande_som_bara_gäller_en_punkt_ändrar_inte_de_andra():
    p = {"förslag_till_beslut": ["Ett.", "Två."], "yrkanden": [_y("a", delbeslut="2", lydelse="Annat.")]}
    u = _spela(**p, propositionsordning=[_p("förslaget a", "a")], beslut=["Två.", "Annat."])
    assert [f.text for f in u.fel] == ["förslaget antogs men beslut 1 har en annan lydelse"]
    hela = p | {"yrkanden": [_y("a", lydelse="Annat.")]}
    assert _spela(**hela, propositionsordning=[_p("förslaget a", "a")], beslut=["Ett.", "Annat."]).fel == ()


def test_ett_avslag_på_en_punkt_är_en_ändring():
    p = {"förslag_till_beslut": ["Ett.", "Två."], "yrkanden": [_y(typ="avslag", delbeslut="1")]}
    u = _spela(**p, propositionsordning=[_p("förslaget avslag", "avslag", delbeslut="1")], beslut=["Nej.", "Två."])
    assert (u.utgång, u.antagna, u.fel) == ("med ändring", ("förslaget",), ())


def test_en_jävsfråga_först_flyttar_delbesluten():
    p = {"förslag_till_beslut": ["Ett.", "Två."], "yrkanden": [_y("a", delbeslut="3", lydelse="Annat.")]}
    beslut = ["B är inte jävig.", "Ett.", "Annat."]
    u = _spela(**p, propositionsordning=[_p("förslaget a", "a")], beslut=beslut)
    assert (u.utgång, u.fel) == ("med ändring", ())


def test_en_jävsfråga_först_stör_inte_huvudfrågan():
    ordning = [_p("förslaget a", delbeslut="2")]
    u = _spela(**FÖRSLAG, yrkanden=[A], propositionsordning=ordning, beslut=["B är inte jävig.", *JA])
    assert (u.utgång, u.fel) == ("enligt förslaget", ())


def test_den_riktiga_paragrafen_19_har_en_enda_varning():
    u = _spela(
        förslag_till_beslut=["Basfinansieringen för 2021 fastställs till 914 400 kr."],
        yrkanden=[_y("sank", text="Basfinansieringen sänks till 50% av ursprungsbeloppet till 457 200 kr.")],
        propositionsordning=[_p("sank")],
        beslut=["Basfinansieringen för 2021 fastställs till 457 200 kr."],
    )
    assert (u.utgång, u.antagna, _fel(u)) == ("med ändring", ("sank",), [((ORDNING,), "varning")])
    assert u.fel[0].text == "förslaget till beslut ställdes aldrig under proposition (KL 5:67)"


def test_lika_röstetal_med_utslagsröst_som_i_göteborg_956():
    yrkanden = [_y("s", "bifall", benämning="yrkande från S"), _y("m", "bifall", benämning="yrkande från M")]
    rösta = _rösta("ABCDEF", "GHIJKL", ("s", "m"), "X", avgjord_genom="utslagsröst")
    u = _spela(yrkanden=yrkanden, propositionsordning=[_p("s m", omröstning=rösta)], beslut=["120 000 tkr godkänns."])
    assert (u.utgång, u.antagna, u.fel) == ("enligt yrkande", ("s",), ())
    assert u.steg[0].räkning.lika


KONKURRERAR = [{"yrkanden": [A]}, {"yrkanden": [_y(typ="avslag")]}, {"yrkanden": [ÅTER]}]


@pytest.mark.parametrize("p", KONKURRERAR)
def test_förslag_som_konkurrerar_utan_proposition_går_inte_att_spela_upp(p):
    u = _spela(**FÖRSLAG, **p, beslut=["Vad som helst."])
    assert (u.utgång, u.antagna, _fel(u)) == ("går inte att spela upp", (), [(("yrkanden",), "varning")])


STÄLLS = (ORDNING, 0, "ställs")
STÄLLS_1 = (ORDNING, 1, "ställs")


@pytest.mark.parametrize(
    ("ordning", "väg"),
    [
        ([_p("förslaget aa", "förslaget")], STÄLLS),
        ([_p("förslaget borta", "förslaget")], STÄLLS),
        ([_p("förslaget nej", "förslaget")], STÄLLS),
        ([_p("förslaget förslaget")], STÄLLS),
        ([_p("förslaget a", "b")], (ORDNING, 0, "finner")),
        ([_p("förslaget a"), _p("a b", "b")], STÄLLS_1),
        ([_p("förslaget a avslag")], STÄLLS),
        ([_p(["avslag"])], STÄLLS),
        ([_p(["förslaget", "avgörs idag"])], STÄLLS),
        ([_p(["avgörs idag"])], STÄLLS),
        ([_p("förslaget t")], STÄLLS),
        ([_p("förslaget a"), _p(["avgörs idag", "ater"])], STÄLLS_1),
        ([_p(["ater", "avgörs idag"]), _p("förslaget a")], STÄLLS_1),
        ([_p(["ater", "avgörs idag"], kontraproposition="ja")], (ORDNING, 0, "kontraproposition")),
        ([_p("a b", kontraproposition="ja"), _p("förslaget")], (ORDNING, 0, "kontraproposition")),
        ([_p("förslaget a"), _p("b")], STÄLLS_1),
        ([_p("förslaget d2", delbeslut="1")], STÄLLS),
    ],
)
def test_varje_brott_mot_propositionsordningen_har_ett_fel(ordning, väg):
    yrkanden = [A, B, T, ÅTER, _y("borta", återtaget="ja"), _y("nej", "avslag"), _y("d2", delbeslut="2")]
    u = _spela(förslag_till_beslut=["Ett.", "Två."], yrkanden=yrkanden, propositionsordning=ordning, beslut=["Ett."])
    assert (u.utgång, u.antagna, _fel(u)) == ("går inte att spela upp", (), [(väg, "fel")])
    assert u.fel[0].råd


def test_ett_felstavat_förslag_får_ett_råd():
    yrkanden = [_y("sank-ramen", lydelse="x")]
    u = _spela(**FÖRSLAG, yrkanden=yrkanden, propositionsordning=[_p("förslaget sankt-ramen")], beslut=JA)
    assert [f.råd for f in u.fel] == ["menade du ”sank-ramen”?"]


@pytest.mark.parametrize(
    ("yrkande", "väg"),
    [(_y(typ="bifall", gäller="b"), ("yrkanden", 1, "gäller")), (_y("avslag"), ("yrkanden", 1, "id"))],
)
def test_yrkanden_pekar_på_det_som_ligger(yrkande, väg):
    assert _fel(_spela(**FÖRSLAG, yrkanden=[A, yrkande])) == [(väg, "fel")]


OMRÖSTNING = (ORDNING, 0, "omröstning")
ANTAL = {"ja": "3", "nej": "3"}
VAL = {"slag": "val"}


@pytest.mark.parametrize(
    ("rösta", "andra", "led"),
    [
        (_rösta(betyder=("b", "a")), {}, ("ja_betyder",)),
        (_rösta(betyder=("a", "a")), {}, ("nej_betyder",)),
        (_rösta("ABC", "DEF"), {}, ("avgjord_genom",)),
        (_rösta("ABC", "DE", avgjord_genom="utslagsröst"), {}, ("avgjord_genom",)),
        (_rösta("ABC", "DE", lottad="a"), {}, ("lottad",)),
        (_rösta("AB", "DE", avgjord_genom="utslagsröst", lottad="a"), {}, ("lottad",)),
        (_rösta("AB", "DE", avgjord_genom="lottning", lottad="a"), {}, ("avgjord_genom",)),
        (_rösta("BC", "DE", avstår="A", avgjord_genom="utslagsröst"), {}, ("avgjord_genom",)),
        (_rösta("", ""), {}, ("röster",)),
        (_rösta(antal={"ja": "3", "nej": "2", "blanka": "1"}), {}, ("antal", "blanka")),
        (_rösta("", "", form="sluten", antal={"ja": "3", "nej": "2"}), {}, ("form",)),
        (_rösta(), VAL, ("form",)),
        (_rösta(form="sluten", antal={"ja": "3", "nej": "2"}), VAL, ("röster",)),
        (_rösta("", "", form="sluten"), VAL, ("antal",)),
        (_rösta("", "", form="sluten", antal=ANTAL), VAL, ("avgjord_genom",)),
        (_rösta("", "", form="sluten", antal=ANTAL, avgjord_genom="utslagsröst"), VAL, ("avgjord_genom",)),
        (_rösta("", "", form="sluten", antal=ANTAL, avgjord_genom="lottning"), VAL, ("lottad",)),
        (_rösta("", "", form="sluten", antal=ANTAL, avgjord_genom="lottning", lottad="b"), VAL, ("lottad",)),
    ],
)  # fmt: skip
def test_varje_fel_i_en_omröstning_sägs_en_gång(rösta, andra, led):
    p = {**FÖRSLAG, "yrkanden": [A], "beslut": JA, **andra}
    u = _spela(**p, propositionsordning=[_p("förslaget a", omröstning=rösta)])
    assert _fel(u) == [((*OMRÖSTNING, *led), "fel")]


def test_lottningen_avgör_ett_val():
    rösta = _rösta("", "", form="sluten", antal=ANTAL, avgjord_genom="lottning", lottad="a")
    u = _spela(**FÖRSLAG, **VAL, yrkanden=[A], propositionsordning=[_p("förslaget a", omröstning=rösta)], beslut=AN)
    assert (u.utgång, u.fel) == ("med ändring", ())


def test_tre_förslag_kan_inte_ställas_i_en_omröstning():
    p = {**FÖRSLAG, "yrkanden": [A, B], "beslut": JA}
    u = _spela(**p, propositionsordning=[_p("förslaget a b", omröstning=_rösta())])
    assert _fel(u) == [(OMRÖSTNING, "fel")]
    assert "kontraproposition" in u.fel[0].råd
    assert _spela(**p, propositionsordning=[_p("förslaget a b")]).fel == ()


def test_utslagsrösten_kräver_att_någon_ledde():
    rösta = _rösta("AB", "DE", avgjord_genom="utslagsröst")
    u = _spela((), **FÖRSLAG, yrkanden=[A], propositionsordning=[_p("förslaget a", omröstning=rösta)], beslut=JA)
    assert _fel(u) == [((*OMRÖSTNING, "avgjord_genom"), "fel")]


def test_ordföranden_är_den_som_ledde_det_delbeslutet():
    rösta = _rösta("AB", "DE", avgjord_genom="utslagsröst")
    ordning = [_p("förslaget a", "a", delbeslut="2", omröstning=rösta)]
    p = {"förslag_till_beslut": ["Ett.", *JA], "yrkanden": [A | {"delbeslut": "2"}], "beslut": ["Ett.", *AN]}
    u = _spela((_läge(1, "A"), _läge(2, "D")), **p, propositionsordning=ordning)
    assert (u.utgång, u.steg[0].vinnare, u.fel) == ("med ändring", "a", ())


@pytest.mark.parametrize(
    ("yrkanden", "ordning", "väg"),
    [
        ([A], [_p("förslaget")], ("yrkanden", 0)),
        ([_y(lydelse="y")], [_p("förslaget")], ("yrkanden", 0)),
        ([A], [_p("a")], (ORDNING,)),
        ([T], [_p("förslaget")], ("yrkanden", 0)),
        ([T], [], ("yrkanden", 0)),
        ([A, ÅTER], [_p("förslaget a")], ("yrkanden", 1)),
        ([ÅTER], [_p("förslaget ater")], STÄLLS),
    ],
)
def test_det_som_aldrig_prövades_är_en_varning(yrkanden, ordning, väg):
    beslut = AN if ordning == [_p("a")] else JA
    u = _spela(**FÖRSLAG, yrkanden=yrkanden, propositionsordning=ordning, beslut=beslut)
    assert _fel(u) == [(väg, "varning")]


UTAN = _y("a", text="Ramen sänks till 5 kr.")


@pytest.mark.parametrize(
    ("yrkanden", "ordning", "beslut", "fel"),
    [
        ([], [], AN, [(("beslut", 0), "förslaget antogs men beslut 1 har en annan lydelse")]),
        ([], [], [*JA, "Chefen sägs upp."], [(("beslut", 1), "beslut 2 har ingen föreslagit")]),
        ([A], [_p("förslaget a", "a")], JA, [(("beslut", 0), "yrkandet a antogs men beslut 1 har en annan lydelse")]),
        ([UTAN], [_p("förslaget a", "a")], JA, [(("beslut", 0), "yrkandet a vann men beslut 1 har förslagets lydelse")]),
        ([UTAN], [_p("förslaget a", "a")], ["Ramen är 6 kr."],
         [(("beslut", 0), "6 kr i beslutet står varken i yrkandet eller i förslaget")]),
        ([UTAN], [_p("förslaget a", "a")], ["Ramen sänks från 10 kr till 5 kr."], []),
        ([UTAN], [_p("förslaget a", "a")], [], [(("beslut",), "§ 1 har propositioner men inget beslut")]),
        ([], [_p("förslaget avslag", "avslag")], JA, [(("beslut", 0), "avslag vann men beslut 1 är det som avslogs")]),
        ([T], [_p("förslaget"), _p("t avslag")], JA,
         [(("yrkanden", 0, "lydelse"), "yrkandet t antogs men dess lydelse finns inte bland besluten")]),
        ([T], [_p("förslaget"), _p("t avslag")], [*JA, "Chefen rapporterar i juni."],
         [(("beslut", 1), "yrkandet t antogs men beslut 2 har en annan lydelse")]),
        ([T], [_p("t avslag")], ["Ramen är 10 kr. Chefen går. Chefen rapporterar i maj."],
         [(("beslut", 0), "beslut 1 har ingen föreslagit")]),
        ([ÅTER], [_p(["ater", "avgörs idag"])], ["Ärendet återremitteras."],
         [(("innebär",), "återremiss vann men innebär säger inte att beslutet återremitterar")]),
    ],
)  # fmt: skip
def test_beslutet_är_det_som_vann(yrkanden, ordning, beslut, fel):
    u = _spela(**FÖRSLAG, yrkanden=yrkanden, propositionsordning=ordning, beslut=beslut)
    assert [(f.fältväg, f.text) for f in u.fel] == fel


def test_en_förslagspunkt_får_inte_försvinna():
    u = _spela(förslag_till_beslut=["Ett.", "Två."], beslut=["Två."])
    assert [(f.fältväg, f.text) for f in u.fel] == [
        (("förslag_till_beslut", 0), "förslagspunkt 1 finns inte bland besluten")
    ]
    assert _spela(förslag_till_beslut=["Ett.", "Två."], beslut=["Ett. Två."]).fel == ()


def test_beslut_efter_att_bara_frågan_om_dagens_avgörande_prövats_har_ingen_föreslagit():
    u = _spela(yrkanden=[ÅTER], propositionsordning=[_p(["avgörs idag", "ater"])], beslut=["Ja."])
    assert _fel(u) == [(("beslut", 0), "fel")]


def test_innebär_återremitterar_bara_det_som_återremitterades():
    u = _spela(**FÖRSLAG, yrkanden=[A], propositionsordning=[_p("förslaget a")], **ÅTERREMITTERAT | {"beslut": AN})
    assert (("innebär", 0), "fel") in _fel(u)
    förslag = {"förslag_till_beslut": ["Ärendet återremitteras."]}
    assert _spela(**förslag, yrkanden=[A], propositionsordning=[_p("förslaget a")], **ÅTERREMITTERAT).fel == ()


def test_innebär_säger_samma_sak_som_vann():
    ordning = [_p(["ater", "avgörs idag"])]
    fel = _spela(**FÖRSLAG, yrkanden=[ÅTER], propositionsordning=ordning, **BORDLAGT)
    assert _fel(fel) == [(("innebär",), "fel")]
    en_del = {"förslag_till_beslut": ["Ett.", "Två."], "beslut": ["Ett.", "Punkten bordläggs."]}
    p = {**en_del, "yrkanden": [_y("bord", "bordläggning", delbeslut="2")], ORDNING: [_p(["bord", "avgörs idag"])]}
    innebär = {"id": "x", "typ": "bordlägger"}
    assert _spela(**p, innebär=[innebär | {"delbeslut": "2"}]).fel == ()
    assert _fel(_spela(**p, innebär=[innebär | {"delbeslut": "1"}])) == [(("innebär",), "fel")]


def test_alla_fel_sägs_i_en_körning():
    ordning = [_p("förslaget aa", "förslaget"), _p("förslaget a", "b", omröstning=_rösta("AB", "CD"))]
    u = _spela(**FÖRSLAG, yrkanden=[A, _y(typ="bifall", gäller="q")], propositionsordning=ordning, beslut=JA)
    assert {f.fältväg for f in u.fel} == {
        ("yrkanden", 1, "gäller"),
        STÄLLS,
        (ORDNING, 1, "finner"),
        (ORDNING, 1, "omröstning", "avgjord_genom"),
    }
