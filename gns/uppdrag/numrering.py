"""Ett mötes §§ får sina nummer: de löper genom året och sätts när dagordningen är klar."""

import datetime as dt
from collections.abc import Iterator, Mapping

from gns.grund.block import Text
from gns.grund.datafel import Datafel, Fältväg
from gns.modell.innebar import OmUppdrag
from gns.modell.mote import Möte
from gns.modell.texter import texter
from gns.uppdrag.hanvisning import hitta_paragrafer, i_texten, är_ref

HÖGST = 9999  # det högsta nummer en § kan ha
Möten = Mapping[dt.date, Möte]


def numrering(möten: Möten, datum: dt.date) -> dict[int, int]:
    """Gammalt nummer → nytt för mötets §§ i ordning: från det första lediga efter årets tidigare möten.

    Utan tidigare möten samma år börjar de på det nummer som den första § har.
    """
    möte = möten[datum]
    tidigare = [p.nr for dag, m in möten.items() if dag.year == datum.year and dag < datum for p in m.paragrafer]
    gamla = [p.nr for p in möte.paragrafer]
    första = max(tidigare) + 1 if tidigare else gamla[0] if gamla else 1
    return {gammalt: första + i for i, gammalt in enumerate(gamla)}


def hinder(möten: Möten, datum: dt.date, anslaget: bool) -> str | None:
    """Varför numren inte får ändras, eller None: någon kan redan ha hänvisat till dem."""
    möte = möten[datum]
    gamla = [p.nr for p in möte.paragrafer]
    if möte.är_justerat:
        return "protokollet är justerat"
    if omedelbar := next((p.nr for p in möte.paragrafer if p.omedelbart_justerad), None):
        return f"§ {omedelbar} är omedelbart justerad"
    if anslaget:
        return "mötet har ett anslag"
    if len(set(gamla)) < len(gamla):
        return "två §§ har samma nummer, så det går inte att veta vilken en händelse gäller"
    if vem := next((dag for dag, m in möten.items() if dag != datum and _pekar_på(m, datum)), None):
        return f"mötet {vem} hänvisar till en § i det"
    return None


def krock(möten: Möten, datum: dt.date, karta: Mapping[int, int]) -> tuple[str, str] | None:
    """(text, råd) när ett nytt nummer inte går att sätta: ett senare möte i året har det, eller det är för högt."""
    nya = {nytt for gammalt, nytt in karta.items() if gammalt != nytt}
    if nya and max(nya) > HÖGST:
        råd = "rätta det höga numret i årets tidigare möten, eller i mötets första §"
        return f"numren i mötet {datum} skulle gå till § {max(nya)}, men det högsta är § {HÖGST}", råd
    for dag, möte in sorted(möten.items()):
        upptagna = nya & {p.nr for p in möte.paragrafer}
        if dag.year == datum.year and dag > datum and upptagna:
            text = f"mötet {datum} skulle få § {min(upptagna)}, som mötet {dag} redan har"
            fast = möte.är_justerat or any(p.omedelbart_justerad for p in möte.paragrafer)
            fri = f"numrera det mötet först: gns möte numrera {dag}"
            return text, "det mötets nummer är justerade: rätta numren för hand" if fast else fri
    return None


def ändringar(möte: Möte, karta: Mapping[int, int]) -> Iterator[tuple[Fältväg, str]]:
    """(väg, nytt värde) för varje nummer i mötets post som ändras, också i händelser och ajourneringar."""
    poster: list[tuple[Fältväg, int | None]] = [(("paragrafer", i, "nr"), p.nr) for i, p in enumerate(möte.paragrafer)]
    for i, h in enumerate(möte.händelser):
        poster += [(("händelser", i, "paragraf"), h.paragraf), (("händelser", i, "gäller"), h.gäller)]
    poster += [(("ajourneringar", i, "paragraf"), a.paragraf) for i, a in enumerate(möte.ajourneringar)]
    yield from ((väg, str(karta[nr])) for väg, nr in poster if nr is not None and karta.get(nr, nr) != nr)
    yield from ((väg, ny) for väg, ref in _refar(möte) if (ny := _ny_ref(ref, möte.datum, karta)))


def omnämnda(möte: Möte, datum: dt.date, karta: Mapping[int, int]) -> Iterator[Datafel]:
    """En varning för varje ställe i mötets texter som nämner en § vars nummer den dagen har ändrats."""
    for väg, text in texter(möte):
        rå = text.rå if isinstance(text, Text) else text
        for h in () if är_ref(väg[-1], text) else hitta_paragrafer(rå):
            bytta = [nr for nr in h.paragrafer if karta.get(nr, nr) != nr] if h.datum == datum else []
            if bytta:
                nya = " och ".join(f"§ {nr} har blivit § {karta[nr]}" for nr in bytta)
                nämner = f"texten nämner {' '.join(rå[h.start : h.slut].split())}, men {nya}"
                yield Datafel(väg, nämner, "rätta den för hand", "varning", i_text=i_texten(text, h.start))


def _refar(möte: Möte) -> Iterator[tuple[Fältväg, str]]:
    """Fälten som pekar på en § i nämndens möten; ett annat organs §§ är något annat."""
    for i, p in enumerate(möte.paragrafer):
        for j, v in enumerate(p.innebär):
            if isinstance(v, OmUppdrag):
                yield ("paragrafer", i, "innebär", j, "uppdrag"), v.uppdrag
        for j, t in enumerate(p.tidigare_behandling):
            if not t.av:
                yield ("paragrafer", i, "tidigare_behandling", j, "när"), t.när


def _ny_ref(ref: str, datum: dt.date, karta: Mapping[int, int]) -> str | None:
    """Hänvisningen till en av mötets egna §§ med sitt nya nummer, eller None när den inte ändras."""
    dag, _, rest = ref.partition(" § ")
    nr, _, id_ = rest.partition(" ")
    if dag != str(datum) or not nr or karta.get(int(nr), int(nr)) == int(nr):
        return None
    return f"{dag} § {karta[int(nr)]} {id_}".rstrip()


def _pekar_på(möte: Möte, datum: dt.date) -> bool:
    return any(ref.startswith(f"{datum} § ") for _, ref in _refar(möte))
