"""Delbeslut vars ord inte går att jämföra med det som vann, och varför (KL 5:67)."""

from collections.abc import Iterator

from gns.sammantrade.uppspelning_beslut import Prov
from gns.sammantrade.uppspelning_foljd import är_följdbeslut
from gns.sammantrade.uppspelning_spel import Spel
from gns.sammantrade.uppspelning_utgang import Utfall

_OSÄKERT = ("det går inte att säga vilket förslag som vann", "rätta först propositionsordningen")
_INGET = ("det finns inget förslag att jämföra beslutet med", "skriv förslaget under förslag_till_beslut")

_LYDELSE = "skriv lydelse: med beslutets ord, så som yrkandet ville ha dem"


def ojämförbara(spel: Spel, utfall: Utfall) -> dict[int, tuple[str, str]]:
    """Delbeslut → vad som fattas för att beslutets ord ska gå att pröva, och rådet."""
    if not spel.säkert:
        return dict.fromkeys(range(1, len(spel.bord.p.beslut) + 1), _OSÄKERT)
    return dict(_utan_jämförelse(Prov(spel, utfall)))


def _utan_jämförelse(prov: Prov) -> Iterator[tuple[int, tuple[str, str]]]:
    for k, text in prov.antecknade.items():
        if k in prov.utfall.öppna:
            yield k, _OSÄKERT
        elif fria := prov.utan_lydelse(k):
            if not (prov.återgivet(k) or prov.valda(k) or är_följdbeslut(prov.spel, k, text)):
                yield k, (f"{fria[0].namn} har ingen lydelse, så beslutets ord går inte att jämföra", _LYDELSE)
        elif not prov.spel.bord.förslag and not är_följdbeslut(prov.spel, k, text):
            yield k, _INGET
