"""KL-5-54-oppen: öppen omröstning med namn, sluten med bara antal i val och anställning."""

import pytest

from tests.kontroller.arkiv import BORT, sagt
from tests.kontroller.stallen import prövat

ID = "KL-5-54-oppen"
MÖTE = "moten/2024-03-04"
ANTAL = {"ja": "2", "nej": "1"}
NAMN = {"ja": ["Eva Ek", "Ada Ask"], "nej": "Ulf Uv"}
FORM = "§ 2 propositionsordning 1 omröstning form"
RÖSTER = "§ 2 propositionsordning 1 omröstning röster"


def _fynd(tmp_path, slag=None, form=None, röster=BORT, antal=BORT, **annat):
    o = "paragrafer.1.propositionsordning.0.omröstning"
    ändringar = {"paragrafer.1.slag": slag} if slag else {}
    ändringar |= {f"{o}.form": form} if form else {}
    ändringar |= {f"{o}.röster": röster} | ({} if antal is BORT else {f"{o}.antal": antal})
    return sagt(tmp_path, ID, {MÖTE: ändringar | annat})


@pytest.mark.parametrize("slag", ["val", "anställning"])
def test_val_och_anställning_är_slutna(tmp_path, slag):
    assert _fynd(tmp_path / "a", slag, "sluten", antal=ANTAL) == []
    assert prövat(tmp_path / "a", ID).uppfyllda == 1
    text = "i val och anställning är omröstningen sluten (KL 5:54)"
    assert _fynd(tmp_path / "b", slag, röster=NAMN) == [("bruten", FORM, text)]


@pytest.mark.parametrize("slag", [None, "myndighetsutövning"])
def test_allt_annat_är_öppet(tmp_path, slag):
    assert _fynd(tmp_path / "a", slag, röster=NAMN) == []
    assert prövat(tmp_path / "a", ID).uppfyllda == 1
    text = "omröstningen är sluten men frågan är inte val eller anställning (KL 5:54)"
    assert _fynd(tmp_path / "b", slag, "sluten", antal=ANTAL) == [("bruten", FORM, text)]
    assert prövat(tmp_path / "b", ID).uppfyllda == 0


def test_en_sluten_omröstning_har_inga_namn(tmp_path):
    fynd = _fynd(tmp_path, "val", "sluten", röster=NAMN, antal=ANTAL)
    assert fynd == [("bruten", RÖSTER, "en sluten omröstning har inga namn")]


def test_frågan_om_återremiss_är_öppen(tmp_path):
    p = {
        "yrkanden": [{"id": "ater", "av": "Ulf Uv", "typ": "återremiss"}],
        "beslut": ["Ärendet återremitteras.\n"],
        "innebär": [{"id": "a", "typ": "återremitterar"}],
        "reservationer": BORT,
    }
    o = {"form": "sluten", "ja_betyder": "ater", "nej_betyder": "avgörs idag", "antal": ANTAL}
    p["propositionsordning"] = [{"ställs": ["ater", "avgörs idag"], "finner": "ater", "omröstning": o}]
    (fynd,) = sagt(tmp_path, ID, {MÖTE: {f"paragrafer.1.{fält}": v for fält, v in p.items()}})
    text = "§ 2: frågan om återremiss eller bordläggning avgörs öppet (KL 5:54)"
    assert fynd == ("bruten", "§ 2 propositionsordning", text)


def test_ett_val_som_inte_säger_sitt_slag_går_inte_att_pröva(tmp_path):
    utser = [{"id": "a", "typ": "utser", "personer": "Bo By", "till": "ombud"}]
    p = {"paragrafer.1.beslut": ["Bo By utses till ombud.\n"], "paragrafer.1.innebär": utser}
    text = "det står inte om § 2 är ett val, där omröstningen ska vara sluten"
    väg = "§ 2 propositionsordning 1 omröstning"
    assert _fynd(tmp_path / "a", röster=NAMN, **p) == [("går inte att pröva", väg, text)]
    assert _fynd(tmp_path / "b", "val", "sluten", antal=ANTAL, **p) == []


def test_ett_fel_i_en_omröstning_döljer_inte_att_en_annan_är_prövad(tmp_path):
    """Den andra omröstningen i samma § är öppen, som den ska."""
    andra = {
        "ställs": ["tillagg", "avslag"], "finner": "avslag",
        "omröstning": {"ja_betyder": "avslag", "nej_betyder": "tillagg", "röster": NAMN},
    }  # fmt: skip
    tillägg = {"id": "tillagg", "av": "Ulf Uv", "typ": "tillägg", "lydelse": "Avtalet följs upp.\n"}
    ändringar = {"paragrafer.1.yrkanden.1": tillägg, "paragrafer.1.propositionsordning.1": andra}
    assert [f[:2] for f in _fynd(tmp_path, form="sluten", antal=ANTAL, **ändringar)] == [("bruten", FORM)]
    assert prövat(tmp_path, ID).uppfyllda == 1
