"""Vyn som json: fältens namn är nycklar, pengar hela ören och tal som inte är hela bråk (”25/2”)."""

import json

from gns.render.vydata import enkla_data


def skriv_json(vy: object) -> bytes:
    """Vyn som UTF-8, en nyckel per rad."""
    return f"{json.dumps(enkla_data(vy), ensure_ascii=False, indent=2)}\n".encode()
