"""``gns historik``: en posts liv, ändring för ändring."""

from collections.abc import Iterator
from itertools import groupby
from typing import TYPE_CHECKING, Annotated

import typer

from gns.cli import utskrift, val

if TYPE_CHECKING:
    from gns.dokument.historik import Händelse
    from gns.dokument.historik_beslut import Beslutat
    from gns.flows.historik import Historik


def _poster(ctx: typer.Context) -> list[str]:
    return [*val.alla_dnr(ctx), *val.budgetår(ctx), "namnd"]


Post = Annotated[
    list[str],
    typer.Argument(
        metavar="POST",
        help="Mötets dag, en §, ett beslut i den, ett diarienummer, ett budgetår eller namnd.",
        autocompletion=_poster,
    ),
]


def kör(post: Post, filformat: val.Listformat = "text", data: val.Data = None) -> None:
    """Visar en posts liv i git: varje ändring, och besluten som rörde den.

    Varje ändring visas med dag, vem och commit, och med fältet i ord: hur det var förr och vad det blev. Av långa texter
    visas orden som skiljer. Sist står det som inte är sparat i git än, och efter ändringarna besluten.

    Exempel:
      gns historik 2020-12-18
      gns historik GNS/8/2020
      gns historik "2020-12-18 § 19"
      gns historik "2020-12-18 § 19 a" --format json
      gns historik 2021 --format csv > historik-2021.csv
    """
    valt = val.känt_format(filformat, val.LISTFORMAT)

    from gns.cli.postval import postval
    from gns.cli.register import lämna, skriv_json
    from gns.dokument.historik import Händelse
    from gns.flows.historik import läs_historik

    h = läs_historik(val.här(), val.katalog(data), postval(post), med_beslut=valt != "csv")
    if valt == "json":
        skriv_json(h)
    else:
        lämna(h.ändringar, Händelse, valt, lambda: "\n".join(_text(h)))
    if h.avklippt:
        utskrift.meddela("Historiken är avklippt: förrådet är en grund klon, och äldre ändringar finns inte i den.")
        utskrift.meddela("  råd: hämta resten med git fetch --unshallow")
    if h.beslut is None and valt != "csv":
        utskrift.meddela("Besluten går inte att visa: någon post går inte att läsa. Kör gns kontrollera.")


def _text(h: "Historik") -> Iterator[str]:
    from gns.cli.stycken import indraget

    yield indraget(f"{h.post} ({h.fil})")
    for _, grupp in groupby(h.ändringar, key=lambda ä: (ä.commit, ä.datum, ä.tid, ä.vem, ä.meddelande)):
        första, *fler = grupp
        rubrik = " ".join(o for o in (str(första.datum or ""), första.tid, första.vem, första.commit) if o)
        text = indraget(": ".join(o for o in (rubrik, första.meddelande) if o), "", "    ")
        yield text + "".join(indraget(rad_i_ord(ä), "  ", "    ") for ä in (första, *fler))
    if h.beslut:
        yield "Beslut\n" + "".join(map(_beslut, h.beslut))


def rad_i_ord(ä: "Händelse") -> str:
    """En ändring som en rad: ``§ 19 innebär a belopp: 914 400 kr → 457 200 kr``."""
    fält = f"{ä.fält}: " if ä.fält else ""
    match ä.vad:
        case "ändrat" | "nytt filnamn":
            return f"{'nytt filnamn: ' if ä.vad != 'ändrat' else fält}{ä.förr} → {ä.nu}"
        case "tillagt" | "struket":
            return f"{fält}{ä.vad}: {ä.förr or ä.nu}"
        case "bara formen":
            return "bara formen; samma uppgifter"
        case "bara radbrytningar":
            return f"{fält}bara radbrytningar"
        case _:
            return f"{ä.vad}{': ' if ä.förr or ä.nu else ''}{ä.förr or ä.nu}"


def _beslut(b: "Beslutat") -> str:
    from gns.cli.stycken import indraget

    ej = "" if b.justerat else " – inte justerat"
    return indraget(f"{b.beslut} {b.rubrik}{ej}", "  ", "    ") + "".join(indraget(v, "    → ") for v in b.vad)
