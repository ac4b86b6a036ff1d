"""`netwerk export ics`: calendars to publish, and what is sent to one person."""

from __future__ import annotations

import re

import pytest

from tests.cli.calling import Ended, Netwerk, said

ICS = ("export", "ics")


def values(ended: Ended, name: str) -> list[str]:
    """Return the values of a property, whatever its parameters, in the order of the file."""
    text = ended.out.replace("\r\n ", "")
    return re.findall(rf"^{name}(?:;[^:\n]*)?:(.*?)\r?$", text, re.MULTILINE)


@pytest.fixture
def two(kickoff: Netwerk) -> Netwerk:
    """Return a kick-off of two days, with Ans on both and Bea on the second."""
    kickoff.done("session", "add", "kickoff", "dag-2", "--title", "Dag 2", "--starts", "2024-02-02 9:30")
    kickoff.register("Ans")
    kickoff.done(
        "registration", "add", "kickoff", "--name", "Bea", "--email", "bea@example.org", "--session", "dag-2"
    )
    return kickoff


# ------------------------------------------------------------------ to publish
def test_what_moves_keeps_its_identity_and_gets_a_number_and_a_correction_does_not(kickoff: Netwerk) -> None:
    before = kickoff(*ICS, "kickoff")
    kickoff.at("2024-01-10T09:05:00+01:00").done("event", "edit", "kickoff", "--title", "Aftrap")
    corrected = kickoff(*ICS, "kickoff")
    kickoff.at("2024-01-10T09:10:00+01:00").done("event", "edit", "kickoff", "--starts", "27/01/2024 9u30")
    moved = kickoff(*ICS, "kickoff")
    assert values(before, "UID") == values(corrected, "UID") == values(moved, "UID")
    assert [values(one, "SEQUENCE") for one in (before, corrected, moved)] == [["0"], ["0"], ["1"]]
    stamps = [values(one, "DTSTAMP") for one in (before, corrected, moved)]
    assert stamps == sorted(stamps)
    assert kickoff(*ICS, "kickoff") == moved


def test_what_is_off_stands_there_for_four_weeks(kickoff: Netwerk) -> None:
    kickoff.done("event", "add", "later", "--title", "Later", "--starts", "2024-03-01 9:30")
    kickoff.done("event", "cancel", "kickoff")
    assert values(kickoff(*ICS, "--all"), "STATUS") == ["CANCELLED", "CONFIRMED"]
    kickoff.at("2024-02-07T09:00:00+01:00")
    assert values(kickoff(*ICS, "--all"), "STATUS") == ["CONFIRMED"]
    assert kickoff(*ICS, "kickoff").code == 3


def test_a_feed_is_written_when_its_content_changed(kickoff: Netwerk) -> None:
    target = kickoff.folder / "agenda.ics"
    words = (*ICS, "--all", "--feed", "-o", str(target))
    first = kickoff(*words)
    size = target.stat().st_size
    assert first == Ended(0, "", said(f"Wrote {target} ({size} bytes)."))
    seen = target.stat().st_mtime_ns
    assert kickoff(*words) == Ended(0, "", said(f"{target} says this already; it was left as it is."))
    assert target.stat().st_mtime_ns == seen
    kickoff.done("event", "edit", "kickoff", "--location", "Gent")
    assert kickoff(*words).err.startswith("Wrote ")


def test_a_feed_is_called_after_what_it_is_of(kickoff: Netwerk) -> None:
    kickoff.done("group", "add", "wg", "--title", "Werkgroep Gent")
    assert values(kickoff(*ICS, "kickoff", "--feed"), "NAME") == ["Kick-off"]
    assert values(kickoff(*ICS, "--all", "--feed", "--lang", "nl"), "NAME") == ["Bijeenkomsten"]
    group = kickoff(*ICS, "--group", "wg", "--feed", "--colour", "navy", "--refresh", "1d")
    assert values(group, "NAME") == ["Werkgroep Gent"]
    assert values(group, "COLOR") == ["navy"]
    assert values(group, "REFRESH-INTERVAL") == ["PT24H"]
    assert values(group, "BEGIN") == ["VCALENDAR", "VTIMEZONE", "DAYLIGHT", "STANDARD"]
    named = kickoff(*ICS, "--all", "--feed", "--name", "Van ons")
    assert values(named, "NAME") == ["Van ons"]
    assert values(named, "UID")[0] == values(kickoff(*ICS, "--all", "--feed"), "UID")[0]


