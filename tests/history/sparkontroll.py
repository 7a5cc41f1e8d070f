"""En andra kontroll av spåret, skriven utan en rad ur gns: hashlib, ``git cat-file`` och ``ssh-keygen``.

Körs också för hand: ``python tests/history/sparkontroll.py MAPPEN-MED-DATA``. Den säger bara intakt eller bruten.
"""

import base64
import hashlib
import json
import subprocess
import sys
import tempfile
from pathlib import Path


def git(rot: Path, *ord: str) -> bytes | None:
    svar = subprocess.run(
        ["git", "--no-replace-objects", "-c", "core.commitGraph=false", *ord], cwd=rot, capture_output=True, check=False
    )
    return svar.stdout if svar.returncode == 0 else None


def blobb(rot: Path, revision: str, fil: str) -> bytes | None:
    return git(rot, "cat-file", "blob", f"{revision}:data/{fil}")


def summa(rå: bytes) -> str:
    return hashlib.sha256(rå).hexdigest()


def på_disken(rot: Path, fil: str, rå: bytes) -> bool:
    stig = rot / "data" / fil
    if stig.is_symlink() or not stig.is_file():
        return False
    disk = stig.read_bytes()
    return disk in (rå, rå.replace(b"\n", b"\r\n"))


def filerna(rot: Path, revision: str, slut: str = ".json") -> list[str]:
    namn = git(rot, "ls-tree", "--name-only", f"{revision}:data/sigill") or b""
    return sorted(n for n in namn.decode().splitlines() if n.endswith(slut))


def öppna_nyckeln(signatur: bytes) -> str:
    rå = base64.b64decode(b"".join(r for r in signatur.splitlines() if not r.startswith(b"-----")))
    längd = int.from_bytes(rå[10:14], "big")
    nyckel = rå[14 : 14 + längd]
    slag = nyckel[4 : 4 + int.from_bytes(nyckel[:4], "big")].decode()
    return f"{slag} {base64.b64encode(nyckel).decode()}"


def signaturen_duger(rot: Path, sigillet: bytes, fil: str) -> bool:
    signatur = blobb(rot, "HEAD", f"sigill/{fil}") or b""
    s = json.loads(sigillet)
    nyckel = öppna_nyckeln(signatur)
    giltiga = [
        n["namn"]
        for n in s["signatärer"]
        if n["nyckel"] == nyckel and (n["från"] or "0") <= s["förseglad"] <= (n["till"] or "9")
    ]
    if not set(giltiga) & set(s["undertecknas_av"]):
        return False
    with tempfile.TemporaryDirectory() as mapp:
        (Path(mapp) / "sig").write_bytes(signatur)
        (Path(mapp) / "lista").write_text(f'namnd namespaces="gns-sigill" {nyckel}\n')
        ord_ = ["-Y", "verify", "-f", f"{mapp}/lista", "-I", "namnd", "-n", "gns-sigill", "-s", f"{mapp}/sig"]
        return subprocess.run(["ssh-keygen", *ord_], input=sigillet, capture_output=True, check=False).returncode == 0


def sigill_i_taggen(rot: Path, tagg: str, nummer: dict[str, str]) -> bool:
    text = (git(rot, "cat-file", "tag", tagg) or b"").decode()
    eget = next((r[4:] for r in text.splitlines() if r.startswith("tag ")), "")
    fil, rå = nummer.get(tagg), blobb(rot, "HEAD", nummer.get(tagg, ""))
    if eget != tagg or fil is None or rå is None or blobb(rot, tagg, fil) != rå or koden(rå) not in text:
        return False
    if "BEGIN SSH SIGNATURE" not in text and any(n[:4] == fil[7:11] for n in filerna(rot, tagg, ".sig")):
        return False
    filer = json.loads(rå)["filer"].items()
    return all(summa(blobb(rot, tagg, f) or b"") == väntad for f, väntad in filer)


