"""Rules 1 to 3: instants, zones and clock changes; and lengths of time."""

from __future__ import annotations

import time
from datetime import UTC, date, datetime, timedelta, timezone

import pytest

from netwerk_cli.domain import moments
from netwerk_cli.errors import BadDate, BadValue, UnknownZone
from netwerk_cli.wording import Wording
from tests.builders import refused

BRUSSELS, NEW_YORK = "Europe/Brussels", "America/New_York"
wall = datetime.fromisoformat  # without an offset: what the clocks show
SPRING = [
    pytest.param(wall("2024-03-31T02:00:00"), id="at the change"),
    pytest.param(wall("2024-03-31T02:30:00"), id="in the middle"),
    pytest.param(wall("2024-03-31T02:59:59.999999"), id="at its last microsecond"),
]
AUTUMN = [
    pytest.param(wall("2024-10-27T02:00:00"), id="at the change"),
    pytest.param(wall("2024-10-27T02:30:00"), id="in the middle"),
    pytest.param(wall("2024-10-27T02:59:59.999999"), id="at its last microsecond"),
]


@pytest.mark.parametrize(
    ("naive", "expected"),
    [
        pytest.param(wall("2024-01-16T16:00:00"), "2024-01-16T16:00:00+01:00", id="winter"),
        pytest.param(wall("2024-07-16T16:00:00"), "2024-07-16T16:00:00+02:00", id="summer"),
        pytest.param(wall("2024-03-31T01:59:59"), "2024-03-31T01:59:59+01:00", id="before spring change"),
        pytest.param(wall("2024-03-31T03:00:00"), "2024-03-31T03:00:00+02:00", id="after spring change"),
        pytest.param(wall("2024-10-27T01:59:59"), "2024-10-27T01:59:59+02:00", id="before autumn change"),
        pytest.param(wall("2024-10-27T03:00:00"), "2024-10-27T03:00:00+01:00", id="after autumn change"),
        pytest.param(
            wall("2024-01-16T15:59:59.999999"), "2024-01-16T15:59:59.999999+01:00", id="microseconds"
        ),
    ],
)
def test_typed_time_is_local_to_the_event(naive: datetime, expected: str) -> None:
    assert moments.localise(naive, BRUSSELS, text="").isoformat() == expected


@pytest.mark.parametrize("naive", SPRING)
def test_time_that_the_clocks_skip_is_refused(naive: datetime) -> None:
    with pytest.raises(BadDate) as caught:
        moments.localise(naive, BRUSSELS, text="typed")
    assert caught.value.facts["text"] == "typed"
    assert "skip" in str(caught.value)


@pytest.mark.parametrize("naive", AUTUMN)
def test_time_that_the_clocks_show_twice_is_refused_with_both_offsets(naive: datetime) -> None:
    with pytest.raises(BadDate) as caught:
        moments.localise(naive, BRUSSELS, text="typed")
    assert "twice" in str(caught.value)
    minutes = naive.isoformat(timespec="minutes")
    assert f"{minutes}+02:00 or {minutes}+01:00" in str(caught.value)


@pytest.mark.parametrize("naive", [*SPRING, *AUTUMN])
def test_the_zone_of_the_event_decides_which_times_do_not_exist(naive: datetime) -> None:
    offset = timezone(timedelta(hours=-4))
    assert moments.localise(naive, NEW_YORK, text="") == naive.replace(tzinfo=offset)


@pytest.mark.parametrize(
    "name", ["", " ", "Europe/Brussel", "Europe", "../etc/passwd", "/etc/passwd", "x\0y", "Europe/Brussels\n"]
)
def test_unknown_zone_is_refused(name: str) -> None:
    with pytest.raises(UnknownZone) as caught:
        moments.zone(name)
    assert caught.value.facts == {"zone": name}


@pytest.mark.parametrize(
    ("day", "first", "after"),
    [
        pytest.param(
            date(2024, 1, 16), "2024-01-16T00:00:00+01:00", "2024-01-17T00:00:00+01:00", id="24 hours"
        ),
        pytest.param(
            date(2024, 3, 31), "2024-03-31T00:00:00+01:00", "2024-04-01T00:00:00+02:00", id="23 hours"
        ),
        pytest.param(
            date(2024, 10, 27), "2024-10-27T00:00:00+02:00", "2024-10-28T00:00:00+01:00", id="25 hours"
        ),
    ],
)
def test_date_lasts_from_midnight_to_midnight(day: date, first: str, after: str) -> None:
    found = moments.start_of(day, BRUSSELS).isoformat(), moments.end_of(day, BRUSSELS).isoformat()
    assert found == (first, after)


def test_day_without_a_midnight_begins_when_its_clocks_do() -> None:
    first = moments.start_of(date(2018, 11, 4), "America/Sao_Paulo")
    assert first == datetime(2018, 11, 4, 1, tzinfo=timezone(timedelta(hours=-2)))


