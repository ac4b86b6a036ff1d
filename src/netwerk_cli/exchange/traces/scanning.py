"""Looking for somebody in a stream of bytes: portion by portion, which overlap by what one mention can take."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Protocol

from netwerk_cli.domain.mentioning import Mentions, even
from netwerk_cli.exchange.traces import readings

PORTION, OVERLAP = 1 << 19, 1 << 13
_NARROW = 1 << 14
_TABLE = re.compile(rb'"([a-z][a-z0-9:-]*)": \{')
"""How a table of a data file begins, which is a line."""
_HEAD = 256

Hits = dict[tuple[str | None, str], tuple[int | None, int]]
"""By table of a data file and kind of term: the first line, and how often it was found."""


class Stream(Protocol):
    """Something that is read."""

    def read(self, count: int, /) -> bytes:
        """Return so many bytes, fewer at the end."""


def scan(stream: Stream, mentions: Mentions) -> Hits:
    """Return what a stream mentions."""
    hits: Hits = {}
    least = min((len(term.text.encode()) for term in mentions.terms), default=1)
    line, table, kept = 1, None, b""
    while data := stream.read(PORTION):
        window = kept + data
        for at, kind in _within(window, mentions, least, fresh=len(kept)):
            where = line + window.count(b"\n", 0, at)
            here = _table_at(window, at) or table
            first, times = hits.get((here, kind), (where, 0))
            hits[here, kind] = (first, times + 1)
        cut = max(0, len(window) - OVERLAP)
        line, table, kept = line + window.count(b"\n", 0, cut), _table_at(window, cut) or table, window[cut:]
    return hits


def kinds_in(text: str, mentions: Mentions, least: int) -> dict[str, int]:
    """Return the kinds of terms that a text mentions in any of its readings, and how often at most in one of them."""
    most: dict[str, int] = {}
    for reading in readings.of_text(text, least):
        counted: dict[str, int] = {}
        for term, _ in mentions.found_in(reading):
            kind = "address" if term.is_address else "name"
            counted[kind] = counted.get(kind, 0) + 1
        most = {kind: max(most.get(kind, 0), counted.get(kind, 0)) for kind in {**most, **counted}}
    return most


def _within(window: bytes, mentions: Mentions, least: int, *, fresh: int) -> Iterator[tuple[int, str]]:
    """Yield about where in a window something is mentioned that does not lie wholly in what was seen before."""
    most = _kinds(window, mentions, least)
    if not most:
        return
    if len(window) <= _NARROW:
        seen = _kinds(window[:fresh], mentions, least) if fresh else {}
        for kind, times in most.items():
            yield from [(_place(window, mentions, kind, least), kind)] * (times - seen.get(kind, 0))
        return
    middle = len(window) // 2
    begin, end = middle - OVERLAP // 2, middle + OVERLAP // 2
    left = [*_within(window[:end], mentions, least, fresh=min(fresh, end))]
    right = [*_within(window[begin:], mentions, least, fresh=max(OVERLAP, fresh - begin))]
    yield from left
    yield from ((begin + at, kind) for at, kind in right)
    if not left and not right and not _kinds(window[:fresh], mentions, least):
        yield from ((middle, kind) for kind in most)  # it takes more room than a part has


def _kinds(window: bytes, mentions: Mentions, least: int) -> dict[str, int]:
    most: dict[str, int] = {}
    for text in readings.of_bytes(window):
        found = kinds_in(text, mentions, least)
        most = {kind: max(most.get(kind, 0), found.get(kind, 0)) for kind in {**most, **found}}
    return most


def _place(window: bytes, mentions: Mentions, kind: str, least: int) -> int:
    """Return where the first mention of a kind stands, or ends where it is written otherwise than in plain text.

    That is the shortest beginning of the window that has it.
    """
    text = window.decode("utf-8", "surrogateescape")
    if len(even(text)) == len(text):
        for term, at in mentions.found_in(text):
            if term.is_address == (kind == "address"):
                return len(text[:at].encode("utf-8", "surrogateescape"))
    low, high = 0, len(window)
    while high - low > 1:
        middle = (low + high) // 2
        if kind in _kinds(window[:middle], mentions, least):
            high = middle
        else:
            low = middle
    return low


def _table_at(window: bytes, at: int) -> str | None:
    """Return the table of a data file whose line a place is in; None where that begins before the window."""
    start = window.rfind(b"\n", 0, at) + 1
    match = _TABLE.match(window[start : start + _HEAD])
    return match[1].decode() if match else None
