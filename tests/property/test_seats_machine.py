"""What can never happen to the seats of an event, whatever organisers do in whatever order."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from netwerk_cli.domain import events, lifecycle, registrations, seats
from netwerk_cli.domain.events import ClosedBy, Event, Promotion, WhenFull
from netwerk_cli.domain.people import same_person
from netwerk_cli.domain.registrations import ACTIVE, NEXT, SEATED, Registration, Status
from netwerk_cli.domain.seats import Outcome
from netwerk_cli.errors import (
    AlreadyRegistered,
    ClosingPassed,
    NotFound,
    Refused,
)
from tests.builders import ENDS_AT, NOW, STARTS_AT, a_request, a_session, act, an_event, hours

NAMES = ("Ans", "Bo", "Cas", "Dirk", "Eef", "Fons", "Gijs")
PEOPLE = st.sampled_from(NAMES)
CAPS = st.sampled_from((None, 0, 1, 2, 3))
SESSIONS = st.sampled_from(((), (), ("a",), ("b",), ("a", "b"), ("c",), ("b", "c")))
AGES = st.sampled_from((0.0, 0.0, 0.0, 1.0, 5.0, 30.0))
INDEX = st.integers(0, 20)
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


def needs(event: Event, who: Registration) -> set[Pool]:
    return {pool for pool in caps(event) if pool is None or not who.sessions or pool in who.sessions}


def held(event: Event, people: Registrations, pool: Pool) -> int:
    return sum(1 for r in people.values() if r.status in SEATED and pool in needs(event, r))


def free(event: Event, people: Registrations) -> dict[Pool, float]:
    return {pool: cap - held(event, people, pool) for pool, cap in caps(event).items()}


def waiting(people: Registrations) -> list[Registration]:
    found = [r for r in people.values() if r.status is Status.WAITING]
    return sorted(found, key=lambda r: (r.received_at, r.turn))


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

    @rule(name=PEOPLE, age=AGES, chosen=SESSIONS, waits=st.sampled_from((True, True, True, False)))
    def somebody_registers(self, name: str, age: float, chosen: tuple[str, ...], waits: bool) -> None:
        self.register(name, age, chosen, waits=waits)

    @rule(names=st.lists(PEOPLE, min_size=2, max_size=5, unique=True), chosen=SESSIONS, other=SESSIONS)
    def people_register_at_once(
        self, names: list[str], chosen: tuple[str, ...], other: tuple[str, ...]
    ) -> None:
        for turn, name in enumerate(names):
            self.register(name, 0.0, other if turn % 2 else chosen, waits=True)

    def register(self, name: str, age: float, chosen: tuple[str, ...], *, waits: bool) -> None:
        request = a_request(name, self.now - hours(age), sessions=chosen)
        before, closing = dict(self.people), self.event.closing
        when_full = self.event.when_full
        outcome = self.attempt(
            lambda: seats.register(self.event, self.people, request, act(self.now), waiting_list=waits)
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
            overtaken = [w for w in waiting(before) if needs(self.event, w) <= needs(self.event, subject)]
            assert overtaken == [], "a newcomer took a seat that somebody waits for"
        if subject.number in before and subject.status is Status.WAITING:
            assert waiting(self.people)[-1] == subject, "revived, but not at the end of the queue"
        left = 0 if free(self.event, self.people)[None] <= 0 else None
        state = events.status(self.event, self.now, free=left)
        assert not (when_full is WhenFull.CLOSE and state is events.Status.FULL), "it did not close itself"

    @precondition(lambda self: any(self.people))
    @rule(index=INDEX)
    def somebody_cancels(self, index: int) -> None:
        subject, before = self.pick(index), dict(self.people)
        outcome = self.attempt(lambda: seats.cancel(self.event, self.people, subject, act(self.now)))
        assert outcome is not None
        if not subject.active:
            assert self.people == before
            assert outcome == Outcome(event=self.event, subject=subject)

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
        subject, move = self.pick(index), registrations.substitute if handed_over else registrations.edit
        fields: dict[str, Any] = {"name": f"{name} Voorbeeld", "email": f"{name.upper()}@example.org"}

        def ask() -> Outcome:
            after = move(self.event, self.people, subject, act(self.now), **fields)
            return Outcome(event=self.event, subject=after, changed=() if after is subject else (after,))

        outcome = self.attempt(ask)
        if outcome is not None and outcome.subject is not None:
            was, after = subject, outcome.subject
            kept = ("number", "turn", "status", "received_at", "sessions", "override")
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
        except (Refused, AlreadyRegistered, ClosingPassed, NotFound):
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
            assert not self.event.started(self.now)
        if not forced:
            self.check_caps(before)
            self.check_order(promoted)
        self.check_history(before)
        assert self.event.history[: len(event.history)] == event.history
        for number in set(before) & set(self.people):
            was, now = before[number].status, self.people[number].status
            assert was is now or now in NEXT[was] or number in promoted

    def check_caps(self, before: Registrations) -> None:
        """Nobody is seated beyond a cap; what was above it, by force, only shrinks."""
        for pool, cap in caps(self.event).items():
            assert held(self.event, self.people, pool) <= max(cap, held(self.event, before, pool)), pool

    def check_order(self, promoted: set[int]) -> None:
        """Nobody moves up past somebody who asked earlier and needs no seat that they don't need."""
        for number in promoted:
            up = self.people[number]
            for still in waiting(self.people):
                earlier = (still.received_at, still.turn) < (up.received_at, up.turn)
                assert not (earlier and needs(self.event, still) <= needs(self.event, up)), "overtaken"

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
        if event.promotion is Promotion.MANUAL or event.cancelled_at is not None or event.started(self.now):
            return
        left = free(event, self.people)
        for registration in waiting(self.people):
            assert any(left[pool] <= 0 for pool in needs(event, registration)), registration.code

    @invariant()
    def history_ends_in_the_present(self) -> None:
        for registration in self.people.values():
            said = [e.changes["status"][1] for e in registration.history if "status" in e.changes]
            assert said[-1] == registration.status
            assert registration.seated == (registration.status in SEATED)
            assert registration.active == (registration.status in ACTIVE)

    def teardown(self) -> None:
        """Every list of the past can be made again from the present one."""
        for moment, then in self.lists.items():
            assert by_number(registrations.as_of(self.people.values(), moment)) == then

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


CI = settings(
    max_examples=200, stateful_step_count=40, deadline=None, suppress_health_check=[HealthCheck.too_slow]
)

TestOffice = Office.TestCase
TestOffice.settings = CI
TestForcefulOffice = ForcefulOffice.TestCase
TestForcefulOffice.settings = CI
