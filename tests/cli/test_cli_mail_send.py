"""`netwerk mail send` over a real server: what goes, what does not, what is recorded, and nobody gets it twice."""

from __future__ import annotations

import json
from collections.abc import Iterator

import pytest

from tests.cli.calling import Ended, Netwerk, said
from tests.mail_server import MailServer, Postbox

LATER = "2024-01-10T10:00:00+01:00"


def configure(netwerk: Netwerk, port: int, **more: str | int) -> None:
    """Write settings with which mail goes to a server on this machine."""
    lines = {
        "mail_from": "Netwerk – één <netwerk@example.org>",
        "mail_host": "127.0.0.1",
        "mail_port": port,
        "mail_security": "none",
        **more,
    }
    text = "".join(f"{key} = {json.dumps(value, ensure_ascii=False)}\n" for key, value in lines.items())
    (netwerk.folder / "config.toml").write_text(text, encoding="utf-8")


@pytest.fixture
def postbox() -> Postbox:
    return Postbox()


@pytest.fixture
def full(kickoff: Netwerk, postbox: Postbox) -> Iterator[Netwerk]:
    """Return a kick-off with two seats, for which Cas waits, and a server that takes mail."""
    kickoff.done("event", "edit", "kickoff", "--capacity", "2").register("Ans", "Bea", "Cas")
    with MailServer(postbox) as server:
        configure(kickoff, server.port)
        yield kickoff


def send(netwerk: Netwerk, *words: str) -> Ended:
    return netwerk("mail", "send", *words)


def outcomes(netwerk: Netwerk) -> dict[str, str | None]:
    """Return what became of the last message of each."""
    return {row["code"]: row["outcome"] for row in netwerk("mail", "list", "--json").json}


def due(netwerk: Netwerk) -> dict[str, str | None]:
    """Return who is to be told something, and how the last mail to them failed."""
    return {row["code"]: row["attempt"] for row in netwerk("mail", "due", "--json").json}


# ------------------------------------------------------------------- what goes
def test_everybody_who_is_due_gets_one_message_and_is_told(full: Netwerk, postbox: Postbox) -> None:
    assert send(full, "kickoff") == Ended(
        0, "", said("kickoff: 2 confirmation, 1 waiting", "3 messages sent.")
    )
    assert [(one.sender, one.recipient) for one in postbox.got] == [
        ("netwerk@example.org", "ans@example.org"),
        ("netwerk@example.org", "bea@example.org"),
        ("netwerk@example.org", "cas@example.org"),
    ]
    first = postbox.got[0].message
    assert (first["Subject"], first["From"]) == ("Confirmed: Kick-off", "Netwerk – één <netwerk@example.org>")
    assert first["Auto-Submitted"] == "auto-generated"
    assert outcomes(full) == {"r1": "sent", "r2": "sent", "r3": "sent"}
    assert send(full) == Ended(0, "", said("There is nothing to send."))
    assert len(postbox.got) == 3


def test_what_is_sent_is_what_would_be_written(full: Netwerk, postbox: Postbox) -> None:
    full.done("mail", "write", "kickoff", "-o", str(full.folder / "uit"))
    full.done("mail", "send", "kickoff")
    files = sorted((full.folder / "uit").iterdir())
    assert [path.read_bytes() for path in files] == [one.data for one in postbox.got]


def test_the_answer_has_each_message_and_counts(full: Netwerk, postbox: Postbox) -> None:
    answer = send(full, "kickoff", "r3", "--json").json
    assert (answer["action"], answer["changed"], answer["dry_run"], answer["change"]) == (
        "mail.send",
        True,
        False,
        "c7",
    )
    assert answer["counts"] == {
        "sent": 1, "uncertain": 0, "deferred": 0, "refused": 0, "unsent": 0, "held": 0, "left": 0,
    }  # fmt: skip
    (row,) = answer["messages"]
    assert (row["code"], row["kind"], row["outcome"], row["reply"]) == ("r3", "waiting", "sent", None)
    assert row["message_id"] == postbox.got[0].message["Message-ID"].strip("<>")


