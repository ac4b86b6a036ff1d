"""The bytes of the data file: in memory when there are few, else read part by part from the open file.

A large file is neither copied into memory, which costs more than all else a command does, nor mapped into it: a map
of a file that another program cuts short kills its reader. What is read is the file as it was opened, because every
writer of ours renames a new file over it. A program that writes in place instead is noticed, whatever is read of it or
written anew.
"""

from __future__ import annotations

import errno
import os
import sys
from collections.abc import Iterator
from pathlib import Path

LARGE = 1 << 18
"""From how many bytes on a file is large: fresh pages of memory for all of it cost more than reading parts again."""
PORTION = 1 << 17
"""How many bytes of a large file are in memory at a time."""


class _Open:
    """A file that is open for reading for as long as somebody refers to it, and how it looked when it was opened."""

    def __init__(self, path: Path) -> None:
        self.file = path.open("rb", buffering=0)
        self.before = self.look()

    def look(self) -> tuple[int, int]:
        """Return what a write in place changes: the length, and the time of the last change in nanoseconds."""
        seen = os.fstat(self.file.fileno())
        return seen.st_size, seen.st_mtime_ns

    def refuse_written(self) -> None:
        """Raise `OSError` (ESTALE) where another program wrote into the file since it was opened."""
        if self.look() != self.before:
            raise OSError(errno.ESTALE, os.strerror(errno.ESTALE))

    def read(self, at: int, count: int) -> bytes:
        """Return `count` bytes, fewer at the end of the file."""
        self.file.seek(at)
        return self.file.read(count)

    def fill(self, at: int, portion: memoryview) -> int:
        """Read into `portion`, and return how many bytes that gave."""
        self.file.seek(at)
        return self.file.readinto(portion)

    def __del__(self) -> None:
        if hasattr(self, "file"):
            self.file.close()


class Part:
    """A part of an open file, from `start` to `end`; `part[a:b]` counts from its start."""

    def __init__(self, file: _Open, start: int, end: int) -> None:
        self.file, self.start, self.end = file, start, end

    def __len__(self) -> int:
        return self.end - self.start

    def __getitem__(self, wanted: slice) -> bytes:
        """Return some of the bytes; fewer when another program cut the file short, which no reader takes for data."""
        start, end, _ = wanted.indices(len(self))
        return self.file.read(self.start + start, max(0, end - start))

    def cut(self, start: int, end: int) -> Part:
        """Return a part of this part."""
        return Part(self.file, self.start + start, self.start + end)

    def portions(self) -> Iterator[memoryview]:
        """Return the bytes in portions, each of which is overwritten by the next.

        Raises:
            OSError: another program wrote into the file since it was opened (ESTALE).
        """
        portion = bytearray(PORTION)
        for _, count in self._fill(portion):
            yield memoryview(portion)[:count]

    def line_feeds(self) -> Iterator[int]:
        """Return where line feeds stand. Raises `OSError` as `portions` does."""
        portion = bytearray(PORTION)
        for at, count in self._fill(portion):
            found = portion.find(b"\n", 0, count)
            while found >= 0:
                yield at + found
                found = portion.find(b"\n", found + 1, count)

    def _fill(self, portion: bytearray) -> Iterator[tuple[int, int]]:
        """Read the bytes into `portion`, again and again; return at which byte it begins and how many it holds."""
        at, view = self.start, memoryview(portion)
        while at < self.end:
            count = self.file.fill(at, view[: self.end - at])
            if not count:
                break
            yield at - self.start, count
            at += count
        if at < self.end:
            raise OSError(errno.ESTALE, os.strerror(errno.ESTALE))
        self.file.refuse_written()


Source = bytes | Part
Piece = bytes | memoryview | Part


def opened(path: Path) -> Source:
    """Return the bytes of a file as they are now. Raises `OSError`."""
    if sys.platform == "win32" or path.stat().st_size < LARGE:  # Windows renames over no file that is open
        return path.read_bytes()
    file = _Open(path)
    return Part(file, 0, file.before[0])


def taken(data: Source, start: int, end: int) -> bytes:
    """Return some of the bytes, as they were when the file was opened. Raises `OSError` as `Part.portions` does."""
    found = data[start:end]
    if isinstance(data, Part):
        data.file.refuse_written()
    return found


def cut(data: Source, start: int, end: int) -> Piece:
    """Return some of the bytes, without copying them."""
    return data.cut(start, end) if isinstance(data, Part) else memoryview(data)[start:end]


def portions(piece: Piece) -> Iterator[memoryview]:
    """Return the bytes of `piece` in portions. Raises `OSError` as `Part.portions` does."""
    if isinstance(piece, Part):
        yield from piece.portions()
    else:
        yield memoryview(piece)


def line_feeds(data: Source, start: int, end: int) -> Iterator[int]:
    """Return where line feeds stand, from `start` up to `end`."""
    if isinstance(data, Part):
        for found in data.cut(start, end).line_feeds():
            yield start + found
        return
    while (start := data.find(b"\n", start, end)) >= 0:
        yield start
        start += 1
