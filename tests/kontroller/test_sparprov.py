"""Prövningen av spåret utan git: varje byte i varje förseglad fil, i commiten och på disken."""

from dataclasses import replace

import pytest

from gns.history.spar import läs_spår
from gns.kontroller.sparprov import pröva_spåret
from gns.modell.sigill import läs_sigill, sigillfil
from gns.storage.sigill import läs_träd
from tests.history.sparrepo import förseglat

_TÄTT = 20_000  # byte: i en större fil prövas var hundrade


@pytest.fixture(scope="module")
def spår(tmp_path_factory):
    return läs_spår(förseglat(tmp_path_factory.mktemp("spar") / "repo") / "data")


def _platser(rå: bytes) -> range:
    return range(0, len(rå), 1 if len(rå) < _TÄTT else 100)


def _med(filer: dict[str, bytes], fil: str, plats: int) -> dict[str, bytes]:
    rå = filer[fil]
    return {**filer, fil: rå[:plats] + bytes([rå[plats] ^ 1]) + rå[plats + 1 :]}


@pytest.mark.parametrize("var", ["huvud", "disk"])
@pytest.mark.parametrize("nr", [1, 2])
def test_varje_ändrad_byte_märks(spår, nr, var):
    filer = [sigillfil(nr), *läs_sigill(spår.huvud[sigillfil(nr)]).filer]
    assert len(filer) >= 4
    for fil in filer:
        for plats in _platser(spår.huvud[fil]):
            ändrat = _med(dict(getattr(spår, var)), fil, plats)
            besked = pröva_spåret(replace(spår, **{var: ändrat}), läs_träd)
            assert besked.sigill[nr - 1].svar == "bruten", (fil, plats)


def test_det_orörda_är_intakt(spår):
    assert pröva_spåret(spår, läs_träd).svar == "intakt"
    assert spår.sista == (2, spår.huvud[sigillfil(2)])
