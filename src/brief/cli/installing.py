"""Install completion: the script of a shell, and where that shell looks for it."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path

from brief.errors import OutputError, UsageError

BASH = """\
# Completion of brief for bash; `brief --install-completion` wrote it.
_brief_completion() {
    local kind word
    COMPREPLY=()
    {
        IFS= read -r kind
        while IFS= read -r word; do
            COMPREPLY+=("$word")
        done
    } < <(_BRIEF_COMPLETE=complete_bash COMP_LINE="${COMP_LINE:0:COMP_POINT}" \\
        COMP_WORDBREAKS="$COMP_WORDBREAKS" "$1" 2>/dev/null)
    # Bash 3 has no compopt.
    if [[ $kind == files ]]; then
        compopt -o filenames 2>/dev/null
    elif [[ ${#COMPREPLY[@]} == 1 && ${COMPREPLY[0]} == *[=.] ]]; then
        compopt -o nospace 2>/dev/null
    fi
}
complete -F _brief_completion brief
"""

ZSH = """\
#compdef brief
# Completion of brief for zsh; `brief --install-completion` wrote it.
_brief() {
    local line files=0
    local -a whole partial
    for line in "${(@f)$(_BRIEF_COMPLETE=complete_zsh _BRIEF_WORD="${(Q)PREFIX}" \\
        _BRIEF_WORDS="${(pj:\\n:)${(@Q)words[1,CURRENT-1]}}" ${(Q)words[1]} 2>/dev/null)}"; do
        case $line in
            (:files) files=1 ;;
            (+*) partial+=("${line#?}") ;;
            (' '*) whole+=("${line#?}") ;;
        esac
    done
    (( $#whole )) && _describe 'brief' whole
    (( $#partial )) && _describe 'brief' partial -S ''
    (( files )) && _files
}
if [[ $funcstack[1] == _brief ]]; then
    _brief "$@"
else
    compdef _brief brief
fi
"""

FISH = """\
# Completion of brief for fish; `brief --install-completion` wrote it.
function __brief_complete
    set -l words (commandline -opc)
    set -l word (commandline -ct)
    set -l asked (string join \\n -- $words | string collect)
    for line in (env _BRIEF_COMPLETE=complete_fish _BRIEF_WORDS="$asked" \\
            _BRIEF_WORD="$word" $words[1] 2>/dev/null)
        if test "$line" = :files
            __fish_complete_path "$word"
        else
            echo $line
        end
    end
end
complete --command brief --no-files --arguments '(__brief_complete)'
"""

SCRIPTS = {"bash": BASH, "zsh": ZSH, "fish": FISH}


def script(shell: str) -> str:
    """Return what *shell* has to run to complete brief."""
    return SCRIPTS[shell]


def detected(option: str) -> str:
    """Return the shell that brief was started from; *option* asks for it.

    Raises `UsageError` where that cannot be told, or there is no completion for it.
    """
    name = ""
    with suppress(Exception):  # it looks at the processes of the system, which may be closed to us
        import shellingham  # type: ignore[import-untyped]  # comes with typer; only here

        name = shellingham.detect_shell()[0]
    usual = os.path.basename(os.environ.get("SHELL", ""))  # noqa: PTH119  # a name
    for each in (name, usual):
        if each in SCRIPTS:
            return each
    name = name or usual
    problem = f"no completion for the shell {name!r}" if name else "cannot tell which shell this is"
    raise UsageError(
        f"{option}: {problem}; there is one for {', '.join(SCRIPTS)}: "
        f"start brief from there, or say SHELL=bash brief {option}"
    )


def install(shell: str) -> str:
    """Install completion for *shell* and return in a line where; existing files keep their text.

    Raises `OutputError` where the home folder cannot be written.
    """
    try:
        home = Path.home()
        place, start, lines = _places(shell, home)
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(script(shell), encoding="utf-8")
        if start is not None:
            _append(start, lines)
    except (OSError, RuntimeError) as exc:
        reason = str(getattr(exc, "strerror", "") or exc).lower()
        raise OutputError(f"completion cannot be installed: {reason}") from exc
    return f"{shell} completion is in {place}; it works in the next {shell} you start"


def _places(shell: str, home: Path) -> tuple[Path, Path | None, str]:
    """Return where the script goes, and which start-up file has to say what."""
    if shell == "fish":
        config = Path(os.environ.get("XDG_CONFIG_HOME") or home / ".config")
        return config / "fish" / "completions" / "brief.fish", None, ""
    if shell == "zsh":
        folder = Path(os.environ.get("ZDOTDIR") or home)
        lines = f"fpath+=({_quoted(home / '.zfunc')}); autoload -Uz compinit; compinit"
        return home / ".zfunc" / "_brief", folder / ".zshrc", lines
    place = home / ".bash_completions" / "brief.sh"
    return place, home / ".bashrc", f"source {_quoted(place)}"


def _quoted(path: Path) -> str:
    from shlex import quote

    return quote(str(path))


def _append(path: Path, line: str) -> None:
    """Put *line* at the end of the file unless it is there; the rest is not touched."""
    there = path.read_bytes() if path.exists() else b""
    if line.encode() in there.splitlines():
        return
    with path.open("ab") as file:
        file.write(b"" if not there or there.endswith(b"\n") else b"\n")
        file.write(f"{line}\n".encode())
