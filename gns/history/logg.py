"""En fils liv i git: varje commit som ändrade den, med vem, när och vad filen hade i sig."""

import datetime as dt
import os
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from gns.grund.fel import Användningsfel
from gns.history.git import Anrop, git
from gns.history.huvud import läs_huvud
from gns.history.revision import OFULLSTÄNDIG, Förråd, läs_objekt, träd_i, öppna_förråd

_FLEST_NAMN = 20  # så många gånger följs en fil till ett tidigare namn


@dataclass(frozen=True, slots=True)
class Incheckning:
    """En commit som ändrade filen; ``innehåll`` är None när den tog bort filen.

    ``föräldrar`` är de närmast föregående i samma logg, ``stig`` filens namn då, räknat från förrådets rot. ``är_rot``
    säger att förrådet börjar med den.
    """

    commit: str
    föräldrar: tuple[str, ...]
    vem: str
    när: dt.datetime | None
    meddelande: str
    stig: str
    innehåll: bytes | None
    är_rot: bool = False


@dataclass(frozen=True, slots=True)
class Logg:
    """Filens liv, äldst först; ``nu`` är innehållet i HEAD och ``avklippt`` om förrådet saknar äldre historik."""

    rader: tuple[Incheckning, ...]
    nu: bytes | None
    avklippt: bool


@contextmanager
def påbörjad_logg(mapp: Path, stig: str) -> Iterator[Callable[[], Logg]]:
    """Livet för filen ``stig``, räknad från mappen; tomt när HEAD inte har någon commit.

    Git söker medan annat görs; loggen kommer när den frågas efter, eller Användningsfel när mappen inte ligger i git eller
    klonen saknar det som filen hade i sig.
    """
    förråd = öppna_förråd(mapp)
    hel = förråd.stig + stig
    with Anrop(förråd.rot, "rev-list", _kedjan("HEAD", hel), None) as sökning:
        # ett radslut i mappens namn går inte att fråga efter från roten
        var, namn = (förråd.rot, hel) if "\n" not in hel else (mapp, f"./{stig}")
        yield lambda: _hela(
            förråd,
            _rader(förråd, var, sökning.svar(), hel, namn)
            or _rader(förråd, var, git(förråd.rot, "rev-list", "--full-history", *_kedjan("HEAD", hel)), hel, namn),
        )


def _hela(förråd: Förråd, rader: list[Incheckning]) -> Logg:
    """Loggen med livet under filens tidigare namn."""
    for _ in range(_FLEST_NAMN):
        if not (äldre := _före_namnbytet(förråd, rader)):
            break
        rader = äldre
    return Logg(tuple(rader), rader[-1].innehåll if rader else None, förråd.avklippt)


def _kedjan(från: str, stig: str) -> tuple[str, ...]:
    """Argumenten till rev-list: committarna i ``från`` och bakåt som ändrade filen."""
    return ("--parents", "--end-of-options", från, "--", stig)


def _rader(förråd: Förråd, var: Path, svar: bytes | None, stig: str, namn: str) -> list[Incheckning]:
    """Committarna i svaret från rev-list, äldst först; ``namn`` är filen så som ``cat-file`` får den i mappen ``var``."""
    kedja = _föräldrar_först([rad.decode().split() for rad in reversed((svar or b"").splitlines())])
    if not kedja:
        return []
    objekt = läs_objekt(var, [n for c, *_ in kedja for n in (c, f"{c}:{namn}")])
    if not objekt:
        raise Användningsfel("git kan inte läsa historiken: klonen är inte hel", OFULLSTÄNDIG)
    _pröva_hel(förråd, stig, [c for c, *_ in kedja if f"{c}:{namn}" not in objekt])
    return [
        Incheckning(
            c,
            tuple(föräldrar),
            *läs_huvud(huvud := objekt.get(c, b"")),
            stig,
            objekt.get(f"{c}:{namn}"),
            b"\nparent " not in huvud,
        )
        for c, *föräldrar in kedja
    ]


def _föräldrar_först(kedja: list[list[str]]) -> list[list[str]]:
    """Committarna, var och en med sina föräldrar efter sig, så att ingen står före sin förälder fast en klocka gick fel."""
    alla = {c: rad for rad in kedja for c in rad[:1]}
    ut: dict[str, list[str]] = {}
    for rad in kedja:
        väntar = [rad]
        while väntar:
            kvar = [alla[f] for f in väntar[-1][1:] if f in alla and f not in ut]
            if kvar:
                väntar += kvar
            else:
                sist = väntar.pop()
                ut[sist[0]] = sist
    return list(ut.values())


def _pröva_hel(förråd: Förråd, stig: str, utan: Iterable[str]) -> None:
    """En commit utan filens innehåll har tagit bort filen; annars saknas innehållet i klonen."""
    for commit in utan:
        if stig in träd_i(Förråd(förråd.rot, ""), commit):
            raise Användningsfel(f"klonen saknar det som filen hade i sig i {commit[:10]}", OFULLSTÄNDIG)


def _före_namnbytet(förråd: Förråd, rader: list[Incheckning]) -> list[Incheckning]:
    """Raderna med livet under ett tidigare namn först; tomt när den första committen inte bytte namn på filen."""
    första = next((r for r in rader if not r.föräldrar and not r.är_rot and r.innehåll is not None), None)
    gammalt = _förra_namnet(förråd, första) if första else ""
    if not första or not gammalt or "\n" in gammalt or any(r.stig == gammalt for r in rader):
        return []
    svar = git(förråd.rot, "rev-list", *_kedjan(f"{första.commit}^", gammalt))
    äldre = _rader(förråd, förråd.rot, svar, gammalt, gammalt)
    kända = {r.commit for r in rader}
    äldre = [r for r in äldre if r.commit not in kända]
    if not äldre:
        return []
    fortsatt = replace(första, föräldrar=(äldre[-1].commit,))
    return [*äldre, *(fortsatt if r is första else r for r in rader)]


def _förra_namnet(förråd: Förråd, rad: Incheckning) -> str:
    """Namnet som filen hade före committen; tomt när den var ny."""
    val = ("-r", "-M", "-z", "--raw", "--no-commit-id", "--no-relative", "--no-ext-diff", "--diff-filter=R")
    delar = (git(förråd.rot, "diff-tree", *val, "--end-of-options", rad.commit) or b"").split(b"\0")
    byten = {os.fsdecode(nytt): os.fsdecode(gammalt) for gammalt, nytt in zip(delar[1::3], delar[2::3], strict=False)}
    return byten.get(rad.stig, "")
