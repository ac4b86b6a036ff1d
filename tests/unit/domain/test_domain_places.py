"""Rules 13, 14 and 15: places in the queue of each session, and sessions that are off, over or left out."""

from __future__ import annotations

from dataclasses import replace

import pytest

from netwerk_cli.domain import seats
from netwerk_cli.domain.events import Promotion, WhenFull
from netwerk_cli.domain.registrations import Status
from netwerk_cli.domain.seats import Book, Ledger
from netwerk_cli.domain.set_asides import SetAside
from netwerk_cli.errors import BadValue, NetwerkError
from netwerk_cli.errors.planning import SessionCapBelowSeats
from netwerk_cli.errors.seats import (
    EventClosed,
    EventFull,
    NotAMember,
    OrganisationLimit,
    SessionCancelled,
    SessionStarted,
)
from tests.builders import (
    NOW,
    Desk,
    a_request,
    a_session,
    act,
    an_event,
    at_the_time_of,
    evenings,
    hours,
    partly,
    refused,
    turned,
)

CONFIRMED, WAITING = Status.CONFIRMED, Status.WAITING


def test_who_cancels_and_comes_back_jumps_no_queue() -> None:
    desk = Desk(evenings(None, 1))
    desk.register("Ans", sessions=("d2",))
    desk.register("Bo", sessions=("d1",))
    desk.choose(2, "d1", "d2", partial=True)
    desk.cancel(2)
    desk.now += hours(1)
    desk.register("Cas", sessions=("d2",))
    desk.now += hours(1)
    desk.register("Bo", sessions=("d2",))
    desk.cancel(1)
    assert (desk[3].status, desk[2].status) == (CONFIRMED, WAITING)


def test_asking_for_one_more_session_costs_nobody_the_place_for_another() -> None:
    desk = Desk(evenings(None, 1, 1))
    desk.register("Ans", sessions=("d2",))
    desk.register("Zoe", sessions=("d3",))
    for name in ("Bo", "Cas"):
        desk.now += hours(1)
        desk.register(name, sessions=("d1", "d2"), partial=True)
    desk.now += hours(1)
    desk.choose(3, "d1", "d2", "d3", partial=True)
    desk.cancel(1)
    assert (desk[3].waits_for, desk[4].waits_for) == (("d3",), ("d2",))


def test_calling_a_session_off_seats_nobody_who_waited_for_it() -> None:
    desk = Desk(evenings(1, 1))
    desk.register("Ans", sessions=("d1",))
    desk.register("Bo", sessions=("d1",))
    turned(desk, "d1")
    assert desk.statuses() == {1: CONFIRMED, 2: WAITING}
    assert refused(lambda: desk.promote(2))[0] is SessionCancelled
    turned(desk, "d1")
    assert desk.statuses() == {1: CONFIRMED, 2: WAITING}


def test_a_seat_goes_past_who_waits_for_what_is_off() -> None:
    desk = Desk(evenings(1, 1, capacity=1))
    for name, session in (("Ans", "d2"), ("Bo", "d1"), ("Cas", "d2")):
        desk.register(name, sessions=(session,))
    turned(desk, "d1")
    desk.cancel(1)
    assert (desk[2].status, desk[3].status) == (WAITING, CONFIRMED)


def test_promoting_by_hand_into_a_session_that_is_off_is_refused() -> None:
    desk = Desk(evenings(None, 1))
    desk.register("Ans", sessions=("d2",))
    desk.register("Bo", partial=True)
    turned(desk, "d2")
    assert refused(lambda: desk.promote(2))[0] is SessionCancelled
    assert refused(lambda: desk.promote())[0] is SessionCancelled


def test_who_comes_while_a_session_is_off_takes_no_seat_of_those_who_had_one() -> None:
    desk = Desk(evenings(1, None))
    desk.register("Ans")
    turned(desk, "d1")
    desk.register("Bo")
    assert (desk[2].status, desk[2].waits_for) == (CONFIRMED, ("d1",))
    turned(desk, "d1")
    assert (desk[1].waits_for, desk[2].waits_for) == ((), ("d1",))


def test_who_is_excused_from_one_session_stays_in_the_whole_series() -> None:
    desk = Desk(evenings(None, None)).fill("Ans")
    desk.excuse(1, "d2")
    later = a_session("d3", starts_at=NOW + hours(72), ends_at=NOW + hours(73))
    desk.amend(sessions=(*desk.event.sessions, later))
    assert [s for s in ("d1", "d2", "d3") if desk[1].is_for(s)] == ["d1", "d3"]