def test_a_calendar_of_a_group_is_of_the_events_for_its_members(kickoff: Netwerk) -> None:
    kickoff.done("group", "add", "wg", "--title", "Werkgroep")
    kickoff.done("milestone", "add", "wg", "--title", "Verslag", "--due", "1 februari 2024")
    kickoff.done(
        "event", "add", "intern", "--title", "Intern", "--starts", "2024-03-01 9:30", "--members-of", "wg"
    )
    assert values(kickoff(*ICS, "--group", "wg"), "SUMMARY") == ["Intern"]
    assert values(kickoff(*ICS, "--group", "wg", "--milestones"), "SUMMARY") == ["Verslag", "Intern"]
    assert kickoff(*ICS, "--group", "nergens").code == 3


def test_a_deadline_is_called_in_the_language_of_its_event(kickoff: Netwerk) -> None:
    words = (*ICS, "kickoff", "--deadlines")
    assert values(kickoff(*words), "SUMMARY") == ["Registration closes: Kick-off", "Kick-off"]
    kickoff.done("event", "edit", "kickoff", "--language", "Nederlands")
    assert values(kickoff(*words), "SUMMARY") == ["Inschrijving sluit: Kick-off", "Kick-off"]
    assert values(kickoff(*words), "SEQUENCE") == ["0", "0"]
    kickoff.done("event", "edit", "kickoff", "--closes", "2024-01-18 12:00")
    assert values(kickoff(*words), "SEQUENCE") == ["1", "0"]


def test_published_entries_come_from_the_address_of_the_settings(kickoff: Netwerk) -> None:
    assert values(kickoff(*ICS, "kickoff"), "ORGANIZER") == []
    assert values(kickoff(*ICS, "kickoff", "--method", "publish"), "ORGANIZER") == ["invalid:nomail"]
    (kickoff.folder / "config.toml").write_text('mail_from = "Netwerk <n@example.org>"\n', encoding="utf-8")
    published = kickoff(*ICS, "kickoff", "--method", "publish")
    assert (values(published, "METHOD"), values(published, "ORGANIZER")) == (
        ["PUBLISH"], ["mailto:n@example.org"]
    )  # fmt: skip
    (kickoff.folder / "config.toml").write_text('mail_from = "niemand"\n', encoding="utf-8")
    assert kickoff(*ICS, "kickoff").err == said(
        "Error: mail_from: it is not an address such as name@example.org.",
        "See 'mail_from' in the help of this command.",
    )


# ------------------------------------------------------------- for one person
def test_each_session_is_a_message_of_its_own(two: Netwerk) -> None:
    ended = two(*ICS, "kickoff", "--for", "r1")
    assert values(ended, "METHOD") == ["REQUEST", "REQUEST"]
    assert values(ended, "ATTENDEE") == ["mailto:ans@example.org"] * 2
    assert ended.out.count("PARTSTAT=ACCEPTED") == 2
    assert two(*ICS, "kickoff", "--for", "r1", "-o", "x.ics") == Ended(
        2,
        "",
        said(
            "Error: --output: these are 2 messages, a file each; name a folder.",
            "See '--output' in the help of this command.",
        ),
    )


def test_messages_go_into_a_folder_that_is_made(two: Netwerk) -> None:
    folder = two.folder / "uit"
    told = two(*ICS, "kickoff", "--for", "ans@example.org", "-o", f"{folder}/")
    assert told == Ended(0, "", said(f"2 messages in {folder}/, of which 2 new or changed."))
    everybody = (*ICS, "kickoff", "--all-attendees", str(folder))
    assert two(*everybody).err == said(f"3 messages in {folder}, of which 1 new or changed.")
    assert sorted(path.name for path in folder.iterdir()) == [
        "kickoff.r1.dag-2.ics", "kickoff.r1.main.ics", "kickoff.r2.dag-2.ics",
    ]  # fmt: skip


@pytest.mark.parametrize("target", ["netwerk.json", "netwerk.json/uit"], ids=["a file", "in a file"])
def test_a_folder_that_cannot_be_written_is_said(two: Netwerk, target: str) -> None:
    (two.folder / "netwerk.json").touch()
    ended = two(*ICS, "kickoff", "--all-attendees", str(two.folder / target))
    assert (ended.code, ended.out) == (1, "")


