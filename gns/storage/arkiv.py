"""Postmappen: var den ligger, vilka poster den har och var var och en står. Filens namn är postens identitet."""

import os
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from gns.grund.datafel import Filfel
from gns.grund.datum import läs_datum
from gns.grund.dnr import läs_dnr, läs_filstam
from gns.grund.fel import Användningsfel, Postfel
from gns.storage.fil import visa_stig

_ÅR = re.compile(r"(?:19|20)\d\d", re.ASCII)
_MAPP = {
    "mote": "moten",
    "anslag": "anslag",
    "delegation": "delegation",
    "budget": "budgetar",
    "utfall": "utfall",
    "rattelser": "rattelser",
    "svar": "svar",
}
_EFTER_ÅR = frozenset({"delegation", "budget", "utfall"})
_ENSTAKA = {"namnd": "namnd.yaml", "signatarer": "sigill/signatarer.yaml"}
MÖNSTER = {**_ENSTAKA, "arende": "arenden/*/*.yaml", **{s: f"{m}/*.yaml" for s, m in _MAPP.items()}}

Post = tuple[str, str, Path]


@dataclass(frozen=True, slots=True)
class Arkiv:
    """En postmapp: ``data`` med posterna och ``rot`` som den ligger i."""

    rot: Path
    data: Path

    @property
    def mallar(self) -> Path | None:
        """Postmappens egna mallar, om den har några. Användningsfel när ``mallar`` är en länk eller ingen mapp."""
        mapp = self.rot / "mallar"
        if fel := _mappfel(mapp):
            raise Användningsfel(f"{visa_stig(mapp)} {fel}", "lägg en riktig mapp där, eller ta bort den")
        return mapp if mapp.is_dir() else None

    @property
    def repo(self) -> Path:
        """Mappen som har .git; utan git den som posterna ligger i."""
        mappar = (m for m in (self.rot, *self.rot.parents) if os.path.lexists(m / ".git"))
        return next(mappar, self.rot)

    def stig(self, slag: str, id: str) -> Path:
        """Postens fil; ``id`` är ett datum eller ``GNS-8-2020``. ValueError för allt annat."""
        if slag in _ENSTAKA:
            return self.data / _ENSTAKA[slag]
        if slag == "arende":
            return self.data / "arenden" / str(läs_filstam(id).år) / f"{id}.yaml"
        if slag in _MAPP and _är_namn(slag, id):
            return self.data / _MAPP[slag] / f"{id}.yaml"
        raise ValueError(id)

    def riktig_stig(self, slag: str, id: str) -> Path:
        """Som ``stig``; Postfel när en mapp på vägen är en länk."""
        stig = self.stig(slag, id)
        for mapp in stig.parents[: len(stig.relative_to(self.data).parts) - 1]:
            if mapp.is_symlink():
                raise Postfel((_filfel(stig, "ligger i en mapp som är en länk", "lägg själva mappen här"),))
        return stig


def hitta_arkiv(start: Path, data: Path | None) -> Arkiv:
    """Postmappen som ``start`` ligger i, eller den som ``data`` pekar ut. Användningsfel när ingen finns."""
    start = Path(os.path.abspath(start))  # noqa: PTH100 – länkar ska inte lösas upp: sökvägen visas som den skrevs
    if data is not None:
        given = Path(os.path.abspath(start / data))  # noqa: PTH100
        for mapp in (given, given / "data"):
            if os.path.lexists(mapp / "namnd.yaml"):
                return Arkiv(mapp.parent, mapp)
        raise Användningsfel(f"{data} är ingen postmapp: data/namnd.yaml saknas", "ange mappen där posterna ligger")
    for rot in (start, *start.parents):
        if os.path.lexists(rot / "data" / "namnd.yaml"):
            return Arkiv(rot, rot / "data")
    råd = "gå till mappen med posterna eller ange den med --data KATALOG"
    raise Användningsfel("här finns ingen postmapp: data/namnd.yaml saknas", råd)


def är_datum(text: str) -> bool:
    """Sant för ett datum som finns, skrivet 2020-12-18."""
    try:
        läs_datum(text)
    except ValueError:
        return False
    return True


def _är_namn(slag: str, id: str) -> bool:
    """Om filen kan heta så; ett svar heter som posten det gäller."""
    if slag == "svar":
        return id == "namnd" or är_datum(id) or bool(_ÅR.fullmatch(id)) or _är_filstam(id)
    return bool(_ÅR.fullmatch(id)) if slag in _EFTER_ÅR else är_datum(id)


def _är_filstam(id: str) -> bool:
    try:
        läs_filstam(id)
    except ValueError:
        return False
    return True


def poster(arkiv: Arkiv) -> list[Post]:
    """Alla poster som (slag, id, fil), efter filernas namn; inget läses."""
    return [rad for rad in _gå_igenom(arkiv) if not isinstance(rad, Filfel)]


