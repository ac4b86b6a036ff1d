"""A text as the page it was copied from: its blocks and sentences, and what its labels announce."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from itertools import islice
from typing import NamedTuple

from netwerk_cli.announce import blocks
from netwerk_cli.announce.blocks import Block, Role, Span
from netwerk_cli.announce.labels import Label, Meaning

__all__ = ["Block", "Labelled", "Page", "Role", "Span"]

_VALUE_LINES = 14
_MOST_LABELS = 300


class Labelled(NamedTuple):
    """What a label announces, and where it stands."""

    meanings: tuple[Meaning, ...]
    label: int
    start: int
    end: int
    text: str


class Page:
    """A text to find facts in."""

    def __init__(self, text: str) -> None:
        self.text = blocks.normalised(text)
        self.lines = list(blocks.lines(self.text))
        self.blocks = tuple(blocks.blocks(self.text, self.lines))
        self.labelled = tuple(islice(self._labelled(), _MOST_LABELS))
        self.sentences = tuple(sentence for block in self.blocks for sentence in blocks.sentences(block))

    def announced(self, *meanings: Meaning) -> Iterator[Labelled]:
        """Yield what labels of these meanings announce."""
        return (one for one in self.labelled if any(meaning in meanings for meaning in one.meanings))

    def sentence_at(self, position: int) -> Span:
        """Return the sentence that holds a position; the rest of the block where there is none."""
        place = bisect_right(self.sentences, position, key=lambda one: one.start) - 1
        if place >= 0 and self.sentences[place].start <= position <= self.sentences[place].end:
            return self.sentences[place]
        return Span(position, position, "")

    def _labelled(self) -> Iterator[Labelled]:
        for number, block in enumerate(self.blocks):
            for place, label in enumerate(block.labels):
                later = block.labels[place + 1].start if place + 1 < len(block.labels) else len(block.text)
                start, end = block.start + label.rest, block.start + later
                if not self.text[start:end].strip():
                    start, end = self._below(number)
                elif place + 1 == len(block.labels):
                    end = self._continued(number, label, end)
                yield Labelled(
                    label.meanings, block.start + label.start, start, end, self.text[start:end].strip()
                )

    def _below(self, number: int) -> tuple[int, int]:
        """Return the paragraph or list below a label that stands alone."""
        following = self.blocks[number + 1 : number + 1 + _VALUE_LINES]
        taken: list[Block] = []
        for block in following:
            if block.labels or (taken and block.role is Role.HEADING and self._apart(taken[-1], block)):
                break
            in_list = not taken or (taken[-1].role is Role.ITEM and block.role is Role.ITEM)
            if taken and self._apart(taken[-1], block) and not in_list:
                break
            taken.append(block)
        if not taken:
            return self.blocks[number].end, self.blocks[number].end
        return taken[0].start, taken[-1].end

    def _continued(self, number: int, label: Label, end: int) -> int:
        """Return where a value ends that goes on in the lines right below: an address, more dates."""
        goes_on = {Meaning.WHERE, Meaning.WHEN, Meaning.COST, Meaning.ORGANISER} & {*label.meanings}
        last = self.blocks[number]
        for block in self.blocks[number + 1 : number + 5]:
            opened = last.text.rstrip().endswith((":", ","))
            if block.labels or self._apart(last, block) or len(block.text) > 90 or not (goes_on or opened):
                break
            if block.role is Role.ITEM and last.role is Role.ITEM:
                break
            last, end = block, block.end
        return end

    def _apart(self, one: Block, other: Block) -> bool:
        """Whether an empty line stands between two blocks."""
        return self.text.count("\n", one.end, other.start) > 1
