"""Inget som går att läsa av ett budgetår kraschar en regel, en delning eller en handling, och varje delning går ihop."""

import copy
import datetime as dt
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from gns.dokument.avrakning import bygg_avräkning
from gns.dokument.budget import bygg_budget
from gns.dokument.fakturaunderlag import bygg_fakturaunderlag
from gns.dokument.lank import Länk
from gns.dokument.revisionsunderlag import KontrollVy, bygg_revisionsunderlag
from gns.dokument.uppfoljning import bygg_uppföljning
from gns.dokument.verksamhetsplan import bygg_verksamhetsplan
from gns.fordelning.initiativ import Delning, dela_initiativ
from gns.fordelning.underlag import Urval, Viktunderlag, viktunderlag
from gns.kontroller.lista import alla_regler
from gns.kontroller.underlag import Underlag
from gns.modell.bok import Bok
from gns.modell.budgetar import Budgetår
from gns.modell.las import läs
from gns.storage.las import bygg_bok
from tests.kontroller.arkiv import _BUDGET, IDAG, REN
from tests.kontroller.test_inga_krascher import _läst, _utan_tomma, _vägar

ANTAL = 5_000 if settings.get_current_profile_name() == "lang" else 300
REGLER = [r for r in alla_regler() if r.id.startswith(("EKONOMI", "POST", "GDPR", "KL-6-6", "KL-11"))]
DAGAR = (dt.date(2024, 1, 1), dt.date(2024, 4, 30), IDAG, dt.date(2024, 12, 31))

KÖP = {
    "id": "gis", "typ": "köp-sälj", "namn": "GIS", "säljare": "region", "pris": "850 kr", "påslag": "10 %",
    "köpare": [{"part": "are", "antal": "10"}, {"part": "berg", "antal": "2,5"}],
}  # fmt: skip
EXTERNT = {
    "id": "eu", "typ": "extern", "namn": "EU", "belopp": "1 000 kr", "medfinansiering": "nytta",
    "parter": [{"part": "are", "från": "2024-03-02"}, {"part": "berg"}],
    "stöd": [{"från": "A", "belopp": "600 kr", "tillstånd": "beviljat"}],
    "tak": [{"part": "are", "högst": "40 %", "beslut": "2024-03-04 § 2"}],
}  # fmt: skip
BAS = {"per_part": "100 kr", "ursprung": "fullmäktige", "angivna_delar": [{"part": "are", "belopp": "100 kr"}]}
POST: dict[str, Any] = {
    **_BUDGET,
    "basfinansiering": BAS,
    "initiativ": [*_BUDGET["initiativ"], KÖP, EXTERNT],
    "sammanträden": [{"datum": "2024-02-05", "teman": ["Bokslut"]}],
    "ingående_balans": {"belopp": "745 tkr", "från_år": "2023", "källa": "bokslutet"},
    "kontering": [
        {"avser": "basfinansiering", "konto": "3690", "motkonto": "1510", "moms": "25 %", "momskonto": "2611"}
    ],
    "fakturor": [
        {"nr": "1", "part": "are", "avser": "januari", "datum": "2024-01-02", "belopp": "100 kr"},
        {"nr": "2", "part": "berg", "avser": "återbetalning", "datum": "2024-04-02"},
    ],
    "inbetalningar": [
        {"nr": "1", "part": "are", "datum": "2024-01-31", "belopp": "100 kr", "faktura": "1"},
        {"nr": "2", "part": "berg", "datum": "2024-01-31", "belopp": "100 kr"},
        {"nr": "3", "part": "berg", "datum": "2024-04-30", "belopp": "-3 kr", "faktura": "2"},
    ],
    "användningar": [{"vad": "x", "belopp": "8 kr", "från_år": "2023", "reservering": "r", "källa": "bokslutet"}],
    "reserveringar": [{"id": "r", "ändamål": "x", "belopp": "9 kr", "från_år": "2023", "beslut": "2024-03-04 § 2"}],
    "saldon": [{"per": "2024-04-30", "belopp": "745 tkr", "källa": "rapporten"}],
    "redovisat": [
        {"per": "2024-04-30", "resultat": "1 tkr", "källa": "rapporten", "behandlad": "2024-03-04 § 2"},
        {"per": "2024-12-31", "resultat": "-5 kr", "källa": "bokslutet", "kommentar": "Få resor."},
    ],
    "prognoser": [
        {"per": "2024-04-30", "källa": "ekonomen", "rader": [{"rad": "Lön", "belopp": "-1 kr"}]},
        {"per": "2024-12-31", "källa": "ekonomen", "resultat": "5 kr"},
    ],
}
UTFALL = {
    "koppling": [{"konto": "4000-4099", "rad": "Lön"}],
    "perioder": [
        {
            "per": "2024-04-30",
            "källa": "x",
            "rader": [{"konto": "4010", "belopp": "-9,50 kr"}, {"konto": "9999", "belopp": "1 kr"}],
        }
    ],
}
TEXTER = st.sampled_from(
    [
        "are", "berg", "region", "kiruna", "vakant", "0", "0,01", "999 999 999 999", "12,5 %", "0 %", "100 %", "lika", "nytta",
        "elevantal", "extern", "köp-sälj", "budgetomslutning", "-1 kr", "0 kr", "0,01 kr", "1 000 000 000 000 kr", "1 tkr",
        "2024-01-31", "2024-03-04", "1999-01-01", "2031-12-24", "2024-03-04 § 2", "2019-01-01 § 9 z", "GNS/1/2024", "GNS/77/2024",
        "2023", "2024", "1999", "ja", "nej", "öre", "basfinansiering", "ingående balans", "budget", "OH 10 %", "=1+1", "100% av",
    ]
)  # fmt: skip


