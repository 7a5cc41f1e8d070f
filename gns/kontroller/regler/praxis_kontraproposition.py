"""När det finns fler än två förslag och omröstning begärs ställs bara två av dem mot varandra åt gången.

Ordföranden säger vilket som är huvudförslag. De andra ställs mot varandra, två åt gången, tills ett är kvar: motförslaget.
Först då röstar nämnden om huvudförslaget mot motförslaget. Av tre förslag blir det alltså en kontraproposition, av fyra
två. Har något av förslagen aldrig ställts går det inte att pröva. Utan omröstning får ordföranden ställa dem på en gång.

Rätt:
    propositionsordning:
      - ställs:
          - hogre
          - lagre
        kontraproposition: ja
        finner: hogre
      - ställs:
          - förslaget
          - hogre
        finner: förslaget
        omröstning:
          ja_betyder: förslaget
          nej_betyder: hogre

Fel:
    propositionsordning:
      - ställs:
          - förslaget
          - hogre
          - lagre
        finner: förslaget
        omröstning:
          ja_betyder: förslaget
          nej_betyder: hogre
"""

from collections.abc import Iterator

from gns.kontroller.propositioner import Spelad, sort, spelade
from gns.kontroller.regel import Regel, Utfall, bruten, oprövbar, redan_sagt, uppfylld
from gns.kontroller.stallen import sagda
from gns.kontroller.underlag import Underlag
from gns.modell.former import AVSLAG
from gns.modell.omrostning import Proposition

ID = "PRAXIS-kontraproposition"


def _pröva(u: Underlag) -> Iterator[Utfall]:
    yield from redan_sagt(u, ID)
    brutna = sagda(u, ID)
    for s in spelade(u, lambda p: any(prop.omröstning for prop in p.propositionsordning)):
        if (s.id, s.väg("propositionsordning")) not in brutna:
            yield from (utfall for k in sorted(s.bord.punkter) for utfall in _i_delbeslut(s, k))


def _i_delbeslut(s: Spelad, k: int) -> Iterator[Utfall]:
    """Huvudfrågan i delbeslutet, när det röstades i den och fler än två förslag låg."""
    i_sak = [(j, p) for j, p in enumerate(s.p.propositionsordning) if k in s.bord.räckvidd(p) and _i_sak(s, p)]
    frågor = [(j, p) for j, p in i_sak if AVSLAG not in p.ställs]
    ställda = {o for _, p in frågor for o in p.ställs}
    avslagna = {o for _, p in i_sak if AVSLAG in p.ställs for o in p.ställs} - ställda
    alla = [f for o, f in s.bord.förslag.items() if f.sort == "huvud" and k in f.punkter and o not in avslagna]
    if not any(p.omröstning for _, p in frågor) or len(alla) <= 2:
        return
    sist, omgångar, behövs = frågor[-1][0], len(frågor) - 1, len(alla) - 2
    if kvar := next((f for f in alla if f.ord not in ställda), None):
        text = f"{kvar.namn} ställdes aldrig, så det går inte att se hur motförslaget blev utsett"
        yield oprövbar("mote", s.id, s.väg("propositionsordning", sist), text)
    elif omgångar < behövs:
        text = f"{len(alla)} förslag kräver {_antal(behövs)} före huvudfrågan, men det är {omgångar} i § {s.p.nr}"
        råd = "skriv var och en av dem med kontraproposition: ja, två förslag i varje"
        yield bruten("mote", s.id, s.väg("propositionsordning", sist, "ställs"), text, råd)
    else:
        yield uppfylld("mote", s.id, s.väg("propositionsordning", sist))


def _i_sak(s: Spelad, p: Proposition) -> bool:
    return sort(s.bord, p) == "huvud"


def _antal(n: int) -> str:
    return "1 kontraproposition" if n == 1 else f"{n} kontrapropositioner"


REGEL = Regel(
    id=ID,
    nummer=(40,),
    fråga="Utsågs motförslaget genom kontrapropositioner när det fanns fler än två förslag?",
    nivå="varning",
    pröva=_pröva,
    praxis="kontrapropositionsvotering",
)