def test_it_is_narrowed_to_people_kinds_and_a_number(full: Netwerk, postbox: Postbox) -> None:
    send(full, "--kind", "waiting")
    assert list(postbox.count) == ["cas@example.org"]
    assert send(full, "--limit", "1") == Ended(
        0,
        "",
        said("kickoff: 1 confirmation", "1 message waits for another time (--limit).", "1 message sent."),
    )
    send(full, "kickoff", "bea@example.org")
    assert postbox.count == {"cas@example.org": 1, "ans@example.org": 1, "bea@example.org": 1}
    assert send(full, "--limit", "veel").code == 2


def test_it_can_be_tried_first(full: Netwerk, postbox: Postbox) -> None:
    before = full.files()
    assert send(full, "-n") == Ended(
        0, "", said("kickoff: 2 confirmation, 1 waiting", "This was a dry run: nothing was changed.")
    )
    answer = send(full, "-n", "--json").json
    assert [(row["code"], row["outcome"]) for row in answer["messages"]] == [
        ("r1", None),
        ("r2", None),
        ("r3", None),
    ]
    assert (full.files(), postbox.connections) == (before, 0)


def test_it_is_said_in_dutch(full: Netwerk) -> None:
    assert send(full, "--lang", "nl") == Ended(
        0, "", said("kickoff: 2 bevestiging, 1 wachtlijst", "3 berichten verstuurd.")
    )


def test_sending_is_not_undone(full: Netwerk, postbox: Postbox) -> None:
    change = send(full, "kickoff", "--json").json["change"]
    refused = full.error("undo")
    assert (refused["code"], refused["exit_code"], refused["details"]) == ("mail_sent", 5, {"change": change})
    assert full.error("undo", "c6")["code"] == "mail_sent"
    full.done("registration", "edit", "kickoff", "r1", "--organisation", "Proefbank")
    full.done("undo")
    assert (due(full), len(postbox.got)) == ({}, 3)


def test_the_history_says_that_it_was_mailed(full: Netwerk) -> None:
    send(full, "kickoff", "r1")
    rows = full("log", "kickoff", "r1", "--json").json
    assert [row["what"] for row in rows] == ["registered", "mailed"]


def test_a_special_answer_a_note_and_a_reason_are_in_no_mail(full: Netwerk, postbox: Postbox) -> None:
    question = "dieet=Wat eet je niet?; special"
    full.done("event", "edit", "kickoff", "--question", question, "--language", "nl")
    full.done(
        "registration", "edit", "kickoff", "r1", "--answer", "dieet=Pindazout", "--note", "Rolstoelzout"
    )
    full.done("registration", "decline", "kickoff", "r3", "--reason", "Redenzout")
    send(full)
    assert len(postbox.got) == 3
    for one in postbox.got:
        for part in one.message.walk():
            if not part.is_multipart():
                text = part.get_payload(decode=True)
                assert isinstance(text, bytes)
                assert b"zout" not in text
        assert b"zout" not in one.data


def test_a_message_that_is_not_so_any_more_when_its_turn_comes_is_written_anew(
    full: Netwerk, postbox: Postbox
) -> None:
    from netwerk_cli.services import sending

    went = sending.send

    def meanwhile(caller, plan, office, outside):  # type: ignore[no-untyped-def]
        full.done("event", "edit", "kickoff", "--location", "Gent")
        full.done("registration", "cancel", "kickoff", "r2")
        return went(caller, plan, office, outside)

    full.patch.setattr(sending, "send", meanwhile)
    send(full, "kickoff")
    bodies = {one.recipient: one.message.get_body(("plain",)) for one in postbox.got}
    assert {to: "Gent" in body.get_content() for to, body in bodies.items() if body} == {
        "ans@example.org": True,
        "cas@example.org": True,
    }
    assert due(full) == {}


