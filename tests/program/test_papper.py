"""Pdf som poppler läser den, och docx som LibreOffice öppnar den."""

import re
import subprocess
from pathlib import Path

import pytest
import yaml

from tests.program.arenden import DATUM, MÖTETS, ROT, ÄRENDEN, Dokument
from tests.program.papper import OBRUTET, löpande, sidor, typsnitt, uppgifter

NÄMND = yaml.safe_load((ROT / "data" / "namnd.yaml").read_text(encoding="utf-8"))["namn"]
UTKAST = "UTKAST – EJ JUSTERAT"


@pytest.fixture(scope="session")
def docx_som_pdf(dokument: Dokument, tmp_path_factory: pytest.TempPathFactory) -> Dokument:
    """Ger dokumentets docx omvandlad till pdf av LibreOffice."""
    mapp = tmp_path_factory.mktemp("libreoffice")

    def gör(namn: str, _: str) -> Path:
        fil = mapp / f"{namn}.pdf"
        if not fil.exists():
            profil = f"-env:UserInstallation={(mapp / 'profil').as_uri()}"
            kommando = ["soffice", profil, "--headless", "--convert-to", "pdf", "--outdir", str(mapp)]
            subprocess.run([*kommando, str(dokument(namn, "docx"))], check=True, capture_output=True, timeout=180)
        return fil

    return gör


@pytest.fixture(params=["pdf", "docx"])
def som_pdf(request: pytest.FixtureRequest, dokument: Dokument, docx_som_pdf: Dokument) -> Dokument:
    """Dokumentet på papper, från vårt pdf-format eller från docx genom LibreOffice."""
    return dokument if request.param == "pdf" else docx_som_pdf


@pytest.mark.parametrize("namn", MÖTETS)
def test_sidhuvud_och_sidfot_på_varje_sida(som_pdf: Dokument, namn: str) -> None:
    alla = [löpande(sida) for sida in sidor(som_pdf(namn, "pdf"))]
    for nr, sida in enumerate(alla, 1):
        assert NÄMND.lower() in sida.lower(), nr
        assert DATUM in sida, nr
        assert ("Justerandes sign" in sida) == (namn != "utdrag"), nr
        assert re.search(rf"\b{nr} ?\({len(alla)}\)", sida), (nr, sida[-200:])
        assert (UTKAST in sida) == (namn == "utkast"), nr
    assert "Utdragsbestyrkande" in alla[-1]


def test_exempeldata_står_på_varje_sida(som_pdf: Dokument) -> None:
    alla = sidor(som_pdf("fordelning", "pdf"))
    assert len(alla) > 1
    assert all("EXEMPELDATA" in sida for sida in alla)


@pytest.mark.parametrize("namn", ["protokoll", "utkast"])
def test_varje_paragraf_har_sin_rubrik_på_en_ny_sida(som_pdf: Dokument, namn: str) -> None:
    möte = yaml.safe_load((ROT / "data" / "moten" / f"{DATUM}.yaml").read_text(encoding="utf-8"))
    alla = [löpande(sida) for sida in sidor(som_pdf(namn, "pdf"))]
    början = [next(i for i, sida in enumerate(alla) if _har_rubrik(sida, p)) for p in möte["paragrafer"]]
    assert len(set(början)) == len(möte["paragrafer"]) == 10
    assert början == sorted(början)


def _har_rubrik(sida: str, paragraf: dict[str, str]) -> bool:
    """Om sidan efter sidhuvudet börjar med paragrafens rubrik; ärendelistan har flera paragrafer på en sida."""
    flera = len(set(re.findall(r"§ (\d\d)\b", sida[:600]))) > 5
    return not flera and bool(re.search(rf"§ {paragraf['nr']}\b.*{re.escape(löpande(paragraf['rubrik']))}", sida[:700]))


@pytest.mark.parametrize("namn", ÄRENDEN)
def test_inget_belopp_och_ingen_paragraf_bryts_över_en_rad(som_pdf: Dokument, namn: str) -> None:
    assert [träff for sida in sidor(som_pdf(namn, "pdf")) for träff in OBRUTET.findall(sida)] == []


@pytest.mark.parametrize("namn", ÄRENDEN)
def test_pdf_är_taggad_med_titel_och_typsnitt(dokument: Dokument, namn: str) -> None:
    pdf = dokument(namn, "pdf")
    om = uppgifter(pdf)
    assert om["Tagged"] == "yes"
    assert om["Suspects"] == "no"
    assert om["JavaScript"] == "no"
    assert "595.2" in om["Page size"]
    assert om["Title"].endswith(NÄMND)
    assert typsnitt(pdf)
    assert all(inbäddat for _, inbäddat in typsnitt(pdf))
