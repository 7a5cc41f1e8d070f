"""Skalärerna läser bara det de ska, och varje vägran säger vad man skriver i stället."""

import datetime as dt

import pytest
from pydantic import TypeAdapter, ValidationError

from gns.modell import skalar

GODA = [
    (skalar.Rad, "Budget 2021", "Budget 2021"),
    (skalar.Id, "region", "region"),
    (skalar.Datum, "2020-02-29", dt.date(2020, 2, 29)),
    (skalar.Tid, "09:00", "09:00"),
    (skalar.Heltal, "0", 0),
    (skalar.Ordningstal, "19", 19),
    (skalar.Fil, "data/handlingar/a.pdf", "data/handlingar/a.pdf"),
    (skalar.År, "2021", 2021),
    (skalar.JaNej, "ja", True),
    (skalar.JaNej, "nej", False),
    (skalar.Orgnr, "232100-0214", "232100-0214"),
    (skalar.Justerat, "okänd dag", "okänd dag"),
    (skalar.Justerat, "2020-12-23", dt.date(2020, 12, 23)),
    (skalar.Beslutsref, "2020-05-29 § 14", "2020-05-29 § 14"),
    (skalar.Beslutsref, "2019-06-03", "2019-06-03"),
    (skalar.Sha256, "0" * 64, "0" * 64),
]
DÅLIGA = [
    (skalar.Rad, "två\nrader"),
    (skalar.Rad, "   "),
    (skalar.Löptext, ""),
    (skalar.Löptext, "ord[^1]"),
    (skalar.Id, "Åre"),
    (skalar.Datum, "2020-02-30"),
    (skalar.Datum, "2020-2-3"),
    (skalar.Datum, "0"),
    (skalar.Datum, "2020-12-18T00:00"),
    (skalar.Tid, "24:00"),
    (skalar.Tid, "9:00"),
    (skalar.Heltal, "07"),
    (skalar.Heltal, "-1"),
    (skalar.Heltal, "1_000"),
    (skalar.År, "21"),
    (skalar.JaNej, "true"),
    (skalar.JaNej, "no"),
    (skalar.Pengar, "457200"),
    (skalar.Diarienummer, "GNS/03/2019"),
    (skalar.Diarienummer, "GNS/3"),
    (skalar.Orgnr, "232100-0215"),
    (skalar.Orgnr, "2321000214"),
    (skalar.Justerat, "ja"),
    (skalar.Ordningstal, "0"),
    (skalar.Fil, "../hemligt"),
    (skalar.Fil, "/etc/passwd"),
    (skalar.Beslutsref, "2020-13-01 § 1"),
    (skalar.Beslutsref, "§ 14"),
    (skalar.Sha256, "A" * 64),
]


@pytest.mark.parametrize(("typ", "text", "värde"), GODA, ids=range(len(GODA)))
def test_rätt_skrivna_värden_läses(typ, text, värde):
    assert TypeAdapter(typ).validate_python(text) == värde


@pytest.mark.parametrize(("typ", "text"), DÅLIGA, ids=range(len(DÅLIGA)))
def test_fel_skrivna_värden_vägras_med_en_mening(typ, text):
    with pytest.raises(ValidationError) as fel:
        TypeAdapter(typ).validate_python(text)
    skalärfel = fel.value.errors()[0]["ctx"]["error"]
    assert isinstance(skalärfel, skalar.Skalarfel)
    assert len(skalärfel.text) > 10
    assert "\n" not in skalärfel.text + skalärfel.råd


@pytest.mark.parametrize("typ", [t for t, *_ in GODA], ids=range(len(GODA)))
@pytest.mark.parametrize("värde", [["a"], {"a": "b"}], ids=["lista", "nycklar"])
def test_listor_och_nycklar_är_inte_skalärer(typ, värde):
    with pytest.raises(ValidationError, match="ett enda värde"):
        TypeAdapter(typ).validate_python(värde)


@pytest.mark.parametrize("typ", [t for t, *_ in GODA + DÅLIGA], ids=range(len(GODA + DÅLIGA)))
def test_varje_skalär_har_json_schema(typ):
    assert {"type", "enum"} & set(TypeAdapter(typ).json_schema())
