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


def _spela(lägen=ETT_LÄGE, jäv=(), **p):
    data = {"plats": "x", "paragrafer": [{"nr": "1", "rubrik": "x", **p}]}
    möte, _ = läs("mote", "2020-12-18", data)
    assert isinstance(möte, Möte)
    return spela_upp(möte.paragrafer[0], lägen, jävsfrågor=frozenset(jäv))


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
    u = _spela(jäv={1}, **p, propositionsordning=[_p("förslaget a", "a")], beslut=beslut)
    assert (u.utgång, u.fel) == ("med ändring", ())


def test_en_jävsfråga_först_stör_inte_huvudfrågan():
    ordning = [_p("förslaget a", delbeslut="2")]
    p = {**FÖRSLAG, "yrkanden": [A], "propositionsordning": ordning, "beslut": ["B är inte jävig.", *JA]}
    u = _spela(jäv={1}, **p)
    assert (u.utgång, u.fel) == ("enligt förslaget", ())
    utan_fråga = [(("beslut", 0), "beslut 1 har ingen föreslagit")]
    assert [(f.fältväg, f.text) for f in _spela(**p).fel] == utan_fråga


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


def _texter(u, nivå="fel"):
    return [f.text for f in u.fel if f.nivå == nivå]


ÅTER_IDAG = ["ater", "avgörs idag"]


@pytest.mark.parametrize("yrkande", [ÅTER, BORD])
@pytest.mark.parametrize("slag", ["val", "anställning"])
def test_frågan_om_återremiss_avgörs_öppet_också_i_ett_val(slag, yrkande):
    """KL 5:54 gäller valet, inte om det ska förrättas i dag."""
    ställs = [yrkande["id"], "avgörs idag"]
    p = {**FÖRSLAG, "slag": slag, "yrkanden": [yrkande], "beslut": JA}
    utslag = _rösta("AB", "CD", ställs, avgjord_genom="utslagsröst")
    assert (
        _spela(**p, propositionsordning=[_p(ställs, "avgörs idag", omröstning=_rösta("AB", "CDE", ställs))]).fel == ()
    )
    vann = BORDLAGT if yrkande is BORD else ÅTERREMITTERAT
    assert _spela(**p | vann, propositionsordning=[_p(ställs, omröstning=utslag)]).fel == ()
    sluten = _rösta("", "", ställs, form="sluten", antal={"ja": "2", "nej": "3"})
    (fel,) = _spela(**p, propositionsordning=[_p(ställs, omröstning=sluten)]).fel
    assert (fel.fältväg, fel.råd) == (
        (*OMRÖSTNING, "form"),
        "skriv form: öppen och hur var och en röstade, bara själva valet är slutet",
    )


JÄVSFRÅGAN = "B är inte jävig."
ÅTER_2 = {"beslut": [JÄVSFRÅGAN, "Ärendet återremitteras."], "yrkanden": [ÅTER]}


@pytest.mark.parametrize("delbeslut", [{}, {"delbeslut": "2"}])
@pytest.mark.parametrize("rösta", [{}, {"omröstning": _rösta(betyder=ÅTER_IDAG)}])
def test_återremiss_efter_en_jävsfråga(rösta, delbeslut):
    innebär = [{"id": "x", "typ": "återremitterar", **delbeslut}]
    u = _spela(jäv={1}, **FÖRSLAG, **ÅTER_2, innebär=innebär, propositionsordning=[_p(ÅTER_IDAG, **rösta, **delbeslut)])
    assert (u.utgång, u.antagna, u.fel) == ("återremiss", ("ater",), ())


def test_ordförandens_bordläggning_efter_en_jävsfråga():
    innebär = [{"id": "x", "typ": "bordlägger", "delbeslut": "2"}]
    u = _spela(jäv={1}, **FÖRSLAG, beslut=[JÄVSFRÅGAN, "Ärendet bordläggs."], innebär=innebär)
    assert (u.utgång, u.fel) == ("bordläggning", ())


def test_avslag_efter_en_jävsfråga():
    p = {**FÖRSLAG, "yrkanden": [_y(typ="avslag")], "beslut": [JÄVSFRÅGAN, "Förslaget avslås."]}
    u = _spela(jäv={1}, **p, propositionsordning=[_p("förslaget avslag", "avslag", delbeslut="2")])
    assert (u.utgång, u.fel) == ("avslag", ())


