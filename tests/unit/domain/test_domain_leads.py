"""Openings and closings that were typed as a count back from the start."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

import pytest

from netwerk_cli.dates import read_deadline
from netwerk_cli.domain import lifecycle
from netwerk_cli.domain.events import Event, Session
from netwerk_cli.domain.leads import Lead
from netwerk_cli.domain.moments import Moment
from netwerk_cli.errors import BadDate
from tests.builders import NOW, act

ZONE = "Europe/Brussels"


def at(text: str) -> datetime:
    return datetime.fromisoformat(text)


WINTER, SUMMER = at("2024-03-26T09:30:00+01:00"), at("2024-04-02T09:30:00+02:00")


@pytest.mark.parametrize("start", [WINTER, SUMMER, date(2024, 4, 2)], ids=["winter", "summer", "a day"])
@pytest.mark.parametrize(
    ("text", "written"),
    [
        pytest.param("7 dagen voor 16u", "7 days before 16:00", id="with a time"),
        pytest.param("1 week before 23:59:59", "7 days before 23:59:59", id="with seconds"),
        pytest.param("0 days before 24:00", "0 days before 24:00", id="the end of the day itself"),
        pytest.param("3 days before", "3 days before", id="at the time of the start"),
        pytest.param("90 minutes before", "90 minutes before", id="by the clock"),
        pytest.param("2 hours before", "120 minutes before", id="hours"),
    ],
)
def test_what_was_typed_is_never_lost_on_the_way(text: str, written: str, start: Moment) -> None:
    if not isinstance(start, datetime) and ":" not in written:
        with pytest.raises(BadDate, match="no time to count back from"):
            read_deadline(text, zone=ZONE, now=NOW, start=start)
        return
    found = read_deadline(text, zone=ZONE, now=NOW, start=start)
    assert found.before is not None
    assert str(found.before) == written
    assert found.before.before(start, ZONE) == found.at
    assert read_deadline(written, zone=ZONE, now=NOW, start=start) == found


def test_a_zone_that_was_typed_never_moves_a_closing_by_a_day() -> None:
    for text, stored in (
        ("1 day before 23:30 UTC", Lead(days=1, clock_s=88200)),
        ("1 day before 01:00 +05:00", Lead(days=2, clock_s=75600)),
    ):
        found = read_deadline(text, zone=ZONE, now=NOW, start=WINTER)
        assert found.before == stored
        assert stored.before(WINTER, ZONE) == found.at


@pytest.mark.parametrize("lead", [Lead(days=2**31 - 1), Lead(minutes=2**31 - 1)], ids=["days", "minutes"])
def test_a_count_beyond_the_calendar_is_never_a_crash(lead: Lead) -> None:
    with pytest.raises(BadDate):
        lead.before(WINTER, ZONE)


# --------------------------------------------------------------- with an event
def counted(start: Moment | None, **fields: object) -> Event:
    blank = Event(slug="kickoff", title="Kick-off", sessions=(Session(id="main", starts_at=start),))
    lead = Lead(days=2, clock_s=12 * 3600)
    return lifecycle.create(replace(blank, closes_before=lead, **fields), act())  # type: ignore[arg-type]


def test_a_closing_that_counts_back_never_stays_behind_its_start() -> None:
    event = counted(WINTER)
    assert event.closes_at == at("2024-03-24T12:00:00+01:00")
    moved = lifecycle.amend(event, act(), sessions=(Session(id="main", starts_at=SUMMER),))
    assert moved.closes_at == at("2024-03-31T12:00:00+02:00")
    assert moved.history[-1].changes["closes_at"] == (
        "2024-03-24T12:00:00+01:00",
        "2024-03-31T12:00:00+02:00",
    )


def test_a_closing_of_its_own_never_moves_along() -> None:
    closes_at = at("2024-03-20T12:00:00+01:00")
    event = lifecycle.amend(counted(WINTER), act(), closes_at=closes_at, closes_before=None)
    moved = lifecycle.amend(event, act(), sessions=(Session(id="main", starts_at=SUMMER),))
    assert moved.closes_at == closes_at


def test_calling_the_only_session_off_never_moves_its_closing() -> None:
    event = counted(WINTER)
    off = lifecycle.amend(event, act(), sessions=(replace(event.sessions[0], cancelled_at=NOW),))
    assert (off.closes_at, off.closes_before) == (event.closes_at, event.closes_before)
    back = lifecycle.amend(off, act(), sessions=(replace(event.sessions[0], cancelled_at=None),))
    assert (back.closes_at, back.closes_before) == (event.closes_at, event.closes_before)


def test_without_a_start_a_closing_never_moves_again() -> None:
    event = counted(WINTER)
    unknown = lifecycle.amend(event, act(), sessions=(Session(id="main"),))
    assert (unknown.closes_at, unknown.closes_before) == (event.closes_at, None)


def test_a_start_without_a_time_never_gives_a_closing_an_hour_of_its_own() -> None:
    event = lifecycle.amend(counted(WINTER), act(), closes_before=Lead(days=2))
    with pytest.raises(BadDate):
        lifecycle.amend(event, act(), sessions=(Session(id="main", starts_at=date(2024, 4, 2)),))