def test_what_is_dropped_is_said_and_later_sessions_are_kept() -> None:
    desk = Desk(evenings(None, 1)).fill("Ans")
    outcome = desk.register("Bo", partial=True, waiting_list=False)
    assert outcome.dropped == ("d2",)
    assert (desk[2].sessions, desk[2].without) == ((), ("d2",))


def test_each_evening_has_an_end_of_promotion_of_its_own() -> None:
    desk = Desk(evenings(1, 1))
    for name, session in (("Ans", "d1"), ("Bo", "d1"), ("Cas", "d2"), ("Dirk", "d2")):
        desk.register(name, sessions=(session,))
    desk.now = NOW + hours(24)
    desk.cancel(1)
    desk.cancel(3)
    assert (desk[2].status, desk[4].status) == (WAITING, CONFIRMED)
    assert refused(lambda: desk.promote(2))[0] is SessionStarted


def test_nobody_moves_up_into_what_coincides_with_what_they_have() -> None:
    desk = Desk(evenings(None, 1))
    desk.register("Ans", sessions=("d2",))
    desk.register("Bo", sessions=("d1", "d2"), partial=True)
    d1, d2 = desk.event.sessions
    desk.amend(sessions=(d1, *at_the_time_of(d1, d2)))
    desk.cancel(1)
    assert desk[2].waits_for == ("d2",)


def test_the_place_is_counted_in_the_queue_of_what_somebody_waits_for() -> None:
    desk = Desk(evenings(1, 1))
    for name, session in (("Ans", "d1"), ("Bo", "d2"), ("Cas", "d1"), ("Dirk", "d2"), ("Eef", "d2")):
        desk.register(name, sessions=(session,))
    book = Book(desk.event, desk.list, desk.now)
    assert [book.position(desk[n]) for n in (3, 4, 5)] == [1, 1, 2]


def test_seats_set_aside_mean_nothing_where_there_is_no_cap() -> None:
    event = an_event(set_asides=(SetAside(audience="clb", seats=1, until=NOW + hours(1)),))
    desk = Desk(event).fill("Ans")
    assert desk[1].status is CONFIRMED
    assert Ledger(desk.event, desk.list, NOW).for_others() == 0


def test_a_correction_hands_no_seat_to_who_is_not_a_member() -> None:
    desk = Desk(an_event(members_of="coaches")).fill("Ans")
    assert refused(lambda: desk.edit(1, email="bo@example.org", member=False))[0] is NotAMember
    desk.edit(1, name="Ans de Voorbeeld", member=False)
    assert desk[1].name == "Ans de Voorbeeld"


def test_a_limit_can_be_set_aside_when_somebody_is_corrected() -> None:
    desk = Desk(an_event(organisation_limit=1))
    desk.register("Ans", organisation="Proefhuis")
    desk.register("Bo", organisation="Proevehuis")
    assert refused(lambda: desk.edit(2, organisation="Proefhuis"))[0] is OrganisationLimit
    desk.keep(desk.edit_by_force(2, "a typing error", organisation="Proefhuis"))
    assert desk[2].override == "a typing error"


@pytest.mark.parametrize("when_full", WhenFull)
def test_a_list_of_requests_gives_row_for_row_what_they_give_one_by_one(when_full: WhenFull) -> None:
    event = evenings(3, 1, capacity=3, organisation_limit=2, when_full=when_full)
    one_by_one, at_once = Desk(event), Book(Desk(event).event, {}, NOW)
    choices: tuple[tuple[str, ...], ...] = ((), ("d1",), ("d2",), ("d1", "d2"))
    for number in range(60):
        request = a_request(f"P{number % 23}", sessions=choices[number % 4], organisation=f"O{number % 5}")
        results: list[object] = []
        try:
            outcome = seats.register(one_by_one.event, one_by_one.list, request, act())
            results.append(one_by_one.keep(outcome).subject)
        except NetwerkError as err:
            results.append((type(err), err.facts))
        try:
            results.append(seats.enter(at_once, request, act()).subject)
        except NetwerkError as err:
            results.append((type(err), err.facts))
        assert results[0] == results[1]
    assert (at_once.people, at_once.event) == (one_by_one.list, one_by_one.event)


def test_a_full_event_names_no_session() -> None:
    desk = Desk(evenings(1, 1, capacity=1)).fill("Ans")
    assert refused(lambda: desk.register("Bo", waiting_list=False))[0] is EventFull


