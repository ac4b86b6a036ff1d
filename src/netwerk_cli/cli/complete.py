"""What TAB offers. Runs without typer, except for option names, so that a slug completes at once."""

from __future__ import annotations

import sys
from collections.abc import Iterable

from netwerk_cli.cli import settings
from netwerk_cli.cli.registry import NOUNS, TOP, Command
from netwerk_cli.domain.materials import MaterialKind
from netwerk_cli.errors import NetwerkError
from netwerk_cli.store import Store, View

FLAGS = frozenset({
    "-n", "--dry-run", "--json", "-q", "--quiet", "-y", "--yes", "--no-input", "--debug", "-h", "--help", "-V",
    "--version", "--all", "--force", "--draft", "--no-draft", "--approval", "--no-approval", "--shared-addresses",
    "--no-shared-addresses", "--no-waiting-list", "--excel", "--list", "--partial", "--revive", "--to-be-announced",
    "--off", "--drafts",
})  # fmt: skip
"""Options without a value; every other one takes the word behind it."""


def complete(words: list[str]) -> int:
    """Print what the last of `words` can become, a candidate a line; never complains."""
    typed = words[-1] if words else ""
    try:
        found = [candidate for candidate in _candidates(words[:-1], typed) if candidate.startswith(typed)]
    except (NetwerkError, OSError):
        found = []
    sys.stdout.write("".join(f"{candidate}\n" for candidate in found))
    return 0


def _candidates(before: list[str], typed: str) -> Iterable[str]:
    things, database = _things(before)
    if before and before[-1] == "--members-of":
        return _store(database).read().group_slugs()
    if before and before[-1].startswith("-") and before[-1] not in FLAGS:
        return _values(before[-1])
    if not things and not typed.startswith("-"):
        return [*NOUNS, *TOP]
    if things and things[0] in NOUNS and len(things) == 1 and not typed.startswith("-"):
        return NOUNS[things[0]][1]
    command, arguments = _command(things)
    if typed.startswith("-"):
        return _options(things, command)
    if command is None or command.thing is None:
        return ["bash", "zsh", "fish", "powershell"] if things[:1] == ["completion"] else []
    if things[:2] == ["export", "ics"]:
        arguments = []
    return _known(command.thing, arguments, _store(database).read())


def _known(thing: str, arguments: list[str], view: View) -> list[str]:
    """Return what the next argument of a command about a thing can be: its name, or then the code of a part."""
    owners = {"event": view.slugs, "group": view.group_slugs}
    if not arguments:
        return [
            slug
            for kind, slugs in owners.items()
            if thing in (kind, "material", "milestone")
            for slug in slugs()
        ]
    if len(arguments) > 1 and thing != "group":  # which may be about several people
        return []
    match thing:
        case "event":
            return [f"r{number}" for number in view.registrations(arguments[0])]
        case "group":
            return [f"m{number}" for number in view.memberships(arguments[0])]
    found = view.group(arguments[0]) if arguments[0] in view.group_slugs() else view.event(arguments[0])
    return [part.id for part in (found.materials if thing == "material" else found.milestones)]


def _things(before: list[str]) -> tuple[list[str], str | None]:
    """Return the words that are no options, and the data file named among the options."""
    things, database, skip = [], None, False
    for index, word in enumerate(before):
        if skip:
            skip = False
        elif word.startswith("-"):
            skip = word not in FLAGS and "=" not in word
            if word == "--db" and index + 1 < len(before):
                database = before[index + 1]
            elif word.startswith("--db="):
                database = word.removeprefix("--db=")
        else:
            things.append(word)
    return things, database


def _command(things: list[str]) -> tuple[Command | None, list[str]]:
    if things and things[0] in NOUNS:
        return NOUNS[things[0]][1].get(things[1]) if len(things) > 1 else None, things[2:]
    return TOP.get(things[0]) if things else None, things[1:]


def _values(option: str) -> list[str]:
    known = {
        "--lang": ["nl", "en"],
        "--color": ["auto", "always", "never"],
        "--when-full": ["waiting-list", "close"],
        "--promote": ["auto", "manual"],
        "--format": ["csv", "xlsx", "json"],
        "--kind": [*MaterialKind],
        "--access": ["open", "semi-open", "closed"],
    }
    return known.get(option, [])


def _options(things: list[str], command: Command | None) -> list[str]:
    from netwerk_cli.cli.app import build, root

    name = things[1] if things and things[0] in NOUNS and len(things) > 1 else (things or [""])[0]
    known = build(name, command).params if command is not None else root().params
    return sorted(
        {
            option
            for parameter in known
            for option in parameter.opts + parameter.secondary_opts
            if option.startswith("--")
        }
        | {"--help"}
    )


def _store(database: str | None) -> Store:
    return Store(settings.typed_path(settings.resolve({"db": database})["db"].value))
