"""Dossiers: apply them, so that the data file says what they say, and export them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from netwerk_cli.domain import groups, lifecycle, materials, seats, texts
from netwerk_cli.domain.cautions import cautions
from netwerk_cli.domain.events import Event
from netwerk_cli.domain.groups import Group
from netwerk_cli.domain.history import Act
from netwerk_cli.domain.registrations import Registration
from netwerk_cli.errors.dossiers import DossierOutdated, DossierTooLarge, NotThatDossier
from netwerk_cli.exchange import dossiers as files
from netwerk_cli.exchange.dossiers import PART_FIELDS, Dossier, Fault
from netwerk_cli.services import owners
from netwerk_cli.services.caller import Caller
from netwerk_cli.services.describing import described
from netwerk_cli.services.dossier_reading import Reading, Source, act_of, refused, same, standing
from netwerk_cli.services.outdated import Lost, overwritten
from netwerk_cli.services.owners import Owner
from netwerk_cli.services.planning import Planned, planned
from netwerk_cli.services.sessions import refuse_taken
from netwerk_cli.store import View
from netwerk_cli.store.transactions import Transaction


class Override(NamedTuple):
    """Whether a cap may be lowered below the seats held, and why; which values may be lost (None: any), and answers."""

    force: bool = False
    reason: str | None = None
    losing: Sequence[Lost] | None = ()
    dropping: bool = False


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
        CapacityBelowSeats, SessionTaken, QuestionAnswered: as when the event is edited.
    """
    override = override or Override()
    if override.reason is not None:
        override = override._replace(reason=texts.line(override.reason, field="--reason"))
    reading = Reading(caller, sources)
    reading.of(caller.read())  # what takes long is done before others have to wait
    with caller.change() as transaction:
        wanted, warnings = reading.of(transaction)
        done = Applied([], warnings, [], [])
        befores = [standing(transaction, record.slug) for record, _ in wanted]
        for before, (record, dossier) in zip(befores, wanted, strict=True):
            step = planned(before, record)
            done.plan.append(step)
            done.lost.extend(overwritten(before, step, dossier.mark, path=dossier.path, by=caller.by))
        _refuse_losing(done.lost, override, dry_run=caller.dry_run)
        for number, (before, step) in enumerate(zip(befores, done.plan, strict=True)):
            if step.action != "unchanged":
                record = _kept(caller, transaction, before, step.record, override, done)
                done.plan[number] = step._replace(record=record)
                done.warnings.extend(_cautions(transaction, before, record, wanted[number][1]))
    return done


def _cautions(view: View, before: Owner | None, record: Owner, dossier: Dossier) -> Iterator[Fault]:
    """Yield what looks odd in an event now, at the line of the dossier that says when it is."""
    if isinstance(record, Event):
        line = dossier.head.line_of("closes", "starts")
        known = before if isinstance(before, Event) else None
        for caution in cautions(known, record, view.registrations(record.slug)):
            yield Fault(dossier.path, line, caution)


def _refuse_losing(lost: Sequence[Lost], override: Override, *, dry_run: bool) -> None:
    """Raise `DossierOutdated` for values that nobody agreed to lose; a dry run tells them instead."""
    if lost and not dry_run and override.losing is not None and list(override.losing) != lost:
        raise DossierOutdated(count=len(lost), slug=lost[0].slug, lost=[one._asdict() for one in lost])


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
    act = caller.act(record, override.reason)
    if isinstance(record, Group):
        group = groups.create(record, act) if before is None else _amended_group(before, record, act)
        transaction.add_group(group) if before is None else transaction.keep_group(group)
        return group
    if not isinstance(before, Event):
        event = lifecycle.create(record, act)
        transaction.add(event)
        return event
    outcome = _amended(transaction, before, record, act, override)
    transaction.keep(outcome.event, outcome.changed)
    done.promoted.extend((outcome.event, registration) for registration in outcome.promoted)
    return outcome.event


def _amended(
    transaction: Transaction, before: Event, record: Event, act: Act, override: Override
) -> seats.Outcome:
    registrations = transaction.registrations(before.slug)
    for id in {s.id for s in before.sessions} - {s.id for s in record.sessions}:
        refuse_taken(before, id, registrations)
    event = materials.amend(before, act, "edited", materials=record.materials, milestones=record.milestones)
    changed = _differing(before, record)
    return seats.amend(event, registrations, act, force=override.force, losing=override.dropping, **changed)


def _amended_group(before: Any, record: Group, act: Act) -> Group:
    group: Group = materials.amend(
        before, act, "edited", materials=record.materials, milestones=record.milestones
    )
    return groups.amend(group, act, **_differing(before, record))


def _differing(before: Owner, record: Owner) -> dict[str, Any]:
    """Return the terms that differ, by field: with sessions and questions, without materials and milestones."""
    apart = {"history", *PART_FIELDS.values()} - {"sessions", "questions"}
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
    if any(isinstance(fault.problem, DossierTooLarge) for fault in faults):
        raise refused(faults)
    if dossier is None or same(view, dossier) != record:
        raise NotThatDossier(path=present.path, slug=slug)
    said = described(dossier, record, act_of(caller, record))
    if faults or said.faults:
        raise refused([*faults, *said.faults])
    return rewriting.rewritten(present.data, said.record, record)
