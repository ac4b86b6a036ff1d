"""What a person sees on a screen, and at a question."""

from __future__ import annotations

import pytest

from netwerk_cli.cli.screen import cells
from tests.cli.calling import Ended, Netwerk, Once, kicked_off, said
from tests.cli.terminal import needs_terminals, on_terminal

pytestmark = needs_terminals

LONG = "regionale-studiedag-digitale-geletterdheid-antwerpen"
MARKUP = "[bold]Zoë[/bold] 🎉 [/b] [link=x]"


@pytest.fixture
def busy(fresh: Netwerk, once: Once) -> Netwerk:
    """Two events, one with a long name, and a list with a name that looks like markup."""
    return once(fresh, _grown)


def _grown(netwerk: Netwerk) -> Netwerk:
    kickoff = kicked_off(netwerk)
    kickoff.done("event", "add", LONG, "--title", MARKUP, "--starts", "2024-02-02 9:00", "--capacity", "5")
    kickoff.done("registration", "add", "kickoff", "--name", MARKUP, "--email", "zoe@example.org")
    return kickoff.register("Ans", "Bea", "Cas")


def test_list_on_a_wide_screen(kickoff: Netwerk) -> None:
    shown = on_terminal(kickoff, "event", "list", columns=120)
    assert (shown.code, shown.lines) == (
        0,
        [
            "event    title     status  starts           seats held  waiting  registration until",
            "─" * 83,
            "kickoff  Kick-off  open    Fri 26 Jan 9:30         0/3        0  Tue 16 Jan 16:00",
        ],
    )


def test_list_on_a_narrow_screen_is_a_block_for_each_event(busy: Netwerk) -> None:
    shown = on_terminal(busy, "event", "list", "--limit", "1", columns=45)
    assert (shown.code, shown.lines) == (
        0,
        [
            "kickoff  full  Kick-off",
            "  starts Fri 26 Jan 9:30 · seats held 3/3",
            "  registration until Tue 16 Jan 16:00",
        ],
    )


def test_show_on_a_screen_tells_of_nothing_too(netwerk: Netwerk) -> None:
    netwerk.done("event", "add", "borrel", "--capacity", "0", "--no-draft")
    assert on_terminal(netwerk, "event", "show", "borrel", columns=100).lines == [
        "Registration is open; it has no closing time.",
        "0 of 0 seats are held; 0 free, 0 waiting.",
        "event       borrel",
        "title       borrel",
        "kind        event",
        "status      full",
        "timezone    Europe/Brussels",
        "capacity    0",
        "seats held  0",
        "confirmed   0",
        "pending     0",
        "waiting     0",
        "free        0",
        "when full   waiting-list",
        "promote     auto",
    ]


@pytest.mark.parametrize("columns", [60, 120])
@pytest.mark.parametrize(
    "words",
    [
        ["event", "list"],
        ["event", "show", LONG],
        ["status"],
        ["registration", "list", "kickoff"],
        ["registration", "show", "kickoff", "r1"],
        ["waitlist", "list", "kickoff"],
        ["explain", "kickoff"],
        ["explain", "kickoff", "r1"],
        ["log"],
        ["config"],
        ["backup", "--list"],
    ],
    ids=" ".join,
)
def test_screens_fit(busy: Netwerk, columns: int, words: list[str]) -> None:
    shown = on_terminal(busy, *words, columns=columns, raw=True)
    assert shown.code == 0
    assert "Traceback" not in shown.screen
    assert max(map(cells, shown.lines), default=0) <= columns
    if words[1:2] == ["show"]:
        assert "…" not in shown.screen
    if words in (["event", "list"], ["status"]):
        assert all(slug in shown.screen for slug in ("kickoff", LONG))
    if words[1:2] == ["show"]:
        assert MARKUP in shown.screen


@pytest.mark.parametrize("columns", [22, 40, 64, 80, 100, 120])
def test_the_dashboard_never_drops_what_needs_attention_nor_cuts_a_number(
    busy: Netwerk, columns: int
) -> None:
    busy.done("event", "edit", LONG, "--capacity", "250")
    shown = on_terminal(busy, "status", columns=columns)
    whole = [word for line in shown.lines for word in line.split()]
    assert {"3/3", "0/250", "full", "waiting,"} <= set(whole)
    assert columns < 40 or {"registration", "until"} <= set(whole)


