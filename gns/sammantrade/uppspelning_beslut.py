"""Det antecknade beslutet mot det som vann: varje delbeslut är något som någon har föreslagit (KL 5:67)."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from gns.grund.belopp import belopp_i_text
from gns.grund.block import Text
from gns.grund.datafel import Datafel, Fältväg
from gns.modell.former import FÖRSLAGET
from gns.modell.innebar import Utser
from gns.sammantrade.uppspelning_foljd import jämförbar, nekar, nämner, nämner_person, är_följdbeslut
from gns.sammantrade.uppspelning_forslag import Förslag
from gns.sammantrade.uppspelning_rost import SLUTNA
from gns.sammantrade.uppspelning_spel import Spel
from gns.sammantrade.uppspelning_utgang import Utfall

_REGEL = "KL-5-67-beslut"
_INGET_NAMN = re.compile(r"yrkande|förslag|[0-9]", re.IGNORECASE)
_BARA_TECKEN = re.compile(r"[\W_]*")


class Väntad(NamedTuple):
    """En lydelse som har antagits och därför ska stå bland besluten; ``krävs`` är falskt för ett oprövat tillägg."""

    ord: str
    text: str
    antogs: str
    saknas: str
    väg: Fältväg
    plats: int | None = None
    krävs: bool = True


@dataclass
class Prov:
    """Besluten i en § och det som ska stå i dem; ``beslut`` är de avgjorda, ``antecknade`` också de öppna."""

    spel: Spel
    utfall: Utfall

    @cached_property
    def antecknade(self) -> dict[int, str]:
        """Delbesluten i sak som inte sköts upp, med sina ord."""
        bord = self.spel.bord
        alla = {k: jämförbar(b) for k, b in enumerate(bord.p.beslut, start=1) if k in bord.punkter}
        hela = bord.sak <= self.utfall.slut.keys()
        return {} if hela else {k: b for k, b in alla.items() if k not in self.utfall.slut}

    @cached_property
    def beslut(self) -> dict[int, str]:
        """De av dem där det går att säga vad som vann."""
        return {k: b for k, b in self.antecknade.items() if k not in self.utfall.öppna}

    @cached_property
    def möjliga(self) -> set[str]:
        """Lydelser som kan ha vunnit i de delbeslut där det inte går att säga."""
        yrkanden = (f.yrkande for f in self.spel.bord.förslag.values() if f.yrkande and f.yrkande.lydelse)
        lydelser = {jämförbar(y.lydelse) for y in yrkanden if y.lydelse}
        return lydelser.union(self.förslag.values()) if self.utfall.öppna else set()

    @cached_property
    def förslag(self) -> dict[int, str]:
        """Förslagspunkterna, med sina ord."""
        return {k: jämförbar(f) for k, f in enumerate(self.spel.bord.p.förslag_till_beslut, start=1)}

    @cached_property
    def antagna(self) -> list[Förslag]:
        """De antagna yrkandena i sak, och tillägg som ingen prövade (det är redan sagt)."""
        ord = {o for o, _ in self.utfall.antagna}
        alla = (f for f in self.spel.bord.förslag.values() if f.yrkande and f.sort in ("huvud", "tillägg"))
        return [f for f in alla if f.ord in ord or (f.sort == "tillägg" and self._oprövat(f))]

    @cached_property
    def tillägg(self) -> list[Förslag]:
        """Tilläggen bland de antagna."""
        return [f for f in self.antagna if f.sort == "tillägg"]

    @cached_property
    def väntade(self) -> list[Väntad]:
        """Antagna förslagspunkter och lydelser."""
        lydelser = [self._lydelse(f, f.yrkande.lydelse) for f in self.antagna if f.yrkande and f.yrkande.lydelse]
        return [*self._förslagspunkter(), *lydelser]

    def _förslagspunkter(self) -> Iterator[Väntad]:
        """Förslagspunkterna som vann; den som ett yrkande också har ändrat kan ha fått andra ord."""
        huvud = {(o, k) for o, k in self.utfall.antagna if self.spel.bord.förslag[o].sort == "huvud"}
        ändrade = {k for o, k in huvud if o != FÖRSLAGET}
        följs_åt = len(self.antecknade) <= len(self.förslag)
        for k, text in self.förslag.items():
            egen = self.spel.bord.punkt(k)
            vann = {i for o, i in huvud if o == FÖRSLAGET and (i == egen or len(self.förslag) == 1)}
            krävs = not vann & ändrade and (följs_åt or not ändrade)
            if vann:
                saknas = f"förslagspunkt {k} finns inte bland besluten"
                yield Väntad(FÖRSLAGET, text, "förslaget", saknas, ("förslag_till_beslut", k - 1), k, krävs)

    def _lydelse(self, f: Förslag, lydelse: Text) -> Väntad:
        """Yrkandets lydelse; ett huvudförslags väntas i det första av sina delbeslut."""
        k = next((k for k in self.beslut if (f.ord, k) in self.utfall.antagna), None) if f.sort == "huvud" else None
        text, krävs = jämförbar(lydelse), f.sort == "huvud" or not self._oprövat(f)
        if k:
            return Väntad(
                f.ord, text, f.namn, f"{f.namn} antogs men beslut {k} har en annan lydelse", ("beslut", k - 1), k
            )
        saknas = f"{f.namn} antogs men dess lydelse finns inte bland besluten"
        return Väntad(f.ord, text, f.namn, saknas, ("yrkanden", f.plats, "lydelse"), None, krävs)

    @cached_property
    def nämnda(self) -> dict[int, set[str]]:
        """Det som varje delbeslut nämner i stället för att återge."""
        förslag = self.spel.bord.förslag.values()
        return {k: {f.ord for f in förslag if nämner(text, f)} for k, text in self.antecknade.items()}

    def valda(self, k: int) -> list[str]:
        """De personer som yrkandena föreslog och som vann i delbeslutet, i ett val eller när innebär utser någon."""
        p = self.spel.bord.p
        vann = (f.yrkande for f in self.antagna if f.yrkande and (f.ord, k) in self.utfall.antagna)
        namn = [y.benämning for y in vann if y.benämning and y.typ == "bifall" and not y.lydelse]
        if p.slag in SLUTNA:
            return namn
        utser = any(isinstance(v, Utser) and v.delbeslut in (None, k) for v in p.innebär)
        return [n for n in namn if utser and n[0].isupper() and not _INGET_NAMN.search(n)]

    def uppfylld(self, v: Väntad) -> bool:
        """Om lydelsen är ett delbeslut eller nämns av ett, eller alla tillsammans; med ett tillägg får den stå som en del."""
        if not v.krävs or v.text in self.antecknade.values() or self._i_ett(v.text):
            return True
        if any(v.ord in nämnda for nämnda in self.nämnda.values()):
            return True
        return bool(self.tillägg) and any(f" {v.text} " in f" {b} " for b in self.antecknade.values())

    def utan_lydelse(self, k: int) -> list[Förslag]:
        """Antagna yrkanden utan egen lydelse som kan ha gett delbeslutet dess ord."""
        fritt = [f for f in self.antagna if f.yrkande and not f.yrkande.lydelse]
        return [f for f in fritt if (f.ord, k) in self.utfall.antagna or f.sort == "tillägg"]

    def föreslaget(self, k: int) -> bool:
        """Om delbeslutet följer av något som vann."""
        return self.återgivet(k) or bool(self.utan_lydelse(k)) or är_följdbeslut(self.spel, k, self.beslut[k])

    def återgivet(self, k: int) -> bool:
        """Om delbeslutet återger eller nämner något som vann."""
        text = self.beslut[k]
        väntade = [v.text for v in self.väntade]
        hela_paragrafen = any(f.sort == "huvud" and f.yrkande and not f.yrkande.delbeslut for f in self.antagna)
        if text in väntade or text in self.möjliga or any(self._i_ett(v) for v in väntade):
            return True
        if hela_paragrafen and text in self.förslag.values():
            return True
        if any(o in self.nämnda[k] for o, _ in self.utfall.antagna):
            return True
        return bool(self.tillägg and _BARA_TECKEN.fullmatch(_utan(text, väntade)))

    def avslaget(self, k: int) -> bool:
        """Om förslagspunkten som delbeslutet svarar på avslogs, så att inget annat kan stå där än det."""
        i_sak = sorted(self.spel.bord.sak)
        egen_punkt = k in i_sak[: max(1, len(self.förslag))] and any(i == k for _, i in self.spel.avslagna)
        return egen_punkt and not any(i == k for _, i in self.utfall.antagna)

    def _i_ett(self, text: str) -> bool:
        """Om besluten tillsammans är lydelsen, eller alla antagna lydelser tillsammans är besluten."""
        hop = " ".join(self.antecknade.values())
        alla = [v.text for v in self.väntade if v.krävs]
        return hop == text or (text in alla and hop == " ".join(alla))

    def _oprövat(self, f: Förslag) -> bool:
        return not any((f.ord, k) in self.spel.ställda | self.utfall.antagna for k in f.punkter)


def lydelsefel(spel: Spel, utfall: Utfall) -> Iterator[Datafel]:
    """Fel där besluten inte är det som vann; vägarna räknas från paragrafen."""
    prov = Prov(spel, utfall)
    if not spel.bord.p.beslut:
        text = f"§ {spel.bord.p.nr} har propositioner men inget beslut"
        yield Datafel(("beslut",), text, "skriv beslutet med det som vann", regel=_REGEL)
    if not prov.antecknade or not spel.bord.förslag:
        return
    avslagna = list(_avslagna(prov))
    yield from avslagna
    if utfall.öppna and len(prov.antecknade) < len(prov.förslag):
        return  # två förslagspunkter kan stå i ett och samma beslut
    yield from _oförändrade(prov)
    kvar = [k for k in prov.beslut if ("beslut", k - 1) not in {f.fältväg for f in avslagna}]
    okända = [k for k in kvar if not prov.föreslaget(k)]
    yield from _fel_person(prov)
    yield from _främmande(prov, [k for k in okända if not prov.avslaget(k)])
    yield from _inget_avslag(prov, [k for k in okända if prov.avslaget(k)])
    for k in kvar:
        yield from _belopp(prov, k)


def _främmande(prov: Prov, okända: list[int]) -> Iterator[Datafel]:
    """Beslut som ingen har föreslagit och antagna lydelser som saknas; är de lika många är det samma sak."""
    yrkat = any(f.yrkande for f in prov.spel.bord.förslag.values())
    regel = _REGEL if yrkat else "KL-5-67-yrkanden"  # utan yrkande är det yrkandet som fattas
    saknade = [v for v in prov.väntade if not prov.uppfylld(v)]
    for v in sorted(saknade, key=lambda v: v.plats not in okända):
        if okända:
            k = v.plats if v.plats in okända else okända[0]
            okända.remove(k)
            text = f"{v.antogs} antogs men beslut {k} har en annan lydelse"
            yield Datafel(("beslut", k - 1), text, "rätta beslutet, eller skriv yrkandet som ändrade det", regel=regel)
        else:
            yield Datafel(v.väg, v.saknas, "skriv det som ett beslut, eller rätta vad som vann", regel=_REGEL)
    for k in okända:
        text = f"beslut {k} har ingen föreslagit"
        yield Datafel(("beslut", k - 1), text, "skriv yrkandet som det bygger på", regel=regel)


def _fel_person(prov: Prov) -> Iterator[Datafel]:
    """Val där beslutet inte nämner den som fick flest röster (KL 5:55–56)."""
    for k, text in prov.beslut.items():
        for namn in prov.valda(k):
            if not nämner_person(text, namn):
                vad = f"{namn} vann valet men står inte i beslut {k}"
                yield Datafel(("beslut", k - 1), vad, "rätta beslutet, eller vad som vann", regel=_REGEL)


def _inget_avslag(prov: Prov, avslagna: list[int]) -> Iterator[Datafel]:
    """Delbeslut där avslag vann men som inte säger det."""
    for k in avslagna:
        if not nekar(prov.beslut[k]):
            text = f"avslag vann men beslut {k} säger inte att något avslås"
            yield Datafel(("beslut", k - 1), text, "skriv vad som avslås", "varning", regel=_REGEL)


def _avslagna(prov: Prov) -> Iterator[Datafel]:
    """Beslut som är just det som avslogs."""
    antagna = {v.text for v in prov.väntade}
    fallna = {i for o, i in prov.spel.avslagna if o == FÖRSLAGET}
    ensamt = fallna and len(prov.förslag) == 1
    texter = {f for i, f in prov.förslag.items() if prov.spel.bord.punkt(i) in fallna or ensamt}
    for o, _ in prov.spel.avslagna:
        y = prov.spel.bord.förslag[o].yrkande
        texter |= {jämförbar(y.lydelse)} if y and y.lydelse else set()
    for k, text in prov.antecknade.items():
        if text in texter - antagna:
            råd = "rätta beslutet, eller vad som vann"
            yield Datafel(("beslut", k - 1), f"avslag vann men beslut {k} är det som avslogs", råd, regel=_REGEL)


def _oförändrade(prov: Prov) -> Iterator[Datafel]:
    """Ett yrkande som vann men inte ändrade något."""
    for f in prov.antagna:
        egna = [k for k in prov.beslut if (f.ord, k) in prov.utfall.antagna]
        if f.sort != "huvud" or not egna or (f.yrkande and f.yrkande.lydelse):
            continue
        if all(prov.beslut[k] in prov.förslag.values() for k in egna):
            text = f"{f.namn} vann men beslut {egna[0]} har förslagets lydelse"
            yield Datafel(("beslut", egna[0] - 1), text, "skriv beslutet så som yrkandet ändrade det", regel=_REGEL)


def _belopp(prov: Prov, k: int) -> Iterator[Datafel]:
    """Belopp i ett ändrat beslut som varken yrkandet eller förslaget har."""
    p = prov.spel.bord.p
    if prov.beslut[k] in (*prov.förslag.values(), *(v.text for v in prov.väntade)):
        return
    källor = [_ord(f) for f in prov.antagna]
    egna = prov.utan_lydelse(k)
    if not egna or not all(f.yrkande and (f.yrkande.text or belopp_i_text(_ord(f))) for f in egna):
        return
    kända = [b for t in (*källor, *(f.ord for f in p.förslag_till_beslut)) for b in belopp_i_text(t)]
    for b in dict.fromkeys(belopp_i_text(p.beslut[k - 1].ord)):
        if not any(b.motsvarar(annat) for annat in kända):
            text = f"{b} i beslutet står varken i yrkandet eller i förslaget"
            yield Datafel(("beslut", k - 1), text, "rätta beloppet i beslutet eller yrkandet", regel=_REGEL)


def _ord(f: Förslag) -> str:
    y = f.yrkande
    delar = (y.benämning, y.text and y.text.ord, y.lydelse and y.lydelse.ord) if y else ()
    return ". ".join(d for d in delar if d)


def _utan(text: str, delar: list[str]) -> str:
    text = f" {text} "
    for d in delar:
        text = text.replace(f" {d} ", "  ")
    return text
