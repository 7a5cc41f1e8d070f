"""Pydantics fel blir svenska datafel med fältvägar i posten."""

from collections.abc import Iterable, Mapping
from typing import Any

from pydantic import ValidationError

from gns.grund.datafel import Datafel, Fältväg
from gns.grund.tecken import menade_du, råd_för
from gns.modell.ordning import Ordning
from gns.modell.skalar import Skalarfel

_BEHÅLLARE = {
    "tuple_type": ("här ska stå en lista", "skriv varje sak på en egen rad som börjar med ”- ”"),
    "model_type": ("här ska stå nycklar med värden", "skriv en nyckel per rad, indragna två steg"),
    "model_attributes_type": ("här ska stå nycklar med värden", "skriv en nyckel per rad, indragna två steg"),
    "too_short": ("listan är tom", "skriv minst en post eller ta bort nyckeln"),
}


def datafel(fel: ValidationError, data: Mapping[str, Any], ordning: Ordning) -> tuple[Datafel, ...]:
    """Alla fel i posten som datafel; ``data`` och ``ordning`` används för vägar och förslag på nycklar."""
    ut: list[Datafel] = []
    for post in fel.errors(include_url=False, include_input=False):
        väg = _väg(post["loc"], data)
        ut += _översätt(post["type"], väg, post.get("ctx", {}), data, ordning)
    # En felstavad nyckel är ett fel, inte två: att den rätta då saknas sägs inte också.
    felstavade = [f.fältväg for f in ut if f.på_nyckel]
    menade = {(*väg[:-1], menade_du(str(väg[-1]), _möjliga(väg, data, ordning))) for väg in felstavade}
    return tuple(f for f in ut if f.på_nyckel or f.fältväg not in menade)


def _väg(loc: Fältväg, data: object) -> Fältväg:
    """Pydantics väg utan de led som bara säger vilken variant (``typ:``) som prövades."""
    väg: list[str | int] = []
    nu: Any = data
    for i, led in enumerate(loc):
        if isinstance(nu, dict) and led not in nu and nu.get("typ") == led:
            continue
        väg.append(led)
        if isinstance(nu, dict):
            nu = nu.get(str(led))
        elif isinstance(nu, list) and isinstance(led, int) and led < len(nu):
            nu = nu[led]
        elif i < len(loc) - 1:
            break
    return tuple(väg)


def _översätt(typ: str, väg: Fältväg, ctx: Mapping[str, Any], data: object, ordning: Ordning) -> Iterable[Datafel]:
    fel = ctx.get("error")
    if isinstance(fel, Skalarfel):
        return [Datafel(väg, fel.text, fel.råd)]
    if typ == "too_short" and _värde(data, väg):
        return []  # listan har poster; felen i dem är redan sagda
    if typ == "missing":
        return [Datafel(väg, f"nyckeln {väg[-1]} saknas", f"lägg till raden ”{väg[-1]}: …”")]
    if typ == "extra_forbidden":
        return [_okänd_nyckel(väg, data, ordning)]
    if typ.startswith("union_tag"):
        return [_okänd_typ(väg, ctx)]
    if typ.startswith("model_") and (nycklar := list(_inre(väg, ordning) or ())):
        råd = f"skriv en nyckel per rad, till exempel {nycklar[0]}: …; nycklarna här är {', '.join(nycklar)}"
        return [Datafel(väg, _BEHÅLLARE[typ][0], råd)]
    text, råd = _BEHÅLLARE.get(typ, ("värdet går inte att läsa", "jämför med exemplen i README"))
    return [Datafel(väg, text, råd)]


def _okänd_nyckel(väg: Fältväg, data: object, ordning: Ordning) -> Datafel:
    nyckel = str(väg[-1])
    möjliga = _möjliga(väg, data, ordning)
    text = f"nyckeln ”{nyckel}” finns inte här"
    if nyckel in (_inre(väg[:-1], ordning) or ()):
        text = f"nyckeln ”{nyckel}” hör inte till typ: {_värde(data, (*väg[:-1], 'typ'))}"
    return Datafel(väg, text, råd_för(nyckel, möjliga, f"nycklarna här är {', '.join(möjliga)}"), på_nyckel=True)


def _möjliga(väg: Fältväg, data: object, ordning: Ordning) -> list[str]:
    """Nycklarna som får stå där nyckeln på vägen står; i en variant bara dess egna."""
    här = _inre(väg[:-1], ordning) or Ordning()
    return här.varianter.get(str(_värde(data, (*väg[:-1], "typ")))) or list(här)


def _inre(väg: Fältväg, ordning: Ordning | None) -> Ordning | None:
    for led in väg:
        if isinstance(led, str) and ordning is not None:
            ordning = ordning.get(led)
    return ordning


def _värde(data: Any, väg: Fältväg) -> object:
    for led in väg:
        try:
            data = data[led]
        except (KeyError, IndexError, TypeError):
            return None
    return data


def _okänd_typ(väg: Fältväg, ctx: Mapping[str, Any]) -> Datafel:
    möjliga = [t.strip(" '") for t in str(ctx.get("expected_tags", "")).split(",") if t.strip()]
    given = str(ctx.get("tag", ""))
    if not given:
        return Datafel((*väg, "typ"), "nyckeln typ saknas", "lägg till raden ”typ: …”")
    råd = råd_för(given, möjliga, f"skriv någon av {', '.join(möjliga)}")
    return Datafel((*väg, "typ"), f"typen ”{given}” finns inte", råd)
