"""Fakturorna är de uträknade, alla parter har fått sin, och det som en faktura kräver står i posterna.

Beloppet räknas ur besluten och nycklarna; står det också vid fakturan ska det vara samma. Har en part en faktura för ett
tillfälle ska alla som ska betala då ha en, och ingen ska ha en faktura som det inte finns något underlag för. Hur momsen
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

from collections.abc import Iterator

from gns.fordelning.faktura import Fakturaunderlag, Fakturering, fakturering
from gns.grund.belopp import skriv_belopp
from gns.kontroller.regel import Regel, Utfall, bruten, oprövbar, uppfylld
from gns.kontroller.underlag import Underlag
from gns.modell.budgetar import Budgetår
from gns.modell.faktura import TILLFÄLLEN, Faktura


def _pröva(u: Underlag) -> Iterator[Utfall]:
    for id, b in u.budgetår():
        if b.fakturor:
            for tillfälle in TILLFÄLLEN:
                yield from _tillfället(u, id, b, fakturering(u.bok, b, tillfälle))
            yield from _referenser(u, id, b)
        for i, k in enumerate(b.kontering):
            if k.moms is None:
                text = f"konteringen för {k.avser} säger inte hur momsen behandlas"
                yield oprövbar("budget", id, ("kontering", i), text, "fråga ekonomen, och skriv moms")


def _tillfället(u: Underlag, id: str, b: Budgetår, f: Fakturering) -> Iterator[Utfall]:
    skrivna = [x for x in b.fakturor if x.avser == f.tillfälle]
    med = {x.faktura.nr: x for x in f.underlag if x.faktura}
    for faktura in skrivna:
        yield _fakturan(id, b, faktura, med.get(faktura.nr), f)
    saknas = [u.bok.part(x.part) or x.part for x in f.underlag if x.faktura is None]
    if skrivna and saknas:
        text = f"{', '.join(saknas)} har ingen faktura för {f.tillfälle}, men andra har det"
        yield bruten("budget", id, ("fakturor",), text, "lägg till fakturorna som fattas", "varning")


def _fakturan(id: str, b: Budgetår, faktura: Faktura, underlag: Fakturaunderlag | None, f: Fakturering) -> Utfall:
    fält = ("fakturor", b.fakturor.index(faktura))
    if underlag is None:
        if f.utelämnat:
            vad, orsak = f.utelämnat[0]
            return oprövbar(
                "budget", id, fält, f"underlaget för {f.tillfälle} går inte att räkna ut helt: {vad}, {orsak}"
            )
        text = f"faktura {faktura.nr} har inget underlag: {faktura.part} har inget att betala för {f.tillfälle}"
        return bruten("budget", id, fält, text, "ta bort fakturan, eller rätta part eller avser")
    if faktura.belopp is None or faktura.belopp.öre == underlag.belopp_öre:
        return uppfylld("budget", id, fält)
    text = f"faktura {faktura.nr} är på {faktura.belopp}, men underlaget är {skriv_belopp(underlag.belopp_öre)}"
    råd = "rätta beloppet; är fakturan redan sänd, kreditera den och skriv den nya"
    return bruten("budget", id, (*fält, "belopp"), text, råd)


def _referenser(u: Underlag, id: str, b: Budgetår) -> Iterator[Utfall]:
    """Parter som ska få en faktura och inte har sagt vilken referens de vill ha (EN 16931, BT-10)."""
    får = {f.part for f in b.fakturor} - {u.bok.nämnd.värdorganisation}
    utan = [p.namn for p in u.bok.nämnd.parter if p.id in får and p.köparreferens is None]
    if utan:
        råd = "skriv köparreferens vid parten i data/namnd.yaml"
        yield oprövbar("budget", id, ("fakturor",), f"{', '.join(utan)} har ingen köparreferens", råd)


REGEL = Regel(
    id="EKONOMI-fakturor",
    nummer=(107, 111, 112, 113),
    fråga="Är fakturorna de uträknade, och har alla parter fått sin?",
    nivå="fel",
    pröva=_pröva,
    praxis="överenskommelsen; e-fakturor enligt EN 16931",
)
