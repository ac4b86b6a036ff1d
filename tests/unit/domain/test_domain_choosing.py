"""Rules 15 and 18: other sessions, whatever is free, and a cancellation that is taken back."""

from __future__ import annotations

from dataclasses import replace

from netwerk_cli.domain import seats
from netwerk_cli.domain.events import Promotion
from netwerk_cli.domain.registrations import Status
from netwerk_cli.domain.seats import Book
from netwerk_cli.errors import BadValue, ReasonNeeded
from netwerk_cli.errors.seats import AlreadyRegistered, EventCancelled, SessionCancelled, SessionsOverlap
from netwerk_cli.wording import Wording
from tests.builders import (
    INSTANT,
    NOW,
    Desk,
    a_request,
    a_session,
    an_event,
    at_the_time_of,
    evenings,
    hours,
    partly,
    refused,
    turned,
)

CONFIRMED, WAITING = Status.CONFIRMED, Status.WAITING


# ------------------------------------------------------------------ taking a cancellation back
def test_nobody_is_put_back_in_an_event_that_is_off() -> None:
    desk = Desk(evenings(1)).fill("Ans")
    desk.cancel(1)
    desk.event = replace(desk.event, cancelled_at=NOW)
    assert refused(lambda: desk.reinstate(1)) == (EventCancelled, {"event": "kickoff", "cancelled_at": NOW})


def test_who_is_put_back_waits_again_for_what_is_full() -> None:
    desk = partly(Desk(evenings(1, 1, None)), "Ans", "Bo")
    desk.cancel(2)
    desk.edit(2, role="coach")
    desk.reinstate(2)
    assert (desk[2].status, desk[2].waits_for) == (CONFIRMED, ("d1", "d2"))


def test_who_is_put_back_has_the_old_place_in_each_queue() -> None:
    desk = Desk(evenings(1, None))
    desk.register("Ans")
    desk.register("Bo", sessions=("d2",))
    desk.now += hours(1)
    partly(desk, "Cas")
    desk.choose(2, "d1", "d2", partial=True)
    since = desk[2].waits_since
    desk.cancel(2)
    assert desk[2].waits_since == {}
    desk.now += hours(1)
    desk.reinstate(2)
    assert (desk[2].waits_since, since) == ({"d1": NOW + hours(2)}, {"d1": NOW + hours(2)})


def test_who_waited_for_a_seat_is_put_back_without_one() -> None:
    desk = Desk(evenings(1, 1, capacity=1)).fill("Ans", "Bo")
    turned(desk, "d1")
    desk.cancel(2)
    desk.reinstate(2)
    assert (desk[2].status, desk[2].waits_for) == (WAITING, ())


def test_who_is_put_back_waits_for_what_is_off_once_and_only_if_it_was_chosen() -> None:
    desk = partly(Desk(evenings(1, 1, None)), "Ans", "Bo")
    desk.register("Cas", sessions=("d3",))
    for session in ("d1", "d2"):
        turned(desk, session)
    for number in (2, 3):
        desk.cancel(number)
        desk.reinstate(number)
    assert [desk[n].waits_for for n in (2, 3)] == [("d1", "d2"), ()]


def test_who_was_corrected_into_somebody_else_who_left_is_put_back() -> None:
    desk = Desk(evenings(None)).fill("Ans", "Bo")
    desk.cancel(1)
    desk.cancel(2)
    desk.edit(1, email="bo@example.org")
    desk.reinstate(1)
    assert desk[1].status is CONFIRMED
    facts = {"event": "kickoff", "registration": "r1", "status": CONFIRMED}
    assert refused(lambda: desk.reinstate(2)) == (AlreadyRegistered, facts)


# ------------------------------------------------------------------ leaving and adding sessions
NONE_LEFT = (
    BadValue,
    {"field": "--session", "why": Wording("no session would be left; cancel the registration instead")},
)


def test_who_chose_by_name_is_excused_from_one() -> None:
    desk = Desk(evenings(None, None, None))
    desk.register("Ans", sessions=("d1", "d2"))
    desk.excuse(1, "d2")
    assert (desk[1].sessions, desk[1].without) == (("d1",), ())
    assert refused(lambda: desk.excuse(1, "d1")) == NONE_LEFT


def test_who_is_excused_twice_stays_excused_from_the_first() -> None:
    desk = Desk(evenings(1, 1, None)).fill("Ans")
    desk.excuse(1, "d1")
    desk.register("Bo", sessions=("d1",))
    desk.excuse(1, "d2")
    assert (desk[1].sessions, desk[1].without) == ((), ("d1", "d2"))
    assert refused(lambda: desk.excuse(1, "d3")) == NONE_LEFT


def test_an_evening_that_is_off_is_not_one_that_is_left() -> None:
    desk = Desk(evenings(None, None)).fill("Ans")
    turned(desk, "d1")
    assert refused(lambda: desk.excuse(1, "d2")) == NONE_LEFT


