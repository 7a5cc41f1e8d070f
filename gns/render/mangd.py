"""Den slutna mängden XHTML som en mall får skriva: element, attribut, klasser och vad som får stå i vad."""

INLINE = frozenset({"em", "strong", "del", "ins", "br", "a", "span"})
FLÖDE = frozenset({"p", "ul", "ol", "h4", "section"})
BLOCK = frozenset({"section", "div", "h1", "h2", "h3", "h4", "p", "ul", "ol", "dl", "table", "figure"})

# Element som håller löpande text; de i BLANDADE får i stället hålla blocken i FLÖDE.
TEXT = frozenset({"title", "h1", "h2", "h3", "h4", "p", "dt", "th", "caption", "figcaption", "li", "dd", "td"})
BLANDADE = frozenset({"li", "dd", "td"})

BARN: dict[str, frozenset[str]] = {
    "html": frozenset({"head", "body"}),
    "head": frozenset({"title"}),
    "body": frozenset({"header", "main", "footer"}),
    "header": frozenset({"p"}),
    "footer": frozenset({"p"}),
    "main": BLOCK,
    "section": BLOCK,
    "div": BLOCK,
    "ul": frozenset({"li"}),
    "ol": frozenset({"li"}),
    "dl": frozenset({"dt", "dd"}),
    "table": frozenset({"caption", "thead", "tbody", "tr"}),
    "thead": frozenset({"tr"}),
    "tbody": frozenset({"tr"}),
    "tr": frozenset({"th", "td"}),
    "figure": frozenset({"figcaption", "ul", "dl"}),
    **dict.fromkeys(TEXT - BLANDADE, INLINE),
    **dict.fromkeys(BLANDADE, INLINE | FLÖDE),
    **dict.fromkeys(("em", "strong", "del", "ins", "a"), INLINE),
    "br": frozenset(),
    "span": frozenset(),
}

# Vad en cells value är i ett kalkylblad: ören som visas i kr eller tkr, en andel eller ett tal.
CELLSLAG = frozenset({"kr", "tkr", "procent", "antal"})

KLASSER: dict[str, frozenset[str]] = {
    "section": frozenset({"ny-sida", "håll-ihop", "noter"}),
    "div": frozenset({"håll-ihop", "underskrift"}),
    "p": frozenset({"utkast", "justerad", "ledtext", "organ", "datum"}),
    "ul": frozenset({"ärendelista"}),
    "dl": frozenset({"omslag"}),
    "table": frozenset({"bred"}),
    "tr": frozenset({"summa", "resultat", "rest", "kontroll"}),
    "td": frozenset({"tal", *CELLSLAG}),
    "th": frozenset({"tal", *CELLSLAG}),
    "figure": frozenset({"staplar"}),
    "a": frozenset({"not"}),
    "span": frozenset({"sida", "sidor"}),
}

ATTRIBUT: dict[str, frozenset[str]] = {
    "html": frozenset({"lang"}),
    "a": frozenset({"href"}),
    "th": frozenset({"scope", "value"}),
    "td": frozenset({"value"}),
    "dd": frozenset({"value"}),
    "ol": frozenset({"start"}),
    "li": frozenset({"value", "id"}),
    **dict.fromkeys(("section", "h1", "h2", "h3", "h4"), frozenset({"id"})),
}
