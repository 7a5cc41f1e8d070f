"""En andra, enklare uppspelning att jämföra med: delbeslut för delbeslut, med ordböcker och mängder ur råa poster.

Den är skriven ur lagen och reglerna och delar inget med gns.sammantrade. Den säger bara om det finns något fel, inte vilka.
"""

from typing import Any, NamedTuple

UPPSKJUTER = {"återremiss": "återremitterar", "bordläggning": "bordlägger"}
OSPELBAR = "går inte att spela upp"
P = dict[str, Any]


class Svar(NamedTuple):
    fel: bool
    antagna: frozenset[str]
    utgång: str


def spela(p: P, ledare: dict[int, str | None], jäv: frozenset[int] = frozenset()) -> Svar:
    """Hela paragrafen; ``ledare`` är ordföranden i varje delbeslut, ``jäv`` de delbeslut som bara avgör en jävsfråga."""
    fel = any(_pekar_fel(p, o) for y in p["yrkanden"] for o in y.get("gäller", []))
    if not p["beslut"] and not p["propositionsordning"]:
        return Svar(fel, frozenset(), "information" if p.get("slag") == "information" else "planerad")
    rum = Rum(p, jäv)
    vinnare = []
    for prop in p["propositionsordning"]:
        vann, röstfel = _vann(prop, rum.hemlig(prop), ledare.get(min(rum.var(prop))))
        fel |= röstfel
        följd, ordfel = rum.ställ(prop, vann)
        fel |= ordfel
        vinnare.append(vann if följd else None)
    fel |= rum.kontror(vinnare)
    if None in vinnare or rum.lösa:
        return Svar(fel, frozenset(), OSPELBAR)
    return rum.svar(fel)


def _pekar_fel(p: P, o: str) -> bool:
    finns = {y.get("id") for y in p["yrkanden"] if _nytt(y)} | {"avslag", "avgörs idag"}
    return o not in finns and not (o == "förslaget" and p["förslag_till_beslut"])


def _nytt(y: P) -> bool:
    return y["typ"] not in ("bifall", "avslag") or (y["typ"] == "bifall" and "benämning" in y)


def _vann(prop: P, hemlig: bool, ordförande: str | None) -> tuple[str | None, bool]:
    """(vinnare, om omröstningen har något fel)."""
    o = prop.get("omröstning")
    if o is None:
        return (prop["finner"] if prop["finner"] in prop["ställs"] else None), False
    sluten = o.get("form") == "sluten"
    namn = o.get("röster", {})
    siffror = o.get("antal")
    fel = hemlig != sluten or len(set(prop["ställs"])) > 2
    if sluten and hemlig:
        fel |= bool(namn) or siffror is None
    if not sluten and not hemlig:
        fel |= not namn or bool(siffror and siffror.get("blanka", "0") != "0")
    if len({o["ja_betyder"], o["nej_betyder"]} & set(prop["ställs"])) < 2:
        return None, True
    if not (siffror if sluten else namn):
        return None, fel
    vann, likafel = _räknat(o, sluten, hemlig, ordförande)
    return vann, fel or likafel


def _räknat(o: P, sluten: bool, hemlig: bool, ordförande: str | None) -> tuple[str | None, bool]:
    hög = {"ja": 0, "nej": 0}
    for sida in hög:
        hög[sida] = int(o["antal"][sida]) if sluten else len(set(o["röster"].get(sida, [])))
    hur, lott = o.get("avgjord_genom"), o.get("lottad")
    if hög["ja"] != hög["nej"]:
        return o[max(hög, key=lambda sida: hög[sida]) + "_betyder"], bool(hur or lott)
    if hur == "lottning" and (sluten or hemlig):
        return (lott, False) if lott in (o["ja_betyder"], o["nej_betyder"]) else (None, True)
    if hur == "utslagsröst" and not hemlig and not sluten and not lott:
        for sida in hög:
            if ordförande in o["röster"].get(sida, []):
                return o[sida + "_betyder"], False
    return None, True