def test_time_is_its_own_start_and_end() -> None:
    noon = datetime(2024, 1, 16, 12, tzinfo=UTC)
    assert (moments.start_of(noon, BRUSSELS), moments.end_of(noon, BRUSSELS)) == (noon, noon)


def test_in_zone_shows_the_same_instant_on_other_clocks() -> None:
    evening = datetime(2024, 1, 26, 23, 30, tzinfo=UTC)
    assert moments.in_zone(evening, BRUSSELS).isoformat() == "2024-01-27T00:30:00+01:00"


def test_fixed_keeps_the_offset_without_the_zone() -> None:
    summer = datetime(2024, 7, 1, 12, tzinfo=moments.zone(BRUSSELS))
    assert moments.fixed(summer).tzinfo == timezone(timedelta(hours=2))


@pytest.mark.parametrize(
    "text", ["2024-01-16T16:00:00+01:00", "2024-01-16T15:59:59.999999+01:00", "2024-01-16"]
)
def test_stored_moment_is_read_back(text: str) -> None:
    assert moments.from_text(text).isoformat() == text


@pytest.mark.parametrize(
    "text", ["", "2024-13-01", "2024-02-30", "2024-01-16T16:00:00", "16/01/2024", "soon"]
)
def test_anything_else_in_the_store_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r".+"):
        moments.from_text(text)


@pytest.mark.parametrize(
    ("text", "minutes"),
    [
        ("3h", 180),
        ("3u", 180),
        (" 3 uur ", 180),
        ("90m", 90),
        ("90 min", 90),
        ("90 minuten", 90),
        ("1u30", 90),
        ("1h30m", 90),
        ("1U30M", 90),
        ("1u05", 65),
        ("2d", 2880),
        ("2 dagen", 2880),
        ("1d 2u 3m", 1563),
        ("1\u00a0u", 60),
        ("1m", 1),
    ],
)
def test_duration_is_read(text: str, minutes: int) -> None:
    assert moments.duration(text) == timedelta(minutes=minutes)


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "0",
        "0h",
        "0u0m",
        "90",
        "h",
        "3x",
        "-3h",
        "+3h",
        "1.5h",
        "1,5u",
        "3h3h",
        "1:30",
        "30m1h",
        "3 h uur",
        "99999h",
        "3h\x00",
    ],
)
def test_what_is_no_length_of_time_is_refused(text: str) -> None:
    with pytest.raises(BadValue) as caught:
        moments.duration(text)
    assert caught.value.facts["field"] == "--duration"


@pytest.mark.parametrize(
    "text", ["1d" + " " * 200_000 + "x", "1d " * 100_000, "9" * 400_000, " \t" * 300_000]
)
def test_no_length_of_time_takes_long_to_refuse(text: str) -> None:
    started = time.process_time()
    with pytest.raises(BadValue):
        moments.duration(text)
    assert time.process_time() - started < 1


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("", "'{text}' is not a length of time such as 3h, 3u, 90m or 1u30"),
        ("x" * 50, "'{text}' is not a length of time such as 3h, 3u, 90m or 1u30"),
        ("0h", "the length must be more than nothing"),
    ],
)
def test_what_is_wrong_with_a_length_of_time_is_told(text: str, why: str) -> None:
    facts = {"field": "--duration", "why": Wording(why, text=text[:40])}
    kind, found = refused(lambda: moments.duration(text))
    assert (kind, found["field"], str(found["why"])) == (BadValue, "--duration", str(facts["why"]))


def test_a_zone_is_checked_without_looking_up_the_usual_one() -> None:
    moments.check_zone("Europe/Brussels")
    moments.check_zone("Europe/Lisbon")
    assert refused(lambda: moments.check_zone("Europe/Nowhere")) == (UnknownZone, {"zone": "Europe/Nowhere"})


BEFORE_THE_TURN = datetime.fromisoformat("2024-10-26T02:30:00+02:00")


def test_what_moves_onto_a_time_that_comes_twice_is_refused_with_that_time() -> None:
    kind, facts = refused(lambda: moments.moved(BEFORE_THE_TURN, timedelta(days=1), "Europe/Brussels"))
    assert (kind, facts["text"], "twice" in str(facts["why"])) == (BadDate, "2024-10-27 02:30", True)


def test_another_zone_shows_the_same_clock_or_refuses_it() -> None:
    noon = datetime.fromisoformat("2024-10-27T12:00:00+01:00")
    assert (
        moments.rezoned(noon, "Europe/Brussels", "Europe/Lisbon").isoformat() == "2024-10-27T12:00:00+00:00"
    )
    night = datetime.fromisoformat("2024-10-27T01:30:00+02:00")
    kind, facts = refused(lambda: moments.rezoned(night, "Europe/Brussels", "Europe/Lisbon"))
    assert (kind, facts["text"], "twice" in str(facts["why"])) == (BadDate, "2024-10-27 01:30", True)