def test_a_series_closes_with_its_last_evening_and_each_evening_with_its_own_start() -> None:
    desk = Desk(evenings(None, None))
    assert desk.event.deadline == NOW + hours(48)
    desk.now = NOW + hours(24)
    assert refused(lambda: desk.register("Ans", sessions=("d1",)))[0] is SessionStarted
    desk.register("Bo")
    assert (desk[1].status, desk[1].without) == (CONFIRMED, ("d1",))
    desk.now = NOW + hours(48)
    assert refused(lambda: desk.register("Cas"))[0] is EventClosed


def test_what_reached_the_organiser_in_time_is_typed_in_later() -> None:
    desk = Desk(evenings(None, None))
    desk.now = NOW + hours(30)
    desk.register("Ans", received_at=NOW, sessions=("d1",))
    assert desk[1].is_for("d1")


def test_nobody_chooses_an_evening_that_has_started() -> None:
    desk = Desk(evenings(None, None))
    desk.register("Ans", sessions=("d2",))
    desk.now = NOW + hours(24)
    facts = {"event": "kickoff", "session": "d1", "starts_at": NOW + hours(24)}
    assert refused(lambda: desk.choose(1, "d1", "d2")) == (SessionStarted, facts)
    desk.choose(1, "d1", "d2", force=True, why="was there")
    assert (desk[1].sessions, desk[1].override) == (("d1", "d2"), "was there")


def test_who_waits_chooses_no_evening_that_has_started() -> None:
    desk = Desk(evenings(None, 0))
    desk.register("Ans", sessions=("d2",))
    desk.now = NOW + hours(24)
    assert refused(lambda: desk.choose(1, "d1"))[0] is SessionStarted
    assert desk[1].sessions == ("d2",)


def test_an_evening_that_was_kept_is_chosen_again_after_it_started() -> None:
    desk = Desk(evenings(None, None))
    desk.register("Ans", sessions=("d1", "d2"))
    desk.now = NOW + hours(24)
    desk.choose(1, "d1")
    assert desk[1].sessions == ("d1",)


def test_who_waits_asks_for_no_other_evening_after_the_closing() -> None:
    desk = Desk(evenings(None, 0, closes_at=NOW + hours(2)))
    desk.register("Ans", sessions=("d2",))
    desk.now = NOW + hours(2)
    assert refused(lambda: desk.choose(1, "d1", "d2"))[0] is EventClosed
    desk.choose(1, "d2")
    assert desk[1].sessions == ("d2",)


def test_nobody_is_put_back_beyond_the_cap_of_a_session_that_is_off() -> None:
    desk = Desk(evenings(None, 1)).fill("Ans")
    desk.cancel(1)
    desk.cap("d2", 0)
    turned(desk, "d2")
    desk.reinstate(1)
    assert (desk[1].status, desk[1].waits_for) == (CONFIRMED, ("d2",))


def test_force_seats_nobody_in_a_session_that_is_off() -> None:
    desk = Desk(evenings(None, 1)).fill("Ans")
    turned(desk, "d2")
    desk.register("Bo", force=True, why="speaker")
    assert (desk[2].status, desk[2].waits_for, desk[2].override) == (CONFIRMED, ("d2",), None)


def test_a_free_seat_in_a_session_that_is_off_is_nobodys_who_waits_for_another() -> None:
    desk = Desk(evenings(3, 1, None))
    desk.register("Ans")
    desk.register("Bo", partial=True)
    turned(desk, "d1")
    desk.register("Cas", partial=True)
    assert (desk[2].waits_for, desk[3].waits_for) == (("d2",), ("d2",))


def test_who_has_a_seat_in_what_is_off_keeps_no_newcomer_waiting_for_it() -> None:
    desk = Desk(evenings(2, 1, None))
    desk.register("Ans", sessions=("d2",))
    desk.register("Bo", sessions=("d1", "d2"), partial=True)
    turned(desk, "d1")
    desk.register("Cas", partial=True)
    assert (desk[2].waits_for, desk[3].waits_for) == (("d2",), ("d2",))


def test_nobody_waits_for_an_evening_that_was_off_and_is_past() -> None:
    desk = Desk(evenings(1, None)).fill("Ans")
    turned(desk, "d1")
    desk.now = NOW + hours(24)
    desk.register("Bo")
    assert (desk[2].without, desk[2].waits_for) == (("d1",), ())


