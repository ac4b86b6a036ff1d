"""Every change is noted once, and what it costs does not grow with how many are kept."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta
from typing import Any

import pytest

from netwerk_cli.errors.stores import StoreDamaged
from netwerk_cli.store import FileStore, changes
from netwerk_cli.store.changes import KEPT
from netwerk_cli.store.file.keeping import restore
from netwerk_cli.store.seam import CHANGES
from netwerk_cli.store.transactions import Transaction
from tests.builders import NOW, Desk, act
from tests.store.samples import rename, tables


def test_a_change_knows_who_did_what_to_which_records(store: FileStore) -> None:
    rename(store, "Another title")
    first, last = store.read().changes()
    assert (first.code, first.what, sorted(first.records)) == (
        "c1",
        "created",
        ["event:kickoff", "registrations:kickoff"],
    )
    assert (last.code, last.by, last.what, last.at) == ("c2", "organiser", "edited", NOW)
    assert last.records == {"event:kickoff": {"1": {"set": {"title": "Kick-off"}}}}
    assert [entry.change for entry in store.read().event("kickoff").history] == [1, 2]


def test_a_dry_run_and_an_idle_change_are_not_noted(store: FileStore) -> None:
    with store.change(act(), dry_run=True) as transaction:
        transaction.remove("kickoff")
    rename(store, "Kick-off")
    assert [one.number for one in store.read().changes()] == [1]
    assert store.change_number == 1


def test_the_last_thousand_changes_are_kept_and_not_many_more() -> None:
    tables = [CHANGES + str(first) for first in range(1, 2000, 50)]
    firsts = changes.tables(tables)
    gone = changes.outlived(firsts, 2000)
    kept = [first for first in firsts if first not in gone]
    assert 2000 - kept[0] >= KEPT
    assert 2000 - kept[1] < KEPT


def test_a_table_of_changes_that_is_full_is_left_alone(store: FileStore) -> None:
    for number in range(60):
        rename(store, f"Title {number}")
    view = store.read()
    assert changes.tables(view.documents) == [1, 51]
    assert [one.number for one in view.changes()] == list(range(1, 62))
    with store.change(act()) as transaction:
        event = transaction.event("kickoff")
        transaction.keep(event)
        transaction.note(act().entry("removed", {"event": ("x", None)}))
    assert tables(transaction).raw("changes:1") is not None, "it was decoded"


def test_a_number_is_not_given_twice_where_the_file_counts_too_low(store: FileStore) -> None:
    rename(store, "Anders")
    store.path.write_bytes(store.path.read_bytes().replace(b'"changes":2', b'"changes":1'))
    before = store.path.read_bytes()
    with pytest.raises(StoreDamaged, match="it counts fewer changes than it holds"):
        rename(store, "Weer anders")
    assert store.path.read_bytes() == before
    assert [one.code for one in store.check()] == ["table_damaged"]


def test_changes_are_told_from_a_number_on(store: FileStore) -> None:
    for number in range(60):
        rename(store, f"Title {number}")
    assert [one.number for one in store.read().changes(55)] == list(range(55, 62))


def test_a_long_list_looks_at_its_table_no_more_often_than_a_short_one(
    store: FileStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    looks: list[str] = []
    present = Transaction._present

    def counted(self: Transaction, name: str) -> Mapping[int, dict[str, Any]]:
        looks.append(name)
        return present(self, name)

    monkeypatch.setattr(Transaction, "_present", counted)
    seen = []
    for names in (["Dirk"], [f"Persoon{number}" for number in range(40)]):
        looks.clear()
        with store.change(act()) as transaction:
            desk = Desk()
            desk.event, desk.list = transaction.event("kickoff"), transaction.registrations("kickoff")
            desk.fill(*names)
            transaction.keep(desk.event, desk.list.values())
        seen.append(len(looks))
    assert seen[0] == seen[1]


def test_numbers_go_on_after_a_restore_and_the_restore_is_a_change(store: FileStore) -> None:
    rename(store, "Another title")
    rename(store, "A third title")
    restore(store, 2, act(NOW + timedelta(hours=1)))
    last = store.read().changes()[-1]
    assert (last.number, last.what, last.kept_as) == (4, "restored", 4)
    rename(store, "A fourth title")
    assert store.read().changes()[-1].number == 5


def test_an_older_file_has_no_changes_yet(store: FileStore) -> None:
    data = store.path.read_bytes()
    lines = [line for line in data.splitlines() if not line.startswith(b'"changes')]
    lines[-2] = lines[-2].rstrip(b",")
    older = b"\n".join(lines).replace(b',"changes":1', b"").replace(b',"change":1', b"") + b"\n"
    store.path.write_bytes(older.replace(b'"schema":3', b'"schema":2'))
    assert (store.read().last_change(), store.read().changes()) == (0, [])
    rename(store, "Another title")
    assert [entry.change for entry in store.read().event("kickoff").history] == [0, 1]
