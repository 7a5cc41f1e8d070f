"""En enkel modell av mötets närvaro att jämföra med: varje fråga besvaras genom att allt spelas om från början.

Den läser mötet och nämnden som vanliga nycklar och värden, precis som de står i filen, och delar ingen kod med gns.
"""

TURORDNING = [
    {"tjänstgörande ordförande"},
    {"ordförande"},
    {"vice ordförande", "förste vice ordförande"},
    {"andre vice ordförande"},
]


def alla_punkter(möte):
    return [(p["nr"], str(d + 1)) for p in möte["paragrafer"] for d in range(max(1, len(p["beslut"])))]


def uppropet(möte):
    namn = [n["namn"] for n in möte["närvaro"]]
    return [n for i, n in enumerate(möte["närvaro"]) if n["namn"] not in namn[:i]]


def händelser_vid(möte, j):
    """Det som börjar gälla vid punkt ``j``, i postens ordning; två §§ med samma nummer räknas som den första."""
    punkter = alla_punkter(möte)
    if punkter[j] in punkter[:j]:
        return []
    return [h for h in möte["händelser"] if (h["paragraf"], h.get("delbeslut", "1")) == punkter[j]]


def händelser_till(möte, k):
    """Allt som har hänt när punkt ``k`` börjar, i den ordning det hände."""
    return [h for j in range(k + 1) for h in händelser_vid(möte, j)]


def inne_från_början(möte, namn):
    egna = [
        h["typ"]
        for h in händelser_till(möte, len(alla_punkter(möte)) - 1)
        if h["namn"] == namn and h["typ"] in ("kommer", "går")
    ]
    return not egna or egna[0] == "går"


def jäviga(möte, punkt):
    """Namnen i den ordning de händelser står som gör någon jävig i punkten."""
    ut = []
    nr, delbeslut = punkt
    for h in möte["händelser"]:
        anmäld = h["typ"] == "jäv" and h["paragraf"] == nr and h.get("delbeslut", delbeslut) == delbeslut
        avgörs_här = (h["paragraf"], h.get("delbeslut", "1")) == punkt
        befunnen = h["typ"] == "jävsfråga" and h["utfall"] == "jävig" and h.get("gäller", h["paragraf"]) == nr
        if (anmäld or (befunnen and not avgörs_här)) and h["namn"] not in ut:
            ut.append(h["namn"])
    return ut


def jävsfrågor(möte, punkt):
    """Namn → om ingen kunde tillkallas, för frågorna som avgörs i punkten."""
    return {
        h["namn"]: h.get("ingen_att_tillkalla") == "ja"
        for h in möte["händelser"]
        if h["typ"] == "jävsfråga" and (h["paragraf"], h.get("delbeslut", "1")) == punkt
    }


def anspråk(möte, k):
    """Anspråken på platser som lever när punkt ``k`` börjar: (rang, namn, plats).

    Den som går förlorar sitt anspråk, liksom den som träder in på en annan plats. En ledamots anspråk går före alla.
    """
    som = {n["namn"]: n["som"] for n in uppropet(möte)}
    spel = {
        "som": som,
        "uppropet": {n["namn"]: n.get("ersätter") for n in uppropet(möte)},
        "inne": set(),
        "anspråk": [],
        "rang": 0,
    }
    for namn in som:
        if inne_från_början(möte, namn):
            kommer(spel, namn)
    for j in range(k + 1):
        if j > 0:
            spel["anspråk"] = överlevande(möte, j - 1, spel["anspråk"])
        for h in händelser_vid(möte, j):
            händer(spel, h)
    return spel["anspråk"]


def händer(spel, h):
    namn, är_inne = h["namn"], h["namn"] in spel["inne"]
    if h["typ"] == "går" and är_inne:
        spel["inne"].remove(namn)
        spel["anspråk"] = [a for a in spel["anspråk"] if a[1] != namn]
    if h["typ"] == "kommer" and namn in spel["som"] and not är_inne:
        kommer(spel, namn)
    if h["typ"] == "tjänstgör" and är_inne:
        träder_in(spel, namn, h["ersätter"])


def kommer(spel, namn):
    spel["inne"].add(namn)
    if spel["som"][namn] == "ledamot":
        spel["anspråk"].append((0, namn, namn))
    elif spel["uppropet"][namn] is not None:
        träder_in(spel, namn, spel["uppropet"][namn])
        spel["uppropet"][namn] = None


