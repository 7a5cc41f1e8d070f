"""Chromium utan fönster, styrd över DevTools-protokollet genom två rör: inget annat än standardbiblioteket behövs."""

import base64
import fcntl
import json
import os
import subprocess
from pathlib import Path
from typing import Any, Self

_FLAGGOR = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--disable-dev-shm-usage",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--remote-debugging-pipe",
)


class Chromium:
    """En webbläsare med en flik. ``visa`` en fil, ``kör`` JavaScript i den, ``skriv_ut`` den till PDF."""

    def __init__(self, profil: Path) -> None:
        skriv_till, self._skriv = _rör()
        self._läs, läs_från = _rör()
        skal = ["bash", "-c", f'exec "$@" 3<&{skriv_till} 4>&{läs_från}', "bash"]
        program = ["chromium", *_FLAGGOR, f"--user-data-dir={profil}", "about:blank"]
        tyst = subprocess.DEVNULL
        self._process = subprocess.Popen(
            [*skal, *program], pass_fds=(skriv_till, läs_från), stdin=tyst, stdout=tyst, stderr=tyst
        )
        os.close(skriv_till)
        os.close(läs_från)
        self._buffert = b""
        self._nr = 0
        self._flik = ""
        mål = self._säg("Target.createTarget", url="about:blank")["targetId"]
        self._flik = self._säg("Target.attachToTarget", targetId=mål, flatten=True)["sessionId"]
        self._säg("Page.enable")

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._flik = ""
        self._säg("Browser.close")
        self._process.wait(timeout=30)
        os.close(self._läs)
        os.close(self._skriv)

    def visa(self, fil: Path, bredd: int = 1280, *, mörkt: bool = False) -> None:
        """Öppnar filen i ett fönster som är ``bredd`` bildpunkter brett och väntar tills den är laddad."""
        self._säg("Emulation.setDeviceMetricsOverride", width=bredd, height=800, deviceScaleFactor=1, mobile=False)
        läge = {"name": "prefers-color-scheme", "value": "dark" if mörkt else "light"}
        self._säg("Emulation.setEmulatedMedia", features=[läge])
        self._säg("Page.navigate", url=fil.as_uri())
        self._vänta("Page.loadEventFired")

    def kör(self, kod: str) -> Any:
        """Kör JavaScript på sidan och ger värdet av det; ett löfte väntas in."""
        svar = self._säg("Runtime.evaluate", expression=kod, awaitPromise=True, returnByValue=True)
        assert "exceptionDetails" not in svar, svar["exceptionDetails"]
        return svar["result"].get("value")

    def skriv_ut(self) -> bytes:
        """Sidan som PDF på A4, med sidans egen stil för papper."""
        svar = self._säg("Page.printToPDF", preferCSSPageSize=True, paperWidth=8.27, paperHeight=11.69)
        return base64.b64decode(svar["data"])

    def bild(self) -> bytes:
        """Hela sidan som PNG."""
        return base64.b64decode(self._säg("Page.captureScreenshot", captureBeyondViewport=True)["data"])

    def _säg(self, metod: str, **argument: object) -> dict[str, Any]:
        self._nr += 1
        bud: dict[str, object] = {"id": self._nr, "method": metod, "params": argument}
        if self._flik:
            bud["sessionId"] = self._flik
        rest = json.dumps(bud).encode() + b"\0"
        while rest:
            rest = rest[os.write(self._skriv, rest) :]
        while (svar := self._ta_emot()).get("id") != self._nr:
            pass
        assert "error" not in svar, svar
        resultat: dict[str, Any] = svar["result"]
        return resultat

    def _vänta(self, händelse: str) -> None:
        while self._ta_emot().get("method") != händelse:
            pass

    def _ta_emot(self) -> dict[str, Any]:
        while b"\0" not in self._buffert:
            del_av = os.read(self._läs, 1 << 20)
            assert del_av, "Chromium avslutades"
            self._buffert += del_av
        bud, self._buffert = self._buffert.split(b"\0", 1)
        svar: dict[str, Any] = json.loads(bud)
        return svar


def _rör() -> tuple[int, int]:
    """Ett rör vars båda ändar har nummer över 20, så att 3 och 4 är lediga för Chromium."""
    ändar = os.pipe()
    höga = [fcntl.fcntl(ände, fcntl.F_DUPFD_CLOEXEC, 20) for ände in ändar]
    for ände in ändar:
        os.close(ände)
    return höga[0], höga[1]
