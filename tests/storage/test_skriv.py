"""Atomisk skrivning: hel eller inte alls, också när disken är full eller någon annan hinner före."""

import errno
import os
import resource
import stat
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from gns.grund.fel import Användningsfel, Diskfel, Konfliktfel
from gns.storage import skriv
from gns.storage.skriv import lås, skriv_atomiskt


def _filer(mapp: Path) -> list[str]:
    return sorted(p.name for p in mapp.iterdir())


def test_en_ny_fil_skrivs_hel_och_inget_annat_blir_kvar(tmp_path: Path) -> None:
    skriv_atomiskt(tmp_path / "a.yaml", b"a: b\n")
    assert (tmp_path / "a.yaml").read_bytes() == b"a: b\n"
    assert _filer(tmp_path) == ["a.yaml"]


def test_en_befintlig_fil_ersätts_och_behåller_sina_rättigheter(tmp_path: Path) -> None:
    fil = tmp_path / "a.yaml"
    fil.write_bytes(b"gammal")
    fil.chmod(0o640)
    skriv_atomiskt(fil, b"ny", väntat=b"gammal")
    assert fil.read_bytes() == b"ny"
    assert stat.S_IMODE(fil.stat().st_mode) == 0o640
    assert _filer(tmp_path) == ["a.yaml"]


def test_en_fil_som_har_ändrats_sedan_den_lästes_rörs_inte(tmp_path: Path) -> None:
    fil = tmp_path / "a.yaml"
    fil.write_bytes(b"annans")
    with pytest.raises(Konfliktfel, match="har ändrats"):
        skriv_atomiskt(fil, b"min", väntat=b"gammal")
    fil.unlink()
    with pytest.raises(Konfliktfel):
        skriv_atomiskt(fil, b"min", väntat=b"gammal")
    assert _filer(tmp_path) == []


def test_den_som_kommer_medan_låset_är_taget_får_veta_det_genast(tmp_path: Path) -> None:
    fil = tmp_path / "a.yaml"
    fil.write_bytes(b"gammal")
    with lås(fil), pytest.raises(Konfliktfel, match="ändras just nu"):
        skriv_atomiskt(fil, b"ny", väntat=b"gammal")
    assert fil.read_bytes() == b"gammal"
    skriv_atomiskt(fil, b"ny", väntat=b"gammal")
    assert _filer(tmp_path) == ["a.yaml"]


