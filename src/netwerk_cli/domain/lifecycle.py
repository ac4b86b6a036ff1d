"""How an event comes to be, changes, opens, closes and is called off; and what it cannot be."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from netwerk_cli.domain import accreditations, moments, net_hours, questions
from netwerk_cli.domain.events import ClosedBy, Event, Session
from netwerk_cli.domain.history import BY_PART, Act, Change, part_changes
from netwerk_cli.domain.leads import Lead
from netwerk_cli.domain.moments import Moment, end_of, start_of
from netwerk_cli.domain.people import same_address
from netwerk_cli.domain.slugs import check_slug
from netwerk_cli.errors import BadValue
from netwerk_cli.errors.planning import ClosingBeforeOpening, ClosingPassed, EndBeforeStart
from netwerk_cli.errors.seats import EventCancelled
from netwerk_cli.records import replace
from netwerk_cli.wording import Wording

MAX_CAPACITY = 1_000_000
SESSION_TERMS = (
    "title", "starts_at", "ends_at", "location", "online_url", "capacity", "within", "description", "cancelled_at",
)  # fmt: skip


def create(event: Event, act: Act) -> Event:
    """Return `event` checked, with the first line of its history."""
    event = counted(event)
    check(event)
    return replace(event, history=(act.entry("created"),))


def amend(event: Event, act: Act, *, what: str = "edited", **fields: object) -> Event:
    """Return `event` with `fields` changed and one line of history; the same event when nothing differs.

    Sessions whose start, end or status changes get a higher SEQUENCE (RFC 5546 §2.1.4; a draft is TENTATIVE). A
    later closing time takes back a closing that was recorded because the earlier one had come.
    """
    amended = counted(replace(event, **fields))  # type: ignore[arg-type]
    changes = {
        name: (getattr(event, name), getattr(amended, name))
        for name in dict.fromkeys([*fields, *_COUNTED, *_COUNTED.values()])
        if getattr(event, name) != getattr(amended, name)
    }
    if not changes:
        return event
    restated = amended.is_draft != event.is_draft
    before = {s.id: s for s in event.sessions}
    sequenced = (_sequenced(before.get(s.id), s, restated=restated) for s in amended.sessions)
    amended = replace(amended, sessions=tuple(sequenced))
    if amended.closed_by is ClosedBy.DUE and _later(amended.deadline, event.deadline):
        amended = replace(amended, closed_at=None, closed_by=None)
    check(amended)
    plain = {name: pair for name, pair in changes.items() if name not in (*_BY_PART, *_SECRET)}
    plain |= _part_changes(event, amended)
    return replace(amended, history=(*event.history, act.entry(what, plain)))


_COUNTED = {"opens_at": "opens_before", "closes_at": "closes_before"}
_BY_PART = ("sessions", "questions")
"""What a history tells part by part."""
_SECRET = ("certificate_key",)
"""Of what a history does not even say that it changed."""


def counted(event: Event) -> Event:
    """Return `event` with its opening and closing where they are by the start they count back from.

    Where there is no start any more, they stay where they are, for good.

    Raises:
        BadDate: a start has no time to count back from, or the clocks skip the time that comes out.
    """
    start, found = event.counted_from, dict[str, Any]()
    for name, source in _COUNTED.items():
        lead: Lead | None = getattr(event, source)
        if lead is not None:
            found |= {source: None} if start is None else {name: lead.before(start, event.timezone)}
    return replace(event, **found)


def undone(event: Event, earlier: Event, act: Act, *, taken: int = 0) -> Event:
    """Return `event` with all that `earlier` says of it and one line of history; the same one where nothing differs.

    SEQUENCE is never lower than it was: a calendar follows only what is newer (RFC 5545 §3.8.7.4). `taken` is the
    highest number of a registration that goes, which is not given again.
    """
    stated = {
        name: (getattr(event, name), getattr(earlier, name))
        for name in event.__dataclass_fields__
        if name not in ("history", *_BY_PART, *BY_PART, *_SECRET)
        and getattr(event, name) != getattr(earlier, name)
    }
    restated = not stated.keys().isdisjoint({"draft", "cancelled_at"})
    now = {session.id: session for session in event.sessions}
    sessions = tuple(_as_before(now.get(s.id), s, restated=restated) for s in earlier.sessions)
    after = replace(earlier, sessions=sessions, history=event.history)
    changes = stated | _part_changes(event, after) | ({"number": (None, taken)} if taken else {})
    for name in BY_PART:
        changes |= part_changes(name, getattr(event, name), getattr(after, name))
    secrets = all(getattr(event, name) == getattr(earlier, name) for name in _SECRET)
    if not changes and sessions == event.sessions and secrets:
        return event
    check(after)
    return replace(after, history=(*event.history, act.entry("undone", changes)))


def _as_before(now: Session | None, then: Session, *, restated: bool) -> Session:
    if now is None:
        return replace(then, sequence=then.sequence + 1)
    raised = int(restated or _calling(now) != _calling(then))
    return replace(then, sequence=now.sequence + raised)


def _later(deadline: datetime | None, before: datetime | None) -> bool:
    return before is not None and (deadline is None or deadline > before)


def _sequenced(old: Session | None, session: Session, *, restated: bool) -> Session:
    moved = old is not None and _calling(old) != _calling(session)
    return replace(session, sequence=session.sequence + 1) if moved or (old and restated) else session


def _calling(session: Session) -> tuple[object, ...]:
    return session.starts_at, session.ends_at, session.cancelled_at


def _part_changes(before: Event, after: Event) -> dict[str, Change]:
    old, new = {s.id: s for s in before.sessions}, {s.id: s for s in after.sessions}
    pairs = dict(questions.changes(before.questions, after.questions))
    for id in old | new:
        for name in SESSION_TERMS:
            was, is_now = getattr(old.get(id), name, None), getattr(new.get(id), name, None)
            if was != is_now:
                pairs[f"{id}.{name}"] = (was, is_now)
    return pairs


def rezoned(event: Event, zone: str) -> Event:
    """Return `event` in another zone: every planned moment keeps its wall clock; a recorded closing stays that instant.

    Raises:
        BadDate: the clocks of `zone` skip a time, or show it twice.
    """

    def there(moment: Moment | None) -> Any:
        return moments.rezoned(moment, event.timezone, zone) if isinstance(moment, datetime) else moment

    return replace(
        event,
        timezone=zone,
        sessions=tuple(
            replace(s, starts_at=there(s.starts_at), ends_at=there(s.ends_at)) for s in event.sessions
        ),
        opens_at=there(event.opens_at),
        closes_at=there(event.closes_at),
        set_asides=tuple(replace(aside, until=there(aside.until)) for aside in event.set_asides),
    )


def publish(event: Event, act: Act) -> Event:
    """Make a draft public, with the opening it planned; bring the later opening of a public event forward to now."""
    refuse_cancelled(event)
    if not event.is_draft and not (event.opens_at is not None and event.opens_at > act.at):
        return event
    opens_at = event.opens_at
    if not event.is_draft and opens_at is not None:
        opens_at = min(opens_at, act.at)
    raised = int(event.is_draft)  # TENTATIVE becomes CONFIRMED
    sessions = tuple(replace(s, sequence=s.sequence + raised) for s in event.sessions)
    draft = False if event.is_draft else event.draft
    opened = replace(event, draft=draft, opens_at=opens_at, sessions=sessions)
    terms = ("draft", "opens_at")
    changes = {t: (getattr(event, t), getattr(opened, t)) for t in terms}
    changes = {t: pair for t, pair in changes.items() if pair[0] != pair[1]}
    return replace(opened, history=(*event.history, act.entry("opened", changes)))


def close(event: Event, act: Act, why: ClosedBy, *, at: datetime | None = None) -> Event:
    """Record that registration closed at `at` (default: now); the same event when it was closed already."""
    refuse_cancelled(event)
    at = at or act.at
    # A recorded closing that still lies ahead does not count: an organiser may close earlier.
    if event.closing is not None and event.closed_at is not None and event.closing <= act.at:
        return event
    # Closing what closed by its terms records when that was: later requests were late already.
    if why is ClosedBy.ORGANISER and event.closing is not None and event.closing <= act.at:
        at, why = event.closing, ClosedBy.DUE
    return replace(
        event,
        closed_at=at,
        closed_by=why,
        history=(*event.history, act.entry("closed", {"closed_by": (event.closed_by, why)})),
    )


def passed(event: Event, now: datetime) -> bool:
    """Whether the closing time of the terms has come."""
    return event.deadline is not None and event.deadline <= now


def is_due(event: Event, now: datetime) -> bool:
    """Whether the closing time has come and nobody has recorded it yet."""
    if event.cancelled_at is not None or event.is_draft or event.closed_at is not None:
        return False
    return passed(event, now)


def reopen(
    event: Event, act: Act, closes_at: datetime | None = None, closes_before: Lead | None = None
) -> Event:
    """Open registration again after a closing, or put a cancelled event back on, closed if its time has come.

    Raises:
        ClosingPassed: the closing time lies behind us and no later one is given.
    """
    if event.cancelled_at is not None:
        sessions = tuple(replace(s, sequence=s.sequence + 1) for s in event.sessions)
        event = replace(
            event, cancelled_at=None, sessions=sessions, history=(*event.history, act.entry("restored"))
        )
        if closes_at is None:  # one step, one effect: what was closed stays closed
            return event
    deadline = closes_at or event.deadline
    if deadline is not None and deadline <= act.at:
        raise ClosingPassed(event=event.slug, closes_at=deadline)
    if event.closed_at is None and closes_at in (None, event.closes_at):
        return event
    given: dict[str, Any] = (
        {} if closes_at is None else {"closes_at": closes_at, "closes_before": closes_before}
    )
    changes: dict[str, Change] = {name: (getattr(event, name), value) for name, value in given.items()}
    changes = {name: (old, new) for name, (old, new) in changes.items() if name == "closes_at" or old != new}
    reopened = replace(event, closed_at=None, closed_by=None, **given)
    check(reopened)
    return replace(reopened, history=(*event.history, act.entry("reopened", changes)))


def cancel(event: Event, act: Act) -> Event:
    """Call the event off; the record stays. The same event when it was off already."""
    if event.cancelled_at is not None:
        return event
    sessions = tuple(replace(s, sequence=s.sequence + 1) for s in event.sessions)
    return replace(
        event, cancelled_at=act.at, sessions=sessions, history=(*event.history, act.entry("cancelled"))
    )


# ------------------------------------------------------------------ checking
def refuse_cancelled(event: Event) -> None:
    """Raise `EventCancelled` when the event is off."""
    if event.cancelled_at is not None:
        raise EventCancelled(event=event.slug, cancelled_at=event.cancelled_at)


def check_capacity(capacity: int | None) -> None:
    """Refuse a cap below zero or beyond a million."""
    if capacity is not None and not 0 <= capacity <= MAX_CAPACITY:
        raise BadValue(
            field="--capacity", why=Wording("a cap lies between 0 and {most}, or is none", most=MAX_CAPACITY)
        )


def check(event: Event) -> None:
    """Refuse what cannot be: a bad slug or cap, an end before its start, a closing before the opening."""
    check_slug(event.slug)
    check_capacity(event.capacity)
    for session in event.sessions:
        check_capacity(session.capacity)
        if session.starts_at is not None and session.ends_at is not None:
            if isinstance(session.starts_at, datetime) != isinstance(session.ends_at, datetime):
                raise BadValue(field="--ends", why=Wording("give start and end both a time, or neither"))
            start, end = start_of(session.starts_at, event.timezone), end_of(session.ends_at, event.timezone)
            if end <= start:
                raise EndBeforeStart(starts_at=session.starts_at, ends_at=session.ends_at)
    _check_set_asides(event)
    questions.check(event.questions)
    accreditations.check(event.accreditations)
    net_hours.check(event)
    if event.opens_at is not None and event.deadline is not None and event.deadline <= event.opens_at:
        raise ClosingBeforeOpening(opens_at=event.opens_at, closes_at=event.deadline)


def _check_set_asides(event: Event) -> None:
    """Refuse more seats set aside than there are, and the same audience twice."""
    audiences = [same_address(aside.audience) for aside in event.set_asides]
    if len(set(audiences)) != len(audiences):
        raise BadValue(field="--set-aside", why=Wording("an audience is named twice"))
    if event.capacity is not None and sum(aside.seats for aside in event.set_asides) > event.capacity:
        raise BadValue(field="--set-aside", why=Wording("more seats are set aside than there are"))
