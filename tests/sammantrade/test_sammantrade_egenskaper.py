"""Hela vägen, för vilket möte som helst: de som tjänstgör röstar, den som leder avgör lika röstetal, och det blir beslutet.

Vilka som tjänstgör och leder kommer ur närvaromodellen, och vad rösterna ger räknas här för hand; inget av det är gns.
"""

from hypothesis import given, settings
from hypothesis import strategies as st

from gns.sammantrade.sammantrade import Sammanträde
from tests.sammantrade import narvaromodell as modell
from tests.sammantrade.test_narvaro_egenskaper import ANTAL, _lästa, sammanträden


def _röster(draw, läge, i_rummet):
    """Rösterna i ett delbeslut: alla som tjänstgör en gång, utom när något har gått fel."""
    namn = [n for n, _ in läge["tjänstgör"]]
    fel = draw(st.sampled_from(["inget"] * 6 + ["saknas", "främling"]))
    främlingar = [n for n in i_rummet if n not in namn]
    if fel == "saknas":
        namn = namn[1:]
    elif fel == "främling" and främlingar:
        namn.append(främlingar[0])
    val = [draw(st.sampled_from(["ja", "ja", "nej", "nej", "avstår"])) for _ in namn]
    return {sida: [n for n, v in zip(namn, val, strict=True) if v == sida] for sida in ("ja", "nej", "avstår")}


def _vann(röster, ordförande):
    """förslaget, ändringen, eller None när lika röstetal inte kan avgöras av den som ledde."""
    ja, nej = len(röster["ja"]), len(röster["nej"])
    if ja != nej:
        return "förslaget" if ja > nej else "ändringen"
    return "förslaget" if ordförande in röster["ja"] else "ändringen" if ordförande in röster["nej"] else None


@st.composite
def möten_med_röster(draw):
    """(nämnden, mötet, {(§, delbeslut): (läge, röster, vinnare, om beslutet är det som vann)})."""
    nämnd, möte = draw(sammanträden())
    möte["händelser"] = [h for h in möte["händelser"] if h["typ"] != "jävsfråga"]
    möte["paragrafer"] = list({p["nr"]: p for p in möte["paragrafer"]}.values())
    i_rummet = [n["namn"] for n in möte["närvaro"]]
    facit = {}
    for p in möte["paragrafer"]:
        nummer = [k for k, punkt in enumerate(modell.alla_punkter(möte)) if punkt[0] == p["nr"]]
        lägen = [modell.läge(nämnd, möte, k) for k in nummer] if p["beslut"] else []
        if not lägen or not all(läge["tjänstgör"] for läge in lägen):
            continue
        p["förslag_till_beslut"] = [f"Punkt {d}." for d in range(1, len(lägen) + 1)]
        p["yrkanden"], p["propositionsordning"], p["beslut"] = [], [], []
        for d, läge in enumerate(lägen, start=1):
            röster = _röster(draw, läge, i_rummet)
            lika = len(röster["ja"]) == len(röster["nej"])
            vann = _vann(röster, läge["ordförande"])
            rätt = draw(st.integers(1, 5)) > 1
            ändringen = {"id": f"a{d}", "av": läge["tjänstgör"][0][0], "typ": "ändring", "delbeslut": str(d)}
            p["yrkanden"].append(ändringen | {"lydelse": f"Ändring {d}."})
            omröstning = {"ja_betyder": "förslaget", "nej_betyder": f"a{d}", "röster": röster}
            omröstning |= {"avgjord_genom": "utslagsröst"} if lika else {}
            ställs = {"ställs": ["förslaget", f"a{d}"], "finner": "förslaget", "delbeslut": str(d)}
            p["propositionsordning"].append(ställs | {"omröstning": omröstning})
            p["beslut"].append(f"Punkt {d}." if (vann == "förslaget") == rätt else f"Ändring {d}.")
            facit[p["nr"], d] = läge, röster, vann, rätt
    return nämnd, möte, facit


@settings(max_examples=ANTAL)
@given(möten_med_röster())
def test_närvaron_avgör_vilka_som_röstar_vem_som_leder_och_vad_som_blir_beslutat(fall):
    nämnd, möte, facit = fall
    n, m = _lästa(nämnd, möte)
    s = Sammanträde(n, m)
    alla = [f for f in s.fel() if f.nivå == "fel"]
    fel = [f.fältväg for f in alla]
    fel_ord = {f.fältväg for f in alla if "annan lydelse" in f.text or "föreslagit" in f.text}
    for i, p in enumerate(m.paragrafer):
        egna = {d: svar for (nr, d), svar in facit.items() if int(nr) == p.nr}
        avgjorda = {}
        for d, (läge, röster, vann, _) in egna.items():
            röstande = sorted(x for namn in röster.values() for x in namn)
            i_ordning = röstande == sorted(namn for namn, _ in läge["tjänstgör"]) and vann is not None
            om_rösterna = [f for f in fel if f[:4] == ("paragrafer", i, "propositionsordning", d - 1)]
            assert (om_rösterna == []) == i_ordning, (p.nr, d, om_rösterna)
            avgjorda[d] = vann
        if egna and all(v is not None for v in avgjorda.values()):
            utgångar = {d: "enligt förslaget" if v == "förslaget" else "med ändring" for d, v in avgjorda.items()}
            assert s.uppspelning(p).utgångar == utgångar
            assert {d for d in egna if ("paragrafer", i, "beslut", d - 1) in fel_ord} == {
                d for d, (_, _, _, rätt) in egna.items() if not rätt
            }
