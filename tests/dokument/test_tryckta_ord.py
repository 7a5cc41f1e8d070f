"""De meningar som bara vissa möten har: varje fakta i posten syns i det tryckta, på sin plats."""

import pytest

from tests.hjalp import dokument
from tests.kontroller.arkiv import BORT, skriv

MÖTE = "moten/2024-03-04"
ÖPPET = {"reglementen.0.offentliga_sammanträden": "ja"}
TVÅ = ["Driftchefen får i uppdrag att se över driften.\n", "Driften ses över igen.\n"]


def _tryckt(mapp, möte, **annat):
    skriv(mapp, {MÖTE: möte, **annat})
    return dokument("protokoll", "2024-03-04", "--format", "md", cwd=mapp).decode()


def _paragraf(text, nr):
    return text.split(f"\n## § {nr} ")[1].split("\n## § ")[0]


@pytest.fixture(scope="module")
def allt(tmp_path_factory):
    """Ett öppet möte där det mesta hände, tryckt en gång."""
    möte = {
        "slag": "konstituerande",
        "offentligt": "ja",
        "närvaro.1.deltar": "på distans",
        "händelser": [{"typ": "går", "namn": "Ada Ask", "paragraf": "3", "delbeslut": "2", "klockan": "10:10"}],
        "ajourneringar": [{"från": "10:00", "till": "10:05", "paragraf": "3", "delbeslut": "2", "läge": "före"}],
        "anmälningsärenden": [{"delegationsbeslut": "2024-2"}],
        "paragrafer.0.omedelbart_justerad": "2024-03-04",
        "paragrafer.0.justerare": ["Ulf Uv"],
        "paragrafer.1.stängda_dörrar": "ja",
        "paragrafer.2.stängda_dörrar": "delvis",
        "paragrafer.2.extra": "ja",
        "paragrafer.2.förslag_till_beslut": TVÅ,
        "paragrafer.2.beslut": TVÅ,
        "paragrafer.2.innebär.0.delbeslut": "1",
        "paragrafer.2.anteckningar": [
            {"typ": "avstår", "av": "Ada Ask", "delbeslut": "1"},
            {"typ": "deltar ej", "av": "Ulf Uv", "delbeslut": "1"},
        ],
    }
    beslut = {
        "nr": "2",
        "datum": "2024-02-05",
        "rubrik": "Kablar",
        "delegat": "Driftchefen",
        "beslut": "Tio kablar köps.\n",
    }
    return _tryckt(tmp_path_factory.mktemp("allt"), möte, namnd=ÖPPET, **{"delegation/2024": {"beslut.1": beslut}})


@pytest.mark.parametrize(
    "ord",
    [
        "Konstituerande sammanträde. Regionens hus kl. 09:00–10:30 Sammanträdet är offentligt.",
        "Ada Ask (C) (Vice ordförande) (Åre kommun) på distans, ej § 3 delbeslut 2",
        "§§ 1–2: 3 av 3 tjänstgör, beslutsför: fler än 1,5",
        "§ 3 delbeslut 1: 3 av 3 tjänstgör, beslutsför: fler än 1,5",
        "§ 3 delbeslut 2: 2 av 3 tjänstgör, beslutsför: fler än 1,5",
        "kl. 10:00–10:05 före § 3 delbeslut 2",
        "Tio kablar köps.",
    ],
)
def test_omslaget_och_anmälningarna(allt, ord):
    assert ord in allt


@pytest.mark.parametrize(
    ("nr", "ord"),
    [
        (1, "Paragrafen är omedelbart justerad 2024-03-04 av Ulf Uv"),
        (2, "Ärendet behandlas inom stängda dörrar."),
        (3, "Ärendet behandlas delvis inom stängda dörrar."),
        (3, "Ärendet stod inte på den utsända föredragningslistan."),
        (3, "Ada Ask lämnar mötet från delbeslut 2 kl. 10:10."),
        (3, "Mötet ajourneras kl. 10:00–10:05, före delbeslut 2."),
    ],
)
def test_paragrafen_säger_det_som_hände_i_den(allt, nr, ord):
    assert [n for n in (1, 2, 3) if ord in _paragraf(allt, n)] == [nr]


def test_att_avstå_och_att_inte_delta_trycks_var_för_sig(allt):
    paragraf = _paragraf(allt, 3)
    assert "Ada Ask (C) avstår från att rösta." in paragraf.split("### Avstår")[1].split("###")[0]
    assert "Ulf Uv (M) deltar inte i beslutet." in paragraf.split("### Deltar inte i beslutet")[1].split("###")[0]


def test_den_som_leder_först_är_inte_mötets_ordförande_när_ordföranden_kommer_sedan(tmp_path):
    kommer = [{"typ": "kommer", "namn": "Eva Ek", "paragraf": "2"}]
    text = _tryckt(tmp_path, {"händelser": kommer, "justering.underskrifter": BORT})
    assert "Ada Ask leder mötet under denna paragraf." in _paragraf(text, 1)
    assert "leder mötet" not in _paragraf(text, 2)


def test_att_nämnden_inte_var_beslutsför_trycks(tmp_path):
    går = [{"typ": "går", "namn": n, "paragraf": "3"} for n in ("Ada Ask", "Ulf Uv")]
    text = _tryckt(tmp_path, {"händelser": går, "paragrafer.2.inte_beslutsför": "ja"})
    assert "§ 3: 1 av 3 tjänstgör, inte beslutsför: ska vara fler än 1,5" in text
    assert "inte beslutsför" in _paragraf(text, 3)


def test_den_som_gick_under_överläggningen(tmp_path):
    går = {"typ": "går", "namn": "Ulf Uv", "paragraf": "3", "under_överläggningen": "ja"}
    assert "Ulf Uv lämnar mötet under överläggningen." in _paragraf(_tryckt(tmp_path, {"händelser": [går]}), 3)
