"""Det som en post eller en del av en kallas på kommandoraden: 2020-12-18, ”2020-12-18 § 19 a”, GNS/8/2020, 2021, namnd."""

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from gns.cli import val
from gns.cli.utskrift import citat
from gns.grund.fel import Användningsfel

if TYPE_CHECKING:
    from gns.dokument.historik import Postval

_I_MÖTET = re.compile(
    r"(?P<dag>[0-9]{4}-[0-9]{2}-[0-9]{2})(?: ?(?:§ ?| )(?P<nr>[1-9][0-9]{0,3})(?: (?P<id>[a-z0-9-]{1,40}))?)?"
)
_RÅD = "skriv till exempel 2020-12-18, ”2020-12-18 § 19”, ”2020-12-18 § 19 a”, GNS/8/2020, 2021 eller namnd"


def postval(ord_: Sequence[str]) -> "Postval":
    """Valet som orden pekar ut; Användningsfel när de inte är en post."""
    from gns.dokument.historik import Postval

    text = " ".join(" ".join(ord_).split())
    if träff := _I_MÖTET.fullmatch(text):
        dag, nr, id = val.datum(träff["dag"]), träff["nr"] or "", träff["id"] or ""
        return Postval("mote", dag, " ".join(o for o in (dag, f"§ {nr}" if nr else "", id) if o), nr, id)
    if val.samma(text, "nämnd"):
        return Postval("namnd", "namnd", "namnd")
    if text.isascii() and text.isdigit():
        return Postval("budget", str(val.år(text)), f"budgetår {text}")
    if re.fullmatch(r"\w+[/-][0-9]{1,6}[/-][0-9]{4}", text, re.ASCII):
        from gns.grund.dnr import läs_dnr

        dnr = läs_dnr(val.dnr(text))
        return Postval("arende", dnr.filstam, str(dnr))
    raise Användningsfel(f"{citat(text)} är ingen post", _RÅD)
