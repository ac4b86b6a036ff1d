"""What Dutch readers get: the catalogue is complete and exact, and whole answers read as they should."""

from __future__ import annotations

import json
import string
from collections.abc import Callable
from pathlib import Path

import pytest

from netwerk_cli.cli.gate import run
from netwerk_cli.cli.language import say
from netwerk_cli.cli.languages import nl
from netwerk_cli.dates import REASONS, words
from netwerk_cli.terms import Terms, headings
from tests.cli.templates import SOURCE, TABLES, Module, collected

Netwerk = Callable[..., tuple[int, str, str]]

COUNTS = {
    "due", "late", "past_term", "questions", "undated", "unsure",
    "ahead", "capacity", "count", "events", "extra", "free", "held", "over", "pending", "position", "registrations",
    "members", "read", "requested", "seats", "seats_held", "size", "total", "waiting", "minutes",
}  # fmt: skip
"""Facts that are numbers, so that a noun can agree with them."""


def parsed(template: str) -> list[tuple[str, str]]:
    """Return the facts of a template with their nouns."""
    return [(name, spec or "") for _, name, spec, _ in string.Formatter().parse(template) if name is not None]


def facts(template: str) -> set[str]:
    return {name for name, _ in parsed(template)}


def prose(template: str) -> bool:
    """Does a template hold a word of its own, beside its facts?"""
    return any(c.isalpha() for text, *_ in string.Formatter().parse(template) for c in text) or any(
        spec for _, spec in parsed(template)
    )


# --------------------------------------------------------------- the catalogue
def test_everything_a_person_can_see_has_a_dutch_entry() -> None:
    lacking = {t: sorted(where) for t, where in collected().items() if prose(t) and t not in nl.TEXTS}
    assert lacking == {}


def test_nothing_in_the_catalogue_is_left_over() -> None:
    assert sorted(set(nl.TEXTS) - set(collected())) == []


def test_a_dutch_sentence_has_the_facts_of_the_english_one() -> None:
    assert [english for english, dutch in nl.TEXTS.items() if facts(english) != facts(dutch)] == []


def test_nouns_agree_with_numbers_only_and_have_a_singular_and_a_plural() -> None:
    odd = [
        dutch
        for dutch in nl.TEXTS.values()
        for name, spec in parsed(dutch)
        if spec and (name not in COUNTS or spec.count("|") not in (1, 2))
    ]
    assert odd == []


def test_reasons_about_dates_have_no_nouns_that_agree() -> None:
    assert [
        nl.TEXTS[reason] for reason in REASONS.values() if any(spec for _, spec in parsed(nl.TEXTS[reason]))
    ] == []


def test_a_sentence_ends_as_the_english_one_does() -> None:
    odd = [dutch for english, dutch in nl.TEXTS.items() if english[-1] in ".? " and english[-1] != dutch[-1]]
    assert odd == []


def test_commands_and_options_stay_as_they_are_typed() -> None:
    def typed(text: str) -> list[str]:
        return sorted(word.strip("'.,;:)") for word in text.split() if word.startswith(("--", "(--")))

    assert [english for english, dutch in nl.TEXTS.items() if typed(english) != typed(dutch)] == []


@pytest.mark.parametrize("table", TABLES)
def test_no_two_fields_of_a_card_have_the_same_name(table: Terms) -> None:
    names = [say(heading, "nl") for heading in headings(table).values()]
    assert len(set(names)) == len(names)


def test_clauses_of_ours_are_never_passed_on_as_plain_text() -> None:
    plain = [place for path in sorted(SOURCE.rglob("*.py")) for place in Module(path).plain_clauses()]
    assert plain == []


