"""Every refusal and failure that `netwerk` can answer with.

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

from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import ClassVar, Self


class _Count(int):
    """A number that agrees with its noun: `{free:seat|seats}` says "1 seat" or "2 seats", `{free:…|…|none}` "none"."""

    def __format__(self, spec: str) -> str:
        if "|" not in spec:
            return int.__format__(self, spec)
        one, many, *none = spec.split("|")
        return none[0] if none and self == 0 else f"{int(self)} {one if self == 1 else many}"


_ENDS = tuple(".?!")
_MANY = 20
"""How much of a list stands in a sentence; scripts get all of it."""


def fill(template: str, facts: Mapping[str, object]) -> str:
    """Return `template` filled in with `facts`; a number may carry a noun, `{free:seat|seats}`.

    A sentence that ends in a text which ends a sentence itself, such as a title that asks, gets no full stop more.
    """
    text = template.format(**{name: _said(fact) for name, fact in facts.items()})
    return text[:-1] if text[-1:] == "." and text[-2:-1] in _ENDS and template[-2:] == "}." else text


def _said(fact: object) -> object:
    if type(fact) is int:
        return _Count(fact)
    if not isinstance(fact, list):
        return fact
    return ", ".join([*map(str, fact[:_MANY]), *(["…"] if len(fact) > _MANY else [])])


class Wording(str):
    """An English clause that keeps its template and facts, so that it can be said in another language too."""

    __slots__ = ("facts", "template")
    template: str
    facts: Mapping[str, object]

    def __new__(cls, template: str, **facts: object) -> Wording:
        """Return `template` filled in with `facts`."""
        self = super().__new__(cls, fill(template, facts))
        self.template, self.facts = template, facts
        return self


def closest(typed: str, known: Iterable[str]) -> str | None:
    """Return the name that was probably meant, None where nothing known is like what was typed."""
    from difflib import get_close_matches

    return next(iter(get_close_matches(typed, list(known), n=1)), None)


def nearest(typed: str, known: Iterable[str]) -> str:
    """Return the sentence that offers the name that was probably meant; empty where there is none."""
    return offered(closest(typed, known))


def offered(match: str | None) -> str:
    """Return the sentence that offers a name; empty where there is none."""
    return Wording("Did you mean '{match}'? ", match=match) if match else ""


def suggest(codes: Iterable[str]) -> str:
    """Return the sentence that offers people who were probably meant, by their codes; empty where there are none."""
    found = ", ".join(codes)
    return Wording("Did you mean {codes}? ", codes=found) if found else ""


class Called(str):
    """A name that scripts use, such as that of a column, which keeps what a person calls the thing: `said`."""

    __slots__ = ("said",)
    said: str

    def __new__(cls, name: str, said: str) -> Called:
        """Return `name`, called `said` in the language of the person."""
        self = super().__new__(cls, name)
        self.said = said
        return self


def listed(words: Iterable[str], between: str = ", ") -> Wording:
    """Return words in a row, each of which can be said in another language."""
    facts = {f"word{number}": one for number, one in enumerate(words)}
    return Wording(between.join(f"{{{name}}}" for name in facts), **facts)


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
    hint: ClassVar[str]
    people: Mapping[str, str] = MappingProxyType({})

    def __init__(self, **facts: object) -> None:
        super().__init__()
        self.facts: Mapping[str, object] = {name: _impersonal(name, fact) for name, fact in facts.items()}

    def among(self, people: Mapping[str, str]) -> Self:
        """Return this answer with whom to choose from."""
        self.people = people
        return self

    def __str__(self) -> str:
        return fill(self.sentence, self.facts)


# ---------------------------------------------------------------- 1: failed
class Failed(NetwerkError):
    """Something outside the rules went wrong, or the answer was no."""

    exit_code = 1


class InputOutput(Failed):
    """The system could not read or write; `problem` is what it said."""

    code = "io"
    sentence = "{path} could not be read or written: {problem}."
    hint = "Check the path, free space and permissions; nothing was changed."


class NotDurable(Failed):
    """The new state is in place, but the system did not confirm that it would survive a power cut."""

    code = "io"
    sentence = "{path} was changed, but the system could not confirm that it is safely on disk: {problem}."
    hint = "Look at the result with a read command before you repeat this one."


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


class ServerUnreachable(Failed):
    """The mail server cannot be reached, or went away. Where some mail went before, the facts say what became of it."""

    code = "mail_server"
    sentence = "The mail server {host}:{port} cannot be used: {problem}."
    hint = "Check mail_host, mail_port and mail_security; what did not go is still due."


class BadCertificate(ServerUnreachable):
    """The mail server showed a certificate that nobody vouches for, or that is of another host."""

    code = "mail_certificate"
    sentence = "The certificate of {host}:{port} cannot be trusted: {problem}."
    hint = "Check mail_host; for a server with a certificate of your own, name its file in SSL_CERT_FILE."


class LoginRefused(ServerUnreachable):
    """The mail server does not let us in, or what we log in with cannot be had."""

    code = "mail_login"
    sentence = "Logging in at {host} did not work: {problem}."
    hint = "Check mail_user, and mail_password_command or mail_token_command."


class ServerRefuses(ServerUnreachable):
    """The mail server takes nothing from us: it is not about whom it goes to."""

    code = "mail_refused"
    sentence = "The mail server {host} takes no messages from us: {problem}."
    hint = "See what it says, and try again later; what did not go is still due."


class DemoFailed(Failed):
    """A step of the demo ended otherwise than it should."""

    code = "internal"
    sentence = "The demo stopped: '{command}' ended with exit code {code} instead of {expected}."
    hint = "Report this, with what is printed above."


class Internal(Failed):
    """A mistake of ours."""

    code = "internal"
    sentence = "netwerk made a mistake ({kind})."
    hint = "Run the command again with --debug and report what it prints."


# ----------------------------------------------------------------- 2: usage
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


class InTheFuture(Usage):
    """A request cannot have been received later than now."""

    sentence = "The request cannot have been received in the future ({received_at})."
    hint = "Check --received-at and the clock of this machine."


class EndBeforeStart(Usage):
    """An interval that ends before or when it starts."""

    sentence = "The end ({ends_at}) is not after the start ({starts_at})."
    hint = "Check --starts, --ends and --duration."


class ClosingBeforeOpening(Usage):
    """Registration that would close before it opens."""

    sentence = "Registration would close ({closes_at}) before it opens ({opens_at})."
    hint = "Check --opens and --closes."


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


class ClosingPassed(Usage):
    """Reopening an event whose closing time lies behind us."""

    sentence = "The closing time of '{event}' has passed ({closes_at})."
    hint = "Give a new one with --closes."


class EditSession(Usage):
    """A time given for a whole event that has several sessions."""

    sentence = "'{event}' has {count:session|sessions}, so its time cannot be set as a whole."
    hint = "Change one session: netwerk session edit {event} SESSION --starts WHEN."


class BadConfig(Usage):
    """A config file that cannot be used."""

    sentence = "The config file {path} cannot be used: {why}."
    hint = "It has lines such as db = '/path/to/netwerk.json' or lang = 'nl'."


class MailNotSet(Usage):
    """Nothing says over which server to send, or from which address; `setting` is what to write in the config file."""

    code = "mail_not_set"
    sentence = "Nothing says how to send mail: {setting} is not set."
    hint = "Write {example} in {path}; docs/mail.md has what common providers want."


class BadInput(Usage):
    """A line of an input file that cannot be read."""

    sentence = "{path}, line {line}: {why}."
    hint = "Nothing was changed; mend the line and run the command again."


class BadTemplate(Usage):
    """A template of a message that cannot be used."""

    sentence = "{path}, line {line}: {why}."
    hint = "Mend the template, or take it away to have the message in netwerk's own words."


class BadFile(Usage):
    """A list that cannot be read as a whole."""

    sentence = "{path} cannot be read: {why}."
    hint = "Nothing was changed; mend the file and run the command again."


class ExtraMissing(Usage):
    """Something that needs a library which is not installed; `extra` is what brings it."""

    sentence = "The library for {wanted} is not installed."
    hint = "Install it with: pip install 'netwerk-cli[{extra}]'."


class PassphraseNeeded(Usage):
    """Something that takes a passphrase where nobody can be asked for it."""

    sentence = "This takes a passphrase, and there is no terminal to ask for it on."
    hint = "Put it into the environment, as NETWERK_PASSPHRASE."


class KeyNeeded(Usage):
    """An encrypted backup that a key opens, and none was given."""

    sentence = "{path} is encrypted for a key."
    hint = "Name the file with the secret key: --identity FILE."


class CannotOpen(Usage):
    """An encrypted backup and another passphrase or key than the one that opens it."""

    sentence = "{path} cannot be opened with that passphrase or key."
    hint = "Nothing was changed; try again with the one it was made with."


class SessionNotNamed(Usage):
    """An event with several sessions, of which it does not say itself which one is meant."""

    sentence = "'{event}' has several sessions, and it is not clear which one is meant."
    hint = "Name one with --session; it has: {known}."


class ColumnMissing(Usage):
    """A list without a column that it needs; `field` is what such a column is called with --map."""

    sentence = "{path} has no column that holds '{field}'; it has: {known}."
    hint = "Say which one does: --map 'COLUMN={field}'."


class NoSuchColumn(Usage):
    """A column that was named and is not in the list."""

    sentence = "{path} has no column '{column}'; it has: {known}."
    hint = "Name a column as it is written above the list: --map 'COLUMN=FIELD'."


class DaysUndecided(Usage):
    """A column of dates of which nothing says whether the day or the month comes first."""

    sentence = "{path}, row {line}: the dates under '{column}' can be read with the day or the month first."
    hint = "Say which comes first: --map '{column}=received_at day-first', or month-first."


class TwoNotations(Usage):
    """A column of dates in which the day comes first in one row and the month in another."""

    sentence = (
        "{path}: under '{column}' the day comes first in row {day_first}, and the month in row {month_first}."
    )
    hint = "Write all of them as 2024-01-16 16:00 and run the command again; nothing was changed."


class NoAddress(Usage):
    """A row without an e-mail address."""

    sentence = "There is no e-mail address."
    hint = "Add the address and read the row again."


class Unfinished(Usage):
    """A row that somebody has not handed in: a draft, or an answer that stopped halfway."""

    sentence = "It was not handed in."
    hint = "It counts once the form says that it is complete."


class BadBackup(Usage):
    """A file that is not a data file of netwerk."""

    sentence = "'{path}' is not a usable backup: {why}."
    hint = "List the usable ones with 'netwerk backup --list'."


class BadDossiers(Usage):
    """Dossiers with faults; `faults` has the path, the line and the problem of each."""

    sentence = "{count:fault was|faults were} found in the dossiers, so nothing was changed."
    hint = "Mend the lines named above; 'netwerk apply --dry-run FILE' looks again and touches nothing."


class NotToml(Usage):
    """A dossier that is no TOML at all; `problem` is what the reader of TOML said."""

    sentence = "This is not TOML: {problem}."
    hint = "See docs/dossiers.md for an example."


class DossierTooLarge(Usage):
    """A dossier that holds more than an event or group has."""

    sentence = "This is too much for one dossier: {why}."
    hint = "Describe less in it, or divide it over several events."


class OneThing(Usage):
    """A dossier that describes nothing, or more than one thing."""

    sentence = "A dossier describes one thing, in [event] or in [group]."
    hint = "See docs/dossiers.md for an example."


class UnknownKey(Usage):
    """A key that a table of a dossier does not have; `nearest` is a clause that names a close one, or empty."""

    sentence = "There is no key '{key}' in {within}{nearest}."
    hint = "See docs/dossiers.md for the keys."


class KeyMissing(Usage):
    """A table of a dossier without a key that it needs."""

    sentence = "[{table}] needs the key '{key}'."
    hint = "See docs/dossiers.md for the keys."


class WrongType(Usage):
    """A value of a dossier that is not of the type that its key holds; `wanted` says which that is."""

    sentence = "'{key}' should be {wanted}."
    hint = "See docs/dossiers.md for the keys."


class NamedTwice(Usage):
    """Two parts of one dossier, or two dossiers of one run, under one name."""

    sentence = "'{name}' is there twice: first on line {first} of {path}."
    hint = "Give one of them another name."


class TimesTwice(Usage):
    """A dossier that gives a time for the whole event, and sessions as well."""

    sentence = "'{key}' cannot go with [[session]]: the sessions say when."
    hint = "Move the time to a session."


class OtherThing(Usage):
    """A dossier for a name that stands for something else."""

    sentence = "The name '{slug}' stands for something else, or did once; names are never reused."
    hint = "Choose another name."


# ------------------------------------------------------------- 3: not found
class NotFound(NetwerkError):
    """There is no such thing."""

    exit_code = 3
    code = "not_found"


class EventNotFound(NotFound):
    """No event has this slug; `nearest` is a sentence that names a close one, or empty."""

    sentence = "There is no event '{event}'."
    hint = "{nearest}List them with 'netwerk event list --all'."


class PersonNotFound(NotFound):
    """Nobody is registered for the event with this code, address or name; `nearest` names close ones, or is empty."""

    sentence = "Nobody with that code, e-mail address or name is registered for '{event}'."
    hint = "{nearest}List them with 'netwerk registration list {event}'."


class PersonUnknown(NotFound):
    """Nobody in the data file has this address or name; `nearest` as for `PersonNotFound`."""

    sentence = "Nobody with that e-mail address or name is on any list."
    hint = "{nearest}Part of a name is enough; 'netwerk registration list EVENT --all' lists everybody of an event."


class HandedOver(NotFound):
    """The address belonged to somebody whose registration was handed to a substitute."""

    sentence = "{registration} of '{event}' was handed to somebody else on {at}."
    hint = "See 'netwerk registration show {event} {registration}'."


class NobodyToPrint(NotFound):
    """A paper of people, and there is nobody to be on it."""

    sentence = "There is nobody to print for '{event}'; nothing was written."
    hint = "Who there is: netwerk registration list {event}."


class NobodyAttended(NotFound):
    """Certificates of who was there, and nobody is recorded as present."""

    sentence = (
        "Nobody that was asked for is recorded as present at '{event}', so there is no certificate to make."
    )
    hint = "Say who was there: netwerk attendance record {event} PERSON."


class CertificateNotFound(NotFound):
    """No certificate has this code."""

    sentence = "There is no certificate with that code."
    hint = (
        "Type it as it is printed, such as 7Q2M-X0KD-93TB-5FWA;"
        " the data file or database that it was made with knows it."
    )


class SessionNotFound(NotFound):
    """The event has no session of this name."""

    sentence = "'{event}' has no session '{session}'."
    hint = "It has: {known}."


class QuestionNotFound(NotFound):
    """The event asks no such question; `nearest` is a sentence that offers the one that was meant, or empty."""

    sentence = "'{event}' asks no question '{question}'."
    hint = "{nearest}It asks: {known}."


class OwnerNotFound(NotFound):
    """Neither an event nor a group has this slug; `nearest` as for `EventNotFound`."""

    sentence = "There is no event or group '{owner}'."
    hint = "{nearest}List them with 'netwerk event list --all' and 'netwerk group list'."


class MaterialNotFound(NotFound):
    """The event or group has no material under this id; `known` is a sentence that names those it has, or empty."""

    sentence = "'{owner}' has no material '{id}'."
    hint = "{known}Add one with 'netwerk material add {owner}'."


class MilestoneNotFound(NotFound):
    """The event or group has no milestone under this id; `known` as for `MaterialNotFound`."""

    sentence = "'{owner}' has no milestone '{id}'."
    hint = "{known}Add one with 'netwerk milestone add {owner}'."


class GroupNotFound(NotFound):
    """No group has this slug; `nearest` as for `EventNotFound`."""

    sentence = "There is no group '{group}'."
    hint = "{nearest}List them with 'netwerk group list'."


class MemberNotFound(NotFound):
    """Nobody with this code, address or name is, was or asked to be in the group; `nearest` as for `PersonNotFound`."""

    sentence = "Nobody with that code, e-mail address or name is on the list of '{group}'."
    hint = "{nearest}List them with 'netwerk group members {group}'."


class NothingDated(NotFound):
    """A calendar without an entry: none of the sessions has a date yet."""

    sentence = "There is no session with a date to put in a calendar."
    hint = "Give the event a date with 'netwerk event edit EVENT --starts WHEN'."


class FileMissing(NotFound):
    """An input file that does not exist."""

    sentence = "There is no file '{path}'."
    hint = "Check the path."


class GenerationMissing(NotFound):
    """No kept generation has this number."""

    sentence = "Generation {generation} is not kept."
    hint = "List the kept ones with 'netwerk backup --list'."


# -------------------------------------------------------------- 4: conflict
class ChangeNotFound(NotFound):
    """No change of that code is kept; `kept` is how many are, at least."""

    code = "not_found"
    sentence = "There is no change '{change}' that can be taken back."
    hint = "The last {kept} are kept; see them with 'netwerk undo --list'."


class NothingToUndo(NotFound):
    """The caller changed nothing that is not taken back yet."""

    code = "not_found"
    sentence = "There is no change of yours that is not taken back yet."
    hint = "Name one of somebody else's; see them with 'netwerk undo --list'."


class ErasedForGood(NotFound):
    """What an erasure took out is nowhere any more."""

    code = "not_found"
    sentence = "{change} erased somebody, which cannot be taken back."
    hint = "Register them again, or take back another change; see 'netwerk undo --list'."


class Conflict(NetwerkError):
    """It is there already, or could be more than one."""

    exit_code = 4


class SlugExists(Conflict):
    """The slug is taken."""

    code = "slug_exists"
    sentence = "'{event}' exists already."
    hint = "Choose another name, or change that event with 'netwerk event edit {event}'."


class SlugRetired(Conflict):
    """The slug was taken once: slugs are never reused."""

    code = "slug_exists"
    sentence = "There was an event '{event}', which was taken out; names are never reused."
    hint = "Choose another name."


class GroupExists(Conflict):
    """The slug is taken by a group: events and groups share their names, and none is reused."""

    code = "slug_exists"
    sentence = "There is a group '{group}' already, and a name stands for one thing only."
    hint = "Choose another name, or change that group with 'netwerk group edit {group}'."


class AlreadyRegistered(Conflict):
    """The same person has an active registration for the event."""

    code = "already_registered"
    sentence = "This person is already registered for '{event}' as {registration} ({status})."
    hint = "See 'netwerk registration show {event} {registration}'."


class StandsBefore(Conflict):
    """The same person has an earlier row in the same list."""

    code = "already_registered"
    sentence = "The same person stands in row {row}."
    hint = "The row that was handed in first counts."


class OtherName(Conflict):
    """The address belongs to somebody of another name."""

    code = "already_registered"
    sentence = "{registration} of '{event}' has the same address and another name."
    hint = (
        "For somebody else: give an own address, or 'netwerk event edit {event} --shared-addresses'; "
        "else 'netwerk registration edit {event} {registration} --name NAME'."
    )


class OtherSessions(Conflict):
    """A list that has other sessions for somebody who is registered."""

    code = "other_sessions"
    sentence = "{registration} of '{event}' is for other sessions; a list changes those of newcomers only."
    hint = "Change them with 'netwerk registration choose {event} {registration} --session SESSION'."


class OldNews(Conflict):
    """The request is older than what happened to the person since: cancelled, declined, or substituted."""

    code = "old_news"
    sentence = "{registration} of '{event}' is {status} since {since}; an older request changes nothing."
    hint = (
        "See 'netwerk registration show {event} {registration}'; --revive registers the person all the same."
    )


class StillActive(Conflict):
    """There is no cancellation or refusal to take back."""

    code = "still_active"
    sentence = "{registration} of '{event}' is {status}: there is nothing to take back."
    hint = "See 'netwerk registration show {event} {registration}'."


class AlreadyMember(Conflict):
    """The same person is a member of the group."""

    code = "already_member"
    sentence = "This person is a member of '{group}' already, as {membership}."
    hint = "See 'netwerk group members {group}'."


class OtherMember(Conflict):
    """The address belongs to a member of another name."""

    code = "already_member"
    sentence = "{membership} of '{group}' has the same address and another name."
    hint = "For somebody else: give an own address."


class OldRequest(Conflict):
    """Who stands in a list left the group, or was declined, after the row was written."""

    code = "old_news"
    sentence = "{membership} of '{group}': {status} since {since}; an older row changes nothing."
    hint = "'netwerk group admit {group}' takes the person in all the same."


class AlreadyRequested(Conflict):
    """The same person asked to become a member, and awaits the answer."""

    code = "already_requested"
    sentence = "This person asked to join '{group}' already, as {membership}, and awaits approval."
    hint = "Decide with 'netwerk group approve {group} {membership}' or 'netwerk group decline {group} {membership}'."


class Ambiguous(Conflict):
    """More than one registration answers to the address or the name."""

    code = "ambiguous"
    sentence = "That fits several registrations of '{event}': {matches}."
    hint = "Name one by its code."


class AmbiguousMember(Ambiguous):
    """More than one person in a group answers to the name."""

    sentence = "That fits several people in '{group}': {matches}."


class AmbiguousPerson(Ambiguous):
    """A name that fits several people; `matches` has a list and a code of the first of them."""

    sentence = "That fits {count:person|people}: {matches}."
    hint = "Name one by e-mail address, or give more of the name."


class SessionExists(Conflict):
    """The event has a session of that name."""

    code = "session_exists"
    sentence = "'{event}' has a session '{session}' already."
    hint = "Choose another name, or change it with 'netwerk session edit {event} {session}'."


class StoreExists(Conflict):
    """`init` on a place that holds a file already."""

    code = "store_exists"
    sentence = "There is a file at {path} already."
    hint = "Use it as it is, or choose another place with --db FILE."


class DemoExists(Conflict):
    """A folder for what the demo makes that holds a file of one of its names."""

    code = "target_exists"
    sentence = "There is a file at {path} already."
    hint = "Choose an empty folder: netwerk demo --keep DIR."


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


class NotOfTheAgenda(Conflict):
    """A file that the agenda would be written over, and that we did not write."""

    code = "target_exists"
    sentence = "{path} was not written by netwerk, and is not overwritten; nothing was written."
    hint = "Choose another folder, or take that file away first."


class OtherAgenda(Conflict):
    """A folder that holds the agenda of another data file."""

    code = "other_agenda"
    sentence = "{path} holds the agenda of another data file or database; nothing was written."
    hint = "Choose another folder, or empty that one first."


class NotThatDossier(Conflict):
    """A file that an export would overwrite, and that is not a dossier of the same thing."""

    code = "target_exists"
    sentence = "{path} is not a dossier of '{slug}', and is not overwritten."
    hint = "Choose another file, or take that one away first."


# --------------------------------------------------------------- 5: refused
class Refused(NetwerkError):
    """A rule says no."""

    exit_code = 5


class EventFull(Refused):
    """Every seat is held."""

    code = "event_full"
    sentence = "'{event}' is full: {seats_held} of {capacity:seat is|seats are} held."
    hint = "Wait for a seat, raise the cap, or overrule with --force --reason."


class EventFullForGood(EventFull):
    """Every seat is held, and the terms say that nobody waits."""

    hint = (
        "Let people wait with 'netwerk event edit {event} --when-full waiting-list', raise the cap, "
        "or overrule with --force --reason."
    )


class SeatsClaimed(Refused):
    """Seats are free, but people who asked earlier wait for them."""

    code = "event_full"
    sentence = "The free seats of '{event}' are for the {waiting:person who waits|people who wait} for them."
    hint = "Promote them with 'netwerk waitlist promote {event}', or overrule with --force --reason."


class SessionFull(Refused):
    """Every seat of a chosen session is held."""

    code = "session_full"
    sentence = "Session '{session}' of '{event}' is full: {seats_held} of {capacity:seat is|seats are} held."
    hint = "Choose other sessions, wait for a seat, or overrule with --force --reason."


class SeatsSetAside(Refused):
    """The seats that are free are kept for an audience."""

    code = "event_full"
    sentence = "The free seats of '{event}' are set aside for {audiences} until {until}."
    hint = "Wait for a seat, name the audience with --audience, or overrule with --force --reason."


class SessionCancelled(Refused):
    """A chosen session is off."""

    code = "session_cancelled"
    sentence = "Session '{session}' of '{event}' was cancelled on {cancelled_at}."
    hint = "Choose other sessions: netwerk session list {event}."


class SessionStarted(Refused):
    """No seat is given any more in a session that has started."""

    code = "event_started"
    sentence = "Session '{session}' of '{event}' started on {starts_at}; no seat in it is given any more."
    hint = "Choose other sessions: netwerk session list {event}."


class SessionsNotChosen(Refused):
    """The terms ask who registers to choose sessions, and none was named."""

    code = "sessions_not_chosen"
    sentence = "Who registers for '{event}' chooses sessions: {known}."
    hint = "Name each with --session, or let naming none mean all: netwerk event edit {event} --sessions all."


class SessionsOverlap(Refused):
    """Two chosen sessions take place at the same time."""

    code = "sessions_overlap"
    sentence = "Sessions '{session}' and '{other}' of '{event}' take place at the same time."
    hint = "Choose one of the two."


class OrganisationLimit(Refused):
    """The organisation has as many registrations as one organisation may have."""

    code = "organisation_limit"
    sentence = "That organisation has {count:registration|registrations} for '{event}' already; the limit is {limit}."
    hint = "Register somebody from another organisation, or overrule with --force --reason."


class AnswerMissing(Refused):
    """A question that has to be answered was not."""

    code = "answer_missing"
    sentence = "'{event}' asks '{text}', which has to be answered."
    hint = "Answer it with --answer '{question}=…', or overrule with --force --reason."


class CertificateVoid(Refused):
    """A certificate that was made, and no longer holds since `at`; `why` is a clause."""

    code = "certificate_void"
    sentence = "That certificate of '{event}' no longer holds: {why}, on {at}."
    hint = "Who is recorded now: netwerk attendance list {event}."


class EventClosed(Refused):
    """The request came at or after the closing."""

    code = "event_closed"
    sentence = "Registration for '{event}' closed on {closes_at}."
    hint = "Reopen it with 'netwerk event reopen {event}', or overrule with --force --reason."


class EventNotOpen(Refused):
    """The request came before the opening."""

    code = "event_not_open"
    sentence = "Registration for '{event}' opens on {opens_at}."
    hint = "Open it now with 'netwerk event open {event}', or overrule with --force --reason."


class EventIsDraft(Refused):
    """The event is a draft: registration has not been announced."""

    code = "event_not_open"
    sentence = "'{event}' is a draft: registration is not open yet."
    hint = "Publish it with 'netwerk event open {event}', or overrule with --force --reason."


class EventCancelled(Refused):
    """The event is off."""

    code = "event_cancelled"
    sentence = "'{event}' was cancelled on {cancelled_at}."
    hint = "Nothing can be registered or promoted; 'netwerk event reopen {event}' puts it back on."


class EventStarted(Refused):
    """Nobody is promoted once the last session has started and registration has closed."""

    code = "event_started"
    sentence = "'{event}' started on {starts_at}; the waiting list no longer moves."
    hint = "See who waited: netwerk waitlist list {event}."


class NotAMember(Refused):
    """The event is for members of a group."""

    code = "not_a_member"
    sentence = "'{event}' is for members of '{group}' only."
    hint = "Add the person to the group, or overrule with --force --reason."


class SubstituteNotAMember(Refused):
    """The event is for members of a group, and a substitute is to be one too."""

    code = "not_a_member"
    sentence = "'{event}' is for members of '{group}' only, and the substitute is not one of them."
    hint = "Add the person to the group first: netwerk group admit {group} --name NAME --email EMAIL."


class GroupClosed(Refused):
    """Nobody can ask to join a closed group."""

    code = "group_closed"
    sentence = "'{group}' is a closed group: nobody can ask to join it."
    hint = "Whoever leads it adds people: netwerk group admit {group} --name NAME --email EMAIL."


class NotRequested(Refused):
    """Only a request can be approved, declined or withdrawn."""

    code = "not_pending"
    sentence = "{membership} of '{group}' does not await approval: the state is {status}."
    hint = "See 'netwerk group members {group} --status requested'."


class NotInGroup(Refused):
    """Only a member can leave, or be a moderator."""

    code = "not_a_member"
    sentence = "{membership} is not a member of '{group}': the state is {status}."
    hint = "See 'netwerk group members {group} --status member'."


class NotAModerator(Refused):
    """Only a moderator of the group, or the organiser, decides on a request."""

    code = "not_a_moderator"
    sentence = "{membership} is not a moderator of '{group}', and cannot decide who joins."
    hint = "Name a moderator with --by, or leave it out to decide as the organiser."


class OwnRequest(Refused):
    """Nobody decides on their own request."""

    code = "own_request"
    sentence = "{membership} of '{group}' cannot decide on a request of their own."
    hint = "Let another moderator decide with --by, or leave it out to decide as the organiser."


class CapacityBelowSeats(Refused):
    """A cap lower than the seats that are held."""

    code = "capacity_below_seats"
    sentence = "{seats_held:seat is|seats are} held at '{event}', more than the new cap of {capacity}."
    hint = "Cancel registrations first, or overrule with --force --reason: everybody keeps the seat."


class SessionCapBelowSeats(Refused):
    """A cap of a session lower than the seats that are held in it."""

    code = "capacity_below_seats"
    sentence = (
        "{seats_held:seat is|seats are} held in '{session}' of '{event}', more than its cap of {capacity}."
    )
    hint = (
        "Choose other sessions for people first, or overrule with --force --reason: everybody keeps the seat."
    )


class NotInvited(Refused):
    """Somebody who is cancelled or declined is not invited."""

    code = "not_invited"
    sentence = "{registration} of '{event}' is {status}: there is nothing to invite to."
    hint = "'--method cancel' writes what takes the event out of a calendar."


class NothingWithdrawn(Refused):
    """Whatever somebody may have in the calendar is to stay there."""

    code = "nothing_withdrawn"
    sentence = "{registration} of '{event}' has nothing in the calendar that is to be taken out."
    hint = "Withdraw them first with 'netwerk registration cancel {event} {registration}', or use '--method request'."


class NotPending(Refused):
    """Only a registration that awaits approval can be approved or declined."""

    code = "not_pending"
    sentence = "{registration} of '{event}' does not await approval: it is {status}."
    hint = "See 'netwerk registration list {event} --status pending'."


class NotWaiting(Refused):
    """Only somebody on the waiting list can be promoted."""

    code = "not_waiting"
    sentence = "{registration} of '{event}' is not on the waiting list: it is {status}."
    hint = "See 'netwerk waitlist list {event}'."


class NotActive(Refused):
    """A cancelled or declined registration cannot be changed or handed over."""

    code = "not_active"
    sentence = "{registration} of '{event}' is {status}."
    hint = "Register the person again with 'netwerk registration add {event}'."


class NoSeatInSession(Refused):
    """Attendance is recorded of who has a place in the session: it gives nobody one."""

    code = "no_seat_in_session"
    sentence = "{registration} of '{event}' has no place in session '{session}' ({status})."
    hint = "Whoever came all the same is let in with 'netwerk attendance record {event} --walk-in'."


class ReportOfAnotherDay(Refused):
    """An attendance report of which no moment lies on the day of the session."""

    code = "report_of_another_day"
    sentence = "{path} is a report of {report_on}; session '{session}' of '{event}' is on {session_on}."
    hint = "Nothing was recorded; name the event or session that the report is of."


class ReportOfAnotherTime(Refused):
    """An attendance report of the right day, in which nobody was there at any moment of the session."""

    code = "report_of_another_time"
    sentence = (
        "{path} has nobody between {starts_at} and {ends_at}, when session '{session}' of '{event}' is."
    )
    hint = "Nothing was recorded; check the time zone of the report, or name the session that it is of."


class ReportOfNobody(Refused):
    """An attendance report in which nobody stands who has a place in the session."""

    code = "report_of_nobody"
    sentence = "None of the {count:person|people} in {path} has a place in session '{session}' of '{event}'."
    hint = "Nothing was recorded; name the event or session that the report is of."


class NotNextInQueue(Refused):
    """Promoting somebody past people who asked earlier."""

    code = "not_next"
    sentence = "{registration} is number {position} on the waiting list of '{event}'; {ahead} asked earlier."
    hint = "Promote in order with --count, or overrule with --force --reason."


class SessionTaken(Refused):
    """A session that people chose is cancelled, not removed."""

    code = "has_registrations"
    sentence = "{count:person has|people have} chosen session '{session}' of '{event}'."
    hint = "Cancel it with 'netwerk session cancel {event} {session}': the record stays."


class DossierOutdated(Refused):
    """A dossier that would set back what was changed since it was exported; `lost` has every such value."""

    code = "dossier_outdated"
    sentence = (
        "{count:value|values} changed since the dossier was exported would be lost, so nothing was done."
    )
    hint = "See how it is now with 'netwerk export dossier {slug}' and edit that, or go ahead with --yes."


class HeldWithin(Refused):
    """An event during which sessions of other events take place."""

    code = "has_sessions_within"
    sentence = (
        "{count:session of another event lies|sessions of other events lie} within '{event}': {sessions}."
    )
    hint = "Take that back first: 'netwerk session edit {first} --within \"\"'."


class ChangedSince(Refused):
    """Exactly one change is taken back; what was built on it has to go first."""

    code = "changed_since"
    sentence = "{change} cannot be taken back: what it did was changed again since, by {later}."
    hint = "Take back {last} first, with 'netwerk undo {last}', or look with 'netwerk undo --list'."


class MailSent(Refused):
    """Undoing a change that sent mail."""

    code = "mail_sent"
    sentence = "{change} sent mail, and that cannot be taken back."
    hint = "See 'netwerk mail list' for what was sent, and 'netwerk undo --list' for another change."


class QuestionAnswered(Refused):
    """A question goes with all that was answered to it, which takes a yes."""

    code = "question_answered"
    sentence = "{count:person has|people have} answered '{question}' of '{event}'; without the question that is gone."
    hint = "To go on all the same: 'netwerk event edit {event} --remove-question {first} --yes'."


class StillNeeded(Refused):
    """A group that events are for cannot go."""

    code = "still_needed"
    sentence = "Group '{group}' cannot be taken out: '{event}' is for its members."
    hint = "Change that first, with 'netwerk event edit {event} --members-of none'."


class HasRegistrations(Refused):
    """An event with people on its list is cancelled, not removed."""

    code = "has_registrations"
    sentence = "'{event}' has {count:registration|registrations}, which would be lost."
    hint = "Cancel it with 'netwerk event cancel {event}': the record stays."


# ----------------------------------------------------------------- 6: store
class StoreFault(NetwerkError):
    """The data file cannot be used."""

    exit_code = 6


class StoreMissing(StoreFault):
    """There is no data file."""

    code = "store_missing"
    sentence = "There is no data file at {path}."
    hint = "Create one with 'netwerk init', or name another with --db FILE."


class StoreDamaged(StoreFault):
    """The data file is not what netwerk writes."""

    code = "store_damaged"
    sentence = "The data file {path} is damaged: {problem}."
    hint = "Put an earlier state back with 'netwerk restore'; see 'netwerk backup --list'."


class StoreNewer(StoreFault):
    """A later version of netwerk wrote the file."""

    code = "store_newer"
    sentence = "The data file {path} was written by a newer netwerk (schema {found}; this one knows {known})."
    hint = "Update netwerk; the file was not touched."


class StoreForbidden(StoreFault):
    """The system does not let us read or write the data file."""

    code = "store_not_permitted"
    sentence = "The data file {path} may not be read or written: {problem}."
    hint = "Check who owns the file and its folder, or name another with --db FILE."


class DatabaseExists(StoreExists):
    """netwerk made its tables in the database before."""

    sentence = "netwerk was set up in the database {path} already."
    hint = "Use it as it is, or choose another with --db."


class DatabaseMissing(StoreMissing):
    """There is a database, and nothing of netwerk in it."""

    sentence = "There is nothing of netwerk in the database {path} yet."
    hint = "Begin there with 'netwerk init', or put a backup there with 'netwerk restore FILE'."


class DatabaseDamaged(StoreDamaged):
    """A row of the database is not what netwerk writes."""

    sentence = "The database {path} is damaged: {problem}."
    hint = "Put a backup back with 'netwerk restore FILE'; 'netwerk doctor' names what else is damaged."


class DatabaseNewer(StoreNewer):
    """A later version of netwerk changed the database."""

    sentence = "The database {path} was changed by a newer netwerk (schema {found}; this one knows {known})."
    hint = "Update netwerk; nothing was changed."


class DatabaseForbidden(StoreForbidden):
    """The server does not let us in, or not do that."""

    sentence = "The database {path} may not be used so: {problem}."
    hint = "Nothing was changed. Ask who keeps the server; a password is kept in ~/.pgpass or PGPASSWORD."


class BadStoreAddress(StoreFault):
    """What names the database cannot be read; it is not quoted, as it may hold a password."""

    code = "store_address"
    sentence = "The address of the database cannot be read: {why}."
    hint = "It looks like postgresql://ans@db.example.org/netwerk; a password is kept in ~/.pgpass or PGPASSWORD."


class DriverMissing(StoreFault):
    """What speaks to PostgreSQL is not installed."""

    code = "store_driver"
    sentence = "What netwerk needs to speak to PostgreSQL is not installed."
    hint = "Install it: pip install 'netwerk-cli[postgresql]'."


class StoreUnreachable(StoreFault):
    """The server of the database cannot be used."""

    code = "store_unreachable"
    sentence = "The database {path} cannot be used: {problem}."
    hint = "Nothing was changed. Check the address, or ask who keeps the server."


class ConnectionLost(StoreFault):
    """The connection to the database broke before anything was changed."""

    code = "connection_lost"
    sentence = "The connection to {path} was lost."
    hint = "Nothing was changed: do it again once the server answers."


class OutcomeUnknown(StoreFault):
    """The connection to the database broke while a change was being made last, and nobody can say whether it was."""

    code = "outcome_unknown"
    sentence = "The connection to {path} was lost, and whether the change was made cannot be found out now."
    hint = "Look with 'netwerk log' once the server answers, before you do it again."


class DoneAndLost(StoreFault):
    """The connection to the database broke after a change was made, before its answer was worked out."""

    code = "answer_lost"
    sentence = (
        "The change was made, but the connection to {path} was lost before all of the answer was known."
    )
    hint = "Look at the result with a read command before you repeat this one."


class ClockDiffers(StoreFault):
    """This machine's clock decides what is in time, and it is not right."""

    code = "clock_differs"
    sentence = "The clock of this machine is {seconds} s away from that of {path}."
    hint = "Nothing was changed. Set the clock: it decides what is in time."


