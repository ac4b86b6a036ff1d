"""Rules 13, 14, 19 and 22: the order of the waiting list, and who moves up when."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

import pytest

from netwerk_cli.domain import lifecycle, seats
from netwerk_cli.domain.events import ClosedBy, Promotion, WhenFull
from netwerk_cli.domain.history import Entry
from netwerk_cli.domain.registrations import Status
from netwerk_cli.domain.seats import Outcome
from netwerk_cli.errors import ReasonNeeded
from netwerk_cli.errors.seats import (
    EventCancelled,
    EventFull,
    EventStarted,
    NotNextInQueue,
    NotPending,
    NotWaiting,
)
from tests.builders import (
    CLOSES_AT,
    ENDS_AT,
    INSTANT,
    NOW,
    STARTS_AT,
    Desk,
    a_session,
    an_event,
    hours,
    refused,
)

CONFIRMED, PENDING, WAITING = Status.CONFIRMED, Status.PENDING, Status.WAITING
DECLINED, CANCELLED = Status.DECLINED, Status.CANCELLED


def a_full_desk(*waiting: str, **fields: object) -> Desk:
    """Return a desk with one seat, taken, and people who wait for it."""
    return Desk(an_event(**({"capacity": 1} | fields))).fill("Ans", *waiting)


def moved_up(desk: Desk) -> list[int]:
    return [number for number, r in desk.list.items() if any(e.what == "promoted" for e in r.history)]


# ------------------------------------------------------------------------ order
def test_queue_is_in_order_of_receipt_and_not_of_entry() -> None:
    desk = a_full_desk("Bo", "Cas")
    desk.register("Dirk", received_at=NOW - hours(1))
    desk.register("Eef", received_at=NOW + INSTANT)
    assert desk.queue() == [4, 5, 2, 3]
    book = seats.Book(desk.event, desk.list, NOW)
    assert [book.position(desk[n]) for n in (1, 2, 3, 4, 5)] == [None, 3, 4, 1, 2]


def test_requests_of_one_instant_queue_in_order_of_entry() -> None:
    desk = a_full_desk()
    for name in ("Bo", "Cas", "Dirk"):
        desk.register(name, received_at=NOW)
    assert desk.queue() == [2, 3, 4]


def test_receipt_is_compared_as_an_instant() -> None:
    desk = a_full_desk("Bo")
    desk.register("Cas", received_at=datetime.fromisoformat("2024-01-10T07:30:00+00:00"))
    assert desk.queue() == [3, 2]


# ----------------------------------------------------------------- who moves up
def test_cancelling_moves_the_first_one_up_and_signs_it_without_the_reason() -> None:
    desk = a_full_desk("Bo", "Cas")
    outcome = seats.cancel(desk.event, desk.list, desk[1], desk.act("ill"))
    assert outcome.subject is not None
    ill = Entry(
        at=desk.now,
        by="organiser",
        what="cancelled",
        why="ill",
        changes={"status": ("confirmed", "cancelled")},
    )
    up = Entry(at=desk.now, by="organiser", what="promoted", changes={"status": ("waiting", "confirmed")})
    ans = replace(desk[1], status=CANCELLED, history=(*desk[1].history, ill))
    bo = replace(desk[2], status=CONFIRMED, history=(*desk[2].history, up))
    assert outcome == Outcome(event=desk.event, subject=ans, changed=(ans, bo), promoted=(bo,))


def test_declining_moves_the_first_one_up() -> None:
    desk = a_full_desk("Bo", "Cas", approval=True)
    desk.decline(1)
    assert desk.statuses() == {1: DECLINED, 2: PENDING, 3: WAITING}


def test_promotion_awaits_approval_where_that_is_asked() -> None:
    desk = a_full_desk("Bo")
    desk.amend(approval=True)
    desk.cancel(1)
    assert desk.statuses() == {1: CANCELLED, 2: PENDING}


@pytest.mark.parametrize(
    ("capacity", "up"),
    [(1, []), (2, [2]), (3, [2, 3]), (None, [2, 3, 4])],
    ids=["the same", "one more", "two more", "none"],
)
def test_raised_cap_moves_up_as_many_as_there_are_seats(capacity: int | None, up: list[int]) -> None:
    desk = a_full_desk("Bo", "Cas", "Dirk")
    outcome = desk.amend(capacity=capacity)
    assert ([r.number for r in outcome.promoted], moved_up(desk)) == (up, up)


def test_queue_moves_up_when_promotion_becomes_automatic() -> None:
    desk = a_full_desk("Bo", "Cas", promotion=Promotion.MANUAL)
    desk.cancel(1)
    desk.amend(promotion=Promotion.AUTO)
    assert desk.statuses() == {1: CANCELLED, 2: CONFIRMED, 3: WAITING}


@pytest.mark.parametrize("frees", ["cancel", "raise"])
def test_nobody_moves_up_by_themselves_while_promotion_is_manual(frees: str) -> None:
    desk = a_full_desk("Bo", promotion=Promotion.MANUAL)
    outcome = desk.cancel(1) if frees == "cancel" else desk.amend(capacity=2)
    assert (outcome.promoted, desk[2].status) == ((), WAITING)


def test_somebody_who_leaves_the_queue_frees_nothing() -> None:
    desk = a_full_desk("Bo", "Cas", "Dirk")
    desk.cancel(2)
    desk.decline(3)
    assert desk.statuses() == {1: CONFIRMED, 2: CANCELLED, 3: DECLINED, 4: WAITING}


def test_approving_frees_nothing() -> None:
    desk = a_full_desk("Bo", approval=True)
    assert desk.approve(1).promoted == ()
    assert desk.statuses() == {1: CONFIRMED, 2: WAITING}


def test_queue_still_moves_up_after_the_closing() -> None:
    desk = a_full_desk("Bo")
    desk.now = CLOSES_AT + hours(1)
    desk.cancel(1)
    assert desk.statuses() == {1: CANCELLED, 2: CONFIRMED}


def test_queue_still_moves_up_after_a_recorded_closing() -> None:
    desk = a_full_desk("Bo")
    desk.event = lifecycle.close(desk.event, desk.act(), ClosedBy.ORGANISER)
    desk.cancel(1)
    assert desk.statuses() == {1: CANCELLED, 2: CONFIRMED}


@pytest.mark.parametrize(
    ("now", "expected"),
    [
        pytest.param(STARTS_AT - INSTANT, CONFIRMED, id="a microsecond before the start"),
        pytest.param(STARTS_AT, WAITING, id="at the start"),
        pytest.param(ENDS_AT, WAITING, id="at the end"),
    ],
)
def test_nobody_moves_up_into_a_started_event(now: datetime, expected: Status) -> None:
    desk = a_full_desk("Bo")
    desk.now = now
    desk.cancel(1)
    assert desk[2].status is expected


def test_queue_of_a_series_moves_until_its_last_session_starts() -> None:
    later = a_session("later", starts_at=STARTS_AT + hours(48), ends_at=STARTS_AT + hours(50))
    desk = a_full_desk("Bo", "Cas", sessions=(later, a_session("first")))
    desk.now = STARTS_AT
    desk.cancel(1)
    assert (desk[2].status, desk[2].without) == (CONFIRMED, ("first",))
    desk.now = STARTS_AT + hours(48)
    desk.cancel(2)
    assert desk[3].status is WAITING


def test_queue_moves_up_when_the_start_is_put_off() -> None:
    desk = a_full_desk("Bo")
    desk.now = STARTS_AT
    desk.cancel(1)
    desk.amend(sessions=(a_session(starts_at=STARTS_AT + hours(24), ends_at=ENDS_AT + hours(24)),))
    assert desk[2].status is CONFIRMED


def test_nobody_moves_up_into_a_cancelled_event() -> None:
    desk = a_full_desk("Bo")
    desk.event = lifecycle.cancel(desk.event, desk.act())
    desk.cancel(1)
    desk.amend(capacity=5)
    assert desk.statuses() == {1: CANCELLED, 2: WAITING}


def test_queue_moves_up_when_a_cancelled_event_is_put_back_on() -> None:
    desk = a_full_desk("Bo", "Cas")
    desk.event = lifecycle.cancel(desk.event, desk.act())
    desk.cancel(1)
    outcome = desk.reopen()
    assert (outcome.promoted, desk.statuses()) == ((desk[2],), {1: CANCELLED, 2: CONFIRMED, 3: WAITING})


def test_nobody_is_promoted_until_an_event_that_is_over_comes_below_its_cap() -> None:
    desk = Desk(an_event(capacity=3)).fill("Ans", "Bo", "Cas", "Dirk")
    desk.amend(capacity=1, force=True, why="smaller room")
    found = []
    for number in (1, 2, 3):
        desk.cancel(number)
        found.append(desk[4].status)
    assert found == [WAITING, WAITING, CONFIRMED]


def test_queue_of_an_event_that_now_closes_when_full_fills_the_freed_seat_and_closes_it() -> None:
    desk = a_full_desk("Bo", "Cas", capacity=2)
    desk.amend(when_full=WhenFull.CLOSE)
    desk.reopen()
    desk.cancel(1)
    assert (desk.statuses(), desk.event.closed_by) == (
        {1: CANCELLED, 2: CONFIRMED, 3: CONFIRMED},
        ClosedBy.FULL,
    )


# ------------------------------------------------------------- cancel and decline
@pytest.mark.parametrize("status", [CANCELLED, DECLINED])
def test_cancelling_who_is_off_has_no_effect(status: Status) -> None:
    desk = a_full_desk("Bo", promotion=Promotion.MANUAL)
    gone = desk.keep_one(replace(desk[1], status=status))
    desk.event = replace(desk.event, promotion=Promotion.AUTO)
    assert desk.cancel(1) == Outcome(event=desk.event, subject=gone)


def test_cancelling_twice_writes_history_once() -> None:
    desk = a_full_desk("Bo", "Cas")
    desk.cancel(1)
    desk.cancel(1)
    assert [e.what for e in desk[1].history] == ["registered", "cancelled"]
    assert desk.statuses() == {1: CANCELLED, 2: CONFIRMED, 3: WAITING}


@pytest.mark.parametrize("status", [CONFIRMED, WAITING, DECLINED, CANCELLED])
def test_only_who_is_pending_is_approved(status: Status) -> None:
    desk = Desk().fill("Ans")
    desk.keep_one(replace(desk[1], status=status))
    expected = NotPending, {"event": "kickoff", "registration": "r1", "status": status}
    assert refused(lambda: desk.approve(1)) == expected


@pytest.mark.parametrize("status", [CONFIRMED, DECLINED, CANCELLED])
def test_only_who_is_pending_or_waits_is_declined(status: Status) -> None:
    desk = Desk().fill("Ans")
    desk.keep_one(replace(desk[1], status=status))
    expected = NotPending, {"event": "kickoff", "registration": "r1", "status": status}
    assert refused(lambda: desk.decline(1)) == expected


def test_nobody_is_approved_for_a_cancelled_event() -> None:
    desk = Desk(an_event(approval=True)).fill("Ans")
    desk.event = lifecycle.cancel(desk.event, desk.act())
    assert refused(lambda: desk.approve(1))[0] is EventCancelled
    assert desk.decline(1).subject == desk[1]


# ------------------------------------------------------------------- by hand
def a_manual_desk(*waiting: str, capacity: int | None = 1, free: bool = True, **fields: object) -> Desk:
    desk = a_full_desk(*waiting, promotion=Promotion.MANUAL, **fields)
    if free:
        desk.cancel(1)
    if capacity != 1:
        desk.amend(capacity=capacity)
    return desk


@pytest.mark.parametrize(
    ("count", "up"),
    [(0, []), (1, [2]), (2, [2, 3]), (9, [2, 3])],
    ids=["none", "one", "as many as there are seats", "more than there are seats"],
)
def test_promoting_takes_the_queue_in_order_while_there_are_seats(count: int, up: list[int]) -> None:
    desk = a_manual_desk("Bo", "Cas", "Dirk", capacity=2)
    outcome = desk.promote(count=count)
    assert ([r.number for r in outcome.promoted], moved_up(desk), desk.event.closed_at) == (up, up, None)


def test_promoting_an_empty_queue_changes_nothing() -> None:
    desk = a_manual_desk()
    assert desk.promote() == Outcome(event=desk.event)


def test_promoting_without_a_seat_is_refused() -> None:
    desk = a_manual_desk("Bo", "Cas", free=False)
    expected = EventFull, {"event": "kickoff", "seats_held": 1, "capacity": 1}
    assert refused(desk.promote) == expected
    assert refused(lambda: desk.promote(2)) == expected


def test_promoting_the_first_one_by_name_is_in_order() -> None:
    desk = a_manual_desk("Bo", "Cas")
    outcome = desk.promote(2)
    assert outcome == Outcome(event=desk.event, subject=desk[2], changed=(desk[2],), promoted=(desk[2],))
    assert (desk.statuses(), desk[2].override) == ({1: CANCELLED, 2: CONFIRMED, 3: WAITING}, None)


def test_promoting_past_the_queue_is_refused() -> None:
    desk = a_manual_desk("Bo", "Cas", "Dirk", capacity=9)
    expected = NotNextInQueue, {"event": "kickoff", "registration": "r4", "position": 3, "ahead": 2}
    assert refused(lambda: desk.promote(4)) == expected


def test_promoting_past_the_queue_needs_force_and_keeps_the_reason() -> None:
    desk = a_manual_desk("Bo", "Cas")
    desk.promote(3, force=True, why="speaker")
    assert (desk.statuses(), desk[3].override) == ({1: CANCELLED, 2: WAITING, 3: CONFIRMED}, "speaker")
    assert desk[3].history[-1].why == "speaker"


def test_promoting_beyond_the_cap_marks_only_those_for_whom_there_was_no_seat() -> None:
    desk = a_manual_desk("Bo", "Cas", "Dirk")
    desk.promote(count=2, force=True, why="extra chairs")
    assert desk.statuses() == {1: CANCELLED, 2: CONFIRMED, 3: CONFIRMED, 4: WAITING}
    assert [desk[n].override for n in (2, 3, 4)] == [None, "extra chairs", None]


def test_promoting_by_force_in_order_overrules_nothing() -> None:
    desk = a_manual_desk("Bo")
    desk.promote(2, force=True, why="to be sure")
    assert (desk[2].status, desk[2].override) == (CONFIRMED, None)


@pytest.mark.parametrize("number", [None, 2], ids=["the queue", "one person"])
def test_promoting_by_force_needs_a_reason(number: int | None) -> None:
    desk = a_manual_desk("Bo")
    assert refused(lambda: desk.promote(number, force=True)) == (ReasonNeeded, {})


@pytest.mark.parametrize("status", [CONFIRMED, PENDING, DECLINED, CANCELLED])
def test_only_who_waits_is_promoted(status: Status) -> None:
    desk = a_manual_desk("Bo")
    desk.keep_one(replace(desk[2], status=status))
    expected = NotWaiting, {"event": "kickoff", "registration": "r2", "status": status}
    assert refused(lambda: desk.promote(2, force=True, why="please")) == expected


@pytest.mark.parametrize("number", [None, 2], ids=["the queue", "one person"])
@pytest.mark.parametrize("force", [False, True], ids=["asked", "forced"])
def test_nobody_is_promoted_by_hand_into_a_started_or_cancelled_event(
    number: int | None, force: bool
) -> None:
    desk = a_manual_desk("Bo")
    desk.now = STARTS_AT
    started = EventStarted, {"event": "kickoff", "starts_at": STARTS_AT}
    assert refused(lambda: desk.promote(number, force=force, why="please")) == started
    desk.event = lifecycle.cancel(desk.event, desk.act())
    cancelled = EventCancelled, {"event": "kickoff", "cancelled_at": STARTS_AT}
    assert refused(lambda: desk.promote(number, force=force, why="please")) == cancelled


def test_promoting_a_microsecond_before_the_start_is_in_time() -> None:
    desk = a_manual_desk("Bo")
    desk.now = STARTS_AT - INSTANT
    assert desk.promote().promoted == (desk[2],)


def test_promoted_by_hand_awaits_approval_where_that_is_asked() -> None:
    desk = a_manual_desk("Bo", "Cas", capacity=2, approval=True)
    desk.promote(2)
    desk.promote()
    assert desk.statuses() == {1: CANCELLED, 2: PENDING, 3: PENDING}


@pytest.mark.parametrize("number", [None, 2], ids=["the queue", "one person"])
def test_event_closes_itself_when_its_last_seat_is_given_by_hand(number: int | None) -> None:
    desk = a_manual_desk("Bo")
    desk.amend(when_full=WhenFull.CLOSE)
    desk.promote(number)
    assert (desk.event.closed_at, desk.event.closed_by) == (desk.now, ClosedBy.FULL)


def test_refusals_to_promote_come_in_the_documented_order() -> None:
    desk = a_manual_desk("Bo", "Cas", free=False)
    desk.keep_one(replace(desk[3], status=CONFIRMED))
    desk.event, desk.now = replace(desk.event, cancelled_at=NOW), STARTS_AT
    found = [refused(lambda: desk.promote(3, force=True))[0], refused(lambda: desk.promote(3))[0]]
    desk.event = replace(desk.event, cancelled_at=None)
    found.append(refused(lambda: desk.promote(3))[0])
    desk.now = NOW + hours(1)
    found.append(refused(lambda: desk.promote(3))[0])
    desk.keep_one(replace(desk[3], status=WAITING))
    found.append(refused(lambda: desk.promote(3))[0])
    desk.amend(capacity=5)
    found.append(refused(lambda: desk.promote(3))[0])
    assert found == [ReasonNeeded, EventCancelled, EventStarted, NotWaiting, EventFull, NotNextInQueue]
