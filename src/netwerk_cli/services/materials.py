"""Materials of an event or group: add, list, edit, remove."""

from __future__ import annotations

from datetime import datetime
from typing import NamedTuple

from netwerk_cli.dates import read_day
from netwerk_cli.domain import materials as rules
from netwerk_cli.domain import people
from netwerk_cli.domain.history import Act
from netwerk_cli.domain.materials import Material, MaterialKind
from netwerk_cli.services import owners
from netwerk_cli.services.caller import Caller
from netwerk_cli.services.owners import Owner
from netwerk_cli.services.terms import Fields, choice, link


class Typed(NamedTuple):
    """The options of `material add` and `material edit` as typed. None: not given. Empty: no longer set."""

    title: str | None = None
    kind: str | None = None
    url: str | None = None
    text: str | None = None
    contributor: str | None = None
    on: str | None = None


class MaterialResult(NamedTuple):
    """What a command did to a material, and whose it is."""

    owner: Owner
    material: Material
    changed: bool


def add(caller: Caller, slug: str, typed: Typed) -> MaterialResult:
    """Add a material to an event or group; a document unless `typed` says otherwise."""

    def ask(owner: Owner, act: Act) -> Owner:
        given: Fields = {"kind": MaterialKind.DOCUMENT, **fields(typed, owner, caller.now)}
        return rules.add_material(owner, act, **given)

    changed = owners.change(caller, slug, ask)
    return MaterialResult(changed.after, changed.after.materials[-1], changed.changed)


def edit(caller: Caller, slug: str, id: str, typed: Typed) -> MaterialResult:
    """Change one material."""

    def ask(owner: Owner, act: Act) -> Owner:
        rules.material(owner, id)
        return rules.edit_material(owner, act, id, **fields(typed, owner, caller.now))

    changed = owners.change(caller, slug, ask)
    return MaterialResult(changed.after, rules.material(changed.after, id), changed.changed)


def remove(caller: Caller, slug: str, id: str) -> MaterialResult:
    """Take one material out; its id is never given again, and the history keeps what it was."""
    changed = owners.change(caller, slug, lambda owner, act: rules.remove_material(owner, act, id))
    return MaterialResult(changed.after, rules.material(changed.before, id), changed.changed)


def listing(caller: Caller, slug: str | None = None) -> list[tuple[Owner, Material]]:
    """Return the materials of one event or group, or all there are."""
    return [
        (owner, material) for owner in owners.listing(caller.read(), slug) for material in owner.materials
    ]


def fields(typed: Typed, owner: Owner, now: datetime) -> Fields:
    """Return the fields of a material that `typed` sets. Raises `Usage`: the first thing that is off."""
    found: Fields = {}
    if typed.title is not None:
        found["title"] = people.line(typed.title, field="--title")
    if typed.kind is not None:
        found["kind"] = choice(typed.kind, MaterialKind, field="--kind")
    if typed.url is not None:
        found["url"] = link(typed.url, field="--url") if typed.url.strip() else None
    if typed.text is not None:
        found["text"] = people.text(typed.text, field="--text") or None
    if typed.contributor is not None:
        given = typed.contributor
        found["contributor"] = people.line(given, field="--contributor") if given.strip() else None
    if typed.on is not None:
        found["on"] = read_day(typed.on, zone=owner.timezone, now=now) if typed.on.strip() else None
    return found
