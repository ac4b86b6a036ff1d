"""What a change keeps, what it costs, and which earlier states it leaves."""

from __future__ import annotations

import json
import os
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from netwerk_cli.domain.registrations import Status
from netwerk_cli.errors import StoreBusy
from netwerk_cli.errors.lookup import EventNotFound
from netwerk_cli.errors.planning import SlugExists, SlugRetired
from netwerk_cli.store import FileStore
from netwerk_cli.store.file import files, places, source, writing
from netwerk_cli.store.file.lock import locked
from tests.builders import Desk, act, an_event
from tests.store.samples import POSIX, held, rename, tables, title


def test_what_was_kept_comes_back_the_same(store: FileStore) -> None:
    desk = Desk(an_event(capacity=2)).fill("Ans", "Bo", "Cas")
    assert held(store) == {"kickoff": (desk.event, desk.list)}


def test_a_slug_is_taken_while_the_event_is_there(store: FileStore) -> None:
    with pytest.raises(SlugExists), store.change(act()) as transaction:
        transaction.add(an_event())


def test_the_slug_of_a_removed_event_stays_taken(store: FileStore) -> None:
    with store.change(act()) as transaction:
        transaction.remove("kickoff")
    assert held(store) == {}
    with pytest.raises(SlugRetired), store.change(act()) as transaction:
        transaction.add(an_event())


def test_removing_an_event_that_is_not_there_is_said(store: FileStore) -> None:
    with pytest.raises(EventNotFound) as caught, store.change(act()) as transaction:
        transaction.remove("kick-of")
    assert caught.value.facts["nearest"] == "Did you mean 'kickoff'? "


def test_events_come_in_the_order_in_which_they_were_made(store: FileStore) -> None:
    for slug in ("zomer", "april"):
        with store.change(act()) as transaction:
            transaction.add(an_event(slug=slug))
    rename(store, "Another title")
    assert store.read().slugs() == ["kickoff", "zomer", "april"]


def test_registrations_come_in_the_order_of_their_numbers(store: FileStore) -> None:
    event, people = held(store)["kickoff"]
    with store.change(act()) as transaction:
        more = [replace(people[1], number=n, turn=n, email=f"{n}@example.org") for n in (12, 4, 11)]
        transaction.keep(event, [*more, replace(people[2], note="first")])
    assert list(store.read().registrations("kickoff")) == [1, 2, 3, 4, 11, 12]
    assert store.read().registrations("kickoff")[2].note == "first"


def test_a_tally_is_what_the_registrations_say(store: FileStore) -> None:
    expected = Counter({Status.CONFIRMED: 2, Status.WAITING: 1})
    assert store.read().tally("kickoff") == expected
    with store.change(act()) as transaction:
        assert transaction.tally("kickoff") == expected
        transaction.registrations("kickoff")
        assert transaction.tally("kickoff") == expected
        transaction.add(an_event(slug="empty"))
        assert transaction.tally("empty") == Counter()


def test_a_table_that_somebody_spaced_out_is_counted_as_well(store: FileStore) -> None:
    tree = json.loads(store.path.read_bytes())
    lines = ",\n".join(f"{json.dumps(name)}: {json.dumps(table)}" for name, table in tree.items())
    store.path.write_text(f"{{\n{lines}\n}}\n", encoding="utf-8", newline="\n")
    view = store.read()
    assert tables(view).lines
    assert view.tally("kickoff") == Counter({Status.CONFIRMED: 2, Status.WAITING: 1})


def test_what_could_not_be_read_back_is_not_written(store: FileStore) -> None:
    before = store.path.read_bytes()
    with pytest.raises(ValueError, match="slug"), store.change(act()) as transaction:
        transaction.keep(an_event(members_of="Not A Slug"))
    assert store.path.read_bytes() == before


def test_a_new_store_counts_on_from_the_generations_that_an_earlier_one_left(store: FileStore) -> None:
    rename(store, "Another title")
    store.path.unlink()
    store.create("another")
    assert store.read().generation == 3


# ----------------------------------------------------------------- what it costs
@pytest.fixture
def archive(store: FileStore) -> FileStore:
    """Return a store that holds fifty more events with registrations."""
    with store.change(act()) as transaction:
        for number in range(50):
            desk = Desk(an_event(slug=f"event-{number}")).fill("Ans", "Bo")
            transaction.add(desk.event)
            transaction.keep(desk.event, desk.list.values())
    return store


def test_a_change_decodes_the_tables_of_its_own_event(archive: FileStore) -> None:
    with archive.change(act()) as transaction:
        desk = Desk()
        desk.event, desk.list = transaction.event("event-7"), transaction.registrations("event-7")
        desk.register("Dirk")
        transaction.keep(desk.event, desk.list.values())
    assert tables(transaction).decoded == 4  # the changes among them


