"""Events, sessions and registration terms, and what can be said of them at a moment.

How they change is in `lifecycle`, who holds a seat in `seats`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from enum import StrEnum

from netwerk_cli.domain.accreditations import Accreditation
from netwerk_cli.domain.figures import Figure
from netwerk_cli.domain.history import Entry
from netwerk_cli.domain.leads import Lead
from netwerk_cli.domain.materials import Material, Milestone
from netwerk_cli.domain.moments import DEFAULT_ZONE, Moment, ZoneName, end_of, in_zone, start_of
from netwerk_cli.domain.questions import Question
from netwerk_cli.domain.set_asides import SetAside
from netwerk_cli.domain.slugs import Slug
from netwerk_cli.records import field, record


class WhenFull(StrEnum):
    """What happens to registration when the last seat is taken."""

    WAITING_LIST = "waiting-list"
    CLOSE = "close"


class Promotion(StrEnum):
    """Who moves people up from the waiting list."""

    AUTO = "auto"
    MANUAL = "manual"


class SessionChoice(StrEnum):
    """What a request that names no session asks for: all of them, later ones too; or nothing, a choice is needed."""

    ALL = "all"
    CHOOSE = "choose"


class Status(StrEnum):
    """The derived state of an event."""

    DRAFT = "draft"
    UPCOMING = "upcoming"
    OPEN = "open"
    FULL = "full"
    CLOSED = "closed"
    CANCELLED = "cancelled"
    PAST = "past"


class ClosedBy(StrEnum):
    """Why registration was recorded as closed."""

    ORGANISER = "organiser"
    FULL = "full"
    DUE = "due"


@record
class Session:
    """One block of time (RFC 5545 VEVENT). `starts_at` is None while it is to be announced."""

    id: Slug
    title: str | None = None
    starts_at: Moment | None = None
    ends_at: Moment | None = None
    location: str | None = None
    online_url: str | None = None
    capacity: int | None = None
    break_minutes: int | None = None
    within: Slug | None = None
    description: str | None = None
    cancelled_at: datetime | None = None
    sequence: int = 0


@record
class Event:
    """What people register for. `capacity` None means no cap; `closes_at` None means the start of the last session.

    `session_choice` None means that sessions have to be chosen where some of them overlap. Who has a seat is reminded
    `remind_before` each session. With `opens_before` or `closes_before` that moment was typed as a count back from the
    start, and moves along. `exported` are the changes up to which lists of changes were given, by profile. `figures`
    count people by what was erased of them. `certificate_key` is the secret in the codes of its certificates.
    """

    slug: Slug
    title: str
    timezone: ZoneName = DEFAULT_ZONE
    location: str | None = None
    online_url: str | None = None
    capacity: int | None = None
    opens_at: datetime | None = None
    closes_at: datetime | None = None
    opens_before: Lead | None = None
    closes_before: Lead | None = None
    when_full: WhenFull = WhenFull.WAITING_LIST
    promotion: Promotion = Promotion.AUTO
    session_choice: SessionChoice | None = None
    approval: bool = False
    members_of: Slug | None = None
    organisation_limit: int | None = None
    set_asides: tuple[SetAside, ...] = ()
    shared_addresses: bool = False
    remind_before: Lead | None = None
    audiences: tuple[str, ...] = ()
    organisers: tuple[str, ...] = ()
    cost: str | None = None
    accreditations: tuple[Accreditation, ...] = ()
    break_minutes: int | None = None
    theme: str | None = None
    language: str | None = None
    description: str | None = None
    questions: tuple[Question, ...] = ()
    materials: tuple[Material, ...] = ()
    milestones: tuple[Milestone, ...] = ()
    import_columns: Mapping[str, str] = field(default_factory=dict)  # of lists: the field under a heading
    calendar_uid: str | None = None  # the entry of a calendar file that it was made of
    calendar_digest: str | None = None  # of what that entry said when it was last read
    exported: Mapping[str, int] = field(default_factory=dict)
    figures: tuple[Figure, ...] = ()
    certificate_key: str | None = None
    draft: bool | None = None  # what somebody said of it, None when nobody did: see `is_draft`
    closed_at: datetime | None = None
    closed_by: ClosedBy | None = None
    cancelled_at: datetime | None = None
    sessions: tuple[Session, ...] = ()
    history: Sequence[Entry] = ()

    @property
    def is_draft(self) -> bool:
        """Whether it is not announced yet: that was said, or nobody said when it is and nobody published it."""
        return not self.sessions if self.draft is None else self.draft

    @property
    def multi(self) -> bool:
        """Whether this is a series: an event with several sessions."""
        return len(self.sessions) > 1

    @property
    def choosing(self) -> bool:
        """Whether who registers has to choose sessions."""
        if self.session_choice is None:
            return bool(self.overlapping)
        return self.session_choice is SessionChoice.CHOOSE and bool(self.sessions)

    @property
    def dated(self) -> list[Session]:
        """The sessions that take place at a known time: neither cancelled nor to be announced."""
        return [s for s in self.sessions if s.starts_at is not None and s.cancelled_at is None]

    @property
    def first(self) -> Session | None:
        """The session that starts first; None while no session has a date."""
        return min(self.dated, key=self._start, default=None)

    @property
    def last(self) -> Session | None:
        """The session that starts last; None while no session has a date."""
        return max(self.dated, key=self._start, default=None)

    @property
    def starts_at(self) -> Moment | None:
        """Start of the first session that has one."""
        return self.first.starts_at if self.first else None

    @property
    def counted_from(self) -> Moment | None:
        """The start that openings and closings count back from: calling the only session off moves none of them."""
        planned = min((s for s in self.sessions if s.starts_at is not None), key=self._start, default=None)
        return self.starts_at or (planned.starts_at if planned else None)

    @property
    def ends_at(self) -> Moment | None:
        """End of the session that ends last; a session without an end counts with its start."""
        dated = self.dated
        last = max(dated, key=self._end) if len(dated) > 1 else self.first
        return last.ends_at if last else None

    @property
    def started_at(self) -> datetime | None:
        """The instant at which the first session starts."""
        return self._start(self.first) if self.first else None

    @property
    def over_at(self) -> datetime | None:
        """The instant at which the last session is over, or None when that is not known.

        A session with a start and no end is taken to last until the end of its day.
        """
        counted = self._counted
        return max(self._end(s) for s in counted) if counted else None

    def is_over(self, now: datetime) -> bool:
        """Whether `over_at` has come; the end of a day is not looked up before the day began."""
        counted = self._counted
        return bool(counted) and all(self._start(s) <= now and self._end(s) <= now for s in counted)

    @property
    def _counted(self) -> Sequence[Session]:
        """The sessions that have to be over; none where one of them has no date."""
        # Where every session is off, the days they were planned on still pass.
        counted = [s for s in self.sessions if s.cancelled_at is None] or self.sessions
        return () if any(s.starts_at is None for s in counted) else counted

    @property
    def called_off_at(self) -> datetime | None:
        """When the last session that was still on was cancelled; None while one takes place or there are none."""
        cancelled = [s.cancelled_at for s in self.sessions if s.cancelled_at is not None]
        return max(cancelled) if cancelled and len(cancelled) == len(self.sessions) else None

    @property
    def deadline(self) -> datetime | None:
        """When registration closes by the terms: `closes_at`, else the start of the last session that has a date.

        Without `closes_at` each session of a series closes at its own start (`seats.given_until`).
        """
        return self.closes_at or (None if self.last is None else self._start(self.last))

    @property
    def closing(self) -> datetime | None:
        """The moment from which requests are late: recorded, by the terms, or because nothing takes place any more."""
        ends = (self.closed_at, self.deadline, self.over_at, self.called_off_at)
        return min((at for at in ends if at is not None), default=None)

    def starts(self, session: Session) -> float:
        """Return when a session starts, in seconds since 1970, for putting sessions in order; 0 without a date."""
        return self._start(session).timestamp() if session.starts_at is not None else 0.0

    def overlap(self, one: Session, other: Session) -> bool:
        """Whether two sessions take place at the same time; half-open, so 10-11 and 11-12 do not.

        A session without an end takes up nothing but its own start: how long it lasts is not known.
        """
        if one.starts_at is None or other.starts_at is None:
            return False
        later = max(self._start(one), self._start(other))
        return all(
            later == self._start(s) if s.ends_at is None else later < self._end(s) for s in (one, other)
        )

    @property
    def overlapping(self) -> list[tuple[Session, Session]]:
        """The sessions that take place at the same time, two by two, in the order of the event."""
        places = {s.id: place for place, s in enumerate(self.sessions)}
        dated = sorted((self._start(s), places[s.id]) for s in self.dated)
        found: list[tuple[int, int]] = []
        for number, (start, place) in enumerate(dated, 1):
            one = self.sessions[place]
            stop = start if one.ends_at is None else self._end(one)
            # those behind it begin later still, so the first that begins too late ends the search
            for later, beside in dated[number:]:
                if later > start and later >= stop:
                    break
                if self.overlap(one, self.sessions[beside]):
                    found.append((min(place, beside), max(place, beside)))
        return [(self.sessions[one], self.sessions[other]) for one, other in sorted(found)]

    def _start(self, session: Session) -> datetime:
        assert session.starts_at is not None  # noqa: S101 (callers pass dated sessions only)
        return start_of(session.starts_at, self.timezone)

    def _end(self, session: Session) -> datetime:
        if session.ends_at is not None:
            return end_of(session.ends_at, self.timezone)
        return end_of(in_zone(self._start(session), self.timezone).date(), self.timezone)


def off_at(event: Event, session: Session) -> datetime | None:
    """Return when a session was called off, by itself or with its event; None while it is on."""
    moments = (session.cancelled_at, event.cancelled_at)
    return min((at for at in moments if at is not None), default=None)


def free_seats(of: Event | Session, held: int) -> int | None:
    """Return how many seats are free when `held` are held, never below zero; None where there is no cap."""
    return None if of.capacity is None else max(0, of.capacity - held)


def status(event: Event, now: datetime, *, free: int | None) -> Status:
    """Return the state of `event` at `now`; `free` is the number of free seats, None without a cap."""
    if event.cancelled_at is not None:
        return Status.CANCELLED
    if event.is_draft:
        return Status.DRAFT
    if event.is_over(now):
        return Status.PAST
    ends = (event.closed_at, event.deadline, event.called_off_at)
    if any(at is not None and at <= now for at in ends):
        return Status.CLOSED
    if event.opens_at is not None and now < event.opens_at:
        return Status.UPCOMING
    return Status.FULL if free == 0 else Status.OPEN