def taggen(s: dict[str, str]) -> str:
    return f"justerat/{s['möte']}" + (f"-p{s['paragraf']}" if s["paragraf"] else "")


def namnen_i(rot: Path, revision: str) -> set[str]:
    """Taggarna som sigillen i en commit hör till."""
    alla = (blobb(rot, revision, f"sigill/{namn}") or b"" for namn in filerna(rot, revision))
    return {taggen(json.loads(rå)) for rå in alla if rå.startswith(b'{\n  "version": 1')}


def koden(rå: bytes) -> str:
    tal = int.from_bytes(hashlib.sha256(rå).digest()[:20])
    tecken = "".join("0123456789ABCDEFGHJKMNPQRSTVWXYZ"[tal >> 5 * (31 - i) & 31] for i in range(32))
    return "-".join(tecken[i : i + 4] for i in range(0, 32, 4))


def gjorda_om(rot: Path, fil: str, rå: bytes) -> bool:
    """Om någon commit har gjort filen med ett annat innehåll."""
    alla = git(rot, "rev-list", "--full-history", "--no-merges", "HEAD", "--", f"data/{fil}") or b""
    nya = (c for c in alla.decode().split() if blobb(rot, f"{c}^", fil) is None)
    return any(blobb(rot, c, fil) not in (rå, None) for c in nya)


def pröva(rot: Path) -> str:
    """``intakt`` eller ``bruten`` för kedjan i den senaste commiten, filerna på disken, taggarna och underskrifterna."""
    före: str | None = None
    nummer: dict[str, str] = {}
    for i, namn in enumerate(filerna(rot, "HEAD"), 1):
        fil = f"sigill/{namn}"
        rå = blobb(rot, "HEAD", fil) or b""
        if namn != f"{i:04}.json" or not på_disken(rot, fil, rå) or not sigillet_håller(rot, rå, i, före):
            return "bruten"
        nummer[taggen(json.loads(rå))] = fil
        före = summa(rå)
        if gjorda_om(rot, fil, rå):
            return "bruten"
    for namn in filerna(rot, "HEAD", ".sig"):
        sigillet, signatur = (blobb(rot, "HEAD", f"sigill/{n}") or b"" for n in (f"{namn[:4]}.json", namn))
        if not sigillet or not på_disken(rot, f"sigill/{namn}", signatur) or not signaturen_duger(rot, sigillet, namn):
            return "bruten"
    gjorda = git(rot, "log", "--no-merges", "--diff-filter=A", "--name-only", "--format=", "--", "data/sigill") or b""
    for namn in {n[5:] for n in gjorda.decode().split() if n.endswith(".sig")}:
        nu = blobb(rot, "HEAD", namn)
        if nu is None or gjorda_om(rot, namn, nu):
            return "bruten"
    refs = git(rot, "for-each-ref", "--format=%(refname:lstrip=2)", "refs/tags/justerat") or b""
    taggar = [t for t in refs.decode().split("\n") if t in nummer or t in namnen_i(rot, t)]
    borta = git(rot, "rev-list", "HEAD", "--", "data/sigill") if not nummer else b""
    return "intakt" if not borta and all(sigill_i_taggen(rot, t, nummer) for t in taggar) else "bruten"


def sigillet_håller(rot: Path, rå: bytes, nr: int, före: str | None) -> bool:
    try:
        s = json.loads(rå)
    except ValueError:
        return False
    hel = json.dumps(s, ensure_ascii=False, indent=2).encode() + b"\n" == rå
    if not hel or s["nr"] != nr or s["föregående"] != före:
        return False
    for fil, väntad in s["filer"].items():
        innehåll = blobb(rot, "HEAD", fil)
        if innehåll is None or summa(innehåll) != väntad or not på_disken(rot, fil, innehåll):
            return False
    return True


if __name__ == "__main__":
    print(pröva(Path(sys.argv[1]).resolve()))  # noqa: T201
