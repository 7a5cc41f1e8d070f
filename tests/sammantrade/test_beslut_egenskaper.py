"""Uppspelningen mot en oberoende modell, på paragrafer som ingen har skrivit: samma utgång, och fel när modellen har det."""

from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from gns.modell.las import läs
from gns.modell.mote import Möte
from gns.sammantrade.lage import Läge, Punkt
from gns.sammantrade.uppspelning import spela_upp
from tests.sammantrade import beslutsmodell

ANTAL = 10_000 if settings.get_current_profile_name() == "lang" else 500
NAMN = tuple("ABCDEF")
EGNA = ("avslag", "avgörs idag")
TYPER = ("ändring", "ändring", "ändring", "bifall", "tillägg", "återremiss", "bordläggning", "avslag")
ÖVRIGT = ("Påhittat.", "Ärendet bordläggs.", "Yrkandet avslås.", "Punkt 1.", "Punkt 2.", "Lydelse a.", "Lydelse b.")


def _ibland(draw: Any, chans: int = 10) -> bool:
    return bool(draw(st.integers(1, chans)) == chans)


def _yrkande(draw: Any, id: str, punkter: int) -> dict[str, Any]:
    typ = draw(st.sampled_from(TYPER))
    y: dict[str, Any] = {"id": id, "av": "A", "typ": typ}
    if typ == "bifall":
        y["benämning"] = f"yrkande {id}"
    if typ == "avslag":
        return y | ({"gäller": [draw(st.sampled_from(["förslaget", "a", "z"]))]} if _ibland(draw, 2) else {})
    if typ in ("ändring", "tillägg", "bifall"):
        y |= {"text": "Ord."} if _ibland(draw, 5) else {"lydelse": f"Lydelse {id}."}
    if punkter > 1 and draw(st.booleans()):
        y["delbeslut"] = str(draw(st.integers(1, punkter)))
    return y | ({"återtaget": "ja"} if _ibland(draw, 12) else {})


def _i_ordning(draw: Any, p: dict[str, Any]) -> list[dict[str, Any]]:
    """En ordning som går att följa: formalia, huvudfråga för § eller varje delbeslut, tillägg."""
    kvar = [y for y in p["yrkanden"] if "återtaget" not in y]
    ut = []
    for id in (y["id"] for y in kvar if y["typ"] in ("återremiss", "bordläggning")):
        ut.append({"ställs": [id, "avgörs idag"], "finner": draw(st.sampled_from([id, "avgörs idag", "avgörs idag"]))})
        if ut[-1]["finner"] == id and not _ibland(draw, 8):
            return ut
    huvud = [y for y in kvar if y["typ"] in ("ändring", "bifall")]
    if len(p["förslag_till_beslut"]) > 1 and draw(st.booleans()):
        for k in ("1", "2"):
            i_delen = [y["id"] for y in huvud if y.get("delbeslut") == k]
            ut += [prop | {"delbeslut": k} for prop in _huvudfråga(draw, ["förslaget", *i_delen])]
    else:
        ut += _huvudfråga(draw, ["förslaget"] * bool(p["förslag_till_beslut"]) + [y["id"] for y in huvud])
    tillägg = [[y["id"], "avslag"] for y in kvar if y["typ"] == "tillägg"]
    return [*ut, *({"ställs": t, "finner": draw(st.sampled_from(t))} for t in tillägg)]


def _huvudfråga(draw: Any, huvud: list[str]) -> list[dict[str, Any]]:
    """Kontrapropositioner tills två förslag är kvar, eller alla i en proposition; ett enda mot avslag, eller inte alls."""
    ut: list[dict[str, Any]] = []
    while len(huvud) > 2 and not _ibland(draw, 4):
        par = huvud[-2:]
        ut.append({"ställs": par, "kontraproposition": "ja", "finner": draw(st.sampled_from(par))})
        huvud = [*huvud[:-2], ut[-1]["finner"]]
    if len(huvud) > 1 or (huvud and draw(st.booleans())):
        ställs = huvud if len(huvud) > 1 else [*huvud, "avslag"]
        ut.append({"ställs": ställs, "finner": draw(st.sampled_from(ställs))})
    return ut


