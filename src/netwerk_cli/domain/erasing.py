"""What is left of a record when a person, or some of what is kept of people, is erased: seats, moments and counts.

A record stays under its number, so that no figure changes and no code is given twice; nobody can be told from it.
Withdrawing somebody from what is not over comes before: that is for the gate.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from typing import Any, TypeVar

from netwerk_cli.domain import counting, personal_data
from netwerk_cli.domain.attendance import Attendance, Source, kept
from netwerk_cli.domain.events import Event
from netwerk_cli.domain.figures import ANSWER
from netwerk_cli.domain.groups import Group, Membership
from netwerk_cli.domain.history import Entry
from netwerk_cli.domain.materials import Material
from netwerk_cli.domain.mentioning import STRUCK
from netwerk_cli.domain.people import NOWHERE, Whom, same_address
from netwerk_cli.domain.personal_data import Erased
from netwerk_cli.domain.registrations import Registration
from netwerk_cli.records import defaults, replace

NOBODY = STRUCK
"""What a name, and a reason that has to be there, becomes."""
WHY, BY, SOURCE = "why", "by", "source"
"""Fields of each line of a history that can be erased, beside those of the record itself."""
ANSWERS, ATTENDANCE, ORGANISERS = "answers", "attendance", "organisers"

Person = TypeVar("Person", Registration, Membership)
Kept = TypeVar("Kept", Registration, Membership, Event, Group, Material, Attendance, Entry)


def address_of_nobody(code: str) -> str:
    """Return the address that somebody has who was erased; of each code another."""
    return f"{code}{NOWHERE}"


def is_nobody(record: Registration | Membership) -> bool:
    """Whether somebody was erased of whom this record is left."""
    return record.email.endswith(NOWHERE)


def everything_of(record: Registration | Membership) -> frozenset[str]:
    """Return all fields that are erased with a person."""
    fields = personal_data.erased(type(record).__name__, Erased.DROPPED, Erased.REPLACED, Erased.COUNTED)
    return frozenset({*fields, "told", "messages", WHY})


# ------------------------------------------------------------- some fields
Known = dict[str, Any]
"""Fields of a record, and what becomes of them where that is another value."""


def without(record: Person, fields: Collection[str]) -> Person:
    """Return a record without what some fields say, now and in its history; the same one where they say nothing.

    `fields` are those of the record, `answers.ID` for one answer, `why` for the reasons in its history and `by` for who
    did what. A name, an address and an exception are replaced; the rest goes.
    """
    return _with(record, said(record, fields))


def said(record: Registration | Membership, fields: Collection[str]) -> Known:
    """Return what `without` does to a record; nothing where these fields say nothing."""
    known = {name: value for name, value in _cleared(record).items() if name in fields}
    if isinstance(record, Registration):
        known[ANSWERS] = {id: said for id, said in record.answers.items() if not _answer_in(id, fields)}
        known[ATTENDANCE] = {s: _attended_without(one, fields) for s, one in record.attendance.items()}
    known["history"] = tuple(line_without(entry, fields) for entry in record.history)
    return _others(record, known)


def _others(record: object, known: Known) -> Known:
    return {name: value for name, value in known.items() if getattr(record, name) != value}


def _with(record: Kept, known: Known) -> Kept:
    return replace(record, **known) if known else record


def _cleared(record: Registration | Membership) -> dict[str, Any]:
    """Return what becomes of each field that can be erased."""
    goes = personal_data.erased(type(record).__name__, Erased.DROPPED, Erased.COUNTED)
    found = {
        name: value for name, value in defaults(type(record)).items() if name in goes and name != ANSWERS
    }
    found |= {"name": NOBODY, "email": address_of_nobody(record.code), "messages": ()}
    if isinstance(record, Registration):
        found |= {"override": record.override and NOBODY, "told": ()}
    return found


def _answer_in(id: str, fields: Collection[str]) -> bool:
    return ANSWERS in fields or f"{ANSWER}{id}" in fields


def _attended_without(one: Attendance, fields: Collection[str]) -> Attendance:
    """Return what was recorded of somebody without who recorded it, and without the name of a file."""
    by = NOBODY if BY in fields else one.by
    source = NOBODY if SOURCE in fields and one.source not in tuple(Source) else one.source
    return _with(one, _others(one, {BY: by, SOURCE: source}))


def line_without(entry: Entry, fields: Collection[str]) -> Entry:
    """Return a line of history without what some fields say in it, else as `without`; `by` is replaced."""
    return _with(entry, said_in_line(entry, fields))


def said_in_line(entry: Entry, fields: Collection[str]) -> Known:
    """Return what `line_without` does to a line of history."""
    changes = {
        name: _pair_without(name, pair, fields)
        for name, pair in entry.changes.items()
        if name.rpartition(".")[2] not in fields or name == ORGANISERS
    }
    why = None if WHY in fields else entry.why
    by = NOBODY if BY in fields else entry.by
    return _others(entry, {WHY: why, BY: by, "changes": changes})


def _pair_without(name: str, pair: Sequence[Any], fields: Collection[str]) -> tuple[object, object]:
    if name == ANSWERS:
        return _answers_without(pair, fields)
    if name == ATTENDANCE:
        return _of_both(pair, lambda side: [[s, _said_without(said, fields)] for s, said in side])
    if name == ORGANISERS and name in fields:
        return _of_both(pair, _parties)
    return pair[0], pair[1]


def _of_both(pair: Sequence[Any], without: Callable[[Any], list[Any]]) -> tuple[object, object]:
    return (pair[0] and without(pair[0])), (pair[1] and without(pair[1]))


def _said_without(said: Mapping[str, object], fields: Collection[str]) -> dict[str, object]:
    return _attended_without(kept(said), fields).plain()


def _answers_without(pair: Sequence[Any], fields: Collection[str]) -> tuple[object, object]:
    """Return answers before and after, as a history has them, without some."""
    before, after = ([one for one in said or () if not _answer_in(one[0], fields)] for said in pair)
    return before, after


# ------------------------------------------------------- an event or a group
Owner = TypeVar("Owner", Event, Group)


def owner_without(owner: Owner, fields: Collection[str]) -> Owner:
    """Return an event or group without what some fields say of who organises it and contributes to it.

    Of `organisers` who is written with an address goes: the others are parties. See `without` for all else.
    """
    return _with(owner, said_of_owner(owner, fields))


def said_of_owner(owner: Event | Group, fields: Collection[str]) -> Known:
    """Return what `owner_without` does to an event or group."""
    gone: Known = {name: None for name in ("contributor", "answered_by") if name in fields}
    organisers = tuple(_parties(owner.organisers)) if ORGANISERS in fields else owner.organisers
    materials = tuple(_with(one, _others(one, gone)) for one in owner.materials)
    history = tuple(line_without(entry, fields) for entry in owner.history)
    return _others(owner, {ORGANISERS: organisers, "materials": materials, "history": history})


def _parties(organisers: Sequence[Any]) -> list[Any]:
    return [one for one in organisers if "@" not in str(one)]


# ------------------------------------------------------------ a whole person
def anonymous(
    event: Event, registration: Registration, recorded: Collection[str]
) -> tuple[Event, Registration]:
    """Return the event with what somebody had said counted, and their registration with nothing that is theirs.

    `recorded` are the sessions of which attendance was recorded.
    """
    event, registration = counting.kept(event, registration, recorded, counting.dimensions(event))
    return event, without(registration, everything_of(registration))


def forgotten(record: Person, who: Whom, *, shared: bool = False) -> Person:
    """Return a record without somebody who had it until another took over; the same one where nobody did.

    What was said and done while they had it goes; that it was so stays, and what came after.
    """
    theirs = [*_spans(record, who, shared=shared)]
    history = tuple(
        _line_of_another(entry, held, record.code) if any(held) else entry
        for entry, held in zip(record.history, theirs, strict=True)
    )
    own = same_address(record.email)
    sent = tuple(m for m in record.messages if same_address(m.email) == own or not who.addresses(m.email))
    if not isinstance(record, Registration):
        return replace(record, messages=sent, history=history)
    told = tuple(one for one in record.told if not who.is_(one.name, one.email, shared=shared))
    return replace(record, told=told, messages=sent, history=history)


def changes_of(record: Registration | Membership, who: Whom, *, shared: bool = False) -> frozenset[int]:
    """Return the numbers of the changes that were made while somebody had a record."""
    spans = zip(record.history, _spans(record, who, shared=shared), strict=True)
    return frozenset(entry.change for entry, held in spans if any(held))


def names_in(record: Registration | Membership) -> Iterator[tuple[str, str]]:
    """Yield the names and addresses of everybody who has or had a record, and who was told something about it."""
    yield record.name, record.email
    for before, _ in _holders(record):
        yield before
    if isinstance(record, Registration):
        yield from ((one.name, one.email) for one in record.told)


def _spans(record: Registration | Membership, who: Whom, *, shared: bool) -> Iterator[tuple[bool, bool]]:
    """Yield of each line of a history whether the record was somebody's before and after it."""
    for holders in _holders(record):
        before, after = (who.is_(name, email, shared=shared) for name, email in holders)
        yield before, after


