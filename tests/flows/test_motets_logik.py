"""Ett möte där det mesta har gått fel: allt sägs i en körning, med plats och vad man gör."""

from pathlib import Path

from tests.hjalp import gns

ARKIV = Path(__file__).parent / "motets_logik"
MÖTE = ARKIV / "data/moten/2021-03-28.yaml"

# (vad raden i posten har, vad felet säger)
VÄNTAT = [
    ("  - typ: går", "Siv går i § 2 men kommer först i § 5"),
    ("ersätter: Eva", "Fia och Gun ersätter båda Eva"),
    ("  - typ: går", "Cia går i § 6 men har redan gått"),
    ("till: 03:30", "ajourneringen slutar innan den börjar"),
    ("från: 02:30", "klockan 02:30 finns inte den 2021-03-28, då sommartiden börjar"),
    ("ja_betyder: förslaget", "rösterna är lika, 2 mot 2, men det står inte hur det avgjordes"),
    ("ja: [Ada, Bo, Cia]", "Bo är jävig i § 1 och får inte rösta"),
    ("nej: [Cia, Dan, Fia]", "Cia står två gånger i omröstningen"),
    ("nej: [Cia, Dan, Fia]", "Dan var inte närvarande i § 1 och får inte rösta"),
    ("ja: 4", "4 ja står det, men 3 namn"),
    ("- av: Bo", "Bo är jävig och kan inte reservera sig"),
    ("- |", "förslaget antogs men beslut 1 har en annan lydelse"),
    ("- |", "nämnden är beslutsför med fler än 2,5"),
]


def _utfall() -> list[str]:
    svar = gns("protokoll", "2021-03-28", cwd=ARKIV)
    text = svar.stderr.decode()
    assert (svar.returncode, svar.stdout) == (2, b"")
    assert "Traceback" not in text
    return text.splitlines()


def test_varje_fel_sägs_i_samma_körning_med_sin_rad_och_ett_råd():
    utfall = _utfall()
    rader = MÖTE.read_text(encoding="utf-8").splitlines()
    for i_posten, sägs in VÄNTAT:
        träffar = [(i, rad) for i, rad in enumerate(utfall) if sägs in rad]
        assert träffar, sägs
        assert any(i_posten in rader[int(rad.split(":")[1]) - 1] for _, rad in träffar), (i_posten, träffar)
        assert utfall[träffar[0][0] + 3].startswith("  råd: "), sägs


def test_inget_annat_sägs_vara_fel():
    fel = [rad for rad in _utfall() if ": fel: " in rad]
    assert [rad for rad in fel if not any(sägs in rad for _, sägs in VÄNTAT)] == []
