"""A damaged, foreign, older or newer file: usable or refused with one answer, never a crash."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from tinydb import TinyDB

from netwerk_cli.domain import events, past, registrations
from netwerk_cli.domain.findings import audit
from netwerk_cli.errors import StoreFault
from netwerk_cli.errors.stores import StoreDamaged, StoreNewer
from netwerk_cli.store import FileStore, schema
from netwerk_cli.store.file.checking import structure
from netwerk_cli.store.file.documents import FileDocuments
from netwerk_cli.store.file.layout import Tables
from netwerk_cli.store.transactions import Transaction
from tests.builders import CLOSES_AT, NOW, act
from tests.store.samples import held, names, rename, seen, title

Tree = dict[str, Any]
LATER = CLOSES_AT.replace(year=2025)


def use(path: Path, data: bytes) -> None:
    """Do with a file what commands do: look at everything, judge it, change something."""
    documents = FileDocuments(path, data)
    view = Transaction(documents)
    for slug in view.slugs():
        event, people = view.event(slug), view.registrations(slug)
        assert view.tally(slug).total() == len(people)
        events.status(event, NOW, free=0)
        assert [*event.history]
        audit(event, people, NOW)
        registrations.queue(people)
        past.as_of(people.values(), NOW)
        past.as_of(people.values(), LATER)
        view.keep(event, people.values())
    view.number(view.generation + 1)
    Transaction(FileDocuments(path, documents.to_bytes()))


def usable(path: Path, data: bytes) -> bool:
    try:
        use(path, data)
    except StoreFault:
        return False
    return True


def test_a_truncated_file_is_damaged_wherever_it_breaks_off(store: FileStore) -> None:
    data = store.path.read_bytes()
    assert usable(store.path, data)
    assert [n for n in range(len(data) - 1) if usable(store.path, data[:n])] == []


@pytest.mark.parametrize("mask", [0x01, 0x02, 0x04, 0x08, 0x10, 0x20, 0x40, 0x80])
def test_a_flipped_bit_anywhere_is_usable_or_damaged(store: FileStore, mask: int) -> None:
    data = store.path.read_bytes()
    verdicts = [
        usable(store.path, data[:n] + bytes([byte ^ mask]) + data[n + 1 :]) for n, byte in enumerate(data)
    ]
    assert not all(verdicts)


def test_a_flipped_bit_is_no_crash_for_doctor_either(store: FileStore) -> None:
    data = store.path.read_bytes()
    for n in range(0, len(data), 11):
        store.path.write_bytes(data[:n] + bytes([data[n] ^ 0x04]) + data[n + 1 :])
        structure(store)


WHOLE = [
    pytest.param(b"", "it is empty", id="empty"),
    pytest.param(b" \n", "it is empty", id="blank"),
    pytest.param(b"\0" * 500, "it is not valid JSON near character 0", id="zeros after a power cut"),
    pytest.param(b"naam;e-mail\r\n", "it is not valid JSON near character 0", id="another kind of file"),
    pytest.param(b'{"meta": "caf\xe9"}', "it is not UTF-8 text", id="latin-1"),
    pytest.param('{"meta": {}}'.encode("utf-16"), "it is not UTF-8 text", id="utf-16"),
    pytest.param(b"[1, 2]", "it is not a JSON object", id="a list"),
    pytest.param(b'{"meta": []}', "a table is not a JSON object", id="a table that is a list"),
    pytest.param(b"{}", "table meta does not hold one record", id="nothing in it"),
    pytest.param(b"{\n}\n", "table meta does not hold one record", id="nothing in it, in our layout"),
    pytest.param(b"{" + b'"a":{' * 100_000, "it is nested too deeply", id="deep"),
    pytest.param(b"[" * 100_000, "it is nested too deeply", id="deep lists"),
    pytest.param(b'{"meta": {}, "meta": {}}', "a name occurs twice in one JSON object", id="a table twice"),
    pytest.param(b'{"x": {"1": {"y": NaN}}}', "NaN is not a JSON value", id="not a number"),
    pytest.param(b'{"x": {"1": {"y": 1e999}}}', "a number in it is too large", id="infinite"),
    pytest.param(
        b'{"x": {"01": {}}}', "a table holds something other than numbered documents", id="odd number"
    ),
    pytest.param(
        b'{"x": {"1": 5}}', "a table holds something other than numbered documents", id="no document"
    ),
]


@pytest.mark.parametrize(("data", "problem"), WHOLE)
def test_a_file_that_is_none_of_ours_is_damaged(tmp_path: Path, data: bytes, problem: str) -> None:
    store = FileStore(tmp_path / "netwerk.json")
    store.path.write_bytes(data)
    with pytest.raises(StoreDamaged) as caught:
        store.read()
    assert caught.value.facts == {"path": str(store.path), "problem": problem}


META: list[tuple[str, object]] = [
    ("schema", None),
    ("schema", 0),
    ("schema", "1"),
    ("schema", 1.0),
    ("schema", True),
    ("generation", None),
    ("generation", 0),
    ("generation", "2"),
    ("generation", 10**40),
    ("store_id", None),
    ("store_id", ""),
    ("store_id", 5),
]
EVENT: list[tuple[str, object]] = [
    ("slug", "another"),
    ("slug", "../../etc"),
    ("slug", None),
    ("title", None),
    ("title", 5),
    ("title", "\ud800"),
    ("timezone", "Europe/Brusselz"),
    ("timezone", "../../etc/passwd"),
    ("timezone", []),
    ("capacity", "2"),
    ("capacity", -1),
    ("capacity", 2.5),
    ("capacity", True),
    ("capacity", 10**30),
    ("opens_at", "2024-01-16"),
    ("closes_at", "2024-01-16T16:00:00"),
    ("closes_at", "9999-12-31T23:59:59+00:00"),
    ("closes_at", "0001-01-01T00:00:00+00:00"),
    ("closes_at", 1705417200),
    ("when_full", "wait"),
    ("when_full", []),
    ("promotion", None),
    ("approval", "yes"),
    ("audiences", "docenten"),
    ("audiences", [1]),
    ("description", {}),
    ("closed_by", "somebody"),
    ("sessions", {}),
    ("sessions", [5]),
    ("sessions", [{}]),
    ("sessions", [{"id": "a"}, {"id": "a"}]),
    ("sessions", [{"id": "a", "starts_at": 5}]),
    ("sessions", [{"id": "a", "ends_at": "9999-12-31"}]),
    ("sessions", [{"id": "a", "capacity": "many"}]),
    ("sessions", [{"id": "a", "colour": "red"}]),
    ("history", [{"at": "2024-01-10T09:00:00+01:00", "by": "x"}]),
    ("history", [{"at": "yesterday", "by": "x", "what": "created"}]),
    ("colour", "red"),
]
ENTRY = {"at": "2024-01-10T09:00:00+01:00", "by": "x", "what": "edited"}
REGISTRATION: list[tuple[str, object]] = [
    ("name", 5),
    ("name", None),
    ("name", ["Ans"]),
    ("email", {}),
    ("status", "seated"),
    ("status", None),
    ("turn", "1"),
    ("turn", -1),
    ("turn", 2**31),
    ("received_at", "soon"),
    ("organisation", 5),
    ("role", []),
    ("audience", True),
    ("note", {}),
    ("override", 0),
    ("sessions", "main"),
    ("sessions", [["main"]]),
    ("history", "registered"),
    ("history", [ENTRY | {"why": 5}]),
    ("history", [ENTRY | {"changes": []}]),
    ("history", [ENTRY | {"changes": {"status": ["waiting"]}}]),
    ("history", [ENTRY | {"changes": {"status": "ab"}}]),
    ("history", [ENTRY | {"changes": {"note": [{}, 1.5]}}]),
    ("history", [ENTRY, ENTRY | {"changes": {"status": ["seated", "waiting"]}}]),
    ("history", [ENTRY, ENTRY | {"changes": {"status": [None, "waiting"]}}]),
    ("history", [ENTRY, ENTRY | {"changes": {"colour": ["red", "blue"]}}]),
    ("history", [ENTRY, ENTRY | {"changes": {"history": [[], []]}}]),
    ("history", [ENTRY, ENTRY | {"changes": {"received_at": ["then", "now"]}}]),
    ("number", 7),
]
FIELDS: list[tuple[str, str, object]] = [
    *(("meta", name, value) for name, value in META),
    *(("event:kickoff", name, value) for name, value in EVENT),
    *(("registrations:kickoff", name, value) for name, value in REGISTRATION),
]


@pytest.mark.parametrize(
    "lay_out", [lambda tree: Tables(tree).to_bytes(), lambda tree: json.dumps(tree).encode()]
)
@pytest.mark.parametrize(("table", "name", "value"), FIELDS)
def test_a_field_of_the_wrong_kind_is_damage(
    store: FileStore, table: str, name: str, value: object, lay_out: Callable[[Tree], bytes]
) -> None:
    tree = json.loads(store.path.read_bytes())
    tree[table]["1"][name] = value
    assert not usable(store.path, lay_out(tree))


def test_a_missing_field_is_damage(store: FileStore) -> None:
    needed = {
        "meta": ["schema", "generation", "store_id"],
        "event:kickoff": ["slug", "title"],
        "registrations:kickoff": ["name", "email", "status", "turn", "received_at"],
    }
    for table, fields in needed.items():
        for name in fields:
            tree = json.loads(store.path.read_bytes())
            del tree[table]["1"][name]
            assert not usable(store.path, json.dumps(tree).encode()), name
            tree[table]["1"].setdefault("messages", [])  # which some records have
            assert not usable(store.path, json.dumps(tree).encode()), name


@pytest.mark.parametrize("number", ["0", "01", "-1", "x", "²", "9" * 12, "9" * 13, "2147483648"])
def test_an_absurd_registration_number_is_damage(store: FileStore, number: str) -> None:
    tree = json.loads(store.path.read_bytes())
    tree["registrations:kickoff"][number] = tree["registrations:kickoff"].pop("3")
    assert not usable(store.path, Tables(tree).to_bytes())


def test_a_number_that_none_can_follow_is_an_answer_and_never_written(store: FileStore) -> None:
    tree = json.loads(store.path.read_bytes())
    tree["registrations:kickoff"]["2147483647"] = tree["registrations:kickoff"].pop("3")
    store.path.write_bytes(Tables(tree).to_bytes())
    before = store.path.read_bytes()
    last = held(store)["kickoff"][1][2**31 - 1]
    with pytest.raises(StoreDamaged), store.change(act()) as transaction:
        transaction.keep(transaction.event("kickoff"), [replace(last, number=last.number + 1)])
    assert store.path.read_bytes() == before


def test_a_removed_name_with_the_highest_number_leaves_room_for_the_next(store: FileStore) -> None:
    tree = json.loads(store.path.read_bytes()) | {"retired": {"9" * 12: {"slug": "old"}}}
    store.path.write_bytes(Tables(tree).to_bytes())
    with store.change(act()) as transaction:
        transaction.remove("kickoff")
    assert set(store.read().retired()) == {"old", "kickoff"}


def test_two_registrations_of_one_number_are_damage_and_not_one_lost(store: FileStore) -> None:
    data = store.path.read_bytes()
    assert data.count(b'"3":{"status"') == 1
    assert not usable(store.path, data.replace(b'"3":{"status"', b'"2":{"status"'))


def test_the_answer_names_the_table_and_no_person(store: FileStore) -> None:
    tree = json.loads(store.path.read_bytes())
    tree["registrations:kickoff"]["1"]["turn"] = "Ans Voorbeeld"
    store.path.write_bytes(json.dumps(tree).encode())
    with pytest.raises(StoreDamaged) as caught:
        held(store)
    problem = "a record is incomplete or malformed (table registrations:kickoff)"
    assert caught.value.facts["problem"] == problem


def test_damage_to_one_table_leaves_the_others_usable(store: FileStore) -> None:
    data = store.path.read_bytes()
    store.path.write_bytes(data.replace(b'"status":"waiting"', b'"status":"waitign"'))
    rename(store, "Another title")
    assert title(store) == "Another title"
    with pytest.raises(StoreDamaged):
        held(store)
    assert b"waitign" in store.path.read_bytes()


# ---------------------------------------------------------------- other layouts
FOREIGN: list[Callable[[Tree], str]] = [
    lambda tree: json.dumps(tree),
    lambda tree: json.dumps(tree, indent=2),
    lambda tree: json.dumps(tree, indent=0),
    lambda tree: json.dumps(tree, indent="\t", sort_keys=True),
    lambda tree: "\ufeff" + json.dumps(tree, ensure_ascii=False),
    lambda tree: json.dumps(tree, indent=4).replace("\n", "\r\n"),
    lambda tree: Tables(tree).to_bytes().decode().replace(',"2":', ',\n"2":'),
    lambda tree: Tables(tree).to_bytes().decode().replace(',"2":', ',\n"2": '),
    lambda tree: Tables(tree).to_bytes().decode().replace(',"3":{"status"', ',\n"3": {"status"'),
    lambda tree: Tables(tree).to_bytes().decode().replace('\n"', '\n "'),
]


@pytest.mark.parametrize("lay_out", FOREIGN)
def test_a_file_that_another_program_laid_out_is_read_and_laid_out_again(
    store: FileStore, lay_out: Callable[[Tree], str]
) -> None:
    before, ours = held(store), store.path.read_bytes()
    store.path.write_bytes(lay_out(json.loads(ours)).encode())
    assert held(store) == before
    assert not store.documents().tables.lines
    rename(store, "Another title")
    rename(store, "Kick-off")
    assert store.documents().tables.lines
    assert {slug: people for slug, (_, people) in held(store).items()} == {"kickoff": before["kickoff"][1]}


@pytest.mark.parametrize("sign", ["\x01", "\x1f", "\\"])
def test_a_name_of_a_table_that_is_no_json_is_damage(store: FileStore, sign: str) -> None:
    data = store.path.read_bytes()
    store.path.write_bytes(
        data.replace(b'"registrations:kickoff"', f'"registrations:kick{sign}off"'.encode())
    )
    with pytest.raises(StoreDamaged):
        held(store)


def test_stock_tinydb_opens_the_file_and_what_it_adds_is_kept(store: FileStore) -> None:
    before = held(store)
    with TinyDB(store.path, indent=2) as other:
        document = other.table("event:kickoff").get(doc_id=1)
        assert isinstance(document, dict)
        assert document["title"] == "Kick-off"
        assert len(other.table("registrations:kickoff")) == 3
        other.insert({"mine": 1.5, "odd": "\ud800"})
    assert held(store) == before
    rename(store, "Another title")
    rename(store, "The third title")
    with TinyDB(store.path) as other:
        assert other.all() == [{"mine": 1.5, "odd": "\ud800"}]
    assert store.documents().tables.lines


# ------------------------------------------------------------- other versions
def test_a_newer_file_is_named_as_such_and_left_alone(store: FileStore) -> None:
    tree = json.loads(store.path.read_bytes())
    tree["meta"] = {"1": {"schema": 99, "everything": "else"}}
    store.path.write_bytes(json.dumps(tree).encode())
    before = seen(store.path.parent)
    with pytest.raises(StoreNewer) as caught:
        store.read()
    assert caught.value.facts == {"path": str(store.path), "found": 99, "known": 4}
    with pytest.raises(StoreNewer), store.change(act()):
        pytest.fail("there is nothing to change")
    assert seen(store.path.parent) == before


def _nickname_to_title(tables: Tables) -> None:
    for name in [name for name in tables if name.startswith("event:")]:
        document = dict(tables[name]["1"])
        document["title"] = document.pop("nickname")
        tables[name] = {"1": document}


@pytest.fixture
def older(store: FileStore, monkeypatch: pytest.MonkeyPatch) -> FileStore:
    """Return a store whose file is of the schema before the present one."""
    store.path.write_bytes(store.path.read_bytes().replace(b'"title":', b'"nickname":'))
    monkeypatch.setattr(schema, "STEPS", (*schema.STEPS, _nickname_to_title))
    return store


def test_an_older_file_is_read_as_a_present_one_and_not_changed(older: FileStore) -> None:
    before = seen(older.path.parent)
    assert title(older) == "Kick-off"
    with older.change(act()) as transaction:
        assert transaction.event("kickoff").title == "Kick-off"
    assert seen(older.path.parent) == before


def test_the_next_change_brings_an_older_file_up_to_date(older: FileStore) -> None:
    before = older.path.read_bytes()
    rename(older, "Another title")
    assert title(older) == "Another title"
    assert b'"schema":5' in older.path.read_bytes()
    assert b"nickname" not in older.path.read_bytes()
    assert (older.path.parent / "netwerk.json.generations" / "00000002.json").read_bytes() == before
    assert names(older.path.parent) == [".netwerk.json.lock", "netwerk.json", "netwerk.json.generations"]
