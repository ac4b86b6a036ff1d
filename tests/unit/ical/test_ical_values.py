"""Text and addresses survive being written and read back."""

import pytest
import vobject
from hypothesis import example, given
from hypothesis import strategies as st

from netwerk_cli.ical.values import Text, plain, uri


@pytest.mark.parametrize(
    ("text", "written"),
    [
        pytest.param("[/b] *Zoë* 🎉", "[/b] *Zoë* 🎉", id="markup and pictures are left alone"),
        pytest.param("a,b;c\\n", r"a\,b\;c\\n", id="a backslash and an n is no line break"),
        pytest.param(r"C:\Nieuw", r"C:\\Nieuw", id="nor is a backslash and a capital N"),
        pytest.param("een\ntwee", r"een\ntwee", id="a newline is"),
        pytest.param("een\r\ntwee\rdrie", r"een\ntwee\ndrie", id="as are the line ends of other systems"),
        pytest.param("een\x85twee\u2028drie\u2029vier", r"een\ntwee\ndrie\nvier", id="and those of Unicode"),
        pytest.param("a\x00b\x07c\x0b\x0c\x1b[31md\x7fe\x9bf", "abc[31mdef", id="controls are dropped"),
        pytest.param("een\ttwee", "een\ttwee", id="a tab may stay"),
        pytest.param("Jos\udce9", "Jos", id="an undecodable byte of a command line is dropped"),
        pytest.param('"aan": \'s-Gravenhage', '"aan": \'s-Gravenhage', id="quotes need no escape"),
    ],
)
def test_text_is_written_so_that_it_reads_back(text: str, written: str) -> None:
    assert Text(text).to_ical().decode() == written


@given(st.text())
@example("a,b;c\\n")
@example(r"\N\n\\N")
@example("BEGIN:VEVENT\r\nATTENDEE:mailto:x@example.org")
def test_any_text_is_read_back_by_another_reader(text: str) -> None:
    line = b"SUMMARY:" + Text(text).to_ical()
    read = vobject.readOne((b"BEGIN:VEVENT\r\n" + line + b"\r\nEND:VEVENT\r\n").decode())
    assert read.summary.value == plain(text)


@pytest.mark.parametrize(
    ("text", "written"),
    [
        pytest.param("https://example.org/a,b;c?d=e&f#g", "https://example.org/a,b;c?d=e&f#g", id="as it is"),
        pytest.param(" https://example.org/zoë\n", "https://example.org/zo%C3%AB", id="trimmed and escaped"),
        pytest.param("https://example.org/a%20b", "https://example.org/a%20b", id="escaped already"),
        pytest.param('https://example.org/"x"', "https://example.org/%22x%22", id="quotes"),
        pytest.param("tel:+32-2-555-12-34", "tel:+32-2-555-12-34", id="a telephone number"),
    ],
)
def test_an_address_is_written_as_a_uri(text: str, written: str) -> None:
    address = uri(text)
    assert address is not None
    assert address.to_ical().decode() == written
    assert dict(address.params) == {"VALUE": "URI"}


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("", id="nothing"),
        pytest.param("Teams", id="a word"),
        pytest.param("teams.example.org/x", id="no scheme"),
        pytest.param("Teams: de link volgt", id="a sentence"),
        pytest.param("https://example.org https://example.com", id="two addresses"),
        pytest.param(r"C:\Nieuw", id="a file on Windows"),
    ],
)
def test_what_is_no_address_is_no_uri(text: str) -> None:
    assert uri(text) is None
