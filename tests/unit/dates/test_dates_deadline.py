"""Closing and opening times: an instant, or a count back from the start of the event."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from netwerk_cli.dates import read_deadline
from netwerk_cli.domain.moments import Moment
from netwerk_cli.errors import BadDate

ZONE = "Europe/Brussels"
NOW = datetime(2024, 1, 10, 11, 0, tzinfo=UTC)
START = datetime.fromisoformat("2024-01-26T09:30:00+01:00")
AFTER_SPRING_CHANGE = datetime.fromisoformat("2024-04-02T09:30:00+02:00")


def deadline(text: str, start: Moment | None = START) -> str:
    """Return the deadline as text."""
    return read_deadline(text, zone=ZONE, now=NOW, start=start).at.isoformat()


def reason(text: str, start: Moment | None = START) -> object:
    """Return the key of the reason that `text` is refused for."""
    with pytest.raises(BadDate) as caught:
        read_deadline(text, zone=ZONE, now=NOW, start=start)
    return caught.value.facts["reason"]


@pytest.mark.parametrize(
    ("text", "meaning"),
    [
        ("7 days before 16:00", "2024-01-19T16:00:00+01:00"),
        ("7 dagen voor 16u", "2024-01-19T16:00:00+01:00"),
        ("7 dagen v\u00f3\u00f3r 16 uur", "2024-01-19T16:00:00+01:00"),
        ("7 dagen van tevoren om 16 uur", "2024-01-19T16:00:00+01:00"),
        ("een week voor aanvang om 16 uur.", "2024-01-19T16:00:00+01:00"),
        ("a week before the event at 4 pm", "2024-01-19T16:00:00+01:00"),
        ("7 days before 24:00", "2024-01-20T00:00:00+01:00"),
        ("7 days before 16:00 UTC", "2024-01-19T17:00:00+01:00"),
        ("1 week before", "2024-01-19T09:30:00+01:00"),
        ("twee weken voor het evenement", "2024-01-12T09:30:00+01:00"),
        ("0 days before 8u", "2024-01-26T08:00:00+01:00"),
        ("2 uur voor", "2024-01-26T07:30:00+01:00"),
        ("2 hours before", "2024-01-26T07:30:00+01:00"),
        ("90 minuten voor de start", "2024-01-26T08:00:00+01:00"),
        ("2024-01-25 16:00", "2024-01-25T16:00:00+01:00"),
        ("donderdag 16u", "2024-01-11T16:00:00+01:00"),
    ],
)
def test_a_deadline_is_an_instant_or_counts_back_from_the_start(text: str, meaning: str) -> None:
    assert deadline(text) == meaning


@pytest.mark.parametrize(
    ("text", "meaning"),
    [
        pytest.param("1 week before", "2024-03-26T09:30:00+01:00", id="days keep the wall time"),
        pytest.param("7 days before 16:00", "2024-03-26T16:00:00+01:00", id="a time of its own"),
        pytest.param("72 hours before", "2024-03-30T08:30:00+01:00", id="hours run by the clock"),
    ],
)
def test_counting_back_across_the_clock_change(text: str, meaning: str) -> None:
    assert deadline(text, AFTER_SPRING_CHANGE) == meaning


def test_days_are_counted_in_the_zone_of_the_event() -> None:
    start = datetime(2024, 1, 25, 23, 30, tzinfo=UTC)  # 26 January, 00:30 in Brussels
    assert deadline("1 day before 16:00", start) == "2024-01-25T16:00:00+01:00"
    assert deadline("1 day before", start) == "2024-01-25T00:30:00+01:00"


def test_a_start_without_a_time_needs_a_time_in_the_deadline() -> None:
    assert deadline("7 days before 16:00", date(2024, 1, 26)) == "2024-01-19T16:00:00+01:00"
    assert reason("7 days before", date(2024, 1, 26)) == "start_without_time"
    assert reason("2 hours before", date(2024, 1, 26)) == "start_without_time"


@pytest.mark.parametrize(
    ("text", "key"),
    [
        pytest.param("16 januari 2024", "no_time", id="a day alone"),
        pytest.param("16 januari 2024 9-11 uur", "one_moment", id="a span"),
        pytest.param("2 uur voor 16u", "hours_and_time", id="hours and a time"),
        pytest.param("7 days before 16", "bare_number", id="a bare hour"),
        pytest.param("7 days before at half vijf", "half_hour", id="a spoken hour"),
        pytest.param("7 days before 25:00", "no_such_time", id="no such time"),
        pytest.param("7 dagen voor 16 januari", "not_understood", id="before another day"),
        pytest.param("7 days", "not_understood", id="days of what"),
        pytest.param("7 days before 16:00 or so", "not_understood", id="a trailing word"),
        pytest.param("9999 weeks before", "year_range", id="before the calendar"),
    ],
)
def test_what_is_no_deadline_is_refused(text: str, key: str) -> None:
    assert reason(text) == key


def test_without_a_start_there_is_nothing_to_count_back_from() -> None:
    assert reason("7 days before 16:00", None) == "no_start"


def test_counting_back_into_the_skipped_hour_is_refused() -> None:
    assert reason("1 week before", datetime.fromisoformat("2024-04-07T02:30:00+02:00")) == "skipped"
