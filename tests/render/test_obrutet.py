import pytest
from hypothesis import given

from gns.render.obrutet import dela, grupper
from gns.render.trad import Del, klartext
from tests.render.prov import TEXTER


@pytest.mark.parametrize(
    ("text", "väntat"),
    [
        ("till 457 200 kr, då", ["457 200 kr"]),
        ("52 010,11 kr och 745 tkr", ["52 010,11 kr", "745 tkr"]),
        ("(+32 tkr) 1,5 mnkr -3 kr", ["+32 tkr", "1,5 mnkr", "-3 kr"]),
        ("50 % och 50%", ["50 %", "50%"]),
        ("2020-12-18", ["2020-12-18"]),
        ("18 december 2020, måndag 6 december (", ["18 december 2020", "6 december"]),
        ("29 maj 2020 § 14 beslutade", ["29 maj 2020", "§ 14"]),
        ("§§ 17–26 och §17", ["§§ 17–26", "§17"]),
        ("8 kap. 12 § och 5 a §", ["8 kap. 12 §", "5 a §"]),
        ("(GNS/8/2020)", ["GNS/8/2020"]),
        ("kl. 09:00-10:15 och kl. 9:00", ["kl. 09:00-10:15", "kl. 9:00"]),
        ("1 000 000 invånare", ["1 000 000"]),
        ("1,5 miljoner kronor, 457 200 SEK, 2 miljarder", ["1,5 miljoner kronor", "457 200 SEK", "2 miljarder"]),
        ("18 dec. 2020, 3 feb (4 sept.", ["18 dec. 2020", "3 feb", "4 sept."]),
        ("18/12 2020 och 18/12", ["18/12 2020"]),
        ("§ 5 a gäller, § 19 i protokollet", ["§ 5 a", "§ 19"]),
        ("10 000–20 000 kr, 5-10 %, 1,5 – 2 mnkr", ["10 000–20 000 kr", "5-10 %", "1,5 – 2 mnkr"]),
        ("A/8/2020 GN2/8/2020 Ö/1/2020", ["A/8/2020", "GN2/8/2020", "Ö/1/2020"]),
        ("hårt 457\u00a0200\u00a0kr", ["457\u00a0200\u00a0kr"]),
        ("2019-2020 abc12 kr 12 krokar x1 maj", []),
    ],
)
def test_det_som_hålls_ihop(text: str, väntat: list[str]) -> None:
    assert [bit for bit, obruten in dela(text) if obruten] == väntat


@given(TEXTER)
def test_bitarna_är_texten(text: str) -> None:
    assert "".join(bit for bit, _ in dela(text)) == text


@pytest.mark.parametrize(
    "bit",
    ["111 ", "1", "§", "A", "kl. ", "1 kap. ", "-1", "1 a ", "1 maj", "1-", "1/1 ", "A/1/", "1 000–", "1,5 miljoner "],
)
def test_fientlig_text_blir_klar(bit: str) -> None:
    text = bit * 200_000  # växer tiden med kvadraten blir det aldrig klart
    assert "".join(b for b, _ in dela(text)) == text


def test_utseendet_får_skifta_mitt_i() -> None:
    delar = (Del("Se § "), Del("19", stark=True), Del(", 745"), Del(" tkr"), Del("", slag="br"), Del("1", slag="not"))
    svar = grupper(delar)
    assert [klartext(g) for g, obruten in svar if obruten] == ["§ 19", "745 tkr"]
    assert klartext(d for g, _ in svar for d in g) == klartext(delar)


def test_en_radbrytning_skiljer() -> None:
    assert not any(obruten for _, obruten in grupper((Del("§"), Del("", slag="br"), Del("19")))[1:])