def test_ett_lås_som_just_släppts_och_tagits_bort_räknas_som_upptaget(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fil = tmp_path / "a.yaml"
    fil.write_bytes(b"gammal")

    def förra_ägaren_hinner_före(_nummer: int) -> bool:
        (tmp_path / ".a.yaml.las").unlink()
        return True

    monkeypatch.setattr(skriv, "_ta_lås", förra_ägaren_hinner_före)
    with pytest.raises(Konfliktfel):
        skriv_atomiskt(fil, b"ny", väntat=b"gammal")


def test_många_samtidiga_skrivare_ger_alltid_en_hel_fil(tmp_path: Path) -> None:
    fil = tmp_path / "a.yaml"
    fil.write_bytes(b"0" * 9999)
    kod = (
        "import sys,pathlib; from gns.storage.skriv import skriv_atomiskt; from gns.grund.fel import Konfliktfel\n"
        "p=pathlib.Path(sys.argv[1])\n"
        "for _ in range(30):\n"
        "    try: skriv_atomiskt(p, sys.argv[2].encode()*9999, väntat=p.read_bytes())\n"
        "    except Konfliktfel: pass\n"
    )
    barn = [subprocess.Popen([sys.executable, "-c", kod, str(fil), t]) for t in "12"]
    for b in barn:
        assert b.wait(60) == 0
    innehåll = fil.read_bytes()
    assert len(innehåll) == 9999
    assert len(set(innehåll)) == 1
    assert _filer(tmp_path) == ["a.yaml"]


@pytest.mark.parametrize("väntat", [None, b"gammal"])
@pytest.mark.parametrize("steg", ["write", "fsync", "replace"])
@pytest.mark.parametrize(
    ("kod", "ord"),
    [(errno.ENOSPC, "disken är full"), (errno.EACCES, "rättighet saknas"), (errno.EIO, "disken svarar med fel")],
)
def test_ett_fel_i_ett_steg_lämnar_filen_som_den_var(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, väntat: bytes | None, steg: str, kod: int, ord: str
) -> None:
    fil = tmp_path / "a.yaml"
    fil.write_bytes(b"gammal")

    def fel(*_: object, **__: object) -> Any:
        raise OSError(kod, os.strerror(kod))

    monkeypatch.setattr(Path if steg == "replace" else os, steg, fel)
    with pytest.raises(Diskfel, match=ord) as fångat:
        skriv_atomiskt(fil, b"ny", väntat=väntat)
    assert "a.yaml" in fångat.value.text
    assert "inget är ändrat" in fångat.value.råd
    monkeypatch.undo()
    assert fil.read_bytes() == b"gammal"
    assert _filer(tmp_path) == ["a.yaml"]


def test_ctrl_c_mitt_i_lämnar_inget_halvt(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def avbryt(_nummer: int) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "fsync", avbryt)
    with pytest.raises(KeyboardInterrupt):
        skriv_atomiskt(tmp_path / "a.yaml", b"ny")
    assert _filer(tmp_path) == []


def test_korta_skrivningar_fortsätter_tills_allt_är_skrivet(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    skriv_bit = os.write
    monkeypatch.setattr(os, "write", lambda n, b: skriv_bit(n, b[:3]))
    skriv_atomiskt(tmp_path / "a.yaml", b"0123456789")
    monkeypatch.undo()
    assert (tmp_path / "a.yaml").read_bytes() == b"0123456789"


def test_en_mapp_som_saknas_en_fil_som_mapp_och_en_mapp_som_mål_sägs_på_svenska(tmp_path: Path) -> None:
    (tmp_path / "fil").write_bytes(b"x")
    with pytest.raises(Diskfel, match="mappen finns inte"):
        skriv_atomiskt(tmp_path / "borta" / "a.md", b"x")
    with pytest.raises(Diskfel, match="ingen mapp"):
        skriv_atomiskt(tmp_path / "fil" / "a.md", b"x")
    with pytest.raises(Användningsfel, match="är en mapp"):
        skriv_atomiskt(tmp_path, b"x")
    with pytest.raises(Diskfel, match="för långt"):
        skriv_atomiskt(tmp_path / ("x" * 400), b"x")


def test_enheter_skrivs_rakt_av() -> None:
    skriv_atomiskt(Path(os.devnull), b"x")
    with pytest.raises(Diskfel, match="disken är full"):
        skriv_atomiskt(Path("/dev/full"), b"x")


def test_en_länk_som_mål_byter_filen_den_pekar_på(tmp_path: Path) -> None:
    (tmp_path / "mål").write_bytes(b"x")
    (tmp_path / "länk").symlink_to("mål")
    skriv_atomiskt(tmp_path / "länk", b"y")
    assert (tmp_path / "länk").is_symlink()
    assert (tmp_path / "mål").read_bytes() == b"y"


def test_en_verklig_gräns_för_filers_storlek_lämnar_den_gamla_filen_hel(tmp_path: Path) -> None:
    fil = tmp_path / "a.yaml"
    fil.write_bytes(b"gammal")
    kod = (
        "import sys,pathlib,signal; signal.signal(signal.SIGXFSZ, signal.SIG_IGN)\n"
        "from gns.storage.skriv import skriv_atomiskt; from gns.grund.fel import Diskfel\n"
        "try: skriv_atomiskt(pathlib.Path(sys.argv[1]), b'x'*99999)\n"
        "except Diskfel as fel: print(ascii(fel.text))\n"
    )
    ut = subprocess.run(
        [sys.executable, "-B", "-c", kod, str(fil)],
        capture_output=True,
        text=True,
        check=True,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096)),
    )
    assert "blev st" in ut.stdout
    assert fil.read_bytes() == b"gammal"
    assert _filer(tmp_path) == ["a.yaml"]
