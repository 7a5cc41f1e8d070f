"""Tabellerna som ett kalkylblad för Excel: riktiga tal, summor och en kontroll som formler, och text som alltid är text."""

from datetime import UTC, datetime
from decimal import Context, Decimal
from fractions import Fraction
from io import BytesIO
from typing import Any

import xlsxwriter
from xlsxwriter.utility import xl_rowcol_to_cell

from gns.render.kalkyl import Bild, Blad, Cell, Rad, Rubrik, Tabell, bladen
from gns.render.trad import Träd, klartext
from gns.render.ziparkiv import ordna_arkiv

_DAG = datetime(2000, 1, 1, tzinfo=UTC).replace(tzinfo=None)
_FORM = {"kr": "#,##0", "tkr": "#,##0", "antal": "#,##0", "procent": "0.00%", "text": "@"}
_OTILLÅTNA = str.maketrans(dict.fromkeys("[]:*?/\\", " "))
_NAMN_HÖGST, _BREDD_HÖGST = 31, 60  # tecken
_BREDD_UTAN_TABELL, _RADHÖJD = 100, 15  # tecken, punkter
_BILDBREDD, _RADPIXLAR = 640, 20  # bildpunkter
_INSTÄLLNINGAR = {
    "in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False,
}  # fmt: skip


def skriv_xlsx(träd: Träd) -> bytes:
    """Arbetsboken, ett blad för varje avsnitt med tabell; samma byte varje gång."""
    arkiv = BytesIO()
    bok = xlsxwriter.Workbook(arkiv, _INSTÄLLNINGAR)
    bok.set_properties({"title": träd.titel[:255], "created": _DAG})
    bok.set_calc_mode("auto")
    formater = _Formater(bok)
    tagna: set[str] = set()
    for blad in bladen(träd):
        namn = _bladnamn(blad.namn, tagna)
        tagna.add(namn.casefold())
        _Bladskrivare(bok.add_worksheet(namn), formater).skriv(blad)
    bok.close()
    return ordna_arkiv(arkiv.getvalue())


class _Formater:
    """Cellernas utseende, ett av varje."""

    def __init__(self, bok: Any) -> None:
        self._bok = bok
        self._alla: dict[tuple[tuple[str, Any], ...], Any] = {}

    def __call__(self, form: str = "General", fet: bool = False, linje: bool = False) -> Any:
        """Formatet för ett talformat, med fetstil och linje över när det är en summa."""
        return self._format({"num_format": form, "bold": fet, "top": 1 if linje else 0})

    def text(self, fet: bool, linje: bool, plats: dict[str, Any]) -> Any:
        """Formatet för en text i en cell."""
        return self._format({"num_format": "@", "bold": fet, "top": 1 if linje else 0, **plats})

    def stycke(self, fet: bool) -> Any:
        """Formatet för ett stycke över hela bladets bredd."""
        return self._format({"bold": fet, "text_wrap": True, "valign": "top"})

    def _format(self, val: dict[str, Any]) -> Any:
        nyckel = tuple(val.items())
        if nyckel not in self._alla:
            self._alla[nyckel] = self._bok.add_format(val)
        return self._alla[nyckel]


