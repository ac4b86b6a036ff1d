"""What can never happen to the seats of an event, whatever organisers do in whatever order."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from netwerk_cli.domain import events, lifecycle, past, registrations, seats
from netwerk_cli.domain.events import ClosedBy, Event, Promotion, WhenFull
from netwerk_cli.domain.people import same_person
from netwerk_cli.domain.registrations import ACTIVE, NEXT, SEATED, Registration, Status
from netwerk_cli.domain.seats import Outcome
from netwerk_cli.domain.set_asides import SetAside
from netwerk_cli.errors import BadValue, Conflict, NotFound, Refused
from netwerk_cli.errors.planning import ClosingPassed
from tests.builders import ENDS_AT, NOW, STARTS_AT, a_request, a_session, act, an_event, hours

NAMES = ("Ans", "Bo", "Cas", "Dirk", "Eef", "Fons", "Gijs")
PEOPLE = st.sampled_from(NAMES)
CAPS = st.sampled_from((None, 0, 1, 2, 3))
SESSIONS = st.sampled_from(((), (), ("a",), ("b",), ("a", "b"), ("c",), ("b", "c")))
AGES = st.sampled_from((0.0, 0.0, 0.0, 1.0, 5.0, 30.0))
INDEX = st.integers(0, 20)
OF_CLB = ("Bo", "Dirk")
OF_PROEFHUIS = ("Ans", "Bo", "Cas")
"""Who belongs to the audience that seats are set aside for, and to the organisation with a limit."""
CLOSES_AT, OPENS_AT = NOW + hours(48), NOW - hours(4)

Pool = str | None
Registrations = dict[int, Registration]


def caps(event: Event) -> dict[Pool, float]:
    """Return every cap, counted here a second time so that a mistake in the rules is not repeated."""
    found: dict[Pool, float] = {None: math.inf if event.capacity is None else event.capacity}
    for session in event.sessions:
        if session.capacity is not None:
            found[session.id] = session.capacity
    return found


def is_for(who: Registration, session: str) -> bool:
    return (not who.sessions or session in who.sessions) and session not in who.without


def needs(event: Event, who: Registration) -> set[Pool]:
    """Return the pools of what takes place in which somebody needs a seat to have all that they want."""
    off = {s.id for s in event.sessions if s.cancelled_at is not None}
    return {pool for pool in caps(event) if pool is None or (pool not in off and is_for(who, pool))}


def sits_in(who: Registration, pool: Pool) -> bool:
    return pool is None or (is_for(who, pool) and pool not in who.waits_for)


def held(people: Registrations, pool: Pool) -> int:
    return sum(1 for r in people.values() if r.status in SEATED and not r.no_seat and sits_in(r, pool))


def end_of(event: Event, sessions: Iterable[events.Session]) -> datetime | None:
    starts = [s.starts_at for s in sessions if isinstance(s.starts_at, datetime)]
    return max([*starts, *([event.closes_at] if event.closes_at else [])]) if starts else None


def can_move(event: Event, who: Registration, now: datetime) -> bool:
    """Whether somebody waits for something that takes place, has not ended, and is no two things at once."""
    end = end_of(event, event.dated)
    if end is not None and end <= now:
        return False
    mine = [s for s in event.sessions if is_for(who, s.id)]
    ends = [end_of(event, [s]) for s in mine if s.cancelled_at is None]
    apart = not who.sessions or not any(
        event.overlap(one, other)
        for one in mine
        for other in mine
        if one.id < other.id and one.cancelled_at is other.cancelled_at is None
    )
    return apart and (not mine or any(e is None or e > now for e in ends))


def free(event: Event, people: Registrations) -> dict[Pool, float]:
    return {pool: cap - held(people, pool) for pool, cap in caps(event).items()}


def waiting(people: Registrations) -> list[Registration]:
    found = [r for r in people.values() if r.status is Status.WAITING]
    return sorted(found, key=lambda r: r.place())


def by_number(people: Iterable[Registration]) -> dict[int, Registration]:
    return {r.number: r for r in people}


class Office(RuleBasedStateMachine):
    """Organisers who never use --force."""

    def __init__(self) -> None:
        super().__init__()
        self.now = NOW
        self.event = an_event()
        self.people: Registrations = {}
        self.lists: dict[datetime, Registrations] = {}

    @initialize(
        capacity=st.sampled_from((1, 2, 2, 3, 0, None)),
        session_a=st.sampled_from((None, 1, 2)),
        session_b=st.sampled_from((None, None, 1, 0)),
        when_full=st.sampled_from((WhenFull.WAITING_LIST, WhenFull.WAITING_LIST, WhenFull.CLOSE)),
        promotion=st.sampled_from(Promotion),
        approval=st.booleans(),
        walk_in=st.booleans(),
        shared=st.booleans(),
        first=st.lists(st.tuples(PEOPLE, SESSIONS), max_size=6),
    )
    def announce(
        self,
        capacity: int | None,
        session_a: int | None,
        session_b: int | None,
        when_full: WhenFull,
        promotion: Promotion,
        approval: bool,
        walk_in: bool,
        shared: bool,
        first: list[tuple[str, tuple[str, ...]]],
    ) -> None:
        self.event = an_event(
            capacity=capacity,
            sessions=(
                a_session("a", starts_at=STARTS_AT, capacity=session_a),
                a_session("b", starts_at=NOW + hours(72), ends_at=NOW + hours(74), capacity=session_b),
                a_session("c"),
            ),
            opens_at=OPENS_AT,
            closes_at=ENDS_AT if walk_in else CLOSES_AT,
            when_full=when_full,
            promotion=promotion,
            approval=approval,
            shared_addresses=shared,
        )
        for name, chosen in first:
            self.register(name, 0.0, chosen, waits=True)

    # ------------------------------------------------------------------ moves
    @rule(hour=st.sampled_from((1, 1, 6, 24, 72)))
    def time_passes(self, hour: int) -> None:
        self.now += hours(hour)
        self.lists[self.now] = self.people

    @rule()
    def a_microsecond_passes(self) -> None:
        self.now += timedelta(microseconds=1)

    @rule(
        name=PEOPLE,
        age=AGES,
        chosen=SESSIONS,
        waits=st.sampled_from((True, True, True, False)),
        partial=st.sampled_from((False, False, True)),
    )
    def somebody_registers(
        self, name: str, age: float, chosen: tuple[str, ...], waits: bool, partial: bool
    ) -> None:
        self.register(name, age, chosen, waits=waits, partial=partial)

    @rule(names=st.lists(PEOPLE, min_size=2, max_size=5, unique=True), chosen=SESSIONS, other=SESSIONS)
    def people_register_at_once(
        self, names: list[str], chosen: tuple[str, ...], other: tuple[str, ...]
    ) -> None:
        for turn, name in enumerate(names):
            self.register(name, 0.0, other if turn % 2 else chosen, waits=True)

    def register(
        self, name: str, age: float, chosen: tuple[str, ...], *, waits: bool, partial: bool = False
    ) -> None:
        request = a_request(name, self.now - hours(age), sessions=chosen, **self.about(name))
        before, closing = dict(self.people), self.event.closing
        when_full = self.event.when_full
        outcome = self.attempt(
            lambda: seats.register(
                self.event, self.people, request, act(self.now), waiting_list=waits, partial=partial
            )
        )
        if outcome is None:
            return
        subject = outcome.subject
        assert subject is not None
        assert self.event.cancelled_at is None
        assert self.event.opens_at is not None
        assert self.event.opens_at <= request.received_at
        assert closing is None or request.received_at < closing
        assert subject.status is not Status.WAITING or (waits and when_full is WhenFull.WAITING_LIST)
        if subject.seated and subject.number not in {p.number for p in outcome.promoted}:
            mine = {p for p in needs(self.event, subject) if sits_in(subject, p)}
            line = [w for w in waiting(before) if can_move(self.event, w, self.now)]
            kept = any(self.now < a.until for a in self.event.set_asides)
            rivals = [w for w in line if not kept or w.audience == subject.audience]
            overtaken = [w for w in rivals if needs(self.event, w) <= mine]
            assert overtaken == [], "a newcomer took a seat that somebody waits for"
        if subject.seated:
            self.check_limits(before, subject)
        if subject.number in before:
            gone_at = registrations.left_at(before[subject.number])
            assert gone_at is not None
            assert request.received_at >= gone_at, "old news brought somebody back"
        if subject.number in before and subject.status is Status.WAITING:
            assert waiting(self.people)[-1] == subject, "revived, but not at the end of the queue"
            for other in self.people.values():
                places = [other.received_at, *other.waits_since.values()] if other.waits else []
                assert all(place <= subject.received_at for place in places), "revived, but not behind all"
        left = 0 if free(self.event, self.people)[None] <= 0 else None
        state = events.status(self.event, self.now, free=left)
        assert not (when_full is WhenFull.CLOSE and state is events.Status.FULL), "it did not close itself"

    def about(self, name: str) -> dict[str, object]:
        audience = "CLB" if name in OF_CLB else None
        return {"audience": audience, "organisation": "Proefhuis" if name in OF_PROEFHUIS else None}

    def check_limits(self, before: Registrations, newcomer: Registration) -> None:
        """A newcomer takes no seat that is set aside for others, and none beyond what an organisation may have."""
        kept = sum(a.seats for a in self.event.set_asides if self.now < a.until)
        if newcomer.audience is None and kept and self.event.capacity is not None:
            others = sum(r.seated and r.audience is None for r in before.values())
            assert others < self.event.capacity - kept, "a seat that was set aside for others"
        if newcomer.organisation is not None and self.event.organisation_limit is not None:
            mine = sum(
                r.active and not r.no_seat and r.organisation == newcomer.organisation
                for r in before.values()
            )
            assert mine < self.event.organisation_limit, "more than an organisation may have"

    @rule(name=PEOPLE, age=AGES, chosen=SESSIONS)
    def a_speaker_is_put_on_the_list(self, name: str, age: float, chosen: tuple[str, ...]) -> None:
        request = a_request(name, self.now - hours(age), sessions=chosen, no_seat=True, **self.about(name))
        before = free(self.event, self.people)
        outcome = self.attempt(lambda: seats.register(self.event, self.people, request, act(self.now)))
        if outcome is not None:
            assert free(self.event, self.people) == before, "somebody without a seat took one"
            assert outcome.promoted == ()

    @precondition(lambda self: any(self.people))
    @rule(index=INDEX)
    def somebody_does_without_a_seat(self, index: int) -> None:
        subject = self.pick(index)
        outcome = self.attempt(
            lambda: seats.edit(self.event, self.people, subject, act(self.now), no_seat=True)
        )
        assert subject.active is (outcome is not None) or subject.no_seat

    @precondition(lambda self: any(r.no_seat for r in self.people.values()))
    @rule(index=INDEX)
    def a_speaker_is_given_a_seat(self, index: int) -> None:
        found = [r for r in self.people.values() if r.no_seat]
        subject, before = found[index % len(found)], dict(self.people)
        outcome = self.attempt(
            lambda: seats.edit(self.event, self.people, subject, act(self.now), no_seat=False)
        )
        if outcome is None or outcome.subject is None:
            return
        assert outcome.subject.seated
        assert (
            self.event.closing is None
            or self.now < self.event.closing
            or self.event.closed_by is ClosedBy.FULL
        )
        self.check_limits(before, outcome.subject)
        mine = {p for p in needs(self.event, outcome.subject) if sits_in(outcome.subject, p)}
        rivals = [
            w for w in waiting(before) if can_move(self.event, w, self.now) and not self.event.set_asides
        ]
        assert not [w for w in rivals if needs(self.event, w) <= mine], "a seat that somebody waits for"

    @precondition(lambda self: any(self.people))
    @rule(index=INDEX)
    def somebody_cancels(self, index: int) -> None:
        subject, before = self.pick(index), dict(self.people)
        outcome = self.attempt(lambda: seats.cancel(self.event, self.people, subject, act(self.now)))
        assert outcome is not None
        if not subject.active:
            assert self.people == before
            assert outcome == Outcome(event=self.event, subject=subject)

    @precondition(lambda self: any(self.people))
    @rule(index=INDEX)
    def a_cancellation_is_taken_back(self, index: int) -> None:
        subject = self.pick(index)
        outcome = self.attempt(lambda: seats.reinstate(self.event, self.people, subject, act(self.now)))
        if outcome is not None and outcome.subject is not None:
            kept = ["number", "turn", "received_at", "sessions", "without"]
            moved_up = subject.number in {p.number for p in outcome.promoted}
            kept = kept[:3] if moved_up else kept  # whoever moves up late does not come to what is over
            assert [getattr(subject, f) for f in kept] == [getattr(outcome.subject, f) for f in kept]

    @precondition(lambda self: any(self.people))
    @rule(index=INDEX, chosen=SESSIONS, partial=st.booleans())
    def somebody_chooses_sessions(self, index: int, chosen: tuple[str, ...], partial: bool) -> None:
        subject = self.pick(index)
        outcome = self.attempt(
            lambda: seats.choose(self.event, self.people, subject, act(self.now), chosen, partial=partial)
        )
        if outcome is not None and outcome.subject is not None and subject.seated:
            assert outcome.subject.seated, "choosing a session cost somebody the seat"
            for session in ("a", "b", "c"):
                kept = sits_in(subject, session) and is_for(outcome.subject, session)
                assert not kept or sits_in(outcome.subject, session), "a seat was lost on the way"
                if session in subject.waits_for and session in outcome.subject.waits_for:
                    assert outcome.subject.place(session) == subject.place(session), "a place was lost"

    @precondition(lambda self: any(self.people))
    @rule(index=INDEX, away=st.sampled_from((("a",), ("b",), ("a", "c"))))
    def somebody_is_excused(self, index: int, away: tuple[str, ...]) -> None:
        subject = self.pick(index)
        outcome = self.attempt(lambda: seats.excuse(self.event, self.people, subject, act(self.now), away))
        if outcome is not None and outcome.subject is not None:
            assert not any(is_for(outcome.subject, session) for session in away)
            assert bool(subject.sessions) == bool(outcome.subject.sessions), "no longer the whole event"

    @rule(session=st.sampled_from(("a", "b", "c")))
    def a_session_goes_off_or_on(self, session: str) -> None:
        sitting = {n for n, r in self.people.items() if r.seated and sits_in(r, session)}
        was = next(s for s in self.event.sessions if s.id == session)
        off = replace(was, cancelled_at=None if was.cancelled_at else self.now)
        sessions = tuple(off if s.id == session else s for s in self.event.sessions)
        outcome = self.attempt(lambda: seats.amend(self.event, self.people, act(self.now), sessions=sessions))
        assert outcome is not None or was.cancelled_at is None, "putting a session back on was refused"
        still = {n for n, r in self.people.items() if r.seated and sits_in(r, session)}
        assert sitting <= still, "calling a session off took seats away"
        assert was.cancelled_at is not None or still <= sitting, "promoted into what is off"

    @rule(seats_kept=st.integers(1, 2), later=st.sampled_from((1.0, 24.0)), none=st.booleans())
    def seats_are_set_aside(self, seats_kept: int, later: float, none: bool) -> None:
        aside = SetAside(audience="clb", seats=seats_kept, until=self.now + hours(later))
        if none or (self.event.capacity or 0) >= seats_kept:
            self.amend({"set_asides": () if none else (aside,)})

    @rule(limit=st.sampled_from((None, 1, 2)))
    def a_limit_is_set(self, limit: int | None) -> None:
        self.amend({"organisation_limit": limit})

    @rule()
    def seats_are_released(self) -> None:
        self.attempt(lambda: seats.release(self.event, self.people, act(self.now)))

    @precondition(lambda self: any(r.status is Status.PENDING for r in self.people.values()))
    @rule(index=INDEX)
    def somebody_is_approved(self, index: int) -> None:
        subject = self.pick(index, {Status.PENDING})
        self.attempt(lambda: seats.approve(self.event, self.people, subject, act(self.now)))

    @precondition(lambda self: any(self.people))
    @rule(index=INDEX)
    def somebody_is_declined(self, index: int) -> None:
        subject = self.pick(index)
        self.attempt(lambda: seats.decline(self.event, self.people, subject, act(self.now)))

    @precondition(lambda self: any(self.people))
    @rule(index=INDEX, name=PEOPLE, handed_over=st.booleans())
    def somebody_becomes_somebody_else(self, index: int, name: str, handed_over: bool) -> None:
        subject, move = self.pick(index), seats.substitute if handed_over else seats.edit
        fields: dict[str, Any] = {"name": f"{name} Voorbeeld", "email": f"{name.upper()}@example.org"}
        outcome = self.attempt(lambda: move(self.event, self.people, subject, act(self.now), **fields))
        if outcome is not None and outcome.subject is not None:
            was, after = subject, outcome.subject
            kept = ["number", "turn", "received_at", "status", "sessions", "override"]
            moved_up = was.number in {p.number for p in outcome.promoted}  # in seats that time released
            kept = kept[:3] if moved_up else kept
            assert [getattr(was, f) for f in kept] == [getattr(after, f) for f in kept]

    @rule(count=st.integers(0, 3))
    def the_queue_is_promoted(self, count: int) -> None:
        self.attempt(lambda: seats.promote(self.event, self.people, act(self.now), count=count), by_hand=True)

    @precondition(lambda self: any(waiting(self.people)))
    @rule(index=INDEX)
    def somebody_is_promoted(self, index: int) -> None:
        subject = self.pick(index, {Status.WAITING})
        self.attempt(
            lambda: seats.promote(self.event, self.people, act(self.now), subject=subject), by_hand=True
        )

    @rule(capacity=CAPS, pool=st.sampled_from((None, None, "a", "b", "c")))
    def a_cap_changes(self, capacity: int | None, pool: Pool) -> None:
        change: dict[str, Any]
        change = {"capacity": capacity} if pool is None else {"sessions": self.capped(pool, capacity)}
        self.amend(change)

    @rule(
        change=st.sampled_from(
            (
                {"promotion": Promotion.AUTO},
                {"promotion": Promotion.MANUAL},
                {"when_full": WhenFull.CLOSE},
                {"when_full": WhenFull.WAITING_LIST},
                {"approval": True},
                {"approval": False},
            )
        )
    )
    def the_terms_change(self, change: dict[str, Any]) -> None:
        self.amend(change)

    @rule(later=st.sampled_from((1.0, 24.0, 96.0)))
    def the_closing_moves(self, later: float) -> None:
        self.amend({"closes_at": self.now + hours(later)})

    @rule(later=st.sampled_from((24.0, 96.0)))
    def the_start_moves(self, later: float) -> None:
        starts = self.now + hours(later)
        moved = (
            replace(s, starts_at=starts, ends_at=starts + hours(2)) if s.id == "b" else s
            for s in self.event.sessions
        )
        self.amend({"sessions": tuple(moved)})

    @rule()
    def registration_closes(self) -> None:
        self.attempt(lambda: Outcome(event=lifecycle.close(self.event, act(self.now), ClosedBy.ORGANISER)))

    @rule()
    def the_closing_is_recorded(self) -> None:
        if lifecycle.is_due(self.event, self.now):
            due = lifecycle.close(self.event, act(self.now), ClosedBy.DUE, at=self.event.deadline)
            self.attempt(lambda: Outcome(event=due))
            assert not lifecycle.is_due(self.event, self.now)

    @rule(later=st.sampled_from((None, None, 24.0)))
    def registration_reopens(self, later: float | None) -> None:
        closes_at = None if later is None else self.now + hours(later)
        self.attempt(lambda: seats.reopen(self.event, self.people, act(self.now), closes_at))

    @rule(sure=st.sampled_from((True, False, False)))
    def the_event_is_called_off(self, sure: bool) -> None:
        if sure:
            self.attempt(lambda: Outcome(event=lifecycle.cancel(self.event, act(self.now))))

    # ------------------------------------------------------------- the checks
    def attempt(
        self, ask: Callable[[], Outcome], *, forced: bool = False, by_hand: bool = False
    ) -> Outcome | None:
        """Ask a rule and keep its outcome, checked against how things were; None when it was refused."""
        try:
            outcome = ask()
        except (Refused, Conflict, ClosingPassed, NotFound, BadValue):
            return None
        event, before = self.event, self.people
        self.event, self.people = outcome.event, before | by_number(outcome.changed)
        self.lists[self.now] = self.people
        assert not outcome.promoted or by_hand or self.event.promotion is Promotion.AUTO
        self.check_outcome(event, before, outcome, forced=forced)
        return outcome

    def check_outcome(self, event: Event, before: Registrations, outcome: Outcome, *, forced: bool) -> None:
        promoted = {r.number for r in outcome.promoted}
        assert set(before) <= set(self.people)
        assert sorted(self.people) == list(range(1, len(self.people) + 1)), "a code was skipped or reused"
        assert {n for n, r in self.people.items() if before.get(n) != r} == {
            r.number for r in outcome.changed
        }
        assert outcome.subject is None or self.people[outcome.subject.number] == outcome.subject
        assert all(self.people[r.number] == r and r.seated for r in outcome.promoted)
        assert len({r.turn for r in self.people.values()}) == len(self.people)
        if promoted:
            assert self.event.cancelled_at is None
            end = end_of(self.event, self.event.dated)
            assert (
                end is None
                or self.now < end
                or not any(before[n].status is Status.WAITING for n in promoted if n in before)
            )
        if not forced:
            self.check_caps(before)
            self.check_order(before, promoted)
        self.check_history(before)
        assert self.event.history[: len(event.history)] == event.history
        for number in set(before) & set(self.people):
            was, now = before[number].status, self.people[number].status
            assert was is now or now in NEXT[was] or number in promoted

    def check_caps(self, before: Registrations) -> None:
        """Nobody is seated beyond a cap; what was above it, by force, only shrinks."""
        for pool, cap in caps(self.event).items():
            assert held(self.people, pool) <= max(cap, held(before, pool)), pool

    def check_order(self, before: Registrations, promoted: set[int]) -> None:
        """Nobody moves up past somebody who asked earlier and needs no seat but those that they got now."""
        for number in promoted:
            up = self.people[number]
            was = before.get(number)
            had = {p for p in caps(self.event) if was is not None and was.seated and sits_in(was, p)}
            mine = {p for p in needs(self.event, up) if sits_in(up, p)} - had
            for still in waiting(self.people):
                earlier = still.place() < up.place() and not still.waits_since and not up.waits_since
                moves = can_move(self.event, still, self.now) and not self.event.set_asides
                assert not (earlier and moves and needs(self.event, still) <= mine), "overtaken"

    def check_history(self, before: Registrations) -> None:
        for number, registration in self.people.items():
            old = before[number].history if number in before else ()
            assert registration.history[: len(old)] == old
            changed = number not in before or registration != before[number]
            assert changed == (len(registration.history) > len(old))

    @invariant()
    def caps_hold(self) -> None:
        assert all(left >= 0 for left in free(self.event, self.people).values())

    @invariant()
    def nobody_is_on_the_list_twice(self) -> None:
        shared = self.event.shared_addresses
        keys = [
            same_person(r.name, r.email, shared_addresses=shared) for r in self.people.values() if r.active
        ]
        assert len(keys) == len(set(keys))

    @invariant()
    def nobody_waits_beside_a_free_seat(self) -> None:
        event = self.event
        if event.promotion is Promotion.MANUAL or event.cancelled_at is not None or event.set_asides:
            return
        left = free(event, self.people)
        for registration in waiting(self.people):
            assert not can_move(event, registration, self.now) or any(
                left[pool] <= 0 for pool in needs(event, registration)
            ), registration.code

    @invariant()
    def seats_set_aside_are_for_others_only_when_released(self) -> None:
        """Asking who could move up now never fails, and after a change nobody could."""
        seats.settle(self.event, self.people, act(self.now))

    @invariant()
    def history_ends_in_the_present(self) -> None:
        for registration in self.people.values():
            said = [e.changes["status"][1] for e in registration.history if "status" in e.changes]
            assert said[-1] == registration.status
            assert registration.seated == (registration.status in SEATED and not registration.no_seat)
            if registration.no_seat and registration.active:
                assert (registration.status, registration.waits) == (Status.CONFIRMED, False)
            assert registration.active == (registration.status in ACTIVE)

    def teardown(self) -> None:
        """Every list of the past can be made again from the present one."""
        for moment, then in self.lists.items():
            assert by_number(past.as_of(self.people.values(), moment)) == then

    # ------------------------------------------------------------------ aids
    def pick(self, index: int, among: Iterable[Status] = Status) -> Registration:
        found = [r for r in self.people.values() if r.status in among]
        return found[index % len(found)]

    def capped(self, session_id: Pool, capacity: int | None) -> tuple[events.Session, ...]:
        return tuple(replace(s, capacity=capacity) if s.id == session_id else s for s in self.event.sessions)

    def amend(self, change: dict[str, Any], *, why: str | None = None) -> None:
        force = why is not None
        signed = act(self.now, why)
        self.attempt(
            lambda: seats.amend(self.event, self.people, signed, force=force, **change), forced=force
        )


class ForcefulOffice(Office):
    """Organisers who overrule with a reason: caps may be exceeded then, and only then."""

    @rule(name=PEOPLE, chosen=SESSIONS)
    def somebody_is_let_in(self, name: str, chosen: tuple[str, ...]) -> None:
        request = a_request(name, self.now, sessions=chosen)
        signed = act(self.now, "the minister asked")
        outcome = self.attempt(
            lambda: seats.register(self.event, self.people, request, signed, force=True), forced=True
        )
        if outcome is not None and outcome.subject is not None:
            assert outcome.subject.seated

    @precondition(lambda self: any(waiting(self.people)))
    @rule(index=INDEX)
    def somebody_is_pulled_up(self, index: int) -> None:
        subject, signed = self.pick(index, {Status.WAITING}), act(self.now, "speaker")
        self.attempt(
            lambda: seats.promote(self.event, self.people, signed, subject=subject, force=True),
            forced=True,
            by_hand=True,
        )

    @rule(capacity=CAPS, pool=st.sampled_from((None, "a", "b")))
    def a_cap_is_forced(self, capacity: int | None, pool: Pool) -> None:
        change: dict[str, Any]
        change = {"capacity": capacity} if pool is None else {"sessions": self.capped(pool, capacity)}
        self.amend(change, why="smaller room")

    @invariant()
    def caps_hold(self) -> None:
        """Not here: `check_caps` sees to it that nothing but force exceeds them."""


CI = settings(max_examples=400, stateful_step_count=40)

TestOffice = Office.TestCase
TestOffice.settings = CI
TestForcefulOffice = ForcefulOffice.TestCase
TestForcefulOffice.settings = CI
