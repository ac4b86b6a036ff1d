"""What would steer a terminal or turn the reading order reaches a person as an escape, and a script as it is."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from netwerk_cli.cli.visible import visible
from tests.cli.calling import Netwerk
from tests.cli.terminal import needs_terminals, on_terminal

CLIPBOARD = "\x1b]52;c;AAAA\x07"
TURNED = "\u202e\u2066"
SPLIT = "\u2028"
NASTY = f"a{CLIPBOARD}{TURNED}{SPLIT}\x9bz"
SEEN = r"a\x1b]52;c;AAAA\x07\u202e\u2066\u2028\x9bz"
STEERING = ("\x1b]", "\x07", "\u202e", "\u2066", "\u2028", "\x9b")


def foreign(netwerk: Netwerk) -> None:
    """Make the data file that of somebody else, with signs in it that we never store."""
    for path in netwerk.folder.rglob("*.json"):
        path.write_text(path.read_text().replace("XX", json.dumps(NASTY)[1:-1]))


def is_fit(shown: str) -> None:
    assert not [sign for sign in STEERING if sign in shown]


def test_what_steers_is_shown_as_an_escape() -> None:
    assert visible(NASTY) == SEEN
    assert visible("a\nb\tc\r\x7f\u200e\u200f\u2069") == r"a\nb\tc\r\x7f\u200e\u200f\u2069"
    assert visible("a\nb\x1b", lines=True) == "a\nb\\x1b"
    assert visible("Zoë 🎉 \\x") == "Zoë 🎉 \\x"


@pytest.mark.parametrize(
    "arguments",
    [
        ("event", "show", NASTY),
        ("event", "list", "--fields", NASTY),
        ("event", "list", "--sort", NASTY),
        ("event", "list", "--db", NASTY),
        ("registration", "add", "kickoff", "--from", NASTY),
        ("event", "edit", "kickoff", "--timezone", NASTY),
        ("event", "edit", "kickoff", "--starts", NASTY),
        ("event", "list", f"--{NASTY}"),
        (NASTY,),
        ("session", "edit", "kickoff", NASTY, "--title", "x"),
    ],
)
def test_no_error_steers_the_terminal(kickoff: Netwerk, arguments: tuple[str, ...]) -> None:
    ended = kickoff(*arguments)
    assert ended.code != 0
    is_fit(ended.err)


@pytest.mark.of_a_file
@needs_terminals
@pytest.mark.parametrize(
    "arguments",
    [
        ("registration", "list", "kickoff"),
        ("registration", "show", "kickoff", "r1"),
        ("event", "list"),
        ("event", "show", "kickoff"),
        ("log", "kickoff"),
        ("status",),
        ("explain", "kickoff", "r1"),
        ("doctor",),
    ],
)
def test_no_listing_of_a_foreign_file_steers_the_terminal(
    kickoff: Netwerk, arguments: tuple[str, ...]
) -> None:
    kickoff.done("event", "edit", "kickoff", "--title", "XX", "--location", "XX", "--reason", "XX")
    kickoff.done("registration", "add", "kickoff", "--name", "XX", "--email", "x@example.org", "--note", "XX")
    foreign(kickoff)
    shown = on_terminal(kickoff, *arguments, columns=200)
    is_fit(shown.screen)
    assert r"\x1b" in shown.screen or arguments[0] in ("status", "explain", "doctor")


@pytest.mark.of_a_file
def test_a_pipe_and_json_keep_the_bytes(kickoff: Netwerk) -> None:
    kickoff.done("registration", "add", "kickoff", "--name", "XX", "--email", "x@example.org")
    foreign(kickoff)
    assert NASTY in kickoff("registration", "list", "kickoff").out
    assert kickoff("registration", "list", "kickoff", "--json").json[0]["name"] == NASTY


def test_a_written_file_is_named_without_steering_the_terminal(kickoff: Netwerk, tmp_path: Path) -> None:
    ended = kickoff("export", "attendees", "kickoff", "-o", str(tmp_path / "a\u202e\x1b[2Jz.csv"))
    assert ended.code == 0
    assert r"a\u202e\x1b[2Jz.csv" in ended.err