class _Bladskrivare:
    """Skriver ett blad uppifrån och ned."""

    def __init__(self, blad: Any, formater: _Formater) -> None:
        self._blad = blad
        self._formater = formater
        self._rad = 0
        self._bredder: list[int] = []

    def skriv(self, blad: Blad) -> None:
        """Texterna och tabellerna i ordning; ett stycke bryts inom tabellernas bredd, så att det inte krymper utskriften."""
        self._bredder = _bredder([d for d in blad.innehåll if isinstance(d, Tabell)])
        for kolumn, bredd in enumerate(self._bredder):
            self._blad.set_column(kolumn, kolumn, bredd)
        for del_ in blad.innehåll:
            if isinstance(del_, Tabell):
                self._tabell(del_)
            elif isinstance(del_, Bild):
                self._bild(del_)
            else:
                self._stycke(*((del_.text, True) if isinstance(del_, Rubrik) else (del_, False)))
        self._blad.set_landscape()
        self._blad.set_paper(9)
        self._blad.fit_to_pages(1, 0)

    def _stycke(self, text: str, fet: bool) -> None:
        form = self._formater.stycke(fet)
        if len(self._bredder) > 1:
            self._blad.merge_range(self._rad, 0, self._rad, len(self._bredder) - 1, "", form)
        self._blad.write_string(self._rad, 0, text, form)
        self._blad.set_row(self._rad, _RADHÖJD * max(1, -(-len(text) // sum(self._bredder))))
        self._rad += 1

    def _bild(self, bild: Bild) -> None:
        """Diagrammet över så många rader som det är högt, och dess bildtext under."""
        from gns.render.diagram import beskrivning, som_svg
        from gns.render.png import mått, som_png

        png = som_png(som_svg(bild.diagram))
        bredd, höjd = mått(png)
        skala = _BILDBREDD / bredd
        val = {"image_data": BytesIO(png), "x_scale": skala, "y_scale": skala, "description": beskrivning(bild.diagram)}
        self._blad.insert_image(self._rad, 0, "diagram.png", val)
        self._rad += -(-höjd * _BILDBREDD // (bredd * _RADPIXLAR)) + 1
        self._stycke(klartext(bild.diagram.barn[0].delar), fet=True)

    def _tabell(self, tabell: Tabell) -> None:
        self._rad += 1
        if tabell.rubrik:
            self._stycke(tabell.rubrik, fet=True)
        former = _former(tabell)
        summering = _Summering(self._rad)
        for rad in tabell.rader:
            for kolumn, cell in enumerate(rad.celler):
                formel = summering.formel(rad, self._rad, kolumn, cell)
                self._cell(rad, kolumn, cell, former[kolumn], formel)
            self._rad += 1
            summering.klar(rad, self._rad)
        self._rad += 1

    def _cell(self, rad: Rad, kolumn: int, cell: Cell, form: str, formel: str) -> None:
        fet = _fet(rad, cell)
        linje = rad.roll in ("summa", "resultat")
        if cell.länk:
            till = cell.länk if cell.länk.startswith("https:") else f"external:{cell.länk}"
            self._blad.write_url(self._rad, kolumn, till, self._formater.text(fet, linje, {}), cell.text)
        elif cell.tal is None:
            över_tal = rad.roll == "rubrik" and form != _FORM["text"]
            plats: dict[str, Any] = {"align": "right"} if över_tal else {"indent": 1} if kolumn else {}
            if len(cell.text) > _BREDD_HÖGST:
                plats |= {"text_wrap": True, "valign": "top"}
            self._blad.write_string(self._rad, kolumn, cell.text, self._formater.text(fet, linje, plats))
        elif formel:
            self._blad.write_formula(self._rad, kolumn, formel, self._formater(form, fet, linje), _decimal(cell.tal))
        else:
            self._blad.write_number(self._rad, kolumn, _decimal(cell.tal), self._formater(form, fet, linje))


def _fet(rad: Rad, cell: Cell) -> bool:
    return cell.rubrik or rad.roll in ("summa", "resultat", "rubrik")


def _bredder(tabeller: list[Tabell]) -> list[int]:
    """Kolumnernas bredd i tecken; fet text är bredare, och ett blad utan tabell har en bred kolumn."""
    ut: list[int] = []
    for rad in (r for t in tabeller for r in t.rader):
        for kolumn, cell in enumerate(rad.celler):
            bredd = min(len(cell.text) * (6 if _fet(rad, cell) else 5) // 5 + 3, _BREDD_HÖGST)
            ut[kolumn : kolumn + 1] = [max(bredd, *ut[kolumn : kolumn + 1])] if kolumn < len(ut) else [bredd]
    return ut or [_BREDD_UTAN_TABELL]


class _Summering:
    """Formlerna i en tabell, ur radernas roller; aldrig ur en text, och bara när formeln ger det tal som trycks."""

    def __init__(self, start: int) -> None:
        self._start = start
        self._delsummor: dict[int, Fraction] = {}
        self._summor: list[tuple[int, dict[int, Fraction]]] = []
        self._efter: list[tuple[int, dict[int, Fraction]]] = []  # den sista summan och det som hör till den
        self._talen: dict[int, Fraction] = {}

    def formel(self, rad: Rad, nu: int, kolumn: int, cell: Cell) -> str:
        """Cellens formel, eller tomt när den ska vara ett tal."""
        if cell.tal is None:
            return ""
        self._talen[kolumn] = cell.tal
        if rad.roll == "summa" and self._delsummor.get(kolumn) == cell.tal:
            return f"=SUM({xl_rowcol_to_cell(self._start, kolumn)}:{xl_rowcol_to_cell(nu - 1, kolumn)})"
        if rad.roll == "resultat" and sum(t.get(kolumn, 0) for _, t in self._summor) == cell.tal:
            return "=" + "+".join(xl_rowcol_to_cell(r, kolumn) for r, t in self._summor if kolumn in t)
        if rad.roll == "kontroll" and (delar := [(r, t[kolumn]) for r, t in self._efter if kolumn in t]):
            ska_vara = sum(tal for _, tal in delar) - cell.tal
            minus = f"-({_decimal(ska_vara)})" if ska_vara else ""
            return "=" + "+".join(xl_rowcol_to_cell(r, kolumn) for r, _ in delar) + minus
        return ""

    def klar(self, rad: Rad, nästa: int) -> None:
        """Efter en rad: en summa börjar om räkningen, en vanlig rad läggs till den."""
        if rad.roll == "summa":
            self._summor.append((nästa - 1, dict(self._talen)))
            self._efter = self._summor[-1:]
        elif rad.roll == "rest":
            self._efter.append((nästa - 1, dict(self._talen)))
        if rad.roll in ("summa", "rubrik"):
            self._start, self._delsummor = nästa, {}
        elif rad.roll == "rad":
            for kolumn, tal in self._talen.items():
                self._delsummor[kolumn] = self._delsummor.get(kolumn, Fraction(0)) + tal
        self._talen = {}


def _former(tabell: Tabell) -> list[str]:
    """Talformatet för varje kolumn: kronor med ören bara när någon cell har sådana, annars heltal."""
    return [
        _form([c for c in celler if c.tal is not None])
        for celler in zip(*(r.celler for r in tabell.rader), strict=True)
    ]


def _form(celler: list[Cell]) -> str:
    slag = celler[0].slag if celler else "text"
    decimaler = max((_decimaler(c.tal) for c in celler if c.tal is not None), default=0)
    if slag in ("kr", "procent") or not decimaler:
        return f"{_FORM[slag]}.00" if slag == "kr" and decimaler else _FORM[slag]
    return f"{_FORM[slag]}.{'0' * decimaler}"


def _decimaler(tal: Fraction) -> int:
    """Så många decimaler som talet behöver, högst fyra."""
    return next((n for n in range(4) if (tal * 10**n).denominator == 1), 4)


def _decimal(tal: Fraction) -> Decimal:
    """Talet i decimaler utan exponent; ett bråk som inte går jämnt ut får femton gällande siffror, som Excel har."""
    kvot = Context(prec=15).divide(Decimal(tal.numerator), Decimal(tal.denominator))
    return Decimal(f"{kvot.normalize():f}")


def _bladnamn(namn: str, tagna: set[str]) -> str:
    """Ett namn som Excel godtar och som inget annat blad har."""
    rent = " ".join(namn.translate(_OTILLÅTNA).split())[:_NAMN_HÖGST].strip(" '") or "Blad"
    nytt, nummer = rent, 2
    while nytt.casefold() in tagna:
        kort = rent[: _NAMN_HÖGST - len(str(nummer)) - 1].strip(" '")
        nytt, nummer = f"{kort} {nummer}", nummer + 1
    return nytt
