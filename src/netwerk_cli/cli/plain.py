"""Plain values: numbers as they are typed, and values as a tab-separated line has them."""

from __future__ import annotations

import json
from collections.abc import Iterable

from netwerk_cli.errors import BadValue, Wording


def whole_number(text: str, *, field: str) -> int:
    """Read a whole number from 0. Raises `BadValue`."""
    if not (text.isascii() and text.isdigit() and len(text) < 10):
        raise BadValue(field=field, why=Wording("it is a whole number from 0"))
    return int(text)


def parts(texts: Iterable[str] | None) -> tuple[str, ...]:
    """Return names that were typed one by one, or several with commas between them."""
    return tuple(name.strip() for text in texts or () for name in text.split(","))


def tab_text(value: object) -> str:
    """Return a value for a tab-separated line: tab, line feed, return and backslash as `\\t`, `\\n`, `\\r`, `\\\\`."""
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
