"""Det som är fel eller saknas i anmälningarna (KL 6:39–40, 9:30)."""

import datetime as dt
from collections.abc import Iterator

from gns.grund.datafel import Datafel
from gns.modell.bok import Bok
from gns.modell.delegation import Delegation, Delegationsbeslut
from gns.modell.mote import Möte
from gns.modell.namnd import okänd_part
from gns.uppdrag.anmalan import (
    Anmälningar,
    anmälda,
    handlingens_möten,
    justerat_efter,
    nästa_hållna,
    nästa_möte,
)
from gns.uppdrag.beslut import Fynd, möten

ANMÄLAN, PROTOKOLL = "KL-6-39-anmalan", "KL-6-40-protokollforing"


def anmälningsfel(bok: Bok) -> Iterator[Fynd]:
    """Anmälningar som pekar fel eller kommer två gånger eller för tidigt, och beslut och handlingar som inte anmälts.

    Det som saknas sägs bara när hela arkivet är läst.
    """
    gjorda = anmälda(bok)
    for möte in möten(bok):
        yield from (("mote", str(möte.datum), fel) for fel in _mötets(bok, möte, gjorda))
    for år, d in sorted(bok.delegation.items()):
        yield from (("delegation", str(år), fel) for fel in _årets(bok, d, gjorda))
    if bok.hel:
        yield from _handlingar(bok, gjorda)


def _mötets(bok: Bok, möte: Möte, gjorda: Anmälningar) -> Iterator[Datafel]:
    """Det som mötets anmälningsärenden säger om delegationsbeslut."""
    for i, a in enumerate(möte.anmälningsärenden):
        if not (ref := a.delegationsbeslut):
            continue
        väg = ("anmälningsärenden", i, "delegationsbeslut")
        d = bok.delegation.get(int(ref[:4]))
        beslut = next((b for b in d.beslut if f"{d.år}-{b.nr}" == ref), None) if d else None
        if any(x.delegationsbeslut == ref for x in möte.anmälningsärenden[:i]):
            yield Datafel(väg, f"delegationsbeslutet {ref} står två gånger", "ta bort den ena")
        elif beslut is None:
            råd = f"rätta numret, eller lägg in beslutet i data/delegation/{ref[:4]}.yaml"
            yield Datafel(väg, f"delegationsbeslutet {ref} finns inte", råd)
        elif möte.datum < beslut.datum:
            text = f"delegationsbeslutet {ref} anmäls före den {beslut.datum}, då det fattades"
            yield Datafel(väg, text, "rätta numret eller beslutets dag")
        elif tidigare := [dag for dag in gjorda[ref] if beslut.datum <= dag < möte.datum]:
            yield Datafel(väg, f"delegationsbeslutet {ref} anmäldes redan {tidigare[0]}", "ta bort den ena")
        elif bok.hel and beslut.brådskande and (nästa := nästa_hållna(bok, beslut.datum)) and nästa < möte.datum:
            text = f"det brådskande beslutet {ref} skulle ha anmälts vid nästa möte, {nästa} (KL 6:40)"
            råd = "rätta dagen om den är fel; annars är beslutet anmält för sent"
            yield Datafel(väg, text, råd, "varning", regel=ANMÄLAN)


def _årets(bok: Bok, d: Delegation, gjorda: Anmälningar) -> Iterator[Datafel]:
    """Delegationsbesluten själva."""
    idn = [p.id for p in bok.nämnd.parter]
    for k, b in enumerate(d.beslut):
        if b.part and b.part not in idn:
            yield okänd_part(("beslut", k, "part"), b.part, idn)
        if bok.hel and b.dnr and b.dnr not in bok.ärenden:
            råd = f"lägg upp ärendet i data/arenden/{b.dnr.år}/{b.dnr.filstam}.yaml eller rätta numret"
            yield Datafel(("beslut", k, "dnr"), f"ärendet {b.dnr} finns inte", råd)
        if f"{d.år}-{b.nr}" in gjorda:
            continue
        if not b.anmäls and not b.brådskande and not b.protokollfört and kräver_protokoll(b):
            text = "beslutet anmäls inte och är inte protokollfört särskilt (KL 6:40)"
            råd = "får det överklagas ska det protokollföras: skriv protokollfört: ja när det är gjort"
            yield Datafel(("beslut", k, "anmäls"), text, råd, "varning", regel=PROTOKOLL)
        elif b.anmäls and bok.hel and (möte := justerat_efter(bok, b.datum)):
            text = _inte_anmält(f"{d.år}-{b.nr}", b, möte, nästa_möte(bok, b.datum))
            yield Datafel(("beslut", k), text, "anmäl det vid nästa möte", "varning", regel=ANMÄLAN)


def kräver_protokoll(b: Delegationsbeslut) -> bool:
    """Om beslutet ska protokollföras när det inte anmäls: det får överklagas, eller posten säger inte att det inte får."""
    return b.överklagbart is not False and not (b.överklagbart is None and b.slag == "verkställighet")


def _inte_anmält(ref: str, b: Delegationsbeslut, möte: Möte, nästa: dt.date | None) -> str:
    if b.brådskande:
        return f"det brådskande beslutet {ref} skulle ha anmälts vid nästa möte, {nästa} (KL 6:40)"
    return f"delegationsbeslutet {ref} är inte anmält, fast mötet {möte.datum} är justerat"


def _handlingar(bok: Bok, gjorda: Anmälningar) -> Iterator[Fynd]:
    for dnr, ärende in sorted(bok.ärenden.items()):
        for k, h in enumerate(ärende.handlingar):
            if not h.anmäls or not h.datum or handlingens_möten(gjorda, ärende, h.titel):
                continue
            if möte := justerat_efter(bok, h.datum):
                text = f"handlingen är inte anmäld, fast mötet {möte.datum} är justerat"
                råd = "anmäl den vid nästa möte, med samma dnr och handlingens titel som rubrik"
                yield "arende", dnr.filstam, Datafel(("handlingar", k, "anmäls"), text, råd, "varning")
