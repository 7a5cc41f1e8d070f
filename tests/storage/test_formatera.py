"""``gns formatera`` ändrar formen och aldrig vad posten säger."""

import shutil
import unicodedata
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gns.grund.block import läs_text
from gns.grund.fel import Konfliktfel
from gns.modell.las import läs
from gns.storage import formatera as modul
from gns.storage.arkiv import Arkiv, hitta_arkiv, poster
from gns.storage.form import rader
from gns.storage.formatera import formatera_fil, formatera_text, granska_form
from gns.storage.las import granska_alla
from gns.storage.yaml_las import läs_yaml
from gns.storage.yamlfel import Yamlfel
from tests.storage.trad import POST, träd

ROT = Path(__file__).parents[2]
POSTER = poster(hitta_arkiv(ROT, None))
ORDNING: dict[str, Any] = {"rubrik": None, "typ": None, "text": None, "c": {"som": None, "namn": None}, "a": None}
BUDGET = "GNS-8-2020"


@pytest.fixture
def arkiv(tmp_path: Path) -> Arkiv:
    shutil.copytree(ROT / "data", tmp_path / "data")
    return hitta_arkiv(tmp_path, None)


def _form(text: str, ordning: dict[str, Any] | None = None) -> str:
    return formatera_text(text.encode(), ordning or {}).decode()


def _blocken(träd: Any) -> Any:
    if isinstance(träd, dict):
        return {n: _blocken(v) for n, v in träd.items()}
    return [_blocken(v) for v in träd] if isinstance(träd, list) else läs_text(träd).block


@pytest.mark.parametrize(("slag", "id", "stig"), POSTER, ids=[f"{s}/{i}" for s, i, _ in POSTER])
def test_varje_post_i_data_läses_och_skrivs_byte_för_byte_som_den_är(slag: str, id: str, stig: Path) -> None:
    ändrad, fel = formatera_fil(stig, slag, id, kontrollera=True)
    assert not ändrad
    assert [f.text for f in fel if f.nivå == "fel"] == []


@given(träd(), st.permutations(list(ORDNING)))
def test_formatering_ändrar_aldrig_vad_en_post_säger(data: dict[str, Any], nycklar: list[str]) -> None:
    källa = "".join(f"{rad}\n" for rad in rader(data)).encode()
    ny = formatera_text(källa, {n: ORDNING[n] for n in nycklar})
    assert _blocken(läs_yaml(ny)) == _blocken(data)
    assert formatera_text(ny, {n: ORDNING[n] for n in nycklar}) == ny


@given(st.data())
def test_en_störd_källa_säger_samma_sak_efter_formatering_och_tappar_ingen_kommentar(data: st.DataObject) -> None:
    rader_ = POST.split("\n")
    for _ in range(data.draw(st.integers(0, 4))):
        i = data.draw(st.integers(0, len(rader_)))
        rader_.insert(i, data.draw(st.sampled_from(["", "# ny kommentar", "    # inne", "   ", "#"])))
    rå = "\n".join(rader_).encode()
    try:
        ny = formatera_text(rå, ORDNING)
    except Yamlfel:
        return  # en kommentar eller tomrad mitt i en text bryter den; det är läsarens sak
    assert _blocken(läs_yaml(ny)) == _blocken(läs_yaml(rå))
    assert formatera_text(ny, ORDNING) == ny
    for ord_ in ("# Postens huvud", "# ett", "# två", "# fyra", "# sex", "# sju", "# slut"):
        assert ord_ in ny.decode()


def test_nycklar_kommer_i_ordning_med_sina_kommentarer() -> None:
    källa = "# huvudet\n\n# om b\nb: 1\n# om c\nc:\n  - namn: x\n    # om som\n    som: y  # efter\n# om a\na: 2\n# slutet\n"
    assert _form(källa, {"a": None, "c": {"som": None, "namn": None}}) == (
        "# huvudet\n\n# om a\na: 2\n# om c\nc:\n  # om som\n  - som: y  # efter\n    namn: x\n# om b\nb: 1\n# slutet\n"
    )


def test_okända_nycklar_behåller_sin_inbördes_ordning_sist() -> None:
    assert _form("z: 1\ny: 2\na: 3\n", {"a": None}) == "a: 3\nz: 1\ny: 2\n"


@pytest.mark.parametrize(
    ("före", "efter"),
    [
        ("a: b\r\nc: d", "a: b\nc: d\n"),
        ("a: b   \n\n\n\nc: d\n\n\n", "a: b\n\nc: d\n"),
        ("a:\n- b\n-   c\n", "a:\n  - b\n  - c\n"),
        ("a:\n      b: c\n", "a:\n  b: c\n"),
        ("a: [b, {c: d}] # k\n", "a:\n  - b\n  - c: d  # k\n"),
        ("a: 'b'\nc: \"d: e\"\n", 'a: b\nc: "d: e"\n'),
        ("a: En mening. En till.\n", "a: |\n  En mening.\n  En till.\n"),
        ("a: |-\n    Ett.   \n\n\n    Två.\n", "a: |\n  Ett.\n\n  Två.\n"),
        ("a: b\n  c\n", "a: b c\n"),
        ("---\na: b\n...\n", "a: b\n"),
        ("a:\n\n  - b\n", "a:\n  - b\n"),
        ("a\u030a: o\u0308  # a\u0308\n", "å: ö  # ä\n"),
        ("? a\n: b\n", "a: b\n"),
    ],
)
def test_formen(före: str, efter: str) -> None:
    assert _form(före) == efter
    assert _form(efter) == efter


