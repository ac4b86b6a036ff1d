"""What doctor finds in and around the file."""

from __future__ import annotations

import json
import os
from collections.abc import Callable

import pytest

from netwerk_cli.domain.findings import Finding
from netwerk_cli.store import FileStore
from netwerk_cli.store.file import places
from netwerk_cli.store.file.checking import structure
from tests.store.samples import POSIX, rename


def codes(store: FileStore) -> list[tuple[str, str]]:
    return [(finding.code, finding.where) for finding in structure(store)]


def test_a_store_in_order_has_no_findings(store: FileStore) -> None:
    for number in range(7):
        rename(store, f"Title {number}")
    assert structure(store) == []


@pytest.mark.parametrize(
    ("harm", "code"),
    [
        pytest.param(lambda data: data[:50], "store_damaged", id="cut short"),
        pytest.param(lambda data: data.replace(b'"schema":4', b'"schema":9'), "store_newer", id="newer"),
    ],
)
def test_a_file_that_cannot_be_read_is_a_finding(
    store: FileStore, harm: Callable[[bytes], bytes], code: str
) -> None:
    store.path.write_bytes(harm(store.path.read_bytes()))
    assert codes(store) == [(code, str(store.path))]


def test_every_damaged_table_is_named(store: FileStore) -> None:
    tree = json.loads(store.path.read_bytes())
    tree["event:kickoff"]["1"]["title"] = 5
    tree["registrations:kickoff"]["1"]["name"] = None
    tree["retired"] = {"1": {"slug": 5}}
    tree["mine"] = {}
    store.path.write_bytes(json.dumps(tree).encode())
    assert codes(store) == [
        ("table_damaged", "event:kickoff"),
        ("table_damaged", "registrations:kickoff"),
        ("table_damaged", "retired"),
        ("table_unknown", "mine"),
        ("layout_foreign", str(store.path)),
    ]


def test_registrations_without_an_event_are_found(store: FileStore) -> None:
    tree = json.loads(store.path.read_bytes())
    del tree["event:kickoff"]
    store.path.write_bytes(json.dumps(tree).encode())
    assert ("registrations_without_event", "registrations:kickoff") in codes(store)


def test_another_layout_and_another_table_are_notes_only(store: FileStore) -> None:
    tree = json.loads(store.path.read_bytes()) | {"_default": {"1": {"mine": True}}}
    store.path.write_bytes(json.dumps(tree, indent=2).encode())
    assert [(finding.code, finding.note) for finding in structure(store)] == [
        ("table_unknown", True),
        ("layout_foreign", True),
    ]


@POSIX
@pytest.mark.parametrize(("mode", "found"), [(0o600, False), (0o400, False), (0o640, True), (0o606, True)])
def test_rights_for_others_are_found(store: FileStore, mode: int, found: bool) -> None:
    store.path.chmod(mode)
    assert codes(store) == [("mode_open", str(store.path))] * found


def test_a_staged_file_that_was_left_is_found_and_gone_after_the_next_change(store: FileStore) -> None:
    staged = places.staged_path(store.path)
    staged.write_bytes(b"{")
    assert codes(store) == [("staged_left", str(staged))]
    rename(store, "Another title")
    assert structure(store) == []


def test_odd_missing_and_superfluous_generations_are_found(store: FileStore) -> None:
    folder = places.generations_folder(store.path)
    for number in range(4):
        rename(store, f"Title {number}")
    places.generation_path(store.path, 3).unlink()
    (folder / "holiday.jpg").write_bytes(b"")
    (folder / ".part").write_bytes(b"")
    found = {finding.code: finding for finding in structure(store)}
    assert codes(store) == [
        ("generation_odd", str(folder / ".part")),
        ("generation_odd", str(folder / "holiday.jpg")),
        ("generations_missing", str(folder)),
    ]
    assert found["generations_missing"].note
    for number in (11, 12, 13):
        places.generation_path(store.path, number).write_bytes(b"{}")
    assert ("generations_many", str(folder)) in codes(store)
    rename(store, "The last title")
    assert "generations_many" not in {code for code, _ in codes(store)}


def test_a_file_that_was_moved_without_its_generations_is_a_note(store: FileStore) -> None:
    places.generation_path(store.path, 1).unlink()
    places.generations_folder(store.path).rmdir()
    assert structure(store) == [
        Finding(
            code="generations_missing",
            where=str(places.generations_folder(store.path)),
            problem="Earlier states are not kept: 1.",
            hint="Was the data file moved without them? The next changes keep their own.",
            note=True,
        )
    ]


