"""Groups and memberships ↔ documents of the data file, on the terms of `codec`."""

from __future__ import annotations

from netwerk_cli.domain.groups import Access, Group, Membership, MemberStatus
from netwerk_cli.store import values
from netwerk_cli.store.shapes import ENTRY, MATERIAL, MILESTONE, Document, Shape, check_distinct

_GROUP = Shape(
    Group,
    {
        "slug": values.slug,
        "title": values.text,
        "access": Access,
        "timezone": values.timezone,
        "audiences": values.list_of(values.text),
        "organisers": values.list_of(values.text),
        "theme": values.text,
        "language": values.text,
        "description": values.text,
        "materials": values.list_of(MATERIAL.read),
        "milestones": values.list_of(MILESTONE.read),
        "history": values.list_of(ENTRY.read),
    },
)

_MEMBERSHIP = Shape(
    Membership,
    {
        "status": MemberStatus,
        "name": values.text,
        "email": values.text,
        "received_at": values.instant,
        "organisation": values.text,
        "role": values.text,
        "note": values.text,
        "moderator": values.flag,
        "history": values.list_of(ENTRY.read),
    },
)


def encode_group(group: Group) -> Document:
    """Return the document of a group with its materials, milestones and history."""
    return _GROUP.write(group)


def decode_group(document: object) -> Group:
    """Return the group that `encode_group` wrote."""
    group = _GROUP.read(document)
    for parts in (group.materials, group.milestones):
        check_distinct([part.id for part in parts])
    return group


def encode_membership(membership: Membership) -> Document:
    """Return the document of a membership, its number left out: that is the document's id."""
    return _MEMBERSHIP.write(membership)


def decode_membership(number: int, document: object) -> Membership:
    """Return the membership that `encode_membership` wrote under `number`."""
    return _MEMBERSHIP.read(document, number=values.count(number))
