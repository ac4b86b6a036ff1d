"""`netwerk mail bounced`: reports of mail servers, as messages that came back, and what becomes of their people."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.cli.calling import STORE_ID, Ended, Netwerk, said
from tests.cli.test_cli_mail_send import configure
from tests.mail_server import MailServer, Postbox

REPORT = """\
From: MAILER-DAEMON@mx.example.org
To: netwerk@example.org
Subject: Undelivered Mail Returned to Sender
MIME-Version: 1.0
Content-Type: multipart/report; report-type=delivery-status; boundary="b"

--b
Content-Type: text/plain; charset=us-ascii

I'm sorry to have to inform you that your message could not be delivered.

--b
Content-Type: message/delivery-status

Reporting-MTA: dns; mx.example.org

Final-Recipient: rfc822; ans@example.org
Action: {action}
Status: 5.1.1
Diagnostic-Code: smtp; 550 5.1.1 No such
    mailbox

--b
{original}
--b--
"""
WHOLE = "Content-Type: message/rfc822\n\nMessage-ID: <{id}>\nSubject: Confirmed: Kick-off\n\nDear Ans\n"
HEADERS = "Content-Type: text/rfc822-headers\n\nSubject: Confirmed: Kick-off\nMessage-ID: <{id}>\n"


def report(id: str = "kickoff.r1.1", action: str = "failed", original: str = WHOLE) -> bytes:
    return REPORT.format(action=action, original=original.format(id=f"{id}@{STORE_ID}")).encode()


@pytest.fixture
def sent(kickoff: Netwerk) -> Iterator[Netwerk]:
    """Return a kick-off of which two were told by mail."""
    kickoff.register("Ans", "Bea")
    with MailServer(Postbox()) as server:
        configure(kickoff, server.port)
        kickoff.done("mail", "send")
        yield kickoff


def bounced(netwerk: Netwerk, data: bytes, *words: str) -> Ended:
    path = netwerk.folder / "terug.eml"
    path.write_bytes(data)
    return netwerk("mail", "bounced", str(path), *words)


def due(netwerk: Netwerk) -> list[tuple[str, str, list[str], str | None]]:
    rows = netwerk("mail", "due", "--json").json
    return [(row["code"], row["kind"], row["why"], row["attempt"]) for row in rows]


@pytest.mark.parametrize("original", [WHOLE, HEADERS], ids=["with the message", "with its headers"])
def test_who_mail_came_back_from_is_due_and_left_out(sent: Netwerk, original: str) -> None:
    assert bounced(sent, report(original=original)) == Ended(
        0, "", said("kickoff r1: came back (550 5.1.1 No such mailbox).")
    )
    assert due(sent) == [("r1", "confirmation", ["bounced"], "bounced")]
    assert [(row["code"], row["outcome"], row["reply"]) for row in sent("mail", "list", "--json").json] == [
        ("r1", "bounced", "550 5.1.1 No such mailbox"), ("r2", "sent", None),
    ]  # fmt: skip
    assert "untold" in sent("status", "--json").json[0]["attention"]
    assert "kickoff r1" in sent("mail", "send").err
    assert len(sent("mail", "due").lines) == 1


def test_a_corrected_address_gets_it_anew(sent: Netwerk) -> None:
    bounced(sent, report())
    sent.done("registration", "edit", "kickoff", "r1", "--email", "ans@example.com")
    sent.done("mail", "send")
    assert due(sent) == []


def test_somebody_who_is_named_gets_it_under_another_id(sent: Netwerk) -> None:
    bounced(sent, report())
    answer = sent("mail", "send", "kickoff", "r1", "--json").json
    assert answer["messages"][0]["message_id"] == f"kickoff.r1.2@{STORE_ID}"


def test_reading_it_twice_changes_nothing(sent: Netwerk) -> None:
    bounced(sent, report())
    before = sent.stored()
    assert bounced(sent, report()) == Ended(0, "", said("kickoff r1: came back, which was known."))
    assert sent.stored() == before


def test_it_can_be_tried_first_and_undone(sent: Netwerk) -> None:
    before = sent.stored()
    answer = bounced(sent, report(), "-n", "--json").json
    assert (answer["changed"], answer["dry_run"], sent.stored()) == (True, True, before)
    bounced(sent, report())
    sent.done("undo")
    assert due(sent) == []


@pytest.mark.parametrize(
    "data",
    [
        report("kickoff.r9.1"), report("kickoff.r1.2"), report("kickoff.r1.0"), report("nergens.r1.1"),
        report().replace(STORE_ID.encode(), b"another"), b"Subject: Ik ben er niet\n\nTot maandag\n", b"", b"\xff\x00",
        report(original="Content-Type: text/plain\n\n{id}"),
    ],
    ids=["nobody", "no message", "number 0", "no event", "another file", "no report", "empty", "not text", "no id"],
)  # fmt: skip
def test_what_is_not_about_a_message_of_ours_is_left_alone(sent: Netwerk, data: bytes) -> None:
    before = sent.stored()
    path = sent.folder / "terug.eml"
    assert bounced(sent, data) == Ended(0, "", said(f"{path}: not about a message of ours."))
    assert sent.stored() == before


def test_a_message_that_is_only_late_did_not_come_back(sent: Netwerk) -> None:
    assert bounced(sent, report(action="delayed")) == Ended(
        0, "", said("kickoff r1: did not come back; the server only says how it stands.")
    )
    assert due(sent) == []


def test_a_folder_an_mbox_and_standard_input_are_read(sent: Netwerk) -> None:
    folder = sent.folder / "Maildir"
    (folder / "new").mkdir(parents=True)
    (folder / "new" / "1.host").write_bytes(report())
    (folder / "post.mbox").write_bytes(
        b"From x\n" + b"Subject: Dag\n\nx\n\nFrom y\n" + report("kickoff.r2.1")
    )
    answer = sent("mail", "bounced", str(folder), "--json").json
    assert [(Path(row["file"]).name, row["outcome"], row["code"]) for row in answer["bounced"]] == [
        ("post.mbox", "other", None), ("post.mbox", "bounced", "r2"), ("1.host", "bounced", "r1"),
    ]  # fmt: skip
    assert (answer["action"], answer["read"], answer["counts"]) == (
        "mail.bounced", 3, {"bounced": 2, "known": 0, "under-way": 0, "other": 1},
    )  # fmt: skip
    assert sent("mail", "bounced", "-", stdin=report().decode()).err == said(
        "kickoff r1: came back, which was known."
    )
    assert sent("mail", "bounced", "nergens.eml").code == 3


def test_what_came_back_of_an_uncertain_message_is_certain(kickoff: Netwerk) -> None:
    kickoff.register("Ans")
    postbox = Postbox()
    postbox.drop["ans@example.org"] = "taken"
    with MailServer(postbox) as server:
        configure(kickoff, server.port)
        kickoff("mail", "send")
    bounced(kickoff, report())
    assert due(kickoff) == [("r1", "confirmation", ["bounced"], "bounced")]
    assert kickoff("mail", "retry").err == said("There is nothing to send.")
