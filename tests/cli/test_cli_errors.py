"""Every error code and every exit code of the contract, as scripts and as people get them."""

from __future__ import annotations

import json
import multiprocessing
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.calling import Ended, Netwerk, said

PERSON = ("--name", "Eef", "--email", "eef@example.org")
ADD = ("registration", "add", "kickoff", *PERSON)


def full(netwerk: Netwerk) -> None:
    netwerk.register("Ans", "Bea", "Cas", "Dirk")


def full_and_closing(netwerk: Netwerk) -> None:
    netwerk.done("event", "edit", "kickoff", "--when-full", "close").register("Ans", "Bea", "Cas")


def shared(netwerk: Netwerk) -> None:
    netwerk.done("event", "edit", "kickoff", "--shared-addresses")
    for name in ("Ans", "Bea"):
        netwerk.done("registration", "add", "kickoff", "--name", name, "--email", "balie@example.org")


def later(netwerk: Netwerk) -> None:
    netwerk.register("Ans").at("2024-01-26T09:30:00+01:00")


def closed(netwerk: Netwerk) -> None:
    netwerk.at("2024-01-16T16:00:00+01:00")


def not_open(netwerk: Netwerk) -> None:
    netwerk.done("event", "edit", "kickoff", "--opens", "2024-01-12 9:00")


def draft(netwerk: Netwerk) -> None:
    netwerk.done("event", "edit", "kickoff", "--draft")


def cancelled(netwerk: Netwerk) -> None:
    netwerk.done("event", "cancel", "kickoff")


def session_full(netwerk: Netwerk) -> None:
    data = netwerk.db.read_text()
    event = data.replace('"id":"main"', '"id":"main","capacity":1')
    assert event != data
    netwerk.db.write_text(event)
    netwerk.register("Ans")


def missing(netwerk: Netwerk) -> None:
    netwerk.db.unlink()


def damaged(netwerk: Netwerk) -> None:
    netwerk.db.write_bytes(netwerk.db.read_bytes()[:-40])


def empty(netwerk: Netwerk) -> None:
    netwerk.db.write_bytes(b"")


def newer(netwerk: Netwerk) -> None:
    netwerk.db.write_bytes(netwerk.db.read_bytes().replace(b'"schema":4', b'"schema":99'))


def folder(netwerk: Netwerk) -> None:
    netwerk.db.unlink()
    netwerk.db.mkdir()


def nothing(netwerk: Netwerk) -> None:
    assert netwerk.db.exists()


