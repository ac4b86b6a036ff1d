"""Groups and memberships ↔ documents of the data file, on the terms of `codec`."""

from __future__ import annotations

from netwerk_cli.domain.groups import Access, Group, Membership, MemberStatus
from netwerk_cli.store.codec import (
    _ENTRY,
    _MATERIAL,
    _MILESTONE,
    Document,
    Shape,
    _check_distinct,
    _count,
    _flag,
    _instant,
    _list_of,
    _slug,
    _text,
    _zone,
)

_GROUP = Shape(
    Group,
    {
        "slug": _slug,
        "title": _text,
        "access": Access,
        "timezone": _zone,
        "audiences": _list_of(_text),
        "organisers": _list_of(_text),
        "theme": _text,
        "language": _text,
        "description": _text,
        "materials": _list_of(_MATERIAL.read),
        "milestones": _list_of(_MILESTONE.read),
        "history": _list_of(_ENTRY.read),
    },
)

_MEMBERSHIP = Shape(
    Membership,
    {
        "status": MemberStatus,
        "name": _text,
        "email": _text,
        "received_at": _instant,
        "organisation": _text,
        "role": _text,
        "note": _text,
        "moderator": _flag,
        "history": _list_of(_ENTRY.read),
    },
)


def encode_group(group: Group) -> Document:
    """Return the document of a group with its materials, milestones and history."""
    return _GROUP.write(group)


def decode_group(document: object) -> Group:
    """Return the group that `encode_group` wrote."""
    group = _GROUP.read(document)
    for parts in (group.materials, group.milestones):
        _check_distinct([part.id for part in parts])
    return group


def encode_membership(membership: Membership) -> Document:
    """Return the document of a membership, its number left out: that is the document's id."""
    return _MEMBERSHIP.write(membership)


def decode_membership(number: int, document: object) -> Membership:
    """Return the membership that `encode_membership` wrote under `number`."""
    return _MEMBERSHIP.read(document, number=_count(number))
