"""The days and hours that a page names, each with its sentence and what the words around it make of it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from netwerk_cli import dates
from netwerk_cli.announce.labels import Meaning
from netwerk_cli.announce.page import Block, Page, Span
from netwerk_cli.announce.roles import Role, role_of

if TYPE_CHECKING:
    from netwerk_cli.dates import ClockTime, DaySpan

_ADDRESS = re.compile(r"(?:https?://|www\.)\S{1,500}|\S{1,100}@\S{1,100}")


_MOST, _MOST_NUMBERS, _MOST_TOGETHER = 200, 6000, 1000
"""Days and hours that are read, numbers that are looked at, and those of one paragraph: no announcement has more."""
_NUMBER = re.compile("[0-9]+")


class Days(NamedTuple):
    """Days named in one breath: where, in which block and sentence, and what for."""

    start: int
    end: int
    days: tuple[DaySpan, ...]
    block: int
    sentence: Span
    role: Role

    @property
    def lone(self) -> bool:
        """Whether it is one day, and no list or span."""
        return len(self.days) == 1 and self.days[0].last is None


class Hours(NamedTuple):
    """A start, an end, or both: where, and in which block."""

    start: int
    end: int
    first: ClockTime | None
    last: ClockTime | None
    block: int


class Mentions(NamedTuple):
    """Everything that a page says of days and hours, in its order."""

    days: tuple[Days, ...]
    hours: tuple[Hours, ...]

    def hours_within(self, start: int, end: int) -> tuple[Hours, ...]:
        """Return the hours between two positions."""
        return tuple(one for one in self.hours if start <= one.start and one.end <= end)

    def days_within(self, start: int, end: int) -> tuple[Days, ...]:
        """Return the days between two positions."""
        return tuple(one for one in self.days if start <= one.start and one.end <= end)


def find(page: Page) -> Mentions:
    """Return the days and hours of a page."""
    days: list[Days] = []
    hours: list[Hours] = []
    numbers = 0
    for number, block in enumerate(page.blocks):
        here = sum(1 for _ in _NUMBER.finditer(block.text))
        if not here or here > _MOST_TOGETHER:
            continue
        numbers += here
        if numbers > _MOST_NUMBERS:
            break
        for mention in dates.mentions(_without_turns(_without_addresses(block.text))):
            start, end = block.start + mention.start, block.start + mention.end
            match mention:
                case dates.HourMention():
                    hours.append(Hours(start, end, mention.first, mention.last, number))
                case _:
                    days.append(_placed(page, number, start, end, mention.days))
            if len(days) + len(hours) == _MOST:
                return Mentions(tuple(days), tuple(hours))
    return Mentions(tuple(days), tuple(hours))


def _placed(page: Page, number: int, start: int, end: int, days: tuple[DaySpan, ...]) -> Days:
    sentence = page.sentence_at(start)
    before = page.text[sentence.start : start].replace("\n", " ")
    after = page.text[end : sentence.end].replace("\n", " ")
    role = role_of(before, after, _meanings_at(page, start), is_span=days[-1].last is not None)
    return Days(start, end, days, number, sentence, role)


def _meanings_at(page: Page, position: int) -> tuple[Meaning, ...]:
    """Return what the label announces that a position stands behind."""
    behind = [one for one in page.labelled if one.start <= position < one.end]
    return behind[-1].meanings if behind else ()


def _without_addresses(text: str) -> str:
    """Return a text in which web and mail addresses are blank: the digits in them are no dates."""
    if "@" not in text and "/" not in text and "www" not in text:
        return text
    return _ADDRESS.sub(lambda found: " " * len(found[0]), text)


_TURN = re.compile(
    r"\b(?:dag|sessie|bijeenkomst|deel|module|les|workshop|webinar|week|ronde|groep|blok)\s(?P<turn>\d{1,2})"
    r"(?=\s?[:|–—-]\s)",
    re.IGNORECASE,
)


def _without_turns(text: str) -> str:
    """Return a text in which the number of a meeting is blank: `Dag 1 – 12 juni` is no span of days."""
    return _TURN.sub(lambda found: found[0][: -len(found["turn"])] + " " * len(found["turn"]), text)


def leads(page: Page, number: int, position: int) -> bool:
    """Whether a position is at the beginning of a block, but for a bullet or small words."""
    block: Block = page.blocks[number]
    return _LEAD.fullmatch(page.text[block.start : position]) is not None


_LEAD = re.compile(
    r"[\W_]*(?:(?:op|sessie|bijeenkomst|avond|dag|deel|module|les|workshop|webinar|datum)\b[\s\d:.]*)?[\W_]*",
    re.IGNORECASE,
)


def schedule(page: Page, mentions: Mentions) -> Iterator[Days]:
    """Yield the days that lines of a schedule begin with."""
    return (one for one in mentions.days if one.role is Role.SESSION and leads(page, one.block, one.start))
