"""What a list gets that cannot be read: one sentence, and nothing is stored; and what looks bad and is not."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest
import xlsxwriter
from openpyxl import Workbook

from tests.cli.calling import Netwerk

HEADING, ANS, BEA = "Naam;E-mail;Organisatie", "Ans Mock;ans@example.org;CLB", "Bea Mock;bea@example.org;CLB"
LISTED = [["Ans Mock", "ans@example.org", "CLB"]]


def text(*rows: str) -> str:
    return "".join(f"{row}\r\n" for row in (HEADING, *rows))


def book(*, inflated: int = 0) -> bytes:
    """Return a workbook; with `inflated`, one that unpacks to as many bytes more."""
    file = io.BytesIO()
    with xlsxwriter.Workbook(file, {"in_memory": True}) as made:
        sheet = made.add_worksheet()
        sheet.write_row(0, 0, HEADING.split(";"))
        sheet.write_row(1, 0, ANS.split(";")[:2])
        sheet.write_formula(1, 2, '="CLB"', None, "CLB")
    if inflated:
        with zipfile.ZipFile(file, "a", zipfile.ZIP_DEFLATED) as more:
            more.writestr("xl/media/veel", bytes(inflated))
    return file.getvalue()


LOCKED = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le")
DATED = (
    "Tijdstip;Naam;E-mail\r\n13/01/2024 8:00;Ans;ans@example.org\r\n01/14/2024 8:00;Bea;bea@example.org\r\n"
)


@pytest.mark.parametrize(
    ("data", "complaint"),
    [
        pytest.param(b"", " cannot be read: it is empty.", id="empty"),
        pytest.param(text().encode(), " cannot be read: there is no row under its heading.", id="heading only"),
        pytest.param(
            text(ANS).replace("Organisatie", "E-mail").encode(),
            " cannot be read: two columns are called 'E-mail'.", id="two headings alike",
        ),
        pytest.param(LOCKED, " cannot be read: it is locked with a password; save it without one.", id="password"),
        pytest.param(
            book()[:-60],
            " cannot be read: it is a workbook that cannot be read; save it anew as .xlsx or CSV.", id="broken",
        ),
        pytest.param(
            book(inflated=220_000_000),
            " cannot be read: it is larger than a workbook of a form can be; save the list alone as .xlsx or CSV.",
            id="zip bomb",
        ),
        pytest.param(
            DATED.encode(), ": under 'Tijdstip' the day comes first in row 2, and the month in row 3.",
            id="two notations",
        ),
        pytest.param(
            text(ANS, f"{BEA};te veel").encode(), ", line 3: it has more values than the heading has names.",
            id="too many fields",
        ),
        pytest.param(
            text(ANS, f'"{BEA}').encode(), ", line 3: it cannot be read as CSV (a text has no closing quote).",
            id="a quote that stays open",
        ),
        pytest.param(
            b"<!DOCTYPE html><title>Log in</title>",
            " cannot be read: it is a web page and no list, perhaps one that asks to sign in.", id="a web page",
        ),
    ],
)  # fmt: skip
def test_one_sentence_and_nothing_stored(kickoff: Netwerk, data: bytes, complaint: str) -> None:
    path, before = kickoff.folder / "lijst", kickoff.stored()
    path.write_bytes(data)
    ended = kickoff("import", "registrations", "kickoff", str(path))
    assert (ended.code, ended.out, ended.err.splitlines()[0]) == (2, "", f"Error: {path}{complaint}")
    assert len(ended.err.splitlines()) == 2
    assert kickoff.stored() == before


def test_a_file_of_50_megabytes_is_not_read_to_its_end(kickoff: Netwerk) -> None:
    path, before = kickoff.folder / "lijst.csv", kickoff.stored()
    with Path(path).open("wb") as file:
        file.write(text(ANS).encode())
        file.truncate(50_000_000)
    ended = kickoff("import", "registrations", "kickoff", str(path))
    assert (ended.code, ended.err.splitlines()[0]) == (
        2,
        f"Error: {path} cannot be read: it has more than 20 MB.",
    )
    assert kickoff.stored() == before


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(text(ANS).encode("utf-16"), id="UTF-16"),
        pytest.param(text(ANS).encode("utf-16-le"), id="UTF-16, low byte first, unmarked"),
        pytest.param(text(ANS).encode("utf-16-be"), id="UTF-16, high byte first, unmarked"),
        pytest.param(b"sep=;\r\n" + text(ANS).encode(), id="a line that names the delimiter"),
        pytest.param(b"sep=,\r\n" + text(ANS).encode(), id="a line that names another one"),
        pytest.param(text(ANS).replace("\r\n", "\r").encode(), id="lines of an old Macintosh"),
        pytest.param(text(ANS, ";;").encode(), id="a blank row"),
        pytest.param(book(), id="a formula in a workbook"),
        pytest.param(
            ";".join((HEADING, *(f"Vraag {at}" for at in range(197)), f"\r\n{ANS}", *["x"] * 197)).encode(),
            id="200 columns",
        ),
        pytest.param(
            f"{HEADING};Vraag?;Vraag?\r\n{ANS};a;b".encode(), id="two questions alike that nobody reads",
        ),
    ],
)  # fmt: skip
def test_what_looks_bad_and_is_not_is_read(kickoff: Netwerk, data: bytes) -> None:
    path = kickoff.folder / "lijst"
    path.write_bytes(data)
    kickoff.done("import", "registrations", "kickoff", str(path))
    assert kickoff("registration", "list", "kickoff", "--fields", "name,email,organisation").lines == LISTED


def test_formulas_of_a_csv_stay_what_was_typed_and_leave_guarded(kickoff: Netwerk) -> None:
    formula = '=HYPERLINK("https://example.org")'
    path = kickoff.folder / "lijst.csv"
    quoted = formula.replace('"', '""')
    path.write_text(f'name,email,organisation\n=1+1,ans@example.org,"{quoted}"\n', "utf-8")
    kickoff.done("import", "registrations", "kickoff", str(path))
    found = kickoff("registration", "list", "kickoff", "--json").json
    assert [(one["name"], one["organisation"]) for one in found] == [("=1+1", formula)]
    assert "'=1+1" in kickoff("export", "attendees", "kickoff", "--excel").out


def test_guarded_list_that_excel_kept_as_a_workbook_loses_its_guards(kickoff: Netwerk) -> None:
    book = Workbook()
    book.active.append(["name", "email", "note"])
    book.active.append(["'-Min Voorbeeld", "min@example.org", "'+32 475 00 00 00"])
    book.active.append(["'t Voorbeeld", "t@example.org", "'=zo"])
    book.save(kickoff.folder / "lijst.xlsx")
    kickoff.done("import", "registrations", "kickoff", str(kickoff.folder / "lijst.xlsx"))
    found = kickoff("registration", "list", "kickoff", "--json").json
    assert [(one["name"], one["note"]) for one in found] == [
        ("-Min Voorbeeld", "+32 475 00 00 00"),
        ("'t Voorbeeld", "=zo"),
    ]
