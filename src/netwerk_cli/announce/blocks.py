"""A text as lines, paragraphs and sentences: what belongs together, and what the site put around it.

Positions count characters of a text that `normalised` returned.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum, auto
from typing import NamedTuple

from netwerk_cli.announce import furniture
from netwerk_cli.announce.labels import Label, Meaning, labels, whole
from netwerk_cli.announce.word_tables import word_table

_ITEM = re.compile(r"[ \t]*(?:[•◦▪‣·*–—>✔✓→-]|o(?=\s)|\d{1,2}[.)](?=\s))\s*(?=\S)")
_SENTENCE_END = re.compile(r"[.!?…][\"'”’)]{0,2}\s+(?=[\"'“‘(]?[^\W_a-zß-ÿ])|\n")
_ABBREVIATIONS = word_table(
    """
    a.s o.a i.s.m i.v.m e.d d.m.v o.l.v t.a.v m.u.v t.e.m a.d.h.v p.p ca dr drs mr prof ir ing nr st max min evt
    incl excl bv m.b.v m.b.t n.a.v o.b.v jl tel blz art i.o o.m c.q jan feb mrt apr jun jul aug sep sept okt nov
    dec ma di wo do vr za zo
    """
)
"""What ends in a full stop without ending a sentence."""

_GLUE_WORDS = re.compile(
    r"(?:\b(?:op|van|tot|en|om|de|het|een|in|uiterlijk|voor|vóór|vanaf|t/m|te|met|bij|of|door|aan)|[,–-])$"
)
_HEADING_LENGTH = 100
_WRAPPED_FROM = 50  # characters of a line that may have been broken by a mail program
_LONGEST_SENTENCE = 1000


class Role(Enum):
    """What a block of the page is."""

    HEADING, TEXT, ITEM = (auto() for _ in range(3))


class Span(NamedTuple):
    """A stretch of the page and what it says, line ends as spaces."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Block:
    """A line, or the lines of a paragraph that was broken to fit a screen."""

    role: Role
    start: int
    end: int
    text: str
    labels: tuple[Label, ...] = ()


class Line(NamedTuple):
    """A line that says something, and whether it is a part of what is announced."""

    start: int
    end: int
    text: str
    kept: bool


def normalised(text: str) -> str:
    """Return a text as NFC with one kind of line end and space, and without what cannot be seen."""
    text = unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n"))
    if text.isascii() and text.isprintable():
        return text
    dropped = {
        c for c in set(text) if c not in "\n\t" and unicodedata.category(c) in ("Cf", "Cc", "Cs", "Co")
    }
    spaces = {ord(c): "\n" for c in "\u2028\u2029\x0b\x0c"} | {
        ord(c): " " for c in set(text) if c.isspace() and c not in "\n\t \u2028\u2029\x0b\x0c"
    }
    return text.translate({**{ord(c): None for c in dropped}, **spaces})


def lines(text: str) -> Iterator[Line]:
    """Yield the lines that say something; what the page puts around its text is not kept."""
    start, filed, related = 0, False, False
    half = len(text) // 3
    for line in text.split("\n"):
        end = start + len(line)
        if line.strip():
            related = related or (start > half and furniture.begins_related(line))
            is_label = any(meaning is not Meaning.OTHER for meaning in whole(line))
            skipped = related or filed or (furniture.is_furniture(line) and not is_label)
            yield Line(start, end, line, not skipped and not furniture.heads_a_list(line))
            filed = furniture.heads_a_list(line)
        start = end + 1


def blocks(text: str, found: list[Line]) -> Iterator[Block]:
    """Yield the blocks of the lines that are kept: a line each, but for a sentence that goes on in the next one."""
    kept = [line for line in found if line.kept]
    taken: list[Line] = []
    for number, line in enumerate(kept):
        if taken and not (line.start == taken[-1].end + 1 and _wraps(taken[-1].text, line.text)):
            yield _block(text, taken, kept[number])
            taken = []
        taken.append(line)
    if taken:
        yield _block(text, taken, None)


def _wraps(line: str, following: str) -> bool:
    """Whether a sentence goes on in the next line."""
    said = line.rstrip()
    if len(said) < _WRAPPED_FROM or _ITEM.match(following) or said.endswith((".", "!", "?", ":", ";")):
        return False
    begin = following.lstrip()[:1]
    if any(labels(following)):
        return False
    return begin.islower() or _GLUE_WORDS.search(said) is not None


def _block(text: str, lines: list[Line], following: Line | None) -> Block:
    start, end = lines[0].start, lines[-1].end
    said = text[start:end].replace("\n", " ")
    found = tuple(labels(said)) if len(lines) == 1 or len(said) < 2000 else ()
    marker = _ITEM.match(said)
    role = Role.ITEM if marker else Role.TEXT
    if role is Role.TEXT and len(lines) == 1 and _is_heading(said, following):
        role = Role.HEADING
    lead = marker.end() if marker and not found else len(said) - len(said.lstrip())
    found = tuple(
        Label(label.meanings, max(0, label.start - lead), max(0, label.rest - lead)) for label in found
    )
    return Block(role, start + lead, end, said[lead:].rstrip() if not found else said[lead:], found)


def _is_heading(said: str, following: Line | None) -> bool:
    stripped = said.strip()
    if len(stripped) > _HEADING_LENGTH or stripped.endswith((".", ",", ";", ":")):
        return False
    return following is not None


def sentences(block: Block) -> Iterator[Span]:
    """Yield the sentences of a block."""
    begin = 0
    for end in (*_ends_of_sentences(block.text), len(block.text)):
        while end - begin > _LONGEST_SENTENCE:  # no sentence: nothing that looks around in it has to look far
            yield _span(block, begin, begin + _LONGEST_SENTENCE)
            begin += _LONGEST_SENTENCE
        if block.text[begin:end].strip():
            yield _span(block, begin, end)
        begin = end


def _span(block: Block, begin: int, end: int) -> Span:
    return Span(block.start + begin, block.start + end, block.text[begin:end].rstrip())


def _ends_of_sentences(text: str) -> Iterator[int]:
    for match in _SENTENCE_END.finditer(text):
        last = text[max(0, match.start() - 12) : match.start()].split()
        if match[0][:1] == "." and last and last[-1].casefold().lstrip("(") in _ABBREVIATIONS:
            continue
        yield match.end()
