"""Dagen som något justerades, inskriven i mötets post: hela mötets, eller en omedelbart justerad §:s."""

import datetime as dt
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from gns.grund.fel import Användningsfel

if TYPE_CHECKING:
    from gns.flows.justera import Begäran
    from gns.modell.mote import Möte
    from gns.storage.las_kontroll import Kontrolläsning


def med_dag(läsning: "Kontrolläsning", b: "Begäran", nr: int) -> tuple[bytes, str]:
    """Mötets post, med LF, med dagen den justerades; och dagen som den trycks."""
    rå = läsning.lästa["mote", b.datum].rå.replace(b"\r\n", b"\n")
    if b.justerad and not dt.date.fromisoformat(b.datum) <= b.justerad <= b.idag:
        raise Användningsfel(f"{b.justerad} är före mötet eller har inte varit än", "rätta dagen efter --justerad")
    bok = läsning.bok
    assert bok is not None
    möte = bok.möten[dt.date.fromisoformat(b.datum)]
    return _mötets_dag(rå, möte, b) if b.paragraf is None else _paragrafens_dag(rå, möte, b, nr)


def _mötets_dag(rå: bytes, möte: "Möte", b: "Begäran") -> tuple[bytes, str]:
    from gns.storage.andra import öppna

    if not möte.paragrafer or any(p.är_planerad for p in möte.paragrafer):
        raise Användningsfel(
            f"mötet {b.datum} är inte färdigskrivet: någon § har inget beslut", "skriv färdigt posten först"
        )
    if kvar := [p for p in möte.paragrafer if p.omedelbart_justerad and p.sigill is None]:
        råd = f"försegla den först: gns justera {b.datum} --paragraf {kvar[0].nr}"
        raise Användningsfel(f"§ {kvar[0].nr} är omedelbart justerad men inte förseglad för sig", råd)
    står = möte.justering.justerat if möte.justering else None
    if b.justerad is None or b.justerad == står:
        if står is None:
            raise Användningsfel(f"det står inte när {b.datum} justerades", "lägg till --justerad och dagen")
        return rå, str(står)
    if isinstance(står, dt.date):
        raise Användningsfel(
            f"posten säger att mötet justerades {står}, inte {b.justerad}", "rätta posten eller --justerad"
        )
    post, dag = öppna(rå), str(b.justerad)
    if står is not None:
        return post.ersätt(("justering", "justerat"), dag), dag
    if möte.justering is None:
        return post.infoga(
            ("justering",), {"justerat": dag}, före=_nyckel_efter(post.data, "anmälningsärenden", "paragrafer")
        ), dag
    return post.infoga(("justering", "justerat"), dag, före=_nyckel_efter(post.data["justering"], "underskrifter")), dag


def _paragrafens_dag(rå: bytes, möte: "Möte", b: "Begäran", nr: int) -> tuple[bytes, str]:
    """§ får sin dag och numret på sitt sigill."""
    from gns.storage.andra import öppna

    i = next((i for i, p in enumerate(möte.paragrafer) if p.nr == b.paragraf), None)
    if i is None:
        nummer = ", ".join(str(p.nr) for p in möte.paragrafer)
        raise Användningsfel(f"mötet {b.datum} har ingen § {b.paragraf}", f"mötet har §§ {nummer}")
    p = möte.paragrafer[i]
    if möte.är_justerat:
        raise Användningsfel(f"hela mötet {b.datum} är justerat", "försegla mötet, utan --paragraf")
    står = p.omedelbart_justerad
    dag = b.justerad or står
    if dag is None:
        raise Användningsfel(f"det står inte när § {b.paragraf} justerades", "lägg till --justerad och dagen")
    if står and står != dag:
        raise Användningsfel(
            f"posten säger att § {b.paragraf} justerades {står}, inte {dag}", "rätta posten eller --justerad"
        )
    for fält, värde in (("omedelbart_justerad", str(dag)), ("sigill", str(nr))):
        post = öppna(rå)
        grupp = post.data["paragrafer"][i]
        if fält in grupp:
            rå = post.ersätt(("paragrafer", i, fält), värde)
        else:
            rå = post.infoga(("paragrafer", i, fält), värde, före=_nyckel_efter(grupp, "sigill", "justerare"))
    return rå, str(dag)


def _nyckel_efter(grupp: Mapping[str, Any], *nycklar: str) -> str | None:
    return next((n for n in nycklar if n in grupp), None)
