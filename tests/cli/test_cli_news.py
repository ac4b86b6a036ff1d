"""`netwerk mail` and members of groups: what is new or answered is told to each, once."""

from __future__ import annotations

import email
import email.policy

import pytest

from tests.cli.calling import NOW, Ended, Netwerk, said, without_clock

LATER = "2024-01-10T10:00:00+01:00"


@pytest.fixture
def group(kickoff: Netwerk) -> Netwerk:
    """Return a group of two with a new document, and somebody who asked to join, beside a kick-off."""
    kickoff.done(
        "group",
        "add",
        "wg",
        "--title",
        "Werkgroep Gent",
        "--access",
        "semi-open",
        "--organiser",
        "Bureau <b@example.org>",
    )
    for name in ("Ans", "Bea"):
        kickoff.done(
            "group", "admit", "wg", "--name", f"{name} Voorbeeld", "--email", f"{name.lower()}@example.org"
        )
    kickoff.done("group", "request", "wg", "--name", "Cas Voorbeeld", "--email", "cas@example.org")
    return kickoff.done("material", "add", "wg", "--title", "Verslag", "--url", "https://example.org/v")


def due(netwerk: Netwerk, *words: str) -> list[tuple[str, list[str]]]:
    return [(row["code"], row["why"]) for row in netwerk("mail", "due", *words, "--json").json]


def test_due_is_a_row_for_each_member(group: Netwerk) -> None:
    assert group("mail", "due", "wg", "--json").json[0] == {
        "code": "m1",
        "event": "wg",
        "name": "Ans Voorbeeld",
        "email": "ans@example.org",
        "kind": "material",
        "why": ["material"],
        "since": NOW,
        "status": "member",
        "position": None,
        "told_at": None,
        "group": "wg",
        "materials": ["m1"],
        "attempt": None,
    }
    assert due(group) == due(group, "wg") == [("m1", ["material"]), ("m2", ["material"])]
    assert due(group, "kickoff") == due(group, "--kind", "waiting") == []
    assert due(group, "wg", "bea", "--kind", "material") == [("m2", ["material"])]
    assert group("mail", "due", "wg", "--bcc-list") == Ended(0, said("ans@example.org, bea@example.org"))


def test_a_change_ends_with_how_many_members_do_not_know_and_status_says_so_too(group: Netwerk) -> None:
    code, _, err = group.raw(
        "material", "add", "wg", "--kind", "link", "--title", "Site", "--url", "https://x.example.org"
    )
    assert code == 0
    assert without_clock(err.decode(), NOW, untold=True).splitlines()[-1] == (
        "2 people don't know yet: netwerk mail due wg"
    )
    (row,) = (row for row in group("status", "--json").json if row["slug"] == "wg")
    assert row["attention"] == ["pending", "untold"]


def test_an_answer_is_news_and_the_question_was_not(group: Netwerk) -> None:
    group.done("mail", "told", "wg")
    group.done("material", "add", "wg", "--kind", "question", "--title", "Wie kent een zaal?")
    assert due(group) == []
    group.done("material", "answer", "wg", "m2", "--text", "De Vooruit.")
    assert due(group) == [("m1", ["answer"]), ("m2", ["answer"])]


def test_told_is_recorded_once_listed_and_taken_back_by_undo(group: Netwerk) -> None:
    assert group.at(LATER)("mail", "told", "wg", "m1") == Ended(0, "", said("1 person counts as told now."))
    assert due(group) == [("m2", ["material"])]
    assert group("mail", "list").lines == [[LATER, "wg", "m1", "ans@example.org", "material", "hand", ""]]
    assert group("mail", "list", "kickoff").lines == []
    before = group.files()
    assert group("mail", "told", "wg", "m1") == Ended(0, "", said("They had been told already."))
    assert group.files() == before
    group.done("undo")
    assert due(group) == [("m1", ["material"]), ("m2", ["material"])]
    told = group("mail", "told", "wg", "--json").json
    assert (told["event"], [row["code"] for row in told["told"]]) == ("wg", ["m1", "m2"])


