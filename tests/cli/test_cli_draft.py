"""`netwerk draft`: an announcement in, a dossier or facts out, and nothing changed."""

from __future__ import annotations

import io
import sys
import zipfile
from pathlib import Path

import pytest

from tests.cli.calling import Ended, Netwerk, said

SAMPLES = sorted((Path(__file__).parents[1] / "announcements").glob("*.txt"))
TEXT = """\
Lezing: veilig leren fietsen

Datum: dinsdag 20 februari 2024, 20 uur
Waar: bibliotheek, Gent
Kosten: gratis

Er is plaats voor 30 deelnemers. Aanmelden kan tot 15 februari.
"""
DOSSIER = """\
# Proposed from {source}: look at it, then 'netwerk apply' it.
# Check: the text does not state when it ends.

[event]
slug = "lezing-veilig-leren-fietsen-2024"
# line 1: Lezing: veilig leren fietsen
title = "Lezing: veilig leren fietsen"
language = "nl"
timezone = "Europe/Brussels"
# line 3: dinsdag 20 februari 2024, 20 uur
starts = 2024-02-20T20:00:00
# line 4: bibliotheek, Gent
location = "bibliotheek, Gent"
# line 7: plaats voor 30 deelnemers
capacity = 30
# Unsure; take the # away if it is right.
# line 7: Aanmelden kan tot 15 februari
# closes = 2024-02-14T23:59:59
# line 5: gratis
cost = "free"
# Not in the text: ends, audiences, organisers.
"""


@pytest.fixture
def text(netwerk: Netwerk) -> str:
    """A file with an announcement."""
    path = netwerk.folder / "lezing.txt"
    path.write_text(TEXT, encoding="utf-8")
    return str(path)


def test_a_text_becomes_a_dossier_with_the_words_that_each_key_came_from(netwerk: Netwerk, text: str) -> None:
    assert netwerk("draft", text) == Ended(0, DOSSIER.format(source="lezing.txt"))


def test_it_is_read_from_standard_input(netwerk: Netwerk) -> None:
    assert netwerk("draft", "-", stdin=TEXT) == Ended(0, DOSSIER.format(source="standard input"))


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_the_dossier_of_every_sample_can_be_applied(netwerk: Netwerk, path: Path) -> None:
    dossier = netwerk.folder / "dossier.toml"
    netwerk.done("draft", str(path), "-o", str(dossier))
    ended = netwerk("apply", str(dossier))
    assert (ended.code, ended.out.split("\t")[0]) == (0, "created")


def test_what_is_proposed_is_not_kept(netwerk: Netwerk, text: str) -> None:
    netwerk.done("draft", text)
    assert netwerk("event", "list", "--all").out == ""


def test_scripts_get_the_facts_and_where_they_stand(netwerk: Netwerk, text: str) -> None:
    found = netwerk("draft", text, "--json").json
    assert found == {
        "source": text,
        "published": None,
        "title": "Lezing: veilig leren fietsen",
        "kind": "event",
        "sessions": [{"title": None, "start": "2024-02-20T20:00:00+01:00", "end": None}],
        "timezone": "Europe/Brussels",
        "location": "bibliotheek, Gent",
        "online": False,
        "capacity": 30,
        "closes": "2024-02-14T23:59:59+01:00",
        "audiences": [],
        "organisers": [],
        "cost": "free",
        "warnings": ["end-missing"],
        "signup": True,
        "when_full": None,
        "access": None,
        "materials": [],
        "notes": [],
        "unsure": ["closes"],
        "found": {
            "title": [{"line": 1, "words": "Lezing: veilig leren fietsen"}],
            "location": [{"line": 4, "words": "bibliotheek, Gent"}],
            "capacity": [{"line": 7, "words": "plaats voor 30 deelnemers"}],
            "closes": [{"line": 7, "words": "Aanmelden kan tot 15 februari"}],
            "cost": [{"line": 5, "words": "gratis"}],
            "signup": [{"line": 7, "words": "Aanmelden"}],
            "sessions": [{"line": 3, "words": "dinsdag 20 februari 2024, 20 uur"}],
        },
    }


