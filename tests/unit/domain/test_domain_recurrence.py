"""Recurrence rules: what they mean, and that none asks for more than anybody waits for."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest

from netwerk_cli.domain.events import Session
from netwerk_cli.domain.recurrence import rule_of, spans
from netwerk_cli.domain.recurrence_days import every, walls
from netwerk_cli.domain.recurrence_rule import parsed, read
from netwerk_cli.errors import BadDate, BadValue
from netwerk_cli.wording import Wording
from tests.builders import STARTS_AT, a_session, refused

FIRST = datetime.fromisoformat("2030-01-26T09:00")  # a Saturday
ZONE = "Europe/Brussels"


def days(text: str, *, count: int | None = None, until: date | None = None) -> list[str]:
    """Return the starts of a rule, without their time where that is the time of the first."""
    rule = read(text, typed_as="--rule", count=count, until=until)
    found = [wall.isoformat(timespec="minutes") for wall in walls(rule, FIRST, ZONE)]
    return [text.removesuffix("T09:00") for text in found]


def problem(text: str, **ends: int | date) -> tuple[object, object]:
    """Return the option that is named and what is wrong with it."""
    kind, facts = refused(lambda: days(text, **ends))  # type: ignore[arg-type]
    assert kind is BadValue
    return facts["field"], str(facts["why"])


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("FREQ=DAILY;COUNT=2", ["2030-01-26", "2030-01-27"]),
        ("RRULE:freq=weekly;interval=2;count=2", ["2030-01-26", "2030-02-09"]),
        ("FREQ=WEEKLY;BYDAY=TU,TH;UNTIL=20300205", ["2030-01-29", "2030-01-31", "2030-02-05"]),
        ("FREQ=WEEKLY;INTERVAL=2;WKST=SU;BYDAY=SU,SA;COUNT=3", ["2030-01-26", "2030-02-03", "2030-02-09"]),
        ("FREQ=MONTHLY;COUNT=2", ["2030-01-26", "2030-02-26"]),
        ("FREQ=MONTHLY;BYMONTHDAY=-1,31;COUNT=2", ["2030-01-31", "2030-02-28"]),
        ("FREQ=MONTHLY;BYDAY=1MO,-1FR;COUNT=3", ["2030-02-04", "2030-02-22", "2030-03-04"]),
        ("FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1;COUNT=2", ["2030-01-31", "2030-02-28"]),
        ("FREQ=YEARLY;COUNT=2", ["2030-01-26", "2031-01-26"]),
        ("FREQ=YEARLY;BYDAY=20MO;COUNT=1", ["2030-05-20"]),
        ("FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU;COUNT=1", ["2030-03-31"]),
        ("FREQ=YEARLY;BYWEEKNO=1;BYDAY=MO;COUNT=2", ["2030-12-30", "2031-12-29"]),
        ("FREQ=DAILY;BYWEEKNO=-1;BYMONTH=1;COUNT=2", ["2033-01-01", "2033-01-02"]),
        ("FREQ=YEARLY;BYYEARDAY=-1;COUNT=1", ["2030-12-31"]),
        ("FREQ=DAILY;BYHOUR=9,14;COUNT=2", ["2030-01-26", "2030-01-26T14:00"]),
        ("FREQ=DAILY;UNTIL=20300127T085959", ["2030-01-26"]),
        ("FREQ=DAILY;UNTIL=20300127T080000Z", ["2030-01-26", "2030-01-27"]),
        ("FREQ=DAILY;UNTIL=20300127T075959Z", ["2030-01-26"]),
        ("FREQ=DAILY;INTERVAL=9999;COUNT=1", ["2030-01-26"]),
        ("FREQ=DAILY;BYHOUR=16,9;COUNT=2", ["2030-01-26", "2030-01-26T16:00"]),
        ("FREQ=DAILY;INTERVAL=3652;COUNT=2", ["2030-01-26", "2040-01-26"]),
        ("FREQ=WEEKLY;INTERVAL=2;BYDAY=FR,SA;COUNT=3", ["2030-01-26", "2030-02-08", "2030-02-09"]),
        ("FREQ=MONTHLY;BYDAY=MO,TU;BYSETPOS=1;COUNT=2", ["2030-02-04", "2030-03-04"]),
        ("FREQ=YEARLY;BYWEEKNO=5;COUNT=2", ["2030-01-28", "2030-01-29"]),
        ("FREQ=YEARLY;INTERVAL=5;UNTIL=20400126", ["2030-01-26", "2035-01-26", "2040-01-26"]),
        ("FREQ=MONTHLY;BYDAY=5TH,-5WE;COUNT=2", ["2030-01-31", "2030-05-01"]),
        ("FREQ=YEARLY;BYDAY=53TU;COUNT=1", ["2030-12-31"]),
        ("FREQ=YEARLY;BYDAY=-53TU;COUNT=1", ["2036-01-01"]),
        ("FREQ=DAILY;COUNT=2;BYHOUR=" + ",".join(["9"] * 201), ["2030-01-26", "2030-01-27"]),
        ("FREQ=DAILY;COUNT=1;BYHOUR=" + ",".join(["09"] * 325), ["2030-01-26"]),
    ],
)
def test_rule_means_what_the_standard_says(text: str, found: list[str]) -> None:
    assert days(text) == found


@pytest.mark.parametrize(
    ("first", "text", "found"),
    [
        ("2030-11-30", "FREQ=MONTHLY;INTERVAL=2;COUNT=3", ["2030-11-30", "2031-01-30", "2031-03-30"]),
        ("2030-11-30", "FREQ=YEARLY;INTERVAL=2;COUNT=2", ["2030-11-30", "2032-11-30"]),
        ("2032-02-29", "FREQ=YEARLY;COUNT=3", ["2032-02-29", "2036-02-29", "2040-02-29"]),
        ("2030-12-31", "FREQ=YEARLY;BYYEARDAY=1,366;COUNT=3", ["2031-01-01", "2032-01-01", "2032-12-31"]),
        ("2030-01-31T09:00:30", "FREQ=DAILY;COUNT=1", ["2030-01-31T09:00:30"]),
        ("2030-01-31T09:00:30.5", "FREQ=DAILY;COUNT=1", ["2030-01-31T09:00:30"]),
        ("9999-12-30", "FREQ=DAILY;UNTIL=99991231", ["9999-12-30", "9999-12-31"]),
        ("9999-12-30", "FREQ=WEEKLY;BYDAY=FR;UNTIL=99991231T235959Z", ["9999-12-31"]),
        ("0001-01-01", "FREQ=MONTHLY;BYDAY=MO;UNTIL=00010108", ["0001-01-01", "0001-01-08"]),
        ("2030-02-10", "FREQ=MONTHLY;INTERVAL=3;COUNT=2", ["2030-02-10", "2030-05-10"]),
        ("0001-01-01", "FREQ=YEARLY;WKST=FR;BYWEEKNO=1;BYDAY=MO;COUNT=1", ["0001-01-01"]),
        ("9999-12-31", "FREQ=YEARLY;WKST=TU;BYWEEKNO=-1;BYDAY=FR;COUNT=1", ["9999-12-31"]),
    ],
)
def test_rule_means_the_same_wherever_it_starts(first: str, text: str, found: list[str]) -> None:
    rule = read(text, typed_as="--rule")
    starts = walls(rule, datetime.fromisoformat(first), ZONE)
    assert [wall.isoformat().removesuffix("T00:00:00") for wall in starts] == found


@pytest.mark.parametrize("frequency", ["SECONDLY", "MINUTELY", "HOURLY"])
def test_nothing_repeats_within_a_day(frequency: str) -> None:
    assert problem(f"FREQ={frequency};COUNT=2") == ("--rule", "sessions repeat daily at most")


@pytest.mark.parametrize(
    "text",
    [
        "",
        "RRULE:",
        "FREQ=SOMETIMES;COUNT=2",
        "COUNT=2",
        "FREQ=DAILY;COUNT=2;",
        "FREQ=DAILY;FREQ=DAILY;COUNT=2",
        "FREQ=DAILY;COUNT=two",
        "FREQ=DAILY;COUNT=-1",
        "FREQ=DAILY;INTERVAL=0;COUNT=3",
        "FREQ=DAILY;INTERVAL=-1;COUNT=3",
        "FREQ=DAILY;UNTIL=tomorrow",
        "FREQ=DAILY;UNTIL=20300230",
        "FREQ=DAILY;BYMONTH=13;COUNT=1",
        "FREQ=DAILY;BYMONTH=0;COUNT=1",
        "FREQ=DAILY;BYMONTH=;COUNT=1",
        "FREQ=MONTHLY;BYMONTHDAY=32;COUNT=1",
        "FREQ=MONTHLY;BYMONTHDAY=0;COUNT=1",
        "FREQ=MONTHLY;BYDAY=+9MO;COUNT=1",
        "FREQ=MONTHLY;BYDAY=0MO;COUNT=1",
        "FREQ=WEEKLY;BYDAY=2MO;COUNT=1",
        "FREQ=YEARLY;BYDAY=54MO;COUNT=1",
        "FREQ=YEARLY;BYWEEKNO=54;COUNT=1",
        "FREQ=YEARLY;BYYEARDAY=367;COUNT=1",
        "FREQ=DAILY;BYHOUR=24;COUNT=1",
        "FREQ=DAILY;BYMINUTE=60;COUNT=1",
        "FREQ=DAILY;BYEASTER=99999999;COUNT=1",
        "FREQ=DAILY;DTSTART=20010101T000000;COUNT=2",
        "DTSTART:20010101T000000\nRRULE:FREQ=DAILY;COUNT=2",
        "FREQ=DAILY;COUNT=2\nEXDATE:20300126T090000",
        "FREQ=DAILY;COUNT=2;BYMONTHDAY=" + ",".join(["1"] * 600),
        "FREQ=DAILY;COUNT=\u0662",
        "FREQ=DAILY;COUNT",
        "FREQ=DAILY;UNTIL=2030-02-01",
        "FREQ=WEEKLY;BYDAY=XX;COUNT=1",
        "FREQ=DAILY;BYDAY=1MO;COUNT=1",
        "FREQ=WEEKLY;BYDAY=-1MO;COUNT=1",
        "FREQ=MONTHLY;BYDAY=6MO;COUNT=1",
        "FREQ=MONTHLY;BYDAY=-6MO;COUNT=1",
        "FREQ=YEARLY;BYDAY=-54MO;COUNT=1",
        "FREQ=DAILY;INTERVAL=10000;COUNT=1",
        "FREQ=DAILY;COUNT=1".ljust(1001, ";"),
        " FREQ=DAILY;COUNT=x",
    ],
)
def test_what_is_no_rule_is_refused(text: str) -> None:
    assert problem(text) == ("--rule", f"'{text.strip()[:60]}' is not a recurrence rule of RFC 5545")


@pytest.mark.parametrize(
    ("text", "ends", "named"),
    [
        ("FREQ=DAILY;COUNT=2;UNTIL=20300201", {}, "--rule"),
        ("FREQ=DAILY;COUNT=2", {"count": 2}, "--count"),
        ("FREQ=DAILY;UNTIL=20300201", {"count": 2}, "--count"),
        ("FREQ=DAILY;COUNT=2", {"until": date(2030, 2, 1)}, "--until"),
        ("FREQ=DAILY", {"count": 2, "until": date(2030, 2, 1)}, "--until"),
    ],
)
def test_rule_has_one_end(text: str, ends: dict[str, int | date], named: str) -> None:
    assert problem(text, **ends) == (named, "a rule ends once: after a number of sessions, or on a day")


def test_rule_has_an_end() -> None:
    why = "say how often with --count, or until when with --until"
    assert problem("FREQ=DAILY") == ("--count", why)


# ------------------------------------------------------------------- how many
def test_exactly_two_hundred_sessions_are_made() -> None:
    assert len(days("FREQ=DAILY;COUNT=200")) == 200
    assert len(days("FREQ=DAILY", count=200)) == 200
    assert len(days("FREQ=DAILY", until=FIRST.date() + timedelta(days=199))) == 200


@pytest.mark.parametrize(
    ("text", "ends", "named", "count"),
    [
        ("FREQ=DAILY;COUNT=201", {}, "--rule", "201 sessions"),
        ("FREQ=DAILY", {"count": 201}, "--count", "201 sessions"),
        ("FREQ=DAILY", {"count": 0}, "--count", "0 sessions"),
        ("FREQ=DAILY", {"until": FIRST.date() + timedelta(days=200)}, "--rule", "201 sessions"),
        ("FREQ=DAILY", {"until": FIRST.date() - timedelta(days=1)}, "--rule", "0 sessions"),
        ("FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30", {"count": 1}, "--rule", "0 sessions"),
        ("FREQ=YEARLY;INTERVAL=2;BYMONTH=2;BYMONTHDAY=29;BYYEARDAY=1;COUNT=1", {}, "--rule", "0 sessions"),
        ("FREQ=DAILY;COUNT=1;BYHOUR=1,2,3,4;BYSECOND=" + ",".join(map(str, range(60))), {}, "--rule", "240 sessions"),
    ],
)  # fmt: skip
def test_more_or_less_than_one_to_two_hundred_sessions_are_not(
    text: str, ends: dict[str, int | date], named: str, count: str
) -> None:
    assert problem(text, **ends) == (named, f"it makes {count}; 1 to 200 fit")


def test_last_session_starts_within_ten_years() -> None:
    assert days("FREQ=YEARLY;COUNT=11")[-1] == "2040-01-26"
    why = ("--rule", "the last session starts within 10 years")
    assert problem("FREQ=YEARLY;COUNT=12") == why
    assert problem("FREQ=DAILY;INTERVAL=3653;COUNT=2") == why
    assert problem("FREQ=YEARLY;UNTIL=20420101") == why


def test_last_session_starts_within_ten_years_up_to_the_last_year_there_is() -> None:
    rule = read("FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=1;UNTIL=99991231", typed_as="--rule")
    kind, _ = refused(lambda: walls(rule, datetime.fromisoformat("9989-06-01"), ZONE))
    assert kind is BadValue


@pytest.mark.parametrize("until", ["00010101T000000Z", "99991231T235959Z"])
def test_end_in_the_first_or_the_last_year_is_no_moment_in_another_zone(until: str) -> None:
    rule = read(f"FREQ=DAILY;BYMONTH=1;UNTIL={until}", typed_as="--rule")
    for zone in ("America/New_York", "Asia/Tokyo"):
        assert refused(lambda zone=zone: walls(rule, FIRST, zone))[0] is BadValue  # type: ignore[misc]


# ------------------------------------------------- the rules of another calendar
@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param("FREQ=DAILY", ["26", "27", "28"], id="up to the last day"),
        pytest.param("FREQ=DAILY;COUNT=2", ["26", "27"], id="as often as it says"),
        pytest.param("FREQ=DAILY;UNTIL=20300127T090000", ["26", "27"], id="until its own end, included"),
        pytest.param("FREQ=DAILY;UNTIL=20300127T085959", ["26"], id="not after its own end"),
    ],
)
def test_times_of_a_rule_that_may_have_no_end(text: str, found: list[str]) -> None:
    times = every(parsed(text, typed_as="RRULE"), FIRST, ZONE, last=date(2030, 1, 28))
    assert [f"{wall:%d}" for wall in times] == found


@pytest.mark.parametrize("text", ["FREQ=DAILY", "FREQ=DAILY;COUNT=999999"])
def test_no_rule_gives_more_than_twenty_thousand_times(text: str) -> None:
    rule = parsed(f"{text};BYMINUTE={','.join(map(str, range(60)))}", typed_as="RRULE")
    assert sum(1 for _ in every(rule, FIRST, ZONE, last=date(2040, 1, 1))) == 20_000


# ----------------------------------------------------------- from a rhythm to sessions
@pytest.mark.parametrize("every", ["soms", "0 weken", f"2{'':35}weken", f"week{'':36}x", f"week{'':99}x"])
def test_what_is_no_rhythm_is_named_as_it_was_typed(every: str) -> None:
    why = f"'{every[:40]}' is not a rhythm such as week, 2 weeks or month"
    kind, facts = refused(lambda: rule_of(every))
    assert (kind, facts["field"], str(facts["why"])) == (BadValue, "--every", why)


def test_a_rhythm_of_forty_signs_is_read() -> None:
    assert rule_of("2" + " " * 34 + "weken") == "FREQ=WEEKLY;INTERVAL=2"
    assert rule_of("012 dagen") == "FREQ=DAILY;INTERVAL=12"


def found(first: Session, text: str) -> list[tuple[str, str | None]]:
    pairs = spans(first, ZONE, read(text, typed_as="--rule"))
    return [(start.isoformat(), end.isoformat() if end else None) for start, end in pairs]


def test_a_session_without_an_end_repeats_without_one() -> None:
    first = a_session(starts_at=STARTS_AT, ends_at=None)
    starts = [start for start, _ in found(first, "FREQ=DAILY;COUNT=2")]
    assert (starts, [end for _, end in found(first, "FREQ=DAILY;COUNT=2")]) == (
        ["2024-01-26T09:30:00+01:00", "2024-01-27T09:30:00+01:00"],
        [None, None],
    )


def test_a_day_repeats_by_the_day_of_the_month() -> None:
    first = a_session(starts_at=date(2024, 1, 30), ends_at=None)
    assert found(first, "FREQ=MONTHLY;BYMONTHDAY=30;COUNT=2") == [("2024-01-30", None), ("2024-03-30", None)]


@pytest.mark.parametrize(
    ("starts_at", "text", "field", "why"),
    [
        (None, "FREQ=DAILY;COUNT=2", "--starts", "a repetition needs the first start"),
        (
            date(2024, 1, 30),
            "FREQ=DAILY;BYHOUR=9;COUNT=2",
            "--rule",
            "a time of the day needs a start with a time",
        ),
    ],
)
def test_what_cannot_be_repeated_is_refused(starts_at: date | None, text: str, field: str, why: str) -> None:
    first = a_session(starts_at=starts_at, ends_at=None)
    assert refused(lambda: found(first, text)) == (BadValue, {"field": field, "why": Wording(why)})


def test_an_end_that_comes_twice_is_refused_with_that_time() -> None:
    first = a_session(
        starts_at=datetime.fromisoformat("2024-10-26T01:30:00+02:00"),
        ends_at=datetime.fromisoformat("2024-10-26T02:30:00+02:00"),
    )
    kind, facts = refused(lambda: found(first, "FREQ=DAILY;COUNT=2"))
    assert (kind, facts["text"], "twice" in str(facts["why"])) == (BadDate, "2024-10-27 02:30", True)
