"""Paragrafens förslag till beslut är det som ärendets beredning har, när båda finns.

Hur texten är delad i stycken och delbeslut räknas inte. En beredning skrivs om när ärendet ska upp igen: därför går det
inte att pröva en § när ärendet återremitterades eller bordlades i den, kom upp i en senare §, eller har fått en handling
efter mötet. Att ett beslut som skiljer sig från förslaget har ett yrkande bakom sig prövas när posten läses.

Rätt:
    förslag_till_beslut: [Avtalet förlängs med ett år.]     # i ärendets beredning och i §

Fel:
    förslag_till_beslut: [Avtalet förlängs med ett år.]     # i ärendets beredning
    förslag_till_beslut: [Avtalet förlängs med två år.]     # i §
"""

from collections.abc import Iterator

from gns.grund.block import Text
from gns.grund.datafel import Fältväg
from gns.grund.dnr import Dnr
from gns.kontroller.regel import Regel, Utfall, bruten, oprövbar, uppfylld
from gns.kontroller.underlag import Underlag
from gns.modell.arende import Ärende
from gns.modell.innebar import Bordlägger, Återremitterar
from gns.modell.mote import Möte
from gns.modell.paragraf import Paragraf

_RÅD = "skriv samma förslag i båda; ett annat förslag under mötet är ett yrkande"

_Var = tuple[str, str, Fältväg]


def _pröva(u: Underlag) -> Iterator[Utfall]:
    sista = {p.dnr: (id, i) for id, _, i, p in u.paragrafer() if p.dnr}
    for id, möte, i, p in u.paragrafer():
        if p.dnr and (p.förslag_till_beslut or _beredda(u, p.dnr)):
            var: _Var = ("mote", id, ("paragrafer", i, "förslag_till_beslut"))
            yield _ett(var, u.bok.ärenden.get(p.dnr), möte, p, senare=sista[p.dnr] != (id, i))


def _beredda(u: Underlag, dnr: Dnr) -> tuple[Text, ...]:
    ärende = u.bok.ärenden.get(dnr)
    return ärende.beredning.förslag_till_beslut if ärende and ärende.beredning else ()


def _ett(var: _Var, ärende: Ärende | None, möte: Möte, p: Paragraf, *, senare: bool) -> Utfall:
    beredda = ärende.beredning.förslag_till_beslut if ärende and ärende.beredning else ()
    if not beredda:
        return oprövbar(*var, f"ärendet {p.dnr} har inget förslag till beslut i sin beredning")
    if not p.förslag_till_beslut:
        text = f"§ {p.nr} har inget förslag till beslut, men det har ärendet {p.dnr}"
        return oprövbar(*var, text, "skriv förslaget i §, om det lades fram")
    if _orden(p.förslag_till_beslut) == _orden(beredda):
        return uppfylld(*var)
    if skäl := _omskriven(ärende, möte, p, senare=senare):
        return oprövbar(*var, f"ärendet {skäl}, så beredningen kan vara omskriven")
    text = f"förslaget till beslut i § {p.nr} är inte det som står i ärendet {p.dnr}"
    return bruten(*var, text, _RÅD)


def _orden(texter: tuple[Text, ...]) -> list[str]:
    return " ".join(t.ord for t in texter).split()


def _omskriven(ärende: Ärende | None, möte: Möte, p: Paragraf, *, senare: bool) -> str | None:
    if senare:
        return "har kommit upp i en senare §"
    if any(isinstance(v, Återremitterar | Bordlägger) for v in p.innebär):
        return f"sköts upp i § {p.nr}"
    nya = ärende is not None and any(h.datum and h.datum > möte.datum for h in ärende.handlingar)
    return "har handlingar från tiden efter mötet" if nya else None


REGEL = Regel(
    id="PRAXIS-forslag",
    nummer=(30,),
    fråga="Är förslaget till beslut i paragrafen det som ärendets beredning har?",
    nivå="varning",
    pröva=_pröva,
    praxis="ett förslag skrivs en gång",
)
