"""What a dossier says, as the event or group that it describes.

A key that is absent means the default of its field. What is no part of the terms (closings, cancellations, history)
is that of the record as it stands; so is whether a session is cancelled or a milestone done, unless the key says it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, NamedTuple, TypeVar

from netwerk_cli import terms
from netwerk_cli.dates import read_moment, read_when
from netwerk_cli.domain import lifecycle, moments, texts
from netwerk_cli.domain import questions as rules
from netwerk_cli.domain.events import Event, Session
from netwerk_cli.domain.groups import Group
from netwerk_cli.domain.history import Act
from netwerk_cli.domain.moments import Moment
from netwerk_cli.domain.questions import Question
from netwerk_cli.domain.set_asides import SetAside, strangers
from netwerk_cli.domain.slugs import check_slug
from netwerk_cli.errors import BadValue
from netwerk_cli.errors.dossiers import TimesTwice
from netwerk_cli.exchange.dossiers import Dossier, Fault, Table
from netwerk_cli.records import replace
from netwerk_cli.services import describing_parts, event_fields, groups, questions, values
from netwerk_cli.services.dossier_values import Notes, Read, text, typed
from netwerk_cli.services.event_fields import MAIN, TIMES
from netwerk_cli.services.owners import Owner
from netwerk_cli.services.values import Fields
from netwerk_cli.terms import Given, Terms
from netwerk_cli.wording import Wording

Kind = TypeVar("Kind", Event, Group)

_APART = {
    "slug",
    "id",
    "timezone",
    "set-aside",
    "members-of",
    "within",
    "cancelled",
    "to-be-announced",
    *TIMES,
}
"""Keys that are not read one by one with what reads the options."""

_PLANNED = ("opens_at", "closes_at", "set_asides")
_STATE = ("closed_at", "closed_by", "cancelled_at", "history")


class Described(NamedTuple):
    """The record that a dossier describes, what is off with the dossier, and what looks odd in it."""

    record: Owner
    faults: list[Fault]
    warnings: list[Fault]


def described(dossier: Dossier, before: Owner | None, act: Act) -> Described:
    """Return what a dossier describes; `before` is the record of its name and kind as it stands."""
    notes = Notes(dossier, act)
    record: Owner
    if dossier.head.name == "event":
        event = _event(notes, before if isinstance(before, Event) else None)
        record = describing_parts.added(notes, event, before)
    else:
        group = _group(notes, before if isinstance(before, Group) else None)
        record = describing_parts.added(notes, group, before)
    return Described(record, sorted(notes.faults, key=lambda fault: fault.line), notes.warnings)


def _blank(notes: Notes, record: Kind) -> Kind:
    """Return the record with its name, which stands in for a title, and the zone of its times."""
    readers: dict[str, Read] = {
        "slug": notes.slug("slug"),
        "timezone": lambda value: {"timezone": str(moments.zone(value).key)},
    }
    found: dict[str, Any] = notes.each(notes.dossier.head, readers)
    return replace(record, **found, title=found.get("slug", ""))


def _readers(known: Terms, read: Callable[[Given], Fields]) -> dict[str, Read]:
    """Return what reads each key with what reads the options: `read` takes what was typed."""

    def reading(name: str) -> Read:
        return lambda value: read({name: typed(value)})

    return {term.key: reading(term.typed) for term in known if term.key and term.key not in _APART}


# ------------------------------------------------------------------- groups
def _group(notes: Notes, before: Group | None) -> Group:
    group = _blank(notes, Group(slug="x", title=""))
    found: dict[str, Any] = notes.each(
        notes.dossier.head, _readers(terms.GROUP, lambda given: groups.fields(given, group))
    )
    return replace(group, **found, history=before.history if before is not None else ())


# ------------------------------------------------------------------- events
def _event(notes: Notes, before: Event | None) -> Event:
    head, tables = notes.dossier.head, notes.dossier.parts["session"]
    blank = _blank(notes, Event(slug="x", title=""))
    old = {session.id: session for session in before.sessions} if before is not None else {}
    notes.refuse_twins(tables)
    sessions = tuple(_session(notes, table, blank, old) for table in tables)
    given = [key for key in TIMES if key in head.given]
    if given and tables:
        notes.note(head.line_of(*given), TimesTwice(key=given[0]))
    elif given:
        start, end = _span(notes, head, blank.timezone)
        sessions = (_stated(Session(id=MAIN, starts_at=start, ends_at=end), old),)
    blank = replace(blank, questions=_questions(notes))
    event = replace(blank, sessions=_possible(notes, sessions, blank))
    standing = {name: getattr(before, name) for name in _PLANNED} if before is not None else {}
    found: dict[str, Any] = _terms(notes, replace(event, **standing))
    event = replace(event, **found)
    with notes.watching(head, "closes", "opens", "set-aside"):
        lifecycle.check(event)
    _warn_of_caps(notes, event.capacity, sessions)
    _warn_of_strangers(notes, event)
    state = {name: getattr(before, name) for name in _STATE} if before is not None else {}
    return replace(event, sessions=sessions, **state)


def _terms(notes: Notes, event: Event) -> Fields:
    """Return the fields of the keys of `[event]`; `event` has its name, zone, sessions and what stands."""
    head = notes.dossier.head
    readers = _readers(terms.EVENT, lambda given: event_fields.fields(given, event, now=notes.act.at))
    found = notes.each(head, {**readers, "members-of": notes.slug("members-of")})
    asides = [_set_aside(notes, table, event) for table in notes.dossier.set_asides]
    return {**found, "set_asides": tuple(aside for aside in asides if aside is not None)}


def _set_aside(notes: Notes, table: Table, event: Event) -> SetAside | None:
    def seats(value: object) -> Fields:
        count = values.count(str(value), field="--seats")
        if count is None:
            raise BadValue(field="--seats", why=Wording("it is a whole number from 0"))
        return {"seats": count}

    audience = str(table.given["audience"].value).strip() if "audience" in table.given else ""
    readers: dict[str, Read] = {
        "audience": lambda value: {"audience": texts.line(value, field="--audience")},
        "seats": seats,
        "until": lambda value: {
            "until": event_fields.released(text(value), event, audience, now=notes.act.at)
        },
    }
    found: dict[str, Any] = notes.each(table, readers)
    return SetAside(**found) if len(found) == len(readers) else None


def _warn_of_caps(notes: Notes, most: int | None, sessions: tuple[Session, ...]) -> None:
    """Say where a session has more seats than the event."""
    for table, session in zip(notes.dossier.parts["session"], sessions, strict=False):
        if most is not None and (session.capacity or 0) > most:
            problem = Wording(
                "Careful: its cap of {capacity} is above the event's {most}.",
                capacity=session.capacity,
                most=most,
            )
            notes.warn(table.line_of("capacity"), problem)


def _warn_of_strangers(notes: Notes, event: Event) -> None:
    """Say for whom seats are kept though the event is not for them: a mistyped audience keeps them from all."""
    for table in notes.dossier.set_asides:
        audience = str(table.given["audience"].value).strip() if "audience" in table.given else None
        if audience in strangers(event.set_asides, event.audiences):
            problem = Wording(
                "Careful: seats are set aside for '{audience}', which is not an audience of the event.",
                audience=audience,
            )
            notes.warn(table.line_of("audience"), problem)


def _questions(notes: Notes) -> tuple[Question, ...]:
    """Return the questions that can be asked, and note of each of the others why not."""
    tables = notes.dossier.parts["question"]
    notes.refuse_twins(tables)
    readers = _readers(terms.QUESTION, lambda given: values.fields(terms.QUESTION, given, None))
    readers |= {
        "id": lambda value: {"id": questions.free(check_slug(value, field="id"))},
        "kind": lambda value: {"kind": questions.kind(text(value))},
        "choices": lambda value: {"choices": tuple(texts.line(one, field="choices") for one in value)},
    }
    asked: dict[object, Question] = {}
    for table in tables:
        known, found = len(notes.faults), notes.each(table, readers)
        if len(notes.faults) > known or not {"id", "text"} <= found.keys():
            continue
        question = Question(**found)  # type: ignore[arg-type]
        with notes.watching(table, "choices", "kind", "text", "id"):
            rules.check((*asked.values(), question))
            asked.setdefault(question.id, question)
    return tuple(asked.values())


# ----------------------------------------------------------------- sessions
def _session(notes: Notes, table: Table, event: Event, old: Mapping[str, Session]) -> Session:
    readers = _readers(terms.SESSION, lambda given: values.fields(terms.SESSION, given, None))
    start, end = _when(notes, table, event.timezone)
    found: dict[str, Any] = notes.each(
        table, {**readers, "id": notes.slug("id"), "within": notes.slug("within")}
    )
    session = _stated(Session(**{"id": "", **found, "starts_at": start, "ends_at": end}), old)
    if "cancelled" not in table.given:
        return session
    cancelled_at = session.cancelled_at or notes.act.at
    return replace(session, cancelled_at=cancelled_at if table.given["cancelled"].value else None)


def _stated(session: Session, old: Mapping[str, Session]) -> Session:
    """Return the session with the state of the one of its name that there is."""
    before = old.get(session.id, session)
    return replace(session, cancelled_at=before.cancelled_at, sequence=before.sequence)


def _when(notes: Notes, table: Table, zone: str) -> tuple[Moment | None, Moment | None]:
    """Return when a session is; its time, or that it is to be announced, has to be there."""
    unknown = "to-be-announced" in table.given and table.given["to-be-announced"].value
    timed = any(key in table.given for key in TIMES)
    if unknown and timed:
        why = Wording("it goes without a time")
        notes.note(table.line_of("to-be-announced"), BadValue(field="to-be-announced", why=why))
    elif not unknown and not timed:
        why = Wording("give a start, or to-be-announced = true")
        notes.note(table.line, BadValue(field="starts", why=why))
    elif timed:
        return _span(notes, table, zone)
    return None, None


def _span(notes: Notes, table: Table, zone: str) -> tuple[Moment | None, Moment | None]:
    """Return the start and the end that a table gives; each value is looked at before they are taken together."""
    now, known = notes.act.at, len(notes.faults)

    def checked(key: str, value: object) -> Fields:
        match key:
            case "starts":
                read_when(text(value), zone=zone, now=now)
            case "ends":
                read_moment(text(value), zone=zone, now=now)
            case _:
                moments.duration(text(value))
        return {key: text(value)}

    def reading(key: str) -> Read:
        return lambda value: checked(key, value)

    given: dict[str, Any] = notes.each(table, {key: reading(key) for key in TIMES})
    if len(notes.faults) == known:
        with notes.watching(table, *TIMES):
            return event_fields.span(given, Session(id=MAIN), zone, now)
    return None, None


def _possible(notes: Notes, sessions: tuple[Session, ...], event: Event) -> tuple[Session, ...]:
    """Return the sessions that can be, and note of each of the others why not."""
    tables = notes.dossier.parts["session"] or (notes.dossier.head,)
    possible = []
    for table, session in zip(tables, sessions, strict=False):
        with notes.watching(table, "ends", "duration", "starts"):
            lifecycle.check(replace(event, sessions=(session,)))
            possible.append(session)
    return tuple(possible)
