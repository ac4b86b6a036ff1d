"""A database instead of a file: what a person sees of it, and what is said when it is not to be had."""

from __future__ import annotations

import json
import shlex
import subprocess
import time
from collections import Counter
from collections.abc import Iterator

import pytest

from docs.examples import STORE
from tests.cli.calling import KICKOFF, PROGRAM, Ended, Netwerk, said
from tests.mail_server import MailServer, Postbox
from tests.stores import Database

NOWHERE = "postgresql://ans:geheim@127.0.0.1:1/netwerk"


@pytest.fixture(scope="module")
def base(server: str) -> Database:
    """Return a database for these tests."""
    return Database(server, "netwerk_commands")


@pytest.fixture
def office(fresh: Netwerk, base: Database) -> Netwerk:
    """The program with a kick-off in a database."""
    base.clear()
    fresh.patch.setenv("NETWERK_DB", base.address)
    return fresh.done("init").done("event", "add", *KICKOFF, "--capacity", "3")


def copy(netwerk: Netwerk) -> str:
    return str(netwerk.folder / "kopie.json")


def test_a_register_is_begun_filled_checked_and_told(office: Netwerk, base: Database) -> None:
    assert office("init") == Ended(
        4,
        "",
        said(
            f"Error: netwerk was set up in the database {base.address} already.",
            "Use it as it is, or choose another with --db.",
        ),
    )
    office.register("Ans", "Bea", "Cas", "Dirk")
    assert office.statuses() == {"r1": "confirmed", "r2": "confirmed", "r3": "confirmed", "r4": "waiting"}
    assert office("registration", "cancel", "kickoff", "r1", "--json").json["change"] == "c6"
    assert office.statuses()["r4"] == "confirmed"
    office.done("undo")
    assert office.statuses()["r4"] == "waiting"
    assert office("doctor") == Ended(0, "", said("No findings."))
    assert [row["by"] for row in office("log", "--json").json[:1]] == ["tester"]


def test_it_goes_into_a_file_and_back(office: Netwerk, base: Database) -> None:
    office.register("Ans")
    office.done("backup", copy(office))
    other = str(office.folder / "ander.json")
    office.done("--db", other, "restore", copy(office), "--yes")
    assert (
        office("--db", other, "registration", "list", "kickoff").out
        == office("registration", "list", "kickoff").out
    )
    base.clear()
    office.done("restore", copy(office), "--yes")
    assert office.statuses() == {"r1": "confirmed"}
    assert office("backup", "--list", "--json").json == []


SHOWN = [
    *(["event", verb] for verb in ("list --all", "show kickoff", "show reeks")),
    *(["registration", f"list {slug} --all"] for slug in ("kickoff", "studiedag", "lezing", "reeks")),
    *(["session", "list reeks"], ["material", "list"], ["milestone", "list"], ["attendance", "list reeks"]),
    *(["group", "list"], ["group", "members netwerk-gent"], ["mail", "due"], ["waitlist", "list kickoff"]),
    *(["log", "kickoff"], ["explain", "kickoff r3"], ["person", "an@example.org"], ["status", ""]),
]
EXPORTED = [["ics", "--all"], ["dossier", "kickoff"], ["attendees", "kickoff"]]


def test_all_that_is_shown_is_the_same_in_a_file_in_a_database_and_in_a_file_again(
    office: Netwerk, base: Database
) -> None:
    base.clear()
    one, two, between = (str(office.folder / name) for name in ("een.json", "twee.json", "tussen.json"))
    for words in STORE.splitlines()[:-1]:
        office.done("--db", one, *shlex.split(words)[1:])

    def seen(place: str) -> list[Ended]:
        shown = [office("--db", place, noun, *verb.split(), "--json") for noun, verb in SHOWN]
        return [*shown, *(office("--db", place, "export", *words) for words in EXPORTED)]

    before = seen(one)
    assert [ended.err for ended in before if ended.code or not ended.out] == []
    office.done("--db", one, "backup", between).done("restore", between, "--yes")
    assert seen(base.address) == before
    (office.folder / "tussen.json").unlink()
    office.done("backup", between).done("--db", two, "restore", between, "--yes")
    assert seen(two) == before
    assert office("--db", two, "undo", "--list").out.splitlines()[:-2] == [
        *office("--db", one, "undo", "--list").out.splitlines()
    ]


def test_a_restore_keeps_what_was_there(office: Netwerk) -> None:
    office.done("backup", copy(office)).register("Ans")
    assert office("restore", copy(office), "--yes", "--json").json["kept_as"] == 1
    (row,) = office("backup", "--list", "--json").json
    assert (row["generation"], row["path"], row["registrations"]) == (1, None, 1)
    office.done("undo")
    assert office.statuses() == {"r1": "confirmed"}


def test_a_dry_run_says_what_would_be_and_changes_nothing(office: Netwerk) -> None:
    words = ("registration", "add", "kickoff", "--name", "Ans Voorbeeld", "--email", "ans@example.org")
    assert office(*words, "--dry-run", "--json").json["changed"] is True
    assert office.statuses() == {}
    assert office(*words, "--json").json["change"] == "c2"


def test_somebody_is_found_in_it_and_erased_from_it(office: Netwerk) -> None:
    office.register("Ans", "Bea")
    office.done("backup", copy(office)).done("restore", copy(office), "--yes")
    assert office("privacy", "check", "--for", "ans@example.org").code == 8
    office.done("privacy", "erase", "ans@example.org", "--yes")
    (office.folder / "kopie.json").unlink()
    assert office("privacy", "check", "--for", "ans@example.org").code == 0
    assert office("doctor").code == 0