def _holders(record: Registration | Membership) -> list[tuple[tuple[str, str], tuple[str, str]]]:
    """Return of each line of a history who had the record before and after it."""
    found, after = [], (record.name, record.email)
    for entry in reversed(record.history):
        name = str(entry.changes.get("name", after)[0])
        email = str(entry.changes.get("email", after[1:])[0])
        found.append(((name, email), after))
        after = name, email
    return found[::-1]


def _line_of_another(entry: Entry, held: tuple[bool, bool], code: str) -> Entry:
    """Return a line of history without what somebody said who had the record before it, after it, or both."""
    changes: dict[str, Any] = {}
    nobody = {"name": NOBODY, "email": address_of_nobody(code)}
    for name, pair in entry.changes.items():
        if name in nobody:
            changes[name] = tuple(
                nobody[name] if his else value for his, value in zip(held, pair, strict=True)
            )
        elif name not in _PERSONAL:
            changes[name] = pair
    return line_without(replace(entry, changes=changes), {WHY})


_PERSONAL = frozenset({
    *personal_data.erased("Registration", Erased.DROPPED, Erased.REPLACED, Erased.COUNTED), "told", "messages",
})  # fmt: skip


# ------------------------------------------------------------ words of others
FREE: frozenset[str] = frozenset(
    one.field
    for one in personal_data.ENTRIES
    if one.erased in (Erased.MENTIONS, Erased.DROPPED, Erased.REPLACED, Erased.COUNTED)
) | {"audience", "value", "materials", "milestones", "questions"}
"""Fields in which somebody may be mentioned; all others hold words of ours."""
_OURS = frozenset({"id", "kind", "status"})
_LISTS = frozenset({"organisers", "audiences"})
_GOES = frozenset(
    name
    for record in ("Registration", "Membership", "Material", "Entry")
    for name in personal_data.erased(record, Erased.DROPPED, Erased.COUNTED)
)
"""Lists that can do without an item, and fields that can be without a value, when that was a mention and no more."""


def struck(document: Any, strike: Callable[[str], str], name: str = "", *, free: bool = False) -> Any:
    """Return a document, as JSON has it, with the mentions of somebody taken out of what people wrote in it.

    `name` is that of the field it is the value of, and `free` whether people may write there. A history calls a field
    of a part by all of its name: `materials.m1.title`.
    """
    if isinstance(document, str):
        return strike(document) if free else document
    if isinstance(document, list):
        items = [struck(item, strike, name, free=free) for item in document]
        return [item for item in items if item != STRUCK] if name in _LISTS else items
    if not isinstance(document, Mapping):
        return document
    found = {}
    for field, value in document.items():
        last = field.rpartition(".")[2]
        found[field] = struck(value, strike, last, free=(free or last in FREE) and last not in _OURS)
    return {field: value for field, value in found.items() if value != STRUCK or field not in _GOES}
