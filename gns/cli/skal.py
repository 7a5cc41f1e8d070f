"""Skalens skript. Alla frågar ``gns --komplettera N ord…`` (komplettera.py), och alla är ren ASCII.

Får skriptet inget svar föreslår skalet filnamn.
"""

_BASH = r"""_gns() {
    local svar om
    COMPREPLY=()
    while IFS=$'\t' read -r svar om; do
        COMPREPLY+=("$svar")
    done < <("${COMP_WORDS[0]}" --komplettera "$COMP_CWORD" "${COMP_WORDS[@]:1}" 2>/dev/null)
}
complete -o default -F _gns gns
"""

_ZSH = r"""#compdef gns
_gns() {
    local rad
    local -a svar visas
    for rad in "${(@f)$("${words[1]}" --komplettera $((CURRENT - 1)) "${(@)words[2,-1]}" 2>/dev/null)}"; do
        [[ -n $rad ]] || continue
        svar+=("${rad%%$'\t'*}")
        visas+=("${rad%%$'\t'*}  ${rad#*$'\t'}")
    done
    if (( $#svar )); then
        compadd -l -d visas -a svar
    else
        _files
    fi
}
if [[ ${funcstack[1]} = _gns ]]; then
    _gns "$@"
else
    compdef _gns gns
fi
"""

_FISH = r"""function __gns_svar
    set -l ord (commandline -opc)
    set -l nu (commandline -ct)
    set -l svar ($ord[1] --komplettera (count $ord) $ord[2..-1] $nu 2>/dev/null)
    if test (count $svar) -gt 0
        string join \n -- $svar
    else
        __fish_complete_path $nu
    end
end
complete -c gns -f -a '(__gns_svar)'
"""

_POWERSHELL = r"""Register-ArgumentCompleter -Native -CommandName gns -ScriptBlock {
    param($ordet, $rad, $plats)
    $fore = @($rad.CommandElements | Where-Object { $_.Extent.EndOffset -lt $plats } | ForEach-Object { $_.ToString() })
    $resten = @($fore | Select-Object -Skip 1)
    $forut = [Console]::OutputEncoding
    [Console]::OutputEncoding = [System.Text.Encoding]::UTF8
    try {
        & $fore[0] --komplettera $fore.Count @resten $ordet 2>$null | ForEach-Object {
            $svar, $om = $_ -split "`t", 2
            if (-not $om) { $om = $svar }
            [System.Management.Automation.CompletionResult]::new($svar, $svar, 'ParameterValue', $om)
        }
    } finally {
        [Console]::OutputEncoding = $forut
    }
}
"""

SKRIPT = {"bash": _BASH, "zsh": _ZSH, "fish": _FISH, "powershell": _POWERSHELL}
