"""`netwerk mail`: who does not know yet what is so, recording that they do, and what every change ends with."""

from __future__ import annotations

import email
import email.policy
import json
import subprocess
import sys
from typing import Any

import pytest

from tests.cli.calling import NOW, STORE_ID, Ended, Netwerk, said, without_clock

HOUR = "2024-01-10T10:00:00+01:00"


def due(netwerk: Netwerk, *words: str) -> list[tuple[str, str]]:
    """Return the code and the kind of message of those who are to hear something."""
    return [(row["code"], row["kind"]) for row in netwerk("mail", "due", *words, "--json").json]


def last_line(netwerk: Netwerk, *words: str) -> str:
    """Return what a call ends with."""
    code, _, err = netwerk.raw(*words)
    assert code == 0
    return without_clock(err.decode(), netwerk.now, untold=True).splitlines()[-1]


@pytest.fixture
def full(kickoff: Netwerk) -> Netwerk:
    """Return a kick-off with two seats, for which Cas waits."""
    return kickoff.done("event", "edit", "kickoff", "--capacity", "2").register("Ans", "Bea", "Cas")


@pytest.fixture
def told(full: Netwerk) -> Netwerk:
    """Return the same, when everybody knows."""
    return full.done("mail", "told", "kickoff").at(HOUR)


# ------------------------------------------------------------------ due and told
def test_due_is_a_row_for_each_with_kind_and_reason(full: Netwerk) -> None:
    first = full("mail", "due", "--json").json[0]
    assert first == {
        "code": "r1",
        "event": "kickoff",
        "name": "Ans Voorbeeld",
        "email": "ans@example.org",
        "kind": "confirmation",
        "why": ["status"],
        "since": NOW,
        "status": "confirmed",
        "position": None,
        "told_at": None,
        "group": None,
        "materials": [],
        "attempt": None,
    }
    assert full("mail", "due", "kickoff").lines[2] == [
        "r3", "kickoff", "Cas Voorbeeld", "cas@example.org", "waiting", "status", NOW,
    ]  # fmt: skip
    assert full("mail", "due", "--fields", "code,position", "--sort", "-code").lines[0] == ["r3", "1"]


def test_due_is_narrowed_to_people_and_kinds_and_to_addresses(full: Netwerk) -> None:
    assert due(full, "kickoff", "bea@example.org", "r3") == [("r2", "confirmation"), ("r3", "waiting")]
    assert due(full, "--kind", "waiting") == [("r3", "waiting")]
    assert due(full, "--kind", "bevestiging", "--lang", "nl") == [
        ("r1", "confirmation"),
        ("r2", "confirmation"),
    ]
    assert full("mail", "due", "kickoff", "--bcc-list") == Ended(
        0, "ans@example.org, bea@example.org, cas@example.org\n"
    )
    assert full("mail", "due", "nergens").code == 3
    assert full("mail", "due", "kickoff", "niemand").code == 3
    assert full("mail", "due", "--kind", "letter").code == 2
    assert full("mail", "due", "nergens", "--limit", "0").code == 3
    assert full("mail", "due", "kickoff", "--kind", "letter", "--limit", "1").code == 2


def test_told_records_it_once_and_undo_takes_it_back(full: Netwerk) -> None:
    words = ("mail", "told", "kickoff", "r1", "--json")
    first = full(*words).json
    assert (first["action"], first["changed"], first["change"]) == ("mail.told", True, "c6")
    assert [row["code"] for row in first["told"]] == ["r1"]
    second = full(*words).json
    assert (second["changed"], second["told"], second["change"]) == (False, [], None)
    assert due(full) == [("r2", "confirmation"), ("r3", "waiting")]
    full.done("undo")
    assert due(full) == [("r1", "confirmation"), ("r2", "confirmation"), ("r3", "waiting")]


def test_told_can_be_tried_first(full: Netwerk) -> None:
    before = full.files()
    assert full("mail", "told", "kickoff", "-n") == Ended(
        0, "", said("3 people count as told now.", "This was a dry run: nothing was changed.")
    )
    assert full.files() == before


def test_list_is_of_every_message(told: Netwerk) -> None:
    told.done("registration", "cancel", "kickoff", "r1").done("mail", "told", "kickoff", "r1")
    assert told("mail", "list").lines == [
        [NOW, "kickoff", "r1", "ans@example.org", "confirmation", "hand", ""],
        [NOW, "kickoff", "r2", "bea@example.org", "confirmation", "hand", ""],
        [NOW, "kickoff", "r3", "cas@example.org", "waiting", "hand", ""],
        [HOUR, "kickoff", "r1", "ans@example.org", "cancelled", "hand", ""],
    ]
    assert len(told("mail", "list", "kickoff", "--json", "--limit", "1").json) == 1