def _omröstning(draw: Any, prop: dict[str, Any], slag: str | None) -> dict[str, Any]:
    """En omröstning vars vinnare är den som ordföranden fann, om inte rösterna är lika eller vänder utfallet."""
    ja, nej = prop["ställs"][0], prop["ställs"][-1]
    om_valet = slag in ("val", "anställning") and "avgörs idag" not in prop["ställs"]
    sluten = om_valet != _ibland(draw, 15)
    n_ja, n_nej = draw(st.sampled_from([(3, 2), (2, 3), (2, 2), (3, 3), (4, 1)]))
    o: dict[str, Any] = {"ja_betyder": ja, "nej_betyder": nej}
    if sluten:
        o |= {"form": "sluten", "antal": {"ja": str(n_ja), "nej": str(n_nej), "blanka": "1"}}
    else:
        blandade = draw(st.permutations(NAMN))
        o["röster"] = {"ja": blandade[:n_ja], "nej": blandade[n_ja : n_ja + n_nej]}
    if (n_ja == n_nej) != _ibland(draw):
        o["avgjord_genom"] = "lottning" if sluten != _ibland(draw) else "utslagsröst"
        if (o["avgjord_genom"] == "lottning") != _ibland(draw):
            o["lottad"] = draw(st.sampled_from([ja, nej]))
    if _ibland(draw, 20):
        del o["antal" if sluten else "röster"]
    if _ibland(draw, 20):
        o[draw(st.sampled_from(["ja_betyder", "nej_betyder"]))] = draw(st.sampled_from([ja, nej, "förslaget", "b"]))
    return o


def _stör(draw: Any, ordning: list[dict[str, Any]], ord: list[str]) -> list[dict[str, Any]]:
    """Ett ingrepp som ofta men inte alltid gör ordningen felaktig."""
    i = draw(st.integers(0, len(ordning) - 1))
    vad = draw(st.sampled_from(["bort", "dubbel", "byt", "ord", "finner", "delbeslut", "till", "kontra"]))
    prop = dict(ordning[i])
    if vad == "bort":
        return ordning[:i] + ordning[i + 1 :]
    if vad == "dubbel":
        return [*ordning, prop]
    if vad == "byt":
        return list(draw(st.permutations(ordning)))
    if vad == "ord":
        j = draw(st.integers(0, len(prop["ställs"]) - 1))
        prop["ställs"] = [*prop["ställs"][:j], draw(st.sampled_from(ord)), *prop["ställs"][j + 1 :]]
    elif vad == "till":
        prop["ställs"] = [*prop["ställs"], draw(st.sampled_from(ord))]
    elif vad == "kontra":
        prop["kontraproposition"] = "ja"
    else:
        prop[vad] = str(draw(st.integers(1, 3))) if vad == "delbeslut" else draw(st.sampled_from(ord))
    return [*ordning[:i], prop, *ordning[i + 1 :]]


def _beslut(draw: Any, p: dict[str, Any], ledare: dict[int, str | None]) -> None:
    """Skriver de beslut som följer av propositionerna, eller andra."""
    punkter = max(1, len(p["förslag_till_beslut"]))
    svar = beslutsmodell.spela(p | {"beslut": ["?"] * punkter}, ledare)
    lydelse = {y["id"]: y.get("lydelse", f"Fritt yrkande {y['id']}.") for y in p["yrkanden"]}
    typ = {y["id"]: y["typ"] for y in p["yrkanden"]}
    texter = list(p["förslag_till_beslut"]) if "förslaget" in svar.antagna else []
    for o in sorted(svar.antagna - {"förslaget"}):
        if o in typ and typ[o] in ("återremiss", "bordläggning"):
            innebär = {"id": f"v{o}", "typ": beslutsmodell.UPPSKJUTER[typ[o]]}
            p["innebär"].append(innebär)
            texter.append("Ärendet skjuts upp.")
        elif o in typ and typ[o] != "tillägg" and texter:
            k = next(int(y.get("delbeslut", "1")) for y in p["yrkanden"] if y["id"] == o)
            texter[min(k, len(texter)) - 1] = lydelse[o]
        else:
            texter.append(lydelse.get(o, "Påhittat."))
    p["beslut"] = texter or ["Yrkandet avslås."]
    if _ibland(draw, 4):
        i = draw(st.integers(0, len(p["beslut"]) - 1))
        p["beslut"][i : i + draw(st.integers(0, 1))] = draw(st.lists(st.sampled_from(ÖVRIGT), max_size=2))
    if _ibland(draw, 12):
        delbeslut = {"delbeslut": "1"} if p["beslut"] and draw(st.booleans()) else {}
        p["innebär"].append(
            {"id": "extra", "typ": draw(st.sampled_from(["återremitterar", "bordlägger"])), **delbeslut}
        )


