"""Ett rent arkiv där varje regel är uppfylld, att ändra i: varje fall är poster på disk, prövade genom kommandot.

``Arkiv.med(ändringar)`` skriver arkivet med ändringarna: ``{"moten/2024-03-04": {"justering.justerat": "2024-03-08"}}``
sätter ett värde, en siffra är plats i en lista från 0 (``paragrafer.0.beslut``), ``BORT`` tar bort nyckeln, och en hel
post läggs till med ``{"": {…}}`` eller tas bort med ``{"": BORT}``.
"""

import contextlib
import copy
import datetime as dt
import io
import json
from pathlib import Path
from typing import Any

from gns.cli import val
from gns.cli.huvud import main

BORT = object()
IDAG = dt.date(2024, 6, 3)
Ändringar = dict[str, dict[str, Any]]

PARTER = [
    ("region", "Region Ett", "232100-0214"),
    ("are", "Åre kommun", "212000-2494"),
    ("berg", "Bergs kommun", "212000-2502"),
]
LEDAMÖTER = [("Eva Ek", "region", "S"), ("Ada Ask", "are", "C"), ("Ulf Uv", "berg", "M")]
ERSÄTTARE = [("Rut Ros", "region", "S"), ("Bo By", "are", "C"), ("Lo Lind", "berg", "M")]


def _nämnd() -> dict[str, Any]:
    parter = [
        {
            "id": id,
            "namn": namn,
            "orgnr": orgnr,
            "från": "2022-01-01",
            "överenskommelse": "2021-10-18 § 41",
            "reglemente": "2021-10-18 § 42",
        }
        for id, namn, orgnr in PARTER
    ]
    platser = [
        {"id": f"{part}-1", "person": namn, "parti": parti, "part": part, "som": "ledamot", "från": "2023-01-01"}
        for namn, part, parti in LEDAMÖTER
    ]
    platser[0]["roll"], platser[1]["roll"] = "ordförande", "vice ordförande"
    platser += [
        {"person": namn, "parti": parti, "part": part, "som": "ersättare", "från": "2023-01-01"}
        for namn, part, parti in ERSÄTTARE
    ]
    reglemente = {
        "från": "2022-01-01",
        "antal_ledamöter": "3",
        "antal_justerare": "1",
        "ersättarordning": ["egen part", "eget parti"],
        "ersättares_rätt": ["yttra sig"],
        "distans": {"tillåtet": "ja", "beslut": "regionfullmäktige 2021-10-18 § 43"},
        "offentliga_sammanträden": "nej",
        "ordförandes_ersättare": "den äldste, § 6 i reglementet",
        "anmälningsfrist": "60",
        "sammanträdesdagar": ["måndag"],
        "kallelsefrist": "7",
        "bokslut_senast": "01-31",
    }
    return {
        "namn": "Gemensam nämnd",
        "prefix": "GNS",
        "värdorganisation": "region",
        "bildad": "2022-01-01",
        "parter": parter,
        "platser": platser,
        "reglementen": [reglemente],
    }


def _närvaro() -> list[dict[str, Any]]:
    alla = [{"namn": namn, "som": "ledamot", "parti": parti, "part": part} for namn, part, parti in LEDAMÖTER]
    alla[0]["roll"], alla[1]["roll"] = "ordförande", "vice ordförande"
    return [*alla, {"namn": "Siv Sjö", "som": "övrig", "roll": "sekreterare"}]


def _utser(nr: int) -> dict[str, Any]:
    return {
        "nr": str(nr),
        "rubrik": "Val av justerare",
        "beslut": ["Ulf Uv utses att justera protokollet."],
        "innebär": [{"id": "a", "typ": "utser", "personer": "Ulf Uv", "till": "justerare"}],
    }


def _möte(justerat: str, paragrafer: list[dict[str, Any]], sänd: str, planerad: str) -> dict[str, Any]:
    return {
        "slag": "ordinarie",
        "kallelse_sänd": sänd,
        "plats": "Regionens hus",
        "form": "på plats",
        "start": "09:00",
        "slut": "10:30",
        "närvaro": _närvaro(),
        "justering": {
            "justerare": ["Ulf Uv"],
            "planerad": {"plats": "Regionens hus", "datum": planerad, "tid": "16:00"},
            "justerat": justerat,
            "underskrifter": [{"namn": namn, "datum": justerat} for namn in ("Eva Ek", "Ulf Uv", "Siv Sjö")],
        },
        "paragrafer": paragrafer,
    }


