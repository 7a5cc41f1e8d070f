"""PRAXIS-kontraproposition: n förslag kräver n-2 kontrapropositioner före omröstningen om huvudfrågan."""

import pytest

from tests.kontroller.arkiv import prova, sagt
from tests.kontroller.stallen import prövat

ID = "PRAXIS-kontraproposition"
MÖTE, P = "moten/2024-03-04", "paragrafer.1"
RÖSTER = {"ja": ["Eva Ek", "Ada Ask"], "nej": "Ulf Uv"}


def _ändring(id, av):
    return {"id": id, "av": av, "typ": "ändring", "lydelse": f"Nämnden förlänger avtalet enligt {id}.\n"}


def _kontra(*ställs, röstas=False):
    o = {"ja_betyder": ställs[0], "nej_betyder": ställs[1], "röster": RÖSTER}
    return {"ställs": list(ställs), "kontraproposition": "ja", "finner": ställs[0]} | (
        {"omröstning": o} if röstas else {}
    )


def _huvud(mot="b", röstas=True):
    o = {"ja_betyder": "förslaget", "nej_betyder": mot, "röster": RÖSTER}
    return {"ställs": ["förslaget", mot], "finner": "förslaget"} | ({"omröstning": o} if röstas else {})


def _ändringar(propositioner, antal=3):
    yrkanden = [_ändring(id, av) for id, av in zip("bcd", ("Ulf Uv", "Ada Ask", "Eva Ek"), strict=True)][: antal - 1]
    return {MÖTE: {f"{P}.yrkanden": yrkanden, f"{P}.propositionsordning": propositioner}}


def _fynd(tmp_path, propositioner, antal=3):
    return sagt(tmp_path, ID, _ändringar(propositioner, antal))


@pytest.mark.parametrize(
    ("propositioner", "antal"),
    [
        ([_kontra("b", "c"), _huvud()], 3),
        ([_kontra("b", "c", röstas=True), _huvud(röstas=False)], 3),
        ([_kontra("b", "c"), _kontra("b", "d"), _huvud()], 4),
        ([_kontra("c", "d", röstas=True), _kontra("b", "c", röstas=True), _huvud()], 4),
    ],
)
def test_två_åt_gången_tills_ett_motförslag_är_kvar(tmp_path, propositioner, antal):
    assert _fynd(tmp_path, propositioner, antal) == []
    assert prövat(tmp_path, ID).uppfyllda == 1


def test_en_kontraproposition_för_lite(tmp_path):
    fynd = prova(tmp_path, ID, _ändringar([_kontra("b", "c", "d"), _huvud()], 4))
    text = "4 förslag kräver 2 kontrapropositioner före huvudfrågan, men det är 1 i § 2"
    assert [(f["nivå"], f["fält"], f["text"]) for f in fynd] == [("varning", "§ 2 propositionsordning 2 ställs", text)]


def test_tre_förslag_i_en_omröstning(tmp_path):
    alla = _huvud() | {"ställs": ["förslaget", "b", "c"]}
    fynd = prova(tmp_path, ID, _ändringar([alla]))
    text = "fler än två förslag kan inte ställas mot varandra i en omröstning"
    assert [(f["nivå"], f["fält"], f["text"]) for f in fynd] == [("fel", "§ 2 propositionsordning 1 omröstning", text)]


@pytest.mark.parametrize(
    ("propositioner", "antal"),
    [
        ([_huvud()], 2),
        ([{"ställs": ["förslaget", "b", "c"], "finner": "förslaget"}], 3),  # utan omröstning, som i Göteborgs § 955
    ],
)
def test_två_förslag_eller_ingen_omröstning_kräver_ingen(tmp_path, propositioner, antal):
    assert _fynd(tmp_path, propositioner, antal) == []
    assert prövat(tmp_path, ID).uppfyllda == 0


def test_motförslaget_ska_ställas_mot_huvudförslaget(tmp_path):
    text = "b blev motförslag men ställdes sedan aldrig mot huvudförslaget"
    fynd = _fynd(tmp_path, [_kontra("b", "c", röstas=True), {"ställs": "förslaget", "finner": "förslaget"}])
    assert fynd == [("bruten", "§ 2 propositionsordning 1 kontraproposition", text)]


def test_en_kontraproposition_gäller_saken(tmp_path):
    ändringar = _ändringar([_kontra("ater", "avgörs idag")])
    ändringar[MÖTE][f"{P}.yrkanden"] = [{"id": "ater", "av": "Ulf Uv", "typ": "återremiss"}]
    ändringar[MÖTE][f"{P}.propositionsordning"].append(_huvud(röstas=False) | {"ställs": "förslaget"})
    ändringar[MÖTE][f"{P}.propositionsordning"][0]["finner"] = "avgörs idag"
    o = {"ja_betyder": "avgörs idag", "nej_betyder": "ater", "röster": RÖSTER}
    ändringar[MÖTE][f"{P}.propositionsordning"][0]["omröstning"] = o
    fynd = sagt(tmp_path, ID, ändringar)
    text = "en kontraproposition gäller förslag i sak"
    assert fynd == [("bruten", "§ 2 propositionsordning 1 kontraproposition", text)]


def test_ett_förslag_som_aldrig_ställdes_går_inte_att_pröva(tmp_path):
    text = "yrkandet c ställdes aldrig, så det går inte att se hur motförslaget blev utsett"
    assert _fynd(tmp_path, [_huvud()]) == [("går inte att pröva", "§ 2 propositionsordning 1", text)]


def test_ett_förslag_som_föll_mot_avslag_är_inte_med_i_räkningen(tmp_path):
    assert _fynd(tmp_path, [{"ställs": ["c", "avslag"], "finner": "avslag"}, _huvud()]) == []
