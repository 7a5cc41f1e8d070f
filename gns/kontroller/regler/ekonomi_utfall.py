"""Utfallet ur redovisningen stämmer med rapportens summa, och varje konto hör till en budgetrad.

Raderna ska tillsammans vara rapportens egen summa; utan en sådan går det inte att stämma av. Ett konto som ingen koppling nämner
räknas inte på någon budgetrad, och ska vara sett. Utfallet är från årets början: inget konto försvinner till nästa period, det har
budgetens tecken, och ett resultat som är redovisat samma dag är det bokförda.

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

from gns.fordelning.utfall import försvunna, omvänt, periodutfall
from gns.grund.belopp import Belopp, skriv_belopp
from gns.kontroller.regel import Regel, Utfall, bruten, oprövbar, redan_sagt, uppfylld
from gns.kontroller.underlag import Underlag
from gns.modell.utfall import REGEL as ID
from gns.modell.utfall import Period
from gns.modell.utfall import Utfall as Årsutfall

_RÅD = "skriv under koppling vilken budgetrad kontot hör till"


def _pröva(u: Underlag) -> Iterator[Utfall]:
    yield from redan_sagt(u, ID)
    for _, post in sorted(u.bok.utfall.items()):
        sagda: set[str] = set()
        for i, p in reversed(list(enumerate(post.perioder))):
            yield from _perioden(u, post, (i, p), sagda)


def _perioden(u: Underlag, post: Årsutfall, par: tuple[int, Period], sagda: set[str]) -> Iterator[Utfall]:
    i, p = par
    id, fält = str(post.år), ("perioder", i)
    if p.summa is None:
        yield oprövbar("utfall", id, fält, f"utfallet per {p.per} har ingen egen summa att stämma av mot")
    elif p.summa.öre == sum(r.belopp.öre for r in p.rader):
        yield uppfylld("utfall", id, (*fält, "summa"))
    if borta := försvunna(post, p):
        text = f"konto {', '.join(borta)} fanns i perioden före men saknas per {p.per}"
        yield bruten("utfall", id, fält, text, "läs in en rapport från årets början", "varning")
    ut = periodutfall(u.bok, post, p)
    if not ut.rader:
        yield oprövbar("utfall", id, fält, f"budgetåret {post.år} har inga budgetrader att koppla kontona till")
        return
    if omvänt(ut):
        text = f"utfallet per {p.per} har omvända tecken mot budgeten"
        yield bruten(
            "utfall", id, fält, text, "skriv omvända_tecken: ja i utfallets post, eller ta bort det", "varning"
        )
    konton = dict.fromkeys(r.konto for r in ut.utan if r.konto not in sagda)
    sagda |= konton.keys()
    if konton:
        yield bruten("utfall", id, fält, f"konto {', '.join(konton)} hör inte till någon budgetrad", _RÅD, "varning")
    elif not ut.utan:
        yield uppfylld("utfall", id, fält)
    yield from _redovisat(u, post, p, ut.summa_öre)


def _redovisat(u: Underlag, post: Årsutfall, p: Period, summa_öre: int) -> Iterator[Utfall]:
    """Resultatet som har redovisats samma dag är det bokförda."""
    b = u.bok.budgetår[post.år]
    for i, r in enumerate(b.redovisat):
        if r.per == p.per:
            fält = ("redovisat", i, "resultat")
            if r.resultat.motsvarar(Belopp(summa_öre)):
                yield uppfylld("budget", str(post.år), fält)
            else:
                skiljer = skriv_belopp(abs(r.resultat.öre - summa_öre))
                text = f"{r.resultat} är redovisat per {p.per}, men utfallet är {skriv_belopp(summa_öre)}: {skiljer} skiljer"
                yield bruten(
                    "budget", str(post.år), fält, text, "rätta resultatet, eller läs in rapporten igen", "varning"
                )


REGEL = Regel(
    id=ID,
    nummer=(114,),
    fråga="Stämmer utfallet med rapporten, och hör varje konto till en budgetrad?",
    nivå="fel",
    pröva=_pröva,
    praxis="siffror läses in och stäms av",
)
