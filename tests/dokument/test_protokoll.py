"""Protokollet och utdraget visar allt som posten bär, och säger utkast så länge det är ett."""

import re
import shutil
from pathlib import Path

import pytest
import yaml

from tests.hjalp import docx_text, dokument, gns, pdf_text
from tests.matt import ord_i

FULLT = Path(__file__).parent / "arkiv"
MÖTE = FULLT / "data/moten/2024-03-01.yaml"

# Det som posten bär som data och inte trycks med egna ord: vad beslutet innebär, och val som mallen gör till egna ord.
DATA = {
    "avgjord_genom", "delbeslut", "deltar", "extra", "finner", "form", "id", "innebär", "ja_betyder", "kontraproposition",
    "lottad", "nej_betyder", "part", "paragraf", "slag", "som", "ställs", "typ", "vad", "återtaget",
    "när", "anmäld",
}  # fmt: skip


def _text(format: str, *argument: str) -> str:
    data = dokument(*(argument or ("protokoll", "2024-03-01")), "--format", format, cwd=FULLT)
    return {"pdf": pdf_text, "docx": docx_text}.get(format, bytes.decode)(data)


def _löv(värde: object) -> list[str]:
    if isinstance(värde, dict):
        return [löv for nyckel, v in värde.items() if nyckel not in DATA for löv in _löv(v)]
    if isinstance(värde, list):
        return [löv for v in värde for löv in _löv(v)]
    return [str(värde)]


