"""What an organiser typed about an event, turned into fields of the domain. Times are local to the event."""

from __future__ import annotations

from datetime import datetime, timedelta

from netwerk_cli import terms
from netwerk_cli.dates import read_deadline, read_moment, read_when
from netwerk_cli.domain import accreditations, lifecycle, moments, texts
from netwerk_cli.domain.events import Event, Session
from netwerk_cli.domain.moments import Moment
from netwerk_cli.domain.set_asides import SetAside
from netwerk_cli.errors import BadValue
from netwerk_cli.errors.planning import EditSession
from netwerk_cli.records import replace
from netwerk_cli.services import questions, values
from netwerk_cli.services.values import Fields, is_empty
from netwerk_cli.terms import Given
from netwerk_cli.wording import Wording

MAIN = "main"
TIMES = ("starts", "ends", "duration")


def fields(given: Given, event: Event, *, now: datetime) -> Fields:
    """Return the fields of `event` that were `given`.

    Raises:
        Usage: the first thing that is off.
    """
    found = values.fields(terms.EVENT, given, event)
    zone = str(found.get("timezone", event.timezone))
    if zone != event.timezone:
        event = lifecycle.rezoned(event, zone)
        found |= {name: getattr(event, name) for name in ("sessions", "opens_at", "closes_at", "set_asides")}
    sessions = _sessions(given, event, zone, now)
    if sessions is not None:
        found["sessions"] = sessions
    event = replace(event, timezone=zone, sessions=sessions or event.sessions)
    for name, text in (("opens", given.get("opens")), ("closes", given.get("closes"))):
        if text is not None:
            found |= _deadline(text, event, now, name)
    asides = [text for text in given.get("set_aside", ()) if not is_empty(text)]
    if given.get("set_aside"):
        found["set_asides"] = tuple(set_aside(text, event, now=now) for text in asides)
    credits = given.get("accreditation")
    if credits is not None:
        typed = [text for text in credits if not is_empty(text)]
        found["accreditations"] = tuple(accreditations.read(text) for text in typed)
    return found | questions.fields(given, event)


def _deadline(text: str, event: Event, now: datetime, name: str) -> Fields:
    """Return when registration `opens` or `closes`, and how long before the start that is where it moves along."""
    if is_empty(text) and (event.history or text.strip()):  # a new event has nothing to clear
        return {f"{name}_at": None, f"{name}_before": None}
    by, known = event.last.starts_at if event.last else None, getattr(event, f"{name}_at")
    start = event.counted_from
    found = read_deadline(text, zone=event.timezone, now=now, start=start, by=by, known=known)
    return {f"{name}_at": found.at, f"{name}_before": found.before}


def set_aside(text: str, event: Event, *, now: datetime) -> SetAside:
    """Read seats kept for an audience: `CLB's=20 until 2024-01-10 12:00`, also with `tot`. Raises `BadValue`."""
    audience, sign, rest = text.rpartition("=")
    seats, *until = rest.split(maxsplit=2) or [""]
    if not sign or len(until) != 2 or until[0].lower() not in ("until", "tot"):
        why = Wording("write it as AUDIENCE=SEATS until WHEN")
        raise BadValue(field="--set-aside", why=why)
    count = values.count(seats, field="--set-aside")
    if count is None:
        raise BadValue(field="--set-aside", why=Wording("write it as AUDIENCE=SEATS until WHEN"))
    name = texts.line(audience, field="--set-aside")
    return SetAside(audience=name, seats=count, until=released(until[1], event, name, now=now))


def released(text: str, event: Event, audience: str, *, now: datetime) -> datetime:
    """Read until when seats are set aside for an audience."""
    known = next((aside.until for aside in event.set_asides if aside.audience == audience), None)
    by = event.last.starts_at if event.last else None
    return read_deadline(text, zone=event.timezone, now=now, start=None, by=by, known=known).at


def _sessions(given: Given, event: Event, zone: str, now: datetime) -> tuple[Session, ...] | None:
    """Return the sessions with the time that was typed, or None when none was."""
    if not any(name in given for name in TIMES):
        return None
    if event.multi:
        raise EditSession(event=event.slug, count=len(event.sessions))
    session = event.sessions[0] if event.sessions else Session(id=MAIN)
    start, end = span(given, session, zone, now)
    return (replace(session, starts_at=start, ends_at=end),)


def span(given: Given, session: Session, zone: str, now: datetime) -> tuple[Moment, Moment | None]:
    """Return start and end as typed; a session that moves keeps its length unless told otherwise."""
    starts, ends, duration = (given.get(name) for name in TIMES)
    if ends is not None and duration is not None:
        raise BadValue(field="--duration", why=Wording("give either --ends or --duration"))
    start, end = session.starts_at, session.ends_at
    if starts is not None:
        when = read_when(starts, zone=zone, now=now)
        start = _with_hours(session, when.start, zone)
        end = when.end or _moved_end(session, start, zone)
        if when.end is not None and (ends or duration):
            raise BadValue(
                field="--starts", why=Wording("it states an end already; leave --ends and --duration out")
            )
    if ends is not None:
        end = None if is_empty(ends) else read_moment(ends, zone=zone, now=now)
    if duration is not None:
        if not isinstance(start, datetime):
            raise BadValue(field="--duration", why=Wording("a length needs a start with a time"))
        end = _lasting(start, duration, zone)
    if start is None:
        raise BadValue(field="--ends", why=Wording("an end needs a start"))
    return start, end


def _lasting(start: datetime, duration: str, zone: str) -> datetime:
    """Return the end of what lasts as long as typed: days by the calendar, hours by the clock."""
    length = moments.duration(duration)
    days = timedelta(days=length.days) if "d" in duration.lower() else timedelta()
    return moments.in_zone(moments.moved(start, days, zone) + (length - days), zone)


def _with_hours(session: Session, start: Moment, zone: str) -> Moment:
    """Return the start of a session that moves; the hours stay when only a day is typed."""
    old = session.starts_at
    if isinstance(start, datetime) or not isinstance(old, datetime):
        return start
    local = moments.in_zone(old, zone)
    return moments.moved(old, timedelta(days=(start - local.date()).days), zone)


def _moved_end(session: Session, start: Moment, zone: str) -> Moment | None:
    """Return the end of a session that moves to `start`: as many days and hours later on the clock as it was."""
    before, end = session.starts_at, session.ends_at
    if before is None or end is None:
        return None
    if isinstance(before, datetime) and isinstance(end, datetime) and isinstance(start, datetime):
        moves = _wall(start, zone) - _wall(before, zone)
        return moments.moved(end, moves, zone)
    if isinstance(start, datetime):
        return None  # a day that takes an hour has no end that could be derived
    return end + (start - before)


def _wall(moment: datetime, zone: str) -> datetime:
    return moments.in_zone(moment, zone).replace(tzinfo=None)
