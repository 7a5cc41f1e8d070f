"""I vilken ordning ersättarna ska tjänstgöra (KL 6:16–17)."""

import datetime as dt

from gns.modell.namnd import Nämnd, Plats


def inkallelseordning(nämnd: Nämnd, dag: dt.date, för: Plats) -> list[Plats]:
    """Ersättarna som ska träda in för en ledamots plats, den första först; tomt när ordningen inte är känd.

    Reglementets led avgör i tur och ordning, sedan ordningen i platser. Ordningen är inte känd när reglementet inte
    har någon, eller när parten eller partiet som avgör saknas för ledamoten eller någon ersättare.
    """
    reglemente = nämnd.reglemente(dag)
    led = reglemente.ersättarordning if reglemente else ()
    ersättare = [p for p in nämnd.platser if p.som == "ersättare" and p.person and p.gäller(dag)]
    egna = _led(för, led)
    if not led or None in egna or any(None in _led(p, led) for p in ersättare):
        return []
    return sorted(ersättare, key=lambda p: [a != b for a, b in zip(_led(p, led), egna, strict=True)])


def _led(plats: Plats, led: tuple[str, ...]) -> list[str | None]:
    return [plats.part if ett == "egen part" else plats.parti for ett in led]
