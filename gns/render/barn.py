"""Skriver ut mallen i en barnprocess med gränser för tid och minne."""

import sys

from gns.render.gren import Gränser, begränsa, i_egen_python, i_gren, kan_förgrena
from gns.render.mallarbete import Arbete, Svar, utför

GRÄNSER = Gränser()
_TID = Svar("", ("", "mallen blir inte färdig i tid", "ta bort slingan som inte tar slut"))
_DOG = Svar("", ("", "mallen avbröts: den tog för mycket minne eller för lång tid", "ta bort upprepningen som växer"))


def kör(arbete: Arbete, gränser: Gränser = GRÄNSER) -> Svar:
    """Utför arbetet i ett barn; ett barn som inte svarar i tid eller dör blir ett fel i svaret."""
    if not kan_förgrena():
        return kör_egen(arbete, gränser)
    import gns.render.miljo  # noqa: F401  Jinja laddas före förgreningen, så att gränserna bara gäller mallen

    return packa_upp(i_gren(lambda: packa(utför(arbete)), gränser))


def kör_egen(arbete: Arbete, gränser: Gränser = GRÄNSER) -> Svar:
    """Som ``kör`` men i en egen Python; för system utan fork."""
    import json

    return packa_upp(i_egen_python("gns.render.barn", json.dumps([arbete, gränser]).encode(), gränser))


def packa(svar: Svar) -> bytes:
    """Svaret som byte: utskriften efter en JSON-rad."""
    import json

    huvud = json.dumps([svar.fel, svar.tabell, svar.disk]).encode()
    return huvud + b"\n" + svar.ut.encode("utf-8", "surrogatepass")


def packa_upp(data: bytes | None) -> Svar:
    """Byte → svar; ett barn som dog innan det hann svara, eller inte blev färdigt (None), är ett fel."""
    import json

    if data is None:
        return _TID
    huvud, radslut, ut = data.partition(b"\n")
    if not radslut:
        return _DOG
    fel, tabell, disk = json.loads(huvud)
    return Svar(ut.decode("utf-8", "surrogatepass"), tuple(fel) if fel else None, tuple(tabell), disk)


def main() -> None:
    """Barnets ingång när det är en egen Python: arbetet på stdin, svaret på stdout."""
    import json

    arbete, gränser = json.load(sys.stdin.buffer)
    begränsa(Gränser(*gränser))
    sys.stdout.buffer.write(packa(utför(Arbete(*arbete))))


if __name__ == "__main__":
    main()
