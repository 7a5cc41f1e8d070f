"""De egna skalärtyperna: varje värde kommer som text ur filen och läses strängt (design § 4)."""

import datetime as dt
import re
from collections.abc import Callable, Sequence
from fractions import Fraction
from typing import Annotated, Any, Literal

from pydantic_core import core_schema

from gns.grund import belopp, block, datum, dnr, tal
from gns.grund.tecken import råd_för
from gns.modell import former
from gns.modell.former import AVGÖRS, AVSLAG, FÖRSLAGET, OKÄND_DAG


class Skalarfel(ValueError):
    """Ett värde som inte går att läsa: vad som är fel och vad man skriver i stället."""

    def __init__(self, text: str, råd: str = "") -> None:
        super().__init__(text)
        self.text = text
        self.råd = råd


class Skalär:
    """Knyter en läsare text → värde och dess JSON Schema till ett modellfält."""

    def __init__(self, läs: Callable[[str], object], schema: dict[str, Any]) -> None:
        self._läs = läs
        self._schema = schema

    def __get_pydantic_core_schema__(self, _källa: object, _hanterare: object) -> core_schema.CoreSchema:
        return core_schema.no_info_plain_validator_function(self._pröva)

    def __get_pydantic_json_schema__(self, _schema: object, _hanterare: object) -> dict[str, Any]:
        return dict(self._schema)

    def _pröva(self, värde: object) -> object:
        if not isinstance(värde, str):
            slag = "en lista" if isinstance(värde, list) else "flera nycklar"
            raise Skalarfel(
                f"här står {slag}, men det ska vara ett enda värde", "skriv värdet på samma rad som nyckeln"
            )
        return self._läs(värde)


def visa(text: str) -> str:
    """Värdet kortat och på en rad, så att det kan stå i ett felmeddelande."""
    kort = " ".join(text.split())
    return f"”{kort[:57] + '…' if len(kort) > 60 else kort}”"


_TID = re.compile(r"(?:[01][0-9]|2[0-3]):[0-5][0-9]")
_ID = re.compile(r"[a-z][a-z0-9-]{0,59}")
_ORGNR = re.compile(r"[0-9]{6}-[0-9]{4}")
_REF = re.compile(
    r"(?P<datum>[0-9]{4}-[0-9]{2}-[0-9]{2})(?: § (?P<nr>[1-9][0-9]{0,3})(?: (?P<id>[a-z][a-z0-9-]{0,19}))?)?"
)
_DELEGATION = re.compile(r"(?:19|20)[0-9]{2}-[1-9][0-9]{0,3}")
_SHA256 = re.compile(r"[0-9a-f]{64}")
_PREFIX = re.compile(r"[A-Z][A-Z0-9]{0,9}")
_PROCENT = re.compile(r"(100(?:,0{1,2})?|[0-9]{1,2}(?:,[0-9]{1,2})?)[ \u00a0\u202f]?%")
_WEBBADRESS = re.compile(r"https://[A-Za-z0-9.-]+(?::[0-9]{1,5})?(?:/[A-Za-z0-9._~-]+)*")
_NYCKELNAMN = re.compile(r"[a-zåäö][a-zåäö0-9-]{0,59}")


def _mönster(mönster: re.Pattern[str], text: str, råd: str) -> str:
    if not mönster.fullmatch(text):
        raise Skalarfel(f"{visa(text)} {råd}")
    return text


def _läs_datum(text: str) -> dt.date:
    try:
        return datum.läs_datum(text)
    except ValueError:
        pass
    if datum.har_datumform(text):
        raise Skalarfel(f"{visa(text)} finns inte i kalendern", "rätta dagen")
    raise Skalarfel(f"{visa(text)} är inget datum", "skriv ÅÅÅÅ-MM-DD, till exempel 2020-12-18")


def _läs_årsdag(text: str) -> tuple[int, int]:
    try:
        dag = datum.läs_datum(f"2001-{text}")  # inget skottår: en dag som finns varje år
    except ValueError:
        raise Skalarfel(f"{visa(text)} är ingen dag som finns varje år", "skriv MM-DD, till exempel 02-15") from None
    return dag.month, dag.day


def _läs_tid(text: str) -> str:
    if not _TID.fullmatch(text):
        delar = re.fullmatch(r"([01]?[0-9]|2[0-3])[:.]([0-5][0-9])", text)
        exempel = f"{int(delar[1]):02}:{delar[2]}" if delar else "TT:MM, till exempel 09:00"
        raise Skalarfel(f"{visa(text)} är inget klockslag", f"skriv {exempel}")
    return text


