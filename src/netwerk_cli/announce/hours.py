"""Which hours go with a day: behind it, around it, under a label, above a list, or in the programme."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from netwerk_cli.announce import programme
from netwerk_cli.announce.labels import Meaning
from netwerk_cli.announce.mentions import Days, Hours, Mentions, leads
from netwerk_cli.announce.page import Page
from netwerk_cli.announce.programme import ARRIVING, ENDING, STAYING, Times
from netwerk_cli.announce.roles import Role

if TYPE_CHECKING:
    from netwerk_cli.dates import ClockTime

_WORDS_BEFORE, _WORDS_AFTER = 45, 28  # characters in which the cue of a time stands


class Clock:
    """The hours of a page, for the days that ask for them."""

    def __init__(self, page: Page, mentions: Mentions, meetings: Sequence[Days]) -> None:
        self.page, self.meetings = page, meetings
        self.mentions = mentions._replace(hours=tuple(_of_meetings(page, mentions)))
        self.parts = programme.parts(page, self.mentions)
        self.in_programme = {part.hours for part in self.parts}

    def of(self, mention: Days, *, alone: bool) -> Times | None:
        """Return the hours of a day; `alone`: no other day can be meant by what the page says of hours elsewhere."""
        found = self.beside(mention)
        if found is None or found.last is None or found.first is None:
            found = _joined(found, self._labelled())
        if found is None or (found.last is None and not alone):
            found = (
                found or self._own_programme(mention) or self._in_paragraph(mention) or self._above(mention)
            )
        if alone and (found is None or found.first is None or found.last is None):
            found = _joined(found, programme.times(self.parts))
            found = _joined(_joined(found, self._ending()), self._anywhere())
        return found

    def in_block(self, number: int) -> Times | None:
        """Return the hours that a block states, or a label."""
        return self._merged(one for one in self.mentions.hours if one.block == number) or self._labelled()

    def beside(self, mention: Days) -> Times | None:
        """Return the hours in the sentence or line of a day, or right below it."""
        block = self.page.blocks[mention.block]
        whole = len(block.text) < 160 or bool(block.labels)
        start = block.start if whole else mention.sentence.start
        end = block.end if whole else mention.sentence.end
        later = [one.start for one in self.meetings if mention.end <= one.start < end]
        earlier = [one.end for one in self.meetings if start <= one.start < mention.start]
        after = self._merged(self.mentions.hours_within(mention.end, min(later, default=end)))
        if after is not None:
            return after
        before = self._merged(self.mentions.hours_within(max(earlier, default=start), mention.start))
        if before is not None and not earlier:
            return before
        if later:  # 21 maart in de bibliotheek en 28 maart op school, telkens van 9 tot 12 uur
            shared = self._merged(self.mentions.hours_within(max(later), end))
            if shared is not None:
                return shared
        return self._below(mention) or before or self._in_label(mention)

    def _below(self, mention: Days) -> Times | None:
        """Return the hours that the next line or sentence begins with."""
        for number in range(mention.block + 1, min(mention.block + 3, len(self.page.blocks))):
            block = self.page.blocks[number]
            if any(one.block == number for one in self.meetings) or len(block.text) > 90:
                return None
            hours = [
                one
                for one in self.mentions.hours
                if one.block == number and one not in self.in_programme and one.start - block.start < 30
            ]
            if hours:
                return self._merged(hours)
        return None

    def _in_paragraph(self, mention: Days) -> Times | None:
        """Return the hours that the paragraph states which names all the days."""
        if any(one.block != mention.block for one in self.meetings):
            return None
        return self._merged(one for one in self.mentions.hours if one.block == mention.block)

    def _in_label(self, mention: Days) -> Times | None:
        for labelled in self.page.announced(Meaning.WHEN):
            if labelled.start <= mention.start < labelled.end:
                within = self.mentions.hours_within(labelled.start, labelled.end)
                return self._merged(one for one in within if one not in self.in_programme)
        return None

    def _labelled(self) -> Times | None:
        hours = [
            one
            for labelled in self.page.announced(Meaning.TIME)
            for one in self.mentions.hours_within(labelled.label, labelled.end)
        ]
        return self._merged(hours) if hours else None

    def _above(self, mention: Days) -> Times | None:
        """Return the hours of the paragraph above the list that a day stands in."""
        first = mention.block
        blocks = {one.block for one in self.meetings}
        while first - 1 in blocks:
            first -= 1
        for number in (first - 1, first - 2):
            hours = [one for one in self.mentions.hours if one.block == number]
            if hours and number not in blocks:
                return self._merged(hours[-2:])
        following = max(blocks, default=first) + 1
        hours = [one for one in self.mentions.hours if following <= one.block <= following + 2]
        return self._merged([one for one in hours if one not in self.in_programme])

    def _own_programme(self, mention: Days) -> Times | None:
        """Return the hours of the programme that stands below a day, before the next one."""
        if not self.parts or not mention.lone or not leads(self.page, mention.block, mention.start):
            return None
        later = [one.block for one in self.meetings if one.block > mention.block]
        until = min(later, default=len(self.page.blocks))
        return programme.times(programme.parts_between(self.page, self.mentions, mention.block, until))

    def _anywhere(self) -> Times | None:
        """Return the one span of hours that the running text states, if there is one."""
        spans = [one for one in self.mentions.hours if one not in self.in_programme and one.first]
        whole = [one for one in spans if one.last]
        return self._merged(whole[:1] or spans)

    def _ending(self) -> Times | None:
        """Return the one end that the running text states by itself: rond 21 uur sluiten we af."""
        for one in self.mentions.hours:
            if one in self.in_programme:
                continue
            arriving, _, ending = self._cues(one, 0)
            alone = one.first is None or one.last is None
            if alone and not arriving and (ending or one.first is None):
                return Times(None, one.last or one.first, (one.start, one.end))
        return None

    # ---------------------------------------------------------------- merging
    def _merged(self, hours: Iterable[Hours]) -> Times | None:
        """Return one start and end of the hours of one stretch: arriving sets no start, staying on an end."""
        first: ClockTime | None = None
        last: ClockTime | None = None
        at: list[int] = []
        previous = 0
        for one in hours:
            if last is not None:
                break
            arriving, staying, ending = self._cues(one, previous)
            previous = one.end
            if arriving:
                continue
            if first is None and one.first is not None and not staying and not ending:
                first, last = one.first, one.last
            elif one.last is not None and one.first is None:
                last = one.last
            elif (staying or ending) and first is not None:
                last = one.first
            else:
                continue
            at += [one.start, one.end]
        return Times(first, last, (min(at), max(at))) if at else None

    def _cues(self, one: Hours, previous: int) -> tuple[bool, bool, bool]:
        """Return what the words at a time say of it: for arriving, for staying on, the end."""
        begin = max(previous, one.start - _WORDS_BEFORE, self.page.blocks[one.block].start)
        said = _last_clause(self.page.text[begin : one.start])
        whole = one.first is not None and one.last is not None
        if not whole and not any(cue.search(said) for cue in (ARRIVING, STAYING, ENDING)):
            said = _first_clause(self.page.text[one.end : one.end + _WORDS_AFTER])
        return (
            ARRIVING.search(said) is not None,
            STAYING.search(said) is not None,
            ENDING.search(said) is not None and not whole,
        )


def _of_meetings(page: Page, mentions: Mentions) -> Iterator[Hours]:
    """Yield the hours that do not go with a deadline or another day that is no meeting."""
    for one in mentions.hours:
        sentence = page.sentence_at(one.start)
        before = [day for day in mentions.days_within(sentence.start, one.start)]
        if _OFFICE.search(sentence.text):
            continue
        if not before or before[-1].role is Role.SESSION:
            yield one


_OFFICE = re.compile(
    r"\b(?:bereik\w*|telefo\w+|openingsuren|openingstijden|geopend|secretariaat|mailen|bel|bellen|werkdagen)\b",
    re.IGNORECASE,
)
"""Words of a sentence about the hours of an office, not of a meeting."""


def _last_clause(text: str) -> str:
    for sign in ",;.(|\n":
        text = text.rpartition(sign)[2]
    return text


def _first_clause(text: str) -> str:
    for sign in (*",;.)|\n", " en eind", " en sluit"):
        text = text.partition(sign)[0]
    return text


def _joined(one: Times | None, other: Times | None) -> Times | None:
    """Return hours with what they lack from others that fit: an end after their start."""
    if one is None or other is None:
        return one or other
    if one.first is None:
        return Times(other.first, one.last, other.at)
    if one.last is None and other.last is not None and _after(other.last, one.first):
        return Times(one.first, other.last, one.at)
    return one


def _after(last: ClockTime, first: ClockTime) -> bool:
    return (last.hour, last.minute) > (first.hour, first.minute)
