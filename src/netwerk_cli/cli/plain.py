"""Plain values: numbers as they are typed, and values as a tab-separated line has them."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping

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
        yield f"{name}\t{tab_text([first for first, *_ in parts] or value)}"
        for part in parts:
            yield "\t".join((name.removesuffix("s"), *map(tab_text, part)))


def tab_text(value: object) -> str:
    """Return a value for a tab-separated line: tab, line feed, return and backslash as `\\t`, `\\n`, `\\r`, `\\\\`."""
    if type(value) is str and value.isprintable() and "\\" not in value:  # most of them
        return value
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, (list, tuple)):
        return ", ".join(tab_text(item) for item in value)
    if isinstance(value, dict):
        return json.dumps(value, ensure_ascii=False)
    text = str(value).replace("\\", "\\\\").replace("\t", "\\t")
    return text.replace("\n", "\\n").replace("\r", "\\r")
