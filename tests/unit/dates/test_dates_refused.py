"""What is refused, and with which reason, on Wednesday 10 January 2024 at noon in Brussels."""

from __future__ import annotations

import time
from datetime import UTC, datetime

import pytest

from netwerk_cli.dates import REASONS, explain, read_instant, read_moment, read_when
from netwerk_cli.dates.words import DAYS_NL, MONTHS_NL
from netwerk_cli.errors import BadDate, UnknownZone

ZONE = "Europe/Brussels"
NOW = datetime(2024, 1, 10, 11, 0, tzinfo=UTC)


def refusal(text: str) -> BadDate:
    """Return the error that `text` meets."""
    with pytest.raises(BadDate) as caught:
        read_when(text, zone=ZONE, now=NOW)
    return caught.value


def reason(text: str) -> object:
    """Return the key of the reason that `text` is refused for."""
    return refusal(text).facts["reason"]


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("1/16/2024", "there is no month 16; the day comes before the month"),
        ("2024-13-01", "there is no month 13"),
        ("29 februari 2023", "February 2023 has 28 days"),
        ("maandag 16 januari 2024", "16 January 2024 is a Tuesday, not a Monday"),
        ("vrijdag 16 januari", "16 January 2024 is a Tuesday, not a Friday"),
        ("16/1/24 van 11 tot 9 uur", "the end (2024-01-16 09:00) is not after the start (2024-01-16 11:00)"),
        ("2024-03-31 02:30", "the clocks skip that time in Europe/Brussels"),
        (
            "2024-10-27 02:30",
            "the clocks show that time twice in Europe/Brussels; add the offset, as in "
            "2024-10-27T02:30+02:00 or 2024-10-27T02:30+01:00",
        ),
        ("half vijf", "'half vijf' can be in the afternoon or at night; write it in figures, as in 16.30"),
        ("2024", "it is only a year; give the day and the month too"),
        ("16:00", "it is only a time; give the day too"),
        ("n.t.b.", "it is still to be announced; leave it out until it is known"),
        ("", "nothing was given"),
    ],
)  # fmt: skip
def test_every_promised_refusal_says_why(text: str, why: str) -> None:
    assert refusal(text).facts["why"] == why


REFUSED: dict[str, list[str]] = {
    "empty": ["", " ", "\n", "\u00a0\u200b"],
    "to_be_announced": ["ntb", "N.T.B.", "nog te bepalen", "tba", "T.B.A.", "to be announced"],
    "not_understood": [
        "garbage", "16 januari 2024 foo", "16 januari 2024 16u 17u", "16 januari 2024 16:00 17:00",
        "20240116", "20240116T160000Z", "16 jan 20240", "16 januari 2024 1600", "16 januari 2024 16,30",
        "2024-01-1616:00", "16/1/024", "1/1/1", "16/01-2024", "\uff11\uff16 januari 2024", "\u00b9 januari",
        "16 januari 2024 --16u", "16 mei 1600 uur", "16 januari 2024 \x1b[31m", "+1", ".", "'",
        "16-18/1/2024", "2024-01-26 09:00-1100", "\udc80", "zaterdag/zondag 16u", "16 januari 2024 maart",
        "9u-11 16 jan", "morgen dinsdag", "om dinsdag", "24- jan",
        "2024-01-26T0930", "7 dagen", "dinsdag 16 januari 2024 | 16u", "1 mei 2024 16u30 uur",
    ],
    "unfinished": ["om", "van", "op", "2024-01-16T", "16 januari 2024 om", "16 januari 2024,"],
    "bare_number": [
        "16", "16 januari 16", "16 jan 24 16:00", "16 januari 2024 om 16", "dinsdag 16", "van 9",
        "16 jan 2024 van 9 tot 11", "16 jan 2024 16 uur 30", "16 / 1 / 2024",
    ],
    "year_only": ["2024", "2024."],
    "no_day": ["januari", "mei 2024", "mei 16u", "2024-01", "2024/01"],
    "no_date": ["16:00", "16u", "16.30", "16 uur", "9-11 uur", "om 16 uur", "4 pm"],
    "no_end": ["26/01/2024 van 9u30", "van 16 januari 2024"],
    "needs_year": ["16-1", "16.1", "9-11", "16-1 16u"],
    "zone_alone": ["16 januari 2024 CET", "16 januari 2024 Europe/London", "2024-01-16 UTC", "CET"],
    "no_such_month": ["2024-13-01", "2024-00-10", "16/30", "99/99/2024", "16.30.15", "16/0/2024"],
    "day_first": ["1/16/2024", "12-13-14", "01/31/2024 16:00"],
    "no_such_day": ["29 februari 2023", "2023-02-29", "29/02/2100", "zo 29 feb 1900"],
    "never_such_day": ["31 april", "31 april 2024", "30 februari", "32/1/2024", "0 januari", "2024-01-00"],
    "wrong_weekday": ["maandag 16 januari 2024", "Mon 16/1/2024", "di 16 - do 17 januari 2024"],
    "year_range": ["1 januari 1899", "2201-01-01", "29 februari 1700", "over 9999 weken", "1/1/0000"],
    "month_first": ["april 24", "January 16", "January 16 at 4 pm"],
    "which_week": ["volgende dinsdag 16u", "next Tuesday", "komende vrijdag", "this Friday"],
    "which_day": ["volgende week", "next week 16:00"],
    "other_unit": ["over 2 maanden", "in 3 hours", "over 2"],
    "no_such_time": [
        "16 januari 25:00", "16 januari 16:60", "16 januari 24:30", "16 januari 16:5", "16 januari 16u3",
        "16 januari 16u300", "16 januari 16:00:60", "16 januari 16:00:1", "16 januari 13 pm",
        "16 januari 0:30 pm", "16 januari 16:00 pm", "16 januari 16.75", "16 januari 25u", "29.10 16:00",
    ],
    "half_hour": ["half vijf", "dinsdag 16 januari half 5", "16 januari om kwart over 4", "om half vijf"],
    "day_part": ["vanavond 20u", "16 januari 's avonds", "dinsdagavond", "16 januari om middernacht", "noon"],
    "am_pm_both": ["4-5 pm 16 jan 2024", "16 jan 2024 from 9 am to 17:00"],
    "unknown_zone": ["16 januari 2024 16:00 EST", "16 jan 2024 16:00 Foo/Bar", "16 jan 16u Europe/Europe"],
    "offset_range": ["2024-01-26T09:30-16:00", "2024-01-26 09:30+99", "2024-01-26 09:30 UTC+05:75"],
    "offset_or_end": ["2024-01-26 04:00:00-05:00", "2024-01-26 04:00 -05:00"],
    "wrong_season": ["1 juli 2024 16:00 CET", "16 januari 2024 16:00 CEST"],
    "skipped": ["2024-03-31 02:30", "31 maart 2024 2u30 CET", "2024-03-31 02:30 Europe/Paris"],
    "twice": ["2024-10-27 02:30", "27 oktober 2024 2u30 Europe/Brussels", "27 oktober 2024 2.00-3.00 uur"],
    "end_before_start": [
        "2024-01-26 16:00-09:00", "16 jan 2024 20u - 2u", "16 jan 2024 9u-9u",
        "3 november 2020 - 29 oktober 2020", "29 december - 3 januari 2021", "1 jan - 1 jan",
        "morgen - vandaag",
    ],
    "mixed_span": ["di - 12 januari", "24 jan tot do", "morgen 9u - donderdag 12u"],
    "half_span": ["29 oktober 9u - 3 november", "29 oktober - 3 november 17u", "16 jan 9u - 17 jan 9u-10u"],
    "before_here": ["7 days before 16:00", "2 uur voor"],
}  # fmt: skip


