"""A registration that changed hands: each is told of the past what is of them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from netwerk_cli.domain import seats, turns
from netwerk_cli.domain.registrations import Registration, Status
from netwerk_cli.domain.told import How, Message, MessageKind, Told
from tests.builders import NOW, Desk, an_event


def told(address: str) -> Told:
    return Told(name="x", email=address, at=NOW, status=str(Status.CONFIRMED))


def sent(address: str) -> Message:
    return Message(at=NOW, kind=MessageKind.CONFIRMATION, how=How.HAND, email=address)


@pytest.fixture
def handed() -> Registration:
    """Bo registered, with a note that was corrected since, and handed the seat to Cas, whose role was."""
    at = Desk(an_event())
    at.register("Bo", note="glutenvrij")
    at.kept(seats.edit(at.event, at.list, at[1], at.act(), note="vegan"))
    at.kept(
        seats.substitute(
            at.event, at.list, at[1], at.act(), name="Cas Berg", email="cas@example.org", note=None
        )
    )
    at.kept(seats.edit(at.event, at.list, at[1], at.act(), role="leraar"))
    addresses = ("bo@example.org", "cas@example.org")
    return replace(at[1], told=tuple(map(told, addresses)), messages=tuple(map(sent, addresses)))


def said(registration: Registration) -> list[tuple[str, dict[str, object]]]:
    return [(line.what, dict(line.changes)) for line in registration.history]


def test_who_has_it_now_is_not_told_who_had_it_before(handed: Registration) -> None:
    cas = turns.of(handed, "Cas@Example.org")
    assert said(cas) == [
        ("substituted", {"name": ("…", "Cas Berg"), "email": ("…", "cas@example.org"), "note": ("…", None)}),
        ("edited", {"role": (None, "leraar")}),
    ]
    assert (cas.told, cas.messages) == ((told("cas@example.org"),), (sent("cas@example.org"),))


def test_who_had_it_is_not_told_who_has_it_now(handed: Registration) -> None:
    bo = turns.of(handed, "bo@example.org")
    assert said(bo) == [
        ("registered", dict(handed.history[0].changes)),
        ("edited", {"note": ("glutenvrij", "vegan")}),
        (
            "substituted",
            {"name": ("Bo Voorbeeld", "…"), "email": ("bo@example.org", "…"), "note": ("vegan", None)},
        ),
    ]
    assert (bo.told, bo.messages) == ((told("bo@example.org"),), (sent("bo@example.org"),))


def test_who_never_had_it_has_no_part_in_its_past(handed: Registration) -> None:
    other = turns.of(handed, "dina@example.org")
    assert (other.history, other.told, other.messages) == ((), (), ())


def test_of_one_person_the_whole_past_is_theirs_also_under_an_earlier_address() -> None:
    at = Desk(an_event())
    at.register("Bo")
    at.kept(seats.edit(at.event, at.list, at[1], at.act(), email="bo@example.com"))
    one = replace(at[1], messages=(sent("bo@example.org"), sent("bo@example.com")))
    assert turns.of(one, "bo@example.com") == one
    assert turns.of(one, "bo@example.org") == one
