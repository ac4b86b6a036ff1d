"""Sentences and moments in the reader's language.

English templates are the keys; Dutch ones stand in `dutch`, which is imported only for Dutch readers.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime, timedelta
from enum import StrEnum

from netwerk_cli.errors import BadDate, NetwerkError, Wording, fill

Language = str
"""`nl` or `en`."""


def say(template: str, language: Language, facts: Mapping[str, object] | None = None) -> str:
    """Return `template` in `language`, with its facts as a person reads them."""
    return fill(translated(template, language), {k: _fact(v, language) for k, v in (facts or {}).items()})


def translated(template: str, language: Language) -> str:
    """Return the template itself in `language`; English where there is no other."""
    if language != "nl":
        return template
    from netwerk_cli.cli.dutch import DUTCH

    return DUTCH.get(template, template)


def sentence(err: NetwerkError, language: Language) -> str:
    """Return what went wrong."""
    return say(err.sentence, language, _facts(err, language))


def hint(err: NetwerkError, language: Language) -> str:
    """Return what to do about it."""
    return say(err.hint, language, _facts(err, language))


def _facts(err: NetwerkError, language: Language) -> dict[str, object]:
    facts = dict(err.facts)
    if isinstance(err, BadDate) and isinstance(reason := facts.get("reason"), str):
        from netwerk_cli.dates import REASONS, explain, words

        reason_facts = facts.get("reason_facts")
        if isinstance(reason_facts, Mapping) and language == "nl":
            facts["why"] = explain(
                reason,
                reason_facts,
                template=translated(REASONS[reason], language),
                months=words.MONTHS_NL,
                days=words.DAYS_NL,
            )
    return facts


def _fact(value: object, language: Language) -> object:
    if isinstance(value, Wording):
        return say(value.template, language, value.facts)
    if isinstance(value, NetwerkError):
        return sentence(value, language)
    if isinstance(value, date):  # datetime included
        return full(value, language)
    if isinstance(value, StrEnum):
        return translated(value.value, language)
    return value


def full(moment: date, language: Language) -> str:
    """Return `dinsdag 16 januari 2024 om 16:00` or `Tuesday 16 January 2024 at 16:00`; a date without the time."""
    from netwerk_cli.dates import words

    days, months = (words.DAYS_NL, words.MONTHS_NL) if language == "nl" else (words.DAYS_EN, words.MONTHS_EN)
    day = f"{days[moment.weekday()]} {moment.day} {months[moment.month - 1]} {moment.year}"
    if not isinstance(moment, datetime):
        return day
    return f"{day} {'om' if language == 'nl' else 'at'} {clock(moment)}"


def short(moment: date | None, language: Language) -> str:
    """Return `di 16 jan 2024 16:00` or `Tue 16 Jan 2024 16:00`."""
    if moment is None:
        return ""
    from netwerk_cli.dates import words

    dutch = language == "nl"
    days = words.DAYS_NL_SHORT if dutch else words.DAYS_EN_SHORT
    months = words.MONTHS_NL_SHORT if dutch else words.MONTHS_EN_SHORT
    day = f"{days[moment.weekday()]} {moment.day:>2} {months[moment.month - 1]} {moment.year}"
    return f"{day} {clock(moment)}" if isinstance(moment, datetime) else day


def clock(moment: datetime) -> str:
    """Return `16:00`, with seconds only where there are any."""
    return moment.strftime("%H:%M:%S" if moment.second else "%H:%M")


def left(span: timedelta, language: Language) -> str:
    """Return a length of time in its two largest units: `6 days, 4 hours`."""
    minutes = max(0, int(span.total_seconds() // 60))
    days, hours, minutes = minutes // 1440, minutes % 1440 // 60, minutes % 60
    names = _UNITS[language]
    parts = [f"{n} {names[i][n != 1]}" for i, n in enumerate((days, hours, minutes)) if n]
    return ", ".join(parts[:2]) or names[3][0]


_UNITS = {
    "en": (("day", "days"), ("hour", "hours"), ("minute", "minutes"), ("less than a minute", "")),
    "nl": (("dag", "dagen"), ("uur", "uur"), ("minuut", "minuten"), ("minder dan een minuut", "")),
}
