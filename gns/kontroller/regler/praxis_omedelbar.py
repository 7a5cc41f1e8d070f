"""En § som justeras omedelbart har ett eget anslag och därmed en egen överklagandetid.

Anslaget säger vilka §§ det gäller, och bara sådana som justerats för sig; varje part har högst ett för varje §. Att
protokollets eget anslag inte tar upp § igen går inte att pröva: ett anslag utan ``paragrafer`` gäller hela protokollet
och räknar inte upp några. Dagarna prövas av KL-8-12-anslag och KL-13-5-nedtagning.

Rätt:
    anslag:
      - part: region
        paragrafer:
          - 19                    # omedelbart_justerad: 2020-12-18 i mötets post
        uppsatt: 2020-12-18

Fel:
    anslag:
      - part: region              # inget anslag gäller § 19 för sig
        uppsatt: 2021-01-04
"""

from collections.abc import Iterator

from gns.kontroller.regel import Regel, Utfall, bruten, oprövbar, redan_sagt, uppfylld
from gns.kontroller.underlag import Underlag
from gns.modell.anslag import Anslag
from gns.modell.bok import Bok
from gns.modell.mote import Möte
from gns.modell.paragraf import Paragraf
from gns.sammantrade.narvaroprov_text import paragrafer

ID = "PRAXIS-omedelbar"


def _pröva(u: Underlag) -> Iterator[Utfall]:
    sagda = list(redan_sagt(u, ID))
    yield from sagda
    ställen = {(f.id, *f.fält[:2]) for f in sagda}
    for id, möte, i, p in u.paragrafer():
        if p.omedelbart_justerad and (id, "paragrafer", i) not in ställen:
            yield _paragrafen(id, i, p, u.bok.anslag.get(möte.datum))
    for dag, post in sorted(u.bok.anslag.items()):
        if möte_ := u.bok.möten.get(dag):
            yield from _blandade(möte_, post)
        yield from _upprepade(u.bok, post)


def _paragrafen(id: str, i: int, p: Paragraf, post: Anslag | None) -> Utfall:
    fält = ("paragrafer", i, "omedelbart_justerad")
    if post is None:
        return oprövbar("mote", id, fält, f"inget anslag är antecknat för § {p.nr}", "skriv anslagen i data/anslag")
    if any(p.nr in ett.paragrafer for ett in post.anslag):
        return uppfylld("mote", id, fält)
    text = f"§ {p.nr} justerades omedelbart {p.omedelbart_justerad} men har inget eget anslag"
    return bruten("mote", id, fält, text, f"skriv § {p.nr} under paragrafer i det anslag som gäller den")


def _blandade(möte: Möte, post: Anslag) -> Iterator[Utfall]:
    """Anslag om §§ som inte har justerats för sig; före justeringen är det ett fel som redan är sagt."""
    omedelbara = {p.nr for p in möte.paragrafer if p.omedelbart_justerad}
    for i, ett in enumerate(post.anslag if möte.är_justerat else ()):
        andra = [nr for nr in ett.paragrafer if nr not in omedelbara]
        if andra:
            fält = ("anslag", i, "paragrafer", ett.paragrafer.index(andra[0]))
            text = f"anslaget gäller {paragrafer(andra)}, som inte har justerats för sig"
            råd = "ta bort numren: utan paragrafer gäller anslaget hela protokollet"
            yield bruten("anslag", str(post.datum), fält, text, råd)


def _upprepade(bok: Bok, post: Anslag) -> Iterator[Utfall]:
    sedda: set[tuple[str, int]] = set()
    for i, ett in enumerate(post.anslag):
        mina = {(ett.part, nr) for nr in ett.paragrafer} if ett.part else set()
        if igen := sorted(nr for _, nr in mina & sedda):
            text = f"{bok.part(ett.part) or ett.part} har redan ett anslag om {paragrafer(igen)}"
            yield bruten("anslag", str(post.datum), ("anslag", i, "paragrafer"), text, "ta bort det ena")
        sedda |= mina


REGEL = Regel(
    id=ID,
    nummer=(55,),
    fråga="Har den omedelbart justerade paragrafen sitt eget anslag?",
    nivå="varning",
    pröva=_pröva,
    praxis="omedelbar justering",
)
