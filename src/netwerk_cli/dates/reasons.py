"""Why a typed date is refused: one table of reasons, and the error that carries one of them.

A reason is a key and facts. The facts are plain values (text and whole numbers, dates as ISO text), so
that a caller can put the same reason into another language: `explain` takes the template and the names.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from netwerk_cli.dates.words import DAYS_EN, MONTHS_EN
from netwerk_cli.errors import LEFT_OUT, BadDate, quoted

Fact = str | int
SHOWN = 60  # characters of the typed text that an error repeats

REASONS: Mapping[str, str] = {
    # the text as a whole
    "empty": "nothing was given",
    "too_long": "it is longer than {limit} characters",
    "to_be_announced": "it is still to be announced; leave it out until it is known",
    "not_understood": "'{piece}' is not understood here",
    "unfinished": "it stops short after '{piece}'",
    "bare_number": "'{piece}' can be an hour, a day or a year; write the time as 16:00 and the year in full",
    "one_moment": "one moment is needed, not a span",
    # something is missing
    "year_only": "it is only a year; give the day and the month too",
    "no_day": "the day of the month is missing",
    "no_date": "it is only a time; give the day too",
    "no_time": "a time is needed too, as in 16:00",
    "no_end": "'{piece}' begins a span, but no end follows",
    "needs_year": "'{piece}' can be a date or two hours; add the year or write the month as a word",
    "zone_alone": "a time zone needs a time before it",
    # days
    "no_such_month": "there is no month {number}",
    "day_first": "there is no month {number}; the day comes before the month",
    "no_such_day": "{month_name} {year} has {days} days",
    "never_such_day": "{month_name} never has more than {days} days, and the first is 1",
    "wrong_weekday": "{date} is a {weekday}, not a {typed}",
    "year_range": "the year must lie between {first} and {last}",
    "month_first": "'{piece}' can be a day or a year; write the day before the month, or add the year",
    "which_week": "'{piece}' can be more than one day; write the date",
    "which_day": "'{piece}' does not say which day; add the weekday",
    "other_unit": "'{piece}' is not counted in days or weeks; write the date",
    "which_winter": "a winter lasts from one year into the next; write both, as in winter 2021-2022",
    "day_only": "a day is needed, without a time",
    # times
    "no_such_time": "'{piece}' is not a time of the day",
    "half_hour": "'{piece}' can be in the afternoon or at night; write it in figures, as in 16.30",
    "day_part": "'{piece}' is not exact; write the time in figures on the 24-hour clock, as in 16.30",
    "am_pm_both": "write am or pm with both times, or with neither",
    # zones and clock changes
    "unknown_zone": "'{zone}' is not a time zone known here; write the offset, as in +01:00",
    "offset_range": "'{piece}' is not an offset from UTC",
    "offset_or_end": "'{piece}' can be an offset or the end of a span; write the offset after a T time, "
    "as in 2024-01-16T16:00-05:00, or put spaces around the dash",
    "wrong_season": "the clocks are on {used} on that day, not {typed_zone}; "
    "leave the zone out or write the offset",
    "skipped": "the clocks skip that time in {zone}",
    "twice": "the clocks show that time twice in {zone}; add the offset, as in {earlier} or {later}",
    # spans
    "end_before_start": "the end ({ends}) is not after the start ({starts})",
    "mixed_span": "write both days of the span as dates",
    "half_span": "give a time with both days of the span, or with neither",
    # closings and openings without a year
    "passed": "that is {weekday} {date} at {clock}, which has passed; add the year if you mean it",
    "after_start": "that is {weekday} {date} at {clock}, after the start; add the year if you mean it",
    # counting back from a start
    "before_here": "counting back from a start is only for when registration opens or closes",
    "no_start": "it counts back from a start that is not known",
    "start_without_time": "the start has no time to count back from; add one, as in '7 days before 16:00'",
    "hours_and_time": "hours before the start leave no room for another time; write one of the two",
}


class Refusal(Exception):
    """A reason and its facts, on the way to becoming a `BadDate` at the border of this package."""

    def __init__(self, reason: str, **facts: Fact) -> None:
        super().__init__(reason)
        self.reason = reason
        self.facts = facts


def explain(
    reason: str,
    facts: Mapping[str, Fact],
    *,
    template: str | None = None,
    months: Sequence[str] = MONTHS_EN,
    days: Sequence[str] = DAYS_EN,
) -> str:
    """Return the reason as a clause without a full stop; in English unless told otherwise.

    Beside the facts, a template may name `{date}` and `{weekday}` (of the fact `on`), `{typed}` (the
    typed weekday) and `{month_name}` (of the fact `month`).
    """
    named: dict[str, Fact] = dict(facts)
    if isinstance(on := facts.get("on"), str):
        day = date.fromisoformat(on)
        named["date"] = f"{day.day} {months[day.month - 1]} {day.year}"
        named["weekday"] = days[day.weekday()]
    if isinstance(weekday := facts.get("typed_weekday"), int):
        named["typed"] = days[weekday]
    if isinstance(month := facts.get("month"), int):
        named["month_name"] = months[month - 1]
    return (template or REASONS[reason]).format(**named)


def bad_date(text: str, refusal: Refusal) -> BadDate:
    """Return the error for `text`: the English clause as `why`, and `reason` with `reason_facts`."""
    facts = refusal.facts if quoted(text) == text else _left_out(refusal.facts)
    why = explain(refusal.reason, facts)
    return BadDate(text=quoted(shown(text)), why=why, reason=refusal.reason, reason_facts=facts)


def unquoted(err: BadDate) -> BadDate:
    """Return the error without a word of the text: it could be a person's."""
    reason, facts = err.facts.get("reason"), err.facts.get("reason_facts")
    if not isinstance(reason, str) or not isinstance(facts, Mapping):
        return err
    facts = _left_out(facts)
    return type(err)(text=LEFT_OUT, why=explain(reason, facts), reason=reason, reason_facts=facts)


def _left_out(facts: Mapping[str, Fact]) -> dict[str, Fact]:
    return {name: LEFT_OUT if isinstance(fact, str) else fact for name, fact in facts.items()}


def shown(text: str) -> str:
    """Return `text` on one line, shortened, with nothing in it that could upset a terminal."""
    line = "".join(character if character.isprintable() else " " for character in text[: SHOWN + 1])
    return line if len(line) <= SHOWN else line[: SHOWN - 1] + "…"
