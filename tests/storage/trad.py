"""Strategier: träd, texter och YAML-källor som liknar poster."""

from typing import Any

from hypothesis import strategies as st

ORD = st.sampled_from(
    ["Nämnden", "beslutar", "att", "§ 19", "457 200 kr", "kl. 09:00", "bl.a.", "Åre", "*viktigt*", "och"]
)
SVÅRT = st.text(st.sampled_from(list(" \"'#:-?[]{},&*!|>%@`\\=~<aåB1.—§\u00a0")), min_size=1, max_size=12)
MENING = st.builds(
    lambda ord_, slut: " ".join(ord_) + slut,
    st.lists(ORD, min_size=1, max_size=6),
    st.sampled_from([*".?!:,", ""]),
)
RAD = st.builds(
    lambda märke, meningar: märke + " ".join(meningar),
    st.sampled_from(["", "", "", "- ", "1. ", "#### ", "  ", "[^1]: "]),
    st.lists(MENING | SVÅRT, min_size=1, max_size=3),
)
TEXT = st.lists(RAD | st.just("") | st.just("   "), min_size=1, max_size=6).map("\n".join).filter(str.strip)
SKALÄR = (
    SVÅRT
    | TEXT
    | MENING
    | TEXT.map(lambda t: t + "\n")
    | st.sampled_from(["null", "ja", "no", "10:15", "007", "1.0", "<<", "---"])
)
NYCKEL = st.sampled_from(["rubrik", "år", "§", "förslag_till_beslut", "a", "b", "text", "typ"]) | SVÅRT.filter(
    lambda t: t != "<<"
)


def träd(djup: int = 3) -> st.SearchStrategy[dict[str, Any]]:
    """Postliknande träd utan tomma värden."""
    blad: st.SearchStrategy[Any] = SKALÄR
    inre = st.recursive(
        blad,
        lambda barn: st.lists(barn, min_size=1, max_size=3) | st.dictionaries(NYCKEL, barn, min_size=1, max_size=3),
        max_leaves=8,
    )
    return st.dictionaries(NYCKEL, inre, min_size=1, max_size=djup + 1)


POST = """# Postens huvud

a: 1  # ett
b:  # två
  # tre
  - x  # fyra
  - |
    Text # inte kommentar.

    Mer.

# c hör hit
c:
  - namn: n  # fem
    # sex
    som: s
  - namn: m
    lista:
      - - p
        - q
      - r
d: |  # sju
  Hej.

  Du.
e: [1, {f: 2}, '3']
f: 'x
  y'
g: "z"
# slut
"""
