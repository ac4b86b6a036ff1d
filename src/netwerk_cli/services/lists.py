"""Lists such as audiences as typed: a new one, or what is to be added to and taken from the present one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from netwerk_cli.domain import texts
from netwerk_cli.domain.matching import folded
from netwerk_cli.errors import BadValue
from netwerk_cli.terms import Kind, Terms
from netwerk_cli.wording import Wording


def fields(known: Terms, given: Mapping[str, Any], present: object) -> dict[str, object]:
    """Return the lists that are given. Raises `BadValue` for what is to be taken out and is not there."""
    found: dict[str, object] = {}
    for term in (term for term in known if term.kind is Kind.TEXTS):
        new, more, less = (given.get(f"{how}{term.typed}") for how in ("", "add_", "remove_"))
        if not (new or more or less):
            continue
        items = _read(new, term.flag) if new else list(getattr(present, term.field))
        items += _read(more or (), f"--add-{term.option}")
        for text in _read(less or (), f"--remove-{term.option}"):
            items = _without(items, text, f"--remove-{term.option}")
        found[term.field] = tuple(dict.fromkeys(items))
    return found


def _read(items: Sequence[str], option: str) -> list[str]:
    return [texts.line(text, field=option) for text in items if text.strip()]


def _without(items: list[str], text: str, option: str) -> list[str]:
    left = [item for item in items if folded(item) != folded(text)]
    if len(left) == len(items):
        known = ", ".join(items) or Wording("an empty list")
        raise BadValue(field=option, why=Wording("it is not one of {known}", known=known))
    return left
