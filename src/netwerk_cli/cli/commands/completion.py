"""`netwerk completion`."""

from __future__ import annotations

from typing import Annotated

import typer

from netwerk_cli.cli.call import Call
from netwerk_cli.errors import BadValue
from netwerk_cli.wording import Wording

SCRIPTS = {
    "bash": """\
# netwerk: in ~/.bashrc:  eval "$(netwerk completion bash)"
_netwerk() {
    local word
    COMPREPLY=()
    while IFS= read -r word; do
        if [[ $word == :files ]]; then
            compopt -o default 2>/dev/null || COMPREPLY=($(compgen -f -- "${COMP_WORDS[COMP_CWORD]}"))
        else
            COMPREPLY+=("$(printf '%q' "$word")")
        fi
    done < <(netwerk __complete "${COMP_WORDS[@]:1:COMP_CWORD}" 2>/dev/null)
}
complete -o nosort -F _netwerk netwerk 2>/dev/null || complete -F _netwerk netwerk
""",
    "zsh": """\
#compdef netwerk
# netwerk: in ~/.zshrc, after compinit:  eval "$(netwerk completion zsh)"
_netwerk() {
    local -a found
    found=("${(@f)$(netwerk __complete "${(@)words[2,CURRENT]}" 2>/dev/null)}")
    if [[ "${found[1]}" == :files ]]; then
        compset -P '--*='
        _files
    elif [[ -n "${found[1]}" ]]; then
        compadd -V netwerk -a found
    fi
}
compdef _netwerk netwerk
""",
    "fish": """\
# netwerk: netwerk completion fish > ~/.config/fish/completions/netwerk.fish
function __netwerk_complete
    set -l found (netwerk __complete (commandline -opc)[2..-1] (commandline -ct) 2>/dev/null)
    if test "$found" = ":files"
        __fish_complete_path (commandline -ct)
    else if test -n "$found"
        printf '%s\\n' $found
    end
end
complete -c netwerk -f -k -a '(__netwerk_complete)'
""",
    "powershell": """\
# netwerk: in $PROFILE:  netwerk completion powershell | Out-String | Invoke-Expression
Register-ArgumentCompleter -Native -CommandName netwerk -ScriptBlock {
    param($word, $line, $position)
    $typed = @($line.CommandElements | Select-Object -Skip 1 | ForEach-Object { $_.ToString() })
    if ($word -eq '') { $typed += '' }
    netwerk __complete @typed 2>$null | Where-Object { $_ -ne ':files' } | ForEach-Object {
        $text = if ($_ -match '^[\\w=-]+$') { $_ } else { '"' + $_ + '"' }
        [System.Management.Automation.CompletionResult]::new($text, $_, 'ParameterValue', $_)
    }
}
""",
}


def completion(
    ctx: typer.Context,
    shell: Annotated[str, typer.Argument(metavar="SHELL", help="bash, zsh, fish or powershell.")],
) -> None:
    """
    $ netwerk completion bash
    $ netwerk completion fish

    Nothing is installed: the first line of the script says where to put it.
    """
    if shell not in SCRIPTS:
        raise BadValue(field="SHELL", why=Wording("choose from {known}", known=", ".join(SCRIPTS)))
    Call(ctx.obj).write(SCRIPTS[shell].encode())
