"""KL-6-23-sammantradesplan: mötet står i planen, eller är ett extra möte som rätt personer har begärt."""

import pytest

from tests.kontroller.arkiv import BORT, sagt
from tests.kontroller.stallen import uppfyllda

ID = "KL-6-23-sammantradesplan"
MÖTE = "moten/2024-03-04"
PLANMÖTE = "moten/2023-12-04"
UTAN_PLAN = ("går inte att pröva", "", "ingen plan för 2023 som beslutats före mötet finns i arkivet")
EXTRA = "moten/2024-04-11"  # en torsdag


def _sagt(tmp_path, ändringar):
    """Fynden utom det att planen för 2023 inte finns i arkivet."""
    fynd = sagt(tmp_path, ID, ändringar)
    assert UTAN_PLAN in fynd
    return [f for f in fynd if f != UTAN_PLAN]


def _extra(tmp_path, begärt_av, nämnd=None):
    möte = {"slag": "extra", "plats": "Salen", **({"begärt_av": begärt_av} if begärt_av else {})}
    return _sagt(tmp_path, {EXTRA: {"": möte}, "namnd": nämnd or {}})


def test_planens_möte_är_uppfyllt_och_det_före_planen_går_inte_att_pröva(tmp_path):
    assert _sagt(tmp_path, {}) == []


@pytest.mark.parametrize("slag", ["ordinarie", None])
def test_ett_möte_en_annan_dag(tmp_path, slag):
    """En måndag, men inte planens; mötet 4 mars står kvar."""
    möte = {"plats": "Salen", **({"slag": slag} if slag else {})}
    text = "mötet 2024-04-08 står inte i planen för 2024, 2023-12-04 § 2"
    assert _sagt(tmp_path, {"moten/2024-04-08": {"": möte}}) == [("bruten", "", text)]


def test_ett_konstituerande_möte_står_inte_i_någon_plan(tmp_path):
    assert _sagt(tmp_path, {EXTRA: {"": {"plats": "Salen", "slag": "konstituerande"}}}) == []


def test_en_plan_från_ett_senare_möte_binder_inte_men_kan_stämma(tmp_path):
    """Planen för 2024 beslutas på mötet den 4 mars, i stället för året innan."""
    flyttad = {
        PLANMÖTE: {"paragrafer.1.innebär": BORT},
        MÖTE: {
            "paragrafer.2.beslut": ["Nämnden sammanträder 4 mars och 3 juni 2024.\n"],
            "paragrafer.2.innebär": [
                {
                    "id": "a",
                    "typ": "fastställer sammanträden",
                    "år": "2024",
                    "dagar": [{"datum": "2024-03-04"}, {"datum": "2024-06-03"}],
                }
            ],
        },
        "moten/2024-02-05": {"": {"plats": "Salen"}},
    }
    text = "ingen plan för 2024 som beslutats före mötet finns i arkivet"
    assert _sagt(tmp_path, flyttad) == [("går inte att pröva", "", text)]


@pytest.mark.parametrize(
    ("dag", "ord", "veckodag"),
    [("2024-03-05", "5 mars", "tisdag"), ("2024-03-09", "9 mars", "lördag"), ("2024-03-11", "11 mars", None)],
)
def test_planens_dagar_är_reglementets_veckodagar(tmp_path, dag, ord, veckodag):
    plan = {
        PLANMÖTE: {
            "paragrafer.1.beslut": [f"Nämnden sammanträder {ord} och 3 juni 2024.\n"],
            "paragrafer.1.innebär.0.dagar.0.datum": dag,
        },
        MÖTE: {"": BORT},
        "anslag/2024-03-04": {"": BORT},
    }
    text = f"{dag} är en {veckodag}, men nämnden sammanträder på måndag"
    fält = "§ 2 innebär a dagar 1 datum"
    assert _sagt(tmp_path, plan) == ([("bruten", fält, text)] if veckodag else [])


def test_måndagar_och_fredagar_som_nämndens_plan_för_2021(tmp_path):
    """De fyra dagarna 2021 är måndagar (§ 18 2020-12-18)."""
    dagar = ["2021-02-08", "2021-05-03", "2021-09-13", "2021-12-06"]
    ord = "8 februari, 3 maj, 13 september och 6 december"
    möte = {
        "plats": "Digitalt via Teams",
        "paragrafer": [
            {
                "nr": "18",
                "rubrik": "Sammanträdestider 2021",
                "beslut": [f"Nämnden sammanträder {ord}."],
                "innebär": [
                    {
                        "id": "a",
                        "typ": "fastställer sammanträden",
                        "år": "2021",
                        "dagar": [{"datum": d} for d in dagar],
                    }
                ],
            }
        ],
    }
    text = "ingen plan för 2020 som beslutats före mötet finns i arkivet"

    def fynden(mapp, *veckodagar):
        nämnd = {"reglementen.0.från": BORT, "reglementen.0.sammanträdesdagar": list(veckodagar)}
        return _sagt(tmp_path / mapp, {"moten/2020-12-18": {"": möte}, "namnd": nämnd})

    assert fynden("a", "måndag", "fredag") == [("går inte att pröva", "", text)]
    fynd = fynden("b", "tisdag", "fredag")
    assert [t for _, _, t in fynd if "2021" in t] == [
        f"{d} är en måndag, men nämnden sammanträder på tisdag eller fredag" for d in dagar
    ]


