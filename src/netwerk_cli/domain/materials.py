"""Materials and milestones: what belongs to an event or a group, and what has to be delivered by when.

Both are parts of the record they belong to and are changed here only: each change is a line in the history of
that record, under names such as `materials.m1.title`. So the ids ever given are known, and none is given twice.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date, datetime, timedelta
from enum import StrEnum
from itertools import count
from typing import Any, ClassVar, Protocol, TypeVar

from netwerk_cli.domain.history import Act, Entry, given_numbers, part_changes
from netwerk_cli.domain.moments import end_of, in_zone
from netwerk_cli.domain.slugs import Slug
from netwerk_cli.errors import BadValue
from netwerk_cli.errors.lookup import MaterialNotFound, MilestoneNotFound
from netwerk_cli.records import record, replace
from netwerk_cli.wording import Wording

SOON = timedelta(days=30)
"""How long before its day a milestone asks for attention."""

NUMBERS = {"materials": "material_number", "milestones": "milestone_number"}
"""Under which name a line of history says the highest number that a restore left behind."""

_KEY = r"(materials|milestones)\.m([1-9][0-9]*)\.\w+"


class MaterialKind(StrEnum):
    """What a material is."""

    DOCUMENT = "document"
    LINK = "link"
    PRACTICE = "practice-example"
    QUESTION = "question"


class MilestoneStatus(StrEnum):
    """The derived state of a milestone."""

    OPEN = "open"
    LATE = "late"
    DONE = "done"


@record
class Material:
    """A document, link, practice example or question (RFC 5545 ATTACH); `on` is the day it dates from.

    Only a question has an answer.
    """

    id: Slug
    kind: MaterialKind
    title: str
    url: str | None = None
    text: str | None = None
    contributor: str | None = None
    on: date | None = None
    answer: str | None = None
    answered_by: str | None = None

    @property
    def unanswered(self) -> bool:
        """Whether it is a question that nobody answered."""
        return self.kind is MaterialKind.QUESTION and self.answer is None


@record
class Milestone:
    """Something to deliver (RFC 5545 VTODO), by a day or within a season such as "najaar 2021".

    `addressed_to` is the party that a recommendation is addressed to. `due_on` is the last day in time.
    """

    id: Slug
    title: str
    due_on: date | None = None
    season: str | None = None
    addressed_to: str | None = None
    done_at: datetime | None = None


class Owner(Protocol):
    """What materials and milestones belong to: an event or a group."""

    __dataclass_fields__: ClassVar[dict[str, Any]]

    @property
    def slug(self) -> str:
        """Its name."""

    @property
    def timezone(self) -> str:
        """The IANA zone in which its days begin and end."""

    @property
    def materials(self) -> tuple[Material, ...]:
        """Its materials, in the order in which they were added."""

    @property
    def milestones(self) -> tuple[Milestone, ...]:
        """Its milestones, likewise."""

    @property
    def history(self) -> Sequence[Entry]:
        """What happened to it, oldest first."""


Owned = TypeVar("Owned", bound=Owner)
Part = TypeVar("Part", Material, Milestone)


# ---------------------------------------------------------------- materials
def material(owner: Owner, id: str) -> Material:
    """Return one material. Raises `MaterialNotFound`."""
    found = _find(owner.materials, id)
    if found is None:
        raise MaterialNotFound(owner=owner.slug, id=id[:40], known=_known(owner.materials))
    return found


def add_material(owner: Owned, act: Act, **given: object) -> Owned:
    """Return `owner` with one more material, which comes last, under an id of its own."""
    added = Material(id=next_id(owner, "materials"), **given)  # type: ignore[arg-type]
    return amend(owner, act, "material added", materials=(*owner.materials, added))


def edit_material(owner: Owned, act: Act, id: str, **given: object) -> Owned:
    """Return `owner` with fields of one material changed; the same when nothing differs."""
    changed = replace(material(owner, id), **given)  # type: ignore[arg-type]
    return amend(owner, act, "material edited", materials=_exchanged(owner.materials, changed))


def answer(owner: Owned, act: Act, id: str, text: str | None, by: str | None) -> Owned:
    """Return `owner` with a question answered, or with None no longer; the same when nothing differs.

    Who answered stays unless another is named. Raises `BadValue` for what is no question.
    """
    question = material(owner, id)
    answered = replace(
        question, answer=text, answered_by=None if text is None else by or question.answered_by
    )
    return amend(owner, act, "material edited", materials=_exchanged(owner.materials, answered))


def unanswered(owner: Owner) -> list[Material]:
    """Return the questions of an event or group that nobody answered."""
    return [one for one in owner.materials if one.unanswered]


def remove_material(owner: Owned, act: Act, id: str) -> Owned:
    """Return `owner` without one material; the history keeps what it was."""
    gone = material(owner, id)
    return amend(owner, act, "material removed", materials=tuple(m for m in owner.materials if m != gone))


# --------------------------------------------------------------- milestones
def milestone(owner: Owner, id: str) -> Milestone:
    """Return one milestone. Raises `MilestoneNotFound`."""
    found = _find(owner.milestones, id)
    if found is None:
        raise MilestoneNotFound(owner=owner.slug, id=id[:40], known=_known(owner.milestones))
    return found


def add_milestone(owner: Owned, act: Act, **given: object) -> Owned:
    """Return `owner` with one more milestone, which comes last, under an id of its own."""
    added = Milestone(id=next_id(owner, "milestones"), **given)  # type: ignore[arg-type]
    return amend(owner, act, "milestone added", milestones=(*owner.milestones, added))


def edit_milestone(owner: Owned, act: Act, id: str, **given: object) -> Owned:
    """Return `owner` with fields of one milestone changed; the same when nothing differs."""
    changed = replace(milestone(owner, id), **given)  # type: ignore[arg-type]
    return amend(owner, act, "milestone edited", milestones=_exchanged(owner.milestones, changed))


def finish_milestone(owner: Owned, act: Act, id: str) -> Owned:
    """Return `owner` with one milestone delivered now; the same when it was delivered already."""
    found = milestone(owner, id)
    if found.done_at is not None:
        return owner
    done = replace(found, done_at=act.at)
    return amend(owner, act, "milestone done", milestones=_exchanged(owner.milestones, done))


def reopen_milestone(owner: Owned, act: Act, id: str) -> Owned:
    """Return `owner` with one milestone to be delivered again; the same when it never was."""
    undone = replace(milestone(owner, id), done_at=None)
    return amend(owner, act, "milestone reopened", milestones=_exchanged(owner.milestones, undone))


def remove_milestone(owner: Owned, act: Act, id: str) -> Owned:
    """Return `owner` without one milestone; the history keeps what it was."""
    gone = milestone(owner, id)
    return amend(owner, act, "milestone removed", milestones=tuple(m for m in owner.milestones if m != gone))


def milestone_status(owner: Owner, milestone: Milestone, now: datetime) -> MilestoneStatus:
    """Return the state of a milestone of `owner`; it is in time until the end of its last day there."""
    if milestone.done_at is not None:
        return MilestoneStatus.DONE
    if milestone.due_on is not None and end_of(milestone.due_on, owner.timezone) <= now:
        return MilestoneStatus.LATE
    return MilestoneStatus.OPEN


def pressing(owner: Owner, now: datetime) -> list[Milestone]:
    """Return the milestones that are late or due within 30 days, the most urgent first."""
    last = in_zone(now, owner.timezone).date() + SOON
    due = [(m.due_on, m) for m in owner.milestones if m.done_at is None and m.due_on is not None]
    return [m for on, m in sorted(due, key=lambda pair: pair[0]) if on <= last]


# ------------------------------------------------------------------- common
def amend(
    owner: Owned,
    act: Act,
    what: str,
    *,
    materials: tuple[Material, ...] | None = None,
    milestones: tuple[Milestone, ...] | None = None,
) -> Owned:
    """Return `owner` with these materials or milestones instead, and one line of history.

    The same record when nothing differs. Raises `BadValue` as `check` does.
    """
    materials = owner.materials if materials is None else materials
    milestones = owner.milestones if milestones is None else milestones
    for one in materials:
        check(one)
    changes = part_changes("materials", owner.materials, materials)
    changes |= part_changes("milestones", owner.milestones, milestones)
    if not changes:
        return owner
    history = (*owner.history, act.entry(what, changes))
    return replace(owner, materials=materials, milestones=milestones, history=history)


def next_id(owner: Owner, kind: str) -> str:
    """Return the id of the next of `materials` or `milestones`: one that was never given before."""
    return next(next_ids(owner, kind))


def next_ids(owner: Owner, kind: str) -> Iterator[str]:
    """Yield the ids of the next ones, one after the other."""
    return (f"m{number}" for number in count(last_number(owner, kind) + 1))


def last_number(owner: Owner, kind: str) -> int:
    """Return the highest number that was ever given to one of `materials` or `milestones`; 0 where none was."""
    present: Sequence[Material | Milestone] = getattr(owner, kind)
    keys = (key for entry in owner.history for key in entry.changes)
    past = (int(match[2]) for key in keys if (match := re.fullmatch(_KEY, key)) and match[1] == kind)
    restored = given_numbers(owner.history, NUMBERS[kind])
    return max((*past, *restored, *(_number(part.id) for part in present)), default=0)


def _number(id: str) -> int:
    return int(id[1:]) if re.fullmatch(r"m[1-9][0-9]*", id) else 0


def check(material: Material) -> None:
    """Refuse a link without an address, and an answer where nothing is asked. Raises `BadValue`."""
    if material.kind is MaterialKind.LINK and material.url is None:
        raise BadValue(field="--url", why=Wording("a link needs an address"))
    if material.kind is not MaterialKind.QUESTION and material.answer is not None:
        raise BadValue(field="--answer", why=Wording("only a question has an answer"))
    if material.answer is None and material.answered_by is not None:
        raise BadValue(field="--answered-by", why=Wording("there is no answer"))


def _exchanged(parts: tuple[Part, ...], changed: Part) -> tuple[Part, ...]:
    return tuple(changed if part.id == changed.id else part for part in parts)


def _find(parts: Sequence[Part], id: str) -> Part | None:
    return next((part for part in parts if part.id == id), None)


def _known(parts: Sequence[Material | Milestone]) -> str:
    return Wording("It has {known}. ", known=", ".join(part.id for part in parts)) if parts else ""
