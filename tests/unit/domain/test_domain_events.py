"""What can be said of an event at a moment: its start, its end, its closing and its state."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from itertools import combinations, product

import pytest

from netwerk_cli.domain.events import ClosedBy, Event, Session, Status, status
from netwerk_cli.domain.set_asides import SetAside, strangers
from tests.builders import CLOSES_AT, ENDS_AT, INSTANT, NOW, STARTS_AT, a_session, an_event, hours


@pytest.mark.parametrize(
    ("fields", "now", "free", "expected"),
    [
        pytest.param({}, NOW, None, Status.OPEN, id="no cap"),
        pytest.param({}, NOW, 1, Status.OPEN, id="one seat left"),
        pytest.param({}, NOW, 0, Status.FULL, id="no seat left"),
        pytest.param({}, CLOSES_AT - INSTANT, 1, Status.OPEN, id="a microsecond before the closing"),
        pytest.param({}, CLOSES_AT, 1, Status.CLOSED, id="at the closing time"),
        pytest.param({}, CLOSES_AT, 0, Status.CLOSED, id="closed goes before full"),
        pytest.param({"opens_at": NOW}, NOW - INSTANT, 1, Status.UPCOMING, id="a microsecond too early"),
        pytest.param({"opens_at": NOW}, NOW, 1, Status.OPEN, id="at the opening time"),
        pytest.param({"opens_at": NOW}, NOW - INSTANT, 0, Status.UPCOMING, id="upcoming goes before full"),
        pytest.param({"closed_at": NOW}, NOW - INSTANT, 1, Status.OPEN, id="before it was closed by hand"),
        pytest.param({"closed_at": NOW}, NOW, 1, Status.CLOSED, id="closed by hand"),
        pytest.param({"closes_at": None}, STARTS_AT - INSTANT, 1, Status.OPEN, id="before the start"),
        pytest.param({"closes_at": None}, STARTS_AT, 1, Status.CLOSED, id="the start closes it"),
        pytest.param({}, ENDS_AT - INSTANT, 1, Status.CLOSED, id="a microsecond before the end"),
        pytest.param({}, ENDS_AT, 1, Status.PAST, id="at the end"),
        pytest.param({"draft": True}, ENDS_AT, 0, Status.DRAFT, id="draft goes before past"),
        pytest.param(
            {"draft": True, "cancelled_at": NOW}, NOW, 0, Status.CANCELLED, id="cancelled goes before all"
        ),
        pytest.param({"sessions": (), "closes_at": None}, NOW, None, Status.DRAFT, id="no session yet"),
        pytest.param(
            {"sessions": (), "closes_at": None, "draft": False},
            NOW,
            None,
            Status.OPEN,
            id="published without a date",
        ),
        pytest.param(
            {"sessions": (Session(id="a"),), "closes_at": None},
            NOW,
            None,
            Status.OPEN,
            id="a session to be announced",
        ),
    ],
)
def test_state_of_an_event(
    fields: dict[str, object], now: datetime, free: int | None, expected: Status
) -> None:
    assert status(an_event(**fields), now, free=free) is expected


def a_series() -> Event:
    """Return a day of two sessions and one to be announced, not in the order of time."""
    evening = a_session("evening", starts_at=STARTS_AT + hours(9), ends_at=STARTS_AT + hours(11))
    return an_event(
        sessions=(evening, a_session("later", starts_at=None, ends_at=None), a_session("morning"))
    )


def test_series_starts_with_its_first_session_and_ends_with_its_last() -> None:
    event = a_series()
    assert (event.multi, event.first, event.starts_at, event.ends_at) == (
        True,
        event.sessions[2],
        STARTS_AT,
        STARTS_AT + hours(11),
    )


def test_series_with_a_session_to_be_announced_is_never_over() -> None:
    assert a_series().over_at is None


def test_event_without_dates_has_no_start_and_no_end() -> None:
    event = an_event(sessions=(a_session(starts_at=None, ends_at=None),), closes_at=None)
    found = (event.multi, event.first, event.starts_at, event.ends_at, event.started_at, event.over_at)
    assert (*found, event.deadline, event.closing) == (False, None, None, None, None, None, None, None)


def test_event_on_a_date_lasts_from_midnight_to_midnight() -> None:
    event = an_event(sessions=(a_session(starts_at=date(2024, 1, 26), ends_at=date(2024, 1, 27)),))
    assert (event.started_at, event.over_at) == (
        datetime.fromisoformat("2024-01-26T00:00:00+01:00"),
        datetime.fromisoformat("2024-01-28T00:00:00+01:00"),
    )


def test_session_without_an_end_lasts_until_the_end_of_its_day() -> None:
    event = an_event(sessions=(a_session(ends_at=None),))
    assert event.over_at == datetime.fromisoformat("2024-01-27T00:00:00+01:00")


def test_the_day_of_a_session_is_that_of_the_event_and_not_of_its_offset() -> None:
    after_midnight_in_brussels = datetime(2024, 1, 26, 23, 30, tzinfo=UTC)
    event = an_event(sessions=(a_session(starts_at=after_midnight_in_brussels, ends_at=None),))
    assert event.over_at == datetime.fromisoformat("2024-01-28T00:00:00+01:00")


@pytest.mark.parametrize(
    ("fields", "deadline", "closing"),
    [
        pytest.param({}, CLOSES_AT, CLOSES_AT, id="the closing of the terms"),
        pytest.param({"closes_at": None}, STARTS_AT, STARTS_AT, id="the first start"),
        pytest.param({"closed_at": NOW, "closed_by": ClosedBy.FULL}, CLOSES_AT, NOW, id="recorded earlier"),
        pytest.param({"closed_at": STARTS_AT}, CLOSES_AT, CLOSES_AT, id="recorded late"),
        pytest.param({"closes_at": None, "sessions": (), "closed_at": NOW}, None, NOW, id="only recorded"),
    ],
)
def test_closing_is_the_recorded_one_or_the_deadline_whichever_came_first(
    fields: dict[str, object], deadline: datetime | None, closing: datetime | None
) -> None:
    event = an_event(**fields)
    assert (event.deadline, event.closing) == (deadline, closing)


@pytest.mark.parametrize("order", [1, -1])
def test_a_session_within_another_overlaps_with_it_in_either_order(order: int) -> None:
    long, short = a_session("a"), a_session("b", starts_at=ENDS_AT - hours(1), ends_at=ENDS_AT)
    assert an_event().overlap(*(long, short)[::order])


@pytest.mark.parametrize("order", [1, -1])
def test_sessions_that_follow_each_other_overlap_in_neither_order(order: int) -> None:
    first, next_one = a_session("a"), a_session("b", starts_at=ENDS_AT, ends_at=ENDS_AT + hours(1))
    assert not an_event().overlap(*(first, next_one)[::order])


def test_sessions_that_are_off_count_for_nothing_but_their_days_still_pass() -> None:
    on = a_session("on", starts_at=STARTS_AT - hours(48), ends_at=ENDS_AT - hours(48))
    first, last = a_session("first", cancelled_at=NOW), a_session("last", cancelled_at=NOW + hours(1))
    event = an_event(sessions=(on, last, first))
    assert (event.dated, event.over_at, event.called_off_at) == ([on], ENDS_AT - hours(48), None)
    event = an_event(sessions=(last, first))
    assert (event.dated, event.over_at, event.called_off_at) == ([], ENDS_AT, NOW + hours(1))
    assert an_event(sessions=()).called_off_at is None


def test_an_event_is_over_when_its_last_session_is() -> None:
    assert a_series().over_at is None
    event = a_series()
    event = replace(event, sessions=(event.sessions[0], event.sessions[2]))
    assert event.over_at == STARTS_AT + hours(11)


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        pytest.param({"closes_at": ENDS_AT + hours(9)}, ENDS_AT, id="it is over before its closing time"),
        pytest.param({"sessions": (a_session(cancelled_at=NOW),)}, NOW, id="nothing takes place any more"),
    ],
)
def test_registration_closes_when_there_is_nothing_to_come_to(
    fields: dict[str, object], expected: datetime
) -> None:
    assert an_event(**fields).closing == expected


def test_audiences_with_seats_that_the_event_does_not_list_are_strangers() -> None:
    asides = tuple(SetAside(audience=name, seats=1, until=NOW) for name in ("clb", "PBD"))
    assert strangers(asides, ("CLB",)) == ["PBD"]


def test_sessions_are_put_in_order_by_their_start_and_those_without_come_first() -> None:
    dated, undated = a_session(), a_session("later", starts_at=None, ends_at=None)
    event = an_event(sessions=(dated, undated))
    assert [event.starts(s) for s in event.sessions] == [STARTS_AT.timestamp(), 0.0]


OPEN_ENDED = {"starts_at": STARTS_AT, "ends_at": None}


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        pytest.param({"starts_at": STARTS_AT, "ends_at": None}, True, id="begins at the same time"),
        pytest.param({"starts_at": STARTS_AT + INSTANT, "ends_at": None}, False, id="begins a moment later"),
        pytest.param(
            {"starts_at": STARTS_AT - hours(1), "ends_at": STARTS_AT}, False, id="ends as it begins"
        ),
        pytest.param({"starts_at": STARTS_AT - hours(1)}, True, id="goes on as it begins"),
        pytest.param({"starts_at": None, "ends_at": None}, False, id="to be announced"),
    ],
)
def test_a_session_without_an_end_takes_up_its_start_only(fields: dict[str, object], expected: bool) -> None:
    one, other = a_session("a", **OPEN_ENDED), a_session("b", **fields)
    event = an_event(sessions=(one, other))
    assert [event.overlap(one, other), event.overlap(other, one)] == [expected, expected]


def test_no_two_sessions_that_coincide_are_missed() -> None:
    spans = list(product(range(4), (None, 1, 2)))
    for drawn in product(spans, repeat=3):
        sessions = tuple(
            a_session(
                f"s{number}",
                starts_at=STARTS_AT + hours(start),
                ends_at=None if length is None else STARTS_AT + hours(start + length),
            )
            for number, (start, length) in enumerate(drawn)
        )
        event = an_event(sessions=sessions)
        assert event.overlapping == [(a, b) for a, b in combinations(sessions, 2) if event.overlap(a, b)]


def test_a_session_that_is_off_coincides_with_none() -> None:
    assert an_event(sessions=(a_session("a"), a_session("b", cancelled_at=NOW))).overlapping == []