def främmande(arkiv: Arkiv) -> tuple[Filfel, ...]:
    """YAML-filer och länkar som inte är poster: fel namn, fel mapp eller ingen vanlig fil."""
    return tuple(rad for rad in _gå_igenom(arkiv) if isinstance(rad, Filfel))


def mötesdagar(arkiv: Arkiv) -> list[str]:
    """Dagarna som har en möteshandling, i ordning."""
    return [id for slag, id, _ in _i_mapp(arkiv.data / "moten", "mote") if slag == "mote"]


def _gå_igenom(arkiv: Arkiv) -> Iterator[Post | Filfel]:
    for slag, namn in _ENSTAKA.items():
        stig = arkiv.data / namn
        if os.path.lexists(stig):
            yield _filfel(stig, "är en länk", "lägg själva filen här") if stig.is_symlink() else (slag, stig.stem, stig)
    if fel := _mappfel(arkiv.data / "arenden"):
        yield Filfel(visa_stig(arkiv.data / "arenden"), 0, 0, f"mappen {fel}", "lägg själva mappen här")
    for år in _namn(arkiv.data / "arenden"):
        if år.is_dir(follow_symlinks=False) and _ÅR.fullmatch(år.name):
            yield from _rader(Path(år.path), "arende")
        elif år.is_symlink() or år.name.endswith((".yaml", ".yml")):
            yield _filfel(Path(år.path), "hör inte hemma här", "ärenden ligger i data/arenden/<år>/")
    for slag, mapp in _MAPP.items():
        yield from _rader(arkiv.data / mapp, slag)


def _i_mapp(mapp: Path, slag: str) -> Iterator[Post]:
    return (rad for rad in _rader(mapp, slag) if not isinstance(rad, Filfel))


def _rader(mapp: Path, slag: str) -> Iterator[Post | Filfel]:
    if fel := _mappfel(mapp):
        yield Filfel(visa_stig(mapp), 0, 0, f"mappen {fel}", "lägg själva mappen här")
    for fil in _namn(mapp):
        stam, ändelse = Path(fil).stem, Path(fil).suffix
        if fil.is_symlink():
            yield _filfel(Path(fil.path), "är en länk", "lägg själva filen här")
        elif ändelse not in (".yaml", ".yml"):
            continue
        elif not fil.is_file(follow_symlinks=False):
            yield _filfel(Path(fil.path), "är ingen vanlig fil", "ta bort den")
        elif ändelse == ".yaml" and _rätt_namn(slag, stam, mapp):
            yield slag, stam, Path(fil.path)
        else:
            yield _filfel(Path(fil.path), "har fel namn", _namnråd(slag, stam, mapp))


def _rätt_namn(slag: str, stam: str, mapp: Path) -> bool:
    if slag == "arende":
        return _är_filstam(stam) and str(läs_filstam(stam).år) == mapp.name
    return _är_namn(slag, stam)


def _namnråd(slag: str, stam: str, mapp: Path) -> str:
    """Namnet som filen borde ha när det går att läsa ur det den har, annars hur ett namn ser ut."""
    try:
        return _rätt_namn_ur(slag, stam)
    except ValueError:
        form = {
            "arende": f"GNS-NUMMER-{mapp.name}.yaml",
            **dict.fromkeys(_EFTER_ÅR, "ÅÅÅÅ.yaml"),
            "svar": "ÅÅÅÅ-MM-DD.yaml, GNS-NUMMER-ÅÅÅÅ.yaml, ÅÅÅÅ.yaml eller namnd.yaml",
        }.get(slag, "ÅÅÅÅ-MM-DD.yaml")
        return f"döp filen efter formen {form}"


def _rätt_namn_ur(slag: str, stam: str) -> str:
    if slag == "arende":
        dnr = läs_dnr(stam.replace("-", "/").upper(), strikt=False)
        return f"döp om den till data/arenden/{dnr.år}/{dnr.filstam}.yaml"
    if slag in _EFTER_ÅR or slag == "svar":
        raise ValueError(stam)
    år, månad, dag = (int(t) for t in re.findall(r"[0-9]{1,4}", stam)[:3])
    if str(dagen := date(år, månad, dag)) == stam:  # en dag som finns, men ett år som ingen nämnd har
        raise ValueError(stam)
    return f"döp om filen till {dagen}.yaml"


def _mappfel(mapp: Path) -> str:
    """Vad som är fel med en mapp som finns; tomt när den saknas eller är en riktig mapp."""
    if not os.path.lexists(mapp):
        return ""
    return "är en länk" if mapp.is_symlink() else "" if mapp.is_dir() else "är ingen mapp"


def _namn(mapp: Path) -> list[os.DirEntry[str]]:
    """Det som ligger i mappen, i namnordning; dolda filer räknas inte."""
    if _mappfel(mapp) or not mapp.exists():
        return []
    with os.scandir(mapp) as rader:
        return sorted((r for r in rader if not r.name.startswith(".")), key=lambda r: r.name)


def _filfel(stig: Path, text: str, råd: str) -> Filfel:
    return Filfel(visa_stig(stig), 0, 0, f"filen {text}", råd)
