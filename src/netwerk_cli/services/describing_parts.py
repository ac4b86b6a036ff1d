"""The materials and milestones that a dossier describes, matched with those that there are: by id, else by title."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any, TypeVar

from netwerk_cli import terms
from netwerk_cli.dates import read_instant
from netwerk_cli.domain import materials as rules
from netwerk_cli.domain import texts
from netwerk_cli.domain.events import Event
from netwerk_cli.domain.groups import Group
from netwerk_cli.domain.materials import Material, MaterialKind, Milestone
from netwerk_cli.exchange.dossiers import Table
from netwerk_cli.records import replace
from netwerk_cli.services import materials, milestones
from netwerk_cli.services.dossier_values import Notes, Read, text
from netwerk_cli.services.owners import Owner

Kind = TypeVar("Kind", Event, Group)
Part = Material | Milestone


def added(notes: Notes, record: Kind, before: Owner | None) -> Kind:
    """Return the record with the materials and milestones that the dossier describes."""
    tables = notes.dossier.parts
    notes.refuse_twins(tables["material"])
    notes.refuse_twins(tables["milestone"])
    named = _named(notes, record, before, "materials")
    found = tuple(_material(notes, t, id, record) for t, id in zip(tables["material"], named, strict=True))
    record = replace(record, materials=found)
    old_ones = before.milestones if before is not None else ()
    done = {one.id: one.done_at for one in old_ones}
    named = _named(notes, record, before, "milestones")
    ones = zip(tables["milestone"], named, strict=True)
    return replace(record, milestones=tuple(_milestone(notes, t, id, done.get(id), record) for t, id in ones))


def _named(notes: Notes, record: Owner, before: Owner | None, kind: str) -> list[str]:
    """Return the id of each part that is described: its own, that of the one with its title, or a new one."""
    tables = notes.dossier.parts[kind.removesuffix("s")]
    old: Sequence[Part] = getattr(before, kind, ())
    own = [_own_id(notes, table) for table in tables]
    free = {part.title: part.id for part in reversed(old) if part.id not in own}
    ids = [id or free.pop(_title(table), None) for id, table in zip(own, tables, strict=True)]
    taken: list[Any] = [*old, *(Milestone(id=id, title="") for id in ids if id is not None)]
    fresh = rules.next_ids(_with(record, kind, taken), kind)
    return [next(fresh) if id is None else id for id in ids]


def _with(record: Any, kind: str, parts: Sequence[Part]) -> Owner:
    changed: Owner = replace(record, **{kind: tuple(parts)})
    return changed


def _own_id(notes: Notes, table: Table) -> str | None:
    found = notes.each(table, {"id": notes.slug("id")})
    return str(found["id"]) if found else None


def _title(table: Table) -> str:
    return str(table.given["title"].value).strip() if "title" in table.given else ""


def _material(notes: Notes, table: Table, id: str, owner: Owner) -> Material:
    def reading(typed: str) -> Read:
        return lambda value: materials.fields({typed: text(value)}, owner, notes.act.at)

    said = (term for term in terms.MATERIAL if term.help)
    found: dict[str, Any] = notes.each(table, {term.key: reading(term.typed) for term in said})
    material = Material(**{"id": id, "title": "", "kind": MaterialKind.DOCUMENT, **found})
    with notes.watching(table, "url", "kind", "answer", "answered-by"):
        rules.check(material)
    return material


def _milestone(notes: Notes, table: Table, id: str, done_at: datetime | None, owner: Owner) -> Milestone:
    def reading(key: str) -> Read:
        name, now = key.replace("-", "_"), notes.act.at
        return lambda value: milestones.fields({name: text(value)}, owner, now)

    def done(value: object) -> dict[str, object]:
        if isinstance(value, bool):
            return {"done_at": (done_at or notes.act.at) if value else None}
        return {"done_at": read_instant(text(value), zone=owner.timezone, now=notes.act.at)}

    readers = {key: reading(key) for key in (term.key for term in terms.MILESTONE if term.help)}
    readers["season"] = lambda value: {"season": texts.line(value, field="--season")}
    found: dict[str, Any] = notes.each(table, {**readers, "done": done})
    return Milestone(**{"id": id, "title": "", "done_at": done_at, **found})
