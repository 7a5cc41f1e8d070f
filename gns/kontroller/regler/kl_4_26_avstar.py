"""Den som är med när ett ärende om myndighetsutövning mot enskild handläggs ska också vara med och avgöra det.

Det prövas i de §§ vars ``slag`` är myndighetsutövning; i andra ärenden får man avstå. Röstas det flera gånger räcker det
att rösta i en av omröstningarna. Den som var med i överläggningen men gick före beslutet sägs som en varning, för den kan
ha haft laga hinder. En omröstning utan namn går inte att pröva.

Rätt:
    slag: myndighetsutövning
    propositionsordning:
      - ställs:
          - förslaget
          - avslag
        finner: förslaget
        omröstning:
          ja_betyder: förslaget
          nej_betyder: avslag
          röster:
            ja:
              - Eva Ek
              - Ada Ask
            nej: Ulf Uv

Fel:
    slag: myndighetsutövning
    anteckningar:
      - typ: avstår
        av: Ulf Uv
"""

import datetime as dt
from collections.abc import Iterator

from gns.grund.datafel import Fältväg
from gns.kontroller.regel import Lagrum, Regel, Utfall, bruten, oprövbar, redan_sagt
from gns.kontroller.stallen import håller, sagda
from gns.kontroller.underlag import Underlag
from gns.modell.mote import Möte
from gns.modell.paragraf import Paragraf

ID = "KL-4-26-avstar"
_LAG = Lagrum("KL 4:26", "2017:725", dt.date(2018, 1, 1))


def _pröva(u: Underlag) -> Iterator[Utfall]:
    yield from redan_sagt(u, ID)
    brutna = sagda(u, ID)
    for id, möte, i, p in u.paragrafer():
        if p.slag != "myndighetsutövning" or not p.beslut or p.utgår:
            continue
        gick = list(_gick(id, möte, p))
        yield from gick
        if (id, ("paragrafer", i)) in brutna or gick:
            continue
        if okänt := _okänt(möte, p):
            yield oprövbar("mote", id, ("paragrafer", i), okänt)
        else:
            yield håller(_LAG, möte, ("paragrafer", i))


def _gick(id: str, möte: Möte, p: Paragraf) -> Iterator[Utfall]:
    jäviga = {h.namn for h in möte.händelser if h.typ in ("jäv", "jävsfråga") and p.nr in (h.gäller, h.paragraf)}
    valda = {n.namn for n in möte.närvaro if n.som == "ledamot" or n.ersätter} - jäviga
    for j, h in enumerate(möte.händelser):
        if h.under_överläggningen and h.paragraf == p.nr and h.namn in valda:
            väg: Fältväg = ("händelser", j)
            text = f"{h.namn} gick innan § {p.nr}, som är myndighetsutövning, avgjordes men var med i överläggningen"
            råd = "rätta händelsen, eller förklara hindret med gns svara"
            yield bruten("mote", id, väg, text, råd, "varning")


def _okänt(möte: Möte, p: Paragraf) -> str:
    if not möte.närvaro:
        return "uppropet saknas, så det går inte att säga vilka som var med"
    röstningar = [o for prop in p.propositionsordning if (o := prop.omröstning)]
    utan_namn = any(not (o.röster and (o.röster.ja or o.röster.nej or o.röster.avstår)) for o in röstningar)
    return f"omröstningen i § {p.nr} har inga namn, så det går inte att säga vem som avstod" if utan_namn else ""


REGEL = Regel(
    id=ID,
    nummer=(39,),
    fråga="Var alla som deltog i ett ärende om myndighetsutövning mot enskild också med och avgjorde det?",
    nivå="fel",
    pröva=_pröva,
    stöd=(_LAG, Lagrum("KL 4:25", "2017:725", dt.date(2018, 1, 1))),
)
