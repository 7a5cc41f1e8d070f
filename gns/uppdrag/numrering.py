"""Ett mötes §§ får sina nummer: de löper genom året och sätts när dagordningen är klar."""

import datetime as dt
from collections.abc import Iterator, Mapping

from gns.grund.datafel import Fältväg
from gns.modell.innebar import OmUppdrag
from gns.modell.mote import Möte

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


def ändringar(möte: Möte, karta: Mapping[int, int]) -> Iterator[tuple[Fältväg, str]]:
    """(väg, nytt värde) för varje nummer i mötets post som ändras, också i händelser och ajourneringar."""
    poster: list[tuple[Fältväg, int | None]] = [(("paragrafer", i, "nr"), p.nr) for i, p in enumerate(möte.paragrafer)]
    for i, h in enumerate(möte.händelser):
        poster += [(("händelser", i, "paragraf"), h.paragraf), (("händelser", i, "gäller"), h.gäller)]
    poster += [(("ajourneringar", i, "paragraf"), a.paragraf) for i, a in enumerate(möte.ajourneringar)]
    yield from ((väg, str(karta[nr])) for väg, nr in poster if nr is not None and karta.get(nr, nr) != nr)
    for i, p in enumerate(möte.paragrafer):
        for j, v in enumerate(p.innebär):
            if isinstance(v, OmUppdrag) and (ny := _ny_ref(v.uppdrag, möte.datum, karta)):
                yield ("paragrafer", i, "innebär", j, "uppdrag"), ny


def _ny_ref(ref: str, datum: dt.date, karta: Mapping[int, int]) -> str | None:
    """Hänvisningen till en av mötets egna §§ med sitt nya nummer, eller None när den inte ändras."""
    dag, _, rest = ref.partition(" § ")
    nr, _, id_ = rest.partition(" ")
    if dag != str(datum) or not nr or karta.get(int(nr), int(nr)) == int(nr):
        return None
    return f"{dag} § {karta[int(nr)]} {id_}".rstrip()


def _pekar_på(möte: Möte, datum: dt.date) -> bool:
    mål = f"{datum} § "
    for p in möte.paragrafer:
        refs = [v.uppdrag for v in p.innebär if isinstance(v, OmUppdrag)] + [t.när for t in p.tidigare_behandling]
        if any(ref.startswith(mål) for ref in refs):
            return True
    return False
