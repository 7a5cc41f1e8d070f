"""Texten i en § går att förstå: korta meningar och ord som används i dag.

En mening med fler än 40 ord sägs, och ord som hör till äldre kanslispråk: ”jämlikt”, ”erfordras”, ”godkännes”. Varje
punkt i en lista är en egen mening. Det är sammanfattningen, förslagen och besluten som prövas, i möten som inte är
justerade; i ett justerat protokoll kan texten inte ändras. En § utan text går inte att pröva. Längden räknas i ord, inte
i tal.

Rätt:
    beslut:
      - |
        Budgeten fastställs.

Fel:
    beslut:
      - |
        Budgeten fastställes.
"""

import re
from collections.abc import Iterator

from gns.grund.block import Fotnot, Lista, Mellanrubrik, Notref, Text
from gns.grund.block import Rad as Blockrad
from gns.grund.datafel import Fältväg
from gns.kontroller.regel import Regel, Utfall, bruten, oprövbar, uppfylld
from gns.kontroller.textstallen import ställen
from gns.kontroller.underlag import Underlag
from gns.modell.paragraf import Paragraf

LÄNGST = 40
_ÅLDERDOMLIGT = re.compile(
    r"\b(?:jämlikt|härvidlag|härstädes|därest|ävensom|varder|varda|medelst|förevarande|ehuru|erfordras?|erfordrades"
    r"|erforderlig(?:t|a)?|föreligger|föranstalta(?:r|s)?|hemställes|bifalles|fastställes|godkännes"
    r"|tillstyrkes|avstyrkes|bordlägges|överlämnes|hänskjutes|antages|upptages|återkalles"
    r"|utföres|införes|anföres|framföres|genomföres|överföres|erhålles|hålles|framlägges|medgives|utgives)\b",
    re.IGNORECASE,
)
_ORD = re.compile(r"[^\W\d_][\w-]*")
_MENINGSSLUT = re.compile(r"(?<=[.!?])[”\"')\]]? +(?=[A-ZÅÄÖ0-9”\"–])")
_Texter = list[tuple[Fältväg, Text]]


def _pröva(u: Underlag) -> Iterator[Utfall]:
    for id, möte, i, p in u.paragrafer():
        if möte.är_justerat or p.omedelbart_justerad or p.utgår:
            continue
        texter = _texter(i, p)
        fynd = [f for väg, text in texter for f in _texten(id, väg, text)]
        yield from fynd
        if not texter:
            yield oprövbar("mote", id, ("paragrafer", i), f"§ {p.nr} har ingen text att pröva", "skriv texten")
        elif not fynd:
            yield uppfylld("mote", id, ("paragrafer", i))


def _texter(i: int, p: Paragraf) -> _Texter:
    """Sekreterarens egna texter i §; ett beslut som är lika med sitt förslag är inte en text till."""
    väg: Fältväg = ("paragrafer", i)
    ut: _Texter = [((*väg, "sammanfattning"), p.sammanfattning)] if p.sammanfattning else []
    ut += [((*väg, "förslag_till_beslut", k), text) for k, text in enumerate(p.förslag_till_beslut)]
    ut += [((*väg, "beslut", k), text) for k, text in enumerate(p.beslut) if text not in p.förslag_till_beslut]
    return ut


def _texten(id: str, väg: Fältväg, text: Text) -> Iterator[Utfall]:
    långa = [(antal, m) for m in meningar(text) if (antal := len(_ORD.findall(m))) > LÄNGST]
    if långa:
        hur = (
            "en mening har" if len(långa) == 1 else f"{len(långa)} meningar är längre än {LÄNGST} ord, den längsta har"
        )
        sagt = f"{hur} {max(långa)[0]} ord"
        yield bruten("mote", id, väg, sagt, "dela den i flera")._replace(i_text=_var(text, långa[0][1]))
    gamla = list(ställen(text, _ÅLDERDOMLIGT))
    if gamla:
        orden = ", ".join(f"”{o}”" for o in dict.fromkeys(ord_.lower() for ord_, _ in gamla))
        sagt = f"ålderdomliga ord: {orden}"
        yield bruten("mote", id, väg, sagt, "skriv det med dagens ord")._replace(i_text=gamla[0][1])


def meningar(text: Text) -> Iterator[str]:
    """Textens meningar; en listpunkt hör inte ihop med det som står runt den, och en mellanrubrik är ingen mening."""
    for block in text.block:
        if isinstance(block, Lista):
            rader = [punkt.delar for punkt in block.punkter]
        else:
            rader = [] if isinstance(block, Mellanrubrik | Fotnot) else [block.delar]
        for rad in rader:
            yield from _MENINGSSLUT.split(_radord(rad))


def _radord(rad: Blockrad) -> str:
    return "".join(d.text for d in rad if not isinstance(d, Notref))


def _var(text: Text, mening: str) -> tuple[int, int] | None:
    """Raden och tecknet där meningen börjar, när den står ordagrant så."""
    början = mening[:25]
    hittad = ((i, rad.find(början)) for i, rad in enumerate(text.rå.split("\n")))
    return next((var for var in hittad if var[1] >= 0), None)


REGEL = Regel(
    id="PRAXIS-klarsprak",
    nummer=(88,),
    fråga="Är texten skriven så att den går att förstå?",
    nivå="upplysning",
    pröva=_pröva,
    praxis="klarspråk",
)
