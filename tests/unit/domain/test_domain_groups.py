"""Who becomes a member of a group, who decides about it, and who may not."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from netwerk_cli.domain import groups, memberships
from netwerk_cli.domain.groups import FIRST, NEXT, Access, Group, Membership, MemberStatus
from netwerk_cli.domain.memberships import Applicant, admit, approve, decline, leave, request, withdraw
from netwerk_cli.errors import BadValue
from netwerk_cli.errors.lookup import MemberNotFound
from netwerk_cli.errors.members import (
    AlreadyMember,
    AlreadyRequested,
    GroupClosed,
    NotAModerator,
    NotInGroup,
    NotRequested,
    OwnRequest,
)
from netwerk_cli.errors.seats import InTheFuture
from tests.builders import INSTANT, NOW, act, hours, refused

REQUESTED, MEMBER, DECLINED, WITHDRAWN, LEFT = MemberStatus
LATER = NOW + hours(1)


def a_group(access: Access = Access.SEMI_OPEN) -> Group:
    return Group(slug="opdc", title="OPDC", access=access)


def who(name: str = "Ans", **fields: object) -> Applicant:
    given = {"name": f"{name} Voorbeeld", "email": f"{name.lower()}@example.org", "received_at": NOW}
    return Applicant(**(given | fields))  # type: ignore[arg-type]


def a_membership(
    status: MemberStatus = REQUESTED, number: int = 1, name: str = "Ans", *, moderator: bool = False
) -> Membership:
    applicant = who(name)
    return Membership(
        number=number,
        name=applicant.name,
        email=applicant.email,
        status=status,
        received_at=NOW,
        moderator=moderator,
        history=(act().entry("requested", {"status": (None, status)}),),
    )


MODERATOR = a_membership(MEMBER, 9, "Mo", moderator=True)


# ------------------------------------------------------------------- groups
def test_a_group_is_created_with_a_history() -> None:
    assert groups.create(a_group(), act()).history == (act().entry("created"),)


def test_a_group_needs_a_usable_name() -> None:
    kind, facts = refused(lambda: groups.create(replace(a_group(), slug="De OPDC"), act()))
    assert (kind, facts["field"]) == (BadValue, "SLUG")


def test_a_change_is_in_the_history_with_old_and_new() -> None:
    after = groups.amend(a_group(), act(), access=Access.OPEN)
    assert after.access is Access.OPEN
    assert after.history == (act().entry("edited", {"access": (Access.SEMI_OPEN, Access.OPEN)}),)


def test_a_change_to_what_it_is_already_changes_nothing() -> None:
    group = a_group()
    assert groups.amend(group, act(), title="OPDC") is group


# ----------------------------------------------------------------- requests
@pytest.mark.parametrize(
    ("access", "status", "what"),
    [(Access.OPEN, MEMBER, "joined"), (Access.SEMI_OPEN, REQUESTED, "requested")],
)
def test_what_a_request_leads_to(access: Access, status: MemberStatus, what: str) -> None:
    asked = request(a_group(access), {}, who(role="Adviseur"), act())
    assert (asked.code, asked.status, asked.role) == ("m1", status, "Adviseur")
    assert asked.history == (act().entry(what, {"status": (None, status)}),)


def test_nobody_can_ask_to_join_a_closed_group() -> None:
    assert refused(lambda: request(a_group(Access.CLOSED), {}, who(), act())) == (
        GroupClosed,
        {"group": "opdc"},
    )


def test_a_request_cannot_be_received_in_the_future() -> None:
    late = who(received_at=NOW + INSTANT)
    assert refused(lambda: request(a_group(), {}, late, act())) == (
        InTheFuture,
        {"received_at": NOW + INSTANT},
    )
    assert refused(lambda: admit(a_group(), {}, late, act()))[0] is InTheFuture


@pytest.mark.parametrize("access", Access)
def test_a_member_who_asks_again_is_told(access: Access) -> None:
    list_ = {1: a_membership(MEMBER)}
    assert refused(lambda: request(a_group(access), list_, who(email=" ANS@example.ORG "), act())) == (
        AlreadyMember,
        {"group": "opdc", "membership": "m1"},
    )


@pytest.mark.parametrize("access", [Access.SEMI_OPEN, Access.CLOSED])
def test_asking_twice_is_a_conflict(access: Access) -> None:
    assert refused(lambda: request(a_group(access), {1: a_membership()}, who(), act())) == (
        AlreadyRequested,
        {"group": "opdc", "membership": "m1"},
    )


def test_asking_again_in_a_group_that_opened_makes_a_member() -> None:
    asked = request(a_group(Access.OPEN), {1: a_membership()}, who(), act())
    assert (asked.code, asked.status) == ("m1", MEMBER)


@pytest.mark.parametrize("status", [DECLINED, WITHDRAWN, LEFT])
def test_asking_again_revives_the_same_membership(status: MemberStatus) -> None:
    earlier = replace(a_membership(status), role="Adviseur")
    again = request(a_group(), {1: earlier}, who(received_at=LATER), act(LATER))
    assert (again.number, again.status, again.role, again.received_at) == (1, REQUESTED, "Adviseur", LATER)
    assert again.history[: len(earlier.history)] == earlier.history


def test_codes_are_not_used_again() -> None:
    assert request(a_group(), {7: a_membership(LEFT, 7)}, who("Bo"), act()).code == "m8"


# ------------------------------------------------------------------- adding
@pytest.mark.parametrize("access", Access)
def test_the_organiser_adds_people_to_every_group(access: Access) -> None:
    added = admit(a_group(access), {}, who(), act())
    assert (added.status, added.history[-1].what, added.history[-1].by) == (MEMBER, "admitted", "organiser")


@pytest.mark.parametrize("status", [REQUESTED, DECLINED, WITHDRAWN, LEFT])
def test_adding_somebody_who_was_on_the_list_keeps_one_membership(status: MemberStatus) -> None:
    added = admit(a_group(), {1: a_membership(status)}, who(), act())
    assert (added.number, added.status) == (1, MEMBER)


def test_adding_a_member_is_a_conflict() -> None:
    assert refused(lambda: admit(a_group(), {1: a_membership(MEMBER)}, who(), act())) == (
        AlreadyMember,
        {"group": "opdc", "membership": "m1"},
    )


def test_a_moderator_adds_people_and_signs() -> None:
    added = admit(a_group(Access.CLOSED), {9: MODERATOR}, who(), act(), by=MODERATOR)
    assert (added.number, added.history[-1].by) == (10, "m9 (organiser)")


def test_somebody_who_asked_cannot_add_himself() -> None:
    asked = a_membership()
    assert refused(lambda: admit(a_group(), {1: asked}, who(), act(), by=asked))[0] is OwnRequest


def test_a_member_who_is_no_moderator_cannot_add_people() -> None:
    plain = a_membership(MEMBER)
    assert refused(lambda: admit(a_group(), {1: plain}, who("Bo"), act(), by=plain))[0] is NotAModerator


# ---------------------------------------------------------------- decisions
Decision = Callable[..., Membership]
DECISIONS = pytest.mark.parametrize(("decide", "becomes"), [(approve, MEMBER), (decline, DECLINED)])


@DECISIONS
def test_the_organiser_decides(decide: Decision, becomes: MemberStatus) -> None:
    decided = decide(a_group(), a_membership(), act(why="Past bij ons"))
    assert decided.status is becomes
    assert (decided.history[-1].why, decided.history[-1].changes) == (
        "Past bij ons",
        {"status": ("requested", becomes.value)},
    )


@DECISIONS
def test_a_moderator_decides_and_signs(decide: Decision, becomes: MemberStatus) -> None:
    decided = decide(a_group(), a_membership(), act(), by=MODERATOR)
    assert (decided.status, decided.history[-1].by) == (becomes, "m9 (organiser)")


@DECISIONS
def test_deciding_twice_changes_nothing(decide: Decision, becomes: MemberStatus) -> None:
    once = decide(a_group(), a_membership(), act())
    assert decide(a_group(), once, act(LATER), by=MODERATOR) is once
    assert groups.turned(once) == act().entry(once.history[-1].what, {"status": (REQUESTED, becomes)})


@DECISIONS
def test_nobody_decides_on_his_own_request(decide: Decision, becomes: MemberStatus) -> None:
    asked = a_membership(moderator=True)
    assert refused(lambda: decide(a_group(), asked, act(), by=asked)) == (
        OwnRequest,
        {"group": "opdc", "membership": "m1"},
    ), becomes


@DECISIONS
@pytest.mark.parametrize(
    "by",
    [
        pytest.param(a_membership(MEMBER, 2, "Bo"), id="a member only"),
        pytest.param(a_membership(LEFT, 2, "Bo", moderator=True), id="left"),
    ],
)
def test_only_a_moderator_decides(decide: Decision, becomes: MemberStatus, by: Membership) -> None:
    assert refused(lambda: decide(a_group(), a_membership(), act(), by=by)) == (
        NotAModerator,
        {"group": "opdc", "membership": "m2"},
    ), becomes


@pytest.mark.parametrize(
    ("decide", "status"),
    [
        *((approve, status) for status in (DECLINED, WITHDRAWN, LEFT)),
        *((decline, status) for status in (MEMBER, WITHDRAWN, LEFT)),
    ],
)
def test_only_a_request_is_decided_on(decide: Decision, status: MemberStatus) -> None:
    assert refused(lambda: decide(a_group(), a_membership(status), act())) == (
        NotRequested,
        {"group": "opdc", "membership": "m1", "status": status},
    )


# ------------------------------------------------------------------ leaving
def test_a_request_is_withdrawn_once() -> None:
    once = withdraw(a_group(), a_membership(), act())
    assert once.status is WITHDRAWN
    assert withdraw(a_group(), once, act(LATER)) is once


@pytest.mark.parametrize("status", [MEMBER, DECLINED, LEFT])
def test_only_a_request_is_withdrawn(status: MemberStatus) -> None:
    facts = {"group": "opdc", "membership": "m1", "status": status}
    assert refused(lambda: withdraw(a_group(), a_membership(status), act())) == (NotRequested, facts)


def test_who_leaves_is_a_moderator_no_longer() -> None:
    once = leave(a_group(), MODERATOR, act())
    assert (once.status, once.moderator) == (LEFT, False)
    assert leave(a_group(), once, act(LATER)) is once


@pytest.mark.parametrize("status", [REQUESTED, DECLINED, WITHDRAWN])
def test_only_a_member_leaves(status: MemberStatus) -> None:
    assert refused(lambda: leave(a_group(), a_membership(status), act())) == (
        NotInGroup,
        {"group": "opdc", "membership": "m1", "status": status},
    )


def test_a_member_is_appointed_and_dismissed_once() -> None:
    member = a_membership(MEMBER)
    appointed = memberships.appoint(a_group(), member, act())
    assert appointed.moderator
    assert memberships.appoint(a_group(), appointed, act()) is appointed
    dismissed = memberships.dismiss(a_group(), appointed, act())
    assert not dismissed.moderator
    assert memberships.dismiss(a_group(), dismissed, act()) is dismissed


@pytest.mark.parametrize("status", [REQUESTED, DECLINED, WITHDRAWN, LEFT])
def test_only_a_member_is_appointed_or_dismissed(status: MemberStatus) -> None:
    for move in (memberships.appoint, memberships.dismiss):
        assert refused(lambda move=move: move(a_group(), a_membership(status), act()))[0] is NotInGroup  # type: ignore[misc]


# ------------------------------------------------------------------ looking
def test_a_person_is_found_by_code_and_by_address() -> None:
    list_ = {1: a_membership(), 2: a_membership(MEMBER, 2, "Bo")}
    for typed in ("m2", " M2 ", "Bo@Example.org "):
        assert memberships.find(list_, typed, group="opdc") is list_[2]


@pytest.mark.parametrize("typed", ["m3", "m02", "2", "", "cas@example.org"])
def test_who_is_not_there_is_not_found(typed: str) -> None:
    kind, facts = refused(lambda: memberships.find({2: a_membership(number=2)}, typed, group="opdc"))
    assert (kind, facts) == (MemberNotFound, {"group": "opdc", "nearest": ""})


def test_members_are_known_by_address_and_requests_stand_in_order() -> None:
    early = replace(a_membership(REQUESTED, 3, "Cas"), received_at=NOW - hours(1))
    list_ = {1: a_membership(), 2: a_membership(MEMBER, 2, "Bo"), 3: early}
    assert memberships.addresses(list_) == {"bo@example.org"}
    assert [m.code for m in memberships.requested(list_)] == ["m3", "m1"]


# ------------------------------------------------------------------- states
@pytest.mark.parametrize("before", MemberStatus)
@pytest.mark.parametrize("after", MemberStatus)
def test_a_membership_becomes_what_the_table_says_and_nothing_else(
    before: MemberStatus, after: MemberStatus
) -> None:
    membership = a_membership(before)
    if after in NEXT[before] or after is before:
        assert memberships.amended(membership, act(), "approved", status=after).status is after
    else:
        with pytest.raises(AssertionError):
            memberships.amended(membership, act(), "approved", status=after)


def test_every_state_can_be_reached_from_the_first_ones() -> None:
    reached = set(FIRST)
    while more := {after for state in reached for after in NEXT[state]} - reached:
        reached |= more
    assert reached == set(MemberStatus) == set(NEXT)


def test_the_person_of_an_address_is_the_active_one_and_else_the_latest() -> None:
    list_ = {
        n: replace(a_membership(status, n), number=n) for n, status in enumerate((LEFT, MEMBER, LEFT), 1)
    }
    for typed, number in (("m1", 1), ("ans@example.org", 2)):
        assert memberships.find(list_, typed, group="opdc").number == number
    del list_[2]
    assert memberships.find(list_, "ans@example.org", group="opdc").number == 3


def test_requests_of_one_moment_stand_in_order_of_entry() -> None:
    list_ = {n: a_membership(REQUESTED, n, name) for n, name in ((2, "Bo"), (1, "Ans"))}
    assert [m.code for m in memberships.requested(list_)] == ["m1", "m2"]


def test_what_turned_a_membership_is_no_later_line_about_something_else() -> None:
    member = a_membership(MEMBER)
    appointed = memberships.appoint(a_group(), member, act(LATER))
    assert groups.turned(appointed) == member.history[0]
    assert groups.turned(replace(member, history=())) is None


def test_a_moderator_who_is_a_member_already_is_told_so() -> None:
    found = refused(lambda: admit(a_group(), {9: MODERATOR}, who("Mo"), act(), by=MODERATOR))
    assert found == (AlreadyMember, {"group": "opdc", "membership": "m9"})
    assert approve(a_group(), MODERATOR, act(), by=MODERATOR) is MODERATOR


def test_nobody_is_added_from_the_future() -> None:
    found = refused(lambda: admit(a_group(), {}, who(received_at=LATER), act()))
    assert found == (InTheFuture, {"received_at": LATER})


def test_a_request_is_kept_with_everything_that_was_given() -> None:
    given: dict[str, Any] = {"organisation": "De Proeftuin", "role": "coach", "note": "vegetarisch"}
    made = request(a_group(), {}, who(**given), act())
    assert made == replace(a_membership(), history=made.history, **given)


def test_who_is_a_member_or_asked_to_be_one_is_active() -> None:
    assert [status for status in MemberStatus if a_membership(status).active] == [REQUESTED, MEMBER]


def test_a_change_to_a_group_keeps_its_history() -> None:
    amended = groups.amend(groups.create(a_group(), act()), act(), title="Start")
    assert [e.what for e in amended.history] == ["created", "edited"]


# ---------------------------------------------------------------- correcting
def test_a_correction_is_a_line_of_history_and_changes_no_place() -> None:
    people = {1: a_membership(MEMBER), 9: MODERATOR}
    after = memberships.correct(a_group(), people, people[1], act(LATER), email="a@example.org", role="lid")
    changes = {"email": ("ans@example.org", "a@example.org"), "role": (None, "lid")}
    line = act(LATER).entry("edited", changes)
    expected = replace(people[1], email="a@example.org", role="lid", history=(*people[1].history, line))
    assert after == expected
    assert memberships.correct(a_group(), people, after, act(LATER), role="lid") is after


@pytest.mark.parametrize(
    ("status", "refusal"),
    [(MEMBER, AlreadyMember), (REQUESTED, AlreadyRequested), (LEFT, None), (DECLINED, None)],
)
def test_an_address_is_one_persons_among_those_who_are_there_or_asked(
    status: MemberStatus, refusal: type | None
) -> None:
    people = {1: a_membership(MEMBER), 2: a_membership(status, 2, "Bo")}

    def correct(email: str) -> Membership:
        return memberships.correct(a_group(), people, people[1], act(), email=email)

    if refusal is None:
        assert correct("BO@example.org").email == "BO@example.org"
    else:
        facts = {"group": "opdc", "membership": "m2"}
        assert refused(lambda: correct("BO@example.org")) == (refusal, facts)
    assert correct("ANS@example.org").email == "ANS@example.org"
