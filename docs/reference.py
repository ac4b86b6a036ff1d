"""What our pages say of the program, taken from the program: commands, exit codes, error codes, states, dates."""

from __future__ import annotations

import importlib
import inspect
from collections.abc import Mapping
from datetime import datetime
from pkgutil import walk_packages
from typing import Any

from docs import examples
from netwerk_cli import errors
from netwerk_cli.cli import helping
from netwerk_cli.cli.app import build, root
from netwerk_cli.cli.gate import CLOSED_PIPE
from netwerk_cli.cli.registry import NOUNS, TOP, Command
from netwerk_cli.dates import read_deadline, read_due, read_when
from netwerk_cli.domain import groups
from netwerk_cli.domain.registrations import ACTIVE, NEXT, SEATED
from netwerk_cli.errors import BadDate, NetwerkError

ZONE = "Europe/Brussels"
NOW = datetime.fromisoformat("2024-01-10T12:00:00+01:00")
START = datetime.fromisoformat("2024-01-26T09:30:00+01:00")

KINDS = {
    "change": "Commands that change something",
    "list": "Commands that list",
    "show": "Commands that show one thing",
}
MEANINGS = {
    0: "Done; or there was nothing to do, the list is empty, or the person got a place on the waiting list.",
    1: "It failed: a file could not be read or written, the answer to a question was no, or netwerk made a mistake.",
    2: "What was typed cannot be used: an option, a date, a field; or a question needs `--yes` without a terminal.",
    3: "Not found: an event, a person, a file.",
    4: "It exists already, this person is registered already, or the name fits several.",
    5: "A rule says no: full, closed, not open yet, cancelled, a cap below the seats held.",
    6: "The data file or database is missing, damaged, from a newer netwerk, not permitted, or out of reach.",
    7: "Another netwerk was busy with the same for too long, or the server has no room.",
    8: "`doctor` found something, or some lines of `--from` or some of several people were not accepted, "
    "and the others were.",
    9: "Nothing changed since the moment that `export attendees --since` names: no list was written.",
    130: "Interrupted with Ctrl-C, at work or at a question; nothing was changed.",
    CLOSED_PIPE: "Whoever read our output stopped reading, as in `netwerk … \\| head`.",
}
"""What each exit code means to a person; a family of errors without a meaning fails the build."""


# ---------------------------------------------------------------- commands
def every_command() -> dict[str, tuple[str, Command]]:
    """Return the commands by what is typed, each with its own name, in the order of the registry."""
    nouns = {f"{noun} {verb}": (verb, c) for noun, (_, verbs) in NOUNS.items() for verb, c in verbs.items()}
    return {name: (name, command) for name, command in TOP.items()} | nouns


def commands() -> str:
    """Return the chapters of the command reference."""
    typed = every_command()
    chapters = [_overview(typed), _shared(typed), _small_store()]
    chapters.append("## Commands without a noun\n\n" + _chapter(typed, TOP))
    for noun, (help_, verbs) in NOUNS.items():
        chapters.append(f"## {noun}\n\n{help_}\n\n" + _chapter(typed, [f"{noun} {verb}" for verb in verbs]))
    return "\n\n".join(chapters)


def _overview(typed: Mapping[str, tuple[str, Command]]) -> str:
    rows = [
        f"| [`netwerk {name}`](#netwerk-{name.replace(' ', '-')}) | {_cell(command.help)} |"
        for name, (_, command) in typed.items()
    ]
    return "\n".join(["| command | what it does |", "| --- | --- |", *rows])


def _shared(typed: Mapping[str, tuple[str, Command]]) -> str:
    """Return the options that commands share, once for all and once for each kind."""
    parts = [
        "## Options that every command takes",
        "They may stand before or after the command.",
        _options(root().params),
    ]
    for kind, title in KINDS.items():
        example = next(build(*found) for found in typed.values() if found[1].kind == kind)
        parts += [f"### {title}", "They also take:", _options(_of_kind(example))]
    return "\n\n".join(parts)


def _chapter(typed: Mapping[str, tuple[str, Command]], names: Any) -> str:
    return "\n\n".join(_entry(name, *typed[name]) for name in names)


def _entry(typed: str, name: str, command: Command) -> str:
    built = build(name, command)
    own = [parameter for parameter in built.params if parameter.expose_value]
    arguments = [p for p in own if p.param_type_name == "argument"]
    options = [p for p in own if p.param_type_name == "option"]
    usage = " ".join(["netwerk", typed, *(p.metavar or str(p.name).upper() for p in arguments), "[OPTIONS]"])
    shown, paragraphs = helping.told(built)
    parts = [f"### netwerk {typed}", f"```text\n{usage}\n```", _escaped(command.help)]
    parts += [_typed("\n".join(shown)), *map(_escaped, paragraphs)]
    if arguments:
        parts.append(_table("argument", arguments, built))
    if options:
        parts.append(_table("option", options, built))
    if shared := _of_kind(built):
        parts.append(f"Also {_names(shared)}, and the options that every command takes.")
    return "\n\n".join(parts)