def test_a_list_of_events_decodes_no_registrations(archive: FileStore) -> None:
    view = archive.read()
    view.events()
    assert [view.tally(slug)[Status.CONFIRMED] for slug in view.slugs()] == [2] * 51
    assert tables(view).decoded == 1 + 51


def test_a_change_reads_once_and_writes_once(archive: FileStore, monkeypatch: pytest.MonkeyPatch) -> None:
    calls: list[str] = []
    read, replace_, rename_ = files.read, writing.replace, os.replace

    def count_read(path: Path) -> source.Source:
        calls.append("read")
        return read(path)

    def count_replace(
        path: Path, *pieces: source.Piece, keep_as: int | None, check: Callable[[], None]
    ) -> None:
        calls.append("write")
        replace_(path, *pieces, keep_as=keep_as, check=check)

    def count_rename(old: Path, new: Path) -> None:
        calls.append("rename")
        rename_(old, new)

    monkeypatch.setattr(files, "read", count_read)
    monkeypatch.setattr(writing, "replace", count_replace)
    monkeypatch.setattr(os, "replace", count_rename)
    with archive.change(act()) as transaction:
        for number in range(10):
            desk = Desk()
            desk.event = transaction.event(f"event-{number}")
            desk.amend(title="Another title")
            transaction.keep(desk.event)
    assert calls == ["read", "write", "rename"]


def test_tables_that_were_not_touched_keep_their_bytes(archive: FileStore) -> None:
    before = archive.path.read_bytes().splitlines()
    rename(archive, "Another title")
    after = archive.path.read_bytes().splitlines()
    assert [n for n, (old, new) in enumerate(zip(before, after, strict=True)) if old != new] == [
        1,
        2,
        4,
    ]


# ------------------------------------------------------------------- generations
def test_the_last_five_states_are_kept(store: FileStore) -> None:
    states = []
    for number in range(8):
        states.append(store.path.read_bytes())
        rename(store, f"Title {number}")
    folder = places.generations_folder(store.path)
    assert [path.read_bytes() for path in sorted(folder.iterdir())] == states[-5:]
    assert places.numbers(store.path) == [5, 6, 7, 8, 9]
    assert store.read().generation == 10


@POSIX
def test_a_generation_is_the_old_file_itself_and_takes_no_room(store: FileStore) -> None:
    before = store.path.stat().st_ino
    rename(store, "Another title")
    kept = places.generation_path(store.path, 2).stat()
    assert (kept.st_ino, kept.st_nlink) == (before, 1)
    assert store.path.stat().st_ino != before


def test_a_copy_of_an_older_file_put_in_place_by_hand_overwrites_no_generation(store: FileStore) -> None:
    old = store.path.read_bytes()
    for number in range(3):
        rename(store, f"Title {number}")
    kept = [places.generation_path(store.path, n).read_bytes() for n in (2, 3, 4)]
    store.path.write_bytes(old)
    rename(store, "After the copy")
    assert [places.generation_path(store.path, n).read_bytes() for n in (2, 3, 4)] == kept
    assert places.generation_path(store.path, 5).read_bytes() == old
    assert store.read().generation == 6


# -------------------------------------------------------------------------- lock
def test_a_change_waits_for_the_lock_as_long_as_it_was_told(store: FileStore) -> None:
    busy = FileStore(store.path, lock_timeout_s=0.2)
    started = time.monotonic()
    with locked(store.path, timeout_s=1), pytest.raises(StoreBusy) as caught, busy.change(act()):
        pytest.fail("the lock was held")
    assert 0.2 <= time.monotonic() - started < 5
    assert caught.value.facts == {"path": str(store.path), "seconds": "0.2"}


def test_no_waiting_at_all_is_one_try(store: FileStore) -> None:
    impatient = FileStore(store.path, lock_timeout_s=0)
    rename(impatient, "Another title")
    with locked(store.path, timeout_s=1), pytest.raises(StoreBusy), impatient.change(act()):
        pytest.fail("the lock was held")
    assert title(store) == "Another title"


def test_the_lock_is_free_after_an_error(store: FileStore) -> None:
    with pytest.raises(EventNotFound), store.change(act()) as transaction:
        transaction.event("nothing")
    rename(FileStore(store.path, lock_timeout_s=0), "Another title")


def test_the_lock_file_stays(store: FileStore) -> None:
    before = places.lock_path(store.path).stat().st_ino
    rename(store, "Another title")
    assert places.lock_path(store.path).stat().st_ino == before
