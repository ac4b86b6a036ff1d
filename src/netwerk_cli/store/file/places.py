"""What lies beside the data file: its lock, the state that is being written, and the earlier states."""

from __future__ import annotations

import contextlib
import os
import re
from pathlib import Path

from netwerk_cli.wording import Wording

GENERATIONS_KEPT, DAYS_KEPT = 5, 14
"""Of the earlier states the last few are kept, and for some days the last one of each."""
_GENERATION = r"([0-9]{8}|[1-9][0-9]{8,9})\.json"
_COUNTED = 10**9
"""Nobody makes so many changes: a generation beyond it, or a file so far ahead, does not come from counting."""
_AHEAD = 10**6


def lock_path(path: Path) -> Path:
    """Return where the lock of data file `path` (already resolved) lies."""
    return path.with_name(f".{path.name}.lock")


def outbox_path(path: Path) -> Path:
    """Return where the lock of who sends mail about data file `path` (already resolved) lies."""
    return path.with_name(f".{path.name}.mail.lock")


def staged_path(path: Path) -> Path:
    """Return where earlier versions of netwerk wrote the next state of `path`."""
    return path.with_name(f".{path.name}.new")


def noted_path(path: Path) -> Path:
    """Return where lies what was written elsewhere since the last change."""
    return path.with_name(f".{path.name}.written")


def taken_path(path: Path) -> Path:
    """Return where that lies while a change takes it."""
    return path.with_name(f".{path.name}.written.taken")


def generations_folder(path: Path) -> Path:
    """Return the folder that keeps earlier states of `path`."""
    return path.with_name(f"{path.name}.generations")


def generation_path(path: Path, number: int) -> Path:
    """Return where one earlier state of `path` is kept."""
    return generations_folder(path) / f"{number:08}.json"


def generation_of(name: str) -> int | None:
    """Return the number of the generation that a file of this name keeps; None for any other file."""
    match = re.fullmatch(_GENERATION, name)
    return int(match[1]) if match else None


def numbers(path: Path) -> list[int]:
    """Return the numbers of the generations in the folder, lowest first."""
    try:
        names = os.listdir(generations_folder(path))  # noqa: PTH208 (the name the tests make fail)
    except FileNotFoundError:
        return []
    return sorted(number for name in names if (number := generation_of(name)))


def outlived(path: Path) -> list[int]:
    """Return the numbers of the generations that can go: the last five stay, and for two weeks the last of each day.

    The days (UTC) are those on which the states were written, counted back from the latest of them.
    """
    known = numbers(path)
    if len(known) <= GENERATIONS_KEPT:
        return []
    days: dict[int, int] = {}
    for number in known:
        with contextlib.suppress(FileNotFoundError):  # a writer let go of it a moment ago
            days[int(generation_path(path, number).stat().st_mtime // 86_400)] = number
    recent = {number for day, number in days.items() if day > max(days) - DAYS_KEPT}
    return [number for number in known[:-GENERATIONS_KEPT] if number not in recent]


def furthest(generation: int) -> int:
    """Return the highest number that a kept state can have beside a data file of this generation.

    An older copy that somebody put back lies behind its generations, by a million changes at most.
    """
    return (generation if generation < _COUNTED else 0) + _AHEAD


def next_number(path: Path, generation: int) -> int:
    """Return the number under which the present state, of this generation, is to be kept; never one in use.

    A state that was kept already, by a writer that was killed before it could go on, keeps its number. Files with
    numbers that we cannot have reached do not lead us on.
    """
    highest = max((n for n in numbers(path) if n <= furthest(generation)), default=0)
    with contextlib.suppress(FileNotFoundError):
        if highest and _same_state(generation_path(path, highest), path):
            return highest
    return max(generation if generation < _COUNTED else 0, highest + 1)


def _same_state(kept: Path, path: Path) -> bool:
    """Whether `kept` is a link to `path` or, where there are no links, the copy that was made of it."""
    if kept.samefile(path):
        return True
    one, other = kept.stat(), path.stat()
    alike = (one.st_size, one.st_mtime_ns) == (other.st_size, other.st_mtime_ns)
    return alike and kept.read_bytes() == path.read_bytes()


def role(path: Path, target: Path, *, config: Path | None = None) -> Wording | None:
    """Say what `target`, links followed, is to data file `path` (already resolved); None when it is none of its."""
    found = Path(os.path.realpath(target))
    if config is not None and same(found, Path(os.path.realpath(config))):
        return Wording("the file with your settings")
    if same(found, path):
        return Wording("the data file")
    if same(found, lock_path(path)):
        return Wording("the lock of the data file")
    if same(found, outbox_path(path)):
        return Wording("the lock of who sends mail")
    if any(same(above, generations_folder(path)) for above in (found, *found.parents)):
        return Wording("the place of its earlier states")
    if any(same(found, noted) for noted in (noted_path(path), taken_path(path))):
        return Wording("its list of what was written elsewhere")
    from netwerk_cli.disk import is_staged

    staged = found.name == staged_path(path).name or is_staged(found.name, path.name)
    return Wording("its next state") if staged and same(found.parent, path.parent) else None


def same(one: Path, other: Path) -> bool:
    """Whether two resolved names are of one file or folder, whether or not it exists."""
    if one == other:
        return True
    try:
        return one.samefile(other)
    except OSError:
        return one.name == other.name and same(one.parent, other.parent)
