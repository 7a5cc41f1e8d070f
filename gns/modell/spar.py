"""Spåret: det som git och disken säger om de förseglade filerna, fruset, så att det kan prövas utan dem (design § 2)."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from gns.modell.sigill import sigillfil, sigillnummer


@dataclass(frozen=True, slots=True)
class Händelse:
    """En commit som rörde en förseglad fil: vilken commit, vem, vilken dag, och filens SHA-256 efteråt (None: borttagen).

    ``ny`` är sant när filen kom till, ``förseglad`` när sigillet fanns redan före.
    """

    fil: str
    commit: str
    vem: str
    dag: str
    summa: str | None
    ny: bool
    förseglad: bool


@dataclass(frozen=True, slots=True)
class Signatur:
    """En underskrift på ett sigill eller en tagg: nyckeln den är gjord med, och om den stämmer (None när det inte går att pröva)."""

    nyckel: str
    stämmer: bool | None


@dataclass(frozen=True, slots=True)
class Tagg:
    """En tagg under justerat/: dess namn, namnet inne i den och dess text, och vad den commit har som den pekar på.

    ``eget_namn`` är tomt för en tagg utan text; den vittnar om inget mer än sin commit. ``sigill`` är commitens sigill,
    och ``summor`` SHA-256 för de filer i den som taggens eget sigill låser; båda är None när den inte går att läsa.
    ``underskrifter`` är filerna med underskrifter i den.
    """

    namn: str
    eget_namn: str
    text: str
    sigill: Mapping[str, bytes] | None
    summor: Mapping[str, str] | None
    underskrifter: frozenset[str]
    signatur: Signatur | None


@dataclass(frozen=True, slots=True)
class Spår:
    """Allt som prövas. Sökvägarna är under data/; ``huvud`` är filerna i den senaste commiten, ``disk`` dem i mappen.

    ``saknade`` finns i commiten men deras innehåll finns inte i förrådet. ``andra`` är sigill i andra grenar som inte är
    de i den senaste commiten: gren → filer; ``huvudgrenar`` är de av dem som är en huvudgren eller den egna grenens
    original, och ``egen_gren`` är den man står på. ``oläst`` är det som git inte kan läsa: taggarna, grenarna, historien.
    """

    huvud: Mapping[str, bytes]
    disk: Mapping[str, bytes]
    saknade: frozenset[str] = frozenset()
    taggar: tuple[Tagg, ...] = ()
    händelser: tuple[Händelse, ...] = ()
    signaturer: Mapping[str, Signatur] = field(default_factory=dict)
    andra: Mapping[str, Mapping[str, bytes]] = field(default_factory=dict)
    huvudgrenar: frozenset[str] = frozenset()
    egen_gren: str | None = None
    grund: bool = False  # om historiken är avklippt
    oläst: tuple[str, ...] = ()
    omskrivet: tuple[str, ...] = ()  # det som låter git visa annat än det som finns: replace och ymp

    @property
    def sista(self) -> tuple[int, bytes | None]:
        """Det sista sigillet i den senaste commiten: dess nummer och byte; 0 och None när det inte finns något."""
        nr = max((nr for fil in self.huvud if (nr := sigillnummer(fil))), default=0)
        return nr, self.huvud.get(sigillfil(nr))
