"""What an organiser may type, and what it means on Wednesday 10 January 2024 at noon in Brussels."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from netwerk_cli.dates import When, read_moment, read_when

ZONE = "Europe/Brussels"
NOW = datetime(2024, 1, 10, 11, 0, tzinfo=UTC)


def when(text: str) -> str:
    """Return the reading as text: one moment, or two joined by an arrow."""
    read = read_when(text, zone=ZONE, now=NOW)
    ends = [each.isoformat() for each in (read.start, read.end) if each is not None]
    return " -> ".join(ends)


TUESDAY = "2024-01-16T16:00:00+01:00"
HALF_PAST = "2024-01-16T16:30:00+01:00"


@pytest.mark.parametrize(
    ("text", "meaning"),
    [
        ("2024-01-16 16:00", TUESDAY),
        ("16/01/2024 16u00", TUESDAY),
        ("16-1-2024 16.30", HALF_PAST),
        ("16/1/24 16:00", TUESDAY),
        ("dinsdag 16 januari om 16 uur", TUESDAY),
        ("di 16 jan. 2024 16u30", HALF_PAST),
        ("12 april 2023 van 9 tot 11 uur", "2023-04-12T09:00:00+02:00 -> 2023-04-12T11:00:00+02:00"),
        ("29 oktober 10.30-11.30 uur", "2024-10-29T10:30:00+01:00 -> 2024-10-29T11:30:00+01:00"),
        ("2 mei 2024, 24.00 uur", "2024-05-03T00:00:00+02:00"),
        ("morgen 16 uur", "2024-01-11T16:00:00+01:00"),
        ("over 2 weken 16u", "2024-01-24T16:00:00+01:00"),
        ("2024/01/16 4:00:12 p.m. CET", "2024-01-16T16:00:12+01:00"),
    ],
)
def test_every_promised_form_is_read(text: str, meaning: str) -> None:
    assert when(text) == meaning


@pytest.mark.parametrize(
    "text",
    [
        "16u", "16 u", "16h", "16u00", "16H00", "16 uur", "16uur", "16.00", "16.00 uur", "16:00", "16:00u",
        "16:00 uur", "16:00:00", "om 16 uur", "om 16:00", "at 4 pm", "4pm", "4 PM", "4:00 pm", "4 p.m.",
        "4:00 p.m", "4.00 pm", "@ 16:00", ", 16u", "- 16u", "\u2013 16u", ", om 16u", "16u.",
        "04:00 p.m. CET", "16:00 CET", "16:00 (CET)", "16:00+01:00", "16:00 +01:00", "16:00+0100",
        "16:00 +01", "16:00 +1", "15:00Z", "15:00 z", "15:00 UTC", "15:00 GMT", "15:00 Europe/London",
        "15:00 europe/london", "16:00 UTC+1", "16:00 GMT+01:00", "10:00 -0500", "16:00 Europe/Amsterdam",
    ],
)  # fmt: skip
def test_the_same_time_in_many_spellings(text: str) -> None:
    assert when(f"16 januari 2024 {text}") == TUESDAY


@pytest.mark.parametrize(
    "text",
    [
        "2024-01-16", "2024/01/16", "2024.01.16", "2024-1-16", "16-01-2024", "16/1/2024", "16.1.2024",
        "16/1/24", "16-1-24", "16.01.24", "16/1", "16/01", "16 januari 2024", "16 januari", "16 JANUARI 2024",
        "16 jan 2024", "16 jan. 2024", "16jan2024", "16-jan-2024", "16-jan-24", "16/jan/2024", "16 jan '24",
        "16 jan \u201924", "16 januari, 2024", "dinsdag 16 januari 2024", "Dinsdag, 16 januari 2024",
        "di. 16 jan. 2024", "di 16/01/2024", "dinsdag 2024-01-16", "op dinsdag 16 januari", "de 16e januari",
        "dinsdag de 16de januari", "16 January 2024", "the 16th of January 2024", "Tue 16 Jan 2024",
        "on Tuesday, January 16, 2024", "January 16, 2024", "Jan 16 2024", "Jan. 16th", "Tuesday January 16",
        "over 6 dagen", "in 6 days", "over zes dagen", "dinsdag", "Tuesday", "di", "volgende week dinsdag",
        "dinsdag volgende week", "next week Tuesday", "Tuesday next week",
    ],
)  # fmt: skip
def test_the_same_day_in_many_spellings(text: str) -> None:
    assert read_when(text, zone=ZONE, now=NOW) == When(start=date(2024, 1, 16))


@pytest.mark.parametrize(
    ("text", "meaning"),
    [
        ("2024-01-16T16:00", TUESDAY),
        ("2024-01-16t15:00z", TUESDAY),
        ("2024-01-16T16:00:00+01:00", TUESDAY),
        ("2024-01-16T10:00:00-05:00", TUESDAY),
        ("2024-01-16T10:00-05", TUESDAY),
        ("2024-01-16T10:00\u221205:00", TUESDAY),
        ("2024-01-16T15:00:00.123456Z", "2024-01-16T16:00:00.123456+01:00"),
        ("2024-01-16T15:00:00,5Z", "2024-01-16T16:00:00.500000+01:00"),
        ("2024-01-16 15:59:59.999999999", "2024-01-16T15:59:59.999999+01:00"),
        ("2024-07-01T16:00:00+00:00", "2024-07-01T18:00:00+02:00"),
    ],
)
def test_iso_8601_keeps_its_offset_and_fraction(text: str, meaning: str) -> None:
    assert when(text) == meaning


@pytest.mark.parametrize(
    "text",
    [
        "16\u00a0januari\u202f2024\u2009om\u00a016\u00a0uur",
        "16\u20111\u20112024 16:00",
        "16\u20131\u20132024 16:00",
        "16\u20141\u20142024 16:00",
        "16\u22121\u22122024 16:00",
        "  16 januari 2024\t16u \n",
        "\ufeff16 januari 2024 16u\u200e",
        "16 janu\u00adari 2024 16u",
    ],
)
def test_dashes_and_spaces_of_every_kind_are_fine(text: str) -> None:
    assert when(text) == TUESDAY


@pytest.mark.parametrize(
    ("text", "meaning"),
    [
        ("nu", "2024-01-10T12:00:00+01:00"),
        ("now", "2024-01-10T12:00:00+01:00"),
        ("vandaag", "2024-01-10"),
        ("today at 4 pm", "2024-01-10T16:00:00+01:00"),
        ("tomorrow at 16:00", "2024-01-11T16:00:00+01:00"),
        ("overmorgen", "2024-01-12"),
        ("the day after tomorrow", "2024-01-12"),
        ("gisteren 16u", "2024-01-09T16:00:00+01:00"),
        ("yesterday 16:00", "2024-01-09T16:00:00+01:00"),
        ("over 3 dagen", "2024-01-13"),
        ("in 2 weeks at 16:00", "2024-01-24T16:00:00+01:00"),
        ("over een week", "2024-01-17"),
        ("in a week", "2024-01-17"),
        ("woensdag 16u", "2024-01-10T16:00:00+01:00"),
        ("deze week maandag", "2024-01-08"),
        ("10 januari", "2024-01-10"),
        ("9 januari", "2025-01-09"),
        ("29 februari", "2024-02-29"),
    ],
)
def test_days_are_counted_from_today(text: str, meaning: str) -> None:
    assert when(text) == meaning


@pytest.mark.parametrize(
    ("now", "zone", "day"),
    [
        pytest.param("2024-01-10T23:30:00+00:00", "Europe/Brussels", "2024-01-11", id="after midnight there"),
        pytest.param(
            "2024-01-10T23:30:00+00:00", "America/New_York", "2024-01-10", id="still the day before"
        ),
        pytest.param("2024-01-10T12:00:00+00:00", "Pacific/Kiritimati", "2024-01-11", id="far to the east"),
    ],
)
def test_today_is_today_in_the_zone_of_the_event(now: str, zone: str, day: str) -> None:
    assert read_moment("vandaag", zone=zone, now=datetime.fromisoformat(now)) == date.fromisoformat(day)


@pytest.mark.parametrize(
    ("today", "day"),
    [
        pytest.param("2024-02-29", "2024-02-29", id="today"),
        pytest.param("2024-03-01", "2028-02-29", id="the day after"),
        pytest.param("2097-01-01", "2104-02-29", id="across a century without one"),
    ],
)
def test_the_29th_of_february_waits_for_a_leap_year(today: str, day: str) -> None:
    now = datetime.fromisoformat(f"{today}T12:00:00+00:00")
    assert read_moment("29 februari", zone=ZONE, now=now) == date.fromisoformat(day)


@pytest.mark.parametrize(
    ("text", "meaning"),
    [
        ("2024-01-26 09:30-16:00", "2024-01-26T09:30:00+01:00 -> 2024-01-26T16:00:00+01:00"),
        ("2024-01-26T09:30 - 11:00", "2024-01-26T09:30:00+01:00 -> 2024-01-26T11:00:00+01:00"),
        ("26/01/2024 van 9u30 tot 16u", "2024-01-26T09:30:00+01:00 -> 2024-01-26T16:00:00+01:00"),
        ("26/01/2024 9u30 \u2013 16u", "2024-01-26T09:30:00+01:00 -> 2024-01-26T16:00:00+01:00"),
        ("26/01/2024 from 9 am to 4 pm", "2024-01-26T09:00:00+01:00 -> 2024-01-26T16:00:00+01:00"),
        ("van 9 tot 11 uur op 12 april 2023", "2023-04-12T09:00:00+02:00 -> 2023-04-12T11:00:00+02:00"),
        ("26 januari 2024 van 9:00 tot 11:00 UTC", "2024-01-26T10:00:00+01:00 -> 2024-01-26T12:00:00+01:00"),
        ("26 januari 2024 22-24 uur", "2024-01-26T22:00:00+01:00 -> 2024-01-27T00:00:00+01:00"),
        ("29 oktober - 3 november 2020", "2020-10-29 -> 2020-11-03"),
        ("29-30 oktober 2020", "2020-10-29 -> 2020-10-30"),
        ("do 29 t/m za 31 oktober 2020", "2020-10-29 -> 2020-10-31"),
        ("van 29 oktober tot en met 3 november 2020", "2020-10-29 -> 2020-11-03"),
        ("29 oktober t.e.m. 3 november 2020", "2020-10-29 -> 2020-11-03"),
        ("29 december 2020 - 3 januari", "2020-12-29 -> 2021-01-03"),
        ("29 december - 3 januari", "2024-12-29 -> 2025-01-03"),
        ("16/01/2024 - 18/01/2024", "2024-01-16 -> 2024-01-18"),
        (
            "29 oktober 2020 9u - 3 november 2020 17u",
            "2020-10-29T09:00:00+01:00 -> 2020-11-03T17:00:00+01:00",
        ),
        (
            "2024-01-26T09:30:00+01:00 - 2024-01-27T16:00:00+01:00",
            "2024-01-26T09:30:00+01:00 -> 2024-01-27T16:00:00+01:00",
        ),
        ("volgende week dinsdag - volgende week vrijdag", "2024-01-16 -> 2024-01-19"),
        ("vandaag 16u - morgen 12u", "2024-01-10T16:00:00+01:00 -> 2024-01-11T12:00:00+01:00"),
        ("dinsdag 16u - donderdag 17u", "2024-01-16T16:00:00+01:00 -> 2024-01-18T17:00:00+01:00"),
        ("27 oktober 2024 1.00-3.00 uur", "2024-10-27T01:00:00+02:00 -> 2024-10-27T03:00:00+01:00"),
    ],
)
def test_spans_have_a_start_and_an_end(text: str, meaning: str) -> None:
    assert when(text) == meaning


@pytest.mark.parametrize(
    ("text", "meaning"),
    [
        ("om 16 uur op dinsdag 16 januari 2024", TUESDAY),
        ("16:00, 16 januari 2024", TUESDAY),
        ("4 pm on 16 January 2024", TUESDAY),
        ("16.30 16.1.2024", HALF_PAST),
        ("16 januari 2024 4 uur", "2024-01-16T04:00:00+01:00"),
        ("16 januari 2024 12 am", "2024-01-16T00:00:00+01:00"),
        ("16 januari 2024 12 pm", "2024-01-16T12:00:00+01:00"),
        ("16 januari 2024 12:30 am", "2024-01-16T00:30:00+01:00"),
        ("16 januari 2024 0.00 uur", "2024-01-16T00:00:00+01:00"),
        ("31 december 2024 24:00", "2025-01-01T00:00:00+01:00"),
        ("1.5.2024 16.30", "2024-05-01T16:30:00+02:00"),
        ("12-11-14", "2014-11-12"),
    ],
)
def test_hours_are_on_the_24_hour_clock_and_days_come_before_months(text: str, meaning: str) -> None:
    assert when(text) == meaning


@pytest.mark.parametrize(
    ("text", "meaning"),
    [
        pytest.param("2024-10-27 02:30 CEST", "2024-10-27T02:30:00+02:00", id="summer name"),
        pytest.param("2024-10-27 02:30 CET", "2024-10-27T02:30:00+01:00", id="winter name"),
        pytest.param("2024-10-27T02:30+02:00", "2024-10-27T02:30:00+02:00", id="summer offset"),
        pytest.param("2024-10-27 2u30 +01:00", "2024-10-27T02:30:00+01:00", id="winter offset"),
        pytest.param("2024-10-27 00:30 UTC", "2024-10-27T02:30:00+02:00", id="utc"),
        pytest.param("2024-10-27 02:30 Africa/Algiers", "2024-10-27T02:30:00+01:00", id="another zone"),
        pytest.param("2024-03-31T02:30+01:00", "2024-03-31T03:30:00+02:00", id="an offset is an instant"),
    ],
)
def test_an_offset_or_zone_says_which_time_is_meant(text: str, meaning: str) -> None:
    assert when(text) == meaning


def test_midnight_that_the_clocks_skip_is_the_first_instant_of_the_next_day() -> None:
    read = read_when("2018-11-03 24:00", zone="America/Sao_Paulo", now=NOW)
    assert read.start == datetime(2018, 11, 4, 3, 0, tzinfo=UTC)


def test_an_instant_carries_a_written_offset_and_no_zone() -> None:
    start = read_when("2024-07-01 16:00", zone=ZONE, now=NOW).start
    assert isinstance(start, datetime)
    assert repr(start.tzinfo) == "datetime.timezone(datetime.timedelta(seconds=7200))"
