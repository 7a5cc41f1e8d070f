"""Små böcker: möten med bara det som proven läser, och repots eget arkiv."""

import datetime as dt
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from gns.modell.arende import Ärende
from gns.modell.bok import Bok
from gns.modell.delegation import Delegation
from gns.modell.las import läs
from gns.modell.mote import Möte
from gns.modell.namnd import Nämnd
from gns.storage.arkiv import Arkiv, poster
from gns.storage.las import läs_fil
from tests.modell.hjalp import NÄMND, M

ROT = Path(__file__).resolve().parents[2]
Data = dict[str, Any]


def dag(text: str) -> dt.date:
    return dt.date.fromisoformat(text)


def paragraf(nr: int, *innebär: Data, **annat: Any) -> Data:
    """En § vars beslut har de ord som innebär kräver."""
    ord_ = [str(v.get("uppdrag", "")) for v in innebär if v["typ"] == "ger uppdrag"]
    verkningar = [{"id": "abcdef"[i], **v} for i, v in enumerate(innebär)]
    return {
        "nr": str(nr),
        "rubrik": f"Ärende {nr}",
        "beslut": [" ".join(["Så beslutas", *ord_])],
        "innebär": verkningar,
    } | annat


def bok(
    möten: Mapping[str, Any],
    ärenden: Mapping[str, Data] | None = None,
    delegation: Mapping[str, list[Data]] | None = None,
    hel: bool = True,
) -> Bok:
    """En bok av möten (bara §§, eller hela poster), ärenden efter filnamn och delegationsbeslut efter år."""
    lästa = [
        _post(Möte, "mote", d, {"plats": "x", **({"paragrafer": m} if isinstance(m, list) else m)})
        for d, m in möten.items()
    ]
    äs = [_post(Ärende, "arende", stam, {"rubrik": stam, **ä}) for stam, ä in (ärenden or {}).items()]
    ds = [_post(Delegation, "delegation", år, {"beslut": b}) for år, b in (delegation or {}).items()]
    nämnd = _post(Nämnd, "namnd", "namnd", NÄMND)
    return Bok(nämnd, {m.datum: m for m in lästa}, {ä.dnr: ä for ä in äs}, {}, {d.år: d for d in ds}, hel=hel)


def _post(klass: type[M], slag: str, id_: str, data: Data) -> M:
    """Posten, som får ha varningar men inga fel."""
    post, fel = läs(slag, id_, data)
    assert not [f for f in fel if f.nivå == "fel"]
    assert isinstance(post, klass)
    return post


def sagt(fynd: Any) -> list[tuple[str, str, str]]:
    """(postens id, fältets sista led, text) för varje fynd."""
    return [(id_, str(f.fältväg[-1]), f.text) for _, id_, f in fynd]


@cache
def repots_bok() -> Bok:
    """Allt i data/, läst på en gång."""
    lästa: dict[str, list[Any]] = {}
    for slag, id_, stig in poster(Arkiv(ROT, ROT / "data")):
        post, fel = läs(slag, id_, läs_fil(stig).data)
        assert not [f for f in fel if f.nivå == "fel"]
        lästa.setdefault(slag, []).append(post)
    return Bok(
        lästa["namnd"][0],
        {m.datum: m for m in lästa["mote"]},
        {ä.dnr: ä for ä in lästa["arende"]},
        {a.datum: a for a in lästa.get("anslag", ())},
        {d.år: d for d in lästa.get("delegation", ())},
        hel=True,
    )
