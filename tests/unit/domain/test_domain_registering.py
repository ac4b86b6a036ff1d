"""Rules 1, 5, 6, 8, 9, 11, 12, 17 to 19 and 22: what a request leads to."""

from __future__ import annotations

import unicodedata
from dataclasses import replace
from datetime import datetime
from functools import partial
from typing import Any

import pytest

from netwerk_cli.domain import events, lifecycle, seats
from netwerk_cli.domain.events import ClosedBy, Promotion, SessionChoice, WhenFull
from netwerk_cli.domain.history import Entry
from netwerk_cli.domain.registrations import Registration, Status
from netwerk_cli.domain.seats import Outcome
from netwerk_cli.errors import Conflict, ReasonNeeded
from netwerk_cli.errors.seats import (
    AlreadyRegistered,
    EventCancelled,
    EventClosed,
    EventFull,
    EventFullForGood,
    EventIsDraft,
    EventNotOpen,
    InTheFuture,
    NotAMember,
    OtherName,
    SeatsClaimed,
    SessionFull,
    SessionsNotChosen,
)
from tests.builders import (
    CLOSES_AT,
    ENDS_AT,
    INSTANT,
    NOW,
    STARTS_AT,
    Desk,
    a_request,
    a_session,
    act,
    an_event,
    hours,
    refused,
)

CONFIRMED, PENDING, WAITING = Status.CONFIRMED, Status.PENDING, Status.WAITING
DECLINED, CANCELLED = Status.DECLINED, Status.CANCELLED


def test_request_leads_to_a_registration_with_everything_that_was_given() -> None:
    event = an_event()
    particulars: dict[str, Any] = {
        "organisation": "Proefhuis",
        "role": "coach",
        "audience": "docenten",
        "note": "Vegan",
    }
    request = a_request("Ans", NOW - hours(1), sessions=("main",), **particulars)
    ans = Registration(
        number=1,
        turn=1,
        name="Ans Voorbeeld",
        email="ans@example.org",
        status=CONFIRMED,
        received_at=NOW - hours(1),
        sessions=("main",),
        history=(
            Entry(
                at=NOW,
                by="organiser",
                what="registered",
                why="by phone",
                changes={"status": (None, "confirmed")},
            ),
        ),
        **particulars,
    )
    assert seats.register(event, {}, request, act(why="by phone")) == Outcome(
        event=event, subject=ans, changed=(ans,)
    )


# --------------------------------------------------------------- opening, closing
@pytest.mark.parametrize(
    "received_at",
    [
        pytest.param(CLOSES_AT - INSTANT, id="a microsecond before the closing"),
        pytest.param(NOW, id="at the opening time"),
    ],
)
def test_request_between_opening_and_closing_is_taken(received_at: datetime) -> None:
    desk = Desk(an_event(opens_at=NOW), now=CLOSES_AT)
    desk.register("Ans", received_at=received_at)
    assert desk.statuses() == {1: CONFIRMED}


@pytest.mark.parametrize(
    "received_at", [pytest.param(CLOSES_AT, id="at the closing time"), pytest.param(STARTS_AT, id="later")]
)
def test_request_from_the_closing_on_is_refused(received_at: datetime) -> None:
    desk = Desk(now=STARTS_AT)
    expected = EventClosed, {"event": "kickoff", "closes_at": CLOSES_AT}
    assert refused(lambda: desk.register("Ans", received_at=received_at)) == expected


def test_closing_is_judged_by_the_instant_and_not_by_the_clock() -> None:
    elsewhere = datetime.fromisoformat("2024-01-16T15:00:00+00:00")
    assert refused(lambda: Desk(now=STARTS_AT).register("Ans", received_at=elsewhere))[0] is EventClosed


def test_closing_holds_when_nobody_records_it() -> None:
    desk = Desk(now=ENDS_AT)
    assert desk.event.closed_at is None
    assert refused(lambda: desk.register("Ans"))[0] is EventClosed