@pytest.mark.parametrize(("key", "text"), [(key, text) for key, texts in REFUSED.items() for text in texts])
def test_a_text_is_refused_for_the_right_reason(key: str, text: str) -> None:
    assert reason(text) == key


def test_a_day_alone_is_no_instant() -> None:
    with pytest.raises(BadDate, match="a time is needed too"):
        read_instant("16 januari 2024", zone=ZONE, now=NOW)


@pytest.mark.parametrize("text", ["16 januari 2024 9-11 uur", "29 oktober - 3 november 2020"])
def test_a_span_is_no_moment(text: str) -> None:
    with pytest.raises(BadDate, match="one moment is needed, not a span"):
        read_moment(text, zone=ZONE, now=NOW)
    with pytest.raises(BadDate, match="one moment is needed, not a span"):
        read_instant(text, zone=ZONE, now=NOW)


def test_text_beyond_the_limit_is_refused_unread() -> None:
    assert reason("1" * 201) == "too_long"


@pytest.mark.parametrize("piece", ["1", "a", "1.", "1-", "a/", "'", "mei ", "9 tot ", "\u0301", "abc/"])
def test_no_text_within_the_limit_takes_long(piece: str) -> None:
    began = time.perf_counter()
    reason((piece * 200)[:200])
    assert time.perf_counter() - began < 0.5


def test_the_error_repeats_the_text_shortened_and_harmless() -> None:
    error = refusal("\x1b[31m rood \n" + "x" * 100)
    assert error.facts["text"] == " [31m rood  " + "x" * 47 + "\u2026"
    assert str(error).isprintable()


def test_the_sentence_reads_as_one() -> None:
    assert str(refusal("31 april")) == (
        "'31 april' is not a usable date or time: April never has more than 30 days, and the first is 1."
    )


def test_a_reason_can_be_told_in_another_language() -> None:
    facts = refusal("maandag 16 januari 2024").facts["reason_facts"]
    assert facts == {"on": "2024-01-16", "typed_weekday": 0}
    told = explain(
        "wrong_weekday",
        {"on": "2024-01-16", "typed_weekday": 0},
        template="{date} is een {weekday}, geen {typed}",
        months=MONTHS_NL,
        days=DAYS_NL,
    )
    assert told == "16 januari 2024 is een dinsdag, geen maandag"


def test_every_reason_is_reached_by_a_test() -> None:
    elsewhere = {"too_long", "one_moment", "no_time", "no_start", "start_without_time", "hours_and_time"}
    elsewhere |= {"which_winter", "day_only", "passed", "after_start"}
    assert set(REASONS) == set(REFUSED) | elsewhere


@pytest.mark.parametrize("template", REASONS.values(), ids=REASONS)
def test_no_reason_ends_with_a_full_stop(template: str) -> None:
    assert not template.endswith(".")


def test_an_unknown_zone_of_the_event_is_its_own_error() -> None:
    with pytest.raises(UnknownZone):
        read_when("2024-01-16", zone="Europe/Brussel", now=NOW)
