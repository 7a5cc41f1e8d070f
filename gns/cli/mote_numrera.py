"""``gns möte numrera``: paragrafernas nummer."""

from gns.cli import fel, utskrift, val


def kör(datum: val.Datum, data: val.Data = None) -> None:
    """Ger ett mötes §§ nästa lediga nummer i året.

    Numren sätts i den ordning §§ står, efter årets tidigare möten, och ändras också i händelser, ajourneringar och
    hänvisningar i samma post. Texter som nämner ett nummer som har ändrats visas, för att rättas för hand. Det går tills
    protokollet, eller en § i det, är justerat.

    Exempel:
      gns möte numrera 2021-02-08
    """
    dag = val.datum(datum)

    from gns.flows.numrera import numrera

    numrerat = numrera(val.här(), val.katalog(data), dag)
    bytta = {gammalt: nytt for gammalt, nytt in numrerat.karta.items() if gammalt != nytt}
    utskrift.skriv("".join(f"§ {gammalt} → § {nytt}\n" for gammalt, nytt in bytta.items()))
    if bytta:
        utskrift.meddela(f"{numrerat.fil}: {'1 nummer ändrat' if len(bytta) == 1 else f'{len(bytta)} nummer ändrade'}.")
    else:
        utskrift.meddela(f"{numrerat.fil}: numren är redan rätt.")
    fel.visa_filfel(numrerat.omnämnda)
