"""What `doctor` says about the data file itself: whether it can be read whole, and what lies around it."""

from __future__ import annotations

import os
import stat
import sys
from collections.abc import Iterator
from pathlib import Path

from netwerk_cli import disk
from netwerk_cli.domain.findings import Finding
from netwerk_cli.errors import NetwerkError, StoreMissing, Wording
from netwerk_cli.store import files, places
from netwerk_cli.store.store import Store
from netwerk_cli.store.views import EVENT, GROUP, MEMBERSHIPS, META, REGISTRATIONS, RETIRED, View

_RESTORE = Wording("Put an earlier state back with 'netwerk restore'; see 'netwerk backup --list'.")
_OURS = (EVENT, REGISTRATIONS, GROUP, MEMBERSHIPS)
_NEXT = Wording("Nothing to do: the next change takes it away.")
_LOOK = Wording("Look whether you put it there; netwerk leaves it alone.")


def structure(store: Store) -> list[Finding]:
    """Return what is wrong with the file, its tables and its generations. Reads only, and takes no lock.

    Raises:
        StoreMissing: there is no file to look at.
    """
    findings: list[Finding] = []
    view = None
    try:
        view = store.read()
        findings += [*_tables(view), *_layout(view)]
    except StoreMissing:
        raise
    except NetwerkError as err:
        findings.append(_from_error(store, err))
    with files.translated(store.path):
        findings += [*_surroundings(store), *_generations(store)]
        return findings + list(_missing_generations(store, view.generation) if view else ())


def _from_error(store: Store, err: NetwerkError) -> Finding:
    return Finding(
        code=err.code,
        where=str(store.path),
        problem=Wording(err.sentence, **err.facts),
        hint=Wording(err.hint, **err.facts),
    )


def _tables(view: View) -> Iterator[Finding]:
    for name, problem in view.faults():
        yield Finding(
            code="table_damaged",
            where=name,
            problem=Wording("It cannot be read: {problem}.", problem=problem),
            hint=_RESTORE,
        )
    for name in view.tables:
        if name.startswith(REGISTRATIONS) and EVENT + name.removeprefix(REGISTRATIONS) not in view.tables:
            yield Finding(
                code="registrations_without_event",
                where=name,
                hint=_RESTORE,
                problem=Wording("These registrations belong to an event that is not there."),
            )
        elif name.startswith(MEMBERSHIPS) and GROUP + name.removeprefix(MEMBERSHIPS) not in view.tables:
            yield Finding(
                code="memberships_without_group",
                where=name,
                hint=_RESTORE,
                problem=Wording("These memberships belong to a group that is not there."),
            )
        elif not name.startswith(_OURS) and name not in (META, RETIRED):
            yield Finding(
                code="table_unknown",
                where=name,
                note=True,
                hint=_LOOK,
                problem=Wording("This table is not one of netwerk's."),
            )


def _layout(view: View) -> Iterator[Finding]:
    if not view.tables.lines:
        yield Finding(
            code="layout_foreign",
            where=str(view.path),
            note=True,
            hint=Wording("Nothing to do: the next change lays it out again."),
            problem=Wording("Another program laid the file out, which makes reading slower."),
        )


def _surroundings(store: Store) -> Iterator[Finding]:
    mode = stat.S_IMODE(store.path.stat().st_mode)
    if sys.platform != "win32" and mode & 0o077:
        yield Finding(
            code="mode_open",
            where=str(store.path),
            problem=Wording(
                "Others on this machine have rights to this file of personal data (mode {mode}).",
                mode=f"{mode:o}",
            ),
            hint=Wording("Take them away: chmod 600 '{path}'.", path=str(store.path)),
        )
    older = places.staged_path(store.path)
    for staged in disk.left(*disk.beside(store.path), *([older] if older.exists() else ())):
        yield Finding(
            code="staged_left",
            where=str(staged),
            problem=Wording("A write was broken off before it counted."),
            hint=_NEXT
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


def _generations(store: Store) -> Iterator[Finding]:
    folder = places.generations_folder(store.path)
    for found in sorted(folder.iterdir()) if folder.exists() else []:
        if places.generation_of(found.name) is None or not found.is_file():
            yield Finding(
                code="generation_odd",
                where=str(found),
                problem=Wording("This is not an earlier state of the data file."),
                hint=_LOOK,
            )
    extra = len(places.numbers(store.path)) - places.GENERATIONS_KEPT
    if extra > 0:
        yield Finding(
            code="generations_many",
            where=str(folder),
            problem=Wording(
                "{extra:earlier state|earlier states} more than {limit} are kept.",
                extra=extra,
                limit=places.GENERATIONS_KEPT,
            ),
            hint=Wording("Nothing to do: the next change takes them away."),
        )


def _missing_generations(store: Store, generation: int) -> Iterator[Finding]:
    wanted = range(max(1, generation - places.GENERATIONS_KEPT), generation)
    missing = sorted(set(wanted) - set(places.numbers(store.path)))
    if missing:
        yield Finding(
            code="generations_missing",
            where=str(places.generations_folder(store.path)),
            problem=Wording("Earlier states are not kept: {missing}.", missing=", ".join(map(str, missing))),
            hint=Wording("Was the data file moved without them? The next changes keep their own."),
            note=True,
        )
