"""Varje commit som har rört en förseglad fil, från den äldsta; de som för samman två grenar räknas inte."""

import os
from collections.abc import Mapping
from typing import NamedTuple

from gns.history.git import git
from gns.history.huvud import läs_huvud
from gns.history.revision import Förråd, läs_objekt
from gns.modell.sigill import MAPP, läs_sigill, sigillfil, sigillnummer, summa, är_underskrift
from gns.modell.spar import Händelse

_I_TAGET = 2000  # objekt, så att minnet räcker


class _Rad(NamedTuple):
    """En fil i en commits skillnad mot sin förälder."""

    commit: str
    gammal: str
    ny: str
    fil: str


def händelser_för(förråd: Förråd, commit: str, huvud: Mapping[str, bytes]) -> tuple[Händelse, ...] | None:
    """Händelserna för sigillen, underskrifterna och filerna de låser; None när git inte kan läsa historien."""
    låsta = _låsta(huvud)
    vägar = [f"{förråd.stig}{MAPP}/", *(f"{förråd.stig}{fil}" for fil in låsta)]
    val = ("--full-history", "--topo-order", "--reverse", "--no-merges")
    commits = git(förråd.rot, "rev-list", *val, commit, "--", *vägar)
    if commits is None:
        return None
    rå = git(förråd.rot, "diff-tree", "--stdin", "-z", "-r", "--root", "--raw", "--no-renames", "--no-abbrev", "--",
             *vägar, indata=commits)  # fmt: skip
    if rå is None:
        return None
    rader = [r for r in _rader(förråd, rå) if r.fil in låsta or sigillnummer(r.fil) or är_underskrift(r.fil)]
    namn = {r.commit for r in rader} | {r.ny for r in rader if r.ny.strip("0")}
    objekt = läs_objekt(förråd.rot, sorted(namn))
    if not objekt.keys() >= namn or not _hel(förråd, commit):
        return None
    före = _förseglade_före(förråd, rader, låsta)
    return tuple(_händelse(r, objekt, (r.commit, r.fil) in före) for r in rader)


def _hel(förråd: Förråd, commit: str) -> bool:
    """Om varje commit och mapp i historien finns, och är den som dess id säger."""
    val = ("--objects", "--no-object-names", "--filter=blob:none")
    alla = list(dict.fromkeys((git(förråd.rot, "rev-list", *val, commit) or b"").decode("ascii").split()))
    delar = (alla[i : i + _I_TAGET] for i in range(0, len(alla), _I_TAGET))
    return bool(alla) and all(len(läs_objekt(förråd.rot, del_)) == len(del_) for del_ in delar)


def _låsta(huvud: Mapping[str, bytes]) -> dict[str, int]:
    """Filerna som sigillen låser, med numret på det första som gör det."""
    ut: dict[str, int] = {}
    for fil in sorted(huvud):
        if nr := sigillnummer(fil):
            try:
                filer = läs_sigill(huvud[fil]).filer
            except ValueError:
                continue
            for låst in filer:
                ut.setdefault(låst, nr)
    return ut


def _rader(förråd: Förråd, rå: bytes) -> list[_Rad]:
    ut, commit = [], ""
    delar = iter(rå.split(b"\0"))
    for del_ in delar:
        if not del_.startswith(b":"):
            commit = del_.decode("ascii")
            continue
        _, _, gammal, ny, _ = del_.decode("ascii").split()
        ut.append(_Rad(commit, gammal, ny, os.fsdecode(next(delar)).removeprefix(förråd.stig)))
    return ut


def _förseglade_före(förråd: Förråd, rader: list[_Rad], låsta: Mapping[str, int]) -> set[tuple[str, str]]:
    """(commit, fil) där sigillet som låser filen fanns redan i commitens förälder."""
    frågor = {f"{r.commit}^:{förråd.stig}{sigillfil(låsta[r.fil])}": (r.commit, r.fil) for r in rader if r.fil in låsta}
    svar = läs_objekt(förråd.rot, frågor)
    return {par for fråga, par in frågor.items() if fråga in svar}


def _händelse(r: _Rad, objekt: Mapping[str, bytes], förseglad: bool) -> Händelse:
    vem, när, _ = läs_huvud(objekt.get(r.commit, b""))
    innehåll = objekt.get(r.ny)
    return Händelse(
        fil=r.fil,
        commit=r.commit,
        vem=vem,
        dag=str(när.date()) if när else "okänd dag",
        summa=None if innehåll is None else summa(innehåll),
        ny=not r.gammal.strip("0"),
        förseglad=förseglad,
    )
