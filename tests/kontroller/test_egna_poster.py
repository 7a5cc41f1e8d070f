"""Kontrollen av våra egna poster: varje fynd är läst, har sitt skäl och sitt svar (regelunderlagets avsnitt 5)."""

import json

import pytest

from tests.hjalp import ROT, gns

MÖTE, ANSLAG, BUDGET = "möte 2020-12-18", "anslag 2020-12-18", "budgetår 2019"
UTAN_ÄRENDE = (1, 2, 3, 4, 5, 6, 8, 9, 10, 11)  # av planens aktiviteter

# (regel, nivå, post, plats): skälet, med raden i regelunderlagets avsnitt 5.
FACIT = {
    ("KL-5-67-propositionsordning", "fel", MÖTE, "§ 19 propositionsordning"): "R18–20, R44: 914 400 kr ställdes aldrig",
    ("PRAXIS-dnr", "varning", MÖTE, "§ 25 sammanfattning"): "R24: GNS/03/2019 i texten",
    ("POST-hanvisning", "upplysning", MÖTE, "§ 20 innebär a uppdrag"): "R26: 2020-05-29 § 14 är utanför arkivet",
    ("POST-hanvisning", "upplysning", MÖTE, "§ 21 sammanfattning"): "R26: 2020-02-14 § 8 är utanför arkivet",
    ("POST-hanvisning", "upplysning", MÖTE, "§ 22 innebär a uppdrag"): "R26: 2019-12-06 § 38 är utanför arkivet",
    ("POST-hanvisning", "upplysning", MÖTE, "§ 23 innebär a uppdrag"): "R26: 2019-06-03 är utanför arkivet, § okänd",
    ("PRAXIS-stavning", "varning", MÖTE, "§ 24 rubrik"): "R24–25: ”dataskyddsbud” i rubriken",
    ("PRAXIS-artal", "varning", MÖTE, "§ 24 sammanfattning"): "R27: årsskiftet 2019-2020 ska vara 2020-2021",
    ("PRAXIS-expediering", "varning", MÖTE, "§ 20 innebär a till"): "R32: regiondirektören får inte beslutet",
    ("PRAXIS-expediering", "varning", MÖTE, "§ 22 innebär a till"): "R32: e-strateg och koordinator får inte beslutet",
    ("PRAXIS-expediering", "varning", MÖTE, "§ 23 innebär a till"): "R32: e-strategen får inte beslutet",
    ("PRAXIS-expediering", "varning", MÖTE, "§ 24 innebär a till"): "R32: regiondirektören får inte beslutet",
    ("KL-8-12-anslag", "fel", ANSLAG, "anslag 1 uppsatt"): "R50: sju dagar för sent, om justerat som planerat",
    ("KL-9-32-alla-anslag", "fel", ANSLAG, "anslag"): "R51–52: ett anslag, ingen part",
    ("KL-13-5-nedtagning", "fel", ANSLAG, "anslag 1 nedtaget"): "R53: nedtaget samma dag som den sista",
    ("KL-8-12-anslagets-innehall", "varning", ANSLAG, "anslag 1"): "R54: justeringsdagen fattas",
    ("EKONOMI-summor", "varning", BUDGET, "budget grupper omkostnader angiven_summa"): "R89: -109 mot -109,4",
    ("EKONOMI-procent", "varning", BUDGET, "budget grupper lönekostnader rader OH 10% belopp"): "R91: 80 av 725",
    ("EKONOMI-delar", "fel", MÖTE, "§ 21 innebär a per_part"): "R92: 9 × 52 010 = 468 090, 1 kr får ingen",
    ("KL-9-26-samrad", "varning", "budgetår 2021", "basfinansiering beslut"): "R62: halverat på mötet",
    ("PRAXIS-resultatrapport", "upplysning", "budgetår 2020", "redovisat 1 behandlad"): "R109: augusti i december",
    **{
        ("PRAXIS-aktiviteter", "varning", BUDGET, f"aktiviteter {n}"): "R74: inget ärende i källorna"
        for n in UTAN_ÄRENDE
    },
    ("EKONOMI-aterbetalning", "varning", MÖTE, "§ 21 innebär a fördelningsnyckel"): "R101: lika fast två anslöt senare",
    ("EKONOMI-balans", "varning", MÖTE, "§ 21 innebär a"): "R100: återbetalar fast överenskommelsen balanserar",
    ("EKONOMI-saldo", "varning", "budgetår 2020", "saldon 2 belopp"): "R106: 51 091 kr är inte förklarat",
    ("EKONOMI-vilande", "varning", "budgetår 2018", "redovisat 1 resultat"): "417 tkr låg i två år",
    ("PRAXIS-sammantraden", "upplysning", BUDGET, "sammanträden 3 datum"): "V2: planerat 10 juni, hållet 3 juni (§ 23)",
    ("KL-6-6-mal", "varning", BUDGET, "verksamhetsplan"): "R75: planen 2019 har inga mål",
    ("KL-6-6-mal", "fel", "budgetår 2020", "utan_mål"): "R75: inga fastslagna mål att redovisa",
    ("PRAXIS-revision", "varning", "ärende GNS-6-2020", "anmärkningar styrning"): "R77: avslutat utan åtgärd",
    ("PRAXIS-justerare", "varning", MÖTE, "justering justerare 1"): "R59: ingen § utser justeraren",
}
# Det som inte går att pröva, med antal: uppgiften finns inte i källan.
OPRÖVAT = {
    "KL-6-27-beslutsfor": 10,  # R1: antalet ledamöter
    "KL-9-24-platser": 1,
    "KL-6-17-ersattare": 1,
    "KL-6-24-distans": 1,  # R8: fullmäktiges beslut, och om alla såg och hörde varandra
    "REG-kallelse": 1,
    "KL-6-23-sammantradesplan": 1,
    "PRAXIS-vakanser": 1,
    "KL-5-67-yrkanden": 1,
    "KL-5-67-beslut": 2,  # § 17 har inget förslag, och § 19:s yrkande ingen lydelse
    "PRAXIS-forslag": 9,
    "PRAXIS-underlag": 13,
    "KL-5-69-justering": 1,  # R49: i tid som planerat
    "KL-13-5-overklagande": 1,
    "KL-13-14-verkstallighet": 3,
    "KL-13-2-overklagbarhet": 8,
    "KL-5-69-underskrift": 1,
    "KL-9-22-overenskommelse": 9,
    "PRAXIS-livscykel": 1,
    "OSL-5-1-registrering": 9,
    "PRAXIS-gallring": 9,
    "EKONOMI-resultat": 3,  # budgetens rader för 2018, 2020 och 2021 finns inte i källorna
    "EKONOMI-nyckelunderlag": 3,  # exempeldata, och vem som hämtade folkmängden
    "EKONOMI-jamforelse": 3,  # inget år före 2021 har nycklar
    "KL-9-25-arvode": 1,  # lagens lydelse före 2020
    "KL-9-26-samrad": 3,  # lydelsen före 2020, och inga samråd i källorna
    "PRAXIS-remiss": 1,  # ingen sista svarsdag i § 25
    "PRAXIS-resultatrapport": 1,  # när bokslutet för 2018 behandlades
    "PRAXIS-sammantraden": 8,  # fyra dagar 2019 och fyra 2021 som inget i källorna nämner
    "EKONOMI-balans": 3,  # resultaten för 2019, 2020 och 2021 finns inte i källorna
    "EKONOMI-las": 5,  # 2019 års belopp, basfinansieringen 2020 och § 8 2020-02-14 är beslutade utanför arkivet
    "KL-6-6-mal": 2,  # planerna för 2018 och 2021 finns inte i källorna
    "KL-6-6-internkontroll": 4,  # ingen plan för den interna kontrollen i källorna
    "KL-11-20-bokslut": 4,  # när redovisningen lämnades säger ingen källa
    "EKONOMI-forskott": 2,  # 2019 beslutades av parternas fullmäktige; beslutet om 2020 är inte inlagt
}


