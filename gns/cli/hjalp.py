"""Hjälptexterna. Den som visar alla kommandon läser bara tabellen, och inget här behöver typer."""

from gns.cli.tabell import KOMMANDON, Kommando
from gns.cli.utskrift import bredd

Rader = list[tuple[str, str]]

INLEDNING = "gns för en gemensam nämnds ärenden, möten och beslut som text, och gör handlingarna av dem."
SLUTORD = "Mer om ett kommando: gns KOMMANDO --help"
HJÄLPVAL = ("-h, --help", "Visa den här hjälpen.")


def alla_kommandon() -> str:
    """Det som ``gns`` och ``gns --help`` visar."""
    delar = ["Användning: gns [VAL] KOMMANDO …", _stycke(INLEDNING), "Kommandon:"]
    bredast = max(len(k.namn) for k in KOMMANDON)
    for grupp in dict.fromkeys(k.grupp for k in KOMMANDON):
        rader = [(k.namn.ljust(bredast), k.hjälp) for k in KOMMANDON if k.grupp == grupp]
        delar.append(_avsnitt(f"  {grupp}:", rader, 4))
    delar.append(_avsnitt("Val:", [HJÄLPVAL, ("--version", "Visa vilken version av gns du har.")]))
    return "\n\n".join([*delar, _stycke(SLUTORD)]) + "\n"


def några_kommandon(början: str, kommandon: list[Kommando]) -> str:
    """Det som ``gns ärende --help`` visar: kommandona som börjar på ordet."""
    rader = [(k.namn, k.hjälp) for k in kommandon]
    slut = f"Mer om ett kommando: gns {början} KOMMANDO --help"
    delar = [f"Användning: gns {början} KOMMANDO …", _avsnitt("Kommandon:", rader), _stycke(slut)]
    return "\n\n".join(delar) + "\n"


def ett_kommando(användning: str, text: str, argument: Rader, val: Rader) -> str:
    """Hjälpen för ett kommando. ``text`` är funktionens docstring; rader som är indragna återges som de står."""
    delar = [användning, *_stycken(text)]
    if argument:
        delar.append(_avsnitt("Argument:", argument))
    delar.append(_avsnitt("Val:", [*val, HJÄLPVAL]))
    return "\n\n".join(delar) + "\n"


def bryt(text: str, bredden: int) -> list[str]:
    """Delar texten i rader om högst ``bredden`` tecken; ett längre ord får en egen rad."""
    rader = [""]
    for ord in text.split():
        if rader[-1] and len(rader[-1]) + 1 + len(ord) > bredden:
            rader.append(ord)
        else:
            rader[-1] = f"{rader[-1]} {ord}".lstrip()
    return rader


def _stycken(text: str) -> list[str]:
    """Docstringens stycken; ett stycke som slutar på kolon följt av indragna rader hålls ihop rad för rad."""
    return [s if "\n  " in s else _stycke(s) for s in text.strip().split("\n\n")]


def _stycke(text: str) -> str:
    return "\n".join(bryt(text, bredd()))


def _avsnitt(rubrik: str, rader: Rader, indrag: int = 2) -> str:
    namnbredd = max(len(namn) for namn, _ in rader)
    trångt = namnbredd + indrag + 2 > bredd() * 0.6
    ut = [rubrik]
    for namn, text in rader:
        kolumn = indrag + 4 if trångt else indrag + namnbredd + 2
        brutna = bryt(text, bredd() - kolumn)
        if trångt:
            ut.append(" " * indrag + namn.rstrip())
        else:
            ut.append(" " * indrag + namn.ljust(namnbredd) + "  " + brutna.pop(0))
        ut += [" " * kolumn + rad for rad in brutna]
    return "\n".join(ut)
