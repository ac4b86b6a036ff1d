"""What a database does that a file does not: addresses, users, rows that nobody holds, versions of its tables."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from netwerk_cli.errors import NetwerkError, StoreBusy
from netwerk_cli.errors.databases import (
    BadStoreAddress,
    DatabaseForbidden,
    DatabaseMissing,
    DriverMissing,
    ServerBusy,
    StoreUnreachable,
)
from netwerk_cli.errors.stores import SenderBusy, StoreDamaged, StoreNewer
from netwerk_cli.services.caller import Caller
from netwerk_cli.services.untold import waiting_to_hear
from netwerk_cli.store import Store, is_address, store_at
from netwerk_cli.store.postgres import addresses, complaints
from netwerk_cli.store.written import Written
from netwerk_cli.wording import Wording
from tests.builders import NOW, Desk, act, an_event
from tests.stores import Database


@pytest.fixture(scope="module")
def base(server: str) -> Database:
    """Return a database for these tests."""
    return Database(server, "netwerk_postgres")


@pytest.fixture
def store(base: Database) -> Iterator[Store]:
    """Give a store with two events, one of them with three people."""
    base.clear()
    found = store_at(base.address, lock_timeout_s=0.5)
    found.create("test-store")
    desk = Desk(an_event(capacity=2)).fill("Ans", "Bo", "Cas")
    with found.change(act()) as transaction:
        transaction.add(desk.event)
        transaction.keep(desk.event, desk.list.values())
        transaction.add(an_event(slug="avond"))
    yield found
    found.close()


# ------------------------------------------------------------------ addresses
@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("postgresql://ans@db.example.org/netwerk", "postgresql://ans@db.example.org/netwerk"),
        ("postgres://ans:geheim@db.example.org:5433/netwerk", "postgresql://ans@db.example.org:5433/netwerk"),
        ("postgresql://ans:a%2Fb%40c@[::1]/netwerk?sslmode=disable", "postgresql://ans@[::1]/netwerk"),
        ("postgresql:///netwerk", "postgresql:///netwerk"),
    ],
)
def test_an_address_is_shown_without_its_password(text: str, named: str) -> None:
    assert is_address(text)
    assert addresses.read(text).named == named


@pytest.mark.parametrize(
    "text",
    [
        "postgresql://ans:ge/heim@db.example.org/netwerk",
        "postgresql://ans:ge@heim@db.example.org/netwerk",
        "postgresql://ans:ge?heim@db.example.org/netwerk",
        "postgresql://ans:ge#heim@db.example.org/netwerk",
        "postgresql://ans:geheim@db.example.org:haven/netwerk",
        "postgresql://ans:geheim@db.example.org",
        "postgresql://ans:geheim@[::1/netwerk",
        "postgresql:ans:geheim/netwerk",
        "postgresql://ans@db.example.org/netwerk?password=geheim",
        "postgresql://ans@db.example.org/netwerk?options=-csearch_path%3Dheim",
    ],
)
def test_an_address_that_cannot_be_read_is_refused_without_being_quoted(text: str) -> None:
    with pytest.raises(BadStoreAddress) as caught:
        store_at(text)
    assert "heim" not in str(caught.value) + str(caught.value.facts["why"])
    assert caught.value.__cause__ is None


@pytest.mark.parametrize(
    ("host", "mode"),
    [
        ("db.example.org", "verify-full"),
        ("localhost", "allow"),
        ("127.0.0.1", "allow"),
        ("127.0.0.256", "verify-full"),
        ("127.0.0.1.example.org", "verify-full"),
        ("[::1]", "allow"),
        ("", "allow"),
    ],
)
def test_a_server_elsewhere_has_to_show_its_certificate(
    monkeypatch: pytest.MonkeyPatch, host: str, mode: str
) -> None:
    monkeypatch.delenv("PGSSLMODE", raising=False)
    assert addresses.read(f"postgresql://ans@{host}/netwerk").parameters.get("sslmode") == mode
    weaker = addresses.read(f"postgresql://ans@{host}/netwerk?sslmode=require").parameters
    assert weaker["sslmode"] == "require"


def test_without_the_driver_the_line_that_installs_it_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in [name for name in sys.modules if name.startswith("netwerk_cli.store.postgres")]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "psycopg2", None)
    with pytest.raises(DriverMissing):
        store_at("postgresql://ans@db.example.org/netwerk")


def test_what_a_database_has_to_load_is_little() -> None:
    script = (
        "import sys; sys.path = [one for one in sys.path if one]; import netwerk_cli.store.postgres.store\n"
        "print(*sorted({'hashlib', 'random', 'secrets', 'socket', 'ssl', 'tinydb'} & sys.modules.keys()))\n"
        "import ssl"
    )
    ran = subprocess.run([sys.executable, "-c", script], check=True, capture_output=True, text=True)
    assert ran.stdout == "\n"


# ---------------------------------------------------------------- complaints
@pytest.mark.parametrize(
    ("said", "answer"),
    [
        ('FATAL:  password authentication failed for user "ans"', DatabaseForbidden),
        ('FATAL:  role "ans" does not exist', DatabaseForbidden),
        ('FATAL:  database "netwerk" does not exist', StoreUnreachable),
        ("FATAL:  the database system is starting up", ServerBusy),
        ("FATAL:  sorry, too many clients already", ServerBusy),
        ('could not translate host name "x" to address', StoreUnreachable),
        ("SSL error: certificate verify failed", StoreUnreachable),
        ("server does not support SSL, but SSL was required", StoreUnreachable),
        ("iets in een andere taal", StoreUnreachable),
    ],
)
def test_what_is_said_at_the_door_gets_its_answer(said: str, answer: type[NetwerkError]) -> None:
    assert type(complaints.at_the_door("x", said)) is answer


def test_a_refusal_in_another_language_is_not_taken_for_a_missing_certificate() -> None:
    twice = "FATAAL:  geen toegang\nserver does not support SSL, but SSL was required"
    answer = complaints.at_the_door("x", twice)
    assert str(answer.facts["problem"]) == str(Wording("the server refuses; its log says why"))


@pytest.mark.parametrize(
    ("code", "answer"),
    [
        ("55P03", StoreBusy),
        ("53100", StoreUnreachable),
        ("25006", DatabaseForbidden),
        ("42501", DatabaseForbidden),
        ("3F000", DatabaseMissing),
        ("58030", StoreUnreachable),
        ("42601", type(None)),
    ],
)
def test_what_the_server_complains_of_gets_its_answer(code: str, answer: type[object]) -> None:
    assert type(complaints.inside("x", code, 10)) is answer


@pytest.mark.parametrize(
    ("change", "answer", "code"),
    [
        (lambda text: text.replace("netwerk_postgres", "nergens"), StoreUnreachable, 6),
        (lambda text: f"{text.rpartition(':')[0]}:1/netwerk", StoreUnreachable, 6),
        (lambda text: text.replace("//", "//niemand:geheim@", 1).replace("tester@", ""), NetwerkError, 6),
    ],
    ids=["database", "port", "user"],
)
def test_a_wrong_address_is_answered(
    base: Database, change: object, answer: type[Exception], code: int
) -> None:
    store = store_at(change(base.address))  # type: ignore[operator]
    with pytest.raises(answer) as caught:
        store.read()
    assert isinstance(caught.value, NetwerkError)
    assert caught.value.exit_code == code
    assert "geheim" not in str(caught.value)


# ------------------------------------------------------------- who may do what
PAGE = Path(__file__).parents[2] / "docs" / "postgresql.md"


CHANGES, READS = "wie_wijzigt", "wie_leest"


@pytest.fixture
def roles(base: Database) -> Iterator[None]:
    """Make the roles of the page for organisers, in the words that stand there but for the names of people.

    Other tests have those on the same server, and may do all there.
    """
    _, _, rest = PAGE.read_text(encoding="utf-8").partition("## Who may do what")
    said = rest.partition("```sql")[2].partition("```")[0]
    base.run(said.replace("role ans ", f"role {CHANGES} ").replace("role bo ", f"role {READS} "))
    yield
    base.run(f"drop owned by bureau, lezer; drop role {CHANGES}, {READS}, bureau, lezer")


def as_user(base: Database, user: str) -> Store:
    place = base.address.partition("//")[2].rpartition("@")[2]
    return store_at(f"postgresql://{user}@{place}", lock_timeout_s=0.5)


def rename(store: Store, about: str | None = "kickoff") -> None:
    with store.change(act(), about) as transaction:
        desk = Desk(transaction.event("kickoff"))
        desk.amend(title="Another")
        transaction.keep(desk.event)


@pytest.mark.usefixtures("store", "roles")
def test_who_may_change_does_and_who_may_only_read_does_not(base: Database, store: Store) -> None:
    reader, writer = as_user(base, READS), as_user(base, CHANGES)
    assert (reader.user, writer.user) == (READS, CHANGES)
    for about in ("kickoff", None):
        with pytest.raises(DatabaseForbidden):
            rename(reader, about)
    exported = Written(path="uit.csv", kind="export attendees", at=NOW)
    with pytest.raises(DatabaseForbidden):
        reader.note([exported])
    rename(writer)
    writer.note([exported])
    with writer.change(act()) as transaction:
        transaction.remove("avond")
    assert reader.read().event("kickoff").title == "Another"
    assert reader.read().slugs() == ["kickoff"]
    assert reader.written() == [exported]
    assert json.loads(reader.copy()) == json.loads(writer.copy())
    assert store.read().slugs() == ["kickoff"]
    reader.close()
    writer.close()


# ----------------------------------------------------------------- what is held
def test_what_a_change_is_not_about_is_not_written(store: Store) -> None:
    def change() -> None:
        with store.change(act(), "avond") as transaction:
            desk = Desk(transaction.event("kickoff"))
            desk.amend(title="Another")
            transaction.keep(desk.event)

    with pytest.raises(RuntimeError, match="not what this change is about"):
        change()
    assert store.read().event("kickoff").title == "Kick-off"


def test_two_events_never_wait_for_each_other_and_readers_for_nobody(base: Database, store: Store) -> None:
    other = store_at(base.address, lock_timeout_s=0.2)
    with store.change(act(), "avond"):
        rename(other)
        with pytest.raises(StoreBusy):
            rename(other, None)
    with store.change(act()):
        assert other.read().event("kickoff").title == "Another"
        with pytest.raises(StoreBusy):
            rename(other)
    other.close()


def test_reading_for_long_stops_nobody(base: Database, store: Store) -> None:
    view, other = store.read(), store_at(base.address, lock_timeout_s=0.2)
    rename(other)
    assert view.event("kickoff").title == "Kick-off"
    other.close()


def test_one_at_a_time_sends_mail_and_others_change_meanwhile(base: Database, store: Store) -> None:
    other = store_at(base.address, lock_timeout_s=0.2)
    with store.outbox():
        with pytest.raises(SenderBusy), other.outbox():
            pass
        rename(other)
        rename(store)
    with other.outbox():
        pass
    other.close()


# ----------------------------------------------------------- who is looked up
def test_somebody_is_found_by_their_address_as_it_is_now(base: Database, store: Store) -> None:
    def lists(address: str) -> list[str] | None:
        return store.read().documents.lists_with(address)

    with store.change(act(), "avond") as transaction:
        desk = Desk(transaction.event("avond")).fill("Ans")
        transaction.keep(desk.event, desk.list.values())
    assert (lists("ans@example.org"), lists("bo@example.org"), lists("niemand@example.org")) == (
        ["avond", "kickoff"],
        ["kickoff"],
        [],
    )
    with store.change(act(), "kickoff") as transaction:
        bo = transaction.registrations("kickoff")[2]
        transaction.keep(transaction.event("kickoff"), [replace(bo, email="BO@voorbeeld.example.org")])
    assert (lists("bo@example.org"), lists("bo@voorbeeld.example.org")) == ([], ["kickoff"])
    plan = base.run("set enable_seqscan = off; explain select owner from netwerk.person where address = 'x'")
    assert any("person_address_idx" in line for (line,) in plan)


# ----------------------------------------------------------- what was written elsewhere
def test_what_two_write_at_once_is_remembered_of_both(base: Database, store: Store) -> None:
    other = store_at(base.address)
    for number in range(3):
        for desk in (store, other):
            desk.note([Written(path=f"{number}.csv", kind="export attendees", at=NOW)])
    assert [one.path for one in store.written()] == ["0.csv", "1.csv", "2.csv"]
    assert base.run("select count(*) from netwerk.other") == [(6,)]
    other.close()


def test_a_name_that_is_no_text_is_remembered_as_far_as_it_goes(store: Store) -> None:
    store.note([Written(path="uit\udceb.csv", kind="export attendees", at=NOW)])
    assert [one.path for one in store.written()] == ["uit\ufffd.csv"]


# ----------------------------------------------------------------- versions, damage
def test_tables_of_a_later_netwerk_are_refused(base: Database, store: Store) -> None:
    base.run("update netwerk.meta set layout = 99")
    with pytest.raises(StoreNewer):
        store.read()
    with pytest.raises(StoreNewer):
        rename(store)
    assert [one.code for one in store.check()] == ["store_newer"]


def test_an_older_schema_is_read_as_it_is_and_written_anew_by_the_first_change(
    base: Database, store: Store
) -> None:
    base.run(
        "update netwerk.meta set document = replace(document::text, '\"schema\":4', '\"schema\":3')::json"
    )
    base.run(
        "update netwerk.owner set document = (document::jsonb - 'sessions' - 'draft')::json where slug = 'avond'"
    )
    assert store.read().event("avond").draft is False
    assert base.run("select document ->> 'schema' from netwerk.meta") == [("3",)]
    rename(store)
    assert base.run("select document ->> 'schema' from netwerk.meta") == [("4",)]
    view = store.read()
    assert view.event("avond").draft is False
    assert (view.event("kickoff").title, len(view.registrations("kickoff"))) == ("Another", 3)


def test_a_row_that_cannot_be_read_is_named_and_does_not_spread(base: Database, store: Store) -> None:
    base.run("update netwerk.person set document = '{\"status\": 7}' where number = 2")
    assert [(one.code, one.where) for one in store.check()] == [("table_damaged", "registrations:kickoff")]
    with pytest.raises(StoreDamaged):
        store.read().registrations("kickoff")
    assert store.read().event("avond").slug == "avond"


def test_people_without_an_event_are_found(base: Database, store: Store) -> None:
    base.run("delete from netwerk.owner where slug = 'kickoff'")
    assert "registrations_without_event" in [one.code for one in store.check()]


# ----------------------------------------------------------------- round trips
def test_a_change_goes_over_the_line_four_times(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []
    link = store.link  # type: ignore[attr-defined]
    ask = link.ask

    def counted(statement: str, *values: object) -> object:
        asked.append(statement)
        return ask(statement, *values)

    monkeypatch.setattr(link, "ask", counted)
    with store.change(act(), "kickoff") as transaction:
        desk = Desk()
        desk.event, desk.list = transaction.event("kickoff"), transaction.registrations("kickoff")
        desk.register("Dirk")
        transaction.keep(desk.event, desk.list.values())
    assert store.changed is not None
    caller = Caller(store=store, now=NOW, by="organiser", zone="Europe/Brussels")
    assert waiting_to_hear(caller, store.changed, store.changed.touched()) == {"kickoff": 4}
    assert len(asked) == 4


def test_the_last_thousand_changes_are_kept(base: Database, store: Store) -> None:
    base.run(
        "insert into netwerk.change (number, token, document)"
        " select n, gen_random_uuid(), document from netwerk.change, generate_series(2, 1300) as n;"
        "select setval('netwerk.change_number', 1300)"
    )
    rename(store)
    assert base.run("select min(number), max(number), count(*) from netwerk.change") == [(302, 1301, 1000)]
    assert store.read().last_change() == 1301