def test_who_moves_up_after_one_chosen_evening_has_the_other() -> None:
    desk = Desk(evenings(1, None))
    for name in ("Ans", "Bo"):
        desk.register(name, sessions=("d1", "d2"))
    desk.now = NOW + hours(24)
    turned(desk, "d1")
    turned(desk, "d1")
    desk.cancel(1)
    assert (desk[2].status, desk[2].sessions, desk[2].without) == (CONFIRMED, ("d2",), ())


def test_who_moves_up_stays_out_of_what_was_left_out() -> None:
    desk = Desk(evenings(None, None, None, capacity=1)).fill("Ans", "Bo")
    desk.excuse(2, "d2")
    desk.now = NOW + hours(24)
    desk.cancel(1)
    assert (desk[2].status, desk[2].without) == (CONFIRMED, ("d2", "d1"))


def test_nobody_waits_for_what_is_off_that_they_did_not_choose() -> None:
    desk = Desk(evenings(1, 1, None)).fill("Ans")
    turned(desk, "d1")
    desk.register("Bo", sessions=("d2",))
    desk.excuse(1, "d2")
    assert (desk[2].status, desk[2].waits_for) == (CONFIRMED, ())


def test_who_moves_up_waits_for_what_they_chose_that_is_off_and_full() -> None:
    desk = Desk(evenings(1, 1, None)).fill("Ans")
    desk.register("Bo", sessions=("d1", "d2"))
    turned(desk, "d1")
    desk.excuse(1, "d2")
    assert (desk[2].status, desk[2].sessions, desk[2].waits_for) == (CONFIRMED, ("d1", "d2"), ("d1",))


def test_what_was_left_out_and_is_over_is_left_out_once() -> None:
    desk = Desk(evenings(None, None, capacity=1)).fill("Ans", "Bo")
    desk.excuse(2, "d1")
    desk.now = NOW + hours(24)
    desk.cancel(1)
    assert (desk[2].status, desk[2].without) == (CONFIRMED, ("d1",))


def test_who_waits_for_something_else_keeps_no_newcomer_waiting_for_what_is_off() -> None:
    desk = Desk(evenings(2, None, 1)).fill("Ans")
    turned(desk, "d1")
    partly(desk, "Bo", sessions=("d2", "d3"))
    desk.register("Cas", sessions=("d3",))
    desk.register("Dirk", partial=True)
    assert (desk[4].status, desk[4].waits_for) == (CONFIRMED, ("d3",))


def test_nobody_overtakes_who_waits_for_nothing_but_what_is_off() -> None:
    desk = Desk(evenings(1, None))
    for name in ("Ans", "Bo"):
        desk.register(name, sessions=("d1",))
    turned(desk, "d1")
    desk.cancel(1)
    desk.register("Cas")
    assert (desk[2].status, desk[3].waits_for) == (WAITING, ("d1",))


def test_who_can_no_longer_move_up_holds_no_newcomer_up() -> None:
    desk = Desk(evenings(1, None))
    for name in ("Ans", "Bo"):
        desk.register(name, sessions=("d1",))
    turned(desk, "d1")
    desk.register("Cas", sessions=("d2",), waiting_list=False)
    desk.now = NOW + hours(24)
    desk.register("Dirk", sessions=("d2",), waiting_list=False)
    assert desk.statuses() == {1: CONFIRMED, 2: WAITING, 3: CONFIRMED, 4: CONFIRMED}


def test_who_waits_for_what_has_begun_is_before_nobody() -> None:
    desk = Desk(evenings(1, 1, None))
    desk.register("Ans", sessions=("d1", "d2"))
    partly(desk, "Bo", sessions=("d1", "d3"))
    desk.register("Cas")
    assert Book(desk.event, desk.list, desk.now).position(desk[3]) == 2
    assert Book(desk.event, desk.list, NOW + hours(24)).position(desk[3]) == 1


def test_those_who_can_no_longer_move_up_stand_in_order() -> None:
    desk = Desk(evenings(1, None, 1))
    desk.register("Ans", sessions=("d1", "d3"))
    partly(desk, "Bo", sessions=("d2", "d3"))
    for name in ("Cas", "Dirk"):
        desk.register(name, sessions=("d1",))
    turned(desk, "d1")
    book = Book(desk.event, desk.list, desk.now)
    assert [book.position(desk[n]) for n in (3, 4)] == [1, 2]


def test_the_place_is_that_in_the_longest_queue() -> None:
    desk = Desk(evenings(1, 1))
    desk.register("Ans")
    for name, sessions in (("Bo", ("d1",)), ("Cas", ("d1",)), ("Dirk", ("d1", "d2"))):
        desk.register(name, sessions=sessions)
    assert Book(desk.event, desk.list, desk.now).position(desk[4]) == 3


