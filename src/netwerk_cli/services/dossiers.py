"""Dossiers: apply them, so that the data file says what they say, and export them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from netwerk_cli.domain import groups, lifecycle, materials, moments, people, seats
from netwerk_cli.domain.events import Event
from netwerk_cli.domain.groups import Group
from netwerk_cli.domain.history import Act
from netwerk_cli.domain.registrations import Registration
from netwerk_cli.errors import (
    BadDossiers,
    DossierOutdated,
    EventNotFound,
    GroupNotFound,
    NamedTwice,
    NotFound,
    NotThatDossier,
    OtherThing,
    Wording,
)
from netwerk_cli.exchange import dossiers as files
from netwerk_cli.exchange.dossiers import PART_FIELDS, Dossier, Fault
from netwerk_cli.services import owners
from netwerk_cli.services.caller import Caller
from netwerk_cli.services.describing import described
from netwerk_cli.services.outdated import Lost, overwritten
from netwerk_cli.services.planning import Planned, planned
from netwerk_cli.services.sessions import refuse_taken
from netwerk_cli.store import Transaction, View

Owner = Event | Group


class Source(NamedTuple):
    """A dossier to read: what it is called in messages, and its bytes."""

    path: str
    data: bytes


class Override(NamedTuple):
    """Whether a cap may be lowered below the seats held, and why; and which values may be lost (None: any)."""

    force: bool = False
    reason: str | None = None
    losing: Sequence[Lost] | None = ()


class Applied(NamedTuple):
    """What was done, or would be: the plan in the order of the dossiers, what looks odd, who moved up, what is lost."""

    plan: list[Planned]
    warnings: list[Fault]
    promoted: list[tuple[Event, Registration]]
    lost: list[Lost]

    @property
    def changed(self) -> bool:
        """Whether anything differs."""
        return any(one.action != "unchanged" for one in self.plan)


def apply(caller: Caller, sources: Sequence[Source], override: Override | None = None) -> Applied:
    """Make the data file say what the dossiers say, in one step, or say everything that is off with them.

    Raises:
        BadDossiers: with every fault of every dossier; nothing was changed.
        DossierOutdated: with every value that was changed since a dossier was exported, and would be set back.
        CapacityBelowSeats, SessionTaken: as when the event is edited.
    """
    override = override or Override()
    if override.reason is not None:
        override = override._replace(reason=people.line(override.reason, field="--reason"))
    with caller.change() as transaction:
        wanted, warnings = _read(caller, transaction, sources)
        done = Applied([], warnings, [], [])
        befores = [_present(transaction, record.slug) for record, _ in wanted]
        for before, (record, dossier) in zip(befores, wanted, strict=True):
            step = planned(before, record)
            done.plan.append(step)
            done.lost.extend(overwritten(before, step, dossier.mark, path=dossier.path, by=caller.by))
        _refuse_losing(done.lost, override, dry_run=caller.dry_run)
        for number, (before, step) in enumerate(zip(befores, done.plan, strict=True)):
            if step.action != "unchanged":
                record = _kept(caller, transaction, before, step.record, override, done)
                done.plan[number] = step._replace(record=record)
    return done


def _refuse_losing(lost: Sequence[Lost], override: Override, *, dry_run: bool) -> None:
    """Raise `DossierOutdated` for values that nobody agreed to lose; a dry run tells them instead."""
    if lost and not dry_run and override.losing is not None and list(override.losing) != lost:
        raise DossierOutdated(count=len(lost), slug=lost[0].slug, lost=[one._asdict() for one in lost])


# ------------------------------------------------------------------ reading
def _read(
    caller: Caller, view: View, sources: Sequence[Source]
) -> tuple[list[tuple[Owner, Dossier]], list[Fault]]:
    """Return the records that the dossiers describe, and what looks odd. Raises `BadDossiers`."""
    parsed = [files.parse(source.path, source.data) for source in sources]
    faults = [fault for _, found in parsed for fault in found]
    found = [dossier for dossier, _ in parsed if dossier is not None]
    records, warnings = list[tuple[Owner, Dossier]](), list[Fault]()
    for dossier in found:
        result = described(dossier, _same(view, dossier), _act(caller, view, dossier))
        records.append((result.record, dossier))
        faults += result.faults
        warnings += result.warnings
    faults += _name_faults(view, found)
    faults += _references(view, found)
    warnings += _likenesses(view, found)
    if faults:
        order = {source.path: number for number, source in enumerate(sources)}
        raise _bad(sorted(faults, key=lambda fault: (order[fault.path], fault.line)))
    return records, warnings


def _bad(faults: Sequence[Fault]) -> BadDossiers:
    return BadDossiers(count=len(faults), faults=[fault._asdict() for fault in faults])


def _slug(dossier: Dossier) -> str:
    return str(dossier.head.given["slug"].value) if "slug" in dossier.head.given else ""


def _present(view: View, slug: str) -> Owner | None:
    """Return the event or group of this name, if there is one."""
    try:
        return owners.find(view, slug)
    except NotFound:
        return None


def _same(view: View, dossier: Dossier) -> Owner | None:
    """Return the record that stands under the name of the dossier, if it is of the same kind."""
    found = _present(view, _slug(dossier))
    kind = Event if dossier.head.name == "event" else Group
    return found if isinstance(found, kind) else None


def _act(caller: Caller, view: View, dossier: Dossier) -> Act:
    """Return the signature of reading a dossier, at the time where its record is at home."""
    before = _same(view, dossier)
    zone = caller.zone if before is None else before.timezone
    return Act(at=moments.in_zone(caller.now, zone), by=caller.by)


def _name_faults(view: View, found: Sequence[Dossier]) -> Iterator[Fault]:
    """Yield names that stand for something else, and names that two of the dossiers have."""
    first: dict[str, Fault] = {}
    for dossier in found:
        slug, line = _slug(dossier), dossier.head.line_of("slug")
        other = _present(view, slug) is not None and _same(view, dossier) is None
        if other or slug in view.retired():
            yield Fault(dossier.path, line, OtherThing(slug=slug))
        if slug in first:
            where = first[slug]
            yield Fault(dossier.path, line, NamedTwice(name=slug, first=where.line, path=where.path))
        elif slug:
            first[slug] = Fault(dossier.path, line, OtherThing(slug=slug))


def _likenesses(view: View, found: Sequence[Dossier]) -> Iterator[Fault]:
    """Yield new names that differ by one letter from one that there is: a slip of the pen makes a second event."""
    known = [*view.slugs(), *view.group_slugs()]
    for dossier in found:
        slug = _slug(dossier)
        near = [] if not slug or slug in known else [one for one in known if _one_off(slug, one)]
        if near:
            problem = Wording("Careful: this makes '{slug}', and there is '{near}'.", slug=slug, near=near[0])
            yield Fault(dossier.path, dossier.head.line_of("slug"), problem)


def _one_off(one: str, other: str) -> bool:
    """Whether two names differ by one letter, added, left out or typed wrong, or by two that changed places.

    Names with other digits are taken to be meant: kickoff-2024, kickoff-2025.
    """
    if abs(len(one) - len(other)) > 1:
        return False
    start = _alike(one, other)
    end = _alike(one[start:][::-1], other[start:][::-1])
    left, right = one[start : len(one) - end], other[start : len(other) - end]
    if re.search("[0-9]", left + right):
        return False
    return max(len(left), len(right)) <= 1 or (len(left) == 2 and left == right[::-1])


def _alike(one: str, other: str) -> int:
    """Return with how many of the same letters two texts begin."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((number for number, (a, b) in pairs if a != b), min(len(one), len(other)))


