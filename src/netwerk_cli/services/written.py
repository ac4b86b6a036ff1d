"""Remembering what netwerk wrote elsewhere, so that erasing somebody can say where they are left."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from netwerk_cli.domain.moments import in_zone
from netwerk_cli.services.caller import Caller
from netwerk_cli.store.written import Written

_EACH = 3
"""Of so many files in one folder each is named; of more, the folder."""


def remember(caller: Caller, paths: Iterable[Path], kind: str) -> None:
    """Note that a command of this `kind` wrote these files.

    What was noted today already is not again. Raises as `Store.note` and `Store.read`.
    """
    at = in_zone(caller.now, caller.zone)
    found = [Written(path=path, kind=kind, at=at) for path in _places(paths)]
    known = {(one.path, one.kind, one.at.date()) for one in caller.store.written()}
    new = [one for one in found if (one.path, one.kind, one.at.date()) not in known]
    if new:
        caller.store.note(new)


def _places(paths: Iterable[Path]) -> list[str]:
    """Return where files lie, whatever they are named by; the folder where there are many in one."""
    files = dict.fromkeys(os.path.realpath(path) for path in paths)
    folders = Counter(os.path.dirname(path) for path in files)  # noqa: PTH120 (as they are kept)
    return [*dict.fromkeys(d if folders[d := os.path.dirname(f)] > _EACH else f for f in files)]  # noqa: PTH120
