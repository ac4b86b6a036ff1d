"""The bytes of the data file: one JSON object, one table a line.

    {
    "meta": {"1":{…}},
    "event:kick-off": {"1":{…}},
    "registrations:kick-off": {"1":{…},"2":{…}}
    }

Any JSON reader, stock TinyDB included, reads it whole. We read only where the lines begin, decode a table
when it is touched, and put untouched tables back byte for byte, so a command costs what its own event costs.
A file that another tool laid out differently is parsed as a whole.
"""

from __future__ import annotations

import json
import math
from collections.abc import Iterator, Mapping, MutableMapping
from typing import Any

from netwerk_cli.store.damage import Malformed
from netwerk_cli.store.file.source import Piece, Source, cut, line_feeds, portions, taken
from netwerk_cli.store.seam import Touched

Table = dict[str, dict[str, Any]]
"""A TinyDB table: document id → document."""

_HEAD, _BETWEEN, _TAIL = b"{\n", b",\n", b"\n}\n"
_AROUND = '"": '
"""What stands around the name of a table."""
_LONGEST = 1024
"""Within how many bytes the name of a table and what surrounds it end."""
_HIGHEST = 10**12 - 1
"""The highest number of a document."""
_FEW = 8
"""Of how many documents it is quicker to find where they lie than to write the whole table."""
_encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), allow_nan=False).encode


class Line:
    """Where the line of an untouched table lies: from its name at `start`, the table itself from `begin`, to `end`."""

    __slots__ = ("begin", "end", "start")

    def __init__(self, start: int, begin: int, end: int) -> None:
        self.start, self.begin, self.end = start, begin, end


class Tables(MutableMapping[str, Table]):
    """Tables by name, decoded when touched. `decoded` counts these; `dirty` says whether any was set."""

    def __init__(self, tables: Mapping[str, Line | Table], data: Source = b"", *, lines: bool = True) -> None:
        self._tables = dict(tables)
        self._data = data
        self._read: dict[str, Line] = {}
        self.lines = lines
        self.decoded = 0 if lines else len(tables)
        self.dirty = False

    def __getitem__(self, name: str) -> Table:
        table = self._tables[name]
        if isinstance(table, Line):
            self._read[name] = table
            table = self._tables[name] = _table(_decode(taken(self._data, table.begin, table.end)))
            self.decoded += 1
        return table

    def __setitem__(self, name: str, table: Table) -> None:
        self._tables[name] = table
        self.dirty = True

    def __delitem__(self, name: str) -> None:
        del self._tables[name]
        self._read.pop(name, None)
        self.dirty = True

    def __contains__(self, name: object) -> bool:
        return name in self._tables  # the inherited one would decode the table to find out

    def __iter__(self) -> Iterator[str]:
        return iter(self._tables)

    def __len__(self) -> int:
        return len(self._tables)

    def release(self, name: str) -> None:
        """Forget what was decoded of a table, which nobody changed."""
        line = self._read.pop(name, None)
        if line is not None:
            self._tables[name] = line

    def rewritten(self) -> None:
        """Take note that what was decoded so far is no longer what its line says."""
        self._read.clear()

    def raw(self, name: str) -> bytes | None:
        """Return a table that nobody touched as its bytes; None for any other."""
        table = self._tables.get(name)
        return taken(self._data, table.begin, table.end) if isinstance(table, Line) else None

    def pieces(self, touched: Touched | None = None) -> list[Piece]:
        """Return the whole file, in our layout, as pieces to be written one after the other.

        Untouched tables that lie beside each other are one piece, and it is not copied. Of a table of which it is
        said what was `touched`, what was not is not written anew.
        """
        runs: list[Line | list[Piece]] = []
        for name, table in self._tables.items():
            last = runs[-1] if runs else None
            if not isinstance(table, Line):
                whole = self._patched(name, table, (touched or {}).get(name, {})) or [_bytes(table)]
                runs.append([_bytes(name), b": ", *whole])
            elif isinstance(last, Line) and last.end + len(_BETWEEN) == table.start:
                runs[-1] = Line(last.start, last.begin, table.end)
            else:
                runs.append(table)
        pieces: list[Piece] = [_HEAD]
        for index, run in enumerate(runs):
            pieces += [_BETWEEN] if index else []
            pieces += [cut(self._data, run.start, run.end)] if isinstance(run, Line) else run
        return [*pieces, _TAIL]

    def _patched(
        self, name: str, table: Table, touched: Mapping[int, Mapping[str, Any] | None]
    ) -> list[Piece] | None:
        """Return a table as its line was, with what was touched as it is now; None where that takes more than that.

        A document's own bytes are in its line once, for in a text all quotes are escaped.
        """
        line = self._read.get(name)
        if line is None or not 0 < len(touched) <= _FEW or len(table) == len(touched):
            return None
        data, added = b"", b""
        changed: list[tuple[int, int, bytes]] = []
        for number, before in touched.items():
            now = table.get(str(number))
            if now is None:
                return None
            document = _numbered(number, now)
            if before is None:
                added += b"," + document
                continue
            data, was = data or self._data[line.begin : line.end], _numbered(number, before)
            at = data.find(was)
            if at < 0 or data.find(was, at + 1) >= 0:  # another tool wrote it
                return None
            changed.append((line.begin + at, line.begin + at + len(was), document))
        pieces: list[Piece] = []
        begin = line.begin
        for start, end, document in sorted([*changed, (line.end - 1, line.end - 1, added)]):
            pieces += [cut(self._data, begin, start), document]
            begin = end
        return [*pieces, cut(self._data, begin, line.end)]

    def to_bytes(self) -> bytes:
        """Return the whole file, in our layout."""
        return b"".join(bytes(portion) for piece in self.pieces() for portion in portions(piece))


