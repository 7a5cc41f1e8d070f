"""Sådda fel: ett av varje slag läggs i ett rent arkiv och hittas, med plats och råd, utan följdfel.

De 23 slagen är de som jämförelsen med andra verktyg sår. Tre av dem är inga fynd här:
``oquotad_tid`` (10:15 förblir en tid för gns), och ``blanksteg_radslut`` och ``nfd_tecken``, som är form: ``gns formatera
--kontrollera`` säger dem och ``gns formatera`` rättar dem.
"""

import unicodedata

import pytest

from tests.cli.kontrollkor import kör
from tests.kontroller.arkiv import skriv
from tests.kontroller.korpus import korpus, sista_dagen, skriv_poster

MÖTE, ANSLAG, ÄRENDE = "moten/2024-03-04", "anslag/2024-03-04", "arenden/2024/GNS-1-2024"
UPPDRAG = '- id: "a"\n        typ: "ger uppdrag"'

# slag: (post, gammal text, ny text, text på raden som pekas ut, regel, del av meningen)
FEL = {
    "saknat_fält": (ÄRENDE, 'rubrik: "Avtal om drift"\n', "", None, "POST-lasbar", "nyckeln rubrik saknas"),
    "okänt_fält": (MÖTE, "    sammanfattning:", "    sammanfatning:", "sammanfatning", "POST-lasbar", "finns inte här"),
    "omöjligt_datum": (ÄRENDE, "2024-01-15", "2020-02-30", "2020-02-30", "POST-lasbar", "2020-02-30"),
    "fel_värdemängd": (ÄRENDE, '"tjänsteskrivelse"', '"tjänsteskriv"', "tjänsteskriv", "POST-lasbar", "går inte att välja"),
    "belopp_som_text": (
        MÖTE, UPPDRAG, f'- id: "b"\n        typ: "återbetalar"\n        avser: "medel"\n        belopp: "914 400"\n      {UPPDRAG}',
        "914 400", "POST-lasbar", "914 400",
    ),
    "belopp_decimalkomma": (
        MÖTE, UPPDRAG, f'- id: "b"\n        typ: "återbetalar"\n        avser: "medel"\n        belopp: "914,4"\n      {UPPDRAG}',
        "914,4", "POST-lasbar", "914,4",
    ),
    "dubblett_nyckel": (ÄRENDE, "registrerat:", 'rubrik: "Igen"\nregistrerat:', 'rubrik: "Igen"', "POST-lasbar", "står två gånger"),
    "tabb_indrag": (ÄRENDE, "    slag:", "\tslag:", "\tslag:", "POST-lasbar", "tabb"),
    "konfliktmarkör": (
        ÄRENDE, "registrerat:", "<<<<<<< HEAD\nx: y\n=======\n>>>>>>> gren\nregistrerat:", "<<<<<<<", "POST-lasbar", "konflikt",
    ),
    "oavslutad_sträng": (ÄRENDE, "", 'rubrik: "Avtal om drift\nregistrerat: 2024-01-15\n', "rubrik:", "POST-lasbar", "citattecknet"),
    "hängande_ärende": (MÖTE, "GNS/2/2024", "GNS/999/1999", "GNS/999/1999", "POST-samband", "ärendet GNS/999/1999 finns inte"),
    "hängande_möte": (
        MÖTE, '    dnr: "GNS/2/2024"\n',
        '    dnr: "GNS/2/2024"\n    tidigare_behandling:\n      - vad: "behandlat"\n        när: "1999-01-01 § 1"\n',
        "1999-01-01", "POST-hanvisning", "1999-01-01 är utanför arkivet",
    ),
    "paragraf_skiljer": (
        MÖTE, '    dnr: "GNS/2/2024"\n',
        '    dnr: "GNS/2/2024"\n    tidigare_behandling:\n      - vad: "behandlat"\n        när: "2023-12-04 § 777"\n',
        "2023-12-04 § 777", "POST-hanvisning", "har ingen § 777",
    ),
    "dubblett_paragraf": (MÖTE, 'nr: "3"', 'nr: "2"', 'nr: "2"', "PRAXIS-paragrafnummer", "§ 2 står två gånger"),
    "lucka_paragraf": (MÖTE, 'nr: "3"', 'nr: "8"', 'nr: "8"', "PRAXIS-paragrafnummer", "§ 8"),
    "justerare_ej_närvarande": (
        MÖTE, 'justerare:\n    - "Ulf Uv"', 'justerare:\n    - "Nils Nyman"', "Nils Nyman", "POST-samband", "finns inte i närvaron",
    ),
    "anslag_för_kort": (ANSLAG, "2024-04-03", "2024-03-25", "2024-03-25", "KL-13-5-nedtagning", "togs ned 2024-03-25"),
    "justering_före_möte": (
        MÖTE, 'justerat: "2024-03-08"', 'justerat: "2024-03-01"', "2024-03-01", "KL-5-69-justering", "före mötet",
    ),
    "budget_ej_noll": (
        "budgetar/2024", 'belopp: "550 000 kr"', 'belopp: "650 000 kr"', "enhet:", "EKONOMI-resultat", "100 000 kr, inte 0 kr",
    ),
    # Det som bara den här nämnden kan ha.
    "ersättare_i_fel_ordning": (
        "moten/2023-12-04", '  - namn: "Ada Ask"\n    som: "ledamot"\n    parti: "C"\n    part: "are"\n    roll: "vice ordförande"\n',
        ('  - namn: "Lo Lind"\n    som: "ersättare"\n    parti: "M"\n    part: "berg"\n    ersätter: "Ada Ask"\n'
        '  - namn: "Bo By"\n    som: "ersättare"\n    parti: "C"\n    part: "are"\n'),
        "Ada Ask", "KL-6-17-ersattare", "Bo By",
    ),
    "uppdrag_utan_ägare": (MÖTE, 'till: "Driftchefen"', 'till: "vakant"', "vakant", "POST-uppdrag-agare", "ingen"),
    "lucka_över_året": (MÖTE, 'nr: "1"\n    rubrik: "Val', 'nr: "5"\n    rubrik: "Val', "", "PRAXIS-paragrafnummer", "§"),
    "olöst_hänvisning": (
        MÖTE, "Driftens avtal löper ut", "Enligt beslutet den 4 december 2023, § 88, löper driftens avtal ut", "§ 88",
        "POST-hanvisning", "88",
    ),
    "avslutat_ärende_får_beslut": (
        ÄRENDE, "registrerat:", 'avslutat:\n  datum: "2024-02-01"\n  skäl: "återkallat"\nregistrerat:', "GNS/1/2024",
        "POST-avslutat-arende", "ärendet är avslutat",
    ),
}  # fmt: skip


