"""Ett litet arkiv för registren: två möten, tre ärenden, en remiss, ett uppdrag och delegationsbeslut."""

from pathlib import Path

POSTER = {
    "namnd.yaml": """
namn: Gemensam nämnd
prefix: GNS
värdorganisation: region
parter:
  - id: region
    namn: Regionen
    orgnr: 232100-0214
  - id: are
    namn: Åre kommun
    orgnr: 212000-2494
  - id: berg
    namn: Bergs kommun
    orgnr: 212000-2502
platser:
  - person: Eva Ek
    parti: S
    part: region
    som: ledamot
    roll: ordförande
  - person: Ulf Uv
    parti: M
    part: are
    som: ledamot
    till: 2020-08-31
  - person: Ada Ask
    part: berg
    som: ledamot
    från: 2020-09-01
  - person: Bo By
    part: are
    som: ersättare
reglementen:
  - antal_ledamöter: 3
""",
    "moten/2020-05-04.yaml": """
plats: Salen
närvaro:
  - namn: Eva Ek
    som: ledamot
    roll: ordförande
  - namn: Ulf Uv
    som: ledamot
  - namn: Bo By
    som: ersättare
  - namn: Li Lo
    som: övrig
    roll: sekreterare
händelser:
  - typ: tjänstgör
    namn: Bo By
    paragraf: 2
    ersätter: Ulf Uv
  - typ: jäv
    namn: Ulf Uv
    paragraf: 2
justering:
  justerare:
    - Ulf Uv
  justerat: 2020-05-08
paragrafer:
  - nr: 1
    rubrik: Avtal
    dnr: GNS/1/2020
    beslut:
      - |
        Chefen och ekonomen får i uppdrag att se över avtalet.
      - |
        Ärendet bordläggs.
    innebär:
      - id: a
        typ: ger uppdrag
        till:
          - chefen
          - ekonomen
        uppdrag: se över avtalet
        senast: 2020-08-01
        delbeslut: 1
      - id: b
        typ: bordlägger
        till_möte: 2020-09-07
        delbeslut: 2
  - nr: 2
    rubrik: Remiss om drift
    dnr: GNS/2/2020
    sammanfattning: |
      Nämnden behandlade frågan 29 maj 2019 § 14, och den rör GNS/1/2020.
    beslut:
      - |
        Svaren godkänns:

        - driften
        - avtalet

        Ärendet avslutas.
    innebär:
      - id: a
        typ: avslutar ärende
        dnr: GNS/2/2020
""",
    "moten/2020-09-07.yaml": """
plats: Salen
närvaro:
  - namn: Eva Ek
    som: ledamot
    roll: ordförande
  - namn: Ada Ask
    som: ledamot
  - namn: Rut Ro
    som: ledamot
    part: are
justering:
  justerare:
    - Ada Ask
anmälningsärenden:
  - delegationsbeslut: 2020-1
paragrafer:
  - nr: 3
    rubrik: Avtal
    dnr: GNS/1/2020
    beslut:
      - |
        Redovisningen läggs till handlingarna.
    innebär:
      - id: a
        typ: återtar uppdrag
        till: ekonomen
        uppdrag: 2020-05-04 § 1 a
      - id: b
        typ: redovisar uppdrag
        till: chefen
        uppdrag: 2020-05-04 § 1 a
  - nr: 4
    rubrik: Gammalt uppdrag
    beslut:
      - |
        Uppdraget återtas.
    innebär:
      - id: a
        typ: återtar uppdrag
        till: e-strategen
        uppdrag: 2019-06-03
""",
    "delegation/2020.yaml": """
beslut:
  - nr: 1
    datum: 2020-04-01
    rubrik: =Hyra av lokal
    dnr: GNS/1/2020
    delegat: chefen
  - nr: 2
    datum: 2020-04-15
    rubrik: Anställning
    delegat: chefen
  - nr: 3
    datum: 2020-05-20
    rubrik: Inköp
    delegat: Eva Ek
    brådskande: ja
  - nr: 4
    datum: 2020-12-01
    rubrik: Utbildning
    delegat: chefen
""",
    "arenden/2020/GNS-1-2020.yaml": """
rubrik: Avtal
registrerat: 2020-01-15
handlingar:
  - titel: Avtalet
    slag: avtal
    datum: 2020-01-10
    från: Leverantören
""",
    "arenden/2020/GNS-2-2020.yaml": """
rubrik: Remiss om drift
remiss:
  sänd: 2020-02-01
  svar_senast: 2020-04-01
  mottagare:
    - region
    - are
    - berg
  svar:
    - part: are
      svar: godkänner
      datum: 2020-03-01
    - part: berg
      svar: avstyrker
      datum: 2020-04-10
""",
    "arenden/2020/GNS-3-2020.yaml": """
rubrik: Fråga från en kommun
avslutat:
  datum: 2020-06-01
  skäl: frågan återkallades
""",
}


def lägg_upp(mapp: Path, gammalt: str = "", nytt: str = "") -> Path:
    """Arkivet i mappen, med ett stycke text utbytt mot ett annat."""
    for namn, text in POSTER.items():
        fil = mapp / "data" / namn
        fil.parent.mkdir(parents=True, exist_ok=True)
        fil.write_text((text.replace(gammalt, nytt) if gammalt else text).lstrip("\n"), encoding="utf-8")
    return mapp