def test_request_that_came_in_time_is_taken_after_a_late_closing_was_recorded() -> None:
    desk = Desk(now=STARTS_AT)
    desk.event = lifecycle.close(desk.event, desk.act(), ClosedBy.DUE, at=CLOSES_AT)
    desk.register("Ans", received_at=CLOSES_AT - INSTANT)
    assert desk.statuses() == {1: CONFIRMED}


def test_event_without_closing_time_closes_at_its_start() -> None:
    desk = Desk(an_event(closes_at=None), now=STARTS_AT)
    expected = EventClosed, {"event": "kickoff", "closes_at": STARTS_AT}
    assert refused(lambda: desk.register("Ans")) == expected


def test_early_closing_by_hand_counts() -> None:
    desk = Desk()
    desk.event = lifecycle.close(desk.event, desk.act(), ClosedBy.ORGANISER)
    expected = EventClosed, {"event": "kickoff", "closes_at": NOW}
    assert refused(lambda: desk.register("Ans")) == expected


def test_request_a_microsecond_before_the_opening_is_refused() -> None:
    desk = Desk(an_event(opens_at=NOW))
    expected = EventNotOpen, {"event": "kickoff", "opens_at": NOW}
    assert refused(lambda: desk.register("Ans", received_at=NOW - INSTANT)) == expected


def test_draft_takes_nobody() -> None:
    assert refused(lambda: Desk(an_event(draft=True)).register("Ans")) == (EventIsDraft, {"event": "kickoff"})


def test_cancelled_event_takes_nobody_even_by_force() -> None:
    desk = Desk(an_event(cancelled_at=NOW))
    expected = EventCancelled, {"event": "kickoff", "cancelled_at": NOW}
    assert refused(lambda: desk.register("Ans", force=True, why="please")) == expected


def test_request_cannot_come_from_the_future() -> None:
    later = NOW + INSTANT
    assert refused(lambda: Desk().register("Ans", received_at=later)) == (InTheFuture, {"received_at": later})


def test_members_event_refuses_others_and_takes_members() -> None:
    desk = Desk(an_event(members_of="coaches"))
    expected = NotAMember, {"event": "kickoff", "group": "coaches"}
    assert refused(lambda: desk.register("Ans", member=False)) == expected
    assert desk.register("Bo", member=True).subject == desk[1]


def test_event_for_everybody_asks_for_no_membership() -> None:
    desk = Desk(an_event(members_of=None))
    assert desk.register("Ans", member=False).subject == desk[1]


# ------------------------------------------------------------------ seats
def test_no_cap_seats_everybody() -> None:
    desk = Desk(an_event(capacity=None)).fill("Ans", "Bo", "Cas")
    assert desk.statuses() == dict.fromkeys((1, 2, 3), CONFIRMED)


def test_cap_of_nought_seats_nobody() -> None:
    assert Desk(an_event(capacity=0)).fill("Ans").statuses() == {1: WAITING}


def test_last_seat_is_given_and_the_next_one_waits() -> None:
    desk = Desk(an_event(capacity=2)).fill("Ans", "Bo", "Cas")
    assert desk.statuses() == {1: CONFIRMED, 2: CONFIRMED, 3: WAITING}


def test_pending_holds_a_seat() -> None:
    desk = Desk(an_event(capacity=1, approval=True)).fill("Ans", "Bo")
    assert (desk.statuses(), seats.seats_held(desk.list)) == ({1: PENDING, 2: WAITING}, 1)


@pytest.mark.parametrize("status", [WAITING, DECLINED, CANCELLED])
def test_who_waits_or_is_off_holds_no_seat(status: Status) -> None:
    desk = Desk().fill("Ans")
    desk.keep_one(replace(desk[1], status=status))
    assert seats.seats_held(desk.list) == 0


