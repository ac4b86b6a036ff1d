"""`netwerk session …`, and registering for chosen sessions."""

from __future__ import annotations

import pytest

from tests.cli.calling import Ended, Netwerk, said


@pytest.fixture
def series(netwerk: Netwerk) -> Netwerk:
    """A series of two sessions, the first with one seat, and one still to be announced."""
    netwerk.done("event", "add", "reeks", "--title", "Reeks", "--capacity", "10")
    netwerk.done(
        "session", "add", "reeks", "een", "--starts", "2024-02-01 10.30-11.30 uur", "--capacity", "1"
    )
    netwerk.done("session", "add", "reeks", "twee", "--starts", "2024-02-02 10:30", "--duration", "1u")
    return netwerk.done("session", "add", "reeks", "later", "--to-be-announced")


def test_sessions_are_listed_by_their_start_undated_ones_last(series: Netwerk) -> None:
    assert series("session", "list", "reeks").lines == [
        ["een", "", "2024-02-01T10:30:00+01:00", "2024-02-01T11:30:00+01:00", "", "1", "0", "0", ""],
        ["twee", "", "2024-02-02T10:30:00+01:00", "2024-02-02T11:30:00+01:00", "", "", "0", "0", ""],
        ["later", "", "", "", "", "", "0", "0", ""],
    ]


def test_event_with_several_sessions_is_a_series(series: Netwerk) -> None:
    shown = series("event", "show", "reeks", "--json").json
    assert (shown["kind"], shown["starts_at"], shown["ends_at"]) == (
        "series",
        "2024-02-01T10:30:00+01:00",
        "2024-02-02T11:30:00+01:00",
    )


def test_session_to_be_announced_is_given_its_date(series: Netwerk) -> None:
    assert series("session", "edit", "reeks", "later", "--starts", "2024-03-01 10:00") == Ended(
        0,
        "",
        said(
            "Changed session 'later' of 'reeks'.",
            "session later starts: (nothing) → Friday 1 March 2024 at 10:00",
            "It starts on Friday 1 March 2024 at 10:00.",
        ),
    )


def test_a_session_is_never_moved_without_its_old_time_and_who_has_it(series: Netwerk) -> None:
    for name in ("Ans", "Bea"):
        words = ("--name", name, "--email", f"{name}@example.org", "--session", "een,twee")
        series.done("registration", "add", "reeks", *words, "--partial")
    moved = ("session", "edit", "reeks", "twee", "--starts", "2024-02-03 9:00", "--dry-run")
    assert series(*moved).err.splitlines()[1:4] == [
        "session twee starts: Friday 2 February 2024 at 10:30 → Saturday 3 February 2024 at 09:00",
        "session twee ends: Friday 2 February 2024 at 11:30 → Saturday 3 February 2024 at 10:00",
        "It starts on Saturday 3 February 2024 at 09:00.",
    ]
    told = series(*moved, "--json").json
    assert [one["problem"] for one in told["warnings"]] == [
        "2 people have session 'twee': Ans (r1), Bea (r2)."
    ]
    assert told["changes"][0] == {
        "field": "session.twee.starts",
        "old": "2024-02-02T10:30:00+01:00",
        "new": "2024-02-03T09:00:00+01:00",
    }
    assert "people have" not in series("session", "edit", "reeks", "twee", "--title", "Twee").err


def test_add_in_json(series: Netwerk) -> None:
    result = series("session", "add", "reeks", "drie", "--starts", "2024-02-03", "--json").json
    assert (result["action"], result["changed"], result["event"], result["promoted"]) == (
        "session.add",
        True,
        "reeks",
        [],
    )
    assert result["session"] == {
        "id": "drie",
        "title": None,
        "starts_at": "2024-02-03",
        "ends_at": None,
        "location": None,
        "online_url": None,
        "capacity": None,
        "within": None,
        "description": None,
        "cancelled_at": None,
        "break_minutes": None,
    }


def test_cap_above_the_events_is_a_warning(series: Netwerk) -> None:
    ended = series("session", "edit", "reeks", "twee", "--capacity", "11")
    assert (ended.code, "Careful: its cap of 11 is above the event's 10." in ended.err) == (0, True)