@pytest.mark.parametrize("columns", [0, 1, 5])
def test_a_screen_without_width_still_shows_the_data(busy: Netwerk, columns: int) -> None:
    shown = on_terminal(busy, "event", "list", "--fields", "slug", columns=80, env={"COLUMNS": str(columns)})
    assert LONG in "".join("".join(shown.lines).split())


def test_no_text_is_taken_for_a_date(netwerk: Netwerk) -> None:
    netwerk.done("event", "add", "2024-01-26", "--title", "2023-05-01", "--starts", "2024-01-26 9:00")
    shown = on_terminal(netwerk, "event", "list", "--fields", "slug,title,starts_at", columns=80)
    assert shown.lines[-1].split("  ") == ["2024-01-26", "2023-05-01", "Fri 26 Jan 9:00"]


def test_seats_set_aside_are_said_in_words(kickoff: Netwerk) -> None:
    kickoff.done(
        "event", "edit", "kickoff", "--audience", "CLB", "--set-aside", "CLB=1 until 2024-01-12 12:00"
    )
    shown = on_terminal(kickoff, "event", "show", "kickoff", columns=80)
    assert "1 seat for CLB until Fri 12 Jan 12:00" in shown.screen
    dutch = on_terminal(kickoff, "--lang", "nl", "event", "show", "kickoff", columns=80)
    assert "1 plaats voor CLB tot vr 12 jan 12:00" in dutch.screen


def test_chosen_sessions_are_on_the_card(kickoff: Netwerk) -> None:
    kickoff.done("session", "add", "kickoff", "avond", "--starts", "2024-01-27 19:00").register("Ans")
    kickoff.done("registration", "choose", "kickoff", "r1", "--session", "avond")
    card = on_terminal(kickoff, "registration", "show", "kickoff", "r1", columns=80).lines
    assert ["sessions", "avond"] in [line.split() for line in card]


@pytest.mark.parametrize(
    ("environment", "options", "coloured"),
    [
        ({}, [], True),
        ({"NO_COLOR": "1"}, [], False),
        ({"NO_COLOR": ""}, [], True),
        ({"TERM": "dumb"}, [], False),
        ({}, ["--color", "never"], False),
        ({"NO_COLOR": "1"}, ["--color", "always"], True),
    ],
)
def test_colours_are_for_who_wants_them(
    kickoff: Netwerk, environment: dict[str, str], options: list[str], coloured: bool
) -> None:
    shown = on_terminal(kickoff, "event", "list", *options, columns=120, env=environment)
    assert (shown.code, "\x1b[" in shown.screen) == (0, coloured)


@pytest.mark.parametrize(("options", "coloured"), [([], True), (["--color", "never"], False)])
def test_colours_of_a_complaint(kickoff: Netwerk, options: list[str], coloured: bool) -> None:
    shown = on_terminal(kickoff, *options, "event", "show", "weg", columns=100)
    assert (shown.code, shown.lines) == (
        3,
        ["Error: There is no event 'weg'.", "List them with 'netwerk event list --all'."],
    )
    assert ("\x1b[" in shown.screen) is coloured


# ------------------------------------------------------------------ questions
QUESTION = "4 people hold a seat or wait. Call 'kickoff' off? [y/N] "


@pytest.mark.parametrize("keys", [b"y\n", b"YES\n", b"ja\n"])
def test_answered_yes(busy: Netwerk, keys: bytes) -> None:
    shown = on_terminal(busy, "event", "cancel", "kickoff", columns=120, keys=keys)
    assert shown.code == 0
    assert shown.lines[0].startswith(QUESTION.rstrip())
    assert shown.lines[1] == "Called 'kickoff' off."
    assert busy("event", "show", "kickoff", "--json").json["status"] == "cancelled"


@pytest.mark.parametrize("keys", [b"n\n", b"\n", b"\x04", b"maybe\n"], ids=["no", "return", "Ctrl-D", "odd"])
def test_answered_no(busy: Netwerk, keys: bytes) -> None:
    before = busy.files()
    shown = on_terminal(busy, "event", "cancel", "kickoff", columns=120, keys=keys)
    assert shown.code == 1
    assert "Error: Nothing was changed: the answer was no." in "\n".join(shown.lines)
    assert busy.files() == before


