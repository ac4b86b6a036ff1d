"""What `doctor` says about tables and their documents, wherever they are kept."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import cast

from netwerk_cli.domain.findings import Finding
from netwerk_cli.errors import NetwerkError
from netwerk_cli.errors.stores import StoreDamaged
from netwerk_cli.store import changes, codec
from netwerk_cli.store.damage import damage
from netwerk_cli.store.seam import (
    CHANGES,
    ERASED,
    ERASING,
    EVENT,
    GROUP,
    LOG,
    MEMBERSHIPS,
    META,
    OF_NOBODY,
    REGISTRATIONS,
    RETIRED,
    WRITTEN,
)
from netwerk_cli.store.views import View
from netwerk_cli.wording import Wording

_RESTORE = Wording("Put an earlier state back with 'netwerk restore'; see 'netwerk backup --list'.")
_OURS = (EVENT, REGISTRATIONS, GROUP, MEMBERSHIPS, CHANGES)
_META = {"schema", "store_id", "generation", "changes"}
_LOOK = Wording("Look whether you put it there; netwerk leaves it alone.")


def from_error(where: str, err: NetwerkError) -> Finding:
    """Return what stands in the way of looking at a store as a finding."""
    return Finding(
        code=err.code,
        where=where,
        problem=Wording(err.sentence, **err.facts),
        hint=Wording(err.hint, **err.facts),
    )


def faults(view: View) -> Iterator[tuple[str, Wording]]:
    """Decode every table; yield the name of each that is damaged, and what is wrong with it."""
    for name in list(view.documents):
        try:
            with damage(view.named, name):
                _decode(view, name)
        except StoreDamaged as err:
            yield name, cast(Wording, err.facts["problem"])


def _decode(view: View, name: str) -> None:
    kind, colon, slug = name.partition(":")
    readers: dict[str, Callable[[str], object]] = {
        EVENT: lambda slug: (*view.event(slug).history,),
        REGISTRATIONS: lambda slug: [(r, *r.history, *r.messages) for r in view.registrations(slug).values()],
        GROUP: view.group,
        MEMBERSHIPS: view.memberships,
        RETIRED: lambda _: view.retired(),
        LOG: lambda _: view.log(),
        ERASED: lambda _: view.erasures(),
        ERASING: lambda _: view.orders(),
        WRITTEN: lambda _: view.written(),
    }
    if (read := readers.get(kind + colon)) is not None:
        read(slug)
        return
    documents = view.documents.present(name)
    if kind + colon == CHANGES:
        changes.refuse_uncounted(documents, view.last_change())
        for number, document in documents.items():
            codec.decode(changes.ChangeRecord, document, number)


def tables(view: View) -> Iterator[Finding]:
    """Yield what is wrong with the tables of a view, and with its own record."""
    for name, problem in faults(view):
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
    for name in view.documents:
        if name.startswith(REGISTRATIONS) and EVENT + name.removeprefix(REGISTRATIONS) not in view.documents:
            yield Finding(
                code="registrations_without_event",
                where=name,
                hint=_RESTORE,
                problem=Wording("These registrations belong to an event that is not there."),
            )
        elif name.startswith(MEMBERSHIPS) and GROUP + name.removeprefix(MEMBERSHIPS) not in view.documents:
            yield Finding(
                code="memberships_without_group",
                where=name,
                hint=_RESTORE,
                problem=Wording("These memberships belong to a group that is not there."),
            )
        elif not name.startswith(_OURS) and name not in (*OF_NOBODY, LOG):
            yield Finding(
                code="table_unknown",
                where=name,
                note=True,
                hint=_LOOK,
                problem=Wording("This table is not one of netwerk's."),
            )
    if ERASING in view.documents:
        yield Finding(
            code="erasure_unfinished",
            where=view.named,
            problem=Wording(
                "Somebody was erased, and the earlier states may still hold them: it was broken off."
            ),
            hint=Wording("Nothing to do: the next change finishes it."),
        )
