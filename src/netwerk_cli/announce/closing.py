"""Until when one can register, and whether registration closes when all seats are taken."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, datetime, time, timedelta

from netwerk_cli.announce.facts import Found, Session
from netwerk_cli.announce.mentions import Days, Mentions
from netwerk_cli.announce.page import Page
from netwerk_cli.announce.roles import Role
from netwerk_cli.announce.years import Years, last_before
from netwerk_cli.domain.moments import Moment, localise
from netwerk_cli.errors import BadDate

_EXCLUSIVE = re.compile(r"\b(?:v(?:oo|óó|òò|o)r|tot)\s*(?:op\s|de\s)?$", re.IGNORECASE)
_LAST = time(23, 59, 59)
_CLOSES_FULL = re.compile(
    r"\b(?:inschrijving\w*|aanmelding\w*|registratie)\b[^.]{0,60}\b(?:sluit\w*|gesloten"
    r"|afgesloten|stopt|stopgezet)\b[^.]{0,40}"
    r"\b(?:wanneer|zodra|als|bij)\b[^.]{0,60}\b(?:maximum|bereikt|vol|volzet|volgeboekt)\b"
    r"|\bvol\s?(?:=|is)\s?vol\b",
    re.IGNORECASE,
)  # fmt: skip
_HOURS_AFTER = 25  # characters between a day and the hour that belongs to it


def closes(
    page: Page, mentions: Mentions, years: Years, found: Sequence[Session], zone: str
) -> Found[Moment] | None:
    """Return the moment at which registration closes; a day alone closes at its end, `vóór` a day the day before."""
    start = min((_day_of(one.start) for one in found), default=None)
    for mention in mentions.days:
        if mention.role is not Role.CLOSING:
            continue
        day = _day(mention, years, start)
        if day is not None:
            return _moment(page, mentions, mention, day, zone)
    return None


def closes_when_full(page: Page) -> Found[bool] | None:
    """Return that registration ends when all seats are taken, where that is said."""
    for sentence in page.sentences:
        if match := _CLOSES_FULL.search(sentence.text[:400]):
            return Found(True, sentence.start + match.start(), sentence.start + match.end())
    return None


def _day(mention: Days, years: Years, start: date | None) -> date | None:
    """Return the day of a deadline: without a year the last such day before the first meeting."""
    span = mention.days[-1]
    last = span.last or span.first
    if last.year is None and start is not None:
        return last_before(last, start)
    found = years.date_of(last)
    return found.day if found else None


def _moment(page: Page, mentions: Mentions, mention: Days, day: date, zone: str) -> Found[Moment]:
    hours = [
        one
        for one in mentions.hours
        if one.block == mention.block
        and 0 <= one.start - mention.end <= _HOURS_AFTER
        and (one.first or one.last)
    ]
    before = page.text[mention.sentence.start : mention.start].replace("\n", " ")
    if hours:
        clock = hours[0].first or hours[0].last
        at = time(clock.hour % 24, clock.minute) if clock else _LAST
        day += timedelta(days=clock.hour // 24 if clock else 0)
        return Found(_instant(day, at, zone), _from_cue(mention), hours[0].end)
    exclusive = _EXCLUSIVE.search(before[-20:])
    if exclusive and not re.search(
        r"\b(?:aanmelden|inschrijven|deadline)\s+voor\s*:\s*$", before, re.IGNORECASE
    ):
        day -= timedelta(days=1)
    sure = not (exclusive and exclusive[0].casefold().startswith("tot"))
    return Found(_instant(day, _LAST, zone), _from_cue(mention), mention.end, sure)


def _from_cue(mention: Days) -> int:
    """Return where the words begin that make a day a deadline."""
    return max(mention.sentence.start, min(mention.start, mention.start - 30))


def _instant(day: date, at: time, zone: str) -> Moment:
    try:
        return localise(datetime.combine(day, at), zone, text="")
    except BadDate:
        return day


def _day_of(moment: Moment) -> date:
    return moment.date() if isinstance(moment, datetime) else moment
