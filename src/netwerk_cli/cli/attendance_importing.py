"""`netwerk import attendance`: reading a report in, and telling what became of it."""

from __future__ import annotations

from pathlib import PurePath

from netwerk_cli.cli.attendance_telling import warn_of_time
from netwerk_cli.cli.call import Call
from netwerk_cli.cli.clocks import speak_of
from netwerk_cli.domain import attending
from netwerk_cli.domain.attendance import MINUTE, State, whole_minutes
from netwerk_cli.domain.history import plain
from netwerk_cli.exchange import tables
from netwerk_cli.exchange.attendance_moments import still_there
from netwerk_cli.exchange.shapes import Shape, attendance_shape
from netwerk_cli.services import attendance_importing
from netwerk_cli.services.attendance_importing import Imported, Outsider

_TOLD = 20


def attendance(call: Call, event: str, source: str, *, session: str | None, present_from: str | None) -> None:
    """Read one report in, and tell what became of it."""
    data = call.input(source, tables.LARGEST + 1)
    name = call.words("standard input") if source == "-" else PurePath(source).name
    done = attendance_importing.import_attendance(
        call.caller(), event, data, name, session=session, present_from=present_from
    )
    speak_of(done.event.timezone)
    _tell_assumed(call, done)
    _tell_outsiders(call, done)
    warn_of_time(call, done.event, done.session)
    counts = done.counts
    call.say(
        "Session '{session}': {present} present, {absent} absent, {excused} excused; {changed} changed.",
        session=done.session.id,
        present=counts[State.PRESENT],
        absent=counts[State.ABSENT],
        excused=counts[State.EXCUSED],
        changed=sum(one.changed for one in done.taken),
    )
    call.result("import.attendance", changed=done.changed, **_shape(done))


def _tell_assumed(call: Call, done: Imported) -> None:
    """Say how the report was read, as far as that is not certain."""
    if not any(row.came or row.lasted for row in done.report.rows):
        return  # a list by hand, which says who was there and no more
    if not done.times.days:
        call.warn("No row says when somebody was there: the day of the report is not checked.")
    elif done.times.month_first is not None:
        call.say(
            "The month comes before the day." if done.times.month_first else "The day comes before the month."
        )
    if done.report.guessed:
        call.warn(
            "The headings are in a language that is not known: what stands in the columns says what they hold."
        )
    if done.report.whole:
        call.warn(
            "The report has only the first and the last moment of each person, and how long they were there."
        )
    staying = still_there(done.report, done.times)
    if staying and done.times.until is not None:
        call.say(
            "{count:person|people} had not left when the report was made: they count until {until}.",
            count=staying,
            until=done.times.until,
        )
    call.say(
        "Present is who was in the session for {count:minute|minutes} or more (--present-from).",
        count=max(1, -(-done.needed // MINUTE)),
    )


def _tell_outsiders(call: Call, done: Imported) -> None:
    """Name who was there without a place in the session; nobody is added."""
    for one in done.outsiders[:_TOLD]:
        facts = {"name": _name(call, one), "minutes": one.minutes or 0}
        if one.known is not None:
            call.say(
                "{name} was there without a place in the session: {code} is {status}.",
                code=one.known.code,
                status=one.known.status,
                **facts,
            )
        else:
            call.say("{name} was there, and is not registered ({minutes:minute|minutes}).", **facts)
    if len(done.outsiders) > _TOLD:
        call.say("… and {count} more.", count=len(done.outsiders) - _TOLD)


def _name(call: Call, one: Outsider) -> str:
    return call.words("A telephone number") if one.telephone else one.name or one.email


def _shape(done: Imported) -> Shape:
    recorded = attending.recorded_in(done.people)
    rows = [
        {
            **attendance_shape(done.event, one.registration, done.session.id, recorded),
            "matched_by": one.matched_by,
            "changed": one.changed,
        }
        for one in done.taken
    ]
    return {
        "event": done.event.slug,
        "session": done.session.id,
        "read": len(done.report.rows),
        "days": [plain(day) for day in done.times.days],
        "month_first": done.times.month_first,
        "present_from_minutes": whole_minutes(done.needed),
        "counts": {**done.counts, "not_registered": len(done.outsiders)},
        "rows": rows,
        "not_registered": [
            {
                "name": one.name or None,
                "email": one.email or None,
                "minutes": one.minutes,
                "telephone": one.telephone,
                "registration": one.known.code if one.known else None,
                "status": str(one.known.status) if one.known else None,
            }
            for one in done.outsiders
        ],
    }