# ------------------------------------------------------------- what does not go
def test_an_address_that_is_refused_waits_and_the_others_go_on(full: Netwerk, postbox: Postbox) -> None:
    postbox.refuse["bea@example.org"] = "550 5.1.1 Nobody of that name"
    ended = send(full, "kickoff")
    assert (ended.code, ended.out) == (8, "")
    assert ended.err == said(
        "kickoff: 2 confirmation, 1 waiting",
        "kickoff r2: the address was refused (550 5.1.1 Nobody of that name).",
        "2 messages sent.",
        "Error: 1 of 3 messages did not go for certain.",
        "Each line above says why; 'netwerk mail due' has who does not know yet.",
    )
    assert outcomes(full) == {"r1": "sent", "r2": "refused", "r3": "sent"}
    assert due(full) == {"r2": "refused"}
    again = send(full, "kickoff")
    assert again == Ended(
        0,
        "",
        said(
            "1 person is left out, as mail to the address failed: kickoff r2. Correct the address, or name the "
            "person to try again.",
            "There is nothing to send.",
        ),
    )
    postbox.refuse.clear()
    send(full, "kickoff", "r2")
    assert (outcomes(full)["r2"], due(full)) == ("sent", {})


def test_a_corrected_address_is_written_to(full: Netwerk, postbox: Postbox) -> None:
    postbox.refuse["bea@example.org"] = "550 5.1.1 no"
    send(full, "kickoff")
    full.done("registration", "edit", "kickoff", "r2", "--email", "bea@example.com")
    assert send(full).code == 0
    assert postbox.count["bea@example.com"] == 1


def test_the_answer_of_what_did_not_go_names_nobody(full: Netwerk, postbox: Postbox) -> None:
    postbox.refuse["bea@example.org"] = "550 5.1.1 <bea@example.org> unknown"
    refused = full.error("mail", "send", "kickoff")
    assert (refused["code"], refused["exit_code"]) == ("not_sent", 8)
    details = refused["details"]
    assert (details["changed"], details["counts"]["sent"], details["counts"]["refused"]) == (True, 2, 1)
    assert "@example.org" not in json.dumps(refused)
    assert [(row["code"], row["outcome"]) for row in details["messages"]] == [
        ("r1", "sent"), ("r2", "refused"), ("r3", "sent"),
    ]  # fmt: skip


def test_what_a_server_puts_off_goes_with_the_next_sending(full: Netwerk, postbox: Postbox) -> None:
    postbox.refuse["ans@example.org"] = "450 4.2.0 Greylisted"
    ended = send(full, "kickoff")
    assert ended.code == 8
    assert "kickoff r1: not now (450 4.2.0 Greylisted); it goes with the next sending." in ended.err
    assert due(full) == {"r1": "deferred"}
    postbox.refuse.clear()
    assert send(full, "kickoff").code == 0
    assert postbox.count == {"ans@example.org": 1, "bea@example.org": 1, "cas@example.org": 1}
    assert postbox.got[-1].message["Message-ID"].startswith("<kickoff.r1.1@")


@pytest.mark.parametrize("way", ["unseen", "taken"])
def test_what_is_cut_off_behind_its_content_is_uncertain_and_goes_again_only_when_asked(
    full: Netwerk, postbox: Postbox, way: str
) -> None:
    postbox.drop["bea@example.org"] = way
    ended = send(full, "kickoff")
    assert ended.code == 8
    assert "kickoff r2: uncertain, the connection broke before the server answered." in ended.err
    assert outcomes(full) == {"r1": "sent", "r2": "uncertain", "r3": "sent"}
    assert (due(full), send(full).code) == ({}, 0)
    status = full("status", "--json").json[0]["attention"]
    assert "uncertain" in status
    took = len(postbox.got)
    assert full("mail", "retry") == Ended(0, "", said("kickoff: 1 confirmation", "1 message sent."))
    assert len(postbox.got) == took + 1
    assert postbox.got[-1].message["Message-ID"].startswith("<kickoff.r2.1@")
    assert outcomes(full)["r2"] == "sent"
    assert "uncertain" not in full("status", "--json").json[0]["attention"]
    assert full("mail", "retry") == Ended(0, "", said("There is nothing to send."))