def parse(data: Source) -> Tables:
    """Return the tables in `data`. Raises `ValueError`, `RecursionError` when it is no object of tables."""
    lines = _lines(data)
    if lines is not None:
        return Tables(lines, data)
    text = taken(data, 0, len(data))
    if not text.strip():
        raise Malformed("it is empty")
    whole = _decode(text)
    if not isinstance(whole, dict):
        raise Malformed("it is not a JSON object")
    return Tables({name: _table(table) for name, table in whole.items()}, lines=False)


def _lines(data: Source) -> dict[str, Line] | None:
    """Return the line of each table by its name, or None when this is not our layout."""
    start, last = len(_HEAD), len(data) - len(_TAIL)
    around = data[: start + _LONGEST]
    if not around.startswith(_HEAD) or data[max(0, last) :] != _TAIL:
        return None
    tables: dict[str, Line] = {}
    names, beginning = 0, around[start:]
    for found in line_feeds(data, start, last + 1) if start < last else ():
        end = found if found == last else found - 1
        around = data[found - 2 : found + 1 + _LONGEST]
        name = _named(beginning[: max(0, end - start)])
        if name is None or (around[1:4] != b"}\n}" if found == last else around[:3] != b"},\n"):
            return None
        tables[name] = Line(start, start + len(name) + len(_AROUND), end)
        names += 1
        start, beginning = found + 1, around[3:]
    return tables if names == len(tables) else None


def _named(beginning: bytes) -> str | None:
    """Return the name of the table that a line begins with: `"name": {`; None where it is no such line.

    A digit in front is a document's number: somebody spread a table over several lines.
    """
    opening, _, rest = beginning.partition(b'"')
    name, _, after = rest.partition(b'"')
    if opening or not after.startswith(b": {") or not name.isascii() or b"\\" in name:
        return None
    said = name.decode("ascii")
    return None if not said.isprintable() or not said or said[0].isdigit() else said


def _table(value: object) -> Table:
    if not isinstance(value, dict):
        raise Malformed("a table is not a JSON object")
    try:
        numbers = [*map(int, value)]
    except ValueError:
        numbers = []
    written_so = [*map(str, numbers)] == [*value] and 0 < min(numbers, default=1) <= max(
        numbers, default=1
    ) <= _HIGHEST
    if not written_so or not {*map(type, value.values())} <= {dict}:
        raise Malformed("a table holds something other than numbered documents")
    return value


def _bytes(value: object) -> bytes:
    """Return `value` as JSON. Half of a surrogate pair gets its JSON escape, which Python writes just so."""
    return _encode(value).encode("utf-8", "backslashreplace")


def _numbered(number: int, document: Mapping[str, Any]) -> bytes:
    return b'"%d":' % number + _bytes(document)


# ------------------------------------------------------------------ strict JSON
def _decode(data: bytes) -> object:
    """Decode UTF-8 JSON (RFC 8259); refuse what `json` would let pass: doubled names, NaN, infinity."""
    return _decoder.decode(data.decode().removeprefix("\ufeff"))


def _object(pairs: list[tuple[str, object]]) -> dict[str, object]:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise Malformed("a name occurs twice in one JSON object")
    return found


def _constant(name: str) -> object:
    raise Malformed("{name} is not a JSON value", name=name)


def _float(text: str) -> float:
    value = float(text)
    if not math.isfinite(value):
        raise Malformed("a number in it is too large")
    return value


_decoder = json.JSONDecoder(object_pairs_hook=_object, parse_constant=_constant, parse_float=_float)
