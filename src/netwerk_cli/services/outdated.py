"""What applying a dossier would lose: values that were changed in the data file after the dossier was exported.

Somebody who edits a dossier and applies it again loses nothing: a value that the dossier itself says anew is set
back only if somebody else changed it meanwhile.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from netwerk_cli.domain.history import Entry
from netwerk_cli.exchange.dossiers import PART_FIELDS, Mark, key_of
from netwerk_cli.services.event_fields import MAIN
from netwerk_cli.services.owners import Owner
from netwerk_cli.services.planning import Change, Planned

_PARTS = {field: name for name, field in PART_FIELDS.items()}
_UNRECORDED = {"opened": ("draft", "opens")}
"""What a line of history may have changed without saying from what."""


class Lost(NamedTuple):
    """A value of the data file that a dossier would set back."""

    path: str
    slug: str
    field: str
    current: object
    dossier: object


class _Earlier(NamedTuple):
    """What a field said when the dossier was exported, if that is known, and who changed it last."""

    known: bool
    value: object
    by: str


def overwritten(
    before: Owner | None, step: Planned, mark: Mark | None, *, path: str, by: str
) -> Iterator[Lost]:
    """Yield what would be lost when `by` applies a dossier that was taken from the state of `mark`."""
    if before is None or mark is None:
        return
    since = mark.since(before.history)
    earlier = _earlier(since or ())
    for change in step.changes:
        ones = earlier.get(change.field, ())
        if since is None or any(_is_lost(change, one, by) for one in ones):
            yield Lost(path, before.slug, change.field, change.old, change.new)


def _is_lost(change: Change, earlier: _Earlier, by: str) -> bool:
    if not earlier.known:
        return True
    was, now, said = (_said(change.field, v) for v in (earlier.value, change.old, change.new))
    return was != now and (said == was or earlier.by != by)


def _said(field: str, value: object) -> object:
    """Return what a value says: of a cancellation it is whether there is one, not when it was."""
    return value is not None if field.endswith(".cancelled") else value


def _earlier(since: Iterable[Entry]) -> Mapping[str, list[_Earlier]]:
    """Return what each field said before the first of these changes."""
    found: dict[str, _Earlier] = {}
    for entry in since:
        for key, (old, _) in entry.changes.items():
            first = found.get(key, _Earlier(known=True, value=old, by=entry.by))
            found[key] = first._replace(by=entry.by)
        for key in _UNRECORDED.get(entry.what, ()) if not entry.changes else ():
            found[key] = _Earlier(known=False, value=None, by=entry.by)
    named = defaultdict(list)
    for key, one in found.items():
        for field in _fields(key):
            named[field].append(one)
    return named


def _fields(key: str) -> Iterator[str]:
    """Yield the field of a plan that a key of the history is about; the time of a lone session has two names."""
    kind, *rest = key.split(".")
    if not rest:
        yield key_of(kind)
    elif len(rest) == 2:
        yield f"{_PARTS[kind]}.{rest[0]}.{key_of(rest[1])}"
    else:
        yield f"session.{kind}.{key_of(rest[0])}"
        if kind == MAIN:
            yield key_of(rest[0])