def test_the_day_of_publication_settles_a_missing_year(netwerk: Netwerk) -> None:
    path = netwerk.folder / "zonder-jaar.txt"
    path.write_text("Studiedag taal\n\nKom op 12 maart van 9 tot 12 uur naar Gent.\n", encoding="utf-8")
    without = netwerk("draft", str(path), "--json").json
    found = netwerk("draft", str(path), "--json", "--published", "2 december 2021").json
    assert (without["sessions"], without["warnings"]) == ([], ["year-missing"])
    assert found["sessions"] == [
        {"title": None, "start": "2022-03-12T09:00:00+01:00", "end": "2022-03-12T12:00:00+01:00"}
    ]


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\n \n",
        b"\x00\x01\x02\xff" * 50,
        b"12 34 56 --- ... ((((",
        b"Come to our meeting on the future of the schools in the city; it is for all of you and it is free.",
    ],
)
def test_what_is_no_announcement_gives_an_empty_draft_and_a_sentence(netwerk: Netwerk, data: bytes) -> None:
    path = netwerk.folder / "rommel"
    path.write_bytes(data)
    ended = netwerk("draft", str(path))
    assert ended.code == 0
    assert ended.out == f"# {ended.err}"
    assert ended.err.endswith("nothing is proposed.\n")


HTML = """<!doctype html><html><head><title>Site</title><style>p {}</style></head><body><nav><a>Menu</a></nav>
<h1>Lezing: veilig leren fietsen</h1><ul><li>Datum: dinsdag 20 februari 2024,
20 uur</li><li>Waar: bibliotheek, Gent</li></ul><footer>Contact</footer></body></html>"""
MAIL = """From: An Schaap <an@example.org>
Date: Wed, 03 Jan 2024 10:00:00 +0100
Subject: FW: Lezing: veilig leren fietsen
MIME-Version: 1.0
Content-Type: text/plain; charset="utf-8"

Dag allen,

Op dinsdag 20 februari om 20 uur is er een lezing in de bibliotheek van Gent.
"""


def word(*paragraphs: str) -> bytes:
    """Return a Word document of these paragraphs."""
    body = "".join(f"<w:p><w:r><w:t>{one}</w:t></w:r></w:p>" for one in paragraphs)
    name = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as packed:
        packed.writestr(
            "word/document.xml", f'<w:document xmlns:w="{name}"><w:body>{body}</w:body></w:document>'
        )
    return file.getvalue()


def portable(*lines: str) -> bytes:
    """Return a PDF of one page with these lines."""
    shown = " T* ".join(f"({line}) Tj" for line in lines)
    stream = f"BT /F1 12 Tf 50 700 Td 14 TL {shown} ET"
    parts = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R"
        " /Resources << /Font << /F1 5 0 R >> >> >>",
        f"<< /Length {len(stream)} >>\nstream\n{stream}\nendstream",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    data, places = b"%PDF-1.4\n", []
    for number, part in enumerate(parts, 1):
        places.append(len(data))
        data += f"{number} 0 obj\n{part}\nendobj\n".encode()
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    end = f"xref\n0 6\n0000000000 65535 f \n{table}trailer << /Size 6 /Root 1 0 R >>\nstartxref\n{len(data)}\n%%EOF"
    return data + end.encode()


LINES = ("Lezing: veilig leren fietsen", "Datum: dinsdag 20 februari 2024, 20 uur", "Waar: bibliotheek, Gent")


@pytest.mark.parametrize(
    "data", [HTML.encode(), word(*LINES), MAIL.encode(), portable(*LINES)], ids=["html", "docx", "eml", "pdf"]
)
def test_the_text_in_other_documents_is_read(netwerk: Netwerk, data: bytes) -> None:
    path = netwerk.folder / "document"
    path.write_bytes(data)
    found = netwerk("draft", str(path), "--json").json
    assert (found["title"], found["sessions"][0]["start"]) == (LINES[0], "2024-02-20T20:00:00+01:00")


@pytest.mark.parametrize("data", [b"PK\x03\x04 and no more", b"%PDF-1.7 and no more"])
def test_a_damaged_document_is_refused(netwerk: Netwerk, data: bytes) -> None:
    path = netwerk.folder / "stuk"
    path.write_bytes(data)
    assert netwerk("draft", str(path), "--json").error["code"] == "usage"


def test_without_the_library_for_pdf_it_says_how_to_install_it(
    netwerk: Netwerk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "pypdfium2", None)
    path = netwerk.folder / "x.pdf"
    path.write_bytes(portable("x"))
    assert netwerk("draft", str(path)) == Ended(
        2,
        "",
        said(
            "Error: The library for reading PDF is not installed.",
            "Install it with: pip install 'netwerk-cli[pdf-in]'.",
        ),
    )


