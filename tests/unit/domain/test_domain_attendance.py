"""Rules 31 and 32: who was there, how long, and who did not show up."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from netwerk_cli.domain import attending, past, seats
from netwerk_cli.domain.attendance import Attendance, Source, State, block, whole_minutes, within
from netwerk_cli.domain.attending import Said
from netwerk_cli.domain.events import Event, SessionChoice, WhenFull
from netwerk_cli.domain.registrations import Registration, Status
from netwerk_cli.errors import BadValue, ReasonNeeded
from netwerk_cli.errors.lookup import SessionNotFound
from netwerk_cli.errors.seats import (
    EventCancelled,
    EventFull,
    NoSeatInSession,
    NotAMember,
    NotNextInQueue,
    SessionCancelled,
    SessionFull,
    SessionNotNamed,
)
from tests.builders import (
    ENDS_AT,
    INSTANT,
    NOW,
    STARTS_AT,
    Desk,
    a_request,
    a_session,
    an_event,
    evenings,
    hours,
    refused,
    turned,
)

PRESENT, ABSENT, EXCUSED, UNKNOWN = State
MORNING = (STARTS_AT, STARTS_AT + hours(2))


def stay(come: float, leave: float) -> tuple[datetime, datetime]:
    """Return from when to when, in minutes after the start."""
    return STARTS_AT + timedelta(minutes=come), STARTS_AT + timedelta(minutes=leave)


def record(
    desk: Desk, number: int, state: State = PRESENT, session: str = "main", **said: object
) -> Registration:
    where = next(one for one in desk.event.sessions if one.id == session)
    after = attending.record(desk.event, desk[number], where, Said(state, **said), desk.act())  # type: ignore[arg-type]
    return desk.keep_one(after)


@pytest.mark.parametrize(
    ("stays", "minutes"),
    [
        pytest.param([stay(-10, 130)], 120, id="came early and left late"),
        pytest.param([stay(20, 45.5), stay(50, 122)], 95, id="left and came back"),
        pytest.param([stay(0, 90), stay(40, 120)], 120, id="two devices at once"),
        pytest.param([stay(40, 120), stay(0, 90), stay(10, 20)], 120, id="in any order, one within another"),
        pytest.param([stay(5, 5 + 299 / 60)], 4, id="four minutes and 59 seconds"),
        pytest.param([stay(-30, -5)], 0, id="left before it began"),
        pytest.param([stay(-30, 0)], 0, id="left when it began"),
        pytest.param([stay(120, 130)], 0, id="came when it was over"),
        pytest.param([stay(0, 0.5), stay(1, 1.5)], 1, id="half a minute twice"),
        pytest.param([], 0, id="never came"),
    ],
)
def test_minutes_are_whole_ones_within_the_session(
    stays: list[tuple[datetime, datetime]], minutes: int
) -> None:
    assert whole_minutes(within(stays, MORNING)) == minutes


def test_a_session_without_an_end_lasts_until_the_end_of_its_day() -> None:
    event = an_event(sessions=(a_session(ends_at=None),))
    assert block(event, event.sessions[0]) == (STARTS_AT, datetime.fromisoformat("2024-01-27T00:00:00+01:00"))
    undated = an_event(sessions=(a_session(starts_at=None, ends_at=None),))
    assert block(undated, undated.sessions[0]) is None


def test_what_is_recorded_says_when_by_whom_and_from_what() -> None:
    desk = Desk().fill("Ans")
    after = record(desk, 1, minutes=95, source="teams.csv")
    assert after.attendance == {
        "main": Attendance(state=PRESENT, minutes=95, source="teams.csv", at=desk.now, by="organiser")
    }
    assert (after.history[-1].what, after.status) == ("present", Status.CONFIRMED)


def test_recording_the_same_twice_changes_nothing() -> None:
    desk = Desk().fill("Ans")
    before = record(desk, 1)
    assert record(desk, 1, source=Source.CHECK_IN) is before
    assert record(desk, 1, ABSENT) is not before


def test_unknown_takes_back_what_was_recorded() -> None:
    desk = Desk().fill("Ans")
    nothing = desk[1]
    assert record(desk, 1, UNKNOWN) is nothing
    record(desk, 1)
    after = record(desk, 1, UNKNOWN)
    assert (after.attendance, after.history[-1].what) == ({}, "attendance taken back")


def test_a_list_of_the_past_has_the_attendance_of_then() -> None:
    desk = Desk().fill("Ans")
    nothing, desk.now = desk.now, desk.now + hours(1)
    record(desk, 1, minutes=30)
    once, desk.now = desk.now, desk.now + hours(1)
    present = desk[1].attendance
    record(desk, 1, ABSENT)
    assert [past.as_of([desk[1]], at)[0].attendance for at in (nothing, once, desk.now)] == [
        {},
        present,
        desk[1].attendance,
    ]


@pytest.mark.parametrize("off", [Status.CANCELLED, Status.WAITING])
def test_nobody_is_recorded_where_they_have_no_seat(off: Status) -> None:
    desk = Desk(an_event(capacity=1)).fill("Ans", "Bo")
    desk.cancel(1)
    number = {Status.CANCELLED: 1, Status.WAITING: 3}[off]
    desk.register("Cas")
    assert (desk[number].status, refused(lambda: record(desk, number))) == (
        off,
        (
            NoSeatInSession,
            {"event": "kickoff", "registration": f"r{number}", "session": "main", "status": off},
        ),
    )


def test_a_speaker_is_recorded_and_is_never_a_no_show() -> None:
    desk = Desk().fill("Ans")
    desk.register("Cas", no_seat=True)
    record(desk, 1)
    assert attending.no_shows(desk.event, desk[2], attending.recorded_in(desk.list)) == ()
    assert attending.state_of(record(desk, 2), "main") is PRESENT


def test_a_session_has_no_more_minutes_than_it_lasts() -> None:
    desk = Desk().fill("Ans")
    most = int((ENDS_AT - STARTS_AT).total_seconds() // 60)
    assert record(desk, 1, minutes=most).attendance["main"].minutes == most
    assert refused(lambda: record(desk, 1, minutes=most + 1))[0] is BadValue


# -------------------------------------------------------------------- no-shows
def no_shows(desk: Desk, session: str = "main") -> list[int]:
    recorded = attending.recorded_in(desk.list)
    return [number for number, r in desk.list.items() if attending.is_no_show(r, session, recorded)]


def test_a_no_show_has_a_seat_and_was_neither_there_nor_excused() -> None:
    desk = Desk(an_event(capacity=4)).fill("Ans", "Bo", "Cas", "Dee", "Els")
    record(desk, 1)
    record(desk, 2, ABSENT)
    record(desk, 3, EXCUSED)
    assert no_shows(desk) == [2, 4]
    assert attending.counts(desk.list, "main") == {
        "present": 1,
        "absent": 1,
        "excused": 1,
        "unknown": 1,
        "no_show": 2,
    }


def test_nobody_is_a_no_show_before_attendance_is_recorded() -> None:
    desk = Desk().fill("Ans", "Bo")
    record(desk, 1, EXCUSED)
    assert no_shows(desk) == []


def test_a_no_show_is_of_the_session_that_was_recorded() -> None:
    desk = Desk(evenings(None, None)).fill("Ans", "Bo")
    record(desk, 1, session="d1")
    assert (no_shows(desk, "d1"), no_shows(desk, "d2")) == ([2], [])
    assert attending.no_shows(desk.event, desk[2], {"d1", "d2"}) == ("d1", "d2")


def test_a_session_that_is_off_has_no_no_shows() -> None:
    desk = Desk(evenings(None, None)).fill("Ans")
    turned(desk, "d2")
    assert attending.no_shows(desk.event, desk[1], {"d1", "d2"}) == ("d1",)


def test_who_is_still_to_come_is_neither_recorded_nor_excused() -> None:
    desk = Desk(an_event(capacity=4)).fill("Ans", "Bo", "Cas", "Dee", "Els")
    record(desk, 1)
    record(desk, 2, EXCUSED)
    assert [one.number for one in attending.to_come(desk.list, "main")] == [3, 4]


# --------------------------------------------------------------------- excused
def test_excusing_somebody_from_a_session_is_recorded_of_that_session() -> None:
    desk = Desk(evenings(1, None)).fill("Ans", "Bo")
    desk.excuse(1, "d1")
    assert {s: one.state for s, one in desk[1].attendance.items()} == {"d1": EXCUSED}
    assert [r.number for r in attending.listed(desk.list, "d1")] == [1, 2]
    desk.choose(1, partial=True)
    assert desk[1].attendance == {}


def test_recording_somebody_as_excused_keeps_the_seat() -> None:
    desk = Desk(an_event(capacity=1)).fill("Ans", "Bo")
    record(desk, 1, EXCUSED)
    assert (desk[1].seated, desk[2].status) == (True, Status.WAITING)


def test_a_substitute_was_not_where_the_other_was_excused_from() -> None:
    desk = Desk(evenings(None, None)).fill("Ans")
    record(desk, 1, session="d1")
    record(desk, 1, EXCUSED, session="d2")
    desk.now = NOW + hours(30)  # between the two
    assert set(desk.substitute(1, "Bo").attendance) == {"d1"}


def test_who_comes_back_is_no_longer_excused() -> None:
    desk = Desk().fill("Ans")
    record(desk, 1, EXCUSED)
    desk.cancel(1)
    desk.now += hours(1)
    desk.register("Ans")
    assert (desk[1].status, desk[1].attendance) == (Status.CONFIRMED, {})


# --------------------------------------------------------------- which session
def which(event: Event, typed: str | None = None, now: datetime = NOW) -> str:
    desk = Desk(event)
    desk.now = now
    return attending.session_of(event, typed, desk.act()).id


def test_the_session_is_the_one_named_the_only_one_or_that_of_today() -> None:
    assert which(an_event()) == "main"
    assert which(evenings(None, None), "d2") == "d2"
    assert which(evenings(None, None), now=NOW + hours(49)) == "d2"


def test_a_session_that_nobody_named_is_asked_for() -> None:
    assert refused(lambda: which(evenings(None, None)))[0] is SessionNotNamed
    assert refused(lambda: which(evenings(None, None), "d9"))[0] is SessionNotFound
    off = an_event(sessions=(a_session(cancelled_at=NOW),))
    assert refused(lambda: which(off))[0] is SessionCancelled
    assert refused(lambda: which(an_event(cancelled_at=NOW)))[0] is EventCancelled


# -------------------------------------------------------------------- walking in
def let_in(
    desk: Desk, who: str, session: str = "main", why: str | None = None, **fields: object
) -> Registration:
    book = seats.Book(desk.event, desk.list, desk.now)
    request = a_request(who, desk.now, **fields)
    return desk.kept(seats.let_in(book, request, session, desk.act(why), force=why is not None))


def at_the_door(event: Event, *names: str) -> Desk:
    desk = Desk(event).fill(*names)
    desk.now = STARTS_AT + hours(0.5)
    return desk


def test_somebody_at_the_door_needs_no_open_registration() -> None:
    desk = at_the_door(an_event(capacity=2, approval=True), "Ans")
    after = let_in(desk, "Bo")
    assert (after.status, after.without, after.override) == (Status.CONFIRMED, (), None)


@pytest.mark.parametrize("when_full", WhenFull)
def test_somebody_at_the_door_of_a_full_event_needs_a_reason_and_is_not_told_to_make_a_queue(
    when_full: WhenFull,
) -> None:
    desk = at_the_door(an_event(capacity=1, when_full=when_full), "Ans")
    assert refused(lambda: let_in(desk, "Bo"))[0] is EventFull
    assert let_in(desk, "Bo", why="stood there").override == "stood there"


def test_a_reason_is_no_exception_where_no_rule_is_in_the_way() -> None:
    desk = at_the_door(an_event(capacity=2), "Ans")
    assert let_in(desk, "Bo", why="a friend").override is None


def test_force_needs_a_reason() -> None:
    desk = at_the_door(an_event(), "Ans")
    book, request = seats.Book(desk.event, desk.list, desk.now), a_request("Bo", desk.now)
    assert refused(lambda: seats.let_in(book, request, "main", desk.act(), force=True))[0] is ReasonNeeded


def test_somebody_at_the_door_who_is_no_member_needs_a_reason() -> None:
    desk = at_the_door(an_event(members_of="group"))
    assert refused(lambda: let_in(desk, "Bo", member=False))[0] is NotAMember


def test_somebody_at_the_door_is_let_into_that_session_only() -> None:
    desk = Desk(evenings(1, None, session_choice=SessionChoice.CHOOSE))
    desk.register("Ans", sessions=("d1",))
    desk.now = NOW + hours(24.5)
    assert refused(lambda: let_in(desk, "Bo", "d1"))[0] is SessionFull
    assert let_in(desk, "Bo", "d2").sessions == ("d2",)


def test_who_waits_is_let_in_before_others_with_a_reason_only() -> None:
    desk = at_the_door(an_event(capacity=1), "Ans", "Bo", "Cas")
    desk.cancel(1)  # after the start nobody moves up
    assert (desk[2].status, refused(lambda: let_in(desk, "Cas"))[0]) == (Status.WAITING, NotNextInQueue)
    assert let_in(desk, "Bo").status is Status.CONFIRMED
    assert refused(lambda: let_in(desk, "Cas"))[0] is EventFull
    assert let_in(desk, "Cas", why="came from far").override == "came from far"


def test_who_has_a_seat_in_another_session_gets_one_in_this_too() -> None:
    desk = Desk(evenings(2, None, None))
    desk.register("Ans", sessions=("d2",))
    desk.now = NOW + hours(24.5)
    after = let_in(desk, "Ans", "d1")
    assert (after.sessions, after.waits_for, after.number) == (("d1", "d2"), (), 1)


def test_who_has_a_seat_is_let_in_as_they_are() -> None:
    desk = at_the_door(an_event(), "Ans")
    before = desk[1]
    assert let_in(desk, "Ans") is before


def test_who_was_cancelled_is_let_in_under_the_old_code() -> None:
    desk = at_the_door(an_event(), "Ans")
    desk.cancel(1)
    assert (let_in(desk, "Ans").number, desk[1].status) == (1, Status.CONFIRMED)


# --------------------------------------------------- what a report comes to
WHEN = (NOW, NOW + timedelta(minutes=60))


@pytest.mark.parametrize(
    ("inside", "needed", "state", "minutes"),
    [
        pytest.param(
            timedelta(minutes=30), timedelta(minutes=30), State.PRESENT, 30, id="exactly long enough"
        ),
        pytest.param(
            timedelta(minutes=30) - INSTANT, timedelta(minutes=30), State.ABSENT, 29, id="a microsecond short"
        ),
        pytest.param(
            timedelta(minutes=90), timedelta(minutes=60), State.PRESENT, 60, id="no more than the session"
        ),
        pytest.param(timedelta(), timedelta(), State.ABSENT, 0, id="not there at all"),
    ],
)
def test_who_was_in_the_session_long_enough_was_there(
    inside: timedelta, needed: timedelta, state: State, minutes: int
) -> None:
    assert attending.judged(inside, WHEN, needed, "teams.csv") == Said(state, minutes, "teams.csv")


@pytest.mark.parametrize(
    ("known", "said", "named", "stays"),
    [
        pytest.param(None, State.ABSENT, True, False, id="nothing was known"),
        pytest.param((State.ABSENT, "hand"), State.PRESENT, True, False, id="presence goes before all"),
        pytest.param((State.PRESENT, "hand"), State.ABSENT, True, True, id="presence by hand is not taken"),
        pytest.param(
            (State.PRESENT, "a.csv"), State.ABSENT, True, False, id="the same report corrects itself"
        ),
        pytest.param(
            (State.EXCUSED, "a.csv"), State.ABSENT, False, True, id="who excused themselves is not absent"
        ),
        pytest.param((State.ABSENT, "hand"), State.ABSENT, False, True, id="nobody is absent twice"),
        pytest.param((State.ABSENT, "hand"), State.ABSENT, True, False, id="too short now, with minutes"),
    ],
)
def test_what_is_known_goes_before_a_report(
    known: tuple[State, str] | None, said: State, named: bool, stays: bool
) -> None:
    kept = {} if known is None else {"main": Attendance(state=known[0], source=known[1], at=NOW, by="o")}
    desk = Desk()
    desk.register("Ans")
    one = replace(desk[1], attendance=kept)
    assert attending.stands(one, "main", Said(said, None, "a.csv"), named=named) is stays