def test_text_med_kommentarstecken_och_kolon_i_ett_block_är_text() -> None:
    källa = "a: |\n  # inte: kommentar\n  b: c\n"
    assert _form(källa) == källa


def test_formatera_fil_skriver_bara_när_något_ändras(arkiv: Arkiv) -> None:
    stig = arkiv.stig("arende", BUDGET)
    rätt = stig.read_bytes()
    stig.write_bytes(rätt.replace(b"\n", b"\r\n"))
    assert formatera_fil(stig, "arende", BUDGET, kontrollera=True) == (True, ())
    assert b"\r\n" in stig.read_bytes()
    assert formatera_fil(stig, "arende", BUDGET, kontrollera=False) == (True, ())
    assert stig.read_bytes() == rätt
    före = stig.stat().st_mtime_ns
    assert formatera_fil(stig, "arende", BUDGET, kontrollera=False) == (False, ())
    assert stig.stat().st_mtime_ns == före


def test_en_rubrik_med_två_meningar_förblir_en_rad(arkiv: Arkiv) -> None:
    stig = arkiv.stig("arende", BUDGET)
    stig.write_bytes(stig.read_bytes().replace(b"rubrik: Budget 2021", b"rubrik: Budget faststalls. Andra delen"))
    assert formatera_fil(stig, "arende", BUDGET, kontrollera=False) == (False, ())


def test_en_post_modellen_inte_läser_får_form_men_ingen_rad_blir_text(arkiv: Arkiv) -> None:
    stig = arkiv.stig("arende", BUDGET)
    stig.write_bytes(b"rubrik:   Budget faststalls. Andra delen\nokand: x\n")
    assert formatera_fil(stig, "arende", BUDGET, kontrollera=False) == (True, ())
    assert stig.read_bytes() == b"rubrik: Budget faststalls. Andra delen\nokand: x\n"


def test_modellen_läser_samma_post_efter_formatering(arkiv: Arkiv) -> None:
    stig = arkiv.stig("mote", "2020-12-18")
    rå = stig.read_bytes()
    stört = rå.replace(b"    beslut:\n      - |\n", b"    beslut:\n    - |-\n", 3).replace(b"plats:", b"plats:   ", 1)
    stig.write_bytes(stört)
    assert formatera_fil(stig, "mote", "2020-12-18", kontrollera=False)[0]
    efter = läs("mote", "2020-12-18", läs_yaml(stig.read_bytes()))
    assert efter[0] is not None
    assert efter == läs("mote", "2020-12-18", läs_yaml(rå))


def test_en_trasig_eller_saknad_fil_ger_sitt_fel_och_rörs_inte(arkiv: Arkiv) -> None:
    stig = arkiv.stig("arende", BUDGET)
    stig.write_bytes(b"a: b: c\n")
    ändrad, (fel,) = formatera_fil(stig, "arende", BUDGET, kontrollera=False)
    assert not ändrad
    assert (fel.rad, fel.kolumn, fel.nivå) == (1, 5, "fel")
    stig.unlink()
    assert formatera_fil(stig, "arende", BUDGET, kontrollera=False)[1][0].text == "filen finns inte"


def test_någon_annans_ändring_under_tiden_skrivs_inte_över(arkiv: Arkiv, monkeypatch: pytest.MonkeyPatch) -> None:
    stig = arkiv.stig("arende", BUDGET)
    stig.write_bytes(b"rubrik:   x\n")
    monkeypatch.setattr(modul, "läs_bytes", lambda _stig: b"rubrik:     y\n")
    with pytest.raises(Konfliktfel):
        formatera_fil(stig, "arende", BUDGET, kontrollera=False)
    assert stig.read_bytes() == b"rubrik:   x\n"


def test_nfd_sägs_som_form_på_sin_plats() -> None:
    (fel,) = granska_form(unicodedata.normalize("NFD", "a: b\nc: då\n").encode(), "p.yaml")
    assert (fel.fil, fel.rad, fel.kolumn, fel.nivå) == ("p.yaml", 2, 6, "varning")
    assert "NFC" in fel.text


def test_en_rad_som_slutar_utan_skiljetecken_före_en_annan_rad_sägs_på_sin_rad(arkiv: Arkiv) -> None:
    stig = arkiv.stig("arende", BUDGET)
    stig.write_text(
        "rubrik: x\nberedning:\n  sammanfattning: |\n    Dagar\n    måndag\n    tisdag.\n\n    Nytt stycke\n"
    )
    fel = [f for f in granska_alla(arkiv) if f.fil.endswith(stig.name)]
    assert [(f.rad, f.kolumn, f.nivå) for f in fel] == [(4, 10, "varning"), (5, 11, "varning")]
    assert fel[0].råd == "ny rad? sätt `- ` eller en tom rad"
    assert fel[0].källrad == "    Dagar"


def test_en_text_med_mellanrum_på_en_egen_rad_tar_inte_all_tid() -> None:
    rader_ = "\n".join(["      Nämnden har i uppdrag att samverka om drift."] * 200)
    källa = f"a:\n    - |\n      #### Bakgrund. Syfte\n{rader_}\n               \n      Slut.\n"
    assert läs_yaml(_form(källa).encode())["a"]


def test_en_mycket_lång_rad_delas_i_meningar() -> None:
    källa = "a: |\n  " + "Abc def ghi. " * 5000 + "Slut.\n"
    assert _form(källa).count("\n") == 5002
