"""Sigillet: vad som är låst när ett protokoll är justerat, i en kedja där varje sigill bär det förras SHA-256 (R48, R87).

Ett sigill har en enda form: en fil som inte är byte för byte den som ``skriv_sigill`` ger är inget sigill.
"""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

from gns.grund.datum import läs_datum
from gns.grund.tecken import ascii_form

MAPP = "sigill"
_VERSION = 1
_SHA = re.compile(r"[0-9a-f]{64}")
_ORD = re.compile(r"[a-z0-9]+")
_NAMN = re.compile(rf"{MAPP}/([0-9]{{4}})\.json")
_FIL = re.compile(r"[a-z0-9][A-Za-z0-9./-]*")
_UNDERSKRIFT = re.compile(rf"{MAPP}/([0-9]{{4}})-[^/]+\.sig")
OKÄND = "okänd dag"


@dataclass(frozen=True, slots=True)
class Svaret:
    """Ett svar på ett fynd så som det stod när mötet förseglades; ``slag`` och ``plats`` är tomma när svaret inte har dem."""

    regel: str
    slag: str
    plats: str
    svar: str
    av: str
    datum: str


@dataclass(frozen=True, slots=True)
class Nyckel:
    """En nyckel i signatärslistan: vems, den öppna nyckeln (``ssh-ed25519 AAAA…``) och dagarna den gäller."""

    namn: str
    nyckel: str
    från: str
    till: str


@dataclass(frozen=True, slots=True)
class Sigill:
    """Ett sigill; ``paragraf`` är satt när bara den § är justerad, och ``filer`` har SHA-256 efter sökväg under data/."""

    nr: int
    föregående: str | None
    möte: str
    paragraf: int | None
    justerad: str
    förseglad: str
    undertecknas_av: tuple[str, ...]
    filer: Mapping[str, str]
    svar: tuple[Svaret, ...]
    signatärer: tuple[Nyckel, ...]

    @property
    def namn(self) -> str:
        """Det som är förseglat, i ord: mötets dag, eller dagen och §."""
        return self.möte if self.paragraf is None else f"{self.möte} § {self.paragraf}"

    @property
    def tagg(self) -> str:
        """Taggens namn i git."""
        return f"justerat/{self.möte}" + ("" if self.paragraf is None else f"-p{self.paragraf}")


def sigillfil(nr: int) -> str:
    """Sökvägen under data/."""
    return f"{MAPP}/{nr:04}.json"


def sigillnummer(fil: str) -> int | None:
    """Numret i en sökväg som är ett sigills, annars None."""
    träff = _NAMN.fullmatch(fil)
    return int(träff[1]) if träff else None


def signaturfil(s: Sigill, vem: str) -> str:
    """Sökvägen under data/ till en persons underskrift på sigillet: ``sigill/0001-eva-ek.sig``."""
    former = {namn: "-".join(_ORD.findall(ascii_form(namn))) for namn in (*s.undertecknas_av, vem)}
    lika = [namn for namn, form in former.items() if form == former[vem]]
    nummer = f"-{lika.index(vem) + 1}" if len(lika) > 1 or not former[vem] else ""
    return f"{MAPP}/{s.nr:04}-{former[vem]}{nummer}.sig"


def är_underskrift(fil: str) -> bool:
    """Om filen är en underskrift, på något sigill eller inget."""
    return fil.startswith(f"{MAPP}/") and fil.endswith(".sig")


def underskriftens_nummer(fil: str) -> int | None:
    """Numret på sigillet som en underskrift gäller; None när filens namn inte säger något."""
    träff = _UNDERSKRIFT.fullmatch(fil)
    return int(träff[1]) if träff else None


def skriv_sigill(s: Sigill) -> bytes:
    """Sigillets enda form."""
    hel = {
        "version": _VERSION,
        "nr": s.nr,
        "föregående": s.föregående,
        "möte": s.möte,
        "paragraf": s.paragraf,
        "justerad": s.justerad,
        "förseglad": s.förseglad,
        "undertecknas_av": list(s.undertecknas_av),
        "filer": dict(sorted(s.filer.items())),
        "svar": [_som_dict(v) for v in s.svar],
        "signatärer": [_som_dict(n) for n in s.signatärer],
    }
    return (json.dumps(hel, ensure_ascii=False, indent=2) + "\n").encode()


def läs_sigill(rå: bytes) -> Sigill:
    """Sigillet; ValueError, med en mening om varför, när det inte är ett."""
    try:
        data = json.loads(rå.decode())
    except (ValueError, RecursionError):
        raise ValueError("det är inte JSON") from None
    try:
        sigill = _bygg(data)
        rätt = skriv_sigill(sigill) == rå
    except (KeyError, TypeError, AttributeError, UnicodeError):
        raise ValueError("något i det saknas eller är av fel slag") from None
    if not rätt:
        raise ValueError("det är inte skrivet som gns skriver ett sigill")
    return sigill


def summa(rå: bytes) -> str:
    """SHA-256 med hexadecimala siffror."""
    return sha256(rå).hexdigest()


def _bygg(data: dict[str, Any]) -> Sigill:
    if data["version"] != _VERSION:
        raise ValueError(f"det är av version {data['version']}, som den här gns inte känner; uppdatera gns")
    ut = Sigill(
        data["nr"], data["föregående"], data["möte"], data["paragraf"], data["justerad"], data["förseglad"],
        tuple(data["undertecknas_av"]), data["filer"],
        tuple(Svaret(**v) for v in data["svar"]), tuple(Nyckel(**n) for n in data["signatärer"]),
    )  # fmt: skip
    läs_datum(ut.möte)
    läs_datum(ut.förseglad)
    if ut.justerad != OKÄND:
        läs_datum(ut.justerad)
    for dag in (dag for n in ut.signatärer for dag in (n.från, n.till) if dag):
        läs_datum(dag)
    hashar = [*ut.filer.values(), *([] if ut.föregående is None else [ut.föregående])]
    heltal = type(ut.nr) is int and ut.nr > 0 and (ut.paragraf is None or type(ut.paragraf) is int)
    listade: tuple[Svaret | Nyckel, ...] = (*ut.svar, *ut.signatärer)
    texter = [*ut.undertecknas_av, *(v for del_ in listade for v in _som_dict(del_).values())]
    if not all(type(t) is str for t in texter):
        raise TypeError
    stam = f"arkiv/{ut.möte}" + ("" if ut.paragraf is None else f"-p{ut.paragraf}")
    post = f"moten/{ut.möte}.yaml" if ut.paragraf is None else f"{stam}.yaml"
    if not {post, f"{stam}.md", f"{stam}.pdf"} <= ut.filer.keys():
        raise ValueError("det låser inte posten och arkivexemplaret")
    sökvägar = all(_FIL.fullmatch(fil) and ".." not in fil for fil in ut.filer)
    if not (heltal and sökvägar and all(_SHA.fullmatch(h) for h in hashar)):
        raise ValueError("ett nummer, en sökväg eller en SHA-256 i det är fel")
    return ut


def _som_dict(v: Svaret | Nyckel) -> dict[str, str]:
    return {namn: getattr(v, namn) for namn in v.__slots__}
