"""Days and hours in running text: what is one, what is none, and what stands together."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from netwerk_cli.dates import DayMention, HourMention, mentions

if TYPE_CHECKING:
    from netwerk_cli.dates import CalendarDay


def days(text: str) -> list[str]:
    """Return the days that a text names, `?` for a year or weekday that it does not."""
    return [
        f"{day(span.first)}{'..' + day(span.last) if span.last else ''}"
        for mention in mentions(text)
        if isinstance(mention, DayMention)
        for span in mention.days
    ]


def day(one: CalendarDay) -> str:
    weekday = "" if one.weekday is None else f" {['ma', 'di', 'wo', 'do', 'vr', 'za', 'zo'][one.weekday]}"
    return f"{one.year or '?'}-{one.month}-{one.day}{weekday}"


def hours(text: str) -> list[str]:
    """Return the hours that a text names as start-end."""
    return [
        "-".join(
            "" if one is None else f"{one.hour}:{one.minute:02}" for one in (mention.first, mention.last)
        )
        for mention in mentions(text)
        if isinstance(mention, HourMention)
    ]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("kom op woensdag 4 juni naar ons", ["?-6-4 wo"]),
        ("12-04-2023, 20u", ["2023-4-12"]),
        ("10, 17 en 24 maart 2022", ["2022-3-10", "2022-3-17", "2022-3-24"]),
        ("5 en 6 oktober", ["?-10-5", "?-10-6"]),
        ("9/10 maart 2020", ["2020-3-9", "2020-3-10"]),
        ("15 december en 12 januari 2023", ["2022-12-15", "2023-1-12"]),
        ("29 oktober - 3 november 2020", ["2020-10-29..2020-11-3"]),
        ("do 29 t/m za 31 oktober", ["?-10-29 do..?-10-31 za"]),
        ("woensdagmiddag 11 oktober", ["?-10-11 wo"]),
    ],
)
def test_days_are_read_where_they_stand(text: str, found: list[str]) -> None:
    assert days(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("van 14:30 tot 16:00", ["14:30-16:00"]),
        ("16.00 – 17.00 uur", ["16:00-17:00"]),
        ("tussen 13.00u en 17.00u", ["13:00-17:00"]),
        ("van 14 tot 17 uur", ["14:00-17:00"]),
        ("tot 16 uur", ["-16:00"]),
        ("van 9.30 uur (inloop 9.00 uur) tot ca. 16.00 uur", ["9:30-16:00"]),
        ("van 2 tot 4 uur 's middags", ["14:00-16:00"]),
        ("half acht 's avonds, 8 mei", ["19:30-"]),
        ("10:00 -12:00 uur", ["10:00-12:00"]),
    ],
)
def test_hours_are_read_where_they_stand(text: str, found: list[str]) -> None:
    assert hours(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "€ 12.50 of 12.50 euro",
        "06.12.34.56.78",
        "11-12 jarigen",
        "schooljaar 2018-2019",
        "half acht, zaal 3",
        "1.1.1.1",
    ],
)
def test_what_is_no_day_and_no_time_is_passed_by(text: str) -> None:
    assert [*mentions(text)] == []


def test_a_mention_says_which_characters_state_it() -> None:
    text = "Kom op 4 juni – om 20 uur – langs."
    assert [text[one.start : one.end] for one in mentions(text)] == ["4 juni", "om 20 uur"]
