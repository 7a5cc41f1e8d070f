"""För vilket möte som helst säger lägena detsamma som en enkel modell som spelar om mötet från början."""

import datetime as dt

from hypothesis import given, settings
from hypothesis import strategies as st

from gns.modell.las import läs
from gns.modell.mote import Möte
from gns.modell.namnd import Nämnd
from gns.sammantrade import deltagande
from gns.sammantrade.beslutsforhet import beslutsförhet
from gns.sammantrade.lage import lägen
from gns.sammantrade.narvaroprov import närvarofel
from tests.modell.hjalp import nämnd
from tests.sammantrade import narvaromodell as modell

ANTAL = 10_000 if settings.get_current_profile_name() == "lang" else 500
DAG = dt.date(2021, 3, 28)
LEDAMÖTER, ERSÄTTARE, VAKANTA, ÖVRIGA = ("Ada", "Bo", "Cia", "Dag"), ("Eli", "Fia", "Gun"), ("vak-1", "vak-2"), ("Hed",)
NAMN = LEDAMÖTER + ERSÄTTARE + ÖVRIGA
ROLLER = (
    "ordförande",
    "vice ordförande",
    "andre vice ordförande",
    "Förste vice ordförande",
    "tjänstgörande ordförande",
)
PARAGRAFER = ("11", "12", "13", "14")
platsnamn = st.sampled_from(LEDAMÖTER + VAKANTA + ("Eli", "Ingen"))
ja_nej = st.sampled_from(["ja", "nej"])
ett = st.sampled_from


def _närvarande(namn):
    """En person, för det mesta i sin egen roll."""
    egen = "ledamot" if namn in LEDAMÖTER else "ersättare" if namn in ERSÄTTARE else "övrig"
    fasta = {"namn": st.just(namn), "som": st.just(egen)}
    valfria = {"roll": ett(ROLLER), "deltar": ett(["på plats", "på distans"])}
    vanlig = st.fixed_dictionaries(fasta, optional=valfria)
    ersättare = st.fixed_dictionaries(fasta | {"som": st.just("ersättare")}, optional=valfria | {"ersätter": platsnamn})
    return ersättare if egen == "ersättare" else ett([vanlig] * 9 + [ersättare]).flatmap(lambda s: s)


def _händelse(typer, namn, fasta=None, **valfria):
    fasta = {"typ": ett(typer), "namn": ett(namn), "paragraf": ett((*PARAGRAFER * 3, "99"))} | (fasta or {})
    valfria |= {"delbeslut": ett("1122223"), "klockan": ett(["02:30", "09:00", "09:30", "11:00"])}
    return st.fixed_dictionaries(fasta, optional=valfria)


UTFALL, VEM = {"utfall": ett(["jävig", "inte jävig"])}, (*NAMN, *LEDAMÖTER, "Okänd")
rörelser = _händelse(["kommer", "går"], VEM)
inträden = _händelse(["tjänstgör"], (*NAMN, *ERSÄTTARE, *ERSÄTTARE, "Okänd"), {"ersätter": platsnamn})
jäv = _händelse(["jäv"], VEM)
ingen = ett(["ja", "ja", "ja", "nej"])
frågor = _händelse(["jävsfråga"], (*LEDAMÖTER, *NAMN), UTFALL, gäller=ett(PARAGRAFER), ingen_att_tillkalla=ingen)
annat = _händelse(["leder", "på distans", "på plats"], VEM)
närvaro = st.tuples(st.permutations([_närvarande(n) for n in NAMN]), st.integers(4, len(NAMN))).flatmap(
    lambda valda: st.tuples(*valda[0][: valda[1]]).map(list)
)
händelser = st.lists(
    rörelser | inträden | jäv | frågor | rörelser | inträden | jäv | frågor | annat, min_size=4, max_size=16
)
paragraf = st.fixed_dictionaries(
    {"rubrik": st.just("x"), "beslut": ett((0, 1, 1, 2, 2, 2, 3)).map(lambda n: ["Ja."] * n)},
    optional={"inte_beslutsför": ja_nej},
)
nummer = ett([PARAGRAFER, PARAGRAFER, PARAGRAFER[:3], PARAGRAFER[1:3], PARAGRAFER[:1], ("11", "12", "12", "13")])
paragrafer = nummer.flatmap(
    lambda numren: st.tuples(*[paragraf] * len(numren)).map(
        lambda alla: [{"nr": nr, **p} for nr, p in zip(numren, alla, strict=True)]
    )
)


