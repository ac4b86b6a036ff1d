"""A series from its first date to one that moved: who chose it hears of it, once, and calendars follow."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import icalendar
import pytest

from tests.cli.calling import Netwerk, address
from tests.cli.test_cli_mail_send import configure
from tests.mail_server import Got, MailServer, Postbox

DATA = Path(__file__).parents[2] / "data"
DOSSIERS = [str(DATA / f"{slug}.toml") for slug in ("expeditie-dichtbij", "symposium-pleegzorg-2020")]
PLANNED, MOVED, OFF = "2020-10-01T09:00:00+02:00", "2020-10-20T09:00:00+02:00", "2020-10-25T09:00:00+01:00"
CHOSEN = {"Ans": ("inspiratie-1",), "Bea": ("inspiratie-2",), "Cas": ("inspiratie-1", "inspiratie-2")}


@pytest.fixture
def postbox() -> Postbox:
    return Postbox()


@pytest.fixture
def series(netwerk: Netwerk, postbox: Postbox) -> Iterator[Netwerk]:
    """Return the series, in which three people chose sessions, and what their calendars subscribed to."""
    netwerk.at(PLANNED).done("apply", *DOSSIERS)
    for name, sessions in CHOSEN.items():
        words = [word for session in sessions for word in ("--session", session)]
        who = ("--name", f"{name} Voorbeeld", "--email", address(name))
        netwerk.done("registration", "add", "expeditie-dichtbij", *who, *words)
    with MailServer(postbox) as server:
        configure(netwerk, server.port)
        yield netwerk


def sent(netwerk: Netwerk, postbox: Postbox) -> dict[str, Got]:
    """Send what is due, and return what each got: one message."""
    before = len(postbox.got)
    netwerk.done("mail", "send")
    found = {one.recipient.partition("@")[0]: one for one in postbox.got[before:]}
    assert len(found) == len(postbox.got) - before
    return found


def text(got: Got) -> str:
    body = got.message.get_body(("plain",))
    assert body is not None
    return str(body.get_content())


def entries(got: Got) -> dict[str, tuple[str, Any]]:
    """Return the calendar entries that a message brings, by UID: the method, and the entry."""
    found = {}
    for part in got.message.iter_attachments():
        data = part.get_payload(decode=True)
        assert isinstance(data, bytes)
        calendar = icalendar.Calendar.from_ical(data)
        for entry in calendar.walk("VEVENT"):
            found[str(entry["UID"])] = (str(calendar["METHOD"]), entry)
    return found


def feed(netwerk: Netwerk) -> dict[str, Any]:
    """Return the entries of the published calendar, by UID."""
    path = netwerk.folder / "reeks.ics"
    netwerk.done("export", "ics", "expeditie-dichtbij", "--feed", "-o", str(path))
    calendar = icalendar.Calendar.from_ical(path.read_bytes())
    return {str(entry["UID"]): entry for entry in calendar.walk("VEVENT")}


def test_a_session_that_moves_is_told_to_who_chose_it_and_their_calendars_follow(
    series: Netwerk, postbox: Postbox
) -> None:
    # everybody hears which sessions they have, in Dutch, with an entry for each
    first = sent(series, postbox)
    assert {name: one.message["Subject"] for name, one in first.items()} == dict.fromkeys(
        ("ans", "bea", "cas"), "Bevestiging: Expeditie Dichtbij"
    )
    assert {name: len(entries(one)) for name, one in first.items()} == {"ans": 1, "bea": 1, "cas": 2}
    assert "vrijdag 30 oktober 2020" in text(first["bea"])
    ((uid, (_, planned)),) = entries(first["bea"]).items()
    published = feed(series)
    assert published[uid]["DTSTART"].dt == planned["DTSTART"].dt

    # the second session moves to the Monday after; who did not choose it hears nothing
    series.at(MOVED).done(
        "session",
        "edit",
        "expeditie-dichtbij",
        "inspiratie-2",
        "--starts",
        "2020-11-02 10:30",
        "--duration",
        "1u",
    )
    second = sent(series, postbox)
    assert {name: one.message["Subject"] for name, one in second.items()} == dict.fromkeys(
        ("bea", "cas"), "Gewijzigd: Expeditie Dichtbij"
    )
    for one in second.values():
        assert "maandag 2 november 2020" in text(one)
        assert "was: vrijdag 30 oktober 2020" in text(one)
        assert one.message["In-Reply-To"] == first[one.recipient.partition("@")[0]].message["Message-ID"]
        ((moved_uid, (method, moved)),) = entries(one).items()
        assert (moved_uid, method, moved["DTSTART"].dt.isoformat()) == (
            uid,
            "REQUEST",
            "2020-11-02T10:30:00+01:00",
        )
        assert moved["SEQUENCE"] > planned.get("SEQUENCE", 0)
    followed = feed(series)
    assert followed[uid]["DTSTART"].dt.isoformat() == "2020-11-02T10:30:00+01:00"
    assert {key: one["DTSTART"].dt for key, one in followed.items() if key != uid} == {
        key: one["DTSTART"].dt for key, one in published.items() if key != uid
    }

    # then it is called off: who chose only that one has nothing left
    series.at(OFF).done("session", "cancel", "expeditie-dichtbij", "inspiratie-2", "--reason", "spreker ziek")
    third = sent(series, postbox)
    assert {name: one.message["Subject"] for name, one in third.items()} == {
        "bea": "Uitgeschreven: Expeditie Dichtbij", "cas": "Gewijzigd: Expeditie Dichtbij",
    }  # fmt: skip
    for one in third.values():
        ((off_uid, (method, _)),) = entries(one).items()
        assert (off_uid, method) == (uid, "CANCEL")
        assert "spreker ziek" not in text(one)
    assert str(feed(series)[uid]["STATUS"]) == "CANCELLED"
    assert series("mail", "due").lines == []
    assert sent(series, postbox) == {}
