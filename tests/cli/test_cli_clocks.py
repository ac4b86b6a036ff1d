"""Times of another zone than the reader's, and times that a clock shows twice."""

from __future__ import annotations

import pytest

from netwerk_cli.domain.moments import from_text, is_doubled
from tests.cli.calling import Netwerk
from tests.cli.terminal import needs_terminals, on_terminal

LONDON = "(Europe/London)"


@pytest.fixture
def abroad(netwerk: Netwerk) -> Netwerk:
    """An event in London, one here, and one on another clock that shows the same."""
    words = ("--starts", "2024-02-10 10:00", "--duration", "2h")
    netwerk.done("event", "add", "london", *words, "--timezone", "Europe/London")
    netwerk.done("event", "add", "paris", *words, "--timezone", "Europe/Paris")
    return netwerk.done("event", "add", "hier", *words)


def test_a_time_abroad_is_never_told_as_one_of_here(abroad: Netwerk) -> None:
    for words in (("event", "edit", "london", "--title", "Meet"), ("explain", "london")):
        ended = abroad(*words)
        assert f"Saturday 10 February 2024 at 10:00 {LONDON}" in ended.out + ended.err
    moved = abroad("session", "edit", "london", "main", "--starts", "2024-02-11 10:00")
    assert f"It starts on Sunday 11 February 2024 at 10:00 {LONDON}." in moved.err
    abroad.at("2024-02-12T10:00:00+01:00")
    refused = abroad("registration", "add", "london", "--name", "An", "--email", "an@example.org")
    assert "closed on Sunday 11 February 2024 at 10:00 (+00:00)." in refused.err


def test_a_time_of_here_never_gets_a_zone(abroad: Netwerk) -> None:
    for slug in ("hier", "paris"):
        assert "at 10:00 (31 days, 1 hour left)." in abroad("event", "edit", slug, "--title", "Meet").err


def test_scripts_never_get_a_zone_in_words(abroad: Netwerk) -> None:
    assert abroad("event", "list", "--fields", "starts_at").lines[0] == ["2024-02-10T10:00:00+01:00"]
    assert "Europe/London" not in abroad("session", "list", "london").out


@needs_terminals
@pytest.mark.parametrize("words", [("event", "list"), ("status",), ("session", "list", "london")])
def test_a_list_on_a_screen_never_hides_a_zone(abroad: Netwerk, words: tuple[str, ...]) -> None:
    lines = on_terminal(abroad, *words, columns=160).lines
    assert [f"10 Feb 2024 10:00 {LONDON}" in line for line in lines if "2024" in line] == [
        "london" in line or "main" in line for line in lines if "2024" in line
    ]


def test_a_time_that_a_clock_shows_twice_never_leaves_open_which(abroad: Netwerk) -> None:
    for offset in ("+02:00", "+01:00"):
        edited = abroad("event", "edit", "hier", "--starts", f"2024-10-27 02:30{offset}", "--ends", "")
        assert f"Sunday 27 October 2024 at 02:30 ({offset})" in edited.err
    edited = abroad("event", "edit", "london", "--starts", "2024-10-27 01:30+01:00", "--ends", "")
    assert "Sunday 27 October 2024 at 01:30 (Europe/London, +01:00)" in edited.err


@pytest.mark.parametrize(
    ("moment", "doubled"),
    [
        ("2024-10-27T01:59:59+02:00", False),
        ("2024-10-27T02:00:00+02:00", True),
        ("2024-10-27T02:59:59+01:00", True),
        ("2024-10-27T03:00:00+01:00", False),
        ("2024-03-31T03:00:00+02:00", False),
        ("2024-10-27T00:30:00+00:00", True),
    ],
)
def test_no_other_hour_counts_as_doubled(moment: str, doubled: bool) -> None:
    found = from_text(moment)
    assert not isinstance(found, str)
    assert is_doubled(found, "Europe/Brussels") is doubled  # type: ignore[arg-type]
