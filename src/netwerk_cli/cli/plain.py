"""Plain values: numbers as they are typed, and values as a tab-separated line has them."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from operator import itemgetter

from netwerk_cli.errors import BadValue
from netwerk_cli.wording import Wording


def whole_number(text: str, *, field: str) -> int:
    """Read a whole number from 0. Raises `BadValue`."""
    if not (text.isascii() and text.isdigit() and len(text) < 10):
        raise BadValue(field=field, why=Wording("it is a whole number from 0"))
    return int(text)


def parts(texts: Iterable[str] | None) -> tuple[str, ...]:
    """Return names that were typed one by one, or several with commas between them."""
    return tuple(name.strip() for text in texts or () for name in text.split(","))


_PARTS = ("sessions", "set_asides", "accreditations", "materials", "milestones")
"""What an event or group consists of. The first value of a part is its name."""


def field_lines(shape: Mapping[str, object]) -> Iterator[str]:
    """Yield one thing as tab-separated lines: each field and its value, behind the names of parts a line for each."""
    for name, value in shape.items():
        found = value if isinstance(value, list) and name in _PARTS else []
        parts = [[*one.values()] for one in found if isinstance(one, dict)]
        yield tab_line((name, [first for first, *_ in parts] or value))
        for part in parts:
            yield tab_line((name.removesuffix("s"), *part))


def tab_lines(rows: Iterable[Mapping[str, object]], columns: Sequence[str]) -> Iterator[str]:
    """Return some columns of rows, each row as one tab-separated line."""
    if len(columns) == 1:
        return (tab_line((row[columns[0]],)) for row in rows)
    return map(tab_line, map(itemgetter(*columns), rows))


def tab_line(values: Sequence[object]) -> str:
    """Return values as one tab-separated line: tab, line feed, return and backslash are `\\t`, `\\n`, `\\r`, `\\\\`."""
    texts = [value if type(value) is str else _text(value) for value in values]
    line = "\t".join(texts)
    if "".join(texts).isprintable() and "\\" not in line:  # as most lines are
        return line
    return "\t".join([_text(value, _escaped) for value in values])


def _text(value: object, last: Callable[[str], str] = str) -> str:
    """Return a value as a text. `last` is done to each text in it, not to the JSON of an object, which has its own."""
    if value is None:
        return ""
    if isinstance(value, str):
        return last(value)
    if isinstance(value, (list, tuple)):
        return ", ".join([_text(item, last) for item in value])
    if isinstance(value, dict):
        return json.dumps(value, ensure_ascii=False)
    if isinstance(value, bool):
        return "true" if value else "false"
    return str(value)


def _escaped(text: str) -> str:
    return text.translate(_ESCAPES)


_ESCAPES = str.maketrans({"\\": "\\\\", "\t": "\\t", "\n": "\\n", "\r": "\\r"})