@pytest.mark.parametrize(
    ("words", "code", "sentence"),
    [
        pytest.param(
            ("een", "--starts", "2024-02-03 10:00"), 4, "'reeks' has a session 'een' already.", id="twice"
        ),
        pytest.param(("x",), 2, "--starts: give a start, or --to-be-announced.", id="no start"),
        pytest.param(
            ("x", "--to-be-announced", "--starts", "2024-02-03"),
            2,
            "--to-be-announced: it goes without a time.",
            id="a start and none",
        ),
        pytest.param(
            ("x", "--starts", "2024-02-03 10:00", "--ends", "2024-02-03 09:00"),
            2,
            "The end (Saturday 3 February 2024 at 09:00) is not after the start (Saturday 3 February 2024 at 10:00).",
            id="end before start",
        ),
        pytest.param(
            ("x", "--to-be-announced", "--within", "symposium"),
            3,
            "There is no event 'symposium'.",
            id="no host",
        ),
        pytest.param(
            ("Dag 1", "--to-be-announced"),
            2,
            "SESSION: a name has only a-z, 0-9 and single hyphens, at most 80 characters.",
            id="a blank in the name",
        ),
    ],
)
def test_session_that_cannot_be_is_refused(
    series: Netwerk, words: tuple[str, ...], code: int, sentence: str
) -> None:
    before = series.files()
    ended = series("session", "add", "reeks", *words)
    assert (ended.code, ended.out, ended.err.splitlines()[0]) == (code, "", f"Error: {sentence}")
    assert series.files() == before


def test_unknown_session(series: Netwerk) -> None:
    assert series("session", "cancel", "reeks", "vier") == Ended(
        3, "", said("Error: 'reeks' has no session 'vier'.", "It has: een, twee, later.")
    )


def test_repeat_keeps_the_time_of_the_day(series: Netwerk) -> None:
    words = (
        "--starts",
        "2024-03-25 10:00",
        "--duration",
        "2u",
        "--every",
        "week",
        "--count",
        "2",
        "--prefix",
        "avond",
    )
    told = (
        "'reeks' has 5 sessions now.",
        "avond-1: Monday 25 March 2024 at 10:00",
        "avond-2: Monday 1 April 2024 at 10:00",
    )
    before = series.files()
    assert series("session", "repeat", "reeks", *words, "--dry-run") == Ended(
        0, "", said(*told, "This was a dry run: nothing was changed.")
    )
    assert series.files() == before
    assert series("session", "repeat", "reeks", *words) == Ended(0, "", said(*told))
    rows = series("session", "list", "reeks", "--fields", "id,starts_at,ends_at").lines
    assert [row for row in rows if row[0].startswith("avond")] == [
        ["avond-1", "2024-03-25T10:00:00+01:00", "2024-03-25T12:00:00+01:00"],
        ["avond-2", "2024-04-01T10:00:00+02:00", "2024-04-01T12:00:00+02:00"],
    ]


@pytest.mark.parametrize(
    ("words", "problem"),
    [
        (("--every", "week", "--until", "2024-03-01"), "--every: it makes 0 sessions; 1 to 200 fit."),
        (("--rule", "FREQ=WEEKLY", "--until", "2024-03-01"), "--rule: it makes 0 sessions; 1 to 200 fit."),
        (("--rule", "FREQ=SECONDLY", "--count", "2"), "--rule: sessions repeat daily at most."),
        (
            ("--every", "week", "--count", "2", "--until", "2024-04-01"),
            "--until: a rule ends once: after a number of sessions, or on a day.",
        ),
        (
            ("--every", "week", "--until", "2024-04-01 09:00"),
            "'2024-04-01 09:00' is not a usable date or time: a day is needed, without a time.",
        ),
    ],
)
def test_repeat_refuses_what_has_no_good_end(series: Netwerk, words: tuple[str, ...], problem: str) -> None:
    before = series.files()
    ended = series("session", "repeat", "reeks", "--starts", "2024-03-25 10:00", *words)
    assert (ended.code, ended.err.splitlines()[0]) == (2, f"Error: {problem}")
    assert series.files() == before


def test_repeat_makes_two_hundred_sessions(series: Netwerk) -> None:
    words = ("--starts", "2024-03-25 10:00", "--every", "day", "--count", "200")
    told = series("session", "repeat", "reeks", *words).err.splitlines()
    assert told[:2] == ["'reeks' has 203 sessions now.", "session-1: Monday 25 March 2024 at 10:00"]
    assert told[19:] == [
        "session-19: Friday 12 April 2024 at 10:00",
        "… and 180 more",
        "session-200: Thursday 10 October 2024 at 10:00",
    ]


def test_session_that_people_chose_is_not_removed(series: Netwerk) -> None:
    person = ("--name", "Ans Voorbeeld", "--email", "ans@example.org")
    series.done("registration", "add", "reeks", *person, "--session", "een")
    assert series("session", "remove", "reeks", "een") == Ended(
        5,
        "",
        said(
            "Error: 1 person has chosen session 'een' of 'reeks'.",
            "Cancel it with 'netwerk session cancel reeks een': the record stays.",
        ),
    )
    assert series("session", "remove", "reeks", "later").code == 0


