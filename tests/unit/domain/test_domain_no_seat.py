"""Rule 30: speakers, staff and press are on the lists and take no seat; giving them one goes through the gate."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from netwerk_cli.domain import seats
from netwerk_cli.domain.events import Promotion, SessionChoice, WhenFull
from netwerk_cli.domain.findings import audit
from netwerk_cli.domain.registrations import Status, Tally
from netwerk_cli.domain.set_asides import SetAside
from netwerk_cli.errors import NetwerkError
from netwerk_cli.errors.seats import (
    AlreadyRegistered,
    EventCancelled,
    EventClosed,
    EventFull,
    NotActive,
    NotAMember,
    OrganisationLimit,
    SeatsClaimed,
    SeatsSetAside,
    SessionCancelled,
    SessionsNotChosen,
    SessionStarted,
)
from tests.builders import CLOSES_AT, NOW, Desk, an_event, evenings, hours, refused, turned

CONFIRMED, PENDING, WAITING, CANCELLED = Status.CONFIRMED, Status.PENDING, Status.WAITING, Status.CANCELLED


def a_full_desk(**fields: object) -> Desk:
    """Return an event with one seat, which is taken, and with somebody who waits for it."""
    return Desk(an_event(capacity=1, **fields)).fill("Ans", "Bo")


def test_a_speaker_is_confirmed_where_it_is_full_and_takes_nobodys_place() -> None:
    desk = a_full_desk()
    desk.register("Cas", no_seat=True)
    assert desk.statuses() == {1: CONFIRMED, 2: WAITING, 3: CONFIRMED}
    assert (desk[3].seated, desk[3].active, desk.queue()) == (False, True, [2])
    desk.cancel(1)
    assert (desk[2].status, seats.seats_held(desk.list)) == (CONFIRMED, 1)


def test_people_without_a_seat_are_counted_apart() -> None:
    desk = a_full_desk()
    desk.register("Cas", no_seat=True)
    desk.register("Dee", no_seat=True)
    desk.cancel(4)
    tally = Tally.of(desk.list)
    assert (tally.held, tally.no_seat, tally.active) == (1, 1, 3)
    assert (tally[CONFIRMED], tally[WAITING], tally[CANCELLED]) == (1, 1, 1)


def test_a_speaker_closes_no_event_that_closes_when_full() -> None:
    desk = Desk(an_event(capacity=1, when_full=WhenFull.CLOSE))
    desk.register("Ans", no_seat=True)
    assert desk.event.closed_at is None


@pytest.mark.parametrize(
    "terms",
    [
        {"draft": True},
        {"opens_at": NOW + hours(1)},
        {"closes_at": NOW},
        {"capacity": 0},
        {"members_of": "opdc"},
        {"approval": True},
        {"organisation_limit": 0},
    ],
    ids=lambda terms: next(iter(terms)),
)
def test_no_rule_about_seats_stands_in_the_way_of_a_speaker(terms: dict[str, object]) -> None:
    desk = Desk(an_event(**terms))
    desk.register("Ans", no_seat=True, member=False, organisation="Proefhuis")
    assert (desk[1].status, desk[1].override) == (CONFIRMED, None)


def test_a_speaker_need_not_choose_sessions_and_can_be_at_one_that_has_begun() -> None:
    desk = Desk(evenings(None, None, session_choice=SessionChoice.CHOOSE))
    desk.register("Ans", no_seat=True)
    desk.now += hours(30)
    desk.register("Bo", no_seat=True, sessions=("d1",))
    assert (desk[1].sessions, desk[2].sessions) == ((), ("d1",))


def test_nobody_is_put_on_the_list_of_what_is_off_or_twice() -> None:
    desk = Desk(evenings(None, None))
    desk.register("Ans")
    turned(desk, "d2")
    assert refused(lambda: desk.register("Bo", no_seat=True, sessions=("d2",)))[0] is SessionCancelled
    assert refused(lambda: desk.register("Ans", no_seat=True))[0] is AlreadyRegistered
    off = Desk(an_event(cancelled_at=NOW))
    assert refused(lambda: off.register("Bo", no_seat=True))[0] is EventCancelled


def test_who_gives_a_seat_up_for_a_place_on_the_list_lets_the_next_move_up() -> None:
    desk = a_full_desk()
    outcome = seats.edit(desk.event, desk.list, desk[1], desk.act(), no_seat=True)
    desk.keep(outcome)
    assert [r.number for r in outcome.promoted] == [2]
    assert desk.statuses() == {1: CONFIRMED, 2: CONFIRMED}
    assert desk[1].history[-1].changes == {"no_seat": (False, True)}


def test_who_waits_or_awaits_approval_and_does_without_a_seat_is_on_the_list_at_once() -> None:
    desk = a_full_desk(approval=True)
    desk.edit(2, no_seat=True)
    desk.edit(1, no_seat=True)
    assert desk.statuses() == {1: CONFIRMED, 2: CONFIRMED}
    assert desk.queue() == []


def test_who_waited_for_one_more_session_waits_for_none() -> None:
    desk = Desk(evenings(None, 1))
    desk.register("Ans")
    desk.register("Bo", partial=True)
    desk.edit(2, no_seat=True)
    assert (desk[2].waits_for, desk[2].waits) == ((), False)


def test_a_seat_is_given_while_there_is_one_and_nobody_waits_for_it() -> None:
    desk = Desk(an_event(capacity=2)).fill("Ans")
    desk.register("Cas", no_seat=True)
    desk.edit(2, no_seat=False)
    assert (desk[2].seated, seats.seats_held(desk.list)) == (True, 2)


REFUSALS: list[tuple[type[NetwerkError], Desk, dict[str, object]]] = [
    (EventFull, Desk(an_event(capacity=0)), {}),
    (NotAMember, Desk(an_event(members_of="opdc")), {"member": False}),
    (OrganisationLimit, Desk(an_event(organisation_limit=0)), {}),
]


@pytest.mark.parametrize(
    ("refusal", "desk", "fields"), REFUSALS, ids=lambda one: getattr(one, "__name__", "")
)
def test_a_seat_is_refused_as_to_anybody_who_asks_now(
    refusal: type[NetwerkError], desk: Desk, fields: dict[str, object]
) -> None:
    desk.register("Ans", no_seat=True, organisation="Proefhuis")
    before = dict(desk.list)
    assert refused(lambda: desk.edit(1, no_seat=False, **fields))[0] is refusal
    assert desk.list == before
    desk.keep(desk.edit_by_force(1, "the minister asked", no_seat=False, **fields))
    assert (desk[1].seated, desk[1].override) == (True, "the minister asked")


def test_who_gets_a_seat_chooses_sessions_where_they_have_to_be_chosen() -> None:
    desk = Desk(evenings(None, None, session_choice=SessionChoice.CHOOSE))
    desk.register("Ans", no_seat=True)
    assert refused(lambda: desk.edit(1, no_seat=False))[0] is SessionsNotChosen


def test_a_seat_is_refused_after_closing_and_in_a_session_that_has_begun() -> None:
    desk = Desk(evenings(None, None))
    desk.register("Ans", no_seat=True, sessions=("d1",))
    desk.now += hours(30)
    assert refused(lambda: desk.edit(1, no_seat=False))[0] is SessionStarted
    late = Desk()
    late.register("Ans", no_seat=True)
    late.now = CLOSES_AT
    assert refused(lambda: late.edit(1, no_seat=False))[0] is EventClosed


def test_a_seat_never_overtakes_the_queue_nor_those_set_aside() -> None:
    desk = a_full_desk(promotion=Promotion.MANUAL)
    desk.register("Cas", no_seat=True)
    desk.amend(capacity=2)
    assert refused(lambda: desk.edit(3, no_seat=False))[0] is SeatsClaimed
    aside = seats_set_aside()
    aside.register("Ans", no_seat=True)
    assert refused(lambda: aside.edit(1, no_seat=False))[0] is SeatsSetAside


def seats_set_aside() -> Desk:
    asides = (SetAside(audience="CLB", seats=1, until=CLOSES_AT - timedelta(days=1)),)
    return Desk(an_event(capacity=1, set_asides=asides))


def test_who_is_off_the_list_has_no_seat_to_give_up() -> None:
    desk = Desk().fill("Ans")
    desk.cancel(1)
    assert refused(lambda: desk.edit(1, no_seat=True))[0] is NotActive


def test_a_speaker_cancels_is_put_back_and_handed_on_without_a_seat() -> None:
    desk = a_full_desk()
    desk.register("Cas", no_seat=True)
    desk.now = CLOSES_AT + timedelta(days=365)
    desk.cancel(3)
    assert (desk[3].status, desk[3].marks) == (CANCELLED, ())
    desk.reinstate(3)
    desk.substitute(3, "Dee")
    assert (desk[3].name, desk[3].status, desk[3].no_seat) == ("Dee Voorbeeld", CONFIRMED, True)


def test_who_comes_back_as_a_speaker_takes_no_seat_and_the_other_way_round() -> None:
    desk = Desk(an_event(capacity=1)).fill("Ans")
    desk.cancel(1)
    desk.register("Ans", no_seat=True)
    assert (desk[1].status, desk[1].no_seat, desk[1].history[-1].what) == (CONFIRMED, True, "revived")
    desk.cancel(1)
    desk.fill("Bo")
    desk.register("Ans")
    assert (desk[1].status, desk[1].no_seat) == (WAITING, False)


def test_a_speaker_chooses_sessions_that_are_full_and_is_in_none_of_their_counts() -> None:
    desk = Desk(evenings(1, None))
    desk.register("Ans", sessions=("d1",))
    desk.register("Cas", no_seat=True, sessions=("d2",))
    desk.choose(2, "d1", "d2")
    assert (desk[2].sessions, desk[2].waits_for) == (("d1", "d2"), ())
    assert seats.seats_held(desk.list, "d1") == 1


def test_a_limit_of_an_organisation_does_not_count_its_speakers() -> None:
    desk = Desk(an_event(organisation_limit=1))
    desk.register("Ans", no_seat=True, organisation="Proefhuis")
    desk.register("Bo", organisation="Proefhuis")
    assert desk[2].status is CONFIRMED


def test_a_seat_that_was_given_up_comes_back_only_where_it_is_free() -> None:
    desk = a_full_desk()
    event, earlier = desk.event, {1: desk[1]}
    desk.edit(1, no_seat=True)
    found = refused(lambda: seats.undo(desk.event, desk.list, event, earlier, desk.act(), change=0))
    assert found[0] is EventFull
    desk.cancel(2)
    outcome, _ = seats.undo(desk.event, desk.list, desk.event, earlier, desk.act(), change=0)
    assert outcome.changed[0].seated


def test_doctor_finds_somebody_who_takes_no_seat_and_waits_for_one() -> None:
    desk = a_full_desk()
    desk.list[2] = replace(desk[2], no_seat=True)
    assert [one.code for one in audit(desk.event, desk.list, NOW + hours(1))] == ["no_seat_waits"]
