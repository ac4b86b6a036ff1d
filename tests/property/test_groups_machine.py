"""Whatever people do to a group: one membership a person, nobody lets himself in, nothing is lost or used again."""

from __future__ import annotations

import contextlib
from collections.abc import Callable
from datetime import timedelta

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from netwerk_cli.domain import groups, memberships
from netwerk_cli.domain.groups import FIRST, NEXT, Access, Group, Membership, MemberStatus
from netwerk_cli.domain.history import Act
from netwerk_cli.domain.memberships import Applicant
from netwerk_cli.errors import Conflict, Refused
from netwerk_cli.store import codec
from tests.builders import NOW

NAMES = st.sampled_from(("ans", "Bo", "BO", "cas", "dee"))
ANY = st.integers(0, 9)


class Groups(RuleBasedStateMachine):
    """A group to which people ask, are added, and which they leave."""

    def __init__(self) -> None:
        super().__init__()
        self.list: dict[int, Membership] = {}
        self.now = NOW

    @initialize(access=st.sampled_from(Access))
    def start(self, access: Access) -> None:
        self.group = groups.create(Group(slug="opdc", title="OPDC", access=access), self.act())

    def act(self) -> Act:
        self.now += timedelta(minutes=1)
        return Act(at=self.now, by="organiser")

    def pick(self, index: int) -> Membership | None:
        people = list(self.list.values())
        return people[index % len(people)] if people else None

    def keep(self, ask: Callable[[], Membership]) -> None:
        with contextlib.suppress(Conflict, Refused):
            after = ask()
            before = self.list.get(after.number)
            assert after.status in (NEXT[before.status] | {before.status} if before else FIRST)
            assert before is None or after.history[: len(before.history)] == before.history
            assert before is None or (after is before) is (len(after.history) == len(before.history))
            self.list[after.number] = after

    @rule(access=st.sampled_from(Access))
    def change_access(self, access: Access) -> None:
        self.group = groups.amend(self.group, self.act(), access=access)

    @rule(name=NAMES, add=st.booleans(), by=st.none() | ANY)
    def enter(self, name: str, add: bool, by: int | None) -> None:
        act = self.act()
        applicant = Applicant(name=name, email=f"{name}@example.org", received_at=self.now)
        decider = None if by is None else self.pick(by)
        if add:
            self.keep(lambda: memberships.admit(self.group, self.list, applicant, act, by=decider))
        else:
            self.keep(lambda: memberships.request(self.group, self.list, applicant, act))

    @rule(index=ANY, approve=st.booleans(), by=st.none() | ANY)
    def decide(self, index: int, approve: bool, by: int | None) -> None:
        subject, act = self.pick(index), self.act()
        decider = None if by is None else self.pick(by)
        if subject is None:
            return
        move = memberships.approve if approve else memberships.decline
        before = len(subject.history)
        self.keep(lambda: move(self.group, subject, act, by=decider))
        if decider is not None and len(self.list[subject.number].history) > before:
            assert decider.moderator
            assert decider.number != subject.number

    @rule(
        index=ANY,
        move=st.sampled_from(
            (memberships.withdraw, memberships.leave, memberships.appoint, memberships.dismiss)
        ),
    )
    def move(self, index: int, move: Callable[[Group, Membership, Act], Membership]) -> None:
        subject, act = self.pick(index), self.act()
        if subject is not None:
            self.keep(lambda: move(self.group, subject, act))

    @invariant()
    def one_membership_a_person_numbered_without_gaps(self) -> None:
        addresses = [m.email.casefold() for m in self.list.values()]
        assert len(set(addresses)) == len(addresses)
        assert list(self.list) == list(range(1, len(self.list) + 1))

    @invariant()
    def moderators_are_members_and_states_are_in_the_history(self) -> None:
        for membership in self.list.values():
            entry = groups.turned(membership)
            assert entry is not None
            assert entry.changes["status"][1] == membership.status
            assert membership.joined or not membership.moderator
            assert (membership.email.casefold() in memberships.addresses(self.list)) is (
                membership.status is MemberStatus.MEMBER
            )

    @invariant()
    def what_is_written_is_read_back_the_same(self) -> None:
        for number, membership in self.list.items():
            document = codec.encode(membership)
            assert codec.decode(Membership, document, number) == membership


TestGroups = Groups.TestCase