def test_session_is_called_off_and_put_back_on(series: Netwerk) -> None:
    assert series("session", "cancel", "reeks", "een", "--reason", "Storm").code == 0
    person = ("--name", "Ans Voorbeeld", "--email", "ans@example.org", "--session", "een")
    assert series.error("registration", "add", "reeks", *person)["code"] == "session_cancelled"
    series.done("session", "reopen", "reeks", "een").done("registration", "add", "reeks", *person)


def test_partial_registration_takes_what_is_free(series: Netwerk) -> None:
    both = ("--session", "een", "--session", "twee")
    series.done(
        "registration", "add", "reeks", "--name", "Ans Voorbeeld", "--email", "ans@example.org", *both
    )
    bea = ("--name", "Bea Voorbeeld", "--email", "bea@example.org", *both)
    assert series("registration", "add", "reeks", *bea, "--partial") == Ended(
        0,
        "",
        said(
            "Bea Voorbeeld (r2) has a seat at 'reeks'.",
            "Bea Voorbeeld waits for a seat in: een.",
            "Sessions: twee.",
            "8 seats are free.",
        ),
    )
    assert series("waitlist", "list", "reeks", "--fields", "position,code,waits_for").lines == [
        ["", "r2", "een"]
    ]
    assert series("registration", "excuse", "reeks", "r1", "--session", "een").err == said(
        "Ans Voorbeeld (r1) has a seat at 'reeks'.",
        "Bea Voorbeeld (r2) moved up from the waiting list.",
        "r1 sessions: 2 → 1 (twee)",
    )


def test_full_session_says_so(series: Netwerk) -> None:
    one = ("--session", "een", "--no-waiting-list")
    series.done("registration", "add", "reeks", "--name", "Ans Voorbeeld", "--email", "ans@example.org", *one)
    error = series.error("registration", "add", "reeks", "--name", "Bea", "--email", "bea@example.org", *one)
    assert (error["code"], error["details"]) == (
        "session_full",
        {"event": "reeks", "session": "een", "seats_held": 1, "capacity": 1},
    )


def test_sessions_may_be_named_with_commas_between_them(series: Netwerk) -> None:
    person = ("--name", "Ans Voorbeeld", "--email", "ans@example.org")
    result = series("registration", "add", "reeks", *person, "--session", "een, twee", "--json").json
    assert result["registration"]["sessions"] == ["een", "twee"]
    chosen = series("registration", "choose", "reeks", "r1", "--session", "twee,later", "--json").json
    assert chosen["registration"]["sessions"] == ["twee", "later"]
    assert series("registration", "excuse", "reeks", "r1", "--session", "twee,", "--json").code == 3
    left = series("registration", "excuse", "reeks", "r1", "--session", "twee", "--json").json
    assert left["registration"]["sessions"] == ["later"]


def test_excused_from_everything_is_a_cancellation(series: Netwerk) -> None:
    person = ("--name", "Ans Voorbeeld", "--email", "ans@example.org")
    series.done("registration", "add", "reeks", *person, "--session", "een")
    assert series("registration", "excuse", "reeks", "r1", "--session", "een").err.splitlines()[0] == (
        "Error: --session: no session would be left; cancel the registration instead."
    )


def test_seats_set_aside_are_released_to_the_queue_by_close_due(netwerk: Netwerk) -> None:
    netwerk.done("event", "add", "dag", "--starts", "2024-02-01 10:00", "--capacity", "1",
                 "--set-aside", "CLB's=1 tot 2024-01-11 12:00")  # fmt: skip
    netwerk.register("Ans", event="dag")
    assert netwerk.statuses("dag") == {"r1": "waiting"}
    netwerk.at("2024-01-11T12:00:00+01:00")
    assert netwerk("close-due") == Ended(0, "", said("Ans Voorbeeld (r1) moved up from the waiting list."))
    assert netwerk("close-due") == Ended(0)


@pytest.mark.parametrize(
    "text", ["CLB's", "CLB's=veel tot 2024-01-11 12:00", "=1 tot 2024-01-11 12:00", "A=1 morgen"]
)
def test_set_aside_that_is_not_understood(netwerk: Netwerk, text: str) -> None:
    ended = netwerk("event", "add", "dag", "--capacity", "9", "--set-aside", text)
    assert (ended.code, ended.out, ended.err.startswith("Error: --set-aside: ")) == (2, "", True)


