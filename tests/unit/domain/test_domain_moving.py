"""Rules 14 and 15: who moves up in several sessions in one step, in which order, and past what."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from netwerk_cli.domain import seats
from netwerk_cli.domain.events import Event, Promotion
from netwerk_cli.domain.registrations import Status
from netwerk_cli.errors.seats import (
    EventStarted,
    NotNextInQueue,
    SessionCancelled,
    SessionFull,
    SessionsOverlap,
    SessionStarted,
)
from tests.builders import (
    NOW,
    Desk,
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


def test_who_moves_up_in_two_sessions_at_once_has_one_line_of_history() -> None:
    desk = partly(Desk(evenings(1, 1, None)), "Ans", "Bo")
    desk.cancel(1)
    assert desk[2].waits_for == ()
    changes: dict[str, object] = {"waits_for": (["d1", "d2"], [])}
    assert [(e.what, e.changes) for e in desk[2].history[1:]] == [("promoted", changes)]


def test_who_is_promoted_by_force_in_two_sessions_keeps_the_reason() -> None:
    desk = partly(Desk(evenings(1, 1, None)), "Ans", "Bo")
    assert [r.number for r in desk.promote(count=9, force=True, why="speaker").promoted] == [2]
    assert (desk[2].waits_for, desk[2].override, len(desk[2].history)) == ((), "speaker", 2)


def test_promoting_one_person_gives_nothing_that_somebody_before_them_waits_for() -> None:
    desk = Desk(evenings(1, 1, None, promotion=Promotion.MANUAL))
    desk.register("Ans", sessions=("d1", "d2"))
    partly(desk, "Bo", sessions=("d1", "d3"))
    partly(desk, "Cas", sessions=("d2", "d3"))
    desk.choose(2, "d1", "d2", "d3", partial=True)
    desk.cancel(1)
    assert [r.number for r in desk.promote().promoted] == [2]
    assert (desk[2].waits_for, desk[3].waits_for) == (("d2",), ("d2",))
    desk.promote()
    assert (desk[2].waits_for, desk[3].waits_for) == (("d2",), ())


def test_who_asked_for_a_session_later_is_not_before_who_waits_for_it() -> None:
    desk = Desk(evenings(1, 1))
    desk.register("Ans")
    for name, session in (("Bo", "d1"), ("Cas", "d2")):
        desk.now += hours(1)
        desk.register(name, sessions=(session,))
    desk.now += hours(1)
    desk.choose(2, "d1", "d2")
    desk.cancel(1)
    assert (desk[2].status, desk[3].status) == (WAITING, CONFIRMED)
    desk.cancel(3)
    assert (desk[2].status, [e.what for e in desk[2].history]) == (
        CONFIRMED,
        ["registered", "moved", "promoted"],
    )


def test_a_seat_in_one_session_moves_somebody_up_while_the_event_is_full() -> None:
    desk = Desk(evenings(1, None, capacity=2))
    desk.register("Ans", sessions=("d1",))
    partly(desk, "Bo")
    desk.choose(1, "d2")
    assert desk[2].waits_for == ()


def test_nobody_moves_up_into_two_sessions_that_have_come_to_coincide() -> None:
    desk = Desk(evenings(1, 1, None))
    desk.register("Ans")
    desk.register("Bo", sessions=("d1", "d2"))
    desk.register("Cas")
    d1, d2, d3 = desk.event.sessions
    desk.amend(sessions=(d1, *at_the_time_of(d1, d2), d3))
    desk.cancel(1)
    assert (desk[2].status, desk[3].status) == (WAITING, CONFIRMED)
    facts = {"event": "kickoff", "session": "d1", "other": "d2"}
    assert refused(lambda: desk.promote(2, force=True, why="speaker")) == (SessionsOverlap, facts)


def test_what_coincides_is_named_after_what_somebody_has() -> None:
    desk = Desk(evenings(None, None, 1))
    desk.register("Ans", sessions=("d3",))
    partly(desk, "Bo", sessions=("d2", "d3"))
    d1, d2, d3 = desk.event.sessions
    desk.amend(sessions=(*at_the_time_of(d3, d1, d2), d3))
    facts = {"event": "kickoff", "session": "d3", "other": "d2"}
    assert refused(lambda: desk.promote(2)) == (SessionsOverlap, facts)


def test_an_evening_that_is_off_coincides_with_nothing() -> None:
    desk = Desk(evenings(None, 1))
    desk.register("Ans", sessions=("d2",))
    partly(desk, "Bo", sessions=("d1", "d2"))
    d1, d2 = desk.event.sessions
    desk.amend(sessions=(replace(d1, cancelled_at=NOW), *at_the_time_of(d1, d2)))
    desk.cancel(1)
    assert desk[2].waits_for == ()


def test_who_comes_for_everything_is_kept_out_of_nothing_that_coincides() -> None:
    desk = partly(Desk(evenings(None, 1)), "Ans", "Bo")
    d1, d2 = desk.event.sessions
    desk.amend(sessions=(d1, *at_the_time_of(d1, d2)))
    desk.cancel(1)
    assert desk[2].waits_for == ()


def test_nobody_moves_up_into_an_evening_that_has_begun() -> None:
    desk = partly(Desk(evenings(1, None)), "Ans", "Bo")
    desk.now = NOW + hours(24)
    desk.cancel(1)
    assert desk[2].waits_for == ("d1",)
    facts = {"event": "kickoff", "session": "d1", "starts_at": NOW + hours(24)}
    assert refused(lambda: desk.promote(2, force=True, why="speaker")) == (SessionStarted, facts)


def test_a_reason_that_overrules_nothing_is_not_kept() -> None:
    desk = partly(Desk(evenings(1, None, promotion=Promotion.MANUAL)), "Ans", "Bo", "Cas")
    desk.cancel(1)
    desk.promote(2, why="first")
    assert (desk[2].waits_for, desk[2].override) == ((), None)


def test_passing_the_queue_of_one_session_keeps_the_reason() -> None:
    desk = partly(Desk(evenings(1, None, promotion=Promotion.MANUAL)), "Ans", "Bo", "Cas")
    desk.cancel(1)
    facts = {"event": "kickoff", "registration": "r3", "position": 2, "ahead": 1}
    assert refused(lambda: desk.promote(3)) == (NotNextInQueue, facts)
    desk.promote(3, force=True, why="speaker")
    assert (desk[3].waits_for, desk[3].override) == ((), "speaker")


def test_who_waits_for_a_session_without_a_date_moves_up_after_the_others_began() -> None:
    undated = a_session("d2", starts_at=None, ends_at=None, capacity=1)
    event = evenings(None, promotion=Promotion.MANUAL)
    desk = partly(Desk(replace(event, sessions=(*event.sessions, undated), capacity=2)), "Ans", "Bo")
    desk.register("Cas")
    desk.now = NOW + hours(24)
    desk.cancel(1)
    facts = {"event": "kickoff", "starts_at": NOW + hours(24)}
    assert refused(lambda: desk.promote(3)) == (EventStarted, facts)
    assert [(r.number, r.waits_for) for r in desk.promote().promoted] == [(2, ())]
    assert refused(desk.promote) == (EventStarted, facts)


def test_promoting_nobody_is_refused_by_nothing() -> None:
    desk = Desk(evenings(1)).fill("Ans", "Bo")
    assert desk.promote(count=0).promoted == ()


def test_somebody_is_promoted_into_a_session_that_lost_its_cap() -> None:
    desk = partly(Desk(evenings(1, None, promotion=Promotion.MANUAL)), "Ans", "Bo")
    desk.cap("d1", None)
    desk.promote(2)
    assert desk[2].waits_for == ()


def test_what_is_full_is_named_first_come_first() -> None:
    desk = partly(Desk(evenings(1, 1, None)), "Ans", "Bo")
    assert refused(lambda: desk.promote(2))[1]["session"] == "d1"
    desk.choose(1, "d2", "d3")
    assert desk[2].waits_for == ("d2",)
    assert refused(lambda: desk.promote(2))[1]["session"] == "d2"


def test_what_changed_is_in_the_order_of_the_list() -> None:
    desk = Desk(an_event(capacity=1)).fill("Ans", "Bo", "Cas")
    desk.cancel(1)
    desk.register("Ans")
    assert [r.number for r in desk.cancel(3).changed] == [3]
    assert [r.number for r in desk.cancel(2).changed] == [1, 2]


def test_who_is_promoted_by_hand_is_told_in_the_order_of_the_queue() -> None:
    desk = Desk(an_event(capacity=2, promotion=Promotion.MANUAL)).fill("Ans", "Bo", "Cas", "Dirk")
    for number in (1, 2, 3):
        desk.cancel(number)
    desk.register("Cas")
    outcome = desk.promote(count=2)
    assert [r.number for r in outcome.promoted] == [4, 3]
    assert [r.number for r in outcome.changed] == [3, 4]


def test_choosing_what_one_has_changes_nothing() -> None:
    desk = Desk(evenings(1, None)).fill("Ans", "Bo")
    desk.register("Cas", sessions=("d2",))
    before = desk[3]
    outcome = desk.choose(3, "d2")
    assert (outcome.changed, outcome.subject) == ((), before)


def test_who_leaves_waits_for_nothing_any_more() -> None:
    desk = partly(Desk(evenings(1, None, approval=True)), "Ans", "Bo", "Cas")
    desk.cancel(2)
    desk.decline(3)
    assert [desk[n].waits_for for n in (2, 3)] == [(), ()]
    assert [desk[n].history[-1].changes["waits_for"] for n in (2, 3)] == [(["d1"], [])] * 2


def test_who_waits_for_the_first_of_two_that_coincide_does_not_move_up() -> None:
    desk = Desk(evenings(1, None))
    desk.register("Ans", sessions=("d1",))
    partly(desk, "Bo", sessions=("d1", "d2"))
    d1, d2 = desk.event.sessions
    desk.amend(sessions=(*at_the_time_of(d2, d1), d2))
    desk.cancel(1)
    assert desk[2].waits_for == ("d1",)


def a_series_with_an_undated_session(**fields: object) -> Event:
    event = evenings(None, **fields)
    return replace(
        event, sessions=(*event.sessions, a_session("d2", starts_at=None, ends_at=None, capacity=1))
    )


def test_nobody_without_a_seat_moves_up_after_the_last_start_that_is_known() -> None:
    desk = Desk(a_series_with_an_undated_session(capacity=1)).fill("Ans", "Bo")
    desk.now = NOW + hours(24)
    desk.cancel(1)
    assert desk[2].status is WAITING


def test_who_waits_for_what_is_undated_stands_in_order_after_the_others_began() -> None:
    desk = partly(Desk(a_series_with_an_undated_session(promotion=Promotion.MANUAL)), "Ans", "Bo", "Cas")
    desk.now = NOW + hours(24)
    desk.cancel(1)
    facts = {"event": "kickoff", "registration": "r3", "position": 2, "ahead": 1}
    assert refused(lambda: desk.promote(3)) == (NotNextInQueue, facts)


def a_desk_where_one_asked_later(
    *, capacity: int | None = None, other: str = "d2", late: bool = False
) -> Desk:
    """Return a desk where r1 has all seats, r2 waits for d1 and later for d2 and d3, and r3 waits in between."""
    desk = Desk(evenings(1, 1, 1, 1, capacity=capacity))
    desk.register("Ans")
    desk.register("Bo", sessions=("d1",), received_at=NOW)
    desk.now += hours(1)
    if late:
        desk.choose(2, "d1", "d2", "d3")
        desk.now += hours(1)
    desk.register("Cas", sessions=(other,))
    desk.now += hours(1)
    if not late:
        desk.choose(2, "d1", "d2", "d3")
    return desk


@pytest.mark.parametrize(
    ("fields", "first"),
    [
        pytest.param({}, 3, id="asked for one of them in between"),
        pytest.param({"late": True}, 2, id="asked for it last"),
        pytest.param({"capacity": 1, "other": "d4"}, 2, id="asked for another session"),
    ],
)
def test_who_asked_for_a_session_first_goes_first_there(fields: dict[str, Any], first: int) -> None:
    desk = a_desk_where_one_asked_later(**fields)
    assert [r.number for r in desk.cancel(1).promoted] == [first]


def test_nobody_is_promoted_twice_in_one_step() -> None:
    desk = a_desk_where_one_asked_later()
    outcome = desk.promote(count=9, force=True, why="a larger room")
    assert [r.number for r in outcome.promoted] == [3, 2]
    assert [(desk[n].status, desk[n].override) for n in (2, 3)] == [(CONFIRMED, "a larger room")] * 2
    assert [[e.what for e in desk[n].history][-2:] for n in (2, 3)] == [
        ["moved", "promoted"],
        ["registered", "promoted"],
    ]


def test_promoting_one_person_promotes_one_who_asked_before() -> None:
    desk = a_desk_where_one_asked_later()
    assert [r.number for r in desk.promote(force=True, why="a larger room").promoted] == [3]


@pytest.mark.parametrize("chosen", [("d1", "d3"), ("d2", "d3"), ("d3",)])
def test_one_of_two_that_coincide_is_no_two_things_at_once(chosen: tuple[str, ...]) -> None:
    desk = Desk(evenings(None, None, 1)).fill("Ans")
    desk.register("Bo", sessions=chosen)
    d1, d2, d3 = desk.event.sessions
    desk.amend(sessions=(d1, *at_the_time_of(d1, d2), d3))
    facts = {"event": "kickoff", "session": "d3", "seats_held": 1, "capacity": 1}
    assert refused(lambda: desk.promote(2)) == (SessionFull, facts)
    desk.cancel(1)
    assert desk[2].status is CONFIRMED


def test_of_several_that_coincide_the_first_two_are_named() -> None:
    desk = Desk(evenings(1, None, None)).fill("Ans")
    desk.register("Bo", sessions=("d1", "d2", "d3"))
    d1, d2, d3 = desk.event.sessions
    desk.amend(sessions=(d1, *at_the_time_of(d1, d2, d3)))
    facts = {"event": "kickoff", "session": "d1", "other": "d2"}
    assert refused(lambda: desk.promote(2)) == (SessionsOverlap, facts)


def test_who_waits_for_what_is_off_is_told_since_when() -> None:
    desk = partly(Desk(evenings(1, None)), "Ans", "Bo")
    turned(desk, "d1")
    facts = {"event": "kickoff", "session": "d1", "cancelled_at": desk.now}
    assert refused(lambda: desk.promote(2)) == (SessionCancelled, facts)


def test_who_comes_back_stands_behind_the_last_who_asked() -> None:
    desk = Desk(evenings(1, 1, None))
    desk.register("Ans")
    desk.register("Bo", sessions=("d1",))
    desk.cancel(2)
    asked = desk.now
    for name in ("Cas", "Dirk"):
        desk.now += hours(1)
        desk.register(name, sessions=("d1",))
    desk.register("Bo", sessions=("d1",), received_at=asked)
    assert desk[2].received_at == NOW + hours(2)
    desk.cancel(2)
    asked = desk.now
    desk.now += hours(1)
    desk.choose(3, "d1", "d2")
    desk.register("Bo", sessions=("d1",), received_at=asked)
    assert desk[2].received_at == NOW + hours(3)


def test_a_correction_of_the_audience_frees_no_seat() -> None:
    desk = Desk(evenings(None, capacity=1)).fill("Ans", "Bo")
    desk.edit(1, audience="CLB")
    assert desk.queue() == [2]


def test_an_event_for_everybody_asks_nobody_to_be_a_member() -> None:
    desk = Desk(evenings(None)).fill("Ans", "Bo")
    assert desk.edit(1, email="cas@example.org", member=False).email == "cas@example.org"
    fields: dict[str, Any] = {"name": "Dirk Voorbeeld", "email": "dirk@example.org"}
    outcome = seats.substitute(desk.event, desk.list, desk[2], desk.act(), member=False, **fields)
    assert desk.kept(outcome).name == "Dirk Voorbeeld"


def test_who_is_off_may_be_corrected_into_who_is_not_a_member() -> None:
    desk = Desk(evenings(None, members_of="opdc"))
    desk.register("Ans", member=True)
    desk.cancel(1)
    assert desk.edit(1, email="cas@example.org", member=False).email == "cas@example.org"


def test_who_had_a_free_seat_keeps_it_without_a_reason_while_others_are_forced_in() -> None:
    desk = Desk(evenings(1, 1, promotion=Promotion.MANUAL))
    desk.register("Ans", sessions=("d1",))
    desk.register("Zoe", sessions=("d2",))
    for name, session in (("Bo", "d1"), ("Cas", "d2")):
        desk.now += hours(1)
        desk.register(name, sessions=(session,))
    desk.now += hours(1)
    desk.choose(3, "d1", "d2")
    desk.cancel(2)
    outcome = desk.promote(count=9, force=True, why="a larger room")
    assert [r.number for r in outcome.promoted] == [4, 3]
    assert [(desk[n].status, desk[n].override) for n in (3, 4)] == [
        (CONFIRMED, "a larger room"),
        (CONFIRMED, None),
    ]