_SAMMANTRÄDEN: dict[str, Any] = {
    "nr": "2",
    "rubrik": "Sammanträden 2024",
    "dnr": "GNS/1/2023",
    "sammanfattning": "Nämnden beslutar varje år om sina sammanträden.\n",
    "förslag_till_beslut": ["Nämnden sammanträder 4 mars och 3 juni 2024.\n"],
    "beslut": ["Nämnden sammanträder 4 mars och 3 juni 2024.\n"],
    "innebär": [
        {
            "id": "a",
            "typ": "fastställer sammanträden",
            "år": "2024",
            "dagar": [{"datum": "2024-03-04"}, {"datum": "2024-06-03"}],
        }
    ],
    "överklagas": "ja",
    "expedieras_till": ["Nämndens parter"],
    "beslutsunderlag": ["Sammanträden 2024"],
}
_AVTAL: dict[str, Any] = {
    "nr": "2",
    "rubrik": "Avtal om drift",
    "dnr": "GNS/1/2024",
    "sammanfattning": "Driftens avtal löper ut vid årsskiftet.\n",
    "förslag_till_beslut": ["Nämnden förlänger avtalet om drift med ett år.\n"],
    "yrkanden": [
        {"id": "hogre", "av": "Ulf Uv", "typ": "ändring", "lydelse": "Nämnden förlänger avtalet om drift med två år.\n"}
    ],
    "propositionsordning": [
        {
            "ställs": ["förslaget", "hogre"],
            "finner": "förslaget",
            "omröstning": {
                "begärd_av": "Ulf Uv",
                "ja_betyder": "förslaget",
                "nej_betyder": "hogre",
                "röster": {"ja": ["Eva Ek", "Ada Ask"], "nej": "Ulf Uv"},
            },
        }
    ],
    "beslut": ["Nämnden förlänger avtalet om drift med ett år.\n"],
    "reservationer": [{"av": "Ulf Uv", "till_förmån_för": "det egna yrkandet", "anmäld": "10:20"}],
    "expedieras_till": ["Driftchefen"],
    "beslutsunderlag": ["Avtal om drift"],
}
_UPPDRAG: dict[str, Any] = {
    "nr": "3",
    "rubrik": "Översyn av driften",
    "dnr": "GNS/2/2024",
    "förslag_till_beslut": ["Driftchefen får i uppdrag att se över driften.\n"],
    "beslut": ["Driftchefen får i uppdrag att se över driften.\n"],
    "innebär": [
        {"id": "a", "typ": "ger uppdrag", "till": "Driftchefen", "uppdrag": "se över driften", "senast": "2024-10-01"}
    ],
    "överklagas": "ja",
    "verkställt": "2024-04-03",
    "expedieras_till": ["Driftchefen"],
    "beslutsunderlag": ["Översyn av driften"],
}


def _ärende(rubrik: str, registrerat: str, förslag: str) -> dict[str, Any]:
    handling = {
        "titel": rubrik,
        "slag": "tjänsteskrivelse",
        "datum": registrerat,
        "från": "Kansliet",
        "registrerad": registrerat,
        "tillgänglig": "ja",
        "bevaras": "bevaras",
    }
    beredning = {"förslag_till_beslut": [förslag], "beslutsunderlag": [rubrik]}
    return {"rubrik": rubrik, "registrerat": registrerat, "handlingar": [handling], "beredning": beredning}


def _anslag(justerat: str, uppsatt: str, nedtaget: str) -> dict[str, Any]:
    return {
        "anslag": [
            {
                "part": part,
                "justerat": justerat,
                "uppsatt": uppsatt,
                "nedtaget": nedtaget,
                "förvaringsplats": "Regionens hus",
                "adress": "https://anslagstavla.example/",
                "undertecknat_av": "Siv Sjö",
            }
            for part, _, _ in PARTER
        ]
    }


def _nyckel(typ: str, **mer: Any) -> dict[str, Any]:
    """En nyckel med ett värde för var och en av de tre parterna."""
    värden = [{"part": part, "värde": str(100 * (i + 1))} for i, (part, _, _) in enumerate(PARTER)]
    källa = {"titel": "SCB", "hämtad": "2023-11-01", "godkänd_av": "Ekonomichefen"}
    return {"typ": typ, "enhet": "tkr", "källa": källa, "värden": värden, **mer}


