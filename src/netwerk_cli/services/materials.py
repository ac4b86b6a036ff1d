"""Materials of an event or group: add, list, edit, answer, remove."""

from __future__ import annotations

from datetime import datetime
from typing import NamedTuple

from netwerk_cli import terms
from netwerk_cli.dates import read_day
from netwerk_cli.domain import materials as rules
from netwerk_cli.domain.history import Act
from netwerk_cli.domain.materials import Material, MaterialKind
from netwerk_cli.services import owners, values
from netwerk_cli.services.caller import Caller
from netwerk_cli.services.owners import Owner
from netwerk_cli.services.values import Fields
from netwerk_cli.terms import Given


class MaterialResult(NamedTuple):
    """What a command did to a material, and whose it is; `before` as that was."""

    owner: Owner
    material: Material
    changed: bool
    before: Owner


def add(caller: Caller, slug: str, given: Given) -> MaterialResult:
    """Add a material to an event or group; a document unless `given` says otherwise."""

    def ask(owner: Owner, act: Act) -> Owner:
        found: Fields = {"kind": MaterialKind.DOCUMENT, **fields(given, owner, caller.now)}
        return rules.add_material(owner, act, **found)

    changed = owners.change(caller, slug, ask)
    return MaterialResult(changed.after, changed.after.materials[-1], changed.changed, changed.before)


def edit(caller: Caller, slug: str, id: str, given: Given) -> MaterialResult:
    """Change one material."""

    def ask(owner: Owner, act: Act) -> Owner:
        rules.material(owner, id)
        return rules.edit_material(owner, act, id, **fields(given, owner, caller.now))

    changed = owners.change(caller, slug, ask)
    return MaterialResult(changed.after, rules.material(changed.after, id), changed.changed, changed.before)


def answer(caller: Caller, slug: str, id: str, text: str, by: str | None) -> MaterialResult:
    """Answer a question, with an empty text no longer. `by` is who answers."""
    given = {"answer": text} | ({} if by is None else {"answered_by": by})

    def ask(owner: Owner, act: Act) -> Owner:
        found = values.fields(terms.MATERIAL, given, None)
        return rules.answer(owner, act, id, found["answer"], found.get("answered_by"))  # type: ignore[arg-type]

    changed = owners.change(caller, slug, ask)
    return MaterialResult(changed.after, rules.material(changed.after, id), changed.changed, changed.before)


def remove(caller: Caller, slug: str, id: str) -> MaterialResult:
    """Take one material out; its id is never given again, and the history keeps what it was."""
    changed = owners.change(caller, slug, lambda owner, act: rules.remove_material(owner, act, id))
    return MaterialResult(changed.after, rules.material(changed.before, id), changed.changed, changed.before)


def listing(caller: Caller, slug: str | None = None) -> list[tuple[Owner, Material]]:
    """Return the materials of one event or group, or all there are."""
    return [
        (owner, material) for owner in owners.listing(caller.read(), slug) for material in owner.materials
    ]


def fields(given: Given, owner: Owner, now: datetime) -> Fields:
    """Return the fields of a material that were `given`. Raises `Usage`: the first thing that is off."""
    found = values.fields(terms.MATERIAL, given, None)
    if "on" in given:
        found["on"] = read_day(given["on"], zone=owner.timezone, now=now) if given["on"].strip() else None
    return found
