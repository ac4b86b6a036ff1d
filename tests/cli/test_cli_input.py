"""What people and scripts type: odd names, addresses, numbers, zones, dates, and bytes that are no text."""

from __future__ import annotations

import os

import pytest

from tests.cli.calling import Ended, Netwerk, said

NAMES = {
    "[/b]": "[/b]",
    "[bold red]Ans[/]": "[bold red]Ans[/]",
    "{name}": "{name}",
    "%s %(x)s": "%s %(x)s",
    "=cmd()": "=cmd()",
    "Zoë 🎉": "Zoë 🎉",
    "van 't Hoff": "van 't Hoff",
    "  Ans  de  Vries ": "Ans  de  Vries",
    "O\u2019Neill-Özdemir": "O\u2019Neill-Özdemir",
    "\u05d3\u05e0\u05d4": "\u05d3\u05e0\u05d4",
    "\x1b[31mrood\x07": "[31mrood",
    "twee\nregels\ten tab": "twee regels en tab",
    "Ans\u0000B": "AnsB",
    "x" * 500: "x" * 500,
    "-": "-",
}


@pytest.mark.parametrize("typed", NAMES, ids=ascii)
def test_name_is_kept_as_given(kickoff: Netwerk, typed: str) -> None:
    stored = NAMES[typed]
    ended = kickoff("registration", "add", "kickoff", f"--name={typed}", "--email", "ans@example.org")
    assert ended == Ended(0, "", said(f"{stored} (r1) has a seat at 'kickoff'.", "2 seats are free."))
    assert kickoff("registration", "show", "kickoff", "r1", "--json").json["name"] == stored


@pytest.mark.parametrize(
    ("typed", "problem"),
    [
        ("", "it is empty"),
        (" \u00a0\t", "it is empty"),
        ("\x00\x1b", "it is empty"),
        ("x" * 10_000, "it has 10000 characters; 500 fit"),
        ("a\udcffb", "it holds bytes that are not text in UTF-8"),
    ],
    ids=["nothing", "blanks", "control characters", "too long", "no text"],
)
def test_name_that_is_none(kickoff: Netwerk, typed: str, problem: str) -> None:
    before = kickoff.files()
    assert kickoff("registration", "add", "kickoff", "--name", typed, "--email", "ans@example.org") == Ended(
        2, "", said(f"Error: --name: {problem}.", "See '--name' in the help of this command.")
    )
    assert kickoff.files() == before


ADDRESSES = ["", "ans", "ans@", "@example.org", "ans@example", "ans example@example.org", "ans@@example.org"]
ADDRESSES += [
    "a@b@example.org",
    ".ans@example.org",
    "a..b@example.org",
    "Ans <ans@example.org>",
    "ans@example..org",
]
ADDRESSES += [
    "ans@example.org,bea@example.org",
    "ans\udcff@example.org",
    "x" * 65 + "@example.org",
    "mailto:a@b.org",
]


@pytest.mark.parametrize("typed", ADDRESSES, ids=ascii)
def test_address_that_is_none(kickoff: Netwerk, typed: str) -> None:
    assert kickoff("registration", "add", "kickoff", "--name", "Ans", "--email", typed) == Ended(
        2,
        "",
        said(
            "Error: --email: it is not an address such as name@example.org.",
            "See '--email' in the help of this command.",
        ),
    )


@pytest.mark.parametrize(
    "typed", ["ans+netwerk@example.org", "ANS@EXAMPLE.ORG", "zoë@münchen.example", "o'neill@a.org"]
)
def test_address_is_kept_as_given(kickoff: Netwerk, typed: str) -> None:
    kickoff.done("registration", "add", "kickoff", "--name", "Ans", "--email", f" {typed} ")
    assert kickoff("registration", "show", "kickoff", "r1", "--json").json["email"] == typed


@pytest.mark.parametrize(
    "typed", ["", "a b", "Kickoff", "kick_off", "[/b]", "../x", "é", "a--b", "\udcff", "x" * 81]
)
def test_slug_that_is_none(netwerk: Netwerk, typed: str) -> None:
    problem = "Error: SLUG: a name has only a-z, 0-9 and single hyphens, at most 80 characters."
    assert netwerk("event", "add", typed) == Ended(
        2, "", said(problem, "See 'SLUG' in the help of this command.")
    )


@pytest.mark.parametrize("typed", ["a b", "[/b]", "\udcff", "", "x" * 10_000], ids=ascii)
@pytest.mark.parametrize(
    "verb", [("event", "show"), ("registration", "list"), ("explain",), ("export", "ics")]
)
def test_event_of_no_such_name(kickoff: Netwerk, verb: tuple[str, ...], typed: str) -> None:
    ended = kickoff(*verb, typed)
    assert (ended.code, ended.out, "Traceback" in ended.err) == (3, "", False)


@pytest.mark.parametrize("typed", ["-1", "1e9", "1.5", "٣", "", "veel", "0x10", "1_000", "\udcff"], ids=ascii)
def test_cap_that_is_no_number(netwerk: Netwerk, typed: str) -> None:
    ended = netwerk("event", "add", "kickoff", f"--capacity={typed}")
    shown = typed.encode(errors="backslashreplace").decode()
    assert ended == Ended(
        2,
        "",
        said(
            f"Error: --capacity: '{shown}' is not a whole number from 0, or none.",
            "See '--capacity' in the help of this command.",
        ),
    )