def _nycklar(år: int) -> list[dict[str, Any]]:
    elever = _nyckel("elevantal", mätdag=f"{år - 2}-10-15")
    elever["värden"][0] = {"part": "region", "deltar": "nej"}
    ny = {
        "datum": f"{år}-05-06",
        "mätdag": f"{år - 1}-10-15",
        "källa": elever["källa"],
        "värden": copy.deepcopy(elever["värden"]),
    }
    omslutning = _nyckel("budgetomslutning", definition="verksamhetens kostnader", värdeår=str(år - 2))
    return [omslutning, elever | {"uppdatering": ny}]


def _styrning(år: int) -> dict[str, Any]:
    """Mål med en mätning, och ett kontrollmoment som är gjort."""
    return {
        "mål": [
            {
                "id": "svar",
                "mål": "Parterna får svar inom fem dagar",
                "indikatorer": [
                    {
                        "namn": "svarstid",
                        "enhet": "dagar",
                        "målvärde": "5",
                        "riktning": "högst",
                        "mätningar": [{"per": f"{år}-01-31", "värde": "4"}],
                    }
                ],
            }
        ],
        "internkontroll": {
            "moment": [
                {
                    "id": "belopp",
                    "risk": "ett belopp skrivs av fel",
                    "kontroll": "underlaget jämförs med besluten",
                    "ansvarig": "Ekonomen",
                    "senast": "2023-02-15",
                    "utfört": "2023-02-15",
                }
            ]
        },
    }


_BUDGET: dict[str, Any] = {
    **_styrning(2024),
    "samråd": [{"part": "are", "datum": "2023-10-02"}, {"part": "berg", "datum": "2023-10-02"}],
    "aktiviteter": [{"aktivitet": "Se över driften.\n", "ärenden": ["GNS/2/2024"]}],
    "budget": {
        "enhet": "kr",
        "källa": "budgeten för 2024",
        "grupper": [
            {"namn": "intäkter", "rader": [{"namn": "Bidrag", "belopp": "550 000 kr"}], "angiven_summa": "550 000 kr"},
            {
                "namn": "kostnader",
                "rader": [
                    {"id": "lon", "namn": "Lön", "belopp": "-500 000 kr"},
                    {"namn": "OH 10 %", "belopp": "-50 000 kr", "procent_av": ["lon"]},
                ],
            },
        ],
        "angivet_resultat": "0 kr",
    },
    "nycklar": [
        *_nycklar(2024),
        {
            "typ": "nytta",
            "andelar": [
                {"part": "are", "andel": "60 %", "motiv": "Åre har sex av tio användare.\n"},
                {"part": "berg", "andel": "40 %", "motiv": "Berg har fyra av tio användare.\n"},
            ],
            "beslut": "2024-03-04 § 2",
        },
    ],
    "initiativ": [
        {
            "id": "drift",
            "typ": "gemensamt",
            "namn": "Driften",
            "dnr": "GNS/2/2024",
            "beslut": "2024-03-04 § 3",
            "belopp": "90 000 kr",
            "fördelningsnyckel": "elevantal",
            "parter": [{"part": "are"}, {"part": "berg"}],
            "angivna_delar": [{"part": "are", "belopp": "36 000 kr"}, {"part": "berg", "belopp": "54 000 kr"}],
        }
    ],
}

REN: dict[str, dict[str, Any]] = {
    "namnd": _nämnd(),
    "moten/2023-12-04": _möte("2023-12-08", [_utser(1), _SAMMANTRÄDEN], "2023-11-20", "2023-12-08"),
    "moten/2024-03-04": _möte("2024-03-08", [_utser(1), _AVTAL, _UPPDRAG], "2024-02-19", "2024-03-08"),
    "anslag/2023-12-04": _anslag("2023-12-08", "2023-12-11", "2024-01-03"),
    "anslag/2024-03-04": _anslag("2024-03-08", "2024-03-11", "2024-04-03"),
    "arenden/2023/GNS-1-2023": _ärende("Sammanträden 2024", "2023-10-02", _SAMMANTRÄDEN["beslut"][0]),
    "arenden/2024/GNS-1-2024": _ärende("Avtal om drift", "2024-01-15", _AVTAL["beslut"][0]),
    "arenden/2024/GNS-2-2024": _ärende("Översyn av driften", "2024-01-22", _UPPDRAG["beslut"][0]),
    "budgetar/2023": {**_styrning(2023), "nycklar": _nycklar(2023)},
    "budgetar/2024": _BUDGET,
    "delegation/2024": {
        "beslut": [
            {
                "nr": "1",
                "datum": "2024-05-06",
                "rubrik": "Inköp av servrar",
                "dnr": "GNS/1/2024",
                "delegat": "Driftchefen",
                "part": "region",
                "slag": "verkställighet",
                "punkt": "3.1",
            }
        ]
    },
}


