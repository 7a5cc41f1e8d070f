"""Skalärernas form i JSON Schema: vad en YAML-redigerare kan pröva medan man skriver.

För gns är varje värde text. Redigeraren läser YAML 1.2 och ger ``19`` typen tal; därför godtas ett tal överallt där gns kan
läsa det. Orden true, false, null och ``~`` är också text för gns, men där är de sant, falskt och inget, och vägras utan
citattecken: annars skulle en nyckel utan värde inte synas. Ett mönster är skrivet så att JavaScript och Python läser det
lika, och ``errorMessage`` är meningen som redigeraren visar i stället för sin egen engelska.
"""

from collections.abc import Sequence
from typing import Any, Final

Form = dict[str, Any]

OKÄND_DAG: Final = "okänd dag"
FÖRSLAGET: Final = "förslaget"  # förslaget till beslut, i propositioner
AVSLAG: Final = "avslag"
AVGÖRS: Final = "avgörs idag"  # mot återremiss och bordläggning
# Nycklarna som alltid finns (verksamhetsplanen 2019 avsnitt 5); en nämnd kan komma överens om fler.
ÅTERBETALNING: Final = "återbetalning"
TILLFÄLLEN: Final = ("januari", "maj", ÅTERBETALNING)  # när parterna faktureras
INBETALT: Final = "inbetalt"  # en återbetalning efter vad var och en har betalat in
STANDARDNYCKLAR: Final = ("lika", "budgetomslutning", "elevantal", "folkmängd", "nytta", "köp-sälj", "extern")


def _mönster(uttryck: str, råd: str, *exempel: str) -> Form:
    """En text som hela följer mönstret."""
    ut: Form = {"type": "string", "pattern": f"^(?:{uttryck})$", "errorMessage": råd}
    return {**ut, "examples": list(exempel)} if exempel else ut


def _text_eller_tal(uttryck: str, råd: str) -> Form:
    """En text som följer mönstret, eller det som redigeraren läser som ett tal."""
    return {"type": ["string", "number"], "pattern": uttryck, "errorMessage": råd}


def _heltal(minst: int, högst: int, uttryck: str, råd: str) -> Form:
    """Ett heltal, med eller utan citattecken."""
    gränser = {"minimum": minst, "maximum": högst}
    return {"type": ["string", "integer"], **gränser, "pattern": f"^(?:{uttryck})$", "errorMessage": råd}


def ett_av(*ord: str, betyder: Sequence[str] = ()) -> Form:
    """Ett av orden; ``betyder`` är vad vart och ett av dem säger, när det behöver förklaras."""
    ut: Form = {"type": "string", "enum": list(ord), "errorMessage": f"skriv {uppräknade(ord, 'eller')}"}
    return {**ut, "enumDescriptions": list(betyder)} if betyder else ut


def uppräknade(ord: Sequence[str], bindeord: str) -> str:
    """``a, b och c``."""
    *första, sista = ord
    return f"{', '.join(första)} {bindeord} {sista}" if första else sista


_SKOTTÅR = "(?:[12][0-9](?:0[48]|[2468][048]|[13579][26])|(?:1[26]|2[048])00)"
_LÅNG, _KORT, _FEBRUARI = "(?:0[13578]|1[02])", "(?:0[469]|11)", "02"
_MÅNAD_OCH_DAG = (
    f"{_LÅNG}-(?:0[1-9]|[12][0-9]|3[01])|{_KORT}-(?:0[1-9]|[12][0-9]|30)|{_FEBRUARI}-(?:0[1-9]|1[0-9]|2[0-8])"
)
_DAG = f"(?:[12][0-9]{{3}}-(?:{_MÅNAD_OCH_DAG})|{_SKOTTÅR}-02-29)"
_MELLANRUM = r"[ \u00a0\u202f]"


def _hela(tusental: int) -> str:
    """Hela tal på högst så många grupper om tre siffror."""
    return f"(?:[0-9]{{1,3}}(?:{_MELLANRUM}[0-9]{{3}}){{1,{tusental - 1}}}|[0-9]{{1,{3 * tusental}}})"


def _belopp(enhet: str, tusental: int, decimaler: str) -> str:
    """Ett belopp i enheten, som högst är en etta följd av så många grupper nollor."""
    högst = f"1(?:(?:{_MELLANRUM}000){{{tusental}}}|(?:000){{{tusental}}})(?:,0{{1,{2 if enhet == 'kr' else 8}}})?"
    return f"(?:{_hela(tusental)}(?:,{decimaler})?|{högst}){_MELLANRUM}?{enhet}"


_DECIMALER = {"kr": "[0-9]{1,2}", "tkr": "[0-9]{1,5}0{0,3}", "mnkr": "[0-9]{1,8}"}  # högst till ett helt öre
_BELOPP = (
    f"[-−+]?(?:{'|'.join(_belopp(e, grupper, _DECIMALER[e]) for e, grupper in (('kr', 4), ('tkr', 3), ('mnkr', 2)))})"
)
_FIL = r"(?=\s*\S[^\n]*\s*$)(?!(?:[^/]*/)*\.\.(?:/|$))[^/\\]+(?:/[^/\\]+)*"
_ID = "[a-z][a-z0-9-]{0,59}"
_SIFFROR = "skriv talet med siffror, utan inledande nolla"

