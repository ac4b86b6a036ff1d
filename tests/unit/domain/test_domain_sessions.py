"""Rules 15 and 16: choosing sessions, taking what is free, being excused, and seats kept for some."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest

from netwerk_cli.domain import lifecycle, recurrence, recurrence_rule, seats
from netwerk_cli.domain.events import Event, Promotion, SessionChoice, WhenFull
from netwerk_cli.domain.recurrence_rule import Rule
from netwerk_cli.domain.registrations import Status
from netwerk_cli.domain.seats import Ledger, Outcome
from netwerk_cli.domain.set_asides import SetAside
from netwerk_cli.errors import BadDate, BadValue, ReasonNeeded
from netwerk_cli.errors.seats import (
    EventClosed,
    EventFull,
    NotActive,
    NotAMember,
    OrganisationLimit,
    SeatsSetAside,
    SessionCancelled,
    SessionFull,
    SessionsNotChosen,
    SessionsOverlap,
)
from netwerk_cli.wording import Wording
from tests.builders import CLOSES_AT, ENDS_AT, NOW, STARTS_AT, Desk, a_session, act, an_event, hours, refused

CONFIRMED, WAITING, CANCELLED = Status.CONFIRMED, Status.WAITING, Status.CANCELLED


def series(a: int | None = 1, b: int | None = 1, **fields: object) -> Event:
    """Return three sessions on one day, a and b with a cap of their own."""
    later = {"starts_at": ENDS_AT, "ends_at": ENDS_AT + hours(1)}
    last = {"starts_at": ENDS_AT + hours(1), "ends_at": ENDS_AT + hours(2)}
    three = (a_session("a", capacity=a), a_session("b", capacity=b, **later), a_session("c", **last))
    return an_event(sessions=three, **fields)


# ------------------------------------------------------------------- overlap
@pytest.mark.parametrize(
    ("starts_at", "together"),
    [
        pytest.param(ENDS_AT, True, id="one begins as the other ends"),
        pytest.param(ENDS_AT - timedelta(minutes=1), False, id="one begins a minute before the other ends"),
        pytest.param(STARTS_AT, False, id="at the same time"),
        pytest.param(None, True, id="one is to be announced"),
    ],
)
def test_two_chosen_sessions_must_not_overlap(starts_at: datetime | None, together: bool) -> None:
    ends_at = starts_at and starts_at + hours(8)
    desk = Desk(an_event(sessions=(a_session("a"), a_session("b", starts_at=starts_at, ends_at=ends_at))))
    if together:
        desk.register("Ans", sessions=("a", "b"))
        assert desk.statuses() == {1: CONFIRMED}
    else:
        found = refused(lambda: desk.register("Ans", sessions=("a", "b")))
        assert found == (SessionsOverlap, {"event": "kickoff", "session": "a", "other": "b"})


def test_whole_event_may_hold_sessions_at_the_same_time_where_its_terms_say_so() -> None:
    together = (a_session("a"), a_session("b"))
    desk = Desk(an_event(sessions=together, session_choice=SessionChoice.ALL))
    desk.register("Ans")
    assert desk.statuses() == {1: CONFIRMED}


def test_nobody_gets_sessions_at_the_same_time_by_naming_none() -> None:
    off, late = a_session("c", cancelled_at=NOW), a_session("d", starts_at=NOW - hours(1), ends_at=NOW)
    desk = Desk(an_event(sessions=(a_session("a"), a_session("b"), off, late), closes_at=None))
    found = refused(lambda: desk.register("Ans", force=True, why="ok"))
    assert found == (SessionsNotChosen, {"event": "kickoff", "known": "a, b"})
    desk.register("Ans", sessions=("a",))
    assert refused(lambda: desk.choose(1))[0] is SessionsNotChosen


def test_nobody_registers_without_a_choice_where_the_terms_ask_for_one() -> None:
    event = an_event(session_choice=SessionChoice.CHOOSE)
    assert refused(lambda: Desk(event).register("Ans"))[0] is SessionsNotChosen
    Desk(replace(event, sessions=(), draft=False)).register("Ans")
    Desk(replace(event, session_choice=None)).register("Ans")


def test_cancelled_session_cannot_be_chosen() -> None:
    desk = Desk(an_event(sessions=(a_session("a", cancelled_at=NOW), a_session("b"))))
    found = refused(lambda: desk.register("Ans", sessions=("a",)))
    assert found == (SessionCancelled, {"event": "kickoff", "session": "a", "cancelled_at": NOW})


def test_cancelled_session_has_no_seats_to_wait_for() -> None:
    desk = Desk(series(a=0))
    desk.register("Ans")
    assert desk.queue() == [1]
    off = (replace(desk.event.sessions[0], cancelled_at=NOW), *desk.event.sessions[1:])
    assert [r.number for r in desk.amend(sessions=off).promoted] == [1]


# ----------------------------------------------------------- whatever is free
def test_partial_request_takes_what_is_free_and_waits_for_the_rest() -> None:
    desk = Desk(series()).fill("Ans")
    desk.cancel(1)
    desk.register("Bea", sessions=("a",))
    desk.register("Cas", sessions=("a", "c"), partial=True)
    assert (desk[3].status, desk[3].sessions, desk[3].waits_for) == (CONFIRMED, ("a", "c"), ("a",))
    assert desk.queue() == []


def test_partial_request_for_the_whole_event() -> None:
    desk = Desk(series())
    desk.register("Ans", sessions=("b",))
    desk.register("Bea", partial=True)
    assert (desk[2].status, desk[2].sessions, desk[2].waits_for) == (CONFIRMED, (), ("b",))


def test_partial_request_drops_what_is_full_where_nobody_may_wait() -> None:
    desk = Desk(series(when_full=WhenFull.CLOSE))
    desk.register("Ans", sessions=("a",))
    desk.register("Bea", sessions=("a", "b"), partial=True)
    assert (desk[2].status, desk[2].sessions, desk[2].waits_for) == (CONFIRMED, ("b",), ())


def test_partial_request_with_nothing_free_waits_as_a_whole() -> None:
    desk = Desk(series())
    desk.register("Ans", sessions=("a", "b"))
    desk.register("Bea", sessions=("a", "b"), partial=True)
    assert (desk[2].status, desk[2].waits_for) == (WAITING, ())


def test_partial_request_without_a_seat_in_the_event_waits_as_a_whole() -> None:
    desk = Desk(series(capacity=1, a=5, b=0))
    desk.register("Ans", sessions=("c",))
    desk.register("Bea", sessions=("a", "b"), partial=True)
    assert (desk[2].status, desk[2].waits_for) == (WAITING, ())


def test_partial_request_does_not_overtake_who_waits_for_the_session() -> None:
    desk = Desk(series(promotion=Promotion.MANUAL))
    desk.register("Ans", sessions=("a",))
    desk.register("Bea", sessions=("a",))
    desk.cancel(1)
    desk.register("Cas", sessions=("a", "c"), partial=True)
    assert (desk[2].status, desk[3].status, desk[3].waits_for) == (WAITING, WAITING, ())


def test_freed_seat_goes_to_who_asked_first_partly_or_as_a_whole() -> None:
    desk = Desk(series())
    desk.fill("Ans").cancel(1)
    desk.register("Bea", sessions=("a",))
    desk.now += hours(1)
    desk.register("Cas", sessions=("a", "c"), partial=True)
    desk.now += hours(1)
    desk.register("Dirk", sessions=("a",))
    assert [r.number for r in desk.cancel(2).promoted] == [3]
    assert (desk[3].waits_for, desk[4].status) == ((), WAITING)
    assert [r.number for r in desk.cancel(3).promoted] == [4]


def test_cancelling_frees_a_seat_in_every_session_and_promotes_once_in_each() -> None:
    desk = Desk(series())
    desk.register("Ans")
    desk.register("Bea", sessions=("a",))
    desk.register("Cas", sessions=("a",))
    desk.register("Dirk", sessions=("b",))
    desk.register("Eef", sessions=("b",))
    assert [r.number for r in desk.cancel(1).promoted] == [2, 4]


# ------------------------------------------------------- choosing other sessions
def test_excused_session_frees_that_seat_only() -> None:
    desk = Desk(series(capacity=1))
    desk.register("Ans")
    desk.register("Bea", sessions=("a",))
    assert desk.choose(1, "b", "c").promoted == ()
    held = [seats.seats_held(desk.list, pool) for pool in (None, "a", "b", "c")]
    assert held == [1, 0, 1, 1]


def test_seat_left_goes_to_the_queue() -> None:
    desk = Desk(series())
    desk.register("Ans")
    desk.register("Bea", sessions=("a",))
    assert [r.number for r in desk.choose(1, "b", "c").promoted] == [2]


def test_full_session_is_waited_for_without_losing_the_others() -> None:
    desk = Desk(series())
    desk.register("Ans", sessions=("a",))
    desk.register("Bea", sessions=("c",))
    desk.choose(2, "a", "c", partial=True)
    assert (desk[2].status, desk[2].waits_for) == (CONFIRMED, ("a",))
    assert [r.number for r in desk.cancel(1).promoted] == [2]


def test_full_session_is_refused_and_no_seat_is_given_up() -> None:
    desk = Desk(series())
    desk.register("Ans", sessions=("a",))
    desk.register("Bea", sessions=("c",))
    facts = {"event": "kickoff", "session": "a", "seats_held": 1, "capacity": 1}
    assert refused(lambda: desk.choose(2, "a", "c")) == (SessionFull, facts)


def test_who_is_not_on_the_list_chooses_nothing() -> None:
    desk = Desk(series())
    desk.register("Ans")
    desk.cancel(1)
    facts = {"event": "kickoff", "registration": "r1", "status": CANCELLED}
    assert refused(lambda: desk.choose(1, "a")) == (NotActive, facts)


# ---------------------------------------------------------------- set aside
UNTIL = NOW + hours(24)


def kept(seats_kept: int = 1, **fields: object) -> Event:
    return an_event(
        capacity=2, set_asides=(SetAside(audience="CLB", seats=seats_kept, until=UNTIL),), **fields
    )


def test_seats_set_aside_are_for_their_audience() -> None:
    desk = Desk(kept()).fill("Ans")
    found = refused(lambda: desk.register("Bea", waiting_list=False))
    assert found == (SeatsSetAside, {"event": "kickoff", "audiences": "CLB", "until": UNTIL})
    desk.register("Cas", audience="CLB")
    assert desk.statuses() == {1: CONFIRMED, 2: CONFIRMED}


def test_an_audience_takes_its_own_seats_first() -> None:
    desk = Desk(kept())
    desk.register("Ans", audience="CLB")
    desk.register("Bea")
    assert desk.statuses() == {1: CONFIRMED, 2: CONFIRMED}
    assert refused(lambda: desk.register("Cas", audience="CLB", waiting_list=False))[0] is EventFull


def test_who_waits_behind_seats_set_aside_does_not_hold_up_the_audience() -> None:
    desk = Desk(kept()).fill("Ans", "Bea")
    assert desk.queue() == [2]
    desk.register("Cas", audience="CLB")
    assert desk.statuses() == {1: CONFIRMED, 2: WAITING, 3: CONFIRMED}


@pytest.mark.parametrize(
    ("at", "promoted"),
    [
        pytest.param(UNTIL - timedelta(microseconds=1), [], id="just before the release"),
        pytest.param(UNTIL, [2], id="at the release"),
    ],
)
def test_released_seats_go_to_the_queue(at: datetime, promoted: list[int]) -> None:
    desk = Desk(kept()).fill("Ans", "Bea")
    desk.now = at
    assert seats.is_released(desk.event, at) is bool(promoted)
    assert [r.number for r in desk.release().promoted] == promoted


@pytest.mark.parametrize(
    "asides",
    [
        pytest.param((SetAside(audience="CLB", seats=3, until=UNTIL),), id="more than there are"),
        pytest.param((SetAside(audience="CLB", seats=1, until=UNTIL),) * 2, id="twice for one audience"),
    ],
)
def test_seats_set_aside_must_make_sense(asides: tuple[SetAside, ...]) -> None:
    assert refused(lambda: lifecycle.create(an_event(capacity=2, set_asides=asides), act()))[0] is BadValue


# ---------------------------------------------------------- one organisation
def test_organisation_has_so_many_registrations_at_most() -> None:
    desk = Desk(an_event(organisation_limit=1))
    desk.register("Ans", organisation="De Proeftuin")
    facts = {"event": "kickoff", "limit": 1, "count": 1}
    assert refused(lambda: desk.register("Bea", organisation="DE PROEFTUIN ")) == (OrganisationLimit, facts)
    desk.register("Cas", organisation="'t Voorbeeld")
    desk.register("Dirk")
    desk.register("Eef", organisation="De Proeftuin", force=True, why="Spreker")
    assert [desk[n].override for n in (1, 2, 3, 4)] == [None, None, None, "Spreker"]


def test_cancelled_registration_does_not_count_for_its_organisation() -> None:
    desk = Desk(an_event(organisation_limit=1))
    desk.register("Ans", organisation="De Proeftuin")
    desk.cancel(1)
    desk.register("Bea", organisation="De Proeftuin")
    assert desk.statuses() == {1: CANCELLED, 2: CONFIRMED}


# --------------------------------------------------------------- repeating
def rule(text: str, *, count: int | None = None, until: date | None = None) -> Rule:
    return recurrence_rule.read(text, typed_as="--rule", count=count, until=until)


def test_weekly_at_ten_stays_ten_across_the_clock_change() -> None:
    first = a_session(
        starts_at=datetime.fromisoformat("2020-10-20T10:00:00+02:00"),
        ends_at=datetime.fromisoformat("2020-10-20T12:00:00+02:00"),
    )
    found = recurrence.spans(first, "Europe/Brussels", rule("FREQ=WEEKLY", count=2))
    assert [(s.isoformat(), e and e.isoformat()) for s, e in found] == [
        ("2020-10-20T10:00:00+02:00", "2020-10-20T12:00:00+02:00"),
        ("2020-10-27T10:00:00+01:00", "2020-10-27T12:00:00+01:00"),
    ]


def test_days_repeat_as_days() -> None:
    first = a_session(starts_at=date(2024, 1, 30), ends_at=date(2024, 1, 31))
    found = recurrence.spans(first, "Europe/Brussels", rule("FREQ=MONTHLY", until=date(2024, 3, 30)))
    assert found == [(date(2024, 1, 30), date(2024, 1, 31)), (date(2024, 3, 30), date(2024, 3, 31))]


@pytest.mark.parametrize(
    ("every", "text"),
    [
        ("week", "FREQ=WEEKLY;INTERVAL=1"),
        ("2 weken", "FREQ=WEEKLY;INTERVAL=2"),
        ("maand", "FREQ=MONTHLY;INTERVAL=1"),
    ],
)
def test_rhythms_are_rules(every: str, text: str) -> None:
    assert recurrence.rule_of(every) == text


@pytest.mark.parametrize("every", ["", "0 weken", "soms", "week week"])
def test_rhythm_that_is_none_is_refused(every: str) -> None:
    with pytest.raises(BadValue):
        recurrence.rule_of(every)


def test_repetition_that_meets_a_skipped_hour_is_refused() -> None:
    first = a_session(starts_at=datetime.fromisoformat("2024-03-30T02:30:00+01:00"), ends_at=None)
    with pytest.raises(BadDate):
        recurrence.spans(first, "Europe/Brussels", rule("FREQ=DAILY", count=2))


# ------------------------------------------------------------ asking later
def test_who_chooses_a_full_session_later_waits_behind_who_asked_for_it_before() -> None:
    desk = Desk(series())
    desk.register("Ans", sessions=("a",))
    desk.register("Bea", sessions=("c",))
    desk.now += hours(1)
    desk.register("Cas", sessions=("a",))
    desk.now += hours(1)
    desk.choose(2, "a", "c", partial=True)
    assert desk[2].received_at == NOW
    assert [r.number for r in desk.cancel(1).promoted] == [3]
    assert [r.number for r in desk.cancel(3).promoted] == [2]


def test_who_waits_and_wants_less_keeps_the_place() -> None:
    desk = Desk(series())
    desk.register("Ans", sessions=("a", "b"))
    desk.register("Bea", sessions=("a", "b"))
    desk.now += hours(1)
    desk.register("Cas", sessions=("a",))
    desk.choose(2, "a")
    assert desk.queue() == [2, 3]


def test_who_waits_and_wants_another_session_goes_to_the_end() -> None:
    desk = Desk(series())
    desk.register("Ans", sessions=("a", "b"))
    desk.register("Bea", sessions=("b",))
    desk.now += hours(1)
    desk.register("Cas", sessions=("a",))
    desk.choose(2, "a")
    assert desk.queue() == [3, 2]


def test_who_waits_for_one_more_session_is_promoted_by_hand() -> None:
    desk = Desk(series())
    desk.register("Ans", sessions=("a",))
    desk.register("Bea", sessions=("a", "c"), partial=True)
    desk.amend(promotion=Promotion.MANUAL)
    facts = {"event": "kickoff", "session": "a", "seats_held": 1, "capacity": 1}
    assert refused(lambda: desk.promote(2)) == (SessionFull, facts)
    desk.cancel(1)
    assert [r.number for r in desk.promote().promoted] == [2]
    assert (desk[2].waits_for, desk[2].override) == ((), None)


def test_who_waits_for_one_more_session_is_promoted_past_its_cap_by_force() -> None:
    desk = Desk(series())
    desk.register("Ans", sessions=("a",))
    desk.register("Bea", sessions=("a", "c"), partial=True)
    desk.promote(2, force=True, why="Spreker")
    assert (desk[2].waits_for, desk[2].override) == ((), "Spreker")


def test_addresses_that_are_shared_cannot_be_forbidden_afterwards() -> None:
    desk = Desk(an_event(shared_addresses=True))
    desk.register("Ans")
    desk.register("Bea", email="ans@example.org")
    assert refused(lambda: desk.amend(shared_addresses=False))[0] is BadValue
    desk.cancel(2)
    desk.amend(shared_addresses=False)


def test_full_event_is_named_before_seats_set_aside_and_a_full_session() -> None:
    asides = (SetAside(audience="CLB", seats=1, until=UNTIL),)
    desk = Desk(an_event(capacity=1, set_asides=asides, sessions=(a_session("a", capacity=0),)))
    assert refused(lambda: desk.register("Ans", waiting_list=False))[0] is SeatsSetAside
    desk.register("Bea", audience="CLB", force=True, why="Spreker")
    assert refused(lambda: desk.register("Ans", waiting_list=False))[0] is EventFull


@pytest.mark.parametrize(
    "at", [pytest.param(CLOSES_AT, id="at the closing time"), pytest.param(ENDS_AT, id="afterwards")]
)
def test_nobody_gets_another_session_after_the_closing(at: datetime) -> None:
    desk = Desk(series())
    desk.register("Ans", sessions=("a",))
    desk.now = at
    assert refused(lambda: desk.choose(1, "a", "c")) == (
        EventClosed,
        {"event": "kickoff", "closes_at": CLOSES_AT},
    )
    desk.choose(1, "a", "c", force=True, why="Verzetten")
    assert (desk[1].sessions, desk[1].override) == (("a", "c"), "Verzetten")


def test_session_put_back_on_holds_no_more_people_than_seats() -> None:
    desk = Desk(series(a=1, b=None))
    on = desk.event.sessions
    off = (replace(on[0], cancelled_at=NOW), *on[1:])
    desk.amend(sessions=off)
    desk.register("Ans")
    desk.register("Bea")
    assert (desk[1].waits_for, desk[2].waits_for) == ((), ("a",))
    desk.amend(sessions=on)
    assert seats.seats_held(desk.list, "a") == 1
    desk.amend(sessions=on, force=True, why="Grotere zaal")


def test_who_waits_for_a_session_that_is_called_off_keeps_waiting_for_it() -> None:
    desk = Desk(series())
    desk.register("Ans")
    desk.register("Bea", partial=True)
    desk.cancel(1)
    desk.register("Cas")
    desk.register("Dirk", partial=True)
    off = (replace(desk.event.sessions[0], cancelled_at=NOW), *desk.event.sessions[1:])
    assert desk.amend(sessions=off).promoted == ()
    assert "a" in desk[4].waits_for


def test_corrected_organisation_stays_within_its_limit() -> None:
    desk = Desk(an_event(organisation_limit=1))
    desk.register("Ans", organisation="De Proeftuin")
    desk.register("Bea")
    found = refused(lambda: desk.edit(2, organisation="de proeftuin"))
    assert found == (OrganisationLimit, {"event": "kickoff", "limit": 1, "count": 1})


def test_changed_audience_does_not_take_a_seat_set_aside_for_the_other() -> None:
    desk = Desk(kept()).fill("Ans")
    desk.register("Bea", audience="clb")
    assert refused(lambda: desk.edit(2, audience=None))[0] is SeatsSetAside


def test_audience_that_is_corrected_lets_the_queue_move_up() -> None:
    desk = Desk(kept()).fill("Ans", "Bea")
    outcome = seats.edit(desk.event, desk.list, desk[1], act(), audience="CLB")
    assert [r.number for r in outcome.promoted] == [2]


def test_seats_still_set_aside_are_named_and_those_released_are_not() -> None:
    asides = tuple(
        SetAside(audience=audience, seats=1, until=NOW + hours(n))
        for n, audience in enumerate(("past", "PBD", "CLB"))
    )
    desk = Desk(an_event(capacity=3, set_asides=asides)).fill("Ans")
    desk.now = NOW
    found = refused(lambda: desk.register("Bea", waiting_list=False))
    assert found == (SeatsSetAside, {"event": "kickoff", "audiences": "PBD, CLB", "until": NOW + hours(1)})


def test_an_audience_that_has_taken_its_seats_takes_those_of_everybody_else() -> None:
    asides = tuple(SetAside(audience=audience, seats=1, until=UNTIL) for audience in ("CLB", "PBD"))
    desk = Desk(an_event(capacity=3, set_asides=asides))
    for name in ("Ans", "Bea"):
        desk.register(name, audience="CLB")
    assert refused(lambda: desk.register("Cas", waiting_list=False))[0] is SeatsSetAside
    assert Ledger(desk.event, desk.list, NOW).for_others() == 0
    desk.register("Dirk", audience="pbd")
    assert desk.statuses() == {1: CONFIRMED, 2: CONFIRMED, 3: CONFIRMED}


def test_seats_for_others_are_what_is_free_beside_those_set_aside() -> None:
    desk = Desk(kept())
    assert Ledger(desk.event, desk.list, NOW).for_others() == 1
    desk.register("Ans", audience="CLB")
    assert Ledger(desk.event, desk.list, NOW).for_others() == 1
    desk.register("Bea", force=True, why="Spreker")
    desk.register("Cas", force=True, why="Spreker")
    assert Ledger(desk.event, desk.list, NOW).for_others() == 0


def test_a_correction_of_somebody_leaves_the_seats_counted_as_they_are() -> None:
    desk = Desk(kept())
    desk.register("Ans", audience="CLB")
    desk.register("Bea")
    desk.register("Cas")
    assert desk.edit(1, audience="clb").audience == "clb"
    assert desk.queue() == [3]


def test_who_was_seated_against_the_seats_set_aside_may_be_corrected_otherwise() -> None:
    desk = Desk(kept()).fill("Ans")
    desk.register("Bea", force=True, why="Spreker")
    desk.edit(2, name="Bea Proef")
    assert (desk[2].name, desk[2].override) == ("Bea Proef", "Spreker")


def test_who_waits_may_be_corrected_into_another_audience() -> None:
    desk = Desk(kept(seats_kept=2))
    desk.register("Ans", audience="PBD")
    desk.edit(1, audience="LOP")
    assert (desk[1].status, desk[1].audience) == (WAITING, "LOP")


def test_who_is_of_a_full_organisation_may_be_corrected_otherwise() -> None:
    desk = Desk(an_event(organisation_limit=1))
    desk.register("Ans", organisation="De Proeftuin")
    assert desk.edit(1, role="coach", organisation="de proeftuin").role == "coach"


def test_who_is_off_may_be_corrected_into_a_full_organisation() -> None:
    desk = Desk(an_event(organisation_limit=1))
    for name, organisation in (("Ans", "De Proeftuin"), ("Bea", "'t Voorbeeld")):
        desk.register(name, organisation=organisation)
    desk.cancel(2)
    assert desk.edit(2, organisation="De Proeftuin").organisation == "De Proeftuin"


def test_a_correction_against_several_rules_is_refused_by_the_first() -> None:
    desk = Desk(replace(kept(), organisation_limit=1, members_of="opdc"))
    desk.register("Ans", organisation="De Proeftuin", member=True)
    desk.register("Bea", audience="CLB", member=True)
    fields = {"email": "cas@example.org", "organisation": "De Proeftuin", "audience": None}
    facts = {"event": "kickoff", "group": "opdc"}
    assert refused(lambda: desk.edit(2, member=False, **fields)) == (NotAMember, facts)
    assert refused(lambda: desk.edit(2, **fields))[0] is OrganisationLimit
    after = desk.kept(desk.edit_by_force(2, "Spreker", member=False, **fields))
    assert (after.email, after.override) == ("cas@example.org", "Spreker")


def test_a_correction_by_force_needs_a_reason() -> None:
    desk = Desk().fill("Ans")
    assert refused(lambda: desk.edit(1, force=True, role="coach"))[0] is ReasonNeeded


def test_correcting_nothing_moves_nobody_up() -> None:
    desk = Desk(kept()).fill("Ans", "Bea")
    desk.now = UNTIL
    assert seats.edit(desk.event, desk.list, desk[1], desk.act()) == Outcome(
        event=desk.event, subject=desk[1]
    )


def test_releasing_seats_never_closes_what_was_reopened_while_full() -> None:
    desk = Desk(kept(when_full=WhenFull.CLOSE))
    desk.register("Ans")
    desk.register("Bea", audience="CLB")
    desk.now += hours(1)
    desk.reopen()
    desk.now = UNTIL
    assert desk.release().event.closed_at is None


@pytest.mark.parametrize(
    ("closes_at", "at", "expected"),
    [
        pytest.param(CLOSES_AT, UNTIL, True, id="one of two released"),
        pytest.param(CLOSES_AT, STARTS_AT - timedelta(microseconds=1), True, id="just before the start"),
        pytest.param(CLOSES_AT, STARTS_AT, False, id="at the start"),
        pytest.param(None, None, True, id="without a date"),
    ],
)
def test_seats_are_released_until_the_waiting_list_stands_still(
    closes_at: datetime | None, at: datetime | None, expected: bool
) -> None:
    later = SetAside(audience="PBD", seats=1, until=ENDS_AT)
    sessions = (a_session(starts_at=at and STARTS_AT, ends_at=at and ENDS_AT),)
    event = kept(closes_at=closes_at, sessions=sessions)
    event = replace(event, set_asides=(*event.set_asides, later))
    assert seats.is_released(event, at or UNTIL) is expected


def test_what_is_done_to_an_event_is_named_in_its_history() -> None:
    desk = Desk()
    after = seats.amend(desk.event, desk.list, act(), what="session added", title="Start").event
    assert after.history[-1].what == "session added"


def test_an_event_with_a_shared_address_may_change_otherwise() -> None:
    desk = Desk(an_event(shared_addresses=True))
    desk.register("Ans")
    desk.register("Bea", email="ans@example.org")
    why = Wording("people on the list share an address")
    facts = {"field": "--no-shared-addresses", "why": why}
    assert refused(lambda: desk.amend(shared_addresses=False)) == (BadValue, facts)
    desk.amend(title="Start")
    assert desk.event.title == "Start"