class Rum:
    """Vad som ligger kvar i varje delbeslut."""

    def __init__(self, p: P, jäv: frozenset[int]) -> None:
        self.p = p
        self.förslag = p["förslag_till_beslut"]
        self.alla = range(1, max(1, len(p["beslut"]), len(self.förslag)) + 1)
        self.jäv = jäv
        self.sak = sorted(set(self.alla) - jäv) or list(self.alla)
        self.öppna: set[int] = set()
        self.sort: dict[str, str] = {}
        self.gäller: dict[str, set[int]] = {}
        self.odelade: set[str] = set()
        if self.förslag:
            self._lägg("förslaget", "huvud", None, len(self.förslag) == 1)
        for i, y in enumerate(p["yrkanden"]):
            if _nytt(y) and y.get("återtaget") != "ja":
                sort = "huvud" if y["typ"] in ("ändring", "bifall") else y["typ"]
                ett = int(y["delbeslut"]) if "delbeslut" in y else None
                self._lägg(y.get("id", f"yrkande {i + 1}"), sort, ett, ett is None)
        self.kvar = {k: {o for o, g in self.gäller.items() if k in g} for k in self.alla}
        self.ställda: dict[int, set[str]] = {k: set() for k in self.alla}
        self.vann: dict[int, list[str]] = {k: [] for k in self.alla}
        self.avslogs: dict[int, set[str]] = {k: set() for k in self.alla}
        self.prövade: set[int] = set()
        self.sköts_upp: dict[int, str] = {}
        self.något_föll = False
        self.lösa = False

    def _lägg(self, ord: str, sort: str, delbeslut: int | None, odelat: bool) -> None:
        self.sort[ord] = sort
        self.gäller[ord] = {k for k in self.alla if k == delbeslut} or set(self.sak)
        if odelat or (self.gäller[ord] == set(self.sak) and ord != "förslaget"):
            self.odelade.add(ord)

    def punkter(self) -> list[int]:
        """Delbesluten i sak, och de som något yrkande gäller."""
        return sorted(set(self.sak).union(*self.gäller.values()))

    def plats(self, i: int) -> int:
        """Delbeslutet som förslagspunkt ``i`` blir."""
        return self.sak[i - 1] if i <= len(self.sak) else self.sak[-1]

    def hemlig(self, prop: P) -> bool:
        """Om frågan är själva valet."""
        formalia = [o for o in prop["ställs"] if o == "avgörs idag" or self.sort.get(o) in UPPSKJUTER]
        return self.p.get("slag") in ("val", "anställning") and not formalia

    def var(self, prop: P) -> set[int]:
        """Delbesluten som propositionen gäller."""
        if "delbeslut" in prop and int(prop["delbeslut"]) in self.alla:
            return {int(prop["delbeslut"])}
        egna = [self.gäller[o] for o in prop["ställs"] if o in self.sort and o != "förslaget"]
        return set(egna[0]) if egna and all(e == egna[0] for e in egna) else set(self.sak)

    def ställ(self, prop: P, vann: str | None) -> tuple[bool, bool]:
        """(om propositionen gick att följa, om den var fel)."""
        här = self.var(prop) - set(self.sköts_upp)
        ord = [o for o in prop["ställs"] if o in self.sort]
        sorter = {self.sort[o] for o in ord}
        if not här:
            return False, True
        fel = self._otillåten(prop, här, sorter) or self._redan_vunnet(prop, vann, här)
        följd = vann is not None and not fel
        for k in här:
            self.ställda[k] |= set(ord)
            if följd:
                self._avgör(k, [o for o in ord if o != vann], prop, vann)
            if "huvud" in sorter and prop.get("kontraproposition") != "ja":
                self.prövade.add(k)
        return följd, fel

    def _redan_vunnet(self, prop: P, vann: str | None, här: set[int]) -> bool:
        if prop.get("kontraproposition") == "ja" or "avslag" in prop["ställs"] or self.sort.get(vann or "") != "huvud":
            return False
        förra = {v for k in här for v in self.vann[k] if vann in self.kvar[k] and self.sort[v] == "huvud"}
        return bool(förra - set(prop["ställs"]))

    def _avgör(self, k: int, förlorare: list[str], prop: P, vann: str | None) -> None:
        for o in förlorare:
            self.något_föll = True
            self.kvar[k].discard(o)
            if o in self.vann[k]:
                self.vann[k].remove(o)
        if prop.get("kontraproposition") == "ja":
            return
        if vann == "avslag":
            self.avslogs[k] |= set(förlorare)
        elif vann in self.kvar[k]:
            self.vann[k].append(vann)
            if self.sort[vann] in UPPSKJUTER:
                self.sköts_upp[k] = self.sort[vann]

    def _otillåten(self, prop: P, här: set[int], sorter: set[str]) -> bool:
        ord = prop["ställs"]
        andra = [o for o in ord if o not in ("avslag", "avgörs idag")]
        uppskjuter = sorter & set(UPPSKJUTER)
        if prop["finner"] not in ord or len(set(ord)) < len(ord):
            return True
        if any(o not in self.sort or not any(o in self.kvar[k] for k in här) for o in andra):
            return True
        if "avslag" in ord and not (len(ord) == 2 and len(andra) == 1):
            return True
        if "avgörs idag" in ord and not (andra and sorter <= set(UPPSKJUTER)):
            return True
        if "tillägg" in sorter and sorter != {"tillägg"}:
            return True
        return bool(uppskjuter) and (prop.get("kontraproposition") == "ja" or bool(här & self.prövade))

    def kontror(self, vinnare: list[str | None]) -> bool:
        """Om något motförslag aldrig ställdes."""
        ordning = self.p["propositionsordning"]
        for i, prop in enumerate(ordning):
            motförslag = vinnare[i] if prop.get("kontraproposition") == "ja" else None
            sedan = [o for senare in ordning[i + 1 :] for o in senare["ställs"]]
            if motförslag and motförslag not in sedan and self.var(prop) - set(self.sköts_upp):
                self.lösa = True
        return self.lösa

    def svar(self, fel: bool) -> Svar:
        """Det som antas utan proposition, och vad det blev."""
        self._på_ordförandens_ord()
        antagna: dict[int, list[str]] = {}
        for k in self.punkter():
            antagna[k] = [o for o in self.vann[k] if k not in self.sköts_upp or self.sort[o] == self.sköts_upp[k]]
        for k in self.punkter():
            if k in self.sköts_upp or any(self.sort[o] == "huvud" for o in antagna[k]):
                continue
            kvar = [o for o in self.kvar[k] if self._kan_antas(o, k)]
            if len(kvar) > 1 or (kvar and k not in self.prövade and self._någon_emot(kvar[0], k)):
                self.öppna.add(k)
                continue
            antagna[k] += kvar
            if kvar and self.sort[kvar[0]] in UPPSKJUTER:
                self.sköts_upp[k] = self.sort[kvar[0]]
        fel |= Facit(self, antagna).fel()
        utgång = OSPELBAR if self.öppna else self._utgång(antagna)
        hop = frozenset(o for egna in antagna.values() for o in egna)
        return Svar(fel, hop if utgång != OSPELBAR else frozenset(), utgång)

    def _på_ordförandens_ord(self) -> None:
        beslut = self.p["beslut"]
        if any(y.get("återtaget") != "ja" for y in self.p["yrkanden"]):
            return
        nya: dict[int, str] = {}
        i_sak = [k for k in self.sak if k <= len(beslut)]
        for k in i_sak:
            for sort, typ in UPPSKJUTER.items():
                träff = any(v["typ"] == typ and v.get("delbeslut", str(k)) == str(k) for v in self.p["innebär"])
                if träff and k not in self.prövade:
                    nya.setdefault(k, sort)
        if i_sak and len(nya) == len(i_sak):
            nya |= {k: nya[i_sak[0]] for k in self.sak if k > len(beslut)}
        self.sköts_upp |= nya

    def _kan_antas(self, o: str, k: int) -> bool:
        if self.sort[o] == "tillägg" or (self.sort[o] in UPPSKJUTER and self.p["propositionsordning"]):
            return False
        annorstädes = o in self.odelade and any(o in self.ställda[i] for i in self.alla)
        return o in self.ställda[k] or not annorstädes

    def _någon_emot(self, o: str, k: int) -> bool:
        emot = [y for y in self.p["yrkanden"] if y["typ"] == "avslag" and y.get("återtaget") != "ja"]
        return any(o in (y.get("gäller") or ["förslaget"]) and y.get("delbeslut", str(k)) == str(k) for y in emot)

    def _utgång(self, antagna: dict[int, list[str]]) -> str:
        bara_information = self.p.get("slag") == "information" and not self.p["innebär"]
        if set(self.sak) <= set(self.sköts_upp):
            return "information" if bara_information else self.sköts_upp[self.sak[0]]
        i_sak = {o for egna in antagna.values() for o in egna if self.sort[o] in ("huvud", "tillägg")}
        if not self.sort:
            utgång = "utan förslag"
        elif i_sak - {"förslaget"} or (i_sak and any("förslaget" in a for a in self.avslogs.values())):
            utgång = "med ändring" if "förslaget" in self.sort else "enligt yrkande"
        elif i_sak:
            utgång = "enligt förslaget"
        else:
            utgång = "avslag" if any(self.avslogs.values()) else OSPELBAR
        return "information" if bara_information and utgång != OSPELBAR else utgång