@pytest.mark.parametrize("typed", ["1000001", "1000000000", "9" * 19])
def test_cap_beyond_all_measure(netwerk: Netwerk, typed: str) -> None:
    ended = netwerk("event", "add", "kickoff", "--capacity", typed)
    assert (ended.code, ended.out) == (2, "")
    assert "1000000" in ended.err


@pytest.mark.parametrize(("typed", "capacity"), [("0", 0), (" 250 ", 250), ("none", None), ("GEEN", None)])
def test_cap(netwerk: Netwerk, typed: str, capacity: int | None) -> None:
    added = netwerk("event", "add", "kickoff", "--capacity", typed, "--json").json["event"]
    assert (added["capacity"], added["free"]) == (capacity, capacity)


@pytest.mark.parametrize(
    "typed", ["Mars/Phobos", "", "CEST+1", "../etc/passwd", "Europe", "a\x00b"], ids=ascii
)
def test_zone_that_is_none(netwerk: Netwerk, typed: str) -> None:
    ended = netwerk("event", "add", "kickoff", "--timezone", typed)
    hint = "Use an IANA name such as Europe/Brussels or Europe/Amsterdam."
    shown = typed.replace("\0", "\\x00")
    assert ended == Ended(2, "", said(f"Error: '{shown}' is not a time zone.", hint))


DATES = {
    "1/16/2024": "there is no month 16; the day comes before the month",
    "2024-13-01": "there is no month 13",
    "29 februari 2023": "February 2023 has 28 days",
    "maandag 16 januari 2024": "16 January 2024 is a Tuesday, not a Monday",
    "31-3-2024 2:30": "the clocks skip that time in Europe/Brussels",
    "2024": "it is only a year; give the day and the month too",
    "16:00": "it is only a time; give the day too",
    "n.t.b.": "it is still to be announced; leave it out until it is known",
}


@pytest.mark.parametrize("typed", DATES)
def test_date_that_is_refused(netwerk: Netwerk, typed: str) -> None:
    assert netwerk("event", "add", "kickoff", "--starts", typed) == Ended(
        2,
        "",
        said(
            f"Error: '{typed}' is not a usable date or time: {DATES[typed]}.",
            "Write it as 2024-01-16 16:00 or 'dinsdag 16 januari 2024 om 16 uur'.",
        ),
    )


@pytest.mark.parametrize("option", ["--starts", "--ends", "--opens", "--closes", "--duration"])
@pytest.mark.parametrize("typed", ["[/b]", "\udcff", "{x}", "x" * 10_000, "half vijf"], ids=ascii)
def test_nonsense_for_a_time(kickoff: Netwerk, option: str, typed: str) -> None:
    before = kickoff.files()
    ended = kickoff("event", "edit", "kickoff", option, typed)
    assert (ended.code, ended.out, "Traceback" in ended.err, len(ended.err) < 400) == (2, "", False, True)
    assert kickoff.files() == before


@pytest.mark.parametrize("typed", ["ftp://example.org", "example.org", "javascript:alert(1)", "https://a b"])
def test_link_that_is_none(netwerk: Netwerk, typed: str) -> None:
    assert netwerk("event", "add", "kickoff", "--online", typed).code == 2


def test_tabs_and_line_feeds_are_escaped_in_a_pipe(kickoff: Netwerk) -> None:
    kickoff.done("event", "edit", "kickoff", "--description", "een\ttab\\en\neen\r\nregel")
    assert ["description", "een\\ttab\\\\en\\neen\\nregel"] in kickoff("event", "show", "kickoff").lines
    shown = kickoff("event", "list", "--fields", "slug,description")
    assert shown == Ended(0, "kickoff\teen\\ttab\\\\en\\neen\\nregel\n")


def test_text_is_not_escaped_to_ascii(kickoff: Netwerk) -> None:
    kickoff.done("event", "edit", "kickoff", "--title", "Zoë 🎉")
    assert '"title": "Zoë 🎉"' in kickoff("event", "show", "kickoff", "--json").out


def test_words_after_two_dashes_are_things(kickoff: Netwerk) -> None:
    assert kickoff("event", "show", "--", "kickoff").code == 0
    assert kickoff("event", "show", "--", "--json").code == 3


def test_data_file_with_an_odd_name(fresh: Netwerk) -> None:
    target = fresh.folder / "[b] netwerk 🎉.json"
    assert fresh("init", "--db", str(target)) == Ended(0, "", said(f"Created {target}."))
    assert fresh("event", "list", "--db", str(target)) == Ended(0)


@pytest.mark.skipif(os.name != "posix", reason="arguments are bytes on POSIX only")
def test_bytes_that_are_no_text(kickoff: Netwerk) -> None:
    refused = kickoff.process(
        b"registration", b"add", b"kickoff", b"--name", b"\xff\xfe", b"--email", b"a@example.org"
    )
    assert refused == Ended(
        2,
        "",
        said(
            "Error: --name: it holds bytes that are not text in UTF-8.",
            "See '--name' in the help of this command.",
        ),
    )
    missed = kickoff.process(b"event", b"show", b"\xff", b"--json")
    assert (missed.code, missed.error["code"]) == (3, "not_found")
    assert kickoff.process(b"--db", bytes(kickoff.folder) + b"/\xff.json", b"event", b"list").code == 6