def _references(view: View, found: Sequence[Dossier]) -> Iterator[Fault]:
    """Yield the groups and host events that are neither in the data file nor in another dossier."""
    known = {"event": {*view.slugs()}, "group": {*view.group_slugs()}}
    for dossier in found:
        known[dossier.head.name].add(_slug(dossier))
    for dossier in found:
        for table, key in [
            (dossier.head, "members-of"),
            *((t, "within") for t in dossier.parts.get("session", ())),
        ]:
            if key not in table.given:
                continue
            name, line = table.given[key]
            if key == "within" and name not in known["event"]:
                yield Fault(dossier.path, line, EventNotFound(event=str(name)[:80], nearest=""))
            if key == "members-of" and name not in known["group"]:
                yield Fault(dossier.path, line, GroupNotFound(group=str(name)[:80], nearest=""))


# ------------------------------------------------------------------ keeping
def _kept(
    caller: Caller,
    transaction: Transaction,
    before: Owner | None,
    record: Owner,
    override: Override,
    done: Applied,
) -> Owner:
    """Keep what a dossier describes, as the rules have it, and return that."""
    act = Act(at=moments.in_zone(caller.now, record.timezone), by=caller.by, why=override.reason)
    if isinstance(record, Group):
        group = groups.create(record, act) if before is None else _amended_group(before, record, act)
        transaction.add_group(group) if before is None else transaction.keep_group(group)
        return group
    if not isinstance(before, Event):
        event = lifecycle.create(record, act)
        transaction.add(event)
        return event
    outcome = _amended(transaction, before, record, act, force=override.force)
    transaction.keep(outcome.event, outcome.changed)
    done.promoted.extend((outcome.event, registration) for registration in outcome.promoted)
    return outcome.event


def _amended(
    transaction: Transaction, before: Event, record: Event, act: Act, *, force: bool
) -> seats.Outcome:
    registrations = transaction.registrations(before.slug)
    for id in {s.id for s in before.sessions} - {s.id for s in record.sessions}:
        refuse_taken(before, id, registrations)
    event = materials.amend(before, act, "edited", materials=record.materials, milestones=record.milestones)
    return seats.amend(event, registrations, act, force=force, **_differing(before, record))


def _amended_group(before: Any, record: Group, act: Act) -> Group:
    group: Group = materials.amend(
        before, act, "edited", materials=record.materials, milestones=record.milestones
    )
    return groups.amend(group, act, **_differing(before, record))


def _differing(before: Owner, record: Owner) -> dict[str, Any]:
    """Return the terms that differ, by field; sessions are among them, materials and milestones are not."""
    apart = {"history", *PART_FIELDS.values()} - {"sessions"}
    names = (name for name in type(record).__dataclass_fields__ if name not in apart)
    return {name: getattr(record, name) for name in names if getattr(record, name) != getattr(before, name)}


# ---------------------------------------------------------------- exporting
def export(caller: Caller, slug: str, present: Source | None = None) -> bytes:
    """Return the dossier of an event or group.

    With `present`, a dossier of the same thing, return that one changed: comments and order stay.

    Raises:
        NotThatDossier, BadDossiers: `present` is something else, or has faults.
    """
    from netwerk_cli.exchange.dossiers import rewriting, writing

    view = caller.read()
    record = owners.find(view, slug)
    if present is None or not present.data.strip():
        return writing.formatted(record)
    dossier, faults = files.parse(present.path, present.data)
    if dossier is None or _slug(dossier) != slug:
        raise NotThatDossier(path=present.path, slug=slug)
    said = described(dossier, record, _act(caller, view, dossier))
    if faults or said.faults:
        raise _bad([*faults, *said.faults])
    return rewriting.rewritten(present.data, said.record, record)
