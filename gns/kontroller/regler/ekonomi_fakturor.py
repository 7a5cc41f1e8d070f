"""Fakturorna är de uträknade, alla parter har fått sin, och det som en faktura kräver står i posterna.

Beloppet räknas ur besluten och nycklarna; står det också vid fakturan ska det vara samma. Har en part en faktura för ett
tillfälle ska alla som ska betala då ha en, och ingen ska ha en faktura som det inte finns något underlag för; flera fakturor ska
tillsammans vara underlaget. En betalning som nämner en faktura ska komma från den som fick den. Hur momsen
behandlas vet ekonomen, och köparens referens vet parten: utan dem går det inte att säga att fakturan är hel.

Rätt:
    fakturor:
      - nr: 2021-101
        part: are
        avser: januari
        datum: 2021-01-04
        belopp: 50 800 kr

Fel:
    fakturor:
      - nr: 2021-101
        part: are
        avser: januari
        datum: 2021-01-04
        belopp: 457 200 kr          # hela beloppet, inte partens del
"""

import datetime as dt
from collections.abc import Iterator, Sequence

from gns.fordelning.faktura import Fakturaunderlag, Fakturering, fakturering
from gns.grund.belopp import skriv_belopp
from gns.grund.datafel import Fältväg
from gns.kontroller.regel import Regel, Utfall, bruten, oprövbar, uppfylld
from gns.kontroller.underlag import Underlag
from gns.modell.budgetar import Budgetår
from gns.modell.faktura import Faktura
from gns.modell.former import TILLFÄLLEN, ÅTERBETALNING
from gns.modell.manader import månader
from gns.modell.namnd import Part

_KREDITERA = "rätta beloppet; är fakturan redan sänd, kreditera den och skriv den nya"


def _pröva(u: Underlag) -> Iterator[Utfall]:
    for id, b in u.budgetår():
        if b.fakturor:
            for tillfälle in TILLFÄLLEN:
                yield from _tillfället(u, id, b, fakturering(u.bok, b, tillfälle))
            yield from _referenser(u, id, b)
            yield from _betalda(u, id, b)
        for i, k in enumerate(b.kontering):
            if k.moms is None:
                text = f"konteringen för {k.avser} säger inte hur momsen behandlas"
                yield oprövbar("budget", id, ("kontering", i), text, "fråga ekonomen, och skriv moms")


def _tillfället(u: Underlag, id: str, b: Budgetår, f: Fakturering) -> Iterator[Utfall]:
    """Varje parts fakturor för tillfället mot underlaget; värdorganisationens egen del bokförs internt."""
    saknas: list[str] = []
    for part in u.bok.nämnd.parter:
        skrivna = [x for x in b.fakturor if (x.part, x.avser) == (part.id, f.tillfälle)]
        underlag = [x for x in f.underlag if x.part == part.id]
        if skrivna:
            yield from _partens(id, b, part, (skrivna, underlag), f)
        if any(x.faktura is None for x in underlag) and part.id != u.bok.nämnd.värdorganisation:
            saknas.append(part.namn)
    if saknas and any(x.avser == f.tillfälle for x in b.fakturor):
        text = f"{', '.join(saknas)} har ingen faktura för {f.tillfälle}, men andra har det"
        yield bruten("budget", id, ("fakturor",), text, "lägg till fakturorna som fattas", "varning")


def _partens(
    id: str, b: Budgetår, part: Part, par: tuple[Sequence[Faktura], Sequence[Fakturaunderlag]], f: Fakturering
) -> Iterator[Utfall]:
    skrivna, underlag = par
    rätt, sagt = sum(x.belopp_öre for x in underlag), sum(x.belopp.öre for x in skrivna if x.belopp)
    fält: Fältväg = ("fakturor", b.fakturor.index(skrivna[-1]))
    numren = ", ".join(x.nr for x in skrivna)
    if not månader(b.år, part) and f.tillfälle != ÅTERBETALNING:
        text = f"faktura {numren}: {part.namn} är inte part i nämnden någon hel månad {b.år}"
        yield bruten("budget", id, fält, text, "ta bort fakturan, eller rätta partens tid i data/namnd.yaml")
    elif hinder := next((x for x in f.utelämnat if x.hindrar), None):
        text = f"underlaget för {f.tillfälle} går inte att räkna ut helt: {hinder.vad}, {hinder.orsak}"
        yield oprövbar("budget", id, fält, text)
    elif not underlag:
        text = f"faktura {numren} har inget underlag: {part.namn} har inget att betala för {f.tillfälle}"
        yield bruten("budget", id, fält, text, "ta bort fakturan, eller rätta part eller avser")
    elif len(skrivna) > len(underlag):
        if all(x.belopp for x in skrivna) and sagt == rätt:
            yield uppfylld("budget", id, fält)
            return
        text = f"{part.namn} har fler fakturor för {f.tillfälle} än underlaget: {numren}"
        råd = f"fakturorna ska tillsammans vara {skriv_belopp(rätt)}; skriv belopp vid var och en, eller ta bort den som är fel"
        yield bruten("budget", id, fält, text, råd)
    else:
        yield from (_fakturan(id, b, x, x.faktura) for x in underlag if x.faktura)


