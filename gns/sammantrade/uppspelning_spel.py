"""Propositionerna i ordning: vilka förslag som faller, vinner och avslås i varje delbeslut (KL 5:53)."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from gns.grund.datafel import Datafel, Fältväg
from gns.modell.former import AVGÖRS, AVSLAG
from gns.modell.omrostning import Proposition
from gns.sammantrade.uppspelning_forslag import EGNA_ORD, FORMALIA, Bord, ordfel

Ställning = tuple[str, int]  # förslagets ord och delbeslutet
_PROPOSITION, _ORDNING = "KL-5-53-proposition", "PRAXIS-ordning"  # kontrollerna som felen hör till
_KONTRA = "PRAXIS-kontraproposition"


@dataclass
class Spel:
    """Ställningen medan propositionerna spelas upp."""

    bord: Bord
    fallna: set[Ställning] = field(default_factory=set)
    vunna: set[Ställning] = field(default_factory=set)
    avslagna: set[Ställning] = field(default_factory=set)
    ställda: set[Ställning] = field(default_factory=set)
    avgjorda: set[int] = field(default_factory=set)  # delbeslut där sakfrågan har prövats
    slut: dict[int, str] = field(default_factory=dict)  # delbeslut som återremitterats eller bordlagts
    mot_avslag: set[Ställning] = field(default_factory=set)  # det som ställts mot avslag
    följda: set[int] = field(default_factory=set)  # propositionernas index

    def ställ(self, i: int, proposition: Proposition, vinnare: str | None) -> Iterator[Datafel]:
        """Spelar proposition ``i``; ``vinnare`` är None när den inte går att läsa ut. Ger felen i ordningen."""
        räckvidd = self.bord.räckvidd(proposition)
        öppna = räckvidd - self.slut.keys()
        fel = list(self._ordfel(i, proposition, räckvidd, öppna) if öppna else self._efteråt(i, räckvidd))
        fel = fel or list(self._sortfel(i, proposition, öppna))
        if not fel and vinnare:
            fel = list(self._två_vinnare(i, proposition, vinnare, öppna))
        ord = tuple(dict.fromkeys(o for o in proposition.ställs if o in self.bord.förslag))
        self.ställda |= {(o, k) for o in ord for k in öppna}
        self.mot_avslag |= {(o, k) for o in ord for k in öppna if AVSLAG in proposition.ställs}
        följs = all(f.nivå == "varning" for f in fel)
        if följs and vinnare:
            self.följda.add(i)
            self._avgör(ord, proposition, vinnare, öppna)
        elif not proposition.kontraproposition and "huvud" in self._sorter(ord):
            self.avgjorda |= öppna
        yield from fel

    @property
    def säkert(self) -> bool:
        """Om varje proposition gick att följa."""
        return len(self.följda) == len(self.bord.p.propositionsordning)

    def lever(self, ord: str, punkt: int) -> bool:
        """Om förslaget ligger i delbeslutet och inte har fallit."""
        return punkt in self.bord.förslag[ord].punkter - self.slut.keys() and (ord, punkt) not in self.fallna

    def oprövat(self, ord: str, punkt: int) -> bool:
        """Om förslaget aldrig har ställts i delbeslutet, och inte heller som odelat i ett annat."""
        f = self.bord.förslag[ord]
        return not any((ord, k) in self.ställda for k in (f.punkter if f.odelat else (punkt,)))

    def aktuellt(self, ord: str, punkt: int) -> bool:
        """Om delbeslutet är det, eller ett av dem, där förslaget prövas."""
        return self.oprövat(ord, punkt) or (ord, punkt) in self.ställda

    def _avgör(self, ord: tuple[str, ...], p: Proposition, vinnare: str, öppna: frozenset[int]) -> None:
        förlorare = {(o, k) for o in ord for k in öppna if o != vinnare}
        self.fallna |= förlorare
        if p.kontraproposition:
            return
        if vinnare == AVSLAG:
            self.avslagna |= förlorare
        if vinnare in self.bord.förslag:
            vann = self.bord.förslag[vinnare]
            self.vunna |= {(vinnare, k) for k in öppna & vann.punkter}
            if vann.sort in FORMALIA:
                self.slut |= dict.fromkeys(öppna & vann.punkter, vann.sort)
        if "huvud" in self._sorter(ord):
            self.avgjorda |= öppna

    def _sorter(self, ord: tuple[str, ...]) -> set[str]:
        return {self.bord.förslag[o].sort for o in ord if o in self.bord.förslag}

    def _efteråt(self, i: int, räckvidd: frozenset[int]) -> Iterator[Datafel]:
        vad = {"återremiss": "återremitterades", "bordläggning": "bordlades"}[self.slut[min(räckvidd)]]
        text = f"propositionen ställdes efter att ärendet {vad}"
        yield Datafel(_ställs(i), text, "ta bort den, eller rätta ordningen eller delbeslut", regel=_ORDNING)

    def _ordfel(self, i: int, p: Proposition, räckvidd: frozenset[int], öppna: frozenset[int]) -> Iterator[Datafel]:
        """Ord som inte är förslag, har fallit eller står två gånger, och ett fynd som inte ställdes."""
        for ord in dict.fromkeys(p.ställs):
            if p.ställs.count(ord) > 1:
                yield Datafel(
                    _ställs(i), f"{ord} ställs mot sig självt", "skriv varje förslag en gång", regel=_PROPOSITION
                )
            elif fel := ordfel(self.bord, ord):
                känt = any(y.id == ord for y in self.bord.p.yrkanden)
                yield Datafel(_ställs(i), *fel, regel=_PROPOSITION if känt else "KL-5-67-yrkanden")
            elif ord not in EGNA_ORD:
                yield from self._fallet(i, ord, räckvidd, öppna)
        if p.finner not in p.ställs:
            ensamt = p.finner == AVSLAG and len(p.ställs) == 1
            råd = "skriv avslag också under ställs" if ensamt else f"skriv {' eller '.join(p.ställs)}"
            yield Datafel(
                ("propositionsordning", i, "finner"),
                f"{p.finner} ställdes inte under proposition",
                råd,
                regel=_PROPOSITION,
            )

    def _fallet(self, i: int, ord: str, räckvidd: frozenset[int], öppna: frozenset[int]) -> Iterator[Datafel]:
        förslag = self.bord.förslag[ord]
        if not förslag.punkter & räckvidd:
            var = ", ".join(str(k) for k in sorted(räckvidd))
            yield Datafel(_ställs(i), f"{förslag.namn} gäller inte delbeslut {var}", "rätta delbeslut")
        elif not any(self.lever(ord, k) for k in öppna):
            råd = "ta bort det, eller rätta vad som vann förut"
            yield Datafel(_ställs(i), f"{förslag.namn} har redan fallit", råd, regel=_PROPOSITION)

    def _sortfel(self, i: int, p: Proposition, öppna: frozenset[int]) -> Iterator[Datafel]:
        """Förslag som inte kan ställas mot varandra, eller inte nu."""
        ord = set(p.ställs)
        andra = ord - set(EGNA_ORD)
        sorter = self._sorter(tuple(andra))
        formalia = sorter & set(FORMALIA)
        if AVSLAG in ord and (len(ord) != 2 or not andra):
            råd = "ställ ett förslag i taget mot avslag"
            yield Datafel(_ställs(i), "avslag ställs mot ett enda förslag", råd, regel=_PROPOSITION)
        elif AVGÖRS in ord and (not andra or sorter != formalia):
            text = f"{AVGÖRS} ställs bara mot återremiss eller bordläggning"
            yield Datafel(_ställs(i), text, "ställ förslagen i sak för sig", regel=_PROPOSITION)
        elif "tillägg" in sorter and len(sorter) > 1:
            råd = "ställ tillägget för sig mot avslag, efter huvudfrågan"
            yield Datafel(_ställs(i), "ett tillägg ställs inte mot andra slags förslag", råd, regel=_ORDNING)
        elif formalia and p.kontraproposition:
            väg = ("propositionsordning", i, "kontraproposition")
            yield Datafel(väg, "en kontraproposition gäller förslag i sak", "ta bort kontraproposition", regel=_KONTRA)
        elif formalia and öppna & self.avgjorda:
            text = f"frågan om {min(formalia)} ställdes efter att saken var avgjord"
            råd = "ställ den först, eller skriv vilket delbeslut den gäller"
            yield Datafel(_ställs(i), text, råd, regel=_ORDNING)
        elif formalia and sorter != formalia:
            text = f"frågan om {min(formalia)} ställdes mot ett förslag i sak"
            råd = f"pröva först om ärendet ska avgöras: ställ den mot {AVGÖRS}"
            yield Datafel(_ställs(i), text, råd, "varning", regel=_ORDNING)

    def _två_vinnare(self, i: int, p: Proposition, vinnare: str, öppna: frozenset[int]) -> Iterator[Datafel]:
        """Ett huvudförslag som vinner utan att ha ställts mot det som redan har vunnit."""
        förslag = self.bord.förslag.get(vinnare)
        if p.kontraproposition or AVSLAG in p.ställs or not förslag or förslag.sort != "huvud":
            return
        punkter = öppna & förslag.punkter
        for ord, k in sorted(self.vunna - self.fallna):
            if k in punkter and ord not in p.ställs and self.bord.förslag[ord].sort == "huvud":
                text = f"{förslag.namn} och {self.bord.förslag[ord].namn} vann båda, utan att ställas mot varandra"
                yield Datafel(_ställs(i), text, "ställ dem mot varandra i en proposition", regel=_PROPOSITION)
                return


def kontrafel(spel: Spel, vinnare: list[str | None]) -> Iterator[Datafel]:
    """En kontraproposition vars vinnare aldrig ställs under proposition efteråt."""
    ordning = spel.bord.p.propositionsordning
    for i in sorted(spel.följda):
        p, vann = ordning[i], vinnare[i]
        ställs_sedan = any(vann in senare.ställs for senare in ordning[i + 1 :])
        if p.kontraproposition and not ställs_sedan and spel.bord.räckvidd(p) - spel.slut.keys():
            text = f"{vann} blev motförslag men ställdes sedan aldrig mot huvudförslaget"
            råd = f"lägg till propositionen med {vann}, eller ta bort kontraproposition"
            spel.följda.remove(i)
            if not _förlorare_ställs(spel, i):
                yield Datafel(("propositionsordning", i, "kontraproposition"), text, råd, regel=_KONTRA)


def _förlorare_ställs(spel: Spel, i: int) -> bool:
    """Om det som förlorade ställs i stället, i en proposition som redan har ett fel för det."""
    ordning = spel.bord.p.propositionsordning
    senare = (j for j in range(i + 1, len(ordning)) if j not in spel.följda)
    return any(set(ordning[i].ställs) & set(ordning[j].ställs) for j in senare)


def _ställs(i: int) -> Fältväg:
    return ("propositionsordning", i, "ställs")
