"""Pipes that close, full disks, closed streams: the answer is an exit code and a sentence, never a traceback."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.calling import PROGRAM, Ended, Netwerk, said

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="streams as POSIX has them")

READING = [["event", "list"], ["event", "show", "kickoff", "--json"], ["--help"], ["event", "add", "--help"]]
READING += [["--version"], ["export", "attendees", "kickoff"], ["completion", "bash"]]
ADD = ("registration", "add", "kickoff", "--name", "Ans", "--email", "ans@example.org", "--json")
HINT = "Check the path, free space and permissions; nothing was changed."
needs_full = pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no /dev/full here")


def into_closed_pipe(netwerk: Netwerk, *arguments: str) -> Ended:
    reader, writer = os.pipe()
    os.close(reader)
    try:
        return netwerk.process(*arguments, stdout=writer)
    finally:
        os.close(writer)


def with_closed(netwerk: Netwerk, stream: str, *arguments: str) -> Ended:
    return netwerk.process(*arguments, before=("sh", "-c", f'exec "$@" {stream}', "sh"))


@pytest.mark.parametrize("words", READING, ids=" ".join)
def test_closed_pipe_is_141(kickoff: Netwerk, words: list[str]) -> None:
    assert into_closed_pipe(kickoff, *words) == Ended(141)


def test_closed_pipe_before_a_change_changes_nothing(kickoff: Netwerk) -> None:
    before = kickoff.files()
    assert into_closed_pipe(kickoff, *ADD) == Ended(141)
    assert kickoff.files() == before


def test_head_is_a_closed_pipe(kickoff: Netwerk) -> None:
    kickoff.done("event", "edit", "kickoff", "--description", "lang " * 3000)
    script = f"{' '.join(PROGRAM)} event show kickoff --json | head -c 10; echo ${{PIPESTATUS[0]}}"
    done = subprocess.run(
        ["bash", "-c", script], env=kickoff.environment(), capture_output=True, timeout=60, check=False
    )
    assert done.stdout.decode().endswith(("141\n", "0\n"))  # the pipe may hold all of it
    assert b"Traceback" not in done.stderr
    assert b"BrokenPipe" not in done.stderr


@needs_full
@pytest.mark.parametrize("words", READING, ids=" ".join)
def test_full_disk_is_an_io_error(kickoff: Netwerk, words: list[str]) -> None:
    with Path("/dev/full").open("wb", buffering=0) as full:
        ended = kickoff.process(*words, stdout=full)
    if "--json" in words:
        assert (ended.code, ended.error["code"]) == (1, "io")
        return
    problem = "standard output could not be read or written: the disk is full."
    assert ended == Ended(1, "", said(f"Error: {problem}", HINT))


@needs_full
def test_full_disk_after_a_change_says_that_it_was_made(kickoff: Netwerk) -> None:
    with Path("/dev/full").open("wb", buffering=0) as full:
        error = kickoff.process(*ADD, stdout=full).error
    assert (error["code"], error["message"], error["hint"]) == (
        "io",
        "The change was made, but the answer could not be written to standard output: the disk is full.",
        "Look at the result with a read command before you repeat this one.",
    )
    assert kickoff.statuses() == {"r1": "confirmed"}


@pytest.mark.parametrize("words", READING, ids=" ".join)
def test_closed_standard_output_is_an_io_error(kickoff: Netwerk, words: list[str]) -> None:
    ended = with_closed(kickoff, ">&-", *words)
    assert (ended.code, ended.out) == (1, "")
    assert "standard output could not be read or written: it is closed." in ended.err


def test_closed_standard_output_before_a_change_changes_nothing(kickoff: Netwerk) -> None:
    before = kickoff.files()
    assert with_closed(kickoff, ">&-", *ADD).error["code"] == "io"
    assert kickoff.files() == before


@pytest.mark.parametrize("stream", ["2>&-", pytest.param("2>/dev/full", marks=needs_full)])
def test_nobody_to_tell_is_no_failure(kickoff: Netwerk, stream: str) -> None:
    assert with_closed(kickoff, stream, *ADD[:-1]) == Ended(0)
    assert kickoff.statuses() == {"r1": "confirmed"}
    assert with_closed(kickoff, stream, *ADD).code == 4


@pytest.mark.parametrize("words", [["cancel", "kickoff"], ["remove", "kickoff"]], ids=" ".join)
def test_closed_standard_input_is_nobody_to_ask(kickoff: Netwerk, words: list[str]) -> None:
    if words[0] == "cancel":
        kickoff.register("Ans")
    before = kickoff.files()
    ended = with_closed(kickoff, "<&-", "event", *words)
    assert (ended.code, ended.out) == (2, "")
    assert ended.err.startswith("Error: This needs a confirmation, and there is no terminal to ask on: ")
    assert kickoff.files() == before


@pytest.mark.of_a_file
def test_interrupted_while_waiting_for_the_lock(kickoff: Netwerk) -> None:
    import fcntl

    before = kickoff.files()
    with (kickoff.folder / ".netwerk.json.lock").open("r+b") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        with subprocess.Popen(
            [*PROGRAM, *ADD], env=kickoff.environment(), stdout=subprocess.PIPE, stderr=subprocess.PIPE
        ) as waiting:
            assert waiting.stderr is not None
            assert waiting.stdout is not None
            waiting.stderr.readline()  # the clock: it is at work
            waiting.send_signal(signal.SIGINT)
            err, out = waiting.stderr.read().decode(), waiting.stdout.read().decode()
        assert Ended(waiting.returncode, out, err).error["code"] == "interrupted"
        assert waiting.returncode == 130
    assert kickoff.files() == before


def test_program_is_a_module_too(kickoff: Netwerk) -> None:
    assert kickoff.process("event", "list", "--fields", "slug") == Ended(0, "kickoff\n")


def test_output_is_utf_8_whatever_the_locale(kickoff: Netwerk) -> None:
    kickoff.done("event", "edit", "kickoff", "--title", "Zoë 🎉")
    ended = kickoff.process("event", "list", "--fields", "title", env={"LC_ALL": "C", "PYTHONUTF8": "0"})
    assert ended == Ended(0, "Zoë 🎉\n")
