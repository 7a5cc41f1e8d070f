from dataclasses import dataclass
from datetime import date

import pytest

from gns.grund.block import Text, läs_text
from gns.grund.dnr import Dnr
from gns.render.vydata import enkla_data


@dataclass(frozen=True, slots=True)
class _Vy:
    dag: date
    dnr: Dnr
    text: Text
    rader: tuple[int, ...]
    ja: bool
    inget: None = None


def test_en_vy_blir_enkla_data() -> None:
    vy = _Vy(date(2020, 12, 18), Dnr(2020, 8, "GNS"), läs_text("a [^1]"), (1, 2), ja=True)
    assert enkla_data(vy) == {
        "dag": "2020-12-18",
        "dnr": "GNS/8/2020",
        "text": [{"typ": "stycke", "delar": [{"typ": "text", "text": "a "}, {"typ": "not", "märke": "1"}]}],
        "rader": [1, 2],
        "ja": True,
        "inget": None,
    }


def test_det_som_inte_är_data_är_ett_fel_i_gns() -> None:
    with pytest.raises(TypeError, match=r"float"):
        enkla_data(1.5)
