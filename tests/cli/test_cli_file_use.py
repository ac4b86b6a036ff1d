"""How often a command touches the data file: everyday commands read it once, and write it once or never."""

from __future__ import annotations

import subprocess
import sys
from collections import Counter

import pytest

from tests.cli.calling import KICKOFF, Netwerk, Once, kicked_off

pytestmark = pytest.mark.of_a_file  # a file: how it is read, and what is loaded for it
SCRIPT = """
import os, re, sys
watched = sys.argv.pop(1)
seen = []

def named(path):
    return re.sub("[.][0-9a-f]{12}[.]new$", ".*.new", os.path.basename(path))

def watch(name, details):
    if name == "open" and isinstance(details[0], str) and os.path.dirname(details[0]) == watched:
        if os.path.isdir(details[0]):
            return
        seen.append(("write " if details[2] & (os.O_WRONLY | os.O_RDWR) else "read ") + named(details[0]))
    elif name == "os.rename":
        seen.append("rename " + named(details[0]))

from netwerk_cli.store.file import layout
decode = layout._decode

def counted(data):
    seen.append("decode")
    return decode(data)

layout._decode = counted
sys.addaudithook(watch)
from netwerk_cli.__main__ import main

def leave(code):
    sys.stderr.write("\\n" + ",".join(seen) + "\\n")
    leave_at_once(code)

leave_at_once, os._exit = os._exit, leave
main()
"""
READ, LOCK, STAGE, PLACE = (
    "read netwerk.json",
    "write .netwerk.json.lock",
    "write .netwerk.json.*.new",
    "rename .netwerk.json.*.new",
)


def used(netwerk: Netwerk, *arguments: str) -> tuple[list[str], int]:
    """Return what a call did with files beside the data file, in order, and how many tables it decoded."""
    netwerk.patch.setenv("NETWERK_CONFIG", str(netwerk.folder / "elsewhere" / "config.toml"))
    done = subprocess.run(
        [sys.executable, "-c", SCRIPT, str(netwerk.folder), *arguments],
        env=netwerk.environment(),
        capture_output=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == 0, done.stderr.decode()
    steps = done.stderr.decode().splitlines()[-1].split(",")
    return [step for step in steps if step != "decode"], Counter(steps)["decode"]


@pytest.fixture
def busy(fresh: Netwerk, once: Once) -> Netwerk:
    """The program with four events, each with people."""
    return once(fresh, _grown)


def _grown(netwerk: Netwerk) -> Netwerk:
    kickoff = kicked_off(netwerk)
    for number in range(3):
        kickoff.done("event", "add", f"event-{number}", *KICKOFF[1:])
        kickoff.register("Ans", "Bo", event=f"event-{number}")
    return kickoff.register("Cas")


META, EVENT, REGISTRATIONS, EVENTS, CHANGES = 1, 1, 1, 4, 1


@pytest.mark.parametrize(
    ("words", "decoded"),
    [
        (["__complete", "event", "show", ""], META),
        (["event", "list"], META + EVENTS),
        (["event", "list", "--json"], META + EVENTS),
        (["event", "show", "kickoff"], META + EVENT),
        (["registration", "list", "kickoff"], META + EVENT + REGISTRATIONS),
        (["export", "attendees", "kickoff"], META + EVENT + REGISTRATIONS),
        (["export", "ics", "kickoff"], META + EVENT),
        (["mail", "due"], META + EVENTS * (EVENT + REGISTRATIONS)),
        (["mail", "list"], META + EVENTS * (EVENT + REGISTRATIONS)),
        (["mail", "write", "kickoff", "--preview"], META + EVENT + REGISTRATIONS),
        (["status"], META + EVENTS * (EVENT + REGISTRATIONS)),
        (["privacy", "report", "cas@example.org"], META + EVENTS * (EVENT + REGISTRATIONS)),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
def test_looking_reads_once_and_writes_never(busy: Netwerk, words: list[str], decoded: int) -> None:
    assert used(busy, *words) == ([READ], decoded)


@pytest.mark.parametrize(
    "words",
    [
        ["export", "dossier", "--all", "-o", "dossiers"],
        ["export", "sign-in-sheet", "kickoff", "-o", "lijst.pdf"],
        ["export", "ics", "--all", "--feed", "-o", "agenda.ics"],
        ["mail", "write", "-o", "uit"],
    ],
    ids=" ".join,
)
def test_what_is_put_together_from_many_answers_is_of_one_moment(busy: Netwerk, words: list[str]) -> None:
    busy.patch.chdir(busy.folder)
    steps, _ = used(busy, *words)
    assert steps.count(READ) == 1


@pytest.mark.parametrize(
    "words",
    [
        ["registration", "add", "kickoff", "--name", "Bea", "--email", "bea@example.org"],
        ["registration", "cancel", "kickoff", "r1"],
        ["event", "edit", "kickoff", "--capacity", "9"],
        ["event", "close", "kickoff", "--yes"],
    ],
    ids=" ".join,
)
def test_a_change_reads_once_and_writes_once_and_decodes_its_own_event(
    busy: Netwerk, words: list[str]
) -> None:
    assert used(busy, *words) == ([LOCK, READ, STAGE, PLACE], META + EVENT + REGISTRATIONS + CHANGES)


def test_lines_from_a_file_are_one_change(busy: Netwerk) -> None:
    lines = busy.folder / "elsewhere" / "lines.csv"
    lines.parent.mkdir()
    people = "".join(f"Persoon {number},p{number}@example.org\n" for number in range(40))
    lines.write_text(f"name,email\n{people}", encoding="utf-8")
    words = ("registration", "add", "kickoff", "--from", str(lines))
    assert used(busy, *words) == ([LOCK, READ, STAGE, PLACE], META + EVENT + REGISTRATIONS + CHANGES)


def test_a_dry_run_reads_once_and_touches_nothing_else(busy: Netwerk) -> None:
    assert used(busy, "event", "close", "kickoff", "--dry-run") == ([READ], META + EVENT + REGISTRATIONS)


def test_a_change_that_changes_nothing_does_not_write(busy: Netwerk) -> None:
    busy.done("event", "edit", "kickoff", "--capacity", "9")
    words = ("event", "edit", "kickoff", "--capacity", "9")
    assert used(busy, *words) == ([LOCK, READ], META + EVENT + REGISTRATIONS)
