"""By when something is due: a day, or a period that ends on one, on Wednesday 10 January 2024 in Brussels."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from netwerk_cli.dates import Due, read_day, read_due
from netwerk_cli.errors import BadDate

ZONE = "Europe/Brussels"
NOW = datetime(2024, 1, 10, 11, 0, tzinfo=UTC)


def due(text: str, now: datetime = NOW) -> Due:
    return read_due(text, zone=ZONE, now=now)


def reason(text: str) -> object:
    with pytest.raises(BadDate) as caught:
        due(text)
    return caught.value.facts["reason"]


@pytest.mark.parametrize(
    ("text", "on", "period"),
    [
        ("najaar 2021", date(2021, 11, 30), "najaar 2021"),
        ("herfst 2021", date(2021, 11, 30), "herfst 2021"),
        ("autumn 2021", date(2021, 11, 30), "autumn 2021"),
        ("Fall 2021", date(2021, 11, 30), "fall 2021"),
        ("in het najaar 2021", date(2021, 11, 30), "najaar 2021"),
        ("Voorjaar\u00a02022", date(2022, 5, 31), "voorjaar 2022"),
        ("the spring 2022", date(2022, 5, 31), "spring 2022"),
        ("zomer 2022", date(2022, 8, 31), "zomer 2022"),
        ("winter 2021-2022", date(2022, 2, 28), "winter 2021-2022"),
        ("winter 2021–22", date(2022, 2, 28), "winter 2021-2022"),
        ("winter 2023/2024", date(2024, 2, 29), "winter 2023-2024"),
        ("winter 1999-00", date(2000, 2, 29), "winter 1999-2000"),
        ("Q3 2021", date(2021, 9, 30), "Q3 2021"),
        ("november 2021", date(2021, 11, 30), "november 2021"),
        ("eind nov. 2021", date(2021, 11, 30), "nov 2021"),
        ("eind 2021", date(2021, 12, 31), "eind 2021"),
        ("end of 2021", date(2021, 12, 31), "end of 2021"),
        ("2021", date(2021, 12, 31), "2021"),
    ],
)
def test_a_period_is_due_on_its_last_day(text: str, on: date, period: str) -> None:
    assert due(text) == Due(on=on, period=period)


@pytest.mark.parametrize("text", ["1 november 2021", "1/11/2021", "2021-11-01", "maandag 1 november 2021"])
def test_a_day_is_due_on_itself(text: str) -> None:
    assert due(text) == Due(on=date(2021, 11, 1))


@pytest.mark.parametrize(
    ("text", "now", "on"),
    [
        ("najaar", datetime(2024, 11, 30, 22, 59, tzinfo=UTC), date(2024, 11, 30)),
        ("najaar", datetime(2024, 11, 30, 23, 0, tzinfo=UTC), date(2025, 11, 30)),
        ("in het voorjaar", NOW, date(2024, 5, 31)),
        ("januari", NOW, date(2024, 1, 31)),
        ("winter", NOW, date(2024, 2, 29)),
        ("de winter", datetime(2024, 3, 1, tzinfo=UTC), date(2025, 2, 28)),
    ],
    ids=["its last day", "the day after", "to come", "this month", "this winter", "the next winter"],
)
def test_without_a_year_it_is_the_next_that_is_not_over(text: str, now: datetime, on: date) -> None:
    assert due(text, now).on == on


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("winter 2021", "which_winter"),
        ("winter 2021-2023", "which_winter"),
        ("winter 2021-20", "which_winter"),
        ("najaar 1021", "year_range"),
        ("winter 2200-2201", "year_range"),
        ("9999", "year_range"),
        ("1 november 2021 16:00", "day_only"),
        ("1 november 2021 - 3 november 2021", "one_moment"),
        ("n.t.b.", "to_be_announced"),
        ("", "empty"),
        ("Q5 2021", "not_understood"),
        ("najaaar 2021", "not_understood"),
        ("31 november 2021", "never_such_day"),
        ("dinsdag 1 november 2021", "wrong_weekday"),
    ],
)
def test_what_is_no_day_and_no_period_is_refused(text: str, key: str) -> None:
    assert reason(text) == key


def test_a_day_has_no_time() -> None:
    assert read_day("16 januari 2024", zone=ZONE, now=NOW) == date(2024, 1, 16)
    with pytest.raises(BadDate, match="a day is needed, without a time"):
        read_day("16 januari 2024 16:00", zone=ZONE, now=NOW)
