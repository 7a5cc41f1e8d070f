"""Undantag blir en svensk mening på standard fel och en slutkod (design § 9)."""

import os
import sys
from errno import EINVAL

from gns.cli.utskrift import Utfel, i_färg, meddela, ofarlig
from gns.grund.datafel import Filfel
from gns.grund.disk import orsak
from gns.grund.fel import Diskfel, GnsFel, Konfliktfel, Postfel, Sigillfel

RAPPORTERA = "det är ett fel i gns; kör igen med GNS_FELSOK=1 i miljön och skicka det som visas till dem som sköter gns"
_UTDRAG = 100
_SLUTKODER: dict[type[GnsFel], int] = {Sigillfel: 3, Konfliktfel: 4, Diskfel: 5}


def hantera(fel: BaseException) -> int:
    """Visar felet och ger slutkoden: 2 användning, 3 sigill, 4 konflikt, 5 disk, 70 ett fel i gns, 130 Ctrl-C."""
    if isinstance(fel, KeyboardInterrupt):
        meddela("Avbrutet.")
        return 130
    if isinstance(fel, Utfel):
        return _utdatafel(fel.__cause__)
    if isinstance(fel, Postfel):
        visa_filfel(fel.fel)
        return 2
    if isinstance(fel, GnsFel):
        visa(fel.text, fel.råd)
        return next((kod for slag, kod in _SLUTKODER.items() if isinstance(fel, slag)), 2)
    if isinstance(fel, OSError) and fel.filename and (varför := orsak(fel)):
        visa(f"det gick inte att läsa eller skriva {ofarlig(str(fel.filename))}: {varför}")
        return 5
    return _oväntat(fel)


def visa(text: str, råd: str = "") -> None:
    """Ett fel utan plats i någon fil."""
    meddela(f"{_färg('fel', 31)}: {ofarlig(text)}")
    if råd:
        meddela(f"  råd: {ofarlig(råd)}")


def visa_filfel(alla: tuple[Filfel, ...]) -> None:
    """Felen och sedan varningarna med sina platser, i filernas ordning, och sist hur många de är."""
    for ett in sorted(alla, key=lambda f: (f.nivå != "fel", f.fil, f.rad, f.kolumn, f.text)):
        _visa_ett(ett)
    if alla:
        meddela(_antal(alla))


def _visa_ett(ett: Filfel) -> None:
    plats = ofarlig(ett.fil) + "".join(f":{tal}" for tal in (ett.rad, ett.kolumn) if ett.rad and tal)
    meddela(f"{plats}: {_färg(ett.nivå, 31 if ett.nivå == 'fel' else 33)}: {ofarlig(ett.text)}")
    if ett.källrad.strip():
        for rad in utdrag(ett.källrad, ett.kolumn):
            meddela(f"    {rad}")
    if ett.råd:
        meddela(f"  råd: {ofarlig(ett.råd)}")


def utdrag(rad: str, kolumn: int, längd: int = _UTDRAG) -> list[str]:
    """Raden kortad kring kolumnen, med styrtecken som �, och en pil under kolumnen (räknad från 1, 0 ger ingen pil)."""
    rad = "".join(t if t.isprintable() or t == "\xa0" else " " if t == "\t" else "�" for t in rad.rstrip("\r\n"))
    start = max(0, kolumn - längd * 3 // 4) if len(rad) > längd else 0
    visad = rad[start : start + längd]
    före = "…" if start else ""
    rader = [före + visad + ("…" if start + längd < len(rad) else "")]
    if 0 < kolumn <= len(rad) + 1:
        rader.append(" " * (len(före) + kolumn - 1 - start) + "^")
    return rader


def _antal(alla: tuple[Filfel, ...]) -> str:
    antal_fel = sum(f.nivå == "fel" for f in alla)
    varningar = len(alla) - antal_fel
    delar = [f"{antal_fel} fel"] if antal_fel else []
    delar += [f"{varningar} varning{'ar' if varningar > 1 else ''}"] if varningar else []
    filer = len({f.fil for f in alla})
    return f"{' och '.join(delar)} i {filer} fil{'er' if filer > 1 else ''}."


def _utdatafel(fel: BaseException | None) -> int:
    """En läsare som har slutat läsa är inget fel: 141 (128 + SIGPIPE), som när skalet avslutar programmet."""
    if isinstance(fel, BrokenPipeError) or (os.name == "nt" and getattr(fel, "errno", 0) == EINVAL):
        return 141
    visa(f"det gick inte att skriva på standard ut: {orsak(fel) or 'strömmen tar inte emot'}")
    return 5


def _oväntat(fel: BaseException) -> int:
    if os.environ.get("GNS_FELSOK"):
        import traceback

        meddela("".join(traceback.format_exception(fel)).rstrip())
    if isinstance(fel, MemoryError):
        visa("minnet räckte inte till", "stäng andra program och försök igen")
    else:
        visa(f"något oväntat gick fel inne i gns ({type(fel).__name__})", RAPPORTERA)
    return 70


def _färg(ord: str, kod: int) -> str:
    return f"\x1b[1;{kod}m{ord}\x1b[0m" if i_färg(sys.stderr) else ord
