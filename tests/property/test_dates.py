"""Laws of typed dates: no text breaks the reader, and what is written by rule is read back."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime, time, timedelta
from typing import TypeVar

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from netwerk_cli.dates import read_deadline, read_instant, read_moment, read_when
from netwerk_cli.dates.words import (
    BEFORE,
    DAYS_EN,
    DAYS_NL,
    DAYS_NL_SHORT,
    MONTHS,
    MONTHS_EN,
    MONTHS_NL,
    MONTHS_NL_SHORT,
    RELATIVE_DAYS,
    WEEKDAYS,
)
from netwerk_cli.domain.moments import in_zone
from netwerk_cli.errors import BadDate

Read = TypeVar("Read")
ZONE = "Europe/Brussels"
NOW = datetime(2024, 1, 10, 11, 0, tzinfo=UTC)
START = datetime.fromisoformat("2024-01-26T09:30:00+01:00")
DAYS = st.dates(date(1900, 1, 1), date(2200, 12, 31))
INSTANTS = st.datetimes(datetime(1950, 1, 1), datetime(2200, 12, 30), timezones=st.just(UTC))  # noqa: DTZ001
PIECES = st.sampled_from([
    *MONTHS, *WEEKDAYS, *RELATIVE_DAYS, *BEFORE, *"0123456789", "16", "24", "30", "2024", "31", "29", "99",
    ":", ".", "-", "/", ",", "+", "'", "(", ")", "u", "uur", "T", "Z", "CET", "CEST", "UTC",
    "Europe/Brussels", "van", "tot", "om", "op", "t/m", "am", "pm", "p.m.", "over", "in", "week", "volgende",
    "dagen", "half", "\u00a0", "\u2013", "\u200b", "\u0301", "\x00",
])  # fmt: skip
TEXTS = (
    st.text(max_size=210)
    | st.lists(PIECES, max_size=12).map("".join)
    | st.lists(PIECES, max_size=9).map(" ".join)
)
CLOCKS = st.times().map(lambda clock: clock.replace(second=0, microsecond=0))


def answer(read: Callable[[], Read]) -> Read | BadDate:
    """Return what was read, or the one error that may be raised."""
    try:
        return read()
    except BadDate as error:
        return error


@given(text=TEXTS, now=INSTANTS, start=st.none() | DAYS | INSTANTS)
@example(text="24.00 uur 31/12/2200", now=NOW, start=None)
@example(text="\ud800", now=NOW, start=None)
def test_no_text_meets_anything_but_a_reading_or_a_bad_date(
    text: str, now: datetime, start: date | datetime | None
) -> None:
    read = answer(lambda: read_when(text, zone=ZONE, now=now))
    if isinstance(read, BadDate):
        assert str(read).isprintable()
    else:
        assert read.end is None or read.end >= read.start
        assert not isinstance(read.start, datetime) or read.start.tzinfo is not None
    back = answer(lambda: read_deadline(text, zone=ZONE, now=now, start=start))
    assert str(back).isprintable() if isinstance(back, BadDate) else back.at.tzinfo is not None


@given(instant=INSTANTS, zone=st.sampled_from([ZONE, "UTC", "America/New_York", "Asia/Kolkata"]))
def test_an_iso_instant_is_read_back(instant: datetime, zone: str) -> None:
    written = in_zone(instant, zone)
    assert read_instant(written.isoformat(), zone=ZONE, now=NOW) == instant
    assert read_instant(written.isoformat(), zone=zone, now=NOW).isoformat() == written.isoformat()


@given(day=DAYS)
def test_a_day_in_figures_is_read_back(day: date) -> None:
    year_first, day_first = day.isoformat(), f"{day.day}/{day.month}/{day.year}"
    assert read_moment(year_first, zone=ZONE, now=NOW) == day
    assert read_moment(day_first, zone=ZONE, now=NOW) == day


@given(day=DAYS, clock=CLOCKS)
def test_a_day_in_words_is_read_back(day: date, clock: time) -> None:
    long = f"{DAYS_NL[day.weekday()]} {day.day} {MONTHS_NL[day.month - 1]} {day.year}"
    short = f"{DAYS_NL_SHORT[day.weekday()]} {day.day} {MONTHS_NL_SHORT[day.month - 1]} {day.year}"
    english = f"{DAYS_EN[day.weekday()]} {day.day} {MONTHS_EN[day.month - 1]} {day.year}"
    assert [read_moment(text, zone=ZONE, now=NOW) for text in (long, short, english)] == [day] * 3
    for at in (f"{long} om {clock:%H:%M}", f"{short} {clock:%H:%M}", f"{long}, {clock:%H.%M} uur"):
        assert read_instant(at, zone="UTC", now=NOW).isoformat() == f"{day}T{clock}+00:00"


@given(day=DAYS, wrong=st.integers(1, 6))
def test_a_wrong_weekday_is_never_let_through(day: date, wrong: int) -> None:
    name = DAYS_NL[(day.weekday() + wrong) % 7]
    with pytest.raises(BadDate) as caught:
        read_moment(f"{name} {day.day} {MONTHS_NL[day.month - 1]} {day.year}", zone=ZONE, now=NOW)
    assert caught.value.facts["reason"] == "wrong_weekday"


@given(day=DAYS, now=st.datetimes(datetime(1950, 1, 1), datetime(2190, 1, 1), timezones=st.just(UTC)))  # noqa: DTZ001
def test_a_day_without_a_year_is_the_next_such_day(day: date, now: datetime) -> None:
    found = read_moment(f"{day.day} {MONTHS_NL[day.month - 1]}", zone="UTC", now=now)
    assert (found.month, found.day) == (day.month, day.day)
    assert now.date() <= found <= now.date() + timedelta(days=366 * 8)


@given(days=st.integers(0, 60))
def test_counting_back_in_days_keeps_the_wall_time(days: int) -> None:
    found = read_deadline(f"{days} dagen voor", zone=ZONE, now=NOW, start=START).at
    assert found.replace(tzinfo=None) == START.replace(tzinfo=None) - timedelta(days=days)


STAMPS = r"[0-9]{4}-[01][0-9]-[0-3][0-9]T[0-2][0-9]:[0-5][0-9]:[0-6][0-9](Z|[+-][0-2][0-9]:[0-5][0-9])"


@given(text=st.from_regex(STAMPS, fullmatch=True), now=INSTANTS)
@example(text="0001-01-01T00:00:00+14:00", now=NOW)
@example(text="9999-12-31T23:59:59-12:00", now=NOW)
@example(text="2024-01-16T24:00:00+01:00", now=NOW)
@example(text="2024-01-16T10:00:00-13:00", now=NOW)
@example(text="2024-01-16T10:00:00+14:30", now=NOW)
@example(text="2024-10-27T02:30:00+02:00", now=NOW)
def test_a_time_stamp_is_the_same_with_and_without_the_grammar(text: str, now: datetime) -> None:
    by_grammar = answer(lambda: read_moment(text, zone=ZONE, now=now))
    found = answer(lambda: read_instant(text, zone=ZONE, now=now))
    if isinstance(by_grammar, BadDate) or isinstance(found, BadDate):
        assert isinstance(by_grammar, BadDate)
        assert isinstance(found, BadDate)
        assert found.facts == by_grammar.facts
    else:
        assert (found, found.isoformat()) == (by_grammar, by_grammar.isoformat())
