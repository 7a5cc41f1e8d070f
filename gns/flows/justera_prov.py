"""Det som ska förseglas, så som det blir: posten med sin justeringsdag, svaren, arkivexemplaren; och det som hindrar."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

from gns.flows.kontrollrad import Kontrollrad
from gns.grund.fel import Användningsfel, Diskfel, Postfel

if TYPE_CHECKING:
    from gns.dokument.sparvy import SpårVy
    from gns.flows.justera import Begäran
    from gns.kontroller.prova import Fynd
    from gns.modell.mote import Möte
    from gns.modell.sigill import Nyckel, Sigill, Svaret
    from gns.modell.spar import Spår
    from gns.sammantrade.sammantrade import Sammanträde
    from gns.storage.arkiv import Arkiv
    from gns.storage.las_kontroll import Kontrolläsning

SIGNATÄRER = "sigill/signatarer.yaml"
_STÖRST = 50_000_000  # byte i en undertecknad fil


@dataclass(slots=True)
class Kandidat:
    """Filerna som låses och de andra som sparas med dem, så som de blir i git; ``väntade`` är de som finns på disken nu."""

    läsning: "Kontrolläsning"
    fynd: "tuple[Fynd, ...]"
    grund: "Sigill"
    låsta: dict[str, bytes] = field(default_factory=dict)
    andra: dict[str, bytes] = field(default_factory=dict)
    väntade: dict[str, bytes] = field(default_factory=dict)

    def sigill(self, summor: Mapping[str, str]) -> "Sigill":
        """Sigillet med filernas SHA-256."""
        return replace(self.grund, filer=summor)

    def på_disk(self, fil: str, rå: bytes) -> bytes:
        """Byten som de ska stå på disken: med CRLF när filen har det där."""
        return rå.replace(b"\n", b"\r\n") if b"\r\n" in self.väntade.get(fil, b"") else rå


def kandidat(arkiv: "Arkiv", spår: "Spår", b: "Begäran") -> Kandidat:
    """Det som ska förseglas. Användningsfel när det inte går; Postfel när någon post inte går att läsa."""
    from gns.flows.justera_dag import med_dag
    from gns.modell.sigill import Sigill
    from gns.storage.las import okänt_möte
    from gns.storage.las_kontroll import load_för_kontroll

    läsning = load_för_kontroll(arkiv)
    if läsning.oläsbara or läsning.bok is None:
        raise Postfel(tuple(läsning.oläsbara))
    if ("mote", b.datum) not in läsning.lästa:
        raise okänt_möte(arkiv, b.datum)
    sista, före = spår.sista
    nr = sista + 1
    ny, dag = med_dag(läsning, b, nr)
    möte = _bind(läsning, b.datum, ny)
    svar, fynd = _svaren(läsning, b, möte)
    s = _sammanträdet(läsning, möte)
    grund = Sigill(
        nr, _summa(före), b.datum, b.paragraf, dag, str(b.idag), _undertecknare(s, b.paragraf), {},
        _i_sigill(svar, b.paragraf), _nycklar(läsning),
    )  # fmt: skip
    väntade = {
        f"{mapp}/{b.datum}.yaml": läst.rå
        for mapp, läst in (("moten", läsning.lästa["mote", b.datum]), ("svar", läsning.lästa.get(("svar", b.datum))))
        if läst
    }
    if lista := läsning.lästa.get(("signatarer", "signatarer")):
        väntade[SIGNATÄRER] = lista.rå
    ut = Kandidat(läsning, fynd, grund, väntade=väntade)
    _fyll(ut, arkiv, före, ny, svar, b)
    return ut


def _nycklar(läsning: "Kontrolläsning") -> "tuple[Nyckel, ...]":
    """Nycklarna i signatärslistan, som sigillet bär dem; tomt när det inte finns någon. Postfel när något i den är fel."""
    from gns.modell.sigill import Nyckel
    from gns.storage.plats import filfel

    assert läsning.bok is not None
    if läsning.bok.signatärer is None:
        return ()
    if egna := [fel for slag, _, fel in läsning.egna if slag == "signatarer"]:
        läst = läsning.lästa["signatarer", "signatarer"]
        raise Postfel(filfel(läst.stig, läst.rå, tuple(egna)))
    return tuple(
        Nyckel(s.namn, s.nyckel, str(s.från) if s.från else "", str(s.till) if s.till else "")
        for s in läsning.bok.signatärer.signatärer
    )


def hindrande(k: Kandidat) -> tuple[Kontrollrad, ...]:
    """De obesvarade felen i det som ska förseglas."""
    from gns.flows.kontrollera import med_plats

    return tuple(med_plats(k.läsning, k.fynd))


def _summa(rå: bytes | None) -> str | None:
    from gns.modell.sigill import summa

    return summa(rå) if rå else None


def _bind(läsning: "Kontrolläsning", datum: str, ny: bytes) -> "Möte":
    """Mötet så som det blir, också i boken och bland felen som redan är sagda."""
    from gns.modell.las import läs
    from gns.modell.mote import Möte
    from gns.storage.yaml_las import läs_yaml

    post, egna = läs("mote", datum, läs_yaml(ny))
    assert isinstance(post, Möte)
    assert läsning.bok is not None
    läsning.bok = replace(läsning.bok, möten={**läsning.bok.möten, post.datum: post})
    andra = [rad for rad in läsning.egna if rad[:2] != ("mote", datum)]
    läsning.egna = [*andra, *(("mote", datum, fel) for fel in egna)]
    return post


def _svaren(läsning: "Kontrolläsning", b: "Begäran", möte: "Möte") -> "tuple[bytes | None, tuple[Fynd, ...]]":
    """Svarsfilen med de svar som ges här, och de fel som ingen har svarat på."""
    from gns.flows.regelval import känd_regel
    from gns.kontroller.lista import alla_regler
    from gns.kontroller.prova import brutna, pröva
    from gns.kontroller.underlag import Underlag
    from gns.storage.listpost import SVAR, med_punkt

    assert läsning.bok is not None
    prövning = pröva(Underlag(läsning.bok, b.idag, tuple(läsning.egna)), alla_regler())
    fel = [f for f in brutna(prövning.fynd) if f.nivå == "fel" and f.besvarat is None and _hör_till(f, b, möte)]
    läst = läsning.lästa.get(("svar", b.datum))
    rå = läst.rå.replace(b"\r\n", b"\n") if läst else None
    for id, text in b.besvara:
        regel = känd_regel(id).id
        egna = [f for f in fel if f.regel.id == regel]
        if not egna:
            råd = "kör utan --besvara för att se vad som hindrar"
            raise Användningsfel(f"{regel} har inget obesvarat fel i det som ska förseglas", råd)
        for f in egna:
            svar = {"regel": regel, "slag": "möte", "plats": f.plats, "svar": text, "av": b.av, "datum": str(b.idag)}
            rå = med_punkt(SVAR, b.datum, {n: v for n, v in svar.items() if v}, rå)
        fel = [f for f in fel if f not in egna]
    return rå, tuple(fel)


def _hör_till(f: "Fynd", b: "Begäran", möte: "Möte") -> bool:
    """Om fyndet är i mötet; för en § om det är i den, eller i det som gäller alla §§ och inte justeringen av resten."""
    u = f.utfall
    if (u.slag, u.id) != ("mote", b.datum):
        return False
    if b.paragraf is None:
        return True
    if u.fält[:1] == ("paragrafer",) and len(u.fält) > 1:
        return möte.paragrafer[int(u.fält[1])].nr == b.paragraf
    return u.fält[:1] != ("justering",)


def _sammanträdet(läsning: "Kontrolläsning", möte: "Möte") -> "Sammanträde":
    from gns.sammantrade.sammantrade import Sammanträde

    assert läsning.bok is not None
    return Sammanträde(läsning.bok.nämnd, möte)


def _undertecknare(s: "Sammanträde", nr: int | None) -> tuple[str, ...]:
    """De som ledde och de som justerar: de som undertecknar protokollet (KL 5:69)."""
    from gns.sammantrade.deltagande import ordförande

    lägen = s.lägen if nr is None else s.i_paragraf(nr)
    ledde = [namn for namn, _, _ in ordförande(s.möte, lägen)]
    egna = next((p.justerare for p in s.möte.paragrafer if p.nr == nr), ())
    justerare = egna or (s.möte.justering.justerare if s.möte.justering else ())
    return tuple(dict.fromkeys([*ledde, *justerare]))


def _i_sigill(svar: bytes | None, paragraf: int | None) -> "tuple[Svaret, ...]":
    """Svaren som sigillet binder: alla, eller de som inte är om en annan § eller om justeringen av resten."""
    from gns.kontroller.sparfiler import svaren_i
    from gns.storage.yaml_las import läs_yaml

    alla = svaren_i(läs_yaml(svar)) if svar else ()
    egen = f"§ {paragraf}"
    return tuple(
        s for s in alla
        if paragraf is None or s.plats == egen or s.plats.startswith(f"{egen} ")
        or not s.plats.startswith(("§ ", "justering"))
    )  # fmt: skip


def _fyll(k: Kandidat, arkiv: "Arkiv", före: bytes | None, ny: bytes, svar: bytes | None, b: "Begäran") -> None:
    """Filerna: posten, arkivexemplaren i md och pdf, det undertecknade, svaren och signatärslistan."""
    from gns.dokument.sparvy import arkivexemplarets
    from gns.render.render import render

    stam = f"arkiv/{b.datum}" + (f"-p{b.paragraf}" if b.paragraf else "")
    post = ny if b.paragraf is None else _bara_paragrafen(ny, b.paragraf)
    k.låsta[f"moten/{b.datum}.yaml" if b.paragraf is None else f"{stam}.yaml"] = post
    spår = arkivexemplarets(k.grund.nr, före, post, k.grund.justerad)
    mall, vy = _vy(k, spår, b)
    for format in ("md", "pdf"):
        k.låsta[f"{stam}.{format}"] = render(mall, vy, format, arkiv.mallar)
    if b.undertecknat:
        k.låsta[f"{stam}-undertecknat.pdf"] = _undertecknat(b.undertecknat)
    if b.paragraf is not None:
        k.andra[f"moten/{b.datum}.yaml"] = ny
    if svar is not None:
        k.andra[f"svar/{b.datum}.yaml"] = svar
    if k.grund.signatärer:
        k.andra[SIGNATÄRER] = k.väntade[SIGNATÄRER].replace(b"\r\n", b"\n")


def _vy(k: Kandidat, spår: "SpårVy", b: "Begäran") -> tuple[str, object]:
    from gns.dokument.protokoll import bygg_protokoll
    from gns.dokument.utdrag import bygg_utdrag

    assert k.läsning.bok is not None
    dag = dt.date.fromisoformat(b.datum)
    if b.paragraf is None:
        return "protokoll", bygg_protokoll(k.läsning.bok, dag, spår)
    return "utdrag", bygg_utdrag(k.läsning.bok, dag, b.paragraf, spår)


def _bara_paragrafen(mötet: bytes, nr: int) -> bytes:
    from gns.kontroller.sparfiler import paragraf_i
    from gns.storage.form import rader
    from gns.storage.yaml_las import läs_yaml

    return "".join(f"{rad}\n" for rad in rader({"paragrafer": [paragraf_i(läs_yaml(mötet), nr)]})).encode()


def _undertecknat(fil: Path) -> bytes:
    try:
        if fil.is_dir():
            raise Användningsfel(f"{fil} är en mapp", "skriv sökvägen till pdf-filen efter --undertecknat")
        if fil.stat().st_size > _STÖRST:
            raise Användningsfel(f"{fil} är större än {_STÖRST // 1_000_000} MB", "spara den i lägre upplösning")
        rå = fil.read_bytes()
    except FileNotFoundError:
        raise Användningsfel(f"{fil} finns inte", "rätta sökvägen efter --undertecknat") from None
    except OSError as fel:
        from gns.grund.disk import orsak

        raise Diskfel(f"{fil} gick inte att läsa: {orsak(fel)}", "se över filens rättigheter") from None
    if not rå.startswith(b"%PDF-"):
        raise Användningsfel(f"{fil} är ingen pdf", "skanna det undertecknade protokollet som pdf")
    return rå
