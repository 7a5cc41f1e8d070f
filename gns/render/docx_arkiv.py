"""Arkivet (zip) med samma byte varje gång: fast ordning och fasta datum."""

from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

_DAG = (2000, 1, 1, 0, 0, 0)
_FÖRST = "[Content_Types].xml"


def ordna_arkiv(arkiv: bytes) -> bytes:
    """Samma filer i arkivet, sorterade och utan klockslag."""
    ut = BytesIO()
    with ZipFile(BytesIO(arkiv)) as in_, ZipFile(ut, "w") as ny:
        for namn in sorted(in_.namelist(), key=lambda n: (n != _FÖRST, n)):
            uppgift = ZipInfo(namn, _DAG)
            uppgift.create_system = 0
            uppgift.compress_type = ZIP_DEFLATED
            ny.writestr(uppgift, in_.read(namn))
    return ut.getvalue()