# ------------------------------------------------------- whatever changed it
def test_a_cancellation_with_who_moved_up_is_told_to_both(told: Netwerk) -> None:
    told.done("registration", "cancel", "kickoff", "r1")
    assert due(told) == [("r1", "cancelled"), ("r3", "promoted")]


def test_taking_a_change_back_is_no_way_to_forget_anybody(told: Netwerk) -> None:
    told.done("registration", "cancel", "kickoff", "r1").done("mail", "told", "kickoff")
    told.done("undo", "c7")
    assert due(told) == [("r1", "confirmation"), ("r3", "waiting")]


def test_what_was_told_is_not_taken_away_unseen(told: Netwerk) -> None:
    refused = told.error("undo", "c3")
    assert (refused["exit_code"], refused["details"]["later"]) == (5, "c6")
    assert due(told) == []


def test_a_list_that_is_read_tells_nobody_twice(told: Netwerk) -> None:
    path = told.folder / "lijst.csv"
    path.write_text(
        "name,email\nDora Proef,dora@example.org\nAns Voorbeeld,ans@example.org\n", encoding="utf-8"
    )
    told.done("import", "registrations", "kickoff", str(path))
    assert due(told) == [("r4", "waiting")]


def test_a_dossier_that_moves_the_event_is_told_to_all(told: Netwerk) -> None:
    path = told.folder / "kickoff.toml"
    told.done("export", "dossier", "kickoff", "-o", str(path))
    path.write_text(path.read_text("utf-8").replace("2024-01-26T", "2024-01-27T"), encoding="utf-8")
    told.done("apply", str(path))
    assert due(told) == [("r1", "changed"), ("r2", "changed"), ("r3", "changed")]


def test_a_reminder_goes_by_the_terms_of_the_event(told: Netwerk) -> None:
    told.done("event", "edit", "kickoff", "--remind", "2 dagen voor 12u")
    shape = told("event", "show", "kickoff", "--json").json
    assert shape["remind_before"] == {"days": 2, "minutes": 0, "at": "12:00"}
    assert due(told.at("2024-01-24T11:59:00+01:00")) == []
    assert due(told.at("2024-01-24T12:00:00+01:00")) == [("r1", "reminder"), ("r2", "reminder")]
    assert told("event", "edit", "kickoff", "--remind", "morgen").code == 2
    told.done("event", "edit", "kickoff", "--remind", "none")
    assert due(told) == []


# ------------------------------------------------------------- what is said of it
def test_every_change_ends_with_who_does_not_know_yet(told: Netwerk) -> None:
    assert last_line(told, "event", "edit", "kickoff", "--location", "Gent") == (
        "3 people don't know yet: netwerk mail due kickoff"
    )
    assert last_line(told, "mail", "told", "kickoff", "r1", "r2") == (
        "1 person doesn't know yet: netwerk mail due kickoff"
    )
    assert last_line(told, "mail", "told", "kickoff", "--lang", "nl") == "1 persoon geldt nu als verwittigd."
    assert last_line(told, "registration", "cancel", "kickoff", "r1", "--lang", "nl") == (
        "2 personen weten het nog niet: netwerk mail due kickoff"
    )
    assert last_line(told, "event", "edit", "kickoff", "--theme", "Zorg", "-n") == (
        "This was a dry run: nothing was changed."
    )


def test_status_says_so_too(told: Netwerk) -> None:
    assert json.loads(told("status", "--json").out)[0]["attention"] == ["full", "waiting", "closes-soon"]
    told.done("event", "edit", "kickoff", "--location", "Gent")
    attention = told("status", "--json").json[0]["attention"]
    assert attention == ["full", "waiting", "closes-soon", "untold"]


def test_nobody_to_tell_is_said_on_a_screen_and_an_empty_list_elsewhere(told: Netwerk) -> None:
    assert told("mail", "due") == Ended(0)
    assert told("mail", "due", "--json").json == []
    assert told("mail", "told", "kickoff") == Ended(0, "", said("They had been told already."))