def _läs_rad(text: str) -> str:
    if "\n" in text.strip():
        raise Skalarfel("texten får bara vara en rad", "skriv den på en rad, utan `|`")
    if not text.strip():
        raise Skalarfel("värdet är tomt", "skriv ett värde eller ta bort nyckeln")
    return text.strip()


def _läs_text(text: str) -> block.Text:
    if not text.strip():
        raise Skalarfel("texten är tom", "skriv texten eller ta bort nyckeln")
    läst = block.läs_text(text)
    if märken := block.notfel(läst):
        märke = märken[0]
        råd = f"en fotnot har [^{märke}] där den hör hemma och en enda rad ”[^{märke}]: text”"
        raise Skalarfel(f"fotnoten [^{märke}] saknar sin text, eller används inte", råd)
    return läst


def _läs_heltal(text: str) -> int:
    if nummer := re.fullmatch(r"§\s*([1-9][0-9]{0,3})", text):
        raise Skalarfel(f"{visa(text)} är inget heltal", f"skriv {nummer[1]}")
    if not re.fullmatch(r"0|[1-9][0-9]{0,8}", text):
        raise Skalarfel(f"{visa(text)} är inget heltal", "skriv talet med siffror, utan inledande nolla")
    return int(text)


def _läs_ordningstal(text: str) -> int:
    if (tal := _läs_heltal(text)) < 1:
        raise Skalarfel(f"{visa(text)} är inget nummer", "räkna från 1")
    return tal


def _läs_år(text: str) -> int:
    if not re.fullmatch(r"(?:19|20)[0-9]{2}", text):
        raise Skalarfel(f"{visa(text)} är inget år", "skriv året med fyra siffror, till exempel 2021")
    return int(text)


def _läs_ja_nej(text: str) -> bool:
    if text not in ("ja", "nej"):
        raise Skalarfel(f"{visa(text)} är varken ja eller nej", "skriv ja eller nej")
    return text == "ja"


def _läs_belopp(text: str) -> belopp.Belopp:
    try:
        return belopp.läs_belopp(text)
    except ValueError as fel:
        if str(fel).startswith("större"):
            högst = belopp.skriv_belopp(belopp.STÖRST)
            raise Skalarfel(f"{visa(text)} är mer än {högst}", "rätta beloppet, eller dess enhet") from None
        raise Skalarfel(f"{visa(text)} är inget belopp", "skriv till exempel 457 200 kr eller 745 tkr") from None


def _läs_vikt(text: str) -> Fraction:
    try:
        return tal.läs_tal(text)
    except ValueError:
        råd = "skriv ett tal från 0 med högst två decimaler, till exempel 7120 eller 12,5"
        raise Skalarfel(f"{visa(text)} är inget tal från 0 och uppåt", råd) from None


def _läs_procent(text: str) -> Fraction:
    träff = _PROCENT.fullmatch(text)
    if not träff:
        raise Skalarfel(f"{visa(text)} är ingen andel", "skriv den från 0 % till 100 %, till exempel 12,5 %")
    return tal.läs_tal(träff[1])


def _läs_nyckelnamn(text: str) -> str:
    if not _NYCKELNAMN.fullmatch(text):
        råd = "skriv ett namn med små bokstäver, siffror och bindestreck, till exempel budgetomslutning"
        raise Skalarfel(f"{visa(text)} är inget namn på en nyckel", råd)
    return text


def _läs_dnr(text: str) -> dnr.Dnr:
    try:
        return dnr.läs_dnr(text)
    except ValueError:
        pass
    try:
        rätt = dnr.läs_dnr(text, strikt=False)
    except ValueError:
        raise Skalarfel(f"{visa(text)} är inget diarienummer", "skriv till exempel GNS/8/2020") from None
    raise Skalarfel(f"diarienumret {visa(text)} har en inledande nolla", f"skriv {rätt}")


def _läs_orgnr(text: str) -> str:
    _mönster(_ORGNR, text, "är inget organisationsnummer, skriv det som 232100-0214")
    siffror = [int(t) for t in text if t != "-"]
    summa = sum(sum(divmod(s * (2 - i % 2), 10)) for i, s in enumerate(siffror))
    if summa % 10 or siffror[2] < 2:
        raise Skalarfel(f"organisationsnumret {visa(text)} har fel kontrollsiffra", "läs av numret en gång till")
    return text


def _läs_justerat(text: str) -> dt.date | Literal["okänd dag"]:
    if text == OKÄND_DAG:
        return OKÄND_DAG
    if not datum.har_datumform(text):
        raise Skalarfel(f"{visa(text)} är ingen dag", f"skriv dagen som ÅÅÅÅ-MM-DD, eller {OKÄND_DAG}")
    return _läs_datum(text)


