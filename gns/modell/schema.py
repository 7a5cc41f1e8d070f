"""JSON Schema för posterna: det som en YAML-redigerare behöver för att komplettera, förklara och pröva varje fält.

Schemat är draft-07, som alla utgåvor av yaml-language-server läser, och helt utan hänvisningar. Det säger vad varje värde
för sig får vara; hur värdena går ihop (``samband``) prövar bara gns. Inget som gns godtar vägras, utom orden som
``former`` nämner.
"""

import json
import re
from collections.abc import Mapping
from typing import Any

from gns.modell.former import ett_av, uppräknade
from gns.modell.ordning import IDENTITET, MODELLER, Ordning, modell, ordning

Schema = dict[str, Any]

SLAG = tuple(MODELLER)
DRAFT = "http://json-schema.org/draft-07/schema#"
MÄRKE = "Skriven av gns schema"
_LISTA = "skriv en lista: varje sak på en egen rad som börjar med ”- ”"
_TYP = "Vilket slag det är; det bestämmer vilka nycklar som finns."


def schema(slag: str) -> Schema:
    """Schemat för ett slags post, utan det fält som filens namn bär. KeyError om slaget inte finns."""
    rå = modell(slag).model_json_schema()
    rå["properties"].pop(IDENTITET.get(slag, ""), None)
    post = _Bygge(rå.get("$defs", {})).grupp(rå, ordning(slag))
    return {"$schema": DRAFT, "$comment": f"{MÄRKE}. Ändra inte här: kör gns schema igen.", **post}


def som_text(schema: Schema) -> str:
    """Schemat som filen skrivs; samma schema ger alltid samma text."""
    return json.dumps(schema, ensure_ascii=False, indent=2) + "\n"


class _Bygge:
    """Gör pydantics schema till ett som läses utan hänvisningar, med posternas egen ordning och svenska meningar."""

    def __init__(self, defs: Mapping[str, Schema]) -> None:
        self._defs = defs

    def grupp(self, rå: Schema, ordning: Ordning) -> Schema:
        """En grupp nycklar: alla kända, okända vägras, och minst en står där."""
        namn = sorted(rå["properties"], key=list(ordning).index)
        krävs = [n for n in namn if n in rå.get("required", ())]
        return {
            "title": _klassord(rå["title"]),
            "description": _mening(rå["description"]),
            "type": "object",
            "properties": {n: self._fält(n, rå["properties"][n], ordning[n]) for n in namn},
            **({"required": krävs} if krävs else {"minProperties": 1}),
            "additionalProperties": False,
            "errorMessage": _nyckelråd(namn, krävs),
        }

    def _fält(self, namn: str, rå: Schema, ordning: Ordning | None) -> Schema:
        värde = self._värde(rå, ordning or Ordning())
        om = f"{rå.get('description', _TYP)}{_annars(rå.get('default'))}"
        return {**värde, "title": namn.replace("_", " ").capitalize(), "description": _mening(om)}

    def _värde(self, rå: Schema, ordning: Ordning) -> Schema:
        if "$ref" in rå:
            return self.grupp(self._följ(rå["$ref"]), ordning)
        if "discriminator" in rå:
            return self._varianter([self._följ(gren["$ref"]) for gren in rå["oneOf"]], ordning)
        if "anyOf" in rå:
            grenar = [self._värde(gren, ordning) for gren in rå["anyOf"] if gren.get("type") != "null"]
            return grenar[0] if len(grenar) == 1 else {"anyOf": grenar}
        if "items" in rå:
            inre = self._värde(rå["items"], ordning)
            return {"type": "array", "items": inre, "minItems": 1, "errorMessage": _LISTA}
        return {nyckel: v for nyckel, v in rå.items() if nyckel not in ("title", "description", "default")}

    def _varianter(self, klasser: list[Schema], ordning: Ordning) -> Schema:
        """Grupper av flera slag: ``typ`` väljer vilken, så att varje fel gäller den valda."""
        grupper = {k["properties"]["typ"]["const"]: self.grupp(k, ordning) for k in klasser}
        delade = _delade(list(grupper.values()))
        typer = [g["description"] for g in grupper.values()]
        val = {**ett_av(*grupper, betyder=typer), "title": "Typ", "description": _TYP}
        krävs = [n for n in dict.fromkeys(("id", "typ", *delade)) if all(n in g["required"] for g in grupper.values())]
        return {
            "type": "object",
            "properties": {"id": delade.pop("id"), "typ": val, **delade},
            "required": krävs,
            "errorMessage": f"skriv {uppräknade(krävs, 'och')}",
            "allOf": [_om_typ(typ, grupp, {"id", "typ", *delade}) for typ, grupp in grupper.items()],
        }

    def _följ(self, ref: str) -> Schema:
        return self._defs[ref.removeprefix("#/$defs/")]


def _delade(grupper: list[Schema]) -> dict[str, Schema]:
    """Fälten som är lika i alla grupperna."""
    första, *andra = (g["properties"] for g in grupper)
    return {n: f for n, f in första.items() if all(a.get(n) == f for a in andra) and n != "typ"}


def _om_typ(typ: str, grupp: Schema, delade: set[str]) -> Schema:
    """Det som gäller när ``typ`` är den; de delade fälten är redan prövade.

    Villkoret är ett mönster, för en server som kompletterar tar ``const`` också för ett ord som bara börjar likadant.
    """
    fält = {n: True if n in delade else f for n, f in grupp["properties"].items()}
    egna = [n for n in grupp["required"] if n not in delade]
    då = {**grupp, "properties": fält, "required": egna}
    om = {"properties": {"typ": {"type": "string", "pattern": f"^{typ}$"}}, "required": ["typ"]}
    return {"if": om, "then": då}


def _klassord(klass: str) -> str:
    """``GodkännerProtokoll`` → ``Godkänner protokoll``."""
    return re.sub(r"(?<=[a-zåäö])(?=[A-ZÅÄÖ])", " ", klass).capitalize()


def _mening(text: str) -> str:
    """Texten som meningar att läsa, utan radbrytningar och kodens märken."""
    ren = " ".join(text.replace("``", "").split())
    return ren[:1].upper() + ren[1:] + ("" if ren.endswith(".") else ".")


def _annars(förval: object) -> str:
    """Vad som gäller när nyckeln inte står där; tomt när det är inget."""
    if isinstance(förval, bool):
        return f"; annars {'ja' if förval else 'nej'}"
    return "" if förval in (None, []) else f"; annars {förval}"


def _nyckelråd(namn: list[str], krävs: list[str]) -> str:
    måste = f"; {uppräknade(krävs, 'och')} måste finnas" if krävs else ""
    return f"nycklarna här är {uppräknade(namn, 'och')}{måste}"