def träder_in(spel, namn, plats):
    har_redan = any(a[1:] == (namn, plats) for a in spel["anspråk"])
    if spel["som"][namn] == "ersättare" and plats != namn and not har_redan:
        spel["rang"] += 1
        spel["anspråk"] = [a for a in spel["anspråk"] if a[1] != namn] + [(spel["rang"], namn, plats)]


def överlevande(möte, k, alla):
    """Ett anspråk dör när någon med ett tidigare anspråk på samma plats får delta i punkten."""
    ute = utestängda(möte, k, alla)
    return [a for a in alla if not any(b[2] == a[2] and b[0] < a[0] and b[1] not in ute for b in alla)]


def på_platserna(alla, ute):
    """Namn → plats för dem som tjänstgör: av dem som får delta den med lägst rang på varje plats."""
    ut = {}
    for plats in {a[2] for a in alla}:
        möjliga = sorted(a for a in alla if a[2] == plats and a[1] not in ute)
        if möjliga:
            ut[möjliga[0][1]] = plats
    return ut


def utestängda(möte, k, alla):
    punkt = alla_punkter(möte)[k]
    jäv = set(jäviga(möte, punkt))
    frågor = jävsfrågor(möte, punkt)
    utan = jäv | set(frågor)
    antal = möte["antal_ledamöter"]
    if antal is not None and 2 * len(på_platserna(alla, utan)) <= antal:
        utan = {n for n in utan if n in jäv or not frågor[n]}
    return utan


def i_rummet(möte, namn, k):
    inne = inne_från_början(möte, namn)
    for h in händelser_till(möte, k):
        if h["namn"] == namn and h["typ"] in ("kommer", "går"):
            inne = h["typ"] == "kommer"
    return inne


def på_distans(möte, person, k):
    hur = person.get("deltar", "på plats")
    for h in händelser_till(möte, k):
        if h["namn"] == person["namn"] and h["typ"] in ("på distans", "på plats"):
            hur = h["typ"]
    return hur == "på distans"


def ordförande(nämnd, möte, tjänstgör, k):
    utsedd = None
    for h in händelser_till(möte, k):
        if h["typ"] == "leder":
            utsedd = h["namn"]
        elif h["typ"] == "går" and h["namn"] == utsedd:
            utsedd = None
    if utsedd in tjänstgör:
        return utsedd
    förtroendevalda = [(n["namn"], n.get("roll", "").lower()) for n in möte["närvaro"] if n["som"] != "övrig"]
    i_närvaron = [r for r in förtroendevalda if any(r[1] in tur for tur in TURORDNING)]
    har_roll = [n["namn"] for n in möte["närvaro"] if n.get("roll")]
    av_platser = [(p.get("person") or p["id"], p.get("roll")) for p in nämnd["platser"]]
    roller = i_närvaron + [r for r in av_platser if r[0] not in har_roll]
    for tur in TURORDNING:
        for namn, roll in roller:
            if roll in tur and namn in tjänstgör:
                return namn
    return None


def läge(nämnd, möte, k):
    """Allt om punkt ``k``: vilka som tjänstgör för vem, jäviga, närvarande, på distans, ordförande och beslutsförhet."""
    punkt = alla_punkter(möte)[k]
    alla = anspråk(möte, k)
    tjänstgör = på_platserna(alla, utestängda(möte, k, alla))
    jäv = jäviga(möte, punkt)
    inne = [n for n in uppropet(möte) if i_rummet(möte, n["namn"], k) and n["namn"] not in jäv]
    antal = möte["antal_ledamöter"]
    return {
        "tjänstgör": [
            (n["namn"], None if tjänstgör[n["namn"]] == n["namn"] else tjänstgör[n["namn"]])
            for n in uppropet(möte)
            if n["namn"] in tjänstgör
        ],
        "jäviga": jäv,
        "närvarande": {n["namn"] for n in inne},
        "på distans": {n["namn"] for n in inne if på_distans(möte, n, k)},
        "ordförande": ordförande(nämnd, möte, tjänstgör, k),
        "beslutsför": None if antal is None else 2 * len(tjänstgör) > antal,
    }
