"""Dossiers as they are read: what they describe, and everything that is off with them or looks odd."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from netwerk_cli.domain import moments
from netwerk_cli.domain.events import Event
from netwerk_cli.domain.groups import Group
from netwerk_cli.domain.history import Act
from netwerk_cli.errors import NotFound
from netwerk_cli.errors.dossiers import BadDossiers, NamedTwice, OtherThing
from netwerk_cli.errors.lookup import EventNotFound, GroupNotFound
from netwerk_cli.exchange import dossiers as files
from netwerk_cli.exchange.dossiers import Dossier, Fault
from netwerk_cli.services import owners
from netwerk_cli.services.caller import Caller
from netwerk_cli.services.describing import Described, described
from netwerk_cli.services.owners import Owner
from netwerk_cli.store import View
from netwerk_cli.wording import Wording


class Source(NamedTuple):
    """A dossier to read: what it is called in messages, and its bytes."""

    path: str
    data: bytes


class Reading:
    """Dossiers as they are read: once, and again only where the record that they describe was changed meanwhile."""

    def __init__(self, caller: Caller, sources: Sequence[Source]) -> None:
        self.caller = caller
        self.order = {source.path: number for number, source in enumerate(sources)}
        parsed = [files.parse(source.path, source.data) for source in sources]
        self.faults = [fault for _, found in parsed for fault in found]
        self.found = [dossier for dossier, _ in parsed if dossier is not None]
        self.seen: dict[int, tuple[Owner | None, Described]] = {}

    def of(self, view: View) -> tuple[list[tuple[Owner, Dossier]], list[Fault]]:
        """Return the records that the dossiers describe, and what looks odd. Raises `BadDossiers`."""
        read = [self._described(number, view) for number in range(len(self.found))]
        faults = [*self.faults, *(fault for one in read for fault in one.faults)]
        faults += _name_faults(view, self.found)
        faults += _references(view, self.found)
        if faults:
            raise refused(sorted(faults, key=lambda fault: (self.order[fault.path], fault.line)))
        warnings = [warning for one in read for warning in one.warnings]
        warnings += _likenesses(view, self.found)
        return [(one.record, dossier) for one, dossier in zip(read, self.found, strict=True)], warnings

    def _described(self, number: int, view: View) -> Described:
        dossier = self.found[number]
        before = same(view, dossier)
        if number not in self.seen or self.seen[number][0] != before:
            self.seen[number] = before, described(dossier, before, act_of(self.caller, before))
        return self.seen[number][1]


def refused(faults: Sequence[Fault]) -> BadDossiers:
    """Return the error that names these faults."""
    return BadDossiers(count=len(faults), faults=[fault._asdict() for fault in faults])


def slug_of(dossier: Dossier) -> str:
    """Return the name of what a dossier describes, empty where it has none."""
    return str(dossier.head.given["slug"].value) if "slug" in dossier.head.given else ""


def standing(view: View, slug: str) -> Owner | None:
    """Return the event or group of this name, if there is one."""
    try:
        return owners.find(view, slug)
    except NotFound:
        return None


def same(view: View, dossier: Dossier) -> Owner | None:
    """Return the record that stands under the name of the dossier, if it is of the same kind."""
    found = standing(view, slug_of(dossier))
    kind = Event if dossier.head.name == "event" else Group
    return found if isinstance(found, kind) else None


def act_of(caller: Caller, before: Owner | None) -> Act:
    """Return the signature of reading a dossier, at the time where its record is at home."""
    zone = caller.zone if before is None else before.timezone
    return Act(at=moments.in_zone(caller.now, zone), by=caller.by)


def _name_faults(view: View, found: Sequence[Dossier]) -> Iterator[Fault]:
    """Yield names that stand for something else, and names that two of the dossiers have."""
    first: dict[str, Fault] = {}
    for dossier in found:
        slug, line = slug_of(dossier), dossier.head.line_of("slug")
        other = standing(view, slug) is not None and same(view, dossier) is None
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
        slug = slug_of(dossier)
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
        known[dossier.head.name].add(slug_of(dossier))
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
