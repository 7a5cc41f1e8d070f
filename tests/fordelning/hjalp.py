"""Genererade delningar, och antalet fall i make test och i make test-lang."""

from fractions import Fraction

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st

PARTER = ("are", "berg", "bracke", "harjedalen", "krokom", "ostersund", "ragunda", "region", "stromsund")
BELOPP = st.one_of(st.integers(-2_000, 2_000), st.integers(-(10**14), 10**14))
_TAL = st.one_of(st.integers(0, 12), st.integers(0, 10**12), st.fractions(0, 10**6, max_denominator=100))
VIKTER = st.dictionaries(st.sampled_from(PARTER), _TAL, min_size=1).filter(lambda v: any(v.values()))
ENHET = st.sampled_from(("krona", "öre"))
FAKTOR = st.fractions(Fraction(1, 1000), 1000)


def _fall(snabb: int, lång: int):
    antal = {"snabb": snabb, "lang": lång}[settings.get_current_profile_name()]
    return settings(max_examples=antal, deadline=None, suppress_health_check=list(HealthCheck))


många = _fall(2_000, 100_000)  # delningar
hela_böcker = _fall(300, 10_000)  # år, parter och möten, som läses varje gång
