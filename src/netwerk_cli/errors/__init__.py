"""Every refusal and failure that `netwerk` can answer with: the families and what anything can meet.

The others are in the modules beside this one, by what they are about, and are loaded where they are raised.

    NetwerkError
    ├── Failed (1)          InputOutput, Declined, Internal
    ├── Usage (2)           BadDate, BadValue, UnknownZone, ReasonNeeded, InTheFuture,
    │                       UnknownField, AnswerNeeded, EndBeforeStart, ClosingBeforeOpening, BadFile, ...
    ├── NotFound (3)        EventNotFound, GroupNotFound, PersonNotFound, SessionNotFound, FileMissing, ...
    ├── Conflict (4)        SlugExists, SlugRetired, AlreadyRegistered, OldNews, StillActive, Ambiguous,
    │                       AmbiguousMember, StoreExists, ...
    ├── Refused (5)         EventFull, EventClosed, EventNotOpen, EventCancelled, EventStarted, ...
    ├── StoreFault (6)      StoreMissing, StoreDamaged, StoreNewer, StoreForbidden, StoreUnreachable…
    ├── StoreBusy (7)
    ├── Findings (8)
    ├── NothingNew (9)
    └── Interrupted (130)

An error holds facts; `sentence` and `hint` are templates over those facts, in English. The command line
looks the templates up in the reader's language and formats moments for a person. Facts go to scripts as
`details`, so they are plain values and hold no personal data: people appear as registration codes.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import ClassVar, Self

from netwerk_cli.wording import Wording, fill

LEFT_OUT = "…"
_NAMES = frozenset({"event", "group", "owner", "session", "id", "slug"})
_PLACES = frozenset({"path", "target", "command", "sources", "example"})


def quoted(text: str, *, name: bool = False) -> str:
    """Return what was typed as an error may quote it: shortened, and left out where it could be a person's.

    With `name` it should be the name of a thing of ours, which has no blanks and no capitals.
    """
    if "@" in text or (name and not text.replace("-", "").replace("_", "").isalnum()):
        return LEFT_OUT
    if name and text != text.lower():
        return LEFT_OUT
    return text if not name or len(text) <= 80 else f"{text[:79]}…"


def _impersonal(name: str, fact: object) -> object:
    """Return a fact of an error without what could be a person's; paths are where they are."""
    if name in _PLACES:
        return fact
    if isinstance(fact, Wording):
        return Wording(fact.template, **{n: _impersonal(n, f) for n, f in fact.facts.items()})
    if type(fact) is str:
        return quoted(fact, name=name in _NAMES)
    return fact


class NetwerkError(Exception):
    """An answer other than the one asked for: facts, a stable code and an exit code.

    `people` are names by code, to choose from. They are for the screen of who asked: never a fact, never in a log.
    """

    code: ClassVar[str]
    exit_code: ClassVar[int]
    sentence: ClassVar[str]
    hint: str
    people: Mapping[str, str] = MappingProxyType({})

    def __init__(self, **facts: object) -> None:
        super().__init__()
        self.facts: Mapping[str, object] = {name: _impersonal(name, fact) for name, fact in facts.items()}

    def among(self, people: Mapping[str, str]) -> Self:
        """Return this answer with whom to choose from."""
        self.people = people
        return self

    def advise(self, hint: str, **facts: object) -> None:
        """Give other advice than elsewhere; `facts` are what that needs to know."""
        self.hint, self.facts = hint, {**self.facts, **facts}

    def __str__(self) -> str:
        return fill(self.sentence, self.facts)


class Failed(NetwerkError):
    """Something outside the rules went wrong, or the answer was no."""

    exit_code = 1


class InputOutput(Failed):
    """The system could not read or write; `problem` is what it said."""

    code = "io"
    sentence = "{path} could not be read or written: {problem}."
    hint = "Check the path, free space and permissions; nothing was changed."


class AnswerLost(Failed):
    """A change was made, but its answer could not be written to standard output."""

    code = "io"
    sentence = "The change was made, but the answer could not be written to standard output: {problem}."
    hint = "Look at the result with a read command before you repeat this one."


class Declined(Failed):
    """The question was answered with no."""

    code = "declined"
    sentence = "Nothing was changed: the answer was no."
    hint = "Add --yes to go ahead without a question."


class Internal(Failed):
    """A mistake of ours."""

    code = "internal"
    sentence = "netwerk made a mistake ({kind})."
    hint = "Run the command again with --debug and report what it prints."


