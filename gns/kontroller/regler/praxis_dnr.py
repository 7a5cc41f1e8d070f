"""Ett ärende har ett enda diarienummer, och det skrivs utan inledande nolla: GNS/3/2019.

I ett fält för diarienummer går ett nummer med nolla inte att läsa. I löpande text är det en varning, och texten skrivs
aldrig om: i ett justerat protokoll står den kvar. Hur en annan myndighet skriver sina nummer går inte att pröva.

Rätt:
    sammanfattning: Förstudien beslutades i GNS/3/2019.

Fel:
    sammanfattning: Förstudien beslutades i GNS/03/2019.
"""

from collections.abc import Iterator

from gns.kontroller.regel import Regel, Utfall, oprövbar, redan_sagt, uppfylld
from gns.kontroller.underlag import Underlag

ID = "PRAXIS-dnr"


def _pröva(u: Underlag) -> Iterator[Utfall]:
    eget = f"diarienumret {u.bok.nämnd.prefix}/"
    for fynd in redan_sagt(u, ID):
        if fynd.text.startswith(eget):
            yield fynd
        else:
            text = f"{fynd.text.split()[1]} är inte nämndens eget nummer, och hur det ska skrivas går inte att säga"
            yield oprövbar(fynd.slag, fynd.id, fynd.fält, text)._replace(i_text=fynd.i_text)
    yield from (uppfylld("mote", id, ("paragrafer", i, "dnr")) for id, _, i, p in u.paragrafer() if p.dnr)
    yield from (uppfylld("arende", id) for id, _, _ in u.ärenden())


REGEL = Regel(
    id=ID,
    nummer=(24,),
    fråga="Skrivs diarienumren utan inledande nolla?",
    nivå="varning",
    pröva=_pröva,
    praxis="diarienumrets form",
)
