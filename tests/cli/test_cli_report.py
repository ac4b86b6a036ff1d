"""The report as an organiser gets it: on a screen, in a pipe, and in files for others."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterator
from xml.etree import ElementTree

import openpyxl
import pytest

from netwerk_cli.cli.complete import complete
from tests.cli.calling import Ended, Netwerk, Once
from tests.cli.terminal import needs_terminals, on_terminal

STARTS = "2024-01-26T09:30:00+01:00"
GROUPS = {"CLB Gent": 9, "Hogeschool": 6, "Stichting Nep": 3}
DIET = "dieet=Heeft u dieetwensen?; choices: vegan | halal"


def filled(desk: Netwerk) -> Netwerk:
    """Let twenty people register for a kick-off of eighteen seats, of whom some cancel and some come."""
    desk.at("2022-12-01T09:00:00+01:00").done("init")
    for year in (2023, 2024):
        slug = f"dag-{year}"
        times = (
            "--starts",
            f"{year}-01-26 9:30",
            "--ends",
            f"{year}-01-26 16:00",
            "--closes",
            f"{year}-01-16 16:00",
        )
        desk.at(f"{year}-01-05T09:00:00+01:00")
        desk.done(
            "event", "add", slug, "--title", f"Dag {year}", *times, "--capacity", "18", "--question", DIET
        )
        lines = ["name,email,organisation,received_at,dieet"]
        people = [name for name, count in GROUPS.items() for _ in range(count)] + ["", ""]
        for number, organisation in enumerate(people[: 20 if year == 2024 else 12]):
            at = f"{year}-01-{6 + number // 4:02}T08:00:00+01:00"
            lines.append(
                f"Voor Beeld {number},p{number}@example.org,{organisation},{at},{'vegan' if number < 8 else ''}"
            )
        desk.at(f"{year}-01-12T09:00:00+01:00")
        (desk.folder / f"{slug}.csv").write_text("\n".join(lines), encoding="utf-8")
        desk.done("import", "registrations", slug, str(desk.folder / f"{slug}.csv"), "--map", "dieet=dieet")
    desk.done("registration", "cancel", "dag-2024", "r1", "r2", "--reason", "ziek")
    desk.at("2024-01-26T12:00:00+01:00")
    return desk.done("attendance", "record", "dag-2024", "--all-but", "r3", "r4")


@pytest.fixture
def desk(fresh: Netwerk, once: Once) -> Netwerk:
    return once(fresh, filled).at("2024-01-28T12:00:00+01:00")


def row(by: str, found: str) -> list[dict[str, str]]:
    return [one for one in csv.DictReader(io.StringIO(found)) if one["by"] == by]


# ------------------------------------------------------------------------ figures
def test_the_figures_of_an_event(desk: Netwerk) -> None:
    report = desk("report", "dag-2024", "--json").json
    found = report["events"][0]
    assert {name: found[name] for name in ("capacity", "registered", "confirmed", "waiting", "waited", "moved_up")} == {
        "capacity": 18, "registered": 20, "confirmed": 18, "waiting": 0, "waited": 2, "moved_up": 2,
    }  # fmt: skip
    assert {name: found[name] for name in ("cancelled", "declined", "present", "no_show", "no_show_rate")} == {
        "cancelled": 2, "declined": 0, "present": 16, "no_show": 2, "no_show_rate": 0.1111,
    }  # fmt: skip
    assert (report["min_group"], report["total"], report["withheld"]) == (1, None, [])
    assert list(report["by"]) == ["organisation", "question:dieet"]


def test_registration_over_time_and_beside_the_edition_before(desk: Netwerk) -> None:
    found = desk.at("2024-01-10T12:00:00+01:00")("report", "dag-2024", "--json").json["events"][0]
    assert found["timeline"][0] == {
        "on": "2024-01-06",
        "days_before_closing": 10,
        "registered": 4,
        "on_list": 4,
    }
    beside = found["last_edition"]
    assert (beside["event"], beside["days_before_closing"]) == ("dag-2023", 6)
    assert beside["this"] == {"on": "2024-01-10", "days_before_closing": 6, "registered": 20, "on_list": 20}
    assert beside["last"] == {"on": "2023-01-10", "days_before_closing": 6, "registered": 12, "on_list": 12}


def test_several_events_have_a_total_of_different_people(desk: Netwerk) -> None:
    total = desk("report", "dag-2023", "dag-2024", "--json").json["total"]
    assert (total["people"], total["registered"], total["capacity"]) == (20, 32, None)


def test_an_event_beside_the_one_that_is_named_before_it(desk: Netwerk) -> None:
    desk.done("event", "add", "lezing", "--title", "Lezing", "--starts", "2024-03-01 20:00")
    events = desk("report", "dag-2024", "lezing", "--json").json["events"]
    assert [one["last_edition"]["event"] for one in events] == ["dag-2023", "dag-2024"]
    assert desk("report", "lezing", "--json").json["events"][0]["last_edition"] is None
    assert desk("report", "lezing", "dag-2023", "--json").json["events"][1]["last_edition"] is None


def test_what_counts_can_be_said_in_dutch(desk: Netwerk) -> None:
    asked = ("--by", "organisatie", "--by", "vraag:dieet")
    assert list(desk("report", "dag-2024", "--json", "--lang", "nl", *asked).json["by"]) == [
        "organisation",
        "question:dieet",
    ]


@pytest.mark.usefixtures("desk")
def test_the_questions_of_the_events_are_offered(capsys: pytest.CaptureFixture[str]) -> None:
    complete(["report", "dag-2023", "dag-2024", "--by", "question:"])
    assert capsys.readouterr().out == "question:dieet\n"


# ------------------------------------------------------------------------ a pipe
def test_in_a_pipe_it_is_lines_with_every_number(desk: Netwerk) -> None:
    lines = desk("report", "dag-2024", "--by", "organisation").lines
    assert [(line[0], line[2], line[8]) for line in lines if line[0] == "organisation"] == [
        ("organisation", "CLB Gent", "9"),
        ("organisation", "Hogeschool", "6"),
        ("organisation", "Stichting Nep", "3"),
        ("organisation", "", "2"),
    ]


def test_as_text_it_is_plain_in_a_pipe(desk: Netwerk) -> None:
    assert desk("report", "dag-2024", "--by", "organisation", "--format", "text") == Ended(0, PLAIN)


PLAIN = """\
Dag 2024
Start: Friday 26 January 2024 at 09:30.
Closing: Tuesday 16 January 2024 at 16:00.

