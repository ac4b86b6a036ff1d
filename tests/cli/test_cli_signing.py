"""Who and why: what every change is signed with."""

from __future__ import annotations

import pytest

from tests.cli.calling import Netwerk


@pytest.mark.parametrize("reason", ["", "  ", "\u200b", "\u3164", "x" * 501, "Z\udceb"])
def test_no_change_is_signed_with_a_reason_that_cannot_be_read(netwerk: Netwerk, reason: str) -> None:
    netwerk.done("event", "add", "a", "--title", "A", "--starts", "2024-03-26 12:00").register(
        "An", event="a"
    )
    for words in (("event", "close", "a"), ("registration", "cancel", "a", "r1")):
        assert netwerk.error(*words, "--reason", reason)["details"]["field"] == "--reason"


@pytest.mark.of_a_file
def test_a_control_character_in_a_reason_or_a_user_name_is_never_stored(netwerk: Netwerk) -> None:
    netwerk.done("event", "add", "a", "--title", "A", "--starts", "2024-03-26 12:00")
    netwerk.signing_as("Z\udceb\x1b")
    netwerk.done("event", "close", "a", "--reason", "weg\x1b[2J")
    last = netwerk("log", "a", "--json").json[-1]
    assert (last["by"], last["why"]) == ("Z?", "weg[2J")
