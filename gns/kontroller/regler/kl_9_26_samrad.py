"""Budgeten upprättas efter samråd med de andra parterna.

Den part som har tillsatt nämnden upprättar budgeten, och ska före beslutet ha rått med var och en av de andra. Ett samråd som
sägs inte ha hållits är ett fel; ett som kom efter beslutet, eller ett belopp som ändrades på mötet utan nytt samråd, är en
varning. Utan anteckning om samråd går det inte att pröva, liksom åren före 2020, för lagens äldre lydelse är inte inlagd.

Rätt:
    samråd:
      - part: are
        datum: 2023-10-02

Fel:
    samråd:
      - part: are
        hölls: nej
"""

import datetime as dt
from collections.abc import Iterator

from gns.kontroller.regel import EJ_INLAGD, Lagrum, Regel, Utfall, bruten, oprövbar, uppfylld
from gns.kontroller.underlag import Underlag
from gns.modell.bok import Bok
from gns.modell.budgetar import Budgetår, Samråd
from gns.modell.manader import månader
from gns.modell.paragraf import Paragraf

_STÖD = Lagrum("KL 9:26", "2019:835", dt.date(2020, 1, 1))
_RÅD = "råd med parten före beslutet, och skriv dagen under samråd"


def _pröva(u: Underlag) -> Iterator[Utfall]:
    for id, b in u.budgetår():
        ref = b.beslut or (b.basfinansiering.beslut if b.basfinansiering else None)
        if b.basfinansiering is None and b.budget is None:
            continue
        if not _STÖD.gäller(dt.date(b.år, 1, 1)):
            yield oprövbar("budget", id, (), EJ_INLAGD)
            continue
        beslutad = dt.date.fromisoformat(ref[:10]) if ref else None
        yield from _parterna(u.bok, id, b, beslutad)
        if ref and (ändring := _ändring(u.bok, ref)) and not _samråd_samma_dag(b, beslutad):
            text = (
                f"förslaget ändrades på mötet ({ref}, yrkandet {ändring}), och inget samråd om ändringen är antecknat"
            )
            fält = ("beslut",) if b.beslut else ("basfinansiering", "beslut")
            yield bruten("budget", id, fält, text, "råd med de andra parterna om ändringen, och skriv det under samråd")


def _parterna(bok: Bok, id: str, b: Budgetår, beslutad: dt.date | None) -> Iterator[Utfall]:
    """Ett svar för varje samråd som är antecknat, och ett för alla parter som fattas."""
    andra = {p.id for p in bok.nämnd.parter if månader(b.år, p)} - {bok.nämnd.värdorganisation}
    for i, s in enumerate(b.samråd):
        yield _ett(id, i, s, bok.part(s.part) or s.part, beslutad)
    fattas = sorted(bok.part(p) or p for p in andra - {s.part for s in b.samråd})
    if fattas:
        text = f"inget samråd om budgeten för {id} är antecknat med {', '.join(fattas)}"
        yield oprövbar("budget", id, ("samråd",) if b.samråd else (), text, "skriv samråd, eller hölls: nej")


def _ett(id: str, i: int, s: Samråd, part: str, beslutad: dt.date | None) -> Utfall:
    väg = ("samråd", i)
    if not s.hölls:
        return bruten("budget", id, (*väg, "hölls"), f"budgeten upprättades utan samråd med {part}", _RÅD, "fel")
    if beslutad and s.datum and s.datum > beslutad:
        text = f"samrådet med {part} hölls {s.datum}, efter beslutet {beslutad}"
        return bruten("budget", id, (*väg, "datum"), text, _RÅD)
    return uppfylld("budget", id, väg)


def _ändring(bok: Bok, ref: str) -> str | None:
    """Id för ett ändringsyrkande som antogs i den § som beslutade."""
    dag, _, resten = ref.partition(" § ")
    möte = bok.möten.get(dt.date.fromisoformat(dag))
    nr = resten.split(" ")[0]
    p = next((p for p in möte.paragrafer if str(p.nr) == nr), None) if möte else None
    return _antagen(p) if p else None


def _antagen(p: Paragraf) -> str | None:
    ändringar = {y.id for y in p.yrkanden if y.typ == "ändring"}
    return next((v.finner for v in p.propositionsordning if v.finner in ändringar), None)


def _samråd_samma_dag(b: Budgetår, beslutad: dt.date | None) -> bool:
    """Om minst ett samråd är antecknat för mötesdagen: då rådde man om ändringen."""
    return any(s.hölls and s.datum == beslutad for s in b.samråd)


REGEL = Regel(
    id="KL-9-26-samrad",
    nummer=(62,),
    fråga="Har budgeten upprättats efter samråd med de andra parterna?",
    nivå="varning",
    pröva=_pröva,
    stöd=(_STÖD,),
)
