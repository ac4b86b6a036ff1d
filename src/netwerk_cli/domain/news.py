"""What the members of a group are to hear: what was added for them and which questions were answered since they heard.

Worked out from the history of the group each time it is asked, so that whatever adds something (a command, a dossier,
an undo) can forget nobody.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import datetime
from typing import NamedTuple

from netwerk_cli.domain.groups import Group, Membership
from netwerk_cli.domain.history import Act, Entry
from netwerk_cli.domain.materials import Material, MaterialKind
from netwerk_cli.domain.memberships import Memberships, turned
from netwerk_cli.domain.told import How, Message, MessageKind, Why


class News(NamedTuple):
    """What one member is to hear: materials that are new or were answered, as the group has them, and since when."""

    membership: Membership
    materials: tuple[Material, ...]
    since: datetime

    @property
    def kind(self) -> MessageKind:
        """What a message of it is called."""
        return MessageKind.MATERIAL

    @property
    def why(self) -> tuple[Why, ...]:
        """What there is to hear: something new, an answer, or both."""
        ways = (Why.ANSWER if one.kind is MaterialKind.QUESTION else Why.MATERIAL for one in self.materials)
        return tuple(sorted({*ways}, key=[*Why].index))


def due(group: Group, memberships: Memberships) -> list[News]:
    """Return which members are to hear what, by number. What was there when somebody joined is no news to them."""
    arrived = [(one, entry) for one in group.materials if (entry := _arrived(group, one)) is not None]
    if not arrived:
        return []
    return [news for m in memberships.values() if m.joined and (news := _for(m, arrived)) is not None]


def _for(membership: Membership, arrived: Iterable[tuple[Material, Entry]]) -> News | None:
    joined = turned(membership)
    known = max(membership.told, 0 if joined is None else joined.change)
    new = [(one, entry) for one, entry in arrived if entry.change > known]
    if not new:
        return None
    return News(membership, tuple(one for one, _ in new), min(entry.at for _, entry in new))


def _arrived(group: Group, material: Material) -> Entry | None:
    """Return the line of history with which a material came, or a question got the answer that it has.

    A question that nobody answered is for who can answer it, and `status` names it; it is no news.
    """
    if material.unanswered:
        return None
    is_question = material.kind is MaterialKind.QUESTION
    key = f"materials.{material.id}.{'answer' if is_question else 'title'}"
    for entry in reversed(group.history):
        old, new = entry.changes.get(key, (None, None))
        if new is not None and (new == material.answer if is_question else old is None):
            return entry
    return None


def tell(group: Group, news: Iterable[News], act: Act, how: How) -> Iterator[Membership]:
    """Yield the memberships of those who know now what there is, each with one more line of history."""
    last = max((entry.change for entry in group.history), default=0)
    for one in news:
        m = one.membership
        message = Message(at=act.at, kind=MessageKind.MATERIAL, how=how, email=m.email)
        yield replace(m, told=last, messages=(*m.messages, message), history=(*m.history, act.entry("told")))
