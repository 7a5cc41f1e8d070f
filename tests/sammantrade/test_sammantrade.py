"""Hela vägen: det som hände i rummet avgör vem som leder, vems röst som är utslagsröst och vad som blev beslutat."""

from gns.modell.mote import Möte
from gns.modell.namnd import Nämnd
from gns.sammantrade.sammantrade import Sammanträde
from tests.modell.hjalp import läst

FYRA = ("Ada", "Bo", "Cia", "Dan")
NÄMND = {
    "namn": "Nämnden",
    "prefix": "GNS",
    "värdorganisation": "region",
    "parter": [{"id": "region", "namn": "Regionen", "orgnr": "232100-0214"}],
    "platser": [{"person": namn, "som": "ledamot"} for namn in (*FYRA, "Eva")],
    "reglementen": [{"antal_ledamöter": "5"}],
}
ROLLER = {"Ada": "ordförande", "Bo": "vice ordförande"}


def _sammanträde(röster, händelser=(), yrkanden=(), beslut=("Avtalet förlängs.",), **paragraf):
    närvaro = [{"namn": n, "som": "ledamot"} | ({"roll": ROLLER[n]} if n in ROLLER else {}) for n in FYRA]
    omröstning = {"ja_betyder": "förslaget", "nej_betyder": "avslag", "röster": röster, "avgjord_genom": "utslagsröst"}
    paragrafen = {
        "nr": "1",
        "rubrik": "Avtal",
        "förslag_till_beslut": ["Avtalet förlängs."],
        "yrkanden": [{"av": "Cia", "typ": "avslag"}, *yrkanden],
        "propositionsordning": [{"ställs": ["förslaget", "avslag"], "finner": "förslaget", "omröstning": omröstning}],
        "beslut": list(beslut),
    }
    data = {"plats": "Salen", "närvaro": närvaro, "händelser": list(händelser), "paragrafer": [paragrafen | paragraf]}
    return Sammanträde(läst(Nämnd, "namnd", "namnd", NÄMND), läst(Möte, "mote", "2021-02-08", data))


def _fel(s):
    return [f.text for f in s.fel() if f.nivå == "fel"]


def test_ordförandens_röst_är_utslagsröst():
    s = _sammanträde({"ja": ["Ada", "Dan"], "nej": ["Bo", "Cia"]})
    assert (s.uppspelning(s.möte.paragrafer[0]).utgång, _fel(s)) == ("enligt förslaget", [])


def test_när_ordföranden_är_jävig_är_vice_ordförandens_röst_utslagsröst():
    jäv = [
        {"typ": "jäv", "namn": "Ada", "paragraf": "1"},
        {"typ": "kommer", "namn": "Dan", "paragraf": "1"},
    ]
    s = _sammanträde({"ja": ["Cia"], "nej": ["Bo"], "avstår": ["Dan"]}, jäv, beslut=["Förslaget avslås."])
    assert [läge.ordförande for läge in s.lägen] == ["Bo"]
    assert (s.uppspelning(s.möte.paragrafer[0]).utgång, _fel(s)) == ("avslag", [])


def test_den_som_kommer_efter_att_frågan_är_avgjord_kan_inte_ha_yrkat_i_den():
    kommer = [{"typ": "kommer", "namn": "Dan", "paragraf": "1", "delbeslut": "2"}]
    sent = {"av": "Dan", "typ": "bifall", "delbeslut": "1"}
    beslut = ["Avtalet förlängs.", "Ada utses att justera."]
    utser = [{"id": "a", "typ": "utser", "personer": "Ada", "till": "justerare", "delbeslut": "2"}]
    röster = {"ja": ["Ada", "Bo"], "nej": ["Cia"]}
    ordning = [
        {
            "ställs": ["förslaget", "avslag"],
            "finner": "förslaget",
            "delbeslut": "1",
            "omröstning": {"ja_betyder": "förslaget", "nej_betyder": "avslag", "röster": röster},
        }
    ]
    s = _sammanträde({}, kommer, [sent], beslut, innebär=utser, propositionsordning=ordning)
    assert _fel(s) == ["Dan var inte närvarande i § 1 och får inte yrka (KL 4:22)"]
