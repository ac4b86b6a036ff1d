"""An event under another name, on other days: its terms, sessions, materials and milestones, and none of its people."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import NamedTuple

from netwerk_cli.domain import moments
from netwerk_cli.domain.events import Event, Session
from netwerk_cli.domain.materials import Milestone
from netwerk_cli.domain.moments import Moment
from netwerk_cli.domain.set_asides import SetAside
from netwerk_cli.domain.slugs import check_slug
from netwerk_cli.records import replace


def copied(event: Event, slug: str, start: Moment | None) -> Event:
    """Return the terms and parts of `event` under another name, as a draft without people or history.

    With `start`, every moment moves by as many calendar days (and wall-clock time) as the first session does; without,
    nothing has a date: sessions are to be announced, the closing follows the start again, no seats are set aside. What
    was cancelled or done is not, in the copy: sessions take place, milestones are open.
    """
    blank = replace(
        event,
        slug=check_slug(slug, field="NEW"),
        closed_at=None,
        closed_by=None,
        cancelled_at=None,
        calendar_uid=None,
        calendar_digest=None,
        accreditations=(),
        certificate_key=None,
        exported={},
        figures=(),
        history=(),
        draft=True,
    )
    first = event.starts_at
    return (
        _undated(blank)
        if start is None or first is None
        else _Move(first, start, event.timezone).event(blank)
    )


def _undated(event: Event) -> Event:
    sessions = (
        replace(s, starts_at=None, ends_at=None, cancelled_at=None, sequence=0) for s in event.sessions
    )
    milestones = (replace(m, due_on=None, season=None, done_at=None) for m in event.milestones)
    return replace(
        event,
        sessions=tuple(sessions),
        milestones=tuple(milestones),
        set_asides=(),
        opens_at=None,
        closes_at=None,
        opens_before=None,
        closes_before=None,
    )


class _Move(NamedTuple):
    """From the old first start to the new one, on the wall clock of a zone."""

    old: Moment
    new: Moment
    zone: str

    def event(self, event: Event) -> Event:
        return replace(
            event,
            sessions=tuple(self.session(session) for session in event.sessions),
            milestones=tuple(self.milestone(milestone) for milestone in event.milestones),
            set_asides=tuple(self.set_aside(aside) for aside in event.set_asides),
            opens_at=None if event.opens_at is None else self.instant(event.opens_at),
            closes_at=None if event.closes_at is None else self.instant(event.closes_at),
        )

    def session(self, session: Session) -> Session:
        """Return a session on its new day; one that starts with the event takes a time that was not known before."""
        fresh = replace(session, cancelled_at=None, sequence=0)
        timed = isinstance(self.new, datetime) and not isinstance(self.old, datetime)
        if timed and session.starts_at == self.old:
            return replace(fresh, starts_at=self.new, ends_at=None)
        return replace(
            fresh,
            starts_at=None if session.starts_at is None else self.moment(session.starts_at),
            ends_at=None if session.ends_at is None else self.moment(session.ends_at),
        )

    def milestone(self, milestone: Milestone) -> Milestone:
        """Return a milestone that is open; a season such as "najaar 2021" says nothing of the new day."""
        if milestone.due_on is None or not self.days:
            return replace(milestone, done_at=None)
        return replace(milestone, due_on=milestone.due_on + self.days, season=None, done_at=None)

    def set_aside(self, aside: SetAside) -> SetAside:
        return replace(aside, until=self.instant(aside.until))

    @property
    def days(self) -> timedelta:
        """How many calendar days everything moves."""
        return _day(self.new) - _day(self.old)

    @property
    def by(self) -> timedelta:
        """How far every time moves; whole days unless both starts have a time."""
        if isinstance(self.new, datetime) and isinstance(self.old, datetime):
            old, new = (moments.in_zone(m, self.zone).replace(tzinfo=None) for m in (self.old, self.new))
            return new - old
        return self.days

    def moment(self, moment: Moment) -> Moment:
        if isinstance(moment, datetime):
            return self.instant(moment)
        return moment + self.days

    def instant(self, instant: datetime) -> datetime:
        return moments.moved(instant, self.by, self.zone)


def _day(moment: Moment) -> date:
    return moment.date() if isinstance(moment, datetime) else moment