def test_organisation_limit(netwerk: Netwerk) -> None:
    netwerk.done("event", "add", "dag", "--organisation-limit", "1", "--no-draft")
    school = ("--organisation", "De Proeftuin")
    netwerk.done("registration", "add", "dag", "--name", "Ans", "--email", "ans@example.org", *school)
    error = netwerk.error(
        "registration", "add", "dag", "--name", "Bea", "--email", "bea@example.org", *school
    )
    assert (error["code"], error["exit_code"]) == ("organisation_limit", 5)


def test_session_that_somebody_waits_for_or_was_excused_from_is_not_removed(series: Netwerk) -> None:
    series.register("Ans", event="reeks").done("registration", "add", "reeks", *BEA, "--partial")
    series.done("registration", "excuse", "reeks", "r1", "--session", "twee")
    for session in ("een", "twee"):
        before = series.files()
        assert (
            series("session", "remove", "reeks", session, "--yes", "--json").error["code"]
            == "has_registrations"
        )
        assert series.files() == before


BEA = ("--name", "Bea Voorbeeld", "--email", "bea@example.org")


# ------------------------------------------------- sessions that come to coincide
@pytest.fixture
def twice(netwerk: Netwerk) -> Netwerk:
    """Two sessions one after the other, and two people who chose both."""
    netwerk.done("event", "add", "reeks")
    netwerk.done("session", "add", "reeks", "een", "--starts", "2024-02-01 10:00", "--duration", "1h")
    netwerk.done("session", "add", "reeks", "twee", "--starts", "2024-02-01 11:00", "--duration", "1h")
    for name in ("Ans", "Bea"):
        words = (
            "--name",
            name,
            "--email",
            f"{name.lower()}@example.org",
            "--session",
            "een",
            "--session",
            "twee",
        )
        netwerk.done("registration", "add", "reeks", *words)
    return netwerk


BOTH = "Careful: 2 people sit in 'een' and 'twee' at the same time: Ans (r1), Bea (r2)."


def test_a_session_is_never_moved_onto_another_in_silence(twice: Netwerk) -> None:
    moved = twice("session", "edit", "reeks", "twee", "--starts", "2024-02-01 10:30", "--json").json
    assert moved["warnings"][0]["problem"] == BOTH
    assert "at the same time" not in twice("session", "edit", "reeks", "twee", "--title", "Twee").err
    (finding,) = twice("doctor", "--json").error["details"]["findings"]
    assert (finding["code"], finding["where"]) == ("in_two_sessions", "reeks een twee")
    twice.done("session", "cancel", "reeks", "een")
    twice.done("doctor")
    assert BOTH in twice("session", "reopen", "reeks", "een").err
    twice.at("2024-02-02T09:00:00+01:00").done("doctor")


def test_a_dossier_never_moves_a_session_onto_another_in_silence(twice: Netwerk) -> None:
    file = twice.folder / "reeks.toml"
    twice.done("export", "dossier", "reeks", "-o", str(file))
    text = file.read_text(encoding="utf-8")
    file.write_text(
        text.replace("starts = 2024-02-01T11:00:00", "starts = 2024-02-01T10:30:00"), encoding="utf-8"
    )
    assert BOTH in twice("apply", str(file), "--dry-run").err
    assert BOTH in twice("apply", str(file)).err
    assert "at the same time" not in twice("apply", str(file)).err


def test_of_many_people_in_two_sessions_not_everybody_is_named(twice: Netwerk) -> None:
    for number in range(5):
        words = ("--name", f"Cy {number}", "--email", f"cy{number}@example.org")
        twice.done("registration", "add", "reeks", *words)
    moved = twice("session", "edit", "reeks", "twee", "--starts", "2024-02-01 10:30")
    assert "7 people sit in" in moved.err
    assert "Cy 2 (r5), …." in moved.err


# ------------------------------------------ what a session does to registration
def test_a_session_is_never_called_off_without_a_word_of_its_people(twice: Netwerk) -> None:
    twice.done("registration", "cancel", "reeks", "r2")
    assert twice("session", "cancel", "reeks", "een") == Ended(
        0,
        "",
        said(
            "Called session 'een' of 'reeks' off.", "Session 'een' is off; 1 person had chosen it: Ans (r1)."
        ),
    )
    assert twice("session", "cancel", "reeks", "een") == Ended(0, "", said("Nothing changed."))


