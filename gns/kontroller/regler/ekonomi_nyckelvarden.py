"""Varje part har ett värde i nyckeln, eller står uttryckligen utanför den; ett värde som saknas är inte noll.

En part som saknas i nyckeln stoppar fördelningen. Den som inte ska vara med skrivs med ``deltar: nej``; en region med noll
elever är en sådan, och skrivs inte som 0.

Rätt:
    värden:
      - part: region
        deltar: nej
      - part: are
        värde: 1 400

Fel:
    värden:
      - part: region
        värde: 0
      - part: are                    # inget värde
"""

from collections.abc import Iterator

from gns.kontroller.regel import Regel, Regelnivå, Utfall, bruten, uppfylld
from gns.kontroller.underlag import Underlag
from gns.modell.bok import Bok
from gns.modell.manader import månader
from gns.modell.nyckel import Elevantal, Nytta, Värde, Överenskommen

_RÅD = "skriv värdet, eller deltar: nej för den som står utanför nyckeln"


def _pröva(u: Underlag) -> Iterator[Utfall]:
    for id, b in u.budgetår():
        for i, n in enumerate(b.nycklar):
            if isinstance(n, Nytta):
                continue
            fel = list(
                _nyckelns(u.bok, b.år, n.värden, alla=not isinstance(n, Överenskommen), elever=isinstance(n, Elevantal))
            )
            if isinstance(n, Elevantal) and n.uppdatering:
                ny = _nyckelns(u.bok, b.år, n.uppdatering.värden, alla=True, elever=True)
                fel += ((f"uppdateringen: {text}", nivå) for text, nivå in ny)
            for text, nivå in fel:
                yield bruten("budget", id, ("nycklar", i, "värden"), f"{n.namn}: {text}", _RÅD, nivå)
            if not fel:
                yield uppfylld("budget", id, ("nycklar", i, "värden"))


def _nyckelns(
    bok: Bok, år: int, värden: tuple[Värde, ...], *, alla: bool, elever: bool
) -> Iterator[tuple[str, Regelnivå]]:
    """(text, nivå) för var och en som saknar värde, eller som borde stå utanför."""
    efter_part = {v.part: v for v in värden}
    for part in bok.nämnd.parter:
        v = efter_part.get(part.id)
        if månader(år, part) and ((v is None and alla) or (v and v.deltar and v.värde is None)):
            yield f"{part.namn} saknar värde", "fel"
        if elever and v and v.värde == 0 and part.id == bok.nämnd.värdorganisation:
            yield f"{part.namn} har 0 elever", "varning"


REGEL = Regel(
    id="EKONOMI-nyckelvarden",
    nummer=(94, 96),
    fråga="Har varje part ett värde i nyckeln, eller står den uttryckligen utanför?",
    nivå="fel",
    pröva=_pröva,
    praxis="ett saknat värde är inte noll",
)
