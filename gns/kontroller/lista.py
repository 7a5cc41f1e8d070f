"""Alla regler, i den ordning de visas. En ny regel är en fil i ``regler/`` och en rad här; ett id återanvänds aldrig."""

from importlib import import_module

from gns.kontroller.regel import Regel

REGLER = (
    "KL-6-27-beslutsfor",
    "KL-9-24-platser",
    "KL-6-21-presidium",
    "KL-5-66-tjanstgoring",
    "KL-6-17-ersattare",
    "KL-4-22-tjanstgorande",
    "PRAXIS-aterkomst",
    "KL-6-24-distans",
    "REG-kallelse",
    "KL-6-23-sammantradesplan",
    "KL-6-25-dorrar",
    "KL-6-26-ovriga",
    "PRAXIS-tider",
    "PRAXIS-namn",
    "KL-6-22-ordforande",
    "PRAXIS-vakanser",
    "PRAXIS-paragrafnummer",
    "KL-5-67-yrkanden",
    "KL-5-67-propositionsordning",
    "KL-5-67-beslut",
    "KL-5-67-deltagare",
    "KL-4-27-reservation",
    "PRAXIS-anteckningar",
    "PRAXIS-dnr",
    "PRAXIS-rubrik",
    "PRAXIS-stavning",
    "POST-hanvisning",
    "PRAXIS-artal",
    "PRAXIS-belopp",
    "PRAXIS-citat",
    "PRAXIS-fristaende",
    "PRAXIS-forslag",
    "PRAXIS-underlag",
    "PRAXIS-expediering",
    "KL-5-53-proposition",
    "KL-5-54-oppen",
    "KL-4-24-roster",
    "KL-5-55-majoritet",
    "KL-5-56-utslagsrost",
    "KL-4-26-avstar",
    "PRAXIS-kontraproposition",
    "PRAXIS-rosternas-betydelse",
    "PRAXIS-ordning",
    "KL-6-33-bordlaggning",
    "KL-6-30-jav-narvaro",
    "KL-6-28-javsgrund",
    "KL-6-30-javsfraga",
    "KL-5-69-justering",
    "KL-8-12-anslag",
    "KL-9-32-alla-anslag",
    "KL-13-5-overklagande",
    "KL-13-5-nedtagning",
    "KL-8-12-anslagets-innehall",
    "PRAXIS-omedelbar",
    "KL-13-14-verkstallighet",
    "KL-13-2-overklagbarhet",
    "KL-5-69-underskrift",
    "PRAXIS-justerare",
    "KL-9-22-overenskommelse",
    "KL-9-25-arvode",
    "KL-9-26-samrad",
    "KL-9-34-ansvarsfrihet",
    "KL-9-30-delegat",
    "KL-9-27-upplysningar",
    "KL-13-10-part-i-domstol",
    "PRAXIS-livscykel",
    "KL-6-38-delegationsforbud",
    "KL-6-39-anmalan",
    "KL-6-40-protokollforing",
    "OSL-5-1-registrering",
    "OSL-sekretess",
    "GDPR-personnummer",
    "DOS-10-tillganglighet",
    "PRAXIS-gallring",
    "PRAXIS-klarsprak",
    "EKONOMI-summor",
    "EKONOMI-resultat",
    "EKONOMI-procent",
    "EKONOMI-delar",
    "EKONOMI-nyckelunderlag",
    "EKONOMI-nyckelvarden",
    "EKONOMI-deltagande",
    "EKONOMI-jamforelse",
    "EKONOMI-forskott",
    "EKONOMI-majuppdatering",
    "EKONOMI-nytta",
    "EKONOMI-tabeller",
    "EKONOMI-initiativbeslut",
    "EKONOMI-aterbetalning",
    "EKONOMI-las",
    "EKONOMI-balans",
    "EKONOMI-saldo",
    "EKONOMI-vilande",
    "EKONOMI-reservering",
    "EKONOMI-utfall",
    "EKONOMI-fakturor",
    "EKONOMI-betalningar",
    "EKONOMI-partstid",
    "EKONOMI-kop",
    "PRAXIS-aktiviteter",
    "KL-6-6-mal",
    "KL-6-6-internkontroll",
    "PRAXIS-sammantraden",
    "PRAXIS-resultatrapport",
    "KL-11-20-bokslut",
    "PRAXIS-remiss",
    "PRAXIS-revision",
    "POST-uppdrag-agare",
    "POST-avslutat-arende",
    "POST-tillstand",
    "POST-lasbar",
    "POST-samband",
)


def regel(id: str) -> Regel:
    """Regeln med sitt id; ModuleNotFoundError när den inte finns."""
    hittad: Regel = import_module(_modul(id)).REGEL
    return hittad


def finns(id: str) -> bool:
    """Om det finns en regel med det id:t, skrivet precis så."""
    try:
        return regel(id).id == id
    except (ImportError, ValueError):
        return False


def alla_regler() -> tuple[Regel, ...]:
    """Alla regler."""
    return tuple(map(regel, REGLER))


def förklaring(id: str) -> str:
    """Regelns förklaring, ur dess docstring."""
    return import_module(_modul(id)).__doc__ or ""


def _modul(id: str) -> str:
    return f"gns.kontroller.regler.{id.lower().replace('-', '_')}"