CASES: dict[str, tuple[Callable[[Netwerk], None], tuple[str, ...], int, str, tuple[str, ...]]] = {
    "unknown option": (nothing, ("event", "list", "--al"), 2, "usage", ("typed", "command", "nearest")),
    "unknown command": (nothing, ("evnt", "list"), 2, "usage", ("typed", "command", "nearest")),
    "unknown verb": (nothing, ("event", "shw"), 2, "usage", ("typed", "command", "nearest")),
    "no argument": (nothing, ("event", "show"), 2, "usage", ("problem", "command")),
    "one argument too many": (nothing, ("event", "show", "kickoff", "x"), 2, "usage", ("problem", "command")),
    "unknown field": (nothing, ("event", "list", "--fields", "x"), 2, "usage", ("field", "known")),
    "unknown sort": (nothing, ("event", "list", "--sort", "x"), 2, "usage", ("field", "known")),
    "bad value": (nothing, ("event", "add", "x", "--capacity", "x"), 2, "usage", ("field", "why")),
    "bad zone": (nothing, ("event", "add", "x", "--timezone", "x"), 2, "usage", ("zone",)),
    "force without reason": (nothing, (*ADD, "--force"), 2, "usage", ()),
    "in the future": (nothing, (*ADD, "--received-at", "2024-01-11 9:00"), 2, "usage", ("received_at",)),
    "end before start": (
        nothing,
        ("event", "edit", "kickoff", "--ends", "2024-01-26 9:00"),
        2,
        "usage",
        ("starts_at", "ends_at"),
    ),
    "closing before opening": (
        nothing,
        ("event", "edit", "kickoff", "--opens", "2024-01-16 16:00"),
        2,
        "usage",
        ("opens_at", "closes_at"),
    ),
    "closing passed": (closed, ("event", "reopen", "kickoff"), 2, "usage", ("event", "closes_at")),
    "no terminal to ask on": (full, ("event", "cancel", "kickoff"), 2, "usage", ("question",)),
    "no event": (nothing, ("event", "show", "kikoff"), 3, "not_found", ("event", "nearest")),
    "no person": (nothing, ("registration", "show", "kickoff", "r9"), 3, "not_found", ("event", "nearest")),
    "no session": (nothing, (*ADD, "--session", "x"), 3, "not_found", ("event", "session", "known")),
    "no input file": (nothing, ("registration", "add", "kickoff", "--from", "weg.csv"), 3, "not_found", ("path",)),
    "no generation": (nothing, ("restore", "9", "--yes"), 3, "not_found", ("generation",)),
    "slug exists": (nothing, ("event", "add", "kickoff"), 4, "slug_exists", ("event",)),
    "copy exists": (nothing, ("event", "copy", "kickoff", "kickoff"), 4, "slug_exists", ("event",)),
    "registered": (full, (*ADD, "--email", "ans@example.org"), 4, "already_registered",
                   ("event", "registration", "status")),
    "ambiguous": (shared, ("registration", "cancel", "kickoff", "balie@example.org"), 4, "ambiguous",
                  ("event", "matches")),
    "store exists": (nothing, ("init",), 4, "store_exists", ("path",)),
    "full": (full, (*ADD, "--no-waiting-list"), 5, "event_full", ("event", "seats_held", "capacity")),
    "full and closing": (full_and_closing, ADD, 5, "event_full", ("event", "seats_held", "capacity")),
    "session full": (session_full, (*ADD, "--no-waiting-list"), 5, "session_full",
                     ("event", "session", "seats_held", "capacity")),
    "closed": (closed, ADD, 5, "event_closed", ("event", "closes_at")),
    "not open": (not_open, ADD, 5, "event_not_open", ("event", "opens_at")),
    "draft": (draft, ADD, 5, "event_not_open", ("event",)),
    "cancelled": (cancelled, (*ADD, "--force", "--reason", "x"), 5, "event_cancelled", ("event", "cancelled_at")),
    "started": (later, ("waitlist", "promote", "kickoff"), 5, "event_started", ("event", "starts_at")),
    "cap below seats": (full, ("event", "edit", "kickoff", "--capacity", "2"), 5, "capacity_below_seats",
                        ("event", "seats_held", "capacity")),
    "not pending": (full, ("registration", "approve", "kickoff", "r1"), 5, "not_pending",
                    ("event", "registration", "status")),
    "missing": (missing, ("event", "list"), 6, "store_missing", ("path",)),
    "damaged": (damaged, ("event", "list"), 6, "store_damaged", ("path", "problem")),
    "empty": (empty, ADD, 6, "store_damaged", ("path", "problem")),
    "newer": (newer, ADD, 6, "store_newer", ("path", "found", "known")),
    "folder": (folder, ADD, 6, "store_not_permitted", ("path", "problem")),
}  # fmt: skip


@pytest.mark.parametrize("name", CASES)
def test_error_for_scripts(kickoff: Netwerk, name: str) -> None:
    prepare, words, exit_code, code, details = CASES[name]
    prepare(kickoff)
    before = kickoff.files()
    ended = kickoff(*words, "--json")
    error = ended.error
    assert (ended.code, error["code"], tuple(sorted(error["details"]))) == (
        exit_code,
        code,
        tuple(sorted(details)),
    )
    assert error["message"].endswith((".", "?"))
    assert error["hint"]
    assert "{" not in error["message"] + error["hint"]
    assert kickoff.files() == before


@pytest.mark.parametrize("name", CASES)
def test_error_for_people(kickoff: Netwerk, name: str) -> None:
    prepare, words, exit_code, _, _ = CASES[name]
    prepare(kickoff)
    ended = kickoff(*words)
    error = kickoff(*words, "--json").error
    assert ended == Ended(exit_code, "", said(f"Error: {error['message']}", error["hint"]))


def test_bad_date_says_why(kickoff: Netwerk) -> None:
    error = kickoff.error("event", "edit", "kickoff", "--starts", "maandag 26/01/2024 9:30")
    assert (error["exit_code"], error["code"]) == (2, "usage")
    assert error["message"] == (
        "'maandag 26/01/2024 9:30' is not a usable date or time: 26 January 2024 is a Friday, not a Monday."
    )


@pytest.mark.parametrize(
    ("words", "hint"),
    [
        (["evnt"], "Did you mean 'event'? See 'netwerk --help'."),
        (["event", "shw"], "Did you mean 'show'? See 'netwerk event --help'."),
        (["xyzzy"], "See 'netwerk --help'."),
        (["event", "show", "kickof"], "Did you mean 'kickoff'? List them with 'netwerk event list --all'."),
        (["event", "show", "xyzzy"], "List them with 'netwerk event list --all'."),
    ],
)
def test_miss_suggests_the_nearest_name(kickoff: Netwerk, words: list[str], hint: str) -> None:
    assert kickoff.error(*words)["hint"] == hint


