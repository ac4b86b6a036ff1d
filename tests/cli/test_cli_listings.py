"""What a listing looks like on screens of 60 to 120 columns: a line a person, nothing broken that must be whole."""

from __future__ import annotations

import json
import re

import pytest

from netwerk_cli.cli import listings
from netwerk_cli.cli.listings import Listing
from netwerk_cli.cli.screen import cells
from netwerk_cli.terms import names
from tests.cli.calling import Netwerk, Once, opened

PEOPLE = [
    (
        "Johanna Margaretha van den Heuvel-Verzonnen",
        "j.m.vandenheuvel-verzonnen@gemeente.example.org",
        "Stad Gent",
    ),
    ("Yasmina el Fictief", "yasmina@example.org", "Samenwerkingsverband Passend Onderwijs Noord-Holland"),
    ("Pieter-Jan ’t Hooft", "pieterjan.thooft@provincie-antwerpen.example.com", "Provincie Antwerpen"),
    ("Zoë Schijn", "zoe.schijn@clb.example.com", None),
] + [(f"Wouter Verzonnen {i}", f"wouter.verzonnen{i}@stad.example.org", "CLB Fictief") for i in range(30)]
SLUGS = ["kickoff", "studiedag-passend-onderwijs", "webinar-jeugd", "regiodag-2026", "overleg-1g1p"]
TITLE = "Kick-off van het netwerk Digitale Geletterdheid in de regio Gent en Antwerpen"
DAY = r"(?:ma|di|wo|do|vr|za|zo|Mon|Tue|Wed|Thu|Fri|Sat|Sun)"
DATE = re.compile(rf"\b{DAY} \d\d? [A-Za-z]{{3}}\b")
LISTS = {
    "event list": SLUGS,
    "registration list kickoff": [f"r{n}" for n in range(1, len(PEOPLE) + 1)],
    "waitlist list kickoff": [f"r{n}" for n in range(31, len(PEOPLE) + 1)],
    "session list kickoff": ["dag-1", "dag-2", "main"],
    "group list": ["werkgroep"],
    "group members werkgroep": ["m1", "m2", "m3"],
    "material list": ["m1"],
    "milestone list": ["m1"],
    "backup --list": [],
    "log": [],
    "config": [],
}  # fmt: skip


@pytest.fixture
def busy(fresh: Netwerk, once: Once) -> Netwerk:
    """Five events, people with long names and addresses, two sessions and a group."""
    return once(fresh, _grown)


def _grown(netwerk: Netwerk) -> Netwerk:
    opened(netwerk)
    for number, slug in enumerate(SLUGS, 11):
        netwerk.done(
            "event", "add", slug, "--title", TITLE, "--starts", f"2024-02-{number} 9:30", "--location", "Gent",
            "--capacity", "30", "--closes", "3 days before 16:00",
        )  # fmt: skip
    lines = [json.dumps({"name": n, "email": e, **({"organisation": o} if o else {})}) for n, e, o in PEOPLE]
    assert netwerk("registration", "add", "kickoff", "--from", "-", stdin="\n".join(lines)).code == 0
    netwerk.done("session", "add", "kickoff", "dag-1", "--title", TITLE, "--starts", "2024-02-12 9:30")
    netwerk.done("session", "add", "kickoff", "dag-2", "--title", TITLE, "--to-be-announced")
    netwerk.done("group", "add", "werkgroep", "--title", TITLE, "--access", "open")
    for name, email, _ in PEOPLE[:3]:
        netwerk.done("group", "request", "werkgroep", "--name", name, "--email", email)
    link = "https://www.example.org/materialen/2024/presentatie.pdf"
    netwerk.done("material", "add", "kickoff", "--title", TITLE, "--kind", "link", "--url", link)
    return netwerk.done("milestone", "add", "werkgroep", "--title", TITLE, "--due", "2024-02-01")


def on_screen(netwerk: Netwerk, words: str, columns: int, *more: str) -> list[str]:
    """Return the lines that a person sees on a screen of so many columns."""
    with netwerk.patch.context() as screen:
        screen.setattr("netwerk_cli.cli.call.Call.terminal", True)
        screen.setenv("COLUMNS", str(columns))
        ended = netwerk(*words.split(), *more, "--color", "never")
    assert ended.code == 0, ended
    return ended.out.splitlines()


@pytest.mark.parametrize("language", ["nl", "en"])
@pytest.mark.parametrize("columns", [60, 80, 100, 120])
def test_no_line_is_wider_than_the_screen_and_no_address_or_date_is_broken(
    busy: Netwerk, columns: int, language: str
) -> None:
    addresses = {email for _, email, _ in PEOPLE}
    for words in (
        *LISTS,
        "status",
        "event show kickoff",
        "registration show kickoff r1",
        "group show werkgroep",
    ):
        lines = on_screen(busy, words, columns, "--lang", language)
        assert max(map(cells, lines), default=0) <= columns, words
        assert {word for line in lines for word in line.split() if "@" in word} <= addresses, words
        for line in lines:
            days = re.findall(rf"(?<!\S){DAY}(?!\S)", line)
            assert len(days) == len(DATE.findall(line)), (words, line)


