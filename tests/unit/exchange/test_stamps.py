"""Moments of a list: read as written, in the order that the column as a whole decides."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta

import pytest

from netwerk_cli.errors import BadDate
from netwerk_cli.errors.files import DaysUndecided, TwoNotations
from netwerk_cli.exchange import stamps
from netwerk_cli.exchange.stamps import DAY_FIRST, MONTH_FIRST, Notation

NOW = datetime.fromisoformat("2024-06-20T12:00:00+02:00")
BRUSSELS = Notation("Europe/Brussels")
MINUTE, SECOND, DAY = timedelta(minutes=1), timedelta(seconds=1), timedelta(days=1)


def order(*texts: str, european: bool = False) -> str:
    values = list(enumerate(texts, 2))
    return stamps.order(values, now=NOW, european=european, column="Tijd", source="lijst")


@pytest.mark.parametrize(
    ("text", "at", "exact"),
    [
        ("16/01/2024 15:59:59", "2024-01-16T15:59:59+01:00", SECOND),
        ("16/01/2024 16:00", "2024-01-16T16:00:00+01:00", MINUTE),
        ("16-1-24, 16:00", "2024-01-16T16:00:00+01:00", MINUTE),
        ("16.01.2024 16.00", "2024-01-16T16:00:00+01:00", MINUTE),
        ("2024-01-16T15:59:59", "2024-01-16T15:59:59+01:00", SECOND),
        ("2024-01-16T15:59:59.999999", "2024-01-16T15:59:59.999999+01:00", timedelta(microseconds=1)),
        ("2024-01-16 14:59:59Z", "2024-01-16T15:59:59+01:00", SECOND),
        ("2024-01-16T16:59:59+02:00", "2024-01-16T15:59:59+01:00", SECOND),
        ("2024/12/03 8:48:17 p.m. CET", "2024-12-03T20:48:17+01:00", SECOND),
        ("2024/07/03 8:48:17 AM CEST", "2024-07-03T08:48:17+02:00", SECOND),
        ("2024/12/03 12:05:00 a.m. GMT+1", "2024-12-03T00:05:00+01:00", SECOND),
        ("di 16 jan. 2024 16u30", "2024-01-16T16:30:00+01:00", MINUTE),
        ("16 januari 2024", "2024-01-16T00:00:00+01:00", DAY),
        ("16/01/2024", "2024-01-16T00:00:00+01:00", DAY),
        ("45307,5", "2024-01-16T12:00:00+01:00", SECOND),
        ("45307.666655093", "2024-01-16T15:59:59+01:00", SECOND),
    ],
)
def test_moment_is_read_as_it_is_written(text: str, at: str, exact: timedelta) -> None:
    assert stamps.read(text, BRUSSELS, now=NOW) == (datetime.fromisoformat(at), exact)


@pytest.mark.parametrize(
    ("text", "at"),
    [
        ("1/16/24 15:59:59", "2024-01-16T15:59:59+01:00"),
        ("1/2/2024 3:00 PM", "2024-01-02T15:00:00+01:00"),
        ("2024-01-02 15:00", "2024-01-02T15:00:00+01:00"),
    ],
)
def test_month_comes_first_where_the_column_says_so(text: str, at: str) -> None:
    notation = Notation("Europe/Brussels", MONTH_FIRST)
    assert stamps.read(text, notation, now=NOW).at == datetime.fromisoformat(at)


def test_zone_of_the_column_holds_for_what_states_none() -> None:
    at = stamps.read("16/01/2024 14:59:59", Notation("UTC"), now=NOW).at
    assert at == datetime.fromisoformat("2024-01-16T15:59:59+01:00")


@pytest.mark.parametrize(
    ("text", "notation"),
    [
        ("31/02/2024 10:00", BRUSSELS),
        ("31/03/2024 02:30", BRUSSELS),
        ("27/10/2024 02:30", BRUSSELS),
        ("16/01/2024 25:00", BRUSSELS),
        ("2024/07/03 8:48:17 AM CET", BRUSSELS),
        ("vorige week", BRUSSELS),
        ("13/13/2024", Notation("Europe/Brussels", MONTH_FIRST)),
        ("16/1/2024 10:00", Notation("Europe/Brussels", MONTH_FIRST)),
    ],
)
def test_moment_that_is_none_is_refused(text: str, notation: Notation) -> None:
    with pytest.raises(BadDate):
        stamps.read(text, notation, now=NOW)


@pytest.mark.parametrize(
    ("texts", "first"),
    [
        pytest.param(["3/4/2024 9:00", "13/4/2024 9:00"], DAY_FIRST, id="a thirteenth day"),
        pytest.param(["3/4/2024 9:00", "4/13/2024 9:00"], MONTH_FIRST, id="a thirteenth as month"),
        pytest.param(["3/8/2024 9:00"], MONTH_FIRST, id="else in the future"),
        pytest.param(["8/3/2024 9:00"], DAY_FIRST, id="else in the future too"),
        pytest.param(["1/5/2024", "2/5/2024", "3/4/2024"], MONTH_FIRST, id="only so in order"),
        pytest.param(["5/5/2024", "6/5/2024", "1/6/2024"], DAY_FIRST, id="only so in order too"),
        pytest.param(["3-4-2024 9:00"], DAY_FIRST, id="dashes are European"),
        pytest.param(["5/5/2024", "6/6/2024"], DAY_FIRST, id="all the same either way"),
        pytest.param(["2024-04-03 9:00"], DAY_FIRST, id="year first"),
        pytest.param(["dinsdag 16 april 2024"], DAY_FIRST, id="in words"),
    ],
)
def test_the_column_as_a_whole_decides(texts: Sequence[str], first: str) -> None:
    assert order(*texts) == first


def test_semicolon_says_europe_where_nothing_else_decides() -> None:
    assert order("3/4/2024 9:00", european=True) == DAY_FIRST


def test_days_that_nothing_decides_are_refused_with_their_row() -> None:
    with pytest.raises(DaysUndecided) as refused:
        order("3/4/2024 9:00", "4/3/2024 9:00")
    assert refused.value.facts == {"path": "lijst", "line": 2, "column": "Tijd"}


@pytest.mark.parametrize(
    "texts",
    [
        pytest.param(["13/4/2024 9:00", "4/13/2024 9:00"], id="both orders"),
        pytest.param(["2024-04-03T09:00:00", "4/13/2024 9:00"], id="what Excel took for its own"),
    ],
)
def test_two_notations_in_one_column_are_refused_with_both_rows(texts: Sequence[str]) -> None:
    with pytest.raises(TwoNotations) as refused:
        order(*texts)
    assert (refused.value.facts["day_first"], refused.value.facts["month_first"]) == (2, 3)