class Usage(NetwerkError):
    """The words of the call are off."""

    exit_code = 2
    code = "usage"
    sentence = "{problem}"
    hint = "Try '{command} --help'."


class BadDate(Usage):
    """A date or time that is not understood or not true; `why` is one sentence in English."""

    sentence = "'{text}' is not a usable date or time: {why}."
    hint = "Write it as 2024-01-16 16:00 or 'dinsdag 16 januari 2024 om 16 uur'."


class BadDay(BadDate):
    """A day or period that is not understood or not true; a time is not asked for."""

    hint = "Write it as 2024-01-16 or 'dinsdag 16 januari 2024'."


class BadValue(Usage):
    """A value outside what the field can hold."""

    sentence = "{field}: {why}."
    hint = "See '{field}' in the help of this command."


class NotAChoice(Usage):
    """An answer that is none of the choices. What was answered is personal, so it is not said again."""

    code = "not_a_choice"
    sentence = "The answer to '{question}' is none of its choices: {choices}."
    hint = "{nearest}Choose one of them, or give the question other choices or another kind."


class UnknownZone(Usage):
    """A time zone name that is not in the IANA database."""

    sentence = "'{zone}' is not a time zone."
    hint = "Use an IANA name such as Europe/Brussels or Europe/Amsterdam."


class ReasonNeeded(Usage):
    """A rule can be overruled only with a reason."""

    sentence = "--force needs a reason."
    hint = "Add --reason 'why this rule is set aside'."


class UnknownField(Usage):
    """A field that this listing does not have."""

    sentence = "There is no field '{field}'."
    hint = "Choose from: {known}."


class UnknownCommand(Usage):
    """No command of this name; `nearest` is the closest one, or empty."""

    sentence = "There is no command '{typed}'."
    hint = "{nearest}See '{command} --help'."


class UnknownOption(Usage):
    """No option of this name; `nearest` as for `UnknownCommand`."""

    sentence = "There is no option '{typed}'."
    hint = "{nearest}See '{command} --help'."


class AnswerNeeded(Usage):
    """A question cannot be asked without a terminal."""

    sentence = "This needs a confirmation, and there is no terminal to ask on: {question}"
    hint = "Add --yes to go ahead, or --dry-run to see what would happen."


class BadConfig(Usage):
    """A config file that cannot be used."""

    sentence = "The config file {path} cannot be used: {why}."
    hint = "It has lines such as db = '/path/to/netwerk.json' or lang = 'nl'."


class NotFound(NetwerkError):
    """There is no such thing."""

    exit_code = 3
    code = "not_found"


class FileMissing(NotFound):
    """An input file that does not exist."""

    sentence = "There is no file '{path}'."
    hint = "Check the path."


class Conflict(NetwerkError):
    """It is there already, or could be more than one."""

    exit_code = 4


class TargetExists(Conflict):
    """A backup never overwrites a file."""

    code = "target_exists"
    sentence = "There is a file at {path} already."
    hint = "Choose another name."


class TargetInUse(Conflict):
    """A result would be written over the data file, what belongs to it, or the config file; `what` says which."""

    code = "target_in_use"
    sentence = "{path} is {what}, and nothing else is written there."
    hint = "Choose another name."


class Refused(NetwerkError):
    """A rule says no."""

    exit_code = 5


class StoreFault(NetwerkError):
    """The data file cannot be used."""

    exit_code = 6


class StoreBusy(NetwerkError):
    """Another process held the lock for longer than we wait."""

    exit_code = 7
    code = "store_busy"
    sentence = "Another netwerk was busy with {path} for more than {seconds} s."
    hint = "Try again, or wait longer with --lock-timeout SECONDS."


class Findings(NetwerkError):
    """`doctor` found something; `findings` is the list."""

    exit_code = 8
    code = "findings"
    sentence = "{count:finding|findings}."
    hint = "Each line says what to do about it."


class NothingNew(NetwerkError):
    """A list of what changed since a moment, where nothing did: no file is written."""

    exit_code = 9
    code = "nothing_new"
    sentence = "Nothing changed in '{event}' since {since}."
    hint = "No list was written; without --since it has everybody."


class Interrupted(NetwerkError):
    """Ctrl-C, at work or at a prompt."""

    exit_code = 130
    code = "interrupted"
    sentence = "Interrupted; nothing was changed."
    hint = "Run the command again when you are ready."
