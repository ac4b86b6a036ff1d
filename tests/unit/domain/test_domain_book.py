"""A book that is kept while a list changes says what one that is made anew from that list says."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from netwerk_cli.domain import seats
from netwerk_cli.domain.events import Event, Promotion
from netwerk_cli.domain.set_asides import SetAside
from tests.builders import ENDS_AT, NOW, Desk, a_session, an_event, hours

NAMES = ("Ans", "Bo", "Cas", "Dirk", "Eef", "Fons", "Gijs")


def crowded() -> Event:
    """Return an event with four seats, one of them for an audience, and one seat in session a; nobody moves up."""
    later = {"starts_at": ENDS_AT, "ends_at": ENDS_AT + hours(1)}
    return an_event(
        capacity=4,
        promotion=Promotion.MANUAL,
        set_asides=(SetAside(audience="CLB", seats=1, until=NOW + hours(24)),),
        sessions=(a_session("a", capacity=1), a_session("b", capacity=3, **later)),
    )


CHANGES: tuple[Callable[[Desk], object], ...] = (
    lambda desk: desk.register("Ans", organisation="De Proeftuin"),
    lambda desk: desk.register("Bo", sessions=("a",), audience="CLB", organisation="De Proeftuin"),
    lambda desk: desk.register("Cas", sessions=("a", "b"), partial=True),
    lambda desk: desk.register("Dirk", audience="CLB"),
    lambda desk: desk.register("Eef", sessions=("b",)),
    lambda desk: desk.register("Fons", sessions=("b",), audience="CLB"),
    lambda desk: desk.edit(1, name="Ans Proef", organisation="'t Voorbeeld"),
    lambda desk: desk.substitute(1, "Gijs"),
    lambda desk: desk.substitute(1, "Ans"),
    lambda desk: desk.edit(3, audience="CLB"),
    lambda desk: desk.cancel(5),
    lambda desk: desk.edit(3, audience=None),
    lambda desk: desk.edit(3, audience="CLB"),
    lambda desk: desk.register("Eef", sessions=("a",), audience="CLB"),
    lambda desk: desk.choose(3, "b"),
    lambda desk: desk.choose(3, "a", "b", partial=True),
    lambda desk: desk.cancel(1),
    lambda desk: desk.promote(count=1),
    lambda desk: desk.edit(4, audience=None),
    lambda desk: desk.cancel(3),
    lambda desk: desk.promote(count=9),
    lambda desk: desk.reinstate(1, force=True, why="Spreker"),
    lambda desk: desk.cancel(4),
    lambda desk: desk.cancel(6),
)


def told(book: seats.Book) -> dict[str, object]:
    """Return whatever a rule can ask a book."""
    people = [(f"{name} Voorbeeld", f"{name.lower()}@example.org") for name in NAMES]
    same = [book.same_as(*who) for who in people]
    former = [book.formerly(*who) for who in people]
    return {
        "held": +book.ledger.held,
        "line": book.line,
        "queues": {pool: places for pool, places in book.queues().items() if places},
        "positions": {number: book.position(r) for number, r in book.people.items()},
        "organisations": +book.of_organisation,
        "same": [r and r.number for r in same],
        "former": [one and (one.number, one.entry) for one in former],
        "last": (book.highest, book.turn, book.last_asked(), book.last_asked("a")),
    }


@pytest.mark.parametrize("looks", [True, False], ids=["looked at after each", "looked at last"])
@pytest.mark.parametrize("start", range(len(CHANGES)))
def test_a_book_that_is_kept_says_what_a_new_one_says(start: int, looks: bool) -> None:
    desk = Desk(crowded())
    for change in CHANGES[:start]:
        change(desk)
        desk.now += hours(0.1)
    kept = seats.Book(desk.event, desk.list, desk.now)
    for change in CHANGES[start:]:
        if looks:
            told(kept)
        before = dict(desk.list)
        change(desk)
        desk.now += hours(0.1)
        for number, registration in desk.list.items():
            if before.get(number) is not registration:
                kept.put(registration)
        if looks:
            assert told(kept) == told(seats.Book(desk.event, desk.list, desk.now))
    assert told(kept) == told(seats.Book(desk.event, desk.list, desk.now))
