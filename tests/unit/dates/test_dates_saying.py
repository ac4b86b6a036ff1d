"""When something is, in words."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from netwerk_cli.dates import in_words
from tests.builders import ENDS_AT, STARTS_AT, hours


@pytest.mark.parametrize(
    ("start", "end", "words"),
    [
        pytest.param(date(2024, 1, 26), None, "vrijdag 26 januari 2024", id="a day"),
        pytest.param(
            date(2024, 1, 26), date(2024, 1, 27),
            "van vrijdag 26 januari 2024 tot zaterdag 27 januari 2024", id="days",
        ),
        pytest.param(STARTS_AT, None, "vrijdag 26 januari 2024 om 09:30", id="a start"),
        pytest.param(
            STARTS_AT, ENDS_AT + hours(24),
            "van vrijdag 26 januari 2024 om 09:30 tot zaterdag 27 januari 2024 om 16:00", id="over night",
        ),
    ],
)  # fmt: skip
def test_when_it_is_said_as_people_say_it(start: Any, end: Any, words: str) -> None:
    assert in_words(start, end, "Europe/Brussels", "nl") == words


def test_it_is_said_in_english() -> None:
    found = in_words(STARTS_AT, ENDS_AT, "Europe/Brussels", "en")
    assert found == "Friday 26 January 2024, 09:30 to 16:00"
