"""``gns verifiera``: är något förseglat ändrat?"""

from typing import TYPE_CHECKING, Annotated

import typer

from gns.cli import utskrift, val
from gns.grund.fel import Användningsfel

if TYPE_CHECKING:
    from gns.kontroller.sparfynd import Sigillbesked, Sparbesked, Sparfynd

_FORMAT = ("text", "json")
_SPÅRET = {
    "intakt": "spåret är intakt",
    "bruten": "spåret är brutet",
    "går inte att pröva": "spåret går inte att pröva helt",
}
_SLUTKODER = {"intakt": 0, "går inte att pröva": 1, "bruten": 3}

_Kod = Annotated[
    str | None, typer.Option("--kod", metavar="KONTROLLKOD", help="Säg om koden, som den är tryckt, hör till kedjan.")
]
_Format = Annotated[
    str,
    typer.Option(
        "--format", metavar="FORMAT", help="text eller json; annars text.", autocompletion=lambda: list(_FORMAT)
    ),
]


def kör(kod: _Kod = None, filformat: _Format = "text", data: val.Data = None) -> int:
    """Prövar att inget förseglat har ändrats.

    Går igenom hela kedjan: varje sigill, varje fil det låser, i git och på disken, taggarna, underskrifterna och varje
    commit sedan dess. Varje möte är intakt, bruten eller går inte att pröva, med skäl. Slutkoden är 3 när något är brutet
    och 1 när något inte går att pröva. Med --kod prövas också att en tryckt kod hör till kedjan: bara så märks det att
    hela historien är omgjord.

    Exempel:
      gns verifiera
      gns verifiera --kod "7K3M-91QX-0AB2-C4D5-E6F7-G8H9-J0K1-M2N3"
      gns verifiera --format json
    """
    valt = val.känt_format(filformat, _FORMAT)
    skriven = None if kod is None else _läs(kod)
    from gns.flows.verifiera import verifiera

    besked, oförseglade = verifiera(val.här(), val.katalog(data))
    träff = next((s for s in besked.sigill if s.kontrollkod == skriven), None) if skriven else None
    främmande = skriven is not None and träff is None
    if valt == "json":
        _skriv_json(besked, oförseglade, skriven, träff)
    else:
        _skriv_text(besked, oförseglade)
        if skriven:
            utskrift.skriv(f"{_om_koden(skriven, träff)}\n")
    return 3 if främmande else _SLUTKODER[besked.svar]


def _om_koden(kod: str, träff: "Sigillbesked | None") -> str:
    if träff is None:
        text = "Är den rätt avskriven är det den hör till borttaget eller omgjort."
        return f"Koden {kod} hör inte till kedjan. {text}"
    bruten = ", men det är brutet" if träff.svar == "bruten" else ""
    return f"Koden {kod} hör till sigill {träff.nr}, {träff.namn}{bruten}."


def _läs(kod: str) -> str:
    from gns.grund.kontrollkod import läs_kontrollkod

    try:
        return läs_kontrollkod(kod)
    except ValueError:
        råd = "skriv alla åtta grupperna som de är tryckta"
        raise Användningsfel(f"{utskrift.citat(kod)} är ingen kontrollkod", råd) from None


def _skriv_text(besked: "Sparbesked", oförseglade: tuple[str, ...]) -> None:
    rader = [f"kedjan: {f.vikt}: {f.text}" for f in besked.kedjan]
    for s in besked.sigill:
        rader.append(f"sigill {s.nr}, {s.namn or 'okänt möte'}: {s.svar}")
        rader += [f"  {f.vikt}: {f.text}" for f in s.skäl]
        if s.undertecknat_av:
            kvar = f"; återstår {' och '.join(s.återstår)}" if s.återstår else ""
            rader.append(f"  undertecknat av {' och '.join(s.undertecknat_av)}{kvar}")
        if s.kontrollkod and s.svar != "bruten":
            rader.append(f"  kontrollkod {s.kontrollkod}")
    if oförseglade:
        rader.append(f"justerade men inte förseglade: {', '.join(oförseglade)}")
    antal = len(besked.sigill)
    inget = not antal and besked.svar == "intakt"
    rader.append("Inget är förseglat." if inget else f"{antal} sigill: {_SPÅRET[besked.svar]}.")
    utskrift.skriv("".join(f"{utskrift.ofarlig(rad)}\n" for rad in rader))


def _skriv_json(
    besked: "Sparbesked", oförseglade: tuple[str, ...], kod: str | None, träff: "Sigillbesked | None"
) -> None:
    from gns.cli.register import skriv_json

    skriv_json(
        {
            "svar": besked.svar,
            "sigill": [s._asdict() | {"skäl": _skälen(s.skäl)} for s in besked.sigill],
            "kedjan": _skälen(besked.kedjan),
            "oförseglade": oförseglade,
            **({} if kod is None else {"kod": {"kontrollkod": kod, "sigill": träff.nr if träff else None}}),
        }
    )


def _skälen(fynd: "tuple[Sparfynd, ...]") -> list[dict[str, str]]:
    return [{"vikt": f.vikt, "text": f.text} for f in fynd]