@st.composite
def budgetår(draw: Any) -> Any:
    """Ett budgetår med några värden borttagna, utbytta eller fördubblade, och ibland en annan nämnd."""
    post = copy.deepcopy(POST)
    nämnd = copy.deepcopy(REN["namnd"])
    if draw(st.booleans()):
        nämnd["parter"][draw(st.integers(0, 2))]["från"] = draw(
            st.sampled_from(["2024-04-01", "2024-07-02", "2025-01-01"])
        )
    for _ in range(draw(st.integers(0, 6))):
        vägar = list(_vägar(post))
        if not vägar:
            break
        *före, sist = draw(st.sampled_from(vägar))
        nu: Any = post
        for led in före:
            nu = nu[led]
        vad = draw(st.sampled_from(["bort", "byt", "byt", "dubbla"]))
        if vad == "bort":
            del nu[sist]
        elif vad == "byt" and not isinstance(nu[sist], dict | list):
            nu[sist] = draw(TEXTER)
        elif vad == "dubbla" and isinstance(nu, list):
            nu.append(copy.deepcopy(nu[sist]))
    return nämnd, _utan_tomma(post)


RESTEN, _ = _läst({stam: post for stam, post in REN.items() if stam not in ("namnd", "budgetar/2024")})


def _bok(nämnd: Any, post: Any) -> tuple[Bok, Budgetår, tuple[Any, ...]] | None:
    b, fel = läs("budget", "2024", post)
    if not isinstance(b, Budgetår):
        return None
    modeller = {
        **RESTEN,
        ("namnd", "namnd"): läs("namnd", "namnd", nämnd)[0],
        ("budget", "2024"): b,
        ("utfall", "2024"): läs("utfall", "2024", UTFALL)[0],
    }
    return bygg_bok(modeller, hel=True), b, tuple(("budget", "2024", f) for f in fel)


def test_ett_läsbart_budgetår_kraschar_inget() -> None:
    nådda = []

    @settings(max_examples=ANTAL)
    @given(budgetår())
    def ett(fall: Any) -> None:
        nådda.append(_kraschar_inte(*fall))

    ett()
    assert sum(nådda) > len(nådda) // 10  # så många poster skulle kommandona räkna på


def _kraschar_inte(nämnd: Any, post: Any) -> bool:
    """Om posten är en som kommandona räknar på; ett fel i den stoppar dem."""
    läst = _bok(nämnd, post)
    if läst is None:
        return False
    bok, b, egna = läst
    u = Underlag(bok, IDAG, egna)
    brutna = [utfall for regel in REGLER for utfall in regel.pröva(u) if utfall.svar == "bruten"]
    assert all(f.text and f.råd for f in brutna)
    _revision_går_ihop(bok)
    if any(fel.nivå == "fel" for fynd in u.sagt.values() for _, _, fel in fynd):
        return False
    bygg_budget(bok, 2024)
    bygg_verksamhetsplan(bok, 2024)
    underlag_ = bygg_fakturaunderlag(bok, 2024)
    assert all(t.summa_öre == sum(r.belopp_öre for f in t.fakturor for r in f.rader) for t in underlag_.tillfällen)
    assert underlag_.tillfällen[1].summa_öre == 0
    avräkning = bygg_avräkning(bok, 2023, 2024)
    assert avräkning.saldo_öre == sum(k.utgående_öre for k in avräkning.år[-1].konton)
    _uppföljning_går_ihop(bok)
    for nyckel in b.nyckelnamn():
        underlag = viktunderlag(bok, b, Urval(nyckel))
        assert isinstance(underlag, Viktunderlag) or all(f.text for f in underlag)
    for ett in b.initiativ:
        d = dela_initiativ(bok, b, ett)
        if isinstance(d, Delning) and d.fördelning:
            assert sum(d.fördelning.delar.values()) + d.fördelning.rest == d.fördelning.belopp_öre
    return True


def _revision_går_ihop(bok: Bok) -> None:
    """Underlaget görs också av en post med fel: revisorn ska se felen."""
    for dag in DAGAR:
        vy = bygg_revisionsunderlag(bok, 2024, dag, lambda *_: Länk("x", "data/x.yaml#L1"), KontrollVy((), 0, (), 0))
        for k in (vy.pengar.bidrag, *vy.pengar.återbetalt):
            assert k.summa.beslutat_öre in (None, sum(led.beslutat_öre or 0 for led in k.led))


def _uppföljning_går_ihop(bok: Bok) -> None:
    for dag in DAGAR:
        e = bygg_uppföljning(bok, 2024, dag).ekonomi
        delar = [*(g.summa for g in e.grupper), *([e.utan] if e.utan else [])]
        if e.utfall_per and e.resultat:
            assert e.resultat.utfall_öre == sum(d.utfall_öre or 0 for d in delar)
