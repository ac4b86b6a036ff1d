"""What `doctor` says about the data file itself: whether it can be read whole, and what lies around it."""

from __future__ import annotations

from collections.abc import Iterator

from netwerk_cli.domain.findings import Finding
from netwerk_cli.errors import NetwerkError, StoreMissing, Wording
from netwerk_cli.store import changes
from netwerk_cli.store.file import files
from netwerk_cli.store.file.store import Store
from netwerk_cli.store.file.surroundings import around
from netwerk_cli.store.views import EVENT, GROUP, LOG, MEMBERSHIPS, META, REGISTRATIONS, RETIRED, View

_RESTORE = Wording("Put an earlier state back with 'netwerk restore'; see 'netwerk backup --list'.")
_OURS = (EVENT, REGISTRATIONS, GROUP, MEMBERSHIPS, changes.TABLE)
_META = {"schema", "store_id", "generation", "changes"}
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
        return [*findings, *around(store.path, view.generation if view else None)]


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
    strange = sorted({*view.meta} - _META)
    if strange:
        yield Finding(
            code="meta_unknown",
            where=META,
            problem=Wording(
                "Its own record holds what netwerk does not know: {names}.", names=", ".join(strange)
            ),
            hint=_LOOK,
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
        elif not name.startswith(_OURS) and name not in (META, RETIRED, LOG):
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
