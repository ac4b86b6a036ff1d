"""Groups: people who work together between events, and the states of a membership.

Who becomes a member, and who decides about it, is in `memberships`.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from enum import StrEnum

from netwerk_cli.domain.history import Act, Entry
from netwerk_cli.domain.materials import Material, Milestone
from netwerk_cli.domain.moments import DEFAULT_ZONE, ZoneName
from netwerk_cli.domain.slugs import Slug, check_slug
from netwerk_cli.domain.told import Message
from netwerk_cli.records import field, record, replace


class Access(StrEnum):
    """How somebody becomes a member: by asking, by asking and being approved, or only by being added."""

    OPEN = "open"
    SEMI_OPEN = "semi-open"
    CLOSED = "closed"


class MemberStatus(StrEnum):
    """The state of a membership."""

    REQUESTED = "requested"
    MEMBER = "member"
    DECLINED = "declined"
    WITHDRAWN = "withdrawn"
    LEFT = "left"


NEXT: dict[MemberStatus, frozenset[MemberStatus]] = {
    MemberStatus.REQUESTED: frozenset({MemberStatus.MEMBER, MemberStatus.DECLINED, MemberStatus.WITHDRAWN}),
    MemberStatus.MEMBER: frozenset({MemberStatus.LEFT}),
    MemberStatus.DECLINED: frozenset({MemberStatus.REQUESTED, MemberStatus.MEMBER}),
    MemberStatus.WITHDRAWN: frozenset({MemberStatus.REQUESTED, MemberStatus.MEMBER}),
    MemberStatus.LEFT: frozenset({MemberStatus.REQUESTED, MemberStatus.MEMBER}),
}
"""Which state may follow which; the documented diagram and the tests are made from this table."""

FIRST = frozenset({MemberStatus.REQUESTED, MemberStatus.MEMBER})
"""The states in which a membership begins, and begins again; also those of somebody who is or will be in."""


@record
class Group:
    """A working group or project group. `timezone` is what its dates and times are told in."""

    slug: Slug
    title: str
    access: Access = Access.SEMI_OPEN
    timezone: ZoneName = DEFAULT_ZONE
    audiences: tuple[str, ...] = ()
    organisers: tuple[str, ...] = ()
    theme: str | None = None
    language: str | None = None
    description: str | None = None
    materials: tuple[Material, ...] = ()
    milestones: tuple[Milestone, ...] = ()
    import_columns: Mapping[str, str] = field(default_factory=dict)
    """What was said of the columns of lists that are read in: by heading, the field that it holds."""
    history: tuple[Entry, ...] = ()


@record
class Membership:
    """Person × group, with its own history; `moderator` says whether the person approves others.

    `told` is the number of the last change of the group that the person heard of; `messages` are the times they did.
    """

    number: int
    status: MemberStatus
    name: str
    email: str
    received_at: datetime
    organisation: str | None = None
    role: str | None = None
    note: str | None = None
    moderator: bool = False
    told: int = 0
    messages: tuple[Message, ...] = ()
    history: tuple[Entry, ...] = ()

    @property
    def code(self) -> str:
        """The short code people type, such as `m3`; never reused within its group."""
        return f"m{self.number}"

    @property
    def joined(self) -> bool:
        """Whether the person is a member now."""
        return self.status is MemberStatus.MEMBER

    @property
    def active(self) -> bool:
        """Whether the person is a member or asked to be one."""
        return self.status in FIRST


Memberships = Mapping[int, Membership]
"""The memberships of one group by number, in every state."""


def turned(membership: Membership) -> Entry | None:
    """Return the line of history that brought the membership into its present state."""
    return next((entry for entry in reversed(membership.history) if "status" in entry.changes), None)


def create(group: Group, act: Act) -> Group:
    """Return `group` checked, with the first line of its history."""
    check_slug(group.slug)
    return replace(group, history=(act.entry("created"),))


def amend(group: Group, act: Act, **fields: object) -> Group:
    """Return `group` with `fields` changed and one line of history; the same group when nothing differs.

    Requests that await approval stay so, whatever the access becomes.
    """
    changes = {name: (getattr(group, name), v) for name, v in fields.items() if getattr(group, name) != v}
    if not changes:
        return group
    history = (*group.history, act.entry("edited", changes))
    return replace(group, history=history, **fields)  # type: ignore[arg-type]