def test_what_is_cut_off_before_its_content_is_still_due(full: Netwerk, postbox: Postbox) -> None:
    postbox.drop["bea@example.org"] = "before"
    ended = send(full, "kickoff")
    assert ended.code == 0
    assert (postbox.count, due(full)) == ({"ans@example.org": 1, "cas@example.org": 1}, {"r2": None})


def test_who_heard_otherwise_is_uncertain_no_longer(full: Netwerk, postbox: Postbox) -> None:
    postbox.drop["bea@example.org"] = "unseen"
    send(full, "kickoff")
    assert full("mail", "told", "kickoff") == Ended(0, "", said("1 person counts as told now."))
    assert full("mail", "retry") == Ended(0, "", said("There is nothing to send."))


def test_doctor_names_what_is_uncertain_and_who_takes_no_mail(full: Netwerk, postbox: Postbox) -> None:
    postbox.drop["bea@example.org"] = "unseen"
    postbox.refuse["ans@example.org"] = "550 5.1.1 no"
    send(full, "kickoff")
    found = full("doctor", "--json").json["findings"]
    assert [(one["code"], one["where"], one["note"]) for one in found] == [
        ("mail_uncertain", "kickoff", True), ("mail_failed", "kickoff r1", True),
    ]  # fmt: skip
    assert found[0]["problem"] == "1 message may not have arrived."


def test_a_server_that_takes_nothing_from_us_stops_it_and_nobody_is_held(
    full: Netwerk, postbox: Postbox
) -> None:
    full.register("Dora", "Eva")
    postbox.sender_reply = "550 5.7.60 You may not send as this address"
    refused = full.error("mail", "send")
    assert (refused["code"], refused["exit_code"]) == ("mail_refused", 1)
    assert refused["message"] == (
        "The mail server 127.0.0.1 takes no messages from us: 550 5.7.60 You may not send as this address."
    )
    assert refused["details"]["counts"]["deferred"] == 3
    postbox.sender_reply = "250 OK"
    assert send(full).code == 0
    assert len(postbox.got) == 5


def test_a_person_who_may_not_be_relayed_to_is_not_held(full: Netwerk, postbox: Postbox) -> None:
    postbox.refuse["ans@example.org"] = "554 5.7.1 Relay access denied"
    send(full, "kickoff", "r1")
    assert due(full)["r1"] == "deferred"


def test_a_message_that_is_refused_for_what_it_says_is_not_about_the_address(
    full: Netwerk, postbox: Postbox
) -> None:
    postbox.afterwards["ans@example.org"] = "554 5.6.0 It looks like spam"
    postbox.afterwards["bea@example.org"] = "550 5.1.1 Nobody of that name"
    send(full)
    assert due(full) == {"r1": "deferred", "r2": "refused"}


# ------------------------------------------------------------- before it goes
def test_without_a_server_it_says_what_to_write_where(full: Netwerk) -> None:
    (full.folder / "config.toml").write_text('mail_from = "n@example.org"\n', encoding="utf-8")
    before = full.files()
    refused = full.error("mail", "send", "kickoff")
    assert (refused["code"], refused["exit_code"]) == ("mail_not_set", 2)
    assert refused["message"] == "Nothing says how to send mail: mail_host is not set."
    assert refused["hint"] == (
        f"Write mail_host = 'smtp.example.org' in {full.folder / 'config.toml'}; docs/mail.md has what common "
        "providers want."
    )
    assert full.files() == before


def test_without_an_address_to_send_from_it_says_so(full: Netwerk, postbox: Postbox) -> None:
    path = full.folder / "config.toml"
    path.write_text(path.read_text("utf-8").partition("\n")[2], encoding="utf-8")
    refused = full.error("mail", "send")
    assert refused["message"] == "Nothing says how to send mail: mail_from is not set."
    assert refused["hint"].startswith("Write mail_from = 'Naam <naam@example.org>' in ")
    full.done("event", "edit", "kickoff", "--organiser", "Proefhuis <proef@example.org>")
    send(full)
    assert {one.sender for one in postbox.got} == {"proef@example.org"}


