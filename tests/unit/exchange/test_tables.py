"""Lists as they come in: whatever the encoding, the delimiter and the program, the same rows."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Sequence

import pytest
import xlsxwriter

from netwerk_cli.errors.files import BadFile, BadInput
from netwerk_cli.exchange import tables

HEADING = ("Naam", "E-mail", "Opmerking")
PERSON = ("Ans Voorbeeldé", "ans@example.org", 'zei: "tot dan"; en, ja')


def csv(rows: Sequence[Sequence[str]], delimiter: str = ";", end: str = "\r\n") -> str:
    quoted = ((f'"{cell.replace(chr(34), chr(34) * 2)}"' for cell in row) for row in rows)
    return "".join(delimiter.join(row) + end for row in quoted)


def xlsx(*sheets: Sequence[Sequence[object]], hidden: Sequence[int] = ()) -> bytes:
    file = io.BytesIO()
    with xlsxwriter.Workbook(file, {"in_memory": True, "strings_to_formulas": False}) as book:
        for number, rows in enumerate(sheets):
            sheet = book.add_worksheet(f"Blad{number}")
            if number in hidden:
                sheet.hide()
            for at, row in enumerate(rows):
                sheet.write_row(at, 0, row)
    return file.getvalue()


def read(data: bytes, known: Sequence[str] = ()) -> tables.Table:
    return tables.read(data, source="lijst", known=known)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "cp1252"])
@pytest.mark.parametrize("delimiter", [";", ",", "\t", "|"])
@pytest.mark.parametrize("end", ["\r\n", "\n"])
def test_encoding_and_delimiter_make_no_difference(encoding: str, delimiter: str, end: str) -> None:
    table = read(csv([HEADING, PERSON], delimiter, end).encode(encoding))
    assert (table.heading, table.rows) == (HEADING, [tables.Row(2, 2, PERSON)])


@pytest.mark.parametrize("first", ["sep=;\r\n", "SEP=;\n", '"sep=;"\r\n'])
def test_line_that_names_the_delimiter_is_no_row(first: str) -> None:
    table = read((first + csv([HEADING, PERSON])).encode())
    assert (table.heading, table.rows[0].number) == (HEADING, 3)


def test_title_and_blank_rows_stand_above_and_between() -> None:
    lines = f"Inschrijvingen studiedag;;\r\n;;\r\n{csv([HEADING, PERSON])};;\r\n{csv([PERSON])}"
    assert [row.number for row in read(lines.encode()).rows] == [4, 6]


def test_row_with_a_line_break_counts_once_and_ends_where_it_ends() -> None:
    table = read(b'naam,email\r\n"twee\nregels",a@example.org\r\nBea,b@example.org\r\n')
    assert [(row.number, row.line) for row in table.rows] == [(2, 3), (3, 4)]


def test_list_without_a_heading_numbers_its_columns() -> None:
    table = read(b"Ans;ans@example.org\r\nBea;bea@example.org\r\n")
    assert (table.heading, table.headed, len(table.rows)) == (("1", "2"), False, 2)


def test_own_tab_separated_lines_come_back_with_their_tabs() -> None:
    assert read(b"r1\ta\\tb\\\\n\tans@example.org\n").rows[0].cells == ("r1", "a\tb\\n", "ans@example.org")


def test_names_that_a_form_gives_its_questions_are_no_answer() -> None:
    text = "Tijdstempel;Naam;E-mail\r\nsubmission_id;question-id-7;question-id-8\r\n;Ans;ans@example.org\r\n"
    assert [row.number for row in read(text.encode()).rows] == [3]


@pytest.mark.parametrize(
    "text",
    [
        '[{"name": "Ans", "email": "a@example.org"}, {"email": "b@example.org", "name": null}]',
        '{"name": "Ans", "email": "a@example.org"}\n\n{"email": "b@example.org"}\n',
    ],
    ids=["array", "lines"],
)
def test_json_is_a_table(text: str) -> None:
    table = read(text.encode())
    assert table.heading == ("name", "email")
    assert [row.cells for row in table.rows] == [("Ans", "a@example.org"), ("", "b@example.org")]


def test_one_answer_as_json_is_a_table_of_one_row() -> None:
    table = read(b'{\n "name": "Ans",\n "email": "a@example.org",\n "sessions": ["a", "b"]\n}\n')
    assert [row.cells for row in table.rows] == [("Ans", "a@example.org", "a, b")]


# ----------------------------------------------------------------- workbooks
def test_workbook_is_read_from_the_sheet_that_can_be_seen_and_has_a_heading() -> None:
    other, hidden = [["Draaiboek"], ["9u onthaal"]], [HEADING, ("Weg", "weg@example.org", "")]
    table = read(xlsx(other, hidden, [["Lijst"], [], HEADING, PERSON], hidden=[1]))
    assert (table.sheet, table.heading, table.rows) == ("Blad2", HEADING, [tables.Row(4, 4, PERSON)])


def test_numbers_of_a_workbook_keep_no_fraction_that_is_none() -> None:
    table = read(xlsx([["Naam", "E-mail", "Gsm", "Deel"], ["Ans", "a@example.org", 470000012, 1.5]]))
    assert table.rows[0].cells[2:] == ("470000012", "1.5")


def bomb() -> bytes:
    data = xlsx([HEADING, PERSON])
    file = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as new:
        for one in old.infolist():
            new.writestr(one, old.read(one))
        new.writestr("xl/media/bom", bytes(250_000_000))
    return file.getvalue()


def far_out() -> bytes:
    file = io.BytesIO()
    with xlsxwriter.Workbook(file, {"in_memory": True}) as book:
        sheet = book.add_worksheet()
        sheet.write_row(0, 0, HEADING)
        sheet.write(1_048_575, 16_383, "ver")
    return file.getvalue()


@pytest.mark.parametrize(
    ("data", "why"),
    [
        pytest.param(b"", "it is empty", id="nothing"),
        pytest.param(b" \r\n\r\n", "it is empty", id="blank lines"),
        pytest.param(b";;\r\n;;\r\n", "it is empty", id="blank cells"),
        pytest.param(b"Naam;E-mail\r\n", "there is no row under its heading", id="heading only"),
        pytest.param(xlsx([]), "it is empty", id="empty workbook"),
        pytest.param(b"%PDF-1.7\n\x00\x01", "it is neither a text nor a workbook", id="no text"),
        pytest.param(b"PK\x03\x04" + bytes(40), "it is a workbook that cannot be read", id="broken zip"),
        pytest.param(xlsx([HEADING, PERSON])[:-80], "it is a workbook that cannot be read", id="cut off"),
        pytest.param(bomb(), "it is larger than a workbook of a form", id="zip bomb"),
        pytest.param(far_out(), "it is larger than a workbook of a form", id="cell far out"),
        pytest.param(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(99), "it is an old workbook", id="xls"),
        pytest.param(
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"),
            "it is locked with a password",
            id="password",
        ),
        pytest.param(
            b"naam;email\n" + b"Ans;a@b.be\n" * 100_001, "it has more than 100000 rows", id="many rows"
        ),
        pytest.param(b"a" * (tables.LARGEST + 1), "it has more than 20 MB", id="too large"),
    ],
)
def test_unusable_file_is_named_as_what_it_is(data: bytes, why: str) -> None:
    with pytest.raises(BadFile) as refused:
        read(data)
    assert str(refused.value).startswith(f"lijst cannot be read: {why}")


@pytest.mark.parametrize(
    ("text", "line", "why"),
    [
        ("naam;email\r\nAns;a@example.org;;\r\nBea;b@example.org;x\r\n", 3, "it has more values than"),
        ('naam;email\r\nAns;"a@example.org\r\nBea;b\r\n', 2, "it cannot be read as CSV"),
        ('[{"email": "a@example.org"}, 5]', 2, "it is not a JSON object"),
        ('[{"email": "a@example.org"}', 1, "it is not a JSON object"),
        ('{"email": "a@example.org", "email": "b"}', 1, "a name stands in it twice"),
    ],
)
def test_row_that_does_not_fit_is_named(text: str, line: int, why: str) -> None:
    with pytest.raises(BadInput) as refused:
        read(text.encode())
    assert str(refused.value).startswith(f"lijst, line {line}: {why}")


def test_rejected_rows_are_written_as_the_list_was() -> None:
    data = csv([HEADING, PERSON, ("Bea", "b", "")]).encode("cp1252")
    table = read(data)
    written = tables.write(table, table.rows[1:])
    assert written == b"Naam;E-mail;Opmerking\r\nBea;b;\r\n"
    assert (
        tables.write(table, table.rows)
        .decode("cp1252")
        .startswith("Naam;E-mail;Opmerking\r\nAns Voorbeeldé;")
    )
    again = read(tables.write(table, table.rows))
    assert (again.heading, again.rows) == (table.heading, table.rows)


def test_rejected_rows_of_a_workbook_are_csv_that_excel_opens() -> None:
    table = read(xlsx([HEADING, PERSON]))
    assert read(tables.write(table, table.rows)).rows[0].cells == PERSON
