"""yaml-language-server över stdio: den server som redigerare använder, styrd med LSP och bara standardbiblioteket."""

import json
import os
import queue
import subprocess
import threading
from pathlib import Path
from typing import Any, Self

from tests.program.arenden import ROT

SERVER = ROT / ".venv" / "yamlls" / "node_modules" / "yaml-language-server" / "bin" / "yaml-language-server"
VÄNTAR = 60.0  # sekunder på ett svar, innan testen faller


class Språkserver:
    """En server med mappen ``rot`` öppen och redigerarens inställningar; den når aldrig nätet."""

    def __init__(self, rot: Path, inställningar: dict[str, Any]) -> None:
        self._inställningar = {"yaml": {"schemaStore": {"enable": False}, **inställningar}}
        rör = subprocess.PIPE
        self._process = subprocess.Popen(["node", SERVER, "--stdio"], stdin=rör, stdout=rör, stderr=subprocess.DEVNULL)
        self._bud: queue.Queue[dict[str, Any] | None] = queue.Queue()
        self._läsare = threading.Thread(target=self._läs, daemon=True)
        self._läsare.start()
        self._nr = self._version = 0
        self._fynd: dict[str, list[dict[str, Any]]] = {}
        kan = {
            "workspace": {"configuration": True, "didChangeConfiguration": {"dynamicRegistration": True}},
            "textDocument": {
                "completion": {"completionItem": {"snippetSupport": True, "documentationFormat": ["markdown"]}},
                "hover": {"contentFormat": ["markdown"]},
                "publishDiagnostics": {},
            },
        }
        mapp = {"uri": rot.as_uri(), "name": rot.name}
        self.fråga("initialize", processId=os.getpid(), rootUri=rot.as_uri(), workspaceFolders=[mapp], capabilities=kan)
        self._säg("initialized")
        self._säg("workspace/didChangeConfiguration", settings=self._inställningar)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.fråga("shutdown")
        self._säg("exit")
        self._process.wait(timeout=VÄNTAR)
        self._läsare.join(timeout=VÄNTAR)
        for ström in (self._process.stdin, self._process.stdout):
            assert ström is not None
            ström.close()

    def öppna(self, fil: Path, text: str) -> list[dict[str, Any]]:
        """Öppnar filen med texten, också en som inte finns på disken; ger serverns fynd i den."""
        self._fynd.pop(fil.as_uri(), None)
        self._version += 1  # servern minns ett träd för varje version, också av en fil som har stängts
        bok = {"uri": fil.as_uri(), "languageId": "yaml", "version": self._version, "text": text}
        self._säg("textDocument/didOpen", textDocument=bok)
        while fil.as_uri() not in self._fynd:
            self._ta_emot()
        return self._fynd[fil.as_uri()]

    def stäng(self, fil: Path) -> None:
        """Stänger filen; serverns tomma fynd för den väntas in."""
        self._fynd.pop(fil.as_uri(), None)
        self._säg("textDocument/didClose", textDocument={"uri": fil.as_uri()})
        while fil.as_uri() not in self._fynd:
            self._ta_emot()

    def komplettera(self, fil: Path, rad: int, kolumn: int) -> dict[str, dict[str, Any]]:
        """Förslagen på platsen, efter sitt namn; rad och kolumn räknas från 0."""
        svar = self._på_plats("textDocument/completion", fil, rad, kolumn)
        return {post["label"]: post for post in svar["items"]}

    def förklara(self, fil: Path, rad: int, kolumn: int) -> str:
        """Det som redigeraren visar när man pekar på platsen."""
        return str(self._på_plats("textDocument/hover", fil, rad, kolumn)["contents"]["value"])

    def _på_plats(self, metod: str, fil: Path, rad: int, kolumn: int) -> Any:
        plats = {"line": rad, "character": kolumn}
        return self.fråga(metod, textDocument={"uri": fil.as_uri()}, position=plats)

    def fråga(self, metod: str, **argument: object) -> Any:
        """Svaret på en fråga; det servern själv frågar under tiden besvaras."""
        self._nr += 1
        self._skicka({"id": self._nr, "method": metod, "params": argument or None})
        while True:
            bud = self._ta_emot()
            if bud.get("id") == self._nr and "method" not in bud:
                assert "error" not in bud, bud
                return bud["result"]

    def _säg(self, metod: str, **argument: object) -> None:
        self._skicka({"method": metod, "params": argument})

    def _ta_emot(self) -> dict[str, Any]:
        bud = self._bud.get(timeout=VÄNTAR)
        assert bud is not None, "servern slutade"
        if bud.get("method") == "textDocument/publishDiagnostics":
            self._fynd[bud["params"]["uri"]] = bud["params"]["diagnostics"]
        elif "method" in bud and "id" in bud:
            self._skicka({"id": bud["id"], "result": self._svara(bud)})
        return bud

    def _svara(self, bud: dict[str, Any]) -> Any:
        """Redigerarens svar på serverns frågor: inställningarna för det avsnitt den frågar efter, annars inget."""
        if bud["method"] != "workspace/configuration":
            return None
        return [self._inställningar.get(fråga.get("section")) for fråga in bud["params"]["items"]]

    def _skicka(self, bud: dict[str, Any]) -> None:
        data = json.dumps({"jsonrpc": "2.0", **bud}).encode()
        assert self._process.stdin is not None
        self._process.stdin.write(b"Content-Length: %d\r\n\r\n%b" % (len(data), data))
        self._process.stdin.flush()

    def _läs(self) -> None:
        """Lägger serverns bud i kön; None när den har slutat."""
        ström = self._process.stdout
        assert ström is not None
        while huvud := ström.readline():
            while (rad := ström.readline()).strip():
                huvud += rad
            längd = int(huvud.lower().partition(b"content-length:")[2].split()[0])
            self._bud.put(json.loads(ström.read(längd)))
        self._bud.put(None)