# ------------------------------------------------------------------ messages
def opened(netwerk: Netwerk, file: str) -> Any:
    """Return a message as a mail program reads it."""
    return email.message_from_bytes((netwerk.folder / "uit" / file).read_bytes(), policy=email.policy.default)


def write(netwerk: Netwerk, *words: str) -> Ended:
    return netwerk("mail", "write", "kickoff", *words, "-o", str(netwerk.folder / "uit"))


def set_sender(netwerk: Netwerk) -> None:
    (netwerk.folder / "config.toml").write_text(
        'mail_from = "Netwerk – één <n@example.org>"\n', encoding="utf-8"
    )


def test_write_makes_a_file_for_each_and_records_nothing(full: Netwerk) -> None:
    before = full.stored()
    assert write(full) == Ended(
        0,
        "",
        said(
            f"3 messages in {full.folder / 'uit'}.",
            "No address to send them from is known: set mail_from = 'Naam <naam@example.org>' in "
            f"{full.folder / 'config.toml'}.",
        ),
    )
    assert sorted(path.name for path in (full.folder / "uit").iterdir()) == [
        "kickoff.r1.eml", "kickoff.r2.eml", "kickoff.r3.eml",
    ]  # fmt: skip
    assert full.stored() == before
    draft = opened(full, "kickoff.r1.eml")
    assert (draft["From"], draft["X-Unsent"]) == (None, "1")


def test_a_confirmation_holds_text_page_and_invitation_as_calendars_want_them(full: Netwerk) -> None:
    set_sender(full)
    full.done("event", "edit", "kickoff", "--title", "Welzijn – één", "--language", "Nederlands")
    write(full)
    message = opened(full, "kickoff.r1.eml")
    assert [part.get_content_type() for part in message.walk()] == [
        "multipart/mixed", "multipart/alternative", "text/plain", "text/html", "text/calendar", "application/ics",
    ]  # fmt: skip
    assert (message["Subject"], message["From"], message["To"]) == (
        "Bevestiging: Welzijn – één",
        "Netwerk – één <n@example.org>",
        "Ans Voorbeeld <ans@example.org>",
    )
    assert (message["Auto-Submitted"], message["Message-ID"]) == (
        "auto-generated", f"<kickoff.r1.1@{STORE_ID}>",
    )  # fmt: skip
    assert "Dag Ans Voorbeeld," in message.get_body(("plain",)).get_content()
    *_, calendar, attached = message.walk()
    assert calendar["Content-Type"].params["method"] == "REQUEST"
    invitation = attached.get_content().decode()
    assert calendar.get_content() == invitation
    assert 'ORGANIZER;CN="Netwerk – één":mailto:n@example.org' in invitation.replace("\r\n ", "")
    assert len(list(opened(full, "kickoff.r3.eml").walk())) == 3  # who waits is invited to nothing


def test_a_later_message_follows_the_first_and_moves_or_withdraws_the_entry(told: Netwerk) -> None:
    told.done("event", "edit", "kickoff", "--starts", "27/01/2024 9u30").done(
        "registration", "cancel", "kickoff", "r1"
    )
    write(told)
    moved, gone = opened(told, "kickoff.r2.eml"), opened(told, "kickoff.r1.eml")
    assert (moved["Message-ID"], moved["References"]) == (
        f"<kickoff.r2.2@{STORE_ID}>", f"<kickoff.r2.1@{STORE_ID}>",
    )  # fmt: skip
    calendars = [[*one.walk()][-1].get_content().decode() for one in (moved, gone)]
    assert ["METHOD:REQUEST" in calendars[0], "SEQUENCE:1" in calendars[0]] == [True, True]
    assert ["METHOD:CANCEL" in calendars[1], "STATUS" in calendars[1]] == [True, False]


def test_several_sessions_are_attached_one_by_one(told: Netwerk) -> None:
    told.done("session", "add", "kickoff", "dag-2", "--starts", "2024-02-02 9:30")
    told.done("session", "add", "kickoff", "dag-3", "--starts", "2024-02-03 9:30")
    write(told)
    parts = [(part.get_content_type(), part.get_filename()) for part in opened(told, "kickoff.r1.eml").walk()]
    assert parts[2:] == [
        ("text/plain", None), ("text/html", None),
        ("application/ics", "kickoff.dag-2.ics"), ("application/ics", "kickoff.dag-3.ics"),
    ]  # fmt: skip


