"""Utfallet ur redovisningen stämmer med rapportens summa, och varje konto hör till en budgetrad.

Raderna ska tillsammans vara rapportens egen summa; utan en sådan går det inte att stämma av. Ett konto som ingen koppling nämner
räknas inte på någon budgetrad, och ska vara sett.

Rätt:
    koppling:
      - konto: 5000–5099
        rad: Kontorslokal
    perioder:
      - per: 2021-04-30
        summa: -14 333 kr
        rader:
          - konto: 5010
            belopp: -14 333 kr

Fel:
    perioder:
      - per: 2021-04-30
        summa: -14 333 kr
        rader:
          - konto: 5010
            belopp: -14 330 kr       # 3 kr skiljer
"""

from collections.abc import Iterator

from gns.fordelning.utfall import periodutfall
from gns.kontroller.regel import Regel, Utfall, bruten, oprövbar, redan_sagt, uppfylld
from gns.kontroller.underlag import Underlag
from gns.modell.utfall import REGEL as ID

_RÅD = "skriv under koppling vilken budgetrad kontot hör till"


def _pröva(u: Underlag) -> Iterator[Utfall]:
    yield from redan_sagt(u, ID)
    for år, post in sorted(u.bok.utfall.items()):
        for i, p in enumerate(post.perioder):
            fält = ("perioder", i)
            if p.summa is None:
                text = f"utfallet per {p.per} har ingen egen summa att stämma av mot"
                yield oprövbar("utfall", str(år), fält, text)
            elif p.summa.öre == sum(r.belopp.öre for r in p.rader):
                yield uppfylld("utfall", str(år), (*fält, "summa"))
            ut = periodutfall(u.bok, post, p)
            if not ut.rader:
                yield oprövbar("utfall", str(år), fält, f"budgetåret {år} har inga budgetrader att koppla kontona till")
            elif ut.utan:
                konton = ", ".join(dict.fromkeys(r.konto for r in ut.utan))
                yield bruten("utfall", str(år), fält, f"konto {konton} hör inte till någon budgetrad", _RÅD, "varning")
            else:
                yield uppfylld("utfall", str(år), fält)


REGEL = Regel(
    id=ID,
    nummer=(114,),
    fråga="Stämmer utfallet med rapporten, och hör varje konto till en budgetrad?",
    nivå="fel",
    pröva=_pröva,
    praxis="siffror läses in och stäms av",
)