@pytest.mark.parametrize("typed", ["--capcity", "--capacty", "--jsno"])
def test_missed_option_suggests_the_nearest(kickoff: Netwerk, typed: str) -> None:
    ended = kickoff("event", "edit", "kickoff", typed, "3")
    assert (ended.code, ended.out) == (2, "")
    assert ("--capacity" if "cap" in typed else "--json") in ended.err


def test_noun_without_a_verb(kickoff: Netwerk) -> None:
    assert kickoff("event") == Ended(2, "", said("Error: Missing command.", "Try 'netwerk event --help'."))


def test_option_without_a_value(kickoff: Netwerk) -> None:
    assert kickoff("event", "list", "--json", "--limit").error["message"] == "Option '--limit' needs a value."


def test_no_abbreviations(kickoff: Netwerk) -> None:
    assert kickoff("event", "list", "--lim", "1").code == 2
    assert kickoff("eve", "list").code == 2
    assert kickoff("event", "l").code == 2


def test_missed_field_is_named_with_those_there_are(kickoff: Netwerk) -> None:
    hint = kickoff.error("registration", "list", "kickoff", "--fields", "code,adres")["hint"]
    assert hint.startswith("Choose from: code, event, name, email,")


def test_error_holds_no_personal_data(kickoff: Netwerk) -> None:
    full(kickoff)
    words = ("registration", "add", "kickoff", "--name", "Geheim Persoon", "--email", "ans@example.org")
    text = json.dumps(kickoff.error(*words))
    assert "Geheim" not in text
    assert "ans@example.org" not in text
    kickoff.db.write_text(kickoff.db.read_text().replace('"ans@example.org"', "5"))
    assert "Voorbeeld" not in json.dumps(kickoff.error("registration", "list", "kickoff"))


def test_mistake_of_ours_is_one_sentence(kickoff: Netwerk) -> None:
    def broken(*_: object) -> None:
        raise ZeroDivisionError("Geheim")

    kickoff.patch.setattr("netwerk_cli.services.caller.Caller.read", broken)
    assert kickoff("event", "show", "kickoff") == Ended(
        1,
        "",
        said(
            "Error: netwerk made a mistake (ZeroDivisionError).",
            "Run the command again with --debug and report what it prints.",
        ),
    )
    assert kickoff.error("event", "show", "kickoff")["code"] == "internal"
    assert "Traceback" in kickoff("event", "show", "kickoff", "--debug").err


@pytest.mark.skipif(os.name != "posix", reason="rights as POSIX has them")
@pytest.mark.skipif(os.name == "posix" and os.geteuid() == 0, reason="root may read anything")
def test_unreadable_data_file(kickoff: Netwerk) -> None:
    kickoff.db.chmod(0)
    error = kickoff.error("event", "list")
    assert (error["exit_code"], error["code"]) == (6, "store_not_permitted")


@pytest.mark.skipif(os.name != "posix", reason="a symbolic link to nothing")
def test_data_file_that_is_a_dangling_link(fresh: Netwerk) -> None:
    fresh.db.symlink_to(fresh.folder / "weg.json")
    assert fresh.error("event", "list")["code"] == "store_missing"


# --------------------------------------------------------------------- the lock
def hold(
    lock: Path, held: multiprocessing.synchronize.Event, done: multiprocessing.synchronize.Event
) -> None:
    from netwerk_cli.store.file.lock import locked

    with locked(lock, timeout_s=5):
        held.set()
        done.wait(30)


def test_busy_data_file(kickoff: Netwerk) -> None:
    context = multiprocessing.get_context("spawn")
    held, done = context.Event(), context.Event()
    other = context.Process(target=hold, args=(kickoff.db, held, done))
    other.start()
    try:
        assert held.wait(30)
        before = kickoff.files()
        assert kickoff(*ADD, "--lock-timeout", "0.2") == Ended(
            7,
            "",
            said(
                f"Error: Another netwerk was busy with {kickoff.db} for more than 0.2 s.",
                "Try again, or wait longer with --lock-timeout SECONDS.",
            ),
        )
        assert kickoff.error(*ADD, "--lock-timeout", "0")["code"] == "store_busy"
        assert kickoff("event", "list").code == 0  # who reads, waits for nobody
        assert kickoff(*ADD, "--dry-run", "--lock-timeout", "0").code == 0
        assert kickoff.files() == before
    finally:
        done.set()
        other.join(30)
    assert kickoff(*ADD).code == 0