def test_förslagspunkterna_står_efter_jävsfrågan():
    p = {"förslag_till_beslut": ["Ett.", "Två."], "yrkanden": [_y(typ="avslag", delbeslut="3")]}
    ordning = [_p("förslaget avslag", "avslag", delbeslut="3")]
    u = _spela(jäv={1}, **p, propositionsordning=ordning, beslut=[JÄVSFRÅGAN, "Ett.", "Punkten avslås."])
    assert (u.utgång, u.fel) == ("med ändring", ())
    fel = _spela(jäv={1}, **p, propositionsordning=ordning, beslut=[JÄVSFRÅGAN, "Ett.", "Två."])
    assert _texter(fel) == ["avslag vann men beslut 3 är det som avslogs"]


def test_det_går_att_yrka_i_själva_jävsfrågan():
    jävig = _y("j", lydelse="B är jävig.", delbeslut="1")
    p = {**FÖRSLAG, "yrkanden": [jävig], "beslut": [JÄVSFRÅGAN, *JA]}
    assert _spela(jäv={1}, **p, propositionsordning=[_p("j avslag", "avslag", delbeslut="1")]).fel == ()
    fel = _spela(jäv={1}, **p, propositionsordning=[_p("j avslag", delbeslut="1")])
    assert _texter(fel) == ["yrkandet j antogs men beslut 1 har en annan lydelse"]
    fel = _spela(jäv={1}, **p, propositionsordning=[_p("förslaget", delbeslut="1")])
    assert _texter(fel) == ["förslaget till beslut gäller inte delbeslut 1"]


@pytest.mark.parametrize(
    ("p", "text"),
    [
        ({"yrkanden": [ÅTER], ORDNING: [_p(ÅTER_IDAG)]}, "återremiss vann men beslut 1 är förslag i sak"),
        ({"yrkanden": [ÅTER], ORDNING: [_p(ÅTER_IDAG)], "innebär": []}, "återremiss vann men beslut 1 är förslag i sak"),
        ({"yrkanden": [ÅTER, A], ORDNING: [_p(ÅTER_IDAG)], "beslut": AN},
         "återremiss vann men beslut 1 är förslag i sak"),
        ({}, "innebär säger återremitterar men beslut 1 är förslag i sak"),
        ({"förslag_till_beslut": ["Ett.", "Två."], "beslut": ["Ett.", "Två."]},
         "innebär säger återremitterar men beslut 1, 2 är förslag i sak"),
        ({"yrkanden": [ÅTER], ORDNING: [_p(ÅTER_IDAG, "avgörs idag")]},
         "innebär säger återremitterar, men inget yrkande om återremiss vann"),
        ({"yrkanden": [_y(typ="bifall")]}, "innebär säger återremitterar, men inget yrkande om återremiss vann"),
        ({ORDNING: [_p("förslaget")]}, "innebär säger återremitterar, men inget yrkande om återremiss vann"),
    ],
)  # fmt: skip
def test_ett_ärende_är_inte_både_avgjort_och_uppskjutet(p, text):
    assert _texter(_spela(**FÖRSLAG | ÅTERREMITTERAT | {"beslut": JA} | p)) == [text]


def test_ett_förslag_om_att_skjuta_upp_är_inte_avgjort_i_sak():
    förslag = {"förslag_till_beslut": ["Ärendet återremitteras."]}
    assert _spela(**förslag, **ÅTERREMITTERAT).fel == ()
    assert _spela(**förslag, **ÅTERREMITTERAT, yrkanden=[_y(typ="bifall")]).fel == ()


def test_bordläggningen_av_en_punkt_som_inte_har_fått_sitt_beslut():
    p = {"förslag_till_beslut": ["Ett.", "Två."], "yrkanden": [BORD | {"delbeslut": "2"}], "beslut": ["Ett."]}
    ordning = [_p(["bord", "avgörs idag"], delbeslut="2")]
    assert _spela(**p, propositionsordning=ordning, innebär=[{"id": "x", "typ": "bordlägger"}]).fel == ()


