"""The screen a person reads: how large it is, sentences broken between their words to fit it, and notes to them."""

from __future__ import annotations

import contextlib
import os
import sys
import unicodedata
from collections.abc import Iterator
from typing import TextIO

from netwerk_cli.cli.visible import visible
from netwerk_cli.errors import InputOutput
from netwerk_cli.wording import Wording

LEAST = 20
"""Nothing can be read in fewer columns; a screen that says it has them is taken to have these."""


def width() -> int:
    """Return how many columns the screen has, or is to be taken to have."""
    return max(LEAST, _size("COLUMNS", 0) or 80)


def height() -> int:
    """Return how many lines the screen has, or is to be taken to have."""
    return _size("LINES", 1) or 24


def _size(variable: str, side: int) -> int:
    said = os.environ.get(variable, "")
    if said.isascii() and said.isdigit():
        return int(said)
    for stream in (1, 2, 0):
        try:
            return os.get_terminal_size(stream)[side]
        except OSError:
            continue
    return 0


def require_reader() -> None:
    """Refuse to begin when nobody can read the answer, as far as that can be known before.

    Raises:
        InputOutput: standard output is closed.
        BrokenPipeError: it is a pipe that nobody reads any more (POSIX).
    """
    if sys.stdout is None:
        raise InputOutput(path="standard output", problem=Wording("it is closed"))
    if sys.platform == "win32":
        return
    import select

    with contextlib.suppress(ValueError):  # not a real file
        poll = select.poll()
        poll.register(sys.stdout.fileno(), 0)
        if any(state & select.POLLERR for _, state in poll.poll(0)):
            raise BrokenPipeError


def read_by_somebody(stream: TextIO | None) -> bool:
    """Whether a stream is a terminal."""
    return stream is not None and stream.isatty()


def fitted(text: str, stream: TextIO | None) -> str:
    """Return `text` as it goes to a stream: broken between words where that is a screen, else as it is."""
    return wrapped(text) if read_by_somebody(stream) else text


def wrapped(text: str, *, room: int | None = None, hang: int = 0) -> str:
    """Return `text` in lines that fit the screen, or `room`, broken between words only.

    What goes on hangs so far to the right.
    """
    room = width() if room is None else room
    return "\n".join(part for line in text.split("\n") for part in _broken(line, room, hang))


def _broken(line: str, room: int, hang: int) -> Iterator[str]:
    if cells(line) <= room:
        yield line
        return
    begin = " " * (len(line) - len(line.lstrip(" ")))
    words = line.split()
    part = f"{begin}{words[0]}" if words else ""
    for word in words[1:]:
        if cells(part) + 1 + cells(word) <= room:
            part = f"{part} {word}"
        else:
            yield part
            part = f"{begin}{' ' * hang}{word}"
    yield part


def cells(text: str) -> int:
    """Return how many columns a text takes: two for each wide sign, none for what stands on the one before."""
    return len(text) if text.isascii() else sum(map(_cells, text))


def _cells(sign: str) -> int:
    if unicodedata.combining(sign):
        return 0
    return 2 if unicodedata.east_asian_width(sign) in "WF" else 1


def note(text: str) -> None:
    """Write to standard error what a person can read; where that is closed or full, there is nobody to tell."""
    note_raw(fitted(visible(text, lines=True), sys.stderr))


def note_raw(text: str) -> None:
    """Write to standard error as it is: JSON for a script, or our own colours."""
    if sys.stderr is not None:
        with contextlib.suppress(OSError):
            sys.stderr.write(f"{text}\n")
