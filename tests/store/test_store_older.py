"""Files of earlier schemas: read as present ones, and brought up to date with the next change."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import datetime

import pytest

from netwerk_cli.store import FileStore
from tests.builders import NOW, act

SINCE = "2024-01-10T11:00:00+01:00"
WAITS = {
    "status": "confirmed", "name": "Bea Voorbeeld", "email": "bea@example.org",
    "received_at": "2024-01-10T09:00:00+01:00", "turn": 1, "waits_for": ["b"], "waits_since": SINCE,
    "history": [
        {"at": "2024-01-10T09:00:00+01:00", "by": "o", "what": "registered",
         "changes": {"status": [None, "confirmed"]}},
        {"at": SINCE, "by": "o", "what": "moved",
         "changes": {"waits_for": [[], ["b"]], "waits_since": [None, SINCE]}},
    ],
}  # fmt: skip


@pytest.fixture
def first_schema(store: FileStore) -> FileStore:
    """A file of schema 1, in which somebody waits for one more session."""
    tree = json.loads(store.path.read_bytes())
    tree["meta"]["1"]["schema"] = 1
    tree["registrations:kickoff"] = {"1": WAITS}
    lines = (
        f"{json.dumps(name)}: {json.dumps(table, separators=(',', ':'))}" for name, table in tree.items()
    )
    store.path.write_text("{\n" + ",\n".join(lines) + "\n}\n", encoding="utf-8")
    return store


def test_since_when_somebody_waits_is_kept_for_each_session(first_schema: FileStore) -> None:
    waiting = first_schema.read().registrations("kickoff")[1]
    assert waiting.waits_since == {"b": datetime.fromisoformat(SINCE)}
    assert [sorted(entry.changes) for entry in waiting.history] == [["status"], ["waits_for"]]


def test_a_file_of_the_first_schema_is_written_in_the_present_one(first_schema: FileStore) -> None:
    with first_schema.change(act()) as transaction:
        event = transaction.event("kickoff")
        waiting = transaction.registrations("kickoff")[1]
        transaction.keep(event, [replace(waiting, note="vegetarisch")])
    tree = json.loads(first_schema.path.read_bytes())
    assert tree["meta"]["1"]["schema"] == 4
    assert tree["registrations:kickoff"]["1"]["waits_since"] == {"b": SINCE}
    assert first_schema.read().registrations("kickoff")[1].place("b")[0] > NOW


@pytest.mark.parametrize(
    ("kept", "expected"),
    [
        pytest.param({}, False, id="announced"),
        pytest.param({"draft": True}, True, id="a draft"),
        pytest.param({"sessions": [{"id": "avond"}]}, False, id="with a session"),
    ],
)
def test_what_was_announced_without_a_date_does_not_become_a_draft(
    store: FileStore, kept: dict[str, object], expected: bool
) -> None:
    tree = json.loads(store.path.read_bytes())
    tree["meta"]["1"]["schema"] = 3
    tree["event:kickoff"]["1"] = {"slug": "kickoff", "title": "Kick-off", "history": [], **kept}
    lines = (f"{json.dumps(name)}: {json.dumps(table)}" for name, table in tree.items())
    store.path.write_text("{\n" + ",\n".join(lines) + "\n}\n", encoding="utf-8")
    assert store.read().event("kickoff").is_draft is expected
