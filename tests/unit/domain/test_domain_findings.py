"""What doctor finds in an event and its list; a list that the rules made has nothing to find."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

import pytest

from netwerk_cli.domain.events import ClosedBy, Promotion, SessionChoice
from netwerk_cli.domain.findings import audit, sound_line
from netwerk_cli.domain.group_findings import audit_group
from netwerk_cli.domain.groups import Group, Membership, MemberStatus
from netwerk_cli.domain.registrations import Status
from netwerk_cli.domain.set_asides import SetAside
from tests.builders import NOW, STARTS_AT, Desk, a_session, act, an_event, hours


def codes(desk: Desk, now: datetime = NOW) -> list[tuple[str, str]]:
    return [(finding.code, finding.where) for finding in audit(desk.event, desk.list, now)]


def spoilt(desk: Desk, number: int, **fields: object) -> Desk:
    """Change a registration behind the back of the rules."""
    desk.list[number] = replace(desk.list[number], **fields)  # type: ignore[arg-type]
    return desk


@pytest.fixture
def desk() -> Desk:
    return Desk(an_event(capacity=2)).fill("Ans", "Bo", "Cas")


def test_a_list_that_the_rules_made_has_nothing_to_find(desk: Desk) -> None:
    desk.cancel(1)
    desk.register("Ans")
    desk.substitute(2, "Dirk")
    assert codes(desk, desk.now) == []


def test_seats_over_the_cap_without_an_override_are_found(desk: Desk) -> None:
    spoilt(desk, 3, status=Status.CONFIRMED, history=())
    assert codes(desk) == [("over_capacity", "kickoff")]


def test_seats_over_the_cap_of_a_session_are_found() -> None:
    sessions = (a_session("a", capacity=1), a_session("b"))
    desk = Desk(an_event(sessions=sessions, session_choice=SessionChoice.ALL)).fill("Ans", "Bo")
    spoilt(desk, 2, status=Status.CONFIRMED, history=())
    assert codes(desk) == [("over_capacity", "kickoff a")]


def test_one_override_excuses_one_seat(desk: Desk) -> None:
    desk.register("Dirk", why="the speaker", force=True)
    assert codes(desk) == []
    spoilt(desk, 3, status=Status.CONFIRMED, history=())
    assert codes(desk) == [("over_capacity", "kickoff")]


def test_a_cap_lowered_by_force_excuses_what_was_held(desk: Desk) -> None:
    desk.amend(capacity=1, why="a smaller room", force=True)
    assert codes(desk) == []


def test_a_session_cap_lowered_by_force_excuses_what_was_held() -> None:
    desk = Desk(
        an_event(sessions=(a_session("a", capacity=2), a_session("b")), session_choice=SessionChoice.ALL)
    ).fill("Ans", "Bo")
    sessions = tuple(replace(s, capacity=1) if s.id == "a" else s for s in desk.event.sessions)
    desk.amend(sessions=sessions, why="a smaller room", force=True)
    assert codes(desk) == []


def test_a_session_that_is_off_gives_no_seats_and_is_not_over_its_cap() -> None:
    off = a_session("a", capacity=1, cancelled_at=NOW)
    desk = Desk(an_event(sessions=(off, a_session("b")))).fill("Ans", "Bo")
    assert codes(desk) == []


def _manual(desk: Desk) -> None:
    desk.event = replace(desk.event, promotion=Promotion.MANUAL)


def _off(desk: Desk) -> None:
    desk.event = replace(desk.event, cancelled_at=NOW)


def test_somebody_waiting_beside_a_free_seat_is_found(desk: Desk) -> None:
    del desk.list[1]
    assert codes(desk) == [("waiting_beside_free_seat", "kickoff r3")]


@pytest.mark.parametrize("excuse", [_manual, _off])
def test_waiting_beside_a_free_seat_is_in_order_when_nobody_is_to_move_up(
    desk: Desk, excuse: Callable[[Desk], None]
) -> None:
    del desk.list[1]
    excuse(desk)
    assert codes(desk) == []


def test_nobody_moves_up_once_the_event_has_started(desk: Desk) -> None:
    del desk.list[1]
    assert codes(desk, STARTS_AT) == []


def test_the_same_person_twice_is_found(desk: Desk) -> None:
    spoilt(desk, 2, email=" ANS@example.org")
    assert codes(desk) == [("person_twice", "kickoff r1 r2")]


def test_the_same_person_who_withdrew_once_is_in_order(desk: Desk) -> None:
    spoilt(desk, 3, email="ans@example.org", status=Status.CANCELLED, history=())
    assert codes(desk) == []


def test_two_people_on_a_shared_address_are_in_order(desk: Desk) -> None:
    desk.event = replace(desk.event, shared_addresses=True)
    spoilt(desk, 2, email="ans@example.org")
    assert codes(desk) == []


def test_a_state_that_is_not_the_last_of_the_history_is_found(desk: Desk) -> None:
    spoilt(desk, 3, status=Status.DECLINED)
    assert codes(desk) == [("status_without_history", "kickoff r3")]


def test_a_history_that_was_erased_with_the_person_is_in_order(desk: Desk) -> None:
    spoilt(desk, 3, history=())
    assert codes(desk) == []


def test_a_request_received_after_it_was_recorded_is_found(desk: Desk) -> None:
    spoilt(desk, 3, received_at=NOW + hours(1))
    assert codes(desk) == [("received_after_recorded", "kickoff r3")]


def test_a_revived_request_is_measured_by_its_revival(desk: Desk) -> None:
    desk.cancel(3)
    desk.now += hours(2)
    desk.register("Cas")
    assert desk[3].received_at == desk.now
    assert codes(desk, desk.now) == []


def test_a_revival_behind_a_queue_whose_clock_was_ahead_is_in_order(desk: Desk) -> None:
    desk.cancel(3)
    desk.now += hours(5)
    desk.register("Dirk")
    desk.now -= hours(4)
    desk.register("Cas")
    assert desk[3].received_at > desk.now
    assert codes(desk, desk.now + hours(4)) == []
    *before, revival = desk[3].history
    spoilt(desk, 3, history=(*before, replace(revival, what="edited"), revival))
    assert codes(desk, desk.now + hours(4)) == []
    spoilt(desk, 3, history=(*before, replace(revival, what="edited")))
    assert codes(desk, desk.now + hours(4)) == [("received_after_recorded", "kickoff r3")]


def test_two_requests_of_one_turn_are_found(desk: Desk) -> None:
    spoilt(desk, 3, turn=1)
    assert codes(desk) == [("turn_twice", "kickoff r1 r3")]


def test_a_chosen_session_that_does_not_exist_is_found(desk: Desk) -> None:
    spoilt(desk, 1, sessions=("main", "atelier"))
    assert codes(desk) == [("session_unknown", "kickoff r1")]


def test_waiting_for_a_session_that_does_not_exist_is_found(desk: Desk) -> None:
    spoilt(desk, 1, waits_for=("gone",))
    assert ("session_unknown", "kickoff r1") in codes(desk)


@pytest.mark.parametrize("field", ["sessions", "waits_for"])
def test_a_session_chosen_twice_is_found(desk: Desk, field: str) -> None:
    spoilt(desk, 3, **{field: ("main", "main")})
    assert codes(desk) == [("session_twice", "kickoff r3")]


@pytest.mark.parametrize("name", ["", " ", "Ans\x1b[31m", " Ans", "x" * 501])
def test_a_name_that_nobody_could_have_typed_is_found(desk: Desk, name: str) -> None:
    assert codes(spoilt(desk, 3, name=name)) == [("name_odd", "kickoff r3")]


@pytest.mark.parametrize("address", ["", "ans", "ans@", "@example.org", "a b@example.org"])
def test_an_address_that_is_none_is_found(desk: Desk, address: str) -> None:
    assert codes(spoilt(desk, 3, email=address)) == [("address_odd", "kickoff r3")]


@pytest.mark.parametrize("fields", [{"closed_at": NOW}, {"closed_by": ClosedBy.ORGANISER}])
def test_half_a_closing_is_found(desk: Desk, fields: dict[str, object]) -> None:
    desk.event = replace(desk.event, **fields)  # type: ignore[arg-type]
    assert codes(desk) == [("closing_incomplete", "kickoff")]


def test_findings_name_no_person(desk: Desk) -> None:
    spoilt(
        desk, 2, email="ans@example.org", status=Status.DECLINED, sessions=("x",), received_at=NOW + hours(9)
    )
    spoilt(desk, 3, email="ans@example.org", status=Status.CONFIRMED, turn=1)
    text = " ".join(f"{f.where} {f.problem} {f.hint}" for f in audit(desk.event, desk.list, NOW))
    assert "@" not in text
    assert "Voorbeeld" not in text


def test_a_cap_that_was_changed_otherwise_excuses_nothing(desk: Desk) -> None:
    desk.amend(capacity=3)
    desk.amend(title="Start", why="a typing error")
    spoilt(desk, 3, status=Status.CONFIRMED)
    desk.event = replace(desk.event, capacity=2)
    assert ("over_capacity", "kickoff") in codes(desk, desk.now)


def test_seats_that_were_set_aside_too_late_are_in_order() -> None:
    desk = Desk(an_event(capacity=2)).fill("Ans", "Bo")
    desk.amend(set_asides=(SetAside(audience="CLB", seats=1, until=NOW + hours(24)),))
    assert codes(desk) == []


def test_everybody_who_waits_beside_a_free_seat_is_counted_from_the_first(desk: Desk) -> None:
    desk.register("Dirk")
    del desk.list[1], desk.list[2]
    found = audit(desk.event, desk.list, NOW)[0]
    assert (found.where, str(found.problem)) == (
        "kickoff r3",
        "2 of the waiting list could have a seat that is free.",
    )


def test_the_latest_of_the_same_people_is_to_be_cancelled() -> None:
    desk = Desk(an_event()).fill("Ans", "Bo", "Cas")
    for number in (2, 3):
        spoilt(desk, number, email="ans@example.org")
    found = audit(desk.event, desk.list, NOW)[0]
    assert (found.where, str(found.hint)) == (
        "kickoff r1 r2 r3",
        "Cancel all but one: netwerk registration cancel kickoff r3.",
    )


def test_a_request_is_measured_by_the_line_that_recorded_it_and_no_later_one(desk: Desk) -> None:
    desk.now += hours(2)
    desk.edit(3, role="coach")
    spoilt(desk, 3, received_at=NOW + hours(1))
    assert codes(desk, desk.now) == [("received_after_recorded", "kickoff r3")]


def test_a_request_that_was_revived_twice_is_measured_by_the_last_time(desk: Desk) -> None:
    for _ in range(2):
        desk.cancel(3)
        desk.now += hours(2)
        desk.register("Cas")
    assert codes(desk, desk.now) == []
    desk.list[3] = replace(desk[3], history=tuple(replace(entry, what="edited") for entry in desk[3].history))
    assert codes(desk, desk.now) == []


def test_sessions_that_do_not_exist_are_named_once_and_in_order(desk: Desk) -> None:
    spoilt(desk, 1, sessions=("x", "w", "main"), waits_for=("x", "y", "v", "main"))
    found = [str(one.problem) for one in audit(desk.event, desk.list, NOW) if one.code == "session_unknown"]
    assert found == [
        "A chosen session does not exist: w, x.",
        "It waits for a session that does not exist: v, y.",
    ]


def test_a_session_that_does_not_exist_is_named_once_also_when_it_is_waited_for(desk: Desk) -> None:
    spoilt(desk, 1, sessions=("x", "main"), waits_for=("x",))
    assert codes(desk).count(("session_unknown", "kickoff r1")) == 1


def test_a_line_is_sound_when_the_rules_let_it_in() -> None:
    assert [sound_line(line) for line in ("Ans", "", " Ans")] == [True, False, False]


# ------------------------------------------------------------------ groups
def a_membership(number: int, status: MemberStatus = MemberStatus.MEMBER, **fields: object) -> Membership:
    given: dict[str, object] = {
        "number": number,
        "status": status,
        "name": f"Lid {number}",
        "email": f"lid{number}@example.org",
        "received_at": NOW,
        "history": (act().entry("requested", {"status": (None, status)}),),
    }
    return Membership(**(given | fields))  # type: ignore[arg-type]


def of_group(*memberships: Membership, title: str = "OPDC") -> list[tuple[str, str, str]]:
    found = audit_group(Group(slug="opdc", title=title), {m.number: m for m in memberships})
    return [(one.code, one.where, str(one.hint)) for one in found]


def test_a_group_that_the_rules_made_has_nothing_to_find() -> None:
    left = a_membership(3, MemberStatus.LEFT, email="lid1@example.org")
    assert of_group(a_membership(1, moderator=True), a_membership(2, history=()), left) == []


@pytest.mark.parametrize(
    ("fields", "code"),
    [
        ({"name": ""}, "name_odd"),
        ({"email": "lid"}, "address_odd"),
        ({"status": MemberStatus.DECLINED}, "status_without_history"),
        ({"status": MemberStatus.LEFT, "history": (), "moderator": True}, "moderator_outside"),
    ],
)
def test_a_membership_that_contradicts_the_rules_is_found(fields: dict[str, object], code: str) -> None:
    odd = replace(a_membership(2), **fields)  # type: ignore[arg-type]
    assert of_group(a_membership(1), odd) == [(code, "opdc m2", "See the list: netwerk group members opdc.")]


def test_the_same_member_twice_is_found_and_the_latest_is_to_go() -> None:
    assert of_group(a_membership(1), a_membership(2, email="lid1@example.org"))[0][1] == "opdc m1 m2"
    twice = [a_membership(n, email=f"{'LID' if n > 1 else 'lid'}@example.org") for n in (1, 2, 3)]
    assert of_group(*twice) == [
        ("person_twice", "opdc m1 m2 m3", "Let all but one go: netwerk group leave opdc m3.")
    ]


def test_the_title_of_a_group_is_looked_at() -> None:
    assert [(code, where) for code, where, _ in of_group(title=" ")] == [("title_odd", "opdc")]