class Facit:
    """De antecknade besluten mot det som antogs, för poster där varje lydelse är en egen text."""

    def __init__(self, rum: Rum, antagna: dict[int, list[str]]) -> None:
        self.rum, self.p, self.antagna = rum, rum.p, antagna
        self.yrkande = {y.get("id", f"yrkande {i + 1}"): y for i, y in enumerate(rum.p["yrkanden"])}

    def fel(self) -> bool:
        return self._uppskjutet() or self._beslut()

    def _uppskjutet(self) -> bool:
        rum, p = self.rum, self.p
        hela = set(rum.sak) <= set(rum.sköts_upp)
        i_sak = {y.get("lydelse") for o, y in self.yrkande.items() if rum.sort.get(o) in ("huvud", "tillägg")}
        if any(t in {*rum.förslag, *i_sak} for k, t in enumerate(p["beslut"], start=1) if k in rum.sköts_upp):
            return True
        for k, egna in self.antagna.items():
            for typ in (UPPSKJUTER[rum.sort[o]] for o in egna if rum.sort[o] in UPPSKJUTER):
                står = [v for v in p["innebär"] if v["typ"] == typ]
                räcker = hela or k > len(p["beslut"])
                if p["beslut"] and not any(räcker or v.get("delbeslut", str(k)) == str(k) for v in står):
                    return True
        for v in p["innebär"]:
            delbeslut = {int(v["delbeslut"])} if "delbeslut" in v else set(rum.alla)
            skjuts = any(UPPSKJUTER.get(rum.sköts_upp.get(k, "")) == v["typ"] for k in delbeslut)
            if not skjuts and not delbeslut & rum.öppna:
                return True
        return False

    def _vinner(self, *sorter: str) -> set[str]:
        return {o for egna in self.antagna.values() for o in egna if self.rum.sort[o] in sorter and o != "förslaget"}

    def _krävda(self, *, alla: bool) -> set[str]:
        """Texterna som ska stå bland besluten; med ``alla`` också de som får stå där."""
        f, rum = self.rum.förslag, self.rum
        ändrade = {
            k for k, egna in self.antagna.items() if any(rum.sort[o] == "huvud" and o != "förslaget" for o in egna)
        }
        fria = [k for k in rum.punkter() if k <= len(self.p["beslut"]) and k not in rum.sköts_upp]
        ut = set()
        for i, text in enumerate(f, start=1):
            egna = {k for k, ord in self.antagna.items() if "förslaget" in ord and (k == rum.plats(i) or len(f) == 1)}
            om_ändrat = not (egna & ändrade) and (len(fria) <= len(f) or not ändrade)
            if egna and (alla or om_ändrat):
                ut.add(text)
        ord = self._vinner("huvud", "tillägg") | (self._oprövade_tillägg() if alla else set())
        return ut | {self.yrkande[o]["lydelse"] for o in ord if "lydelse" in self.yrkande[o]}

    def _oprövade_tillägg(self) -> set[str]:
        rum = self.rum
        return {
            o for o, s in rum.sort.items() if s == "tillägg" and not any(o in rum.ställda[k] for k in rum.gäller[o])
        }

    def _beslut(self) -> bool:
        rum, beslut = self.rum, self.p["beslut"]
        if not beslut:
            return True
        if not rum.sort or set(rum.sak) <= set(rum.sköts_upp):
            return False
        fria = {k: t for k, t in enumerate(beslut, start=1) if k in rum.punkter() and k not in rum.sköts_upp}
        if not fria:
            return False
        if self._avslaget(fria):
            return True
        if rum.öppna and len(fria) < len(rum.förslag):
            return False
        if self._krävda(alla=False) - set(fria.values()):
            return True
        avgjorda = {k: t for k, t in fria.items() if k not in rum.öppna}
        if any(vald not in t for k, t in avgjorda.items() for vald in self._valda(k)):
            return True
        return self._oförändrat(avgjorda) or not all(self._föreslaget(k, t) for k, t in avgjorda.items())

    def _valda(self, k: int) -> list[str]:
        """Det som vann i ett val och därför ska nämnas i beslutet."""
        if self.p.get("slag") not in ("val", "anställning"):
            return []
        vann = [self.yrkande[o] for o in self.antagna[k] if o in self.yrkande]
        return [y["benämning"] for y in vann if y["typ"] == "bifall" and "lydelse" not in y]

    def _avslaget(self, fria: dict[int, str]) -> bool:
        texter = set()
        for k, egna in self.rum.avslogs.items():
            for o in egna:
                if o != "förslaget":
                    texter.add(self.yrkande[o].get("lydelse"))
                elif len(self.rum.förslag) == 1:
                    texter.add(self.rum.förslag[0])
                else:
                    texter |= {t for i, t in enumerate(self.rum.förslag, start=1) if self.rum.plats(i) == k}
        return bool((texter - self._krävda(alla=True)) & set(fria.values()))

    def _oförändrat(self, fria: dict[int, str]) -> bool:
        for o in self._vinner("huvud"):
            egna = [t for k, t in fria.items() if o in self.antagna[k]]
            if "lydelse" not in self.yrkande[o] and egna and all(t in self.rum.förslag for t in egna):
                return True
        return False

    def _föreslaget(self, k: int, text: str) -> bool:
        rum = self.rum
        if text in self._krävda(alla=True):
            return True
        if k in rum.jäv or (rum.öppna and text in self._lydelser()):
            return True
        if text in rum.förslag and any("delbeslut" not in self.yrkande[o] for o in self._vinner("huvud")):
            return True
        fritt = (
            {o for o in self.antagna[k] if rum.sort[o] == "huvud"} | self._vinner("tillägg") | self._oprövade_tillägg()
        )
        if any(o != "förslaget" and "lydelse" not in self.yrkande[o] for o in fritt):
            return True
        if text == "Yrkandet avslås." and rum.något_föll:
            return True
        return bool(rum.avslogs[k]) and not self.antagna[k] and k in rum.sak[: max(1, len(rum.förslag))]

    def _lydelser(self) -> set[str]:
        """Allt som någon har föreslagit."""
        egna = {y.get("lydelse", "") for o, y in self.yrkande.items() if o in self.rum.sort}
        return egna.union(self.rum.förslag)