def test_who_joins_later_or_left_hears_nothing_of_it(group: Netwerk) -> None:
    group.done("group", "approve", "wg", "m3").done("group", "leave", "wg", "m2")
    assert due(group) == [("m1", ["material"])]


def test_undoing_what_was_added_leaves_nobody_to_be_told(group: Netwerk) -> None:
    group.done("undo")
    assert due(group) == []


def test_a_dossier_that_adds_something_forgets_nobody(group: Netwerk) -> None:
    group.done("mail", "told", "wg")
    dossier = group.folder / "wg.toml"
    group.done("export", "dossier", "wg", "-o", str(dossier))
    more = '\n[[material]]\nkind = "document"\ntitle = "Nota"\nurl = "https://example.org/n"\n'
    dossier.write_text(dossier.read_text(encoding="utf-8") + more, encoding="utf-8")
    group.done("apply", str(dossier), "--yes")
    assert due(group) == [("m1", ["material"]), ("m2", ["material"])]


def test_a_message_names_what_is_new_and_what_was_answered(group: Netwerk) -> None:
    group.done(
        "material", "add", "wg", "--kind", "question", "--title", "Wie kent een zaal?", "--contributor", "Bea"
    )
    group.done("material", "answer", "wg", "m2", "--text", "De Vooruit.\nBel vooraf.")
    folder = group.folder / "uit"
    ended = group("mail", "write", "wg", "-o", str(folder), "--lang", "nl")
    assert ended == Ended(0, "", said(f"2 berichten in {folder}."))
    assert sorted(path.name for path in folder.iterdir()) == ["wg.m1.eml", "wg.m2.eml"]
    message = email.message_from_bytes((folder / "wg.m1.eml").read_bytes(), policy=email.policy.default)
    assert (message["Subject"], message["To"]) == (
        "Nieuws van Werkgroep Gent",
        "Ans Voorbeeld <ans@example.org>",
    )
    body = message.get_body(("plain",))
    assert body is not None
    assert body.get_content().replace("\r\n", "\n").strip() == (
        "Dag Ans Voorbeeld,\n\nEr is nieuws voor de leden van Werkgroep Gent.\n\n"
        "- Document: Verslag, https://example.org/v\n\n"
        "Vraag: Wie kent een zaal?\nAntwoord: De Vooruit.\nBel vooraf.\n\nMet vriendelijke groet,\nBureau"
    )
    assert due(group) == [("m1", ["material", "answer"]), ("m2", ["material", "answer"])]


def test_a_template_of_the_organiser_is_used(group: Netwerk) -> None:
    templates = group.folder / "mail"
    templates.mkdir()
    (templates / "material.txt").write_text(
        "Subject: {{ event }}\nDag {{ name }}: {{ body }}", encoding="utf-8"
    )
    shown = group("mail", "write", "wg", "m2", "--preview", "--lang", "nl").out
    words = "Dag Bea Voorbeeld: Er is nieuws voor de leden van Werkgroep Gent."
    assert shown.splitlines()[1:4] == ["Werkgroep Gent", "", words]


def test_all_members_are_invited_to_a_meeting_in_one_step(group: Netwerk) -> None:
    group.done("registration", "add", "kickoff", "--members", "wg")
    rows = group("mail", "due", "kickoff", "--json").json
    assert [(row["email"], row["kind"]) for row in rows] == [
        ("ans@example.org", "confirmation"),
        ("bea@example.org", "confirmation"),
    ]


def test_somebody_whom_nobody_knows_and_a_name_that_nothing_has_are_said(group: Netwerk) -> None:
    assert group.error("mail", "due", "wg", "zoe")["exit_code"] == 3
    assert group.error("mail", "told", "wg", "zoe")["exit_code"] == 3
    assert group.error("mail", "due", "wgg")["exit_code"] == 3
    assert group.error("mail", "list", "wgg")["exit_code"] == 3
