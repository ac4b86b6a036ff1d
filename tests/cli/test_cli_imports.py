"""What a call may load: start-up is paid for by every call of every script."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

import netwerk_cli
from tests.cli.calling import Netwerk

pytestmark = pytest.mark.of_a_file  # a file: how it is read, and what is loaded for it
SCRIPT = """
import os, sys
from netwerk_cli.__main__ import main

def leave(code):
    names = {name.partition(".")[0] for name in sys.modules}
    names |= {name for name in sys.modules if name.startswith("netwerk_cli")}
    sys.stderr.write("\\n" + ",".join(sorted(names)) + "\\n")
    leave_at_once(code)

leave_at_once, os._exit = os._exit, leave
main()
leave(0)
"""
HEAVY = {"rich", "icalendar", "dateutil", "pydantic", "pygments", "xlsxwriter", "platformdirs"}
HEAVY |= {"openpyxl", "asyncio", "multiprocessing", "unittest", "http", "email", "ssl", "logging", "sqlite3"}


def loaded(netwerk: Netwerk, *arguments: str) -> set[str]:
    """Return the modules in memory at the end of a call in a fresh interpreter."""
    done = subprocess.run(
        [sys.executable, "-c", SCRIPT, *arguments],
        env=netwerk.environment(),
        capture_output=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == 0, done.stderr.decode()
    return set(done.stderr.decode().splitlines()[-1].split(","))


TYPER = {"typer", "annotated_doc", "shellingham"}


@pytest.mark.parametrize(
    ("words", "others"),
    [
        pytest.param(["__complete", "event", "show", "k"], set(), id="TAB"),
        pytest.param(["event", "list"], TYPER, id="event list"),
        pytest.param(
            ["registration", "add", "kickoff", "--name", "Bea", "--email", "bea@example.org"],
            {"tinydb", *TYPER},
            id="registration add",
        ),
    ],
)
def test_fast_path_loads_these_packages_of_others_and_no_more(
    kickoff: Netwerk, words: list[str], others: set[str]
) -> None:
    names = loaded(kickoff, *words)
    third = names - sys.stdlib_module_names - {"netwerk_cli"}
    assert {name for name in third if not name.startswith(("_", "netwerk_cli."))} == others


@pytest.mark.parametrize(
    "words", [["__complete", "event", "show", "k"], ["event", "list"]], ids=["TAB", "list"]
)
def test_fast_path_loads_nothing_of_ours_that_it_has_no_use_for(kickoff: Netwerk, words: list[str]) -> None:
    names = {name.removeprefix("netwerk_cli.") for name in loaded(kickoff, *words)}
    idle = ["dates", "announce", "ical", "exchange.dossiers", "exchange.attendees", "domain.seats"]
    idle += [
        "domain.likeness",
        "domain.senders",
        "domain.findings",
        "domain.recurrence",
        "domain.attending",
        "domain.invitations",
        "domain.lifecycle",
        "domain.memberships",
        "services.dossiers",
        "store.postgres",
        "services.values",
        "store.changes",
        "store.erasures",
        "store.file.storage",
        "store.file.writing",
        "store.written",
        "causes",
        "disk",
        "rights",
        "cli.fitting",
        "cli.pager",
        "cli.tables",
        "cli.languages.nl",
    ]
    assert not [name for name in names if name.startswith(tuple(idle))]


def test_listing_events_knows_no_more_errors_than_looking_for_something_in_a_file_can_meet(
    kickoff: Netwerk,
) -> None:
    known = {name.rpartition(".")[2] for name in loaded(kickoff, "event", "list") if ".errors." in name}
    assert known == {"lookup", "stores"}


def test_listing_events_that_are_to_come_reads_no_time_zone_and_writes_no_methods(kickoff: Netwerk) -> None:
    names = loaded(kickoff, "event", "list")
    assert names & {"zoneinfo", "dataclasses", "contextvars", "netwerk_cli.cli.vocabulary"} == set()
    ours = [Path(netwerk_cli.__path__[0], *name.split(".")[1:]) for name in names if "." in name]
    files = [one.with_suffix(".py") for one in ours if one.with_suffix(".py").exists()]
    assert len(files) > 50
    made = ("\n@dataclass(", "(NamedTuple)")
    assert not [one for one in files if any(way in one.read_text(encoding="utf-8") for way in made)]


def test_who_is_to_hear_something_is_told_without_rules_about_seats_where_nobody_waits(
    kickoff: Netwerk,
) -> None:
    kickoff.register("Ans")
    rules = {"netwerk_cli.domain.seats", "netwerk_cli.store.transactions", "netwerk_cli.services.values"}
    rules |= {"netwerk_cli.domain.memberships", "netwerk_cli.domain.invitations"}
    assert rules & loaded(kickoff, "mail", "due") == set()


@pytest.mark.parametrize("option", ["--version", "-V"])
def test_version_loads_next_to_nothing(fresh: Netwerk, option: str) -> None:
    names = loaded(fresh, option)
    assert names & {"typer", "difflib", "tinydb", "zoneinfo", "json", "datetime", *HEAVY} == set()
    assert {name for name in names if name.startswith("netwerk_cli")} == {
        "netwerk_cli",
        "netwerk_cli.__main__",
    }


@pytest.mark.parametrize(
    "words",
    [
        ["event", "list"],
        ["event", "list", "--json"],
        ["event", "show", "kickoff"],
        ["registration", "list", "kickoff"],
        ["registration", "add", "kickoff", "--name", "Bea", "--email", "bea@example.org"],
        ["registration", "cancel", "kickoff", "r1"],
        ["close-due"],
        ["export", "attendees", "kickoff"],
    ],
    ids=" ".join,
)
def test_everyday_command_loads_nothing_heavy(kickoff: Netwerk, words: list[str]) -> None:
    kickoff.register("Ans").patch.delenv("NETWERK_DB")
    assert loaded(kickoff, "--db", str(kickoff.db), *words) & HEAVY == set()


def test_command_loads_its_own_module_only(kickoff: Netwerk) -> None:
    names = loaded(kickoff, "event", "list")
    commands = {name for name in names if name.startswith("netwerk_cli.cli.commands.")}
    assert commands == {"netwerk_cli.cli.commands.event"}
    assert not any(name.startswith("netwerk_cli.cli.languages.nl") for name in names)


@pytest.mark.parametrize(
    "words", [["event", "show", "ki"], ["eve"], ["registration", "cancel", "kickoff", ""]]
)
def test_completion_loads_no_typer(kickoff: Netwerk, words: list[str]) -> None:
    assert loaded(kickoff, "__complete", *words) & {"typer", "difflib", *HEAVY} == set()


def test_dutch_is_loaded_for_dutch_readers(kickoff: Netwerk) -> None:
    names = loaded(kickoff, "--lang", "nl", "event", "close", "kickoff")
    assert any(name.startswith("netwerk_cli.cli.languages.nl") for name in names)
    assert names & HEAVY == set()


@pytest.mark.parametrize(("module", "words"), [("xlsxwriter", ["--format", "xlsx"]), ("icalendar", [])])
def test_what_is_needed_is_loaded(kickoff: Netwerk, module: str, words: list[str]) -> None:
    command = ["attendees"] if words else ["ics"]
    assert module in loaded(kickoff, "export", *command, "kickoff", *words, "-o", str(kickoff.folder / "uit"))
