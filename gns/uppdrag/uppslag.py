"""Vilket uppdrag ett beslut talar om."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from gns.grund.tal import RÄKNEORD
from gns.modell.bok import Bok
from gns.modell.innebar import GerUppdrag, OmUppdrag
from gns.uppdrag.beslut import Beslut, Fynd, Ref, läs_ref
from gns.uppdrag.hanvisning import REGEL

_RÄTTA = "rätta hänvisningen"


@dataclass(frozen=True)
class Uppslag:
    """Uppdragen som arkivets beslut har gett."""

    bok: Bok
    givna: Sequence[Beslut]

    def sök(self, beslut: Beslut, verkan: OmUppdrag) -> str | Fynd | None:
        """Uppdragets namn, eller felet i hänvisningen; None när modellen redan har sagt felet.

        Ett uppdrag från ett möte utan post heter så som det skrivs.
        """
        ref = läs_ref(verkan.uppdrag)
        möte = self.bok.möten.get(ref.datum)
        if ref.datum > beslut.datum:
            return _fel(beslut, f"{verkan.uppdrag} är ett senare beslut", _RÄTTA)
        if möte is None:
            return verkan.uppdrag
        if ref.nr not in {None, *(p.nr for p in möte.paragrafer)} or (ref.nr is None and ref.datum == beslut.datum):
            text = f"mötet {ref.datum} har ingen § {ref.nr}"
            return None if ref.datum == beslut.datum else _fel(beslut, text, _RÄTTA)
        return self._i_mötet(beslut, ref)

    def _i_mötet(self, beslut: Beslut, ref: Ref) -> str | Fynd:
        i_mötet = [b for b in self.givna if b.datum == ref.datum and ref.nr in (None, b.paragraf.nr)]
        namn = {b.ref: b for b in reversed(i_mötet) if ref.id in (None, b.verkan.id)}
        var = f"mötet {ref.datum}" if ref.nr is None else f"{ref.datum} § {ref.nr}"
        if len(namn) > 1:
            text = f"{var} gav {RÄKNEORD[len(namn)] if len(namn) < len(RÄKNEORD) else len(namn)} uppdrag"
            return _fel(beslut, text, f"skriv vilket: {' eller '.join(reversed(namn))}")
        if not namn:
            andra = list(dict.fromkeys(b.ref for b in i_mötet))
            text = f"{var} gav inget uppdrag" + (f" {ref.id}" if ref.id else "")
            return _fel(beslut, text, f"§ {ref.nr} gav {' och '.join(andra)}" if andra else _RÄTTA)
        ((ett, givet),) = namn.items()
        if givet.turen > beslut.turen:
            return _fel(beslut, f"{ett} är ett senare beslut", _RÄTTA)
        return ett


def _fel(beslut: Beslut, text: str, råd: str) -> Fynd:
    slag, id, fel = beslut.fel("uppdrag", text, råd)
    return slag, id, replace(fel, regel=REGEL)


def uppslag(bok: Bok, följd: Sequence[Beslut]) -> Uppslag:
    """Uppslaget över de uppdrag som besluten gav."""
    return Uppslag(bok, [b for b in följd if isinstance(b.verkan, GerUppdrag)])