registered in all  ████████████████████  20
confirmed          ████████████████████  18/18
ever waited        ██░░░░░░░░░░░░░░░░░░  2
moved up           ██░░░░░░░░░░░░░░░░░░  2
cancelled          ██░░░░░░░░░░░░░░░░░░  2
present            ████████████████░░░░  16
no-show            ██░░░░░░░░░░░░░░░░░░  2
no-show rate                             11.1%

Registrations over time (cap 18)
Sat 6 Jan   ████░░░░░░░░░░░░░░░░  4  10 days to go
Sun 7 Jan   ████████░░░░░░░░░░░░  8  9 days to go
Mon 8 Jan   ████████████░░░░░░░░  12  8 days to go
Tue 9 Jan   ████████████████░░░░  16  7 days to go
Wed 10 Jan  ████████████████████  20  6 days to go
Fri 12 Jan  ████████████████████  20  18 on the list  4 days to go
Tue 16 Jan  ████████████████████  20  18 on the list  closing

Beside the last edition, both at their closing
dag-2024  ████████████████████  20 registered, 18 on the list
dag-2023  ████████████░░░░░░░░  12 registered, 12 on the list

By organisation
                            registered                                   no-show
group                           in all  confirmed  cancelled  present       rate
────────────────────────────────────────────────────────────────────────────────
CLB Gent       ██████████            9          7          2        5      28.6%
Hogeschool     ███████░░░            6          6          0        6       0.0%
Stichting Nep  ███░░░░░░░            3          3          0        3       0.0%
(not said)     ██░░░░░░░░            2          2          0        2       0.0%
"""


@needs_terminals
@pytest.mark.parametrize("columns", [60, 80, 120])
def test_on_a_screen_it_fits(desk: Netwerk, columns: int) -> None:
    shown = on_terminal(desk, "--no-pager", "report", "dag-2024", "dag-2023", columns=columns)
    assert shown.code == 0
    assert max(map(len, shown.lines[1:])) <= columns
    assert any("██" in line for line in shown.lines)


# ------------------------------------------------------------------- for others
FILES = ("json", "csv", "xlsx", "html", "svg", "text")


def test_in_a_file_small_groups_are_hidden_with_what_they_follow_from(desk: Netwerk) -> None:
    found = desk("report", "dag-2024", "--by", "organisation", "--format", "csv").out
    assert [(one["group"], one["registered"], one["present"]) for one in row("organisation", found)] == [
        ("CLB Gent", "9", "5"),
        ("Hogeschool", "6", "6"),
        ("", "< 5", "< 5"),
        ("Stichting Nep", "< 5", "< 5"),
    ]


def test_one_small_group_takes_another_with_it(desk: Netwerk) -> None:
    found = desk("report", "dag-2024", "--by", "question:dieet", "--format", "csv", "--min-group", "9").out
    assert [(one["group"], one["registered"], one["present"]) for one in row("question:dieet", found)] == [
        ("vegan", "< 9", "< 9"),
        ("halal", "0", "0"),
        ("", "≥ 9", "…"),
    ]


def test_the_least_can_be_said_for_what_is_read_here_too(desk: Netwerk) -> None:
    found = desk("report", "dag-2024", "--json", "--min-group", "5").json
    assert [one["registered"] for one in found["by"]["organisation"]] == [9, 6, "< 5", "< 5"]
    assert desk("report", "dag-2024", "--format", "csv", "--min-group", "1").out.count("< 5") == 0


@pytest.mark.parametrize("form", FILES)
def test_no_file_says_how_many_a_small_group_has(desk: Netwerk, form: str) -> None:
    target = desk.folder / f"rapport.{'txt' if form == 'text' else form}"
    desk.done("report", "dag-2024", "--by", "organisation", "--format", form, "-o", str(target))
    said = cells(target.read_bytes(), form)
    assert "< 5" in said
    assert not re.search(r"Stichting Nep\W+[1-4]\b", said)
    again = desk.folder / "nog-eens"
    desk.done("report", "dag-2024", "--by", "organisation", "--format", form, "-o", str(again))
    if form != "xlsx":
        assert again.read_bytes() == target.read_bytes()


def cells(data: bytes, form: str) -> str:
    """Return what a person reads in a file."""
    if form == "xlsx":
        sheet = openpyxl.load_workbook(io.BytesIO(data)).worksheets[0]
        return "\n".join(
            " ".join(str(cell.value) for cell in line if cell.value is not None) for line in sheet
        )
    text = data.decode()
    return re.sub(r"<[^>]*>", " ", text).replace("&lt;", "<") if form in ("html", "svg") else text


def test_the_format_is_that_of_the_file(desk: Netwerk) -> None:
    for name, begin in (
        ("a.html", b"<!DOCTYPE html>"),
        ("a.svg", b"<?xml"),
        ("a.json", b"{\n"),
        ("a.txt", b"Dag 2024\n"),
    ):
        desk.done("report", "dag-2024", "-o", str(desk.folder / name))
        assert (desk.folder / name).read_bytes().startswith(begin)


def test_a_workbook_has_numbers_days_and_no_formula(desk: Netwerk) -> None:
    target = desk.folder / "rapport.xlsx"
    desk.done("report", "dag-2024", "-o", str(target), "--lang", "nl")
    heading, *lines = openpyxl.load_workbook(target).worksheets[0].iter_rows(values_only=True)
    column = {str(name): at for at, name in enumerate(heading)}
    whole = lines[0]
    assert (whole[column["Per"]], whole[column["Ooit ingeschreven"]]) == ("bijeenkomst", 20)
    assert whole[column["Aandeel niet opgedaagd"]] == 0.1111
    assert lines[-1][column["Dag"]].date().isoformat() == "2024-01-16"


def test_for_excel_a_share_has_the_comma_of_the_language(desk: Netwerk) -> None:
    found = desk.raw("report", "dag-2024", "--format", "csv", "--excel", "--lang", "nl")[1].decode(
        "utf-8-sig"
    )
    assert found.splitlines()[1].split(";")[20] == "0,1111"


# ------------------------------------------------------------------------- pages
def test_a_page_asks_for_nothing_and_any_text_is_only_text(desk: Netwerk) -> None:
    desk.done("event", "edit", "dag-2024", "--title", "<script>alert(1)</script> & ]]>")
    page = desk("report", "dag-2024", "--format", "html").out
    assert "<script" not in page
    assert not re.search(r"(?:src|href|url)\s*[=(]|@import|https?://(?!www\.w3\.org/2000/svg)", page)
    assert "default-src 'none'" in page
    assert page.count("<h1>") == 1


def test_a_picture_alone_is_an_image(desk: Netwerk) -> None:
    desk.done("event", "edit", "dag-2024", "--title", 'Dag "één" <&> 2024')
    for slugs in (("dag-2024",), ("dag-2023", "dag-2024")):
        picture = ElementTree.fromstring(desk("report", *slugs, "--format", "svg").out)  # noqa: S314 (our own)
        assert picture.tag == "{http://www.w3.org/2000/svg}svg"
        ids = [one.attrib["id"] for one in picture.iter() if "id" in one.attrib]
        assert len(ids) == len(set(ids))
        assert not [*links(picture)]


def links(picture: ElementTree.Element) -> Iterator[str]:
    yield from (name for one in picture.iter() for name in one.attrib if "href" in name)


def test_a_page_of_an_event_without_people_or_date_says_so(fresh: Netwerk) -> None:
    fresh.done("init").done("event", "add", "leeg", "--title", "Leeg", "--capacity", "5")
    assert fresh("report", "leeg", "--format", "html").code == 0
    assert fresh("report", "leeg", "--format", "svg").code == 0
    assert fresh("report", "leeg", "--format", "text").out.startswith("Leeg\n")


# ----------------------------------------------------------------------- refusals
@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        pytest.param(
            ("--format", "pdf"), "--format: choose from text, json, csv, xlsx, html, svg.", id="format"
        ),
        pytest.param(("--by", "leeftijd"), "--by: choose from", id="by"),
        pytest.param(("--by", "question"), "--by: name the question, as in question:diet.", id="no question"),
        pytest.param(("--by", "role:x"), "--by: only a question has a name behind it.", id="a name too many"),
        pytest.param(
            ("--min-group", "2"), "--min-group: it is 1, which hides nothing, or 3 or more", id="two"
        ),
        pytest.param(("--min-group", "een"), "--min-group: it is a whole number from 0.", id="no number"),
        pytest.param(("--excel",), "--excel: it goes with --format csv.", id="excel"),
    ],
)
def test_what_cannot_be_asked_is_refused(desk: Netwerk, arguments: tuple[str, ...], message: str) -> None:
    ended = desk("report", "dag-2024", *arguments)
    assert (ended.code, ended.out) == (2, "")
    assert ended.err.startswith(f"Error: {message}")


def test_a_question_that_nobody_asks_is_not_found(desk: Netwerk) -> None:
    error = desk("report", "dag-2024", "--by", "question:dieed", "--json").error
    assert (error["code"], error["exit_code"]) == ("not_found", 3)
    assert "dieet" in error["hint"]


def test_json_is_no_other_format(desk: Netwerk) -> None:
    assert desk("report", "dag-2024", "--json", "--format", "csv").error["code"] == "usage"
    assert json.loads(desk("report", "dag-2024", "--format", "json").out)["min_group"] == 5