def test_where_no_server_answers_nothing_is_marked(full: Netwerk) -> None:
    with MailServer(Postbox()) as other:
        port = other.port
    configure(full, port)
    before = full.stored()
    refused = full.error("mail", "send")
    assert (refused["code"], refused["exit_code"]) == ("mail_server", 1)
    assert full.stored() == before
    assert set(due(full)) == {"r1", "r2", "r3"}


def test_a_template_that_cannot_be_used_stops_it_before_anything_goes(
    full: Netwerk, postbox: Postbox
) -> None:
    folder = full.folder / "mail"
    folder.mkdir()
    (folder / "waiting.txt").write_text("{{ nam }}", encoding="utf-8")
    assert (send(full).code, postbox.got) == (2, [])


@pytest.mark.parametrize(
    ("setting", "value", "why"),
    [
        ("mail_security", "geen", "mail_security: choose from starttls, tls, none."),
        ("mail_port", "smtp", "mail_port: it is a whole number from 0."),
        ("mail_port", "70000", "mail_port: it is a number from 1 to 65535."),
        ("mail_per_minute", "snel", "mail_per_minute: it is a whole number from 0."),
        ("mail_host", "smtp.example.org", "mail_security: without encryption only a server on this machine is used: "
         "localhost."),
        ("mail_token_command", "x", "mail_token_command: give one of mail_password_command and mail_token_command."),
    ],
)  # fmt: skip
def test_settings_that_cannot_be_are_named(full: Netwerk, setting: str, value: str, why: str) -> None:
    configure(full, 25, **{"mail_password_command": "y", setting: value})
    ended = send(full)
    assert (ended.code, ended.err.splitlines()[1]) == (2, f"Error: {why}")


# ------------------------------------------------------------------- at a pace
def test_so_many_go_in_a_minute_and_meanwhile_nothing_is_marked(full: Netwerk, postbox: Postbox) -> None:
    from netwerk_cli.cli import sending_telling

    clock, paused = [0.0], list[float]()

    def wait(seconds: float, stopped: object) -> None:  # noqa: ARG001 (as it is called)
        paused.append(seconds)
        assert set(outcomes(full).values()) <= {"sent"}
        clock[0] += seconds

    full.patch.setattr("netwerk_cli.cli.sending_telling.time.monotonic", lambda: clock[0])
    full.patch.setattr(sending_telling, "_wait", wait)
    configure_pace(full, 2)
    full.register("Dora", "Eva")
    assert send(full).code == 0
    assert (paused, len(postbox.got), postbox.connections) == ([60.0, 60.0], 5, 3)


def configure_pace(netwerk: Netwerk, count: int) -> None:
    path = netwerk.folder / "config.toml"
    path.write_text(f"{path.read_text('utf-8')}mail_per_minute = {count}\n", encoding="utf-8")


def test_two_do_not_send_at_once(full: Netwerk, postbox: Postbox) -> None:
    from netwerk_cli.store import store_at

    with store_at(full.place).outbox():
        refused = full.error("mail", "send", "--lock-timeout", "0")
        full.done("registration", "edit", "kickoff", "r1", "--organisation", "Proefbank")
    assert (refused["code"], refused["exit_code"], postbox.got) == ("sender_busy", 7, [])
    assert send(full).code == 0


def test_a_line_that_is_slow_is_waited_for_and_others_can_change_the_file(
    full: Netwerk, postbox: Postbox
) -> None:
    import threading
    import time

    postbox.slow_s = 0.3
    ended = list[int]()
    thread = threading.Thread(target=lambda: ended.append(full.process("mail", "send").code))
    thread.start()
    until = time.monotonic() + 20
    while not postbox.connections and time.monotonic() < until:
        time.sleep(0.01)
    assert full.process(
        "registration", "edit", "kickoff", "r3", "--role", "gast", "--lock-timeout", "0"
    ).code in (0, 7)
    thread.join(30)
    assert (ended, len(postbox.got)) == ([0], 3)