# --------------------------------------------------------------- whole answers
@pytest.fixture
def netwerk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Netwerk:
    """Run one call in Dutch on Wednesday 10 January 2024, at noon in Brussels."""
    for name in ("FORCE_COLOR", "NETWERK_LANG"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("NO_COLOR", "1")
    monkeypatch.setenv("NETWERK_NOW", "2024-01-10T12:00:00+01:00")
    monkeypatch.setenv("NETWERK_DB", str(tmp_path / "netwerk.json"))
    monkeypatch.setenv("NETWERK_CONFIG", str(tmp_path / "none.toml"))
    monkeypatch.setenv("LC_ALL", "C.UTF-8")

    def call(*arguments: str, language: str = "nl") -> tuple[int, str, str]:
        code = run([*arguments, "--lang", language])
        out, err = capsys.readouterr()
        lines = err.splitlines(keepends=True)
        return code, out, "".join(line for line in lines if not line.startswith("NETWERK_NOW"))

    call("init")
    return call


@pytest.fixture
def kickoff(netwerk: Netwerk) -> Netwerk:
    code, _, _ = netwerk(
        "event", "add", "kickoff", "--title", "Kick-off", "--capacity", "1",
        "--starts", "2024-01-16 20:00", "--closes", "2024-01-16 16:00",
    )  # fmt: skip
    assert code == 0
    return netwerk


@pytest.fixture
def terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("netwerk_cli.cli.call.Call.terminal", True)
    monkeypatch.setenv("COLUMNS", "120")


def register(netwerk: Netwerk, name: str) -> tuple[int, str, str]:
    return netwerk("registration", "add", "kickoff", "--name", name, "--email", f"{name.lower()}@example.org")


def test_a_new_event_says_until_when_one_can_register(netwerk: Netwerk) -> None:
    assert netwerk(
        "event", "add", "kickoff", "--title", "Kick-off", "--capacity", "30",
        "--starts", "2024-01-16 20:00", "--closes", "2024-01-16 16:00",
    ) == (
        0,
        "",
        "'kickoff' is aangemaakt: Kick-off.\n"
        "Inschrijven kan tot dinsdag 16 januari 2024 om 16:00 (nog 6 dagen, 4 uur).\n"
        "30 plaatsen: 0 bezet, 30 vrij; niemand wacht.\n",
    )  # fmt: skip


def test_nouns_agree_with_their_number(kickoff: Netwerk) -> None:
    assert (
        register(kickoff, "An")[2]
        == "An (r1) heeft een plaats bij 'kickoff'.\nEr is geen plaats meer vrij.\n"
        "1 persoon weet het nog niet: netwerk mail due kickoff\n"
    )
    _, _, said = kickoff("event", "edit", "kickoff", "--title", "Kick-off!")
    assert said.splitlines()[-2] == "1 plaats: 1 bezet, 0 vrij; niemand wacht."


def test_a_refusal_names_the_event_the_seats_and_a_way_out(kickoff: Netwerk) -> None:
    register(kickoff, "An")
    refused = kickoff(
        "registration", "add", "kickoff", "--name", "Bo", "--email", "bo@example.org", "--no-waiting-list"
    )
    assert refused == (
        5,
        "",
        "Fout: 'kickoff' is vol: 1 plaats, 1 bezet.\n"
        "Wacht op een plaats, verhoog het maximum, of maak een uitzondering met --force --reason.\n",
    )


def test_a_state_in_a_refusal_is_in_dutch_and_in_english_for_scripts(kickoff: Netwerk) -> None:
    register(kickoff, "An")
    assert register(kickoff, "An")[2].splitlines()[0] == (
        "Fout: Deze persoon is al ingeschreven voor 'kickoff' als r1 (bevestigd)."
    )
    _, _, said = kickoff("registration", "approve", "kickoff", "r1", "--json")
    error = json.loads(said)["error"]
    assert error["message"] == "r1 van 'kickoff' wacht niet op goedkeuring (status: bevestigd)."
    assert error["details"]["status"] == "confirmed"


def test_an_explanation_is_in_dutch(kickoff: Netwerk) -> None:
    register(kickoff, "An")
    register(kickoff, "Bo")
    assert kickoff("explain", "kickoff", "r2") == (
        0,
        "+ Inschrijven kan tot dinsdag 16 januari 2024 om 16:00.\n"
        "- 1 plaats: 1 bezet (1 bevestigd, 0 goed te keuren), 0 vrij.\n"
        "+ r2 is ontvangen op woensdag 10 januari 2024 om 12:00.\n"
        "- r2 is nummer 1 van 1 op de wachtlijst.\n"
        "- Om door te schuiven: 1 plaats moet vrijkomen, of het maximum moet naar 2.\n",
        "",
    )


@pytest.mark.parametrize(
    ("typed", "why"),
    [
        ("maandag 16 januari 2024 16:00", "16 januari 2024 is een dinsdag, geen maandag"),
        ("30 februari 2024 16:00", "februari heeft nooit meer dan 29 dagen, en de eerste is 1"),
        ("29 februari 2023 16:00", "februari 2023 heeft 28 dagen"),
        ("01/16/2024 16:00", "er is geen maand 16; de dag komt vóór de maand"),
        ("31/03/2024 02:30", "de klok slaat die tijd over in Europe/Brussels"),
    ],
)
def test_a_refused_date_has_its_reason_and_its_names_in_dutch(netwerk: Netwerk, typed: str, why: str) -> None:
    assert netwerk("event", "add", "kickoff", "--starts", typed) == (
        2,
        "",
        f"Fout: '{typed}' is geen bruikbare datum of tijd: {why}.\n"
        "Schrijf bijvoorbeeld 2024-01-16 16:00 of 'dinsdag 16 januari 2024 om 16 uur'.\n",
    )


def test_the_way_to_write_a_date_that_a_reason_suggests_is_understood(kickoff: Netwerk) -> None:
    template = next(dutch for english, dutch in nl.TEXTS.items() if english == REASONS["start_without_time"])
    suggested = template.split("'")[1]
    assert kickoff("event", "edit", "kickoff", "--closes", suggested)[0] == 0


def test_what_a_person_typed_is_never_translated(netwerk: Netwerk) -> None:
    _, _, said = netwerk("event", "add", "kickoff", "--title", "it is empty")
    assert said.splitlines()[0] == "'kickoff' is aangemaakt: it is empty."


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("event", "ad"), "Er is geen opdracht 'ad'.\nBedoel je 'add'? Zie 'netwerk event --help'."),
        (
            ("event", "add", "x", "--titel", "X"),
            "Er is geen optie '--titel'.\nBedoel je '--title'? Zie 'netwerk event add --help'.",
        ),
        (("event", "add"), "Het argument 'NAAM' ontbreekt.\nProbeer 'netwerk event add --help'."),
        (
            ("event", "show", "x", "y"),
            "Er staan meer woorden dan de opdracht aanneemt.\nProbeer 'netwerk event show --help'.",
        ),
        (
            ("event", "show", "x", "--json=1"),
            "De optie '--json' krijgt geen waarde.\nProbeer 'netwerk event show --help'.",
        ),
        (("event",), "Er ontbreekt een opdracht.\nProbeer 'netwerk event --help'."),
    ],
    ids=["command", "option", "argument", "words", "value", "nothing"],
)
def test_a_call_that_cannot_be_read_is_answered_in_dutch(
    netwerk: Netwerk, arguments: tuple[str, ...], said: str
) -> None:
    assert netwerk(*arguments) == (2, "", f"Fout: {said}\n")


