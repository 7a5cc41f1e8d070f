"""Den riktiga yaml-language-server med ``gns schema``: kompletterar, förklarar och prövar posten på svenska."""

import json
import shutil
import subprocess
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.program.arenden import GNS, ROT
from tests.program.sprakserver import Språkserver

MÖTE = """\
plats: Salen
händelser:
  - typ: jäv
    namn: Björn Hammarberg
    paragraf: 19
paragrafer:
  - nr: 19
    rubrik: Budget
    beslut:
      - Avgiften är 45 kr.
    innebär:
      - id: a
        typ: fastställer
        avser: avgift
        budgetår: 2021
        belopp: 45 kr
"""


@pytest.fixture(scope="module")
def rot(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """En postmapp med scheman, med mellanslag och å i namnet."""
    mapp = tmp_path_factory.mktemp("redigerare") / "Vår nämnd"
    shutil.copytree(ROT / "data", mapp / "data")
    subprocess.run([GNS, "schema", "--ut", ".gns-schema"], cwd=mapp, check=True, capture_output=True)
    return mapp


def _vscode(rot: Path) -> dict[str, Any]:
    val = json.loads((rot / ".gns-schema" / "vscode.json").read_text(encoding="utf-8").split("\n", 1)[1])
    return {nyckel.removeprefix("yaml."): värde for nyckel, värde in val.items()}


def _helix(rot: Path) -> dict[str, Any]:
    val = tomllib.loads((rot / ".gns-schema" / "helix.toml").read_text(encoding="utf-8"))
    server: dict[str, Any] = val["language-server"]["yaml-language-server"]["config"]["yaml"]
    return server


@pytest.fixture(scope="module")
def server(rot: Path) -> Iterator[Språkserver]:
    """En server med inställningarna som VS Code får."""
    with Språkserver(rot, _vscode(rot)) as språkserver:
        yield språkserver


class Prov:
    """Ett möte öppet i redigeraren; ``¦`` i texten är markörens plats."""

    def __init__(self, server: Språkserver, rot: Path) -> None:
        self._server, self._fil = server, rot / "data" / "moten" / "2021-02-08.yaml"

    def fynd(self, text: str) -> list[tuple[int, str]]:
        """(rad, mening) för varje fynd; raden räknas från 1."""
        svar = self._server.öppna(self._fil, text.replace("¦", ""))
        self._server.stäng(self._fil)
        return [(f["range"]["start"]["line"] + 1, f["message"]) for f in svar]

    def förslag(self, text: str) -> dict[str, str]:
        """Förslagen vid markören och vad redigeraren säger om dem."""
        self._server.öppna(self._fil, text.replace("¦", ""))
        svar = self._server.komplettera(self._fil, *_markör(text))
        self._server.stäng(self._fil)
        return {namn: _text(post.get("documentation")) for namn, post in svar.items()}

    def om(self, text: str) -> str:
        """Förklaringen av det som markören står på."""
        self._server.öppna(self._fil, text.replace("¦", ""))
        svar = self._server.förklara(self._fil, *_markör(text))
        self._server.stäng(self._fil)
        return svar


def _markör(text: str) -> tuple[int, int]:
    före = text.partition("¦")[0]
    return före.count("\n"), len(före) - före.rfind("\n") - 1


def _text(dokumentation: Any) -> str:
    return str(dokumentation["value"] if isinstance(dokumentation, dict) else dokumentation)


@pytest.fixture
def möte(server: Språkserver, rot: Path) -> Prov:
    """Ett nytt möte i redigeraren."""
    return Prov(server, rot)


@pytest.mark.parametrize("redigerare", [_vscode, _helix])
def test_varje_riktig_post_är_utan_fynd(rot: Path, redigerare: Any) -> None:
    filer = sorted((rot / "data").rglob("*.yaml"))
    with Språkserver(rot, redigerare(rot)) as språkserver:
        assert {fil.name: f for fil in filer if (f := språkserver.öppna(fil, fil.read_text(encoding="utf-8")))} == {}
        prov = rot / "data" / "arenden" / "2020" / "GNS-99-2020.yaml"
        assert len(språkserver.öppna(prov, "rubirk: x\n")) == 1
    assert len(filer) > 10


def test_ett_riktigt_nytt_möte_är_utan_fynd(möte: Prov) -> None:
    assert möte.fynd(MÖTE) == []


def test_nycklarna_föreslås_med_svensk_förklaring(möte: Prov) -> None:
    förslag = möte.förslag("plats: Salen\n¦\n")
    assert {"start", "närvaro", "händelser", "justering", "paragrafer"} <= set(förslag)
    assert not {"datum", "plats"} & set(förslag)
    assert förslag["närvaro"] == "Uppropet, i den ordning det trycks."
    assert förslag["offentligt"].endswith("annars nej.")


def test_händelsernas_typer_föreslås_och_förklaras(möte: Prov) -> None:
    förslag = möte.förslag("plats: Salen\nhändelser:\n  - typ: ¦\n")
    alla = ["kommer", "går", "jäv", "jävsfråga", "på distans", "på plats", "tjänstgör", "leder"]
    assert list(förslag) == alla
    assert förslag["går"] == "Lämnar rummet."


def test_innebärs_typ_väljer_vilka_nycklar_som_föreslås(möte: Prov) -> None:
    typer = möte.förslag(MÖTE.replace("typ: fastställer", "typ: ¦"))
    assert len(typer) == 18
    assert typer["ger uppdrag"] == "Ger ett uppdrag."
    nycklar = möte.förslag(MÖTE.replace("        belopp: 45 kr\n", "        ¦\n"))
    assert {"belopp", "fördelningsnyckel", "härlett"} <= set(nycklar)
    assert not {"dagar", "personer", "rapport", "budgetår"} & set(nycklar)


def test_ja_och_nej_föreslås(möte: Prov) -> None:
    assert list(möte.förslag("plats: Salen\noffentligt: ¦\n")) == ["ja", "nej"]


@pytest.mark.parametrize(
    ("rad", "mening"),
    [
        ("pl¦ats: Salen", "Var mötet hölls, som det trycks."),
        ("  - ty¦p: jäv", "* `jäv`: Varken deltar eller är närvarande i § eller delbeslutet."),
        ("    para¦graf: 19", "§ från vilken det gäller"),
        ("        typ: fastst¦äller", "Fastställer ett belopp för ett budgetår."),
        ("        bel¦opp: 45 kr", "Hela beloppet för alla parter."),
    ],
)
def test_fältet_förklaras_på_svenska(möte: Prov, rad: str, mening: str) -> None:
    assert rad.replace("¦", "") in MÖTE
    assert mening in möte.om(MÖTE.replace(rad.replace("¦", ""), rad, 1))


@pytest.mark.parametrize(
    ("rätt", "fel", "rad", "mening"),
    [
        ("plats: Salen\n", "plats: Salen\nstarrt: 09:00\n", 2, "nycklarna här är slag"),
        ("plats: Salen\n", "plats: Salen\nstart: 9:00\n", 2, "skriv klockslaget som TT:MM"),
        ("plats: Salen\n", "plats:\n", 1, "skriv texten på en rad"),
        ("plats: Salen\n", "start: 09:00\n", 1, "plats måste finnas"),
        ("typ: jäv", "typ: jävig", 3, "skriv kommer, går, jäv,"),
        ("paragraf: 19", "paragraf: nitton", 5, "skriv talet med siffror"),
        ("    paragraf: 19\n", "    paragraf: 19\n    skal: x\n", 6, "nycklarna här är typ, namn"),
        ("belopp: 45 kr", "belopp: 45", 16, "skriv till exempel 457 200 kr"),
        ("belopp: 45 kr", "belopp: 45 kr\n        dagar: 3", 17, "nycklarna här är id, typ, avser"),
        ("budgetår: 2021", "budgetår: 2021-02-29", 15, "skriv året med fyra siffror"),
        ("typ: fastställer", "typ: fastställa", 13, "skriv fastställer, återbetalar"),
        ("rubrik: Budget", "rubrik: Budget\n    verkställt: 2021-02-29", 9, "skriv en dag som finns"),
        ("      - Avgiften är 45 kr.\n", "        Avgiften är 45 kr.\n", 10, "skriv en lista"),
    ],
)
def test_felet_sägs_på_sin_rad_på_svenska(möte: Prov, rätt: str, fel: str, rad: int, mening: str) -> None:
    fynd = möte.fynd(MÖTE.replace(rätt, fel, 1))
    ((var, sagt),) = fynd
    assert var == rad
    assert mening in sagt


def test_en_felstavad_nyckel_som_krävs_sägs_på_sin_rad_och_där_den_fattas(möte: Prov) -> None:
    fynd = möte.fynd(MÖTE.replace("    namn: Björn", "    nam: Björn"))
    assert [rad for rad, _ in fynd] == [3, 4]
    assert all("typ, namn och paragraf måste finnas" in mening for _, mening in fynd)


def test_en_rad_i_posten_räcker_utan_inställningar(rot: Path) -> None:
    with Språkserver(rot, {}) as språkserver:
        prov = Prov(språkserver, rot)
        assert prov.fynd("platts: Salen\n") == []
        ((rad, _),) = prov.fynd("# yaml-language-server: $schema=../../.gns-schema/mote.json\nplatts: Salen\n")
        assert rad == 2


def test_raden_är_en_kommentar_för_gns(rot: Path) -> None:
    fil = rot / "data" / "moten" / "2020-12-18.yaml"
    text = fil.read_text(encoding="utf-8")
    fil.write_text(f"# yaml-language-server: $schema=../../.gns-schema/mote.json\n{text}", encoding="utf-8")
    try:
        subprocess.run([GNS, "formatera", "--kontrollera"], cwd=rot, check=True, capture_output=True)
    finally:
        fil.write_text(text, encoding="utf-8")
