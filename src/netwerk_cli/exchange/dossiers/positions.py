"""Where in a TOML text each key and table stands.

The standard library reads TOML strictly but forgets the lines, and tomlkit does not give them either. This scanner
only runs on text that `tomllib` has accepted, so it need not judge: it follows statements, strings and brackets, and
leaves every value and every quoted key to `tomllib`. A test compares its paths with the keys that `tomllib` finds.
"""

from __future__ import annotations

import re
import tomllib
from bisect import bisect_left
from collections.abc import Iterator, Mapping
from enum import Enum, auto
from typing import NamedTuple

Path = tuple[str | int, ...]
"""Keys, and the numbers of tables or values in an array, counted from 0."""

_BLANK = re.compile(r"(?:[ \t\r\n]|#[^\n]*)*")
_KEY = re.compile(r"""(?:\s*\.?\s*(?:[A-Za-z0-9_-]+|"(?:\\.|[^"\\])*"|'[^']*'))+""")
_STRING = re.compile(r'''"""(?:\\.|[^\\])*?"{3,5}|\'\'\'.*?'{3,5}|"(?:\\.|[^"\\])*"|'[^']*\'''', re.DOTALL)
_BARE = re.compile(r"[^,\]}#\r\n]+")


def lines_of(text: str) -> Mapping[Path, int]:
    """Return the line, counted from 1, of every key, table and element of an array in `text`, which is sound TOML."""
    ends = [found.start() for found in re.finditer("\n", text)]
    return {spot.path: bisect_left(ends, spot.start) + 1 for spot in spots(text)}


def spots(text: str) -> Iterator[Spot]:
    """Yield the place of every key, table and element of an array in `text`, which is sound TOML."""
    return _Scanner(text).document()


class Form(Enum):
    """How something stands in a document."""

    HEADING = auto()
    STATEMENT = auto()
    INNER = auto()
    """An element of an array, or a key of a table between braces."""


class Spot(NamedTuple):
    """Where something begins, where its value begins, and where that ends; a heading has no value."""

    path: Path
    start: int
    value: int
    end: int
    form: Form = Form.INNER


class _Scanner:
    """A place in a text, and how many tables each array of tables has so far."""

    def __init__(self, text: str) -> None:
        self.text, self.at = text, 0
        self.counts: dict[Path, int] = {}

    def document(self) -> Iterator[Spot]:
        """Yield everything in the document; what a key holds comes before the key itself."""
        table: Path = ()
        while self._next():
            start = self.at
            if self._take("[["):
                table = self._array_of_tables(self._key())
                self._take("]]")
                yield Spot(table, start, self.at, self.at, Form.HEADING)
            elif self._take("["):
                table = self._resolved(self._key())
                self._take("]")
                yield Spot(table, start, self.at, self.at, Form.HEADING)
            else:
                *inner, own = self._statement(table)
                yield from inner
                yield own._replace(form=Form.STATEMENT)

    def _statement(self, table: Path) -> Iterator[Spot]:
        """Yield a key with its value: `key = value`, also within an inline table."""
        start = self.at
        path = (*table, *self._key())
        self._next()
        self._take("=")
        self._next()
        value = self.at
        yield from self._value(path)
        yield Spot(path, start, value, value + len(self.text[value : self.at].rstrip()))

    def _value(self, path: Path) -> Iterator[Spot]:
        self._next()
        if self._take("["):
            yield from self._elements(path)
        elif self._take("{"):
            while self._next() and not self._take("}"):
                yield from self._statement(path)
                self._comma()
        elif self._skip(_STRING) is None:
            self._skip(_BARE)

    def _elements(self, path: Path) -> Iterator[Spot]:
        number = 0
        while self._next() and not self._take("]"):
            start = self.at
            yield from self._value((*path, number))
            yield Spot((*path, number), start, start, self.at)
            self._comma()
            number += 1

    # ------------------------------------------------------------------ steps
    def _next(self) -> bool:
        """Go past white space and comments; whether anything is left."""
        self._skip(_BLANK)
        return self.at < len(self.text)

    def _comma(self) -> None:
        self._next()
        self._take(",")

    def _take(self, piece: str) -> bool:
        found = self.text.startswith(piece, self.at)
        self.at += len(piece) * found
        return found

    def _skip(self, pattern: re.Pattern[str]) -> str | None:
        found = pattern.match(self.text, self.at)
        if found is None:
            return None
        self.at = found.end()
        return found[0]

    def _key(self) -> list[str]:
        """Return the parts of a key, dotted or quoted as it may be."""
        self._next()
        table, parts = tomllib.loads(f"{self._skip(_KEY)} = 0"), []
        while isinstance(table, dict):
            part, table = next(iter(table.items()))
            parts.append(part)
        self._next()
        return parts

    # ----------------------------------------------------------------- tables
    def _resolved(self, parts: list[str]) -> Path:
        """Return the path of a table; within an array of tables it belongs to the last one so far."""
        path: Path = ()
        for part in parts:
            path = (*path, part)
            if path in self.counts:
                path = (*path, self.counts[path] - 1)
        return path

    def _array_of_tables(self, parts: list[str]) -> Path:
        array = (*self._resolved(parts[:-1]), parts[-1])
        number = self.counts.get(array, 0)
        self.counts[array] = number + 1
        return (*array, number)
