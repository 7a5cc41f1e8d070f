"""Den som får ett uppdrag, eller vars uppdrag ändras, lämnas över eller återtas, står under ”Expedieras till”.

Annars får den som ska göra arbetet inte veta det, och att ingen står där är felet. ”Regiondirektör” och ”regiondirektören”
är samma mottagare, och ”Nämndens parter” är också var och en av dem. Säger beslutet inte vem som har uppdraget hämtas det
ur beslutet som gav det; gavs det utanför arkivet går det inte att pröva.

Rätt:
    innebär:
      - typ: ger uppdrag
        till: driftchefen
    expedieras_till: [Driftchef]

Fel:
    innebär:
      - typ: ger uppdrag
        till: driftchefen
    expedieras_till: [Nämndens parter]
"""

from collections.abc import Iterator, Mapping

from gns.grund.datafel import Fältväg
from gns.kontroller.ordlikhet import nämns, orden
from gns.kontroller.regel import Regel, Utfall, bruten, oprövbar, uppfylld
from gns.kontroller.underlag import Underlag
from gns.modell.innebar import GerUppdrag, LämnarÖverUppdrag, ÄndrarUppdrag, ÅtertarUppdrag
from gns.modell.namnd import Nämnd
from gns.modell.paragraf import Paragraf
from gns.uppdrag.beslut import Ref, beslutsföljd, läs_ref

_Om = GerUppdrag | ÄndrarUppdrag | LämnarÖverUppdrag | ÅtertarUppdrag
_Var = tuple[str, str, Fältväg]
_VAD = {
    "ger uppdrag": "ger ett uppdrag", "ändrar uppdrag": "ändrar ett uppdrag",
    "lämnar över uppdrag": "lämnar över ett uppdrag", "återtar uppdrag": "återtar ett uppdrag",
}  # fmt: skip
_ALLA_PARTER = frozenset({"samtliga", "alla", "nämndens", "parter", "parterna"})
_RÅD = "skriv mottagaren under expedieras_till; i ett justerat protokoll svarar man med hur beslutet nådde fram"


def _pröva(u: Underlag) -> Iterator[Utfall]:
    hade = _innehavare(u)
    for id, _, i, p in u.paragrafer():
        for j, v in enumerate(p.innebär):
            if isinstance(v, _Om):
                fält = ("paragrafer", i, "innebär", j, "till" if v.till else "uppdrag")
                yield _ett(("mote", id, fält), u.bok.nämnd, p, v, hade)


def _ett(var: _Var, nämnd: Nämnd, p: Paragraf, v: _Om, hade: Mapping[Ref, tuple[str, ...]]) -> Utfall:
    har = v.till or (() if isinstance(v, GerUppdrag) else hade.get(läs_ref(v.uppdrag), ()))
    nya = v.övertas_av if isinstance(v, LämnarÖverUppdrag) else ()
    saknas = [n for n in dict.fromkeys((*har, *nya)) if not _får_det(nämnd, n, p.expedieras_till)]
    if saknas:
        text = f"§ {p.nr} {_VAD[v.typ]}, men {' och '.join(saknas)} står inte under expedieras till"
        return bruten(*var, text, _RÅD)
    if not har:
        text = f"det står inte vem som har uppdraget {v.uppdrag}"
        return oprövbar(*var, text, "skriv till")
    return uppfylld(*var)


def _innehavare(u: Underlag) -> dict[Ref, tuple[str, ...]]:
    """De som fick varje uppdrag i arkivet, efter vart och ett av dess namn; ett som lämnats över är inte med."""
    alla: dict[Ref, set[tuple[str, ...]]] = {}
    överlämnade: set[Ref] = set()
    for b in beslutsföljd(u.bok):
        if isinstance(b.verkan, GerUppdrag):
            for ref in _namn(Ref(b.datum, b.paragraf.nr, b.verkan.id)):
                alla.setdefault(ref, set()).add(b.verkan.till)
        elif isinstance(b.verkan, LämnarÖverUppdrag):
            överlämnade.update(_namn(läs_ref(b.verkan.uppdrag)))
    return {r: ett for r, flera in alla.items() if len(flera) == 1 and r not in överlämnade for ett in flera}


def _namn(ref: Ref) -> tuple[Ref, ...]:
    """Hänvisningen och de kortare som kan mena samma uppdrag."""
    return ref, ref._replace(id=None), ref._replace(nr=None, id=None)


def _får_det(nämnd: Nämnd, mottagare: str, lista: tuple[str, ...]) -> bool:
    if nämns(mottagare, lista):
        return True
    if set(orden(mottagare)) <= _ALLA_PARTER and all(nämns(p.namn, lista) for p in nämnd.parter):
        return True
    part = next((n for n in (p.namn for p in nämnd.parter) if orden(n) == orden(mottagare)), None)
    samlade = {"parter", "parterna"} | ({"kommuner", "kommunerna"} if part and "kommun" in orden(part) else set())
    return part is not None and any(samlade & set(orden(rad)) for rad in lista)


REGEL = Regel(
    id="PRAXIS-expediering",
    nummer=(32,),
    fråga="Står den som beslutet ger ett uppdrag, eller tar det från, under expedieras till?",
    nivå="varning",
    pröva=_pröva,
    praxis="den som beslutet rör får det",
)