def test_a_changed_announcement_says_what_differs_and_writes_the_dossier(netwerk: Netwerk, text: str) -> None:
    dossier = netwerk.folder / "lezing.toml"
    netwerk.done("draft", text, "-o", str(dossier)).done("apply", str(dossier))
    slug = "lezing-veilig-leren-fietsen-2024"
    changed = TEXT.replace("20 uur", "19u30").replace("30 deelnemers", "45 deelnemers")
    Path(text).write_text(changed, encoding="utf-8")
    ended = netwerk("draft", text, "--update", slug, "-o", str(dossier))
    size = len(dossier.read_bytes())
    assert ended == Ended(
        0,
        "",
        said(
            "capacity: 30 → 45 (line 7: plaats voor 45 deelnemers)",
            "starts: Tuesday 20 February 2024 at 20:00 → Tuesday 20 February 2024 at 19:30"
            " (line 3: dinsdag 20 februari 2024, 19u30)",
            "Unsure, not taken over: registration until: (nothing) → Wednesday 14 February 2024 at 23:59:59"
            " (line 7: Aanmelden kan tot 15 februari)",
            f"Wrote {dossier} ({size} bytes).",
        ),
    )
    assert netwerk("apply", str(dossier)).lines == [
        ["changed", "event", slug, "capacity", "30", "45"],
        ["changed", "event", slug, "starts", "2024-02-20T20:00:00+01:00", "2024-02-20T19:30:00+01:00"],
    ]


def test_an_announcement_that_says_the_same_changes_nothing(netwerk: Netwerk, text: str) -> None:
    dossier = netwerk.folder / "lezing.toml"
    netwerk.done("draft", text, "-o", str(dossier)).done("apply", str(dossier))
    found = netwerk("draft", text, "--update", "lezing-veilig-leren-fietsen-2024", "--json").json
    assert found["changes"] == []
    assert [one["field"] for one in found["unsure"]] == ["closes"]


SERIES = """\
Leesavonden

- dinsdag 5 maart 2024, 20 uur
- dinsdag 12 maart 2024, 20 uur
"""


def test_of_a_series_each_date_is_compared_with_its_own_and_a_new_one_is_added(netwerk: Netwerk) -> None:
    path, dossier = netwerk.folder / "reeks.txt", netwerk.folder / "reeks.toml"
    path.write_text(SERIES, encoding="utf-8")
    netwerk.done("draft", str(path), "-o", str(dossier)).done("apply", str(dossier))
    changed = SERIES.replace("5 maart 2024, 20 uur", "5 maart 2024, 19 uur")
    path.write_text(f"{changed}- dinsdag 19 maart 2024, 20 uur\n", encoding="utf-8")
    found = netwerk("draft", str(path), "--update", "leesavonden-2024", "--json").json
    assert [(one["field"], one["new"], one["line"]) for one in found["changes"]] == [
        ("session.sessie-1.starts", "2024-03-05T19:00:00+01:00", 3),
        ("session.sessie-3.starts", "2024-03-19T20:00:00+01:00", 5),
    ]


def test_a_session_that_the_text_no_longer_names_is_not_taken_out(netwerk: Netwerk) -> None:
    path, dossier = netwerk.folder / "reeks.txt", netwerk.folder / "reeks.toml"
    path.write_text(SERIES, encoding="utf-8")
    netwerk.done("draft", str(path), "-o", str(dossier)).done("apply", str(dossier))
    path.write_text(SERIES.replace("- dinsdag 12 maart 2024, 20 uur\n", ""), encoding="utf-8")
    assert netwerk("draft", str(path), "--update", "leesavonden-2024", "--json").json["changes"] == []


@pytest.mark.parametrize(("typed", "year"), [("2016-10", 2017), ("2016", 2016), ("2016-02-20", 2016)])
def test_month_or_year_of_publication_settles_a_missing_year(fresh: Netwerk, typed: str, year: int) -> None:
    text = TEXT.replace("dinsdag 20 februari 2024", "20 februari")
    found = fresh("draft", "-", "--json", "--published", typed, stdin=text)
    assert found.json["sessions"][0]["start"] == f"{year}-02-20T20:00:00+01:00"


@pytest.mark.parametrize("typed", ["2016-13", "0000", "20-2016"])
def test_what_is_no_day_month_or_year_of_publication_is_refused(fresh: Netwerk, typed: str) -> None:
    assert fresh("draft", "-", "--published", typed, stdin=TEXT).code == 2
