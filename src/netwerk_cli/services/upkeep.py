"""What is kept as a whole: create, check, copy, put back."""

from __future__ import annotations

import contextlib
import os
from pathlib import Path

from netwerk_cli.domain.findings import Finding, audit
from netwerk_cli.domain.group_findings import audit_group, audit_seats_of_members
from netwerk_cli.domain.likeness_findings import audit_likeness
from netwerk_cli.domain.mail_findings import audit_mail, audit_news
from netwerk_cli.domain.term_findings import audit_names, audit_references, audit_terms
from netwerk_cli.errors import StoreFault
from netwerk_cli.services.caller import Caller
from netwerk_cli.store.keeping import Close, Generation, Open, RestoreResult


def init(caller: Caller, store_id: str) -> str:
    """Create an empty store and return where; `store_id` makes calendar identities unique to it."""
    return caller.store.create(store_id, dry_run=caller.dry_run)


def doctor(caller: Caller) -> list[Finding]:
    """Return everything that is wrong with the file and with what it says, the file first."""
    found = caller.store.check()
    try:
        view = caller.read()
    except StoreFault:
        return found
    with contextlib.suppress(StoreFault):  # a finding of `structure` already
        found += audit_names(view.slugs(), view.group_slugs(), view.retired())
    for slug in view.slugs():
        with contextlib.suppress(StoreFault):  # as above
            event = view.event(slug)
            people = view.registrations(slug)
            found += [*audit(event, people, caller.now), *audit_likeness(event, people, caller.now)]
            found += audit_mail(event, people, caller.now)
            found += [*audit_terms(event), *audit_references(event, view.slugs(), view.group_slugs())]
            if event.members_of in view.group_slugs():
                members = view.memberships(event.members_of)
                found += audit_seats_of_members(event, people, members, caller.now)
    for slug in view.group_slugs():
        with contextlib.suppress(StoreFault):  # as above
            group, memberships = view.group(slug), view.memberships(slug)
            found += [*audit_group(group, memberships), *audit_news(group, memberships)]
    return found


def backup(caller: Caller, target: Path | None, close: Close | None = None) -> tuple[Path, int]:
    """Copy the data file and return where to and how many bytes; by default beside it, named after the moment.

    In a folder, it gets that name too. `close` encrypts it, which its name says.
    """
    usual = caller.store.beside(caller.now.strftime("%Y%m%d-%H%M%S"))
    usual = usual if close is None else usual.with_name(f"{usual.name}.age")
    if target is None:
        target = usual
    elif os.path.isdir(target):  # noqa: PTH112 (Path's raises where it may not look)
        target /= usual.name
    caller.guard(target)
    size = caller.store.backup(target, dry_run=caller.dry_run, close=close)
    if target != usual or not caller.store.places():  # a file finds what lies beside it, by its name
        caller.store.wrote.append(target)
    return target, size


def copied(caller: Caller, close: Close | None = None) -> bytes:
    """Return the bytes of a backup, for a caller that puts them away by itself."""
    data = caller.store.copy()
    return data if close is None else close(data)


def generations(caller: Caller) -> list[Generation]:
    """Return the earlier states that are kept, the newest first."""
    return caller.store.kept()


def restore(caller: Caller, source: str, opened: Open | None = None) -> RestoreResult:
    """Put back a kept generation (by its number) or a backup (by its path); the present state is kept.

    `opened` takes an encrypted one out.
    """
    number = source if source.isascii() and source.isdigit() and len(source) < 12 else None
    act = caller.signed(caller.zone)
    place = int(number) if number else _path(source)
    return caller.store.restore(place, act, dry_run=caller.dry_run, opened=opened)


def _path(text: str) -> Path:
    return Path(os.path.expanduser(text))  # noqa: PTH111 (Path's raises where there is no such home)