# ---------------------------------------------------------- 7, 8 and signals
class StoreBusy(NetwerkError):
    """Another process held the lock for longer than we wait."""

    exit_code = 7
    code = "store_busy"
    sentence = "Another netwerk was busy with {path} for more than {seconds} s."
    hint = "Try again, or wait longer with --lock-timeout SECONDS."


class ServerBusy(StoreBusy):
    """The server of the database cannot take us now."""

    code = "server_busy"
    sentence = "The database {path} cannot be used now: {problem}."
    hint = "Try again in a moment; nothing was changed."


class LockLost(StoreBusy):
    """The lock file was removed or replaced while we held it, so another process may have changed the data file."""

    code = "lock_lost"
    sentence = "The lock of {path} was taken away during this change, so nothing was changed."
    hint = "Try again, and leave {lock} where it is: removing it frees nothing."


class SenderBusy(StoreBusy):
    """Another process is sending mail about this data file."""

    code = "sender_busy"
    sentence = "Another netwerk is sending mail about {path}, and was not done within {seconds} s."
    hint = "Wait until it is done, or wait longer with --lock-timeout SECONDS; nothing was sent by this one."


class Findings(NetwerkError):
    """`doctor` found something; `findings` is the list."""

    exit_code = 8
    code = "findings"
    sentence = "{count:finding|findings}."
    hint = "Each line says what to do about it."