def test_utan_plan_prövas_mötets_egen_veckodag(tmp_path):
    fynd = _sagt(tmp_path, {"moten/2023-05-09": {"": {"plats": "Salen"}}})
    assert fynd == [("bruten", "", "2023-05-09 är en tisdag, men nämnden sammanträder på måndag")]


def test_utan_veckodagar_i_reglementet_finns_ingen_regel_om_dem(tmp_path):
    assert _sagt(tmp_path, {"namnd": {"reglementen.0.sammanträdesdagar": BORT}}) == []


@pytest.mark.parametrize("namn", ["Eva Ek", "Ordföranden"])
def test_ordföranden_begär_ett_extra_möte(tmp_path, namn):
    assert _extra(tmp_path, [namn], {"reglementen.0.antal_ledamöter": "9"}) == []


@pytest.mark.parametrize(("antal", "bruten"), [("6", False), ("7", True)])
def test_minst_en_tredjedel_av_ledamöterna(tmp_path, antal, bruten):
    """Två av sex räcker, två av sju inte; en ersättare räknas inte, och vice ordföranden är här bara ledamot."""
    nämnd = {"reglementen.0.antal_ledamöter": antal, "platser.1.roll": BORT}
    text = "2 av 7 ledamöter begärde det extra mötet, men det ska vara minst en tredjedel eller ordföranden"
    fynd = _extra(tmp_path, ["Ada Ask", "Ulf Uv", "Lo Lind"], nämnd)
    assert fynd == ([("bruten", "begärt_av", text)] if bruten else [])


@pytest.mark.parametrize(
    ("begärt_av", "nämnd", "fält", "text"),
    [
        (None, {}, "slag", "det står inte vem som begärde det extra mötet"),
        (
            ["Ulf Uv"],
            {"reglementen.0.antal_ledamöter": BORT},
            "begärt_av",
            "utan antal ledamöter i reglementet går det inte att säga om en tredjedel begärde det extra mötet",
        ),
        (
            ["Ulf Uv", "Kim Kvist"],
            {"reglementen.0.antal_ledamöter": "6"},
            "begärt_av",
            "platserna i data/namnd.yaml säger inte om de som begärde det extra mötet var ledamöter eller ordförande",
        ),
        (
            ["Ulf Uv"],
            {"reglementen.0.antal_ledamöter": "6", "platser.0.roll": BORT},
            "begärt_av",
            "platserna i data/namnd.yaml säger inte om de som begärde det extra mötet var ledamöter eller ordförande",
        ),
        (
            ["Ada Ask"],
            {"reglementen.0.antal_ledamöter": "6"},
            "begärt_av",
            "Ada Ask är vice ordförande, och det står inte om ordföranden hade förhinder",
        ),
    ],
)
def test_ett_extra_möte_som_inte_går_att_pröva(tmp_path, begärt_av, nämnd, fält, text):
    assert _extra(tmp_path, begärt_av, nämnd) == [("går inte att pröva", fält, text)]


def test_ett_extra_möte_före_lagen_går_inte_att_pröva(tmp_path):
    gammalt = {"plats": "Salen", "slag": "extra", "begärt_av": "Ulf Uv"}
    fynd = _sagt(tmp_path, {"moten/2017-12-29": {"": gammalt}})
    assert fynd == [("går inte att pröva", "slag", "lagens lydelse den dagen är inte inlagd")]


@pytest.mark.parametrize(("roll", "bruten"), [("ordförande", False), ("Ordförande", False), (None, True)])
def test_den_som_mötet_kallar_ordförande_får_begära_det(tmp_path, roll, bruten):
    """Ulf Uv är bara ledamot i nämnden, och Eva Ek, som har rollen, är inte med."""
    ulf = {"namn": "Ulf Uv", "som": "ledamot", **({"roll": roll} if roll else {})}
    möte = {"slag": "extra", "begärt_av": "Ulf Uv", "plats": "Salen", "närvaro": [ulf]}
    fynd = _sagt(tmp_path, {EXTRA: {"": möte}, "namnd": {"reglementen.0.antal_ledamöter": "6"}})
    text = "1 av 6 ledamöter begärde det extra mötet, men det ska vara minst en tredjedel eller ordföranden"
    assert fynd == ([("bruten", "begärt_av", text)] if bruten else [])


def test_planens_dagar_och_planens_möte_räknas(tmp_path):
    assert uppfyllda(tmp_path / "a", ID) == 2 + 1 + 1  # två dagar, mötet 4 mars, och veckodagen för det utan plan
    assert uppfyllda(tmp_path / "b", ID, {"namnd": {"reglementen.0.sammanträdesdagar": BORT}}) == 1