RAD = _text_eller_tal(r"^\s*\S[^\n]*\s*$", "skriv texten på en rad")
LÖPTEXT = _text_eller_tal(r"\S", "skriv | efter kolonet eller strecket, och texten på raderna under")
ID = _mönster(_ID, "skriv ett kort namn med små bokstäver a–z, siffror och bindestreck")
DATUM = _mönster(_DAG, "skriv en dag som finns, som ÅÅÅÅ-MM-DD", "2020-12-18", "2021-02-08")
ÅRSDAG = _mönster(_MÅNAD_OCH_DAG, "skriv månad och dag som MM-DD", "02-15")
TID = _mönster("(?:[01][0-9]|2[0-3]):[0-5][0-9]", "skriv klockslaget som TT:MM", "09:00", "15:30")
HELTAL = _heltal(0, 999_999_999, "0|[1-9][0-9]{0,8}", _SIFFROR)
ORDNINGSTAL = _heltal(1, 999_999_999, "[1-9][0-9]{0,8}", f"{_SIFFROR}, räknat från 1")
ÅR = _heltal(1900, 2099, "(?:19|20)[0-9]{2}", "skriv året med fyra siffror")
JA_NEJ = ett_av("ja", "nej")
BELOPP = _mönster(_BELOPP, "skriv till exempel 457 200 kr", "457 200 kr", "745 tkr")
VIKT = {
    "type": ["string", "integer"],
    "minimum": 0,
    "maximum": 999_999_999_999_999,
    "pattern": f"^(?:(?:[0-9]{{1,3}}(?:{_MELLANRUM}[0-9]{{3}}){{1,5}}|[0-9]{{1,15}})(?:,[0-9]{{1,2}})?)$",
    "errorMessage": "skriv ett tal från 0 med högst två decimaler, till exempel 7120 eller 12,5",
}
PROCENT = _mönster(
    f"(?:100(?:,0{{1,2}})?|[0-9]{{1,2}}(?:,[0-9]{{1,2}})?){_MELLANRUM}?%",
    "skriv andelen i procent, till exempel 12,5 %",
    "12,5 %",
    "40 %",
)
NYCKELNAMN = _mönster(
    "[a-zåäö][a-zåäö0-9-]{0,59}",
    "skriv nyckelns namn med små bokstäver, till exempel lika eller budgetomslutning",
    *STANDARDNYCKLAR,
)
FIL = _text_eller_tal(f"^{_FIL}$", "skriv sökvägen från postmappens rot, till exempel data/handlingar/bilaga.pdf")
DNR = _mönster(
    "[A-Z][A-Z0-9]{0,9}/[1-9][0-9]{0,5}/(?:19|20)[0-9]{2}",
    "skriv till exempel GNS/8/2020, utan inledande nolla",
    "GNS/8/2020",
    "GNS/12/2021",
)
PREFIX = _mönster("[A-Z][A-Z0-9]{0,9}", "skriv stora bokstäver A–Z")
ORGNR = _mönster("[0-9]{2}[2-9][0-9]{3}-[0-9]{4}", "skriv NNNNNN-NNNN", "232100-0214", "212000-2494")
JUSTERAT = _mönster(f"{OKÄND_DAG}|{_DAG}", f"skriv dagen som ÅÅÅÅ-MM-DD, eller {OKÄND_DAG}", "2020-12-23", OKÄND_DAG)
BESLUTSREF = _mönster(
    f"{_DAG}(?: § [1-9][0-9]{{0,3}}(?: [a-z][a-z0-9-]{{0,19}})?)?",
    "skriv dagen och paragrafen, till exempel 2020-05-29 § 14",
    "2020-05-29 § 14",
    "2020-12-18 § 24 a",
)
WEBBADRESS = _mönster(
    "https://[A-Za-z0-9.-]+(?::[0-9]{1,5})?(?:/[A-Za-z0-9._~-]+)*",
    "skriv https:// och adressen, utan / på slutet",
    "https://git.example.se/gns/blob/main",
)
FÖRSLAGSORD = _mönster(
    f"{FÖRSLAGET}|{AVSLAG}|{AVGÖRS}|{_ID}",
    f"skriv ett yrkandes id, {FÖRSLAGET}, {AVSLAG} eller {AVGÖRS}",
    FÖRSLAGET,
    AVSLAG,
    AVGÖRS,
)
DELEGATIONSREF = _mönster("(?:19|20)[0-9]{2}-[1-9][0-9]{0,3}", "skriv år och nummer som 2021-3", "2021-3", "2021-12")
SHA256 = _text_eller_tal("^[0-9a-f]{64}$", "skriv 64 tecken 0–9 och a–f")
