"""What `doctor` says about what lies around the data file: who may read it, links, broken-off writes, generations."""

from __future__ import annotations

import os
import stat
import sys
from collections.abc import Iterator
from pathlib import Path

from netwerk_cli import disk
from netwerk_cli.domain.findings import Finding
from netwerk_cli.store.file import places
from netwerk_cli.wording import Wording

_LOOK = Wording("Look whether you put it there; netwerk leaves it alone.")
_OTHERS = 0o077


def around(path: Path, generation: int | None) -> Iterator[Finding]:
    """Yield what is wrong around data file `path` (already resolved), of this generation where it can be read.

    Raises:
        OSError: something cannot be looked at.
    """
    folder = places.generations_folder(path)
    if sys.platform != "win32":
        yield from _rights(path, folder)
        yield from _links(path, folder)
    yield from _lock(places.lock_path(path))
    yield from _broken_off(path)
    yield from _generations(path, folder, generation)


# ----------------------------------------------------------- who may read it
def _rights(path: Path, folder: Path) -> Iterator[Finding]:
    """Report rights of others, once where the file itself has them and once where only its earlier states have."""
    seen = path.stat()
    mode, kept = stat.S_IMODE(seen.st_mode), _kept(folder)
    if mode & _OTHERS:
        yield Finding(
            code="mode_open",
            where=str(path),
            problem=Wording(
                "Others on this machine have rights to this file of personal data (mode {mode}).",
                mode=f"{mode:o}",
            ),
            hint=_take_away(path, folder),
        )
    allowed = mode & _OTHERS | (mode & 0o044) >> 2  # who may read the file may look into the folder
    opened = [one for one in kept if stat.S_IMODE(one.stat().st_mode) & _OTHERS & ~allowed]
    if opened:
        yield Finding(
            code="generations_open",
            where=str(folder),
            problem=Wording(
                "Others on this machine have rights to earlier states, which hold personal data."
            ),
            hint=_take_away(path, folder),
        )
    for one in kept:
        if one.stat().st_uid != seen.st_uid:
            yield Finding(
                code="owner_other",
                where=str(one),
                problem=Wording("It belongs to another user than the data file."),
                hint=_LOOK,
            )


def _kept(folder: Path) -> list[Path]:
    """Return the folder of earlier states and these; nothing where it is not there, links left out."""
    if folder.is_symlink() or not folder.is_dir():
        return []
    states = (one for one in folder.iterdir() if places.generation_of(one.name) and not one.is_symlink())
    return [folder, *sorted(states)]


def _take_away(path: Path, folder: Path) -> Wording:
    if folder.is_dir():
        return Wording(
            "Take them away: chmod 600 '{path}'; chmod -R go= '{folder}'.", path=str(path), folder=str(folder)
        )
    return Wording("Take them away: chmod 600 '{path}'.", path=str(path))


# ----------------------------------------------------------- links and locks
def _links(path: Path, folder: Path) -> Iterator[Finding]:
    if folder.is_symlink():
        yield Finding(
            code="generations_elsewhere",
            where=str(folder),
            problem=Wording("Earlier states are kept somewhere else, behind a symbolic link."),
            hint=Wording("Put a folder in its place; the next change makes one where there is none."),
        )
    seen = path.stat()
    ours = sum(1 for one in _kept(folder)[1:] if os.path.samestat(one.stat(), seen))
    if seen.st_nlink > 1 + ours:  # a state that was kept by a writer that was killed has two names, too
        yield Finding(
            code="linked_twice",
            where=str(path),
            problem=Wording(
                "The data file has another name (a hard link), which the next change leaves behind."
            ),
            hint=Wording("Keep one name: find the other with find -samefile, and remove it."),
        )


def _lock(path: Path) -> Iterator[Finding]:
    try:
        descriptor = os.open(path, os.O_RDWR | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0))
    except FileNotFoundError:
        return
    except OSError:
        sound = False
    else:
        sound = stat.S_ISREG(os.fstat(descriptor).st_mode)
        os.close(descriptor)
    if not sound:
        yield Finding(
            code="lock_closed",
            where=str(path),
            problem=Wording("The lock cannot be opened, so nothing can be changed."),
            hint=Wording("While no netwerk runs, move it away; the next change makes another."),
        )


def _broken_off(path: Path) -> Iterator[Finding]:
    older = places.staged_path(path)
    for staged in disk.left(*disk.beside(path), *([older] if older.exists() else ())):
        yield Finding(
            code="staged_left",
            where=str(staged),
            problem=Wording("A write was broken off before it counted."),
            hint=Wording("Nothing to do: the next change takes it away.")
            if _removable(staged)
            else Wording("Ask its owner to take it away: it is personal data."),
        )


def _removable(path: Path) -> bool:
    """Whether whoever asks may remove it, as far as POSIX says: in a sticky folder only its owner may."""
    if sys.platform == "win32" or os.geteuid() == 0:
        return True
    folder = path.parent.stat()
    sticky = folder.st_mode & stat.S_ISVTX
    return os.access(path.parent, os.W_OK) and (
        not sticky or os.geteuid() in (folder.st_uid, path.stat().st_uid)
    )


# -------------------------------------------------------------- generations
def _generations(path: Path, folder: Path, generation: int | None) -> Iterator[Finding]:
    if os.path.lexists(folder) and not folder.is_dir() and not folder.is_symlink():
        yield _odd(folder)
    for found in sorted(folder.iterdir()) if folder.is_dir() else ():
        if not _is_state(found, generation):
            yield _odd(found)
    extra = len(places.outlived(path))
    if extra:
        yield Finding(
            code="generations_many",
            where=str(folder),
            problem=Wording(
                "{extra:earlier state is|earlier states are} kept longer than planned.",
                extra=extra,
            ),
            hint=Wording("Nothing to do: the next change takes them away."),
        )
    if generation is not None:
        yield from _missing(path, folder, generation)


def _is_state(found: Path, generation: int | None) -> bool:
    number = places.generation_of(found.name)
    if number is None or found.is_symlink() or not found.is_file():
        return False
    return generation is None or number <= places.furthest(generation)


def _odd(found: Path) -> Finding:
    return Finding(
        code="generation_odd",
        where=str(found),
        problem=Wording("This is not an earlier state of the data file."),
        hint=_LOOK,
    )


def _missing(path: Path, folder: Path, generation: int) -> Iterator[Finding]:
    wanted = range(max(1, generation - places.GENERATIONS_KEPT), generation)
    missing = sorted(set(wanted) - set(places.numbers(path)))
    if missing:
        yield Finding(
            code="generations_missing",
            where=str(folder),
            problem=Wording("Earlier states are not kept: {missing}.", missing=", ".join(map(str, missing))),
            hint=Wording("Was the data file moved without them? The next changes keep their own."),
            note=True,
        )