@pytest.mark.parametrize(
    ("capacity", "held", "free"), [(None, 5, None), (3, 1, 2), (3, 3, 0), (3, 5, 0), (0, 0, 0)]
)
def test_free_seats_are_never_negative(capacity: int | None, held: int, free: int | None) -> None:
    assert events.free_seats(an_event(capacity=capacity), held) == free


def test_who_does_not_want_to_wait_is_refused_when_it_is_full() -> None:
    desk = Desk(an_event(capacity=1)).fill("Ans")
    expected = EventFull, {"event": "kickoff", "seats_held": 1, "capacity": 1}
    assert refused(lambda: desk.register("Bo", waiting_list=False)) == expected


# ---------------------------------------------------------- closing itself when full
def test_event_closes_itself_at_the_last_seat_and_says_so_in_its_history() -> None:
    desk = Desk(an_event(capacity=2, when_full=WhenFull.CLOSE))
    before = desk.fill("Ans").event
    desk.register("Bo", why="by phone")
    closed = Entry(at=desk.now, by="organiser", what="closed", changes={"closed_by": (None, "full")})
    assert before.closed_at is None
    assert desk.event == replace(
        before, closed_at=desk.now, closed_by=ClosedBy.FULL, history=(*before.history, closed)
    )


def test_event_that_closed_itself_is_full_while_it_is_full() -> None:
    desk = Desk(an_event(capacity=1, when_full=WhenFull.CLOSE)).fill("Ans")
    expected = EventFullForGood, {"event": "kickoff", "seats_held": 1, "capacity": 1}
    assert refused(lambda: desk.register("Bo")) == expected


def test_freed_seat_does_not_reopen_an_event_that_closed_itself() -> None:
    desk = Desk(an_event(capacity=1, when_full=WhenFull.CLOSE)).fill("Ans")
    desk.cancel(1)
    expected = EventClosed, {"event": "kickoff", "closes_at": NOW}
    assert (desk.event.closed_at, refused(lambda: desk.register("Bo"))) == (NOW, expected)


def test_organiser_reopens_an_event_that_closed_itself() -> None:
    desk = Desk(an_event(capacity=1, when_full=WhenFull.CLOSE)).fill("Ans")
    desk.cancel(1)
    desk.reopen()
    desk.register("Bo")
    assert (desk.statuses(), desk.event.closed_by) == ({1: CANCELLED, 2: CONFIRMED}, ClosedBy.FULL)


def test_event_reopened_while_full_stays_open_and_refuses() -> None:
    desk = Desk(an_event(capacity=1, when_full=WhenFull.CLOSE)).fill("Ans")
    desk.reopen()
    assert desk.event.closed_at is None
    assert refused(lambda: desk.register("Bo"))[0] is EventFullForGood


def test_event_that_closes_when_full_has_no_waiting_list() -> None:
    desk = Desk(an_event(capacity=0, when_full=WhenFull.CLOSE))
    expected = EventFullForGood, {"event": "kickoff", "seats_held": 0, "capacity": 0}
    assert refused(lambda: desk.register("Ans")) == expected


def test_event_with_a_waiting_list_does_not_close_itself() -> None:
    assert Desk(an_event(capacity=1)).fill("Ans").event.closed_at is None


def test_event_closes_itself_when_its_cap_comes_down_to_the_seats_held() -> None:
    desk = Desk(an_event(capacity=2, when_full=WhenFull.CLOSE)).fill("Ans")
    desk.amend(capacity=1)
    assert (desk.event.closed_at, desk.event.closed_by) == (desk.now, ClosedBy.FULL)


@pytest.mark.parametrize(
    "fields",
    [
        pytest.param({"draft": True}, id="a draft"),
        pytest.param({"opens_at": CLOSES_AT - hours(1)}, id="not open yet"),
    ],
)
def test_full_event_that_is_not_open_has_nothing_to_close(fields: dict[str, object]) -> None:
    desk = Desk(an_event(capacity=1, when_full=WhenFull.CLOSE, **fields))
    desk.register("Ans", force=True, why="speaker")
    assert desk.event.closed_at is None


