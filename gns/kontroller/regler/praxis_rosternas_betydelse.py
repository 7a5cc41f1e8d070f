"""Ja betyder inte alltid bifall: vad en ja-röst och en nej-röst stöder står vid varje omröstning.

``ja_betyder`` och ``nej_betyder`` är de två förslag som ställdes, och de ska säga detsamma som den voteringsproposition som
nämnden godkände. Den läses mening för mening: det som sägs om ja jämförs med ja_betyder, det som sägs om nej med
nej_betyder. Är voteringspropositionen inte antecknad, eller går den inte att läsa ut, går det inte att pröva.

Rätt:
    voteringsproposition: |
      Ja för avslag och Nej för bifall till tilläggsyrkandet.
    ja_betyder: avslag
    nej_betyder: tillagg

Fel:
    voteringsproposition: |
      Ja för avslag och Nej för bifall till tilläggsyrkandet.
    ja_betyder: tillagg
    nej_betyder: avslag
"""

from collections.abc import Iterator

from gns.kontroller.propositioner import Ställd, omröstningar
from gns.kontroller.regel import Regel, Utfall, bruten, oprövbar, redan_sagt, uppfylld
from gns.kontroller.stallen import sagda
from gns.kontroller.underlag import Underlag
from gns.kontroller.voteringstext import stämmer
from gns.modell.omrostning import Omröstning

ID = "PRAXIS-rosternas-betydelse"


def _pröva(u: Underlag) -> Iterator[Utfall]:
    yield from redan_sagt(u, ID)
    brutna = sagda(u, ID)
    for s, o in omröstningar(u):
        if (s.id, (*s.väg, "omröstning")) not in brutna:
            yield _en(s, o)


def _en(s: Ställd, o: Omröstning) -> Utfall:
    väg = (*s.väg, "omröstning")
    if o.voteringsproposition is None:
        text = "voteringspropositionen är inte antecknad, så det går inte att se att ja och nej betyder det som står"
        return oprövbar("mote", s.id, väg, text, "skriv voteringsproposition, ord för ord")
    svar = stämmer(s.p, o.voteringsproposition, o.ja_betyder, o.nej_betyder)
    if svar is None:
        text = "det går inte att läsa ut ur voteringspropositionen vad ja och nej betyder"
        return oprövbar("mote", s.id, (*väg, "voteringsproposition"), text)
    if svar:
        return uppfylld("mote", s.id, väg)
    text = f"ja_betyder är {o.ja_betyder} och nej_betyder {o.nej_betyder}, men voteringspropositionen säger tvärtom"
    råd = "rätta ja_betyder och nej_betyder, och se efter att rösterna står rätt"
    return bruten("mote", s.id, (*väg, "ja_betyder"), text, råd)


REGEL = Regel(
    id=ID,
    nummer=(41,),
    fråga="Står det vad ja och nej betyder, och är det vad voteringspropositionen säger?",
    nivå="varning",
    pröva=_pröva,
    praxis="voteringsproposition",
)
