"""What lies beside the data file: its lock, the state that is being written, and the earlier states."""

from __future__ import annotations

import contextlib
import os
import re
from pathlib import Path

GENERATIONS_KEPT = 5
_GENERATION = re.compile(r"([0-9]{8,15})\.json")


def lock_path(path: Path) -> Path:
    """Return where the lock of data file `path` (already resolved) lies."""
    return path.with_name(f".{path.name}.lock")


def staged_path(path: Path) -> Path:
    """Return where the next state of `path` is written before it takes its place."""
    return path.with_name(f".{path.name}.new")


def generations_folder(path: Path) -> Path:
    """Return the folder that keeps earlier states of `path`."""
    return path.with_name(f"{path.name}.generations")


def generation_path(path: Path, number: int) -> Path:
    """Return where one earlier state of `path` is kept."""
    return generations_folder(path) / f"{number:08}.json"


def generation_of(name: str) -> int | None:
    """Return the number of the generation that a file of this name keeps; None for any other file."""
    match = _GENERATION.fullmatch(name)
    return int(match[1]) if match else None


def numbers(path: Path) -> list[int]:
    """Return the numbers of the generations in the folder, lowest first."""
    try:
        names = os.listdir(generations_folder(path))  # noqa: PTH208 (the name the tests make fail)
    except FileNotFoundError:
        return []
    return sorted(number for name in names if (number := generation_of(name)))


def next_number(path: Path, generation: int) -> int:
    """Return the number under which the present state, of this generation, is to be kept; never one in use.

    A state that was kept already, by a writer that was killed before it could go on, keeps its number.
    """
    highest = max(numbers(path), default=0)
    with contextlib.suppress(FileNotFoundError):
        if highest and generation_path(path, highest).samefile(path):
            return highest
    return max(generation, highest + 1)