def test_an_option_without_its_value_is_answered_in_dutch(
    netwerk: Netwerk, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert netwerk("event", "list")[0] == 0
    monkeypatch.setenv("NETWERK_LANG", "nl")
    assert run(["event", "add", "x", "--title"]) == 2
    assert capsys.readouterr().err.splitlines()[0] == "Fout: De optie '--title' heeft een waarde nodig."


@pytest.mark.usefixtures("terminal")
def test_a_person_reads_headings_states_and_short_dates_in_dutch(kickoff: Netwerk) -> None:
    register(kickoff, "An")
    _, out, _ = kickoff("event", "list")
    heading, _, row = (line.split() for line in out.splitlines())
    assert " ".join(heading) == "bijeenkomst titel status begint bezet wachtlijst inschrijven tot"
    assert " ".join(row) == "kickoff Kick-off vol di 16 jan 20:00 1/1 0 di 16 jan 16:00"


@pytest.mark.usefixtures("terminal")
def test_a_person_reads_in_dutch_what_was_done_and_where_a_setting_comes_from(kickoff: Netwerk) -> None:
    register(kickoff, "An")
    _, out, _ = kickoff("log", "--fields", "registration,what")
    assert [line.split() for line in out.splitlines() if "─" not in line] == [
        ["inschrijving", "wat"],
        ["aangemaakt"],
        ["r1", "ingeschreven"],
    ]
    _, out, _ = kickoff("config", "--fields", "setting,source")
    assert out.splitlines()[0].split() == ["instelling", "bron"]
    assert ["lang", "optie"] in [line.split() for line in out.splitlines()]


@pytest.mark.usefixtures("terminal")
def test_a_card_has_a_line_for_each_field_in_dutch(kickoff: Netwerk) -> None:
    register(kickoff, "An")
    _, out, _ = kickoff("registration", "show", "kickoff", "r1")
    lines = [" ".join(line.split()) for line in out.splitlines()]
    assert lines[:5] == [
        "code r1",
        "bijeenkomst kickoff",
        "naam An",
        "e-mail an@example.org",
        "status bevestigd",
    ]
    assert lines[5] == "ontvangen wo 10 jan 12:00"
    assert lines[-1].startswith("wo 10 jan 12:00 ingeschreven")


@pytest.mark.usefixtures("terminal")
def test_the_dashboard_is_in_dutch(kickoff: Netwerk) -> None:
    register(kickoff, "An")
    register(kickoff, "Bo")
    _, out, _ = kickoff("status")
    heading, _, row = (" ".join(line.split()) for line in out.splitlines())
    assert heading == "bijeenkomst status bezet inschrijven tot aandacht nodig"
    assert row.endswith("1/1 di 16 jan 16:00 1 op de wachtlijst, sluit binnen een week, 2 te verwittigen")


@pytest.mark.usefixtures("terminal")
def test_a_withdrawn_person_is_not_called_off_in_lists_of_changes(kickoff: Netwerk) -> None:
    register(kickoff, "An")
    kickoff("registration", "cancel", "kickoff", "r1")
    kickoff("event", "cancel", "kickoff", "--yes")
    kickoff("event", "edit", "kickoff", "--title", "Start")
    for listing in (("undo", "--list"), ("backup", "--list")):
        rows = [line.split() for line in kickoff(*listing)[1].splitlines()]
        said = {word for row in rows if "c3" in row or "c4" in row for word in row}
        assert {"uitgeschreven", "geannuleerd"} <= said
        assert all(("c3" in row) == ("uitgeschreven" in row) for row in rows)
    kickoff("undo")
    kickoff("undo")
    assert kickoff("undo", "--dry-run")[2].startswith(
        "c3 is ongedaan gemaakt: uitgeschreven (kickoff r1), door "
    )


@pytest.mark.usefixtures("terminal")
def test_the_log_names_a_part_of_an_event_as_the_event_shows_it(kickoff: Netwerk) -> None:
    kickoff("material", "add", "kickoff", "--title", "Verslag")
    assert "materiaal m1 titel: (niets) → Verslag" in kickoff("log")[1]
    assert "material m1 title: (nothing) → Verslag" in kickoff("log", language="en")[1]


def test_a_script_reads_states_in_english(kickoff: Netwerk) -> None:
    register(kickoff, "An")
    assert kickoff("registration", "list", "kickoff", "--fields", "code,status")[1] == "r1\tconfirmed\n"
    assert json.loads(kickoff("event", "show", "kickoff", "--json")[1])["status"] == "full"


def test_the_doctor_speaks_dutch(kickoff: Netwerk, tmp_path: Path) -> None:
    (tmp_path / "netwerk.json").chmod(0o644)
    code, _, said = kickoff("doctor")
    if code == 0:
        pytest.skip("this system has no modes")
    assert "Anderen op deze computer hebben rechten op dit bestand met persoonsgegevens (modus 644)." in said
    assert said.endswith("Fout: 1 bevinding.\nBij elke regel staat wat eraan te doen is.\n")


def test_dutch_names_of_days_and_months_are_not_capitalised() -> None:
    assert all(name.islower() for name in (*words.DAYS_NL, *words.MONTHS_NL))