@pytest.mark.parametrize("columns", [80, 100, 120])
@pytest.mark.parametrize("words", [words for words, things in LISTS.items() if things])
def test_each_thing_has_one_line_from_eighty_columns_on(busy: Netwerk, words: str, columns: int) -> None:
    lines = on_screen(busy, words, columns)
    rows = lines[next(at for at, line in enumerate(lines) if set(line) == {"─"}) + 1 :]
    assert len(rows) == len(LISTS[words])
    assert [sum(thing in row.split() for thing in LISTS[words]) for row in rows] == [1] * len(rows)


def test_a_person_takes_three_lines_at_most_on_sixty_columns(busy: Netwerk) -> None:
    lines = on_screen(busy, "registration list kickoff", 60)
    starts = [at for at, line in enumerate(lines) if line.startswith("r")]
    assert len(starts) == len(PEOPLE)
    assert max(after - at for at, after in zip(starts, [*starts[1:], len(lines)], strict=True)) <= 3
    assert lines[:3] == [
        "r1  Johanna Margaretha van den Heuvel-Verzonnen  confirmed",
        "  j.m.vandenheuvel-verzonnen@gemeente.example.org",
        "  Stad Gent",
    ]


def test_a_wider_screen_never_shows_fewer_columns(busy: Netwerk) -> None:
    for words in LISTS:
        headings = [" ".join(on_screen(busy, words, columns)[:2]).split() for columns in (80, 100, 120, 160)]
        assert sorted(map(len, headings)) == list(map(len, headings)), words


def test_columns_without_a_value_are_left_out(busy: Netwerk) -> None:
    assert "location" in " ".join(on_screen(busy, "event list", 160)[:2])
    for slug in SLUGS:
        busy.done("event", "edit", slug, "--location", "")
    assert "location" not in " ".join(on_screen(busy, "event list", 160)[:2])


def test_a_title_is_cut_and_a_name_is_not_while_there_is_room(busy: Netwerk) -> None:
    assert "Kick-off van het n…" in on_screen(busy, "event list", 80)[-1]
    assert PEOPLE[0][0] in " ".join(on_screen(busy, "registration list kickoff", 160)[:4])


def test_an_address_that_has_no_room_is_never_shown_by_halves(busy: Netwerk) -> None:
    long = f"{'johanna.' * 6}vandenheuvel@example.org"
    busy.done("registration", "edit", "kickoff", "r2", "--email", long)
    lines = on_screen(busy, "registration list kickoff", 80)
    assert lines[-len(PEOPLE) + 1].split()[-2:] == ["…", "confirmed"]
    assert "yasmina" not in "".join(lines)
    assert long in "".join(on_screen(busy, "registration list kickoff", 160))


def test_what_was_asked_for_is_shown_and_nothing_of_it_is_cut(busy: Netwerk) -> None:
    lines = on_screen(busy, "event list", 80, "--fields", "slug,title,location")
    assert lines[0].split() == ["event", "title", "location"]
    assert "…" not in "".join(lines)
    assert "theme" in on_screen(busy, "event list", 80, "--fields", "slug,theme")[0]


@pytest.mark.parametrize("columns", [60, 80, 120])
def test_an_exception_to_the_rules_stands_below_whoever_it_was_made_for(busy: Netwerk, columns: int) -> None:
    busy.done(
        "registration", "add", "kickoff", "--name", "Ludo", "--email", "ludo@example.org", "--force", "--reason",
        "spreker",
    )  # fmt: skip
    assert on_screen(busy, "registration list kickoff", columns)[-1] == "  exception: spreker"


@pytest.mark.parametrize("columns", [60, 80, 200])
def test_lines_within_a_value_do_not_break_a_row(busy: Netwerk, columns: int) -> None:
    busy.done("registration", "edit", "kickoff", "r2", "--note", "een\ntwee")
    busy.done(
        "registration", "add", "kickoff", "--name", "Ludo", "--email", "ludo@example.org", "--force", "--reason",
        "spreker\nvan de dag",
    )  # fmt: skip
    lines = on_screen(busy, "registration list kickoff", columns)
    assert not [line for line in lines if line.startswith(("twee", "van"))]
    assert lines[-1].endswith("exception: spreker van de dag")


@pytest.mark.parametrize("columns", [40, 60, 80, 100, 120])
def test_the_dashboard_keeps_state_and_closing_time(busy: Netwerk, columns: int) -> None:
    busy.done("event", "close", "webinar-jeugd")
    lines = on_screen(busy, "status", columns)
    text = "\n".join(lines)
    assert "Thu 8 Feb 16:00" in text
    assert text.count(" 16:00") == len(SLUGS)
    assert sum("closed" in line for line in lines) == 1
    assert sum(" open" in line for line in lines) >= 3
    assert ("█" in text) is (columns >= 80)