def _fakturan(id: str, b: Budgetår, x: Fakturaunderlag, faktura: Faktura) -> Utfall:
    fält = ("fakturor", b.fakturor.index(faktura))
    if faktura.belopp and faktura.belopp.öre != x.belopp_öre:
        text = f"faktura {faktura.nr} är på {faktura.belopp}, men underlaget är {skriv_belopp(x.belopp_öre)} utan moms"
        return bruten("budget", id, (*fält, "belopp"), text, _KREDITERA)
    beslutad = x.förfaller or (dt.date(b.år, 1, 31) if faktura.avser == "januari" else None)
    if (
        beslutad
        and faktura.förfaller
        and (faktura.förfaller.year, faktura.förfaller.month) != (beslutad.year, beslutad.month)
    ):
        text = f"faktura {faktura.nr} förfaller {faktura.förfaller}, men bidraget betalas {'senast' if x.förfaller else 'i januari, senast'} {beslutad}"
        return bruten(
            "budget", id, (*fält, "förfaller"), text, "rätta dagen, eller basfinansieringens betalas", "varning"
        )
    beslut = min((r.beslut[:10] for r in x.rader if r.beslut and r.beslut[:4].isdigit()), default="")
    if faktura.avser == ÅTERBETALNING and str(faktura.datum) < beslut:
        text = f"faktura {faktura.nr} är ställd {faktura.datum}, före beslutet {beslut}"
        return bruten("budget", id, (*fält, "datum"), text, "rätta dagen")
    return uppfylld("budget", id, fält)


def _referenser(u: Underlag, id: str, b: Budgetår) -> Iterator[Utfall]:
    """Parter som ska få en faktura och inte har sagt vilken referens de vill ha (EN 16931, BT-10)."""
    får = {f.part for f in b.fakturor} - {u.bok.nämnd.värdorganisation}
    utan = [p.namn for p in u.bok.nämnd.parter if p.id in får and p.köparreferens is None]
    if utan:
        råd = "skriv köparreferens vid parten i data/namnd.yaml"
        yield oprövbar("budget", id, ("fakturor",), f"{', '.join(utan)} har ingen köparreferens", råd)


def _betalda(u: Underlag, id: str, b: Budgetår) -> Iterator[Utfall]:
    """Betalningarna som nämner en faktura: den ska finnas, och vara ställd till den som betalade."""
    fakturor = {f.nr: f for _, budget in u.budgetår() for f in budget.fakturor}
    for i, betalning in enumerate(b.inbetalningar):
        if betalning.faktura is None:
            continue
        fält, faktura = ("inbetalningar", i, "faktura"), fakturor.get(betalning.faktura)
        if faktura is None:
            text = f"betalningen {betalning.nr} gäller faktura {betalning.faktura}, som inte finns"
            yield bruten("budget", id, fält, text, "rätta numret, eller lägg in fakturan")
        elif faktura.part != betalning.part:
            text = f"faktura {faktura.nr} är ställd till {u.bok.part(faktura.part)}, men {u.bok.part(betalning.part)} betalade den"
            yield bruten("budget", id, fält, text, "rätta parten eller numret", "varning")
        else:
            yield uppfylld("budget", id, fält)


REGEL = Regel(
    id="EKONOMI-fakturor",
    nummer=(107, 111, 112, 113),
    fråga="Är fakturorna de uträknade, och har alla parter fått sin?",
    nivå="fel",
    pröva=_pröva,
    praxis="överenskommelsen; e-fakturor enligt EN 16931",
)
