"""E-fakturor som utkast: UBL 2.1 efter Peppol BIS Billing 3, en fil per faktura i ett arkiv. gns skickar dem inte."""

from collections.abc import Sequence
from xml.etree import ElementTree as ET

from gns.dokument.fakturaunderlag import FakturaunderlagVy, FakturaVy, PartVy, filnamn
from gns.fordelning.moms import KATEGORIER, Momsgrupp
from gns.render.ziparkiv import skriv_arkiv

_SCHEMA = "urn:oasis:names:specification:ubl:schema:xsd:"
_CBC, _CAC = f"{_SCHEMA}CommonBasicComponents-2", f"{_SCHEMA}CommonAggregateComponents-2"
_ANPASSNING = "urn:cen.eu:en16931:2017#compliant#urn:fdc:peppol.eu:2017:poacc:billing:3.0"
_PROFIL = "urn:fdc:peppol.eu:2017:poacc:billing:01:1.0"
_ORGNR = "0007"  # organisationsnummer i Peppols lista
_STYCK = "C62"


def skriv_ubl(vy: FakturaunderlagVy) -> bytes:
    """Arkivet med fakturorna, var och en i en fil efter sitt nummer; samma vy ger samma byte.

    Värdorganisationens egen del bokförs internt och blir ingen faktura.
    """
    return skriv_arkiv((f"{filnamn(f.nr or '')}.xml", skriv_faktura(vy.säljare, f)) for f in vy.externa())


def skriv_faktura(säljare: PartVy, f: FakturaVy) -> bytes:
    """En faktura, eller en kreditfaktura när parten ska få pengar."""
    kredit = f.belopp_öre < 0
    slag, tecken = ("CreditNote", -1) if kredit else ("Invoice", 1)
    rot = ET.Element(slag, {"xmlns": f"{_SCHEMA}{slag}-2", "xmlns:cac": _CAC, "xmlns:cbc": _CBC})
    _huvud(rot, f, kredit=kredit)
    grupper = f.moms or ()
    utanför = any(g.kategori == "O" for g in grupper)
    _part(rot, "AccountingSupplierParty", säljare, momsnummer=not utanför)
    _part(rot, "AccountingCustomerParty", f.part, momsnummer=False)
    _summor(rot, f, grupper, tecken)
    for nr, r in enumerate(f.rader, 1):
        _rad(rot, nr, (slag, tecken * r.belopp_öre, r.vad, r.kontering["moms"] or ""))
    ET.indent(rot)
    return b'<?xml version="1.0" encoding="UTF-8"?>\n' + ET.tostring(rot, encoding="unicode").encode() + b"\n"


def _huvud(rot: ET.Element, f: FakturaVy, *, kredit: bool) -> None:
    _bas(rot, "CustomizationID", _ANPASSNING)
    _bas(rot, "ProfileID", _PROFIL)
    _bas(rot, "ID", f.nr or "")
    _bas(rot, "IssueDate", f.datum or "")
    if f.förfaller and not kredit:
        _bas(rot, "DueDate", f.förfaller)
    _bas(rot, "CreditNoteTypeCode" if kredit else "InvoiceTypeCode", "381" if kredit else "380")
    _bas(rot, "DocumentCurrencyCode", "SEK")
    _bas(rot, "BuyerReference", f.part.köparreferens or "")


def _part(rot: ET.Element, roll: str, p: PartVy, *, momsnummer: bool) -> None:
    part = _inre(_inre(rot, roll), "Party")
    nummer = p.orgnr.replace("-", "")
    _bas(part, "EndpointID", nummer, schemeID=_ORGNR)
    _bas(_inre(part, "PartyName"), "Name", p.namn)
    _bas(_inre(_inre(part, "PostalAddress"), "Country"), "IdentificationCode", "SE")
    if momsnummer:
        skatt = _inre(part, "PartyTaxScheme")
        _bas(skatt, "CompanyID", f"SE{nummer}01")
        _bas(_inre(skatt, "TaxScheme"), "ID", "VAT")
    juridisk = _inre(part, "PartyLegalEntity")
    _bas(juridisk, "RegistrationName", p.namn)
    _bas(juridisk, "CompanyID", nummer, schemeID=_ORGNR)


def _summor(rot: ET.Element, f: FakturaVy, grupper: Sequence[Momsgrupp], tecken: int) -> None:
    moms = _inre(rot, "TaxTotal")
    _belopp(moms, "TaxAmount", tecken * sum(g.moms_öre for g in grupper))
    for g in grupper:
        del_ = _inre(moms, "TaxSubtotal")
        _belopp(del_, "TaxableAmount", tecken * g.underlag_öre)
        _belopp(del_, "TaxAmount", tecken * g.moms_öre)
        _kategori(_inre(del_, "TaxCategory"), g.slag, g.skäl)
    total = _inre(rot, "LegalMonetaryTotal")
    netto, brutto = tecken * f.belopp_öre, tecken * (f.att_betala_öre or 0)
    _belopp(total, "LineExtensionAmount", netto)
    _belopp(total, "TaxExclusiveAmount", netto)
    _belopp(total, "TaxInclusiveAmount", brutto)
    _belopp(total, "PayableAmount", brutto)


def _rad(rot: ET.Element, nr: int, rad: tuple[str, int, str, str]) -> None:
    slag, öre, vad, moms = rad
    ett = _inre(rot, f"{slag}Line")
    _bas(ett, "ID", str(nr))
    antal = "-1" if öre < 0 else "1"  # priset är aldrig negativt (BR-27)
    _bas(ett, "CreditedQuantity" if slag == "CreditNote" else "InvoicedQuantity", antal, unitCode=_STYCK)
    _belopp(ett, "LineExtensionAmount", öre)
    sak = _inre(ett, "Item")
    _bas(sak, "Name", vad)
    _kategori(_inre(sak, "ClassifiedTaxCategory"), moms, None)
    _belopp(_inre(ett, "Price"), "PriceAmount", abs(öre))


def _kategori(rot: ET.Element, slag: str, skäl: str | None) -> None:
    kategori, procent = KATEGORIER[slag]
    _bas(rot, "ID", kategori)
    if procent is not None:
        _bas(rot, "Percent", str(procent))
    if skäl and kategori in "OE":
        _bas(rot, "TaxExemptionReason", skäl)
    _bas(_inre(rot, "TaxScheme"), "ID", "VAT")


def _inre(rot: ET.Element, namn: str) -> ET.Element:
    return ET.SubElement(rot, f"cac:{namn}")


def _bas(rot: ET.Element, namn: str, text: str, **attribut: str) -> None:
    ET.SubElement(rot, f"cbc:{namn}", attribut).text = text


def _belopp(rot: ET.Element, namn: str, öre: int) -> None:
    _bas(rot, namn, f"{'-' if öre < 0 else ''}{abs(öre) // 100}.{abs(öre) % 100:02}", currencyID="SEK")
