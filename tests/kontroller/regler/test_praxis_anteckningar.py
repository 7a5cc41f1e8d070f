"""PRAXIS-anteckningar: reservation, yttrande, protokollsanteckning, deltar ej och avstår hålls isär."""

import pytest

from tests.kontroller.arkiv import BORT, prova, sagt

ID = "PRAXIS-anteckningar"
MÖTE = "moten/2024-03-04"
A = "§ 3 anteckningar 1"


def _med(*anteckningar, **mer):
    return {MÖTE: {"paragrafer.2.anteckningar": list(anteckningar), **mer}}


def _anteckning(typ, av="Ulf Uv", **mer):
    return {"typ": typ, "av": av, **mer}


@pytest.mark.parametrize("typ", ["särskilt yttrande", "protokollsanteckning", "deltar ej", "avstår"])
def test_en_ledamot_som_tjänstgör_får_anteckna(tmp_path, typ):
    assert sagt(tmp_path, ID, _med(_anteckning(typ))) == []


def test_deltar_ej_och_avstår_i_samma_beslut_är_brutet(tmp_path):
    fynd = prova(tmp_path, ID, _med(_anteckning("deltar ej"), _anteckning("avstår")))
    text = "Ulf Uv står både som deltar ej och avstår i samma beslut"
    assert [(f["svar"], f["nivå"], f["fält"], f["text"]) for f in fynd] == [
        ("bruten", "fel", "§ 3 anteckningar 2 av", text)
    ]


def test_den_som_har_röstat_står_inte_som_deltar_ej(tmp_path):
    fynd = sagt(tmp_path, ID, {MÖTE: {"paragrafer.1.anteckningar": [_anteckning("deltar ej", "Ada Ask")]}})
    assert fynd == [("bruten", "§ 2 anteckningar 1 av", "Ada Ask står som deltar ej men har röstat")]


@pytest.mark.parametrize(("vem", "antal"), [("Eva Ek", 0), ("Siv Sjö", 1)])
def test_den_som_inte_är_förtroendevald_får_inget_antecknat(tmp_path, vem, antal):
    text = "Siv Sjö är inte ledamot eller ersättare och har ingen rätt att få något antecknat"
    fynd = sagt(tmp_path, ID, _med(_anteckning("protokollsanteckning", vem, text="Bra.")))
    assert fynd == [("bruten", f"{A} av", text)] * antal


@pytest.mark.parametrize(
    ("rätt", "svar"),
    [
        (["yttra sig", "anteckna"], []),
        (
            ["yttra sig"],
            [("bruten", "Bo By är ersättare och tjänstgör inte och har ingen rätt att få något antecknat")],
        ),
        (
            BORT,
            [
                (
                    "går inte att pröva",
                    "det står inte i reglementet om Bo By, som är ersättare och inte tjänstgör, får anteckna",
                )
            ],
        ),
    ],
)
def test_reglementet_avgör_om_en_ersättare_får_anteckna(tmp_path, rätt, svar):
    ändringar = _med(_anteckning("protokollsanteckning", "Bo By", text="Bra."))
    ändringar[MÖTE]["närvaro.4"] = {"namn": "Bo By", "som": "ersättare", "parti": "C", "part": "are"}
    ändringar["namnd"] = {"reglementen.0.ersättares_rätt": rätt}
    assert sagt(tmp_path, ID, ändringar) == [(s, f"{A} av", text) for s, text in svar]


@pytest.mark.parametrize(
    ("typ", "ord_", "antal"),
    [
        ("protokollsanteckning", "deltar inte i beslutet", 1),
        ("särskilt yttrande", "deltar ej i avgörandet", 1),
        ("avstår", "deltar inte i beslutet", 0),
        ("särskilt yttrande", "reserverar sig mot", 1),
        ("avstår", "reserverar sig mot", 1),
        ("protokollsanteckning", "reserverar sig inte mot", 0),
        ("protokollsanteckning", "deltar i beslutet", 0),
    ],
)
def test_orden_hör_till_sitt_slag(tmp_path, typ, ord_, antal):
    fynd = prova(tmp_path, ID, _med(_anteckning(typ, text=f"Ulf Uv {ord_} beslutet.")))
    väntat = ("bruten", "varning", f"{A} text", f"texten säger ”{ord_}” men är av slaget {typ}")
    assert [(f["svar"], f["nivå"], f["fält"], f["text"]) for f in fynd] == [väntat] * antal


@pytest.mark.parametrize(("vem", "antal"), [("Ulf Uv", 0), ("Ada Ask", 1)])
def test_orden_får_stå_när_de_också_står_på_sin_plats(tmp_path, vem, antal):
    yttrande = _anteckning("särskilt yttrande", text="Vi deltar inte i beslutet, för underlaget kom sent.")
    assert len(sagt(tmp_path, ID, _med(_anteckning("deltar ej", vem), yttrande))) == antal


def test_en_reservation_säger_inte_att_någon_inte_deltar(tmp_path):
    fynd = sagt(tmp_path, ID, {MÖTE: {"paragrafer.1.reservationer.0.text": "Vi deltar inte i beslutet."}})
    assert fynd == [("bruten", "§ 2 reservationer 1 text", "en reservation säger ”deltar inte i beslutet”")]
    assert sagt(tmp_path, ID, {MÖTE: {"paragrafer.1.reservationer.0.text": "Priset är för högt."}}) == []


def test_utan_närvaro_går_det_inte_att_pröva(tmp_path):
    fynd = sagt(tmp_path, ID, _med(_anteckning("särskilt yttrande"), närvaro=BORT))
    text = "närvaron saknas, så det går inte att säga vem som fick anteckna"
    assert fynd == [("går inte att pröva", f"{A} av", text)]
