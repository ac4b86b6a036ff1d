"""Which year is meant where none was typed: what looks back never lands in a year that is still to come."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from netwerk_cli.dates import read_deadline, read_instant, read_moment, read_past_moment
from netwerk_cli.domain.moments import Moment
from netwerk_cli.errors import BadDate

ZONE = "Europe/Brussels"
NOW = datetime(2024, 1, 10, 11, 0, tzinfo=UTC)  # a Wednesday, at noon


@pytest.mark.parametrize(
    ("text", "at"),
    [
        pytest.param("9 januari 16:00", "2024-01-09T16:00:00+01:00", id="yesterday"),
        pytest.param("woensdag 10 januari 11:00", "2024-01-10T11:00:00+01:00", id="today is included"),
        pytest.param(
            "10 januari 16:00", "2024-01-10T16:00:00+01:00", id="later today is today, for who asks"
        ),
        pytest.param("11 januari 16:00", "2023-01-11T16:00:00+01:00", id="tomorrow is a year ago"),
        pytest.param("29 februari 16:00", "2020-02-29T16:00:00+01:00", id="a day that not every year has"),
        pytest.param("maandag 16:00", "2024-01-08T16:00:00+01:00", id="a weekday alone"),
        pytest.param("woensdag 11:00", "2024-01-10T11:00:00+01:00", id="the weekday of today"),
        pytest.param("morgen 16:00", "2024-01-11T16:00:00+01:00", id="what is counted from today stays so"),
        pytest.param("11 januari 2024 16:00", "2024-01-11T16:00:00+01:00", id="a typed year stays"),
    ],
)
def test_what_looks_back_without_a_year_never_lands_in_a_coming_one(text: str, at: str) -> None:
    assert read_instant(text, zone=ZONE, now=NOW).isoformat() == at


def test_a_weekday_that_looks_back_is_never_held_against_a_coming_year() -> None:
    with pytest.raises(BadDate) as caught:
        read_instant("vrijdag 9 januari 10:00", zone=ZONE, now=NOW)
    assert caught.value.facts["why"] == "9 January 2024 is a Tuesday, not a Friday"


@pytest.mark.parametrize(
    ("text", "since", "day"),
    [
        pytest.param("31 maart", None, "2024-03-31", id="from today on"),
        pytest.param("9 januari", None, "2025-01-09", id="yesterday is a year from now"),
        pytest.param("31 december", date(2022, 9, 1), "2022-12-31", id="the first after an earlier day"),
        pytest.param("1 september", date(2022, 9, 1), "2022-09-01", id="that day is included"),
        pytest.param("vrijdag", date(2024, 3, 4), "2024-03-08", id="a weekday alone after a later day"),
        pytest.param("vrijdag", date(2022, 9, 1), "2024-01-12", id="a weekday alone is of this week"),
    ],
)
def test_the_end_of_a_range_without_a_year_never_precedes_its_begin(
    text: str, since: date | None, day: str
) -> None:
    assert read_moment(text, zone=ZONE, now=NOW, since=since).isoformat() == day


def test_a_day_that_looks_back_never_needs_a_time() -> None:
    assert read_past_moment("1 september", zone=ZONE, now=NOW) == date(2023, 9, 1)


# ---------------------------------------------------- closings and openings
START = datetime.fromisoformat("2024-03-26T09:30:00+01:00")


def deadline(text: str, by: Moment | None = START, known: datetime | None = None) -> str:
    """Return a closing as text, or why it is refused."""
    try:
        found = read_deadline(text, zone=ZONE, now=NOW, start=START, by=by, known=known).at
    except BadDate as err:
        return str(err.facts["reason"])
    return found.isoformat()


@pytest.mark.parametrize(
    ("text", "meaning"),
    [
        pytest.param("20 maart 16:00", "2024-03-20T16:00:00+01:00", id="before the start"),
        pytest.param("10 januari 12:00", "2024-01-10T12:00:00+01:00", id="now is not past"),
        pytest.param("26 maart 09:30", "2024-03-26T09:30:00+01:00", id="at the start"),
        pytest.param("26 maart 09:31", "after_start", id="on the day, and later"),
        pytest.param("26 maart 2024 09:31", "2024-03-26T09:31:00+01:00", id="later, with its year"),
        pytest.param("27 maart 16:00", "passed", id="the day after is a year ago"),
        pytest.param("27 maart 2024 16:00", "2024-03-27T16:00:00+01:00", id="the day after, with its year"),
        pytest.param("9 januari 12:00", "passed", id="yesterday"),
        pytest.param("9 januari 2024 12:00", "2024-01-09T12:00:00+01:00", id="yesterday, with its year"),
        pytest.param("vrijdag 12:00", "2024-01-12T12:00:00+01:00", id="a weekday alone is the coming one"),
        pytest.param("gisteren 12:00", "passed", id="a day that is counted back"),
    ],
)
def test_a_closing_without_a_year_is_never_that_of_another_event(text: str, meaning: str) -> None:
    assert deadline(text) == meaning


def test_a_closing_on_the_day_of_a_start_without_a_time_is_never_after_it() -> None:
    assert deadline("26 maart 16:00", by=date(2024, 3, 26)) == "2024-03-26T16:00:00+01:00"


def test_without_a_start_a_closing_without_a_year_is_never_past() -> None:
    assert deadline("9 januari 12:00", by=None) == "2025-01-09T12:00:00+01:00"
    assert deadline("10 januari 09:00", by=None) == "passed"


def test_a_closing_that_stands_is_never_refused_for_having_come() -> None:
    known = datetime.fromisoformat("2024-01-09T12:00:00+01:00")
    assert deadline("9 januari 12:00", known=known) == "2024-01-09T12:00:00+01:00"
    assert deadline("9 januari 12:01", known=known) == "passed"


def test_a_refused_closing_never_leaves_its_date_to_guessing() -> None:
    with pytest.raises(BadDate) as caught:
        read_deadline("27 maart 16:00", zone=ZONE, now=NOW, start=START, by=START)
    assert caught.value.facts["why"] == (
        "that is Monday 27 March 2023 at 16:00, which has passed; add the year if you mean it"
    )
