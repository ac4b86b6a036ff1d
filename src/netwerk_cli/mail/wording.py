"""What messages say, in Dutch and English: one table a language."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import NamedTuple

from netwerk_cli.dates import DUTCH, ENGLISH
from netwerk_cli.domain.moments import Moment, in_zone


class Texts(NamedTuple):
    """The texts of one language. `subjects` and `leads` are by kind of message, some with a turn of their own."""

    days: tuple[str, ...]
    months: tuple[str, ...]
    subjects: Mapping[str, str]
    leads: Mapping[str, str]
    dear: str
    sessions: str
    gone: str
    waits: str
    was: str
    undated: str
    span: str
    over_days: str
    clocks: str
    unable: str
    greeting: str


TEXTS: Mapping[str, Texts] = {
    "nl": Texts(
        days=DUTCH.days,
        months=DUTCH.months,
        subjects={
            "cancelled": "Uitgeschreven: {title}",
            "cancelled off": "Gaat niet door: {title}",
            "declined": "Niet aanvaard: {title}",
            "promoted": "Je hebt een plaats: {title}",
            "confirmation": "Bevestiging: {title}",
            "pending": "Je aanvraag: {title}",
            "waiting": "Wachtlijst: {title}",
            "changed": "Gewijzigd: {title}",
            "reminder": "Herinnering: {title}",
        },
        leads={
            "cancelled": "Je inschrijving voor {title} is geannuleerd.",
            "cancelled off": "{title} gaat niet door.",
            "cancelled sessions": "Wat je van {title} zou volgen, gaat niet door.",
            "cancelled handed": "Je plaats bij {title} is door iemand anders overgenomen.",
            "declined": "We kunnen je inschrijving voor {title} helaas niet aanvaarden.",
            "promoted": "Er is een plaats vrijgekomen: je inschrijving voor {title} is bevestigd.",
            "promoted sessions": "Er is een plaats vrijgekomen in een sessie van {title} waarvoor je wachtte.",
            "confirmation": "Je inschrijving voor {title} is bevestigd.",
            "pending": "We hebben je aanvraag voor {title} ontvangen. Je hoort van ons zodra ze beoordeeld is.",
            "waiting": "{title} is volzet. Je staat op plaats {position} van de wachtlijst; je hoort van ons "
            "zodra er een plaats vrijkomt.",
            "waiting position": "Je staat nu op plaats {position} van de wachtlijst voor {title}.",
            "changed": "Er is iets gewijzigd aan {title}. Je inschrijving blijft gelden.",
            "reminder": "Binnenkort is het zover: {title}.",
        },
        dear="Dag {name},",
        sessions="Wanneer en waar:",
        gone="Dit vervalt:",
        waits="je wacht op een plaats",
        was="was: {old}",
        undated="datum volgt",
        span="{day} van {start} tot {end}",
        over_days="van {start} tot {end}",
        clocks="{day} om {start}",
        unable="Kun je niet komen? Laat het weten door deze mail te beantwoorden.",
        greeting="Met vriendelijke groet,",
    ),
    "en": Texts(
        days=ENGLISH.days,
        months=ENGLISH.months,
        subjects={
            "cancelled": "Cancelled: {title}",
            "cancelled off": "Called off: {title}",
            "declined": "Not accepted: {title}",
            "promoted": "You have a seat: {title}",
            "confirmation": "Confirmed: {title}",
            "pending": "Your request: {title}",
            "waiting": "Waiting list: {title}",
            "changed": "Changed: {title}",
            "reminder": "Reminder: {title}",
        },
        leads={
            "cancelled": "Your registration for {title} is cancelled.",
            "cancelled off": "{title} is called off.",
            "cancelled sessions": "What you would attend of {title} is called off.",
            "cancelled handed": "Somebody else took over your seat at {title}.",
            "declined": "We are sorry that we cannot accept your registration for {title}.",
            "promoted": "A seat became free: your registration for {title} is confirmed.",
            "promoted sessions": "A seat became free in a session of {title} that you waited for.",
            "confirmation": "Your registration for {title} is confirmed.",
            "pending": "We received your request for {title}. You will hear from us when it has been looked at.",
            "waiting": "{title} is full. You are number {position} on the waiting list; you will hear from us when "
            "a seat becomes free.",
            "waiting position": "You are now number {position} on the waiting list for {title}.",
            "changed": "Something changed about {title}. Your registration stands.",
            "reminder": "It is nearly time for {title}.",
        },
        dear="Dear {name},",
        sessions="When and where:",
        gone="No longer:",
        waits="you wait for a seat",
        was="was: {old}",
        undated="date to follow",
        span="{day}, {start} to {end}",
        over_days="{start} to {end}",
        clocks="{day} at {start}",
        unable="Cannot come? Let us know by answering this mail.",
        greeting="Kind regards,",
    ),
}
"""The languages that messages are written in."""


def when(start: Moment | None, end: Moment | None, zone: str, texts: Texts) -> str:
    """Return when a session is, in words: on a day, from one time to another, or from one day to another."""
    if start is None:
        return texts.undated
    first = _local(start, zone)
    last = None if end is None else _local(end, zone)
    day = _day(first, texts)
    if not isinstance(first, datetime):
        if last is None or last == first:
            return day
        return texts.over_days.format(start=day, end=_day(last, texts))
    at = f"{first:%H:%M}"
    if not isinstance(last, datetime):
        return texts.clocks.format(day=day, start=at)
    if last.date() == first.date():
        return texts.span.format(day=day, start=at, end=f"{last:%H:%M}")
    ends = texts.clocks.format(day=_day(last, texts), start=f"{last:%H:%M}")
    return texts.over_days.format(start=texts.clocks.format(day=day, start=at), end=ends)


def _local(moment: Moment, zone: str) -> Moment:
    return in_zone(moment, zone) if isinstance(moment, datetime) else moment


def _day(day: Moment, texts: Texts) -> str:
    return f"{texts.days[day.weekday()]} {day.day} {texts.months[day.month - 1]} {day.year}"