def test_an_evening_that_somebody_waits_for_is_not_one_that_is_left() -> None:
    desk = partly(Desk(evenings(1, None)), "Ans", "Bo")
    assert refused(lambda: desk.excuse(2, "d2")) == NONE_LEFT
    desk.excuse(2, "d1")
    assert (desk[2].without, desk[2].waits_for) == (("d1",), ())


def test_who_waits_for_everything_may_want_less() -> None:
    desk = Desk(evenings(1, None, capacity=1)).fill("Ans", "Bo")
    desk.excuse(2, "d1")
    assert (desk[2].status, desk[2].without) == (WAITING, ("d1",))


def test_choosing_by_force_needs_a_reason_and_an_event_that_is_on() -> None:
    desk = Desk(evenings(None, None)).fill("Ans")
    assert refused(lambda: desk.choose(1, "d1", force=True))[0] is ReasonNeeded
    desk.event = replace(desk.event, cancelled_at=NOW)
    assert refused(lambda: desk.choose(1, "d1"))[0] is EventCancelled


def test_nobody_chooses_what_is_off_or_coincides_and_what_was_chosen_stays() -> None:
    desk = Desk(evenings(None, None, None, None))
    desk.register("Ans", sessions=("d1", "d2"))
    d1, d2, d3, d4 = desk.event.sessions
    desk.amend(sessions=(d1, *at_the_time_of(d1, d2, d3), replace(d4, cancelled_at=NOW)))
    off = {"event": "kickoff", "session": "d4", "cancelled_at": NOW}
    assert refused(lambda: desk.choose(1, "d1", "d4")) == (SessionCancelled, off)
    both = {"event": "kickoff", "session": "d1", "other": "d3"}
    assert refused(lambda: desk.choose(1, "d1", "d3", force=True, why="speaker")) == (SessionsOverlap, both)
    desk.choose(1, "d2", "d1")
    assert desk[1].sessions == ("d2", "d1")
    desk.choose(1, "d3")
    both = {"event": "kickoff", "session": "d2", "other": "d3"}
    assert refused(lambda: desk.choose(1, "d2", "d3")) == (SessionsOverlap, both)
    first = {"event": "kickoff", "session": "d1", "other": "d3"}
    assert refused(lambda: desk.choose(1, "d1", "d3")) == (SessionsOverlap, first)


def test_who_chooses_everything_later_is_not_asked_about_what_is_over() -> None:
    desk = Desk(evenings(1, None, None))
    desk.register("Ans", sessions=("d1",))
    desk.register("Bo", sessions=("d2",))
    desk.now = NOW + hours(24)
    desk.choose(2)
    assert (desk[2].sessions, desk[2].without, desk[2].waits_for) == ((), ("d1",), ())


def test_who_goes_on_waiting_for_what_stays_waits_for_nothing_that_goes() -> None:
    desk = partly(Desk(evenings(1, 1, None, None)), "Ans", "Bo")
    desk.choose(2, "d1", "d3")
    assert desk[2].waits_for == ("d1",)


def test_who_goes_on_waiting_for_what_stays_waits_for_it_in_everything() -> None:
    desk = Desk(evenings(1, None, None))
    desk.register("Ans")
    partly(desk, "Bo", sessions=("d1", "d2"))
    desk.choose(2)
    assert (desk[2].sessions, desk[2].waits_for) == ((), ("d1",))
    desk.excuse(2, "d1")
    assert (desk[2].without, desk[2].waits_for) == (("d1",), ())


def test_who_chooses_a_free_session_has_it_in_one_line_of_history() -> None:
    desk = Desk(evenings(1, None))
    desk.register("Ans", sessions=("d2",))
    desk.now += hours(1)
    outcome = desk.choose(1, "d1", "d2")
    assert (outcome.promoted, desk[1].waits_for, desk[1].waits_since) == ((), (), {})
    assert [e.what for e in desk[1].history] == ["registered", "moved"]


def test_who_chooses_what_is_off_and_full_with_everything_waits_for_it() -> None:
    desk = Desk(evenings(1, None, None))
    desk.register("Ans")
    desk.register("Bo", sessions=("d2",))
    turned(desk, "d1")
    desk.choose(2)
    assert desk[2].waits_for == ("d1",)


def test_asking_for_one_more_session_keeps_the_later_place_for_another() -> None:
    desk = Desk(evenings(1, 1, None))
    desk.register("Ans")
    desk.register("Bo", sessions=("d3",))
    desk.now += hours(1)
    desk.choose(2, "d1", "d3", partial=True)
    desk.now += hours(1)
    desk.choose(2, "d1", "d2", "d3", partial=True)
    assert desk[2].waits_since == {"d1": NOW + hours(1), "d2": NOW + hours(2)}
    desk.choose(2, "d2", "d3")
    assert desk[2].waits_since == {"d2": NOW + hours(2)}