def _läs_id(text: str) -> str:
    if not _ID.fullmatch(text):
        råd = "skriv det korta namnet med små bokstäver a–z, som id i data/namnd.yaml"
        raise Skalarfel(f"{visa(text)} är inget id", råd)
    return text


def _läs_fil(text: str) -> str:
    delar = text.split("/")
    if "\\" in text or ".." in delar or not all(delar):
        raise Skalarfel(
            f"{visa(text)} är ingen sökväg i postmappen",
            "skriv den från postmappens rot, till exempel data/handlingar/bilaga.pdf",
        )
    return _läs_rad(text)


def _läs_förslagsord(text: str) -> str:
    if text not in (FÖRSLAGET, AVSLAG, AVGÖRS) and not _ID.fullmatch(text):
        råd = f"skriv ett yrkandes id, {FÖRSLAGET}, {AVSLAG} eller {AVGÖRS}"
        raise Skalarfel(f"{visa(text)} är inget förslag", råd)
    return text


def _läs_ref(text: str) -> str:
    träff = _REF.fullmatch(text)
    if not träff:
        raise Skalarfel(f"{visa(text)} pekar inte på ett möte eller en paragraf", "skriv till exempel 2020-05-29 § 14")
    _läs_datum(träff["datum"])
    return text


def _läs_delegationsref(text: str) -> str:
    return _mönster(_DELEGATION, text, "är inget delegationsbeslut, skriv år och nummer som 2021-3")


Rad = Annotated[str, Skalär(_läs_rad, former.RAD)]
Löptext = Annotated[block.Text, Skalär(_läs_text, former.LÖPTEXT)]
Id = Annotated[str, Skalär(_läs_id, former.ID)]
Datum = Annotated[dt.date, Skalär(_läs_datum, former.DATUM)]
Årsdag = Annotated[tuple[int, int], Skalär(_läs_årsdag, former.ÅRSDAG)]
Tid = Annotated[str, Skalär(_läs_tid, former.TID)]
Heltal = Annotated[int, Skalär(_läs_heltal, former.HELTAL)]
Ordningstal = Annotated[int, Skalär(_läs_ordningstal, former.ORDNINGSTAL)]
År = Annotated[int, Skalär(_läs_år, former.ÅR)]
JaNej = Annotated[bool, Skalär(_läs_ja_nej, former.JA_NEJ)]
Pengar = Annotated[belopp.Belopp, Skalär(_läs_belopp, former.BELOPP)]
Vikt = Annotated[Fraction, Skalär(_läs_vikt, former.VIKT)]
Procent = Annotated[Fraction, Skalär(_läs_procent, former.PROCENT)]
Nyckelnamn = Annotated[str, Skalär(_läs_nyckelnamn, former.NYCKELNAMN)]
Fil = Annotated[str, Skalär(_läs_fil, former.FIL)]
Diarienummer = Annotated[dnr.Dnr, Skalär(_läs_dnr, former.DNR)]
Prefix = Annotated[
    str, Skalär(lambda t: _mönster(_PREFIX, t, "är inget prefix, skriv stora bokstäver A–Z"), former.PREFIX)
]
Orgnr = Annotated[str, Skalär(_läs_orgnr, former.ORGNR)]
Justerat = Annotated[dt.date | Literal["okänd dag"], Skalär(_läs_justerat, former.JUSTERAT)]
Beslutsref = Annotated[str, Skalär(_läs_ref, former.BESLUTSREF)]
Förslagsord = Annotated[str, Skalär(_läs_förslagsord, former.FÖRSLAGSORD)]
Delegationsref = Annotated[str, Skalär(_läs_delegationsref, former.DELEGATIONSREF)]
Webbadress = Annotated[
    str,
    Skalär(
        lambda t: _mönster(
            _WEBBADRESS, t, "är ingen adress att länka till, skriv https:// och adressen utan / på slutet"
        ),
        former.WEBBADRESS,
    ),
]
Sha256 = Annotated[
    str, Skalär(lambda t: _mönster(_SHA256, t, "är ingen SHA-256, den är 64 tecken 0–9 och a–f"), former.SHA256)
]


def val(*ord: str, annars: str = "", betyder: Sequence[str] = ()) -> Skalär:
    """En skalär som bara kan vara ett av orden; ``annars`` är ett råd till för den som menade något annat.

    ``betyder`` är vad vart och ett av orden säger.
    """

    def läs(text: str) -> str:
        if text in ord:
            return text
        råd = råd_för(text, ord, f"skriv {', '.join(ord[:-1])} eller {ord[-1]}") + annars
        raise Skalarfel(f"{visa(text)} går inte att välja här", råd)

    return Skalär(läs, former.ett_av(*ord, betyder=betyder))
