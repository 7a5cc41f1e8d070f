"""Ett färdigt dokument till en fil."""

from pathlib import Path


def skriv_fil(path: Path, innehåll: bytes) -> None:
    """Skriver filen helt eller inte alls. Kastar Diskfel."""
    from gns.storage.skriv import skriv_atomiskt

    skriv_atomiskt(path, innehåll)