# ------------------------------------------------------- who else can read it
@POSIX
def test_rights_to_earlier_states_are_found_and_gone_after_what_is_advised(store: FileStore) -> None:
    folder = places.generations_folder(store.path)
    for path, mode in ((store.path, 0o644), (folder, 0o755), (places.generation_path(store.path, 1), 0o644)):
        path.chmod(mode)
    (found,) = structure(store)
    assert (found.code, found.hint) == (
        "mode_open",
        f"Take them away: chmod 600 '{store.path}'; chmod -R go= '{folder}'.",
    )
    store.path.chmod(0o600)
    assert codes(store) == [("generations_open", str(folder))]
    folder.chmod(0o700)
    assert codes(store) == [("generations_open", str(folder))]
    places.generation_path(store.path, 1).chmod(0o600)
    assert codes(store) == []


@POSIX
@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="only root gives files away")
def test_an_earlier_state_of_another_owner_is_found(store: FileStore) -> None:
    kept = places.generation_path(store.path, 1)
    os.chown(kept, 12345, 23456)
    assert codes(store) == [("owner_other", str(kept))]


@POSIX
def test_generations_behind_a_link_are_found(store: FileStore) -> None:
    folder = places.generations_folder(store.path)
    folder.rename(store.path.with_name("elsewhere"))
    folder.symlink_to(store.path.with_name("elsewhere"))
    assert codes(store) == [("generations_elsewhere", str(folder))]
    folder.unlink()
    folder.symlink_to(store.path.with_name("nowhere"))
    assert ("generations_elsewhere", str(folder)) in codes(store)


@POSIX
def test_a_link_among_the_generations_is_found(store: FileStore) -> None:
    link = places.generation_path(store.path, 2)
    link.symlink_to(store.path)
    assert ("generation_odd", str(link)) in codes(store)


@POSIX
def test_a_second_name_of_the_data_file_is_found(store: FileStore) -> None:
    os.link(store.path, store.path.with_name("other.json"))
    assert codes(store) == [("linked_twice", str(store.path))]


@POSIX
def test_a_state_that_was_just_kept_is_no_second_name(store: FileStore) -> None:
    os.link(store.path, places.generation_path(store.path, 2))
    assert "linked_twice" not in {code for code, _ in codes(store)}


@POSIX
def test_a_lock_that_cannot_be_opened_is_found(store: FileStore) -> None:
    lock = places.lock_path(store.path)
    lock.unlink()
    lock.mkdir()
    assert codes(store) == [("lock_closed", str(lock))]
    lock.rmdir()
    lock.symlink_to(store.path)
    assert codes(store) == [("lock_closed", str(lock))]


def test_what_the_files_own_record_should_not_hold_is_found(store: FileStore) -> None:
    tree = json.loads(store.path.read_bytes())
    tree["meta"]["1"]["colour"] = "red"
    store.path.write_bytes(json.dumps(tree).encode())
    assert ("meta_unknown", "meta") in codes(store)


# ----------------------------------------------------------------- far numbers
@pytest.mark.parametrize("number", ["999999999999", "99999999999999", "9999999999", "100000000"])
def test_a_file_with_a_number_out_of_reach_is_found_and_leads_no_writer_on(
    store: FileStore, number: str
) -> None:
    planted = places.generations_folder(store.path) / f"{number}.json"
    planted.write_bytes(b"")
    planted.chmod(0o600)
    assert codes(store) == [("generation_odd", str(planted))]
    rename(store, "Another title")
    assert store.read().generation == 3


def test_a_generation_out_of_reach_is_never_passed_on(store: FileStore) -> None:
    tree = json.loads(store.path.read_bytes())
    tree["meta"]["1"]["generation"] = 10**12 - 1
    store.path.write_bytes(json.dumps(tree).encode())
    for name in ("One", "Two", "Three"):
        rename(store, name)
        assert store.read().event("kickoff").title == name
    assert store.read().generation == 5


def test_generations_ahead_of_an_older_copy_are_not_written_over(store: FileStore) -> None:
    older = store.path.read_bytes()
    for number in range(7):
        rename(store, f"Title {number}")
    store.path.write_bytes(older)
    rename(store, "From the older copy")
    assert places.numbers(store.path) == [5, 6, 7, 8, 9]