def test_the_record_of_processing_says_where_it_lies(office: Netwerk) -> None:
    for spoken, secured in (
        ("en", "the database and its earlier states are for those whom its server lets in"),
        ("nl", "de database en de eerdere versies zijn voor wie de server toelaat"),
    ):
        text = office("privacy", "record", "--lang", spoken).out
        assert secured in text
        assert "mode 600" not in text


def test_what_is_written_is_remembered_wherever_it_lies(office: Netwerk) -> None:
    office.patch.chdir(office.folder)
    office.register("Ans").done("export", "attendees", "kickoff", "-o", "lijst.csv").done("backup")
    told = office("privacy", "erase", "ans@example.org", "--yes").err
    assert "lijst.csv" in told
    assert "netwerk_commands-20240110-090000.json" in told
    assert told.count("Still in ") == 2


# ------------------------------------------------------------------------ mail
@pytest.fixture
def postbox() -> Postbox:
    return Postbox()


@pytest.fixture
def sending(office: Netwerk, postbox: Postbox) -> Iterator[Netwerk]:
    """Eight people who are to be told something, and a server that takes its time with each."""
    office.register("Ans", "Bea", "Cas", "Dirk", "Eef", "Fien", "Gus", "Hein")
    postbox.slow_s = 0.05
    with MailServer(postbox) as server:
        settings = f'mail_from = "n@example.org"\nmail_host = "127.0.0.1"\nmail_port = {server.port}\n'
        (office.folder / "config.toml").write_text(settings + 'mail_security = "none"\nmail_per_minute = 0\n')
        yield office


def test_two_that_send_at_once_send_each_message_once(sending: Netwerk, postbox: Postbox) -> None:
    words = [*PROGRAM, "mail", "send", "--lock-timeout", "30"]
    both = [subprocess.Popen(words, env=sending.environment(), stderr=subprocess.DEVNULL) for _ in range(2)]
    assert [one.wait(60) for one in both] == [0, 0]
    assert sorted(one.recipient for one in postbox.got) == sorted({one.recipient for one in postbox.got})
    assert len(postbox.got) == 8
    assert sending("mail", "due", "--json").json == []


def test_a_sender_whose_line_is_cut_sends_nothing_twice(
    sending: Netwerk, postbox: Postbox, base: Database
) -> None:
    words = [*PROGRAM, "mail", "send"]
    cut = subprocess.Popen(words, env=sending.environment(), stderr=subprocess.DEVNULL)
    until = time.monotonic() + 20
    while len(postbox.got) < 2 and time.monotonic() < until:
        time.sleep(0.005)
    base.run(
        "select pg_terminate_backend(pid) from pg_stat_activity"
        " where datname = current_database() and pid <> pg_backend_pid()"
    )
    assert sending.process("mail", "send").code == 0
    assert cut.wait(60) in (0, 6)
    assert {*Counter(one.recipient for one in postbox.got).values()} == {1}
    sending.done("mail", "retry", "--yes")  # what nobody can say of: a mail of which the answer was not kept
    everybody = {row["email"] for row in sending("registration", "list", "kickoff", "--json").json}
    assert {one.recipient for one in postbox.got} == everybody


def test_completion_knows_its_events(office: Netwerk) -> None:
    assert "kickoff" in office.process("__complete", "event", "show", "k").out


# ------------------------------------------------------------ what cannot be
@pytest.mark.parametrize(
    ("address", "code", "message"),
    [
        pytest.param(NOWHERE, "store_unreachable", "no server listens there", id="server"),
        pytest.param(
            "postgresql://ans:ge@heim@127.0.0.1/netwerk",
            "store_address",
            "write / as %2F, @ as %40",
            id="password",
        ),
        pytest.param(
            "postgresql:/netwerk", "store_address", "something in it is missing or out of place", id="shape"
        ),
    ],
)
def test_an_address_that_leads_nowhere_is_one_sentence_without_a_password(
    fresh: Netwerk, address: str, code: str, message: str
) -> None:
    for words in (("event", "list"), ("init",), ("doctor",), ("backup", copy(fresh))):
        error = fresh.error("--db", address, *words)
        assert (error["code"], error["exit_code"]) == (code, 6)
        assert message in error["message"]
        assert "heim" not in json.dumps(error) + fresh("--db", address, *words, "--debug").err
    assert not (fresh.folder / "kopie.json").exists()


def test_a_database_with_nothing_in_it_says_how_to_begin(fresh: Netwerk, base: Database) -> None:
    base.clear()
    assert fresh("--db", base.address, "event", "list") == Ended(
        6,
        "",
        said(
            f"Error: There is nothing of netwerk in the database {base.address} yet.",
            "Begin there with 'netwerk init', or put a backup there with 'netwerk restore FILE'.",
        ),
    )


def test_settings_show_no_password(fresh: Netwerk) -> None:
    rows = {row["setting"]: row["value"] for row in fresh("--db", NOWHERE, "config", "--json").json}
    assert rows["db"] == "postgresql://ans@127.0.0.1:1/netwerk"


def test_it_is_said_in_dutch(fresh: Netwerk) -> None:
    assert fresh("--db", NOWHERE, "--lang", "nl", "event", "list") == Ended(
        6,
        "",
        said(
            "Fout: De database postgresql://ans@127.0.0.1:1/netwerk is niet te gebruiken:"
            " er luistert daar geen server.",
            "Er is niets gewijzigd. Controleer het adres, of vraag het aan wie de server beheert.",
        ),
    )
