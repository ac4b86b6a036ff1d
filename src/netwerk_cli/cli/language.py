"""Sentences and moments in the reader's language.

English templates are the keys; what they are in another language stands in its module in `languages`.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime, timedelta
from enum import StrEnum

from netwerk_cli.cli.clocks import beside
from netwerk_cli.cli.languages import ENGLISH, speech
from netwerk_cli.errors import BadDate, NetwerkError
from netwerk_cli.wording import Called, Wording, fill

Language = str
"""One of `languages.LANGUAGES`."""


def say(template: str, language: Language, facts: Mapping[str, object] | None = None) -> str:
    """Return `template` in `language`, with its facts as a person reads them."""
    return fill(translated(template, language), {k: _fact(v, language) for k, v in (facts or {}).items()})


def translated(template: str, language: Language) -> str:
    """Return the template itself in `language`; English where there is no other."""
    return template if language == ENGLISH else speech(language).texts.get(template, template)


def word(value: str, language: Language, of: type[StrEnum] | None = None) -> str:
    """Return a word of ours, such as a state, in `language`.

    Where one English word is several in another language, what it is a word `of` decides: its text there is under
    the name of the module in front of it, as in `registrations: cancelled`.
    """
    kind = type(value) if isinstance(value, StrEnum) else of
    if language == ENGLISH:
        return str(value)
    about = "" if kind is None else kind.__module__.rpartition(".")[2]
    return speech(language).texts.get(f"{about}: {value}") or translated(str(value), language)


def sentence(err: NetwerkError, language: Language) -> str:
    """Return what went wrong."""
    return say(err.sentence, language, _facts(err, language))


def hint(err: NetwerkError, language: Language) -> str:
    """Return what to do about it."""
    return say(err.hint, language, _facts(err, language))


def _facts(err: NetwerkError, language: Language) -> dict[str, object]:
    facts = dict(err.facts)
    if str(facts.get("field", "")).isupper():  # an argument, as it stands in the help
        facts["field"] = translated(str(facts["field"]), language)
    if isinstance(err, BadDate) and isinstance(reason := facts.get("reason"), str):
        from netwerk_cli.dates import REASONS, explain

        reason_facts = facts.get("reason_facts")
        if isinstance(reason_facts, Mapping) and language != ENGLISH:
            facts["why"] = explain(
                reason,
                reason_facts,
                template=translated(REASONS[reason], language),
                months=speech(language).months,
                days=speech(language).days,
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
        return word(value, language)
    if isinstance(value, Called):
        return str(value) if language == ENGLISH else value.said
    return value


def full(moment: date, language: Language) -> str:
    """Return `dinsdag 16 januari 2024 om 16:00` or `Tuesday 16 January 2024 at 16:00`; a date without the time."""
    said = speech(language)
    day = f"{said.days[moment.weekday()]} {moment.day} {said.months[moment.month - 1]} {moment.year}"
    return f"{day} {said.at} {clock(moment)}{beside(moment)}" if isinstance(moment, datetime) else day


def short(moment: date | None, language: Language, *, year: int | None = None) -> str:
    """Return `di 16 jan 9:30` or `Tue 16 Jan 9:30`, with its year where that is another than `year`."""
    if moment is None:
        return ""
    said = speech(language)
    day = f"{said.days_short[moment.weekday()]} {moment.day} {said.months_short[moment.month - 1]}"
    day = day if moment.year == year else f"{day} {moment.year}"
    return f"{day} {moment.hour}:{moment.minute:02}{beside(moment)}" if isinstance(moment, datetime) else day


def clock(moment: datetime) -> str:
    """Return `16:00`, with seconds only where there are any."""
    return moment.strftime("%H:%M:%S" if moment.second else "%H:%M")


def left(span: timedelta, language: Language) -> str:
    """Return a length of time in its two largest units: `6 days, 4 hours`."""
    minutes = max(0, int(span.total_seconds() // 60))
    days, hours, minutes = minutes // 1440, minutes % 1440 // 60, minutes % 60
    said = speech(language)
    parts = [f"{n} {names[n != 1]}" for n, names in zip((days, hours, minutes), said.units, strict=True) if n]
    return ", ".join(parts[:2]) or said.moment
