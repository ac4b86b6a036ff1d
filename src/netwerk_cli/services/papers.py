"""What is printed of an event: lists to sign, badges."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from typing import Any, NamedTuple

from netwerk_cli.dates import in_words
from netwerk_cli.domain.erasing import is_nobody
from netwerk_cli.domain.events import Event, Session
from netwerk_cli.domain.family_names import names_of
from netwerk_cli.domain.history import Entry
from netwerk_cli.domain.moments import in_zone
from netwerk_cli.domain.questions import QuestionKind
from netwerk_cli.domain.registrations import Registrations
from netwerk_cli.errors import UnknownField
from netwerk_cli.errors.papers import NobodyToPrint
from netwerk_cli.exchange.listed import Layout, shown
from netwerk_cli.pdf import badges as labels_of
from netwerk_cli.pdf import labels, sign_in, typesetting
from netwerk_cli.pdf.papers import About, Paper, Person, Speech
from netwerk_cli.services import exports
from netwerk_cli.services.attendee_lists import Shapes
from netwerk_cli.services.caller import Caller
from netwerk_cli.services.choosing import Which
from netwerk_cli.services.exports import Wanted
from netwerk_cli.services.registrations import chosen
from netwerk_cli.services.sorting import sort
from netwerk_cli.terms import FAMILY_NAME

NAME = "name"
USUAL = (NAME, "organisation")
"""What is printed of people where no columns are asked for."""
Row = dict[str, Any]


class Labels(NamedTuple):
    """On which sheet badges are printed, how far that is moved, and whether each has a border to cut along."""

    sheet: str | None = None
    offset: str | None = None
    border: bool = False


def badges(caller: Caller, slug: str, wanted: Wanted, which: Which, on: Labels, speech: Speech) -> Paper:
    """Return the badges of who is on a list; the first column is what stands large, or the name where it is empty.

    Raises:
        ExtraMissing, EventNotFound, SessionNotFound, UnknownField.
        BadValue: there is no such sheet. NobodyToPrint: nobody is on the list.
    """
    typesetting.require()
    sheet = labels.moved(labels.read(on.sheet), on.offset)
    people = _People(caller, slug, wanted)
    found = [Person(row["code"], cells[0] or row[NAME], cells[1:]) for row, cells in people.cells(which)]
    if not found:
        raise NobodyToPrint(event=slug)
    return labels_of.make(people.about, found, sheet, speech, border=on.border)


def sign_in_sheet(
    caller: Caller,
    slug: str,
    wanted: Wanted,
    which: Which,
    sessions: Sequence[str],
    speech: Speech,
    walk_ins: int,
) -> Paper:
    """Return the list to sign of an event, or of each of these sessions on pages of its own.

    Raises:
        ExtraMissing, EventNotFound, SessionNotFound, UnknownField.
        NobodyToPrint: nobody is on the list, and there are no lines for who walks in.
    """
    typesetting.require()
    people = _People(caller, slug, wanted)
    event, words = people.event, speech.words
    parts = []
    for id in chosen(event, tuple(sessions)) or (None,):
        found = [
            Person(row["code"], row[NAME], cells) for row, cells in people.cells(which._replace(session=id))
        ]
        of = next((s for s in event.sessions if id == s.id or not event.multi), None)
        more = f": {of.title or of.id}" if of is not None and event.multi else ""
        parts.append(sign_in.Part(event.title + more, _lines(event, of, speech), found))
    if not walk_ins and not any(part.people for part in parts):
        raise NobodyToPrint(event=slug)
    columns = sign_in.Columns(
        people.layout.headings(),
        wanted.blanks or (words("Signature"),),
        people.fields.index(NAME) if NAME in people.fields else None,
    )
    return sign_in.make(people.about, parts, columns, walk_ins, speech)


def _lines(event: Event, session: Session | None, speech: Speech) -> list[str]:
    """Return when and where: of one session, or of an event with several of each, by its title."""
    if session is not None:
        return [*filter(None, (_when(event, session, speech), session.location or event.location))]
    return [
        f"{one.title or one.id}: {_when(event, one, speech)}"
        for one in event.sessions
        if one.cancelled_at is None
    ] + [*filter(None, (event.location,))]


def _when(event: Event, session: Session, speech: Speech) -> str:
    if session.starts_at is None:
        return speech.words("date to be announced")
    return in_words(session.starts_at, session.ends_at, event.timezone, speech.language)


class _People:
    """The people of an event and their cells, in the columns and the order that were asked for."""

    def __init__(self, caller: Caller, slug: str, wanted: Wanted) -> None:
        view = caller.read()
        self.event, self.wanted = view.event(slug), wanted
        self.people = view.registrations(slug)
        self.known = exports.known_fields(self.event)
        self.fields = wanted.fields or USUAL
        for field in self.fields:
            if field not in self.known:
                raise UnknownField(field=field, known=", ".join(self.known))
        self.layout = Layout(
            self.fields,
            self.event.timezone,
            wanted.spoken,
            questions={one.id: one.text for one in self.event.questions},
            yes_no=[one.id for one in self.event.questions if one.kind is QuestionKind.YES_NO],
        )
        self.shapes = Shapes(self.event, self.people, caller.now)
        self.about = About(slug, self.event.title, changed_at(self.event, self.people))

    def cells(self, which: Which) -> list[tuple[Row, list[str]]]:
        """Return who is on a list and not erased, each with what their columns say. Raises `SessionNotFound`."""
        which.check()
        if which.session is not None:
            chosen(self.event, (which.session,))
        names = names_of(self.wanted.names, self.event.timezone)
        rows = [row for number, row in self.shapes.of(which).items() if not is_nobody(self.people[number])]
        ordered = sort(rows, self.wanted.sort or FAMILY_NAME, self.known, names=names)
        return [(row, [shown(row, field, self.layout) for field in self.fields]) for row in ordered]


def changed_at(event: Event, people: Registrations) -> datetime:
    """Return when an event or anybody on its list was last changed: what a paper says is as it was then."""
    ends = (entries[-1].at for entries in _histories(event, people) if entries)
    last = max(ends, default=datetime(2000, 1, 1, tzinfo=UTC))  # an event from elsewhere may have no history
    return in_zone(last, event.timezone)


def _histories(event: Event, people: Registrations) -> Iterable[Sequence[Entry]]:
    yield event.history
    for one in people.values():
        yield one.history
