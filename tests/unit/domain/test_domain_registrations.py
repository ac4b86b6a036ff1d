"""Rules 18, 20, 21 and 23: finding, editing and handing over registrations, their states and their past."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import datetime
from itertools import product
from typing import Any

import pytest

from netwerk_cli.domain import finding_people, past, seats
from netwerk_cli.domain import registrations as rules
from netwerk_cli.domain.events import Promotion
from netwerk_cli.domain.history import Entry
from netwerk_cli.domain.registrations import ACTIVE, NEXT, SEATED, Registration, Status
from netwerk_cli.errors import NetwerkError
from netwerk_cli.errors.lookup import Ambiguous, HandedOver, PersonNotFound
from netwerk_cli.errors.seats import (
    AlreadyRegistered,
    EventCancelled,
    NotActive,
    OtherName,
    SubstituteNotAMember,
)
from tests.builders import INSTANT, NOW, Desk, act, an_event, evenings, hours, refused

CONFIRMED, PENDING, WAITING = Status.CONFIRMED, Status.PENDING, Status.WAITING
DECLINED, CANCELLED = Status.DECLINED, Status.CANCELLED


# ----------------------------------------------------------------------- states
def test_seats_are_held_by_confirmed_and_pending_only() -> None:
    assert frozenset({CONFIRMED, PENDING}) == SEATED
    assert frozenset({CONFIRMED, PENDING, WAITING}) == ACTIVE


def moves(desk: Desk) -> Iterator[Callable[[], object]]:
    """Yield everything that may change the state of the first registration."""
    first = desk[1]
    yield lambda: desk.cancel(1)
    yield lambda: desk.approve(1)
    yield lambda: desk.decline(1)
    yield lambda: desk.promote(1, force=True, why="please")
    yield lambda: desk.promote(force=True, why="please")
    yield lambda: desk.amend(capacity=9)
    yield lambda: desk.register("Ans")
    yield lambda: desk.register("Ans", force=True, why="please")
    yield lambda: desk.substitute(1, "Zef")
    yield lambda: desk.edit(1, note=f"was {first.status}")


def transitions() -> set[tuple[Status, Status]]:
    """Return every change of state that the rules make, from every state, under every kind of terms."""
    found = set()
    for before, capacity, approval in product(Status, (0, 9), (False, True)):
        for index in range(10):
            event = an_event(capacity=capacity, approval=approval, promotion=Promotion.AUTO)
            desk = Desk(event)
            desk.register("Ans", force=True, why="first")
            desk.keep_one(replace(desk[1], status=before))
            try:
                list(moves(desk))[index]()
            except NetwerkError:
                continue
            found.add((before, desk[1].status))
    return {(before, after) for before, after in found if before is not after}


def test_every_transition_in_the_table_is_made_and_no_other() -> None:
    assert transitions() == {(before, after) for before, afters in NEXT.items() for after in afters}


def test_table_names_every_state() -> None:
    assert set(NEXT) == set(Status)


@pytest.mark.parametrize(
    ("before", "after"), [(b, a) for b, a in product(Status, Status) if b is not a and a not in NEXT[b]]
)
def test_transition_outside_the_table_is_a_mistake_of_ours(before: Status, after: Status) -> None:
    registration = Registration(
        number=1, turn=1, name="An", email="an@example.org", status=before, received_at=NOW
    )
    with pytest.raises(AssertionError, match=f"{before} cannot become {after}"):
        rules.amended(registration, act(), "changed", status=after)


# ----------------------------------------------------------------------- finding
@pytest.mark.parametrize("person", ["r2", "R2", " r2 ", "bo@example.org", " BO@Example.org\u00a0"])
def test_person_is_found_by_code_or_address(person: str) -> None:
    desk = Desk().fill("Ans", "Bo")
    assert finding_people.find(desk.list, person, event="kickoff") == desk[2]


@pytest.mark.parametrize(
    "person",
    ["", " ", "r", "r0", "r3", "r02", "r-1", "r1.0", "r²", "r\u0661", "2", "Bo Voorbeelt", "r" + "9" * 5000],
)
def test_person_who_is_not_there_is_not_found(person: str) -> None:
    desk = Desk().fill("Ans", "Bo")
    kind, facts = refused(lambda: finding_people.find(desk.list, person, event="kickoff"))
    assert (kind, facts["event"]) == (PersonNotFound, "kickoff")


def test_error_about_a_person_holds_no_address() -> None:
    with pytest.raises(PersonNotFound) as caught:
        finding_people.find({}, "nobody@example.org", event="kickoff")
    assert "nobody" not in f"{caught.value}{caught.value.facts}"


def a_shared_desk(*statuses: Status) -> Desk:
    desk = Desk(an_event(shared_addresses=True))
    for number, status in enumerate(statuses, 1):
        desk.register("Team", name=f"Lid {number}")
        desk.keep_one(replace(desk[number], status=status))
    return desk


def test_address_of_several_active_people_is_ambiguous() -> None:
    desk = a_shared_desk(CONFIRMED, CANCELLED, WAITING)
    expected = Ambiguous, {"event": "kickoff", "matches": ["r1", "r3"]}
    assert refused(lambda: finding_people.find(desk.list, "team@example.org", event="kickoff")) == expected


@pytest.mark.parametrize(
    ("statuses", "found"),
    [
        pytest.param((CANCELLED, CONFIRMED, DECLINED), 2, id="the active one"),
        pytest.param((CANCELLED, DECLINED), 2, id="the latest one"),
    ],
)
def test_address_names_the_active_registration_or_the_latest(
    statuses: tuple[Status, ...], found: int
) -> None:
    desk = a_shared_desk(*statuses)
    assert finding_people.find(desk.list, "team@example.org", event="kickoff") == desk[found]


def test_any_several_are_ambiguous_where_addresses_are_shared() -> None:
    desk = a_shared_desk(CANCELLED, CONFIRMED)
    expected = Ambiguous, {"event": "kickoff", "matches": ["r1", "r2"]}
    assert (
        refused(
            lambda: finding_people.find(desk.list, "team@example.org", event="kickoff", shared_addresses=True)
        )
        == expected
    )


def test_the_latest_is_who_asked_last_and_not_who_has_the_last_number() -> None:
    desk = Desk().fill("Ans", "Bo")
    for number in (1, 2):
        desk.cancel(number)
    desk.register("Ans")
    desk.cancel(1)
    desk.edit(2, email="ans@example.org")
    assert finding_people.find(desk.list, "ans@example.org", event="kickoff").number == 1


def test_who_handed_over_a_seat_is_told_to_whom() -> None:
    desk = Desk().fill("Ans", "Bo")
    for name in ("Cas", "Ans", "Dirk"):
        desk.now += hours(1)
        desk.substitute(2, name) if name != "Ans" else desk.edit(2, role="coach")
    facts = {"event": "kickoff", "registration": "r2", "at": desk.now}
    assert refused(lambda: finding_people.find(desk.list, "CAS@example.org", event="kickoff")) == (
        HandedOver,
        facts,
    )
    assert finding_people.find(desk.list, "ans@example.org", event="kickoff").number == 1
    desk.edit(2, email="eef@example.org")
    assert (
        refused(lambda: finding_people.find(desk.list, "dirk@example.org", event="kickoff"))[0]
        is PersonNotFound
    )


def test_who_handed_over_a_seat_twice_is_told_of_the_last_time() -> None:
    desk = Desk().fill("Ans", "Bo")
    for number, name in ((2, "Cas"), (1, "Dirk"), (1, "Ans"), (1, "Eef"), (2, "Fons")):
        desk.now += hours(1)
        desk.substitute(number, name)
    facts = {"event": "kickoff", "registration": "r1", "at": desk.now - hours(1)}
    assert refused(lambda: finding_people.find(desk.list, "ans@example.org", event="kickoff")) == (
        HandedOver,
        facts,
    )


def test_where_somebody_stood_is_told_line_by_line_the_oldest_last() -> None:
    desk = Desk().fill("Ans", "Bo")
    desk.edit(1, role="coach")
    desk.edit(1, name="Ans Proef")
    desk.edit(1, email="proef@example.org")
    found = [(one.code, one.name, one.email, one.entry) for one in finding_people.former(desk.list)]
    history = desk[1].history
    assert found == [
        ("r1", "Ans Proef", "ans@example.org", history[-1]),
        ("r1", "Ans Voorbeeld", "ans@example.org", history[-2]),
    ]


def test_who_left_without_a_history_left_when_the_request_came() -> None:
    desk = Desk().fill("Ans")
    assert rules.left_at(replace(desk[1], status=CANCELLED, history=())) == NOW


def test_who_has_no_seat_waits_for_no_session() -> None:
    desk = Desk().fill("Ans")
    assert not replace(desk[1], status=CANCELLED, waits_for=("main",)).waits


def test_a_queue_holds_those_who_wait_for_one_more_session_when_they_are_asked_for() -> None:
    desk = Desk(evenings(1, None, None))
    for name in ("Ans", "Bo"):
        desk.register(name, sessions=("d1",) if name == "Ans" else ("d2",))
    desk.now += hours(1)
    desk.register("Cas", sessions=("d1",))
    desk.now += hours(1)
    desk.choose(2, "d1", "d2", partial=True)
    assert desk[2].place() == (NOW + hours(2), 2)
    assert [r.number for r in rules.queue(desk.list)] == [3]
    assert [r.number for r in rules.queue(desk.list, also_partly=True)] == [3, 2]


def test_who_waits_for_two_sessions_stands_where_the_first_was_asked_for() -> None:
    desk = Desk(evenings(0, 0))
    desk.register("Ans", sessions=("d1",))
    desk.now += hours(1)
    desk.choose(1, "d1", "d2")
    assert (desk[1].place(), desk[1].place("d2")) == ((NOW, 1), (NOW + hours(1), 1))
    desk.choose(1, "d2")
    assert desk[1].place() == (NOW + hours(1), 1)


def test_same_person_is_the_active_one_and_else_the_latest() -> None:
    desk = Desk().fill("Ans", "Bo", "Cas")
    for number, status in ((1, CANCELLED), (2, CONFIRMED), (3, CANCELLED)):
        desk.keep_one(replace(desk[number], status=status, email="an@example.org"))
    found = [seats.Book(desk.event, desk.list, NOW).same_as("An", "AN@example.org")]
    del desk.list[2]
    book = seats.Book(desk.event, desk.list, NOW)
    found += [book.same_as("An", "an@example.org"), book.same_as("An", "nobody@example.org")]
    assert [r and r.number for r in found] == [2, 3, None]


# ----------------------------------------------------------------------- editing
def test_editing_writes_what_changed() -> None:
    desk = Desk().fill("Ans")
    before = desk[1]
    changes = {"name": ("Ans Voorbeeld", "ANS van 't Voorbeeld"), "role": (None, "coach")}
    corrected = Entry(at=desk.now, by="organiser", what="edited", changes=changes)
    desk.edit(1, name="ANS van 't Voorbeeld", role="coach", email="ans@example.org")
    expected = replace(
        before, name="ANS van 't Voorbeeld", role="coach", history=(*before.history, corrected)
    )
    assert desk[1] == expected


def test_editing_nothing_changes_nothing() -> None:
    desk = Desk().fill("Ans")
    before = desk[1]
    assert desk.edit(1, name="Ans Voorbeeld") is before
    assert desk.edit(1) is before


@pytest.mark.parametrize("move", [seats.edit, seats.substitute])
def test_nobody_becomes_somebody_who_is_on_the_list(move: Callable[..., object]) -> None:
    desk = Desk(an_event(capacity=1)).fill("Ans", "Bo")
    expected = OtherName, {"event": "kickoff", "registration": "r2", "status": WAITING}
    assert refused(lambda: move(desk.event, desk.list, desk[1], act(), email="BO@example.org")) == expected


def test_own_address_may_be_written_otherwise() -> None:
    desk = Desk().fill("Ans")
    assert desk.edit(1, email="ANS@example.org").email == "ANS@example.org"


def test_name_may_change_while_addresses_are_shared() -> None:
    desk = a_shared_desk(CONFIRMED, CONFIRMED)
    desk.edit(1, name="Lid 3")
    expected = AlreadyRegistered, {"event": "kickoff", "registration": "r2", "status": CONFIRMED}
    assert refused(lambda: desk.edit(1, name="LID  2")) == expected


def test_who_is_off_may_be_corrected_into_somebody_on_the_list() -> None:
    desk = Desk().fill("Ans", "Bo")
    desk.cancel(1)
    assert desk.edit(1, email="bo@example.org").status is CANCELLED


# ----------------------------------------------------------------- handing over
@pytest.mark.parametrize("status", [CONFIRMED, PENDING, WAITING])
def test_substitute_takes_over_seat_and_place_and_both_names_stay(status: Status) -> None:
    desk = Desk(an_event(capacity=1)).fill("Ans", "Bo", "Cas")
    if status is WAITING:
        desk.amend(capacity=0, force=True, why="no room")
    before = desk.keep_one(replace(desk[1], status=status))
    queue = desk.queue()
    after = desk.substitute(1, "Dirk")
    changes = {
        "name": ("Ans Voorbeeld", "Dirk Voorbeeld"),
        "email": ("ans@example.org", "dirk@example.org"),
    }
    handed = Entry(at=desk.now, by="organiser", what="substituted", changes=changes)
    assert after == replace(
        before, name="Dirk Voorbeeld", email="dirk@example.org", history=(*before.history, handed)
    )
    assert desk.queue() == queue


@pytest.mark.parametrize("status", [DECLINED, CANCELLED])
def test_who_is_off_has_nothing_to_hand_over(status: Status) -> None:
    desk = Desk().fill("Ans")
    desk.keep_one(replace(desk[1], status=status))
    expected = NotActive, {"event": "kickoff", "registration": "r1", "status": status}
    assert refused(lambda: desk.substitute(1, "Bo")) == expected


def test_seat_of_a_cancelled_event_is_not_handed_over() -> None:
    desk = Desk().fill("Ans")
    desk.keep_one(replace(desk[1], status=CANCELLED))
    desk.event = replace(desk.event, cancelled_at=NOW)
    assert refused(lambda: desk.substitute(1, "Bo")) == (
        EventCancelled,
        {"event": "kickoff", "cancelled_at": NOW},
    )


def test_who_handed_over_a_seat_may_register_again() -> None:
    desk = Desk().fill("Ans")
    desk.substitute(1, "Bo")
    desk.register("Ans")
    assert [(r.code, r.name) for r in desk.list.values()] == [("r1", "Bo Voorbeeld"), ("r2", "Ans Voorbeeld")]


def test_a_substitute_at_an_event_for_members_is_a_member() -> None:
    desk = Desk(an_event(members_of="opdc")).fill("Ans")
    fields: dict[str, Any] = {"name": "Bo Voorbeeld", "email": "bo@example.org"}
    assert refused(
        lambda: seats.substitute(desk.event, desk.list, desk[1], desk.act(), member=False, **fields)
    ) == (SubstituteNotAMember, {"event": "kickoff", "group": "opdc"})
    outcome = seats.substitute(desk.event, desk.list, desk[1], desk.act(), **fields)
    assert outcome.subject is not None
    assert outcome.subject.name == "Bo Voorbeeld"


def test_who_cancelled_may_come_as_a_substitute() -> None:
    desk = Desk().fill("Ans", "Bo")
    desk.cancel(2)
    desk.substitute(1, "Bo")
    expected = AlreadyRegistered, {"event": "kickoff", "registration": "r1", "status": CONFIRMED}
    assert refused(lambda: desk.register("Bo")) == expected


# ------------------------------------------------------------------------- as of
def a_past() -> tuple[Desk, list[dict[int, Registration]]]:
    """Return a desk after an hour in which much happened, and its list after each step, a minute apart."""
    desk = Desk(an_event(capacity=1))
    steps: list[Callable[[], object]] = [
        lambda: desk.register("Ans", sessions=("main",)),
        lambda: desk.register("Bo"),
        lambda: desk.substitute(1, "Cas"),
        lambda: desk.cancel(1),
        lambda: desk.register("Cas", received_at=NOW + hours(1), note="back", sessions=(), revive=True),
        lambda: desk.substitute(1, "Dirk"),
        lambda: desk.edit(2, organisation="Proefhuis"),
        lambda: desk.promote(1, force=True, why="speaker"),
        lambda: desk.decline(1) if desk[1].status is PENDING else desk.cancel(1),
    ]
    lists = []
    for step in steps:
        step()
        lists.append(dict(desk.list))
        desk.now += hours(1)
    return desk, lists


@pytest.mark.parametrize("step", range(9))
def test_list_of_any_moment_is_made_again(step: int) -> None:
    desk, lists = a_past()
    assert {r.number: r for r in past.as_of(desk.list.values(), NOW + hours(step))} == lists[step]


def test_list_as_of_a_moment_holds_what_happened_at_that_moment_and_nothing_later() -> None:
    desk, lists = a_past()
    before = past.as_of(desk.list.values(), NOW + hours(3) - INSTANT)
    assert ({r.number: r for r in before}, before[0].status) == (lists[2], CONFIRMED)


def test_list_as_of_a_moment_before_everything_is_empty() -> None:
    desk, _ = a_past()
    assert past.as_of(desk.list.values(), NOW - INSTANT) == []


def test_list_as_of_closing_time_holds_who_was_handed_a_seat_later_under_the_old_name() -> None:
    desk = Desk().fill("Ans")
    then = desk.now
    desk.now += hours(1)
    desk.substitute(1, "Bo")
    assert [(r.name, r.email) for r in past.as_of(desk.list.values(), then)] == [
        ("Ans Voorbeeld", "ans@example.org")
    ]


def test_past_receipt_is_an_instant_again() -> None:
    desk, _ = a_past()
    then = past.as_of(desk.list.values(), NOW + hours(3))[0]
    assert (then.received_at, type(then.received_at), then.sessions) == (NOW, datetime, ("main",))
