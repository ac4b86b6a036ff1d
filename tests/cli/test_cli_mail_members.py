"""`netwerk mail send` to members of a group over a real server: what goes, what does not, and nobody gets it twice."""

from __future__ import annotations

import json
from collections.abc import Iterator

import pytest

from tests.cli.calling import STORE_ID, Ended, Netwerk, said
from tests.cli.test_cli_mail_bounced import bounced, report
from tests.cli.test_cli_mail_send import configure, due, outcomes, send
from tests.mail_server import MailServer, Postbox


@pytest.fixture
def postbox() -> Postbox:
    return Postbox()


@pytest.fixture
def group(kickoff: Netwerk, postbox: Postbox) -> Iterator[Netwerk]:
    """Return a group of two with a new document, beside a kick-off with one, and a server that takes mail."""
    kickoff.register("Ans").done("mail", "told", "kickoff")
    kickoff.done("group", "add", "wg", "--title", "Werkgroep", "--organiser", "Bureau")
    for name in ("Bea", "Cas"):
        kickoff.done(
            "group", "admit", "wg", "--name", f"{name} Proef", "--email", f"{name.lower()}@example.org"
        )
    kickoff.done("material", "add", "wg", "--title", "Verslag", "--url", "https://example.org/v")
    with MailServer(postbox) as server:
        configure(kickoff, server.port)
        yield kickoff


def of_members(netwerk: Netwerk) -> list[tuple[str, str | None]]:
    """Return what became of each message to a member."""
    return [(row["code"], row["outcome"]) for row in netwerk("mail", "list", "wg", "--json").json]


def test_each_member_gets_one_message_and_is_told(group: Netwerk, postbox: Postbox) -> None:
    assert send(group, "wg") == Ended(0, "", said("wg: 2 material", "2 messages sent."))
    assert postbox.count == {"bea@example.org": 1, "cas@example.org": 1}
    first = postbox.got[0].message
    assert (first["Subject"], first["To"]) == ("News of Werkgroep", "Bea Proef <bea@example.org>")
    assert of_members(group) == [("m1", "sent"), ("m2", "sent")]
    assert send(group) == Ended(0, "", said("There is nothing to send."))
    rows = group("log", "wg", "m1", "--json").json
    assert [row["what"] for row in rows] == ["admitted", "mailed"]


def test_what_is_sent_is_what_would_be_written(group: Netwerk, postbox: Postbox) -> None:
    group.done("mail", "write", "wg", "-o", str(group.folder / "uit"))
    send(group, "wg")
    files = sorted((group.folder / "uit").iterdir())
    assert [path.read_bytes() for path in files] == [one.data for one in postbox.got]


def test_members_go_with_everybody_else_and_are_narrowed_as_they_are(
    group: Netwerk, postbox: Postbox
) -> None:
    group.register("Dora")
    assert send(group, "-n") == Ended(
        0,
        "",
        said("kickoff: 1 confirmation", "wg: 2 material", "This was a dry run: nothing was changed."),
    )
    assert postbox.got == []
    send(group, "--kind", "material", "--limit", "1")
    assert postbox.count == {"bea@example.org": 1}
    send(group, "wg", "cas@example.org")
    assert postbox.count == {"bea@example.org": 1, "cas@example.org": 1}
    assert due(group) == {"r2": None}


def test_the_answer_has_each_message(group: Netwerk, postbox: Postbox) -> None:
    answer = send(group, "wg", "m2", "--json").json
    (row,) = answer["messages"]
    assert (row["code"], row["event"], row["group"], row["kind"], row["materials"], row["outcome"]) == (
        "m2", "wg", "wg", "material", ["m1"], "sent",
    )  # fmt: skip
    assert row["message_id"] == postbox.got[0].message["Message-ID"].strip("<>") == f"wg.m2.1@{STORE_ID}"
    assert (answer["counts"]["sent"], answer["change"] is not None) == (1, True)


def test_it_is_said_in_dutch(group: Netwerk) -> None:
    assert send(group, "wg", "--lang", "nl") == Ended(
        0, "", said("wg: 2 materiaal", "2 berichten verstuurd.")
    )


def test_sending_is_not_undone(group: Netwerk) -> None:
    send(group, "wg")
    assert group.error("undo")["code"] == "mail_sent"


def test_an_address_that_is_refused_waits_and_the_others_go_on(group: Netwerk, postbox: Postbox) -> None:
    postbox.refuse["bea@example.org"] = "550 5.1.1 Nobody of that name"
    ended = send(group, "wg")
    assert (ended.code, ended.out) == (8, "")
    assert "wg m1: the address was refused (550 5.1.1 Nobody of that name)." in ended.err
    assert (of_members(group), due(group)) == ([("m1", "refused"), ("m2", "sent")], {"m1": "refused"})
    postbox.refuse.clear()
    held = send(group)
    assert (held.code, "wg m1" in held.err, postbox.count) == (0, True, {"cas@example.org": 1})
    assert [(one["code"], one["where"]) for one in group("doctor", "--json").json["findings"]] == [
        ("mail_failed", "wg m1")
    ]
    send(group, "wg", "m1")
    assert (of_members(group), due(group)) == ([("m1", "sent"), ("m2", "sent")], {})


