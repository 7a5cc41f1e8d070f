"""En underskrift till på ett sigill som redan är satt: justeraren och ordföranden undertecknar var för sig."""

from typing import TYPE_CHECKING

from gns.flows.justera import Begäran, Förseglat
from gns.grund.fel import Användningsfel

if TYPE_CHECKING:
    from gns.history.forsegla import Läge
    from gns.modell.sigill import Sigill
    from gns.modell.spar import Spår
    from gns.storage.arkiv import Arkiv


def underteckna(arkiv: "Arkiv", läge: "Läge", spår: "Spår", sigillet: "tuple[Sigill, bytes]", b: Begäran) -> Förseglat:
    """Lägger till underskriften och sparar den i git. Användningsfel utan nyckel, eller när den redan finns."""
    from gns.flows.justera_nyckel import underteckna_med
    from gns.grund.avbrott import går_att_ångra
    from gns.grund.kontrollkod import kontrollkod
    from gns.history.forsegla import förbered, låst, skicka_raden, slutför
    from gns.kontroller.sparvittnen import undertecknat
    from gns.storage.sigill import skrivna

    s, rå = sigillet
    redan = f"{s.namn} är redan {'förseglat' if s.paragraf is None else 'förseglad'}, i sigill {s.nr}"
    if b.nyckel is None:
        råd = "något som är fel rättas med gns rätta; underteckna sigillet med --nyckel FIL"
        raise Användningsfel(redan, råd)
    if b.justerad or b.undertecknat or b.besvara:
        raise Användningsfel(redan, "ta bort allt utom --nyckel för att underteckna sigillet")
    u = underteckna_med(b.nyckel, s, rå)
    har = undertecknat(spår, s.nr, s)
    if u.vem in har:
        raise Användningsfel(f"{u.vem} har redan undertecknat sigill {s.nr}", "inget behöver göras")
    text = f"{u.vem} undertecknar sigill {s.nr}\n\n{s.namn}, kontrollkod {kontrollkod(rå)}\n"
    förberett = förbered(läge, {u.fil: u.rå}, text)
    with går_att_ångra(), låst(läge), skrivna(arkiv.data, {u.fil: u.rå}, {}) as klart:
        slutför(förberett, klart)
    återstår = tuple(n for n in s.undertecknas_av if n not in (*har, u.vem))
    return Förseglat(
        (), s.namn, s.nr, kontrollkod(rå), förberett.commit, "", skicka_raden(läge, ""), (u.fil,), u.vem, återstår
    )
