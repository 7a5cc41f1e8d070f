"""Genererade delningar, och antalet fall: 2 000 i make test, 100 000 i make test-lang."""

from fractions import Fraction

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st

PARTER = ("are", "berg", "bracke", "harjedalen", "krokom", "ostersund", "ragunda", "region", "stromsund")
BELOPP = st.one_of(st.integers(-2_000, 2_000), st.integers(-(10**14), 10**14))
_TAL = st.one_of(st.integers(0, 12), st.integers(0, 10**12), st.fractions(0, 10**6, max_denominator=100))
VIKTER = st.dictionaries(st.sampled_from(PARTER), _TAL, min_size=1).filter(lambda v: any(v.values()))
ENHET = st.sampled_from(("krona", "öre"))
FAKTOR = st.fractions(Fraction(1, 1000), 1000)

_FALL = {"snabb": 2_000, "lang": 100_000}


def många(funktion):
    """Ger egenskapen så många fall som profilen säger."""
    antal = _FALL[settings.get_current_profile_name()]
    return settings(max_examples=antal, deadline=None, suppress_health_check=list(HealthCheck))(funktion)
