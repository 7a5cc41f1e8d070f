"""Sigillen på disken: vilka möten som är förseglade, deras arkivexemplar och signatärslistan."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

from gns.grund.disk import orsak
from gns.grund.fel import Användningsfel, Diskfel, Konfliktfel, Postfel, Sigillfel
from gns.modell.sigill import MAPP, Sigill, läs_sigill, sigillnummer, summa
from gns.storage.arkiv import Arkiv
from gns.storage.fil import läs_bytes, visa_stig
from gns.storage.skriv import skapa_atomiskt, skriv_atomiskt

_PRÖVA = "kör gns verifiera för att se vad som har hänt"


def mötets_sigill(arkiv: Arkiv, möte: str) -> dict[int | None, tuple[Sigill, bytes]]:
    """Sigillen på mötet (None) och på §§ i det, med sina byte. Sigillfel för ett trasigt."""
    ut: dict[int | None, tuple[Sigill, bytes]] = {}
    for s, rå in alla_sigill(arkiv):
        if s.möte == möte:
            ut.setdefault(s.paragraf, (s, rå))
    return ut


def förseglade_filer(arkiv: Arkiv) -> frozenset[Path]:
    """Varje fil som något sigill låser, eller som har en § eller ett svar som är förseglat."""
    alla = [s for s, _ in alla_sigill(arkiv)]
    bundna = [f"moten/{s.möte}.yaml" for s in alla] + [f"svar/{s.möte}.yaml" for s in alla if s.svar]
    return frozenset(arkiv.data / fil for fil in (*bundna, *(f for s in alla for f in s.filer)))


def alla_sigill(arkiv: Arkiv) -> Iterator[tuple[Sigill, bytes]]:
    """Sigillen i nummerordning. Sigillfel när en fil inte är ett sigill, Diskfel när den inte får läsas."""
    mapp = arkiv.data / MAPP
    if not mapp.is_dir():
        return
    for stig in sorted(s for s in mapp.iterdir() if sigillnummer(f"{MAPP}/{s.name}")):
        try:
            rå = läs_bytes(stig)
            yield läs_sigill(rå.replace(b"\r\n", b"\n")), rå.replace(b"\r\n", b"\n")
        except ValueError as fel:
            raise Sigillfel(f"{visa_stig(stig)} är inget sigill: {fel}", _PRÖVA) from None
        except Postfel as fel:
            raise Sigillfel(f"{visa_stig(stig)} är inget sigill: {fel.fel[0].text}", _PRÖVA) from None


def kräv_orörd(arkiv: Arkiv, sigill: Sigill, fil: str) -> bytes:
    """En förseglad fils byte, med LF; Sigillfel när den inte är den som förseglades."""
    stig = arkiv.data / fil
    try:
        rå = stig.read_bytes()
    except FileNotFoundError:
        raise Sigillfel(f"{visa_stig(stig)} saknas, och den är förseglad", _PRÖVA) from None
    except OSError as fel:
        raise Diskfel(f"{visa_stig(stig)} gick inte att läsa: {orsak(fel)}", "se över filens rättigheter") from None
    for innehåll in (rå, rå.replace(b"\r\n", b"\n")):
        if summa(innehåll) == sigill.filer[fil]:
            return innehåll
    raise Sigillfel(f"{visa_stig(stig)} är inte den som förseglades", _PRÖVA)


def kräv_orörda_paragrafer(arkiv: Arkiv, möte: str, sigillen: Mapping[int | None, tuple[Sigill, bytes]]) -> None:
    """Varje § som är förseglad för sig säger detsamma i mötets post; annars Sigillfel."""
    from gns.kontroller.sparfiler import paragraf_i, paragrafens_fil

    egna = [s for s, _ in sigillen.values() if s.paragraf is not None]
    stig = arkiv.stig("mote", möte) if egna else None
    post = läs_träd(läs_bytes(stig).replace(b"\r\n", b"\n")) if stig and stig.is_file() else None
    for s in egna:
        nr = s.paragraf or 0
        förseglad = läs_träd(kräv_orörd(arkiv, s, paragrafens_fil(möte, nr)))
        if paragraf_i(post or {}, nr) != paragraf_i(förseglad or {}, nr):
            raise Sigillfel(f"§ {nr} i {visa_stig(arkiv.stig('mote', möte))} är inte den som förseglades", _PRÖVA)


@contextmanager
def skrivna(data: Path, filer: Mapping[str, bytes], väntade: Mapping[str, bytes]) -> Iterator[Callable[[], None]]:
    """Skriver filerna (sökväg under data/ → byte); går något fel, här eller i blocket, är allt som det var.

    Det som ges till blocket anropas när filerna ska stå kvar, vad som än händer sedan.

    ``väntade`` är det som står i dem som finns; de andra är nya. Användningsfel när en mapp
    är en länk, Konfliktfel när något har ändrats, Diskfel.
    """
    for mapp in dict.fromkeys((data / fil).parent for fil in filer):
        if mapp.is_symlink():
            raise Användningsfel(f"mappen {visa_stig(mapp)} är en länk", "lägg själva mappen här")
    gjorda: list[str] = []
    mappar = [m for m in dict.fromkeys((data / fil).parent for fil in filer) if not m.exists()]
    try:
        for fil, rå in filer.items():
            if fil in väntade:
                skriv_atomiskt(data / fil, rå, väntat=väntade[fil])
            else:
                skapa_atomiskt(data / fil, rå)
            gjorda.append(fil)
        yield gjorda.clear
    except BaseException:
        _ångra(data, gjorda, väntade)
        for mapp in mappar:
            with suppress(OSError):
                mapp.rmdir()
        raise


def _ångra(data: Path, gjorda: list[str], väntade: Mapping[str, bytes]) -> None:
    for fil in reversed(gjorda):
        with suppress(OSError, Konfliktfel, Diskfel):
            if fil in väntade:
                skriv_atomiskt(data / fil, väntade[fil])
            else:
                (data / fil).unlink()


def läs_träd(rå: bytes) -> Mapping[str, Any] | None:
    """En posts rena träd, eller None när den inte går att läsa."""
    from gns.storage.yaml_las import läs_yaml

    try:
        return läs_yaml(rå)
    except Postfel:
        return None
