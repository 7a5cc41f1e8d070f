"""Arkiv (zip) med samma byte varje gång: fast ordning och fasta datum."""

from collections.abc import Iterable
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

_DAG = (2000, 1, 1, 0, 0, 0)
_FÖRST = "[Content_Types].xml"


def skriv_arkiv(filer: Iterable[tuple[str, bytes]]) -> bytes:
    """Filerna (namn, innehåll) i ett arkiv, sorterade och utan klockslag."""
    ut = BytesIO()
    with ZipFile(ut, "w") as arkiv:
        for namn, innehåll in sorted(filer, key=lambda f: (f[0] != _FÖRST, f[0])):
            uppgift = ZipInfo(namn, _DAG)
            uppgift.create_system = 0
            uppgift.compress_type = ZIP_DEFLATED
            arkiv.writestr(uppgift, innehåll)
    return ut.getvalue()


def ordna_arkiv(arkiv: bytes) -> bytes:
    """Samma filer i arkivet, sorterade och utan klockslag."""
    with ZipFile(BytesIO(arkiv)) as in_:
        return skriv_arkiv((namn, in_.read(namn)) for namn in in_.namelist())
