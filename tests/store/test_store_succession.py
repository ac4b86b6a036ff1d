"""Numbers and names go on where they were, whatever state is put back."""

from __future__ import annotations

import pytest

from netwerk_cli.domain import memberships, seats
from netwerk_cli.domain.groups import Group
from netwerk_cli.domain.materials import MaterialKind, add_material, add_milestone
from netwerk_cli.domain.memberships import Applicant
from netwerk_cli.errors.planning import GroupExists, SlugRetired
from netwerk_cli.store import FileStore
from netwerk_cli.store.file.checking import structure
from netwerk_cli.store.file.keeping import backup, restore
from tests.builders import NOW, a_request, act, an_event, hours
from tests.store.samples import rename


def register(store: FileStore, name: str) -> str:
    """Register somebody for the event, and return the code."""
    with store.change(act()) as transaction:
        event, people = transaction.event("kickoff"), transaction.registrations("kickoff")
        outcome = seats.register(event, people, a_request(name), act())
        transaction.keep(outcome.event, outcome.changed)
    return ", ".join(one.code for one in outcome.changed)


@pytest.fixture
def early(store: FileStore) -> FileStore:
    """Return a store with three people, of whom a copy was put away as early.json."""
    backup(store, store.path.with_name("early.json"))
    return store


def put_back(store: FileStore, name: str = "early.json") -> None:
    restore(store, store.path.with_name(name), act(NOW + hours(1)))


def test_a_code_is_never_given_to_somebody_else_after_a_restore(early: FileStore) -> None:
    assert [register(early, name) for name in ("Dirk", "Els")] == ["r4", "r5"]
    put_back(early)
    assert list(early.read().registrations("kickoff")) == [1, 2, 3]
    assert register(early, "Fien") == "r6"


def test_a_code_is_not_given_again_after_a_second_restore_either(early: FileStore) -> None:
    register(early, "Dirk")
    put_back(early)
    put_back(early)
    assert register(early, "Fien") == "r5"


def test_a_code_is_not_given_again_in_an_event_that_was_removed_and_put_back(early: FileStore) -> None:
    register(early, "Dirk")
    with early.change(act()) as transaction:
        transaction.remove("kickoff")
    put_back(early)
    assert register(early, "Fien") == "r5"


def test_names_made_since_are_not_used_again_after_a_restore(early: FileStore) -> None:
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


def test_a_membership_number_is_not_given_again_after_a_restore(store: FileStore) -> None:
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


def test_a_restore_stands_in_the_log_and_so_do_those_before_it(early: FileStore) -> None:
    put_back(early)
    rename(early, "Another title")
    restore(early, early.path.with_name("early.json"), act(NOW + hours(2)))
    lines = [(line.what, line.by, line.at) for line in early.read().log()]
    assert lines == [("restored", "organiser", NOW + hours(n)) for n in (1, 2)]


def test_what_a_restore_leaves_is_in_order(early: FileStore) -> None:
    register(early, "Dirk")
    put_back(early)
    assert structure(early) == []


def test_a_damaged_file_has_nothing_to_hand_down(early: FileStore) -> None:
    early.path.write_bytes(b"{")
    put_back(early)
    assert register(early, "Dirk") == "r4"


ADDING = {
    "materials": (add_material, {"kind": MaterialKind.QUESTION, "title": "What now?"}),
    "milestones": (add_milestone, {"title": "Report"}),
}


def added(store: FileStore, slug: str, kind: str) -> str:
    """Add a material or milestone to an event or group, and return its id."""
    add, given = ADDING[kind]
    with store.change(act()) as transaction:
        if slug in transaction.slugs():
            event = add(transaction.event(slug), act(), **given)
            transaction.keep(event)
            return str(getattr(event, kind)[-1].id)
        group = add(transaction.group(slug), act(), **given)
        transaction.keep_group(group)
        return str(getattr(group, kind)[-1].id)


@pytest.fixture
def owners(store: FileStore) -> FileStore:
    """Return a store with an event and a group that each have a material and a milestone, put away as early.json."""
    with store.change(act()) as transaction:
        transaction.add_group(Group(slug="wg", title="WG"))
    for slug in ("kickoff", "wg"):
        assert [added(store, slug, kind) for kind in ADDING] == ["m1", "m1"]
    backup(store, store.path.with_name("early.json"))
    return store


@pytest.mark.parametrize("slug", ["kickoff", "wg"])
@pytest.mark.parametrize("kind", ADDING)
def test_an_id_of_a_material_or_milestone_is_not_given_again_after_a_restore(
    owners: FileStore, slug: str, kind: str
) -> None:
    other = next(one for one in ADDING if one != kind)
    assert [added(owners, slug, kind) for _ in range(2)] == ["m2", "m3"]
    for expected in ("m4", "m5"):
        put_back(owners)
        assert added(owners, slug, kind) == expected
    assert added(owners, slug, other) == "m2"
    assert structure(owners) == []


@pytest.mark.parametrize("kind", ADDING)
def test_nor_in_an_event_that_was_removed_and_put_back(owners: FileStore, kind: str) -> None:
    assert added(owners, "kickoff", kind) == "m2"
    with owners.change(act()) as transaction:
        transaction.remove("kickoff")
    put_back(owners)
    assert added(owners, "kickoff", kind) == "m3"


@pytest.mark.parametrize("kind", ADDING)
def test_what_a_removed_name_gave_survives_a_restore_to_before_it_and_back(
    owners: FileStore, kind: str
) -> None:
    with owners.change(act()) as transaction:
        transaction.add(an_event(slug="later"))
    backup(owners, owners.path.with_name("later.json"))
    assert added(owners, "later", kind) == "m1"
    put_back(owners)
    put_back(owners, "later.json")
    assert added(owners, "later", kind) == "m2"
