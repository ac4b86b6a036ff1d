"""What TAB offers. Runs without typer, except for option names, so that a slug completes at once."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Mapping

from netwerk_cli.cli import settings, vocabulary
from netwerk_cli.cli.language import Language, translated, word
from netwerk_cli.cli.languages import ENGLISH
from netwerk_cli.cli.registry import NOUNS, TOP, Command
from netwerk_cli.domain.attendee_lists import By
from netwerk_cli.errors import NetwerkError
from netwerk_cli.exchange import reports
from netwerk_cli.store import Store, View, store_at
from netwerk_cli.terms import Terms, headings, names

Given = Mapping[str, str]

FLAGS = frozenset({
    "-n", "--dry-run", "--json", "-q", "--quiet", "-y", "--yes", "--no-input", "--no-pager", "--debug", "-h", "--help",
    "-V", "--version", "--all", "--force", "--draft", "--no-draft", "--approval", "--no-approval", "--shared-addresses",
    "--no-shared-addresses", "--no-waiting-list", "--excel", "--list", "--partial", "--revive", "--to-be-announced",
    "--off", "--drafts", "--history", "--requests", "--no-seat", "--seat", "--feed", "--deadlines",
    "--milestones", "--bcc-list", "--keep-columns", "--preview", "--all-but", "--walk-in", "--encrypt", "--border",
})  # fmt: skip
"""Options without a value; every other one takes the word behind it."""


_SEVERAL = frozenset({
    ("attendance", "record"),
    ("group", "approve"), ("group", "decline"),
    ("registration", "approve"), ("registration", "cancel"), ("registration", "decline"),
})  # fmt: skip
"""Commands that take several people."""
FILES = ":files"
"""What stands for the names of files, which the shell completes by itself."""
_FILES = frozenset({
    "--all-attendees", "--db", "-o", "--output", "--export-dir", "--agenda", "--keep", "--rejects", "--watch",
    "--recipient", "--identity",
})  # fmt: skip
_FILES_OF = frozenset({
    "apply", "backup", "draft", "restore", "import events", "mail bounced", "privacy check",
    ("registration add", "--from"), ("attendance record", "--from"),
})  # fmt: skip
"""Options that take a file or folder, and commands whose argument is one, or that have such an option."""
_LONGEST = 80
_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_SAFE = re.compile(r"(?:[\w,:-]*,)?-{0,2}\w[\w ’.,()/+:-]*")
"""What a candidate looks like: no sign in it means anything to a terminal, or to a shell that quotes it."""


def complete(words: list[str]) -> int:
    """Print what the last of `words` can become, a candidate a line; never complains."""
    joined = _joined(words)
    typed = joined[-1] if joined else ""
    head, before = "", joined[:-1]
    if typed.startswith("--") and "=" in typed:
        option, _, typed = typed.partition("=")
        before.append(option)
        head = "" if "=" in words else f"{option}="  # bash replaces what is behind it, others all
    try:
        found = [*_candidates(before, typed)]
    except (NetwerkError, OSError):
        found = []
    if found != [FILES]:
        found = [head + one for one in found if one.startswith(typed) and _SAFE.fullmatch(one)]
    sys.stdout.write("".join(f"{one}\n" for one in found))
    return 0


def _joined(words: list[str]) -> list[str]:
    """Return the words as they were typed: bash takes the = of `--option=value` for a word of its own."""
    joined: list[str] = []
    for one in words:
        if joined and joined[-1].startswith("--") and (one == "=" or joined[-1].endswith("=")):
            joined[-1] += one
        else:
            joined.append(one)
    return joined


def _candidates(before: list[str], typed: str) -> Iterable[str]:
    things, given = _things(before)
    command, arguments = _command(things)
    if before and before[-1].startswith("-") and before[-1] not in FLAGS and "=" not in before[-1]:
        return _values(before[-1], things, typed, given)
    if not things and not typed.startswith("-"):
        return [*NOUNS, *TOP]
    if things and things[0] in NOUNS and len(things) == 1 and not typed.startswith("-"):
        return NOUNS[things[0]][1]
    if typed.startswith("-"):
        return _options(things, command)
    if _is_file(things, arguments):
        return [FILES]
    if command is None or command.thing is None:
        return _words(things, arguments, given)
    view = _store(given).read()
    if not arguments or things[:2] in (["export", "ics"], ["export", "dossier"]) or things[0] == "report":
        return _names(view, command.thing, things)
    return _parts(view, things, arguments)


def _words(things: list[str], arguments: list[str], given: Given) -> list[str]:
    if things == ["undo"] and not arguments:
        return [change.code for change in _store(given).read().changes()][-20:]
    return ["bash", "zsh", "fish", "powershell"] if things == ["completion"] else []


def _is_file(things: list[str], arguments: list[str]) -> bool:
    """Whether the next argument is a file."""
    return _named(things) in _FILES_OF and (not arguments or things[0] in ("apply", "mail", "privacy"))


def _names(view: View, thing: str, things: list[str]) -> list[str]:
    """Return the names of what a command is about."""
    either = (
        thing in ("material", "milestone")
        or things[:2] == ["export", "dossier"]
        or things[:1] in (["log"], ["mail"])
    )
    names = [*view.slugs()] if thing == "event" or either else []
    return _slugs([*names, *(view.group_slugs() if thing == "group" or either else [])])


def _parts(view: View, things: list[str], arguments: list[str]) -> list[str]:
    """Return what the second argument of a command can be, or a later one where it takes several."""
    owner, verb = arguments[0], things[1]
    if len(arguments) > 1 and (things[0], verb) not in _SEVERAL:
        return []
    match things[0]:
        case "group" if verb in ("approve", "decline", "withdraw", "leave", "moderator", "correct"):
            return [f"m{number}" for number in view.memberships(owner)]
        case "registration" | "waitlist" | "attendance" if verb not in ("add", "list", "check-in"):
            return [f"r{number}" for number in view.registrations(owner)]
        case "import":
            return [FILES]
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
    return [name for name in names if len(name) <= _LONGEST and _SLUG.fullmatch(name)]


def _things(before: list[str]) -> tuple[list[str], Given]:
    """Return the words that are no options, and the data file and language that are named among the options."""
    things, given, option = list[str](), dict[str, str](), ""
    for one in before:
        if option:
            given[option], option = one, ""
        elif one.startswith("-"):
            name, equals, value = one.partition("=")
            if equals:
                given[name] = value
            elif one not in FLAGS:
                option = one
        else:
            things.append(one)
    return things, {name: given[f"--{name}"] for name in ("db", "lang") if f"--{name}" in given}


def _named(things: list[str]) -> str:
    return " ".join(things[: 2 if things and things[0] in NOUNS else 1])


def _command(things: list[str]) -> tuple[Command | None, list[str]]:
    if things and things[0] in NOUNS:
        return NOUNS[things[0]][1].get(things[1]) if len(things) > 1 else None, things[2:]
    return TOP.get(things[0]) if things else None, things[1:]


def _values(option: str, things: list[str], typed: str, given: Given) -> list[str]:
    """Return what can stand behind an option."""
    command = _named(things)
    if option in _FILES or (command, option) in _FILES_OF:
        return [FILES]
    if known := vocabulary.choices(command, option):
        head = _before(typed) if option in ("--status", "--by") else ""
        words = [_hyphened(word(one, _language(given))) for one in known]
        return [head + one for one in (*words, *(_questions(things, given) if known is By else ()))]
    if option in ("--fields", "--sort"):
        columns = _columns(option, vocabulary.LISTED.get(command, ()), typed, _language(given))
        return [*columns, *(_before(typed) + one for one in _asked(command, things, given))]
    return _of_ours(command, option) or _recorded(option, things, typed, given)


def _of_ours(command: str, option: str) -> list[str]:
    """Return what can stand behind an option whatever the data file holds."""
    match option:
        case "--lang" | "--color":
            return [*settings.CHOICES[option.removeprefix("--")]]
        case "--profile":
            return settings.profiles()
        case "--format":
            from netwerk_cli.exchange.listed import FORMATS

            return [*(reports.FORMATS if command == "report" else FORMATS)]
        case "--sheet":
            from netwerk_cli.pdf.labels import SHEETS

            return [*SHEETS]
    return []


def _questions(things: list[str], given: Given) -> list[str]:
    """Return the questions of the events that are named, as a report counts by them."""
    found = (one.id for slug in things[1:] for one in _store(given).read().event(slug).questions)
    return [f"{By.QUESTION}:{id}" for id in dict.fromkeys(_slugs(found))]


def _recorded(option: str, things: list[str], typed: str, given: Given) -> list[str]:
    """Return what of the data file can stand behind an option."""
    owner = next(iter(things[2:]), "")
    match option:
        case "--session" if owner:
            known = _slugs(session.id for session in _store(given).read().event(owner).sessions)
            return [_before(typed) + one for one in known]
        case "--answer" | "--remove-question" if owner:
            return _slugs(one.id for one in _store(given).read().event(owner).questions)
        case "--members-of" | "--members" | "--group":
            return _slugs(_store(given).read().group_slugs())
        case "--for" if owner:
            return [f"r{number}" for number in _store(given).read().registrations(owner)]
        case "--update":
            view = _store(given).read()
            return _slugs([*view.slugs(), *view.group_slugs()])
        case "--within" | "--event":
            return _slugs(_store(given).read().slugs())
        case "--audience" | "--add-audience" | "--remove-audience" if owner:
            view = _store(given).read()
            about = view.group(owner) if things[0] == "group" else view.event(owner)
            return [one for one in about.audiences if len(one) <= _LONGEST]
    return []


_ASKED = frozenset({
    "registration list", "registration show", "waitlist list", "export attendees", "export badges",
    "export sign-in-sheet",
})  # fmt: skip
"""Commands whose columns may be questions of the event."""


def _asked(command: str, things: list[str], given: Given) -> list[str]:
    """Return the questions of the event that a command lists the people of."""
    if command not in _ASKED or len(things) < 3:
        return []
    return _slugs(one.id for one in _store(given).read().event(things[2]).questions)


def _columns(option: str, known: Terms, typed: str, language: Language) -> list[str]:
    """Return the columns of a listing; behind a comma the next one, behind a - the other way round."""
    known = vocabulary.sortable(known) if option == "--sort" else known
    head = _before(typed)
    head += "-" if option == "--sort" and typed.removeprefix(head).startswith("-") else ""
    said = headings(known) if language != ENGLISH else {name: name for name in names(known)}
    return [head + _hyphened(translated(one, language)) for one in said.values()]


def _before(typed: str) -> str:
    """Return what stands before the last of several values with commas between them, the comma included."""
    return "".join(typed.rpartition(",")[:2])


def _hyphened(said: str) -> str:
    """Return words as one, so that no shell takes them apart."""
    return said.replace(" ", "-")


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


def _store(given: Given) -> Store:
    return store_at(settings.typed_store(settings.resolve(given)["db"].value))


def _language(given: Given) -> Language:
    return settings.resolve(given)["lang"].value
