"""What a change did something to, as it would be with the change taken back."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from netwerk_cli.domain.events import Event
from netwerk_cli.domain.groups import Group, Membership
from netwerk_cli.domain.registrations import Registration
from netwerk_cli.records import field, record, replace
from netwerk_cli.store import codec, values
from netwerk_cli.store.changes import ChangeRecord
from netwerk_cli.store.damage import damage
from netwerk_cli.store.deltas import taken_back
from netwerk_cli.store.seam import EVENT, GROUP, MEMBERSHIPS, REGISTRATIONS
from netwerk_cli.store.views import View

_KINDS: Mapping[str, type[Any]] = {
    EVENT: Event,
    REGISTRATIONS: Registration,
    GROUP: Group,
    MEMBERSHIPS: Membership,
}


@record
class Earlier:
    """An event or group and some of its people as they were before a change; None for what was not there.

    `owned` says whether the change did anything to the event or group itself.
    """

    slug: str
    is_group: bool
    owned: bool = False
    owner: Event | Group | None = None
    people: Mapping[int, Any] = field(default_factory=dict)


def earlier(view: View, change: ChangeRecord) -> list[Earlier]:
    """Return what a change did something to, as it would be with the change taken back, in order.

    Raises `StoreDamaged`.
    """
    found: dict[str, Earlier] = {}
    for table, deltas in change.records.items():
        kind, colon, slug = table.partition(":")
        if (record := _KINDS.get(kind + colon)) is None:
            continue
        is_owner = record in (Event, Group)
        with damage(view.named, table):
            present = view.documents.present(table)
            back = {int(n): taken_back(present.get(int(n)), values.delta(one)) for n, one in deltas.items()}
            records = {
                n: None if d is None else codec.decode(record, d, None if is_owner else n)
                for n, d in back.items()
            }
        one = found.setdefault(slug, Earlier(slug=slug, is_group=kind + colon in (GROUP, MEMBERSHIPS)))
        found[slug] = replace(one, owned=True, owner=records[1]) if is_owner else replace(one, people=records)
    return list(found.values())