class TracesFound(Findings):
    """Somebody was found where they were looked for; `traces` says where, `unread` what could not be looked into."""

    code = "traces_found"
    sentence = "Found in {count:place|places}."
    hint = "Each line above says where; what it is in is for you to clean or remove."


class PlacesUnread(Findings):
    """Nothing was found, but not all could be looked into; facts as of `TracesFound`."""

    code = "places_unread"
    sentence = "Not found, but {count:place|places} could not be looked into."
    hint = "Each line above says why; look into those by hand."


class ErasedButUnread(Findings):
    """Somebody was erased, but something may still hold them that cannot be read; facts as of the result."""

    code = "places_unread"
    sentence = "Erased, but {count:place|places} could not be looked into."
    hint = "Each line above says why; look into those by hand."


class SomeRejected(Findings):
    """Some lines of an input were taken, others were not; `results` has one result a line."""

    code = "rows_rejected"
    sentence = "{rejected} of {count:line was|lines were} rejected, {taken} taken."
    hint = "Each line above says why; mend those and run them again."


class SomeWouldBeRejected(SomeRejected):
    """What `SomeRejected` says of a dry run."""

    sentence = "{rejected} of {count:line|lines} would be rejected, {taken} taken."


class RowsRejected(Findings):
    """Some rows of a list were not taken; the facts are those of the result."""

    code = "rows_rejected"
    sentence = "Not taken: {rejected} of {read:row|rows}."
    hint = "Each line above says why; --rejects FILE writes those rows, to be mended and read again."


class RowsWouldBeRejected(RowsRejected):
    """As `RowsRejected`, where nothing was done."""

    sentence = "Would not be taken: {rejected} of {read:row|rows}."


class FilesRejected(Findings):
    """Some files of a folder were not taken, or not whole; `files` has what each came to."""

    code = "files_rejected"
    sentence = "Not taken, or not whole: {rejected} of {count:file|files}."
    hint = "The .txt beside each of them says why."


class SomeSkipped(Findings):
    """Some of several people were decided on, others were not; `results` has one result a person."""

    code = "people_skipped"
    sentence = "{skipped} of {count:person was|people were} skipped; {changed} changed."
    hint = "Each line above says why; decide on those one by one."


class SomeNotSent(Findings):
    """Some messages were not sent, or it is not certain that they were; the facts are those of the result."""

    code = "not_sent"
    sentence = "{failed} of {count:message|messages} did not go for certain."
    hint = "Each line above says why; 'netwerk mail due' has who does not know yet."


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


class SendingInterrupted(Interrupted):
    """Ctrl-C while mail went out; the facts are those of the result."""

    sentence = "Interrupted; {count:message was|messages were} sent before."
    hint = "'netwerk mail list' has what was sent; what did not go is still due."
