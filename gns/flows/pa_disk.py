"""En revisions filer i en egen tillfällig mapp, så att de kan läsas som ett arkiv."""

import os
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from gns.storage.arkiv import Arkiv

_LÄNGST = 255  # byte i ett namn


@contextmanager
def på_disk(filer: Mapping[str, bytes], data: str = "data") -> "Iterator[Arkiv]":
    """Filerna (sökväg från arkivets rot → innehåll) som ett arkiv med posterna i ``data``; mappen tas bort efteråt."""
    from gns.storage.arkiv import Arkiv

    with tempfile.TemporaryDirectory(prefix="gns-") as mapp:
        rot = Path(mapp).resolve()
        (rot / data).mkdir()
        for namn, innehåll in filer.items():
            if _ofarligt(namn):
                fil = rot / namn
                fil.parent.mkdir(parents=True, exist_ok=True)
                fil.write_bytes(innehåll)
        yield Arkiv(rot, rot / data)


def _ofarligt(namn: str) -> bool:
    """Om namnet stannar i mappen och ryms på en disk; ett träd i git kan ha vilka namn som helst."""
    delar = PurePosixPath(namn).parts
    return not namn.startswith("/") and ".." not in delar and all(len(os.fsencode(d)) <= _LÄNGST for d in delar)