def test_interrupted_at_a_question(busy: Netwerk) -> None:
    before = busy.files()
    shown = on_terminal(busy, "event", "cancel", "kickoff", columns=120, keys=b"\x03")
    assert shown.code == 130
    assert shown.lines == [
        f"{QUESTION}^C",
        "Error: Interrupted; nothing was changed.",
        "Run the command again when you are ready.",
    ]
    assert busy.files() == before


@pytest.mark.parametrize(
    "words",
    [
        ["--no-input", "event", "cancel", "kickoff"],
        pytest.param(["restore", "5", "--no-input"], marks=pytest.mark.of_a_file),
    ],
)
def test_no_input_never_asks(busy: Netwerk, words: list[str]) -> None:
    before = busy.files()
    shown = on_terminal(busy, *words, columns=200)
    assert (shown.code, shown.lines[-1]) == (
        2,
        "Add --yes to go ahead, or --dry-run to see what would happen.",
    )
    assert busy.files() == before


def test_yes_asks_nothing(busy: Netwerk) -> None:
    assert (
        on_terminal(busy, "event", "cancel", "kickoff", "-y", columns=120).lines[0] == "Called 'kickoff' off."
    )


def test_dry_run_asks_nothing(busy: Netwerk) -> None:
    before = busy.files()
    shown = on_terminal(busy, "event", "cancel", "kickoff", "--dry-run", columns=120)
    assert (shown.code, shown.lines[-1]) == (0, "This was a dry run: nothing was changed.")
    assert busy.files() == before


def test_help_on_a_terminal_is_plain_text(fresh: Netwerk) -> None:
    shown = on_terminal(fresh, "event", "add", "--help", columns=60)
    assert (shown.code, "\x1b" in shown.screen) == (0, False)
    assert shown.lines[0] == "Usage: netwerk event add [OPTIONS] SLUG"
    examples = [line for line in shown.lines if line.startswith("  netwerk ")]  # whole, to be copied
    assert max(len(line) for line in shown.lines if line not in examples) <= 60


def test_nothing_to_list_is_said_to_a_person(netwerk: Netwerk) -> None:
    assert on_terminal(netwerk, "event", "list", columns=120).lines == [
        "No events. Create one with 'netwerk event add', or list old ones with --all."
    ]
    assert netwerk("event", "list") == Ended(0, said())


@pytest.mark.parametrize("words", [["event", "list"], ["mail", "due"], ["log"]], ids=" ".join)
def test_that_there_is_nothing_is_not_said_where_nothing_was_to_be_shown(
    kickoff: Netwerk, words: list[str]
) -> None:
    kickoff.register("Ans")
    assert on_terminal(kickoff, *words, "--limit", "0", columns=120).lines == []


# ------------------------------------------------------------------ sentences
@pytest.mark.parametrize("columns", [30, 60])
@pytest.mark.parametrize("language", ["nl", "en"])
def test_no_sentence_is_broken_within_a_word(busy: Netwerk, columns: int, language: str) -> None:
    for words in (
        ["event", "show", "weg"],
        ["event", "close", "kickoff", "-n"],
        ["explain", "kickoff", "r4"],
    ):
        wide = on_terminal(busy, *words, "--lang", language, columns=300, env={"TERM": "dumb"})
        shown = on_terminal(busy, *words, "--lang", language, columns=columns, env={"TERM": "dumb"})
        assert max(map(len, shown.lines)) <= columns
        assert " ".join(shown.screen.split()) == " ".join(wide.screen.split())


def test_a_question_is_broken_between_words_too(busy: Netwerk) -> None:
    shown = on_terminal(busy, "event", "cancel", "kickoff", columns=40, keys=b"n\n")
    assert shown.lines[:2] == ["4 people hold a seat or wait. Call", "'kickoff' off? [y/N] n"]


def test_sentences_in_a_pipe_are_left_as_they_are(busy: Netwerk) -> None:
    long = "x" * 30
    said_ = busy.process("event", "show", long, env={"COLUMNS": "20"}).err
    assert said_.splitlines()[0] == f"Error: There is no event '{long}'."