# ----------------------------------------------------------------- the queue
def test_newcomer_does_not_overtake_the_queue() -> None:
    desk = Desk(an_event(capacity=1, promotion=Promotion.MANUAL)).fill("Ans", "Bo")
    desk.cancel(1)
    desk.register("Cas")
    assert desk.statuses() == {1: CANCELLED, 2: WAITING, 3: WAITING}


def test_newcomer_does_not_overtake_the_queue_when_there_are_more_seats_than_people_waiting() -> None:
    desk = Desk(an_event(capacity=1, promotion=Promotion.MANUAL)).fill("Ans", "Bo")
    desk.amend(capacity=9)
    desk.register("Cas")
    assert desk.statuses() == {1: CONFIRMED, 2: WAITING, 3: WAITING}


def test_newcomer_does_not_overtake_the_queue_of_an_event_that_lost_its_cap() -> None:
    desk = Desk(an_event(capacity=1, promotion=Promotion.MANUAL)).fill("Ans", "Bo")
    desk.amend(capacity=None)
    desk.register("Cas")
    assert desk.statuses() == {1: CONFIRMED, 2: WAITING, 3: WAITING}


def test_nobody_waits_for_ever_beside_a_free_seat_while_registration_is_open() -> None:
    desk = Desk(an_event(capacity=1, closes_at=ENDS_AT)).fill("Ans", "Bo")
    desk.now = STARTS_AT
    desk.cancel(1)
    desk.register("Cas")
    assert desk.statuses() == {1: CANCELLED, 2: CONFIRMED, 3: WAITING}


def test_newcomer_in_front_of_whom_somebody_waits_is_told_that_the_seats_are_claimed() -> None:
    desk = Desk(an_event(capacity=1, promotion=Promotion.MANUAL)).fill("Ans", "Bo", "Cas")
    desk.cancel(1)
    expected = SeatsClaimed, {"event": "kickoff", "waiting": 2}
    assert refused(lambda: desk.register("Dirk", waiting_list=False)) == expected


# ------------------------------------------------------------- the same person
@pytest.mark.parametrize(
    "email",
    [
        pytest.param("zoë@example.org", id="the same address"),
        pytest.param("ZOË@Example.ORG", id="case"),
        pytest.param(" zoë@example.org\t", id="blanks"),
        pytest.param("\u00a0zoë@example.org\u202f", id="no-break spaces"),
        pytest.param(unicodedata.normalize("NFD", "zoë@example.org"), id="another Unicode form"),
    ],
)
@pytest.mark.parametrize(
    ("name", "refusal"), [("Zoë Voorbeeld", AlreadyRegistered), ("Somebody Else", OtherName)]
)
def test_registering_twice_is_a_conflict(name: str, refusal: type[Conflict], email: str) -> None:
    desk = Desk()
    desk.register("Zoë")
    expected = refusal, {"event": "kickoff", "registration": "r1", "status": CONFIRMED}
    assert refused(lambda: desk.register("Zoë", name=name, email=email)) == expected


@pytest.mark.parametrize("status", [CONFIRMED, PENDING, WAITING])
def test_registering_twice_is_a_conflict_in_every_active_state_and_by_force(status: Status) -> None:
    desk = Desk().fill("Ans")
    desk.keep_one(replace(desk[1], status=status))
    expected = AlreadyRegistered, {"event": "kickoff", "registration": "r1", "status": status}
    assert refused(lambda: desk.register("Ans", force=True, why="again")) == expected


def test_people_who_share_an_address_are_told_apart_by_name() -> None:
    desk = Desk(an_event(shared_addresses=True))
    for name in ("An Voorbeeld", "Bo Voorbeeld"):
        desk.register("Team", name=name)
    expected = AlreadyRegistered, {"event": "kickoff", "registration": "r1", "status": CONFIRMED}
    assert refused(lambda: desk.register("Team", name=" an  VOORBEELD ")) == expected
    assert desk.statuses() == {1: CONFIRMED, 2: CONFIRMED}


