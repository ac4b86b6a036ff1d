"""Numbers and names go on where they were, whatever state is put back."""

from __future__ import annotations

import pytest

from netwerk_cli.domain import memberships, seats
from netwerk_cli.domain.groups import Group
from netwerk_cli.domain.memberships import Applicant
from netwerk_cli.errors import GroupExists, SlugRetired
from netwerk_cli.store import Store
from netwerk_cli.store.checking import structure
from netwerk_cli.store.keeping import backup, restore
from tests.builders import NOW, a_request, act, an_event, hours
from tests.store.samples import rename


def register(store: Store, name: str) -> str:
    """Register somebody for the event, and return the code."""
    with store.change(act()) as transaction:
        event, people = transaction.event("kickoff"), transaction.registrations("kickoff")
        outcome = seats.register(event, people, a_request(name), act())
        transaction.keep(outcome.event, outcome.changed)
    return ", ".join(one.code for one in outcome.changed)


@pytest.fixture
def early(store: Store) -> Store:
    """Return a store with three people, of whom a copy was put away as early.json."""
    backup(store, store.path.with_name("early.json"))
    return store


def put_back(store: Store, name: str = "early.json") -> None:
    restore(store, store.path.with_name(name), act(NOW + hours(1)))


def test_a_code_is_never_given_to_somebody_else_after_a_restore(early: Store) -> None:
    assert [register(early, name) for name in ("Dirk", "Els")] == ["r4", "r5"]
    put_back(early)
    assert list(early.read().registrations("kickoff")) == [1, 2, 3]
    assert register(early, "Fien") == "r6"


def test_a_code_is_not_given_again_after_a_second_restore_either(early: Store) -> None:
    register(early, "Dirk")
    put_back(early)
    put_back(early)
    assert register(early, "Fien") == "r5"


def test_a_code_is_not_given_again_in_an_event_that_was_removed_and_put_back(early: Store) -> None:
    register(early, "Dirk")
    with early.change(act()) as transaction:
        transaction.remove("kickoff")
    put_back(early)
    assert register(early, "Fien") == "r5"


def test_names_made_since_are_not_used_again_after_a_restore(early: Store) -> None:
    with early.change(act()) as transaction:
        transaction.add(an_event(slug="later"))
        transaction.add_group(Group(slug="wg", title="WG"))
        transaction.add(an_event(slug="gone"))
        transaction.remove("gone")
    put_back(early)
    for slug in ("later", "wg", "gone"):
        with pytest.raises((SlugRetired, GroupExists)), early.change(act()) as transaction:
            transaction.add(an_event(slug=slug))
    assert early.read().slugs() == ["kickoff"]


def test_a_membership_number_is_not_given_again_after_a_restore(store: Store) -> None:
    group = Group(slug="wg", title="WG")
    with store.change(act()) as transaction:
        transaction.add_group(group)
    backup(store, store.path.with_name("early.json"))
    for code in ("m1", "m2"):
        with store.change(act()) as transaction:
            group = transaction.group("wg")
            applicant = Applicant(name=code, email=f"{code}@example.org", received_at=NOW)
            member = memberships.admit(group, transaction.memberships("wg"), applicant, act())
            assert member.code == code
            transaction.keep_group(group, [member])
        if code == "m1":
            put_back(store)


def test_a_restore_stands_in_the_log_and_so_do_those_before_it(early: Store) -> None:
    put_back(early)
    rename(early, "Another title")
    restore(early, early.path.with_name("early.json"), act(NOW + hours(2)))
    lines = [(line.what, line.by, line.at) for line in early.read().log()]
    assert lines == [("restored", "organiser", NOW + hours(n)) for n in (1, 2)]


def test_what_a_restore_leaves_is_in_order(early: Store) -> None:
    register(early, "Dirk")
    put_back(early)
    assert structure(early) == []


def test_a_damaged_file_has_nothing_to_hand_down(early: Store) -> None:
    early.path.write_bytes(b"{")
    put_back(early)
    assert register(early, "Dirk") == "r4"