@pytest.mark.parametrize("ord", ["bordläggs", "återremitteras"])
def test_ett_uppskjutet_ärende_får_inte_tappas_bort(ord):
    typ = {"bordläggs": "bordlägger", "återremitteras": "återremitterar"}[ord]
    beslut = [f"Ärendet {ord} till nästa möte."]
    (varning,) = _spela(beslut=beslut).fel
    assert (varning.fältväg, varning.nivå) == (("beslut", 0), "varning")
    assert varning.råd == f"skriv innebär med typ: {typ}, så att ärendet inte tappas bort"
    assert _spela(beslut=beslut, innebär=[{"id": "x", "typ": typ}]).fel == ()
    for annat in (f"Ärendet {ord} inte.", f"Punkten {ord}.", f"Styrelsen föreslås att ärendet {ord}."):
        assert _spela(beslut=[annat]).fel == ()
    (fel,) = _spela(**FÖRSLAG, beslut=beslut).fel
    assert (fel.nivå, fel.text, fel.råd) == (
        "fel", "förslaget antogs men beslut 1 har en annan lydelse", varning.råd,
    )  # fmt: skip


AVSLAG = _y(typ="avslag", av="E")
OSTÄLLT = "yrkandet om avslag ställdes aldrig under proposition (KL 5:67)"


@pytest.mark.parametrize(
    ("yrkanden", "ordning", "beslut", "varningar"),
    [
        ([AVSLAG], [_p("förslaget")], JA, [OSTÄLLT]),
        ([A, AVSLAG], [_p("förslaget a")], JA, [OSTÄLLT]),
        ([A, AVSLAG], [_p("förslaget a", "a")], AN, []),
        ([A, AVSLAG | {"gäller": ["a", "förslaget"]}], [_p("förslaget a", "a")], AN, [OSTÄLLT]),
        ([A, AVSLAG | {"gäller": "a", "av": "F"}, _y(typ="bifall", av="F")], [_p("förslaget a", "a")], AN, []),
        ([A, B | {"av": "E"}, AVSLAG], [_p("förslaget a b")], JA, []),
        ([AVSLAG | {"återtaget": "ja"}], [_p("förslaget")], JA, []),
        ([AVSLAG], [_p("förslaget avslag")], JA, []),
        ([T, AVSLAG | {"gäller": "t"}, _y(typ="bifall", av="E")], [_p("förslaget"), _p("t")],
         [*JA, "Chefen rapporterar i maj."], [OSTÄLLT]),
        ([T, AVSLAG | {"gäller": "t"}], [_p("förslaget")], JA, ["yrkandet t avgjordes aldrig (KL 5:67)"]),
        ([ÅTER, AVSLAG], [_p(ÅTER_IDAG)], ["Ärendet återremitteras."], []),
    ],
)  # fmt: skip
def test_ett_avslag_som_aldrig_ställdes_är_en_varning(yrkanden, ordning, beslut, varningar):
    u = _spela(**FÖRSLAG, yrkanden=yrkanden, propositionsordning=ordning, beslut=beslut)
    assert _texter(u, "varning") == varningar


def test_en_punkt_utan_proposition_döljer_inte_felen_i_de_andra():
    p = {"förslag_till_beslut": ["Ett.", "Två."], "yrkanden": [_y(typ="avslag", delbeslut="2")]}
    öppet = ["två förslag ligger men det står inte hur ordföranden ställde proposition (KL 5:67)"]
    fel = _spela(**p, beslut=["Tre.", "Två."])
    assert (_texter(fel), _texter(fel, "varning")) == (["förslaget antogs men beslut 1 har en annan lydelse"], öppet)
    for beslut in (["Ett.", "Vad som helst."], ["Två.", "Ett."], ["Ett. Två."]):
        assert _texter(_spela(**p, beslut=beslut)) == []


def test_det_som_avslogs_är_inget_beslut_också_när_en_annan_fråga_är_öppen():
    p = {**FÖRSLAG, "yrkanden": [_y(typ="avslag"), T], "propositionsordning": [_p("t avslag", "avslag")]}
    u = _spela(**p, beslut=[*JA, "Chefen rapporterar i maj."])
    assert _texter(u) == ["avslag vann men beslut 2 är det som avslogs"]


LÅNGT = "Motionen om en ny bro över ån vid kvarnen nedanför slottet avslås eftersom den inte behövs nu."


@pytest.mark.parametrize(
    ("beslut", "p", "fel"),
    [
        ("Frågan om jäv tas upp en annan gång.", {}, 1),
        ("Yrkandet avslås.", {}, 0),
        (LÅNGT, {}, 1),
        (LÅNGT, {"yrkanden": [A | {"benämning": "motionen om en ny bro"}]}, 0),
        ("Yrkandet avslås.", {"yrkanden": [], ORDNING: [_p("förslaget")]}, 1),
        ("Boken köps.", {"innebär": [{"id": "x", "typ": "utser", "personer": "Bo", "till": "justerare"}]}, 1),
        ("Till justerare utses Bo.", {"innebär": [{"id": "x", "typ": "utser", "personer": "Bo", "till": "x"}]}, 0),
    ],
)
def test_ett_följdbeslut_följer_av_något(beslut, p, fel):
    u = _spela(**FÖRSLAG | {"yrkanden": [A], ORDNING: [_p("förslaget a")], "beslut": [*JA, beslut]} | p)
    assert _texter(u) == ["beslut 2 har ingen föreslagit"] * fel


