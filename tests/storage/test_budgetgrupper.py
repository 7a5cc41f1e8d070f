"""Grupperna ur ett kalkylblad: ingen rad försvinner eller räknas två gånger, vilka summor och rubriker som än står i filen."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gns.storage.budgetgrupper import Bladrad, gruppera, summaslag

_SLAG = st.sampled_from(["rad", "rad", "rad", "rubrik", "summa", "delsumma", "resultat"])
_NAMN = st.sampled_from(["", "intäkter", "kostnader", "löner"])
_RAD = st.builds(
    Bladrad, st.just(1), _SLAG, _NAMN, st.integers(-300, 300), st.just("x"), st.sampled_from(["", "", "a"])
)


@given(st.lists(_RAD, max_size=12), st.sampled_from(["kr", "tkr"]))
def test_alla_rader_finns_i_precis_en_grupp_eller_så_sägs_ett_fel(rader, enhet):
    g = gruppera(rader, enhet)
    if not g.fel:
        kvar = [r for grupp in g.grupper for r in grupp.rader]
        assert sorted(map(id, kvar)) == sorted(id(r) for r in rader if r.slag == "rad")
        assert all(grupp.rader for grupp in g.grupper)
        assert all(grupp.namn for grupp in g.grupper)


@pytest.mark.parametrize(
    ("namn", "svar"),
    [
        ("Summa", ("summa", "")), ("TOTAL", ("summa", "")), ("Totalsumma 2022", ("summa", "")), ("S:a", ("summa", "")),
        ("SUMMA INTÄKTER", ("summa", "intäkter")), ("Totala kostnader", ("summa", "kostnader")),
        ("Intäkter totalt", ("summa", "intäkter")), ("Resultat", ("resultat", "")), ("Årets resultat 2022", ("resultat", "")),
        ("Summa totalt", ("resultat", "")), ("Delsumma löner", ("delsumma", "")),
        ("Resultat från 2021", None), ("Totalentreprenad", None), ("Summarum", None), ("Lön", None),
    ],
)  # fmt: skip
def test_vilka_namn_som_är_summor(namn, svar):
    assert summaslag(namn) == svar
