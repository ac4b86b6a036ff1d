"""What TAB offers. Runs without typer, except for option names, so that a slug completes at once."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable

from netwerk_cli import terms
from netwerk_cli.cli import settings
from netwerk_cli.cli.languages import LANGUAGES
from netwerk_cli.cli.registry import NOUNS, TOP, Command
from netwerk_cli.domain import events, groups, registrations
from netwerk_cli.domain.materials import MilestoneStatus
from netwerk_cli.errors import NetwerkError
from netwerk_cli.services.sorting import FAMILY_NAME
from netwerk_cli.store import Store, View

FLAGS = frozenset({
    "-n", "--dry-run", "--json", "-q", "--quiet", "-y", "--yes", "--no-input", "--no-pager", "--debug", "-h", "--help",
    "-V", "--version", "--all", "--force", "--draft", "--no-draft", "--approval", "--no-approval", "--shared-addresses",
    "--no-shared-addresses", "--no-waiting-list", "--excel", "--list", "--partial", "--revive", "--to-be-announced",
    "--off", "--drafts", "--history", "--members",
})  # fmt: skip
"""Options without a value; every other one takes the word behind it."""


_SEVERAL = frozenset({
    ("group", "approve"), ("group", "decline"),
    ("registration", "approve"), ("registration", "cancel"), ("registration", "decline"),
})  # fmt: skip
"""Commands that take several people."""
_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_SAFE = re.compile(r"-{0,2}[A-Za-z0-9][A-Za-z0-9_,-]*")
"""What a candidate looks like: no sign in it means anything to a shell or to a terminal."""


def complete(words: list[str]) -> int:
    """Print what the last of `words` can become, a candidate a line; never complains."""
    joined = _joined(words)
    typed = joined[-1] if joined else ""
    head, before = "", joined[:-1]
    if typed.startswith("--") and "=" in typed:
        option, _, typed = typed.partition("=")
        before.append(option)
        head = (
            "" if "=" in words else f"{option}="
        )  # bash replaces what is behind the =, others the whole word
    try:
        found = [one for one in _candidates(before, typed) if one.startswith(typed) and _SAFE.fullmatch(one)]
    except (NetwerkError, OSError):
        found = []
    sys.stdout.write("".join(f"{head}{candidate}\n" for candidate in found))
    return 0


def _joined(words: list[str]) -> list[str]:
    """Return the words as they were typed: bash takes the = of `--option=value` for a word of its own."""
    joined: list[str] = []
    for word in words:
        if joined and joined[-1].startswith("--") and (word == "=" or joined[-1].endswith("=")):
            joined[-1] += word
        else:
            joined.append(word)
    return joined


def _candidates(before: list[str], typed: str) -> Iterable[str]:
    things, database = _things(before)
    command, arguments = _command(things)
    if before and before[-1].startswith("-") and before[-1] not in FLAGS and "=" not in before[-1]:
        return _values(before[-1], things, typed, database)
    if not things and not typed.startswith("-"):
        return [*NOUNS, *TOP]
    if things and things[0] in NOUNS and len(things) == 1 and not typed.startswith("-"):
        return NOUNS[things[0]][1]
    if typed.startswith("-"):
        return _options(things, command)
    if command is None or command.thing is None:
        return ["bash", "zsh", "fish", "powershell"] if things == ["completion"] else []
    view = _store(database).read()
    if not arguments or things[:2] == ["export", "ics"]:
        return _names(view, command.thing, things)
    return _parts(view, things, arguments)


def _names(view: View, thing: str, things: list[str]) -> list[str]:
    """Return the names of what a command is about."""
    either = (
        thing in ("material", "milestone") or things[:2] == ["export", "dossier"] or things[:1] == ["log"]
    )
    names = [*view.slugs()] if thing == "event" or either else []
    return _slugs([*names, *(view.group_slugs() if thing == "group" or either else [])])


def _parts(view: View, things: list[str], arguments: list[str]) -> list[str]:
    """Return what the second argument of a command can be, or a later one where it takes several."""
    owner, verb = arguments[0], things[1]
    if len(arguments) > 1 and (things[0], verb) not in _SEVERAL:
        return []
    match things[0]:
        case "group" if verb in ("approve", "decline", "withdraw", "leave", "moderator"):
            return [f"m{number}" for number in view.memberships(owner)]
        case "registration" if verb not in ("add", "list"):
            return [f"r{number}" for number in view.registrations(owner)]
        case "waitlist" if verb == "promote":
            return [f"r{number}" for number in view.registrations(owner)]
        case "explain":
            return [f"r{number}" for number in view.registrations(owner)]
        case "session" if verb not in ("add", "list", "repeat"):
            return _slugs(session.id for session in view.event(owner).sessions)
        case ("material" | "milestone") as kind if verb not in ("add", "list"):
            found = view.group(owner) if owner in view.group_slugs() else view.event(owner)
            return _slugs(part.id for part in (found.materials if kind == "material" else found.milestones))
    return []


def _slugs(names: Iterable[str]) -> list[str]:
    """Return the names that are names: somebody else's data file can hold anything."""
    return [name for name in names if len(name) <= 80 and _SLUG.fullmatch(name)]


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


def _values(option: str, things: list[str], typed: str, database: str | None) -> list[str]:
    """Return what can stand behind an option."""
    every = (*terms.EVENT, *terms.GROUP, *terms.MATERIAL)
    known = {term.flag: [*term.choices] for term in every if term.choices} | {
        "--lang": [*LANGUAGES],
        "--color": ["auto", "always", "never"],
        "--status": _statuses(things),
    }
    if option in known:
        return known[option]
    if option in ("--fields", "--sort"):
        return _columns(option, things, typed)
    if option == "--format":
        from netwerk_cli.exchange.attendees import FORMATS

        return [*FORMATS]
    if option == "--session" and len(things) > 2:
        return _slugs(session.id for session in _store(database).read().event(things[2]).sessions)
    if option in ("--members-of", "--within"):
        view = _store(database).read()
        return _slugs(view.slugs() if option == "--within" else view.group_slugs())
    return []


def _statuses(things: list[str]) -> list[str]:
    """Return the states of what a listing lists."""
    match things[:2]:
        case ["event", _]:
            return [*events.Status]
        case ["registration", _] | ["export", "attendees"]:
            return [*registrations.Status]
        case ["group", _]:
            return [*groups.MemberStatus]
        case ["milestone", _]:
            return [*MilestoneStatus]
    return []


def _columns(option: str, things: list[str], typed: str) -> list[str]:
    """Return the columns of a listing; behind a comma the next one, behind a - the other way round."""
    known = {
        "event list": terms.EVENT,
        "status": (*terms.EVENT, *terms.columns("attention")),
        "session list": terms.SESSION,
        "registration list": terms.REGISTRATION,
        "waitlist list": terms.REGISTRATION,
        "group list": terms.GROUP,
        "group members": terms.MEMBERSHIP,
        "material list": terms.MATERIAL,
        "milestone list": terms.MILESTONE,
        "export attendees": terms.REGISTRATION,
    }
    columns = terms.names(known.get(" ".join(things[: 2 if things and things[0] in NOUNS else 1]), ()))
    if option == "--sort" and "email" in columns:
        columns = (*columns, FAMILY_NAME)
    before, comma, _ = typed.rpartition(",") if option == "--fields" else ("", "", "")
    head = "-" if option == "--sort" and typed.startswith("-") else f"{before}{comma}"
    return [f"{head}{column}" for column in columns]


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
