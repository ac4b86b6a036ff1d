"""How registration went over time, and beside the edition before."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest

from netwerk_cli.domain.over_time import Point, beside, edition_before, points
from netwerk_cli.domain.report_figures import Figures, attendees
from tests.builders import CLOSES_AT, NOW, STARTS_AT, WINTER, Desk, a_session, an_event


def days(number: float) -> timedelta:
    return timedelta(days=number)


def spread(desk: Desk, *names: str) -> Desk:
    """Register everybody, a day apart."""
    for name in names:
        desk.register(name)
        desk.now += days(1)
    return desk


def told(desk: Desk, now: datetime) -> list[Point]:
    return [*points(desk.event, attendees(desk.event, desk.list), now)]


def test_each_day_on_which_something_changed_is_a_point() -> None:
    desk = spread(Desk(), "Ans", "Bo")
    desk.now += days(1)
    desk.cancel(1)
    assert told(desk, desk.now) == [
        Point(date(2024, 1, 10), 6, 1, 1),
        Point(date(2024, 1, 11), 5, 2, 2),
        Point(date(2024, 1, 13), 3, 2, 1),
    ]


def test_the_day_of_the_closing_is_a_point_once_it_is_there() -> None:
    assert told(spread(Desk(), "Ans"), CLOSES_AT)[-1] == Point(date(2024, 1, 16), 0, 1, 1)


def test_a_day_is_one_of_the_clocks_of_the_event() -> None:
    desk = Desk(an_event(timezone="America/New_York"))
    desk.register("Ans", received_at=datetime(2024, 1, 10, 3, 0, tzinfo=WINTER))
    assert told(desk, NOW)[0].on == date(2024, 1, 9)


def test_an_event_without_a_date_has_no_days_before_its_closing() -> None:
    desk = Desk(an_event(sessions=(a_session(starts_at=None, ends_at=None),), closes_at=None))
    assert told(spread(desk, "Ans"), NOW) == [Point(date(2024, 1, 10), None, 1, 1)]


def test_nobody_is_no_point() -> None:
    assert told(Desk(), CLOSES_AT) == []


# ------------------------------------------------------------ the edition before
@pytest.mark.parametrize(
    ("others", "found"),
    [
        pytest.param(["kickoff-2022", "kickoff-2023"], "kickoff-2023", id="the last one before"),
        pytest.param(["kickoff-2025"], None, id="not a later one"),
        pytest.param(["kickoff"], "kickoff", id="one without a number"),
        pytest.param(["slot-2023", "kick-off-2023"], None, id="not of another name"),
    ],
)
def test_the_edition_before_has_the_same_name_but_for_its_number(
    others: list[str], found: str | None
) -> None:
    def begin(slug: str) -> datetime:
        year = slug.rpartition("-")[2]
        return STARTS_AT.replace(year=int(year) if year.isdigit() else 2021)

    events = [
        an_event(slug=slug, sessions=(a_session(starts_at=begin(slug), ends_at=None),)) for slug in others
    ]
    this = an_event(slug="kickoff-2024")
    before = edition_before(this, [this, *events])
    assert (None if before is None else before.slug) == found


def test_names_of_numbers_only_are_of_no_series() -> None:
    old = an_event(slug="2023", sessions=(a_session(starts_at=STARTS_AT - days(300), ends_at=None),))
    assert edition_before(an_event(slug="2024"), [old]) is None


def test_an_edition_stands_beside_the_one_before_as_long_before_its_closing() -> None:
    earlier = spread(
        Desk(an_event(slug="vorige", closes_at=CLOSES_AT - days(1)), now=NOW - days(3)),
        "Ans",
        "Bo",
        "Cas",
        "Dirk",
    )
    earlier.cancel(1)
    this = spread(Desk(), "Eef")
    found = beside(
        this.event,
        attendees(this.event, this.list),
        earlier.event,
        attendees(earlier.event, earlier.list),
        NOW + days(1),
    )
    assert found is not None
    assert found.here == Point(date(2024, 1, 11), 5, 1, 1)
    assert found.there == Point(date(2024, 1, 10), 5, 4, 4)
    assert found.figures == Figures(people=4, registered=4, confirmed=3, cancelled=1)


def test_after_the_closing_both_stand_at_their_closing() -> None:
    desk = spread(Desk(), "Ans")
    people = attendees(desk.event, desk.list)
    found = beside(desk.event, people, desk.event, people, CLOSES_AT + days(30))
    assert found is not None
    assert found.here == found.there == Point(date(2024, 1, 16), 0, 1, 1)


def test_where_one_of_them_has_no_closing_there_is_nothing_to_hold_beside_it() -> None:
    undated = an_event(sessions=(a_session(starts_at=None, ends_at=None),), closes_at=None)
    assert beside(undated, [], an_event(), [], NOW) is None
