"""Inställningar som gör att en redigerare med yaml-language-server hittar schemat för varje post."""

import json
from collections.abc import Mapping


def inställningar(scheman: Mapping[str, str], data: str, märke: str) -> dict[str, str]:
    """Filnamn → innehåll, ett för varje redigerare.

    ``scheman`` är schemats sökväg → mönstret för dess poster, båda från postmappens rot, och ``data`` namnet på mappen med
    posterna. Serverns egen formatering slås av: posternas form är ``gns formatera``.
    """
    return {
        "vscode.json": _vscode(scheman, märke),
        "neovim.lua": _neovim(scheman, data, märke),
        "helix.toml": _helix(scheman, märke),
    }


def _vscode(scheman: Mapping[str, str], märke: str) -> str:
    val = {"yaml.format.enable": False, "yaml.schemas": dict(scheman)}
    return f"// {märke}. Lägg det i .vscode/settings.json.\n{json.dumps(val, ensure_ascii=False, indent=2)}\n"


def _neovim(scheman: Mapping[str, str], data: str, märke: str) -> str:
    rader = "".join(f"        [{_text(fil)}] = {_text(mönster)},\n" for fil, mönster in scheman.items())
    return f"""-- {märke}. Lägg det i .nvim.lua (med exrc) eller i init.lua.
vim.lsp.config("yamlls", {{
  cmd = {{ "yaml-language-server", "--stdio" }},
  filetypes = {{ "yaml" }},
  root_markers = {{ {_text(data)}, ".git" }},
  settings = {{
    yaml = {{
      format = {{ enable = false }},
      schemas = {{
{rader}      }},
    }},
  }},
}})
vim.lsp.enable("yamlls")
"""


def _helix(scheman: Mapping[str, str], märke: str) -> str:
    rader = "".join(f"{_text(fil)} = {_text(mönster)}\n" for fil, mönster in scheman.items())
    return f"""# {märke}. Lägg det i .helix/languages.toml.
[language-server.yaml-language-server.config.yaml]
format.enable = false

[language-server.yaml-language-server.config.yaml.schemas]
{rader}"""


def _text(text: str) -> str:
    """Texten inom citattecken, som Lua och TOML läser den."""
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'
