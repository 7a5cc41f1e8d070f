"""Små sammanträden att pröva närvaron på: nämnden Ada, Bo, Cia och Dag, ersättarna Eli, Fia och Gun."""

from typing import Any, TypeVar

from gns.grund.datafel import Datafel, Fältväg
from gns.modell.las import läs
from gns.modell.mote import Möte
from gns.modell.namnd import Nämnd
from gns.sammantrade.lage import Läge, lägen
from gns.sammantrade.narvaroprov import närvarofel
from tests.modell.hjalp import nämnd

M = TypeVar("M", Nämnd, Möte)
DAG = "2021-03-01"
LEDAMÖTER, ERSÄTTARE = ("Ada", "Bo", "Cia", "Dag"), ("Eli", "Fia", "Gun")


def ledamot(namn: str, **mer: str) -> dict[str, Any]:
    return {"namn": namn, "som": "ledamot", **mer}


def ersättare(namn: str, **mer: str) -> dict[str, Any]:
    return {"namn": namn, "som": "ersättare", **mer}


def övrig(namn: str, **mer: str) -> dict[str, Any]:
    return {"namn": namn, "som": "övrig", **mer}


ALLA = [
    ledamot("Ada", roll="ordförande"),
    *(ledamot(n) for n in LEDAMÖTER[1:]),
    *(ersättare(n) for n in ERSÄTTARE),
    övrig("Hed", roll="Sekreterare"),
]


def händelse(typ: str, namn: str, paragraf: int, delbeslut: int | None = None, **mer: str) -> dict[str, Any]:
    var = {"paragraf": str(paragraf)} | ({"delbeslut": str(delbeslut)} if delbeslut else {})
    return {"typ": typ, "namn": namn, **var, **mer}


def jävsfråga(namn: str, paragraf: int, utfall: str, **mer: str) -> dict[str, Any]:
    return händelse("jävsfråga", namn, paragraf, None, utfall=utfall, **mer)


def tjänstgör(namn: str, ersätter: str, paragraf: int, delbeslut: int | None = None) -> dict[str, Any]:
    return händelse("tjänstgör", namn, paragraf, delbeslut, ersätter=ersätter)


def nämnden(antal: str | None = None, **mått: Any) -> Nämnd:
    """Nämnden, med en vakant plats och reglementets mått."""
    platser: list[dict[str, Any]] = [
        {"person": n, "som": "ledamot", "parti": p} for n, p in zip(LEDAMÖTER, "SSMM", strict=True)
    ]
    platser += [{"id": "vakant-1", "vakant": "ja", "som": "ledamot"}]
    platser += [{"person": n, "som": "ersättare", "parti": p} for n, p in zip(ERSÄTTARE, "SMM", strict=True)]
    mått |= {"antal_ledamöter": antal} if antal else {}
    return läst("namnd", nämnd(platser=platser, reglementen=[mått]), Nämnd)


def mötet(
    *händelser: dict[str, Any],
    närvaro: list[dict[str, Any]] = ALLA,
    beslut: tuple[int, ...] = (1, 1, 1, 1),
    datum: str = DAG,
    paragraf: dict[str, Any] | None = None,
    **mer: Any,
) -> Möte:
    """Mötet med så många beslut i § 1, § 2 och så vidare; ``paragraf`` är nycklar till för varje §."""
    paragrafer = [
        {"nr": str(i + 1), "rubrik": "x", "beslut": ["Ja."] * antal, **(paragraf or {})}
        for i, antal in enumerate(beslut)
    ]
    post = {"plats": "Här", "närvaro": närvaro, "händelser": list(händelser), "paragrafer": paragrafer, **mer}
    return läst("mote", post, Möte, datum)


def läst(slag: str, post: dict[str, Any], klass: type[M], id: str = "") -> M:
    ut, _ = läs(slag, id, post)
    assert isinstance(ut, klass)
    return ut


def i_tjänst(ut: tuple[Läge, ...]) -> list[list[str]]:
    """De som tjänstgör i varje punkt: ”Ada” på egen plats, ”Eli för Ada” på en annans."""
    return [
        [f"{t.person.namn} för {t.ersätter}" if t.ersätter else t.person.namn for t in läge.tjänstgör] for läge in ut
    ]


def felen(möte: Möte, nämnd: Nämnd | None = None) -> list[Datafel]:
    """Det som proven säger om mötet."""
    nämnd = nämnd or nämnden()
    return list(närvarofel(nämnd, möte, lägen(nämnd, möte)))


Fynd = tuple[Fältväg, str, str]


def fynden(*händelser: dict[str, Any], nämnd: Nämnd | None = None, **mer: Any) -> list[Fynd]:
    """(var, nivå, text) för allt som sägs om mötet; varje fynd måste ha ett råd."""
    alla = felen(mötet(*händelser, **mer), nämnd)
    assert all(f.råd for f in alla)
    return [(f.fältväg, f.nivå, f.text) for f in alla]


def fyndet(*händelser: dict[str, Any], **mer: Any) -> Fynd:
    """Det enda som sägs om mötet."""
    (ut,) = fynden(*händelser, **mer)
    return ut
