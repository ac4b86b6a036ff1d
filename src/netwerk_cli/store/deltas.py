"""What a change did to a document, kept small: the values that it replaced.

A delta is None where there was no document, `{"was": …}` where it was taken out, else `{"set": …}` with each field as
it was (null where it was absent). Of a list of parts with ids only the parts that differ are kept, in `parts`. A
history only grows, so of it nothing is: taking a change back is one more line in it.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

Document = Mapping[str, Any]
Delta = dict[str, Any] | None

_HISTORY = "history"


def delta(before: Document | None, after: Document | None) -> Delta:
    """Return what `before` said where `after` says something else."""
    if before is None:
        return None
    if after is None:
        return {"was": dict(before)}
    found: dict[str, Any] = {"set": {}}
    for name in dict.fromkeys((*before, *after)):
        old, new = before.get(name), after.get(name)
        if old == new or name == _HISTORY:
            continue
        if (was := _by_id(old)) is not None and (now := _by_id(new)) is not None:
            differing = {id: was.get(id) for id in {**was, **now} if was.get(id) != now.get(id)}
            order = [] if list(was) == list(now) else [list(was)]
            found.setdefault("parts", {})[name] = [differing, *order]
        else:
            found["set"][name] = old
    return found


def taken_back(now: Document | None, change: Delta) -> dict[str, Any] | None:
    """Return the document as it was before a change, with the history that it has now; None where there was none."""
    if change is None:
        return None
    if "was" in change or now is None:
        return dict(change["was"])
    found = {**now, **change["set"]}
    for name, (differing, *order) in change.get("parts", {}).items():
        parts = (_by_id(now.get(name)) or {}) | differing
        ids = order[0] if order else parts
        found[name] = [parts[id] for id in ids if parts.get(id) is not None] or None
    return {name: value for name, value in found.items() if value is not None}


def _by_id(value: object) -> dict[str, Any] | None:
    """Return parts by their id; None for anything else, and for a list that has none."""
    if not isinstance(value, list) or not value:
        return None
    if not all(isinstance(part, dict) and isinstance(part.get("id"), str) for part in value):
        return None
    found = {part["id"]: part for part in value}
    return found if len(found) == len(value) else None
