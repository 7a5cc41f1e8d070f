"""Alla kommandon. Hjälpen och kompletteringen läser bara den här filen.

Ett nytt kommando är en fil här i mappen med en funktion ``kör`` och en rad nedan. Modulen laddas först när någon skriver
kommandot. ``hjälp`` är första raden i funktionens docstring, utan punkt; ett test ser till att de följs åt.
"""

from gns.grund.tecken import ascii_form


class Kommando:
    """En rad i tabellen; ett namn kan ha två ord (``ärende ny``)."""

    __slots__ = ("grupp", "hjälp", "modul", "namn")

    def __init__(self, namn: str, modul: str, hjälp: str, grupp: str) -> None:
        self.namn, self.modul, self.hjälp, self.grupp = namn, modul, hjälp, grupp


KOMMANDON = (
    Kommando("protokoll", "protokoll", "Gör protokollet från ett möte", "Handlingar"),
    Kommando("utdrag", "utdrag", "Gör ett utdrag: en paragraf som står för sig", "Handlingar"),
    Kommando("verksamhetsplan", "verksamhetsplan", "Gör nämndens verksamhetsplan för ett år", "Handlingar"),
    Kommando("budget", "budget", "Gör ett års budget", "Pengar"),
    Kommando("fördela", "fordela", "Delar ett belopp mellan parterna efter en fördelningsnyckel", "Pengar"),
    Kommando("avräkning", "avrakning", "Räknar av nämndens pengar, part för part och år för år", "Pengar"),
    Kommando("fakturaunderlag", "fakturaunderlag", "Gör underlaget för årets fakturor till parterna", "Pengar"),
    Kommando("utfall", "utfall", "Läser in det bokförda ur redovisningens rapport", "Pengar"),
    Kommando("uppföljning", "uppfoljning", "Gör uppföljningen av ett år: tertial, delår eller hela året", "Pengar"),
    Kommando("uppdrag", "uppdrag", "Visar alla uppdrag och hur det har gått med dem", "Register"),
    Kommando("beslut", "beslut", "Visar alla beslut, i ett ärende eller i alla", "Register"),
    Kommando("närvaro", "narvaro", "Visar ett års närvaro, person för person", "Register"),
    Kommando("ärende lista", "arende_lista", "Visar alla ärenden och om de är öppna", "Register"),
    Kommando("ärende visa", "arende_visa", "Visar ett ärendes väg genom mötena", "Register"),
    Kommando(
        "delegation lista", "delegation_lista", "Visar det som ska anmälas för nämnden, och om det är gjort", "Register"
    ),
    Kommando("kontrollera", "kontrollera", "Prövar posterna mot lag, reglemente och praxis", "Kontroll"),
    Kommando("förklara", "forklara", "Förklarar en regel i kontrollen, eller visar alla", "Kontroll"),
    Kommando("svara", "svara", "Skriver ett svar på ett fynd, så att det inte stoppar igen", "Kontroll"),
    Kommando("revisionsunderlag", "revisionsunderlag", "Gör underlaget till revisorerna för ett år", "Kontroll"),
    Kommando("justera", "justera", "Förseglar ett justerat protokoll, eller en § som är justerad för sig", "Spår"),
    Kommando("rätta", "ratta", "Rättar ett justerat protokoll med en öppen anteckning", "Spår"),
    Kommando("verifiera", "verifiera", "Prövar att inget förseglat har ändrats", "Spår"),
    Kommando("granska", "granska", "Visar vad en ändring gör med posterna, innan den slås ihop", "Spår"),
    Kommando("historik", "historik", "Visar en posts liv i git: varje ändring, och besluten som rörde den", "Spår"),
    Kommando("budgetår ny", "budgetar_ny", "Gör ett nytt budgetår ur ett kalkylblad", "Poster"),
    Kommando("möte numrera", "mote_numrera", "Ger ett mötes §§ nästa lediga nummer i året", "Poster"),
    Kommando("formatera", "formatera", "Ställer posterna i ordning utan att ändra vad de säger", "Poster"),
    Kommando("schema", "schema", "Skriver scheman som hjälper din redigerare med posterna", "Övrigt"),
    Kommando("komplettering", "komplettering", "Skriver skriptet som kompletterar med tabb i ditt skal", "Övrigt"),
)


def börjar_på(ord: list[str]) -> list[Kommando]:
    """Kommandona vars namn börjar på alla orden och har fler."""
    början = ascii_form(" ".join(ord)) + " "
    return [k for k in KOMMANDON if ord and ascii_form(k.namn).startswith(början)]


def dela(ord: list[str]) -> tuple[Kommando | None, list[str]]:
    """Delar kommandoraden i kommandot och resten. Namnet kan stå i NFC, NFD eller ASCII; längsta namnet vinner."""
    former = {ascii_form(k.namn): k for k in KOMMANDON}
    for antal in (2, 1):
        kommando = former.get(ascii_form(" ".join(ord[:antal])))
        if kommando and len(ord) >= antal:
            return kommando, ord[antal:]
    return None, ord