@pytest.mark.parametrize(
    ("beslut", "varningar"),
    [
        ("Boken köps.", ["avslag vann men beslut 1 säger inte att något avslås"]),
        ("Förslaget avslås.", []),
        ("Begäran bifalls inte.", []),
        ("Skrivelsen lämnas utan åtgärd.", []),
    ],
)
def test_när_avslag_vann_säger_beslutet_det(beslut, varningar):
    ordning = [_p("förslaget avslag", "avslag")]
    u = _spela(**FÖRSLAG, yrkanden=[_y(typ="avslag")], propositionsordning=ordning, beslut=[beslut])
    assert (_texter(u), _texter(u, "varning")) == ([], varningar)


@pytest.mark.parametrize(
    ("förslag", "beslut", "samma"),
    [
        ("Räntan är 1.5 procent.", "Räntan är 15 procent.", False),
        ("Enligt punkt 2.1 i avtalet.", "Enligt punkt 21 i avtalet.", False),
        ("Taxan höjs.[^1]\n\n[^1]: Till 500 kr.", "Taxan höjs.[^1]\n\n[^1]: Till 900 kr.", False),
        ("Taxan höjs.[^1]\n\n[^1]: Till 500 kr.", "Taxan höjs.[^a]\n\n[^a]: Till 500 kr", True),
        ("Ja. Det höjs.", "ja det  höjs", True),
    ],
)
def test_lydelser_jämförs_med_siffror_och_noter(förslag, beslut, samma):
    u = _spela(förslag_till_beslut=[förslag], beslut=[beslut])
    assert _texter(u) == [] if samma else ["förslaget antogs men beslut 1 har en annan lydelse"]
    båda = _spela(förslag_till_beslut=[förslag, "Två."], beslut=[f"{beslut.split('[')[0]} Två."])
    assert (_texter(båda) == []) == (samma and "[" not in förslag)


@pytest.mark.parametrize(("p", "utgång"), [(ÅTERREMITTERAT, "återremiss"), (BORDLAGT, "bordläggning")])
def test_slaget_information_döljer_inte_ett_beslut(p, utgång):
    assert _spela(slag="information", **p).utgång == utgång
    uppdrag = {"id": "x", "typ": "ger uppdrag", "till": "chefen", "uppdrag": "räkna"}
    assert _spela(slag="information", beslut=["Chefen ska räkna."], innebär=[uppdrag]).utgång == "utan förslag"
    assert _spela(slag="information", beslut=["Informationen antecknas."]).utgång == "information"


def test_en_kontraproposition_som_vändes_i_omröstningen_har_ett_fel():
    kontra = _p("a b", kontraproposition="ja", omröstning=_rösta("AB", "CDE", ("a", "b")))
    u = _spela(**FÖRSLAG, yrkanden=[A, B], propositionsordning=[kontra, _p("förslaget a")], beslut=JA)
    assert _texter(u) == ["yrkandet a har redan fallit"]


@pytest.mark.parametrize("rösta", [_rösta("AAB", "CD"), _rösta("AB", "BCD"), _rösta("AB", "BC", lottad="a")])
def test_den_som_röstat_två_gånger_ger_ett_enda_fel(rösta):
    u = _spela(**FÖRSLAG, yrkanden=[A], propositionsordning=[_p("förslaget a", omröstning=rösta)], beslut=["Annat."])
    assert (u.utgång, [f.text.partition(" ")[2] for f in u.fel]) == (
        "går inte att spela upp", ["står två gånger i omröstningen (KL 4:24)"],
    )  # fmt: skip


def test_rådet_säger_vems_utslagsröst_som_avgjorde():
    rösta = _rösta("AB", "DE", avgjord_genom="utslagsröst")
    ordning = [_p("förslaget a", omröstning=rösta)]
    (fel,) = _spela((_läge(ordförande="D"),), **FÖRSLAG, yrkanden=[A], propositionsordning=ordning, beslut=JA).fel
    assert fel.råd.endswith("(utslagsröst i § 1: D)")