@st.composite
def sammanträden(draw):
    """(nämnden, mötet) som de står i filerna; ``antal_ledamöter`` finns också i mötet, för modellens skull."""
    antal = draw(st.none() | st.integers(1, 8))
    platser = [{"person": n, "som": "ledamot", "parti": "S"} for n in LEDAMÖTER]
    platser += [{"id": v, "vakant": "ja", "som": "ledamot", "parti": "M"} for v in VAKANTA]
    platser += [{"person": n, "som": "ersättare", "parti": parti} for n, parti in zip(ERSÄTTARE, "SMS", strict=True)]
    roller = draw(st.permutations(ROLLER[:3]))
    for plats, roll in zip(platser, roller[: draw(st.integers(0, 3))], strict=False):
        plats["roll"] = roll
    mått = {"distans": {"tillåtet": "nej"}, "ersättarordning": ["eget parti"]}
    mått |= {} if antal is None else {"antal_ledamöter": str(antal)}
    möte = {
        "plats": "Här",
        "start": "09:00",
        "slut": "10:30",
        "närvaro": draw(närvaro),
        "händelser": draw(händelser),
        "paragrafer": draw(paragrafer),
        "antal_ledamöter": antal,
    }
    return nämnd(platser=platser, reglementen=[mått]), möte


def _lästa(nämnd, möte):
    n, _ = läs("namnd", "namnd", nämnd)
    m, _ = läs("mote", str(DAG), {k: v for k, v in möte.items() if k != "antal_ledamöter"})
    assert isinstance(n, Nämnd)
    assert isinstance(m, Möte)
    return n, m


@settings(max_examples=ANTAL)
@given(sammanträden())
def test_lägena_är_modellens(sammanträde):
    n, m = _lästa(*sammanträde)
    nämnd_i_filen, möte_i_filen = sammanträde
    ut = lägen(n, m)
    assert [(str(läge.punkt.nr), str(läge.punkt.delbeslut)) for läge in ut] == modell.alla_punkter(möte_i_filen)
    for k, läge in enumerate(ut):
        assert {
            "tjänstgör": [(t.person.namn, t.ersätter) for t in läge.tjänstgör],
            "jäviga": list(läge.jäviga),
            "närvarande": set(läge.närvarande),
            "på distans": set(läge.på_distans),
            "ordförande": läge.ordförande,
            "beslutsför": beslutsförhet(n, DAG, läge).beslutsför,
        } == modell.läge(nämnd_i_filen, möte_i_filen, k)


@given(sammanträden())
def test_varje_läge_går_ihop(sammanträde):
    for läge in lägen(*_lästa(*sammanträde)):
        platser = [t.ersätter or t.person.namn for t in läge.tjänstgör]
        assert len(set(platser)) == len(platser) == len(läge.namn)
        assert läge.namn <= läge.närvarande
        assert not läge.närvarande.intersection(läge.jäviga)
        assert läge.ordförande is None or läge.ordförande in läge.namn


@given(sammanträden())
def test_proven_tål_vad_som_helst_och_säger_varje_sak_en_gång(sammanträde):
    n, m = _lästa(*sammanträde)
    fel = [(f.fältväg, f.text) for f in närvarofel(n, m, lägen(n, m))]
    assert len(set(fel)) == len(fel)


@given(sammanträden())
def test_den_som_är_med_står_på_omslaget_för_precis_sina_paragrafer(sammanträde):
    n, m = _lästa(*sammanträde)
    ut = lägen(n, m)
    beslutar = {d.person.namn: set(d.paragrafer) for d in deltagande.beslutande(m, ut)}
    bara_med = {d.person.namn: set(d.paragrafer) for d in deltagande.ej_tjänstgörande(m, ut)}
    for läge in ut:
        for namn in läge.närvarande:
            i_tjänst, utan = (läge.punkt.nr in vilka.get(namn, ()) for vilka in (beslutar, bara_med))
            assert i_tjänst or namn not in läge.namn
            assert not (i_tjänst and utan)
    ledda = [(namn, p) for namn, hela, _ in deltagande.ordförande(m, ut) for p in hela]
    ledda += [(namn, p.nr) for namn, _, del_ in deltagande.ordförande(m, ut) for p in del_]
    assert set(ledda) == {(läge.ordförande, läge.punkt.nr) for läge in ut if läge.ordförande}
