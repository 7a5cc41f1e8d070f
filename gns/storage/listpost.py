"""En punkt till i en post som är en lista: en ny fil, eller sist i den som finns; allt annat i den står kvar."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from gns.grund.fel import Användningsfel
from gns.storage.mening import radbryt
from gns.storage.skriv import skapa_atomiskt, skriv_atomiskt
from gns.storage.yaml_las import läs_yaml


@dataclass(frozen=True, slots=True)
class Listslag:
    """Postens slag, listans nyckel, de fält som är löptext, och punkten i bestämd form som den kallas i ett fel."""

    slag: str
    nyckel: str
    löptexter: tuple[str, ...]
    ord: str


SVAR = Listslag("svar", "svar", ("svar",), "svaret")
RÄTTELSER = Listslag("rattelser", "rättelser", ("fel", "rätt", "skäl"), "rättelsen")


def lägg_till(slag: Listslag, stig: Path, post: str, punkt: Mapping[str, str], gammal: bytes | None) -> None:
    """Skriver punkten; ``gammal`` är filen som den lästes, eller None när den inte finns.

    Kastar Användningsfel när punkten inte går att läsa som den skrevs, Konfliktfel och Diskfel.
    """
    ny = med_punkt(slag, post, punkt, gammal)
    if gammal is None:
        skapa_atomiskt(stig, ny)
    else:
        skriv_atomiskt(stig, ny, väntat=gammal)


def med_punkt(slag: Listslag, post: str, punkt: Mapping[str, str], gammal: bytes | None) -> bytes:
    """Filens byte med punkten sist. Användningsfel när punkten inte går att läsa som den skrevs."""
    punkten = {nyckel: _löptext(värde) if nyckel in slag.löptexter else värde for nyckel, värde in punkt.items()}
    try:
        ny = _ny(slag, punkten) if gammal is None else _ändrad(slag, gammal, punkten)
    except ValueError as fel:
        raise Användningsfel(f"{slag.ord} går inte att skriva: {fel}", "ta bort tecknet") from None
    _pröva(slag, post, ny)
    return ny


def _löptext(text: str) -> str:
    """En mening per rad, med radslut sist så att den skrivs efter ``|``."""
    return radbryt(text.strip()).strip() + "\n"


def _ny(slag: Listslag, punkt: Mapping[str, str]) -> bytes:
    from gns.storage.form import rader

    return "".join(f"{rad}\n" for rad in rader({slag.nyckel: [punkt]})).encode()


def _ändrad(slag: Listslag, gammal: bytes, punkt: Mapping[str, str]) -> bytes:
    from gns.storage.andra import öppna

    post = öppna(gammal)
    return post.infoga((slag.nyckel, len(post.data[slag.nyckel])), punkt)


def _pröva(slag: Listslag, post: str, ny: bytes) -> None:
    """Användningsfel när modellen inte läser posten som den blir."""
    from gns.modell.las import läs

    _, fynd = läs(slag.slag, post, läs_yaml(ny))
    for fel in fynd:
        if fel.nivå == "fel":
            raise Användningsfel(f"{slag.ord} går inte att skriva: {fel.text}", fel.råd)