@pytest.fixture(scope="module")
def svar():
    return gns("kontrollera", "--alla", "--format", "json")


def test_varje_fynd_är_läst_och_besvarat(svar):
    fynd = [f for f in json.loads(svar.stdout)["fynd"] if f["svar"] == "bruten"]
    assert {(f["regel"], f["nivå"], f["post"], f["fält"]) for f in fynd} == set(FACIT)
    assert len(fynd) == len(FACIT)
    assert [f["fält"] for f in fynd if not f["besvarat"]] == []


def test_det_som_inte_går_att_pröva_är_det_som_källan_inte_säger(svar):
    antal: dict[str, int] = {}
    for f in json.loads(svar.stdout)["fynd"]:
        if f["svar"] == "går inte att pröva":
            antal[f["regel"]] = antal.get(f["regel"], 0) + 1
    assert antal == OPRÖVAT


def test_villkoret_och_gränsen_står_i_texten(svar):
    """R1 skulle hålla för högst tretton platser; R50 gäller om protokollet justerades som planerat."""
    texter = {(f["regel"], f["fält"]): f["text"] for f in json.loads(svar.stdout)["fynd"]}
    assert texter["KL-6-27-beslutsfor", "§ 19 beslut"].endswith("7 tjänstgör, vilket räcker för högst 13")
    assert texter["KL-8-12-anslag", "anslag 1 uppsatt"].endswith("om protokollet justerades som planerat 2020-12-23")
    assert "planerad 2020-12-23, senast 2021-01-04" in texter["KL-5-69-justering", "justering justerat"]


def test_kommandot_slutar_med_noll_och_säger_hur_många_som_är_besvarade(svar):
    assert svar.returncode == 0
    utan = gns("kontrollera", cwd=ROT)
    assert (utan.returncode, utan.stdout) == (0, b"")
    assert f"{len(FACIT)} fynd är besvarade" in utan.stderr.decode()
