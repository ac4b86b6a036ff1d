"""Our VTIMEZONE says what the zone database says, in the eyes of another reader (dateutil)."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from functools import cache
from io import StringIO
from zoneinfo import ZoneInfo

import pytest
from dateutil import tz

from netwerk_cli.ical.timezones import CLOCKS, Clock, vtimezone, wire_time

LATE_TO_THE_RULES = {"Europe/Riga": 2001, "Europe/Tallinn": 2002, "Europe/Vilnius": 2003}
YEARS = range(1997, 2036)
HOURS = range(-30, 31)


def changes(year: int) -> list[datetime]:
    """Return when the clocks change in `year`, and New Year, when they do not."""
    days = (datetime(year, month, day, 1, tzinfo=UTC) for month in (3, 10) for day in range(25, 32))
    return [datetime(year, 1, 1, tzinfo=UTC), *(day for day in days if day.isoweekday() == 7)]


def instants() -> Iterator[datetime]:
    """Yield every hour around every change, and around every New Year."""
    return (at + timedelta(hours=hour) for year in YEARS for at in changes(year) for hour in HOURS)


@cache
def offsets_as_read(clock: Clock) -> dict[datetime, timedelta]:
    """Return the offset that dateutil works out of our VTIMEZONE of the first zone with this clock."""
    name = next(name for name, other in CLOCKS.items() if other == clock)
    text = vtimezone(name).to_ical().decode().replace("\r\n", "\n")
    read = tz.tzical(StringIO(text)).get(name)
    return {instant: instant.astimezone(read).utcoffset() or timedelta() for instant in instants()}


@pytest.mark.parametrize("name", CLOCKS)
def test_our_vtimezone_gives_the_offset_of_the_zone_database(name: str) -> None:
    here, since = ZoneInfo(name), LATE_TO_THE_RULES.get(name, 1999 if name.endswith("Nicosia") else 1997)
    read = {at: offset for at, offset in offsets_as_read(CLOCKS[name]).items() if at.year >= since}
    assert read == {at: at.astimezone(here).utcoffset() for at in read}


@pytest.mark.parametrize("name", CLOCKS)
def test_zones_with_the_same_clock_have_the_same_rules(name: str) -> None:
    first = next(other for other, clock in CLOCKS.items() if clock == CLOCKS[name])
    renamed = vtimezone(name).to_ical().replace(name.encode(), first.encode())
    assert renamed == vtimezone(first).to_ical()


@pytest.mark.parametrize("name", CLOCKS)
def test_the_names_of_the_clocks_are_those_of_the_zone_database(name: str) -> None:
    winter, summer = (datetime(2024, month, 1, tzinfo=ZoneInfo(name)) for month in (1, 7))
    assert CLOCKS[name] == Clock(
        (winter.utcoffset() or timedelta()) // timedelta(hours=1), *map(tz_name, (winter, summer))
    )


def tz_name(moment: datetime) -> str:
    return moment.tzname() or ""


@pytest.mark.parametrize("name", CLOCKS)
def test_a_moment_on_the_wire_is_the_same_instant(name: str) -> None:
    instants_read = offsets_as_read(CLOCKS[name])
    written = {instant: wire_time(instant, name) for instant in instants_read}
    assert all(at == wire for at, wire in written.items())
    local = {at: wire.utcoffset() for at, wire in written.items() if wire.tzinfo is not UTC}
    assert local == {at: instants_read[at] for at in local}


@pytest.mark.parametrize("name", ["Europe/Brussels", "Europe/Amsterdam"])
def test_only_the_hour_that_is_repeated_goes_in_utc(name: str) -> None:
    in_utc = [at for at in instants() if wire_time(at, name).tzinfo is UTC]
    assert [(at.month, at.hour, at.isoweekday()) for at in in_utc] == [(10, 0, 7), (10, 1, 7)] * len(YEARS)


@pytest.mark.parametrize(
    ("moment", "expected"),
    [
        pytest.param(datetime(1996, 3, 31, 0, 59, 59, tzinfo=UTC), None, id="before the rules begin"),
        pytest.param(datetime(1996, 3, 31, 1, tzinfo=UTC), (3, 0), id="as the rules begin"),
        pytest.param(datetime(2024, 3, 31, 0, 59, 59, tzinfo=UTC), (1, 59), id="last second of winter"),
        pytest.param(datetime(2024, 3, 31, 1, tzinfo=UTC), (3, 0), id="first second of summer"),
        pytest.param(datetime(2024, 10, 26, 23, 59, 59, tzinfo=UTC), (1, 59), id="before the repeated hour"),
        pytest.param(datetime(2024, 10, 27, 0, tzinfo=UTC), None, id="repeated hour, first time"),
        pytest.param(datetime(2024, 10, 27, 1, tzinfo=UTC), None, id="repeated hour, second time"),
        pytest.param(datetime(2024, 10, 27, 2, tzinfo=UTC), (3, 0), id="after the repeated hour"),
    ],
)
def test_a_moment_is_in_its_zone_when_that_can_be_read_in_one_way(
    moment: datetime, expected: tuple[int, int] | None
) -> None:
    wire = wire_time(moment, "Europe/Brussels")
    assert wire == moment
    assert expected == (None if wire.tzinfo is UTC else (wire.hour, wire.minute))


@pytest.mark.parametrize(
    "name", ["UTC", "America/Curacao", "Europe/Istanbul", "Europe/Chisinau", "Asia/Jakarta"]
)
def test_moments_in_other_zones_go_in_utc(name: str) -> None:
    moment = datetime(2024, 5, 2, 12, tzinfo=ZoneInfo(name))
    assert wire_time(moment, name) == moment
    assert wire_time(moment, name).tzinfo is UTC


def test_a_zone_that_left_the_rules_goes_in_utc() -> None:
    no_summer_time_in_2000 = datetime(2000, 7, 1, 12, tzinfo=ZoneInfo("Europe/Riga"))
    assert wire_time(no_summer_time_in_2000, "Europe/Riga").tzinfo is UTC


def test_the_vtimezone_of_brussels_is_two_rules() -> None:
    assert vtimezone("Europe/Brussels").to_ical().decode().splitlines() == [
        "BEGIN:VTIMEZONE",
        "TZID:Europe/Brussels",
        "BEGIN:DAYLIGHT",
        "DTSTART:19960331T020000",
        "RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3",
        "TZNAME:CEST",
        "TZOFFSETFROM:+0100",
        "TZOFFSETTO:+0200",
        "END:DAYLIGHT",
        "BEGIN:STANDARD",
        "DTSTART:19961027T030000",
        "RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10",
        "TZNAME:CET",
        "TZOFFSETFROM:+0200",
        "TZOFFSETTO:+0100",
        "END:STANDARD",
        "END:VTIMEZONE",
    ]