def test_the_dashboard_tells_what_needs_attention_below_its_event_where_it_has_no_room_beside(
    busy: Netwerk,
) -> None:
    lines = on_screen(busy, "status", 80)
    row = next(at for at, line in enumerate(lines) if line.startswith("kickoff"))
    assert lines[row + 1] == "  4 waiting, 1 session without a date, 34 to be told"


def test_the_dashboard_keeps_no_room_for_bars_where_nothing_has_a_cap(netwerk: Netwerk) -> None:
    netwerk.done("event", "add", "reeks", "--starts", "2024-02-01 9:00", "--capacity", "none")
    words = ("--name", "Ans", "--email", "ans@example.org")
    netwerk.done("registration", "add", "reeks", *words)
    assert (
        on_screen(netwerk, "status", 80)[-1] == "reeks  open             1  Thu 1 Feb 9:00      1 to be told"
    )


def test_a_session_without_a_date_says_so(busy: Netwerk) -> None:
    assert "to be announced" in on_screen(busy, "session list kickoff", 80)[-1]
    dutch = on_screen(busy, "event show kickoff", 80, "--lang", "nl")
    assert any("nog aan te kondigen" in line for line in dutch)


def test_a_date_names_its_year_where_that_is_another(busy: Netwerk) -> None:
    busy.done("event", "add", "later", "--title", "Later", "--starts", "2025-01-02 9:30")
    lines = on_screen(busy, "event list", 80, "--fields", "slug,starts_at")
    assert lines[-1].split("  ")[-1] == "Thu 2 Jan 2025 9:30"
    assert "Sun 11 Feb 9:30" in lines[2]


@pytest.mark.parametrize("columns", [80, 120])
def test_each_change_has_a_line_in_the_log_and_one_below_it_for_what_it_did(
    busy: Netwerk, columns: int
) -> None:
    busy.done("registration", "edit", "kickoff", "r2", "--name", "Yasmina Verzinsel")
    busy.done("session", "edit", "kickoff", "dag-1", "--description", "lang " * 40)
    lines = on_screen(busy, "log", columns)[2:]
    changes = [row["change"] for row in busy("log", "--json").json]
    assert [line.split()[0] for line in lines if line[0] != " "] == list(dict.fromkeys(changes))
    assert "  name: Yasmina el Fictief → Yasmina Verzinsel" in lines
    below = " ".join(
        line.strip() for line in lines[lines.index("  name: Yasmina el Fictief → Yasmina Verzinsel") + 2 :]
    )
    assert below == f"dag-1 description: (nothing) → {'lang ' * 11}lang…"


@pytest.mark.parametrize("columns", [60, 80, 120])
def test_no_old_or_new_value_of_a_change_is_cut_by_a_small_screen(busy: Netwerk, columns: int) -> None:
    moved = (
        "--starts",
        "2024-03-05 10:00",
        "--duration",
        "2h",
        "--location",
        "Mechelen",
        "--title",
        "Tweede dag",
    )
    busy.done("session", "edit", "kickoff", "dag-1", *moved)
    below = [
        line.strip() for line in on_screen(busy, "log", columns, "--limit", "1") if line.startswith("  ")
    ]
    parts = [part for line in below for part in line.removesuffix(";").split("; ")]
    assert parts[-3:] == [
        "dag-1 starts: Mon 12 Feb 9:30 → Tue 5 Mar 10:00",
        "dag-1 ends: (nothing) → Tue 5 Mar 12:00",
        "dag-1 location: (nothing) → Mechelen",
    ]


def test_what_a_change_did_is_words_and_arrows_for_a_person(busy: Netwerk) -> None:
    busy.done("registration", "edit", "kickoff", "r2", "--role", "spreker")
    lines = on_screen(busy, "log", 120, "--fields", "changes", "--limit", "1")
    assert lines[-1] == "role: (nothing) → spreker"


@pytest.mark.parametrize("columns", [60, 80])
def test_no_value_of_a_plan_is_cut(busy: Netwerk, columns: int) -> None:
    path = busy.folder / "regiodag.toml"
    lines = (
        "[event]",
        'slug = "regiodag-2026"',
        f'title = "{"Een heel andere titel " * 5}"',
        'audiences = ["PO", "VO", "MBO", "HBO", "WO", "Jeugdzorg"]',
    )
    path.write_text("\n".join(lines), "utf-8")
    text = " ".join(" ".join(on_screen(busy, f"apply --dry-run {path}", columns)).split())
    assert "…" not in text
    assert "Jeugdzorg" in text
    assert text.count("andere") == 5


@pytest.mark.parametrize("kind", [one for one in vars(listings).values() if isinstance(one, Listing)])
def test_a_listing_shows_columns_there_are_and_keeps_one_that_never_goes(kind: Listing) -> None:
    ranked = kind.shown or dict.fromkeys(kind.usual, 1)
    shown = [field for name in ranked for field in re.split("[/ ]", name)]
    assert {*shown, *kind.usual, *filter(None, [kind.below])} <= {*names(kind.known)}
    assert 1 in ranked.values()
    assert len(shown) == len(set(shown))
