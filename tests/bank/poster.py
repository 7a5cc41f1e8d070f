"""Ett stort arkiv: repots poster och tusen till, kopior i gns egen form under andra namn."""

import datetime as dt
import shutil
from pathlib import Path


def gör_arkiv(förlaga: Path, mål: Path, antal: int = 1000) -> Path:
    """Kopierar ``förlaga/data`` till ``mål/data`` och lägger till ``antal`` poster, hälften ärenden och hälften möten."""
    shutil.copytree(förlaga / "data", mål / "data")
    ärende = next((förlaga / "data" / "arenden").rglob("*.yaml"))
    möte = next((förlaga / "data" / "moten").glob("*.yaml"))
    for nr in range(antal // 2):
        år = 1990 + nr // 50
        mapp = mål / "data" / "arenden" / str(år)
        mapp.mkdir(exist_ok=True)
        shutil.copyfile(ärende, mapp / f"GNS-{nr % 50 + 1}-{år}.yaml")
        dag = dt.date(1990, 1, 1) + dt.timedelta(days=20 * nr)
        if not (kopia := mål / "data" / "moten" / f"{dag}.yaml").exists():
            shutil.copyfile(möte, kopia)
    return mål
