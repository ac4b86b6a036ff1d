"""What doctor finds in and around the file."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest

from netwerk_cli.domain.findings import Finding
from netwerk_cli.store import Store, places
from netwerk_cli.store.checking import structure
from tests.store.samples import POSIX, rename


def codes(store: Store) -> list[tuple[str, str]]:
    return [(finding.code, finding.where) for finding in structure(store)]


def test_a_store_in_order_has_no_findings(store: Store) -> None:
    for number in range(7):
        rename(store, f"Title {number}")
    assert structure(store) == []


@pytest.mark.parametrize(
    ("harm", "code"),
    [
        pytest.param(lambda data: data[:50], "store_damaged", id="cut short"),
        pytest.param(lambda data: data.replace(b'"schema":2', b'"schema":9'), "store_newer", id="newer"),
    ],
)
def test_a_file_that_cannot_be_read_is_a_finding(
    store: Store, harm: Callable[[bytes], bytes], code: str
) -> None:
    store.path.write_bytes(harm(store.path.read_bytes()))
    assert codes(store) == [(code, str(store.path))]


def test_every_damaged_table_is_named(store: Store) -> None:
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


def test_registrations_without_an_event_are_found(store: Store) -> None:
    tree = json.loads(store.path.read_bytes())
    del tree["event:kickoff"]
    store.path.write_bytes(json.dumps(tree).encode())
    assert ("registrations_without_event", "registrations:kickoff") in codes(store)


def test_another_layout_and_another_table_are_notes_only(store: Store) -> None:
    tree = json.loads(store.path.read_bytes()) | {"_default": {"1": {"mine": True}}}
    store.path.write_bytes(json.dumps(tree, indent=2).encode())
    assert [(finding.code, finding.note) for finding in structure(store)] == [
        ("table_unknown", True),
        ("layout_foreign", True),
    ]


@POSIX
@pytest.mark.parametrize(("mode", "found"), [(0o600, False), (0o400, False), (0o640, True), (0o606, True)])
def test_rights_for_others_are_found(store: Store, mode: int, found: bool) -> None:
    store.path.chmod(mode)
    assert codes(store) == [("mode_open", str(store.path))] * found


def test_a_staged_file_that_was_left_is_found_and_gone_after_the_next_change(store: Store) -> None:
    staged = places.staged_path(store.path)
    staged.write_bytes(b"{")
    assert codes(store) == [("staged_left", str(staged))]
    rename(store, "Another title")
    assert structure(store) == []


def test_odd_missing_and_superfluous_generations_are_found(store: Store) -> None:
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


def test_a_file_that_was_moved_without_its_generations_is_a_note(store: Store) -> None:
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
