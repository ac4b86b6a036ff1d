"""Times that move: what an organiser sees of an event or a session on another day."""

from __future__ import annotations

import pytest

from tests.cli.calling import Netwerk


def times(netwerk: Netwerk, slug: str) -> tuple[object, object]:
    shown = netwerk("event", "show", slug, "--json").json
    return shown["starts_at"], shown["ends_at"]


@pytest.mark.parametrize(
    ("starts", "ends", "moved", "expected"),
    [
        pytest.param(
            "2024-02-10 10:00",
            "2024-02-10 12:00",
            "17 februari 2024",
            ("2024-02-17T10:00:00+01:00", "2024-02-17T12:00:00+01:00"),
            id="a day only keeps the hours",
        ),
        pytest.param(
            "2024-03-29 09:00",
            "2024-04-01 17:00",
            "2024-04-05 09:00",
            ("2024-04-05T09:00:00+02:00", "2024-04-08T17:00:00+02:00"),
            id="an end keeps its wall clock",
        ),
        pytest.param(
            "2024-04-05 18:00",
            "2024-04-07 16:00",
            "2024-03-29 18:00",
            ("2024-03-29T18:00:00+01:00", "2024-03-31T16:00:00+02:00"),
            id="and so it does the other way",
        ),
        pytest.param(
            "2024-12-26",
            "2024-12-27",
            "2025-01-02",
            ("2025-01-02", "2025-01-03"),
            id="days stay as many days",
        ),
    ],
)
def test_an_event_that_moves_never_loses_its_hours_or_its_end(
    netwerk: Netwerk, starts: str, ends: str, moved: str, expected: tuple[str, str]
) -> None:
    netwerk.done("event", "add", "a", "--starts", starts, "--ends", ends)
    netwerk.done("event", "edit", "a", "--starts", moved)
    assert times(netwerk, "a") == expected


@pytest.mark.parametrize(
    ("duration", "end"), [("2d", "2024-04-01T09:00:00+02:00"), ("48h", "2024-04-01T10:00:00+02:00")]
)
def test_days_are_counted_by_the_calendar_and_hours_by_the_clock(
    netwerk: Netwerk, duration: str, end: str
) -> None:
    netwerk.done("event", "add", "a", "--starts", "2024-03-30 09:00", "--duration", duration)
    assert times(netwerk, "a") == ("2024-03-30T09:00:00+01:00", end)
