"""A real calendar shows what is so: when something is announced, moved, called off, and when it is gone."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from tests.cli.calling import Netwerk
from tests.clients.calendar_clients import Clients, radicale, web

pytestmark = pytest.mark.skipif(
    sys.platform != "linux", reason="khal and vdirsyncer are installed on Linux only"
)

MORNING, LATER, LATEST = (f"2024-01-10T{hour}:00:00+01:00" for hour in ("09", "10", "11"))


@pytest.fixture
def kickoff(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Netwerk:
    """Return a kick-off with Ans on its list, and a webinar."""
    (tmp_path / "desk").mkdir()
    netwerk = Netwerk(tmp_path / "desk", monkeypatch).done("init")
    kickoff = ("kickoff", "--title", "Kick-off: één, twéé", "--location", "Gent; zaal 3")
    netwerk.done("event", "add", *kickoff, "--starts", "26/01/2024 9u30", "--ends", "26/01/2024 16u")
    online = ("--online", "https://example.org/w", "--duration", "1h")
    netwerk.done("event", "add", "webinar", "--title", "Webinar", "--starts", "6/02/2024 12u", *online)
    return netwerk.register("Ans")


def move(netwerk: Netwerk) -> None:
    times = ("--starts", "2/02/2024 10u", "--ends", "2/02/2024 15u")
    netwerk.at(LATER).done("event", "edit", "kickoff", *times, "--location", "Leuven")


def test_an_invitation_moves_and_is_called_off_in_the_calendar_of_who_got_it(
    kickoff: Netwerk, tmp_path: Path
) -> None:
    invitation = tmp_path / "uitnodiging.ics"

    def sent(*more: str) -> list[str]:
        """Open the message on the telephone, and look at the laptop."""
        kickoff.done("export", "ics", "kickoff", "--for", "ans@example.org", "-o", str(invitation), *more)
        clients.take_in("telephone", invitation)
        for device in ("telephone", "laptop"):
            clients.fetch(device)
        return clients.shown("laptop")

    with radicale(tmp_path / "radicale") as url:
        there = f'type = "caldav"\nurl = "{url}"\nusername = "ans"\npassword = "x"'
        clients = Clients(tmp_path, {"telephone": there, "laptop": there})
        assert sent() == ["2024-01-26 09:30|2024-01-26 16:00|Kick-off: één, twéé|Gent; zaal 3"]
        move(kickoff)
        assert sent() == ["2024-02-02 10:00|2024-02-02 15:00|Kick-off: één, twéé|Leuven"]
        kickoff.at(LATEST).done("event", "cancel", "kickoff", "--yes")
        assert sent("--method", "cancel") == [
            "2024-02-02 10:00|2024-02-02 15:00|CANCELLED Kick-off: één, twéé|Leuven"
        ]


def test_a_feed_moves_says_what_is_off_and_lets_go_of_it_after_four_weeks(
    kickoff: Netwerk, tmp_path: Path
) -> None:
    (folder := tmp_path / "www").mkdir()

    def published(now: str, *, code: int = 0) -> list[str]:
        """Write the feed, and look at it."""
        kickoff.at(now).done("export", "ics", "--all", "--feed", "-o", str(folder / "agenda.ics"))
        said = clients.fetch("laptop", code=code)
        assert ("--force-delete" in said) == bool(code)
        return clients.shown("laptop")

    webinar = "2024-02-06 12:00|2024-02-06 13:00|Webinar|https://example.org/w"
    with web(folder) as url:
        clients = Clients(tmp_path, {"laptop": f'type = "http"\nurl = "{url}/agenda.ics"'})
        assert published(MORNING) == [
            "2024-01-26 09:30|2024-01-26 16:00|Kick-off: één, twéé|Gent; zaal 3",
            webinar,
        ]
        move(kickoff)
        assert published(LATER) == ["2024-02-02 10:00|2024-02-02 15:00|Kick-off: één, twéé|Leuven", webinar]
        kickoff.at(LATEST).done("event", "cancel", "kickoff", "--yes")
        off = "2024-02-02 10:00|2024-02-02 15:00|CANCELLED Kick-off: één, twéé|Leuven"
        assert published("2024-02-07T10:59:00+01:00") == [off, webinar]
        assert published("2024-02-07T11:00:00+01:00") == [webinar]
        kickoff.at("2024-02-07T12:00:00+01:00").done("event", "cancel", "webinar")
        gone = [webinar.replace("Webinar|", "CANCELLED Webinar|")]
        assert published("2024-02-08T12:00:00+01:00") == gone
        # vdirsyncer lets go of a whole calendar only when it is told to, so what is off stays there, as off
        assert published("2024-04-01T12:00:00+02:00", code=1) == gone