# -------------------------------------------------------------------- reviving
def test_registering_after_a_cancellation_revives_the_same_registration() -> None:
    desk = Desk().fill("Ans")
    desk.cancel(1)
    desk.register("Ans", name="Ans de Voorbeeld", organisation="Proefhuis", sessions=("main",))
    ans = desk[1]
    assert (list(desk.list), ans.code, ans.turn, ans.status, ans.received_at) == (
        [1],
        "r1",
        2,
        CONFIRMED,
        desk.now,
    )
    assert (ans.name, ans.organisation, ans.sessions) == ("Ans de Voorbeeld", "Proefhuis", ("main",))
    assert [e.what for e in ans.history] == ["registered", "cancelled", "revived"]
    assert ans.history[-1].changes == {
        "status": ("cancelled", "confirmed"),
        "turn": (1, 2),
        "sessions": ([], ["main"]),
        "received_at": (NOW.isoformat(), desk.now.isoformat()),
        "name": ("Ans Voorbeeld", "Ans de Voorbeeld"),
        "organisation": (None, "Proefhuis"),
    }


def test_who_was_declined_may_ask_again() -> None:
    desk = Desk(an_event(approval=True)).fill("Ans")
    desk.decline(1)
    desk.register("Ans")
    assert desk.statuses() == {1: PENDING}


@pytest.mark.parametrize(
    "asked",
    [
        pytest.param(NOW + hours(1), id="now"),
        pytest.param(NOW, id="at the same instant as the others"),
        pytest.param(NOW - hours(1), id="with an earlier date"),
    ],
)
def test_revived_registration_goes_to_the_end_of_the_queue(asked: datetime) -> None:
    desk = Desk(an_event(capacity=1))
    for name in ("Ans", "Bo", "Cas", "Dirk"):
        desk.register(name)
    desk.now += hours(1)
    desk.cancel(2)
    desk.register("Bo", received_at=asked, revive=True)
    assert desk.queue() == [3, 4, 2]


def test_revival_forgets_the_reason_for_which_a_rule_was_set_aside() -> None:
    desk = Desk(an_event(capacity=0))
    desk.register("Ans", force=True, why="speaker")
    desk.cancel(1)
    desk.register("Ans")
    assert (desk[1].status, desk[1].override) == (WAITING, None)


# ------------------------------------------------------------------- overruling
OVERRULED = [
    pytest.param({"draft": True}, NOW, id="a draft"),
    pytest.param({"opens_at": NOW + INSTANT}, NOW, id="not open yet"),
    pytest.param({}, CLOSES_AT, id="closed"),
    pytest.param({"members_of": "coaches"}, NOW, id="not a member"),
    pytest.param({"capacity": 0}, NOW, id="full"),
    pytest.param({"sessions": (a_session(capacity=0),)}, NOW, id="session full"),
    pytest.param({"capacity": 0, "when_full": WhenFull.CLOSE}, NOW, id="full and without a waiting list"),
]


@pytest.mark.parametrize(("fields", "now"), OVERRULED)
def test_force_with_a_reason_seats_somebody_against_the_rules(
    fields: dict[str, object], now: datetime
) -> None:
    desk = Desk(an_event(**fields), now=now)
    desk.register("Ans", member=False, force=True, why="speaker")
    ans = desk[1]
    assert (ans.status, ans.override, ans.history[0].why) == (CONFIRMED, "speaker", "speaker")


@pytest.mark.parametrize(("fields", "now"), OVERRULED)
@pytest.mark.parametrize("why", [None, ""])
def test_force_needs_a_reason(fields: dict[str, object], now: datetime, why: str | None) -> None:
    desk = Desk(an_event(**fields), now=now)
    assert refused(lambda: desk.register("Ans", member=False, force=True, why=why)) == (ReasonNeeded, {})


