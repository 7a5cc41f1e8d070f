"""Uppdragsregistret: varje uppdrag som det står en viss dag."""

import datetime as dt
from dataclasses import dataclass

from gns.dokument.register import ref, är_justerad
from gns.modell.bok import Bok
from gns.uppdrag.liv import Uppdrag, Uppdragshändelse, uppdrag


@dataclass(frozen=True, slots=True)
class Uppdragsrad:
    """Ett uppdrag; ``lydelse`` är None när det gavs i ett möte utan post, ``avgjort`` beslutet som tog det ur världen.

    ``justerat`` är falskt när något beslut om uppdraget inte är justerat än, och None när arkivet inte har något beslut.
    """

    uppdrag: str
    dnr: str | None
    till: tuple[str, ...]
    lydelse: str | None
    senast: dt.date | None
    tillstånd: str
    redovisat: dt.date | None
    avgjort: str | None
    händelser: tuple[str, ...]
    justerat: bool | None


def bygg_uppdrag(bok: Bok, per: dt.date, till: str | None = None, öppna: bool = False) -> tuple[Uppdragsrad, ...]:
    """Uppdragen i den ordning de gavs; med ``till`` de som någon vars namn har den delen har eller har haft."""
    return tuple(
        uppdragsrad(bok, u, per)
        for u in uppdrag(bok, per)
        if (till is None or _har_haft(u, till.casefold())) and (not öppna or u.tillstånd == "öppet")
    )


def uppdragsrad(bok: Bok, u: Uppdrag, per: dt.date) -> Uppdragsrad:
    """Uppdraget som en rad; försenat är ett öppet uppdrag vars sista dag har passerat."""
    sist = u.händelser[-1] if u.tillstånd != "öppet" else None
    return Uppdragsrad(
        uppdrag=u.ref,
        dnr=u.dnr,
        till=u.till,
        lydelse=u.lydelse,
        senast=u.senast,
        tillstånd="försenat" if u.försenat(per) else u.tillstånd,
        redovisat=u.redovisat,
        avgjort=ref(sist.datum, sist.nr) if sist else None,
        händelser=tuple(f"{ref(h.datum, h.nr)} {h.vad}" for h in u.händelser),
        justerat=all(_justerad(bok, h) for h in u.händelser) if u.händelser else None,
    )


def _justerad(bok: Bok, h: Uppdragshändelse) -> bool:
    möte = bok.möten[h.datum]
    return any(p.nr == h.nr and är_justerad(möte, p) for p in möte.paragrafer)


def _har_haft(u: Uppdrag, del_av_namn: str) -> bool:
    return any(del_av_namn in namn.casefold() for namn in (*u.till, *(n for h in u.händelser for n in h.till)))