def test_a_session_never_closes_or_reopens_registration_in_silence(netwerk: Netwerk) -> None:
    netwerk.done("event", "add", "reeks").done(
        "session", "add", "reeks", "een", "--starts", "2024-01-10 09:30"
    )
    netwerk.at("2024-01-10T10:00:00+01:00")
    closed = "Registration closed on Wednesday 10 January 2024 at 09:30, at the start: no closing was given."
    until = "Registration is open until Friday 12 January 2024 at 10:00 (2 days left)."
    words = ("--starts", "2024-01-12 10:00")
    assert netwerk("session", "add", "reeks", "twee", *words).err == said(
        "Added session 'twee' to 'reeks'.", "It starts on Friday 12 January 2024 at 10:00.", until
    )
    assert netwerk("session", "edit", "reeks", "twee", "--to-be-announced").err == said(
        "Changed session 'twee' of 'reeks'.",
        "session twee starts: Friday 12 January 2024 at 10:00 → (nothing)",
        closed,
    )
    netwerk.done("session", "edit", "reeks", "twee", *words)
    assert closed in netwerk("session", "cancel", "reeks", "twee").err
    assert until in netwerk("session", "reopen", "reeks", "twee").err
    assert closed in netwerk("session", "remove", "reeks", "twee").err


# ------------------------------------------------------------- all, or a choice
CHOOSE = (
    "Sessions of 'reeks' take place at the same time, so who registers has to choose; "
    "'netwerk event edit reeks --sessions all' lets naming none mean all."
)
ANYBODY = ("--name", "Dirk", "--email", "dirk@example.org")


def test_nobody_is_registered_for_what_is_to_be_chosen(series: Netwerk) -> None:
    series.done("event", "edit", "reeks", "--sessions", "choose")
    error = series.error("registration", "add", "reeks", *ANYBODY)
    assert (error["code"], error["exit_code"]) == ("sessions_not_chosen", 5)
    assert error["message"] == "Who registers for 'reeks' chooses sessions: een, twee, later."
    line = '{"name": "Dirk", "email": "dirk@example.org"}\n'
    assert "chooses sessions" in series("registration", "add", "reeks", "--from", "-", stdin=line).err
    series.done("registration", "add", "reeks", *ANYBODY, "--session", "twee")
    assert series.error("registration", "choose", "reeks", "r1")["code"] == "sessions_not_chosen"
    explained = series("explain", "reeks", "--json").json
    assert explained["verdict"] == "sessions_not_chosen"
    assert "Who registers chooses sessions: een, twee, later." in [s["text"] for s in explained["steps"]]


def test_the_choice_of_sessions_is_never_lost_in_a_copy_or_a_dossier(series: Netwerk) -> None:
    assert series("event", "show", "reeks", "--json").json["session_choice"] == "all"
    series.done("event", "edit", "reeks", "--sessions", "choose").done("event", "copy", "reeks", "nieuw")
    assert series("event", "show", "nieuw", "--json").json["session_choice"] == "choose"
    file = series.folder / "reeks.toml"
    series.done("export", "dossier", "reeks", "-o", str(file))
    text = file.read_text(encoding="utf-8")
    assert 'sessions = "choose"' in text
    assert series("apply", str(file), "--json").json["changed"] is False
    file.write_text(text.replace('"choose"', '"all"'), encoding="utf-8")
    series.done("apply", str(file)).done("registration", "add", "reeks", *ANYBODY)


def test_sessions_that_coincide_never_ask_for_a_choice_in_silence(twice: Netwerk) -> None:
    words = ("session", "edit", "reeks", "twee", "--starts")
    assert CHOOSE in twice(*words, "2024-02-01 10:30").err
    assert CHOOSE not in twice("session", "edit", "reeks", "twee", "--title", "Twee").err
    assert twice("event", "show", "reeks", "--json").json["session_choice"] == "choose"
    assert twice.error("registration", "add", "reeks", *ANYBODY)["code"] == "sessions_not_chosen"
    twice.done("event", "edit", "reeks", "--sessions", "all").done("registration", "add", "reeks", *ANYBODY)
    twice.done(*words, "2024-02-01 11:00")
    assert CHOOSE not in twice(*words, "2024-02-01 10:30").err


def test_status_names_sessions_that_are_still_to_be_announced(netwerk: Netwerk) -> None:
    netwerk.done("event", "add", "reeks").done("session", "add", "reeks", "een", "--to-be-announced")
    netwerk.done("session", "add", "reeks", "twee", "--starts", "2024-02-01 9:00")
    [row] = netwerk("status", "--json", "--fields", "attention").json
    assert row["attention"] == ["undated"]
    netwerk.done("session", "edit", "reeks", "een", "--starts", "2024-02-08 9:00")
    [row] = netwerk("status", "--json", "--fields", "attention").json
    assert row["attention"] == []
