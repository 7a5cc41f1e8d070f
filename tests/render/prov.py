"""Gemensamt för proven av render: en liten mall runt en text, och tecken som trädet kan bära."""

from xml.sax.saxutils import escape

from hypothesis import strategies as st

from gns.render.las import läs_träd
from gns.render.trad import Träd

# Allt som XML och gns kan bära; märkspråkets egna tecken är vanligare än i slumpen.
TECKEN = st.one_of(
    st.sampled_from(list("#*_-+=~`<>&|[]()!\\.:;1234567890 \"'§%/$@^{}")),
    st.sampled_from(list("aåä öB\u00a0 \n\u2003\u0301é😀")),
    st.characters(exclude_categories=("Cc", "Cs", "Cn"), exclude_characters="\ufffe\uffff"),
)
TEXTER = st.text(TECKEN, max_size=40)


def träd(main: str, huvud: str = "", fot: str = "") -> Träd:
    """Ett träd med märkningen i main."""
    return läs_träd(
        f'<html lang="sv"><head><title>T</title></head><body>{huvud and f"<header>{huvud}</header>"}'
        f"<main>{main}</main>{fot and f'<footer>{fot}</footer>'}</body></html>"
    )


def xml(text: str) -> str:
    """Texten som innehåll i ett element."""
    return escape(text)


def ihop(text: str) -> str:
    """Texten med XHTML:s mellanrum sammandragna."""
    return " ".join(d for d in text.replace("\n", " ").replace("\t", " ").replace("\r", " ").split(" ") if d)
