"""Filerna som ett sigill låser: i den senaste commiten och på disken, byte för byte; och svaren och §§ som det bär."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from gns.kontroller.sparfynd import BRUTEN, OPRÖVBAR, Sparfynd
from gns.modell.sigill import Sigill, Svaret, sigillfil, summa, underskriftens_nummer
from gns.modell.spar import Spår

Postläsare = Callable[[bytes], Mapping[str, Any] | None]


def filprov(spår: Spår, nr: int, s: Sigill, läs_post: Postläsare) -> Iterator[Sparfynd]:
    """Fynden om sigillets egen fil, filerna i det, svaren och den § som är justerad för sig."""
    yield from _på_disken(spår, nr, sigillfil(nr))
    for fil in spår.signaturer:
        if underskriftens_nummer(fil) == nr:
            yield from _på_disken(spår, nr, fil)
    for fil, väntad in s.filer.items():
        rå = spår.huvud.get(fil)
        if rå is None and fil in spår.saknade:
            yield Sparfynd(nr, OPRÖVBAR, f"innehållet i data/{fil} finns inte i förrådet; hämta hela förrådet")
        elif rå is None:
            yield Sparfynd(nr, BRUTEN, f"data/{fil} är borttagen ur git")
        elif summa(rå) != väntad:
            yield Sparfynd(nr, BRUTEN, f"data/{fil} i git är inte den som förseglades")
        else:
            yield from _på_disken(spår, nr, fil)
    yield from _svaren(spår, nr, s, läs_post)
    if s.paragraf is not None:
        yield from _paragrafen(spår, nr, s, läs_post)


def _på_disken(spår: Spår, nr: int, fil: str) -> Iterator[Sparfynd]:
    """Filen på disken är den i commiten; den får ha CRLF på varje rad, som git ger det som ser ut som text på Windows."""
    rå, disk = spår.huvud[fil], spår.disk.get(fil)
    if disk is None:
        yield Sparfynd(nr, BRUTEN, f"data/{fil} saknas på disken; hämta tillbaka den med git checkout")
    elif disk not in (rå, rå.replace(b"\n", b"\r\n")):
        yield Sparfynd(nr, BRUTEN, f"data/{fil} på disken är ändrad och inte den i git")


def _svaren(spår: Spår, nr: int, s: Sigill, läs_post: Postläsare) -> Iterator[Sparfynd]:
    """Varje svar som fanns när mötet förseglades står kvar, i den senaste commiten och på disken."""
    fil = f"svar/{s.möte}.yaml"
    for var, filer in (("", spår.huvud), (" på disken", spår.disk)):
        post = _läst(filer.get(fil, b""), läs_post) if s.svar else {}
        if post is None:
            yield Sparfynd(nr, BRUTEN, f"data/{fil}{var} går inte att läsa, och svaren i den är förseglade")
            return
        kvar = svaren_i(post)
        if borta := [svar for svar in s.svar if svar not in kvar]:
            for svar in borta:
                yield Sparfynd(nr, BRUTEN, f"svaret på {svar.regel} i data/{fil}{var} är ändrat eller borttaget")
            return


def _läst(rå: bytes, läs_post: Postläsare) -> Mapping[str, Any] | None:
    """Posten, också hämtad med CRLF; tom när filen är tom eller saknas."""
    return läs_post(rå.replace(b"\r\n", b"\n")) if rå else {}


def svaren_i(post: Mapping[str, Any]) -> tuple[Svaret, ...]:
    """Svaren i en läst svarspost, som ett sigill bär dem."""
    lista = post.get("svar")
    nycklar = ("regel", "slag", "plats", "svar", "av", "datum")
    return tuple(
        Svaret(*(str(v.get(n, "")).strip() for n in nycklar))
        for v in (lista if isinstance(lista, list) else ())
        if isinstance(v, dict)
    )


def _paragrafen(spår: Spår, nr: int, s: Sigill, läs_post: Postläsare) -> Iterator[Sparfynd]:
    """Den § som är justerad för sig säger detsamma i mötets post som i den förseglade, i git och på disken."""
    egen = spår.huvud.get(paragrafens_fil(s.möte, s.paragraf or 0))
    if egen is None:
        return
    förseglad = paragraf_i(_läst(egen, läs_post) or {}, s.paragraf or 0)
    for var, filer in (("", spår.huvud), (" på disken", spår.disk)):
        i_mötet = paragraf_i(_läst(filer.get(f"moten/{s.möte}.yaml", b""), läs_post) or {}, s.paragraf or 0)
        if i_mötet is None or i_mötet != förseglad:
            yield Sparfynd(nr, BRUTEN, f"§ {s.paragraf} i data/moten/{s.möte}.yaml{var} är inte den som förseglades")
            return


def paragrafens_fil(möte: str, nr: int) -> str:
    """Sökvägen under data/ till posten för en § som är justerad för sig."""
    return f"arkiv/{möte}-p{nr}.yaml"


def paragraf_i(post: Mapping[str, Any], nr: int) -> Mapping[str, Any] | None:
    """§ med numret i en läst mötespost; None när ingen eller flera har det."""
    lista = post.get("paragrafer")
    alla = (p for p in (lista if isinstance(lista, list) else ()) if isinstance(p, dict))
    med_numret = [p for p in alla if str(p.get("nr")) == str(nr)]
    return med_numret[0] if len(med_numret) == 1 else None
