"""Ett ärende som text: rubriken, och sedan ett avsnitt för varje slags uppgift som finns."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from gns.cli.stycken import indraget

if TYPE_CHECKING:
    from gns.dokument.register_arende import Anmärkningsrad, Behandlingsrad, Handlingsrad, Remissvy, Ärendevy
    from gns.dokument.register_arenden import Tillstånd, Ärenderad
    from gns.uppdrag.remiss import Remissrad

_LÄGE = {"utanför arkivet": "mötet har ingen post", "saknas": "finns inte", "finns": "finns i arkivet"}


def tillstånd(läge: "Tillstånd | Ärenderad") -> str:
    """``öppet``, ``avslutat 2020-12-18 § 20``, ``bordlagt till 2021-02-08`` och så vidare."""
    if läge.tillstånd == "öppet":
        return "öppet"
    if läge.till_möte:
        return f"{läge.tillstånd} till {läge.till_möte}"
    return f"{läge.tillstånd} {läge.beslut or läge.sedan}"


def ärendetext(ä: "Ärendevy") -> str:
    """Hela ärendet."""
    from gns.cli.uppdrag import tabellen

    uppgifter = [tillstånd(ä.läge) + (f": {ä.skäl}" if ä.skäl else "")]
    uppgifter += [f"registrerat {ä.registrerat}"] if ä.registrerat else []
    delar = [indraget(f"{ä.dnr} {ä.rubrik}", "", "  ") + indraget(", ".join(uppgifter))]
    avsnitt = {
        "Handlingar": "".join(indraget(_handling(h), "  ", "    ") for h in ä.handlingar),
        "Behandlat": "".join(map(_behandling, ä.behandlingar)),
        "Uppdrag": tabellen(ä.uppdrag, indrag=2) if ä.uppdrag else "",
        "Remiss": "".join(_remiss(ä.remiss)) if ä.remiss else "",
        "Revisorernas anmärkningar": "".join(indraget(_anmärkning(a), "  ", "    ") for a in ä.anmärkningar),
        "Planerat": "".join(indraget(f"{p.år} {p.slag}: {p.vad}", "  ", "    ") for p in ä.planerat),
        "Nämns i": "".join(indraget(f"{n.paragraf} {n.rubrik}", "  ", "    ") for n in ä.nämns_i),
        "Hänvisar till": "".join(
            indraget(f"{s.hänvisning}: {_LÄGE[s.läge]} (nämns i {', '.join(s.i)})", "  ", "    ")
            for s in ä.hänvisar_till
        ),
    }
    return "\n".join([*delar, *(f"{rubrik}\n{text}" for rubrik, text in avsnitt.items() if text)])


def _handling(h: "Handlingsrad") -> str:
    om = [h.slag, str(h.datum or ""), f"från {h.från}" if h.från else "", f"till {h.till}" if h.till else ""]
    om += [h.fil, h.adress]
    uppgifter = ", ".join(o for o in om if o)
    return f"{h.titel} ({uppgifter})" if uppgifter else h.titel


def _behandling(b: "Behandlingsrad") -> str:
    ej = "" if b.justerat else " – inte justerat"
    text = indraget(f"{b.datum} § {b.paragraf} {b.rubrik}: {b.utgång}{ej}", "  ", "    ")
    for nummer, beslut in enumerate(b.beslut, start=1):
        text += indraget(beslut, f"    {nummer}. " if len(b.beslut) > 1 else "    ")
    return text + "".join(indraget(verkan, "    → ") for verkan in b.innebär)


def _anmärkning(a: "Anmärkningsrad") -> str:
    uppgifter = [
        a.åtgärd or "ingen åtgärd",
        a.ansvarig or "ingen ansvarig",
        f"senast {a.senast}" if a.senast else "ingen dag",
    ]
    return f"{a.brist} ({', '.join(uppgifter)}): {f'åtgärdad {a.åtgärdad}' if a.åtgärdad else 'inte åtgärdad'}"


def _remiss(r: "Remissvy") -> Iterator[str]:
    from gns.cli.kolumner import Kolumn, tabell

    dagar = [f"sänd {r.sänd}"] if r.sänd else []
    dagar += [f"svar senast {r.svar_senast}"] if r.svar_senast else []
    if dagar:
        yield indraget(", ".join(dagar), "  ")
    kolumner = (
        Kolumn("Part", lambda s: s.namn, bryts=True),
        Kolumn("Svar", _svar, bryts=True),
        Kolumn("Datum", _dag, bryts=True),
    )
    yield tabell(kolumner, r.svar, indrag=2)
    yield indraget(_räknat(r), "  ")


def _svar(svar: "Remissrad") -> str:
    return f"{svar.svar or 'inte svarat'}{f': {svar.text}' if svar.text else ''}"


def _dag(svar: "Remissrad") -> str:
    if svar.svar is None:
        return "tiden har gått ut" if svar.sent else ""
    return f"{svar.datum or ''}{', för sent' if svar.sent else ''}"


def _räknat(r: "Remissvy") -> str:
    """``6 av 9 har svarat: 5 godkänner, 1 tar ej ställning; 3 har inte svarat``."""
    delar = ", ".join(f"{antal} {svar}" for svar, antal in r.antal.items())
    tysta = f"; {r.av - r.svarat} har inte svarat" if r.av > r.svarat else ""
    if r.mottagare_kända:
        return f"{r.svarat} av {r.av} har svarat{': ' if delar else ''}{delar}{tysta}"
    av = f" av de {r.av} som var parter då" if r.sänd else ""
    okänt = "; vilka som fick remissen är inte antecknat"
    return f"{r.svarat}{av} har svarat{': ' if delar else ''}{delar}{tysta}{okänt}"