def test_a_corrected_address_gets_what_the_old_one_never_got(group: Netwerk, postbox: Postbox) -> None:
    postbox.refuse["bea@example.org"] = "550 5.1.1 Nobody of that name"
    assert send(group, "wg").code == 8
    group.done("group", "correct", "wg", "m1", "--email", "bea.v@example.org")
    assert due(group) == {"m1": None}
    assert send(group, "wg").code == 0
    assert (due(group), postbox.count) == ({}, {"bea.v@example.org": 1, "cas@example.org": 1})


def test_an_address_that_is_not_taken_now_goes_with_the_next_sending(
    group: Netwerk, postbox: Postbox
) -> None:
    postbox.refuse["bea@example.org"] = "450 4.2.1 Later"
    assert send(group, "wg").code == 8
    postbox.refuse.clear()
    group.done("material", "add", "wg", "--title", "Nota", "--url", "https://example.org/n")
    send(group, "wg", "bea@example.org")
    body = postbox.got[-1].message.get_body(("plain",))
    assert body is not None
    assert ("Verslag" in body.get_content(), "Nota" in body.get_content()) == (True, True)


def test_what_is_uncertain_is_named_and_goes_again_only_when_asked(group: Netwerk, postbox: Postbox) -> None:
    postbox.drop["bea@example.org"] = "unseen"
    assert send(group, "wg").code == 8
    assert of_members(group) == [("m1", "uncertain"), ("m2", "sent")]
    assert send(group).err == said("There is nothing to send.")
    (row,) = (row for row in group("status", "--json").json if row["slug"] == "wg")
    assert row["attention"] == ["uncertain"]
    assert [(one["code"], one["where"]) for one in group("doctor", "--json").json["findings"]] == [
        ("mail_uncertain", "wg")
    ]
    assert group("mail", "retry", "wg").err == said("wg: 1 material", "1 message sent.")
    assert postbox.got[-1].message["Message-ID"] == f"<wg.m1.1@{STORE_ID}>"
    assert (outcomes(group)["m1"], group("mail", "retry").err) == ("sent", said("There is nothing to send."))


def test_of_what_is_uncertain_it_can_be_said_that_they_heard(group: Netwerk, postbox: Postbox) -> None:
    postbox.drop["bea@example.org"] = "taken"
    send(group, "wg")
    assert group("mail", "told", "wg").err == said("1 person counts as told now.")
    assert group("mail", "retry", "wg").err == said("There is nothing to send.")


def test_what_came_back_is_due_and_left_out(group: Netwerk, postbox: Postbox) -> None:
    send(group, "wg")
    assert bounced(group, report("wg.m1.1")) == Ended(
        0, "", said("wg m1: came back (550 5.1.1 No such mailbox).")
    )
    assert bounced(group, report("wg.m1.1")).err == said("wg m1: came back, which was known.")
    assert bounced(group, report("wg.r1.1")).err.endswith("not about a message of ours.\n")
    assert bounced(group, report("wg.m1.2")).err.endswith("not about a message of ours.\n")
    rows = group("mail", "due", "--json").json
    assert [(row["code"], row["why"], row["attempt"]) for row in rows] == [
        ("m1", ["material", "bounced"], "bounced")
    ]
    send(group)
    assert len(postbox.got) == 2
    send(group, "wg", "m1")
    assert postbox.got[-1].message["Message-ID"] == f"<wg.m1.2@{STORE_ID}>"


def test_what_is_added_while_mail_goes_out_goes_along(group: Netwerk, postbox: Postbox) -> None:
    from netwerk_cli.services import sending

    went = sending.send

    def meanwhile(caller, plan, office, outside):  # type: ignore[no-untyped-def]
        group.done("material", "add", "wg", "--title", "Nota", "--url", "https://example.org/n")
        group.done("group", "leave", "wg", "m2")
        return went(caller, plan, office, outside)

    group.patch.setattr(sending, "send", meanwhile)
    send(group, "wg")
    (one,) = postbox.got
    body = one.message.get_body(("plain",))
    assert body is not None
    assert (one.recipient, "Nota" in body.get_content()) == ("bea@example.org", True)
    assert due(group) == {}


def test_erasing_somebody_takes_what_was_sent_to_them_along(group: Netwerk) -> None:
    send(group, "wg")
    shown = group("privacy", "report", "bea@example.org", "--json").json
    (member,) = shown["memberships"]
    assert [(one["kind"], one["outcome"], one["email"]) for one in member["messages"]] == [
        ("material", "sent", "bea@example.org")
    ]
    group.done("privacy", "erase", "bea@example.org", "--yes")
    assert b"bea@example.org" not in group.db.read_bytes()
    kept = json.loads(group.db.read_bytes())
    assert "messages" not in json.dumps(kept["memberships:wg"]["1"])
