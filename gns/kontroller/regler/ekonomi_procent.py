"""En procentsats i en rads namn är den procent som raden är.

”OH 10%” räknas på de rader som ``procent_av`` nämner, annars på gruppens andra rader, och får skilja så mycket som
radens eget belopp är avrundat. En annan procent i ett namn (”Samordnare 50 %”) prövas bara med ``procent_av``.

Rätt:
    - id: lon
      namn: Lön
      belopp: -500 tkr
    - namn: OH 10 %
      belopp: -50 tkr
      procent_av: [lon]

Fel:
    - namn: OH 10 %
      belopp: -80 tkr              # 16 % av 500 tkr
"""

from collections.abc import Iterator

from gns.fordelning.budgetsummor import budgetsummor, noggrannhet, procentsatser
from gns.grund.belopp import Belopp, skriv_belopp
from gns.grund.tal import avrunda, skriv_avrundat, skriv_tal
from gns.kontroller.regel import Regel, Utfall, bruten, uppfylld
from gns.kontroller.underlag import Underlag


def _pröva(u: Underlag) -> Iterator[Utfall]:
    for id, b in u.budgetår():
        summor = budgetsummor(u.bok, b)
        for i, j, p in procentsatser(summor) if summor else ():
            väg = ("budget", "grupper", i, "rader", j, "belopp")
            skriven = p.rad.belopp or Belopp(p.belopp_öre)
            if 2 * abs(p.borde_öre - p.belopp_öre) <= noggrannhet(skriven):
                yield uppfylld("budget", id, väg)
                continue
            enhet = skriven.enhet
            borde = skriv_belopp(abs(avrunda(p.borde_öre)), enhet)
            av, är = skriv_belopp(abs(p.av_öre), enhet), skriv_belopp(abs(p.belopp_öre), enhet)
            verklig = f", som är {skriv_avrundat(p.verklig)} %" if p.verklig is not None else ""
            text = f"{p.rad.namn}: {skriv_tal(p.andel)} % av {av} är {borde}, men raden är {är}{verklig}"
            yield bruten("budget", id, väg, text, "rätta beloppet eller procenten, eller vilka rader den räknas på")


REGEL = Regel(
    id="EKONOMI-procent",
    nummer=(91,),
    fråga="Är raden den procent som dess namn säger?",
    nivå="varning",
    pröva=_pröva,
    praxis="procentsatser räknas om",
)
