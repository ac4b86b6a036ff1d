"""Audiences and organisers as typed: a new list, or what is to be added to and taken from the present one."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from unicodedata import normalize

from netwerk_cli.domain import people
from netwerk_cli.errors import BadValue, Wording

LISTS = {"audience": "audiences", "organiser": "organisers"}
"""The options that may be repeated, each with the field of an event or group that it fills."""

OPTIONS = tuple(f"{how}{name}" for name in LISTS for how in ("", "add_", "remove_"))
"""How those options are called in what was typed."""


def fields(typed: Any, present: Any) -> dict[str, object]:
    """Return the lists that `typed` sets. Raises `BadValue` for what is to be taken out and is not there."""
    found: dict[str, object] = {}
    for name, field in LISTS.items():
        new, more, less = (getattr(typed, f"{how}{name}") for how in ("", "add_", "remove_"))
        if not (new or more or less):
            continue
        items = _read(new, f"--{name}") if new else list(getattr(present, field))
        items += _read(more, f"--add-{name}")
        for text in _read(less, f"--remove-{name}"):
            items = _without(items, text, f"--remove-{name}")
        found[field] = tuple(dict.fromkeys(items))
    return found


def _read(texts: Sequence[str], option: str) -> list[str]:
    return [people.line(text, field=option) for text in texts if text.strip()]


def _without(items: list[str], text: str, option: str) -> list[str]:
    left = [item for item in items if _folded(item) != _folded(text)]
    if len(left) == len(items):
        known = ", ".join(items) or Wording("an empty list")
        raise BadValue(field=option, why=Wording("it is not one of {known}", known=known))
    return left


def _folded(text: str) -> str:
    return normalize("NFKC", text).replace("\N{RIGHT SINGLE QUOTATION MARK}", "'").casefold()
