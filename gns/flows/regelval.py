"""Reglerna som pekas ut på kommandoraden."""

from typing import TYPE_CHECKING

from gns.grund.fel import Användningsfel

if TYPE_CHECKING:
    from gns.kontroller.regel import Regel


def känd_regel(id: str) -> "Regel":
    """Regeln, vars id kan skrivas med små bokstäver. Användningsfel när den inte finns."""
    from gns.grund.tecken import ascii_form, råd_för
    from gns.kontroller.lista import REGLER, finns, regel

    rätt = id if finns(id) else next((r for r in REGLER if ascii_form(r) == ascii_form(id.strip())), None)
    if rätt is None:
        vilar = [r.id for r in map(regel, REGLER) if id.strip() in {s.rum for s in r.stöd}]
        råd = f"de som vilar på {id.strip()} är {', '.join(vilar)}" if vilar else ""
        råd = råd or råd_för(id, REGLER, "alla regler visas med gns förklara")
        raise Användningsfel(f"det finns ingen regel {id[:60]}", råd)
    return regel(rätt)
