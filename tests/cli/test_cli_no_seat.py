"""People without a seat, as an organiser meets them: on the lists, in no cap and in no queue."""

from __future__ import annotations

from tests.cli.calling import Ended, Netwerk, said

SPEAKER = ("--name", "Cas Voorbeeld", "--email", "cas@example.org", "--role", "spreker")
ADD = ("registration", "add", "kickoff", *SPEAKER, "--no-seat")


def full(desk: Netwerk) -> Netwerk:
    desk.done("event", "edit", "kickoff", "--capacity", "1")
    for name in ("Ans", "Bo"):
        desk.done("registration", "add", "kickoff", "--name", name, "--email", f"{name.lower()}@example.org")
    return desk


def test_a_speaker_is_put_on_the_list_of_a_full_event(kickoff: Netwerk) -> None:
    assert full(kickoff)(*ADD) == Ended(
        0,
        "",
        said("Cas Voorbeeld (r3) is on the list of 'kickoff' and takes no seat.", "0 seats are free."),
    )
    shape = kickoff("event", "show", "kickoff", "--json").json
    assert [shape[key] for key in ("seats_held", "confirmed", "waiting", "no_seat", "free")] == [
        1,
        1,
        1,
        1,
        0,
    ]


def test_a_speaker_can_be_added_when_registration_is_closed(kickoff: Netwerk) -> None:
    kickoff.done("event", "close", "kickoff")
    assert kickoff(*ADD, "--json").json["registration"]["no_seat"] is True


def test_lists_say_who_takes_no_seat_as_soon_as_there_is_somebody(kickoff: Netwerk) -> None:
    full(kickoff)
    before = kickoff("export", "attendees", "kickoff").out.splitlines()[0]
    kickoff.done(*ADD)
    rows = kickoff("export", "attendees", "kickoff").out.splitlines()
    assert rows[0] == f"{before},no_seat"
    assert [row.rpartition(",")[2] for row in rows[1:]] == ["false", "true"]
    listed = kickoff("registration", "list", "kickoff").out.splitlines()
    assert [line.rpartition("\t")[2] for line in listed] == ["false", "false", "true"]
    excel = kickoff("export", "attendees", "kickoff", "--excel", "--lang", "nl").out.splitlines()
    assert [line.rpartition(";")[2] for line in excel] == ["Zonder plaats", "", "ja"]


def test_a_seat_is_refused_where_there_is_none_and_given_where_there_is(kickoff: Netwerk) -> None:
    full(kickoff).done(*ADD)
    ended = kickoff("registration", "edit", "kickoff", "r3", "--seat", "--json")
    assert (ended.code, ended.error["code"]) == (5, "event_full")
    kickoff.done("event", "edit", "kickoff", "--capacity", "3")
    assert kickoff("registration", "edit", "kickoff", "r3", "--seat") == Ended(
        0, "", said("Cas Voorbeeld (r3) has a seat at 'kickoff'.", "r3 no seat: yes → no")
    )


def test_who_gives_a_seat_up_lets_the_next_move_up_and_undo_takes_that_back(kickoff: Netwerk) -> None:
    full(kickoff)
    assert kickoff("registration", "edit", "kickoff", "r1", "--no-seat") == Ended(
        0,
        "",
        said(
            "Ans (r1) is on the list of 'kickoff' and takes no seat.",
            "Bo (r2) moved up from the waiting list.",
            "r1 no seat: no → yes",
        ),
    )
    kickoff.done("undo")
    states = [(r["status"], r["no_seat"]) for r in kickoff("registration", "list", "kickoff", "--json").json]
    assert states == [("confirmed", False), ("waiting", False)]


def test_a_list_of_speakers_is_read_in_and_read_again(kickoff: Netwerk) -> None:
    full(kickoff)
    path = kickoff.folder / "sprekers.csv"
    path.write_text("naam,e-mail\nDee,dee@example.org\nEef,eef@example.org\n", encoding="utf-8")
    arguments = ("import", "registrations", "kickoff", str(path), "--no-seat")
    assert kickoff(*arguments).err.splitlines()[-1] == "2 rows read: 2 without a seat."
    assert kickoff(*arguments).err.splitlines()[-1] == "2 rows read: 2 unchanged."
    assert kickoff("event", "show", "kickoff", "--json").json["no_seat"] == 2


def test_lines_of_speakers_are_counted_apart(kickoff: Netwerk) -> None:
    ended = kickoff(
        "registration", "add", "kickoff", "--from", "-", "--no-seat", stdin="naam,e-mail\nDee,d@x.org\n"
    )
    assert ended.err == said(
        "1 line read: 0 with a seat, 0 waiting, 0 unchanged.",
        "1 person is on the list without taking a seat.",
    )


def test_a_column_says_who_takes_no_seat_also_in_a_list_that_was_corrected(kickoff: Netwerk) -> None:
    full(kickoff)
    text = "naam,e-mail,zonder plaats\nAns,ans@example.org,{}\nDee,dee@example.org,ja\n"
    ended = kickoff("import", "registrations", "kickoff", "-", "--json", stdin=text.format("nee"))
    assert [(row["outcome"], row["registration"]) for row in ended.json["rows"]] == [("no_seat", "r3")]
    ended = kickoff("import", "registrations", "kickoff", "-", "--json", stdin=text.format("ja"))
    assert [(row["outcome"], row["changes"]) for row in ended.json["rows"]] == [
        ("updated", {"no_seat": [False, True]})
    ]
    assert ended.json["promoted"] == ["r2"]


def test_a_list_that_left_with_people_without_a_seat_comes_back_the_same(kickoff: Netwerk) -> None:
    full(kickoff).done(*ADD)
    kickoff.done("event", "copy", "kickoff", "ander", "--starts", "2024-02-01 9:00").done(
        "event", "open", "ander"
    )
    for options in ((), ("--excel", "--lang", "nl"), ("--format", "json")):
        exported = kickoff("export", "attendees", "kickoff", *options).out
        ended = kickoff("import", "registrations", "ander", "-", "--json", "--dry-run", stdin=exported)
        assert ended.json["counts"]["no_seat"] == 1, options
