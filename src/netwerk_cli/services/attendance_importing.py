"""Attendance reports and lists that come in: what each person of a session comes to, in one step."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from netwerk_cli.domain import attending, lifecycle, moments
from netwerk_cli.domain.attendance import MINUTE, State, Stay, block, within
from netwerk_cli.domain.attending import Said
from netwerk_cli.domain.events import Event, Session
from netwerk_cli.domain.history import Act
from netwerk_cli.domain.registrations import Registration, Registrations
from netwerk_cli.errors import BadValue
from netwerk_cli.errors.files import ReportOfAnotherDay, ReportOfAnotherTime, ReportOfNobody
from netwerk_cli.errors.seats import SessionNotNamed
from netwerk_cli.exchange import attendance_moments, attendance_reports
from netwerk_cli.exchange.attendance_moments import Timed
from netwerk_cli.exchange.attendance_reports import Report, Seen
from netwerk_cli.services import attendance_matching
from netwerk_cli.services.attendance_matching import Matched
from netwerk_cli.services.caller import Caller
from netwerk_cli.services.registrations import chosen
from netwerk_cli.wording import Wording

_SHARE = re.compile(r"(\d{1,3}) ?%")
_HALF = 50
_INSTANT = timedelta(microseconds=1)


class Enough(NamedTuple):
    """How long somebody has to be in a session to have been there: a share of it in percent, or a length of time."""

    share: int | None = _HALF
    length: timedelta = MINUTE
    typed: bool = False

    def of(self, session: Session, when: Stay) -> timedelta:
        """Return that as a length of time. Raises `BadValue` for a share of a session without an end."""
        if session.ends_at is None:
            if self.typed and self.share is not None:
                raise BadValue(
                    field="--present-from", why=Wording("the session has no end; give minutes, as in 60m")
                )
            return self.length
        return self.length if self.share is None else (when[1] - when[0]) * self.share / 100


def enough(text: str | None) -> Enough:
    """Read `--present-from`: `50%`, `60m`, `1u30`. Raises `BadValue`."""
    if text is None:
        return Enough()
    if shared := _SHARE.fullmatch(text.strip()):
        if int(shared[1]) > 100:
            raise BadValue(field="--present-from", why=Wording("it is at most 100%"))
        return Enough(share=int(shared[1]), typed=True)
    return Enough(share=None, length=moments.duration(text, field="--present-from"), typed=True)


class Taken(NamedTuple):
    """What somebody with a place in the session came to; `matched_by` is None for who is not in the report."""

    registration: Registration
    matched_by: str | None
    changed: bool


class Outsider(NamedTuple):
    """Somebody in the report without a place in the session; `known` is their registration, if they have one.

    A telephone number is not kept.
    """

    name: str
    email: str
    minutes: int | None
    known: Registration | None
    telephone: bool


class Imported(NamedTuple):
    """What became of a report, and what was assumed to read it."""

    event: Event
    session: Session
    report: Report
    times: Timed
    needed: timedelta
    taken: list[Taken]
    outsiders: list[Outsider]
    people: Registrations

    @property
    def changed(self) -> bool:
        """Whether anything was recorded."""
        return any(one.changed for one in self.taken)

    @property
    def counts(self) -> Mapping[str, int]:
        """How many of the session are in each state."""
        return attending.counts(self.people, self.session.id)


def import_attendance(
    caller: Caller,
    slug: str,
    data: bytes,
    source: str,
    *,
    session: str | None = None,
    present_from: str | None = None,
) -> Imported:
    """Record the attendance of a session by a report or list, in one step.

    Raises:
        BadFile, BadInput: it cannot be read. SessionNotNamed: it is not clear of which session it is.
        ReportOfAnotherDay, ReportOfAnotherTime, ReportOfNobody: it is not of this session.
    """
    asked, report = enough(present_from), attendance_reports.read(data, source)
    with caller.change(slug) as transaction:
        event, people = transaction.event(slug), transaction.registrations(slug)
        act = caller.act(event)
        where, times = _session(event, session, report, act)
        when = block(event, where)
        if when is None:
            raise BadValue(field="--session", why=Wording("the session has no date yet"))
        needed = asked.of(where, when)
        matched, outside = attendance_matching.matched(report, people, where.id)
        if not matched:
            raise ReportOfNobody(path=source, count=len(outside), session=where.id, event=slug)
        if times.at and not any(
            within(attendance_moments.stays(rows, times), when)
            for rows in (*(rows for rows, _ in matched.values()), *outside.values())
        ):
            raise ReportOfAnotherTime(
                path=source, starts_at=when[0], ends_at=when[1], session=where.id, event=slug
            )

        def says(rows: Sequence[Seen]) -> Said:
            return _said(rows, report, times, when, needed)

        taken = [*_taken(event, people, where, matched, says, source, act)]
        touched = {one.registration.number: one.registration for one in taken if one.changed}
        if touched:
            transaction.keep(event, touched.values())
    outsiders = [
        _outsider(rows, known, says(rows)) for known, rows in attendance_matching.outsiders(outside, people)
    ]
    return Imported(event, where, report, times, needed, taken, outsiders, {**people, **touched})


# ----------------------------------------------------------------------- session
def _session(event: Event, typed: str | None, report: Report, act: Act) -> tuple[Session, Timed]:
    """Return the session that a report is of, and its moments."""
    lifecycle.refuse_cancelled(event)
    if typed is not None:
        chosen(event, (typed,))
    candidates = [s for s in event.sessions if s.id == typed] if typed else event.dated
    on = {s.id: _days(event, s) for s in candidates}
    every = sorted({day for days in on.values() for day in days})
    times = attendance_moments.timed(report, every, event.timezone, act.at)
    if not times.days or not every:
        return attending.session_of(event, typed, act), times
    found = [s for s in candidates if {*on[s.id]} & {*times.days}]
    if not found:
        day = times.days[0]
        nearest = min((s for s in candidates if on[s.id]), key=lambda s: abs(on[s.id][0] - day))
        raise ReportOfAnotherDay(
            path=report.source,
            report_on=day,
            session=nearest.id,
            event=event.slug,
            session_on=on[nearest.id][0],
        )
    if len(found) > 1:
        all_stays = (
            attendance_moments.stays(report.rows, times) if not any(r.action for r in report.rows) else []
        )
        overlapped = [s for s in found if (when := block(event, s)) and within(all_stays, when)]
        found = overlapped if len(overlapped) == 1 else found
    if len(found) > 1:
        raise SessionNotNamed(event=event.slug, known=", ".join(s.id for s in found))
    return attending.session_of(event, found[0].id, act), times


def _days(event: Event, session: Session) -> list[date]:
    when = block(event, session)
    if when is None:
        return []
    begin, end = (moments.in_zone(at, event.timezone) for at in (when[0], when[1] - _INSTANT))
    return sorted({begin.date(), max(begin, end).date()})


# --------------------------------------------------------------------- recording
def _said(rows: Sequence[Seen], report: Report, times: Timed, when: Stay, needed: timedelta) -> Said:
    """Return what the rows about one person come to."""
    stays, stated = attendance_moments.stays(rows, times), attendance_moments.lasted(rows)
    state = next((row.state for row in rows if row.state is State.PRESENT), rows[0].state)
    if state in (State.EXCUSED, State.ABSENT):
        return Said(state, 0 if state is State.ABSENT else None, report.source)
    if not stays and stated is None:
        missing = state is None and any(row.came for row in rows)  # a moment that nobody can read
        return Said(State.ABSENT if missing else State.PRESENT, 0 if missing else None, report.source)
    inside = within(stays, when) if stays else stated or timedelta()
    if report.whole and stated is not None:
        inside = min(inside, stated)
    return attending.judged(inside, when, needed, report.source)


def _taken(
    event: Event,
    people: Registrations,
    where: Session,
    matched: Matched,
    says: Callable[[Sequence[Seen]], Said],
    source: str,
    act: Act,
) -> Iterator[Taken]:
    """Yield what everybody who has a place in the session comes to; speakers who are not named are left alone."""
    for r in people.values():
        if not attending.is_expected(r, where.id) or (r.no_seat and r.number not in matched):
            continue
        rows, by = matched.get(r.number, ([], None))
        said = says(rows) if rows else Said(State.ABSENT, 0, source)
        after = (
            r
            if attending.stands(r, where.id, said, named=bool(rows))
            else attending.record(event, r, where, said, act)
        )
        yield Taken(after, by, changed=after is not r)


def _outsider(rows: Sequence[Seen], known: Registration | None, said: Said) -> Outsider:
    telephone = all(attendance_reports.is_telephone(row.name) for row in rows)
    name = "" if telephone else next((attendance_reports.names(row.name)[0] for row in rows if row.name), "")
    email = next((row.email for row in rows if row.email), "")
    return Outsider(name, email, said.minutes, known, telephone)