def skriv(mapp: Path, ändringar: Ändringar | None = None) -> Path:
    """Arkivet i ``mapp/data`` med ändringarna; ger mappen."""
    poster = copy.deepcopy(REN)
    for stam, ändring in (ändringar or {}).items():
        for väg, värde in ändring.items():
            _ändra(poster, stam, väg, värde)
    for stam, post in poster.items():
        fil = mapp / "data" / f"{stam}.yaml"
        fil.parent.mkdir(parents=True, exist_ok=True)
        fil.write_text(_yaml(post), encoding="utf-8")
    return mapp


def prova(
    mapp: Path, regel: str | None, ändringar: Ändringar | None = None, idag: dt.date = IDAG
) -> list[dict[str, Any]]:
    """Fynden ur ``gns kontrollera --regel ID --alla --format json`` på arkivet med ändringarna, som dagen är ``idag``."""
    skriv(mapp, ändringar)
    val_av_regel = ["--regel", regel] if regel else []
    ut, fel = _Ström(), _Ström()
    riktig = val.idag
    val.idag = lambda: idag
    try:
        with contextlib.redirect_stdout(ut), contextlib.redirect_stderr(fel):
            kod = main(["kontrollera", "--data", str(mapp), "--alla", "--format", "json", *val_av_regel])
    finally:
        val.idag = riktig
    text = ut.buffer.getvalue().decode()
    assert text, fel.buffer.getvalue().decode()
    data = json.loads(text)
    fynd: list[dict[str, Any]] = data["fynd"]
    obesvarade_fel = [f for f in fynd if f["svar"] == "bruten" and f["nivå"] == "fel" and not f["besvarat"]]
    oläsbara = [f for f in fynd if f["regel"] == "POST-lasbar"]
    assert oläsbara == [], oläsbara
    assert kod == (1 if obesvarade_fel else 0)
    return fynd


def sagt(
    mapp: Path, regel: str, ändringar: Ändringar | None = None, idag: dt.date = IDAG
) -> list[tuple[str, str, str]]:
    """(svar, fält, text) för varje fynd av regeln; tomt när regeln är uppfylld överallt."""
    return [(f["svar"], f["fält"], f["text"]) for f in prova(mapp, regel, ändringar, idag)]


class _Ström(io.TextIOWrapper):
    def __init__(self) -> None:
        super().__init__(io.BytesIO(), encoding="utf-8", write_through=True)

    @property
    def buffer(self) -> Any:
        return super().buffer


def _ändra(poster: dict[str, Any], stam: str, väg: str, värde: Any) -> None:
    if väg == "":
        if värde is BORT:
            del poster[stam]
        else:
            poster[stam] = copy.deepcopy(värde)
        return
    nu: Any = poster[stam]
    *före, sist = (_led(led) for led in väg.split("."))
    for led in före:
        nu = nu[led] if isinstance(nu, list) else nu.setdefault(led, {})
    if värde is BORT:
        del nu[sist]
    elif isinstance(nu, list) and sist == len(nu):
        nu.append(copy.deepcopy(värde))
    else:
        nu[sist] = copy.deepcopy(värde)


def _led(text: str) -> Any:
    return int(text) if text.isdigit() else text


def _yaml(värde: Any, indrag: str = "") -> str:
    """Värdet som en post skrivs: block för text med radslut, citattecken om allt annat."""
    if isinstance(värde, dict):
        return "".join(f"{indrag}{nyckel}:{_under(v, indrag)}" for nyckel, v in värde.items())
    return "".join(
        f"{indrag}- {_yaml(v, indrag + '  ').removeprefix(indrag + '  ')}"
        if isinstance(v, dict)
        else f"{indrag}-{_under(v, indrag)}"
        for v in värde
    )


def _under(värde: Any, indrag: str) -> str:
    if isinstance(värde, dict | list):
        return f"\n{_yaml(värde, indrag + '  ')}"
    if "\n" in värde:
        rader = "\n".join(f"{indrag}    {rad}" if rad else "" for rad in värde.rstrip("\n").split("\n"))
        return f" |\n{rader}\n"
    return f" {json.dumps(värde, ensure_ascii=False)}\n"
