"""Rules 10 and 15: caps that come down, and sessions with a cap of their own."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from netwerk_cli.domain import seats
from netwerk_cli.domain.events import Event, Promotion, SessionChoice
from netwerk_cli.domain.registrations import Status
from netwerk_cli.domain.seats import Outcome
from netwerk_cli.errors import ReasonNeeded
from netwerk_cli.errors.planning import CapacityBelowSeats, SessionCapBelowSeats
from netwerk_cli.errors.seats import EventFull, NotNextInQueue, SeatsClaimed, SessionFull, SessionsOverlap
from tests.builders import ENDS_AT, Desk, a_request, a_session, an_event, hours, refused

CONFIRMED, WAITING, CANCELLED = Status.CONFIRMED, Status.WAITING, Status.CANCELLED


def two_rooms(a: int | None = 1, b: int | None = 1, **fields: object) -> Event:
    """Return an event with sessions a and b, each with a cap, and c without one."""
    return an_event(
        sessions=(
            a_session("a", capacity=a),
            a_session("b", capacity=b, starts_at=ENDS_AT, ends_at=ENDS_AT + hours(1)),
            a_session("c", starts_at=ENDS_AT + hours(1), ends_at=ENDS_AT + hours(2)),
        ),
        **fields,
    )


def held(desk: Desk) -> tuple[int, int, int]:
    """Return the seats held in the event and in its two rooms."""
    return seats.seats_held(desk.list), seats.seats_held(desk.list, "a"), seats.seats_held(desk.list, "b")


# --------------------------------------------------------------- caps coming down
def test_cap_below_the_seats_held_is_refused() -> None:
    desk = Desk(an_event(capacity=3)).fill("Ans", "Bo", "Cas")
    expected = CapacityBelowSeats, {"event": "kickoff", "seats_held": 3, "capacity": 2}
    assert refused(lambda: desk.amend(capacity=2)) == expected


def test_first_cap_below_the_seats_held_is_refused() -> None:
    desk = Desk(an_event(capacity=None)).fill("Ans", "Bo")
    assert refused(lambda: desk.amend(capacity=1))[0] is CapacityBelowSeats


def test_cap_at_the_seats_held_is_accepted() -> None:
    desk = Desk(an_event(capacity=3)).fill("Ans", "Bo")
    desk.amend(capacity=2)
    assert (desk.event.capacity, desk.statuses()) == (2, {1: CONFIRMED, 2: CONFIRMED})


def test_forced_cap_leaves_everybody_seated_and_keeps_the_reason() -> None:
    desk = Desk(an_event(capacity=3)).fill("Ans", "Bo", "Cas", "Dirk")
    desk.amend(capacity=1, force=True, why="smaller room")
    assert desk.statuses() == {1: CONFIRMED, 2: CONFIRMED, 3: CONFIRMED, 4: WAITING}
    assert (desk.event.capacity, desk.event.history[-1].why) == (1, "smaller room")
    assert (desk.event.history[-1].changes, held(desk)[0]) == ({"capacity": (3, 1)}, 3)


def test_forced_cap_needs_a_reason() -> None:
    desk = Desk(an_event(capacity=1)).fill("Ans")
    assert refused(lambda: desk.amend(capacity=0, force=True)) == (ReasonNeeded, {})


def test_cap_of_an_event_that_is_over_may_rise_without_reaching_the_seats_held() -> None:
    desk = Desk(an_event(capacity=3)).fill("Ans", "Bo", "Cas")
    desk.amend(capacity=1, force=True, why="smaller room")
    desk.amend(capacity=2)
    assert desk.event.capacity == 2


def test_event_that_is_over_may_change_otherwise() -> None:
    desk = Desk(an_event(capacity=2)).fill("Ans", "Bo")
    desk.amend(capacity=1, force=True, why="smaller room")
    desk.amend(title="Start")
    assert (desk.event.title, desk.event.capacity) == ("Start", 1)


def test_newcomer_waits_while_the_event_is_over_its_cap() -> None:
    desk = Desk(an_event(capacity=2)).fill("Ans", "Bo")
    desk.amend(capacity=1, force=True, why="smaller room")
    desk.cancel(1)
    desk.register("Cas")
    assert desk.statuses() == {1: CANCELLED, 2: CONFIRMED, 3: WAITING}


def test_session_cap_below_the_seats_held_is_refused() -> None:
    desk = Desk(two_rooms(a=2)).fill("Ans")
    desk.register("Bo", sessions=("a",))
    expected = SessionCapBelowSeats, {"event": "kickoff", "session": "a", "seats_held": 2, "capacity": 1}
    assert refused(lambda: desk.cap("a", 1)) == expected


def test_new_session_with_fewer_seats_than_people_who_attend_everything_is_refused() -> None:
    desk = Desk().fill("Ans", "Bo")
    small = (*desk.event.sessions, a_session("small", capacity=1))
    expected = SessionCapBelowSeats, {"event": "kickoff", "session": "small", "seats_held": 2, "capacity": 1}
    assert refused(lambda: desk.amend(sessions=small)) == expected


def test_forced_session_cap_leaves_everybody_seated() -> None:
    desk = Desk(two_rooms(a=2, b=None)).fill("Ans", "Bo")
    desk.amend(sessions=two_rooms(a=1, b=None).sessions, force=True, why="smaller room")
    assert desk.statuses() == {1: CONFIRMED, 2: CONFIRMED}


def test_force_does_not_put_somebody_in_two_places_at_once() -> None:
    desk = Desk(an_event(sessions=(a_session("a"), a_session("b"))))
    expected = SessionsOverlap, {"event": "kickoff", "session": "a", "other": "b"}
    assert refused(lambda: desk.register("Ans", sessions=("a", "b"), force=True, why="please")) == expected


# ------------------------------------------------------------------------ pools
@pytest.mark.parametrize(
    ("chosen", "expected"),
    [
        pytest.param((), (1, 1, 1), id="everything"),
        pytest.param(("a",), (1, 1, 0), id="one session"),
        pytest.param(("a", "b"), (1, 1, 1), id="both"),
        pytest.param(("c",), (1, 0, 0), id="one without a cap"),
    ],
)
def test_a_seat_is_held_in_the_event_and_in_every_chosen_session(
    chosen: tuple[str, ...], expected: tuple[int, int, int]
) -> None:
    desk = Desk(two_rooms(capacity=5))
    desk.register("Ans", sessions=chosen)
    assert held(desk) == expected


@pytest.mark.parametrize(
    "chosen", [(), ("a", "b"), ("b", "a")], ids=["everything", "both", "the other way round"]
)
def test_it_is_all_the_chosen_sessions_or_none(chosen: tuple[str, ...]) -> None:
    desk = Desk(two_rooms(a=1, b=2))
    desk.register("Ans", sessions=("a",))
    desk.register("Bo", sessions=chosen)
    assert (desk[2].status, held(desk)) == (WAITING, (1, 1, 0))


def test_full_event_seats_nobody_in_a_session_with_room() -> None:
    desk = Desk(two_rooms(capacity=1))
    desk.register("Ans", sessions=("c",))
    desk.register("Bo", sessions=("a",))
    assert (desk[2].status, held(desk)) == (WAITING, (1, 0, 0))


def test_session_with_a_cap_of_nought_seats_nobody() -> None:
    desk = Desk(two_rooms(a=0))
    desk.register("Ans", sessions=("a",))
    assert desk[1].status is WAITING


@pytest.mark.parametrize(
    ("ids", "capacity", "expected"),
    [
        pytest.param(("1", "z"), 0, (EventFull, None), id="the event goes before its sessions"),
        pytest.param(("1", "z"), None, (SessionFull, "1"), id="sessions in their order"),
        pytest.param(("z", "1"), None, (SessionFull, "z"), id="sessions in their order, not by name"),
    ],
)
def test_what_is_full_is_told_in_a_fixed_order(
    ids: tuple[str, ...], capacity: int | None, expected: tuple[type, str | None]
) -> None:
    desk = Desk(
        an_event(
            capacity=capacity,
            sessions=tuple(a_session(id, capacity=0) for id in ids),
            session_choice=SessionChoice.ALL,
        )
    )
    kind, facts = refused(lambda: desk.register("Ans", waiting_list=False))
    assert (kind, facts.get("session")) == expected


def test_full_session_is_named_with_its_seats() -> None:
    desk = Desk(two_rooms()).fill("Ans")
    expected = SessionFull, {"event": "kickoff", "session": "b", "seats_held": 1, "capacity": 1}
    assert refused(lambda: desk.register("Bo", sessions=("b", "c"), waiting_list=False)) == expected


def test_waiting_for_a_full_session_holds_up_nobody_who_does_not_need_it() -> None:
    desk = Desk(two_rooms(capacity=3))
    for name, chosen in (("Ans", ("a",)), ("Bo", ("a",)), ("Cas", ("b",)), ("Dirk", ("a", "c"))):
        desk.register(name, sessions=chosen)
    assert desk.statuses() == {1: CONFIRMED, 2: WAITING, 3: CONFIRMED, 4: WAITING}


def test_freed_seat_goes_to_the_first_one_who_needs_only_what_is_free() -> None:
    desk = Desk(two_rooms(capacity=2))
    for name, chosen in (
        ("Ans", ("a",)),
        ("Bo", ("b",)),
        ("Cas", ("a", "b")),
        ("Dirk", ("b",)),
        ("Eef", ("b",)),
    ):
        desk.register(name, sessions=chosen)
    desk.cancel(2)
    assert desk.statuses() == {1: CONFIRMED, 2: CANCELLED, 3: WAITING, 4: CONFIRMED, 5: WAITING}


def test_who_waits_for_two_sessions_moves_up_when_both_have_a_seat() -> None:
    desk = Desk(two_rooms())
    for name, chosen in (("Ans", ("a",)), ("Bo", ("b",)), ("Cas", ("a", "b"))):
        desk.register(name, sessions=chosen)
    desk.event = replace(desk.event, promotion=Promotion.MANUAL)
    desk.cancel(1)
    desk.cancel(2)
    desk.amend(promotion=Promotion.AUTO)
    assert (desk[3].status, held(desk)) == (CONFIRMED, (1, 1, 1))


def test_one_freed_seat_is_never_given_twice() -> None:
    desk = Desk(two_rooms(a=1, b=5))
    for name, chosen in (("Ans", ("a",)), ("Bo", ("a",)), ("Cas", ("a", "b")), ("Dirk", ())):
        desk.register(name, sessions=chosen)
    outcome = desk.cancel(1)
    assert ([r.number for r in outcome.promoted], held(desk)) == ([2], (1, 1, 0))


def test_one_freed_seat_of_the_event_is_never_given_to_people_of_two_sessions() -> None:
    desk = Desk(two_rooms(a=5, b=5, capacity=1))
    for name, chosen in (("Ans", ("c",)), ("Bo", ("a",)), ("Cas", ("b",))):
        desk.register(name, sessions=chosen)
    assert [r.number for r in desk.cancel(1).promoted] == [2]


def test_raised_session_cap_moves_up_who_waits_for_it() -> None:
    desk = Desk(two_rooms())
    for name, chosen in (("Ans", ("a",)), ("Bo", ("a", "b")), ("Cas", ("a",)), ("Dirk", ("a",))):
        desk.register(name, sessions=chosen)
    assert [r.number for r in desk.cap("a", 3).promoted] == [2, 3]


def test_session_that_loses_its_cap_seats_everybody_who_waits_for_it() -> None:
    desk = Desk(two_rooms(a=0))
    for name in ("Ans", "Bo"):
        desk.register(name, sessions=("a",))
    assert [r.number for r in desk.cap("a", None).promoted] == [1, 2]


# --------------------------------------------------- a seat in some sessions, waiting for others
def attend(desk: Desk, number: int, *sessions: str) -> Outcome:
    return desk.keep(seats.choose(desk.event, desk.list, desk[number], desk.act(), sessions))


def a_desk_with_somebody_partly_seated(**fields: Any) -> Desk:
    """Return a desk where r1 has the one seat in a, and r2 a seat in b while waiting for a."""
    desk = Desk(two_rooms(b=5, **fields))
    desk.register("Ans", sessions=("a",))
    request = a_request("Bo", sessions=("a", "b"))
    desk.keep(seats.register(desk.event, desk.list, request, desk.act(), partial=True))
    return desk


def test_who_asks_for_whatever_is_free_gets_it_and_waits_for_the_rest() -> None:
    desk = a_desk_with_somebody_partly_seated()
    assert (desk[2].status, desk[2].sessions, desk[2].waits_for) == (CONFIRMED, ("a", "b"), ("a",))
    assert held(desk) == (2, 1, 1)


def test_who_waits_for_one_more_session_moves_up_into_it() -> None:
    desk = a_desk_with_somebody_partly_seated()
    outcome = desk.cancel(1)
    assert (outcome.promoted, desk[2].waits_for, held(desk)) == ((desk[2],), (), (1, 1, 1))


@pytest.mark.parametrize("chosen", [("a",), ("a", "b"), ()], ids=["that session", "both", "everything"])
def test_newcomer_does_not_overtake_who_waits_for_one_more_session(chosen: tuple[str, ...]) -> None:
    desk = a_desk_with_somebody_partly_seated(promotion=Promotion.MANUAL)
    desk.cancel(1)
    desk.register("Cas", sessions=chosen)
    assert (desk[3].status, held(desk)) == (WAITING, (1, 0, 1))


def test_newcomer_passes_who_waits_for_a_session_that_the_newcomer_does_not_need() -> None:
    desk = a_desk_with_somebody_partly_seated(promotion=Promotion.MANUAL)
    desk.cancel(1)
    desk.register("Cas", sessions=("b",))
    assert (desk[3].status, held(desk)) == (CONFIRMED, (2, 0, 2))


@pytest.mark.parametrize("chosen", [("a", "b"), ()], ids=["by name", "everything"])
def test_choosing_a_full_session_later_can_be_waiting_for_it(chosen: tuple[str, ...]) -> None:
    desk = Desk(two_rooms(b=5))
    for name, first in (("Ans", ("a",)), ("Bo", ("b",))):
        desk.register(name, sessions=first)
    desk.choose(2, *chosen, partial=True)
    assert (desk[2].sessions, desk[2].waits_for, held(desk)) == (chosen, ("a",), (2, 1, 1))


def test_leaving_a_session_frees_its_seat_at_once() -> None:
    desk = Desk(two_rooms(b=5))
    for name, chosen in (("Ans", ("a", "b")), ("Bo", ("a",))):
        desk.register(name, sessions=chosen)
    outcome = attend(desk, 1, "b")
    assert (outcome.promoted, desk.statuses(), held(desk)) == (
        (desk[2],),
        {1: CONFIRMED, 2: CONFIRMED},
        (2, 1, 1),
    )


# ------------------------------------------------------------- pools and promotion by hand
def a_manual_desk() -> Desk:
    """Return a desk where r2 waits for full session a, r3 and r4 for the seat that is free in b."""
    desk = Desk(two_rooms(promotion=Promotion.MANUAL))
    requests = (("Ans", ("a",)), ("Bo", ("a",)), ("Cas", ("b",)), ("Dirk", ("b",)), ("Eef", ("b",)))
    for name, chosen in requests:
        desk.register(name, sessions=chosen)
    desk.cancel(3)
    return desk


def test_newcomer_who_needs_a_seat_that_is_claimed_waits() -> None:
    desk = a_manual_desk()
    expected = SeatsClaimed, {"event": "kickoff", "waiting": 2}
    assert refused(lambda: desk.register("Fons", sessions=("b",), waiting_list=False)) == expected


def test_newcomer_who_needs_nothing_that_is_claimed_also_waits_behind_a_queue_for_the_event() -> None:
    """Those told to wait for b also wait for the event: nobody passes them there."""
    desk = a_manual_desk()
    desk.register("Fons", sessions=("c",))
    assert desk[6].status is WAITING


def test_promoting_the_queue_passes_over_who_waits_for_a_full_session() -> None:
    desk = a_manual_desk()
    assert [r.number for r in desk.promote(count=9).promoted] == [4]


def test_promoting_one_person_passes_those_who_wait_for_a_full_session() -> None:
    desk = a_manual_desk()
    desk.promote(4)
    assert (desk[4].status, desk[4].override) == (CONFIRMED, None)


def test_promoting_one_person_past_those_who_wait_for_the_same_session_is_refused() -> None:
    desk = a_manual_desk()
    expected = NotNextInQueue, {"event": "kickoff", "registration": "r5", "position": 2, "ahead": 1}
    assert refused(lambda: desk.promote(5)) == expected


def test_promoting_when_every_session_that_people_wait_for_is_full_names_the_first() -> None:
    desk = a_manual_desk()
    desk.promote()
    expected = SessionFull, {"event": "kickoff", "session": "a", "seats_held": 1, "capacity": 1}
    assert refused(desk.promote) == expected