def test_a_session_that_was_taken_out_goes_from_the_calendar(kickoff: Netwerk) -> None:
    kickoff.done("session", "add", "kickoff", "dag-2", "--starts", "2024-02-02 9:30").register("Ans")
    kickoff.done("mail", "told", "kickoff").done("session", "remove", "kickoff", "dag-2", "--yes")
    write(kickoff)
    gone = [*opened(kickoff, "kickoff.r1.eml").walk()][-1].get_content().decode()
    assert [line in gone for line in ("METHOD:CANCEL", "STATUS:CANCELLED", "SEQUENCE:1")] == [True] * 3


def test_one_message_is_shown_and_none_written(full: Netwerk) -> None:
    shown = full("mail", "write", "kickoff", "r3", "--preview", "--lang", "nl")
    assert shown.out.splitlines()[:4] == [
        "Cas Voorbeeld <cas@example.org>", "Wachtlijst: Kick-off", "", "Dag Cas Voorbeeld,",
    ]  # fmt: skip
    found = json.loads(full("mail", "write", "kickoff", "r3", "--preview", "--json").out)
    assert (found["kind"], found["subject"]) == ("waiting", "Waiting list: Kick-off")
    assert not (full.folder / "uit").exists()
    assert full("mail", "write", "--bcc-list", "--kind", "waiting").out == "cas@example.org\n"


@pytest.mark.parametrize("words", [[], ["--preview", "--bcc-list"], ["-o", "uit", "--preview"]])
def test_it_is_said_once_what_is_wanted(full: Netwerk, words: list[str]) -> None:
    assert full("mail", "write", *words).code == 2


@pytest.mark.of_a_file
def test_a_folder_that_cannot_be_written_leaves_nobody_told(full: Netwerk) -> None:
    ended = full("mail", "write", "-o", str(full.folder / "netwerk.json"))
    assert (ended.code, len(due(full))) == (1, 3)


# ------------------------------------------------------------------ templates
def template(netwerk: Netwerk, name: str, text: str) -> None:
    path = netwerk.folder / "mail" / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def preview(netwerk: Netwerk) -> list[str]:
    return netwerk("mail", "write", "kickoff", "r1", "--preview").out.splitlines()[1:]


def test_the_most_particular_template_counts(full: Netwerk) -> None:
    template(full, "confirmation.txt", "Subject: Voor iedereen\n\n{{ name }}: {{ sessions[0].when }}\n")
    assert preview(full) == ["Voor iedereen", "", "Ans Voorbeeld: Friday 26 January 2024, 09:30 to 16:00"]
    template(full, "confirmation.en.txt", "Subject: In English\n\nHi")
    assert preview(full)[0] == "In English"
    template(full, "kickoff/confirmation.txt", "Onderwerp: Voor deze\n\n{{ body }}")
    assert preview(full)[:3] == ["Voor deze", "", "Your registration for Kick-off is confirmed."]
    template(full, "confirmation.html", "<p>{{ name }} & {{ '<b>' }}</p>")
    write(full)
    page = opened(full, "kickoff.r1.eml").get_body(("html",)).get_content()
    assert page == "<p>Ans Voorbeeld & &lt;b&gt;</p>"


@pytest.mark.parametrize(
    ("text", "line", "why"),
    [
        pytest.param(
            "Subject: x\n\n{{ naam }}", 3, "'naam' is undefined; there are name, email,", id="no such key"
        ),
        pytest.param("a\n{% if %}", 2, "Expected an expression", id="no template"),
        pytest.param("{{ name.__class__ }}", 1, "access to attribute '__class__'", id="a way out"),
        pytest.param("a\n\n{{ 1 / 0 }}", 3, "ZeroDivisionError", id="a mistake"),
    ],
)
def test_a_template_that_cannot_be_used_is_named_with_its_line(
    full: Netwerk, text: str, line: int, why: str
) -> None:
    template(full, "confirmation.txt", text)
    ended = write(full)
    assert ended.code == 2
    path = full.folder / "mail" / "confirmation.txt"
    assert ended.err.startswith(f"Error: {path}, line {line}: {why}")
    assert not (full.folder / "uit").exists()


def test_templates_are_looked_for_without_what_reads_them(full: Netwerk) -> None:
    code = "import sys; from netwerk_cli.cli.gate import run; run(['mail', 'write', '-o', 'uit']); "
    done = subprocess.run(
        [sys.executable, "-c", code + "print('jinja2' in sys.modules)"],
        env=full.environment(),
        cwd=full.folder,
        capture_output=True,
        check=True,
        text=True,
    )
    assert done.stdout == "False\n"
