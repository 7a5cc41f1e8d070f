"""``gns formatera``: posternas form."""

from typing import Annotated

import typer

from gns.cli import utskrift, val

Sökvägar = Annotated[
    list[str] | None, typer.Argument(metavar="[SÖKVÄG…]", help="Filer eller mappar; utan dem alla poster.")
]
Kontrollera = Annotated[
    bool, typer.Option("--kontrollera", help="Ändra inget; säg vilka filer som skulle ändras (slutkod 1 om någon).")
]


def kör(sökvägar: Sökvägar = None, kontrollera: Kontrollera = False, data: val.Data = None) -> int:
    """Ställer posterna i ordning utan att ändra vad de säger.

    Nycklar får sin ordning, indrag och mellanrum blir lika överallt, och kommentarer följer med den rad de står vid.

    Exempel:
      gns formatera
      gns formatera data/moten/2020-12-18.yaml
      gns formatera --kontrollera
    """
    from gns.cli.fel import hantera, visa_filfel
    from gns.flows.formatera import formatera

    valda = tuple(val.sökväg(s, "SÖKVÄG") for s in sökvägar or ())
    resultat = formatera(val.här(), val.katalog(data), valda, kontrollera)
    if resultat.ändrade:
        utskrift.skriv("".join(f"{utskrift.ofarlig(fil)}\n" for fil in resultat.ändrade))
    visa_filfel(resultat.fel)
    koder = [0, *map(hantera, resultat.hindrade)]
    utskrift.meddela(_sammanfattning(resultat.antal, len(resultat.ändrade), kontrollera))
    if any(f.nivå == "fel" for f in resultat.fel):
        koder.append(2)
    if kontrollera and resultat.ändrade:
        koder.append(1)
    return max(koder)


def _sammanfattning(antal: int, ändrade: int, kontrollera: bool) -> str:
    poster = "1 post" if antal == 1 else f"{antal} poster"
    if not ändrade:
        return f"{poster}, ingen form att ändra."
    return f"{poster}, {ändrade} {'skulle ändras' if kontrollera else 'ändrade' if ändrade > 1 else 'ändrad'}."