def test_who_withdraws_is_taken_out_and_can_come_back(two: Netwerk) -> None:
    words = (*ICS, "kickoff", "--for", "r2")
    first = two(*words)
    two.at("2024-01-11T09:00:00+01:00").done("registration", "cancel", "kickoff", "r2")
    gone = two(*words, "--method", "cancel")
    two.at("2024-01-12T09:00:00+01:00").done("registration", "reinstate", "kickoff", "r2")
    back = two(*words)
    assert [values(one, "METHOD") for one in (first, gone, back)] == [["REQUEST"], ["CANCEL"], ["REQUEST"]]
    assert [values(one, "SEQUENCE") for one in (first, gone, back)] == [["0"], ["1"], ["2"]]
    assert [values(one, "STATUS") for one in (first, gone, back)] == [["CONFIRMED"], [], ["CONFIRMED"]]


def test_a_session_that_is_off_is_called_off_for_all_who_had_it(two: Netwerk) -> None:
    two.done("session", "cancel", "kickoff", "dag-2")
    ended = two(*ICS, "kickoff", "--for", "r2", "--method", "cancel")
    assert (values(ended, "STATUS"), values(ended, "SEQUENCE")) == (["CANCELLED"], ["1"])
    folder = two.folder / "uit"
    assert two(*ICS, "kickoff", "--all-attendees", str(folder), "--method", "cancel").err == said(
        f"2 messages in {folder}, of which 2 new or changed."
    )


def test_there_is_nothing_to_send_to_who_is_off_the_list_or_still_has_it_all(two: Netwerk) -> None:
    def answer(*words: str) -> tuple[int, str]:
        ended = two(*ICS, "kickoff", "--for", *words)
        return ended.code, ended.err.splitlines()[0].removeprefix("Error: ")

    assert answer("r2", "--method", "cancel") == (
        5, "r2 of 'kickoff' has nothing in the calendar that is to be taken out.",
    )  # fmt: skip
    two.done("registration", "cancel", "kickoff", "r2")
    assert answer("r2") == (5, "r2 of 'kickoff' is cancelled: there is nothing to invite to.")
    two.done("event", "cancel", "kickoff", "--yes")
    assert answer("r1") == (5, "'kickoff' was cancelled on Wednesday 10 January 2024 at 09:00.")
    assert answer("niemand")[0] == 3


def test_a_calendar_of_ones_own_is_of_all_that_one_comes_to(two: Netwerk) -> None:
    two.done("event", "add", "later", "--title", "Later", "--starts", "2024-03-01 9:30")
    two.register("Ans", event="later")
    two.done("event", "add", "anders", "--title", "Anders", "--starts", "2024-03-02 9:30")
    ended = two(*ICS, "--all", "--for", "ans@example.org", "--method", "publish")
    assert values(ended, "SUMMARY") == ["Kick-off", "Kick-off: Dag 2", "Later"]
    assert values(ended, "ATTENDEE") == []
    assert values(two(*ICS, "--all", "--for", "bea@example.org"), "METHOD") == ["REQUEST"]


@pytest.mark.parametrize(
    "words",
    [
        pytest.param(["--method", "request"], id="for nobody"),
        pytest.param(["--for", "r1", "--all-attendees", "d"], id="for one and for all"),
        pytest.param(["--all-attendees", "d", "-o", "x.ics"], id="two places"),
        pytest.param(["--for", "r1", "--feed"], id="a feed of messages"),
        pytest.param(["--for", "r1", "--milestones"], id="milestones in a message"),
        pytest.param(["--name", "x"], id="a name of nothing"),
        pytest.param(["--feed", "--colour", "beige"], id="no such colour"),
        pytest.param(["--feed", "--refresh", "1m"], id="too often"),
        pytest.param(["--method", "add"], id="no such method"),
        pytest.param(["--group", "wg"], id="events and a group"),
    ],
)
def test_what_does_not_go_together_is_refused(two: Netwerk, words: list[str]) -> None:
    ended = two(*ICS, "kickoff", *words)
    assert (ended.code, ended.out) == (2, "")
    assert ended.err.count("\n") == 2
