"""Lists that are longer than the screen, in a pager: wherever one is wanted, and never where it is in the way."""

from __future__ import annotations

import sys

import pytest

from tests.cli.calling import Netwerk
from tests.cli.terminal import needs_terminals, on_terminal

pytestmark = needs_terminals

PAGER = f"{sys.executable} -c 'import sys; print(\"paged\", len(sys.stdin.read().splitlines()))'"
LONG_LIST = ["registration", "list", "kickoff"]
WHOLE = 6
"""The lines of that list: two of headings, four people."""


@pytest.fixture
def four(kickoff: Netwerk) -> Netwerk:
    """A list of four people."""
    return kickoff.register("Ans", "Bea", "Cas", "Dré")


@pytest.mark.parametrize("variable", ["PAGER", "NETWERK_PAGER"])
def test_a_list_longer_than_the_screen_is_paged(four: Netwerk, variable: str) -> None:
    shown = on_terminal(four, *LONG_LIST, columns=100, rows=WHOLE, env={variable: PAGER})
    assert (shown.code, shown.lines) == (0, [f"paged {WHOLE}"])


def test_our_own_variable_goes_before_that_of_everybody(four: Netwerk) -> None:
    wanted = {"PAGER": "false", "NETWERK_PAGER": PAGER}
    shown = on_terminal(four, *LONG_LIST, columns=100, rows=WHOLE, env=wanted)
    assert shown.lines == [f"paged {WHOLE}"]


@pytest.mark.parametrize(
    ("rows", "options", "environment"),
    [
        pytest.param(WHOLE + 1, [], {}, id="it fits"),
        pytest.param(WHOLE, ["--no-pager"], {}, id="--no-pager"),
        pytest.param(WHOLE, ["--no-input"], {}, id="--no-input"),
        pytest.param(WHOLE, [], {"TERM": "dumb"}, id="dumb"),
        pytest.param(WHOLE, [], {"NETWERK_PAGER": ""}, id="an empty variable"),
        pytest.param(WHOLE, [], {"NETWERK_PAGER": "cat"}, id="cat"),
        pytest.param(WHOLE, [], {"NETWERK_PAGER": "no-such-pager -x"}, id="one that is missing"),
        pytest.param(WHOLE, [], {"NETWERK_PAGER": "it's"}, id="one that cannot be read"),
    ],
)
def test_a_list_is_written_as_it_is(
    four: Netwerk, rows: int, options: list[str], environment: dict[str, str]
) -> None:
    env = {"PAGER": PAGER, **environment}
    shown = on_terminal(four, *LONG_LIST, *options, columns=100, rows=rows, env=env)
    assert (shown.code, len(shown.lines)) == (0, WHOLE)


def test_json_is_never_paged(four: Netwerk) -> None:
    shown = on_terminal(four, *LONG_LIST, "--json", columns=100, rows=1, env={"PAGER": PAGER})
    assert shown.screen.startswith('[{"code": "r1"')


@pytest.mark.parametrize("pager", ["true", "head -n 1", "false"])
def test_a_pager_that_ends_early_breaks_nothing(four: Netwerk, pager: str) -> None:
    shown = on_terminal(four, *LONG_LIST, columns=100, rows=2, env={"PAGER": pager})
    assert (shown.code, len(shown.lines)) == (0, int(pager.startswith("head")))


@pytest.mark.parametrize(("set_to", "got"), [(None, "FRX"), ("-i", "-i")])
def test_less_is_told_to_keep_colours_and_to_leave_what_fits(
    four: Netwerk, set_to: str | None, got: str
) -> None:
    pager = f"{sys.executable} -c 'import os, sys; sys.stdin.read(); print(os.environ[\"LESS\"])'"
    env = {"PAGER": pager} | ({"LESS": set_to} if set_to else {})
    assert on_terminal(four, *LONG_LIST, columns=100, rows=2, env=env).lines == [got]


@pytest.mark.parametrize("words", [["status"], ["event", "show", "kickoff"], ["log"]], ids=" ".join)
def test_whatever_is_long_is_paged(four: Netwerk, words: list[str]) -> None:
    shown = on_terminal(four, *words, columns=100, rows=2, env={"PAGER": PAGER})
    assert shown.lines[-1].startswith("paged ")


def test_a_change_is_never_paged(four: Netwerk) -> None:
    shown = on_terminal(four, "event", "close", "kickoff", columns=20, rows=2, env={"PAGER": PAGER})
    assert shown.lines[0] == "Closed registration"
