"""Laws of recurrence rules: whatever the text, an answer at once; and what it means is what dateutil reads in it."""

from __future__ import annotations

import contextlib
import time
from datetime import datetime
from itertools import islice

from dateutil import rrule
from hypothesis import example, given
from hypothesis import strategies as st

from netwerk_cli.domain.recurrence_days import walls
from netwerk_cli.domain.recurrence_rule import MOST, read
from netwerk_cli.errors import BadValue

ZONE = "Europe/Brussels"
STARTS = st.datetimes(datetime(1990, 1, 1), datetime(2100, 12, 31)).map(lambda d: d.replace(microsecond=0))  # noqa: DTZ001
EVER = st.datetimes().map(lambda d: d.replace(microsecond=0))
WEEKDAYS = st.sampled_from(rrule.weekdays).map(str)


def numbers(least: int, most: int, *, odd: bool) -> st.SearchStrategy[str]:
    """Return lists of numbers that a part may have, and with `odd` also some that it may not."""
    fitting = st.integers(least, most).filter(bool) if least < 0 else st.integers(least, most)
    one = fitting.map(str)
    if odd:
        one |= st.sampled_from(["", "0", "-1", "+9", "54", "367", "99999999", "x", "\u0662", "1MO", "-1SU"])
    return st.lists(one, min_size=1, max_size=3).map(",".join)


def part(name: str, values: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    return values.map(lambda value: f"{name}={value}")


def parts(*, odd: bool) -> list[st.SearchStrategy[str]]:
    return [
        part("INTERVAL", st.integers(1, 9).map(str)),
        part("WKST", WEEKDAYS),
        part("BYDAY", st.lists(WEEKDAYS, min_size=1, max_size=4).map(",".join)),
        *(
            part(name, numbers(least, most, odd=odd))
            for name, least, most in (
                ("BYMONTH", 1, 12),
                ("BYMONTHDAY", -31, 31),
                ("BYYEARDAY", -366, 366),
                # dateutil forgets the days of January that belong to the last week of the year before
                ("BYWEEKNO", -53, 53) if odd else ("BYWEEKNO", 2, 50),
                ("BYSETPOS", -5, 5),
                ("BYHOUR", 0, 23),
                ("BYMINUTE", 0, 59),
            )
        ),
    ]


@st.composite
def rules(draw: st.DrawFn) -> str:
    """Draw a rule that may be asked for, without an end."""
    frequency = draw(st.sampled_from(["DAILY", "WEEKLY", "MONTHLY", "YEARLY"]))
    chosen = draw(st.lists(st.sampled_from(parts(odd=False)), max_size=4, unique_by=id))
    said = [draw(one) for one in chosen]
    names = [one.partition("=")[0] for one in said]
    if frequency in ("MONTHLY", "YEARLY") and "BYDAY" not in names and "BYWEEKNO" not in names:
        nth = st.tuples(st.sampled_from(["", "1", "2", "-1", "-4", "5"]), WEEKDAYS).map("".join)
        said += draw(st.lists(part("BYDAY", nth), max_size=1))
    return ";".join([f"FREQ={frequency}", *said])


ODD = st.one_of(
    st.text(max_size=60),
    st.lists(
        st.one_of(
            *parts(odd=True),
            part("FREQ", st.sampled_from(["DAILY", "WEEKLY", "MONTHLY", "YEARLY", "HOURLY", "SECONDLY"])),
            part("COUNT", st.sampled_from(["1", "3", "200", "201", "0", "99999999999"])),
            part("UNTIL", st.sampled_from(["20300101", "99991231T235959Z", "00010101T000000Z", "0", "20300101T"])),
            part("BYEASTER", st.just("99999999")),
            st.text(max_size=8),
        ),
        max_size=7,
    ).map(";".join),
)  # fmt: skip


@given(text=ODD, first=STARTS | EVER, zone=st.sampled_from([ZONE, "America/New_York", "Pacific/Kiritimati"]))
@example(text="FREQ=DAILY;INTERVAL=0;BYMONTH=7;COUNT=2", first=datetime(2030, 1, 26, 9), zone=ZONE)  # noqa: DTZ001
@example(text="FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30;COUNT=1", first=datetime(2030, 1, 26, 9), zone=ZONE)  # noqa: DTZ001
@example(text="FREQ=DAILY;COUNT=3", first=datetime(9999, 12, 31, 9), zone=ZONE)  # noqa: DTZ001
@example(
    text="FREQ=YEARLY;COUNT=200;BYSETPOS=366;BYHOUR=0,1,2;BYMINUTE=" + ",".join(map(str, range(60))),
    first=datetime(2030, 1, 26, 9),  # noqa: DTZ001
    zone=ZONE,
)
def test_no_rule_breaks_the_reader_or_keeps_anybody_waiting(text: str, first: datetime, zone: str) -> None:
    started = time.process_time()
    try:
        found = walls(read(text, typed_as="--rule"), first, zone)
    except BadValue:
        found = []
    assert time.process_time() - started < 5
    assert len(found) <= MOST
    assert found == sorted(set(found))
    assert all(wall >= first for wall in found)


# dateutil looks for what never comes until the year 9999, so it is asked about the years just before
LAST_YEARS = st.datetimes(
    datetime(9989, 1, 1),  # noqa: DTZ001
    datetime(9996, 12, 31),  # noqa: DTZ001
).map(lambda moment: moment.replace(microsecond=0))


@given(text=rules(), first=LAST_YEARS)
def test_rule_means_what_an_independent_reader_reads(text: str, first: datetime) -> None:
    ended = f"{text};UNTIL=99981231T235959"
    wanted: list[datetime] = []
    with contextlib.suppress(ValueError):  # it falls over the end of the calendar
        for wall in islice(rrule.rrulestr(ended, dtstart=first), MOST + 1):
            wanted.append(wall)
    try:
        found = walls(read(ended, typed_as="--rule"), first, ZONE)
    except BadValue:
        assert not 0 < len(wanted) <= MOST
    else:
        assert found == wanted