@pytest.mark.parametrize("format", ["text", "md", "html", "pdf", "docx"])
def test_allt_som_står_i_posten_trycks(format):
    post = yaml.load(MÖTE.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
    tryckt = " ".join(ord_i(_text(format)))
    for löv in _löv(post):
        for rad in löv.splitlines():
            utan_form = re.sub(r"\[\^1\]:?|^- ", "", rad)
            ord_ = " ".join(ord_i(utan_form))
            # Html-taggen i rubriken är text; ord_i tar bort den, så den prövas för sig nedan.
            assert ord_ in tryckt, löv


def test_text_ur_posten_blir_aldrig_märkspråk():
    html = _text("html")
    assert "&lt;b&gt;inte fet&lt;/b&gt; &amp; annat" in html
    assert "<b>" not in html
    assert r"\<b>inte fet\</b>" in _text("md")
    assert "Avtal om *drift* <b>inte fet</b> & annat" in _text("text")
    assert "<b>inte fet</b> & annat" in _text("docx")
    assert "<b>inte fet</b> & annat" in " ".join(_text("pdf").split())


def test_den_som_yrkar_står_med_också_när_texten_inte_säger_vem():
    text = _text("md")
    assert (
        "Gun Gren yrkar under förslagspunkt 2 följande tillägg (yrkandet återtas):\n\nUppföljningen görs före sommaren."
        in text
    )
    assert (
        "Tjänstgörande ersättaren Dan Dahl och Gun Gren yrkar under förslagspunkt 1 avslag på förslaget till beslut."
        in text
    )


def test_den_som_går_eller_är_jävig_får_sina_paragrafer_på_omslaget_och_i_utdraget():
    text = _text("md")
    assert "Bo Berg (X) (Södra kommunen), §§ 1, 3–5, på distans § 1" in text
    assert "Gun Gren lämnar mötet från delbeslut 2 kl. 14:50: tåg att passa." in text
    utdrag = _text("md", "utdrag", "2024-03-01", "2")
    deltog = utdrag[: utdrag.index("## § 2")]
    assert "Ada Alm" in deltog
    assert "Bo Berg" not in deltog


def test_röster_räknas_ihop_och_utslagsröst_sägs():
    text = _text("md")
    assert "1 ja och 1 nej, 1 avstår. Nämnden beslutar med ordförandens utslagsröst att bifalla förslaget" in text


def test_den_som_leder_en_del_av_paragrafen_är_ordförande_bara_där():
    text = _text("md")
    assert "Ordföranden Ada Alm (Norra kommunen) och" not in text
    assert "Ada Alm (Norra kommunen) och tjänstgörande ersättaren Dan Dahl (Södra kommunen) röstar Ja (2)." in text
    assert "Ordföranden Bo Berg (X) (Södra kommunen) röstar Nej (1)." in text
    assert "Ordförande, §§ 1–3, § 4 delbeslut 1 " in text
    assert "Ordförande, § 5, § 4 delbeslut 2 " in text
    assert "Bo Berg leder mötet under denna paragraf." in text


def test_lottning_och_slutna_röster_trycks_utan_namn():
    text = _text("md")
    assert "1 röst på Ada Alm och 1 på Bo Berg, 1 blank. Nämnden beslutar genom lottning att utse Bo Berg." in text
    assert "Omröstningen är sluten." in text
    assert "Tjänstgörande ersättaren Dan Dahl yrkar att Ada Alm utses." in text
    assert "finner att Ada Alm utsetts." in text


def test_den_som_inte_deltog_i_ett_delbeslut_har_det_på_omslaget():
    text = _text("md")
    assert "Dan Dahl (Södra kommunen) ersätter Cilla Carlén, ej § 4 delbeslut 1" in text
    assert "Gun Gren (Norra kommunen), §§ 1–2, ej § 2 delbeslut 2" in text


def test_kontraproposition_återremiss_och_jävsfråga_sägs_med_ord():
    text = _text("md")
    assert "finner att yrkandet från Bo Berg (X) antagits som motförslag." in text
    assert "finner att ärendet ska avgöras idag." in text
    assert "avgörs före ärendet, i delbeslut 1 kl. 14:55: inte jävig (granne med fastigheten)." in text
    assert "Ärendet utgår på förslag av Ada Alm: det är inte färdigberett." in text


def test_det_anmälda_delegationsbeslutet_hämtas_ur_sin_post():
    väntat = "Inköp av bänkar (PROV/3/2024): delegationsbeslut 2024-2, punkt 3.1, fattat 2024-02-10 av Chefen"
    assert väntat in _text("md")


def test_anslag_för_en_omedelbart_justerad_paragraf_säger_bara_det(tmp_path):
    shutil.copytree(FULLT / "data", tmp_path / "data")
    (tmp_path / "data/anslag").mkdir(exist_ok=True)
    (tmp_path / "data/anslag/2024-03-01.yaml").write_text(
        "anslag:\n  - part: soder\n    paragrafer:\n      - 1\n    uppsatt: 2024-03-02\n    adress: Torget 1\n",
        encoding="utf-8",
    )
    text = dokument("protokoll", "2024-03-01", "--format", "md", cwd=tmp_path).decode()
    assert "§ 1 är omedelbart justerad. Justeringen har tillkännagivits genom anslag." in text
    assert "**Anslagstavla:** Södra kommunen, Torget 1" in text
    assert "Protokollet är justerat" not in text


def test_justeringsdagen_trycks_när_den_är_känd(tmp_path):
    shutil.copytree(FULLT / "data", tmp_path / "data")
    fil = tmp_path / "data/moten/2024-03-01.yaml"
    fil.write_text(
        fil.read_text(encoding="utf-8").replace(
            "    datum: 2024-03-08\n", "    datum: 2024-03-08\n  justerat: 2024-03-09\n"
        ),
        encoding="utf-8",
    )
    text = dokument("protokoll", "2024-03-01", "--format", "md", cwd=tmp_path).decode()
    assert "**Protokollet justerat:** 2024-03-09" in text
    assert "UTKAST" not in text


def test_anmälningsärenden_trycks_i_den_paragraf_som_redovisar_dem(tmp_path):
    shutil.copytree(FULLT / "data", tmp_path / "data")
    fil = tmp_path / "data/moten/2024-03-01.yaml"
    text = fil.read_text(encoding="utf-8")
    fil.write_text(
        text.replace("    rubrik: Val av justerare\n", "    rubrik: Anmälningar\n    anmälningar: ja\n"),
        encoding="utf-8",
    )
    text = dokument("protokoll", "2024-03-01", "--format", "md", cwd=tmp_path).decode()
    assert text.count("Inköp av bänkar") == 1
    assert text.index("## § 1 Anmälningar") < text.index("Inköp av bänkar") < text.index("## § 2 ")


def test_ingen_som_yrkar_eller_reserverar_sig_tappas_när_texten_nämner_någon_annan(tmp_path):
    shutil.copytree(FULLT / "data", tmp_path / "data")
    fil = tmp_path / "data/moten/2024-03-01.yaml"
    text = fil.read_text(encoding="utf-8")
    text = text.replace("          Avtalet är för dyrt.\n", "          Ada Alm yrkar på ett för dyrt avtal.\n")
    fil.write_text(
        text.replace("          Huset rivs.\n", "          Man yrkar att Gun Gren river huset.\n"), encoding="utf-8"
    )
    text = dokument("protokoll", "2024-03-01", "--format", "md", cwd=tmp_path).decode()
    assert "Dan Dahl reserverar sig mot beslutet:\n\nAda Alm yrkar på ett för dyrt avtal." in text
    assert "Dan Dahl yrkar följande ändring:\n\nMan yrkar att Gun Gren river huset." in text


def test_anmälningsärenden_trycks_också_utan_paragrafer(tmp_path):
    shutil.copytree(FULLT / "data", tmp_path / "data")
    (tmp_path / "data/moten/2024-03-01.yaml").write_text(
        "plats: Salen\nanmälningsärenden:\n  - rubrik: Dom om avgifter\n", encoding="utf-8"
    )
    assert "Dom om avgifter" in dokument("protokoll", "2024-03-01", "--format", "md", cwd=tmp_path).decode()


@pytest.mark.parametrize("format", ["text", "md", "html", "pdf", "docx"])
def test_utkast_står_på_det_som_inte_är_justerat(format):
    assert "UTKAST – EJ JUSTERAT" in _text(format)


def test_utkast_står_på_varje_sida_i_pdf():
    import io

    from pypdf import PdfReader

    data = dokument("protokoll", "2024-03-01", "--format", "pdf", cwd=FULLT)
    sidor = [s.extract_text() for s in PdfReader(io.BytesIO(data)).pages]
    assert len(sidor) > 2
    assert all("UTKAST – EJ JUSTERAT" in s for s in sidor)
    justerat = dokument("protokoll", "2020-12-18", "--format", "pdf")
    assert "UTKAST" not in pdf_text(justerat)


def test_bara_den_omedelbart_justerade_paragrafen_sägs_justerad():
    text = _text("md")
    assert text.count("är omedelbart justerad 2024-03-01") == 1
    assert "Paragrafen är justerad" not in text
    assert "UTKAST" not in _text("md", "utdrag", "2024-03-01", "1")
    assert "UTKAST" in _text("md", "utdrag", "2024-03-01", "2")


def test_underrubriker_bara_där_det_finns_något():
    text = _text("md")
    första = text[text.index("## § 1 ") : text.index("## § 2 ")]
    assert re.findall(r"^### (.*)", första, re.MULTILINE) == ["Beslut"]


def test_utdraget_står_för_sig_självt():
    text = _text("md", "utdrag", "2024-03-01", "2")
    for ord_ in (
        "Gemensam nämnd för prov",
        "2024-03-01",
        "Stora salen",
        "Ada Alm",
        "ersätter Cilla Carlén",
        "Avtalet förlängs",
    ):
        assert ord_ in text
    assert "Val av justerare" not in text


def test_omfattning_räknas_ut(tmp_path):
    shutil.copytree(FULLT / "data", tmp_path / "data")
    fil = tmp_path / "data/moten/2024-03-01.yaml"
    text = fil.read_text(encoding="utf-8")
    text = text.replace("  - nr: 2\n", "  - nr: 8\n").replace("paragraf: 2\n", "paragraf: 8\n")
    fil.write_text(text, encoding="utf-8")
    assert (
        "**Protokollet omfattar:** §§ 1, 3–5, 8"
        in dokument("protokoll", "2024-03-01", "--format", "md", cwd=tmp_path).decode()
    )


@pytest.mark.parametrize("format", ["text", "md", "html", "pdf", "docx"])
def test_två_körningar_ger_samma_byte(format):
    argument = ("protokoll", "2024-03-01", "--format", format)
    ett = dokument(*argument, cwd=FULLT, TZ="Pacific/Auckland", LC_ALL="C", PYTHONHASHSEED="1")
    två = dokument(*argument, cwd=FULLT, TZ="America/Adak", LC_ALL="C.UTF-8", PYTHONHASHSEED="2")
    assert ett == två


def test_varje_paragraf_i_det_riktiga_protokollet_går_att_få_som_utdrag():
    for nr in range(17, 27):
        svar = gns("utdrag", "2020-12-18", str(nr), "--format", "md")
        assert svar.returncode == 0
        assert f"## § {nr} " in svar.stdout.decode()