def _of_kind(built: Any) -> list[Any]:
    """Return the options a command has because of its kind, and not because all commands have them."""
    everywhere = {parameter.name for parameter in root().params}
    return [p for p in built.params if not p.expose_value and p.name not in everywhere]


def _names(options: list[Any]) -> str:
    return ", ".join(f"`{option.opts[-1]}`" for option in options)


def _options(options: list[Any]) -> str:
    return _table("option", options, root())


def _table(what: str, parameters: list[Any], command: Any) -> str:
    context = command.context_class(command, info_name="netwerk")
    rows = []
    for parameter in parameters:
        written, help_ = parameter.get_help_record(context)
        rows.append(f"| `{_cell(written.replace(' <str>', ' TEXT'))}` | {_cell(help_)} |")
    return "\n".join([f"| {what} | |", "| --- | --- |", *rows])


def _typed(commands: str) -> str:
    return f"```sh\n{commands.strip()}\n```"


def _small_store() -> str:
    """Return how to make the store that the examples are about."""
    return "\n\n".join(
        [
            "## The store of the examples",
            "Every example below works on this small store, on 10 January 2024 at noon (the tests try them all):",
            _typed(examples.STORE),
            *(f"Beside it lies `{name}`:\n\n```text\n{text}```" for name, text in examples.FILES.items()),
        ]
    )


def _cell(text: str) -> str:
    return _escaped(" ".join(text.split())).replace("|", "\\|")


def _escaped(text: str) -> str:
    return text.replace("<", "&lt;")


# ---------------------------------------------------------------- endings
_FACTS = ("code", "exit_code", "sentence", "hint")


def every_error() -> list[type[NetwerkError]]:
    """Return the errors that can be raised, by exit code and by what scripts call them."""
    modules = [
        importlib.import_module(one.name) for one in walk_packages(errors.__path__, f"{errors.__name__}.")
    ]
    found = {
        kind
        for module in (errors, *modules)
        for _, kind in inspect.getmembers(module, inspect.isclass)
        if issubclass(kind, NetwerkError) and all(hasattr(kind, fact) for fact in _FACTS)
    }
    return sorted(found, key=lambda kind: (kind.exit_code, kind.code, kind.__name__))


def exit_codes() -> str:
    """Return the table of exit codes."""
    codes = sorted({0, CLOSED_PIPE, *(kind.exit_code for kind in every_error())})
    return "\n".join(
        ["| exit code | meaning |", "| ---: | --- |", *(f"| {c} | {MEANINGS[c]} |" for c in codes)]
    )


def error_codes() -> str:
    """Return the table of error codes: what `--json` and `close-due` in a script can tell apart."""
    rows = [
        f"| `{kind.code}` | {kind.exit_code} | {_cell(kind.sentence)} |"
        for kind in every_error()
        if kind.sentence != "{problem}"
    ]
    return "\n".join(["| error code | exit code | sentence |", "| --- | ---: | --- |", *rows])


# ---------------------------------------------------------------- states
def states() -> str:
    """Return the diagram of the states of a registration, and the same as a table."""
    rows = [
        f"| `{state}` | {'yes' if state in SEATED else 'no'} | {', '.join(f'`{s}`' for s in NEXT if s in found)} |"
        for state, found in NEXT.items()
    ]
    table = "\n".join(["| state | holds a seat | can become |", "| --- | --- | --- |", *rows])
    return f"{_diagram(NEXT, ACTIVE)}\n\n{table}"


def membership_states() -> str:
    """Return the diagram of the states of a membership."""
    return _diagram(groups.NEXT, groups.FIRST)


def _diagram(after: Mapping[Any, frozenset[Any]], first: frozenset[Any]) -> str:
    arrows = [f"    [*] --> {state}" for state in after if state in first]
    arrows += [f"    {state} --> {one}" for state, found in after.items() for one in after if one in found]
    return "\n".join(["```mermaid", "stateDiagram-v2", *arrows, "```"])


# ---------------------------------------------------------------- dates
def meaning(typed: str, *, closing: bool = False, due: bool = False) -> str:
    """Return what a typed date means on Wednesday 10 January 2024 at noon in Brussels, or why it is refused."""
    try:
        if due:
            return read_due(typed, zone=ZONE, now=NOW).on.isoformat()
        if closing:
            return read_deadline(typed, zone=ZONE, now=NOW, start=START).at.isoformat()
        read = read_when(typed, zone=ZONE, now=NOW)
    except BadDate as err:
        return f"refused: {err.facts['why']}"
    return " until ".join(moment.isoformat() for moment in (read.start, read.end) if moment is not None)


def dates(rows: str, *, closing: bool = False, due: bool = False) -> str:
    """Return a table of typed dates with its second column refreshed; the first is written by hand."""
    heading, rule, *examples = rows.strip().split("\n")
    refreshed = []
    for row in examples:
        typed = row.split("|")[1].strip().strip("`")
        refreshed.append(f"| `{typed}` | {meaning(typed, closing=closing, due=due)} |")
    return "\n".join([heading, rule, *refreshed])
