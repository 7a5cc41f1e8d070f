"""YAML till rena dict, list och str: varje skalär förblir text, som den står i posten (design § 4)."""

import gc
import operator
from collections.abc import Iterator
from typing import Any

from yaml._yaml import CParser
from yaml.error import YAMLError
from yaml.events import CollectionEndEvent, CollectionStartEvent, Event
from yaml.nodes import MappingNode, Node, ScalarNode

from gns.grund.fel import Postfel
from gns.grund.tecken import nfc
from gns.storage.grind import avkoda, otillåtet, släpp_in, är_misstänkt_djup
from gns.storage.yamlfel import DJUPAST, FÖR_DJUPT, Yamlfel, som_filfel, översätt

Träd = dict[str, Any]
_TOMT = "skriv ett värde eller ta bort {}; en text som börjar med # behöver citattecken"


class Tolk(CParser):
    """libyamls tolk utan YAML 1.1:s typgissning: 10:15 förblir texten 10:15."""

    # CParser anropar dessa två vid varje nod; färdiga C-funktioner kostar mindre än tomma metoder.
    descend_resolver = operator.is_
    ascend_resolver = gc.isenabled

    def resolve(self, _slag: object, _värde: object, _implicit: object) -> str:
        """Ingen skalär får en typ."""
        return ""


def läs_yaml(rå: bytes, fil: str = "") -> Träd:
    """Postens rena träd, alla skalärer str i NFC. Postfel med ett Filfel när filen inte går att läsa."""
    try:
        return läs_noder(rå)[1]
    except Yamlfel as fel:
        raise Postfel((som_filfel(fel, fil, rå),)) from None


def läs_noder(rå: bytes) -> tuple[MappingNode, Träd]:
    """Noderna med sina märken, och det rena trädet; Yamlfel när filen inte går att läsa."""
    samlar = gc.isenabled()
    gc.disable()  # ett träd har inga cykler; att leta efter dem under läsningen kostar en sjättedel av tiden
    try:
        rot = komponera(rå)
        return rot, bygg(rot)
    finally:
        if samlar:
            gc.enable()


def komponera(rå: bytes) -> MappingNode:
    """Filens noder med märken; Yamlfel när filen bryter mot postens form utanför värdena."""
    är_nfc = släpp_in(rå)
    try:
        if är_misstänkt_djup(rå):
            _pröva_djup(rå)
        rot = Tolk(rå).get_single_node()
    except YAMLError as fel:
        raise översätt(fel, avkoda(rå)) from None
    if rot is None:
        raise Yamlfel(0, 0, "filen är tom", "skriv posten eller ta bort filen")
    if b"&" in rå or b"!" in rå or b"\\" in rå:
        är_nfc = False
        _pröva_noder(rot, avkoda(rå))
    if rot.__class__ is not MappingNode:
        raise _fel(rot, "posten börjar inte med en nyckel", "skriv `nyckel: värde` på varje rad")
    if not är_nfc:
        _normalisera(rot)
    return rot


def bygg(nod: Node, djup: int = 1) -> Any:
    """Nod → dict eller list; Yamlfel för det som en post inte får innehålla. Den vanliga vägen prövar allt på en gång."""
    if djup > DJUPAST:
        raise _för_djupt(nod)
    if nod.__class__ is not MappingNode:
        lista = [v.value if v.__class__ is ScalarNode else bygg(v, djup + 1) for v in nod.value]
        if not all(lista):
            tom = next(v for v in nod.value if not v.value)
            raise _fel(tom, "listpunkten saknar värde", _TOMT.format("punkten"))
        return lista
    try:
        träd = {n.value: v.value if v.__class__ is ScalarNode else bygg(v, djup + 1) for n, v in nod.value}
    except TypeError:  # en lista eller grupp duger inte som nyckel i en dict
        raise _gruppfel(nod) from None
    if len(träd) != len(nod.value) or "<<" in träd or "" in träd or not all(träd.values()):
        raise _gruppfel(nod)
    return träd


def _gruppfel(nod: MappingNode) -> Yamlfel:
    """Det första felet bland en grupps nycklar och värden."""
    sedda: set[str] = set()
    for nyckelnod, värdenod in nod.value:
        nyckel = nyckelnod.value
        if not isinstance(nyckel, str):
            return _fel(nyckelnod, "en nyckel är en lista eller en grupp", "skriv nyckeln som ett ord")
        if not nyckel:
            return _fel(nyckelnod, "en nyckel saknar namn", "skriv nyckelns namn före kolonet")
        if nyckel == "<<":
            return _fel(nyckelnod, "sammanslagning (<<) får inte stå i en post", "skriv ut värdena")
        if nyckel in sedda:
            return _fel(nyckelnod, f"nyckeln {nyckel} står två gånger", "ta bort den ena")
        if not värdenod.value:
            return _fel(nyckelnod, f"{nyckel} saknar värde", _TOMT.format("nyckeln"))
        sedda.add(nyckel)
    raise AssertionError(nod)


def _pröva_djup(rå: bytes) -> None:
    """Går igenom händelserna utan rekursion och slutar vid första nivån för mycket."""
    tolk = CParser(rå)
    djup = 0
    while (händelse := tolk.get_event()) is not None:
        if isinstance(händelse, CollectionStartEvent):
            djup += 1
            if djup > DJUPAST:
                raise _för_djupt(händelse)
        elif isinstance(händelse, CollectionEndEvent):
            djup -= 1


def _pröva_noder(nod: Node, text: str) -> None:
    """Ankare, taggar och osynliga tecken skrivna med bakstreck; ankaret möts före det som pekar på det."""
    index = nod.start_mark.index
    if (tecken := text[index : index + 1]) in ("&", "!"):
        vad = "ankare" if tecken == "&" else "taggar"
        raise _fel(nod, f"värdet börjar med {tecken}; {vad} får inte stå i en post", "sätt citattecken runt texten")
    if isinstance(nod, ScalarNode):
        if träff := otillåtet(nod.value):
            osynligt = f"U+{ord(träff[0]):04X}"
            raise _fel(nod, f"det osynliga tecknet {osynligt} får inte stå i en post", "ta bort tecknet")
        return
    for barn in _barn(nod):
        _pröva_noder(barn, text)


def _barn(nod: Node) -> Iterator[Node]:
    for barn in nod.value:
        yield from barn if isinstance(nod, MappingNode) else (barn,)


def _normalisera(nod: Node) -> None:
    """Skalärer i NFC på plats, så att tvillingnycklar i NFC och NFD blir samma nyckel."""
    if isinstance(nod, ScalarNode):
        nod.value = nfc(nod.value)
        return
    for barn in _barn(nod):
        _normalisera(barn)


def _för_djupt(nod: Node | Event) -> Yamlfel:
    return _fel(nod, *FÖR_DJUPT)


def _fel(nod: Node | Event, text: str, råd: str) -> Yamlfel:
    märke: Any = nod.start_mark
    return Yamlfel(märke.line + 1, märke.column + 1, text, råd)
