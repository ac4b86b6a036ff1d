"""Lists that come in: what a file says, and what becomes of each of its rows, in one step."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from datetime import datetime
from functools import cached_property
from typing import NamedTuple

from netwerk_cli.domain import lifecycle, seats
from netwerk_cli.domain.events import Event
from netwerk_cli.domain.groups import Group
from netwerk_cli.domain.likeness import Familiar, Likeness, Listed
from netwerk_cli.domain.questions import Question, missing
from netwerk_cli.domain.registrations import Registration
from netwerk_cli.domain.seats.rereading import Reading, settled_kind
from netwerk_cli.domain.seats.rows import REJECTED, Kind, Line, Taken, Ways
from netwerk_cli.exchange import answers, columns, tables
from netwerk_cli.exchange.answers import Answer
from netwerk_cli.exchange.columns import Columns, Said
from netwerk_cli.exchange.tables import Table
from netwerk_cli.records import replace
from netwerk_cli.services import questions
from netwerk_cli.services.caller import Caller
from netwerk_cli.services.registrations import member_addresses
from netwerk_cli.services.request_making import Maker

Progress = Callable[[int, int], None]
"""Told how many rows are done, of how many."""


class Source(NamedTuple):
    """A file: its bytes, what it is called, and what was said of its columns.

    Of a list of people who take `no_seat` the organiser says so, whatever its columns say. With `keep_columns`, columns
    that nothing else is read from become questions.
    """

    data: bytes
    name: str
    typed: Said
    no_seat: bool = False
    keep_columns: bool = False


class Contents(NamedTuple):
    """What a file says: its table, which of its columns hold what, and its answers, in the order of the rows.

    `kept` are the questions that some of its columns become.
    """

    table: Table
    columns: Columns
    answers: list[Answer]
    kept: tuple[Question, ...] = ()

    @property
    def span(self) -> tuple[datetime, datetime] | None:
        """The first and the last moment at which somebody asked."""
        stamps = [one.received.at for one in self.answers if one.received is not None]
        return (min(stamps), max(stamps)) if stamps else None


class Read(NamedTuple):
    """One row and what it came to; `now` is the registration as it is afterwards, `position` its place in the queue.

    `likenesses` are whom and what a newcomer looks like, `open` what they did not answer and should have.
    """

    answer: Answer
    taken: Taken
    now: Registration | None
    position: int | None
    likenesses: tuple[Likeness, ...] = ()
    open: tuple[Likeness, ...] = ()


class Done(NamedTuple):
    """What became of a file: what it said, the event afterwards, every row in order, who moved up, any change."""

    contents: Contents
    event: Event
    rows: list[Read]
    promoted: tuple[Registration, ...]
    changed: bool

    @property
    def kinds(self) -> tuple[Kind, ...]:
        """What rows can come to."""
        return tuple(Kind)

    @property
    def unasked(self) -> list[Question]:
        """The required questions that newcomers did not answer because no column does."""
        new = [one for one in self.rows if one.taken.outcome is not None and one.taken.before is None]
        required = (one for one in self.event.questions if one.required)
        return [one for one in required if one.id not in self.contents.columns.asked] if new else []


def registrations(
    caller: Caller,
    slug: str,
    source: Source,
    ways: Ways,
    *,
    look: Callable[[Contents], None] | None = None,
    reject: Callable[[bytes], None] | None = None,
    progress: Progress | None = None,
) -> Done:
    """Register who stands in a file, in one step; one that is refused stops no other.

    Who asked first goes first, wherever the row stands; what the source withdrew goes before everybody. What was said
    of its columns is kept for the next file. `look` sees what the file says before anything happens, and `reject`
    gets the rows that were not taken, as a file of their own, before anything is written.

    Raises:
        EventNotFound. The rest as `tables.read` and `columns.choose`.
    """
    with caller.change(slug) as transaction:
        event = transaction.event(slug)
        contents = read_contents(event, source, caller.now)
        if look is not None:
            look(contents)
        present = transaction.registrations(slug)
        act = caller.act(event)
        asking = lifecycle.amend(event, act, questions=(*event.questions, *contents.kept))
        book = seats.Book(asking, present, act.at)
        members = member_addresses(transaction, event)
        maker = Maker(book.event, contents.columns, caller.now, members, no_seat=source.no_seat)
        lines = [maker.line(answer) for answer in contents.answers]
        reading = Reading(book, act, ways, (line for line in lines if isinstance(line, Line)))
        known = Acquainted(present.values(), event.audiences)
        taken, touched, promoted = _all(lines, reading, known, progress)
        if contents.columns.said != event.import_columns:
            book.event = lifecycle.amend(book.event, act, import_columns=contents.columns.said)
        rows = [
            _read(answer, one, book, contents.columns.asked)._replace(likenesses=known.found.get(at, ()))
            for at, (answer, one) in enumerate(zip(contents.answers, taken, strict=True))
        ]
        if reject is not None and not caller.dry_run:
            rejected = [one.answer.row for one in rows if one.taken.kind in REJECTED]
            reject(tables.write(contents.table, rejected))
        if touched or book.event != event:
            transaction.keep(book.event, touched.values())
        if touched:  # what became of people, not that the event knows the columns now
            first = next(iter(touched.values())).history[-1]
            transaction.record(caller.signed(caller.zone), what=first.what)
    moved = tuple(book.people[number] for number in promoted if book.people[number].seated)
    return Done(contents, book.event, rows, moved, changed=bool(touched) or book.event != event)


def read_contents(
    owner: Event | Group, source: Source, now: datetime, *, without: Collection[str] = ()
) -> Contents:
    """Return what a file says to its event or group. Raises as `tables.read` and `columns.choose`."""
    said, zone = owner.import_columns, owner.timezone
    table = tables.read(source.data, source=source.name, known=[*said, *source.typed])

    def choose(said: Said, asked: Sequence[Question]) -> Columns:
        texts = {one.id: one.text for one in asked}
        return columns.choose(
            table, said, typed=source.typed, zone=zone, now=now, without=without, questions=texts
        )

    asked = owner.questions if isinstance(owner, Event) else ()
    found, kept = choose(said, asked), dict[str, Question]()
    if source.keep_columns and isinstance(owner, Event):
        kept = questions.of_columns(owner, columns.to_keep(table, found))
        found = choose(said, (*asked, *kept.values()))
    return Contents(table, found, answers.read(table, found, now=now), tuple(kept.values()))


def _all(
    lines: Sequence[Line | Taken], reading: Reading, known: Acquainted, progress: Progress | None
) -> tuple[list[Taken], dict[int, Registration], list[int]]:
    """Return what each line came to, in their order, with the registrations that changed and who moved up."""
    taken = {at: one for at, one in enumerate(lines) if isinstance(one, Taken)}
    waiting = [(_turn(one), at, one) for at, one in enumerate(lines) if isinstance(one, Line)]
    touched: dict[int, Registration] = {}
    promoted: dict[int, None] = {}
    for done, (_, at, line) in enumerate(sorted(waiting, key=lambda one: one[:2])):
        if progress is not None:
            progress(done, len(waiting))
        highest = reading.book.highest
        taken[at] = one = reading.take(known.written(line))
        if reading.book.highest > highest:
            asked = {"organisation": line.request.organisation, "audience": line.request.audience}
            known.meet(at, reading.book.people[reading.book.highest], asked)
        if one.outcome is not None:
            touched |= {r.number: r for r in one.outcome.changed}
            promoted |= dict.fromkeys(r.number for r in one.outcome.promoted)
    return [settled_kind(taken[at], reading.book) for at in range(len(lines))], touched, list(promoted)


def _turn(line: Line) -> tuple[bool, datetime]:
    """Return what lines are ordered by: what the source withdrew frees its seat before anybody asks."""
    return not line.withdrawn, line.request.received_at


def _read(answer: Answer, taken: Taken, book: seats.Book, asked: Collection[str]) -> Read:
    now = None if taken.number is None else book.people[taken.number]
    entered = now is not None and taken.outcome is not None and taken.before is None
    left = missing(book.event.questions, now.answers) if now is not None and entered else []
    return Read(
        answer,
        taken,
        now,
        None if now is None else book.position(now),
        open=tuple(questions.left_open(one) for one in left if one.id in asked),
    )


class Acquainted:
    """Who is on the list by what they look like, as newcomers come in; `found` has the likenesses of rows by place."""

    def __init__(self, people: Collection[Listed], audiences: tuple[str, ...] = ()) -> None:
        """Look at nobody yet."""
        self.people, self.audiences = people, audiences
        self.spelling = Familiar(people, audiences)
        self.found: dict[int, tuple[Likeness, ...]] = {}
        self.said: set[str] = set()

    @cached_property
    def indexed(self) -> Familiar:
        """The people for comparing many with them, which costs more than a list without newcomers needs."""
        return Familiar(self.people, self.audiences, many=True)

    def written(self, line: Line) -> Line:
        """Return a line with organisation and audience as they are written on the list."""
        request = line.request
        typed = {"organisation": request.organisation, "audience": request.audience}
        ours = self.spelling.adopted(typed)
        if ours == typed:
            return line
        fields = {**line.fields, **{name: text for name, text in ours.items() if name in line.fields}}
        return replace(line, request=replace(request, **ours), fields=fields)  # type: ignore[arg-type]

    def meet(self, at: int, newcomer: Listed, typed: Mapping[str, object]) -> None:
        """Note whom a newcomer looks like, and, once each, what is odd about organisation and audience."""
        odd = [one for one in self.spelling.terms(typed) if one.text not in self.said]
        self.said |= {str(one.text) for one in odd}
        if found := (*self.indexed.person(newcomer.name, newcomer.email), *odd):
            self.found[at] = found
        self.indexed.put(newcomer)
        self.spelling.put(newcomer)