def _efter_jävsfrågan(draw: Any, p: dict[str, Any]) -> None:
    """Ställer en jävsfråga först, så att delbesluten flyttas."""
    p["beslut"].insert(0, draw(st.sampled_from(["A är inte jävig.", "A är inte jävig.", "Punkt 1."])))
    for post in (*p["yrkanden"], *p["propositionsordning"], *p["innebär"]):
        if "delbeslut" in post and not _ibland(draw, 8):
            post["delbeslut"] = str(int(post["delbeslut"]) + 1)


@st.composite
def paragrafer(draw: Any) -> tuple[dict[str, Any], dict[int, str | None], frozenset[int]]:
    """En paragraf som post, vem som leder i varje delbeslut, och de delbeslut som är jävsfrågor."""
    punkter = draw(st.sampled_from([0, 1, 1, 1, 2, 2]))
    slag = draw(st.sampled_from([None, None, None, None, "val", "information"]))
    p: dict[str, Any] = {"nr": "1", "rubrik": "x", "förslag_till_beslut": [f"Punkt {k + 1}." for k in range(punkter)]}
    p |= {"slag": slag} if slag else {}
    p |= {"innebär": [], "beslut": []}
    p["yrkanden"] = [_yrkande(draw, "abcd"[i], punkter) for i in range(draw(st.integers(0, 4)))]
    ordning = [] if _ibland(draw) else _i_ordning(draw, p)
    ord = ["förslaget", *EGNA, *(y["id"] for y in p["yrkanden"]), "z"]
    for _ in range(draw(st.sampled_from([0, 0, 0, 0, 1, 1, 2]))):
        ordning = _stör(draw, ordning, ord) if ordning else []
    for prop in ordning:
        if (len(prop["ställs"]) == 2 and draw(st.booleans())) or _ibland(draw, 15):
            prop["omröstning"] = _omröstning(draw, prop, slag)
    p["propositionsordning"] = ordning
    ledare = {k: draw(st.sampled_from(["A", "A", "A", "B", None])) for k in range(1, 9)}
    _beslut(draw, p, ledare)
    jäv = frozenset({1}) if _ibland(draw, 5) else frozenset()
    if jäv:
        _efter_jävsfrågan(draw, p)
    return p, ledare, jäv


@settings(max_examples=ANTAL)
@given(paragrafer())
def test_uppspelningen_säger_samma_sak_som_modellen(
    fall: tuple[dict[str, Any], dict[int, str | None], frozenset[int]],
) -> None:
    p, ledare, jäv = fall
    möte, _ = läs("mote", "2020-12-18", {"plats": "x", "paragrafer": [p]})
    assert isinstance(möte, Möte)
    lägen = [Läge(Punkt(1, k), (), (), frozenset(), frozenset(), o) for k, o in ledare.items()]
    u = spela_upp(möte.paragrafer[0], lägen, jävsfrågor=jäv)
    svar = beslutsmodell.spela(p, ledare, jäv)
    assert (u.utgång, frozenset(u.antagna)) == (svar.utgång, svar.antagna)
    assert any(f.nivå == "fel" for f in u.fel) == svar.fel
