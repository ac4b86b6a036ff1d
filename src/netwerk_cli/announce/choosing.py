"""Which of the days that a text names are those of what it announces."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from netwerk_cli.announce.labels import Meaning
from netwerk_cli.announce.mentions import Days, Mentions, schedule
from netwerk_cli.announce.page import Page
from netwerk_cli.announce.page import Role as BlockRole
from netwerk_cli.announce.roles import Role
from netwerk_cli.announce.years import Years

_TAKES_PLACE = re.compile(
    r"\b(?:vindt|vinden|plaats(?:vindt|vinden)|organise\w+|houd\w*|nodig\w*|start\w*|kom\w*"
    r"|komen|bijeenkom\w*|welkom|is er|gepland"
    r"|gaat|gaan|wordt|worden|begin\w*|verwacht\w*|verzorg\w*|staat|staan|tijdens|save the date"
    r"|zien we|ontmoet\w*|geeft|geven|trakteer\w*"
    r"|presente\w+|deel|doe|neem|noteer|bijeen|samen|op)\b",
    re.IGNORECASE,
)  # fmt: skip
"""Words of a sentence that says when something takes place."""

_ANOTHER = re.compile(
    r"\b(?:eerdere?|vorige|volgende (?:editie|bijeenkomst|keer|sessie)|andere? (?:datum|data"
    r"|dag)|tweede editie|herhaling|herhaald|ook op"
    r"|verkiezing\w*|vakantie|week van|dag van de|elders)\b",
    re.IGNORECASE,
)  # fmt: skip
"""Words of a sentence about another day than the one that is announced."""


def chosen(page: Page, mentions: Mentions, years: Years) -> list[Days]:
    """Return the mentions of the days that are announced."""
    every = [one for one in mentions.days if one.role is Role.SESSION and _settled(one, years)]
    every = _not_over(every, years)
    labelled = [
        one for label in page.announced(Meaning.WHEN) for one in every if label.start <= one.start < label.end
    ]
    lines = [one for one in schedule(page, mentions) if one in every]
    lines_in_span = _inside_a_span(lines, every, years)
    if lines_in_span:
        return lines_in_span
    if labelled:
        return labelled
    if len({day_of(one) for one in lines if not _another(one)}) > 1 and _is_schedule(page, lines):
        return [one for one in lines if not _another(one)]
    heading = {
        day_of(one) for one in every if one.block == 0 or page.blocks[one.block].role is BlockRole.HEADING
    }
    if len(heading) == 1:
        return [one for one in every if day_of(one) in heading]
    return _in_prose(mentions, [one for one in every if not _another(one)] or every)


def _is_schedule(page: Page, lines: Sequence[Days]) -> bool:
    """Whether lines that begin with a day are short: those of a list, and not of sentences."""
    return all(len(page.blocks[one.block].text) < 200 for one in lines)


def _in_prose(mentions: Mentions, days: Sequence[Days]) -> list[Days]:
    """Return the days of running text that something takes place on: those with hours, else those it says so of."""
    timed = [
        one
        for one in days
        if any(one.sentence.start <= hours.start <= one.sentence.end for hours in mentions.hours)
    ]
    said = [one for one in days if _TAKES_PLACE.search(one.sentence.text)]
    return timed or said[:1] or list(days[:1])


def _another(mention: Days) -> bool:
    return _ANOTHER.search(mention.sentence.text[: mention.start - mention.sentence.start + 1]) is not None


def _inside_a_span(lines: Sequence[Days], every: Sequence[Days], years: Years) -> list[Days]:
    """Return the lines that detail a span of days stated for the whole."""
    for mention in every:
        first, last = (years.date_of(day) if day else None for day in mention.days[0])
        if first is None or last is None or len(mention.days) > 1:
            continue
        within = [
            one
            for one in lines
            if one is not mention and one.lone and (day := _date(one, years)) and first.day <= day <= last.day
        ]
        if len(within) > 1:
            return within
    return []


def _not_over(every: list[Days], years: Years) -> list[Days]:
    """Leave out days from before the publication where there are later ones."""
    if years.published is None:
        return every
    ahead = [one for one in every if (day := _date(one, years)) is not None and day >= years.published]
    return ahead or every


def _settled(mention: Days, years: Years) -> bool:
    return _date(mention, years) is not None


def _date(mention: Days, years: Years) -> date | None:
    found = years.date_of(mention.days[-1].last or mention.days[-1].first)
    return found.day if found else None


def day_of(mention: Days) -> tuple[int, int]:
    """Return the month and day of the first day of a mention."""
    first = mention.days[0].first
    return first.month, first.day
