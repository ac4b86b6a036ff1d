"""What holds wherever things are kept: each of these is asked of a file and of a database."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from netwerk_cli.domain.events import Event
from netwerk_cli.domain.findings import Finding
from netwerk_cli.domain.groups import Group, Membership, MemberStatus
from netwerk_cli.domain.registrations import Registration, Status, amended
from netwerk_cli.domain.slugs import Slug
from netwerk_cli.errors import FileMissing, TargetExists
from netwerk_cli.errors.changes import ChangedSince
from netwerk_cli.errors.lookup import EventNotFound
from netwerk_cli.errors.planning import GroupExists, SlugExists, SlugRetired
from netwerk_cli.errors.stores import BadBackup, GenerationMissing, StoreExists, StoreMissing, StoreNewer
from netwerk_cli.store import FileStore, Store, View, store_at
from netwerk_cli.store.codec import Retired
from netwerk_cli.store.earlier import earlier
from netwerk_cli.store.erasures import Erasure
from netwerk_cli.store.file.documents import FileDocuments
from netwerk_cli.store.keeping import Count, Undo
from netwerk_cli.store.written import Written
from tests.builders import NOW, Desk, act, an_event
from tests.store.records import filled
from tests.stores import Database

Tree = dict[str, dict[str, Any]]


@pytest.fixture(scope="module")
def base(server: str) -> Database:
    """Return a database for these tests."""
    return Database(server, "netwerk_contract")


@pytest.fixture(params=["file", "postgresql"])
def place(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """Return where nothing is kept yet."""
    if request.param == "file":
        return str(tmp_path / "netwerk.json")
    found: Database = request.getfixturevalue("base")
    found.clear()
    return found.address


@pytest.fixture
def empty(place: str) -> Iterator[Store]:
    """Give a store in which nothing is kept."""
    found = store_at(place, lock_timeout_s=1)
    found.create("test-store")
    yield found
    found.close()


@pytest.fixture
def store(empty: Store) -> Store:
    """Return a store with one event of two seats, for which three people registered."""
    desk = Desk(an_event(capacity=2)).fill("Ans", "Bo", "Cas")
    with empty.change(act()) as transaction:
        transaction.add(desk.event)
        transaction.keep(desk.event, desk.list.values())
    return empty


def register(store: Store, who: str, *, dry_run: bool = False) -> None:
    with store.change(act(), "kickoff", dry_run=dry_run) as transaction:
        desk = Desk()
        desk.event, desk.list = transaction.event("kickoff"), transaction.registrations("kickoff")
        desk.register(who)
        transaction.keep(desk.event, desk.list.values())


def names(store: Store) -> list[str]:
    return [one.name.partition(" ")[0] for one in store.read().registrations("kickoff").values()]


def tree(store: Store) -> Tree:
    """Return all that is kept as the tables of a file."""
    found: Tree = json.loads(store.copy())
    return found


def content(found: Tree) -> Tree:
    """Return what a restore puts back as it was: all but the log, the changes, and the record of the store itself."""
    return {
        name: table
        for name, table in found.items()
        if name.partition(":")[0] not in ("meta", "log", "changes")
    }


def a_group(slug: str = "lezers") -> Group:
    return Group(slug=slug, title="Lezers")


# ---------------------------------------------------------------- making one
def test_nothing_is_there_before_it_is_made(place: str) -> None:
    store = store_at(place)
    for ask in (store.read, store.check, store.copy):
        with pytest.raises(StoreMissing):
            ask()
    with pytest.raises(StoreMissing), store.change(act()):
        pass
    store.close()


def test_a_store_is_made_once(empty: Store) -> None:
    with pytest.raises(StoreExists):
        empty.create("another")
    assert empty.read().store_id == "test-store"


def test_trying_to_make_one_makes_none(place: str) -> None:
    store = store_at(place)
    store.create("test-store", dry_run=True)
    with pytest.raises(StoreMissing):
        store.read()
    store.close()


def test_a_new_store_holds_nothing(empty: Store) -> None:
    view = empty.read()
    assert (view.slugs(), view.group_slugs(), view.retired(), view.log(), view.changes()) == (
        [],
        [],
        {},
        [],
        [],
    )
    assert (view.last_change(), view.generation, empty.check()) == (0, 1, [])


# ------------------------------------------------------------------- reading
def test_what_was_kept_is_read_back(store: Store) -> None:
    desk = Desk(an_event(capacity=2)).fill("Ans", "Bo", "Cas")
    view = store.read()
    event, people = view.event("kickoff"), view.registrations("kickoff")
    assert view.slugs() == ["kickoff"]
    assert [one.name for one in people.values()] == [one.name for one in desk.list.values()]
    assert [line.what for line in event.history] == [line.what for line in desk.event.history]
    assert {line.change for one in people.values() for line in one.history} == {1}


def test_people_that_were_let_go_of_are_read_again_as_they_were(store: Store, place: str) -> None:
    view = store.read()
    before = view.registrations("kickoff")
    view.let_go("kickoff")
    if isinstance(view.documents, FileDocuments):
        assert view.documents.tables.raw("registrations:kickoff") is not None, "it is still in memory"
    other = store_at(place)
    register(other, "Dirk")
    other.close()
    assert view.registrations("kickoff") == before
    assert [one.history for one in view.registrations("kickoff").values()] == [
        one.history for one in before.values()
    ]


def test_a_change_lets_go_of_nothing_that_it_made(store: Store) -> None:
    with store.change(act()) as transaction:
        event, people = transaction.event("kickoff"), transaction.registrations("kickoff")
        transaction.keep(event, [amended(people[1], act(), "edited", note="Komt later")])
        transaction.let_go("kickoff")
        assert transaction.registrations("kickoff")[1].note == "Komt later"
    assert store.read().registrations("kickoff")[1].note == "Komt later"


def test_states_and_names_are_known_without_reading_people(store: Store) -> None:
    view = store.read()
    counted = {state: count for state, count in view.tally("kickoff").items() if count}
    assert counted == {Status.CONFIRMED: 2, Status.WAITING: 1}
    assert view.people("kickoff") == [
        (f"{one} Voorbeeld", f"{one.lower()}@example.org") for one in ("Ans", "Bo", "Cas")
    ]
    assert view.numbers("registrations:kickoff") == [1, 2, 3]


def test_events_are_listed_in_the_order_in_which_they_were_made(store: Store) -> None:
    for slug in ("zomer", "avond", "middag"):
        with store.change(act()) as transaction:
            transaction.add(an_event(slug=slug))
    view = store.read()
    assert view.slugs() == ["kickoff", "zomer", "avond", "middag"]
    assert [event.slug for event in view.events()] == view.slugs()
    assert [view.tally(slug).total() for slug in view.slugs()] == [3, 0, 0, 0]
    assert [len(view.registrations(slug)) for slug in view.slugs()] == [3, 0, 0, 0]


def test_the_nearest_name_is_offered(store: Store) -> None:
    with pytest.raises(EventNotFound) as caught:
        store.read().event("kickof")
    assert caught.value.facts["nearest"] == "Did you mean 'kickoff'? "


def test_a_view_stays_what_it_was_while_others_change(store: Store, place: str) -> None:
    view, other = store.read(), store_at(place)
    assert view.slugs() == ["kickoff"]
    register(other, "Dirk")
    other.close()
    assert len(view.registrations("kickoff")) == 3
    assert names(store) == ["Ans", "Bo", "Cas", "Dirk"]


# ------------------------------------------------------------------ changing
def test_a_change_is_numbered_signed_and_told(store: Store) -> None:
    register(store, "Dirk")
    (change,) = store.read().changes(2)
    assert (change.number, change.by, change.at, change.what) == (2, "organiser", NOW, "registered")
    assert store.change_number == 2
    assert store.changed is not None
    assert store.changed.touched() == ["kickoff"]


def test_what_is_refused_leaves_all_as_it_was(store: Store) -> None:
    before = tree(store)

    def ask() -> None:
        with store.change(act(), "kickoff") as transaction:
            transaction.keep(replace(transaction.event("kickoff"), title="Another"))
            transaction.event("another")

    with pytest.raises(EventNotFound):
        ask()
    assert tree(store) == before
    register(store, "Dirk")


def test_trying_leaves_all_as_it_was_and_says_what_would_be(store: Store) -> None:
    before = tree(store)
    register(store, "Dirk", dry_run=True)
    assert tree(store) == before
    assert store.change_number == 1
    assert store.changed is not None
    assert len(store.changed.registrations("kickoff")) == 4


def test_a_change_that_changes_nothing_gets_no_number(store: Store) -> None:
    with store.change(act(), "kickoff") as transaction:
        transaction.keep(transaction.event("kickoff"), transaction.registrations("kickoff").values())
    register(store, "Dirk")
    assert [one.number for one in store.read().changes()] == [1, 2]


@pytest.mark.parametrize("about", ["kickoff", None])
def test_a_change_reads_what_it_wrote(store: Store, about: str | None) -> None:
    with store.change(act(), about) as transaction:
        transaction.keep(replace(transaction.event("kickoff"), title="Another"))
        assert transaction.event("kickoff").title == "Another"
        transaction.take_out("kickoff", [2])
        assert [*transaction.registrations("kickoff")] == [1, 3]
        assert transaction.tally("kickoff").total() == 2
    view = store.read()
    assert (view.event("kickoff").title, [*view.registrations("kickoff")]) == ("Another", [1, 3])


def test_a_name_is_given_once(store: Store) -> None:
    with pytest.raises(SlugExists), store.change(act()) as transaction:
        transaction.add(an_event())
    with store.change(act()) as transaction:
        transaction.add_group(a_group())
    with pytest.raises(GroupExists), store.change(act()) as transaction:
        transaction.add(an_event(slug="lezers"))
    with store.change(act()) as transaction:
        transaction.remove("kickoff")
    with pytest.raises(SlugRetired), store.change(act()) as transaction:
        transaction.add(an_event())
    assert store.read().retired()["kickoff"].last_number == 3


def test_what_was_removed_is_put_back_as_it_was(store: Store) -> None:
    people = store.read().registrations("kickoff")
    with store.change(act()) as transaction:
        transaction.remove("kickoff")
        transaction.note(act().entry("removed", {"event": ("kickoff", None)}))
    assert store.read().slugs() == []
    with store.change(act()) as transaction:
        (change,) = transaction.changes(2)
        (one,) = earlier(transaction, change)
        assert one.owner is not None
        transaction.put_back(one.owner, one.people.values())
    view = store.read()
    assert (view.slugs(), view.retired(), [*view.registrations("kickoff")]) == (["kickoff"], {}, [*people])
    assert [line.what for line in view.log()] == ["removed"]


def test_a_group_and_its_members_are_kept(empty: Store) -> None:
    membership = Membership(
        number=1,
        status=MemberStatus.MEMBER,
        name="Ans Voorbeeld",
        email="ans@example.org",
        received_at=NOW,
        history=(act().entry("joined"),),
    )
    with empty.change(act()) as transaction:
        transaction.add_group(a_group())
        transaction.keep_group(a_group(), [membership])
    view = empty.read()
    assert (view.group_slugs(), [*view.memberships("lezers")]) == (["lezers"], [1])
    assert view.people("lezers") == [("Ans Voorbeeld", "ans@example.org")]


def test_members_of_a_group_are_counted_for_no_event(store: Store) -> None:
    member = Membership(
        number=1, status=MemberStatus.REQUESTED, name="Ans", email="ans@example.org", received_at=NOW
    )
    with store.change(act()) as transaction:
        transaction.add_group(a_group())
        transaction.keep_group(a_group(), [replace(member, history=(act().entry("requested"),))])
        transaction.add(an_event(slug="avond"))
    view = store.read()
    assert [view.tally(slug).total() for slug in view.slugs()] == [3, 0]


# ---------------------------------------------------------- backup and restore
def test_a_backup_is_a_data_file_with_all_of_it(store: Store, tmp_path: Path) -> None:
    register(store, "Dirk")
    size = store.backup(tmp_path / "backup.json")
    assert (tmp_path / "backup.json").stat().st_size == size
    other = FileStore(tmp_path / "backup.json")
    assert codes(other.check()) == ["generations_missing"] * isinstance(store, FileStore)
    assert tree(other) == tree(store)
    assert other.copy() == store.copy()


def test_a_backup_goes_over_nothing_and_into_no_folder_that_is_not_there(
    store: Store, tmp_path: Path
) -> None:
    (tmp_path / "taken.json").write_text("mine")
    with pytest.raises(TargetExists):
        store.backup(tmp_path / "taken.json")
    with pytest.raises(FileMissing):
        store.backup(tmp_path / "nowhere" / "backup.json")
    store.backup(tmp_path / "tried.json", dry_run=True)
    assert (tmp_path / "taken.json").read_text() == "mine"
    assert not (tmp_path / "tried.json").exists()


def test_a_restore_brings_back_what_was_and_can_be_taken_back(store: Store, tmp_path: Path) -> None:
    store.backup(tmp_path / "backup.json")
    register(store, "Dirk")
    before = content(tree(store))
    result = store.restore(tmp_path / "backup.json", act())
    assert (result.before, result.after) == (
        Count(events=1, registrations=4),
        Count(events=1, registrations=3),
    )
    assert [change.number for change in result.lost] == [2]
    assert names(store) == ["Ans", "Bo", "Cas"]
    assert result.kept_as is not None
    assert store.kept()[0].number == result.kept_as
    assert store.kept()[0].count == Count(events=1, registrations=4)
    (change,) = store.read().changes(3)
    assert (change.number, change.kept_as, change.what) == (3, result.kept_as, "restored")
    store.restore(result.kept_as, act(), undo=Undo(change, 3))
    assert content(tree(store)) == before
    register(store, "Els")
    assert max(store.read().registrations("kickoff")) == 5
    assert store.change_number == 5


def test_numbers_go_on_where_they_were(store: Store, tmp_path: Path) -> None:
    store.backup(tmp_path / "backup.json")
    register(store, "Dirk")
    store.restore(tmp_path / "backup.json", act())
    register(store, "Els")
    assert [*store.read().registrations("kickoff")] == [1, 2, 3, 5]


def test_trying_to_restore_leaves_all_as_it_was(store: Store, tmp_path: Path) -> None:
    store.backup(tmp_path / "backup.json")
    register(store, "Dirk")
    before, kept = tree(store), store.kept()
    assert store.restore(tmp_path / "backup.json", act(), dry_run=True).after == Count(
        events=1, registrations=3
    )
    assert (tree(store), store.kept()) == (before, kept)


def test_a_restore_that_others_built_on_is_not_taken_back(store: Store, tmp_path: Path) -> None:
    store.backup(tmp_path / "backup.json")
    result = store.restore(tmp_path / "backup.json", act())
    (change,) = store.read().changes(2)
    register(store, "Dirk")
    assert result.kept_as is not None
    with pytest.raises(ChangedSince):
        store.restore(result.kept_as, act(), undo=Undo(change, 2))
    assert names(store) == ["Ans", "Bo", "Cas", "Dirk"]


def test_a_restore_begins_a_store(place: str, tmp_path: Path) -> None:
    other = FileStore(tmp_path / "other.json")
    other.create("elsewhere")
    with other.change(act()) as transaction:
        transaction.add(an_event(slug="elders"))
    store = store_at(place)
    result = store.restore(tmp_path / "other.json", act())
    assert (result.kept_as, result.before) == (None, None)
    assert (store.read().slugs(), store.read().store_id) == (["elders"], "elsewhere")
    store.close()


def spoiled(found: Tree) -> None:
    found["event:kickoff"]["1"]["title"] = 7


def newer(found: Tree) -> None:
    found["meta"]["1"]["schema"] = 99


@pytest.mark.parametrize(("spoil", "answer"), [(spoiled, BadBackup), (newer, StoreNewer)])
def test_what_cannot_be_read_is_not_put_back(
    store: Store, tmp_path: Path, spoil: Callable[[Tree], None], answer: type[Exception]
) -> None:
    before, found = tree(store), tree(store)
    spoil(found)
    (tmp_path / "bad.json").write_text(json.dumps(found))
    with pytest.raises(answer):
        store.restore(tmp_path / "bad.json", act())
    with pytest.raises(FileMissing):
        store.restore(tmp_path / "none.json", act())
    with pytest.raises(GenerationMissing):
        store.restore(4711, act())
    assert tree(store) == before


def older(found: Tree) -> None:
    found["meta"]["1"]["schema"] = 3
    found["event:kickoff"]["1"].pop("sessions")


def test_an_earlier_schema_is_brought_up_to_date(store: Store, tmp_path: Path) -> None:
    found = tree(store)
    older(found)
    (tmp_path / "older.json").write_text(json.dumps(found))
    store.restore(tmp_path / "older.json", act())
    assert store.read().event("kickoff").draft is False
    assert store.read().schema == View(store.read().documents).schema == 4


def test_a_table_that_is_not_ours_travels_along(store: Store, tmp_path: Path) -> None:
    found = tree(store) | {"notes": {"3": {"text": "van mij"}}}
    (tmp_path / "more.json").write_text(json.dumps(found))
    store.restore(tmp_path / "more.json", act())
    assert tree(store)["notes"] == {"3": {"text": "van mij"}}
    assert codes(store.check()) == ["table_unknown"]


def codes(found: list[Finding]) -> list[str]:
    return [one.code for one in found if one.code != "layout_foreign"]


# ------------------------------------------------------------- from one to another
def test_a_file_goes_into_a_database_and_comes_back_the_same(base: Database, tmp_path: Path) -> None:
    base.clear()
    file, database = FileStore(tmp_path / "one.json"), store_at(base.address)
    file.create("here")
    for slug in ("kickoff", "avond"):
        with file.change(act()) as transaction:
            desk = Desk(an_event(slug=slug, capacity=2)).fill("Ans", "Bo", "Zoë", "Łukasz")
            transaction.add(desk.event)
            transaction.keep(desk.event, desk.list.values())
    with file.change(act()) as transaction:
        transaction.add_group(a_group())
        transaction.remove("avond")
        transaction.note(act().entry("removed", {"event": ("avond", None)}))
    file.backup(tmp_path / "there.json")
    database.restore(tmp_path / "there.json", act())
    database.backup(tmp_path / "back.json")
    database.close()
    back = FileStore(tmp_path / "two.json")
    back.restore(tmp_path / "back.json", act())
    assert content(tree(back)) == content(tree(file))
    assert [*content(tree(back))] == [*content(tree(file))]
    assert [one.number for one in back.read().changes()] == [1, 2, 3, 4, 5]
    kept = {one.number: one for one in back.read().changes()}
    assert [kept[number] for number in (1, 2, 3)] == file.read().changes()


def test_every_field_of_every_record_goes_there_and_back(base: Database, tmp_path: Path) -> None:
    base.clear()
    file, database = FileStore(tmp_path / "one.json"), store_at(base.address)
    file.create("here")
    event, group = replace(filled(Event), slug="kickoff"), replace(filled(Group), slug="lezers")
    people = [replace(filled(Registration), number=number) for number in (3, 1, 12)]
    members = [replace(filled(Membership), number=number) for number in (2, 7)]
    with file.change(act()) as transaction:
        transaction.keep_group(group, members)
        transaction.keep(event, people)
        transaction.keep_erasures([filled(Erasure)])
        transaction.keep_written([filled(Written)])
        transaction.retire(Retired(slug=Slug("weg"), last_number=4))
    file.backup(tmp_path / "there.json")
    database.restore(tmp_path / "there.json", act())
    with database.change(act(), "kickoff") as transaction:
        transaction.keep(transaction.event("kickoff"), transaction.registrations("kickoff").values())
    database.backup(tmp_path / "back.json")
    database.close()
    back = FileStore(tmp_path / "back.json")
    assert content(tree(back)) == content(tree(file))
    for name, table in content(tree(file)).items():
        assert [[*document] for document in tree(back)[name].values()] == [
            [*document] for document in table.values()
        ]