@pytest.mark.parametrize("slag", FEL)
def test_felet_hittas_med_sin_plats_och_ett_råd(tmp_path, slag):
    post, gammalt, nytt, på_raden, regel, mening = FEL[slag]
    fil = skriv(tmp_path) / "data" / f"{post}.yaml"
    text = fil.read_text(encoding="utf-8")
    assert gammalt in text
    fil.write_text(text.replace(gammalt, nytt, 1) if gammalt else nytt, encoding="utf-8")
    rader = kör(tmp_path, "kontrollera").ut.split("\n\n")
    träffar = [r for r in rader if f"regel: {regel} " in r and mening in r]
    assert träffar, rader
    assert all("  råd: " in r for r in träffar)
    plats = träffar[0].splitlines()[0]
    if på_raden is None:
        assert plats.startswith(f"data/{post}.yaml:")
    else:
        namn, rad = plats.split(":")[:2]
        assert på_raden in (tmp_path / namn).read_text(encoding="utf-8").splitlines()[int(rad) - 1]
    if regel == "POST-lasbar":
        assert len(rader) == 1, "en trasig fil ger ett fynd"


def test_ett_diarienummer_i_två_filer(tmp_path):
    fil = skriv(tmp_path) / "data" / f"{ÄRENDE}.yaml"
    (fil.parent / "GNS-1-2024-kopia.yaml").write_bytes(fil.read_bytes())
    (fynd,) = kör(tmp_path, "kontrollera").ut.strip().split("\n\n")
    assert fynd.startswith("data/arenden/2024/GNS-1-2024-kopia.yaml: fel: filen har fel namn")
    assert "  råd: " in fynd


def test_en_tid_utan_citattecken_är_inget_fel(tmp_path):
    fil = skriv(tmp_path) / "data" / f"{MÖTE}.yaml"
    fil.write_text(fil.read_text(encoding="utf-8").replace('slut: "10:30"', "slut: 10:30"), encoding="utf-8")
    assert kör(tmp_path, "kontrollera").ut == ""


@pytest.mark.parametrize("slag", ["blanksteg_radslut", "nfd_tecken"])
def test_formen_sägs_av_formatera(tmp_path, slag):
    fil = skriv(tmp_path) / "data" / f"{ÄRENDE}.yaml"
    kör(tmp_path, "formatera")
    text = fil.read_text(encoding="utf-8")
    ny = text.replace("\n", "   \n", 1) if slag == "blanksteg_radslut" else unicodedata.normalize("NFD", text)
    fil.write_text(ny, encoding="utf-8")
    svar = kör(tmp_path, "formatera", "--kontrollera")
    assert (svar.kod, svar.ut) == (1, f"data/{ÄRENDE}.yaml\n")
    kör(tmp_path, "formatera")
    assert fil.read_text(encoding="utf-8") == text


def test_inget_sägs_om_tusen_rena_poster(tmp_path, monkeypatch):
    poster = korpus(1000)
    assert len(poster) >= 1000
    skriv_poster(tmp_path, poster)
    monkeypatch.setattr("tests.cli.kontrollkor.IDAG", sista_dagen(poster))
    svar = kör(tmp_path, "kontrollera")
    assert (svar.kod, svar.ut) == (0, "")
    assert f"{len(poster)} poster: 0 fel" in svar.fel
