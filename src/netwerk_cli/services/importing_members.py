"""Lists of people of a group that come in: what becomes of each row, in one step."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime, timedelta
from typing import Any, NamedTuple

from netwerk_cli.domain import groups, memberships, moments
from netwerk_cli.domain.groups import Group, Membership
from netwerk_cli.domain.likeness import Likeness
from netwerk_cli.domain.member_lists import REJECTED, Kind, Line, Reading, Taken, Ways
from netwerk_cli.domain.memberships import Applicant
from netwerk_cli.errors import BadValue, Usage
from netwerk_cli.errors.files import NoAddress
from netwerk_cli.exchange import tables
from netwerk_cli.exchange.answers import Answer
from netwerk_cli.records import replace
from netwerk_cli.services import importing, request_making, values
from netwerk_cli.services.caller import Caller
from netwerk_cli.services.importing import Contents, Progress, Source
from netwerk_cli.terms import MEMBERSHIP

_UNUSED = ("audience", "sessions")
"""What a column can mean that says nothing of a member."""
_READ = tuple(term for term in MEMBERSHIP if term.kind in values.READERS and term.help)


class Read(NamedTuple):
    """One row and what it came to; `now` is the membership as it is afterwards.

    `likenesses` are whom and what a newcomer looks like.
    """

    answer: Answer
    taken: Taken
    now: Membership | None
    likenesses: tuple[Likeness, ...] = ()


class Done(NamedTuple):
    """What became of a file: what it said, the group afterwards, every row in order, any change."""

    contents: Contents
    group: Group
    rows: list[Read]
    changed: bool

    @property
    def kinds(self) -> tuple[Kind, ...]:
        """What rows can come to."""
        return tuple(Kind)


class Terms(NamedTuple):
    """On what terms people come in: added by the organiser or the member `by`, or as `requests` of their own."""

    by: str | None = None
    requests: bool = False


def members(
    caller: Caller,
    slug: str,
    source: Source,
    terms: Terms,
    *,
    look: Callable[[Contents], None] | None = None,
    reject: Callable[[bytes], None] | None = None,
    progress: Progress | None = None,
) -> Done:
    """Take who stands in a file into a group, in one step; one that is refused stops no other.

    `look`, `reject` and `progress` are as for `importing.registrations`.

    Raises:
        GroupNotFound; MemberNotFound, AmbiguousMember, NotAModerator: nobody of that name decides.
        The rest as `tables.read` and `columns.choose`.
    """
    with caller.change(slug) as transaction:
        group, present = transaction.group(slug), transaction.memberships(slug)
        contents = importing.read_contents(group, source, caller.now, without=_UNUSED)
        if look is not None:
            look(contents)
        by = None if terms.by is None else memberships.find(present, terms.by, group=slug)
        memberships.refuse_decider(group, by, ())
        act = caller.act(group)
        lines = [_line(answer, group, contents, caller.now) for answer in contents.answers]
        ways = Ways(by=by, requests=terms.requests)
        reading = Reading(group, present, act, ways, [one for one in lines if isinstance(one, Line)])
        known = importing.Acquainted(present.values())
        taken = _all(lines, reading, known, progress)
        after = groups.amend(group, act, import_columns=contents.columns.said)
        rows = [
            Read(answer, one, reading.people.get(one.number or 0), known.found.get(at, ()))
            for at, (answer, one) in enumerate(zip(contents.answers, taken, strict=True))
        ]
        if reject is not None and not caller.dry_run:
            rejected = [one.answer.row for one in rows if one.taken.kind in REJECTED]
            reject(tables.write(contents.table, rejected))
        changed = bool(reading.touched) or after is not group
        if changed:
            transaction.keep_group(after, tuple(reading.touched.values()))
        if reading.touched:  # as in an import of registrations
            first = next(iter(reading.touched.values())).history[-1]
            transaction.record(caller.signed(caller.zone), what=first.what)
    return Done(contents, after, rows, changed)


def _all(
    lines: Sequence[Line | Taken], reading: Reading, known: importing.Acquainted, progress: Progress | None
) -> list[Taken]:
    """Return what each line came to, in their order; who asked first goes first, after what the source ended."""
    taken = {at: one for at, one in enumerate(lines) if isinstance(one, Taken)}
    waiting = [(at, one) for at, one in enumerate(lines) if isinstance(one, Line)]
    waiting.sort(key=lambda one: (not one[1].withdrawn, one[1].applicant.received_at, one[0]))
    for done, (at, line) in enumerate(waiting):
        if progress is not None:
            progress(done, len(waiting))
        highest = reading.highest
        taken[at] = reading.take(_written(line, known))
        if reading.highest > highest:
            known.meet(at, reading.people[reading.highest], {"organisation": line.applicant.organisation})
    return [taken[at] for at in range(len(lines))]


def _written(line: Line, known: importing.Acquainted) -> Line:
    """Return a line with the organisation as it is written in the group."""
    typed = {"organisation": line.applicant.organisation}
    ours: dict[str, Any] = known.spelling.adopted(typed)
    if ours == typed:
        return line
    return replace(line, applicant=replace(line.applicant, **ours), fields={**line.fields, **ours})


def _line(answer: Answer, group: Group, contents: Contents, now: datetime) -> Line | Taken:
    """Return the line that the rules judge, or what a row comes to because nobody can be taken in by it."""
    if not request_making.visible(answer.fields.get("email", "")):
        return Taken(Kind.NO_ADDRESS, refusal=NoAddress())
    try:
        person: dict[str, Any] = {
            term.field: values.READERS[term.kind](answer.fields[term.column], term)
            for term in _READ
            if term.column in contents.columns.at
        }
    except Usage as err:
        bad = isinstance(err, BadValue) and err.facts.get("field") == "--email"
        return Taken(Kind.BAD_ADDRESS if bad else Kind.REFUSED, refusal=err)
    if answer.problem is not None:
        return Taken(Kind.REFUSED, refusal=answer.problem)
    stamp = answer.received
    at = moments.in_zone(now if stamp is None else stamp.at, group.timezone)
    return Line(
        row=answer.row.number,
        applicant=Applicant(received_at=at, **person),
        fields=person,
        dated=stamp is not None,
        exact=timedelta() if stamp is None else stamp.exact,
        number=request_making.number_in(answer.code, "m"),
        withdrawn=answer.withdrawn,
    )
