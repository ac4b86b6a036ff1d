"""What is said of a list that was read in: its columns, its rows, and what they came to."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from typing import Any

from netwerk_cli.cli import language
from netwerk_cli.cli.call import Call
from netwerk_cli.cli.cautions import warning
from netwerk_cli.cli.changes import one_line
from netwerk_cli.domain import member_lists, questions
from netwerk_cli.domain.history import plain
from netwerk_cli.domain.likeness import Likeness
from netwerk_cli.domain.questions import Question, Questions, near
from netwerk_cli.domain.registrations import Registration
from netwerk_cli.domain.seats.rows import REJECTED, Kind
from netwerk_cli.errors import BadValue
from netwerk_cli.errors.outcomes import RowsRejected, RowsWouldBeRejected
from netwerk_cli.exchange import answers
from netwerk_cli.services import importing, importing_members
from netwerk_cli.services.importing import Contents
from netwerk_cli.terms import REGISTRATION, headings

Shape = dict[str, Any]
Done = importing.Done | importing_members.Done
"""What became of a list: of people who register, or of the people of a group."""
Read = importing.Read | importing_members.Read

_COUNTED: Mapping[str, str] = {
    Kind.CONFIRMED: "{count} with a seat",
    member_lists.Kind.MEMBER: "{count} taken in",
    Kind.PENDING: "{count} awaiting approval",
    member_lists.Kind.REQUESTED: "{count} to approve",
    Kind.WAITING: "{count} on the waiting list",
    Kind.NO_SEAT: "{count} without a seat",
    Kind.UPDATED: "{count} corrected",
    Kind.UNCHANGED: "{count} unchanged",
    Kind.CANCELLED: "{count} cancelled",
    Kind.LATE: "{count} too late",
    Kind.DUPLICATE: "{count} there before",
    Kind.OTHER_NAME: "{count} with another name on the same address",
    Kind.NO_ADDRESS: "{count} without an address",
    Kind.BAD_ADDRESS: "{count} with a wrong address",
    Kind.REFUSED: "{count} refused",
}
_HELD: Mapping[str, str] = {
    **headings(REGISTRATION),
    "account": "name",
    "given_name": "given name",
    "initials": "given name",
    "name_prefix": "name prefix",
    "family_name": "family name",
    "received_on": "day received",
    "received_time": "time received",
    "is_cancelled": "cancelled or not",
    "is_draft": "draft or not",
}
"""What a person calls what a column holds."""
_PLACED = (
    Kind.CONFIRMED,
    Kind.PENDING,
    Kind.WAITING,
    Kind.NO_SEAT,
    member_lists.Kind.MEMBER,
    member_lists.Kind.REQUESTED,
)
_MANY, _LONG = 20, 80


# ------------------------------------------------------------------ for scripts
def answer(call: Call, result: Shape) -> None:
    """Put the result on standard output. Raises `RowsRejected` where some rows were not taken."""
    rejected = sum(result["counts"].get(kind, 0) for kind in REJECTED)
    call.options["changed"] = result["changed"] and not call.dry_run
    if call.dry_run:
        call.say("This was a dry run: nothing was changed.")
    if rejected:
        facts = {**result, "rejected": rejected}
        raise RowsWouldBeRejected(**facts) if call.dry_run else RowsRejected(**facts)
    if call.json:
        call.put(result)


def shape(call: Call, done: Done, action: str, **whose: str) -> Shape:
    """Return the result object of a file; rows that say nothing new are only counted."""
    found, span = done.contents.columns, done.contents.span
    counted = Counter(str(one.taken.kind) for one in done.rows)
    return {
        "action": action,
        "changed": done.changed,
        "dry_run": call.dry_run,
        **whose,
        "read": len(done.rows),
        "counts": {str(kind): counted[kind] for kind in done.kinds},
        "mapping": dict(found.mapping),
        "lookalikes": sum(bool(one.likenesses) for one in done.rows),
        "unread": list(found.unread),
        "timezone": found.notation.zone,
        "first": None if span is None else plain(span[0]),
        "last": None if span is None else plain(span[1]),
        "rows": [_row(call, one, _asked(done)) for one in done.rows if says_something(one)],
        "warnings": call.warnings,
        "change": call.change_code() if done.changed else None,
    }


def _asked(done: Done) -> Questions:
    return done.event.questions if isinstance(done, importing.Done) else ()


def says_something(one: Read) -> bool:
    """Whether a row is worth a line: it changed something, or could not."""
    return one.taken.kind != Kind.UNCHANGED or one.taken.refusal is not None


def _row(call: Call, one: Read, asked: Questions) -> Shape:
    column, value, suggestion = _odd(one, asked)
    code = None if one.now is None else one.now.code
    about = {"registration": code} if isinstance(one, importing.Read) else {"membership": code}
    return {
        "row": one.answer.row.number,
        "outcome": str(one.taken.kind),
        **about,
        "message": _message(call, one) or None,
        "column": column,
        "value": value,
        "suggestion": suggestion,
        **({"position": one.position} if isinstance(one, importing.Read) else {}),
        "warnings": [warning(like.text, code=like.code, line=one.answer.row.number) for like in noticed(one)],
        "changes": {name: list(map(plain, pair)) for name, pair in _changes(one, asked).items()},
    }


def noticed(one: Read) -> tuple[Likeness, ...]:
    """Return whom and what a newcomer looks like, and what they left open."""
    return (*one.likenesses, *one.open) if isinstance(one, importing.Read) else one.likenesses


def _odd(one: Read, asked: Questions) -> tuple[str | None, str | None, str | None]:
    """Return the column and the value for which a row was not taken, and what was probably meant.

    What somebody said of their health is not said again.
    """
    if one.taken.kind == Kind.BAD_ADDRESS:
        value = one.answer.fields.get("email", "")
        return "email", value, answers.better_address(value)
    question = _answered(one, asked)
    if question is None:
        return None, None, None
    if question.special:
        return question.id, None, None
    typed = one.answer.given[question.id]
    return question.id, typed, near(question, typed)


def _answered(one: Read, asked: Questions) -> Question | None:
    """Return the question whose answer is why a row was not taken."""
    facts = {} if one.taken.refusal is None else one.taken.refusal.facts
    id = facts.get("question") or str(facts.get("field")).removeprefix("--answer ")
    return next((question for question in asked if question.id == id), None)


def _changes(one: Read, asked: Questions) -> dict[str, tuple[object, object]]:
    """Return what a corrected row changed: each field as it was and as it is, special answers without what they say."""
    before, now = one.taken.before, one.now
    if one.taken.kind != Kind.UPDATED or before is None or now is None:
        return {}
    held = [name for name in answers.FIELDS if hasattr(now, name)]
    pairs = {name: (getattr(before, name), getattr(now, name)) for name in held}
    found = {name: pair for name, pair in pairs.items() if pair[0] != pair[1]}
    if isinstance(before, Registration) and isinstance(now, Registration):
        differing = questions.differing(asked, before.answers, now.answers)
        found |= {name.removeprefix("answers."): pair for name, pair in differing.items()}
    return found


def _message(call: Call, one: Read) -> str:
    """Return why a row was not taken or changed nothing, in a sentence; empty where there is nothing to say."""
    refusal = one.taken.refusal
    if isinstance(refusal, BadValue):
        field = str(refusal.facts["field"]).removeprefix("--")
        said = headings(REGISTRATION)
        name = call.words(said[field]) if field in said else field
        return call.words("{name}: {why}.", name=name, why=refusal.facts["why"])
    if refusal is not None:
        return language.sentence(refusal, call.language)
    if one.taken.kind == Kind.CANCELLED:
        return call.words("The list says that it is cancelled.")
    return ""


# ----------------------------------------------------------------- for a person
def tell_columns(call: Call, contents: Contents) -> None:
    """Say which column is read as what, before anything happens, and from when to when people asked."""
    found = contents.columns
    pairs = (f"{heading} = {_held(call, field)}" for heading, field in found.mapping.items())
    call.say("Columns: {columns}.", columns="; ".join(pairs))
    if contents.table.sheet is not None:
        call.say("Sheet: {sheet}.", sheet=contents.table.sheet)
    if contents.kept:
        call.say("Kept as questions: {questions}.", questions=_kept(call, contents))
    if found.unread:
        call.say(
            "Not read: {columns}.", columns="; ".join(found.unread[:20] + ("…",) * (len(found.unread) > 20))
        )
    span = contents.span
    if span is None:
        call.say("No column says when somebody asked: whoever is new asks now, in the order of the rows.")
    else:
        call.say(
            "Received from {first} to {last}, in {zone}.",
            first=span[0],
            last=span[1],
            zone=found.notation.zone,
        )


def _held(call: Call, field: str) -> str:
    """Return what a person calls what a column holds: a field, or a question by its id."""
    return call.words(_HELD[field]) if field in _HELD else field


def _kept(call: Call, contents: Contents) -> str:
    marks = {True: f" ({call.words('special')})", False: ""}
    return ", ".join(f"{one.id}{marks[one.special]}" for one in contents.kept)


def warn_of_questions(call: Call, done: importing.Done) -> None:
    """Say which questions have to be answered and stand above no column, when people were registered all the same."""
    for one in done.unasked:
        call.warn("Careful: no column answers '{question}', which has to be answered.", question=one.id)


def tell_rows(call: Call, done: Done) -> None:
    """Say a line of each row that needs a look, with the name that stands in it."""
    for line in told(call, done):
        call.say("{line}", line=line)


def tell_unread(call: Call, contents: Contents) -> None:
    """Name the columns that nothing is read from."""
    unread = contents.columns.unread
    if unread:
        call.say("Not read: {columns}.", columns="; ".join((*unread[:_MANY], *["…"] * (len(unread) > _MANY))))


def told(call: Call, done: Done, *, only: Collection[str] | None = None) -> Iterator[str]:
    """Yield a line of each row that needs a look."""
    for one in done.rows:
        if says_something(one) and (only is None or one.taken.kind in only):
            name = " ".join(one.answer.fields.get("name", "")[:_LONG].split()) or "–"
            for text in _lines(call, one, _asked(done)):
                yield call.words(
                    "Row {row} ({name}): {message}", row=one.answer.row.number, name=name, message=text
                )


def _lines(call: Call, one: Read, asked: Questions) -> list[str]:
    """Return what is said of one row."""
    changes = _changes(one, asked)
    if changes:
        return [
            call.words(
                "{name}: {old} → {new}",
                name=_held(call, name),
                old=one_line(call, old),
                new=one_line(call, new),
            )
            for name, (old, new) in changes.items()
        ]
    if one.taken.kind in _PLACED:
        return [call.words(like.text.template, **like.text.facts) for like in noticed(one)]
    text, (_, value, better) = _message(call, one), _odd(one, asked)
    if value is None:
        return [text]
    meant = "" if better is None else " " + call.words("Perhaps {address} is meant.", address=better)
    return [f"{text} ({' '.join(value[:_LONG].split())}){meant}"]


def say_counts(call: Call, done: Done) -> None:
    """Say how many rows came to what."""
    counted = Counter(one.taken.kind for one in done.rows)
    counts = {kind: count for kind in done.kinds if (count := counted[kind])}
    parts = ", ".join(call.words(_COUNTED[kind], count=count) for kind, count in counts.items())
    call.say("{read:row|rows} read: {parts}.", read=len(done.rows), parts=parts)
