"""Rules 5 and 7, and how an event comes to be, changes, opens, closes and is called off."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

import pytest

from netwerk_cli.domain import final_lists, lifecycle
from netwerk_cli.domain.events import ClosedBy, Event, Session
from netwerk_cli.domain.history import Entry
from netwerk_cli.domain.set_asides import SetAside
from netwerk_cli.domain.slugs import check_slug
from netwerk_cli.errors import BadValue
from netwerk_cli.errors.planning import ClosingBeforeOpening, ClosingPassed, EndBeforeStart
from netwerk_cli.errors.seats import EventCancelled
from netwerk_cli.wording import Wording
from tests.builders import (
    CLOSES_AT,
    ENDS_AT,
    INSTANT,
    NOW,
    STARTS_AT,
    a_session,
    act,
    an_event,
    hours,
    refused,
)

LATER = NOW + hours(1)
DUE = {"closed_at": CLOSES_AT, "closed_by": ClosedBy.DUE}


def entry(what: str, at: datetime = NOW, why: str | None = None, **changes: tuple[object, object]) -> Entry:
    return Entry(at=at, by="organiser", what=what, why=why, changes=changes)


def sequences(event: Event) -> list[int]:
    return [session.sequence for session in event.sessions]


# ------------------------------------------------------------- create and check
def test_new_event_begins_its_history() -> None:
    event = an_event()
    assert lifecycle.create(event, act(why="asked")) == replace(
        event, history=(entry("created", why="asked"),)
    )


@pytest.mark.parametrize("slug", ["a", "0", "kickoff-2024", "a-b-c", "x" * 80])
def test_slug_is_kept(slug: str) -> None:
    assert check_slug(slug) == slug


@pytest.mark.parametrize(
    "slug",
    ["", "-", "a-", "-a", "a--b", "A", "a_b", "a b", "a.b", "é", "a\n", "x" * 81, "../a", "a/b", "٣"],
)
def test_bad_slug_is_refused(slug: str) -> None:
    with pytest.raises(BadValue) as caught:
        lifecycle.create(an_event(slug=slug), act())
    why = Wording("a name has only a-z, 0-9 and single hyphens, at most 80 characters")
    assert caught.value.facts == {"field": "SLUG", "why": why}


@pytest.mark.parametrize("capacity", [None, 0, 1, lifecycle.MAX_CAPACITY])
def test_cap_is_kept(capacity: int | None) -> None:
    event = an_event(capacity=capacity, sessions=(a_session(capacity=capacity),))
    lifecycle.check(event)


@pytest.mark.parametrize("capacity", [-1, lifecycle.MAX_CAPACITY + 1])
@pytest.mark.parametrize("of_session", [False, True], ids=["of the event", "of a session"])
def test_bad_cap_is_refused(capacity: int, of_session: bool) -> None:
    fields = {"sessions": (a_session(capacity=capacity),)} if of_session else {"capacity": capacity}
    with pytest.raises(BadValue) as caught:
        lifecycle.create(an_event(**fields), act())
    assert caught.value.facts["field"] == "--capacity"


@pytest.mark.parametrize(
    ("starts_at", "ends_at"),
    [
        pytest.param(STARTS_AT, STARTS_AT + INSTANT, id="a microsecond"),
        pytest.param(date(2024, 1, 26), date(2024, 1, 26), id="one day"),
        pytest.param(STARTS_AT, None, id="no end"),
        pytest.param(None, ENDS_AT, id="no start"),
        pytest.param(
            STARTS_AT, datetime(2024, 1, 26, 8, 31, tzinfo=UTC), id="an earlier hour, a later instant"
        ),
    ],
)
def test_session_that_ends_after_its_start_is_kept(starts_at: object, ends_at: object) -> None:
    lifecycle.check(an_event(sessions=(a_session(starts_at=starts_at, ends_at=ends_at),)))


@pytest.mark.parametrize(
    ("starts_at", "ends_at"),
    [
        pytest.param(STARTS_AT, STARTS_AT, id="at its start"),
        pytest.param(STARTS_AT, STARTS_AT - INSTANT, id="a microsecond before its start"),
        pytest.param(date(2024, 1, 26), date(2024, 1, 25), id="dates the wrong way round"),
        pytest.param(STARTS_AT, datetime(2024, 1, 26, 8, 30, tzinfo=UTC), id="at its start, elsewhere"),
    ],
)
def test_session_that_does_not_end_after_its_start_is_refused(starts_at: object, ends_at: object) -> None:
    with pytest.raises(EndBeforeStart) as caught:
        lifecycle.create(an_event(sessions=(a_session(starts_at=starts_at, ends_at=ends_at),)), act())
    assert caught.value.facts == {"starts_at": starts_at, "ends_at": ends_at}


@pytest.mark.parametrize(
    "fields",
    [
        pytest.param({"opens_at": CLOSES_AT}, id="at the closing time"),
        pytest.param({"opens_at": CLOSES_AT + INSTANT}, id="after it"),
        pytest.param({"opens_at": STARTS_AT, "closes_at": None}, id="at the start, which closes it"),
    ],
)
def test_opening_that_is_not_before_the_closing_is_refused(fields: dict[str, object]) -> None:
    event = an_event(**fields)
    with pytest.raises(ClosingBeforeOpening) as caught:
        lifecycle.create(event, act())
    assert caught.value.facts == {"opens_at": event.opens_at, "closes_at": event.deadline}


@pytest.mark.parametrize(
    ("starts_at", "ends_at"),
    [(STARTS_AT, date(2024, 1, 26)), (date(2024, 1, 26), ENDS_AT)],
    ids=["end", "start"],
)
def test_session_that_is_half_a_time_and_half_a_date_is_refused(starts_at: object, ends_at: object) -> None:
    with pytest.raises(BadValue) as caught:
        lifecycle.create(an_event(sessions=(a_session(starts_at=starts_at, ends_at=ends_at),)), act())
    assert caught.value.facts == {"field": "--ends", "why": "give start and end both a time, or neither"}


def test_opening_a_microsecond_before_the_closing_is_kept() -> None:
    lifecycle.check(an_event(opens_at=CLOSES_AT - INSTANT))


def test_faults_of_an_event_are_found_in_a_fixed_order() -> None:
    bad = a_session(capacity=-1, starts_at=ENDS_AT, ends_at=STARTS_AT)
    event = an_event(slug="?", capacity=-1, sessions=(bad,), opens_at=CLOSES_AT)
    found = []
    for repaired in (
        {"slug": "a"},
        {"capacity": 1},
        {"sessions": (replace(bad, capacity=1),)},
        {"sessions": ()},
    ):
        with pytest.raises((BadValue, EndBeforeStart)) as caught:
            lifecycle.check(event)
        found.append(caught.value.facts.get("field", type(caught.value)))
        event = replace(event, **repaired)
    assert found == ["SLUG", "--capacity", "--capacity", EndBeforeStart]
    with pytest.raises(ClosingBeforeOpening):
        lifecycle.check(event)


# ------------------------------------------------------------------------ amend
def test_amending_nothing_changes_nothing() -> None:
    event = an_event()
    assert lifecycle.amend(event, act(), title=event.title, sessions=event.sessions) is event


def test_amending_writes_what_changed_in_plain_values() -> None:
    event = an_event(closes_at=None)
    after = lifecycle.amend(event, act(why="typo"), title="Start", capacity=5, closes_at=CLOSES_AT, cost=None)
    changes = {
        "title": ("Kick-off", "Start"),
        "capacity": (None, 5),
        "closes_at": (None, CLOSES_AT.isoformat()),
    }
    assert after == replace(
        event,
        title="Start",
        capacity=5,
        closes_at=CLOSES_AT,
        history=(Entry(at=NOW, by="organiser", what="edited", why="typo", changes=changes),),
    )


@pytest.mark.parametrize(
    ("fields", "raised"),
    [
        pytest.param({"starts_at": STARTS_AT + INSTANT}, True, id="another start"),
        pytest.param({"ends_at": ENDS_AT + INSTANT}, True, id="another end"),
        pytest.param({"ends_at": None}, True, id="no end"),
        pytest.param(
            {"starts_at": date(2024, 1, 26), "ends_at": date(2024, 1, 26)}, True, id="a date for a time"
        ),
        pytest.param({"starts_at": STARTS_AT.astimezone(UTC)}, False, id="the same instant"),
        pytest.param({"title": "Other", "location": "Gent", "capacity": 3}, False, id="anything else"),
    ],
)
def test_sequence_rises_only_when_a_session_moves(fields: dict[str, object], raised: bool) -> None:
    event = an_event(sessions=(a_session("a"), a_session("b")))
    moved = replace(event.sessions[1], **fields)  # type: ignore[arg-type]
    after = lifecycle.amend(event, act(), title="Other", sessions=(event.sessions[0], moved))
    assert sequences(after) == [0, int(raised)]


@pytest.mark.parametrize(("before", "after", "raised"), [(True, False, 1), (False, True, 1), (True, True, 0)])
def test_sequence_rises_once_when_a_draft_is_published_or_taken_back(
    before: bool, after: bool, raised: int
) -> None:
    event = an_event(draft=before, sessions=(a_session("a"), a_session("b")))
    moved = replace(event.sessions[1], ends_at=ENDS_AT + hours(1))
    amended = lifecycle.amend(event, act(), draft=after, sessions=(event.sessions[0], moved))
    assert sequences(amended) == [raised, 1]


def test_new_session_begins_at_sequence_nought() -> None:
    event = an_event(sessions=(a_session("a", sequence=4),))
    after = lifecycle.amend(event, act(), sessions=(*event.sessions, a_session("b")))
    assert sequences(after) == [4, 0]


def test_history_names_what_changed_in_a_session() -> None:
    event = an_event(sessions=(a_session("a"), a_session("b", starts_at=None, ends_at=None, title="Away")))
    kept, new = (
        replace(event.sessions[0], location="Gent"),
        a_session("c", starts_at=None, ends_at=None, capacity=2),
    )
    after = lifecycle.amend(event, act(), sessions=(kept, new))
    expected = {"a.location": (None, "Gent"), "b.title": ("Away", None), "c.capacity": (None, 2)}
    assert after.history[-1].changes == expected


def test_amending_into_what_cannot_be_is_refused() -> None:
    with pytest.raises(ClosingBeforeOpening):
        lifecycle.amend(an_event(), act(), opens_at=CLOSES_AT)


@pytest.mark.parametrize(
    ("now", "closes_at", "closing"),
    [
        pytest.param(LATER, CLOSES_AT + hours(1), CLOSES_AT + hours(1), id="later, and still to come"),
        pytest.param(STARTS_AT, CLOSES_AT + hours(1), CLOSES_AT + hours(1), id="later, but passed too"),
        pytest.param(STARTS_AT, CLOSES_AT - hours(1), CLOSES_AT - hours(1), id="earlier"),
    ],
)
def test_closing_that_was_due_follows_the_terms(
    now: datetime, closes_at: datetime, closing: datetime
) -> None:
    after = lifecycle.amend(an_event(**DUE), act(now), closes_at=closes_at)
    assert after.closing == closing


def test_an_edit_without_a_later_closing_never_takes_a_recorded_closing_back() -> None:
    after = lifecycle.amend(an_event(**DUE), act(CLOSES_AT + hours(1)), title="Terugblik")
    assert (after.closed_at, after.closed_by) == (DUE["closed_at"], DUE["closed_by"])


@pytest.mark.parametrize("by", [ClosedBy.ORGANISER, ClosedBy.FULL])
def test_later_closing_time_does_not_open_what_was_closed_for_another_reason(by: ClosedBy) -> None:
    event = an_event(closed_at=NOW, closed_by=by)
    after = lifecycle.amend(event, act(LATER), closes_at=CLOSES_AT + hours(1))
    assert (after.closed_at, after.closed_by, after.closing) == (NOW, by, NOW)


# -------------------------------------------------------------- publish and close
@pytest.mark.parametrize("opens_at", [None, LATER])
def test_publishing_a_draft_keeps_a_planned_opening(opens_at: datetime | None) -> None:
    event = an_event(draft=True, opens_at=opens_at)
    history = (entry("opened", draft=(True, False)),)
    expected = replace(event, draft=False, sessions=(a_session(sequence=1),), history=history)
    assert lifecycle.publish(event, act()) == expected


def test_opening_what_is_public_brings_a_later_opening_forward() -> None:
    event = an_event(opens_at=LATER)
    history = (entry("opened", opens_at=(LATER.isoformat(), NOW.isoformat())),)
    assert lifecycle.publish(event, act()) == replace(event, opens_at=NOW, history=history)


@pytest.mark.parametrize("opens_at", [None, NOW - INSTANT, NOW])
def test_publishing_an_open_event_changes_nothing(opens_at: datetime | None) -> None:
    event = an_event(opens_at=opens_at)
    assert lifecycle.publish(event, act()) is event


@pytest.mark.parametrize("move", [lifecycle.publish, lambda e, a: lifecycle.close(e, a, ClosedBy.ORGANISER)])
def test_cancelled_event_is_neither_opened_nor_closed(move: object) -> None:
    assert callable(move)
    with pytest.raises(EventCancelled) as caught:
        move(an_event(cancelled_at=NOW), act(LATER))
    assert caught.value.facts == {"event": "kickoff", "cancelled_at": NOW}


@pytest.mark.parametrize(
    ("now", "closed_at", "by"),
    [
        pytest.param(NOW, NOW, ClosedBy.ORGANISER, id="early"),
        pytest.param(CLOSES_AT - INSTANT, CLOSES_AT - INSTANT, ClosedBy.ORGANISER, id="a microsecond early"),
        pytest.param(CLOSES_AT, CLOSES_AT, ClosedBy.DUE, id="at the closing time"),
        pytest.param(STARTS_AT, CLOSES_AT, ClosedBy.DUE, id="late: it was closed already"),
    ],
)
def test_organiser_closes(now: datetime, closed_at: datetime, by: ClosedBy) -> None:
    event = an_event()
    expected = replace(
        event, closed_at=closed_at, closed_by=by, history=(entry("closed", now, closed_by=(None, str(by))),)
    )
    assert lifecycle.close(event, act(now), ClosedBy.ORGANISER) == expected


def test_closing_twice_changes_nothing() -> None:
    event = lifecycle.close(an_event(), act(), ClosedBy.ORGANISER)
    assert lifecycle.close(event, act(), ClosedBy.ORGANISER) is event
    assert lifecycle.close(event, act(LATER), ClosedBy.ORGANISER) is event
    assert lifecycle.close(event, act(STARTS_AT), ClosedBy.DUE, at=CLOSES_AT) is event


@pytest.mark.parametrize(
    ("fields", "now", "due"),
    [
        pytest.param({}, CLOSES_AT - INSTANT, False, id="a microsecond before the closing"),
        pytest.param({}, CLOSES_AT, True, id="at the closing time"),
        pytest.param({}, ENDS_AT, True, id="long after"),
        pytest.param({"closes_at": None}, STARTS_AT, True, id="the start closes it"),
        pytest.param({"closes_at": None, "sessions": ()}, ENDS_AT, False, id="no closing"),
        pytest.param({"draft": True}, CLOSES_AT, False, id="a draft"),
        pytest.param({"cancelled_at": NOW}, CLOSES_AT, False, id="cancelled"),
        pytest.param(DUE, CLOSES_AT, False, id="recorded"),
    ],
)
def test_closing_is_due_once(fields: dict[str, object], now: datetime, due: bool) -> None:
    assert lifecycle.is_due(an_event(**fields), now) is due


def test_recording_a_closing_makes_it_no_longer_due() -> None:
    event = lifecycle.close(an_event(), act(ENDS_AT), ClosedBy.DUE, at=CLOSES_AT)
    assert (event.closed_at, event.closed_by, lifecycle.is_due(event, ENDS_AT)) == (
        CLOSES_AT,
        ClosedBy.DUE,
        False,
    )


# ------------------------------------------------------------- cancel and reopen
def test_cancelling_keeps_the_record_and_raises_every_sequence() -> None:
    event = an_event(sessions=(a_session("a"), a_session("b", sequence=3)))
    after = lifecycle.cancel(event, act(why="no room"))
    assert (after.cancelled_at, sequences(after)) == (NOW, [1, 4])
    assert after.history == (entry("cancelled", why="no room"),)
    assert replace(after, cancelled_at=None, sessions=event.sessions, history=()) == event


def test_cancelling_an_event_twice_changes_nothing() -> None:
    event = lifecycle.cancel(an_event(), act())
    assert lifecycle.cancel(event, act(LATER)) is event


def test_reopening_a_cancelled_event_puts_it_back_on() -> None:
    event = an_event()
    after = lifecycle.reopen(lifecycle.cancel(event, act()), act(LATER))
    assert after == replace(
        event, sessions=(a_session(sequence=2),), history=(entry("cancelled"), entry("restored", LATER))
    )


@pytest.mark.parametrize("recorded", [{}, DUE], ids=["not recorded", "recorded"])
def test_putting_an_event_back_on_does_not_hang_on_a_recorded_closing(recorded: dict[str, object]) -> None:
    event = lifecycle.cancel(an_event(**recorded), act(CLOSES_AT))
    after = lifecycle.reopen(event, act(CLOSES_AT + hours(1)))
    assert (after.cancelled_at, after.closing, after.history[-1].what) == (None, CLOSES_AT, "restored")


def test_putting_an_event_back_on_never_opens_what_was_closed() -> None:
    closed = lifecycle.close(an_event(), act(), ClosedBy.ORGANISER)
    after = lifecycle.reopen(lifecycle.cancel(closed, act()), act(LATER))
    assert (after.closed_at, after.closed_by) == (NOW, ClosedBy.ORGANISER)
    assert [e.what for e in after.history] == ["closed", "cancelled", "restored"]


@pytest.mark.parametrize("by", ClosedBy)
def test_reopening_takes_the_closing_back(by: ClosedBy) -> None:
    event = an_event(closed_at=NOW, closed_by=by)
    expected = replace(event, closed_at=None, closed_by=None, history=(entry("reopened", LATER),))
    assert lifecycle.reopen(event, act(LATER)) == expected


def test_reopening_with_a_later_closing_time_sets_it() -> None:
    event, later = an_event(**DUE), CLOSES_AT + hours(24)
    after = lifecycle.reopen(event, act(CLOSES_AT + hours(1)), later)
    change = entry("reopened", CLOSES_AT + hours(1), closes_at=(CLOSES_AT.isoformat(), later.isoformat()))
    assert after == replace(event, closed_at=None, closed_by=None, closes_at=later, history=(change,))


def test_reopening_an_open_event_changes_nothing() -> None:
    event = an_event()
    assert lifecycle.reopen(event, act()) is event
    assert lifecycle.reopen(event, act(), CLOSES_AT) is event


@pytest.mark.parametrize(
    ("now", "closes_at", "named"),
    [
        pytest.param(CLOSES_AT, None, CLOSES_AT, id="at the closing time"),
        pytest.param(STARTS_AT, None, CLOSES_AT, id="after it"),
        pytest.param(STARTS_AT, STARTS_AT, STARTS_AT, id="closing now"),
        pytest.param(STARTS_AT, CLOSES_AT, CLOSES_AT, id="closing in the past"),
    ],
)
def test_reopening_needs_a_closing_time_to_come(
    now: datetime, closes_at: datetime | None, named: datetime
) -> None:
    with pytest.raises(ClosingPassed) as caught:
        lifecycle.reopen(an_event(), act(now), closes_at)
    assert caught.value.facts == {"event": "kickoff", "closes_at": named}


def test_reopening_a_microsecond_before_the_closing_time_is_in_time() -> None:
    event = an_event(closed_at=NOW, closed_by=ClosedBy.ORGANISER)
    assert lifecycle.reopen(event, act(CLOSES_AT - INSTANT)).closing == CLOSES_AT


def test_reopening_before_the_opening_is_refused() -> None:
    with pytest.raises(ClosingBeforeOpening):
        lifecycle.reopen(an_event(opens_at=CLOSES_AT - hours(1)), act(), LATER)


# ------------------------------------------------------------------- many sessions
class Compared(str):
    """A name that counts how often it is compared with another."""

    times = 0
    __slots__ = ()
    __hash__ = str.__hash__

    def __eq__(self, other: object) -> bool:
        Compared.times += 1
        return str.__eq__(self, other)


def comparisons(number: int) -> int:
    """Count how often names are compared when each of so many sessions moves."""

    def sessions(hour: int) -> tuple[Session, ...]:
        return tuple(a_session(Compared(f"s{n}"), ends_at=ENDS_AT + hours(hour)) for n in range(number))

    event = an_event(sessions=sessions(0))
    Compared.times = 0
    assert sequences(lifecycle.amend(event, act(), sessions=sessions(1))) == [1] * number
    return Compared.times


def test_what_an_edit_of_many_sessions_costs_rises_with_their_number_only() -> None:
    assert comparisons(400) <= 2 * comparisons(200)


# ------------------------------------------------------------------ a closing, and its final list
UNDATED: dict[str, Any] = {"closes_at": None, "sessions": (a_session(starts_at=None, ends_at=None),)}


def test_a_closing_that_is_taken_back_takes_its_cause_along() -> None:
    amended = lifecycle.amend(an_event(**DUE), act(), closes_at=CLOSES_AT + hours(1))
    assert (amended.closed_at, amended.closed_by) == (None, None)


def test_a_closing_that_was_due_is_taken_back_when_nothing_has_a_time_any_more() -> None:
    amended = lifecycle.amend(an_event(**DUE), act(), **UNDATED)
    assert (amended.deadline, amended.closed_at) == (None, None)


def test_an_edit_of_what_never_had_a_closing_time_opens_nothing() -> None:
    off = an_event(closes_at=None, sessions=(a_session(cancelled_at=NOW),))
    closed = lifecycle.close(off, act(LATER), ClosedBy.ORGANISER)
    assert (closed.closed_at, closed.closed_by) == (NOW, ClosedBy.DUE)
    assert lifecycle.amend(closed, act(LATER), title="Start").closed_at == NOW


def test_a_closing_that_is_recorded_with_its_moment_keeps_it_and_its_cause() -> None:
    event = an_event(closes_at=ENDS_AT + hours(2))
    closed = lifecycle.close(event, act(ENDS_AT + hours(3)), ClosedBy.DUE, at=event.deadline)
    assert (closed.closed_at, closed.closed_by) == (ENDS_AT + hours(2), ClosedBy.DUE)


def test_a_recorded_closing_that_lies_ahead_may_come_earlier() -> None:
    event = an_event(closed_at=LATER, closed_by=ClosedBy.ORGANISER)
    assert lifecycle.close(event, act(), ClosedBy.ORGANISER).closed_at == NOW


def test_what_has_no_closing_time_is_closed_and_opened_by_hand() -> None:
    closed = lifecycle.close(an_event(**UNDATED), act(), ClosedBy.ORGANISER)
    assert (closed.closed_at, closed.closed_by) == (NOW, ClosedBy.ORGANISER)
    opened = lifecycle.reopen(closed, act(LATER))
    assert (opened.closed_at, opened.closed_by) == (None, None)
    assert [e.what for e in opened.history] == ["closed", "reopened"]


def test_what_has_no_closing_time_may_have_an_opening() -> None:
    lifecycle.check(an_event(opens_at=NOW, **UNDATED))


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        pytest.param({}, True, id="at the closing time"),
        pytest.param({"closes_at": CLOSES_AT + INSTANT}, False, id="a microsecond before it"),
        pytest.param(UNDATED, False, id="no closing time"),
        pytest.param({"closed_at": NOW}, True, id="closed by hand"),
        pytest.param({"draft": True}, False, id="a draft"),
        pytest.param({"cancelled_at": NOW}, False, id="called off"),
    ],
)
def test_a_final_list_is_lacking_once_registration_is_over(fields: dict[str, object], expected: bool) -> None:
    assert final_lists.is_lacking(an_event(**fields), CLOSES_AT) is expected


def test_a_final_list_is_recorded_once_for_each_closing() -> None:
    event = lifecycle.create(an_event(), act())
    listed = final_lists.recorded(event, act(CLOSES_AT), "kickoff.csv")
    changes: dict[str, Any] = {
        "file": (None, "kickoff.csv"),
        "closed_at": (None, CLOSES_AT.isoformat()),
    }
    assert listed == replace(
        event, history=(*event.history, entry("final list written", CLOSES_AT, **changes))
    )
    assert not final_lists.is_lacking(listed, CLOSES_AT)
    elsewhere = replace(listed, closes_at=CLOSES_AT.astimezone(UTC))
    assert not final_lists.is_lacking(elsewhere, CLOSES_AT)
    later = replace(listed, closes_at=CLOSES_AT + hours(1))
    assert final_lists.is_lacking(later, CLOSES_AT + hours(1))
    foreign = replace(event, history=(entry("final list written"), entry("edited", **changes)))
    assert final_lists.is_lacking(foreign, CLOSES_AT)


# ------------------------------------------------------------------ the same hours in another zone
def test_another_zone_keeps_every_planned_time_on_the_clock() -> None:
    aside = SetAside(audience="CLB", seats=1, until=LATER)
    day = a_session("day", starts_at=date(2024, 1, 27), ends_at=date(2024, 1, 28))
    event = an_event(
        sessions=(a_session(), day), opens_at=NOW, set_asides=(aside,), closed_at=NOW, capacity=9
    )
    there = lifecycle.rezoned(event, "Europe/Lisbon")
    expected = an_event(
        timezone="Europe/Lisbon",
        sessions=(a_session(starts_at=STARTS_AT + hours(1), ends_at=ENDS_AT + hours(1)), day),
        opens_at=LATER,
        closes_at=CLOSES_AT + hours(1),
        set_asides=(replace(aside, until=LATER + hours(1)),),
        closed_at=NOW,
        capacity=9,
    )
    assert (there, there.sessions[0].starts_at) == (expected, STARTS_AT + hours(1))
    assert "09:30" in str(there.sessions[0].starts_at)


# ------------------------------------------------------------------ which calls for a new SEQUENCE
def test_only_the_session_that_moves_has_a_higher_sequence() -> None:
    event = an_event(sessions=(a_session("a", sequence=3), a_session("b", sequence=5)))
    moved = replace(event.sessions[1], cancelled_at=NOW)
    assert sequences(lifecycle.amend(event, act(), sessions=(event.sessions[0], moved))) == [3, 6]


def test_a_new_session_of_a_draft_that_is_published_begins_at_nought() -> None:
    draft = an_event(draft=True, sessions=(a_session("a", sequence=2),))
    sessions = (*draft.sessions, a_session("b"))
    assert sequences(lifecycle.amend(draft, act(), draft=False, sessions=sessions)) == [3, 0]


def test_publishing_goes_on_from_the_sequence_and_the_history_there_were() -> None:
    draft = lifecycle.create(an_event(draft=True, sessions=(a_session(sequence=2),)), act())
    opened = lifecycle.publish(draft, act(LATER))
    assert (sequences(opened), [e.what for e in opened.history]) == ([3], ["created", "opened"])


def test_putting_back_on_with_a_later_closing_time_opens_registration() -> None:
    off = lifecycle.cancel(lifecycle.create(an_event(**DUE), act()), act())
    back = lifecycle.reopen(off, act(CLOSES_AT), STARTS_AT)
    assert (back.cancelled_at, back.closed_at, back.closes_at) == (None, None, STARTS_AT)
    assert [e.what for e in back.history] == ["created", "cancelled", "restored", "reopened"]


def test_calling_off_leaves_the_sessions_a_tuple() -> None:
    event = an_event(sessions=(a_session(sequence=1),))
    expected = (a_session(sequence=2),)
    assert lifecycle.cancel(event, act()).sessions == expected


@pytest.mark.parametrize(
    ("fields", "field", "why"),
    [
        pytest.param({"capacity": -1}, "--capacity", "a cap lies between 0 and {most}, or is none", id="cap"),
        pytest.param({"set_asides": ("CLB", "CLB")}, "--set-aside", "an audience is named twice", id="twice"),
        pytest.param(
            {"set_asides": ("CLB", " clb")},
            "--set-aside",
            "an audience is named twice",
            id="otherwise written",
        ),
        pytest.param(
            {"capacity": 1, "set_asides": ("CLB", "PBD")},
            "--set-aside",
            "more seats are set aside than there are",
            id="too many",
        ),
    ],
)
def test_terms_that_cannot_be_are_refused_with_what_is_wrong(
    fields: dict[str, Any], field: str, why: str
) -> None:
    asides = tuple(SetAside(audience=name, seats=1, until=LATER) for name in fields.pop("set_asides", ()))
    expected = BadValue, {"field": field, "why": Wording(why, most=lifecycle.MAX_CAPACITY)}
    kind, facts = refused(lambda: lifecycle.check(an_event(set_asides=asides, **fields)))
    assert (kind, facts["field"], str(facts["why"])) == (expected[0], field, str(expected[1]["why"]))