def test_force_seats_somebody_past_the_queue() -> None:
    desk = Desk(an_event(capacity=1, promotion=Promotion.MANUAL)).fill("Ans", "Bo")
    desk.cancel(1)
    desk.register("Cas", force=True, why="speaker")
    assert (desk.statuses(), desk[3].override) == ({1: CANCELLED, 2: WAITING, 3: CONFIRMED}, "speaker")


def test_force_is_not_recorded_as_an_override_when_no_rule_was_overruled() -> None:
    desk = Desk(an_event(capacity=1))
    desk.register("Ans", force=True, why="to be sure")
    assert (desk[1].status, desk[1].override, desk[1].history[0].why) == (CONFIRMED, None, "to be sure")


def test_force_still_awaits_approval() -> None:
    desk = Desk(an_event(capacity=0, approval=True))
    desk.register("Ans", force=True, why="speaker")
    assert (desk[1].status, desk[1].override) == (PENDING, "speaker")


def test_reason_without_force_overrules_nothing() -> None:
    desk = Desk(an_event(capacity=0))
    desk.register("Ans", why="speaker")
    assert (desk[1].status, desk[1].override) == (WAITING, None)


# ------------------------------------------------------------------ fixed order
def test_refusals_come_in_the_documented_order() -> None:
    """Everything is wrong at once; what is refused first is put right, until somebody gets in."""
    full = (a_session("1-am", capacity=0), a_session("pm", capacity=0))
    event = an_event(
        cancelled_at=NOW, draft=True, opens_at=NOW, members_of="coaches", capacity=0, sessions=full
    )
    desk = Desk(event, now=CLOSES_AT)
    desk.list[1] = Registration(
        number=1,
        turn=1,
        name="Ans Voorbeeld",
        email="ans@example.org",
        status=WAITING,
        received_at=NOW,
    )
    request = a_request("Ans", CLOSES_AT + INSTANT, member=False)

    def ask(*, force: bool = False, waiting_list: bool = False) -> Outcome:
        return seats.register(
            desk.event, desk.list, request, desk.act(), waiting_list=waiting_list, force=force
        )

    found = [refused(partial(ask, force=True))[0]]
    repairs: list[tuple[dict[str, object], dict[str, object]]] = [
        ({}, {}),
        ({"received_at": CLOSES_AT}, {}),
        ({}, {"cancelled_at": None}),
        ({"email": "bo@example.org"}, {}),
        ({"received_at": NOW - INSTANT}, {"draft": False, "closed_at": NOW - hours(1)}),
        ({}, {"opens_at": None}),
        ({}, {"closed_at": None}),
        ({"member": True}, {}),
        ({}, {"session_choice": SessionChoice.ALL}),
        ({}, {"capacity": 2}),
        ({}, {"sessions": (replace(full[0], capacity=2), full[1])}),
        ({}, {"sessions": ()}),
    ]
    for asked, terms in repairs:
        request = replace(request, **asked)  # type: ignore[arg-type]
        desk.event = replace(desk.event, **terms)  # type: ignore[arg-type]
        found.append(refused(ask)[0])
    assert found == [
        ReasonNeeded,
        InTheFuture,
        EventCancelled,
        AlreadyRegistered,
        EventIsDraft,
        EventNotOpen,
        EventClosed,
        NotAMember,
        SessionsNotChosen,
        EventFull,
        SessionFull,
        SessionFull,
        SeatsClaimed,
    ]
    assert desk.keep(ask(waiting_list=True)).subject == desk[2]


def test_objections_are_all_told_in_the_same_order() -> None:
    event = an_event(
        cancelled_at=NOW, draft=True, opens_at=NOW, closed_at=NOW - hours(1), members_of="coaches"
    )
    found = seats.objections(seats.Book(event, {}, NOW), a_request(received_at=NOW - INSTANT, member=False))
    assert [type(o) for o in found] == [EventCancelled, EventIsDraft, EventNotOpen, EventClosed, NotAMember]