def test_who_asks_for_a_session_that_others_wait_for_asks_now_or_just_behind_them() -> None:
    desk = Desk(evenings(1, None))
    desk.register("Ans")
    desk.register("Bo", sessions=("d2",))
    desk.register("Cas", sessions=("d2",))
    desk.now += hours(1)
    partly(desk, "Dirk")
    desk.choose(2, "d1", "d2", partial=True)
    desk.now -= hours(1)
    desk.choose(3, "d1", "d2", partial=True)
    assert desk[2].waits_since == {"d1": NOW + hours(2)}
    assert desk[3].waits_since == {"d1": NOW + hours(2) + INSTANT}


def test_who_asks_for_a_session_at_once_has_one_place() -> None:
    desk = Desk(evenings(1, None))
    desk.register("Ans")
    desk.register("Bo", sessions=("d2",))
    desk.choose(2, "d1", "d2", partial=True)
    assert desk[2].waits_since == {}


def test_sessions_of_an_event_without_an_end_are_chosen() -> None:
    sessions = tuple(a_session(id, starts_at=None, ends_at=None) for id in ("d1", "d2"))
    desk = Desk(an_event(sessions=sessions, closes_at=None))
    desk.register("Ans", sessions=("d1",))
    desk.choose(1, "d1", "d2")
    assert desk[1].sessions == ("d1", "d2")


# ------------------------------------------------------------------ whatever is free
def test_force_gives_a_newcomer_every_evening_and_every_seat() -> None:
    desk = Desk(evenings(1, 1, None)).fill("Ans")
    desk.now = NOW + hours(24)
    desk.register("Bo", partial=True, force=True, why="speaker")
    assert (desk[2].without, desk[2].waits_for, desk[2].override) == ((), (), "speaker")


def test_what_is_off_is_not_among_what_is_free() -> None:
    desk = Desk(evenings(None, 1)).fill("Ans")
    turned(desk, "d1")
    desk.register("Bo", partial=True)
    assert desk[2].status is WAITING


def test_whatever_is_free_leaves_waiting_for_what_is_full_and_what_is_off() -> None:
    desk = Desk(evenings(1, 1, None)).fill("Ans")
    turned(desk, "d1")
    desk.register("Bo", partial=True)
    assert desk[2].waits_for == ("d1", "d2")


def test_whatever_is_free_leaves_out_what_is_full_and_what_is_over() -> None:
    desk = Desk(evenings(1, 1, None)).fill("Ans")
    desk.now = NOW + hours(24)
    desk.register("Bo", partial=True, waiting_list=False)
    assert desk[2].without == ("d1", "d2")


def test_a_seat_that_somebody_waits_for_is_not_free_for_a_newcomer() -> None:
    desk = partly(Desk(evenings(1, None, promotion=Promotion.MANUAL)), "Ans", "Bo")
    desk.cancel(1)
    desk.register("Cas", partial=True)
    assert (desk[3].status, desk[3].waits_for) == (CONFIRMED, ("d1",))


def test_the_rules_that_a_request_meets_are_told_with_their_facts() -> None:
    event = replace(evenings(None), cancelled_at=NOW)
    found = seats.objections(Book(event, {}, NOW), a_request("Ans"))
    assert [(type(one), one.facts) for one in found] == [
        (EventCancelled, {"event": "kickoff", "cancelled_at": NOW})
    ]


def test_sessions_that_have_come_to_coincide_are_kept_with_a_new_one() -> None:
    desk = Desk(evenings(None, None, None))
    desk.register("Ans", sessions=("d1", "d2"))
    d1, d2, d3 = desk.event.sessions
    desk.amend(sessions=(d1, *at_the_time_of(d1, d2), d3))
    desk.choose(1, "d1", "d2", "d3")
    assert desk[1].sessions == ("d1", "d2", "d3")


def test_who_waits_for_another_session_keeps_nobody_behind() -> None:
    desk = Desk(evenings(1, 1, None))
    desk.register("Ans")
    desk.register("Bo", sessions=("d3",))
    desk.now += hours(1)
    desk.register("Cas", sessions=("d2",))
    desk.register("Dirk", sessions=("d3",))
    desk.choose(4, "d2", "d3", partial=True)
    desk.now -= hours(1)
    desk.choose(2, "d1", "d3", partial=True)
    assert desk[2].waits_since == {}


def test_who_has_a_seat_there_and_waits_for_another_session_keeps_nobody_behind() -> None:
    desk = Desk(evenings(2, 1, None))
    desk.register("Ans")
    desk.register("Bo", sessions=("d3",))
    desk.now += hours(1)
    desk.register("Cas", sessions=("d1", "d2"), partial=True)
    desk.now -= hours(1)
    desk.choose(2, "d1", "d3", partial=True)
    assert (desk[2].waits_for, desk[2].waits_since) == (("d1",), {})
