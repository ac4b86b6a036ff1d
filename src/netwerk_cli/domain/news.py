"""What the members of a group are to hear: what was added for them and which questions were answered since they heard.

Worked out from the history of the group each time it is asked, so that whatever adds something (a command, a dossier,
an undo) can forget nobody.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from datetime import datetime
from typing import NamedTuple

from netwerk_cli.domain.groups import Group, Membership, Memberships, turned
from netwerk_cli.domain.history import Act, Entry
from netwerk_cli.domain.materials import Material, MaterialKind
from netwerk_cli.domain.told import FAILED, HELD, How, Message, MessageKind, Outcome, Why, attempt
from netwerk_cli.records import replace


class News(NamedTuple):
    """What one member is to hear: materials that are new or were answered, as the group has them, and since when.

    `changes` are those of the group that brought them, `attempt` what became of the last mail to the member where that
    failed, and `bounced` whether such a message came back. `retries` is the number of a message that says the same, and
    of which nobody knows whether it went.
    """

    membership: Membership
    materials: tuple[Material, ...]
    since: datetime
    changes: tuple[int, ...]
    attempt: Outcome | None = None
    bounced: bool = False
    retries: int | None = None

    @property
    def kind(self) -> MessageKind:
        """What a message of it is called."""
        return MessageKind.MATERIAL

    @property
    def why(self) -> tuple[Why, ...]:
        """What there is to hear: something new, an answer, or both; and that it came back."""
        ways = {Why.ANSWER if one.kind is MaterialKind.QUESTION else Why.MATERIAL for one in self.materials}
        return tuple(sorted({*ways, *([Why.BOUNCED] if self.bounced else [])}, key=[*Why].index))

    @property
    def held(self) -> bool:
        """Whether no mail goes to them by itself: the address was refused, or mail came back from it."""
        return self.attempt in HELD

    @property
    def record(self) -> Membership:
        """What keeps the messages."""
        return self.membership

    @property
    def name(self) -> str:
        """What the member is called."""
        return self.membership.name

    @property
    def email(self) -> str:
        """Where a message goes."""
        return self.membership.email

    @property
    def whose(self) -> tuple[int, str, str, int | None]:
        """What tells it from what else there is to say in a group."""
        return self.membership.number, self.name, self.email, self.retries


def due(group: Group, memberships: Memberships, only: Collection[int] | None = None) -> list[News]:
    """Return which members are to hear what, by number. What was there when somebody joined is no news to them.

    What a message told of that failed is news again. `only` narrows it to some members.
    """
    arrived = _all_arrived(group)
    found = (_for(m, arrived) for m in _members(memberships, only)) if arrived else ()
    return [news for news in found if news is not None]


def again(group: Group, memberships: Memberships, only: Collection[int] | None = None) -> list[News]:
    """Return what to send to those of whom it is uncertain what they heard: for each such message, what it told of."""
    arrived = _all_arrived(group)
    return [news for m in _members(memberships, only) for news in _unsure(m, arrived)] if arrived else []


def _members(memberships: Memberships, only: Collection[int] | None) -> Iterator[Membership]:
    return (m for number, m in memberships.items() if m.joined and (only is None or number in only))


def _all_arrived(group: Group) -> list[tuple[Material, Entry]]:
    return [(one, entry) for one in group.materials if (entry := _arrived(group, one)) is not None]


def _for(membership: Membership, arrived: Iterable[tuple[Material, Entry]]) -> News | None:
    told_in = _told_in(membership)
    became = {change: membership.messages[number - 1].outcome for change, number in told_in.items()}
    new = [
        (one, entry)
        for one, entry in _since_joining(membership, arrived)
        if (became[entry.change] in FAILED if entry.change in became else entry.change > membership.told)
    ]
    if not new:
        return None
    bounced = any(became.get(entry.change) is Outcome.BOUNCED for _, entry in new)
    return _news(membership, new)._replace(
        attempt=attempt(membership.messages, membership.email), bounced=bounced
    )


def _unsure(membership: Membership, arrived: Iterable[tuple[Material, Entry]]) -> Iterator[News]:
    told_in, there = _told_in(membership), [*_since_joining(membership, arrived)]
    for number, message in enumerate(membership.messages, start=1):
        if message.outcome is Outcome.UNCERTAIN:
            mine = [(one, entry) for one, entry in there if told_in.get(entry.change) == number]
            if mine:
                yield _news(membership, mine)._replace(retries=number)


def _since_joining(
    membership: Membership, arrived: Iterable[tuple[Material, Entry]]
) -> Iterator[tuple[Material, Entry]]:
    joined = turned(membership)
    change = 0 if joined is None else joined.change
    return ((one, entry) for one, entry in arrived if entry.change > change)


def _told_in(membership: Membership) -> dict[int, int]:
    """Return in which message, counted from 1, a member last heard of a change of the group."""
    messages = enumerate(membership.messages, start=1)
    return {change: number for number, message in messages for change in message.changes}


def _news(membership: Membership, new: Sequence[tuple[Material, Entry]]) -> News:
    return News(
        membership,
        materials=tuple(one for one, _ in new),
        since=min(entry.at for _, entry in new),
        changes=tuple(sorted({entry.change for _, entry in new})),
    )


def _arrived(group: Group, material: Material) -> Entry | None:
    """Return the line of history with which a material came, or a question got the answer that it has.

    A question that nobody answered is for who can answer it, and `status` names it; it is no news.
    """
    if material.unanswered:
        return None
    is_question = material.kind is MaterialKind.QUESTION
    key = f"materials.{material.id}.{'answer' if is_question else 'title'}"
    for entry in reversed(group.history):
        if entry.what == "undone":  # it is there again, and no news to who heard of it
            continue
        old, new = entry.changes.get(key, (None, None))
        if new is not None and (new == material.answer if is_question else old is None):
            return entry
    return None


def tell(group: Group, news: Iterable[News], act: Act, how: How) -> Iterator[Membership]:
    """Yield the memberships of those who know now what there is, each with one more line of history."""
    last = max((entry.change for entry in group.history), default=0)
    heard: dict[int, set[int]] = {}
    people = {}
    for one in news:
        people[one.membership.number] = one.membership
        heard.setdefault(one.membership.number, set()).update(one.changes)
    for number, m in people.items():
        message = Message(
            at=act.at,
            kind=MessageKind.MATERIAL,
            how=how,
            email=m.email,
            changes=tuple(sorted(heard[number])),
        )
        yield replace(m, told=last, messages=(*m.messages, message), history=(*m.history, act.entry("told")))
