"""Operativsystemets fel på svenska."""

from errno import errorcode

_ORSAK = {
    "ENOSPC": "disken är full",
    "EDQUOT": "diskutrymmet du får använda är slut",
    "EFBIG": "filen blev större än systemet tillåter",
    "EROFS": "disken går bara att läsa",
    "EACCES": "rättighet saknas",
    "EPERM": "rättighet saknas",
    "EIO": "disken svarar med fel",
    "EEXIST": "något annat har redan det namnet",
    "ENOENT": "filen eller mappen finns inte",
    "ENOTDIR": "en del av sökvägen är ingen mapp",
    "EISDIR": "det är en mapp",
    "ENAMETOOLONG": "namnet är för långt",
    "ELOOP": "det är en länk",
    "EMFILE": "för många filer är öppna",
    "EBADF": "strömmen är stängd",
    "EPIPE": "mottagaren läser inte längre",
}


def orsak(fel: BaseException | None) -> str:
    """Varför disken sade nej, eller tomt när felet inte kommer från operativsystemet."""
    nummer = getattr(fel, "errno", None)
    return _ORSAK.get(errorcode.get(nummer, ""), f"systemfel {nummer}") if nummer else ""
