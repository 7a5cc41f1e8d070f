"""Ett svar till i data/svar: en ny fil, eller sist i den som finns; allt annat i den står kvar."""

from collections.abc import Mapping
from pathlib import Path

from gns.grund.fel import Användningsfel
from gns.storage.mening import radbryt
from gns.storage.skriv import skapa_atomiskt, skriv_atomiskt
from gns.storage.yaml_las import läs_yaml


def lägg_till(stig: Path, post: str, svar: Mapping[str, str], gammal: bytes | None) -> None:
    """Skriver svaret; ``gammal`` är filen som den lästes, eller None när den inte finns.

    Kastar Användningsfel när svaret inte går att läsa som det skrevs, Konfliktfel och Diskfel.
    """
    ny = med_svar(post, svar, gammal)
    if gammal is None:
        skapa_atomiskt(stig, ny)
    else:
        skriv_atomiskt(stig, ny, väntat=gammal)


def med_svar(post: str, svar: Mapping[str, str], gammal: bytes | None) -> bytes:
    """Svarsfilens byte med svaret sist. Användningsfel när svaret inte går att läsa som det skrevs."""
    svaret = {nyckel: _löptext(värde) if nyckel == "svar" else värde for nyckel, värde in svar.items()}
    try:
        ny = _ny(svaret) if gammal is None else _ändrad(gammal, svaret)
    except ValueError as fel:
        raise Användningsfel(f"svaret går inte att skriva: {fel}", "ta bort tecknet") from None
    _pröva(post, ny)
    return ny


def _löptext(text: str) -> str:
    """En mening per rad, med radslut sist så att den skrivs efter ``|``."""
    return radbryt(text.strip()).strip() + "\n"


def _ny(svar: Mapping[str, str]) -> bytes:
    from gns.storage.form import rader

    return "".join(f"{rad}\n" for rad in rader({"svar": [svar]})).encode()


def _ändrad(gammal: bytes, svar: Mapping[str, str]) -> bytes:
    from gns.storage.andra import öppna

    post = öppna(gammal)
    return post.infoga(("svar", len(post.data["svar"])), svar)


def _pröva(post: str, ny: bytes) -> None:
    """Användningsfel när modellen inte läser posten som den blir."""
    from gns.modell.las import läs

    _, fynd = läs("svar", post, läs_yaml(ny))
    for fel in fynd:
        if fel.nivå == "fel":
            raise Användningsfel(f"svaret går inte att skriva: {fel.text}", fel.råd)
