"""Plain values: numbers as they are typed, and values as a tab-separated line has them."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence

from netwerk_cli.errors import BadValue, Wording


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


def tab_line(values: Sequence[object]) -> str:
    """Return values as one tab-separated line, each as `tab_text` has it."""
    texts = [value if type(value) is str else tab_text(value) for value in values]
    whole = "".join(texts)
    if whole.isprintable() and "\\" not in whole:  # most are
        return "\t".join(texts)
    return "\t".join(map(tab_text, values))


def tab_text(value: object) -> str:
    """Return a value for a tab-separated line: tab, line feed, return and backslash as `\\t`, `\\n`, `\\r`, `\\\\`."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, (list, tuple)):
        return ", ".join(map(tab_text, value))
    if isinstance(value, dict):
        return json.dumps(value, ensure_ascii=False)
    text = str(value).replace("\\", "\\\\").replace("\t", "\\t")
    return text.replace("\n", "\\n").replace("\r", "\\r")
