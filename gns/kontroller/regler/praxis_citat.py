"""Ett belopp som en text säger är beslutat är det som beslutet säger.

Prövningen gäller meningar (rader i posten) som nämner ett beslut i arkivet med dag och §, har ett belopp och säger att något
beslutades, fastställdes, reserverades eller återbetalades. Något av beloppen ska vara ett som den paragrafen beslutade, hela
beloppet eller en parts lika del; belopp i tusental jämförs till ett halvt tusental. Säger beslutet inget belopp går det inte
att pröva.

Rätt:
    sammanfattning: Den 18 december 2020 § 19 fastställdes basfinansieringen till 457 200 kr.

Fel:
    sammanfattning: Den 18 december 2020 § 19 fastställdes basfinansieringen till 914 400 kr.   # förslaget
"""

import re
from collections.abc import Iterator
from fractions import Fraction

from gns.fordelning.underlag import LIKA
from gns.grund.belopp import ENHETER, Belopp, belopp_i_text
from gns.grund.block import Text
from gns.grund.datafel import Fältväg
from gns.grund.tal import avrunda
from gns.kontroller.regel import Regel, Utfall, bruten, oprövbar, uppfylld
from gns.kontroller.underlag import Underlag
from gns.modell.bas import Modell
from gns.modell.innebar import Fastställer, OmPengar, Återbetalar
from gns.modell.paragraf import Paragraf
from gns.modell.texter import texter
from gns.uppdrag.hanvisning import Hänvisning, hitta_paragrafer, i_texten

_BESLUTAT = re.compile(
    r"\b(?:beslut|fastställ|reserver|avsatt|avsätt|återbetal|anslog|anslagit|bevilja)", re.IGNORECASE
)
_RÅD = "skriv beloppet som beslutet säger; i ett justerat protokoll står texten kvar, och svaret skrivs med gns svara"


def _pröva(u: Underlag) -> Iterator[Utfall]:
    poster: list[tuple[str, str, Modell]] = [("mote", id, möte) for id, möte in u.möten()]
    poster += [("arende", id, ärende) for id, _, ärende in u.ärenden()]
    for slag, id, post in poster:
        for väg, text in texter(post):
            rå = text.rå if isinstance(text, Text) else text
            början = 0
            for rad in rå.split("\n") if "§" in rå and _BESLUTAT.search(rå) else ():
                yield from (f._replace(i_text=i_texten(text, början)) for f in _raden(u, (slag, id, väg), rad))
                början += len(rad) + 1


def _raden(u: Underlag, var: tuple[str, str, Fältväg], rad: str) -> Iterator[Utfall]:
    """Meningens belopp mot det som de §§ den nämner har beslutat; inget när den inte handlar om ett belopp i arkivet."""
    belopp = belopp_i_text(rad)
    nämnda = [h for h in hitta_paragrafer(rad) if h.datum in u.bok.möten] if belopp and _BESLUTAT.search(rad) else []
    beslutade = [b for h in nämnda for b in _beslutade(u, h)]
    if not nämnda:
        return
    första = nämnda[0]
    ref = f"{första.datum} § {', '.join(map(str, första.paragrafer))}"
    if not beslutade:
        yield oprövbar(*var, f"{ref} beslutar inget belopp, så {belopp[0]} går inte att jämföra")
    elif any(b.motsvarar(d) for b in belopp for d in beslutade):
        yield uppfylld(*var)
    else:
        sagt = " och ".join(map(str, belopp))
        yield bruten(*var, f"texten säger {sagt}, men {ref} beslutade {beslutade[0]}", _RÅD)


def _beslutade(u: Underlag, h: Hänvisning) -> Iterator[Belopp]:
    """Beloppen i de nämnda paragrafernas beslut, med en parts lika del."""
    möte = u.bok.möten[h.datum] if h.datum else None
    for p in möte.paragrafer if möte else ():
        if möte and p.nr in h.paragrafer:
            antal = sum(part.gäller(möte.datum) for part in u.bok.nämnd.parter)
            yield from _paragrafens(p, antal)


def _paragrafens(p: Paragraf, antal: int) -> Iterator[Belopp]:
    for v in p.innebär:
        if isinstance(v, OmPengar):
            yield v.belopp
        if isinstance(v, Återbetalar) and v.per_part:
            yield v.per_part
        if isinstance(v, Fastställer | Återbetalar) and v.fördelningsnyckel == LIKA and antal:
            yield Belopp(avrunda(Fraction(v.belopp.öre, antal * ENHETER["kr"])) * ENHETER["kr"])
    for beslut in p.beslut:
        yield from belopp_i_text(beslut.ord)


REGEL = Regel(
    id="PRAXIS-citat",
    nummer=(),
    fråga="Är ett belopp som en text säger är beslutat det som beslutet säger?",
    nivå="varning",
    pröva=_pröva,
    praxis="belopp skrivs en gång",
)
