"""KL-13-14-verkstallighet: det som verkställs före laga kraft sägs, med dagen."""

import pytest

from tests.kontroller.arkiv import BORT, Ändringar, prova, sagt

ID = "KL-13-14-verkstallighet"
MÖTE, ANSLAG = "moten/2024-03-04", "anslag/2024-03-04"


def _möte(verkställt: str, **annat: object) -> dict[str, object]:
    return {"paragrafer.2.verkställt": verkställt, **annat}


def _sent(dag: str, laga: str) -> str:
    return f"§ 3 började verkställas {dag}, innan beslutet fick laga kraft: det kan det få tidigast {laga}"


def test_dagen_efter_den_sista_att_överklaga_är_laga_kraft(tmp_path):
    assert sagt(tmp_path / "a", ID, {MÖTE: _möte("2024-04-03")}) == []
    (fynd,) = prova(tmp_path / "b", ID, {MÖTE: _möte("2024-04-02")})
    assert (fynd["svar"], fynd["nivå"], fynd["fält"]) == ("bruten", "upplysning", "§ 3 verkställt")
    assert fynd["text"] == _sent("2024-04-02", "2024-04-03")


def test_det_sista_anslaget_avgör(tmp_path):
    ändringar: Ändringar = {MÖTE: _möte("2024-04-03"), ANSLAG: {"anslag.2.uppsatt": "2024-03-13"}}
    assert [text for _, _, text in sagt(tmp_path, ID, ändringar)] == [_sent("2024-04-03", "2024-04-04")]


@pytest.mark.parametrize(
    ("ändring", "slut"), [({}, "; laga kraft tidigast 2024-04-03"), ({"": BORT}, "")], ids=["anslaget", "inte anslaget"]
)
def test_en_dag_som_fattas_för_ett_beslut_som_binder(tmp_path, ändring, slut):
    text = f"det står inte när § 3 började verkställas{slut}"
    assert sagt(tmp_path, ID, {ANSLAG: ändring}) == [("går inte att pröva", "§ 3", text)]


def test_ett_beslut_som_inte_kan_överklagas_prövas_inte(tmp_path):
    assert sagt(tmp_path / "a", ID, {MÖTE: {"paragrafer.2.överklagas": "nej"}}) == []
    assert sagt(tmp_path / "b", ID, {MÖTE: _möte("2024-03-05", **{"paragrafer.2.överklagas": "nej"})}) == []


@pytest.mark.parametrize(
    ("dag", "väntat"),
    [
        ("2024-03-28", ("bruten", "§ 3 verkställt", _sent("2024-03-28", "2024-04-03"))),
        (
            "2024-05-06",
            (
                "går inte att pröva",
                "§ 3 verkställt",
                "utan alla parters anslag går det inte att säga om § 3 hade fått laga kraft 2024-05-06",
            ),
        ),
    ],
)
def test_utan_alla_anslag_går_det_bara_att_säga_att_det_var_för_tidigt(tmp_path, dag, väntat):
    bara_ett: Ändringar = {MÖTE: _möte(dag), ANSLAG: {"anslag.2": BORT, "anslag.1": BORT}}
    assert sagt(tmp_path, ID, bara_ett) == [väntat]


def test_utan_något_anslag_räknas_från_justeringen(tmp_path):
    ändringar: Ändringar = {MÖTE: _möte("2024-03-28"), ANSLAG: {"": BORT}}
    assert [text for _, _, text in sagt(tmp_path, ID, ändringar)] == [_sent("2024-03-28", "2024-04-03")]
    ändringar[MÖTE]["justering.justerat"] = "okänd dag"  # tidigast mötesdagen: sista dagen är 2024-03-25
    assert [svar for svar, _, _ in sagt(tmp_path, ID, ändringar)] == ["går inte att pröva"]
    ändringar[MÖTE]["paragrafer.2.verkställt"] = "2024-03-25"
    assert [text for _, _, text in sagt(tmp_path, ID, ändringar)] == [_sent("2024-03-25", "2024-03-26")]


def test_en_paragraf_för_sig_får_laga_kraft_för_sig(tmp_path):
    egna = [{"part": p, "paragrafer": ["3"], "uppsatt": "2024-03-05"} for p in ("region", "are", "berg")]
    ändringar: Ändringar = {
        MÖTE: _möte("2024-03-27", **{"paragrafer.2.omedelbart_justerad": "2024-03-04"}),
        ANSLAG: {f"anslag.{3 + i}": ett for i, ett in enumerate(egna)},
    }
    assert sagt(tmp_path, ID, ändringar) == []


def test_före_mötet_är_en_varning(tmp_path):
    (fynd,) = prova(tmp_path, ID, {MÖTE: _möte("2024-03-01")})
    assert (fynd["nivå"], fynd["text"]) == ("varning", "§ 3 började verkställas 2024-03-01, före mötet den 2024-03-04")


def test_ett_möte_före_lagen_går_inte_att_pröva(tmp_path):
    paragraf = {"nr": "1", "rubrik": "Budget", "beslut": ["Budgeten fastställs."], "verkställt": "2017-12-05"}
    ändringar: Ändringar = {"moten/2017-12-04": {"": {"plats": "Salen", "paragrafer": [paragraf]}}}
    fynd = [f for f in sagt(tmp_path, ID, ändringar) if f[1] != "§ 3"]
    assert fynd == [("går inte att pröva", "§ 1 verkställt", "lagens lydelse den dagen är inte inlagd")]
