"""Läsningen för det som rör pengar: alla budgetår, och bara de möten och ärenden som de pekar på."""

import os
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from gns.grund.datafel import Datafel, Filfel
from gns.grund.dnr import Dnr, läs_dnr
from gns.grund.fel import Användningsfel, Diskfel, Postfel
from gns.storage.arkiv import Arkiv, främmande, poster, är_datum
from gns.storage.las import Läsning, Läst, bind

if TYPE_CHECKING:
    from gns.modell.bok import Bok
    from gns.modell.mote import Möte


def load_budget(arkiv: Arkiv) -> "tuple[Bok, Läsplats]":
    """Boken för det som rör pengar: nämnden, alla budgetår och de möten och ärenden som budgetåren pekar på.

    Användningsfel när inget budgetår finns, Postfel med alla filers alla fel.
    """
    år = [id for slag, id, _ in poster(arkiv) if slag == "budget"]
    if not år:
        råd = "lägg årets post i data/budgetar/, till exempel 2021.yaml, eller läs in den med gns budgetår ny"
        raise Användningsfel("det finns inga budgetår", råd)
    läsning = Läsning(arkiv, fel=[f for f in främmande(arkiv) if Path(f.fil).parent.name == "budgetar"])
    läsning.ta("namnd", "namnd")
    for ett in år:
        läsning.ta("budget", ett)
    nämnda = [text for läst in läsning.lästa.values() for text in _ord_i(läst.data)]
    trasiga: set[str] = set()
    for dnr in _rätta_dnr(nämnda):
        if os.path.lexists(arkiv.stig("arende", dnr.filstam)):
            läsning.ta("arende", dnr.filstam)
            trasiga |= {str(dnr)} if ("arende", dnr.filstam) not in läsning.modeller else set()
    bok, varningar = bind(läsning, trasiga, utpekade=_möten_för(arkiv, nämnda))
    return bok, Läsplats(läsning.lästa, varningar)


@dataclass(frozen=True, slots=True)
class Läsplats:
    """Filerna som lästes, så att ett fel som visar sig senare får sin plats, och läsningens varningar."""

    lästa: Mapping[tuple[str, str], Läst]
    varningar: tuple[Filfel, ...]

    def postfel(self, slag: str, id: str, fel: tuple[Datafel, ...]) -> Postfel:
        """Felen med fil, rad och kolumn."""
        from gns.storage.plats import filfel

        läst = self.lästa[slag, id]
        return Postfel(tuple(filfel(läst.stig, läst.rå, fel)))


def _ord_i(värde: object) -> Iterator[str]:
    """Alla texter i ett läst träd."""
    if isinstance(värde, str):
        yield värde
    elif isinstance(värde, dict | list):
        for inre in värde.values() if isinstance(värde, dict) else värde:
            yield from _ord_i(inre)


def _rätta_dnr(texter: list[str]) -> list[Dnr]:
    dnr: dict[Dnr, None] = {}
    for text in texter:
        with suppress(ValueError):
            dnr[läs_dnr(text)] = None
    return list(dnr)


def _möten_för(arkiv: Arkiv, texter: list[str]) -> "dict[date, Möte]":
    """Mötena som en text som ”2020-12-18 § 19 a” pekar på; deras egna fel är någon annans sak."""
    läsning = Läsning(arkiv)
    for dag in sorted({t[:10] for t in texter if t[10:13] == " § " and är_datum(t[:10])}):
        if os.path.lexists(arkiv.stig("mote", dag)):
            with suppress(Diskfel):
                läsning.ta("mote", dag)
    return {m.datum: m for m in läsning.av_slag("mote")}
