"""Voteringspropositionen läst: vilket förslag den säger att ja stöder, och vilket nej."""

import re
from collections.abc import Iterator

from gns.grund.block import Text
from gns.modell.former import AVGÖRS, AVSLAG, FÖRSLAGET
from gns.modell.omrostning import Yrkande
from gns.modell.paragraf import Paragraf

_MÄRKE = re.compile(r"\b(ja|nej)\b(?:-?röst\w*)?", re.IGNORECASE)
_RÖSTAR = re.compile(
    r"(?<!\bsom )\b(?:röstar|säger|svarar) $"
)  # ”den som vill … röstar ja”, inte ”den som röstar ja …”
_MENING = re.compile(r"[.;!?]\s")
_LED = re.compile(r"(?=\b(?:bifall|avsl))", re.IGNORECASE)  # det som står efter avslag är inte det som rösten stöder
_BEREDNING = r"(?:utskottets|beredningens|kontorets|förvaltningens) förslag\b"
_FASTA = {
    ord: re.compile(mönster, re.IGNORECASE)
    for ord, mönster in (
        (AVSLAG, r"\bavsl"),
        (AVGÖRS, r"\bavgör"),
        (FÖRSLAGET, rf"\b(?:grund|huvud)?förslaget\b|\bförslag till beslut\b|{_BEREDNING}"),
        ("återremiss", r"\båterremi"),
        ("bordläggning", r"\bbordl[aä]g"),
    )
}


def stämmer(p: Paragraf, text: Text, ja: str, nej: str) -> bool | None:
    """Om texten säger att ja stöder ``ja`` och nej ``nej``; falskt när den säger tvärtom, None när det inte syns."""
    sidor = _sidor(text.ord)
    rätt = _bara(p, ja, sidor["ja"], sidor["nej"]) or _bara(p, nej, sidor["nej"], sidor["ja"])
    fel = _bara(p, nej, sidor["ja"], sidor["nej"]) or _bara(p, ja, sidor["nej"], sidor["ja"])
    return None if rätt == fel else rätt


def _sidor(text: str) -> dict[str, str]:
    """Det som sägs om ja och det som sägs om nej."""
    sidor = {"ja": "", "nej": ""}
    for mening in _MENING.split(text):
        for sida, ord in _delar(mening):
            sidor[sida.casefold()] += f" {ord}. "
    return sidor


def _delar(mening: str) -> Iterator[tuple[str, str]]:
    """En mening om det ena, eller om båda: ”ja för … och nej för …”, eller ”den som vill … röstar ja, den som …”."""
    märken = list(_MÄRKE.finditer(mening))
    if len(märken) == 1:
        yield märken[0][1], mening
    if len(märken) != 2 or märken[0][1] == märken[1][1]:
        return
    a, b = märken
    före, mellan, efter = mening[: a.start()], mening[a.end() : b.start()], mening[b.end() :]
    sist = bool(_RÖSTAR.search(före)) or re.search(r"\w", efter) is None
    yield from ((a[1], före), (b[1], mellan)) if sist else ((a[1], mellan), (b[1], efter))


def _bara(p: Paragraf, ord: str, här: str, där: str) -> bool:
    """Om texten säger att den ena sidan stöder förslaget, och inte att den andra gör det."""
    return _stöds(p, ord, här) and not _stöds(p, ord, där)


def _stöds(p: Paragraf, ord: str, sida: str) -> bool:
    if ord == AVSLAG:
        om_avslaget = any(n in sida for y in p.yrkanden if y.typ == "avslag" for n in y.av)  # att avslå det är bifall
        return bool(_FASTA[AVSLAG].search(sida)) and not om_avslaget
    led = [d for d in _LED.split(sida) if not d.casefold().startswith("avsl")]
    y = next((y for y in p.yrkanden if y.id == ord), None)
    fasta = [_FASTA[o] for o in (ord, y.typ if y else "") if o in _FASTA and o != AVSLAG]
    return any(m.search(d) for m in (*fasta, *_namn(p, ord, y)) for d in led)


def _namn(p: Paragraf, ord: str, y: Yrkande | None) -> Iterator[re.Pattern[str]]:
    """Benämningen, och namnen på dem som lade förslaget eller bara yrkade bifall till det."""
    stöder = [b for b in p.yrkanden if b.typ == "bifall" and not b.är_förslag and ord in (b.gäller or (FÖRSLAGET,))]
    av = dict.fromkeys(n for b in ([y] if y else []) + stöder for n in b.av)
    for namn in dict.fromkeys(led for n in av for led in (n, n.split()[-1])):
        yield re.compile(rf"(?<!\w){re.escape(namn)}s?(?!\w)")
    if y and y.benämning:
        yield re.compile(re.escape(y.benämning), re.IGNORECASE)
