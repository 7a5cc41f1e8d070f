"""YAML-tolkens fel på svenska: plats, vad som är fel och vad man gör."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from gns.grund.datafel import Filfel

if TYPE_CHECKING:
    from yaml.error import YAMLError

DJUPAST = 20
FÖR_DJUPT = (f"posten har fler än {DJUPAST} nivåer", "gör posten plattare")
_CITAT = "sätt citattecken runt texten"
_INDRAG = "rätta indraget: nycklar i samma grupp börjar i samma kolumn, två blanksteg in"
_KOLON = "skriv kolon och blanksteg efter nyckeln, som i start: 09:00, och en längre text efter |"
_LISTA = "varje punkt i en lista börjar med `- ` i samma kolumn"
_BLOCK = "skriv bara | efter kolonet och börja texten på nästa rad, två blanksteg in"
_FLYKT = "skriv \\\\ för ett bakstreck, eller sätt enkla citattecken (') runt texten"

# libyamls problemtext → (vad, råd); det som inte står här blir den allmänna meningen.
_TABELL = {
    "could not find expected ':'": ("raden är varken en nyckel med kolon eller en del av texten ovanför", _KOLON),
    "did not find expected key": (
        "raden hör inte ihop med raderna ovanför",
        f"{_INDRAG}, eller {_CITAT}, från kolonet till radens slut",
    ),
    "did not find expected '-' indicator": ("raden är ingen punkt i listan den står i", _LISTA),
    "found a tab character that violates indentation": ("indraget är skrivet med tabb", "använd blanksteg"),
    "found a tab character where an indentation space is expected": (
        "indraget är skrivet med tabb",
        "använd blanksteg",
    ),
    "did not find expected ',' or ']'": ("en hakparentes i början av ett värde stängs inte rätt", _CITAT),
    "did not find expected ',' or '}'": ("en klammer i början av ett värde stängs inte rätt", _CITAT),
    "did not find expected node content": ("här saknas ett värde", f"skriv ett värde, eller {_CITAT}"),
    "did not find expected comment or line break": ("texten börjar på samma rad som | eller >", _BLOCK),
    "found an indentation indicator equal to 0": ("efter | står en nolla", _BLOCK),
    "found unknown escape character": ("bakstrecket i citattecknen betyder något annat i YAML", _FLYKT),
    "did not find expected hexdecimal number": ("bakstrecket i citattecknen betyder något annat i YAML", _FLYKT),
    "found invalid Unicode character escape code": (
        "bakstrecket i citattecknen betyder något annat i YAML",
        _FLYKT,
    ),
    "found undefined alias": ("ett värde börjar med *, som har en egen betydelse i YAML", _CITAT),
    "did not find expected <document start>": ("raden hör inte ihop med raderna ovanför", _KOLON),
    "found unexpected document indicator": ("texten bryts av en rad med --- eller ...", "ta bort raden"),
    "exceeded maximum nesting depth": FÖR_DJUPT,  # libyaml från 0.2.6 har en egen gräns, långt över vår
    "but found another document": ("filen innehåller mer än en post", "ta bort raden --- och det som följer"),
}
_ALLMÄN = ("raden går inte att läsa som YAML", f"jämför med raderna omkring, {_INDRAG}, eller {_CITAT}")
_KONTEXT = {
    "while scanning an alias": ("ett värde börjar med *, som har en egen betydelse i YAML", _CITAT),
    "while scanning an anchor": ("ett värde börjar med &, som har en egen betydelse i YAML", _CITAT),
    "while parsing a tag": ("ett värde börjar med !, som har en egen betydelse i YAML", _CITAT),
    "while scanning a tag": ("ett värde börjar med !, som har en egen betydelse i YAML", _CITAT),
}
_FRÅN_BÖRJAN = ("could not find expected ':'", "found unexpected end of stream")


class Yamlfel(Exception):
    """Det första felet i en fil som inte går att läsa; rad och kolumn från 1 (0: hela filen)."""

    def __init__(self, rad: int, kolumn: int, text: str, råd: str = "") -> None:
        super().__init__(text)
        self.rad = rad
        self.kolumn = kolumn
        self.text = text
        self.råd = råd


def vid(text: str, index: int, vad: str, råd: str = "") -> Yamlfel:
    """Ett fel vid ett tecken i filens text (index från 0)."""
    start = text.rfind("\n", 0, index) + 1
    return Yamlfel(text.count("\n", 0, index) + 1, index - start + 1, vad, råd)


def översätt(fel: "YAMLError", text: str) -> Yamlfel:
    """Tolkens undantag → svensk mening; engelskan når aldrig användaren."""
    problem = getattr(fel, "problem", "")
    märke = getattr(fel, "context_mark" if problem in _FRÅN_BÖRJAN else "problem_mark", None)
    if märke is None:
        return Yamlfel(0, 0, *_ALLMÄN)
    rad = radtext(text, märke.line + 1)
    kontext = getattr(fel, "context", "")
    return Yamlfel(märke.line + 1, märke.column + 1, *_mening(problem, kontext, rad, märke.column))


def _mening(problem: str, kontext: str, rad: str, kolumn: int) -> tuple[str, str]:
    före = rad[:kolumn].strip()
    tecken = rad[kolumn : kolumn + 1]
    if problem == "mapping values are not allowed in this context":
        if ": " in före or före.startswith("- "):
            return "ett kolon följt av blanksteg står mitt i texten", _CITAT
        return "nyckeln står på fel plats", f"{_INDRAG}, eller skriv | efter nyckeln ovanför om det är löptext"
    if problem == "block sequence entries are not allowed in this context":
        return ("texten börjar med `- ` som en lista", _CITAT) if före else ("listpunkten står på fel plats", _INDRAG)
    if problem == "found character that cannot start any token":
        if tecken == "\t":
            return "indraget är skrivet med tabb", "använd blanksteg"
        return f"ett värde kan inte börja med {tecken}", _CITAT
    if problem == "found unexpected end of stream":
        return "citattecknet som börjar här stängs aldrig", "skriv ett likadant citattecken där texten slutar"
    return _KONTEXT.get(kontext) or _TABELL.get(problem, _ALLMÄN)


def radtext(text: str, rad: int) -> str:
    """Raden (från 1) som den står i filen, utan radslut."""
    return rad_i(text.split("\n"), rad)


def rad_i(rader: Sequence[str], rad: int) -> str:
    """Som ``radtext``, ur filens rader; för den som frågar om många."""
    return rader[rad - 1].rstrip("\r") if 0 < rad <= len(rader) else ""


def som_filfel(fel: Yamlfel, fil: str, rå: bytes) -> Filfel:
    """Felet med filens namn och radens text."""
    return Filfel(fil, fel.rad, fel.kolumn, fel.text, fel.råd, källrad=radtext(rå.decode("utf-8", "replace"), fel.rad))