def test_a_queue_moves_up_in_a_book_that_somebody_left() -> None:
    desk = Desk(evenings(1)).fill("Ans", "Bo")
    book = Book(desk.event, desk.list, desk.now)
    seats.enter(book, a_request("Cas", desk.now), desk.act())
    book.put(replace(desk[1], status=Status.CANCELLED))
    outcome = seats.enter(book, a_request("Dirk", desk.now), desk.act())
    assert [r.number for r in outcome.promoted] == [2]


def test_who_handed_over_twice_is_known_by_the_last_time() -> None:
    desk = Desk(evenings(None)).fill("Dirk", "Ans")
    desk.substitute(2, "Fons")
    desk.now += hours(1)
    desk.substitute(1, "Ans")
    desk.now += hours(1)
    desk.substitute(1, "Eef")
    former = Book(desk.event, desk.list, desk.now).formerly("Ans Voorbeeld", "ans@example.org")
    assert former is not None
    assert (former.number, former.entry.at) == (1, desk.now)
    desk.now += hours(1)
    desk.substitute(2, "Ans")
    desk.now += hours(1)
    desk.substitute(2, "Gijs")
    former = Book(desk.event, desk.list, desk.now).formerly("Ans Voorbeeld", "ans@example.org")
    assert former is not None
    assert (former.number, former.entry.at) == (2, desk.now)


def test_nobody_waits_for_what_is_off_where_there_is_no_end_of_seats() -> None:
    desk = Desk(evenings(None, None))
    turned(desk, "d1")
    desk.register("Ans")
    assert (desk[1].waits_for, [s.id for s in desk.event.sessions if desk[1].is_for(s.id)]) == (
        (),
        ["d1", "d2"],
    )


def test_a_seat_that_freed_while_its_session_is_off_stays_for_who_waits_for_it() -> None:
    desk = Desk(evenings(1, None))
    for name in ("Ans", "Bo"):
        desk.register(name, partial=True)
    turned(desk, "d1")
    desk.cancel(1)
    desk.register("Cas")
    assert (desk[2].waits_for, desk[3].waits_for) == (("d1",), ("d1",))
    turned(desk, "d1")
    assert (desk[2].waits_for, desk[3].waits_for) == ((), ("d1",))


def test_a_seat_that_freed_while_its_session_is_off_is_taken_back_with_the_cancellation() -> None:
    desk = Desk(evenings(1, None))
    for name in ("Ans", "Bo"):
        desk.register(name, partial=True)
    turned(desk, "d1")
    desk.cancel(1)
    desk.reinstate(1)
    assert (desk[1].waits_for, desk[2].waits_for) == ((), ("d1",))


def test_who_waits_for_what_is_off_holds_nobody_up_in_what_takes_place() -> None:
    desk = Desk(evenings(None, 1, 1))
    desk.register("Ans", sessions=("d2", "d3"))
    for name in ("Bo", "Cas"):
        desk.register(name, sessions=("d1", "d2"), partial=True)
        desk.now += hours(1)
    desk.register("Dirk", sessions=("d1", "d2", "d3"), partial=True)
    desk.amend(promotion=Promotion.MANUAL)
    turned(desk, "d2")
    desk.cancel(1)
    assert [r.waits_for for r in desk.promote(4).promoted] == [("d2",)]


def test_an_event_with_and_one_without_an_own_cap_both_hold() -> None:
    desk = Desk(evenings(2, None, capacity=5)).fill("Ans", "Bo")
    facts = {"event": "kickoff", "session": "d1", "seats_held": 2, "capacity": 1}
    assert refused(lambda: desk.cap("d1", 1)) == (SessionCapBelowSeats, facts)


def test_a_session_cap_is_compared_with_the_seats_of_that_session_only() -> None:
    desk = Desk(evenings(2, None, capacity=5))
    for name, session in (("Ans", "d1"), ("Bo", "d2")):
        desk.register(name, sessions=(session,))
    desk.cap("d1", 1)
    assert desk.event.sessions[0].capacity == 1


def test_who_comes_late_to_a_session_on_an_event_without_a_cap_waits_for_nothing_else() -> None:
    desk = Desk(evenings(1, None))
    for name in ("Ans", "Bo"):
        desk.register(name, sessions=("d1",))
    assert refused(lambda: desk.excuse(2, "d1"))[0] is BadValue
    desk.choose(2, "d2")
    assert desk[2].status is CONFIRMED
