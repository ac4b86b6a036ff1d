"""A list of a group's people that is read again and again: what each row comes to, by the rules of `memberships`.

A row that says what it said before changes nothing; one that says something new corrects it; one that the source
withdrew ends a membership. What was decided here since (left, declined, corrected) stays.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any, NamedTuple

from netwerk_cli.domain import groups, memberships
from netwerk_cli.domain.groups import Group, Membership
from netwerk_cli.domain.history import Act
from netwerk_cli.domain.memberships import Applicant
from netwerk_cli.domain.people import same_address, same_name
from netwerk_cli.errors import Conflict, NetwerkError, Refused, Usage
from netwerk_cli.errors.members import AlreadyMember, OldRequest, OtherMember
from netwerk_cli.errors.seats import StandsBefore
from netwerk_cli.records import field, record


class Kind(StrEnum):
    """What a row comes to."""

    MEMBER = "member"
    REQUESTED = "requested"
    UPDATED = "updated"
    UNCHANGED = "unchanged"
    CANCELLED = "cancelled"
    DUPLICATE = "duplicate"
    OTHER_NAME = "same_address_other_name"
    NO_ADDRESS = "no_address"
    BAD_ADDRESS = "bad_address"
    REFUSED = "refused"


REJECTED = frozenset({Kind.OTHER_NAME, Kind.NO_ADDRESS, Kind.BAD_ADDRESS, Kind.REFUSED})
"""What somebody has to look at."""


@record
class Line:
    """A row: who is to be in the group, and whether the source says that this is over.

    One that is not `dated` does not say when; `exact` is how exactly it does. `number` is that of the membership,
    where the list says it.
    """

    row: int
    applicant: Applicant
    fields: Mapping[str, object] = field(default_factory=dict)
    dated: bool = True
    exact: timedelta = timedelta(microseconds=1)
    number: int | None = None
    withdrawn: bool = False


class Taken(NamedTuple):
    """What a row came to: the membership that it is about, why not, if not, and what that was before."""

    kind: Kind
    number: int | None = None
    refusal: NetwerkError | None = None
    before: Membership | None = None


@record
class Ways:
    """On what terms the rows ask: added by the organiser or the member `by`, or as `requests` of their own."""

    by: Membership | None = None
    requests: bool = False


class Reading:
    """The people of a group while a list is read into it; `people` are as they have become."""

    def __init__(
        self, group: Group, people: Mapping[int, Membership], act: Act, ways: Ways, lines: Iterable[Line]
    ) -> None:
        """Look at who is in the group and in the list."""
        self.group, self.act, self.ways = group, act, ways
        self.people, self.highest = dict(people), max(people, default=0)
        self.listed = {same_address(line.applicant.email) for line in lines}
        self.rows: dict[int, int] = {}
        self.touched: dict[int, Membership] = {}
        self._by_address: defaultdict[str, dict[int, Membership]] = defaultdict(dict)
        self._asked: dict[tuple[str, datetime], int] = {}
        for one in people.values():
            self._by_address[same_address(one.email)][one.number] = one
            self._asked |= dict.fromkeys(
                ((same_name(one.name), _minute(at)) for at in _moments(one)), one.number
            )

    def take(self, line: Line) -> Taken:
        """Put a row into the group, and return what it comes to."""
        subject = self._subject(line)
        if line.withdrawn:
            return self._withdrawn(line, subject)
        if subject is None:
            return self._entered(line, None)
        same_row = line.dated and _asked_then(subject, line)
        if not same_row and not _is_named(subject, line.applicant.name):
            refusal = OtherMember(group=self.group.slug, membership=subject.code)
            return Taken(Kind.OTHER_NAME, subject.number, refusal)
        if subject.number in self.rows:
            return Taken(Kind.DUPLICATE, subject.number, StandsBefore(row=self.rows[subject.number]))
        if not subject.active:
            return self._gone(line, subject)
        if subject.joined or self.ways.requests:
            return self._corrected(line, subject)
        return self._entered(line, subject)

    def _subject(self, line: Line) -> Membership | None:
        """Return whom a row is about: by code, by address, or as who asked at that moment under another address."""
        asks = line.applicant
        coded = self.people.get(line.number or 0)
        if coded is not None and (
            same_address(coded.email) == same_address(asks.email) or _is_named(coded, asks.name)
        ):
            return coded
        same = memberships.same_as(self._by_address[same_address(asks.email)], asks.email)
        if same is not None or not line.dated or line.exact >= timedelta(days=1):
            return same
        then = self.people.get(self._asked.get((same_name(asks.name), _minute(asks.received_at)), 0))
        # Whose own row is in the list has no other one.
        return None if then is None or same_address(then.email) in self.listed else then

    def _known(self, email: str) -> dict[int, Membership]:
        """Return who has an address, with whoever came last: all that a rule looks at, however long the list."""
        last = self.people.get(self.highest)
        return self._by_address[same_address(email)] | ({last.number: last} if last is not None else {})

    def _entered(self, line: Line, earlier: Membership | None) -> Taken:
        known = self._known(line.applicant.email)
        try:
            if self.ways.requests:
                after = memberships.request(self.group, known, line.applicant, self.act)
            else:
                after = memberships.admit(self.group, known, line.applicant, self.act, by=self.ways.by)
        except (Usage, Conflict, Refused) as refusal:
            return Taken(Kind.REFUSED, earlier.number if earlier else None, refusal)
        self._keep(line, after)
        return Taken(Kind(after.status), after.number, before=earlier)

    def _gone(self, line: Line, subject: Membership) -> Taken:
        """Return what becomes of who left or was declined: only a later request brings somebody back."""
        turned = groups.turned(subject)
        if turned is None or (line.dated and line.applicant.received_at > turned.at):
            return self._entered(line, subject)
        self.rows[subject.number] = line.row
        refusal = OldRequest(
            group=self.group.slug, membership=subject.code, status=subject.status, since=turned.at
        )
        return Taken(Kind.UNCHANGED, subject.number, refusal)

    def _withdrawn(self, line: Line, subject: Membership | None) -> Taken:
        if subject is None or subject.number in self.rows:
            return Taken(Kind.CANCELLED)
        self.rows[subject.number] = line.row
        if not subject.active:
            return Taken(Kind.UNCHANGED, subject.number)
        if any(entry.what in ("left", "withdrawn") for entry in subject.history):  # and came back since
            refusal = AlreadyMember(group=self.group.slug, membership=subject.code)
            return Taken(Kind.UNCHANGED, subject.number, refusal)
        end = memberships.leave if subject.joined else memberships.withdraw
        self._keep(line, end(self.group, subject, self.act))
        return Taken(Kind.CANCELLED, subject.number, before=subject)

    def _corrected(self, line: Line, subject: Membership) -> Taken:
        """Correct what the row says otherwise than ever before: what was corrected here is not set back."""
        new: dict[str, Any] = {
            name: value
            for name, value in line.fields.items()
            if value not in (None, getattr(subject, name), *_former(subject, name))
        }
        if same_address(line.applicant.email) == same_address(subject.email):
            new.pop("email", None)
        after = memberships.amended(subject, self.act, "edited", **new)
        self._keep(line, after)
        if after is subject:
            return Taken(Kind.UNCHANGED, subject.number)
        return Taken(Kind.UPDATED, subject.number, before=subject)

    def _keep(self, line: Line, after: Membership) -> None:
        self.rows[after.number] = line.row
        before = self.people.get(after.number)
        if after is before:
            return
        if before is not None:
            self._by_address[same_address(before.email)].pop(before.number, None)
        self._by_address[same_address(after.email)][after.number] = after
        self.people[after.number] = self.touched[after.number] = after
        self.highest = max(self.highest, after.number)


def _is_named(subject: Membership, name: str) -> bool:
    """Whether somebody is or was called so, in whatever order."""
    return same_name(name) in {
        same_name(str(one)) for one in (subject.name, *_former(subject, "name")) if one is not None
    }


def _asked_then(subject: Membership, line: Line) -> bool:
    """Whether somebody asked when a row did, now or the time before."""
    at = line.applicant.received_at
    return any(timedelta() <= moment - at < line.exact for moment in _moments(subject))


def _moments(subject: Membership) -> Iterator[datetime]:
    yield subject.received_at
    yield from (
        datetime.fromisoformat(str(one)) for one in _former(subject, "received_at") if one is not None
    )


def _minute(at: datetime) -> datetime:
    """Return the minute of a moment: all that some lists show of it."""
    return at.replace(second=0, microsecond=0)


def _former(subject: Membership, name: str) -> Iterator[object]:
    """Yield what a field held before it was changed."""
    return (entry.changes[name][0] for entry in subject.history if name in entry.changes)
