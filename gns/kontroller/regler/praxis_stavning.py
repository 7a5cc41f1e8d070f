"""Facktermer i rubrikerna är hela: en rubrik söks på sina ord, och ”dataskyddsbud” hittas inte av den som söker ombudet.

Bara långa ord som hör till nämndens arbete prövas, och bara när en eller två bokstäver i rad har fallit bort inne i ordet:
då finns inget annat ord som kan vara menat. Annan stavning prövas inte. Har ärendet en paragraf är det den som prövas.

Rätt:
    rubrik: Gemensamt dataskyddsombud

Fel:
    rubrik: Gemensamt dataskyddsbud
"""

import re
from collections.abc import Iterator

from gns.kontroller.regel import Regel, Utfall, bruten, uppfylld
from gns.kontroller.underlag import Underlag

_TERMER = (
    "beslutsunderlag", "budgetuppföljning", "dataskyddsombud", "delegationsbeslut", "delegationsordning",
    "delårsrapport", "dokumenthanteringsplan", "internkontroll", "medborgarförslag", "personuppgiftsbiträde",
    "sammanträdesplan", "samverkansavtal", "tjänsteskrivelse", "verksamhetsberättelse", "verksamhetsplan",
    "årsredovisning", "överenskommelse",
)  # fmt: skip
_BORTFALL = {term[:i] + term[i + n :]: term for term in _TERMER for n in (1, 2) for i in range(1, len(term) - n)}
_ÄNDELSER = ("", *(ä + s for ä in ("", "en", "et", "er", "erna", "n", "na", "t") for s in ("", "s") if ä + s))
_RÅD = "rätta ordet; i ett justerat protokoll står rubriken kvar"


def _pröva(u: Underlag) -> Iterator[Utfall]:
    for id, _, i, p in u.paragrafer():
        yield _en("mote", id, ("paragrafer", i, "rubrik"), f"rubriken till § {p.nr}", p.rubrik)
    i_paragraf = {p.dnr for _, _, _, p in u.paragrafer()}
    for id, dnr, ärende in u.ärenden():
        if dnr not in i_paragraf:
            yield _en("arende", id, ("rubrik",), f"rubriken till {dnr}", ärende.rubrik)


def _en(slag: str, id: str, fält: tuple[str | int, ...], vilken: str, rubrik: str) -> Utfall:
    for ord_ in re.findall(r"\w+", rubrik):
        if term := _menat(ord_.casefold()):
            return bruten(slag, id, fält, f"i {vilken} står ”{ord_}”, men ordet är ”{term}”", _RÅD)
    return uppfylld(slag, id, fält)


def _menat(ord_: str) -> str | None:
    """Termen som ordet är när bokstäver har fallit bort; None när ordet är helt eller ett annat."""
    stammar = [ord_.removesuffix(ä) for ä in _ÄNDELSER if ord_.endswith(ä)]
    if any(stam in _TERMER for stam in stammar):
        return None
    return next((_BORTFALL[stam] for stam in stammar if stam in _BORTFALL), None)


REGEL = Regel(
    id="PRAXIS-stavning",
    nummer=(25,),
    fråga="Är facktermerna i rubrikerna hela?",
    nivå="varning",
    pröva=_pröva,
    praxis="rubriker som går att söka på",
)
