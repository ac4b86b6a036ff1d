"""When a text came out: a line that says so, or a bare date above it that is not that of the meeting."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from netwerk_cli.announce.facts import Found
from netwerk_cli.announce.labels import Meaning
from netwerk_cli.announce.mentions import Days, Hours, Mentions
from netwerk_cli.announce.page import Page
from netwerk_cli.announce.page import Role as BlockRole
from netwerk_cli.announce.roles import Role
from netwerk_cli.dates import DUTCH

_MONTH_ALONE = re.compile(rf"({'|'.join(DUTCH.months)})\s+((?:19|20)\d\d)", re.IGNORECASE)
_TOP = 5  # blocks among which a bare date is that of the page
_MOST_AROUND = 12  # characters beside a bare date: a clock time, "door de redactie" is longer


def _in_a_list(page: Page, mentions: Mentions, bare: Days) -> bool:
    """Whether the next line is a bare date too."""
    return any(one.block == bare.block + 1 and _bare(page, one) for one in mentions.days)


def published(page: Page, mentions: Mentions) -> Found[date] | None:
    """Return the day on which a page came out, or the first of its month."""
    said = [one for one in mentions.days if one.role is Role.PUBLISHED and one.days[0].first.year]
    if said:
        return _day(said[0])
    for labelled in page.announced(Meaning.PUBLISHED):
        if match := _MONTH_ALONE.search(labelled.text[:80]):
            month = DUTCH.months.index(match[1].lower()) + 1
            return Found(date(int(match[2]), month, 1), labelled.start, labelled.end)
    return next(
        (
            _day(one)
            for one in mentions.days
            if _bare(page, one) and not _in_a_list(page, mentions, one) and _another(mentions, one)
        ),
        None,
    )


def without_published(mentions: Mentions, found: Found[date] | None) -> Mentions:
    """Return the mentions with the day of publication marked as that."""
    if found is None:
        return mentions
    days = tuple(
        one._replace(role=Role.PUBLISHED) if one.start == found.start else one for one in mentions.days
    )
    return mentions._replace(days=days)


def _day(mention: Days) -> Found[date] | None:
    first = mention.days[0].first
    try:
        return Found(date(first.year or 0, first.month, first.day), mention.start, mention.end)
    except ValueError:
        return None


def _bare(page: Page, mention: Days) -> bool:
    """Whether a line near the top is nothing but this date."""
    block = page.blocks[mention.block]
    around = len(block.text) - (mention.end - mention.start)
    return (
        block.role is not BlockRole.ITEM
        and not any(Meaning.PUBLISHED not in label.meanings for label in block.labels)
        and mention.lone
        and mention.role is Role.SESSION
        and mention.days[0].first.year is not None
        and mention.block < _TOP
        and around <= _MOST_AROUND
    )


def _another(mentions: Mentions, bare: Days) -> bool:
    """Whether other days are those of the meeting: later, or without a year."""
    own = bare.days[0].first
    others = [span.first for one in _meetings(mentions.days) if one is not bare for span in one.days]
    if any((day.day, day.month) == (own.day, own.month) for day in others):
        return False
    if _timed(mentions.hours, bare):
        return False
    key = (own.year or 0, own.month, own.day)
    return any(day.year is None or (day.year, day.month, day.day) > key for day in others)


def _meetings(days: Sequence[Days]) -> list[Days]:
    return [one for one in days if one.role is Role.SESSION]


def _timed(hours: Sequence[Hours], bare: Days) -> bool:
    """Whether a span of hours stands with a date, as it does where something takes place."""
    return any(one.block == bare.block and one.first and one.last for one in hours)
